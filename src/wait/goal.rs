//! What is waited for, and how far an object is on its way there. One type for all kinds of objects.

use serde_json::Value;

use super::log_backup::LogGoal;
use super::{compaction, gone, job};
use crate::api::document::at;
use crate::api::{Kind, ObjectRef, Operator};
use crate::error::Hint;
use crate::log_backup::JobSeen;

/// What an object is to become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// A snapshot, a dump or a Restore is complete.
    Complete,
    /// A snapshot, a dump or a Restore has a Pod at work.
    Running,
    /// A compaction is complete.
    Compacted,
    /// The object is gone; with a `uid`: the object of that uid, whatever has its name by then.
    Deleted {
        /// `metadata.uid`
        uid: Option<String>,
    },
    /// A log backup is in a state.
    Log(LogGoal),
}

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

impl Goal {
    /// The object of `live` is gone.
    pub fn deleted(live: &Value) -> Self {
        let uid = live.pointer("/metadata/uid").and_then(Value::as_str);
        Self::Deleted {
            uid: uid.map(str::to_owned),
        }
    }

    /// The word of the result line.
    pub fn word(&self) -> &'static str {
        match self {
            Goal::Complete | Goal::Compacted => "complete",
            Goal::Running => "running",
            Goal::Deleted { .. } => "deleted",
            Goal::Log(goal) => goal.word(),
        }
    }

    /// The noun of the commands that look at the object.
    pub fn noun(&self, object: &ObjectRef) -> &'static str {
        match self {
            Goal::Log(_) => "log",
            Goal::Complete | Goal::Running | Goal::Compacted | Goal::Deleted { .. } => {
                crate::lookup::locate::noun(object.kind)
            }
        }
    }

    /// The Job that decides whether the goal can still be reached, if there is one for the object as it is.
    pub fn decisive_job(&self, object: &Value) -> Option<DecisiveJob> {
        match self {
            Goal::Complete | Goal::Running => job::that_may_retry(object),
            Goal::Deleted { .. } => gone::clean_job(object),
            Goal::Compacted => None,
            Goal::Log(goal) => goal.decisive_job(object),
        }
    }

    /// How far the object is. `looks` are those at the decisive Job, if it was looked at.
    pub fn progress(&self, object: &Value, looks: Option<&JobLooks>) -> GoalProgress {
        let progress = match self {
            Goal::Complete => job::complete(object, looks),
            Goal::Running => job::running(object, looks),
            Goal::Compacted => compaction::complete(object),
            Goal::Deleted { uid } => return gone::deleted(object, uid.as_deref(), looks),
            Goal::Log(goal) => goal.progress(object, looks),
        };
        match progress {
            GoalProgress::Pending(seen) if is_held_until_its_end(object) => {
                GoalProgress::Pending(format!("Terminating once its Job has ended, {seen}"))
            }
            // The phases that come now are those of the deletion, and say nothing about the goal.
            GoalProgress::Pending(_) | GoalProgress::Stalled(..) if is_deleting(object) => {
                GoalProgress::Failed(Failure {
                    message: format!("will not be {}: it is being deleted", self.word()),
                    hints: Vec::new(),
                })
            }
            progress => progress,
        }
    }
}

/// Whether the object is being deleted and reaches its end all the same (docs/operators.md, "v2 holds a Restore until it ends").
fn is_held_until_its_end(object: &Value) -> bool {
    let is_v2 = ObjectRef::of(object).is_some_and(|object| object.operator == Operator::V2);
    let has_begun = at(object, "/status/phase")
        .as_str()
        .is_some_and(|phase| !phase.is_empty());
    is_deleting(object) && is_v2 && is(object, Kind::Restore) && has_begun
}

pub(super) fn is_deleting(object: &Value) -> bool {
    object.pointer("/metadata/deletionTimestamp").is_some()
}

/// Whether the object is of this kind.
pub(super) fn is(object: &Value, kind: Kind) -> bool {
    object.get("kind").and_then(Value::as_str) == Some(kind.name())
}
