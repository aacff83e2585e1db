//! How a log backup is doing: lag, deadline, what failed, and how bad that is. One struct, shown as a table row or as data.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;

use super::transition::PAUSE_TTL;
use super::{Command, LogBackup, Situation, TaskState};
use crate::api::Operator;
use crate::time::Tso;

/// The vendor's alert thresholds: lag 10 and 30 minutes, pause 2 and 12 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// Checkpoint lag: warning, critical.
    pub lag: (TimeDelta, TimeDelta),
    /// Time paused: warning, critical.
    pub paused: (TimeDelta, TimeDelta),
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            lag: (TimeDelta::minutes(10), TimeDelta::minutes(30)),
            paused: (TimeDelta::hours(2), TimeDelta::hours(12)),
        }
    }
}

/// The worst of all findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Health {
    /// Nothing found.
    Ok,
    /// Too little is known.
    Unknown,
    /// Worth a look.
    Warning,
    /// Data is at risk.
    Critical,
}

/// Why it is not `ok`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Reason {
    /// The checkpoint is too old.
    CheckpointLag,
    /// The checkpoint is too old, and the operator has not written anything since: stuck, or not looked at.
    CheckpointFrozen,
    /// Paused for too long.
    PausedTooLong,
    /// The history that a resume needs is probably collected.
    ResumeDeadlinePassed,
    /// There is no task, or it stopped itself.
    TaskFailed,
    /// A sub-command failed and stays failed.
    StickyFailure,
}

/// What is happening, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum State {
    /// Not started yet.
    Starting,
    /// Copying changes.
    Running,
    /// About to be paused.
    Pausing,
    /// Paused.
    Paused,
    /// About to run again.
    Resuming,
    /// About to be stopped.
    Stopping,
    /// Stopped for good.
    Stopped,
    /// Deleting old log data; see `taskState` for the task.
    Truncating,
    /// No task.
    Failed,
    /// The object is being deleted, or says nothing we know.
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
    /// As in the CR.
    pub phase: Option<String>,
    /// What is happening.
    pub state: State,
    /// What the task does, also while truncating.
    pub task_state: Option<TaskState>,
    /// The worst of all findings.
    pub health: Health,
    /// All findings.
    pub reasons: Vec<Reason>,
    /// The latest moment that can be restored.
    pub checkpoint: Option<Tso>,
    /// Now less the checkpoint, never below 0; `null` when Stopped.
    pub lag_seconds: Option<i64>,
    /// Where the log begins.
    pub start: Option<Tso>,
    /// Up to where it was truncated.
    pub truncated_until: Option<Tso>,
    /// Up to where it is being truncated.
    pub truncating_until: Option<Tso>,
    /// Since when it is paused.
    pub paused_since: Option<Tso>,
    /// Until when it can be resumed for sure.
    pub resume_by: Option<Tso>,
    /// Whether the object is being deleted.
    pub deleting: bool,
    /// The storage as a URL without parameters.
    pub storage: Option<String>,
    /// When the object was made.
    #[serde(skip)]
    pub created: Option<DateTime<Utc>>,
    /// The way out of what failed: one line each, for people.
    #[serde(skip)]
    pub way_out: Vec<String>,
}

impl LogStatus {
    /// Judges a log backup at `now`.
    pub fn of(log: &LogBackup, thresholds: &Thresholds, now: DateTime<Utc>) -> Self {
        let situation = log.situation();
        let task = log.task();
        let stopped = task == Some(TaskState::Stopped);
        let paused_since = (task == Some(TaskState::Paused))
            .then(|| {
                log.command(Command::Pause)
                    .and_then(|status| status.completed)
            })
            .flatten();
        let lag = log
            .checkpoint
            .filter(|_| !stopped)
            .map(|checkpoint| checkpoint.lag(now).max(TimeDelta::zero()));
        let mut findings = Findings::default();
        findings.task(log, situation);
        findings.pause(paused_since, thresholds, now);
        if task == Some(TaskState::Running) && !log.deleting {
            findings.lag(log, lag, thresholds, now);
        }
        findings.sticky(log);
        Self {
            name: log.object.name.clone(),
            namespace: log.object.namespace.clone(),
            cluster: log.cluster.clone(),
            operator: log.object.operator.to_string(),
            phase: (!log.phase.is_empty()).then(|| log.phase.clone()),
            state: state(log, situation),
            task_state: task,
            health: findings.health(),
            reasons: findings.0.iter().map(|finding| finding.1).collect(),
            checkpoint: log.checkpoint,
            lag_seconds: lag.map(|lag| lag.num_seconds()),
            start: log.start,
            truncated_until: log.truncated_until.as_deref().and_then(Tso::parse),
            truncating_until: log.truncating().and_then(Tso::parse),
            paused_since: paused_since.and_then(Tso::at),
            resume_by: paused_since.and_then(|since| Tso::at(since + PAUSE_TTL)),
            deleting: log.deleting,
            storage: log.storage.as_ref().map(ToString::to_string),
            created: log.created,
            way_out: findings
                .0
                .into_iter()
                .filter_map(|finding| finding.2)
                .collect(),
        }
    }
}

