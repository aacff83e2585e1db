//! One step of the stand-in: requests to the API server, and what they mean to whoever makes them.

use super::action::{Action, Next};
use super::document::Key;
use super::observe::ObjectKind;
use super::pods::Stage;

/// An object that the operator reconciles.
pub type Item = (ObjectKind, Key);

/// Who makes a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The controller of a kind, for one object.
    Controller(Item),
    /// The Pod of a Job.
    Pod(Key),
    /// The checkpoint tracker.
    Tracker,
    /// The garbage collector of Kubernetes.
    Collector,
}

/// Requests to make, and who makes them.
#[derive(Debug, Clone)]
pub struct Step {
    /// Who makes them.
    pub source: Source,
    /// The heading of docs/operators.md that the step follows, or what moved: a Pod or the garbage collector.
    pub rule: &'static str,
    /// The requests, in order.
    pub actions: Vec<Action>,
    pub(super) next: Next,
    pub(super) stage: Option<Stage>,
}

/// How the API server answered a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// All requests were granted (or had nothing to change).
    Granted,
    /// One was refused for what it said, or its object is gone.
    Refused,
    /// The server could not be reached.
    Unreachable,
}

impl Step {
    /// A step after which nothing is due.
    pub(super) fn plain(source: Source, rule: &'static str, actions: Vec<Action>) -> Self {
        Self {
            source,
            rule,
            actions,
            next: Next::Done,
            stage: None,
        }
    }
}
