//! Log backups: the reconcile of the derived sub-command (docs/operators.md, "The operator derives the sub-command").

use serde_json::Value;

use super::action::{Reconciled, Requeue};
use super::cache::{cluster_key, ready};
use super::dialect::{Dialect, LogSubcommand, OperatorLine, in_sync};
use super::document::{list, text};
use super::job::{self, BackupJob};
use super::reconcile::Reader;
use super::status::{StatusCondition, Update, phase};
use super::{kernel, tso, validate};

/// What the operator does for a log Backup that is not being deleted.
pub fn reconcile(reader: &Reader<'_>) -> Reconciled {
    let Some(command) = reader.command() else {
        return Reconciled::done("The operator derives the sub-command");
    };
    if command == LogSubcommand::Unknown {
        return unknown(reader);
    }
    if let Some(blocked) = blocked(reader, command) {
        return blocked;
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
        return invalid(reader, command, message);
    }
    if reader.dialect.waits_for_ready()
        && !reader
            .cache
            .cluster(reader.dialect, reader.backup)
            .is_some_and(ready)
    {
        return Reconciled::retry("A v1 Backup waits for a Ready TidbCluster");
    }
    if command != LogSubcommand::Truncate
        && (in_sync(reader.backup, command) || done(reader, command))
    {
        return kernel::sync(reader, command);
    }
    if command == LogSubcommand::Truncate && idle_truncate(reader.backup) {
        return truncated_already(reader);
    }
    if command != LogSubcommand::Start && text(reader.backup, "/status/commitTs").is_empty() {
        return Reconciled::retry("Sub-commands wait for the start");
    }
    run(reader, command)
}

/// The entry of a sub-command in `status.logSubCommandStatuses`.
fn entry(backup: &Value, command: LogSubcommand) -> Option<&Value> {
    backup
        .pointer("/status/logSubCommandStatuses")?
        .get(command.name())
}

/// The phase of a sub-status; empty for a truncate of another value.
fn entry_phase(backup: &Value, command: LogSubcommand) -> &str {
    let Some(entry) = entry(backup, command) else {
        return "";
    };
    let other_value = command == LogSubcommand::Truncate
        && text(entry, "/logTruncatingUntil") != text(backup, "/spec/logTruncateUntil");
    if other_value {
        ""
    } else {
        text(entry, "/phase")
    }
}

fn done(reader: &Reader<'_>, command: LogSubcommand) -> bool {
    entry_phase(reader.backup, command) == phase::COMPLETE
}

/// The end of the reconcile, when the sub-status has a phase at which the operator stops.
fn blocked(reader: &Reader<'_>, command: LogSubcommand) -> Option<Reconciled> {
    let state = entry_phase(reader.backup, command);
    match reader.dialect {
        Dialect::V2 => match state {
            phase::COMPLETE => Some(Reconciled::done("The operator derives the sub-command")),
            phase::FAILED => Some(Reconciled::done("A failed sub-command stays failed")),
            phase::INVALID => Some(Reconciled::done("Invalid is final")),
            _ => None,
        },
        // v1 does not notice that a Job failed or is gone (docs/operators.md, "A dead log Job hangs for ever on v1").
        Dialect::V1 | Dialect::V1LogStop => match state {
            phase::SCHEDULED | phase::PREPARE | phase::RUNNING => {
                Some(Reconciled::done("A dead log Job hangs for ever on v1"))
            }
            phase::FAILED if lost_while_truncating(reader, command) => None,
            phase::FAILED => Some(Reconciled::done("A failed sub-command stays failed")),
            phase::INVALID => Some(Reconciled::done("Invalid is final")),
            phase::COMPLETE if reader.dialect == Dialect::V1LogStop => {
                Some(Reconciled::done("1.5.4 knows only logStop"))
            }
            _ => None,
        },
    }
}

/// Whether an idle truncate of a stopped task goes on after LogBackupTaskNotFound (docs/operators.md, "v1 rewrites an idle
/// truncate in bursts").
fn lost_while_truncating(reader: &Reader<'_>, command: LogSubcommand) -> bool {
    command == LogSubcommand::Truncate
        && idle_truncate(reader.backup)
        && entry(reader.backup, command).is_some_and(|entry| {
            list(entry, "/conditions")
                .iter()
                .any(|condition| text(condition, "/reason") == kernel::TASK_NOT_FOUND)
        })
}

