//! The one error type: what failed and why, the kind of the failure, from which the exit code follows, and the next command to type.

use std::fmt;

mod hint;
mod rule;

pub use hint::{ClusterFlags, Hint, NextCommand};
pub use rule::Rule;

/// Exit codes of the program. Scripts rely on them, so a number never changes its meaning.
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

/// Every exit code with its meaning, as help, the README and the reference print it.
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
    /// The number for the operating system.
    pub fn code(self) -> u8 {
        self as u8
    }
}

/// The kind of a failure. Code decides by the kind and never by the text, and the exit code follows from the kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// A mistake in what was typed.
    Usage,
    /// The object or its namespace does not exist.
    NotFound,
    /// The user may not do that.
    Forbidden,
    /// The API server does not accept the credentials.
    Unauthorized,
    /// An object of that name exists.
    AlreadyExists,
    /// The API server finds the object invalid.
    Invalid,
    /// The API server cannot be reached, or no answer came to a read.
    Unreachable,
    /// A write was sent, and it is not known whether it was carried out.
    Unknown,
    /// Anything else that the cluster or the environment failed.
    Failed,
    /// The operation that was waited for ended in failure.
    OperationFailed,
    /// The time for waiting ran out.
    TimedOut,
    /// An illegal transition, or a confirmation that was not given.
    Refused,
    /// A safety rule that `--allow` lifts.
    Rule(Rule),
    /// The operator on this cluster does not do that.
    Unsupported,
    /// The API server does not serve the kind.
    NotServed,
    /// The object changed meanwhile; nothing was written.
    Conflict,
    /// Another field manager owns a field that would change; nothing was written.
    FieldConflict,
    /// The time asked for cannot be restored.
    NotRestorable,
    /// Ctrl-C.
    Interrupted,
}

impl ErrorKind {
    /// The exit code of this kind.
    pub fn exit(self) -> Exit {
        match self {
            ErrorKind::Usage => Exit::Usage,
            ErrorKind::NotFound
            | ErrorKind::Forbidden
            | ErrorKind::Unauthorized
            | ErrorKind::AlreadyExists
            | ErrorKind::Invalid
            | ErrorKind::Unreachable
            | ErrorKind::Unknown
            | ErrorKind::Failed => Exit::Failed,
            ErrorKind::OperationFailed => Exit::OperationFailed,
            ErrorKind::TimedOut => Exit::TimedOut,
            ErrorKind::Refused | ErrorKind::Rule(_) => Exit::Refused,
            ErrorKind::Unsupported | ErrorKind::NotServed => Exit::Unsupported,
            ErrorKind::Conflict | ErrorKind::FieldConflict => Exit::Conflict,
            ErrorKind::NotRestorable => Exit::NotRestorable,
            ErrorKind::Interrupted => Exit::Interrupted,
        }
    }

    /// Whether the cluster or the environment failed the request, so that nothing was learned about the object.
    pub fn is_failed_request(self) -> bool {
        self.exit() == Exit::Failed
    }
}

/// A failure as the user sees it: one `error:` line, then `hint:` lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The kind of the failure.
    pub kind: ErrorKind,
    /// One line: what failed, on which object, why.
    pub message: String,
    /// What the user can do next, one line each.
    pub hints: Vec<Hint>,
}

/// Result of everything that can fail in this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error of this kind. Line breaks in `message` become blanks, because an error is one line.
    pub fn new(kind: ErrorKind, message: impl AsRef<str>) -> Self {
        let message = message
            .as_ref()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        Self {
            kind,
            message,
            hints: Vec::new(),
        }
    }

    /// A mistake in what was typed (2).
    pub fn usage(message: impl AsRef<str>) -> Self {
        Self::new(ErrorKind::Usage, message)
    }

    /// The cluster or the environment failed the request (1).
    pub fn failed(message: impl AsRef<str>) -> Self {
        Self::new(ErrorKind::Failed, message)
    }

    /// A safety rule or an illegal transition (5).
    pub fn refused(message: impl AsRef<str>) -> Self {
        Self::new(ErrorKind::Refused, message)
    }

    /// The operator does not do that (8).
    pub fn unsupported(message: impl AsRef<str>) -> Self {
        Self::new(ErrorKind::Unsupported, message)
    }

    /// The exit code that the failure ends the program with.
    pub fn exit(&self) -> Exit {
        self.kind.exit()
    }

    /// All hints as they are printed without flags, one on each line.
    #[cfg(test)]
    pub(crate) fn hint_lines(&self) -> String {
        let lines: Vec<String> = self.hints.iter().map(ToString::to_string).collect();
        lines.join("\n")
    }

    /// The same failure with `context: ` before its message.
    #[must_use]
    pub fn in_context(self, context: impl fmt::Display) -> Self {
        Self {
            message: format!("{context}: {}", self.message),
            ..self
        }
    }

    /// Adds the next command to type, or other advice.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Hint>) -> Self {
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
