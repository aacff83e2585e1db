//! The stage of a play: cluster, operator, clock, and what a play does with them.

use std::time::Duration;

use chrono::{DateTime, TimeZone, Utc};
use serde_json::{Value, json};

use super::super::action::Action;
use super::super::dialect::Dialect;
use super::super::document::{ObjectKey, as_map, list, text};
use super::super::engine::Engine;
use super::super::live::Trouble;
use super::super::mode::Mode;
use super::super::observe::{Change, ObjectKind};
use super::super::step::StepAnswer;
use super::super::timings::{Timings, delta};
use super::super::{cluster, tso};
use super::key;
use super::memory::Memory;

/// A cluster `basic` in namespace `t1`, its operator, and a clock that a play moves.
pub struct Trial {
    pub dialect: Dialect,
    pub memory: Memory,
    pub engine: Engine,
    pub now: DateTime<Utc>,
}

impl Trial {
    pub fn new(dialect: Dialect) -> Self {
        let now = Utc.with_ymd_and_hms(2026, 11, 20, 23, 0, 0).unwrap();
        Self::starting(dialect, now)
    }

    /// A stage whose operator starts at this moment.
    pub fn starting(dialect: Dialect, now: DateTime<Utc>) -> Self {
        let mut trial = Self {
            dialect,
            memory: Memory::new(dialect),
            engine: Engine::new(dialect, Timings::real(), now),
            now,
        };
        trial.cluster("basic", json!({}));
        trial
    }

    /// A log Backup with storage `local`, merged with `spec`.
    pub fn log(&mut self, name: &str, spec: Value) {
        let mut full = json!({"backupMode": "log"});
        as_map(&mut full).extend(spec.as_object().unwrap().clone());
        self.backup(name, full);
    }

    /// A snapshot with storage `local`, merged with `spec`.
    pub fn backup(&mut self, name: &str, spec: Value) {
        self.try_backup(name, spec).unwrap();
    }

    pub fn try_backup(&mut self, name: &str, spec: Value) -> Result<(), Trouble> {
        let mut full = json!({
            "br": {"cluster": "basic"},
            "local": {"volume": {"name": "v"}, "volumeMount": {"name": "v", "mountPath": "/mnt"}, "prefix": name},
        });
        as_map(&mut full).extend(spec.as_object().unwrap().clone());
        full.as_object_mut()
            .unwrap()
            .retain(|_, value| !value.is_null());
        let backup = json!({
            "apiVersion": self.dialect.operator().api_version(), "kind": "Backup",
            "metadata": {"namespace": "t1", "name": name}, "spec": full,
        });
        let change = self.memory.create(&backup, self.now)?;
        self.engine.observe(change, self.now);
        self.settle();
        Ok(())
    }

    /// A merge patch of the spec.
    pub fn patch(&mut self, name: &str, spec: Value) {
        self.try_patch(name, spec).unwrap();
    }

    pub fn try_patch(&mut self, name: &str, spec: Value) -> Result<(), Trouble> {
        self.merge(name, json!({"spec": spec}), false)
    }

    /// A patch of the spec, without the steps that follow.
    pub fn patch_only(&mut self, name: &str, spec: Value) {
        let change = self
            .memory
            .patch(&key(name), &json!({"spec": spec}), false)
            .unwrap();
        self.engine.observe(change, self.now);
    }

    /// A merge patch of the status, through the subresource where there is one.
    pub fn patch_status(&mut self, name: &str, status: Value) {
        let subresource = self.dialect == Dialect::V2;
        self.merge(name, json!({"status": status}), subresource)
            .unwrap();
    }

    /// Clears a sub-status, so that the operator runs the sub-command again.
    pub fn forget(&mut self, name: &str, command: &str) {
        self.patch_status(name, json!({"logSubCommandStatuses": {command: null}}));
    }

