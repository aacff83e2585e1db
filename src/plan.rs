//! What a command is going to do. A plan is made by pure functions from documents and the clock; dry run, difference,
//! question and the real write all come from the same plan.

use clap::ValueEnum;
use serde_json::Value;

use crate::api::ObjectRef;
use crate::{Error, Result};

/// One request that changes the cluster.
#[derive(Debug, Clone, PartialEq)]
pub enum Write {
    /// Creates an object.
    Create(Value),
    /// A JSON merge patch. The resourceVersion that the decision rested on is added when it is sent.
    Patch {
        /// The object.
        object: ObjectRef,
        /// The patch.
        body: Value,
        /// Whether it goes to the status subresource.
        status: bool,
    },
}

/// Writes in order, and everything there is to say about them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// What is sent, in order.
    pub writes: Vec<Write>,
    /// `Warning:` lines.
    pub warnings: Vec<String>,
    /// Plain lines on stderr that the user should see before the result.
    pub notes: Vec<String>,
    /// What has to be confirmed, without the `(y/N)`.
    pub question: Option<String>,
    /// The state that is reached already, as in `already paused`.
    pub already: Option<String>,
}

/// A safety rule that `--allow` lifts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Rule {
    /// Another log backup of the cluster is active: BR runs one task a cluster.
    SecondTask,
    /// Snapshots would lose point-in-time recovery.
    Unrestorable,
    /// The history that a resume needs is probably collected.
    ExpiredResume,
    /// A schedule with a log backup and `maxBackups`, which deletes that log backup in time.
    LogMaxBackups,
}

impl Rule {
    /// The word after `--allow`.
    pub fn word(self) -> &'static str {
        match self {
            Rule::SecondTask => "second-task",
            Rule::Unrestorable => "unrestorable",
            Rule::ExpiredResume => "expired-resume",
            Rule::LogMaxBackups => "log-max-backups",
        }
    }

    /// The refusal that names the rule, unless it was lifted; then its reason as a warning.
    pub fn enforce(self, allowed: &[Rule], reason: String, way_out: &str) -> Result<String> {
        if allowed.contains(&self) {
            return Ok(reason);
        }
        Err(Error::refused(format!("{reason} (rule {})", self.word()))
            .hint(way_out)
            .hint(format!("--allow {} goes on all the same", self.word())))
    }
}
