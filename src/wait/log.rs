//! Following exactly the transition that was asked for: the sub-command and the value, never a phase that may be left from
//! yesterday.

use crate::log_backup::{LogBackup, Phase, SubCommand, SubPhase, SubStatus, Verb};

/// What is waited for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// The verb that was asked for.
    pub verb: Verb,
    /// The value of a truncation, as text.
    pub truncate_until: Option<String>,
    /// Whether a sticky failure was cleared first: the phase of the failed start is left until the operator writes it anew.
    pub retried: bool,
}

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// Not there yet; what was seen.
    Pending(String),
    /// Reached.
    Done,
    /// The sub-command failed, with reason and message.
    Failed(String),
}

impl Goal {
    /// Holds the goal against the CR as it is now.
    pub fn look(&self, log: &LogBackup) -> Progress {
        match self.verb {
            Verb::Start => self.start(log),
            Verb::Pause => self.switched(
                log,
                SubCommand::Pause,
                log.phase == Phase::Paused && !busy(log, SubCommand::Resume),
            ),
            Verb::Resume => {
                let settled = !busy(log, SubCommand::Pause) && !busy(log, SubCommand::Resume);
                self.switched(
                    log,
                    SubCommand::Resume,
                    log.phase == Phase::Running && settled,
                )
            }
            Verb::Stop => self.switched(log, SubCommand::Stop, log.phase == Phase::Stopped),
            Verb::Truncate => self.truncate(log),
        }
    }

    fn start(&self, log: &LogBackup) -> Progress {
        if log.phase == Phase::Paused
            || busy(log, SubCommand::Resume)
            || busy(log, SubCommand::Pause)
        {
            let resume = Goal {
                verb: Verb::Resume,
                ..self.clone()
            };
            return resume.look(log);
        }
        let failed = log
            .command(SubCommand::Start)
            .filter(|status| status.is_sticky());
        match failed {
            _ if log.start.is_some() => Progress::Done,
            Some(status) => Progress::Failed(told(SubCommand::Start, status)),
            None if matches!(log.phase, Phase::Failed | Phase::Invalid) && !self.retried => {
                Progress::Failed(format!("{} {}", log.phase, log.condition))
            }
            None => Progress::Pending(pending(log, SubCommand::Start)),
        }
    }

    /// A failure counts only while the spec asks for this command: a later verb takes over.
    fn switched(&self, log: &LogBackup, command: SubCommand, done: bool) -> Progress {
        match log.command(command).filter(|status| status.is_sticky()) {
            _ if done => Progress::Done,
            Some(status) => Progress::Failed(told(command, status)),
            None => Progress::Pending(pending(log, command)),
        }
    }

    /// `logTruncatingUntil` never matches again after the value went back to the last success, so either field counts
    /// (docs/operators.md, "Going back to the last truncation does nothing").
    fn truncate(&self, log: &LogBackup) -> Progress {
        let wanted = self.truncate_until.as_deref();
        let status = log.command(SubCommand::Truncate);
        let ours = status.filter(|status| status.truncating_until.as_deref() == wanted);
        match ours {
            Some(status) if status.phase == SubPhase::Complete => Progress::Done,
            Some(status) if status.is_sticky() => {
                Progress::Failed(told(SubCommand::Truncate, status))
            }
            None if log.truncated_until.as_deref() == wanted => Progress::Done,
            _ => Progress::Pending(pending(log, SubCommand::Truncate)),
        }
    }
}

fn busy(log: &LogBackup, command: SubCommand) -> bool {
    log.command(command).is_some_and(SubStatus::in_flight)
}

fn told(command: SubCommand, status: &SubStatus) -> String {
    format!("{command} {}: {}", status.phase, status.failure())
}

fn pending(log: &LogBackup, command: SubCommand) -> String {
    match log.command(command) {
        Some(status) => match &status.phase {
            SubPhase::Unset | SubPhase::Repeatable => log.phase.to_string(),
            SubPhase::RetryFailed => {
                format!(
                    "{}, {command} {} ({})",
                    log.phase, status.phase, status.condition
                )
            }
            phase => format!("{}, {command} {phase}", log.phase),
        },
        None if log.phase == Phase::RetryFailed => format!("{} ({})", log.phase, log.condition),
        None => log.phase.to_string(),
    }
}
