//! A manifest while it is built: where each flag writes, and how its value meets what FILE says.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::path::FieldPath;
use super::value::Written;
use crate::Result;
use crate::api::document::{put, stamp};
use crate::api::{Kind, Operator};

/// A document that grows flag by flag.
#[derive(Debug)]
pub struct Draft {
    document: Value,
    /// Where the fields of flags lie: `spec`, or a template below it.
    at: &'static str,
    /// Lists that a flag of this command has written. The first flag replaces the list of FILE, the next flag appends.
    begun: BTreeSet<String>,
}

impl Draft {
    /// Starts from `base`, or from nothing.
    pub fn new(operator: Operator, kind: Kind, base: Option<Value>, at: &'static str) -> Self {
        let mut document = base.unwrap_or_else(|| json!({}));
        stamp(&mut document, operator, kind);
        if document.get("spec").is_none_or(Value::is_null) {
            put(&mut document, "spec", json!({}));
        }
        Self {
            document,
            at,
            begun: BTreeSet::new(),
        }
    }

    /// The text of a field.
    pub fn text(&self, field: &str) -> Option<&str> {
        let pointer = format!("/{}", self.rooted(field).replace('.', "/"));
        self.document.pointer(&pointer).and_then(Value::as_str)
    }

    /// The value at a path from the root; `None` where nothing stands there, or `null`.
    pub fn value(&self, path: &str) -> Option<&Value> {
        let pointer = format!("/{}", path.replace('.', "/"));
        self.document
            .pointer(&pointer)
            .filter(|value| !value.is_null())
    }

    /// The spec or template that flags write into.
    pub fn spec(&self) -> &Value {
        let pointer = format!("/{}", self.at.replace('.', "/"));
        self.document.pointer(&pointer).unwrap_or(&Value::Null)
    }

    /// Whether the manifest describes a dump: it has no `br`, but a database to read from.
    pub fn is_dump(&self) -> bool {
        let spec = self.spec();
        spec.get("br").is_none() && (spec.get("from").is_some() || spec.get("dumpling").is_some())
    }

    /// Writes one flag's field.
    pub fn write(&mut self, field: &str, written: Written) -> Result<()> {
        let path = self.path(field)?;
        let first = self.begun.insert(path.to_string());
        let before = path.get(&self.document).cloned().unwrap_or(Value::Null);
        let after = match (written, before) {
            (Written::Replace(value), _) => value,
            (Written::Append(values), Value::Array(list)) if !first => {
                Value::Array(list.into_iter().chain(values).collect())
            }
            (Written::Append(values), _) => Value::Array(values),
            (Written::MergeKeys(keys), before) => Value::Object(merged(before, keys)),
            (Written::MergeNames(items), before) => Value::Array(merged_by_name(before, items)),
        };
        path.set(&mut self.document, after)
    }

    /// Sets a field, or removes it when `value` is null.
    pub fn replace(&mut self, field: &str, value: Value) -> Result<()> {
        self.path(field)?.set(&mut self.document, value)
    }

    /// Sets a field that is not set yet.
    pub fn default(&mut self, field: &str, value: Value) -> Result<()> {
        let path = self.path(field)?;
        match path.get(&self.document) {
            Some(present) if !present.is_null() => Ok(()),
            _ => path.set(&mut self.document, value),
        }
    }

    /// Writes one `--set`, whose path begins at the root.
    pub fn set_from_root(&mut self, path: &FieldPath, value: Value) -> Result<()> {
        path.set(&mut self.document, value)
    }

    /// The finished manifest.
    pub fn into_document(self) -> Value {
        self.document
    }

    fn path(&self, field: &str) -> Result<FieldPath> {
        self.rooted(field).parse()
    }

    /// The path from the root. Fields lie below `at`, except those that begin with `metadata.` or `spec.`.
    fn rooted(&self, field: &str) -> String {
        match field.starts_with("metadata.") || field.starts_with("spec.") {
            true => field.to_owned(),
            false => format!("{}.{field}", self.at),
        }
    }
}

fn merged(before: Value, keys: Map<String, Value>) -> Map<String, Value> {
    let mut map = match before {
        Value::Object(map) => map,
        _ => Map::new(),
    };
    map.extend(keys);
    map
}

fn merged_by_name(before: Value, items: Vec<Value>) -> Vec<Value> {
    let mut list = match before {
        Value::Array(list) => list,
        _ => Vec::new(),
    };
    for item in items {
        match list
            .iter_mut()
            .find(|old| old.get("name") == item.get("name"))
        {
            Some(old) => *old = item,
            None => list.push(item),
        }
    }
    list
}
