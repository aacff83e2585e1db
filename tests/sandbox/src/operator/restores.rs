//! All Restores that the stand-in sees, their Jobs and their pods.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::dialect::Dialect;
use super::document::{Key, deleting, revision, text};
use super::job;
use super::mode::{Mode, Modes};
use super::restore::{Act, Sight, look};
use super::restore_job::{job_name, owner, prune_name};
use super::restore_pod::{Place, Work};
use super::timings::delta;
use super::world::{Objects, World};

/// All Restores that the stand-in sees.
#[derive(Debug, Default)]
pub struct Restores {
    /// The objects, as last seen.
    pub objects: Objects,
    /// Their Jobs, by their own keys.
    pub jobs: Objects,
    work: BTreeMap<Key, Work>,
    orphans: Vec<Key>,
    /// Restores whose Job is gone.
    lost: BTreeSet<Key>,
}

/// What a look at the Restores needs.
pub struct Surroundings<'a> {
    /// The operator line.
    pub dialect: Dialect,
    /// Clusters, Secrets and log tasks.
    pub world: &'a World,
    /// How long a move of a pod takes.
    pub step: Duration,
    /// The clock.
    pub now: DateTime<Utc>,
}

impl Restores {
    /// Takes in an object; old news is dropped. Whether it was news.
    pub fn seen(&mut self, object: Value) -> bool {
        let key = Key::of(&object);
        if let Some(held) = self.objects.get(&key) {
            if revision(&object) <= revision(held) {
                return false;
            }
            if text(held, "/metadata/uid") != text(&object, "/metadata/uid") {
                self.gone(&key);
            }
        }
        self.objects.insert(key, object);
        true
    }

    /// Forgets an object; its Jobs go with it.
    pub fn gone(&mut self, key: &Key) {
        self.objects.remove(key);
        self.lost.remove(key);
        for name in [job_name(&key.name), prune_name(&key.name)] {
            let job = key.sibling(name);
            self.work.remove(&job);
            if self.jobs.remove(&job).is_some() {
                self.orphans.push(job);
            }
        }
    }

    /// Takes in a Job, if it is one of a Restore. Whether it is.
    pub fn job_seen(
        &mut self,
        object: &Value,
        around: &Surroundings<'_>,
        modes: &mut Modes,
    ) -> bool {
        let Some((restore, _)) = owner(around.dialect, object) else {
            return false;
        };
        let key = Key::of(object);
        let held = self.jobs.get(&key);
        if held.is_some_and(|held| revision(object) <= revision(held)) {
            return true;
        }
        let uid = text(object, "/metadata/uid");
        let same = held.is_some_and(|held| text(held, "/metadata/uid") == uid);
        if !same && job::end(object).is_none() && !deleting(object) {
            let prune = key.name == prune_name(&restore.name);
            let due = around.now + delta(around.step);
            let work = Work::new(restore.clone(), prune, modes.take(&key), due);
            self.work.insert(key.clone(), work);
            self.lost.remove(&restore);
        }
        self.jobs.insert(key, object.clone());
        true
    }

    /// Somebody deleted a Job.
    pub fn job_gone(&mut self, dialect: Dialect, key: &Key) {
        self.work.remove(key);
        let Some(job) = self.jobs.remove(key) else {
            return;
        };
        let Some((restore, uid)) = owner(dialect, &job) else {
            return;
        };
        let held = self.objects.get(&restore);
        let own = held.is_some_and(|held| text(held, "/metadata/uid") == uid);
        if own && key.name == job_name(&restore.name) {
            self.lost.insert(restore);
        }
    }

    /// Changes how a Job goes on, at once. Whether there is such a Job.
    pub fn decide(&mut self, job: &Key, mode: &Mode, now: DateTime<Utc>) -> bool {
        let Some(work) = self.work.get_mut(job) else {
            return false;
        };
        work.mode = mode.clone();
        work.due = work.due.min(now);
        true
    }

    /// When the next pod moves.
    pub fn due(&self) -> Option<DateTime<Utc>> {
        let moving = self.work.values().filter(|work| !work.waits());
        moving.map(|work| work.due).min()
    }

    /// The requests of the garbage collector, or of the operator for one Restore, that are due.
    pub fn next(&mut self, around: &Surroundings<'_>) -> Option<(Key, Vec<Act>)> {
        if let Some(orphan) = self.orphans.pop() {
            return Some((orphan.clone(), vec![Act::DeleteJob(orphan)]));
        }
        if let Some((key, _)) = self.jobs.iter().find(|(_, job)| deleting(job)) {
            return Some((key.clone(), vec![Act::ReleaseJob(key.clone())]));
        }
        self.objects.iter().find_map(|(key, restore)| {
            let job = |name: String| {
                let found = self.jobs.get(&key.sibling(name))?;
                let (_, uid) = owner(around.dialect, found)?;
                (uid == text(restore, "/metadata/uid")).then_some(found)
            };
            let acts = look(&Sight {
                dialect: around.dialect,
                restore,
                job: job(job_name(&key.name)),
                prune: job(prune_name(&key.name)),
                lost: self.lost.contains(key),
                world: around.world,
            });
            (!acts.is_empty()).then(|| (key.clone(), acts))
        })
    }

    /// The requests of the pod that is due.
    pub fn pod(&mut self, around: &Surroundings<'_>, modes: &mut Modes) -> Option<(Key, Vec<Act>)> {
        loop {
            let work = self.work.iter();
            let due = work.filter(|(_, work)| !work.waits() && work.due <= around.now);
            let key = due.min_by_key(|(_, work)| work.due)?.0.clone();
            let work = self.work.get_mut(&key)?;
            let restore = self.objects.get(&work.restore);
            let (Some(restore), Some(job)) = (restore, self.jobs.get(&key)) else {
                self.work.remove(&key);
                continue;
            };
            let moved = work.advance(&Place {
                dialect: around.dialect,
                restore,
                job,
                world: around.world,
                now: around.now,
            });
            let of = work.restore.clone();
            work.due = around.now + delta(around.step);
            if moved.again {
                work.mode = modes.take(&key);
            }
            if moved.over {
                self.work.remove(&key);
            }
            if !moved.acts.is_empty() {
                return Some((of, moved.acts));
            }
        }
    }
}
