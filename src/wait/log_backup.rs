//! How far a log backup is on its way to a state: by the sub-command and the value that were asked for, never by a phase that may
//! be left over.

use serde_json::Value;

use super::progress::{DecisiveJob, Failure, GoalProgress, JobLooks};
use crate::api::Dialect;
use crate::error::NextCommand;
use crate::log_backup::{
    JobState, LogBackup, Phase, Situation, SpecCommand, SubCommand, SubPhase, Verb, how_to_retry,
    resume,
};
use crate::time::Tso;

/// A state of a log backup that is waited for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogGoal {
    /// The operator that moves the object.
    pub dialect: Dialect,
    /// The state.
    pub state: LogTarget,
    /// Whether this run asked for the state. Then the goal is out of reach as soon as the spec asks for another one; else somebody
    /// may still ask for it.
    pub asked_here: bool,
    /// Whether this run cleared a failure first: the phase of a failed start stays until the operator writes it anew.
    pub retried: bool,
}

/// The states that can be waited for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogTarget {
    /// The task runs, the spec asks for that, and the operator reports no failure.
    Running,
    /// The task is paused.
    Paused,
    /// The task is stopped.
    Stopped,
    /// The log is truncated until this value, as text; `None` is whatever the spec asks for.
    Truncated(Option<String>),
}

impl LogGoal {
    /// What a verb asked for.
    pub fn of_verb(verb: Verb, dialect: Dialect, truncate_until: Option<String>) -> Self {
        Self {
            dialect,
            state: match verb {
                Verb::Start | Verb::Resume => LogTarget::Running,
                Verb::Pause => LogTarget::Paused,
                Verb::Stop => LogTarget::Stopped,
                Verb::Truncate => LogTarget::Truncated(truncate_until),
            },
            asked_here: true,
            retried: false,
        }
    }

    /// A state, whoever asks for it.
    pub fn of_state(state: LogTarget, dialect: Dialect) -> Self {
        Self {
            dialect,
            state,
            asked_here: false,
            retried: false,
        }
    }

    /// The same goal after a failure was cleared.
    #[must_use]
    pub fn after_a_retry(mut self, retried: bool) -> Self {
        self.retried = retried;
        self
    }

