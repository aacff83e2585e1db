//! Kernel sync of v1: a CR whose command is done is compared with what PD says (v1 section 5.5).

use chrono::TimeDelta;
use serde_json::Value;

use super::action::{Next, Reconciled};
use super::dialect::LogCommand;
use super::document::{Key, text};
use super::pd::TaskState;
use super::reconcile::Reader;
use super::status::{Condition, Update, phase};
use super::world::Tracked;

/// The reason of a task that PD does not know.
pub const TASK_NOT_FOUND: &str = "LogBackupTaskNotFound";
/// Writes of an idle truncate between two resyncs: 9 in 33 s were seen (v1 row 4b).
const BURST: u8 = 5;

/// Compares the CR with PD; nothing happens in the lines that do not do so, nor once the task is no longer tracked.
pub fn sync(reader: &Reader<'_>, command: LogCommand) -> Reconciled {
    let Some(tracked) = tracked(reader) else {
        return Reconciled::done("v2 5.2 step 4");
    };
    let expected = match command {
        LogCommand::Pause => TaskState::Paused,
        _ => TaskState::Running,
    };
    match &tracked.state {
        // Stop wants the task gone (v1 section 5.5).
        _ if command == LogCommand::Stop => Reconciled::done("v1 3a"),
        None => not_found(reader, command),
        Some(TaskState::Error(cause)) if command != LogCommand::Pause => {
            error_paused(reader, command, cause)
        }
        Some(TaskState::Error(_)) => Reconciled::done("v1 5.5"),
        Some(state) if *state == expected => Reconciled::done("v1 2"),
        Some(state) => contrary(reader, state, tracked),
    }
}

fn tracked<'a>(reader: &Reader<'a>) -> Option<&'a Tracked> {
    let tracked = reader.world.tracked.get(&Key::of(reader.backup))?;
    (reader.dialect.syncs_with_kernel() && tracked.read_at.is_some()).then_some(tracked)
}

/// Rows 3b, 4b2 and 5g of v1.
fn not_found(reader: &Reader<'_>, command: LogCommand) -> Reconciled {
    let name = text(reader.backup, "/metadata/name");
    let message = format!("log backup task {name} not found in etcd");
    let condition = Condition::because(phase::FAILED, TASK_NOT_FOUND, message);
    let update = Update::condition(Some(command), condition);
    Reconciled::status("v1 3b, 5g", reader.backup, update, Next::Done)
}

/// Row 5h of v1: written about once per resync, since the time of the look is in it.
fn error_paused(reader: &Reader<'_>, command: LogCommand, cause: &str) -> Reconciled {
    let message = format!("Log backup paused due to error: {cause}");
    let condition = Condition::because(phase::RETRY_FAILED, "LogBackupErrorPaused", message);
    let mut update = Update::condition(Some(command), condition);
    let tracked = reader.world.tracked.get(&Key::of(reader.backup));
    update.synced = tracked.and_then(|tracked| tracked.read_at);
    Reconciled::status("v1 5h", reader.backup, update, Next::Done)
}

/// Paused or running contrary to the command, seen twice: recorded as if done through the CR, so that the next
/// look enforces the spec again (v1 rows 5c, 5f).
fn contrary(reader: &Reader<'_>, state: &TaskState, tracked: &Tracked) -> Reconciled {
    let seen_before = tracked
        .contrary_since
        .is_some_and(|since| reader.now - since >= TimeDelta::seconds(1));
    if !seen_before {
        return Reconciled::done("v1 5f first look");
    }
    let command = match state {
        TaskState::Running => LogCommand::Resume,
        _ => LogCommand::Pause,
    };
    let mut condition = Condition::of(phase::COMPLETE);
    condition.reason = "LogBackupKernelSync".to_owned();
    let update = Update::condition(Some(command), condition);
    Reconciled::status("v1 5c, 5f", reader.backup, update, Next::Done)
}

/// Whether what PD said is contrary to the phase of the CR.
pub fn is_contrary(backup: &Value, tracked: &Tracked) -> bool {
    matches!(
        (text(backup, "/status/phase"), &tracked.state),
        (phase::PAUSED, Some(TaskState::Running)) | (phase::RUNNING, Some(TaskState::Paused))
    )
}

/// Row 4b2 of v1: an idle truncate of a stopped task alternates with LogBackupTaskNotFound while it is tracked.
pub fn lost_truncate(reader: &Reader<'_>) -> Option<Reconciled> {
    let tracked = tracked(reader)?;
    let entry = reader
        .backup
        .pointer("/status/logSubCommandStatuses/log-truncate")?;
    let until = text(reader.backup, "/spec/logTruncateUntil");
    let complete =
        text(entry, "/phase") == phase::COMPLETE && text(entry, "/logTruncatingUntil") == until;
    if tracked.state.is_some() || !complete {
        return None;
    }
    let mut lost = not_found(reader, LogCommand::Truncate);
    lost.row = "v1 4b2";
    lost.next = Next::At(reader.now + TimeDelta::seconds(2));
    Some(lost)
}

/// Row 4b of v1: the CR is rewritten in bursts. Two looks in one second write the same times, hence nothing.
pub fn idle_truncate(reader: &Reader<'_>, update: Update) -> Reconciled {
    let key = Key::of(reader.backup);
    let written = reader
        .world
        .tracked
        .get(&key)
        .map_or(0, |tracked| tracked.idle_truncates);
    if !reader.dialect.syncs_with_kernel() {
        return Reconciled::status("v1 5.2", reader.backup, update, Next::Done);
    }
    if written >= BURST {
        return Reconciled::done("v1 4b");
    }
    let next = Next::At(reader.now + TimeDelta::seconds(1));
    Reconciled::status("v1 4b", reader.backup, update, next)
}
