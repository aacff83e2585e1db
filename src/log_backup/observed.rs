//! What the object of a log backup says, parsed once into one value.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use super::{JobState, Phase, SpecCommand, SubCommand, SubPhase, TaskState};
use crate::api::{Condition, Conditions, Dialect, ObjectRef};
use crate::manifest::storage::{Provider, StorageUrl};
use crate::time::Tso;

/// One entry of `status.logSubCommandStatuses`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SubStatus {
    /// How far the sub-command is.
    pub phase: SubPhase,
    /// When the latest successful run ended.
    pub completed: Option<DateTime<Utc>>,
    /// The value that a truncation works on, as text.
    pub truncating_until: Option<String>,
    /// The condition whose type is the phase; the conditions of earlier runs stay True beside it.
    pub condition: Condition,
    /// What is known of the Job.
    pub job: JobState,
}

impl SubStatus {
    fn parse(status: &Value) -> Self {
        let text = |key: &str| status.get(key).and_then(Value::as_str);
        let phase = SubPhase::parse(text("phase").unwrap_or_default());
        Self {
            completed: text("timeCompleted").and_then(instant),
            truncating_until: text("logTruncatingUntil").map(str::to_owned),
            condition: Conditions::in_status(status).get(phase.text()),
            phase,
            job: JobState::default(),
        }
    }

    /// Whether the status says that a Job is at work, whatever became of the Job.
    pub fn claims_a_job(&self) -> bool {
        match &self.phase {
            SubPhase::Scheduled | SubPhase::Prepare | SubPhase::Running => true,
            SubPhase::Unset
            | SubPhase::Complete
            | SubPhase::Repeatable
            | SubPhase::RetryFailed
            | SubPhase::Failed
            | SubPhase::Invalid
            | SubPhase::Unknown(_) => false,
        }
    }

    /// Whether a Job is at work.
    pub fn has_job_at_work(&self) -> bool {
        self.claims_a_job() && !self.job.is_dead()
    }

    /// Whether a Job is at work, or the operator still tries to create one.
    pub fn in_flight(&self) -> bool {
        self.has_job_at_work() || self.phase == SubPhase::RetryFailed
    }

    /// Why the sub-command failed, for people.
    pub fn failure(&self) -> String {
        match &self.job {
            JobState::Dead(dead) if self.claims_a_job() => dead.to_string(),
            JobState::Dead(_) | JobState::NotRead | JobState::Unreadable | JobState::Alive => {
                self.condition.to_string()
            }
        }
    }

    /// Whether the operator does not run the sub-command again by itself, so that the same spec does nothing
    /// (docs/operators.md, "A failed sub-command stays failed" and "A dead log Job hangs for ever on v1").
    pub fn is_sticky(&self) -> bool {
        match &self.phase {
            SubPhase::Failed | SubPhase::Invalid => true,
            SubPhase::Scheduled | SubPhase::Prepare | SubPhase::Running => self.job.is_dead(),
            SubPhase::Unset
            | SubPhase::Complete
            | SubPhase::Repeatable
            | SubPhase::RetryFailed
            | SubPhase::Unknown(_) => false,
        }
    }
}

/// Where the log data lies, and what reaches it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogStorage {
    /// The storage without parameters, as it is shown.
    pub url: StorageUrl,
    /// The storage with its parameters; `None` for a volume, which no URL describes.
    pub in_full: Option<StorageUrl>,
    /// `secretName` of the provider.
    pub secret: Option<String>,
    /// `spec.serviceAccount`
    pub account: Option<String>,
}

impl LogStorage {
    fn from_spec(spec: &Value) -> Option<Self> {
        let url = StorageUrl::of_spec(spec)?;
        let text = |value: Option<&Value>| {
            let text = value.and_then(Value::as_str)?;
            (!text.is_empty()).then(|| text.to_owned())
        };
        let fields = spec.get(url.provider.key());
        let described = url.provider != Provider::Local;
        Some(Self {
            in_full: StorageUrl::in_full(spec).filter(|_| described),
            secret: text(fields.and_then(|fields| fields.get("secretName"))),
            account: text(spec.get("serviceAccount")),
            url,
        })
    }
}

/// A log backup as its object shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct LogBackup {
    /// The address of the object.
    pub object: ObjectRef,
    /// The operator that moves the object.
    pub dialect: Dialect,
    /// `spec.br.cluster`
    pub cluster: String,
    /// Namespace of the cluster: `spec.br.clusterNamespace`, or the object's own.
    pub cluster_namespace: String,
    /// `status.phase`
    pub phase: Phase,
    /// `spec.logSubcommand`
    pub wanted: SpecCommand,
    /// `spec.logStop`, when present.
    pub log_stop: Option<bool>,
    /// `spec.logTruncateUntil`, as text: the operators compare the text.
    pub truncate_until: Option<String>,
    /// `status.logSuccessTruncateUntil`, as text.
    pub truncated_until: Option<String>,
    /// `status.commitTs`: where the log begins, and the proof that it was started.
    pub start: Option<Tso>,
    /// `status.logCheckpointTs`
    pub checkpoint: Option<Tso>,
    /// `status.logSubCommandStatuses`
    pub commands: BTreeMap<SubCommand, SubStatus>,
    /// Whether the object has a deletion timestamp.
    pub deleting: bool,
    /// `metadata.creationTimestamp`
    pub created: Option<DateTime<Utc>>,
    /// When `status` was last changed, by the managed fields: a checkpoint that does not move leaves no other trace.
    pub status_written: Option<DateTime<Utc>>,
    /// Where the log data lies.
    pub storage: Option<LogStorage>,
    /// The condition whose type is the phase.
    pub condition: Condition,
}

