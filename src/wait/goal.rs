//! What is waited for. One type for all kinds of objects.

use serde_json::Value;

use super::log_backup::LogGoal;
use super::progress::{DecisiveJob, Failure, GoalProgress, JobLooks, is, is_deleting};
use super::{compaction, gone, job};
use crate::api::document::at;
use crate::api::{Kind, ObjectRef, Operator};

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
