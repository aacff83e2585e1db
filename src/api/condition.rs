//! Conditions: what an operator, or Kubernetes, recorded about an object.

use std::fmt;

use serde_json::Value;

/// The conditions of an object or of a sub-command.
///
/// The operators never take a condition back, so conditions that contradict each other can be True at the same time
/// (docs/operators.md, "Conditions are never taken back"). Ask for the type that the phase names.
#[derive(Debug, Clone, Copy)]
pub struct Conditions<'a>(&'a [Value]);

impl<'a> Conditions<'a> {
    /// `status.conditions` of an object.
    pub fn of_object(object: &'a Value) -> Self {
        Self::in_status(object.get("status").unwrap_or(&Value::Null))
    }

    /// `conditions` of a status, or of one entry of `status.logSubCommandStatuses`.
    pub fn in_status(status: &'a Value) -> Self {
        let list = status.get("conditions").and_then(Value::as_array);
        Self(list.map(Vec::as_slice).unwrap_or_default())
    }

    /// Whether the condition of this type has the status True.
    pub fn is_true(self, kind: &str) -> bool {
        let mut all = self.0.iter();
        all.any(|condition| condition["type"] == kind && condition["status"] == "True")
    }

    /// Whether a condition of this type was ever written, whatever its status.
    pub fn exists(self, kind: &str) -> bool {
        self.0.iter().any(|condition| condition["type"] == kind)
    }

    /// Reason and message of the condition of this type; both are empty when the condition does not exist.
    pub fn get(self, kind: &str) -> Condition {
        let mut all = self.0.iter();
        let found = all.find(|condition| condition["type"] == kind);
        found.map(Condition::parse).unwrap_or_default()
    }
}

/// Why an object is in a phase: the reason and the message of a condition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Condition {
    /// One word, such as `PauseLogBackupFailed`.
    pub reason: String,
    /// A sentence, often the text of BR.
    pub message: String,
}

impl Condition {
    fn parse(condition: &Value) -> Self {
        let text = |key: &str| {
            let text = condition.get(key).and_then(Value::as_str);
            text.unwrap_or_default().to_owned()
        };
        Self {
            reason: text("reason"),
            message: text("message"),
        }
    }

    /// Whether neither a reason nor a message is known.
    pub fn is_empty(&self) -> bool {
        self.reason.is_empty() && self.message.trim().is_empty()
    }
}

/// `reason: message` on one line: BR's texts have line breaks.
impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message: Vec<&str> = self.message.split_whitespace().collect();
        let message = message.join(" ");
        match (self.reason.as_str(), message.as_str()) {
            (reason, "") => f.write_str(reason),
            ("", message) => f.write_str(message),
            (reason, message) => write!(f, "{reason}: {message}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A condition of another type, or one that is False, must not decide; a text without a message must not end in a colon.
    #[test]
    fn the_type_decides() {
        let object = json!({"status": {"conditions": [
            {"type": "Complete", "status": "False"},
            {"type": "Failed", "status": "True", "reason": "Why", "message": "line 1\n  line 2"},
            {"type": "Invalid", "status": "True", "reason": "Spec"},
            {"type": "RetryFailed", "status": "True", "message": "again"},
        ]}});
        let conditions = Conditions::of_object(&object);
        let rows = [
            ("Complete", false, ""),
            ("Failed", true, "Why: line 1 line 2"),
            ("Invalid", true, "Spec"),
            ("RetryFailed", true, "again"),
            ("Running", false, ""),
        ];
        for (kind, is_true, text) in rows {
            assert_eq!(conditions.is_true(kind), is_true, "{kind}");
            assert_eq!(conditions.get(kind).to_string(), text, "{kind}");
        }
        assert!(Conditions::of_object(&json!({})).get("Failed").is_empty());
    }
}
