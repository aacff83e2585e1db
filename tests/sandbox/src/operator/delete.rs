//! Finalizer, stop on deletion, and cleaning (docs/operators.md, "Deleting a log backup stops the task", "Backups that clean have
//! a finalizer").

use super::action::{Action, Reconciled, Requeue};
use super::dialect::{Dialect, LogSubcommand, OperatorLine};
use super::document::{ObjectKey, condition_true, deleting, has_finalizer, text};
use super::job::{self, BackupJob};
use super::observe::ObjectKind;
use super::reconcile::Reader;
use super::status::{StatusCondition, Update, phase};

/// Adds or removes the finalizer, if that is due. The finalizer comes before everything else, even before the look at the
/// Cluster.
pub fn finalizer(reader: &Reader<'_>) -> Option<Reconciled> {
    let present = has_finalizer(reader.backup, reader.dialect.operator().finalizer());
    let change = |rule, present| {
        let action = Action::Finalizer {
            kind: ObjectKind::Backup,
            object: ObjectKey::from_object(reader.backup),
            name: reader.dialect.operator().finalizer().to_owned(),
            present,
        };
        Some(Reconciled::new(rule, vec![action], Requeue::Done))
    };
    match (deleting(reader.backup), present) {
        (false, false) if candidate(reader) => change("Backups that clean have a finalizer", true),
        (true, true) if candidate(reader) && clean_already(reader) => {
            change("Backups that clean have a finalizer", false)
        }
        _ => None,
    }
}

/// Whether the Backup may have something to clean. Only such a Backup gets the finalizer, and loses it (docs/operators.md,
/// "Delete patched to Retain hangs").
fn candidate(reader: &Reader<'_>) -> bool {
    let guarded = reader.is_log() && reader.dialect.guards_log_backups();
    guarded || ["Delete", "OnFailure"].contains(&text(reader.backup, "/spec/cleanPolicy"))
}

fn keeps_data(reader: &Reader<'_>) -> bool {
    match text(reader.backup, "/spec/cleanPolicy") {
        "Delete" => false,
        "OnFailure" => !reader.is(phase::FAILED),
        _ => true,
    }
}

/// Whether nothing is left to do before the finalizer goes.
fn clean_already(reader: &Reader<'_>) -> bool {
    let on_track = [
        phase::SCHEDULED,
        phase::PREPARE,
        phase::RUNNING,
        phase::PAUSED,
    ];
    if reader.is_log() && reader.dialect.guards_log_backups() && on_track.contains(&reader.phase())
    {
        return false;
    }
    keeps_data(reader) || condition_true(reader.backup, phase::CLEAN)
}

/// What the operator does with a Backup that is being deleted.
pub fn clean(reader: &Reader<'_>) -> Reconciled {
    if !candidate(reader) {
        return Reconciled::done("Delete patched to Retain hangs");
    }
    // On v1 an Invalid Backup goes.
    if reader.dialect == Dialect::V2 && reader.is(phase::INVALID) {
        return Reconciled::done("An Invalid Backup with Delete hangs on v2");
    }
    if reader.is_log()
        && reader.dialect.guards_log_backups()
        && let Some(stopping) = stop_task(reader)
    {
        return stopping;
    }
    if keeps_data(reader) {
        return Reconciled::done("A stop Job that died holds the log backup");
    }
    erase(reader)
}

/// Runs `br log stop` in a Job; `None` when there is nothing to stop or the Job has ended.
fn stop_task(reader: &Reader<'_>) -> Option<Reconciled> {
    if text(reader.backup, "/status/commitTs").is_empty() {
        // Every reconcile writes this again, so that with Delete the phase flips between Complete and Clean.
        let condition = StatusCondition::because(phase::COMPLETE, "LogBackupNotStarted", "");
        let update = Update::condition(None, condition);
        return (reader.phase() != phase::COMPLETE).then(|| {
            Reconciled::status(
                "Deleting a failed start",
                reader.backup,
                update,
                Requeue::Retry,
            )
        });
    }
    // Only the phase says Stopped, so that a Stopped log backup whose phase is Clean by now is stopped again.
    if reader.phase() == phase::STOPPED {
        return None;
    }
    match reader.job(BackupJob::StopOnDelete).map(job::end) {
        Some(None) => Some(Reconciled::retry("Deleting a log backup stops the task")),
        // However the Job ended: after a Job that died the phase is still on track, and the Backup stays.
        Some(Some(_)) => None,
        None if reader
            .cache
            .cluster(reader.dialect, reader.backup)
            .is_none() =>
        {
            Some(Reconciled::retry("Deleting a log backup needs its cluster"))
        }
        None => {
            let condition =
                StatusCondition::because(phase::SCHEDULED, "StopLogBackupJobCreated", "");
            let scheduled = Update::condition(None, condition);
            Some(reader.create_job(
                "Deleting a log backup stops the task",
                BackupJob::StopOnDelete,
                scheduled,
            ))
        }
    }
}

/// Deletes the data in a Job, after the Jobs that write data are gone.
fn erase(reader: &Reader<'_>) -> Reconciled {
    let writers = [
        BackupJob::Snapshot,
        BackupJob::Log(LogSubcommand::Start),
        BackupJob::Log(LogSubcommand::Truncate),
    ];
    let running = writers.into_iter().find(|purpose| {
        reader
            .job(*purpose)
            .is_some_and(|job| job::end(job).is_none())
    });
    if let Some(purpose) = running {
        return reader.delete_job("A running snapshot is deleted", purpose);
    }
    if text(reader.backup, "/status/backupPath").is_empty() {
        let condition = StatusCondition::because(phase::CLEAN, "DataCleaned", "");
        let update = Update::condition(None, condition);
        return Reconciled::status(
            "Delete erases the data",
            reader.backup,
            update,
            Requeue::Done,
        );
    }
    if reader.job(BackupJob::Clean).is_some() || reader.is(phase::CLEAN) {
        return Reconciled::done("A failed clean Job holds the Backup");
    }
    let job = BackupJob::Clean.job_name(text(reader.backup, "/metadata/name"));
    let mut created = match reader.dialect {
        Dialect::V2 => {
            let message = format!("Clean job {job} created");
            StatusCondition::because(phase::CLEAN, "CleanJobCreated", message)
        }
        Dialect::V1 | Dialect::V1LogStop => StatusCondition::new(phase::CLEAN),
    };
    created.status = false;
    let scheduled = Update::condition(None, created);
    reader.create_job("Delete erases the data", BackupJob::Clean, scheduled)
}
