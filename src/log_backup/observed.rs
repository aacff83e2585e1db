//! What the CR of a log backup says, read once into one value.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::Command;
use crate::api::{Dialect, ObjectRef};
use crate::manifest::storage::StorageUrl;
use crate::time::Tso;

/// One entry of `status.logSubCommandStatuses`. Conditions in it only accumulate, so only `phase` and the condition of that
/// type are read (docs/operators.md, "Conditions are never taken back").
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SubStatus {
    /// `Scheduled`, `Prepare`, `Running`, `Complete`, `Repeatable`, `RetryFailed`, `Failed` or `Invalid`.
    pub phase: String,
    /// When the latest successful run ended.
    pub completed: Option<DateTime<Utc>>,
    /// The value that a truncation works on, as text.
    pub truncating_until: Option<String>,
    /// Reason of the condition whose type is the phase.
    pub reason: String,
    /// Its message.
    pub message: String,
}

impl SubStatus {
    /// Whether a Job of it is under way, or about to be.
    pub fn in_flight(&self) -> bool {
        matches!(
            self.phase.as_str(),
            "Scheduled" | "Prepare" | "Running" | "RetryFailed"
        )
    }

    /// Whether the operator will not run it again by itself: applying the same spec does nothing.
    pub fn sticky(&self) -> bool {
        matches!(self.phase.as_str(), "Failed" | "Invalid")
    }
}

/// What the task itself does, whatever Jobs run beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum TaskState {
    /// It copies changes.
    Running,
    /// It keeps its place and copies nothing.
    Paused,
    /// It is gone; its data stays.
    Stopped,
}

/// Where a log backup stands, as far as it matters to the next verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Situation {
    /// Created, and `status.commitTs` is not set yet.
    Starting,
    /// The start failed; there is no task.
    StartFailed,
    /// The task runs.
    Running,
    /// A pause is under way.
    Pausing,
    /// The task is paused.
    Paused,
    /// A resume is under way.
    Resuming,
    /// A stop is under way.
    Stopping,
    /// The task is gone.
    Stopped,
    /// v1 kernel sync: the task is not in the cluster any more although it was started.
    Lost,
    /// v1 kernel sync: the task paused itself with an error.
    ErrorPaused,
    /// The object is being deleted.
    Deleting,
}

impl Situation {
    /// All situations.
    pub const ALL: [Situation; 11] = [
        Situation::Starting,
        Situation::StartFailed,
        Situation::Running,
        Situation::Pausing,
        Situation::Paused,
        Situation::Resuming,
        Situation::Stopping,
        Situation::Stopped,
        Situation::Lost,
        Situation::ErrorPaused,
        Situation::Deleting,
    ];
}

/// A log backup as its CR shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct LogBackup {
    /// Which object.
    pub object: ObjectRef,
    /// The state machine that moves it.
    pub dialect: Dialect,
    /// `spec.br.cluster`.
    pub cluster: String,
    /// Namespace of the cluster: `spec.br.clusterNamespace`, or the CR's own.
    pub cluster_namespace: String,
    /// `status.phase`, empty when there is none. Any text.
    pub phase: String,
    /// `spec.logSubcommand`; `Err` holds a value that the operators do not understand.
    pub wanted: Option<Result<Command, String>>,
    /// `spec.logStop`, when present.
    pub log_stop: Option<bool>,
    /// `spec.logTruncateUntil`, as text: the operators compare it as text.
    pub truncate_until: Option<String>,
    /// `status.logSuccessTruncateUntil`, as text.
    pub truncated_until: Option<String>,
    /// `status.commitTs`: where the log begins, and the proof that it was started.
    pub start: Option<Tso>,
    /// `status.logCheckpointTs`.
    pub checkpoint: Option<Tso>,
    /// `status.logSubCommandStatuses`.
    pub commands: BTreeMap<Command, SubStatus>,
    /// Whether the object has a deletion timestamp.
    pub deleting: bool,
    /// `metadata.creationTimestamp`.
    pub created: Option<DateTime<Utc>>,
    /// When `status` was last changed, by the managed fields: a checkpoint that does not move leaves no trace.
    pub status_written: Option<DateTime<Utc>>,
    /// Where the log lies.
    pub storage: Option<StorageUrl>,
    /// For the test in the patch that follows.
    pub resource_version: String,
    /// Reason and message of the condition whose type is the phase.
    pub verdict: (String, String),
}

