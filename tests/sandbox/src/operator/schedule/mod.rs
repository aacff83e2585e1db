//! Schedules and compactions as the v1 operator drives them (operator reference v1 sections 8 and 9; trials v1 rows 7).
//! The v2 operator does nothing with either (trials v2 row 7).
//!
//! [`look`] and [`compaction::look`] are pure: documents and a clock in, requests out. The engine asks them as it asks
//! [`reconcile`](super::reconcile::reconcile) for Backups, so that a play in memory and a real API server see the same.

pub mod compaction;
mod compaction_job;
mod litter;
mod retention;
mod run;
mod state;
mod steps;
mod tick;

pub use state::Schedules;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::action::{Action, Next, Reconciled};
use super::document::{Key, list, text};

/// One request of the schedule controller, and the row or paragraph that it follows.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Where it was seen.
    pub rule: &'static str,
    /// What is asked.
    pub action: Action,
}

impl Request {
    fn new(rule: &'static str, action: Action) -> Self {
        Self { rule, action }
    }
}

/// What the controller sees of one schedule.
#[derive(Debug, Clone)]
pub struct Scene<'a> {
    /// The schedule.
    pub schedule: &'a Value,
    /// All Backups of its namespace.
    pub backups: Vec<&'a Value>,
    /// All CompactBackups of its namespace.
    pub compactions: Vec<&'a Value>,
}

/// One look of the schedule controller: what is due is made; when nothing is, what has expired goes, also while the
/// schedule is paused or stalled (v1 8.4, 7c).
pub fn look(scene: &Scene<'_>, now: DateTime<Utc>) -> Reconciled {
    let due = tick::tick(scene, now);
    let mut requests = due.requests;
    if requests.is_empty() {
        requests = retention::collect(scene, now);
    }
    let Some(first) = requests.first() else {
        return match due.waits {
            true => Reconciled::retry("A schedule whose log backup is gone stalls"),
            false => Reconciled::done("A slot is noticed at the resync"),
        };
    };
    let rule = first.rule;
    let actions = requests.into_iter().map(|request| request.action).collect();
    // Looked at again at once: the deletions come behind what is made.
    Reconciled::new(rule, actions, Next::At(now))
}

impl<'a> Scene<'a> {
    fn name(&self) -> &str {
        text(self.schedule, "/metadata/name")
    }

    /// The key of an object in the namespace of the schedule.
    fn sibling(&self, name: &str) -> Key {
        Key::of(self.schedule).sibling(name)
    }

    fn backup(&self, name: &str) -> Option<&'a Value> {
        named(&self.backups, name)
    }

    fn compaction(&self, name: &str) -> Option<&'a Value> {
        named(&self.compactions, name)
    }

    /// The children that the three labels select, oldest first.
    fn children(&self, objects: &[&'a Value]) -> Vec<&'a Value> {
        let label = |object: &Value, key: &str| {
            let labels = object.pointer("/metadata/labels");
            let value = labels.and_then(|labels| labels.get(key));
            value.and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let mut own: Vec<&Value> = objects
            .iter()
            .filter(|object| {
                label(object, "app.kubernetes.io/managed-by") == MANAGED_BY
                    && label(object, "app.kubernetes.io/instance") == self.name()
                    && label(object, SCHEDULE) == self.name()
            })
            .copied()
            .collect();
        own.sort_by_key(|object| {
            let created = text(object, "/metadata/creationTimestamp").to_owned();
            // Objects of one second: the log backup is made before the first snapshot.
            let snapshot = text(object, "/spec/backupMode") != "log";
            (created, snapshot, text(object, "/metadata/name").to_owned())
        });
        own
    }
}

fn named<'a>(objects: &[&'a Value], name: &str) -> Option<&'a Value> {
    let mut objects = objects.iter().copied();
    objects.find(|object| text(object, "/metadata/name") == name)
}

/// The UID of the schedule that owns an object.
fn owner(object: &Value) -> Option<&str> {
    let owners = list(object, "/metadata/ownerReferences");
    let owner = owners
        .iter()
        .find(|owner| text(owner, "/kind") == "BackupSchedule")?;
    Some(text(owner, "/uid"))
}

const SCHEDULE: &str = "tidb.pingcap.com/backup-schedule";
const MANAGED_BY: &str = "backup-schedule-operator";
