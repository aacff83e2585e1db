//! Schedules and compactions as the v1 operator drives them (operator reference v1 sections 8 and 9; trials v1 rows 7). The v2 operator does
//! nothing with either (trials v2 row 7).
//!
//! [`tick::tick`] and [`retention::collect`] are pure: documents and a clock in, requests out. [`Schedules`] drives them over a real API server,
//! one round at a time, at the moment that the caller says.

mod compaction;
mod driver;
mod retention;
mod tick;

pub use driver::Schedules;

use serde_json::Value;

use super::document::{list, text};

/// One request of the schedule controller, and the row or paragraph that it follows.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Where it was seen.
    pub row: &'static str,
    /// What is asked.
    pub act: Act,
}

/// What is asked of the API server; names are those of the schedule's namespace.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Creates an object.
    Create(Value),
    /// Deletes an object of a kind, given by its plural.
    Delete(&'static str, String),
    /// Changes an object by a merge patch.
    Merge(&'static str, String, Value),
}

impl Request {
    fn new(row: &'static str, act: Act) -> Self {
        Self { row, act }
    }
}

/// What the controller sees of one schedule.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// The schedule.
    pub schedule: Value,
    /// All Backups of its namespace.
    pub backups: Vec<Value>,
    /// All CompactBackups of its namespace.
    pub compactions: Vec<Value>,
}

impl Scene {
    fn name(&self) -> &str {
        text(&self.schedule, "/metadata/name")
    }

    fn backup(&self, name: &str) -> Option<&Value> {
        self.backups
            .iter()
            .find(|backup| text(backup, "/metadata/name") == name)
    }

    fn compaction(&self, name: &str) -> Option<&Value> {
        self.compactions
            .iter()
            .find(|compaction| text(compaction, "/metadata/name") == name)
    }

    /// The children that the three labels select, oldest first.
    fn children<'a>(&self, objects: &'a [Value]) -> Vec<&'a Value> {
        let label = |object: &Value, key: &str| {
            let labels = object.pointer("/metadata/labels");
            let value = labels.and_then(|labels| labels.get(key));
            value.and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let mut own: Vec<&Value> = objects
            .iter()
            .filter(|object| {
                label(object, "app.kubernetes.io/managed-by") == MANAGED_BY
                    && label(object, "app.kubernetes.io/instance") == self.name()
                    && label(object, SCHEDULE) == self.name()
            })
            .collect();
        own.sort_by_key(|object| {
            let created = text(object, "/metadata/creationTimestamp").to_owned();
            // Objects of one second: the log backup is made before the first snapshot.
            let snapshot = text(object, "/spec/backupMode") != "log";
            (created, snapshot, text(object, "/metadata/name").to_owned())
        });
        own
    }

    fn is_owner_of(&self, object: &Value) -> bool {
        list(object, "/metadata/ownerReferences")
            .iter()
            .any(|owner| {
                text(owner, "/kind") == "BackupSchedule"
                    && text(owner, "/uid") == text(&self.schedule, "/metadata/uid")
            })
    }
}

const SCHEDULE: &str = "tidb.pingcap.com/backup-schedule";
const MANAGED_BY: &str = "backup-schedule-operator";
const BACKUPS: &str = "backups";
const COMPACTIONS: &str = "compactbackups";
const SCHEDULES: &str = "backupschedules";