impl LogBackup {
    /// Whether a Backup is a log backup.
    pub fn is_log(object: &Value) -> bool {
        object.pointer("/spec/backupMode").and_then(Value::as_str) == Some("log")
    }

    /// Reads the CR. `None` when the document is no object of ours.
    pub fn read(object: &Value, dialect: Dialect) -> Option<Self> {
        let reference = ObjectRef::of(object)?;
        let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
        let owned = |pointer: &str| {
            text(pointer)
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
        };
        let tso = |pointer: &str| text(pointer).and_then(Tso::parse);
        let phase = text("/status/phase").unwrap_or_default().to_owned();
        Some(Self {
            dialect,
            cluster: text("/spec/br/cluster").unwrap_or_default().to_owned(),
            cluster_namespace: owned("/spec/br/clusterNamespace")
                .unwrap_or_else(|| reference.namespace.clone()),
            wanted: owned("/spec/logSubcommand")
                .map(|key| Command::from_key(&key).filter(understood).ok_or(key)),
            log_stop: object.pointer("/spec/logStop").and_then(Value::as_bool),
            truncate_until: owned("/spec/logTruncateUntil"),
            truncated_until: owned("/status/logSuccessTruncateUntil"),
            start: tso("/status/commitTs"),
            checkpoint: tso("/status/logCheckpointTs"),
            commands: commands(object),
            deleting: text("/metadata/deletionTimestamp").is_some(),
            created: text("/metadata/creationTimestamp").and_then(instant),
            status_written: status_written(object),
            storage: StorageUrl::of_spec(&object["spec"]),
            resource_version: text("/metadata/resourceVersion")
                .unwrap_or_default()
                .to_owned(),
            verdict: verdict(object.pointer("/status/conditions"), &phase),
            phase,
            object: reference,
        })
    }

    /// Whether a decision that rested on `other` would rest on the same ground here: all but what moves by itself.
    pub fn same_ground(&self, other: &Self) -> bool {
        let still = |log: &Self| Self {
            checkpoint: None,
            status_written: None,
            resource_version: String::new(),
            ..log.clone()
        };
        still(self) == still(other)
    }

    /// The sub-command's status, when it ever ran.
    pub fn command(&self, command: Command) -> Option<&SubStatus> {
        self.commands.get(&command)
    }

    fn running(&self, command: Command) -> bool {
        self.command(command).is_some_and(SubStatus::in_flight)
    }

    /// Whether the sub-command failed and stays failed.
    pub fn sticky(&self, command: Command) -> bool {
        self.command(command).is_some_and(SubStatus::sticky)
    }

    /// What the task does; `None` before it was started and after it was lost.
    pub fn task(&self) -> Option<TaskState> {
        match self.phase.as_str() {
            "Stopped" => Some(TaskState::Stopped),
            "Paused" => Some(TaskState::Paused),
            "Failed" | "Invalid" => None,
            "RetryFailed" if self.start.is_some() => Some(TaskState::Paused),
            _ => self.start.map(|_| TaskState::Running),
        }
    }

    /// The sub-command that the spec asks for and the operator has not carried out yet, by its own derivation: an absent
    /// `logSubcommand` means start, or stop with `logStop`; `log-start` on a paused task means resume. v1 resumes a paused
    /// task also when the field was removed, v2 does not (docs/operators.md, "Clearing the
    /// sub-command of a Paused log backup").
    pub fn outstanding(&self) -> Option<Command> {
        let paused = self.phase == "Paused";
        let stopped = self.phase == "Stopped";
        let command = match &self.wanted {
            Some(Err(_)) => return None,
            Some(Ok(Command::Start)) if paused => Command::Resume,
            Some(Ok(command)) => *command,
            None if self.log_stop == Some(true) || stopped => Command::Stop,
            None if paused && self.dialect == Dialect::V1 => Command::Resume,
            None => Command::Start,
        };
        let in_sync = match command {
            Command::Start => self.start.is_some(),
            Command::Pause => paused,
            Command::Stop => stopped,
            Command::Resume | Command::Truncate => false,
        };
        (!in_sync).then_some(command)
    }

