//! Schedules and compactions as the v1 operator drives them. The v2 operator does nothing with either kind
//! (docs/operators.md, "Schedules and compactions of v2 have no controller").

pub mod compaction;
mod compaction_job;
mod retention;
mod tick;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::action::{Action, Reconciled, Requeue};
use super::cache::OperatorCache;
use super::document::{ObjectKey, list, text};

/// One request of the schedule controller, and the heading of docs/operators.md that it follows.
#[derive(Debug, Clone, PartialEq)]
pub struct ScheduleRequest {
    /// The heading.
    pub rule: &'static str,
    /// The request itself.
    pub action: Action,
}

impl ScheduleRequest {
    fn new(rule: &'static str, action: Action) -> Self {
        Self { rule, action }
    }
}

/// What a reconcile of one schedule reads.
#[derive(Debug, Clone)]
pub struct ScheduleScene<'a> {
    /// The schedule.
    pub schedule: &'a Value,
    /// All Backups of its namespace.
    pub backups: Vec<&'a Value>,
    /// All CompactBackups of its namespace.
    pub compactions: Vec<&'a Value>,
}

/// One reconcile of the schedule controller. It creates what is due; when nothing is due, it deletes what has expired, also
/// while the schedule is paused or stalled (docs/operators.md, "A paused schedule makes nothing new"). Pure: documents and a
/// clock in, requests out.
pub fn reconcile(schedule: &Value, cache: &OperatorCache, now: DateTime<Utc>) -> Reconciled {
    let namespace = text(schedule, "/metadata/namespace");
    let here = |(key, object)| -> Option<&Value> {
        let key: &ObjectKey = key;
        (key.namespace == namespace).then_some(object)
    };
    let scene = &ScheduleScene {
        schedule,
        backups: cache.backups.iter().filter_map(here).collect(),
        compactions: cache.compactions.iter().filter_map(here).collect(),
    };
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
    // The next reconcile follows at once: the deletions come after what is created.
    Reconciled::new(rule, actions, Requeue::Soon)
}

impl<'a> ScheduleScene<'a> {
    fn name(&self) -> &str {
        text(self.schedule, "/metadata/name")
    }

    /// The key of an object in the namespace of the schedule.
    fn sibling(&self, name: &str) -> ObjectKey {
        ObjectKey::from_object(self.schedule).sibling(name)
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
            // Of objects created in the same second the log backup is the first.
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
pub fn owner(object: &Value) -> Option<&str> {
    let owners = list(object, "/metadata/ownerReferences");
    let owner = owners
        .iter()
        .find(|owner| text(owner, "/kind") == "BackupSchedule")?;
    Some(text(owner, "/uid"))
}

const SCHEDULE: &str = "tidb.pingcap.com/backup-schedule";
const MANAGED_BY: &str = "backup-schedule-operator";