    /// The word of the result line.
    pub fn word(&self) -> &'static str {
        match self.state {
            LogTarget::Running => "running",
            LogTarget::Paused => "paused",
            LogTarget::Stopped => "stopped",
            LogTarget::Truncated(_) => "truncated",
        }
    }

    /// The Job that decides whether the goal can still be reached: that of the sub-command which the spec waits for, else of one
    /// that leads to the goal or away from it.
    pub fn decisive_job(&self, object: &Value) -> Option<DecisiveJob> {
        let log = LogBackup::parse(object, self.dialect)?;
        self.decisive_command(&log).map(|command| DecisiveJob {
            name: log.job_name(command),
            at_once: false,
        })
    }

    fn decisive_command(&self, log: &LogBackup) -> Option<SubCommand> {
        let ours: &[SubCommand] = match self.state {
            LogTarget::Running => &[
                SubCommand::Start,
                SubCommand::Resume,
                SubCommand::Pause,
                SubCommand::Stop,
            ],
            LogTarget::Paused => &[SubCommand::Pause, SubCommand::Resume, SubCommand::Stop],
            LogTarget::Stopped => &[SubCommand::Stop],
            LogTarget::Truncated(_) => &[SubCommand::Truncate],
        };
        let in_flight: Vec<SubCommand> = log.commands_with_a_job().collect();
        let mut candidates = log.outstanding().into_iter().chain(ours.iter().copied());
        candidates.find(|command| in_flight.contains(command))
    }

    /// How far the object is.
    pub fn progress(&self, object: &Value, looks: Option<&JobLooks>) -> GoalProgress {
        let Some(log) = LogBackup::parse(object, self.dialect) else {
            return GoalProgress::Pending("unreadable".to_owned());
        };
        let log = match (self.decisive_command(&log), looks) {
            (Some(command), Some(looks)) if log.job_name(command) == looks.job => {
                let state = JobState::judge(
                    self.dialect,
                    &looks.job,
                    looks.first.as_ref(),
                    &looks.second,
                );
                log.with_job(command, state)
            }
            _ => log,
        };
        // A stop that the spec does not ask for any more is final all the same, unless its Job is dead.
        let is_sure = looks.is_some_and(|looks| {
            looks.first.is_some() || !looks.second.is_suspicious(self.dialect)
        });
        if log.situation() == Situation::StopTakenBack && !is_sure {
            return pending(&log, SubCommand::Stop);
        }
        match &self.state {
            LogTarget::Running => self.running(&log),
            LogTarget::Paused => self.paused(&log),
            LogTarget::Stopped => self.stopped(&log),
            LogTarget::Truncated(Some(until)) => truncated(&log, until),
            LogTarget::Truncated(None) => match &log.truncate_until {
                Some(until) => truncated(&log, until),
                None => GoalProgress::Failed(out_of_reach("truncated", &no_truncation(&log))),
            },
        }
    }

    fn running(&self, log: &LogBackup) -> GoalProgress {
        let resumes = log.has_job_at_work(SubCommand::Resume);
        match log.situation() {
            Situation::Starting | Situation::Resuming => pending(log, SubCommand::Resume),
            Situation::PauseTakenBack => pending(log, SubCommand::Pause),
            Situation::Running if log.outstanding().is_none() && !resumes => GoalProgress::Reached,
            Situation::Running if log.outstanding().is_none() => pending(log, SubCommand::Resume),
            Situation::StartFailed if self.retried && !log.is_sticky(SubCommand::Start) => {
                pending(log, SubCommand::Start)
            }
            Situation::StartFailed | Situation::Lost => self.failed_start(log),
            Situation::ErrorPaused => GoalProgress::Failed(
                self.out_of_reach(&format!("the task paused itself ({})", log.condition))
                    .hint(how_to_retry(log, SubCommand::Pause)),
            ),
            Situation::Paused if log.outstanding() == Some(SubCommand::Resume) => {
                failed(log, SubCommand::Resume)
            }
            Situation::Paused => GoalProgress::Failed(
                self.out_of_reach("it is paused, and its spec asks for log-pause")
                    .hint(resume(log)),
            ),
            Situation::StartNotAsked => {
                GoalProgress::Failed(self.out_of_reach(&asks(log)).hint(next(log, "start")))
            }
            Situation::Running | Situation::Pausing | Situation::ResumeTakenBack => {
                GoalProgress::Failed(self.out_of_reach(&asks(log)).hint(resume(log)))
            }
            Situation::Stopping | Situation::StopTakenBack => self.never("it is being stopped"),
            Situation::Stopped => self.never("it is stopped"),
            Situation::Deleting => pending(log, SubCommand::Start),
        }
    }

    fn paused(&self, log: &LogBackup) -> GoalProgress {
        let is_asked = log.outstanding() == Some(SubCommand::Pause);
        if is_asked && log.is_sticky(SubCommand::Pause) {
            return failed(log, SubCommand::Pause);
        }
        match log.situation() {
            Situation::Paused => GoalProgress::Reached,
            Situation::Pausing | Situation::ResumeTakenBack | Situation::Deleting => {
                pending(log, SubCommand::Pause)
            }
            Situation::StartFailed => self.failed_start(log),
            Situation::Lost | Situation::ErrorPaused if is_asked => pending(log, SubCommand::Pause),
            Situation::Lost | Situation::ErrorPaused => self.failed_start(log),
            Situation::Stopping | Situation::StopTakenBack => self.never("it is being stopped"),
            Situation::Stopped => self.never("it is stopped"),
            Situation::Starting
            | Situation::StartNotAsked
            | Situation::Running
            | Situation::PauseTakenBack
            | Situation::Resuming => self.unless_replaced(log, SubCommand::Pause),
        }
    }

    fn stopped(&self, log: &LogBackup) -> GoalProgress {
        let is_asked = log.outstanding() == Some(SubCommand::Stop);
        if is_asked && log.is_sticky(SubCommand::Stop) {
            return failed(log, SubCommand::Stop);
        }
        match log.situation() {
            Situation::Stopped => GoalProgress::Reached,
            // A stop that is under way is not cancelled.
            Situation::Stopping | Situation::StopTakenBack | Situation::Deleting => {
                pending(log, SubCommand::Stop)
            }
            // v1 can take the end of a stop for a lost task (docs/operators.md, "log-start on a Stopped v1 log backup can fail it").
            Situation::Lost if has_completed(log, SubCommand::Stop) => GoalProgress::Reached,
            Situation::StartFailed | Situation::Lost => self.failed_start(log),
            Situation::Starting
            | Situation::StartNotAsked
            | Situation::Running
            | Situation::Pausing
            | Situation::PauseTakenBack
            | Situation::Paused
            | Situation::Resuming
            | Situation::ResumeTakenBack
            | Situation::ErrorPaused => self.unless_replaced(log, SubCommand::Stop),
        }
    }

    /// The spec does not ask for the goal. That is the end of a wish, while a wait without one goes on.
    fn unless_replaced(&self, log: &LogBackup, command: SubCommand) -> GoalProgress {
        match self.asked_here {
            true => GoalProgress::Failed(self.out_of_reach(&asks(log))),
            false => pending(log, command),
        }
    }

    fn failed_start(&self, log: &LogBackup) -> GoalProgress {
        let why = format!("its phase is {} ({})", log.phase, log.condition);
        match log.situation() {
            Situation::StartFailed if log.is_sticky(SubCommand::Start) => {
                failed(log, SubCommand::Start)
            }
            _ => GoalProgress::Failed(self.out_of_reach(&why)),
        }
    }

    fn never(&self, why: &str) -> GoalProgress {
        GoalProgress::Failed(self.out_of_reach(&format!("{why}, and a stop is final")))
    }

    fn out_of_reach(&self, why: &str) -> Failure {
        out_of_reach(self.word(), why)
    }
}

