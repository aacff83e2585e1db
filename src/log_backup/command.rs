//! The words of log backup: what users say, and what the operators call it.

use std::fmt;

/// A sub-command of the operators, each with a Job and a status of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    /// `log-start`
    Start,
    /// `log-pause`
    Pause,
    /// `log-resume`; never written to a spec, where `log-start` on a paused task means it.
    Resume,
    /// `log-stop`
    Stop,
    /// `log-truncate`; never written to a spec, where `logTruncateUntil` means it.
    Truncate,
}

impl Command {
    /// All sub-commands.
    pub const ALL: [Command; 5] = [
        Command::Start,
        Command::Pause,
        Command::Resume,
        Command::Stop,
        Command::Truncate,
    ];

    /// The key in `status.logSubCommandStatuses` and the end of the Job's name.
    pub fn key(self) -> &'static str {
        match self {
            Command::Start => "log-start",
            Command::Pause => "log-pause",
            Command::Resume => "log-resume",
            Command::Stop => "log-stop",
            Command::Truncate => "log-truncate",
        }
    }

    /// The command with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|command| command.key() == key)
    }
}

impl fmt::Display for Command {
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
    /// All verbs.
    pub const ALL: [Verb; 5] = [
        Verb::Start,
        Verb::Pause,
        Verb::Resume,
        Verb::Stop,
        Verb::Truncate,
    ];

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

    /// The word of the result line once it is done.
    pub fn done(self) -> &'static str {
        match self {
            Verb::Start | Verb::Resume => "running",
            Verb::Pause => "paused",
            Verb::Stop => "stopped",
            Verb::Truncate => "truncated",
        }
    }

    /// The value of `spec.logSubcommand` that asks for it; truncation has none.
    pub fn subcommand(self) -> Option<Command> {
        match self {
            Verb::Start | Verb::Resume => Some(Command::Start),
            Verb::Pause => Some(Command::Pause),
            Verb::Stop => Some(Command::Stop),
            Verb::Truncate => None,
        }
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
