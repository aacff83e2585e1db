//! The words that the table of fields is written in: what may stand in a field, which operators have it, and what can be wrong there.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::operator::Dialect;

/// What may stand in a field.
#[derive(Clone, Copy)]
pub enum FieldType {
    /// A string.
    Text,
    /// RFC 3339.
    Time,
    /// A whole number.
    Int,
    /// Any number.
    Number,
    /// `true` or `false`.
    Bool,
    /// A list.
    List(&'static FieldType),
    /// Any keys, each with a value of one shape.
    Map(&'static FieldType),
    /// These fields and no others.
    Object(&'static [Field]),
    /// A type of the core API, checked by its own definition.
    Core(fn(&Value) -> Vec<Problem>),
}

/// One field of the schema.
#[derive(Clone, Copy)]
pub struct Field {
    /// Its key.
    pub name: &'static str,
    /// What may stand in it.
    pub field_type: FieldType,
    pub(super) dialects: u8,
    pub(super) required: u8,
    pub(super) default: Option<&'static str>,
    pub(super) one_of: &'static [&'static str],
    pub(super) pattern: Option<&'static str>,
    pub(super) nullable: bool,
}

impl Field {
    /// Whether the schema of `dialect` has this field.
    pub fn known_to(&self, dialect: Dialect) -> bool {
        self.dialects & dialect.bit() != 0
    }

    pub(super) fn required_by(&self, dialect: Dialect) -> bool {
        self.required & dialect.bit() != 0
    }

    pub(super) fn default_value(&self) -> Option<Value> {
        self.default
            .and_then(|json| serde_json::from_str(json).ok())
    }

    pub(super) fn enumeration(&self) -> &'static [&'static str] {
        self.one_of
    }

    pub(super) fn regex(&self) -> Option<&'static str> {
        self.pattern
    }

    pub(super) fn may_be_null(&self) -> bool {
        self.nullable
    }
}

/// The dialects as bits of a set.
const EVERY: u8 = Dialect::V1LogStop.bit() | Dialect::V1.bit() | Dialect::V2.bit();

pub(super) const fn field(name: &'static str, field_type: FieldType) -> Field {
    Field {
        name,
        field_type,
        dialects: EVERY,
        required: 0,
        default: None,
        one_of: &[],
        pattern: None,
        nullable: false,
    }
}
pub(super) const fn text(name: &'static str) -> Field {
    field(name, FieldType::Text)
}
pub(super) const fn int(name: &'static str) -> Field {
    field(name, FieldType::Int)
}
pub(super) const fn flag(name: &'static str) -> Field {
    field(name, FieldType::Bool)
}
pub(super) const fn texts(name: &'static str) -> Field {
    field(name, FieldType::List(&FieldType::Text))
}
pub(super) const fn time(name: &'static str) -> Field {
    field(name, FieldType::Time)
}
pub(super) const fn object(name: &'static str, fields: &'static [Field]) -> Field {
    field(name, FieldType::Object(fields))
}

impl Field {
    pub(super) const fn only(mut self, dialects: u8) -> Self {
        self.dialects = dialects;
        self
    }
    pub(super) const fn required(mut self) -> Self {
        self.required = EVERY;
        self
    }
    pub(super) const fn required_in(mut self, dialects: u8) -> Self {
        self.required = dialects;
        self
    }
    /// The value that the API server fills in, as JSON.
    pub(super) const fn default(mut self, json: &'static str) -> Self {
        self.default = Some(json);
        self
    }
    pub(super) const fn one_of(mut self, allowed: &'static [&'static str]) -> Self {
        self.one_of = allowed;
        self
    }
    pub(super) const fn pattern(mut self, pattern: &'static str) -> Self {
        self.pattern = Some(pattern);
        self
    }
    pub(super) const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }
}

/// What is wrong at one place of a manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, as a dotted path from the root of the checked value.
    pub path: String,
    /// What is wrong there.
    pub fault: Fault,
}

/// The ways in which a field can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No schema has this field; the known field nearest in spelling.
    Unknown(Option<&'static str>),
    /// The field belongs to another operator version.
    Elsewhere,
    /// Another type is expected; the words for it.
    Type(String),
}

/// What `invalid type: integer `1`, expected a map` expects.
fn wanted(error: &serde_json::Error) -> String {
    let told = error.to_string();
    match told.split_once(", expected ") {
        Some((_, wanted)) => wanted.to_owned(),
        None => format!("something else: {told}"),
    }
}

/// A core type's problems: what its definition ignores is unknown, what it refuses is of the wrong type.
pub(super) fn strictly<T: DeserializeOwned>(value: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    let outcome: Result<T, _> = serde_ignored::deserialize(value, |path| {
        problems.push(Problem {
            path: path.to_string(),
            fault: Fault::Unknown(None),
        });
    });
    if let Err(error) = outcome {
        problems.push(Problem {
            path: String::new(),
            fault: Fault::Type(wanted(&error)),
        });
    }
    problems
}
