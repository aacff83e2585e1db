//! Snapshots and dumps (docs/operators.md, "A snapshot goes from Scheduled to Complete").

use super::action::{Reconciled, Requeue, status};
use super::cache::{cluster_key, ready};
use super::dialect::{Dialect, OperatorLine};
use super::document::has;
use super::job::{self, BackupJob, JobVerdict};
use super::reconcile::Reader;
use super::status::{StatusCondition, Update, phase};
use super::{retry, validate};

/// What the operator does for a snapshot that is not being deleted.
pub fn reconcile(reader: &Reader<'_>) -> Reconciled {
    if reader.is(phase::INVALID) {
        return Reconciled::done("Invalid is final");
    }
    if reader.is(phase::COMPLETE) || reader.is(phase::FAILED) {
        return Reconciled::done("A snapshot that failed in BR is final");
    }
    let old = reader.job(BackupJob::Snapshot).map(job::end);
    let on_track = [phase::SCHEDULED, phase::PREPARE, phase::RUNNING].contains(&reader.phase());
    match old {
        Some(Some(JobVerdict::Failed)) => return retry::failed(reader),
        Some(Some(JobVerdict::Complete)) => {
            return Reconciled::done("A snapshot goes from Scheduled to Complete");
        }
        Some(None) if on_track || reader.dialect.first_generation() => {
            return Reconciled::done("A snapshot goes from Scheduled to Complete");
        }
        // v2 creates a Job that somebody deleted again, v1 does not.
        None if on_track && reader.dialect.first_generation() => {
            return Reconciled::done("A deleted snapshot Job");
        }
        _ => {}
    }
    if let Err(missing) = reader.first_generation_cluster() {
        return missing;
    }
    if reader.dialect == Dialect::V2
        && !reader
            .cache
            .groups(&cluster_key(Dialect::V2, reader.backup))
            .0
    {
        return Reconciled::retry("A missing Cluster leaves no status");
    }
    if let Err(message) = validate::validate(reader.dialect, reader.backup) {
        let condition = StatusCondition::because(phase::INVALID, "InvalidSpec", message);
        let update = Update::condition(None, condition);
        return Reconciled::status("Invalid is final", reader.backup, update, Requeue::Done);
    }
    let cluster = reader.cache.cluster(reader.dialect, reader.backup);
    if reader.dialect.waits_for_ready()
        && has(reader.backup, "/spec/br")
        && !cluster.is_some_and(ready)
    {
        return Reconciled::retry("A v1 Backup waits for a Ready TidbCluster");
    }
    let scheduled = Update::condition(None, StatusCondition::new(phase::SCHEDULED));
    if old.is_some() {
        // The Job exists, and the write of Scheduled was lost.
        return Reconciled::new(
            "A snapshot goes from Scheduled to Complete",
            vec![status(reader.backup, scheduled)],
            Requeue::Done,
        );
    }
    reader.create_job(
        "A snapshot goes from Scheduled to Complete",
        BackupJob::Snapshot,
        scheduled,
    )
}
