//! What the controller, the Pods and the controllers of Kubernetes ask of the API server.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::document::ObjectKey;
use super::observe::ObjectKind;
use super::restore_status::Report;
use super::status::Update;

/// Who writes, for `metadata.managedFields`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writer {
    /// The operator.
    Controller,
    /// The backup-manager Pod of a Job.
    Pod,
}

/// One request to the API server.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// PUT of the whole object that adds or removes a finalizer.
    Finalizer {
        /// Backup or Restore.
        kind: ObjectKind,
        /// The object.
        object: ObjectKey,
        /// The finalizer.
        name: String,
        /// Whether the object has it afterwards.
        present: bool,
    },
    /// A status write of a Backup: GET the latest object, change it, PUT.
    Status {
        /// The Backup.
        backup: ObjectKey,
        /// The change.
        update: Box<Update>,
        /// Who writes.
        writer: Writer,
    },
    /// A status write of a Restore.
    Report {
        /// The Restore.
        restore: ObjectKey,
        /// The change.
        report: Box<Report>,
        /// Who writes.
        writer: Writer,
    },
    /// Creates a Job.
    CreateJob(Value),
    /// Deletes a Job; its Pods die with it.
    DeleteJob(ObjectKey),
    /// Frees a Job that is being deleted in the foreground.
    ReleaseJob(ObjectKey),
    /// What the Job controller writes.
    JobStatus {
        /// The Job.
        job: ObjectKey,
        /// The new status.
        status: Value,
    },
    /// The Job controller creates a Pod. A Pod that exists, or that the API server refuses, changes nothing.
    CreatePod(Value),
    /// The kubelet writes. A Pod that is gone changes nothing.
    PodStatus {
        /// The Pod.
        pod: ObjectKey,
        /// The new status.
        status: Value,
    },
    /// The main container of a Pod writes lines into its log. Only a stand-in with a kubelet keeps them.
    Log {
        /// The Pod.
        pod: ObjectKey,
        /// The container.
        container: String,
        /// The lines.
        lines: Vec<String>,
        /// Whether the container ends after these lines.
        ended: bool,
    },
    /// The garbage collector deletes the Pods of a Job.
    DeletePods(ObjectKey),
    /// Creates an object of a kind.
    Create(ObjectKind, Value),
    /// Deletes an object of a kind, its dependents in the background.
    Delete(ObjectKind, ObjectKey),
    /// Changes an object of a kind by a merge patch of the whole.
    Merge(ObjectKind, ObjectKey, Value),
    /// A Kubernetes Event on an object (docs/operators.md, "v1 writes events and v2 does not").
    Event {
        /// The kind of the object.
        kind: ObjectKind,
        /// The object.
        about: ObjectKey,
        /// Whether its type is Normal rather than Warning.
        normal: bool,
        /// Its reason.
        reason: &'static str,
        /// Its message.
        message: String,
    },
}

/// When the operator reconciles the object again without an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Requeue {
    /// Only at an event (or the v1 resync).
    Done,
    /// After a back-off that doubles with every failure in a row.
    Retry,
    /// At once.
    Soon,
    /// At this moment.
    At(DateTime<Utc>),
    /// Never: the operator process has ended (docs/operators.md, "One object can end the v1 operator").
    Crash,
}

/// The outcome of one reconcile.
#[derive(Debug, Clone, PartialEq)]
pub struct Reconciled {
    /// The heading of docs/operators.md that the reconcile follows.
    pub rule: &'static str,
    /// The requests, in order; the rest is dropped when one is refused.
    pub actions: Vec<Action>,
    /// When to reconcile again.
    pub next: Requeue,
}

impl Reconciled {
    /// Nothing to do until something happens.
    pub fn done(rule: &'static str) -> Self {
        Self::new(rule, Vec::new(), Requeue::Done)
    }

    /// Nothing to do now, but the operator counts it as an error and tries again.
    pub fn retry(rule: &'static str) -> Self {
        Self::new(rule, Vec::new(), Requeue::Retry)
    }

    /// Requests, and then `next`.
    pub fn new(rule: &'static str, actions: Vec<Action>, next: Requeue) -> Self {
        #[cfg(test)]
        assert!(
            super::rules::rules().contains_key(rule),
            "docs/operators.md has no heading {rule:?}"
        );
        Self {
            rule,
            actions,
            next,
        }
    }

    /// One status write by the controller.
    pub fn status(rule: &'static str, backup: &Value, update: Update, next: Requeue) -> Self {
        Self::new(rule, vec![status(backup, update)], next)
    }
}

/// A status write by the controller.
pub fn status(backup: &Value, update: Update) -> Action {
    Action::Status {
        backup: ObjectKey::from_object(backup),
        update: Box::new(update),
        writer: Writer::Controller,
    }
}
