//! The part of Kubernetes' garbage collector that schedules and compactions need.

use serde_json::{Value, json};

use super::super::action::Action;
use super::super::document::{Key, deleting, list, text};
use super::super::observe::Watched;
use super::super::world::{Objects, World};
use super::owner;
use super::state::Schedules;

impl Schedules {
    /// Jobs whose compaction is gone, children whose schedule is gone, and what `--cascade` asks for.
    pub fn collect(&self, world: &World) -> Option<Vec<Action>> {
        self.lost_job()
            .or_else(|| self.orphan(world))
            .or_else(|| self.waiting(world))
    }

    fn lost_job(&self) -> Option<Vec<Action>> {
        let lost = |(key, job): &(&Key, &Value)| {
            let uid = text(job, "/metadata/ownerReferences/0/uid");
            let owner = self.compactions.get(*key);
            owner.is_none_or(|owner| text(owner, "/metadata/uid") != uid)
        };
        let (key, job) = self.jobs.iter().find(lost)?;
        Some(vec![match deleting(job) {
            true => Action::ReleaseJob(key.clone()),
            false => Action::DeleteJob(key.clone()),
        }])
    }

    fn orphan(&self, world: &World) -> Option<Vec<Action>> {
        let lost = |object: &Value| {
            !deleting(object) && owner(object).is_some_and(|uid| self.departed.contains(uid))
        };
        let (kind, key) = self
            .children(world)
            .find(|(_, _, object)| lost(object))
            .map(|(kind, key, _)| (kind, key.clone()))?;
        Some(vec![Action::Delete(kind, key)])
    }

    fn children<'a>(
        &'a self,
        world: &'a World,
    ) -> impl Iterator<Item = (Watched, &'a Key, &'a Value)> {
        let of = |kind: Watched, objects: &'a Objects| {
            objects.iter().map(move |(key, object)| (kind, key, object))
        };
        of(Watched::Backup, &world.backups).chain(of(Watched::Compaction, &self.compactions))
    }

    /// A schedule that is being deleted and waits: its children lose their owner, or go before it does.
    fn waiting(&self, world: &World) -> Option<Vec<Action>> {
        let waits = |schedule: &Value, finalizer: &str| {
            deleting(schedule)
                && list(schedule, "/metadata/finalizers")
                    .iter()
                    .any(|found| found == finalizer)
        };
        for (key, schedule) in &self.objects {
            let uid = text(schedule, "/metadata/uid");
            let own = || {
                self.children(world)
                    .filter(|(_, _, object)| owner(object) == Some(uid))
            };
            let release = || {
                let patch = json!({"metadata": {"finalizers": null}});
                Action::Merge(Watched::Schedule, key.clone(), patch)
            };
            if waits(schedule, "orphan") {
                let free = json!({"metadata": {"ownerReferences": null}});
                let freed =
                    own().map(|(kind, key, _)| Action::Merge(kind, key.clone(), free.clone()));
                return Some(freed.chain([release()]).collect());
            }
            if waits(schedule, "foregroundDeletion") {
                let goes = own()
                    .filter(|(_, _, object)| !deleting(object))
                    .map(|(kind, key, _)| Action::Delete(kind, key.clone()));
                let goes: Vec<Action> = goes.collect();
                match goes.is_empty() {
                    true if own().next().is_none() => return Some(vec![release()]),
                    true => {}
                    false => return Some(goes),
                }
            }
        }
        None
    }
}
