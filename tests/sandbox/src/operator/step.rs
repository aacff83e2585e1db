//! One step of the stand-in: requests to the API server, and what they mean to whoever makes them.

use super::action::{Action, Requeue};
use super::document::ObjectKey;
use super::observe::ObjectKind;
use super::pods::PodStage;

/// An object that the operator reconciles.
pub type Item = (ObjectKind, ObjectKey);

/// Who makes a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepSource {
    /// The controller of a kind, for one object.
    Controller(Item),
    /// The Pod of a Job.
    Pod(ObjectKey),
    /// The checkpoint tracker.
    Tracker,
    /// The garbage collector of Kubernetes.
    Collector,
}

/// Requests to make, and who makes them.
#[derive(Debug, Clone)]
pub struct EngineStep {
    /// Who makes them.
    pub source: StepSource,
    /// The heading of docs/operators.md that the step follows, or what moved: a Pod or the garbage collector.
    pub rule: &'static str,
    /// The requests, in order.
    pub actions: Vec<Action>,
    pub(super) next: Requeue,
    pub(super) stage: Option<PodStage>,
}

/// How the API server answered a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepAnswer {
    /// All requests were granted (or had nothing to change).
    Granted,
    /// One was refused for what it said, or its object is gone.
    Refused,
    /// The server could not be reached.
    Unreachable,
}

impl EngineStep {
    /// A step after which nothing is due.
    pub(super) fn plain(source: StepSource, rule: &'static str, actions: Vec<Action>) -> Self {
        Self {
            source,
            rule,
            actions,
            next: Requeue::Done,
            stage: None,
        }
    }
}
