//! The part of Kubernetes' garbage collector that a Backup needs: the test control plane runs no controllers.

use super::action::Action;
use super::dialect::Dialect;
use super::document::{deleting, list, text};
use super::job;
use super::world::World;

/// Jobs whose Backup is gone, or objects that wait for foreground deletion.
pub fn collect(world: &World, dialect: Dialect) -> Option<Vec<Action>> {
    for (key, object) in &world.jobs {
        if deleting(object) {
            return Some(vec![Action::ReleaseJob(key.clone())]);
        }
        let owner = job::owner(dialect, object)?;
        let alive = world.backups.get(&owner).is_some_and(|backup| {
            text(backup, "/metadata/uid") == text(object, "/metadata/ownerReferences/0/uid")
        });
        if !alive {
            return Some(vec![Action::DeleteJob(key.clone())]);
        }
    }
    for (key, object) in &world.backups {
        let waiting = list(object, "/metadata/finalizers")
            .iter()
            .filter_map(|finalizer| finalizer.as_str())
            .find(|finalizer| ["foregroundDeletion", "orphan"].contains(finalizer));
        if let (true, Some(finalizer)) = (deleting(object), waiting) {
            let jobs = world
                .jobs
                .iter()
                .filter(|(_, job)| job::owner(dialect, job).as_ref() == Some(key));
            // The dependents go first, then the object.
            let mut actions: Vec<_> = jobs
                .map(|(job, _)| Action::DeleteJob(job.clone()))
                .collect();
            actions.push(Action::Finalizer {
                backup: key.clone(),
                name: finalizer.to_owned(),
                present: false,
            });
            return Some(actions);
        }
    }
    None
}
