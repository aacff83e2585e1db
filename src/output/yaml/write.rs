//! kubectl reads YAML 1.1 where the library writes 1.2, so texts that 1.1 takes for something else are quoted here.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::{Error, Result};

/// Mark a text that has to be quoted, until the document is written: the library offers no choice of style. Both are private-use characters,
/// which no Kubernetes field holds.
const OPEN: char = '\u{f8f0}';
const CLOSE: char = '\u{f8f1}';

/// One document, without `---`, keys sorted.
pub fn to_yaml(value: &Value) -> Result<String> {
    let text = serde_yaml::to_string(&Marked(value))
        .map_err(|error| Error::failed(format!("cannot write YAML: {error}")))?;
    Ok(text.replace([OPEN, CLOSE], "\""))
}

/// A value whose texts are marked where they have to be quoted. The order of keys is that of the value.
struct Marked<'a>(&'a Value);

impl Serialize for Marked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::String(text) => serializer.serialize_str(&mark(text)),
            Value::Array(items) => serializer.collect_seq(items.iter().map(Marked)),
            Value::Object(keys) => {
                serializer.collect_map(keys.iter().map(|(key, value)| (mark(key), Marked(value))))
            }
            other => other.serialize(serializer),
        }
    }
}

fn mark(text: &str) -> Cow<'_, str> {
    if means_something_else(text) {
        Cow::Owned(format!("{OPEN}{text}{CLOSE}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether YAML 1.1 reads this plain text as a boolean, a number, a time or an operator. What 1.2 does as well is the library's affair.
fn means_something_else(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    matches!(
        lower.as_str(),
        "y" | "n" | "yes" | "no" | "on" | "off" | "=" | "<<"
    ) || is_number(&lower)
        || is_time(text)
}

/// Numbers with `_` between digits, upper-case radix prefixes, and sexagesimal ones (`12:30`).
fn is_number(lower: &str) -> bool {
    if !lower.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)) {
        return false;
    }
    let plain = lower.replace('_', "");
    let unsigned = plain.trim_start_matches(['+', '-']);
    let radix = |prefix: &str, radix| {
        unsigned
            .strip_prefix(prefix)
            .is_some_and(|digits| !digits.is_empty() && digits.chars().all(|c| c.is_digit(radix)))
    };
    let sexagesimal = || {
        unsigned.contains(':')
            && unsigned
                .split(':')
                .all(|part| !part.is_empty() && part.parse::<f64>().is_ok())
    };
    lower != plain && unsigned.parse::<f64>().is_ok()
        || radix("0x", 16)
        || radix("0o", 8)
        || radix("0b", 2)
        || sexagesimal()
}

/// `YYYY-MM-DD`, with or without a time.
fn is_time(text: &str) -> bool {
    let (date, rest) = text.split_at_checked(10).unwrap_or((text, ""));
    let digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let parts: Vec<&str> = date.split('-').collect();
    matches!(parts.as_slice(), [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
        && (rest.is_empty() || rest.starts_with(['T', 't', ' ']))
}
