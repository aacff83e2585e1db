//! Where a log backup stands: from the spec, the phases and the Jobs to one of the rows of the table.

use std::fmt;

use super::{LogBackup, Phase, SubCommand};
use crate::api::Dialect;

/// Where a log backup stands, as far as it matters to the next verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Situation {
    /// Created, and `status.commitTs` is not set yet.
    Starting,
    /// Created with a spec that asks for a stop or a pause: the operator waits for ever for a start that nobody asked for.
    StartNotAsked,
    /// The start failed; there is no task.
    StartFailed,
    /// The task runs.
    Running,
    /// A pause is under way, and the spec asks for it.
    Pausing,
    /// A pause is under way, but the spec asks for a running task by now: the operator resumes the task after the pause.
    PauseTakenBack,
    /// The task is paused.
    Paused,
    /// A resume is under way, and the spec asks for it.
    Resuming,
    /// A resume is under way, but the spec asks for a paused task by now: the operator pauses the task after the resume.
    ResumeTakenBack,
    /// A stop is under way, and the spec asks for it.
    Stopping,
    /// A stop is under way, but the spec asks for something else by now. The stop is not cancelled.
    StopTakenBack,
    /// The task is gone, as the spec asked.
    Stopped,
    /// v1: the task was started, and the cluster does not know it any more.
    Lost,
    /// v1: the task paused itself with an error.
    ErrorPaused,
    /// The object is being deleted.
    Deleting,
}

/// What the task itself does, whatever Jobs run beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum TaskState {
    /// The task copies changes.
    Running,
    /// The task keeps its place and copies nothing.
    Paused,
    /// The task is gone; its data stays.
    Stopped,
}

impl fmt::Display for TaskState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TaskState::Running => "Running",
            TaskState::Paused => "Paused",
            TaskState::Stopped => "Stopped",
        })
    }
}

impl Situation {
    /// Whether the cluster's one log task belongs to the log backup, or is about to.
    pub fn holds_task(self) -> bool {
        match self {
            Situation::Starting
            | Situation::Running
            | Situation::Pausing
            | Situation::PauseTakenBack
            | Situation::Paused
            | Situation::Resuming
            | Situation::ResumeTakenBack
            | Situation::Stopping
            | Situation::StopTakenBack
            | Situation::ErrorPaused
            | Situation::Deleting => true,
            Situation::StartNotAsked
            | Situation::StartFailed
            | Situation::Stopped
            | Situation::Lost => false,
        }
    }
}

/// The value of `spec.logSubcommand`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpecCommand {
    /// The field is absent: the operator derives what to do from the phase.
    Unset,
    /// A value that both generations carry out.
    Known(SubCommand),
    /// Any other value. `log-resume` and `log-truncate` pass the v2 schema, and then the operator carries out nothing
    /// (docs/operators.md, "log-resume and log-truncate are not sub-commands").
    Unsupported,
}

impl SpecCommand {
    /// The value with this text; an empty text counts as absent.
    pub fn parse(text: &str) -> Self {
        match (text, SubCommand::from_key(text)) {
            ("", _) => Self::Unset,
            (_, Some(SubCommand::Resume | SubCommand::Truncate) | None) => Self::Unsupported,
            (_, Some(known @ (SubCommand::Start | SubCommand::Pause | SubCommand::Stop))) => {
                Self::Known(known)
            }
        }
    }
}

impl LogBackup {
    /// What the task does; `None` before it was started and after it was lost.
    pub fn task(&self) -> Option<TaskState> {
        match &self.phase {
            Phase::Stopped => Some(TaskState::Stopped),
            Phase::Paused => Some(TaskState::Paused),
            Phase::Failed | Phase::Invalid => None,
            Phase::RetryFailed => self.start.map(|_| TaskState::Paused),
            Phase::Unset
            | Phase::Scheduled
            | Phase::Prepare
            | Phase::Running
            | Phase::Complete
            | Phase::Clean
            | Phase::CleanFailed
            | Phase::Unknown(_) => self.start.map(|_| TaskState::Running),
        }
    }

