//! The page of one object: labels and values, and tables in sections. Every value is cleaned here, wherever it comes from.

use std::fmt::Write;

use serde_json::Value;

use crate::api::ObjectRef;
use crate::api::document::at;
use crate::manifest::storage::StorageUrl;
use crate::output::{Cell, Column, Screen, Table, one_line};
use crate::time::{Tso, age};

/// The width of the label column.
const LABEL: usize = 18;

/// Builds the page of one object.
pub struct DetailPage<'a> {
    object: &'a Value,
    screen: &'a Screen,
    text: String,
}

impl<'a> DetailPage<'a> {
    /// A page that starts with what every object has: its name, namespace and operator.
    pub fn new(object: &'a Value, screen: &'a Screen) -> Self {
        let mut page = Self {
            object,
            screen,
            text: String::new(),
        };
        page.field("Name", "/metadata/name");
        page.field("Namespace", "/metadata/namespace");
        if let Some(object) = ObjectRef::of(object) {
            let operator = object.operator;
            page.line(
                "Operator",
                format!("{operator} ({})", operator.api_version()),
            );
        }
        page
    }

    /// The object.
    pub fn object(&self) -> &'a Value {
        self.object
    }

    /// How the page is drawn.
    pub fn screen(&self) -> &'a Screen {
        self.screen
    }

    /// A text of the object; `None` for an empty text.
    pub fn get(&self, pointer: &str) -> Option<&'a str> {
        at(self.object, pointer)
            .as_str()
            .filter(|text| !text.is_empty())
    }

    /// Adds a line.
    pub fn line(&mut self, label: &str, value: impl AsRef<str>) {
        let label = match label {
            "" => String::new(),
            label => format!("{label}:"),
        };
        let value = one_line(value.as_ref());
        let _ = writeln!(self.text, "{label:LABEL$} {value}");
    }

    /// Adds a line for a value that may be absent.
    pub fn optional(&mut self, label: &str, value: Option<impl AsRef<str>>) {
        if let Some(value) = value {
            self.line(label, value);
        }
    }

    /// Adds a line for a text, a number or a boolean of the object.
    pub fn field(&mut self, label: &str, pointer: &str) {
        let value = match at(self.object, pointer) {
            Value::String(text) if !text.is_empty() => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Bool(flag) => flag.to_string(),
            _ => return,
        };
        self.line(label, value);
    }

    /// Adds a line for the storage of a spec.
    pub fn storage(&mut self, label: &str, spec: &str) {
        let storage = StorageUrl::of_spec(at(self.object, spec));
        self.optional(label, storage.map(|storage| storage.to_string()));
    }

    /// Adds a line for a moment that is known as a TSO.
    pub fn tso(&mut self, label: &str, tso: Option<Tso>) {
        if let Some(tso) = tso {
            self.line(label, tso.show(self.screen.zone));
        }
    }

    /// Adds a line for a TSO of the object.
    pub fn moment(&mut self, label: &str, pointer: &str) {
        let tso = self.get(pointer).and_then(Tso::parse);
        self.tso(label, tso);
    }

    /// Adds a line for an RFC 3339 time of the object, and how long ago it was.
    pub fn time(&mut self, label: &str, pointer: &str) {
        let time = self
            .get(pointer)
            .and_then(|text| chrono::DateTime::parse_from_rfc3339(text).ok());
        if let Some(time) = time {
            let elapsed = age(self.screen.now - time.to_utc());
            let shown = self.screen.zone.show(time.to_utc());
            self.line(label, format!("{shown} ({elapsed} ago)"));
        }
    }

    /// Adds a section with a table. Tables on a page always have their header.
    pub fn section<const N: usize>(
        &mut self,
        title: &str,
        headers: [&str; N],
        rows: impl IntoIterator<Item = [Cell; N]>,
    ) {
        let mut table = Table::new(headers.map(Column::new));
        for row in rows {
            table.push(row);
        }
        let screen = Screen {
            headers: true,
            wide: false,
            ..*self.screen
        };
        let _ = writeln!(self.text, "{title}:");
        for line in table.page(&screen).lines() {
            let _ = writeln!(self.text, "  {line}");
        }
    }

    /// The finished page.
    pub fn text(self) -> String {
        self.text
    }
}
