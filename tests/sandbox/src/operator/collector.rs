//! The part of Kubernetes' garbage collector that these objects need: the test control plane runs no controllers.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::action::Action;
use super::dialect::Dialect;
use super::document::{Key, deleting, list, text};
use super::job;
use super::observe::ObjectKind;
use super::schedule;
use super::world::World;

/// The kinds that own Jobs.
const OWNERS: [ObjectKind; 3] = [
    ObjectKind::Backup,
    ObjectKind::Restore,
    ObjectKind::Compaction,
];

/// The requests that are due: Jobs and children whose owner is gone, and objects that wait for their dependents. `departed`
/// has the UIDs of schedules that are gone.
pub fn collect(
    world: &World,
    dialect: Dialect,
    departed: &BTreeSet<String>,
) -> Option<Vec<Action>> {
    lost_job(world, dialect)
        .or_else(|| waiting(world, dialect))
        .or_else(|| lost_child(world, departed))
        .or_else(|| waiting_schedule(world))
}

fn lost_job(world: &World, dialect: Dialect) -> Option<Vec<Action>> {
    world.jobs.iter().find_map(|(key, object)| {
        if deleting(object) {
            return Some(vec![
                Action::ReleaseJob(key.clone()),
                Action::DeletePods(key.clone()),
            ]);
        }
        let (kind, owner, uid) = job::owner(dialect, object)?;
        let owner = world.object(kind, &owner);
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
fn waiting(world: &World, dialect: Dialect) -> Option<Vec<Action>> {
    for kind in OWNERS {
        let objects = world.objects(kind)?;
        let waiting = objects
            .iter()
            .find_map(|(key, object)| Some((key, waits_with(object)?)));
        let Some((key, finalizer)) = waiting else {
            continue;
        };
        let jobs = world.jobs.iter().filter(|(_, job)| {
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
fn children(world: &World) -> impl Iterator<Item = (ObjectKind, &Key, &Value)> {
    [ObjectKind::Backup, ObjectKind::Compaction]
        .into_iter()
        .flat_map(|kind| {
            let objects = world.objects(kind).into_iter().flatten();
            objects.map(move |(key, object)| (kind, key, object))
        })
}

fn lost_child(world: &World, departed: &BTreeSet<String>) -> Option<Vec<Action>> {
    let lost = |object: &Value| {
        !deleting(object) && schedule::owner(object).is_some_and(|uid| departed.contains(uid))
    };
    let (kind, key, _) = children(world).find(|(_, _, object)| lost(object))?;
    Some(vec![Action::Delete(kind, key.clone())])
}

/// A schedule that is being deleted and waits: its children lose their owner, or go before the schedule does.
fn waiting_schedule(world: &World) -> Option<Vec<Action>> {
    for (key, schedule) in &world.schedules {
        let uid = text(schedule, "/metadata/uid");
        let own = || children(world).filter(|(_, _, object)| schedule::owner(object) == Some(uid));
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
