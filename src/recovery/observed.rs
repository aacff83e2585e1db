//! Snapshots and log backups as their Backups show them, with what the objects prove.

use serde_json::Value;

use super::tidb_cluster::TidbCluster;
use crate::api::{Conditions, Dialect, ObjectRef};
use crate::log_backup::{LogBackup, Situation, TaskState};
use crate::manifest::storage::Storage;
use crate::schedule::SCHEDULE_LABEL;
use crate::time::Tso;

/// A complete snapshot by BR.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// Which Backup.
    pub object: ObjectRef,
    /// The cluster that it was taken of.
    pub cluster: TidbCluster,
    /// The moment that it holds.
    pub commit: Tso,
    /// Where it lies.
    pub storage: Option<Storage>,
    /// The schedule that made it.
    pub schedule: Option<String>,
    /// Whether it holds the whole cluster: no type `db` or `table`, no table filter, not incremental. A part is good to be restored
    /// as it is, and cannot be rolled forward.
    pub whole: bool,
}

impl Snapshot {
    /// Whether a Backup has not come to its end, or has failed.
    pub fn is_unfinished(backup: &Value) -> bool {
        !Conditions::of_object(backup).is_true("Complete")
    }

    /// Reads a Backup. Returns `None` for everything that BR cannot restore: not complete (a commit time alone proves nothing), being
    /// deleted or cleaned, volume snapshots, dumps and log backups.
    pub fn from_backup(object: &Value) -> Option<Self> {
        let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
        let mode = text("/spec/backupMode").unwrap_or("snapshot");
        if matches!(mode, "log" | "volume-snapshot") {
            return None;
        }
        let going = is_deleting(object) || is_erasing(object);
        if going || !Conditions::of_object(object).is_true("Complete") {
            return None;
        }
        Some(Self {
            object: ObjectRef::of(object)?,
            cluster: TidbCluster::of_object(object)?,
            commit: text("/status/commitTs").and_then(Tso::parse)?,
            storage: Storage::of_spec(&object["spec"]),
            schedule: schedule_of(object),
            whole: is_whole(&object["spec"]),
        })
    }
}

/// What the object of a log backup says of the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// The data from `min` to the checkpoint is in the storage.
    Proven,
    /// v1 found no task in the cluster: somebody removed it, and what happened to its data is not known.
    Lost,
    /// The object is being deleted, perhaps with its data.
    Deleting,
}

/// A log backup that was started, and the moments that it can replay.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplayableLog {
    /// Which Backup.
    pub object: ObjectRef,
    /// The cluster whose changes it holds.
    pub cluster: TidbCluster,
    /// Where it began.
    pub start: Tso,
    /// The first moment that it certainly still holds: its start, or the highest target of a truncation that was asked for, runs, failed
    /// or succeeded, because BR notes the target before it deletes the first file.
    pub min: Tso,
    /// The last moment that it holds: its checkpoint, once it has one.
    pub max: Option<Tso>,
    /// Whether it may still grow: running or paused.
    pub alive: bool,
    /// Whether it grows: running.
    pub growing: bool,
    /// Whether the data is there.
    pub evidence: Evidence,
    /// Where it lies.
    pub storage: Option<Storage>,
}

impl ReplayableLog {
    /// Reads a Backup. Returns `None` when it is no log backup or was never started.
    pub fn from_backup(object: &Value) -> Option<Self> {
        let reference = ObjectRef::of(object)?;
        if !LogBackup::is_log(object) {
            return None;
        }
        let log = LogBackup::parse(object, Dialect::newest(reference.operator))?;
        let start = log.start?;
        let lost = log.situation() == Situation::Lost && task_is_gone(object);
        let evidence = match (log.deleting || is_erasing(object), lost) {
            (true, _) => Evidence::Deleting,
            (false, true) => Evidence::Lost,
            (false, false) => Evidence::Proven,
        };
        Some(Self {
            cluster: TidbCluster::of_object(object)?,
            start,
            min: truncation_targets(object).fold(start, Tso::max),
            max: log.checkpoint,
            alive: matches!(log.task(), Some(TaskState::Running | TaskState::Paused)),
            growing: log.task() == Some(TaskState::Running),
            evidence,
            storage: Storage::of_spec(&object["spec"]),
            object: reference,
        })
    }

    /// Whether the log can replay up to this moment.
    pub fn holds(&self, moment: Tso) -> bool {
        self.min <= moment && self.max.is_some_and(|max| moment <= max)
    }

    /// Whether the beginning of the log was deleted.
    pub fn is_truncated(&self) -> bool {
        self.min > self.start
    }
}

/// Every target of a truncation that the object knows: the one that the spec asks for, the one that the last Job worked on, and the
/// last one that succeeded.
fn truncation_targets(object: &Value) -> impl Iterator<Item = Tso> {
    [
        "/spec/logTruncateUntil",
        "/status/logSubCommandStatuses/log-truncate/logTruncatingUntil",
        "/status/logSuccessTruncateUntil",
    ]
    .into_iter()
    .filter_map(|pointer| object.pointer(pointer).and_then(Value::as_str))
    .filter_map(Tso::parse)
}

/// The reason that v1 writes when PD does not know the task (docs/operators.md, "A lost task fails a v1 log backup").
const TASK_NOT_FOUND: &str = "LogBackupTaskNotFound";

fn task_is_gone(object: &Value) -> bool {
    let statuses = object.pointer("/status/logSubCommandStatuses");
    let statuses = statuses.and_then(Value::as_object).into_iter().flatten();
    statuses
        .map(|(_, status)| status)
        .chain(object.get("status"))
        .filter_map(|status| status.get("conditions").and_then(Value::as_array))
        .flatten()
        .any(|condition| condition["reason"] == TASK_NOT_FOUND && condition["status"] == "True")
}

/// Whether the object is on its way out, with a deletion timestamp.
pub(super) fn is_deleting(object: &Value) -> bool {
    let stamp = object.pointer("/metadata/deletionTimestamp");
    stamp.is_some_and(|stamp| !stamp.is_null())
}

/// Whether the operator has begun to erase the data: it writes the condition `Clean` as False then, and as True in the end.
fn is_erasing(object: &Value) -> bool {
    Conditions::of_object(object).exists("Clean")
}

fn is_whole(spec: &Value) -> bool {
    let backup_type = spec.get("backupType").and_then(Value::as_str);
    let filtered = spec
        .get("tableFilter")
        .and_then(Value::as_array)
        .is_some_and(|rules| !rules.is_empty());
    let options = spec.pointer("/br/options").and_then(Value::as_array);
    let incremental = options.into_iter().flatten().any(|option| {
        option
            .as_str()
            .is_some_and(|option| option.starts_with("--lastbackupts"))
    });
    matches!(backup_type, None | Some("" | "full")) && !filtered && !incremental
}

fn schedule_of(object: &Value) -> Option<String> {
    let labels = object.pointer("/metadata/labels")?;
    labels
        .get(SCHEDULE_LABEL)
        .and_then(Value::as_str)
        .map(str::to_owned)
}
