//! Every row of the trials of the real controllers that concerns snapshot and log Backups, played against the
//! stand-in: documents in, documents out, no server and no sleeping.
//!
//! What a status looks like is written in one line: `phase | conditions | sub-commands`. A condition is its type, with
//! `/Reason` where that differs from the type and `=False` where it is False.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod memory;
mod v1_log;
mod v1_log_stop;
mod v1_rest;
mod v2_delete;
mod v2_log;
mod v2_refusals;
mod v2_snapshot;

use std::time::Duration;

use chrono::{DateTime, TimeZone, Utc};
use serde_json::{Value, json};

use super::dialect::Dialect;
use super::document::{Key, list, text};
use super::engine::Engine;
use super::live::Trouble;
use super::mode::Mode;
use super::observe::{Change, Watched};
use super::step::Taken;
use super::timings::{Timings, delta};
use super::{cluster, tso};
use memory::Memory;

/// One row: its number, what was observed, and the play that shows it.
type Row = (&'static str, &'static str, fn(&mut Trial));

/// Plays rows, each on a fresh cluster, and says which one went wrong.
fn play(dialect: Dialect, rows: &[Row]) {
    for (row, observed, play) in rows {
        let outcome = std::panic::catch_unwind(|| play(&mut Trial::new(dialect)));
        if let Err(panic) = outcome {
            let text = panic
                .downcast_ref::<String>()
                .cloned()
                .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            panic!(
                "row {row}\nobserved: {observed}\n{}",
                text.unwrap_or_default()
            );
        }
    }
}

/// A cluster `basic` in namespace `t1`, its operator, and a clock that a play moves.
struct Trial {
    dialect: Dialect,
    memory: Memory,
    engine: Engine,
    now: DateTime<Utc>,
}

impl Trial {
    fn new(dialect: Dialect) -> Self {
        let now = Utc.with_ymd_and_hms(2026, 11, 20, 23, 0, 0).unwrap();
        let mut trial = Self {
            dialect,
            memory: Memory::new(dialect),
            engine: Engine::new(dialect, Timings::real(), now),
            now,
        };
        trial.cluster("basic", json!({}));
        trial
    }

    /// A log Backup with storage `local`, as in the trials, merged with `spec`.
    fn log(&mut self, name: &str, spec: Value) {
        let mut full = json!({"backupMode": "log"});
        super::document::as_map(&mut full).extend(spec.as_object().unwrap().clone());
        self.backup(name, full);
    }

    /// A snapshot with storage `local`, merged with `spec`.
    fn backup(&mut self, name: &str, spec: Value) {
        self.try_backup(name, spec).unwrap();
    }

