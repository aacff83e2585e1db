//! What the API server says, and which objects the operator reconciles because of it.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::cache::cluster_key;
use super::dialect::OperatorLine;
use super::document::{ObjectKey, deleting, has, list, revision, text};
use super::engine::Engine;
use super::job;
use super::pd::PdTaskState;
use super::pods::{JobRun, PodScene};
use super::step::{EngineStep, StepSource};
use super::timings::delta;

/// Something that the API server says.
#[derive(Debug, Clone)]
pub enum Change {
    /// An object as it is now.
    Seen(ObjectKind, Value),
    /// An object is gone.
    Gone(ObjectKind, ObjectKey),
    /// An object is gone, as it was at last. There may be another object of its name by now.
    Deleted(ObjectKind, Value),
    /// The kind is served, so that an empty list means that there are no objects.
    Served(ObjectKind),
}

/// The kinds that the stand-in reads or writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ObjectKind {
    /// Backups of the dialect's group.
    Backup,
    /// Restores of the dialect's group.
    Restore,
    /// BackupSchedules (v1).
    Schedule,
    /// CompactBackups (v1).
    Compaction,
    /// Jobs.
    Job,
    /// Pods; they are written and never read.
    Pod,
    /// Secrets; only the names of their keys are kept.
    Secret,
    /// Cluster or TidbCluster.
    Cluster,
    /// TiKVGroup (v2).
    TikvGroup,
    /// PDGroup (v2).
    PdGroup,
    /// StatefulSets; those of TiKV matter (v1).
    StatefulSet,
    /// ConfigMaps; those of TiKV matter (v1).
    ConfigMap,
}

impl ObjectKind {
    /// The kind as it stands in a document.
    pub fn name(self, v1: bool) -> &'static str {
        match self {
            ObjectKind::Backup => "Backup",
            ObjectKind::Restore => "Restore",
            ObjectKind::Schedule => "BackupSchedule",
            ObjectKind::Compaction => "CompactBackup",
            ObjectKind::Job => "Job",
            ObjectKind::Pod => "Pod",
            ObjectKind::Secret => "Secret",
            ObjectKind::Cluster if v1 => "TidbCluster",
            ObjectKind::Cluster => "Cluster",
            ObjectKind::TikvGroup => "TiKVGroup",
            ObjectKind::PdGroup => "PDGroup",
            ObjectKind::StatefulSet => "StatefulSet",
            ObjectKind::ConfigMap => "ConfigMap",
        }
    }

    /// Whether the operator reconciles objects of this kind.
    fn is_reconciled(self) -> bool {
        matches!(
            self,
            ObjectKind::Backup
                | ObjectKind::Restore
                | ObjectKind::Schedule
                | ObjectKind::Compaction
        )
    }
}

impl Engine {
    /// Takes in what the API server said. What is older than the stand-in's own copy is dropped.
    pub fn observe(&mut self, change: Change, now: DateTime<Utc>) {
        match change {
            Change::Seen(_, object) if self.buried.contains(text(&object, "/metadata/uid")) => {}
            Change::Deleted(kind, object) => {
                if self
                    .buried
                    .insert(text(&object, "/metadata/uid").to_owned())
                {
                    self.observe(Change::Gone(kind, ObjectKey::from_object(&object)), now);
                }
            }
            Change::Seen(ObjectKind::Schedule | ObjectKind::Compaction, _)
                if !self.dialect.keeps_schedules() => {}
            Change::Seen(kind, object) if kind.is_reconciled() => self.seen(kind, object, now),
            Change::Gone(kind, key) if kind.is_reconciled() => self.gone(kind, &key, now),
            Change::Seen(ObjectKind::Job, object) => self.job_seen(object, now),
            Change::Gone(ObjectKind::Job, key) => self.job_gone(&key, now),
            Change::Seen(ObjectKind::Secret, object) => {
                let names = ["/data", "/stringData"]
                    .into_iter()
                    .filter_map(|pointer| object.pointer(pointer)?.as_object())
                    .flat_map(|data| data.keys().cloned())
                    .collect();
                self.cache
                    .secrets
                    .insert(ObjectKey::from_object(&object), names);
            }
            Change::Gone(ObjectKind::Secret, key) => {
                self.cache.secrets.remove(&key);
            }
            // No operator watches its clusters (docs/operators.md, "A paused Cluster is not woken").
            Change::Seen(kind, object) => {
                if let Some(objects) = self.cache.objects_mut(kind) {
                    objects.insert(ObjectKey::from_object(&object), object);
                }
            }
            Change::Gone(kind, key) => {
                if let Some(objects) = self.cache.objects_mut(kind) {
                    objects.remove(&key);
                }
            }
            Change::Served(kind) => {
                self.cache.objects_mut(kind);
            }
        }
    }

