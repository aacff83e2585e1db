//! Parses kubectl's template syntax (the `jsonpath` parser of client-go) and translates paths to RFC 9535.

use serde_json::Value;

use super::cursor::{Cursor, Outside, Parsed, is_terminator};
use super::part::Part;
use super::path::{JsonPath, PathBuilder};
use crate::{Error, Result};

/// Parses the path of `--sort-by` or of a custom column, which may leave out the braces and the first point.
///
/// # Errors
/// Usage, for a text that is not a path.
pub fn relaxed_path(source: &str) -> Result<JsonPath> {
    let inner = match source
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
    {
        Some(inner) => inner,
        None => source,
    };
    let inner = inner.strip_prefix('.').unwrap_or(inner);
    if inner.is_empty() || inner.contains(['{', '}']) {
        return Err(Error::usage(format!(
            "{source:?} is not a path: write name1.name2, .name1.name2 or {{.name1.name2}}"
        )));
    }
    let dot = if inner.starts_with(['[', '.']) {
        ""
    } else {
        "."
    };
    path(&format!("{dot}{inner}"))
        .map_err(|reason| Error::usage(format!("cannot read the path {source:?}: {reason}")))
}

/// Parses a template: text, and actions in braces.
pub(super) fn template(source: &str) -> Parsed<Vec<Part>> {
    let mut cursor = Cursor::new(source);
    // The parts outside of any range, and for each open range its path and its parts.
    let mut top = Vec::new();
    let mut open: Vec<(JsonPath, Vec<Part>)> = Vec::new();
    loop {
        let parts = open.last_mut().map_or(&mut top, |(_, parts)| parts);
        let text = cursor.until(|c| c == '{');
        if !text.is_empty() {
            parts.push(Part::Text(text.to_owned()));
        }
        if !cursor.eat("{") {
            break;
        }
        match action(&mut cursor)? {
            Action::Part(part) => parts.push(part),
            Action::Range(path) => open.push((path, Vec::new())),
            Action::End => {
                let (path, body) = open.pop().ok_or("not in range, nothing to end")?;
                let parts = open.last_mut().map_or(&mut top, |(_, parts)| parts);
                parts.push(Part::Range(path, body));
            }
        }
    }
    // As in kubectl, the end of the template ends every open range.
    while let Some((path, body)) = open.pop() {
        let parts = open.last_mut().map_or(&mut top, |(_, parts)| parts);
        parts.push(Part::Range(path, body));
    }
    Ok(top)
}

/// Parses a path with nothing around it.
pub(super) fn path(source: &str) -> Parsed<JsonPath> {
    let mut cursor = Cursor::new(source);
    let path = steps(&mut cursor)?;
    cursor.expect_end()?;
    Ok(path)
}

enum Action {
    Part(Part),
    Range(JsonPath),
    End,
}

fn action(cursor: &mut Cursor<'_>) -> Parsed<Action> {
    cursor.skip_blanks();
    let action = match cursor.peek() {
        Some('"' | '\'') => Action::Part(Part::Text(cursor.quoted()?)),
        Some(c) if c.is_alphanumeric() || c == '_' => match cursor.until(is_terminator) {
            "range" => Action::Range(steps(cursor)?),
            "end" => Action::End,
            word => return Err(format!("unrecognized identifier {word}")),
        },
        _ => Action::Part(Part::Print(steps(cursor)?)),
    };
    cursor.skip_blanks();
    match cursor.next() {
        Some('}') => Ok(action),
        Some(c) => Err(format!("unexpected '{c}'")),
        None => Err("{ is not closed".to_owned()),
    }
}

/// Parses steps up to the first character that cannot begin a step.
fn steps(cursor: &mut Cursor<'_>) -> Parsed<JsonPath> {
    let mut path = PathBuilder::default();
    loop {
        cursor.skip_blanks();
        match cursor.peek() {
            // Both mean the current node: kubectl has no way back to the root.
            Some('@' | '$') => {
                cursor.next();
            }
            Some('[') => bracket(cursor, &mut path)?,
            Some('.') => {
                let descent = cursor.eat("..");
                if !descent {
                    cursor.eat(".");
                }
                field(cursor, &mut path, descent)?;
            }
            _ => return path.build(),
        }
    }
}

/// Parses a key or a wildcard after `.` or `..`.
fn field(cursor: &mut Cursor<'_>, path: &mut PathBuilder, descent: bool) -> Parsed<()> {
    if descent {
        path.segments("..");
        if cursor.peek() == Some('[') {
            let inner = cursor.brackets()?;
            path.segments(&segment(inner)?);
            return Ok(());
        }
    }
    match cursor.name().as_str() {
        "" if descent => return Err(format!("unexpected {}", cursor.describe())),
        // A point alone is the current node.
        "" => {}
        "*" => path.segments("[*]"),
        name => path.segments(&key(name)),
    }
    Ok(())
}

/// A key as a segment of RFC 9535, whose strings are those of JSON.
fn key(name: &str) -> String {
    format!("[{}]", Value::from(name))
}

/// Parses `[...]` that does not follow `..`.
fn bracket(cursor: &mut Cursor<'_>, path: &mut PathBuilder) -> Parsed<()> {
    let inner = cursor.brackets()?;
    if !inner.starts_with("?(") && inner.contains(',') {
        let alternatives = inner
            .split(',')
            .map(|alternative| self::path(&format!("[{}]", alternative.trim())));
        return path.union(alternatives.collect::<Parsed<_>>()?);
    }
    if let Ok(index) = inner.parse() {
        return path.index(index);
    }
    path.segments(&segment(inner)?);
    Ok(())
}

