//! Restores of both generations: states and gates (v2 section 8, v1 section 7). The trials did not reach them, so this
//! follows the reference alone.
//!
//! Not modelled: volume snapshots, the two phases of a replication restore (v1 section 7.6).

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::dialect::Dialect;
use super::document::{Key, condition_true, deleting, has, has_finalizer, list, text};
use super::job::{self, End, NAME_LIMIT};
use super::restore_job::{document, job_name, prune_document, prune_name};
use super::status::{Condition, phase};
use super::world::{World, cluster_key, silenced};
use super::{storage, validate};

/// What the operator and the pods of Restores ask of the API server.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Adds or removes the finalizer (v2).
    Finalizer(bool),
    /// A write of the status.
    Status(Box<Report>),
    /// Creates a Job.
    CreateJob(Value),
    /// Deletes a Job.
    DeleteJob(Key),
    /// Frees a Job that is being deleted.
    ReleaseJob(Key),
    /// What the Job controller writes into a Job.
    JobStatus(Key, Value),
    /// Nothing more: the operator process has ended (v1 section 13).
    Crash,
}

/// One write of the status.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The condition, which is also the phase; none when only the progress is told.
    pub condition: Option<Condition>,
    /// Percent of the one step that BR reports.
    pub percent: Option<u8>,
    /// When BR began and ended: only at the end, and only on success.
    pub times: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// `commitTs`, on success.
    pub commit: Option<String>,
}

impl Report {
    /// A condition and nothing else.
    pub fn of(condition: Condition) -> Self {
        Self {
            condition: Some(condition),
            percent: None,
            times: None,
            commit: None,
        }
    }

    /// A write of BR's progress alone.
    pub fn progress(percent: u8) -> Act {
        Act::Status(Box::new(Self {
            condition: None,
            percent: Some(percent),
            times: None,
            commit: None,
        }))
    }

    /// A write of a condition of this type.
    pub fn plain(kind: &'static str) -> Act {
        Act::Status(Box::new(Self::of(Condition::of(kind))))
    }

    /// A write of a condition with reason and message.
    pub fn because(kind: &'static str, reason: &str, message: impl Into<String>) -> Act {
        Act::Status(Box::new(Self::of(Condition::because(
            kind, reason, message,
        ))))
    }
}

/// What a look at one Restore sees.
pub struct Sight<'a> {
    /// The operator line.
    pub dialect: Dialect,
    /// The Restore.
    pub restore: &'a Value,
    /// Its Job.
    pub job: Option<&'a Value>,
    /// The Job of its prune.
    pub prune: Option<&'a Value>,
    /// Whether the Job was there and is gone.
    pub lost: bool,
    /// Clusters, Secrets and log tasks.
    pub world: &'a World,
}

impl Sight<'_> {
    fn is(&self, kind: &str) -> bool {
        condition_true(self.restore, kind)
    }
}

/// What the operator does with a Restore now. Pure: documents in, requests out.
pub fn look(sight: &Sight<'_>) -> Vec<Act> {
    let restore = sight.restore;
    let over = sight.is(phase::COMPLETE) || sight.is(phase::FAILED);
    if sight.dialect == Dialect::V2 {
        // v2 section 7.1: it is held until it is over, however hopeless it is; deleting it cancels nothing (7.3).
        let held = has_finalizer(restore, sight.dialect.operator().finalizer());
        if over && held {
            return vec![Act::Finalizer(false)];
        }
        if !over && !held {
            let add = (!deleting(restore)).then_some(Act::Finalizer(true));
            return add.into_iter().collect();
        }
    } else if deleting(restore) {
        return Vec::new();
    }
    if sight.is(phase::FAILED) {
        return prune(sight);
    }
    // v2 section 8.3: Failed is asked for before a missing Job is made again, Complete is not.
    let again = sight.dialect == Dialect::V2 && sight.lost;
    if sight.is(phase::INVALID) || (sight.is(phase::COMPLETE) && !again) {
        return Vec::new();
    }
    match sight.job {
        Some(found) => inferred(sight, found),
        None => admit(sight),
    }
}

