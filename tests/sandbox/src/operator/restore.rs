//! Restores of both generations: what the operator does with one, and the gates before its Job.
//!
//! Not modelled: volume snapshots, and the two phases of a replication restore.

use serde_json::Value;

use super::action::{Action, Reconciled, Requeue, Writer};
use super::cache::{OperatorCache, cluster_key, silenced};
use super::dialect::{Dialect, OperatorLine};
use super::document::{ObjectKey, condition_true, deleting, has, has_finalizer, list, text};
use super::job::{self, JobVerdict, NAME_LIMIT};
use super::observe::ObjectKind;
use super::restore_job::{document, job_name, prune_document, prune_name};
use super::restore_status::Report;
use super::status::{StatusCondition, phase};
use super::{pitr_gate, storage, validate};

/// What a reconcile of one Restore reads.
pub struct RestoreReader<'a> {
    /// The operator line.
    pub dialect: Dialect,
    /// The Restore.
    pub restore: &'a Value,
    /// Everything else.
    pub cache: &'a OperatorCache,
}

const LIFE: &str = "A Restore goes from Scheduled to Complete";
const HELD: &str = "v2 holds a Restore until it ends";
const PRUNE: &str = "Prune follows a failure";

/// What the operator does with a Restore now. Pure: documents in, requests out.
pub fn reconcile(reader: &RestoreReader<'_>) -> Reconciled {
    let restore = reader.restore;
    let over = reader.is(phase::COMPLETE) || reader.is(phase::FAILED);
    if reader.dialect == Dialect::V2 {
        let held = has_finalizer(restore, reader.dialect.operator().finalizer());
        if over && held {
            return reader.finalizer(false);
        }
        if !over && !held {
            return match deleting(restore) {
                true => Reconciled::done(HELD),
                false => reader.finalizer(true),
            };
        }
    } else if deleting(restore) {
        return Reconciled::done("v1 does not hold a Restore");
    }
    if reader.is(phase::FAILED) {
        return reader.prune();
    }
    // v2 asks whether the Restore has failed before it creates a missing Job again, and not whether it is Complete.
    let again = reader.dialect == Dialect::V2 && !deleting(restore);
    if reader.is(phase::INVALID) || (reader.is(phase::COMPLETE) && !again) {
        return Reconciled::done(LIFE);
    }
    match reader.job(job_name(reader.name())) {
        Some(found) => reader.infer(found),
        None => reader.admit(),
    }
}

impl<'a> RestoreReader<'a> {
    fn is(&self, kind: &str) -> bool {
        condition_true(self.restore, kind)
    }