    /// The sub-command that the spec asks for and the operator has not carried out yet, as the operator derives it: see the
    /// table in docs/operators.md, "The operator derives the sub-command". v1 resumes a paused task also when the field was
    /// removed, and v2 does not (docs/operators.md, "Clearing the sub-command of a Paused log backup").
    pub fn outstanding(&self) -> Option<SubCommand> {
        let paused = self.phase == Phase::Paused;
        let stopped = self.phase == Phase::Stopped;
        let command = match &self.wanted {
            SpecCommand::Unsupported => return None,
            SpecCommand::Known(SubCommand::Start) if paused => SubCommand::Resume,
            SpecCommand::Known(command) => *command,
            SpecCommand::Unset if self.log_stop == Some(true) || stopped => SubCommand::Stop,
            SpecCommand::Unset if paused && self.dialect == Dialect::V1 => SubCommand::Resume,
            SpecCommand::Unset => SubCommand::Start,
        };
        let carried_out = match command {
            SubCommand::Start => self.start.is_some(),
            SubCommand::Pause => paused,
            SubCommand::Stop => stopped,
            SubCommand::Resume | SubCommand::Truncate => false,
        };
        (!carried_out).then_some(command)
    }

    /// Where the log backup stands.
    pub fn situation(&self) -> Situation {
        if self.deleting {
            return Situation::Deleting;
        }
        if self.phase == Phase::Stopped {
            return Situation::Stopped;
        }
        if self.start.is_none() {
            return self.before_the_start();
        }
        match self.under_way(SubCommand::Stop) {
            Some(Asked::Still) => return Situation::Stopping,
            Some(Asked::NoLonger) => return Situation::StopTakenBack,
            None => {}
        }
        match &self.phase {
            Phase::Failed | Phase::Invalid => Situation::Lost,
            Phase::RetryFailed => Situation::ErrorPaused,
            Phase::Paused => match self.under_way(SubCommand::Resume) {
                Some(Asked::Still) => Situation::Resuming,
                Some(Asked::NoLonger) => Situation::ResumeTakenBack,
                None => Situation::Paused,
            },
            Phase::Unset
            | Phase::Scheduled
            | Phase::Prepare
            | Phase::Running
            | Phase::Complete
            | Phase::Stopped
            | Phase::Clean
            | Phase::CleanFailed
            | Phase::Unknown(_) => match self.under_way(SubCommand::Pause) {
                Some(Asked::Still) => Situation::Pausing,
                Some(Asked::NoLonger) => Situation::PauseTakenBack,
                None => Situation::Running,
            },
        }
    }

    fn before_the_start(&self) -> Situation {
        match &self.phase {
            Phase::Failed | Phase::Invalid => Situation::StartFailed,
            _ if self.is_sticky(SubCommand::Start) => Situation::StartFailed,
            _ => match self.outstanding() {
                Some(SubCommand::Pause | SubCommand::Stop) => Situation::StartNotAsked,
                Some(SubCommand::Start | SubCommand::Resume | SubCommand::Truncate) | None => {
                    Situation::Starting
                }
            },
        }
    }

    /// Whether a sub-command is under way, or about to be, and whether the spec still asks for it.
    fn under_way(&self, command: SubCommand) -> Option<Asked> {
        let asked = self.outstanding() == Some(command) && !self.is_sticky(command);
        match asked {
            true => Some(Asked::Still),
            false => self.has_job_at_work(command).then_some(Asked::NoLonger),
        }
    }

    /// The sub-command that the spec asks for and that can never end, because its Job is dead.
    pub fn stuck(&self) -> Option<SubCommand> {
        let dead = |command: &SubCommand| {
            let status = self.command(*command);
            status.is_some_and(|status| status.claims_a_job() && status.job.is_dead())
        };
        let truncates = self.truncate_until.is_some()
            && self.truncate_until != self.truncated_until
            && dead(&SubCommand::Truncate);
        let asked = self.outstanding().filter(dead);
        asked.or(truncates.then_some(SubCommand::Truncate))
    }

    /// The truncation under way, or about to be, as the text of its target. Setting the field back does not cancel it
    /// (docs/operators.md, "A truncate under way is not cancelled").
    pub fn truncating(&self) -> Option<&str> {
        let status = self.command(SubCommand::Truncate);
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

    /// The truncation under way, or the one that the operator carries out once the sub-command before it has ended. Another target would
    /// replace it. A sub-command that has failed for good lets no truncation begin, so that none waits behind it.
    pub fn truncating_or_waiting(&self) -> Option<&str> {
        let waits = || {
            let target = self.truncate_until.as_deref()?;
            let status = self.command(SubCommand::Truncate);
            let tried =
                status.is_some_and(|status| status.truncating_until.as_deref() == Some(target));
            let reached = self.truncated_until.as_deref() == Some(target);
            let blocked = self
                .outstanding()
                .is_none_or(|command| self.is_sticky(command));
            (!tried && !reached && !blocked && !self.deleting).then_some(target)
        };
        self.truncating().or_else(waits)
    }
}

/// Whether the spec still asks for a sub-command that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Still,
    NoLonger,
}
