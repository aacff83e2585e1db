//! What is wrong with a log backup: severity, reason, and the words with the way out.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;

use super::refusal::{
    after_a_failed_start, how_to_retry, if_the_task_is_alive, next, out_of_an_error_pause,
};
use super::transition::PAUSE_TTL;
use super::{JobState, LogBackup, Phase, Situation, SubCommand, SubStatus, TaskState};
use crate::api::Operator;
use crate::error::{Hint, NextCommand};

/// When the first checkpoint is due, counted from the start
/// (docs/operators.md, "The checkpoint moves once a minute").
const FIRST_CHECKPOINT: TimeDelta = TimeDelta::seconds(70);

/// The worst of all findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Health {
    /// Nothing was found.
    Ok,
    /// Too little is known.
    Unknown,
    /// Something needs a look.
    Warning,
    /// Data is at risk.
    Critical,
}

/// Why a log backup is not `ok`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum HealthReason {
    /// The checkpoint is too old.
    CheckpointLag,
    /// The checkpoint is too old or absent, and the operator has not written anything since: the task is stuck, or the operator
    /// does not look.
    CheckpointFrozen,
    /// Paused for too long.
    PausedTooLong,
    /// The history that a resume needs is probably collected.
    ResumeDeadlinePassed,
    /// There is no task, or the task paused itself.
    TaskFailed,
    /// A sub-command failed and stays failed.
    StickyFailure,
}

/// The vendor's alert thresholds: lag 10 and 30 minutes, pause 2 and 12 hours
/// (docs/operators.md, "The thresholds of the official alerts").
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

struct Finding {
    health: Health,
    /// `None` for what the contract has no reason for.
    reason: Option<HealthReason>,
    hint: Option<Hint>,
}

