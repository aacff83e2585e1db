//! Kernel sync of v1: a Backup whose sub-command is carried out is compared with what PD says (docs/operators.md, "v1 undoes
//! what happens outside").

use chrono::TimeDelta;
use serde_json::Value;

use super::action::{Reconciled, Requeue};
use super::cache::Tracked;
use super::dialect::{LogSubcommand, OperatorLine};
use super::document::{ObjectKey, has, text};
use super::pd::PdTaskState;
use super::reconcile::Reader;
use super::status::{StatusCondition, Update, phase};

/// The reason that is written when PD does not know the task.
pub const TASK_NOT_FOUND: &str = "LogBackupTaskNotFound";
/// The reason of a condition that the operator records without a Job.
const KERNEL_SYNC: &str = "LogBackupKernelSync";
/// How many writes of an idle truncate come between two resyncs: 9 in 33 seconds were seen (docs/operators.md, "v1 rewrites
/// an idle truncate in bursts").
const BURST: u8 = 4;
/// The wait between two such writes: 27 in about a minute were seen.
const PACE: TimeDelta = TimeDelta::seconds(2);
/// The rule whose writes are counted.
pub const IDLE_TRUNCATE: &str = "v1 rewrites an idle truncate in bursts";

/// Compares the Backup with PD. Operator lines without kernel sync do nothing, and a task that is no longer tracked is left
/// alone.
pub fn sync(reader: &Reader<'_>, command: LogSubcommand) -> Reconciled {
    let Some(tracked) = tracked(reader) else {
        return Reconciled::done("The operator derives the sub-command");
    };
    let expected = match command {
        LogSubcommand::Pause => PdTaskState::Paused,
        _ => PdTaskState::Running,
    };
    match &tracked.state {
        // After a stop the task is meant to be gone.
        _ if command == LogSubcommand::Stop => Reconciled::done("Stop is final"),
        None => not_found(reader, command),
        Some(PdTaskState::Error(cause)) if command != LogSubcommand::Pause => {
            error_paused(reader, command, cause)
        }
        Some(PdTaskState::Error(_)) => Reconciled::done("The way out of an error pause"),
        Some(state) if *state == expected => Reconciled::done("v1 undoes what happens outside"),
        Some(state) => contrary(reader, state, tracked),
    }
}

fn tracked<'a>(reader: &Reader<'a>) -> Option<&'a Tracked> {
    let tracked = reader
        .cache
        .tracked
        .get(&ObjectKey::from_object(reader.backup))?;
    (reader.dialect.syncs_with_kernel() && tracked.read_at.is_some()).then_some(tracked)
}

/// The task is gone (docs/operators.md, "A lost task fails a v1 log backup").
fn not_found(reader: &Reader<'_>, command: LogSubcommand) -> Reconciled {
    let name = text(reader.backup, "/metadata/name");
    let message = format!("log backup task {name} not found in etcd");
    let condition = StatusCondition::because(phase::FAILED, TASK_NOT_FOUND, message);
    let update = Update::condition(Some(command), condition);
    Reconciled::status(
        "A lost task fails a v1 log backup",
        reader.backup,
        update,
        Requeue::Done,
    )
}

/// TiKV paused the task (docs/operators.md, "An error pause shows on v1"). The operator writes this about once a resync, because
/// the write has the time at which PD was read.
fn error_paused(reader: &Reader<'_>, command: LogSubcommand, cause: &str) -> Reconciled {
    let message = format!("Log backup paused due to error: {cause}");
    let condition = StatusCondition::because(phase::RETRY_FAILED, "LogBackupErrorPaused", message);
    let mut update = Update::condition(Some(command), condition);
    let tracked = reader
        .cache
        .tracked
        .get(&ObjectKey::from_object(reader.backup));
    update.synced = tracked.and_then(|tracked| tracked.read_at);
    Reconciled::status(
        "An error pause shows on v1",
        reader.backup,
        update,
        Requeue::Done,
    )
}