/// The text between brackets as a segment of RFC 9535.
fn segment(inner: &str) -> Parsed<String> {
    let quoted = |quote| {
        inner
            .strip_prefix(quote)
            .and_then(|rest| rest.strip_suffix(quote))
    };
    if let Some(filter) = inner.strip_prefix("?(") {
        let filter = filter.strip_suffix(')').ok_or("unterminated filter")?;
        return Ok(format!("[?{}]", condition(filter)?));
    }
    if let Some(keys) = quoted('\'').or_else(|| quoted('"')) {
        // kubectl takes 'a.b' for two keys, and a\.b for one.
        return singular(&format!(".{keys}"));
    }
    if inner == "*" || is_slice(inner) {
        if inner.matches(':').count() == 2 && inner.rsplit(':').next().is_some_and(is_no_step) {
            return Err("step must be > 0".to_owned());
        }
        return Ok(format!("[{inner}]"));
    }
    inner
        .parse::<i64>()
        .map(|index| format!("[{index}]"))
        .map_err(|_| format!("invalid array index {inner}"))
}

fn is_slice(inner: &str) -> bool {
    let bounds: Vec<&str> = inner.split(':').collect();
    matches!(bounds.len(), 2 | 3)
        && bounds
            .iter()
            .all(|bound| bound.is_empty() || bound.parse::<i64>().is_ok())
}

fn is_no_step(step: &str) -> bool {
    step.parse::<i64>().is_ok_and(|step| step <= 0)
}

/// Translates the condition of a filter: `path`, or `left operator right`.
///
/// kubectl skips nodes that lack an operand, also for `!=`, and the RFC compares them. So the translation asks that each operand exists.
fn condition(filter: &str) -> Parsed<String> {
    let Some((left, operator, right)) = split_comparison(filter) else {
        return operand(filter).map(|operand| operand.text);
    };
    if !["==", "!=", "<", "<=", ">", ">="].contains(&operator) {
        return Err(format!("unrecognized filter operator {operator}"));
    }
    let (left, right) = (operand(left)?, operand(right)?);
    let mut condition = String::new();
    for operand in [&left, &right] {
        if operand.is_path {
            condition.push_str(&format!("{} && ", operand.text));
        }
    }
    Ok(format!(
        "{condition}{} {operator} {}",
        left.text, right.text
    ))
}

/// Splits a condition at the first operator outside of quotes and brackets.
fn split_comparison(filter: &str) -> Option<(&str, &str, &str)> {
    let is_operator = |c: char| "!<>=".contains(c);
    let mut outside = Outside::default();
    let start = filter
        .char_indices()
        .find(|&(_, c)| outside.step(c) && is_operator(c))?
        .0;
    let (left, rest) = filter.split_at(start);
    let length = rest.find(|c| !is_operator(c)).unwrap_or(rest.len());
    let (operator, right) = rest.split_at(length);
    Some((left, operator, right))
}

struct Operand {
    text: String,
    is_path: bool,
}

fn operand(source: &str) -> Parsed<Operand> {
    let source = source.trim();
    let mut cursor = Cursor::new(source);
    match cursor.peek() {
        None => Err("nothing to compare with".to_owned()),
        Some('"' | '\'') => {
            let literal = cursor.quoted()?;
            cursor.expect_end()?;
            Ok(Operand {
                text: Value::from(literal).to_string(),
                is_path: false,
            })
        }
        Some('@' | '$' | '.' | '[') => Ok(Operand {
            text: format!("@{}", singular(source)?),
            is_path: true,
        }),
        // A number, `true` or `false`.
        Some(_) => match serde_json::from_str::<Value>(source) {
            Ok(value @ (Value::Number(_) | Value::Bool(_))) => Ok(Operand {
                text: value.to_string(),
                is_path: false,
            }),
            _ => Err(format!("unrecognized identifier {source}")),
        },
    }
}

/// Translates a path without alternatives to segments of RFC 9535.
fn singular(source: &str) -> Parsed<String> {
    let mut cursor = Cursor::new(source);
    let mut segments = String::new();
    loop {
        cursor.skip_blanks();
        match cursor.peek() {
            Some('@' | '$') => {
                cursor.next();
            }
            Some('[') => segments.push_str(&segment(cursor.brackets()?)?),
            Some('.') => {
                cursor.next();
                segments.push_str(&key(&cursor.name()));
            }
            _ => break,
        }
    }
    cursor.expect_end()?;
    Ok(segments)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use serde_json::json;

    use super::*;

    #[test]
    fn braces_and_the_first_point_may_be_left_out() {
        let document = json!({"metadata": {"name": "demo1"}});
        for source in [
            "metadata.name",
            ".metadata.name",
            "{metadata.name}",
            "{.metadata.name}",
            "['metadata'].name",
        ] {
            let path = relaxed_path(source).unwrap();
            assert_eq!(path.find(&document), Ok(vec![&json!("demo1")]), "{source}");
        }
        for source in ["", "{}", ".", "{.a}{.b}", "{.a", "a b"] {
            assert!(relaxed_path(source).is_err(), "{source:?}");
        }
    }

    #[test]
    fn an_index_out_of_bounds_is_named() {
        let path = relaxed_path(".items[1]").unwrap();
        let error = path.find(&json!({"items": [1]})).unwrap_err();
        assert!(error.message.contains("index 1, length 1"), "{error}");
    }
}
