//! What the controller and the pods do to the API server.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::document::Key;
use super::observe::Watched;
use super::status::Update;

/// Who writes, for `metadata.managedFields`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writer {
    /// The operator.
    Controller,
    /// The backup-manager pod of a Job.
    Pod,
}

/// One request to the API server.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// PUT of the whole object that adds or removes a finalizer.
    Finalizer {
        /// The Backup.
        backup: Key,
        /// The finalizer.
        name: String,
        /// Whether it stands there afterwards.
        present: bool,
    },
    /// A status write: read the latest, change it, PUT.
    Status {
        /// The Backup.
        backup: Key,
        /// The change.
        update: Box<Update>,
        /// Who writes.
        writer: Writer,
    },
    /// Creates a Job.
    CreateJob(Value),
    /// Deletes a Job; its pod dies with it.
    DeleteJob(Key),
    /// Frees a Job that is being deleted in the foreground.
    ReleaseJob(Key),
    /// What the Job controller writes.
    JobStatus {
        /// The Job.
        job: Key,
        /// The new status.
        status: Value,
    },
    /// Creates an object of a kind.
    Create(Watched, Value),
    /// Deletes an object of a kind, its dependents in the background.
    Delete(Watched, Key),
    /// Changes an object of a kind by a merge patch of the whole.
    Merge(Watched, Key, Value),
    /// A Kubernetes Event on an object (v1 only, rows 1, 7f and 7h).
    Event {
        /// The kind of the object.
        kind: Watched,
        /// The object.
        about: Key,
        /// Whether its type is Normal rather than Warning.
        normal: bool,
        /// Its reason.
        reason: &'static str,
        /// Its message.
        message: String,
    },
}

/// When the operator looks at the object again without an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Only at an event (or the v1 resync).
    Done,
    /// After a back-off that doubles with every failure in a row.
    Retry,
    /// At this moment.
    At(DateTime<Utc>),
    /// Never: the operator process has ended (v1 row 6g).
    Crash,
}

/// The outcome of one reconcile.
#[derive(Debug, Clone, PartialEq)]
pub struct Reconciled {
    /// The row of the trials, or the section of the reference, that it follows.
    pub rule: &'static str,
    /// The requests, in order; the rest is dropped when one is refused.
    pub actions: Vec<Action>,
    /// When to look again.
    pub next: Next,
}

impl Reconciled {
    /// Nothing to do until something happens.
    pub fn done(rule: &'static str) -> Self {
        Self::new(rule, Vec::new(), Next::Done)
    }

    /// Nothing to do now, but it is an error to the operator, so it looks again.
    pub fn retry(rule: &'static str) -> Self {
        Self::new(rule, Vec::new(), Next::Retry)
    }

    /// Requests, and then `next`.
    pub fn new(rule: &'static str, actions: Vec<Action>, next: Next) -> Self {
        Self {
            rule,
            actions,
            next,
        }
    }

    /// One status write by the controller.
    pub fn status(rule: &'static str, backup: &Value, update: Update, next: Next) -> Self {
        Self::new(rule, vec![status(backup, update)], next)
    }
}

/// A status write by the controller.
pub fn status(backup: &Value, update: Update) -> Action {
    Action::Status {
        backup: Key::of(backup),
        update: Box::new(update),
        writer: Writer::Controller,
    }
}
