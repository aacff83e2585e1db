//! Restores of both generations: states and gates (v2 section 8, v1 section 7). The trials did not reach them, so this
//! follows the reference alone.

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::dialect::Dialect;
use super::document::{Key, condition_true, deleting, has, has_finalizer, revision, text};
use super::job::NAME_LIMIT;
use super::mode::{Mode, Modes};
use super::restore_job::job_name;
use super::status::{Condition, phase};
use super::timings::delta;
use super::tso::tso;
use super::world::{Objects, World, cluster_key, silenced};
use super::{storage, validate};

/// What the operator and the pods of Restores ask of the API server.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Adds or removes the finalizer (v2).
    Finalizer(bool),
    /// A write of the status.
    Status(Box<Report>),
    /// Creates the Job.
    CreateJob,
    /// Deletes the Job.
    DeleteJob,
}

/// One write of the status.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The condition, which is also the phase.
    pub condition: Condition,
    /// Percent of the one step that BR reports.
    pub percent: Option<u8>,
    /// When BR began and ended: only at the end, and only on success.
    pub times: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// `commitTs`, on success.
    pub commit: Option<String>,
}

impl Report {
    fn of(condition: Condition) -> Self {
        Self {
            condition,
            percent: None,
            times: None,
            commit: None,
        }
    }

    fn because(kind: &'static str, reason: &str, message: impl Into<String>) -> Act {
        Act::Status(Box::new(Self::of(Condition::because(
            kind, reason, message,
        ))))
    }
}

/// The Job of a Restore at work.
#[derive(Debug, Clone, PartialEq)]
struct Work {
    mode: Mode,
    due: DateTime<Utc>,
    running: bool,
    halfway: bool,
    started: DateTime<Utc>,
}

/// All Restores that the stand-in sees.
#[derive(Debug, Default)]
pub struct Restores {
    /// The objects, as last seen.
    pub objects: Objects,
    work: BTreeMap<Key, Work>,
    orphans: Vec<Key>,
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
    /// Takes in an object; old news is dropped.
    pub fn seen(&mut self, object: Value) {
        let key = Key::of(&object);
        let held = self.objects.get(&key);
        if held.is_none_or(|held| revision(held) < revision(&object)) {
            self.objects.insert(key, object);
        }
    }

    /// Forgets an object; its Job goes with it.
    pub fn gone(&mut self, key: &Key) {
        self.objects.remove(key);
        if self.work.remove(key).is_some() {
            self.orphans.push(key.clone());
        }
    }

