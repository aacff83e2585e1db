//! What the API server says, and what it wakes.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::document::{Key, deleting, has, list, revision, text};
use super::engine::Engine;
use super::job::{self, Purpose};
use super::pd::TaskState;
use super::pod::Pod;
use super::timings::delta;
use super::world::{Objects, cluster_key};

/// Something that the API server says.
#[derive(Debug, Clone)]
pub enum Change {
    /// An object as it is now.
    Seen(Watched, Value),
    /// An object is gone.
    Gone(Watched, Key),
    /// An object is gone, as it was at last. There may be another one of its name by now.
    Deleted(Watched, Value),
    /// The kind is served, so that none of it means none.
    Served(Watched),
}

/// The kinds that the stand-in watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Watched {
    /// Backups of the dialect's group.
    Backup,
    /// Jobs.
    Job,
    /// Secrets; only the names of their keys are kept.
    Secret,
    /// Cluster or TidbCluster.
    Cluster,
    /// TiKVGroup.
    TikvGroup,
    /// PDGroup.
    PdGroup,
    /// Restores of the dialect's group.
    Restore,
    /// BackupSchedules (v1; v2 does nothing with them, row 7).
    Schedule,
    /// CompactBackups (v1; likewise).
    Compaction,
}

impl Engine {
    /// Takes in what the API server said. Old news, as a watch brings after a write of our own, is dropped.
    pub fn observe(&mut self, change: Change, now: DateTime<Utc>) {
        match change {
            Change::Seen(_, object) if self.buried.contains(text(&object, "/metadata/uid")) => {}
            Change::Deleted(kind, object) => {
                if self
                    .buried
                    .insert(text(&object, "/metadata/uid").to_owned())
                {
                    self.observe(Change::Gone(kind, Key::of(&object)), now);
                }
            }
            Change::Seen(Watched::Backup, object) => self.backup_seen(object, now),
            Change::Gone(Watched::Backup, key) => self.backup_gone(&key, now),
            Change::Seen(Watched::Job, object) => self.job_seen(object, now),
            Change::Gone(Watched::Job, key) => self.job_gone(&key, now),
            Change::Seen(Watched::Secret, object) => {
                let names = ["/data", "/stringData"]
                    .into_iter()
                    .filter_map(|pointer| object.pointer(pointer)?.as_object())
                    .flat_map(|data| data.keys().cloned())
                    .collect();
                self.world.secrets.insert(Key::of(&object), names);
            }
            Change::Gone(Watched::Secret, key) => {
                self.world.secrets.remove(&key);
            }
            Change::Seen(kind @ (Watched::Schedule | Watched::Compaction), object) => {
                self.child_seen(kind, object, now);
            }
            Change::Gone(kind @ (Watched::Schedule | Watched::Compaction), key) => {
                self.child_gone(kind, &key, now);
            }
            Change::Seen(Watched::Restore, object) => {
                let key = Key::of(&object);
                if self.restores.seen(object) {
                    self.healed(&key, now);
                }
            }
            Change::Gone(Watched::Restore, key) => {
                self.restores.gone(&key);
                self.healed(&key, now);
            }
            // Nothing is woken: no operator watches its clusters (v2 row 6i).
            Change::Seen(kind, object) => {
                self.plain(kind).insert(Key::of(&object), object);
            }
            Change::Gone(kind, key) => {
                self.plain(kind).remove(&key);
            }
            Change::Served(kind) => {
                self.plain(kind);
            }
        }
    }

    fn plain(&mut self, kind: Watched) -> &mut Objects {
        match kind {
            Watched::TikvGroup => self.world.tikv_groups.get_or_insert_default(),
            Watched::PdGroup => self.world.pd_groups.get_or_insert_default(),
            _ => &mut self.world.clusters,
        }
    }

    /// The keys of a kind that the engine holds, to find out what a list no longer has.
    pub fn held(&self, kind: Watched) -> Vec<Key> {
        let keys = |objects: &Objects| objects.keys().cloned().collect();
        match kind {
            Watched::Backup => keys(&self.world.backups),
            Watched::Job => [&self.world.jobs, &self.schedules.jobs, &self.restores.jobs]
                .into_iter()
                .flat_map(keys)
                .collect(),
            Watched::Secret => self.world.secrets.keys().cloned().collect(),
            Watched::Cluster => keys(&self.world.clusters),
            Watched::TikvGroup => self.world.tikv_groups.as_ref().map_or_else(Vec::new, keys),
            Watched::PdGroup => self.world.pd_groups.as_ref().map_or_else(Vec::new, keys),
            Watched::Restore => keys(&self.restores.objects),
            Watched::Schedule => keys(&self.schedules.objects),
            Watched::Compaction => keys(&self.schedules.compactions),
        }
    }

    /// An object of the kinds that have events.
    pub fn object(&self, (kind, key): (Watched, &Key)) -> Option<&Value> {
        match kind {
            Watched::Backup => self.world.backups.get(key),
            Watched::Schedule => self.schedules.objects.get(key),
            Watched::Compaction => self.schedules.compactions.get(key),
            _ => None,
        }
    }

