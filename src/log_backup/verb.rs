//! The verbs of users and the sub-commands of the operators.

use std::fmt;

/// A sub-command of the operators. Each has a Job and an entry in `status.logSubCommandStatuses`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubCommand {
    /// `log-start`
    Start,
    /// `log-pause`
    Pause,
    /// `log-resume`. It is never written to a spec: there, `log-start` resumes a paused task.
    Resume,
    /// `log-stop`
    Stop,
    /// `log-truncate`. It is never written to a spec: there, `logTruncateUntil` asks for it.
    Truncate,
}

impl SubCommand {
    /// All sub-commands.
    pub const ALL: [SubCommand; 5] = [
        SubCommand::Start,
        SubCommand::Pause,
        SubCommand::Resume,
        SubCommand::Stop,
        SubCommand::Truncate,
    ];

    /// The key in `status.logSubCommandStatuses` and the end of the Job's name.
    pub fn key(self) -> &'static str {
        match self {
            SubCommand::Start => "log-start",
            SubCommand::Pause => "log-pause",
            SubCommand::Resume => "log-resume",
            SubCommand::Stop => "log-stop",
            SubCommand::Truncate => "log-truncate",
        }
    }

    /// The sub-command with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|command| command.key() == key)
    }
}

impl fmt::Display for SubCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// What a user asks of a log backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verb {
    /// `log start`
    Start,
    /// `log pause`
    Pause,
    /// `log resume`
    Resume,
    /// `log stop`
    Stop,
    /// `log truncate`
    Truncate,
}

impl Verb {
    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Verb::Start => "start",
            Verb::Pause => "pause",
            Verb::Resume => "resume",
            Verb::Stop => "stop",
            Verb::Truncate => "truncate",
        }
    }

    /// The word of the result line once the verb is carried out.
    pub fn done(self) -> &'static str {
        match self {
            Verb::Start | Verb::Resume => "running",
            Verb::Pause => "paused",
            Verb::Stop => "stopped",
            Verb::Truncate => "truncated",
        }
    }

    /// The value of `spec.logSubcommand` that asks for the verb; a truncation has none.
    pub fn subcommand(self) -> Option<SubCommand> {
        match self {
            Verb::Start | Verb::Resume => Some(SubCommand::Start),
            Verb::Pause => Some(SubCommand::Pause),
            Verb::Stop => Some(SubCommand::Stop),
            Verb::Truncate => None,
        }
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
