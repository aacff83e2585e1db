//! What each operator's schema knows, asked by the check of manifests and by the CRDs that are made from the table of fields.

use super::field_type::{Field, FieldType};
use super::fields::{
    BACKUP, BACKUP_STATUS, COMPACT, COMPACT_STATUS, RESTORE, RESTORE_STATUS, SCHEDULE,
    SCHEDULE_STATUS,
};
use super::kind::Kind;
use super::operator::Dialect;

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
        match field.field_type {
            FieldType::Object(inner) => fields = inner,
            _ => return keys.peek().is_none() || matches!(field.field_type, FieldType::Core(_)),
        }
    }
    true
}