fn state(log: &LogBackup, situation: Situation) -> State {
    match situation {
        Situation::Deleting => State::Unknown,
        Situation::Starting => State::Starting,
        Situation::StartFailed | Situation::Lost | Situation::ErrorPaused => State::Failed,
        Situation::Pausing => State::Pausing,
        Situation::Resuming => State::Resuming,
        Situation::Stopping => State::Stopping,
        Situation::Running | Situation::Paused | Situation::Stopped
            if log.truncating().is_some() =>
        {
            State::Truncating
        }
        Situation::Running => State::Running,
        Situation::Paused => State::Paused,
        Situation::Stopped => State::Stopped,
    }
}

/// Severity, reason, and the way out.
#[derive(Default)]
struct Findings(Vec<(Health, Reason, Option<String>)>);

impl Findings {
    fn add(&mut self, health: Health, reason: Reason, way_out: Option<String>) {
        self.0.push((health, reason, way_out));
    }

    fn health(&self) -> Health {
        self.0
            .iter()
            .map(|finding| finding.0)
            .max()
            .unwrap_or(Health::Ok)
    }

    fn task(&mut self, log: &LogBackup, situation: Situation) {
        let lost = matches!(
            situation,
            Situation::StartFailed | Situation::Lost | Situation::ErrorPaused
        );
        if lost {
            let (reason, message) = &log.verdict;
            let told = format!("{}: {} {reason}: {message}", log.object, log.phase);
            self.add(Health::Critical, Reason::TaskFailed, Some(told));
        }
    }

    fn pause(&mut self, since: Option<DateTime<Utc>>, thresholds: &Thresholds, now: DateTime<Utc>) {
        let Some(length) = since.map(|since| now - since) else {
            return;
        };
        if let Some(health) = graded(length, thresholds.paused) {
            self.add(health, Reason::PausedTooLong, None);
        }
        if length > PAUSE_TTL {
            self.add(Health::Critical, Reason::ResumeDeadlinePassed, None);
        }
    }

    /// A frozen checkpoint has two causes that look alike in the CR: the task is stuck or paused itself, or the operator
    /// stopped refreshing the field.
    fn lag(
        &mut self,
        log: &LogBackup,
        lag: Option<TimeDelta>,
        thresholds: &Thresholds,
        now: DateTime<Utc>,
    ) {
        let Some(lag) = lag else {
            let age = log.created.map(|created| now - created);
            if age.is_some_and(|age| age > thresholds.lag.0) {
                self.add(Health::Unknown, Reason::CheckpointFrozen, None);
            }
            return;
        };
        let Some(health) = graded(lag, thresholds.lag) else {
            return;
        };
        let silent = log
            .status_written
            .is_some_and(|written| now - written > thresholds.lag.0);
        let (reason, way_out) = match silent {
            false => (Reason::CheckpointLag, None),
            true => (Reason::CheckpointFrozen, Some(frozen(log))),
        };
        self.add(health, reason, way_out);
    }

    fn sticky(&mut self, log: &LogBackup) {
        for (command, status) in &log.commands {
            let ended = log.phase == "Stopped" && *command != Command::Truncate;
            let start = *command == Command::Start;
            if !status.sticky() || ended || (start && log.start.is_none()) {
                continue;
            }
            let health = match command {
                Command::Resume | Command::Start => Health::Critical,
                _ => Health::Warning,
            };
            let verb = command.key().trim_start_matches("log-");
            let told = format!(
                "{}: {command} {} ({}) and stays so; when the cause is mended: kubectl tidb-br log {verb} {} -n {} --retry-failed",
                log.object, status.phase, status.reason, log.object.name, log.object.namespace
            );
            self.add(health, Reason::StickyFailure, Some(told));
        }
    }
}

fn graded(length: TimeDelta, (warning, critical): (TimeDelta, TimeDelta)) -> Option<Health> {
    match length {
        length if length > critical => Some(Health::Critical),
        length if length > warning => Some(Health::Warning),
        _ => None,
    }
}

fn frozen(log: &LogBackup) -> String {
    let operator = match log.object.operator {
        Operator::V1 => "tidb-controller-manager",
        Operator::V2 => "tidb-operator",
    };
    format!(
        "{}: its status has not changed since the checkpoint: either the task is stuck (look at it with `br log status --task-name={}`), or {operator} is not looking (kubectl get pods -A -l app.kubernetes.io/name=tidb-operator)",
        log.object, log.object.name
    )
}