/// The task was seen twice in a state contrary to the sub-command. The operator records that state as if the Backup had asked
/// for it, and the next reconcile enforces the spec again.
fn contrary(reader: &Reader<'_>, state: &PdTaskState, tracked: &Tracked) -> Reconciled {
    let seen_before = tracked
        .contrary_since
        .is_some_and(|since| reader.now - since >= TimeDelta::seconds(1));
    if !seen_before {
        return Reconciled::done("v1 undoes what happens outside");
    }
    let command = match state {
        PdTaskState::Running => LogSubcommand::Resume,
        _ => LogSubcommand::Pause,
    };
    let mut condition = StatusCondition::new(phase::COMPLETE);
    condition.reason = KERNEL_SYNC.to_owned();
    let update = Update::condition(Some(command), condition);
    Reconciled::status(
        "v1 undoes what happens outside",
        reader.backup,
        update,
        Requeue::Done,
    )
}

/// While the sub-command is an idle truncate, the comparison is wrong once: a task that runs is recorded as resumed
/// (docs/operators.md, "A schedule does not truncate past the compaction").
fn misfire(reader: &Reader<'_>, written: bool) -> Option<Reconciled> {
    let resumed = has(reader.backup, "/status/logSubCommandStatuses/log-resume");
    let runs = tracked(reader).is_some_and(|tracked| tracked.state == Some(PdTaskState::Running));
    if !written || resumed || !runs || reader.phase() != phase::RUNNING {
        return None;
    }
    let mut condition = StatusCondition::new(phase::COMPLETE);
    condition.reason = KERNEL_SYNC.to_owned();
    let update = Update::condition(Some(LogSubcommand::Resume), condition);
    Some(Reconciled::status(
        "A schedule does not truncate past the compaction",
        reader.backup,
        update,
        Requeue::Done,
    ))
}

/// Whether the state in PD is contrary to the phase of the Backup.
pub fn is_contrary(backup: &Value, tracked: &Tracked) -> bool {
    matches!(
        (text(backup, "/status/phase"), &tracked.state),
        (phase::PAUSED, Some(PdTaskState::Running)) | (phase::RUNNING, Some(PdTaskState::Paused))
    )
}

/// An idle truncate is written again and again, in bursts that start anew with each resync. While a stopped task is still
/// tracked, Complete and LogBackupTaskNotFound alternate without end (docs/operators.md, "v1 rewrites an idle truncate in
/// bursts").
pub fn idle_truncate(reader: &Reader<'_>, complete: Update) -> Reconciled {
    if !reader.dialect.syncs_with_kernel() {
        return Reconciled::status(
            "A truncate that is already done runs no Job",
            reader.backup,
            complete,
            Requeue::Done,
        );
    }
    let key = ObjectKey::from_object(reader.backup);
    let written = reader.cache.idle_truncates.get(&key);
    if let Some((_, last)) = written
        && reader.now < *last + PACE
    {
        return Reconciled::new(
            "v1 rewrites an idle truncate in bursts",
            Vec::new(),
            Requeue::At(*last + PACE),
        );
    }
    let mut outcome = if let Some(misfire) = misfire(reader, written.is_some()) {
        misfire
    } else if tracked(reader).is_some_and(|tracked| tracked.state.is_none()) {
        let entry = "/status/logSubCommandStatuses/log-truncate";
        let until = text(reader.backup, "/spec/logTruncateUntil");
        let done = text(reader.backup, &format!("{entry}/phase")) == phase::COMPLETE
            && text(reader.backup, &format!("{entry}/logTruncatingUntil")) == until;
        if done {
            not_found(reader, LogSubcommand::Truncate)
        } else {
            Reconciled::status(
                "v1 rewrites an idle truncate in bursts",
                reader.backup,
                complete,
                Requeue::Done,
            )
        }
    } else if written.is_some_and(|(count, _)| *count >= BURST) {
        return Reconciled::done("v1 rewrites an idle truncate in bursts");
    } else {
        Reconciled::status(
            "v1 rewrites an idle truncate in bursts",
            reader.backup,
            complete,
            Requeue::Done,
        )
    };
    outcome.rule = IDLE_TRUNCATE;
    outcome.next = Requeue::At(reader.now + PACE);
    outcome
}