    fn try_backup(&mut self, name: &str, spec: Value) -> Result<(), Trouble> {
        let mut full = json!({
            "br": {"cluster": "basic"},
            "local": {"volume": {"name": "v"}, "volumeMount": {"name": "v", "mountPath": "/mnt"}, "prefix": name},
        });
        super::document::as_map(&mut full).extend(spec.as_object().unwrap().clone());
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
    fn patch(&mut self, name: &str, spec: Value) {
        self.try_patch(name, spec).unwrap();
    }

    fn try_patch(&mut self, name: &str, spec: Value) -> Result<(), Trouble> {
        self.merge(name, json!({"spec": spec}), false)
    }

    /// A patch of the spec whose consequences are not waited for.
    fn patch_only(&mut self, name: &str, spec: Value) {
        let change = self
            .memory
            .patch(&key(name), &json!({"spec": spec}), false)
            .unwrap();
        self.engine.observe(change, self.now);
    }

    /// A merge patch of the status, through the subresource where there is one.
    fn patch_status(&mut self, name: &str, status: Value) {
        let subresource = self.dialect == Dialect::V2;
        self.merge(name, json!({"status": status}), subresource)
            .unwrap();
    }

    /// The null patch that makes the operator forget a sub-command.
    fn forget(&mut self, name: &str, command: &str) {
        self.patch_status(name, json!({"logSubCommandStatuses": {command: null}}));
    }

    /// Any change of metadata.
    fn touch(&mut self, name: &str) {
        let patch = json!({"metadata": {"annotations": {"touched": self.now.to_rfc3339()}}});
        self.merge(name, patch, false).unwrap();
    }

    fn merge(&mut self, name: &str, patch: Value, subresource: bool) -> Result<(), Trouble> {
        let change = self.memory.patch(&key(name), &patch, subresource)?;
        self.engine.observe(change, self.now);
        self.settle();
        Ok(())
    }

    fn delete(&mut self, name: &str) {
        if let Some(change) = self.memory.delete(&key(name), self.now) {
            self.engine.observe(change, self.now);
        }
        self.settle();
    }

    /// `kubectl delete job`.
    fn delete_job(&mut self, job: &str) {
        self.memory.jobs.remove(&key(job)).expect("the Job exists");
        self.engine
            .observe(Change::Gone(Watched::Job, key(job)), self.now);
        self.settle();
    }

    fn secret(&mut self, name: &str, keys: &[&str]) {
        let data: serde_json::Map<_, _> = keys
            .iter()
            .map(|key| ((*key).to_owned(), json!("eA==")))
            .collect();
        let secret = json!({"metadata": {"namespace": "t1", "name": name}, "data": data});
        self.engine
            .observe(Change::Seen(Watched::Secret, secret), self.now);
    }

    /// Puts a cluster there, with this spec of its Cluster object.
    fn cluster(&mut self, name: &str, spec: Value) {
        let mut documents = cluster::documents(self.dialect, "t1", name);
        documents[0]["spec"] = spec;
        for document in documents {
            let kind = match text(&document, "/kind") {
                "TiKVGroup" => Watched::TikvGroup,
                "PDGroup" => Watched::PdGroup,
                _ => Watched::Cluster,
            };
            self.engine.observe(Change::Seen(kind, document), self.now);
        }
        self.settle();
    }

    fn no_cluster(&mut self, name: &str) {
        self.engine
            .observe(Change::Gone(Watched::Cluster, key(name)), self.now);
    }

    fn next(&mut self, mode: Mode) {
        self.engine.modes.next("*", mode);
    }

    fn br_fails(&mut self) {
        self.next(Mode::BrFail("stub".into()));
    }

    /// Ends a Job that is held or hangs.
    fn finish(&mut self, job: &str) {
        assert!(
            self.engine.decide(&key(job), Mode::Ok, self.now),
            "no Job {job}"
        );
        self.settle();
    }

    /// One step that is due now.
    fn step(&mut self) -> bool {
        let Some(step) = self.engine.next(self.now) else {
            return false;
        };
        let mut taken = Taken::Granted;
        for action in &step.actions {
            match self.memory.perform(action, self.now) {
                Ok(changes) => {
                    for change in changes {
                        self.engine.observe(change, self.now);
                    }
                }
                Err(_) => {
                    taken = Taken::Refused;
                    break;
                }
            }
        }
        self.engine.taken(&step, taken, self.now);
        true
    }

    /// Until nothing moves without a timer.
    fn settle(&mut self) {
        for _ in 0..400 {
            if self.step() {
                continue;
            }
            match self.engine.pod_due() {
                Some(due) => self.now = due.max(self.now),
                None => return,
            }
        }
    }

    /// Lets time pass; every timer on the way goes off.
    fn wait(&mut self, seconds: u64) {
        let target = self.now + delta(Duration::from_secs(seconds));
        for _ in 0..4000 {
            match self.engine.due().filter(|due| *due <= target) {
                Some(due) => self.now = due.max(self.now),
                None => break,
            }
            while self.step() {}
        }
        self.now = target.max(self.now);
        while self.step() {}
    }

    fn get(&self, name: &str) -> Value {
        self.memory
            .backups
            .get(&key(name))
            .cloned()
            .unwrap_or_default()
    }

    fn at(&self, name: &str, pointer: &str) -> String {
        match self.get(name).pointer(pointer) {
            Some(Value::String(text)) => text.clone(),
            Some(value) => value.to_string(),
            None => String::new(),
        }
    }

    fn is_gone(&self, name: &str) -> bool {
        !self.memory.backups.contains_key(&key(name))
    }

    fn has_task(&self, name: &str) -> bool {
        self.engine.world.pd.cluster_of(name).is_some()
    }

    fn jobs(&self) -> Vec<String> {
        self.memory
            .jobs
            .keys()
            .map(|key| key.name.clone())
            .collect()
    }

    /// How often Jobs of this name were created.
    fn created(&self, job: &str) -> usize {
        self.memory
            .created_jobs
            .iter()
            .filter(|name| *name == job)
            .count()
    }

    /// The phases that a Backup went through since the last call.
    fn phases(&mut self, name: &str) -> String {
        let (mine, others) = std::mem::take(&mut self.memory.phases)
            .into_iter()
            .partition::<Vec<_>, _>(|(of, _)| of == name);
        self.memory.phases = others;
        let mine: Vec<_> = mine.into_iter().map(|(_, phase)| phase).collect();
        mine.join(" ")
    }

    /// The status in one line.
    fn sees(&self, name: &str, expected: &str) {
        assert_eq!(summary(&self.get(name)), expected, "{name}");
    }

    /// Nothing is written while time passes.
    fn stays(&mut self, name: &str, seconds: u64) {
        let before = self.at(name, "/metadata/resourceVersion");
        self.wait(seconds);
        assert_eq!(
            self.at(name, "/metadata/resourceVersion"),
            before,
            "{name} was written"
        );
    }

    /// A TSO some seconds after (or before) now.
    fn tso(&self, seconds: i64) -> String {
        tso::tso(self.now + chrono::TimeDelta::seconds(seconds)).to_string()
    }
}

fn key(name: &str) -> Key {
    Key::new("t1", name)
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