/// A pod that died says nothing; the verdict is read from the Job.
fn inferred(sight: &Sight<'_>, found: &Value) -> Vec<Act> {
    if job::end(found) != Some(End::Failed) || (sight.dialect == Dialect::V2 && silent(sight)) {
        return Vec::new();
    }
    let reason = match sight.dialect {
        Dialect::V2 => "RestoreFailed",
        _ => "AlreadyFailed",
    };
    let condition = list(found, "/status/conditions").last();
    let message = condition.map_or("", |condition| text(condition, "/message"));
    vec![Report::because(phase::FAILED, reason, message)]
}

/// v1 section 7.3: `br abort restore` after a failure, once, when no pod of the Restore is left to succeed.
fn prune(sight: &Sight<'_>) -> Vec<Act> {
    let restore = sight.restore;
    let wanted = sight.dialect.is_v1()
        && text(restore, "/spec/prune") == "afterFailed"
        && text(restore, "/spec/restoreMode") != "volume-snapshot";
    let begun = sight.prune.is_some() || sight.is(phase::PRUNE_SCHEDULED);
    let works = sight.job.is_some_and(|found| job::end(found).is_none());
    if !wanted || begun || works || sight.is(phase::COMPLETE) {
        return Vec::new();
    }
    let name = text(restore, "/metadata/name");
    if prune_name(name).len() > NAME_LIMIT {
        return Vec::new();
    }
    vec![
        Act::CreateJob(prune_document(sight.dialect, restore)),
        Report::plain(phase::PRUNE_SCHEDULED),
    ]
}

/// v2 section 9.1: without br a panic, without a Cluster, its groups, or with a paused one nothing, and no status.
fn silent(sight: &Sight<'_>) -> bool {
    let cluster = sight.world.cluster(sight.dialect, sight.restore);
    let groups = sight
        .world
        .groups(&cluster_key(sight.dialect, sight.restore));
    !has(sight.restore, "/spec/br") || cluster.is_none_or(silenced) || groups != (true, true)
}

/// What comes before the Job: silence, refusals, and the gates.
fn admit(sight: &Sight<'_>) -> Vec<Act> {
    let (dialect, restore) = (sight.dialect, sight.restore);
    if dialect == Dialect::V2 {
        if silent(sight) {
            return Vec::new();
        }
    } else {
        // What is on track is not looked at, with or without a Job (as v1 row 1b).
        if ["Scheduled", "Running"].contains(&text(restore, "/status/phase")) {
            return Vec::new();
        }
        let pitr = text(restore, "/spec/restoreMode") == "pitr";
        if pitr && !has(restore, "/spec/br") {
            return vec![Act::Crash];
        }
    }
    if let Err(message) = check(dialect, restore) {
        return vec![Report::because(phase::INVALID, "InvalidSpec", message)];
    }
    if let Some((reason, message)) = obstacle(sight) {
        // Tried again with every look; written once.
        return match text(restore, "/status/phase") {
            phase::RETRY_FAILED => Vec::new(),
            _ => vec![Report::because(phase::RETRY_FAILED, &reason, message)],
        };
    }
    if storage::reads_nil_secret(restore) {
        return match dialect {
            Dialect::V2 => Vec::new(),
            _ => vec![Act::Crash],
        };
    }
    if gate_is_closed(dialect, restore) {
        return Vec::new();
    }
    vec![
        Act::CreateJob(document(dialect, restore)),
        Report::plain(phase::SCHEDULED),
    ]
}

/// Why no Job can be made yet: reason and message.
fn obstacle(sight: &Sight<'_>) -> Option<(String, String)> {
    let (dialect, restore) = (sight.dialect, sight.restore);
    let key = cluster_key(dialect, restore);
    if has(restore, "/spec/br") && sight.world.cluster(dialect, restore).is_none() {
        return Some((
            format!("failed to fetch tidbcluster {key}"),
            format!("tidbcluster.pingcap.com \"{}\" not found", key.name),
        ));
    }
    if !storage::reads_nil_secret(restore)
        && let Some((reason, message)) = storage::problem(restore, sight.world)
    {
        return Some((reason.to_owned(), message));
    }
    let job = job_name(text(restore, "/metadata/name"));
    (job.len() > NAME_LIMIT).then(|| {
        let message = format!("create restore job {job} failed: the name is too long");
        ("CreateRestoreJobFailed".to_owned(), message)
    })
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