    /// The keys of a kind that the engine holds, to find out what a list no longer has.
    pub fn held(&self, kind: ObjectKind) -> Vec<ObjectKey> {
        match kind {
            ObjectKind::Secret => self.cache.secrets.keys().cloned().collect(),
            kind => {
                let objects = self.cache.objects(kind).into_iter().flatten();
                objects.map(|(key, _)| key.clone()).collect()
            }
        }
    }

    /// The object that ended the operator process has changed, or is gone: the process starts again.
    fn healed(&mut self, key: &ObjectKey, now: DateTime<Utc>) {
        if self.crashed.as_ref() == Some(key) {
            self.restart(now);
        }
    }

    fn seen(&mut self, kind: ObjectKind, object: Value, now: DateTime<Utc>) {
        let key = ObjectKey::from_object(&object);
        if let Some(held) = self.cache.object(kind, &key) {
            if revision(&object) <= revision(held) {
                return;
            }
            let replaced = text(held, "/metadata/uid") != text(&object, "/metadata/uid");
            let until = "/spec/logTruncateUntil";
            if text(held, until) != text(&object, until) {
                self.cache.idle_truncates.remove(&key);
            }
            if replaced {
                self.gone(kind, &key, now);
            }
        }
        if deleting(&object) && list(&object, "/metadata/finalizers").is_empty() {
            self.gone(kind, &key, now);
            return;
        }
        if kind == ObjectKind::Backup {
            if self.known.insert(text(&object, "/metadata/uid").to_owned()) {
                self.adopt(&key, &object);
            }
            self.track(&key, &object, now);
        }
        self.litter |= deleting(&object);
        if let Some(objects) = self.cache.objects_mut(kind) {
            objects.insert(key.clone(), object);
        }
        self.queue.wake(&(kind, key.clone()), now);
        self.healed(&key, now);
    }

    fn gone(&mut self, kind: ObjectKind, key: &ObjectKey, now: DateTime<Utc>) {
        self.litter = true;
        let held = self
            .cache
            .objects_mut(kind)
            .and_then(|held| held.remove(key));
        if let (ObjectKind::Schedule, Some(held)) = (kind, &held) {
            self.departed.insert(text(held, "/metadata/uid").to_owned());
        }
        if let Some(held) = held {
            self.say_last_words(kind, key, &held, now);
        }
        if kind == ObjectKind::Backup {
            self.cache.tracked.remove(key);
            self.cache.idle_truncates.remove(key);
            self.first_checkpoints.remove(key);
        }
        let item = (kind, key.clone());
        self.queue.remove(&item);
        self.failures.remove(&item);
        self.healed(key, now);
    }

    /// The checkpoint of a started log backup is read from now on, and v1 compares the log backup with PD.
    fn track(&mut self, key: &ObjectKey, backup: &Value, now: DateTime<Utc>) {
        let started = text(backup, "/spec/backupMode") == "log" && has(backup, "/status/commitTs");
        if !started || text(backup, "/status/phase") == "Stopped" {
            return;
        }
        if !has(backup, "/status/logCheckpointTs") {
            let due = now + delta(self.timings.first_checkpoint);
            self.first_checkpoints.wake(key, due);
        }
        self.cache.tracked.entry(key.clone()).or_default();
    }

