//! The difference between two documents, as a unified diff of their YAML.

use serde_json::Value;
use similar::TextDiff;

use super::objects::{self, Disclosure};
use super::yaml;
use crate::{Result, redact};

/// A unified diff of two documents, empty where they are equal. A document that is `null` does not exist. Of values that are hidden,
/// the diff says whether they differ.
///
/// # Errors
/// What keeps a document from being written as YAML.
pub fn unified(
    [old_name, new_name]: [&str; 2],
    [before, after]: [&Value; 2],
    disclosure: Disclosure,
) -> Result<String> {
    let (shown_before, shown_after) = match disclosure.secrets {
        true => (before.clone(), after.clone()),
        false => (
            redacted(before, after, "before"),
            redacted(after, before, "after"),
        ),
    };
    let everything = Disclosure {
        secrets: true,
        ..disclosure
    };
    let text = |document: &Value| match document.is_null() {
        true => Ok(String::new()),
        false => yaml::to_yaml(&objects::disclose(document, everything)),
    };
    let (before, after) = (text(&shown_before)?, text(&shown_after)?);
    let diff = TextDiff::from_lines(&before, &after);
    Ok(diff.unified_diff().header(old_name, new_name).to_string())
}

/// The document with its secrets hidden. Where `other` has another value, the `side` stands after the hidden value.
fn redacted(document: &Value, other: &Value, side: &str) -> Value {
    let mut hidden = objects::disclose(document, Disclosure::default());
    redact::document(&mut hidden);
    mark_differences(&mut hidden, document, other, side);
    hidden
}

fn mark_differences(hidden: &mut Value, document: &Value, other: &Value, side: &str) {
    match (hidden, document) {
        (Value::Object(hidden), Value::Object(document)) => {
            for (key, value) in hidden {
                let null = Value::Null;
                let (document, other) = (document.get(key), other.get(key));
                mark_differences(
                    value,
                    document.unwrap_or(&null),
                    other.unwrap_or(&null),
                    side,
                );
            }
        }
        (Value::Array(hidden), Value::Array(document)) => {
            for (index, (value, document)) in hidden.iter_mut().zip(document).enumerate() {
                let other = other.get(index).unwrap_or(&Value::Null);
                mark_differences(value, document, other, side);
            }
        }
        (Value::String(text), document)
            if document.as_str() != Some(text) && document != other && !other.is_null() =>
        {
            *text = format!("{text} ({side})");
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    fn diff(before: &Value, after: &Value, secrets: bool) -> String {
        let disclosure = Disclosure {
            secrets,
            ..Disclosure::default()
        };
        unified(["live/x", "planned/x"], [before, after], disclosure).unwrap()
    }

    fn secret(key: &str) -> Value {
        json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s"}, "data": {"access_key": "AAAA", "secret_key": key}})
    }

    /// A difference says that a value changes, and which, without showing the value.
    #[test]
    fn differences_hide_values() {
        let text = diff(&secret("b2xk"), &secret("bmV3"), false);
        assert!(
            text.contains("-  secret_key: <redacted> (before)\n"),
            "{text}"
        );
        assert!(
            text.contains("+  secret_key: <redacted> (after)\n"),
            "{text}"
        );
        assert!(text.contains("   access_key: <redacted>\n"), "{text}");
        for value in ["b2xk", "bmV3", "AAAA"] {
            assert!(!text.contains(value), "{text}");
        }
        let new = diff(&Value::Null, &secret("bmV3"), false);
        assert!(
            new.contains("+  secret_key: <redacted>\n") && !new.contains("bmV3"),
            "{new}"
        );
        let open = diff(&secret("b2xk"), &secret("bmV3"), true);
        assert!(open.contains("+  secret_key: bmV3\n"), "{open}");
        assert_eq!(diff(&secret("b2xk"), &secret("b2xk"), false), "");
    }

    /// The environment of a Pod may hold a key that somebody typed into the manifest.
    #[test]
    fn differences_hide_environments() {
        let env = |value: &str| json!({"spec": {"tikv": {"env": [{"name": "AWS_SECRET_ACCESS_KEY", "value": value}]}}});
        let text = diff(&env("old1"), &env("new1"), false);
        assert!(
            !text.contains("old1") && !text.contains("new1") && text.contains("(after)"),
            "{text}"
        );
    }
}
