//! How a log backup is doing: lag, deadline, what failed, and how bad that is. One struct, shown as a table row or as data.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::findings::{Findings, Health, HealthReason, Thresholds};
use super::transition::PAUSE_TTL;
use super::{LogBackup, Situation, TaskState};
use crate::error::Hint;
use crate::time::Tso;

/// What is happening, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum LogState {
    /// The start is under way.
    Starting,
    /// The task copies changes.
    Running,
    /// A pause is under way.
    Pausing,
    /// The task is paused.
    Paused,
    /// A resume is under way.
    Resuming,
    /// A stop is under way.
    Stopping,
    /// The task is stopped for good.
    Stopped,
    /// Old log data is being deleted; `taskState` says what the task does.
    Truncating,
    /// There is no task, or a sub-command can never end.
    Failed,
    /// The object is being deleted.
    Unknown,
}

/// One item of a `LogStatusList`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LogStatus {
    /// `metadata.name`
    pub name: String,
    /// `metadata.namespace`
    pub namespace: String,
    /// The TiDB cluster.
    pub cluster: String,
    /// `v1` or `v2`.
    pub operator: String,
    /// `status.phase` as it is; `null` when absent.
    pub phase: Option<String>,
    /// What is happening.
    pub state: LogState,
    /// What the task does, also while a truncation runs.
    pub task_state: Option<TaskState>,
    /// The worst of all findings.
    pub health: Health,
    /// What was found, each reason once.
    pub reasons: Vec<HealthReason>,
    /// The latest moment that can be restored.
    pub checkpoint: Option<Tso>,
    /// Now less the checkpoint, never below 0; `null` when Stopped.
    pub lag_seconds: Option<i64>,
    /// Where the log begins.
    pub start: Option<Tso>,
    /// Up to where the log was truncated.
    pub truncated_until: Option<Tso>,
    /// Up to where the log is being truncated.
    pub truncating_until: Option<Tso>,
    /// Since when the task is paused.
    pub paused_since: Option<Tso>,
    /// Until when the task can be resumed for sure.
    pub resume_by: Option<Tso>,
    /// Whether the object is being deleted.
    pub deleting: bool,
    /// The storage as a URL without parameters.
    pub storage: Option<String>,
    /// When the object was made.
    #[serde(skip)]
    pub created: Option<DateTime<Utc>>,
    /// What is wrong in words, and the way out: one line each, for people.
    #[serde(skip)]
    pub hints: Vec<Hint>,
}

impl LogStatus {
    /// Judges a log backup at `now`.
    pub fn judge(log: &LogBackup, thresholds: &Thresholds, now: DateTime<Utc>) -> Self {
        let situation = log.situation();
        let task = log.task();
        let paused_since = log.paused_since();
        let lag = log.lag(now);
        let findings = Findings::collect(log, thresholds, now);
        Self {
            name: log.object.name.clone(),
            namespace: log.object.namespace.clone(),
            cluster: log.cluster.clone(),
            operator: log.object.operator.to_string(),
            phase: Some(log.phase.text())
                .filter(|text| !text.is_empty())
                .map(str::to_owned),
            state: state(log, situation),
            task_state: task,
            health: findings.health(),
            reasons: findings.reasons(),
            checkpoint: log.checkpoint,
            lag_seconds: lag.map(|lag| lag.num_seconds()),
            start: log.start,
            truncated_until: log.truncated_until.as_deref().and_then(Tso::parse),
            truncating_until: log.truncating().and_then(Tso::parse),
            paused_since: paused_since.and_then(Tso::at),
            resume_by: paused_since.and_then(|since| Tso::at(since + PAUSE_TTL)),
            deleting: log.deleting,
            storage: log.storage.as_ref().map(|storage| storage.url.to_string()),
            created: log.created,
            hints: findings.hints(),
        }
    }
}

fn state(log: &LogBackup, situation: Situation) -> LogState {
    if log.stuck().is_some() && !log.deleting {
        return LogState::Failed;
    }
    match situation {
        Situation::Deleting => LogState::Unknown,
        Situation::Starting => LogState::Starting,
        Situation::StartNotAsked
        | Situation::StartFailed
        | Situation::Lost
        | Situation::ErrorPaused => LogState::Failed,
        Situation::Pausing | Situation::ResumeTakenBack => LogState::Pausing,
        Situation::Resuming | Situation::PauseTakenBack => LogState::Resuming,
        Situation::Stopping | Situation::StopTakenBack => LogState::Stopping,
        Situation::Running | Situation::Paused | Situation::Stopped
            if log.truncating().is_some() =>
        {
            LogState::Truncating
        }
        Situation::Running => LogState::Running,
        Situation::Paused => LogState::Paused,
        Situation::Stopped => LogState::Stopped,
    }
}

impl fmt::Display for LogState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LogState::Starting => "Starting",
            LogState::Running => "Running",
            LogState::Pausing => "Pausing",
            LogState::Paused => "Paused",
            LogState::Resuming => "Resuming",
            LogState::Stopping => "Stopping",
            LogState::Stopped => "Stopped",
            LogState::Truncating => "Truncating",
            LogState::Failed => "Failed",
            LogState::Unknown => "Unknown",
        })
    }
}

impl fmt::Display for HealthReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            HealthReason::CheckpointLag => "CheckpointLag",
            HealthReason::CheckpointFrozen => "CheckpointFrozen",
            HealthReason::PausedTooLong => "PausedTooLong",
            HealthReason::ResumeDeadlinePassed => "ResumeDeadlinePassed",
            HealthReason::TaskFailed => "TaskFailed",
            HealthReason::StickyFailure => "StickyFailure",
        })
    }
}

impl fmt::Display for Health {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Health::Ok => "ok",
            Health::Unknown => "unknown",
            Health::Warning => "warning",
            Health::Critical => "critical",
        })
    }
}