    /// A Backup that was there before the stand-in: what its status says has happened is put into PD and storage.
    fn adopt(&mut self, key: &ObjectKey, backup: &Value) {
        let path = text(backup, "/status/backupPath");
        if !path.is_empty() {
            self.cache.data.insert(path.to_owned());
        }
        let start = text(backup, "/status/commitTs")
            .parse::<u64>()
            .unwrap_or_default();
        if text(backup, "/spec/backupMode") != "log" || start == 0 {
            return;
        }
        let state = match text(backup, "/status/phase") {
            "Paused" => PdTaskState::Paused,
            "Running" => PdTaskState::Running,
            _ => return,
        };
        let reached = text(backup, "/status/logCheckpointTs").parse::<u64>();
        let cluster = cluster_key(self.dialect, backup);
        let pd = &mut self.cache.pd;
        pd.register(&cluster, &key.name, start, reached.unwrap_or(start), state);
    }

    fn job_seen(&mut self, object: Value, now: DateTime<Utc>) {
        let key = ObjectKey::from_object(&object);
        let Some((kind, owner, _)) = job::owner(self.dialect, &object) else {
            return;
        };
        let held = self.cache.jobs.get(&key);
        if held.is_some_and(|held| revision(&object) <= revision(held)) {
            return;
        }
        let same =
            held.is_some_and(|held| text(held, "/metadata/uid") == text(&object, "/metadata/uid"));
        if !same {
            self.runs.remove(&key);
            if job::end(&object).is_none() && !deleting(&object) {
                let mode = self.modes.take(&key);
                let run = JobRun::new((kind, owner.clone()), &object, mode, now);
                self.runs.extend(run.map(|run| (key.clone(), run)));
            }
        }
        self.litter = true;
        self.cache.jobs.insert(key, object);
        self.wake_owner(kind, &owner, now);
    }

    /// The Restores of v1 are not woken by their Jobs (docs/operators.md, "A dead Restore Job fails the Restore").
    fn wake_owner(&mut self, kind: ObjectKind, owner: &ObjectKey, now: DateTime<Utc>) {
        let watches = kind != ObjectKind::Restore || !self.dialect.first_generation();
        if watches && self.cache.object(kind, owner).is_some() {
            self.queue.wake(&(kind, owner.clone()), now);
        }
    }

    fn job_gone(&mut self, key: &ObjectKey, now: DateTime<Utc>) {
        let Some(job) = self.cache.jobs.get(key).cloned() else {
            return;
        };
        self.buried.insert(text(&job, "/metadata/uid").to_owned());
        let Some((kind, owner, _)) = job::owner(self.dialect, &job) else {
            return;
        };
        if let Some(held) = self.cache.object(kind, &owner).cloned() {
            self.say_last_words(kind, &owner, &held, now);
        }
        self.runs.remove(key);
        self.cache.jobs.remove(key);
        self.wake_owner(kind, &owner, now);
    }

    /// The Pods that run for an object which is gone, or whose Job is gone, get a chance to write.
    fn say_last_words(
        &mut self,
        kind: ObjectKind,
        owner: &ObjectKey,
        held: &Value,
        now: DateTime<Utc>,
    ) {
        let jobs = self
            .runs
            .iter()
            .filter(|(_, run)| run.owner == (kind, owner.clone()));
        let jobs: Vec<ObjectKey> = jobs.map(|(job, _)| job.clone()).collect();
        for key in jobs {
            let (Some(run), Some(job)) =
                (self.runs.remove(&key), self.cache.jobs.get(&key).cloned())
            else {
                continue;
            };
            let actions = run.last_words(&PodScene {
                dialect: self.dialect,
                owner: held,
                job: &job,
                cache: &mut self.cache,
                started: now,
                now,
            });
            if !actions.is_empty() {
                let step = EngineStep::plain(StepSource::Pod(key), "backup-manager", actions);
                self.last_words.push_back(step);
            }
        }
    }
}