/// `logTruncatingUntil` never matches again after the value went back to the last success, so either field counts
/// (docs/operators.md, "Going back to the last truncation does nothing").
fn truncated(log: &LogBackup, until: &str) -> GoalProgress {
    let status = log.command(SubCommand::Truncate);
    let ours = status.filter(|status| status.truncating_until.as_deref() == Some(until));
    let parse = |text: Option<&str>| text.and_then(Tso::parse);
    let reaches = parse(log.truncated_until.as_deref())
        .is_some_and(|success| Some(success) >= parse(Some(until)));
    match ours {
        Some(status) if status.phase == SubPhase::Complete => GoalProgress::Reached,
        Some(status) if status.is_sticky() => failed(log, SubCommand::Truncate),
        // A truncation under way is not cancelled by another value.
        Some(status) if status.in_flight() => pending(log, SubCommand::Truncate),
        _ if log.truncated_until.as_deref() == Some(until) || reaches => GoalProgress::Reached,
        _ if log.truncate_until.as_deref() != Some(until) => {
            GoalProgress::Failed(out_of_reach("truncated", &no_truncation(log)))
        }
        _ => match log.outstanding() {
            Some(command) if log.is_sticky(command) => GoalProgress::Failed(
                out_of_reach(
                    "truncated",
                    &format!("the failed {command} that its spec asks for blocks the truncation"),
                )
                .hint(how_to_retry(log, command)),
            ),
            Some(command) => {
                GoalProgress::Pending(format!("waits for {command}; {}", seen(log, command)))
            }
            None => pending(log, SubCommand::Truncate),
        },
    }
}

fn has_completed(log: &LogBackup, command: SubCommand) -> bool {
    let status = log.command(command);
    status.is_some_and(|status| status.phase == SubPhase::Complete)
}

fn no_truncation(log: &LogBackup) -> String {
    match &log.truncate_until {
        Some(other) => format!(
            "its spec asks for a truncation until {} by now",
            shown(other)
        ),
        None => "its spec asks for no truncation by now".to_owned(),
    }
}

/// A TSO with its time in UTC.
fn shown(text: &str) -> String {
    match Tso::parse(text).and_then(Tso::time) {
        Some(time) => format!("{} ({text})", crate::time::Zone::Utc.show(time)),
        None => text.to_owned(),
    }
}

/// What the spec asks for by now, where that is not the goal.
fn asks(log: &LogBackup) -> String {
    if let Some(failed) = log.outstanding().filter(|command| log.is_sticky(*command)) {
        return format!("its spec asks for {failed}, which failed");
    }
    match (&log.wanted, log.log_stop) {
        (SpecCommand::Known(command), _) => format!("its spec asks for {command} by now"),
        (SpecCommand::Unset, Some(true)) => "its spec asks for logStop by now".to_owned(),
        (SpecCommand::Unset | SpecCommand::Unsupported, _) => {
            "its spec does not ask for that any more".to_owned()
        }
    }
}

fn out_of_reach(word: &str, why: &str) -> Failure {
    Failure {
        message: format!("will not be {word}: {why}"),
        hints: Vec::new(),
    }
}

fn next(log: &LogBackup, verb: &str) -> NextCommand {
    NextCommand::plugin(&format!("log {verb}"))
        .arg(&log.object.name)
        .namespace(&log.object.namespace)
}

fn failed(log: &LogBackup, command: SubCommand) -> GoalProgress {
    let why = log
        .command(command)
        .map(|status| format!("{command} {}: {}", status.phase, status.failure()));
    GoalProgress::Failed(
        Failure::of_work(why.unwrap_or_else(|| command.to_string()))
            .hint(how_to_retry(log, command)),
    )
}

fn pending(log: &LogBackup, command: SubCommand) -> GoalProgress {
    GoalProgress::Pending(seen(log, command))
}

/// The phase, and where the sub-command stands that is under way.
fn seen(log: &LogBackup, command: SubCommand) -> String {
    let waits_for = log.outstanding().unwrap_or(command);
    match log.command(waits_for) {
        Some(status) => match &status.phase {
            SubPhase::Unset | SubPhase::Repeatable => log.phase.to_string(),
            SubPhase::RetryFailed => {
                format!(
                    "{}, {waits_for} {} ({})",
                    log.phase, status.phase, status.condition
                )
            }
            phase => format!("{}, {waits_for} {phase}", log.phase),
        },
        None if log.phase == Phase::RetryFailed => format!("{} ({})", log.phase, log.condition),
        None => log.phase.to_string(),
    }
}
