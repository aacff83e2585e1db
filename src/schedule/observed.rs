//! A schedule and its backups, as far as running and retention depend on them.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::{Cron, Policy};
use crate::Result;
use crate::api::ObjectRef;
use crate::api::document::at;
use crate::time::Tso;

/// The label that the operator puts on the children of a schedule, and `trigger` on the backup it makes.
pub const SCHEDULE_LABEL: &str = "tidb.pingcap.com/backup-schedule";

/// A `BackupSchedule` as the operator reads it.
#[derive(Debug, Clone)]
pub struct Schedule {
    /// Which object.
    pub object: ObjectRef,
    /// `spec.schedule`, read; the operator tells nobody but its log when it cannot read it.
    pub cron: Result<Cron>,
    /// `spec.pause`
    pub paused: bool,
    /// What retention follows.
    pub policy: Policy,
    /// `spec.maxBackups`, also where `maxReservedTime` overrides it; 0 keeps all.
    pub max_backups: i64,
    /// Whether there is a `logBackupTemplate`.
    pub has_log: bool,
    /// Whether compactions are made: template, interval and log backup.
    pub has_compaction: bool,
    /// `status.lastBackup`
    pub last_backup: Option<String>,
    /// From when on runs count as missed: the last run, else when retention had removed all, else the creation
    /// (docs/operators.md, "A slot is noticed at the resync").
    pub reference: Option<DateTime<Utc>>,
    /// `status.logBackup`
    pub log_backup: Option<String>,
    /// Up to where compactions are done, else where the log begins; caps truncation where there is compaction.
    pub compacted_until: Option<DateTime<Utc>>,
}

impl Schedule {
    /// Reads the CR; `None` when it is not one of ours.
    pub fn read(object: &Value) -> Option<Self> {
        let text = |pointer: &str| {
            let text = object.pointer(pointer).and_then(Value::as_str);
            text.filter(|text| !text.is_empty())
        };
        let time = |pointer: &str| {
            let time = text(pointer).and_then(|text| DateTime::parse_from_rfc3339(text).ok());
            time.map(|time| time.to_utc())
        };
        let has = |key: &str| {
            at(object, "/spec")
                .get(key)
                .is_some_and(|value| !value.is_null())
        };
        let has_log = has("logBackupTemplate");
        let interval = text("/spec/compactInterval").or(text("/spec/compactSpan"));
        Some(Self {
            object: ObjectRef::of(object)?,
            cron: text("/spec/schedule").unwrap_or_default().parse(),
            paused: object.pointer("/spec/pause").and_then(Value::as_bool) == Some(true),
            policy: Policy::of(object),
            max_backups: max_backups(object),
            has_log,
            has_compaction: has_log && has("compactBackupTemplate") && interval.is_some(),
            last_backup: text("/status/lastBackup").map(str::to_owned),
            reference: time("/status/lastBackupTime")
                .or_else(|| time("/status/allBackupCleanTime"))
                .or_else(|| time("/metadata/creationTimestamp")),
            log_backup: text("/status/logBackup").map(str::to_owned),
            compacted_until: time("/status/lastCompactProgress")
                .or_else(|| time("/status/logBackupStartTs")),
        })
    }

    /// The name that the operator gives the log backup.
    pub fn log_name(&self) -> String {
        format!("log-{}", self.object.name)
    }
}

/// `spec.maxBackups`; 0 keeps all.
pub fn max_backups(object: &Value) -> i64 {
    let number = object.pointer("/spec/maxBackups").and_then(Value::as_i64);
    number.unwrap_or_default()
}