    /// Where the log backup stands.
    pub fn situation(&self) -> Situation {
        if self.deleting {
            return Situation::Deleting;
        }
        if self.phase == "Stopped" {
            return Situation::Stopped;
        }
        if self.start.is_none() {
            let failed =
                self.sticky(Command::Start) || matches!(self.phase.as_str(), "Failed" | "Invalid");
            return match failed {
                true => Situation::StartFailed,
                false => Situation::Starting,
            };
        }
        let wanted = |command| self.outstanding() == Some(command) && !self.sticky(command);
        if self.running(Command::Stop) || wanted(Command::Stop) {
            return Situation::Stopping;
        }
        match self.phase.as_str() {
            "Failed" | "Invalid" => Situation::Lost,
            "RetryFailed" => Situation::ErrorPaused,
            "Paused" if self.running(Command::Resume) || wanted(Command::Resume) => {
                Situation::Resuming
            }
            "Paused" => Situation::Paused,
            _ if self.running(Command::Pause) || wanted(Command::Pause) => Situation::Pausing,
            _ => Situation::Running,
        }
    }

    /// The truncation under way, as the text of its target. Setting the field back does not cancel it (docs/operators.md, "A truncate
    /// under way is not cancelled").
    pub fn truncating(&self) -> Option<&str> {
        let status = self.command(Command::Truncate);
        if let Some(status) = status.filter(|status| status.in_flight()) {
            return status
                .truncating_until
                .as_deref()
                .or(self.truncate_until.as_deref());
        }
        let target = self.truncate_until.as_deref()?;
        let success = self.truncated_until.as_deref() == Some(target);
        let settled =
            status.is_some_and(|status| status.truncating_until.as_deref() == Some(target));
        let blocked = self.start.is_none() || self.outstanding().is_some();
        (!success && !settled && !blocked && !self.deleting).then_some(target)
    }
}

/// `log-resume` and `log-truncate` pass the v2 schema and wedge the object (docs/operators.md, "log-resume and log-truncate
/// are not sub-commands").
fn understood(command: &Command) -> bool {
    matches!(command, Command::Start | Command::Pause | Command::Stop)
}

fn instant(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text)
        .ok()
        .map(|time| time.to_utc())
}

fn commands(object: &Value) -> BTreeMap<Command, SubStatus> {
    let Some(statuses) = object
        .pointer("/status/logSubCommandStatuses")
        .and_then(Value::as_object)
    else {
        return BTreeMap::new();
    };
    statuses
        .iter()
        .filter_map(|(key, status)| Some((Command::from_key(key)?, sub_status(status))))
        .collect()
}

fn sub_status(status: &Value) -> SubStatus {
    let text = |key: &str| status.get(key).and_then(Value::as_str);
    let phase = text("phase").unwrap_or_default().to_owned();
    let (reason, message) = verdict(status.get("conditions"), &phase);
    SubStatus {
        completed: text("timeCompleted").and_then(instant),
        truncating_until: text("logTruncatingUntil").map(str::to_owned),
        phase,
        reason,
        message,
    }
}

/// Reason and message of the condition whose type is `phase`.
pub fn verdict(conditions: Option<&Value>, phase: &str) -> (String, String) {
    let text = |condition: &Value, key: &str| {
        condition
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    conditions
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .find(|condition| condition.get("type").and_then(Value::as_str) == Some(phase))
        .map(|condition| (text(condition, "reason"), text(condition, "message")))
        .unwrap_or_default()
}

/// v2 writes status through its subresource; in v1 every writer of `f:status` counts.
fn status_written(object: &Value) -> Option<DateTime<Utc>> {
    object
        .pointer("/metadata/managedFields")
        .and_then(Value::as_array)?
        .iter()
        .filter(|entry| entry.pointer("/fieldsV1/f:status").is_some())
        .filter_map(|entry| entry.get("time").and_then(Value::as_str).and_then(instant))
        .max()
}
