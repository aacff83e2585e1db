//! What is said already: by flags, by FILE, and by the answers so far.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Line;
use super::question::{Question, Subject};
use crate::manifest::storage::{Provider, StorageUrl, UrlFlag};

/// What is said already.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The command line as it grows.
    pub line: Line,
    /// FILE, or the object to be like, with `--set` applied; null when there is none.
    pub document: Value,
    /// Where the flags of the table lie in it: `/spec`, or a template below it.
    place: &'static str,
    asked: BTreeSet<&'static str>,
}

impl Known {
    /// What `line` and `document` say about a manifest of `subject`.
    pub fn new(line: Line, document: Value, subject: &Subject) -> Self {
        Self {
            line,
            document,
            place: subject.place,
            asked: BTreeSet::new(),
        }
    }

    /// The last value of a flag.
    pub fn flag(&self, name: &str) -> Option<&str> {
        self.line.value(name)
    }

    /// Whether one of these flags was given.
    pub fn any(&self, flags: &[&str]) -> bool {
        flags.iter().any(|flag| self.flag(flag).is_some())
    }

    /// A field of the document, as a path below the place of flags, or from the root when it begins with `/`.
    pub fn field(&self, path: &str) -> Option<&Value> {
        let pointer = match path.starts_with('/') {
            true => path.to_owned(),
            false => format!("{}/{path}", self.place),
        };
        self.document
            .pointer(&pointer)
            .filter(|value| !value.is_null())
    }

    /// The text of a flag, else of a field.
    pub fn text(&self, flag: &str, field: &str) -> Option<&str> {
        self.flag(flag)
            .or_else(|| self.field(field).and_then(Value::as_str))
    }

    /// Whether a question needs no answer any more, or does not arise.
    pub fn settled(&self, question: &Question) -> bool {
        self.flag(question.flag).is_some()
            || self.any(question.also)
            || question
                .fields
                .iter()
                .any(|field| self.field(field).is_some())
            || !(question.when)(self)
    }

    /// Notes that a question was put.
    pub fn put(&mut self, question: &Question) {
        self.asked.insert(question.flag);
    }

    /// Whether the question of a flag was put.
    pub fn was_asked(&self, flag: &str) -> bool {
        self.asked.contains(flag)
    }

    /// The URL of `--storage`, or of the archive in its place.
    pub fn storage(&self) -> Option<StorageUrl> {
        let url = self.flag("storage").or(self.flag("archive"))?;
        StorageUrl::parse(UrlFlag::Storage, url).ok()
    }

    /// The provider of the storage.
    pub fn provider(&self) -> Option<Provider> {
        match self.storage() {
            Some(url) => Some(url.provider),
            None => Provider::of_spec(self.document.pointer(self.place)?),
        }
    }

    /// The TiDB cluster, or the database that a dump reads from.
    pub fn cluster(&self) -> Option<&str> {
        self.text("cluster", "br/cluster")
            .or_else(|| self.text("from-host", "from/host"))
    }
}