/// Everything that was found.
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    /// Judges a log backup at `now`.
    pub fn collect(log: &LogBackup, thresholds: &Thresholds, now: DateTime<Utc>) -> Self {
        let mut findings = Self(Vec::new());
        findings.task(log);
        findings.pause(log, thresholds, now);
        if log.task() == Some(TaskState::Running) && !log.deleting {
            findings.lag(log, thresholds, now);
        }
        findings.failed_commands(log);
        findings.unreadable_jobs(log);
        findings
    }

    /// The worst of all.
    pub fn health(&self) -> Health {
        let all = self.0.iter().map(|finding| finding.health);
        all.max().unwrap_or(Health::Ok)
    }

    /// Each reason once, in the order found.
    pub fn reasons(&self) -> Vec<HealthReason> {
        let mut reasons = Vec::new();
        for reason in self.0.iter().filter_map(|finding| finding.reason) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        reasons
    }

    /// The lines for people.
    pub fn hints(self) -> Vec<Hint> {
        self.0
            .into_iter()
            .filter_map(|finding| finding.hint)
            .collect()
    }

    fn add(&mut self, health: Health, reason: HealthReason, hint: Option<Hint>) {
        self.0.push(Finding {
            health,
            reason: Some(reason),
            hint,
        });
    }

    fn task(&mut self, log: &LogBackup) {
        let way_out = match log.situation() {
            Situation::StartFailed => after_a_failed_start(log),
            Situation::StartNotAsked => {
                next(log, "start").after("its spec does not ask for a start")
            }
            Situation::Lost => if_the_task_is_alive(log),
            Situation::ErrorPaused => out_of_an_error_pause(log),
            Situation::Starting
            | Situation::Running
            | Situation::Pausing
            | Situation::PauseTakenBack
            | Situation::Paused
            | Situation::Resuming
            | Situation::ResumeTakenBack
            | Situation::Stopping
            | Situation::StopTakenBack
            | Situation::Stopped
            | Situation::Deleting => return,
        };
        let failed = log
            .command(SubCommand::Start)
            .filter(|status| status.is_sticky());
        let why = match failed {
            Some(status) if log.condition.is_empty() => status.failure(),
            _ => log.condition.to_string(),
        };
        let what = Hint::text(format!("{}: {} {why}; ", log.object, log.phase));
        self.add(
            Health::Critical,
            HealthReason::TaskFailed,
            Some(what.join(way_out)),
        );
    }

    fn pause(&mut self, log: &LogBackup, thresholds: &Thresholds, now: DateTime<Utc>) {
        let Some(length) = log.paused_since().map(|since| now - since) else {
            return;
        };
        let is_over = length > PAUSE_TTL;
        if let Some(health) = graded(length, thresholds.paused) {
            let before = next(log, "resume").after(&format!(
                "{}: paused for {} hours; {} hours after the pause TiDB may have collected the changes since then, and point-in-time recovery then needs a new log backup and a new full backup",
                log.object,
                length.num_hours(),
                PAUSE_TTL.num_hours()
            ));
            self.add(
                health,
                HealthReason::PausedTooLong,
                (!is_over).then_some(before),
            );
        }
        if is_over {
            let what = Hint::text(format!(
                "{}: paused for more than {} hours, so TiDB has probably collected the changes since the pause; no time after the checkpoint can be restored from this log; ",
                log.object,
                PAUSE_TTL.num_hours()
            ));
            let hint = what
                .join(next(log, "stop").after("end it"))
                .and(", then start a new log backup, then take a new full backup");
            self.add(
                Health::Critical,
                HealthReason::ResumeDeadlinePassed,
                Some(hint),
            );
        }
    }

    /// A checkpoint that does not move has two causes that look alike in the object: the task is stuck or paused itself, or the
    /// operator does not refresh the field.
    fn lag(&mut self, log: &LogBackup, thresholds: &Thresholds, now: DateTime<Utc>) {
        let Some(lag) = log.lag(now) else {
            let due = thresholds.lag.0.max(FIRST_CHECKPOINT);
            if log.started(now).is_some_and(|age| age > due) {
                let hint = Some(not_moving(log));
                self.add(Health::Unknown, HealthReason::CheckpointFrozen, hint);
            }
            return;
        };
        let Some(health) = graded(lag, thresholds.lag) else {
            return;
        };
        let silent = log
            .status_written
            .is_some_and(|written| now - written > thresholds.lag.0);
        match silent {
            false => self.add(health, HealthReason::CheckpointLag, None),
            true => self.add(
                health,
                HealthReason::CheckpointFrozen,
                Some(not_moving(log)),
            ),
        }
    }

    fn failed_commands(&mut self, log: &LogBackup) {
        for (command, status) in &log.commands {
            let ended = log.phase == Phase::Stopped && *command != SubCommand::Truncate;
            let told_as_a_failed_task = *command == SubCommand::Start
                && (log.start.is_none() || log.situation() == Situation::Lost);
            if !status.is_sticky() || ended || told_as_a_failed_task {
                continue;
            }
            let what = Hint::text(format!(
                "{}: {command} failed ({}) and stays failed; ",
                log.object,
                status.failure()
            ));
            let way_out = how_to_retry(log, *command);
            self.add(
                severity(log, *command, status),
                HealthReason::StickyFailure,
                Some(what.join(way_out)),
            );
        }
    }

    /// Without the Jobs, a sub-command that can never end looks like one that is under way.
    fn unreadable_jobs(&mut self, log: &LogBackup) {
        let unread = |(_, status): &(&SubCommand, &SubStatus)| {
            status.claims_a_job() && status.job == JobState::Unreadable
        };
        let Some((command, _)) = log.commands.iter().find(unread) else {
            return;
        };
        self.0.push(Finding {
            health: Health::Unknown,
            reason: None,
            hint: Some(Hint::text(format!(
                "{}: the Jobs in namespace {} cannot be read, so it is not known whether {command} is still under way",
                log.object, log.object.namespace
            ))),
        });
    }
}

fn severity(log: &LogBackup, command: SubCommand, status: &SubStatus) -> Health {
    let dead = match &status.job {
        JobState::Dead(_) => status.claims_a_job(),
        JobState::NotRead | JobState::Unreadable | JobState::Alive => false,
    };
    match command {
        _ if dead && log.stuck() == Some(command) => Health::Critical,
        SubCommand::Resume => Health::Critical,
        SubCommand::Start | SubCommand::Pause | SubCommand::Stop | SubCommand::Truncate => {
            Health::Warning
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

fn not_moving(log: &LogBackup) -> Hint {
    let operator = match log.object.operator {
        Operator::V1 => "tidb-controller-manager",
        Operator::V2 => "tidb-operator",
    };
    NextCommand::kubectl("get pods -A -l app.kubernetes.io/name=tidb-operator")
        .after(&format!(
            "{}: its checkpoint does not move: either the task is stuck (`br log status --task-name={}` shows it), or {operator} does not refresh it",
            log.object, log.object.name
        ))
}
