//! What a check found.

use serde::Serialize;

use crate::error::Rule;
use crate::{Error, Hint};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// As it should be.
    Ok,
    /// It could not be checked.
    Unknown,
    /// It works, but not as the user probably wants.
    Warning,
    /// The work cannot succeed, or data is lost.
    Critical,
}

/// What a rule says about one object. The name of the rule is added by the table of rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// How bad it is.
    pub severity: Severity,
    /// The object that it is about, as in `secret/s3-secret`.
    pub object: String,
    /// What was found, and what follows from it.
    pub message: String,
    /// The way out.
    pub hint: Option<Hint>,
    /// The safety rule that is broken. `--allow` lifts the rule.
    pub breaks: Option<Rule>,
}

impl Judgement {
    fn new(severity: Severity, object: impl ToString, message: impl Into<String>) -> Self {
        Self {
            severity,
            object: object.to_string(),
            message: message.into(),
            hint: None,
            breaks: None,
        }
    }

    /// The rule found no fault.
    pub fn ok(object: impl ToString, message: impl Into<String>) -> Self {
        Self::new(Severity::Ok, object, message)
    }

    /// Worth a look.
    pub fn warning(object: impl ToString, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, object, message)
    }

    /// Must be mended first.
    pub fn critical(object: impl ToString, message: impl Into<String>) -> Self {
        Self::new(Severity::Critical, object, message)
    }

    /// Names the safety rule that is broken.
    #[must_use]
    pub fn breaks(mut self, rule: Rule) -> Self {
        self.breaks = Some(rule);
        self
    }

    /// Could not be checked, and why.
    pub fn unknown(object: impl ToString, why: &Error) -> Self {
        Self {
            hint: why.hints.first().cloned(),
            ..Self::new(Severity::Unknown, object, why.message.clone())
        }
    }

    /// Adds the way out.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Hint>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// A judgement under the name of its rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The stable name of the rule.
    pub rule: &'static str,
    /// Whether the rule holds whatever the checks are told.
    pub always: bool,
    /// What the rule says.
    pub judgement: Judgement,
}