/// A Backup that carries the label of a schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Child {
    /// Its namespace.
    pub namespace: String,
    /// Its name.
    pub name: String,
    /// The schedule of its label.
    pub schedule: String,
    /// Whether retention sees it: made by the operator, and not by `trigger`.
    pub governed: bool,
    /// When it was created.
    pub created: Option<DateTime<Utc>>,
    /// Whether it is the log backup.
    pub log: bool,
    /// `status.phase`
    pub phase: Option<String>,
    /// Condition `Complete`.
    pub complete: bool,
    /// Condition `Failed` or `Invalid`.
    pub failed: bool,
    /// Condition `Invalid`.
    pub invalid: bool,
    /// Condition `Scheduled`.
    pub scheduled: bool,
    /// `status.commitTs`: of a snapshot its moment, of a log its start.
    pub commit: Option<Tso>,
    /// `status.logCheckpointTs`
    pub checkpoint: Option<Tso>,
    /// `status.backupPath`
    pub path: Option<String>,
    /// Whether its data goes with it.
    pub deletes_data: bool,
}

impl Child {
    /// Reads a Backup; `None` when no schedule made it.
    pub fn read(object: &Value) -> Option<Self> {
        let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
        let label = |key: &str| {
            let labels = object.pointer("/metadata/labels")?;
            labels.get(key)?.as_str()
        };
        let has = |kind: &str| {
            let conditions = object
                .pointer("/status/conditions")
                .and_then(Value::as_array);
            conditions.into_iter().flatten().any(|condition| {
                at(condition, "/type") == kind && at(condition, "/status") == "True"
            })
        };
        let schedule = label(SCHEDULE_LABEL)?.to_owned();
        let owned = object
            .pointer("/metadata/ownerReferences")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .any(|owner| at(owner, "/kind") == "BackupSchedule");
        let failed = has("Failed");
        let created = text("/metadata/creationTimestamp")
            .and_then(|text| DateTime::parse_from_rfc3339(text).ok());
        Some(Self {
            namespace: text("/metadata/namespace").unwrap_or_default().to_owned(),
            name: text("/metadata/name")?.to_owned(),
            governed: owned || label("app.kubernetes.io/managed-by") == Some(MANAGED_BY),
            schedule,
            created: created.map(|time| time.to_utc()),
            log: text("/spec/backupMode") == Some("log"),
            phase: text("/status/phase")
                .filter(|phase| !phase.is_empty())
                .map(str::to_owned),
            complete: has("Complete"),
            failed,
            invalid: has("Invalid"),
            scheduled: has("Scheduled"),
            commit: text("/status/commitTs").and_then(Tso::parse),
            checkpoint: text("/status/logCheckpointTs").and_then(Tso::parse),
            path: text("/status/backupPath").map(str::to_owned),
            deletes_data: matches!(text("/spec/cleanPolicy"), Some("Delete")),
        })
    }

    /// Whether the operator counts it as finished when it looks for backups to delete.
    pub fn finished(&self) -> bool {
        self.complete || self.failed || self.invalid
    }

    /// Whether this is a log backup that failed: no task of it copies changes.
    pub fn is_failed_log(&self) -> bool {
        self.log && matches!(self.phase.as_deref(), Some("Failed" | "Invalid"))
    }

    /// Whether this is a log backup that was stopped.
    pub fn is_stopped_log(&self) -> bool {
        self.log && self.phase.as_deref() == Some("Stopped")
    }

    /// Whether the schedule may make the next backup after this one. `RetryFailed`, and no status at all, hold it up.
    pub fn lets_next_run(&self) -> bool {
        self.complete || (self.scheduled && self.failed) || self.invalid
    }
}

/// What the operator writes into `app.kubernetes.io/managed-by` of children.
const MANAGED_BY: &str = "backup-schedule-operator";

/// The children of one schedule, oldest first.
pub fn children_of<'a>(children: &'a [Child], schedule: &ObjectRef) -> Vec<&'a Child> {
    let mut own: Vec<&Child> = children
        .iter()
        .filter(|child| child.schedule == schedule.name && child.namespace == schedule.namespace)
        .collect();
    own.sort_by(|a, b| (a.created, &a.name).cmp(&(b.created, &b.name)));
    own
}
