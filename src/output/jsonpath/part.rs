//! The parts of a template, and how they are evaluated.

use serde_json::Value;

use super::path::JsonPath;

/// A part of a template.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    /// Text around and in actions.
    Text(String),
    /// The values that a path finds.
    Print(JsonPath),
    /// `{range PATH}...{end}`: the parts, once for each value that the path finds.
    Range(JsonPath, Vec<Part>),
}

/// Adds to `results` what each part finds, in the order of printing.
pub(super) fn evaluate(
    parts: &[Part],
    current: &Value,
    results: &mut Vec<Vec<Value>>,
) -> Result<(), String> {
    for part in parts {
        match part {
            Part::Text(text) => results.push(vec![Value::from(text.as_str())]),
            Part::Print(path) => {
                results.push(path.walk(current)?.into_iter().cloned().collect());
            }
            Part::Range(path, body) => {
                for node in path.walk(current)? {
                    evaluate(body, node, results)?;
                }
            }
        }
    }
    Ok(())
}
