//! The one error type: what failed, why, the next command to type, and the exit code that says which kind of failure it was.

use std::fmt;

/// Exit codes of the program. They are an interface: scripts rely on them, so numbers are never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Exit {
    /// Done, or nothing to do.
    Done = 0,
    /// The cluster or the environment failed the request.
    Failed = 1,
    /// Unknown flag, bad value, missing argument, wrong kind.
    Usage = 2,
    /// Waited, and the operation ended in failure.
    OperationFailed = 3,
    /// Waited, and the time ran out.
    TimedOut = 4,
    /// An illegal transition, a safety rule, or a confirmation that was not given.
    Refused = 5,
    /// A check found something to look at.
    Warning = 6,
    /// A check found something broken.
    Critical = 7,
    /// The operator on this cluster does not do that.
    Unsupported = 8,
    /// The object changed meanwhile; nothing was written.
    Conflict = 9,
    /// The time asked for cannot be restored.
    NotRestorable = 10,
    /// Ctrl-C.
    Interrupted = 130,
}

/// Every exit code with the sentence that help, the README and the reference print for it.
pub const EXIT_CODES: &[(Exit, &str)] = &[
    (Exit::Done, "done, or nothing to do"),
    (
        Exit::Failed,
        "the cluster or the environment failed the request (not found, forbidden, already exists, invalid)",
    ),
    (
        Exit::Usage,
        "usage: unknown flag, bad value, missing argument, wrong kind",
    ),
    (
        Exit::OperationFailed,
        "waited, and the operation ended in failure",
    ),
    (Exit::TimedOut, "waited, and the time ran out"),
    (
        Exit::Refused,
        "refused: an illegal transition, a safety rule, or a confirmation not given",
    ),
    (Exit::Warning, "a check found a warning"),
    (Exit::Critical, "a check found something critical"),
    (
        Exit::Unsupported,
        "the operator on this cluster does not do that",
    ),
    (
        Exit::Conflict,
        "the object changed meanwhile; nothing was written",
    ),
    (Exit::NotRestorable, "the time asked for cannot be restored"),
    (Exit::Interrupted, "interrupted"),
];

impl Exit {
    /// The number given to the operating system.
    pub fn code(self) -> u8 {
        self as u8
    }
}

/// A failure as the user sees it: one line, then `hint:` lines with the next command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The exit code, which is also the kind of failure.
    pub exit: Exit,
    /// One line: what failed, on which object, why.
    pub message: String,
    /// The next command to type, one line each.
    pub hints: Vec<String>,
}

/// Result of everything that can fail in this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error of the given kind. Line breaks in `message` are folded: an error is one line.
    pub fn new(exit: Exit, message: impl AsRef<str>) -> Self {
        let message = message
            .as_ref()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        Self {
            exit,
            message,
            hints: Vec::new(),
        }
    }

    /// A mistake in what was typed (2).
    pub fn usage(message: impl AsRef<str>) -> Self {
        Self::new(Exit::Usage, message)
    }

    /// The cluster or the environment failed the request (1).
    pub fn failed(message: impl AsRef<str>) -> Self {
        Self::new(Exit::Failed, message)
    }

    /// A safety rule or an illegal transition (5).
    pub fn refused(message: impl AsRef<str>) -> Self {
        Self::new(Exit::Refused, message)
    }

    /// The operator does not do that (8).
    pub fn unsupported(message: impl AsRef<str>) -> Self {
        Self::new(Exit::Unsupported, message)
    }

    /// Adds the next command to type.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
