//! The schedules and compactions that the stand-in sees, and what is due for them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::super::document::{Key, revision, text};
use super::super::queue::Queue;
use super::super::world::Objects;
use super::run::Run;

/// All schedules and compactions, the Jobs of the latter, and their pods.
#[derive(Debug, Default)]
pub struct Schedules {
    /// The schedules.
    pub objects: Objects,
    /// The compactions.
    pub compactions: Objects,
    /// The Jobs of compactions, by their own keys.
    pub jobs: Objects,
    pub(in crate::operator) runs: BTreeMap<Key, Run>,
    pub(super) queue: Queue,
    pub(super) compaction_queue: Queue,
    /// How often in a row a schedule, or a compaction, could not be looked after.
    pub(super) failures: BTreeMap<(bool, Key), u32>,
    /// The UIDs of schedules that are gone.
    pub(super) departed: BTreeSet<String>,
}

impl Schedules {
    /// When the next object is due to be looked at.
    pub fn due(&self) -> Option<DateTime<Utc>> {
        let dues = [self.queue.due(), self.compaction_queue.due()];
        dues.into_iter().flatten().min()
    }

    /// When the next pod moves.
    pub fn pod_due(&self) -> Option<DateTime<Utc>> {
        let moving = self.runs.values().filter(|run| !run.waits());
        moving.map(|run| run.due).min()
    }

    /// Everything is looked at anew, as at a resync.
    pub fn wake_all(&mut self, now: DateTime<Utc>) {
        for key in self.objects.keys() {
            self.queue.wake(key, now);
        }
        for key in self.compactions.keys() {
            self.compaction_queue.wake(key, now);
        }
    }

    pub(super) fn schedule_seen(&mut self, object: Value, now: DateTime<Utc>) {
        let key = Key::of(&object);
        if let Some(held) = self.objects.get(&key) {
            if revision(&object) <= revision(held) {
                return;
            }
            // Made anew under its name.
            let uid = text(held, "/metadata/uid");
            if uid != text(&object, "/metadata/uid") {
                self.departed.insert(uid.to_owned());
            }
        }
        self.objects.insert(key.clone(), object);
        self.queue.wake(&key, now);
    }

    pub(super) fn schedule_gone(&mut self, key: &Key) {
        if let Some(held) = self.objects.remove(key) {
            self.departed
                .insert(text(&held, "/metadata/uid").to_owned());
        }
        self.queue.remove(key);
        self.failures.remove(&(false, key.clone()));
    }

    /// Whether it was news.
    pub(super) fn compaction_seen(&mut self, object: Value, now: DateTime<Utc>) -> bool {
        let key = Key::of(&object);
        let held = self.compactions.get(&key);
        if held.is_some_and(|held| revision(&object) <= revision(held)) {
            return false;
        }
        self.compactions.insert(key.clone(), object);
        self.compaction_queue.wake(&key, now);
        true
    }

    pub(super) fn compaction_gone(&mut self, key: &Key) {
        self.compactions.remove(key);
        self.runs.remove(key);
        self.compaction_queue.remove(key);
        self.failures.remove(&(true, key.clone()));
    }
}