    /// Any change of metadata.
    pub fn touch(&mut self, name: &str) {
        let patch = json!({"metadata": {"annotations": {"touched": self.now.to_rfc3339()}}});
        self.merge(name, patch, false).unwrap();
    }

    pub fn merge(&mut self, name: &str, patch: Value, subresource: bool) -> Result<(), Trouble> {
        let change = self.memory.patch(&key(name), &patch, subresource)?;
        self.engine.observe(change, self.now);
        self.settle();
        Ok(())
    }

    pub fn delete(&mut self, name: &str) {
        if let Some(change) = self.memory.delete(&key(name), self.now) {
            self.engine.observe(change, self.now);
        }
        self.settle();
    }

    /// `kubectl delete job`.
    pub fn delete_job(&mut self, job: &str) {
        let action = Action::DeleteJob(key(job));
        assert!(self.memory.jobs.contains_key(&key(job)), "no Job {job}");
        self.memory.perform(&action, self.now).unwrap();
        self.engine
            .observe(Change::Gone(ObjectKind::Job, key(job)), self.now);
        self.settle();
    }

    /// Reports a change as a watch does.
    pub fn observe(&mut self, change: Change) {
        self.engine.observe(change, self.now);
        self.settle();
    }

    pub fn secret(&mut self, name: &str, keys: &[&str]) {
        let data: serde_json::Map<_, _> = keys
            .iter()
            .map(|key| ((*key).to_owned(), json!("eA==")))
            .collect();
        let secret = json!({"metadata": {"namespace": "t1", "name": name}, "data": data});
        self.engine
            .observe(Change::Seen(ObjectKind::Secret, secret), self.now);
    }

    /// Creates a cluster whose Cluster object has this spec.
    pub fn cluster(&mut self, name: &str, spec: Value) {
        let mut documents = cluster::documents(self.dialect, "t1", name);
        documents[0]["spec"] = spec;
        for document in documents {
            let kind = match text(&document, "/kind") {
                "TiKVGroup" => ObjectKind::TikvGroup,
                "PDGroup" => ObjectKind::PdGroup,
                "StatefulSet" => ObjectKind::StatefulSet,
                "ConfigMap" => ObjectKind::ConfigMap,
                _ => ObjectKind::Cluster,
            };
            // The operator writes ConfigMaps, so that the store needs them.
            if kind == ObjectKind::ConfigMap {
                self.memory
                    .kept
                    .insert((kind, ObjectKey::from_object(&document)), document.clone());
            }
            self.engine.observe(Change::Seen(kind, document), self.now);
        }
        self.settle();
    }

    pub fn no_cluster(&mut self, name: &str) {
        self.engine
            .observe(Change::Gone(ObjectKind::Cluster, key(name)), self.now);
    }

    pub fn next(&mut self, mode: Mode) {
        self.engine.modes.next("*", mode);
    }

    pub fn br_fails(&mut self) {
        self.next(Mode::BrFail("stub".into()));
    }

    /// Ends a Job that is held or hangs.
    pub fn finish(&mut self, job: &str) {
        assert!(
            self.engine.decide(&key(job), Mode::Ok, self.now),
            "no Job {job}"
        );
        self.settle();
    }

    /// One step that is due now.
    pub fn step(&mut self) -> bool {
        let Some(step) = self.engine.next(self.now) else {
            return false;
        };
        let mut taken = StepAnswer::Granted;
        for action in &step.actions {
            match self.memory.perform(action, self.now) {
                Ok(changes) => {
                    for change in changes {
                        self.engine.observe(change, self.now);
                    }
                }
                Err(_) => {
                    taken = StepAnswer::Refused;
                    break;
                }
            }
        }
        self.engine.answered(&step, taken, self.now);
        true
    }

    /// Makes steps until nothing moves without a timer.
    pub fn settle(&mut self) {
        self.settled();
    }

