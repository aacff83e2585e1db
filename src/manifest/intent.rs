//! What the user wants to be built, as one value that every step of building reads.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::given::Given;
use super::given::Times;
use super::method::Method;
use super::name::JobNaming;
use super::path::FieldPath;
use crate::api::{Kind, Operator};

/// How much of a manifest must be there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Everything: nothing will be added.
    Whole,
    /// Everything but the storage, which is copied from a backup.
    AllButStorage,
    /// Nothing: only what was typed must be right.
    Outline,
}

/// What the user wants.
#[derive(Debug)]
pub struct Intent<'a> {
    /// The kind that is built.
    pub kind: Kind,
    /// The operator that the manifest is for.
    pub operator: Operator,
    /// The tool that makes the backup.
    pub method: Method,
    /// NAME, where it was given.
    pub name: Option<&'a str>,
    /// The namespace to write; `None` where the manifest names none.
    pub namespace: Option<&'a str>,
    /// FILE, or the backup of `--like`, without status and without what the API server set.
    pub base: Option<Value>,
    /// The flags of the table that were given.
    pub given: &'a Given,
    /// The moments that the typed times mean.
    pub times: &'a Times,
    /// `--set`, in the order of the command line.
    pub set: &'a [(FieldPath, Value)],
    /// The moment of this run, for the default name.
    pub now: DateTime<Utc>,
}

impl Intent<'_> {
    /// Where the fields of the flags lie: in the spec, or in the template of a schedule.
    pub(super) fn place(&self) -> &'static str {
        match self.kind {
            Kind::BackupSchedule => "spec.backupTemplate",
            Kind::Backup | Kind::CompactBackup | Kind::Restore => "spec",
        }
    }

    pub(super) fn job_naming(&self) -> JobNaming {
        match (self.kind, self.method) {
            (Kind::Backup, Method::Log) => JobNaming::Log,
            (Kind::Backup, _) => JobNaming::Snapshot,
            (Kind::BackupSchedule, _) => JobNaming::Schedule,
            (Kind::CompactBackup, _) => JobNaming::Compaction,
            (Kind::Restore, _) => JobNaming::Restore,
        }
    }
}
