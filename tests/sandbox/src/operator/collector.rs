//! The part of Kubernetes' garbage collector that these objects need: the test control plane runs no controllers.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::action::Action;
use super::cache::OperatorCache;
use super::dialect::Dialect;
use super::document::{ObjectKey, deleting, list, text};
use super::job;
use super::observe::ObjectKind;
use super::schedule;

/// The kinds that own Jobs.
const OWNERS: [ObjectKind; 3] = [
    ObjectKind::Backup,
    ObjectKind::Restore,
    ObjectKind::Compaction,
];

/// The requests that are due: Jobs and children whose owner is gone, and objects that wait for their dependents. `departed`
/// has the UIDs of schedules that are gone.
pub fn collect(
    cache: &OperatorCache,
    dialect: Dialect,
    departed: &BTreeSet<String>,
) -> Option<Vec<Action>> {
    lost_job(cache, dialect)
        .or_else(|| waiting(cache, dialect))
        .or_else(|| lost_child(cache, departed))
        .or_else(|| waiting_schedule(cache))
}

fn lost_job(cache: &OperatorCache, dialect: Dialect) -> Option<Vec<Action>> {
    cache.jobs.iter().find_map(|(key, object)| {
        if deleting(object) {
            return Some(vec![
                Action::ReleaseJob(key.clone()),
                Action::DeletePods(key.clone()),
            ]);
        }
        let (kind, owner, uid) = job::owner(dialect, object)?;
        let owner = cache.object(kind, &owner);
        let alive = owner.is_some_and(|owner| text(owner, "/metadata/uid") == uid);
        (!alive).then(|| vec![Action::DeleteJob(key.clone())])
    })
}

/// An object that is being deleted and keeps a finalizer of the garbage collector.
fn waits_with(object: &Value) -> Option<&str> {
    let finalizers = list(object, "/metadata/finalizers").iter();
    let mut waiting = finalizers
        .filter_map(|finalizer| finalizer.as_str())
        .filter(|finalizer| ["foregroundDeletion", "orphan"].contains(finalizer));
    waiting.next().filter(|_| deleting(object))
}

/// The Jobs go first, then the object.
fn waiting(cache: &OperatorCache, dialect: Dialect) -> Option<Vec<Action>> {
    for kind in OWNERS {
        let objects = cache.objects(kind)?;
        let waiting = objects
            .iter()
            .find_map(|(key, object)| Some((key, waits_with(object)?)));
        let Some((key, finalizer)) = waiting else {
            continue;
        };
        let jobs = cache.jobs.iter().filter(|(_, job)| {
            job::owner(dialect, job).is_some_and(|(of, owner, _)| of == kind && owner == *key)
        });
        let mut actions: Vec<_> = jobs
            .map(|(job, _)| Action::DeleteJob(job.clone()))
            .collect();
        actions.push(match kind {
            ObjectKind::Compaction => {
                let patch = json!({"metadata": {"finalizers": null}});
                Action::Merge(kind, key.clone(), patch)
            }
            kind => Action::Finalizer {
                kind,
                object: key.clone(),
                name: finalizer.to_owned(),
                present: false,
            },
        });
        return Some(actions);
    }
    None
}

/// The children of schedules.
fn children(cache: &OperatorCache) -> impl Iterator<Item = (ObjectKind, &ObjectKey, &Value)> {
    [ObjectKind::Backup, ObjectKind::Compaction]
        .into_iter()
        .flat_map(|kind| {
            let objects = cache.objects(kind).into_iter().flatten();
            objects.map(move |(key, object)| (kind, key, object))
        })
}

fn lost_child(cache: &OperatorCache, departed: &BTreeSet<String>) -> Option<Vec<Action>> {
    let lost = |object: &Value| {
        !deleting(object) && schedule::owner(object).is_some_and(|uid| departed.contains(uid))
    };
    let (kind, key, _) = children(cache).find(|(_, _, object)| lost(object))?;
    Some(vec![Action::Delete(kind, key.clone())])
}

/// A schedule that is being deleted and waits: its children lose their owner, or go before the schedule does.
fn waiting_schedule(cache: &OperatorCache) -> Option<Vec<Action>> {
    for (key, schedule) in &cache.schedules {
        let uid = text(schedule, "/metadata/uid");
        let own = || children(cache).filter(|(_, _, object)| schedule::owner(object) == Some(uid));
        let release = || {
            let patch = json!({"metadata": {"finalizers": null}});
            Action::Merge(ObjectKind::Schedule, key.clone(), patch)
        };
        match waits_with(schedule) {
            Some("orphan") => {
                let free = json!({"metadata": {"ownerReferences": null}});
                let freed =
                    own().map(|(kind, key, _)| Action::Merge(kind, key.clone(), free.clone()));
                return Some(freed.chain([release()]).collect());
            }
            Some(_) => {
                let goes = own().filter(|(_, _, object)| !deleting(object));
                let goes: Vec<Action> = goes
                    .map(|(kind, key, _)| Action::Delete(kind, key.clone()))
                    .collect();
                match goes.is_empty() {
                    true if own().next().is_none() => return Some(vec![release()]),
                    true => {}
                    false => return Some(goes),
                }
            }
            None => {}
        }
    }
    None
}