/// The reason has blanks, so that the API server refuses the write (docs/operators.md, "log-resume and log-truncate are not
/// sub-commands"). On v1 the schema refuses such a value before.
fn unknown(reader: &Reader<'_>) -> Reconciled {
    let reason = format!(
        "log backup {}/{} subcommand `{}` is not supported",
        text(reader.backup, "/metadata/namespace"),
        text(reader.backup, "/metadata/name"),
        text(reader.backup, "/spec/logSubcommand")
    );
    let condition = StatusCondition::because(phase::RETRY_FAILED, reason.clone(), reason);
    let update = Update::condition(Some(LogSubcommand::Unknown), condition);
    Reconciled::status(
        "log-resume and log-truncate are not sub-commands",
        reader.backup,
        update,
        Requeue::Retry,
    )
}

/// A truncate is Invalid alone; a start makes the whole object Invalid (docs/operators.md, "A malformed truncate heals",
/// "Invalid is final").
fn invalid(reader: &Reader<'_>, command: LogSubcommand, message: String) -> Reconciled {
    let condition = StatusCondition::because(phase::INVALID, "InvalidSpec", message);
    let update = Update::condition(Some(command), condition);
    Reconciled::status(
        "A malformed truncate heals",
        reader.backup,
        update,
        Requeue::Retry,
    )
}

/// Whether the target is at or below the start or the last success.
fn idle_truncate(backup: &Value) -> bool {
    let parsed = |pointer: &str| tso::parse(text(backup, pointer)).unwrap_or_default();
    let until = parsed("/spec/logTruncateUntil");
    let commit = text(backup, "/status/commitTs");
    (!commit.is_empty() && until <= parsed("/status/commitTs"))
        || until <= parsed("/status/logSuccessTruncateUntil")
}

/// Complete without a Job (docs/operators.md, "A truncate that is already done runs no Job").
fn truncated_already(reader: &Reader<'_>) -> Reconciled {
    let backup = reader.backup;
    let until = text(backup, "/spec/logTruncateUntil").to_owned();
    let nothing_yet = text(backup, "/status/logSuccessTruncateUntil").is_empty();
    let mut update = Update::condition(
        Some(LogSubcommand::Truncate),
        StatusCondition::new(phase::COMPLETE),
    );
    update.times = Some((reader.now, reader.now));
    update.truncating = Some(until.clone());
    if reader.dialect == Dialect::V2 {
        update.truncated = nothing_yet.then_some(until);
        return Reconciled::status(
            "A truncate that is already done runs no Job",
            backup,
            update,
            Requeue::Done,
        );
    }
    kernel::idle_truncate(reader, update)
}

/// Waits for the Job of the same sub-command, and of no other, then creates a new Job (docs/operators.md, "Sub-commands run
/// side by side").
fn run(reader: &Reader<'_>, command: LogSubcommand) -> Reconciled {
    let purpose = BackupJob::Log(command);
    if let Some(old) = reader.job(purpose) {
        return match job::end(old) {
            Some(_) => reader.delete_job("A dead log Job is made again on v2", purpose),
            None => Reconciled::retry("A truncate under way is not cancelled"),
        };
    }
    let mut scheduled = Update::condition(Some(command), StatusCondition::new(phase::SCHEDULED));
    if command == LogSubcommand::Truncate {
        scheduled.truncating = Some(text(reader.backup, "/spec/logTruncateUntil").to_owned());
    }
    reader.create_job(rule_of(command), purpose, scheduled)
}

fn rule_of(command: LogSubcommand) -> &'static str {
    match command {
        LogSubcommand::Start => "A log backup has started when commitTs is set",
        LogSubcommand::Pause => "Pause leads to Paused",
        LogSubcommand::Resume => "Resume is log-start",
        LogSubcommand::Stop => "Stop is final",
        LogSubcommand::Truncate => "Truncate follows logTruncateUntil",
        LogSubcommand::Unknown => "log-resume and log-truncate are not sub-commands",
    }
}
