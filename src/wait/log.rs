//! Following exactly the transition that was asked for: the sub-command and the value, never a phase that may be left from
//! yesterday.

use crate::log_backup::{Command, LogBackup, SubStatus, Verb};

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
                Command::Pause,
                log.phase == "Paused" && !busy(log, Command::Resume),
            ),
            Verb::Resume => {
                let settled = !busy(log, Command::Pause) && !busy(log, Command::Resume);
                self.switched(log, Command::Resume, log.phase == "Running" && settled)
            }
            Verb::Stop => self.switched(log, Command::Stop, log.phase == "Stopped"),
            Verb::Truncate => self.truncate(log),
        }
    }

    fn start(&self, log: &LogBackup) -> Progress {
        if log.phase == "Paused" || busy(log, Command::Resume) || busy(log, Command::Pause) {
            let resume = Goal {
                verb: Verb::Resume,
                ..self.clone()
            };
            return resume.look(log);
        }
        let failed = log.command(Command::Start).filter(|status| status.sticky());
        match failed {
            _ if log.start.is_some() => Progress::Done,
            Some(status) => Progress::Failed(told(Command::Start, status)),
            None if matches!(log.phase.as_str(), "Failed" | "Invalid") && !self.retried => {
                Progress::Failed(format!(
                    "{} {}: {}",
                    log.phase, log.verdict.0, log.verdict.1
                ))
            }
            None => Progress::Pending(pending(log, Command::Start)),
        }
    }

    /// A failure counts only while the spec asks for this command: a later verb takes over.
    fn switched(&self, log: &LogBackup, command: Command, done: bool) -> Progress {
        match log.command(command).filter(|status| status.sticky()) {
            _ if done => Progress::Done,
            Some(status) => Progress::Failed(told(command, status)),
            None => Progress::Pending(pending(log, command)),
        }
    }

    /// `logTruncatingUntil` never matches again after the value went back to the last success, so either field counts
    /// (docs/operators.md, "Going back to the last truncation does nothing").
    fn truncate(&self, log: &LogBackup) -> Progress {
        let wanted = self.truncate_until.as_deref();
        let status = log.command(Command::Truncate);
        let ours = status.filter(|status| status.truncating_until.as_deref() == wanted);
        match ours {
            Some(status) if status.phase == "Complete" => Progress::Done,
            Some(status) if status.sticky() => Progress::Failed(told(Command::Truncate, status)),
            None if log.truncated_until.as_deref() == wanted => Progress::Done,
            _ => Progress::Pending(pending(log, Command::Truncate)),
        }
    }
}

fn busy(log: &LogBackup, command: Command) -> bool {
    log.command(command).is_some_and(SubStatus::in_flight)
}

fn told(command: Command, status: &SubStatus) -> String {
    format!(
        "{command} {}: {} {}",
        status.phase, status.reason, status.message
    )
}

fn pending(log: &LogBackup, command: Command) -> String {
    let phase = match log.phase.as_str() {
        "" => "no phase yet",
        phase => phase,
    };
    match log.command(command) {
        Some(status) if !status.phase.is_empty() && status.phase != "Repeatable" => {
            let why = match status.phase.as_str() {
                "RetryFailed" => format!(" ({}: {})", status.reason, status.message),
                _ => String::new(),
            };
            format!("{phase}, {command} {}{why}", status.phase)
        }
        _ if log.phase == "RetryFailed" => {
            format!("{phase} ({}: {})", log.verdict.0, log.verdict.1)
        }
        _ => phase.to_owned(),
    }
}