    /// The same. Returns false when there is no end.
    pub fn settled(&mut self) -> bool {
        for _ in 0..400 {
            if self.step() {
                continue;
            }
            match self.engine.pod_due() {
                Some(due) => self.now = due.max(self.now),
                None => return true,
            }
        }
        false
    }

    /// Moves the clock forward; every timer on the way goes off.
    pub fn wait(&mut self, seconds: u64) {
        let target = self.now + delta(Duration::from_secs(seconds));
        for _ in 0..4000 {
            let due = self.engine.due();
            match due.filter(|due| *due <= target) {
                Some(due) => self.now = due.max(self.now),
                None => break,
            }
            while self.step() {}
        }
        self.now = target.max(self.now);
        while self.step() {}
    }

    pub fn get(&self, name: &str) -> Value {
        self.memory
            .backups
            .get(&key(name))
            .cloned()
            .unwrap_or_default()
    }

    pub fn at(&self, name: &str, pointer: &str) -> String {
        match self.get(name).pointer(pointer) {
            Some(Value::String(text)) => text.clone(),
            Some(value) => value.to_string(),
            None => String::new(),
        }
    }

    pub fn is_gone(&self, name: &str) -> bool {
        !self.memory.backups.contains_key(&key(name))
    }

    pub fn has_task(&self, name: &str) -> bool {
        self.engine.cache.pd.cluster_of(name).is_some()
    }

    pub fn jobs(&self) -> Vec<String> {
        self.memory
            .jobs
            .keys()
            .map(|key| key.name.clone())
            .collect()
    }

    /// How often Jobs of this name were created.
    pub fn created(&self, job: &str) -> usize {
        self.memory
            .created_jobs
            .iter()
            .filter(|name| *name == job)
            .count()
    }

    /// The phases that a Backup went through since the last call.
    pub fn phases(&mut self, name: &str) -> String {
        let (mine, others) = std::mem::take(&mut self.memory.phases)
            .into_iter()
            .partition::<Vec<_>, _>(|(of, _)| of == name);
        self.memory.phases = others;
        let mine: Vec<_> = mine.into_iter().map(|(_, phase)| phase).collect();
        mine.join(" ")
    }

    /// Compares the status in one line.
    pub fn sees(&self, name: &str, expected: &str) {
        assert_eq!(summary(&self.get(name)), expected, "{name}");
    }

    /// Moves the clock forward; nobody may write the Backup meanwhile.
    pub fn stays(&mut self, name: &str, seconds: u64) {
        let before = self.at(name, "/metadata/resourceVersion");
        self.wait(seconds);
        assert_eq!(
            self.at(name, "/metadata/resourceVersion"),
            before,
            "{name} was written"
        );
    }

    /// A TSO some seconds after (or before) now.
    pub fn tso(&self, seconds: i64) -> String {
        tso::tso(self.now + chrono::TimeDelta::seconds(seconds)).to_string()
    }
}

fn summary(backup: &Value) -> String {
    let Some(status) = backup.get("status") else {
        return "-".to_owned();
    };
    let condition = |condition: &Value| {
        let (kind, reason) = (text(condition, "/type"), text(condition, "/reason"));
        let mut line = kind.to_owned();
        if text(condition, "/status") == "False" {
            line += "=False";
        }
        if !reason.is_empty() && reason != kind {
            line = format!("{line}/{reason}");
        }
        line
    };
    let conditions: Vec<_> = list(status, "/conditions").iter().map(condition).collect();
    let entries = status
        .get("logSubCommandStatuses")
        .and_then(Value::as_object);
    let commands: Vec<_> = entries
        .into_iter()
        .flatten()
        .map(|(name, entry)| {
            format!(
                "{} {}",
                name.trim_start_matches("log-"),
                text(entry, "/phase")
            )
        })
        .collect();
    let mut line = text(status, "/phase").to_owned();
    for part in [conditions.join(" "), commands.join(", ")] {
        if !part.is_empty() {
            line = format!("{line} | {part}");
        }
    }
    line
}