    fn name(&self) -> &'a str {
        text(self.restore, "/metadata/name")
    }

    fn key(&self) -> ObjectKey {
        ObjectKey::from_object(self.restore)
    }

    /// The Job of this name that the Restore owns.
    fn job(&self, name: String) -> Option<&'a Value> {
        let found = self.cache.jobs.get(&self.key().sibling(name))?;
        let (kind, _, uid) = job::owner(self.dialect, found)?;
        let own = kind == ObjectKind::Restore && uid == text(self.restore, "/metadata/uid");
        own.then_some(found)
    }

    fn finalizer(&self, present: bool) -> Reconciled {
        let action = Action::Finalizer {
            kind: ObjectKind::Restore,
            object: self.key(),
            name: self.dialect.operator().finalizer().to_owned(),
            present,
        };
        Reconciled::new(HELD, vec![action], Requeue::Done)
    }

    fn report(&self, report: Report) -> Action {
        Action::Report {
            restore: self.key(),
            report: Box::new(report),
            writer: Writer::Controller,
        }
    }

    fn write(&self, rule: &'static str, report: Report, next: Requeue) -> Reconciled {
        Reconciled::new(rule, vec![self.report(report)], next)
    }

    /// v1 writes Events on the Restore, v2 never does.
    fn event(&self, normal: bool, reason: &'static str, message: &str) -> Option<Action> {
        self.dialect.first_generation().then(|| Action::Event {
            kind: ObjectKind::Restore,
            about: self.key(),
            normal,
            reason,
            message: message.to_owned(),
        })
    }

    /// The requests that create a Job, and the Event of v1.
    fn create(&self, job: Value) -> Vec<Action> {
        let name = self.name();
        let message = format!(
            "create job {} for cluster {name} restore successful",
            ObjectKey::from_object(&job)
        );
        let event = self.event(true, "SuccessfulCreate", &message);
        [Action::CreateJob(job)].into_iter().chain(event).collect()
    }

    /// A Pod that died says nothing; the verdict comes from the Job.
    fn infer(&self, found: &Value) -> Reconciled {
        let rule = "A dead Restore Job fails the Restore";
        if job::end(found) != Some(JobVerdict::Failed)
            || (self.dialect == Dialect::V2 && self.silence().is_some())
        {
            return Reconciled::done(LIFE);
        }
        let condition = list(found, "/status/conditions").last();
        let said = |field: &str| condition.map_or("", |condition| text(condition, field));
        let report = match self.dialect {
            Dialect::V2 => Report::because(phase::FAILED, "RestoreFailed", said("/message")),
            Dialect::V1 | Dialect::V1LogStop => {
                let message = format!(
                    "Job {} has failed: {}",
                    text(found, "/metadata/name"),
                    said("/reason")
                );
                Report::because(phase::FAILED, "AlreadyFailed", message)
            }
        };
        self.write(rule, report, Requeue::Done)
    }

    /// `br abort restore` after a failure, once. Whether a Pod of the Restore may still succeed is not asked (docs/operators.md,
    /// "Prune runs beside a retry").
    fn prune(&self) -> Reconciled {
        let restore = self.restore;
        let wanted = self.dialect.first_generation()
            && text(restore, "/spec/prune") == "afterFailed"
            && text(restore, "/spec/restoreMode") != "volume-snapshot";
        let name = prune_name(self.name());
        let begun = self.job(name.clone()).is_some()
            || self.is(phase::PRUNE_SCHEDULED)
            || self.is(phase::PRUNE_FAILED);
        if !wanted || begun || self.is(phase::COMPLETE) {
            return Reconciled::done(PRUNE);
        }
        if name.len() > NAME_LIMIT {
            let message = too_long(&name);
            let report = Report::because(phase::PRUNE_FAILED, "CreateJobFailed", message.clone());
            let mut failed = self.write("A long name with prune fails late", report, Requeue::Done);
            failed
                .actions
                .extend(self.event(false, "FailedCreate", &message));
            return failed;
        }
        let mut actions = self.create(prune_document(self.dialect, restore));
        let scheduled = Report::because(phase::PRUNE_SCHEDULED, "RestoreFailedPruneScheduled", "");
        actions.push(self.report(scheduled));
        Reconciled::new(PRUNE, actions, Requeue::Done)
    }

    /// Why v2 does nothing, and whether the operator looks again by itself.
    fn silence(&self) -> Option<Reconciled> {
        if !has(self.restore, "/spec/br") {
            return Some(Reconciled::retry(
                "v2 panics again and again without a status",
            ));
        }
        let Some(cluster) = self.cache.cluster(self.dialect, self.restore) else {
            return Some(Reconciled::retry("A missing Cluster leaves no status"));
        };
        if silenced(cluster) {
            return Some(Reconciled::done("A paused Cluster is not woken"));
        }
        let groups = self.cache.groups(&cluster_key(self.dialect, self.restore));
        (groups != (true, true)).then(|| Reconciled::retry("A missing Cluster leaves no status"))
    }

    /// What comes before the Job: silence, refusals, and the gates.
    fn admit(&self) -> Reconciled {
        let (dialect, restore) = (self.dialect, self.restore);
        if dialect == Dialect::V2 {
            if let Some(silence) = self.silence() {
                return silence;
            }
        } else {
            if ["Scheduled", "Running"].contains(&text(restore, "/status/phase")) {
                return Reconciled::done("A v1 Restore never gets its Job again");
            }
            let pitr = text(restore, "/spec/restoreMode") == "pitr";
            if pitr && !has(restore, "/spec/br") {
                return Reconciled::new(
                    "One object can end the v1 operator",
                    Vec::new(),
                    Requeue::Crash,
                );
            }
        }
        if let Err(message) = check(dialect, restore) {
            let report = Report::because(phase::INVALID, "InvalidSpec", message);
            return self.write("PITR needs exactly one base", report, Requeue::Done);
        }
        if let Some(obstacle) = self.obstacle() {
            return obstacle;
        }
        if storage::reads_nil_secret(restore) {
            return match dialect {
                Dialect::V2 => Reconciled::retry("v2 panics again and again without a status"),
                Dialect::V1 | Dialect::V1LogStop => Reconciled::new(
                    "One object can end the v1 operator",
                    Vec::new(),
                    Requeue::Crash,
                ),
            };
        }
        if let Some(waiting) = pitr_gate::wait(self) {
            return waiting;
        }
        let mut actions = self.create(document(dialect, restore));
        actions.push(self.report(Report::new(StatusCondition::new(phase::SCHEDULED))));
        Reconciled::new(LIFE, actions, Requeue::Done)
    }

    /// Why no Job can be made yet. Tried again, and written once.
    fn obstacle(&self) -> Option<Reconciled> {
        let (dialect, restore) = (self.dialect, self.restore);
        let key = cluster_key(dialect, restore);
        if has(restore, "/spec/br") && self.cache.cluster(dialect, restore).is_none() {
            let reason = format!("failed to fetch tidbcluster {key}");
            let message = format!("tidbcluster.pingcap.com \"{}\" not found", key.name);
            let report = Report::because(phase::RETRY_FAILED, &reason, message);
            return Some(self.write(
                "A missing TidbCluster is RetryFailed",
                report,
                Requeue::Retry,
            ));
        }
        if !storage::reads_nil_secret(restore)
            && let Some((reason, message)) = storage::problem(restore, self.cache)
        {
            let report = Report::because(phase::RETRY_FAILED, reason, message);
            return Some(self.write("Storage problems are retried", report, Requeue::Retry));
        }
        let job = job_name(self.name());
        if job.len() <= NAME_LIMIT {
            return None;
        }
        let message = too_long(&job);
        let report = Report::because(
            phase::RETRY_FAILED,
            "CreateRestoreJobFailed",
            message.clone(),
        );
        let mut refused = self.write("Names must fit the Job", report, Requeue::Retry);
        refused
            .actions
            .extend(self.event(false, "FailedCreate", &message));
        Some(refused)
    }
}

fn too_long(job: &str) -> String {
    format!(
        "create job {job} failed, err: Job.batch \"{job}\" is invalid: spec.template.labels: must be no more than \
         {NAME_LIMIT} characters"
    )
}

/// The checks of the operator before anything else.
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
