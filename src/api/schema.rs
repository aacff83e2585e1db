//! What each operator's schema knows, asked by the check of manifests and by the CRDs that are made from the table of fields.

use serde_json::Value;

use super::fields::{
    BACKUP, BACKUP_STATUS, COMPACT, COMPACT_STATUS, RESTORE, RESTORE_STATUS, SCHEDULE,
    SCHEDULE_STATUS,
};
use super::{Kind, Operator};

/// Which state machine and schema an operator has. 1.5.4, 1.6.0 and older know `logStop` but not `logSubcommand`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// `pingcap.com` without `spec.logSubcommand`.
    V1LogStop,
    /// `pingcap.com` with `spec.logSubcommand` (1.5.5, 1.6.1 and later).
    V1,
    /// `br.pingcap.com`.
    V2,
}

impl Dialect {
    /// The generation that speaks it.
    pub fn operator(self) -> Operator {
        match self {
            Dialect::V1LogStop | Dialect::V1 => Operator::V1,
            Dialect::V2 => Operator::V2,
        }
    }

    /// The newest dialect of a generation.
    pub fn newest(operator: Operator) -> Self {
        match operator {
            Operator::V1 => Dialect::V1,
            Operator::V2 => Dialect::V2,
        }
    }

    pub(super) const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// What may stand in a field.
#[derive(Clone, Copy)]
pub enum Shape {
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
    List(&'static Shape),
    /// Any keys, each with a value of one shape.
    Map(&'static Shape),
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
    pub shape: Shape,
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

/// The fields of `spec`.
pub fn spec(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Backup => BACKUP,
        Kind::BackupSchedule => SCHEDULE,
        Kind::CompactBackup => COMPACT,
        Kind::Restore => RESTORE,
    }
}

/// The fields of `status`.
pub fn status(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Backup => BACKUP_STATUS,
        Kind::BackupSchedule => SCHEDULE_STATUS,
        Kind::CompactBackup => COMPACT_STATUS,
        Kind::Restore => RESTORE_STATUS,
    }
}

/// The field of that key in one dialect's schema.
pub fn find(fields: &'static [Field], name: &str, dialect: Dialect) -> Option<&'static Field> {
    fields
        .iter()
        .find(|field| field.name == name && field.known_to(dialect))
}

/// Whether the schema of `dialect` has the field at a dotted path below `spec`.
pub fn has(kind: Kind, path: &str, dialect: Dialect) -> bool {
    let mut fields = spec(kind);
    let mut keys = path.split('.').peekable();
    while let Some(key) = keys.next() {
        let Some(field) = find(fields, key, dialect) else {
            return false;
        };
        match field.shape {
            Shape::Object(inner) => fields = inner,
            _ => return keys.peek().is_none() || matches!(field.shape, Shape::Core(_)),
        }
    }
    true
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
