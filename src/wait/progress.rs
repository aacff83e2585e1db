//! How far an object is on the way to a goal, and why a goal cannot be reached any more.

use serde_json::Value;

use crate::api::Kind;
use crate::error::Hint;
use crate::log_backup::JobSeen;

/// How far an object is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GoalProgress {
    /// Not there yet; what was seen.
    Pending(String),
    /// Not there yet, and nothing moves by itself; what was seen, and the way out.
    Stalled(String, Vec<Hint>),
    /// The goal is reached.
    Reached,
    /// The goal cannot be reached any more.
    Failed(Failure),
}

/// Why a goal cannot be reached any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What is said after the name of the object.
    pub message: String,
    /// The next commands; empty where the object itself is the place to look.
    pub hints: Vec<Hint>,
}

impl Failure {
    /// The work failed.
    pub fn of_work(why: impl std::fmt::Display) -> Self {
        Self {
            message: format!("failed: {why}"),
            hints: Vec::new(),
        }
    }

    /// Adds a next command.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Hint>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

/// A Job that decides whether a goal can still be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisiveJob {
    /// The name of the Job.
    pub name: String,
    /// Whether the Job has to be read before anything is said; else it is read while nothing else happens.
    pub at_once: bool,
}

/// The last two looks at the decisive Job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobLooks {
    /// The name of the Job.
    pub job: String,
    /// The look before; `None` where there was only one.
    pub first: Option<JobSeen>,
    /// The later look.
    pub second: JobSeen,
}

pub(super) fn is_deleting(object: &Value) -> bool {
    object.pointer("/metadata/deletionTimestamp").is_some()
}

/// Whether the object is of this kind.
pub(super) fn is(object: &Value, kind: Kind) -> bool {
    object.get("kind").and_then(Value::as_str) == Some(kind.name())
}