    /// What ended the operator process has changed, or is gone: it starts again.
    pub(super) fn healed(&mut self, key: &Key, now: DateTime<Utc>) {
        if self.crashed.as_ref() == Some(key) {
            self.restart(now);
        }
    }

    fn backup_seen(&mut self, object: Value, now: DateTime<Utc>) {
        let key = Key::of(&object);
        if let Some(held) = self.world.backups.get(&key) {
            if revision(&object) <= revision(held) {
                return;
            }
            if text(held, "/spec/logTruncateUntil") != text(&object, "/spec/logTruncateUntil") {
                self.world.idle_truncates.remove(&key);
            }
        }
        if deleting(&object) && list(&object, "/metadata/finalizers").is_empty() {
            self.backup_gone(&key, now);
            return;
        }
        if self.known.insert(text(&object, "/metadata/uid").to_owned()) {
            self.adopt(&key, &object);
        }
        self.track(&key, &object, now);
        self.litter |= deleting(&object);
        self.world.backups.insert(key.clone(), object);
        self.queue.wake(&key, now);
        self.healed(&key, now);
    }

    /// The checkpoint of a started log backup is read from now on, and v1 compares it with PD.
    fn track(&mut self, key: &Key, backup: &Value, now: DateTime<Utc>) {
        let started = text(backup, "/spec/backupMode") == "log" && has(backup, "/status/commitTs");
        if !started || text(backup, "/status/phase") == "Stopped" {
            return;
        }
        if !has(backup, "/status/logCheckpointTs") {
            let due = now + delta(self.timings.first_checkpoint);
            self.first_checkpoints.wake(key, due);
        }
        self.world.tracked.entry(key.clone()).or_default();
    }

    /// A Backup that was there before the stand-in: what its status says has happened is put into PD and storage.
    fn adopt(&mut self, key: &Key, backup: &Value) {
        let path = text(backup, "/status/backupPath");
        if !path.is_empty() {
            self.world.data.insert(path.to_owned());
        }
        let start = text(backup, "/status/commitTs")
            .parse::<u64>()
            .unwrap_or_default();
        if text(backup, "/spec/backupMode") != "log" || start == 0 {
            return;
        }
        let state = match text(backup, "/status/phase") {
            "Paused" => TaskState::Paused,
            "Running" => TaskState::Running,
            _ => return,
        };
        let reached = text(backup, "/status/logCheckpointTs").parse::<u64>();
        let cluster = cluster_key(self.dialect, backup);
        let pd = &mut self.world.pd;
        pd.register(&cluster, &key.name, start, reached.unwrap_or(start), state);
    }

    fn backup_gone(&mut self, key: &Key, now: DateTime<Utc>) {
        self.litter = true;
        self.world.backups.remove(key);
        self.world.tracked.remove(key);
        self.world.idle_truncates.remove(key);
        self.first_checkpoints.remove(key);
        self.queue.remove(key);
        self.failures.remove(key);
        self.healed(key, now);
    }

    fn job_seen(&mut self, object: Value, now: DateTime<Utc>) {
        if self.compaction_job_seen(&object, now) || self.restore_job_seen(&object, now) {
            return;
        }
        let key = Key::of(&object);
        let Some(owner) = job::owner(self.dialect, &object) else {
            return;
        };
        let held = self.world.jobs.get(&key);
        if held.is_some_and(|held| revision(&object) <= revision(held)) {
            return;
        }
        let same =
            held.is_some_and(|held| text(held, "/metadata/uid") == text(&object, "/metadata/uid"));
        if !same {
            self.pods.remove(&key);
            self.start_pod(&key, &owner, &object, now);
        }
        self.litter = true;
        self.world.jobs.insert(key, object);
        self.queue.wake(&owner, now);
    }

    fn start_pod(&mut self, key: &Key, owner: &Key, object: &Value, now: DateTime<Utc>) {
        let log = !text(object, "/spec/template/spec/containers/0/args/3").is_empty();
        let purpose = Purpose::of(&key.name, &owner.name, log);
        if let (Some(purpose), None, false) = (purpose, job::end(object), deleting(object)) {
            let mode = self.modes.take(key);
            let due = now + delta(self.timings.step);
            self.pods
                .insert(key.clone(), Pod::new(purpose, owner.clone(), mode, due));
        }
    }

    fn job_gone(&mut self, key: &Key, now: DateTime<Utc>) {
        let kept = [&self.world.jobs, &self.restores.jobs, &self.schedules.jobs];
        let held = kept.into_iter().filter_map(|jobs| jobs.get(key));
        let uids = held.map(|job| text(job, "/metadata/uid").to_owned());
        self.buried.extend(uids.collect::<Vec<_>>());
        self.compaction_job_gone(key);
        self.restores.job_gone(self.dialect, key);
        self.pods.remove(key);
        if let Some(job) = self.world.jobs.remove(key)
            && let Some(owner) = job::owner(self.dialect, &job)
        {
            self.queue.wake(&owner, now);
        }
    }
}
