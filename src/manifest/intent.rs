//! What the user wants to be built, as one value that every step of building reads.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::given::Given;
use super::method::Method;
use super::moments::Times;
use super::name::Purpose;
use super::path::FieldPath;
use crate::api::{Kind, Operator};

/// What the user wants.
#[derive(Debug)]
pub struct Intent<'a> {
    /// What is built.
    pub kind: Kind,
    /// The generation that the manifest is for.
    pub operator: Operator,
    /// What makes the backup.
    pub method: Method,
    /// NAME, if given.
    pub name: Option<&'a str>,
    /// The namespace to write, if any.
    pub namespace: Option<&'a str>,
    /// FILE, or the backup to be like; without status and what the server set.
    pub base: Option<Value>,
    /// The flags of the table.
    pub given: &'a Given,
    /// The moments that its times stand for.
    pub times: &'a Times,
    /// `--set`, in order.
    pub set: &'a [(FieldPath, Value)],
    /// Now, for the default name.
    pub now: DateTime<Utc>,
}

impl Intent<'_> {
    /// Where the flags of the table lie: the spec, or the template of a schedule.
    pub(super) fn place(&self) -> &'static str {
        match self.kind {
            Kind::BackupSchedule => "spec.backupTemplate",
            Kind::Backup | Kind::CompactBackup | Kind::Restore => "spec",
        }
    }

    pub(super) fn purpose(&self) -> Purpose {
        match (self.kind, self.method) {
            (Kind::Backup, Method::Log) => Purpose::Log,
            (Kind::Backup, _) => Purpose::Snapshot,
            (Kind::BackupSchedule, _) => Purpose::Schedule,
            (Kind::CompactBackup, _) => Purpose::Compaction,
            (Kind::Restore, _) => Purpose::Restore,
        }
    }
}
