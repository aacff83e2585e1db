//! One reconcile of one Backup: what comes before the state machines of snapshots and log backups, and the creation of Jobs
//! that both share.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::action::{Action, Reconciled, Requeue, status};
use super::cache::{OperatorCache, cluster_key, silenced};
use super::dialect::{Dialect, LogSubcommand, OperatorLine, effective};
use super::document::{ObjectKey, condition_true, deleting, has, has_finalizer, text};
use super::job::{self, BackupJob, NAME_LIMIT};
use super::observe::ObjectKind;
use super::status::{StatusCondition, Update, phase};
use super::{delete, log, snapshot, storage};

/// What the operator does with a Backup now. Pure: documents and a clock in, requests out.
pub fn reconcile(
    dialect: Dialect,
    backup: &Value,
    cache: &OperatorCache,
    now: DateTime<Utc>,
) -> Reconciled {
    let reader = Reader {
        dialect,
        backup,
        cache,
        now,
    };
    if let Some(finalizer) = delete::finalizer(&reader) {
        return finalizer;
    }
    if deleting(backup) && !has_finalizer(backup, dialect.operator().finalizer()) {
        return Reconciled::done("Backups that clean have a finalizer");
    }
    match dialect {
        Dialect::V2 => reader.second_generation(),
        Dialect::V1 | Dialect::V1LogStop => reader.first_generation(),
    }
}

/// What a reconcile reads.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The operator line.
    pub dialect: Dialect,
    /// The Backup.
    pub backup: &'a Value,
    /// Everything else.
    pub cache: &'a OperatorCache,
    /// The operator's clock.
    pub now: DateTime<Utc>,
}

impl Reader<'_> {
    /// Whether the Backup is a log backup.
    pub fn is_log(&self) -> bool {
        text(self.backup, "/spec/backupMode") == "log"
    }

    /// The sub-command whose entry a condition is written into; `None` for snapshots.
    pub fn command(&self) -> Option<LogSubcommand> {
        self.is_log().then(|| effective(self.dialect, self.backup))
    }

    fn second_generation(&self) -> Reconciled {
        if !has(self.backup, "/spec/br") {
            return Reconciled::retry("v2 panics again and again without a status");
        }
        let Some(cluster) = self.cache.cluster(self.dialect, self.backup) else {
            return Reconciled::retry("A missing Cluster leaves no status");
        };
        if silenced(cluster) {
            return Reconciled::done("A paused Cluster is not woken");
        }
        if deleting(self.backup) {
            return delete::clean(self);
        }
        if self.is_log() {
            log::reconcile(self)
        } else {
            snapshot::reconcile(self)
        }
    }

    fn first_generation(&self) -> Reconciled {
        if deleting(self.backup) {
            return delete::clean(self);
        }
        if self.is_log() {
            log::reconcile(self)
        } else {
            snapshot::reconcile(self)
        }
    }

    /// Whether the TidbCluster that v1 needs exists, or what v1 writes when it does not.
    pub fn first_generation_cluster(&self) -> Result<(), Reconciled> {
        if self.dialect == Dialect::V2 || !has(self.backup, "/spec/br") {
            return Ok(());
        }
        if self.cache.cluster(self.dialect, self.backup).is_some() {
            return Ok(());
        }
        let key = cluster_key(self.dialect, self.backup);
        let condition = StatusCondition::because(
            phase::RETRY_FAILED,
            format!("failed to fetch tidbcluster {key}"),
            format!("tidbcluster.pingcap.com \"{}\" not found", key.name),
        );
        Err(Reconciled::status(
            "A missing TidbCluster is RetryFailed",
            self.backup,
            Update::condition(self.command(), condition),
            Requeue::Retry,
        ))
    }

    /// Creates the Job and writes Scheduled, or writes why there is no Job.
    pub fn create_job(
        &self,
        rule: &'static str,
        purpose: BackupJob,
        scheduled: Update,
    ) -> Reconciled {
        if storage::reads_nil_secret(self.backup) {
            return match self.dialect {
                Dialect::V2 => Reconciled::retry("v2 panics again and again without a status"),
                _ => Reconciled::new(
                    "One object can end the v1 operator",
                    Vec::new(),
                    Requeue::Crash,
                ),
            };
        }
        if let Some((reason, message)) = storage::problem(self.backup, self.cache) {
            return self.retry_failed("Storage problems are retried", reason, &message);
        }
        if self.dialect == Dialect::V2 {
            let cluster = cluster_key(self.dialect, self.backup);
            if !self.cache.groups(&cluster).1 {
                // The reason has blanks, so that the API server refuses the write and the status stays as it is.
                let reason = "failed to get first pd group: no pd groups found";
                return self.retry_failed("A missing Cluster leaves no status", reason, reason);
            }
        }
        let name = purpose.job_name(text(self.backup, "/metadata/name"));
        if name.len() > NAME_LIMIT {
            let message = format!(
                "create backup {} job {name} failed, err: Job.batch \"{name}\" is invalid: \
                 spec.template.labels: must be no more than {NAME_LIMIT} characters",
                ObjectKey::from_object(self.backup)
            );
            let mut refused =
                self.retry_failed("Names must fit the Job", "CreateBackupJobFailed", &message);
            refused
                .actions
                .extend(self.event(false, "FailedCreate", &message));
            return refused;
        }
        let message = format!(
            "create job {} for cluster {} backup successful",
            ObjectKey::from_object(self.backup).sibling(&name),
            text(self.backup, "/metadata/name")
        );
        let mut actions = vec![Action::CreateJob(job::document(
            self.dialect,
            self.backup,
            purpose,
        ))];
        actions.extend(self.event(true, "SuccessfulCreate", &message));
        actions.push(status(self.backup, scheduled));
        Reconciled::new(rule, actions, Requeue::Retry)
    }

    fn retry_failed(&self, rule: &'static str, reason: &str, message: &str) -> Reconciled {
        let condition = StatusCondition::because(phase::RETRY_FAILED, reason, message);
        Reconciled::status(
            rule,
            self.backup,
            Update::condition(self.command(), condition),
            Requeue::Retry,
        )
    }

    /// The Event on the Backup; v2 writes none (docs/operators.md, "v1 writes events and v2 does not").
    fn event(&self, normal: bool, reason: &'static str, message: &str) -> Option<Action> {
        self.dialect.first_generation().then(|| Action::Event {
            kind: ObjectKind::Backup,
            about: ObjectKey::from_object(self.backup),
            normal,
            reason,
            message: message.to_owned(),
        })
    }

    /// The Job for a purpose.
    pub fn job(&self, purpose: BackupJob) -> Option<&Value> {
        let key = ObjectKey::from_object(self.backup);
        let name = purpose.job_name(&key.name);
        self.cache.jobs.get(&key.sibling(name))
    }

    /// Deletes the Job for a purpose.
    pub fn delete_job(&self, rule: &'static str, purpose: BackupJob) -> Reconciled {
        let key = ObjectKey::from_object(self.backup);
        let job = key.sibling(purpose.job_name(&key.name));
        Reconciled::new(rule, vec![Action::DeleteJob(job)], Requeue::Retry)
    }

    /// Whether this condition is True in the whole status.
    pub fn is(&self, kind: &str) -> bool {
        condition_true(self.backup, kind)
    }

    /// `status.phase`.
    pub fn phase(&self) -> &str {
        text(self.backup, "/status/phase")
    }
}