    /// Changes how a Job goes on, at once. Whether there is such a Job.
    pub fn decide(&mut self, job: &Key, mode: &Mode, now: DateTime<Utc>) -> bool {
        let of = |key: &Key| key.namespace == job.namespace && job_name(&key.name) == job.name;
        let Some((_, work)) = self.work.iter_mut().find(|(key, _)| of(key)) else {
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

    /// The requests that are due for one Restore.
    pub fn next(
        &mut self,
        around: &Surroundings<'_>,
        modes: &mut Modes,
    ) -> Option<(Key, Vec<Act>)> {
        if let Some(orphan) = self.orphans.pop() {
            return Some((orphan, vec![Act::DeleteJob]));
        }
        let keys: Vec<Key> = self.objects.keys().cloned().collect();
        keys.into_iter().find_map(|key| {
            let acts = self.acts(&key, around, modes);
            (!acts.is_empty()).then_some((key, acts))
        })
    }

    fn acts(&mut self, key: &Key, around: &Surroundings<'_>, modes: &mut Modes) -> Vec<Act> {
        let Some(restore) = self.objects.get(key) else {
            return Vec::new();
        };
        let finalizer = has_finalizer(restore, around.dialect.operator().finalizer());
        if deleting(restore) {
            self.work.remove(key);
            let act = [Act::DeleteJob, Act::Finalizer(false)];
            return if finalizer { act.to_vec() } else { Vec::new() };
        }
        if over(restore) {
            self.work.remove(key);
            return finalizer
                .then_some(Act::Finalizer(false))
                .into_iter()
                .collect();
        }
        if let Some(work) = self.work.get_mut(key) {
            return work.advance(restore, around);
        }
        let acts = admit(restore, around);
        if acts.contains(&Act::CreateJob) {
            let job = key.sibling(job_name(&key.name));
            let work = Work {
                mode: modes.take(&job),
                due: around.now + delta(around.step),
                running: false,
                halfway: false,
                started: around.now,
            };
            self.work.insert(key.clone(), work);
        }
        acts
    }
}

fn over(restore: &Value) -> bool {
    [phase::COMPLETE, phase::FAILED, phase::INVALID]
        .iter()
        .any(|kind| condition_true(restore, kind))
}

/// What comes before the Job: silence, refusals, and the gates.
fn admit(restore: &Value, around: &Surroundings<'_>) -> Vec<Act> {
    let dialect = around.dialect;
    let cluster = around.world.cluster(dialect, restore);
    if dialect == Dialect::V2 {
        // v2 section 9.1: without br a panic, without a Cluster or with a paused one nothing, and no status either way.
        if !has(restore, "/spec/br") || cluster.is_none_or(silenced) {
            return Vec::new();
        }
        if !has_finalizer(restore, dialect.operator().finalizer()) {
            return vec![Act::Finalizer(true)];
        }
    }
    if let Err(message) = check(dialect, restore) {
        return vec![Report::because(phase::INVALID, "InvalidSpec", message)];
    }
    let once = |reason: &str, message: String| {
        // Tried again with every look; written once.
        match text(restore, "/status/phase") {
            phase::RETRY_FAILED => Vec::new(),
            _ => vec![Report::because(phase::RETRY_FAILED, reason, message)],
        }
    };
    if has(restore, "/spec/br") && cluster.is_none() {
        let key = cluster_key(dialect, restore);
        return once(
            &format!("failed to fetch tidbcluster {key}"),
            format!("tidbcluster.pingcap.com \"{}\" not found", key.name),
        );
    }
    if storage::reads_nil_secret(restore) {
        return Vec::new();
    }
    if let Some((reason, message)) = storage::problem(restore, around.world) {
        return once(reason, message);
    }
    let name = text(restore, "/metadata/name");
    if job_name(name).len() > NAME_LIMIT {
        let message = format!(
            "create restore job {} failed: the name is too long",
            job_name(name)
        );
        return once("CreateRestoreJobFailed", message);
    }
    if gate_is_closed(dialect, restore) {
        return Vec::new();
    }
    let scheduled = Act::Status(Box::new(Report::of(Condition::of(phase::SCHEDULED))));
    vec![Act::CreateJob, scheduled]
}

/// v1 section 7.4: TiKV's configuration is changed for Restores only whose `clusterNamespace` is written out.
fn gate_is_closed(dialect: Dialect, restore: &Value) -> bool {
    dialect == Dialect::V1
        && text(restore, "/spec/restoreMode") == "pitr"
        && text(restore, "/spec/br/clusterNamespace").is_empty()
}

/// `ValidateRestore` of both generations (v2 section 8.2, v1 section 7.2).
fn check(dialect: Dialect, restore: &Value) -> Result<(), String> {
    if !has(restore, "/spec/br") {
        for (pointer, what) in [
            ("/spec/to/host", "cluster config"),
            ("/spec/to/secretName", "tidbSecretName config"),
            ("/spec/storageSize", "StorageSize config"),
        ] {
            if text(restore, pointer).is_empty() {
                return Err(format!("missing {what} in spec of restore"));
            }
        }
        return Ok(());
    }
    validate::validate(dialect, restore)?;
    if text(restore, "/spec/restoreMode") != "pitr" {
        return Ok(());
    }
    let full = ["s3", "gcs", "azblob", "local"].iter().any(|key| {
        has(
            restore,
            &format!("/spec/pitrFullBackupStorageProvider/{key}"),
        )
    });
    let start = !text(restore, "/spec/logRestoreStartTs").is_empty();
    match (full, start) {
        (true, true) => Err(
            "pitrFullBackupStorageProvider and logRestoreStartTs option can not co-exists in pitr mode".to_owned(),
        ),
        (false, false) => Err(
            "either pitrFullBackupStorageProvider or logRestoreStartTs option needs to be passed in pitr mode".to_owned(),
        ),
        _ => Ok(()),
    }
}

impl Work {
    fn waits(&self) -> bool {
        match self.mode {
            Mode::Hold => !self.running,
            Mode::Hang => self.halfway,
            _ => false,
        }
    }

    fn advance(&mut self, restore: &Value, around: &Surroundings<'_>) -> Vec<Act> {
        if self.waits() || self.due > around.now {
            return Vec::new();
        }
        self.due = around.now + delta(around.step);
        if !self.running && self.mode != Mode::Early {
            self.running = true;
            self.started = around.now;
            return vec![Act::Status(Box::new(Report::of(Condition::of(
                phase::RUNNING,
            ))))];
        }
        if !self.halfway && matches!(self.mode, Mode::Ok | Mode::Hang) {
            self.halfway = true;
            let mut report = Report::of(Condition::of(phase::RUNNING));
            report.percent = Some(42);
            return vec![Act::Status(Box::new(report))];
        }
        vec![Act::Status(Box::new(self.verdict(restore, around)))]
    }

    /// BR restores nothing into a cluster whose changes are being copied (v2 section 8.3); a pod that died says nothing, and
    /// the operator infers the verdict from the Job.
    fn verdict(&self, restore: &Value, around: &Surroundings<'_>) -> Report {
        let failed = |reason: &str, message: String| {
            Report::of(Condition::because(phase::FAILED, reason, message))
        };
        let cluster = cluster_key(around.dialect, restore);
        let task = around
            .world
            .pd
            .tasks()
            .find(|(_, task)| task.cluster == cluster);
        match &self.mode {
            Mode::Die | Mode::Early => failed(
                if around.dialect == Dialect::V2 {
                    "RestoreFailed"
                } else {
                    "AlreadyFailed"
                },
                "Job has reached the specified backoff limit".to_owned(),
            ),
            Mode::BrFail(message) => failed("RestoreDataFromRemoteFailed", message.clone()),
            Mode::Ok | Mode::Hang | Mode::Hold => match task {
                Some((name, _)) => failed(
                    "RestoreDataFromRemoteFailed",
                    format!(
                        "[BR:Stream:ErrStreamLogTaskExist]cannot restore while log backup task {name} is running"
                    ),
                ),
                None => self.success(restore, around.now),
            },
        }
    }

    /// In `pitr` the metadata of a log has no end, which reads 0 (v2 section 8.3).
    fn success(&self, restore: &Value, now: DateTime<Utc>) -> Report {
        let commit = match text(restore, "/spec/restoreMode") {
            "pitr" => "0".to_owned(),
            _ => tso(self.started).to_string(),
        };
        Report {
            condition: Condition::of(phase::COMPLETE),
            percent: Some(100),
            times: Some((self.started, now)),
            commit: Some(commit),
        }
    }
}
