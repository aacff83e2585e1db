//! Field paths of a manifest: `spec.s3.bucket`, `spec.tolerations[0].key`, `metadata.annotations["iam.amazonaws.com/role"]`.

use std::fmt;
use std::str::FromStr;

use serde_json::{Map, Value};

use crate::{Error, Result};

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A key of a mapping.
    Key(String),
    /// A position in a list.
    Index(usize),
}

/// A path from the root of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldPath(Vec<Step>);

impl FieldPath {
    /// The value at this path.
    pub fn get<'a>(&self, root: &'a Value) -> Option<&'a Value> {
        self.0.iter().try_fold(root, |node, step| match step {
            Step::Key(key) => node.get(key),
            Step::Index(index) => node.get(index),
        })
    }

    /// Writes `value`, and makes the mappings and lists on the way; `null` removes what stands there. A list grows by one element at
    /// most, so that a typing error does not make a list of a million nulls.
    ///
    /// # Errors
    /// Usage, when the path leads through a value that is neither mapping nor list, or past the end of a list.
    pub fn set(&self, root: &mut Value, value: Value) -> Result<()> {
        if value.is_null() {
            self.remove(root);
            return Ok(());
        }
        let mut node = root;
        for step in &self.0 {
            node = self.enter(node, step)?;
        }
        *node = value;
        Ok(())
    }

    fn enter<'a>(&self, node: &'a mut Value, step: &Step) -> Result<&'a mut Value> {
        if node.is_null() {
            *node = match step {
                Step::Key(_) => Value::Object(Map::new()),
                Step::Index(_) => Value::Array(Vec::new()),
            };
        }
        match (step, node) {
            (Step::Key(key), Value::Object(map)) => {
                Ok(map.entry(key.clone()).or_insert(Value::Null))
            }
            (Step::Index(index), Value::Array(list)) => {
                if *index == list.len() {
                    list.push(Value::Null);
                }
                let length = list.len();
                list.get_mut(*index).ok_or_else(|| {
                    Error::usage(format!("path {self}: the list has only {length} elements"))
                })
            }
            (Step::Key(key), _) => Err(Error::usage(format!(
                "path {self}: {key:?} does not lie in a mapping"
            ))),
            (Step::Index(index), _) => Err(Error::usage(format!(
                "path {self}: [{index}] does not lie in a list"
            ))),
        }
    }

    fn remove(&self, root: &mut Value) {
        let Some((last, parents)) = self.0.split_last() else {
            return;
        };
        let parent = parents.iter().try_fold(root, |node, step| match step {
            Step::Key(key) => node.get_mut(key),
            Step::Index(index) => node.get_mut(index),
        });
        match (last, parent) {
            (Step::Key(key), Some(Value::Object(map))) => {
                map.remove(key);
            }
            (Step::Index(index), Some(Value::Array(list))) if *index < list.len() => {
                list.remove(*index);
            }
            _ => {}
        }
    }
}

/// The text after an opening quote, and the quote: depending on its own quotes, a shell leaves either kind.
fn quoted(text: &str) -> Option<(&str, char)> {
    ['"', '\'']
        .into_iter()
        .find_map(|quote| Some((text.strip_prefix(quote)?, quote)))
}

impl FromStr for FieldPath {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let bad = |why: &str| Error::usage(format!("path {text:?}: {why}"));
        let mut steps = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (step, after) =
                if let Some((inner, quote)) = rest.strip_prefix('[').and_then(quoted) {
                    let (key, after) = inner
                        .split_once(&format!("{quote}]"))
                        .ok_or_else(|| bad("`[\"` is not closed by `\"]`"))?;
                    (Step::Key(key.to_owned()), after)
                } else if let Some(inner) = rest.strip_prefix('[') {
                    let (index, after) = inner
                        .split_once(']')
                        .ok_or_else(|| bad("`[` is not closed by `]`"))?;
                    let index = index
                        .parse()
                        .map_err(|_| bad("the position in `[…]` is not a number"))?;
                    (Step::Index(index), after)
                } else if let Some((inner, quote)) = quoted(rest) {
                    let (key, after) = inner
                        .split_once(quote)
                        .ok_or_else(|| bad("a quoted key is not closed"))?;
                    (Step::Key(key.to_owned()), after)
                } else {
                    let end = rest.find(['.', '[', '"', '\'']).unwrap_or(rest.len());
                    let (key, after) = rest.split_at(end);
                    if key.is_empty() {
                        return Err(bad("a key is empty"));
                    }
                    (Step::Key(key.to_owned()), after)
                };
            steps.push(step);
            rest = match after.strip_prefix('.') {
                Some("") => return Err(bad("it ends in a dot")),
                Some(after) => after,
                None if after.is_empty() || after.starts_with('[') => after,
                None => return Err(bad("a dot is missing between two keys")),
            };
        }
        if steps.is_empty() {
            return Err(bad("it is empty"));
        }
        Ok(Self(steps))
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Key(key) if key.contains(['.', '[', '"', '\'']) || key.is_empty() => {
                    write!(f, "[\"{key}\"]")?;
                }
                Step::Key(key) if position == 0 => write!(f, "{key}")?,
                Step::Key(key) => write!(f, ".{key}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    #[test]
    fn paths_are_read_printed_and_followed() {
        let rows = [
            ("spec.s3.bucket", json!({"spec": {"s3": {"bucket": 1}}})),
            ("spec.list[0].key", json!({"spec": {"list": [{"key": 1}]}})),
            (
                "metadata.annotations[\"a.b/c\"]",
                json!({"metadata": {"annotations": {"a.b/c": 1}}}),
            ),
        ];
        for (text, written) in rows {
            let path: FieldPath = text.parse().unwrap();
            let mut root = Value::Null;
            path.set(&mut root, json!(1)).unwrap();
            assert_eq!(root, written);
            assert_eq!(path.get(&root), Some(&json!(1)));
            assert_eq!(path.to_string(), text);
            path.set(&mut root, Value::Null).unwrap();
            assert_eq!(path.get(&root), None);
        }
        for text in ["m.\"a.b\".c", "m.'a.b'.c", "m['a.b'].c"] {
            let quoted: FieldPath = text.parse().unwrap();
            assert_eq!(quoted.to_string(), "m[\"a.b\"].c", "{text}");
        }
    }

    #[test]
    fn bad_paths_are_refused() {
        for text in [
            "", ".", "a..b", "a.", "a[", "a[x]", "a[\"b", "a\"b\"", "a.\"b", "a.'b\"", "a['b\"]",
            "[1]x",
        ] {
            assert!(text.parse::<FieldPath>().is_err(), "{text:?}");
        }
        let past: FieldPath = "a[2]".parse().unwrap();
        assert!(past.set(&mut json!({"a": [1]}), json!(1)).is_err());
        let through: FieldPath = "a.b".parse().unwrap();
        assert!(through.set(&mut json!({"a": 1}), json!(1)).is_err());
    }
}
