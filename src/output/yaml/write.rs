//! Writes YAML. kubectl reads YAML 1.1 and the library writes 1.2, so texts that 1.1 takes for another value are quoted here.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::{Error, Result};

/// The characters from which the marks are taken: a private-use area, which almost no text uses.
const PRIVATE: std::ops::RangeInclusive<char> = '\u{e000}'..='\u{f8ff}';

/// One document, without `---`, keys sorted.
pub fn to_yaml(value: &Value) -> Result<String> {
    let marks = Marks::unused_in(value);
    let text = serde_yaml::to_string(&Marked { value, marks })
        .map_err(|error| Error::failed(format!("cannot write YAML: {error}")))?;
    Ok(text.replace([marks.open, marks.close], "\""))
}

/// The characters around a text that has to be quoted, until the document is written: the library offers no choice of style.
#[derive(Debug, Clone, Copy)]
struct Marks {
    open: char,
    close: char,
}

impl Marks {
    /// Two characters that the value does not use.
    fn unused_in(value: &Value) -> Self {
        let mut used = BTreeSet::new();
        collect_private(value, &mut used);
        let mut free = PRIVATE.rev().filter(|c| !used.contains(c));
        Self {
            open: free.next().unwrap_or('\u{f8f0}'),
            close: free.next().unwrap_or('\u{f8f1}'),
        }
    }

    fn mark(self, text: &str) -> Cow<'_, str> {
        if means_something_else(text) {
            Cow::Owned(format!("{}{text}{}", self.open, self.close))
        } else {
            Cow::Borrowed(text)
        }
    }
}

fn collect_private(value: &Value, used: &mut BTreeSet<char>) {
    let mut add = |text: &str| {
        // All of them are three bytes long in UTF-8, and begin with one of these two.
        if text.bytes().any(|byte| matches!(byte, 0xee | 0xef)) {
            used.extend(text.chars().filter(|c| PRIVATE.contains(c)));
        }
    };
    match value {
        Value::String(text) => add(text),
        Value::Array(items) => items.iter().for_each(|item| collect_private(item, used)),
        Value::Object(keys) => {
            keys.keys().for_each(|key| add(key));
            keys.values().for_each(|value| collect_private(value, used));
        }
        _ => {}
    }
}

/// A value whose texts are marked where they have to be quoted. Its keys keep their order.
struct Marked<'a> {
    value: &'a Value,
    marks: Marks,
}

impl<'a> Marked<'a> {
    fn with(&self, value: &'a Value) -> Self {
        Self {
            value,
            marks: self.marks,
        }
    }
}

impl Serialize for Marked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            Value::String(text) => serializer.serialize_str(&self.marks.mark(text)),
            Value::Array(items) => serializer.collect_seq(items.iter().map(|item| self.with(item))),
            Value::Object(keys) => serializer.collect_map(
                keys.iter()
                    .map(|(key, value)| (self.marks.mark(key), self.with(value))),
            ),
            other => other.serialize(serializer),
        }
    }
}

/// Whether YAML 1.1 reads this plain text as a boolean, a number, a time or an operator. The library itself quotes the texts that YAML 1.2
/// also reads so.
fn means_something_else(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    matches!(
        lower.as_str(),
        "y" | "n" | "yes" | "no" | "on" | "off" | "=" | "<<"
    ) || is_number(&lower)
        || is_time(text)
}

/// Whether a text is a number of YAML 1.1 only: with `_` between digits, with an upper-case radix prefix, or sexagesimal (`12:30`).
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

/// Whether a text is a date, with or without a time.
fn is_time(text: &str) -> bool {
    let (date, rest) = text.split_at_checked(10).unwrap_or((text, ""));
    let digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let parts: Vec<&str> = date.split('-').collect();
    matches!(parts.as_slice(), [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
        && (rest.is_empty() || rest.starts_with(['T', 't', ' ']))
        // The library quotes a text with other characters by itself, where it has to be quoted.
        && rest.chars().all(|c| c.is_ascii_digit() || "TtZz :.+-".contains(c))
}