impl LogBackup {
    /// Whether a Backup is a log backup.
    pub fn is_log(object: &Value) -> bool {
        object.pointer("/spec/backupMode").and_then(Value::as_str) == Some("log")
    }

    /// Parses an object. `None` when the document is not one of the operators' kinds.
    pub fn parse(object: &Value, dialect: Dialect) -> Option<Self> {
        let reference = ObjectRef::of(object)?;
        let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
        let owned = |pointer: &str| {
            text(pointer)
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
        };
        let tso = |pointer: &str| text(pointer).and_then(Tso::parse);
        let phase = Phase::parse(text("/status/phase").unwrap_or_default());
        Some(Self {
            dialect,
            cluster: text("/spec/br/cluster").unwrap_or_default().to_owned(),
            cluster_namespace: owned("/spec/br/clusterNamespace")
                .unwrap_or_else(|| reference.namespace.clone()),
            wanted: SpecCommand::parse(text("/spec/logSubcommand").unwrap_or_default()),
            log_stop: object.pointer("/spec/logStop").and_then(Value::as_bool),
            truncate_until: owned("/spec/logTruncateUntil"),
            truncated_until: owned("/status/logSuccessTruncateUntil"),
            start: tso("/status/commitTs"),
            checkpoint: tso("/status/logCheckpointTs"),
            commands: commands(object),
            deleting: text("/metadata/deletionTimestamp").is_some(),
            created: text("/metadata/creationTimestamp").and_then(instant),
            status_written: status_written(object),
            storage: LogStorage::from_spec(&object["spec"]),
            condition: Conditions::of_object(object).get(phase.text()),
            phase,
            object: reference,
        })
    }

    /// Whether a decision that rested on `other` would rest on the same facts here: everything but what moves by itself.
    pub fn same_ground(&self, other: &Self) -> bool {
        let still = |log: &Self| Self {
            checkpoint: None,
            status_written: None,
            ..log.clone()
        };
        still(self) == still(other)
    }

    /// When a paused task was paused.
    pub fn paused_since(&self) -> Option<DateTime<Utc>> {
        let pause = self.command(SubCommand::Pause);
        pause
            .filter(|_| self.task() == Some(TaskState::Paused))
            .and_then(|status| status.completed)
    }

    /// How far the checkpoint is behind `now`, never below 0; `None` without a checkpoint and after a stop.
    pub fn lag(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        let checkpoint = self
            .checkpoint
            .filter(|_| self.task() != Some(TaskState::Stopped))?;
        Some(checkpoint.lag(now).max(TimeDelta::zero()))
    }

    /// How long ago the start ended. The object may be much older, when its start failed at first.
    pub fn started(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        let start = self.command(SubCommand::Start);
        let ended = start.and_then(|status| status.completed).or(self.created);
        ended.map(|ended| now - ended)
    }

    /// The first moment that the log still holds: its start, or where it was truncated.
    pub fn begin(&self) -> Option<Tso> {
        let truncated = self.truncated_until.as_deref().and_then(Tso::parse);
        self.start.max(truncated)
    }

    /// The status of a sub-command; `None` when it never ran.
    pub fn command(&self, command: SubCommand) -> Option<&SubStatus> {
        self.commands.get(&command)
    }

    /// Whether a Job of the sub-command is at work.
    pub fn has_job_at_work(&self, command: SubCommand) -> bool {
        self.command(command)
            .is_some_and(SubStatus::has_job_at_work)
    }

    /// Whether the sub-command failed and stays failed.
    pub fn is_sticky(&self, command: SubCommand) -> bool {
        self.command(command).is_some_and(SubStatus::is_sticky)
    }
}

fn instant(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text)
        .ok()
        .map(|time| time.to_utc())
}

fn commands(object: &Value) -> BTreeMap<SubCommand, SubStatus> {
    let statuses = object.pointer("/status/logSubCommandStatuses");
    let statuses = statuses.and_then(Value::as_object).into_iter().flatten();
    statuses
        .filter_map(|(key, status)| Some((SubCommand::from_key(key)?, SubStatus::parse(status))))
        .collect()
}

/// v2 writes the status through its subresource; on v1 every writer of `f:status` counts.
fn status_written(object: &Value) -> Option<DateTime<Utc>> {
    object
        .pointer("/metadata/managedFields")
        .and_then(Value::as_array)?
        .iter()
        .filter(|entry| entry.pointer("/fieldsV1/f:status").is_some())
        .filter_map(|entry| entry.get("time").and_then(Value::as_str).and_then(instant))
        .max()
}
