//! How one status write changes a Backup: the status updaters of both generations.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::dialect::{Dialect, LogSubcommand};
use super::document::{as_map, deleting, map, stamp, text, time};
use super::tso::go_seconds;

/// Types of conditions, which are also phases.
pub mod phase {
    #![allow(missing_docs)]
    pub const SCHEDULED: &str = "Scheduled";
    pub const PREPARE: &str = "Prepare";
    pub const RUNNING: &str = "Running";
    pub const COMPLETE: &str = "Complete";
    pub const FAILED: &str = "Failed";
    pub const RETRY_FAILED: &str = "RetryFailed";
    pub const INVALID: &str = "Invalid";
    pub const RESTART: &str = "Restart";
    pub const PAUSED: &str = "Paused";
    pub const STOPPED: &str = "Stopped";
    pub const REPEATABLE: &str = "Repeatable";
    pub const CLEAN: &str = "Clean";
    pub const CLEAN_FAILED: &str = "CleanFailed";
    pub const PRUNE_SCHEDULED: &str = "PruneScheduled";
    pub const PRUNE_RUNNING: &str = "PruneRunning";
    pub const PRUNE_COMPLETE: &str = "PruneComplete";
    pub const PRUNE_FAILED: &str = "PruneFailed";
}

/// A condition about to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusCondition {
    /// Its type.
    pub kind: &'static str,
    /// `True` or `False`.
    pub status: bool,
    /// Its reason. An empty reason becomes the type on v2 and is left out on v1.
    pub reason: String,
    /// Its message.
    pub message: String,
}

impl StatusCondition {
    /// A True condition with the default reason.
    pub fn new(kind: &'static str) -> Self {
        Self::because(kind, "", "")
    }

    /// A True condition with reason and message.
    pub fn because(
        kind: &'static str,
        reason: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            status: true,
            reason: reason.into(),
            message: message.into(),
        }
    }
}

/// A change of `status.backoffRetryStatus`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Retry {
    /// The operator noticed a failed Job: a new record.
    Detected {
        /// When the retry is due.
        due: DateTime<Utc>,
        /// `retryReason`.
        reason: String,
        /// `originalReason`, the reason of the Job's Failed condition.
        original: String,
    },
    /// The Job of the last record was started again: its `realRetryAt` is now.
    Restarted,
}

/// One status write. What is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Update {
    /// The log sub-command that writes; `None` for snapshots and for the cleaner.
    pub command: Option<LogSubcommand>,
    /// The condition to set.
    pub condition: Option<StatusCondition>,
    /// `backupPath`.
    pub path: Option<String>,
    /// `timeStarted`, and `timeCompleted` of the run that ended.
    pub times: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// `commitTs`.
    pub commit_ts: Option<String>,
    /// `backupSize` in bytes; the readable form follows.
    pub size: Option<u64>,
    /// `logCheckpointTs`.
    pub checkpoint: Option<String>,
    /// `logTruncatingUntil` of the sub-command.
    pub truncating: Option<String>,
    /// `logSuccessTruncateUntil`.
    pub truncated: Option<String>,
    /// `timeSynced` (v1).
    pub synced: Option<DateTime<Utc>>,
    /// The retry records.
    pub retry: Option<Retry>,
}

impl Update {
    /// A write of one condition, for a sub-command or for the whole status.
    pub fn condition(command: Option<LogSubcommand>, condition: StatusCondition) -> Self {
        Self {
            command,
            condition: Some(condition),
            ..Self::default()
        }
    }
}

/// The object with the write applied, or `None` when nothing would change (then nothing is sent).
///
/// A condition that stays True keeps its `lastTransitionTime`.
pub fn apply(
    dialect: Dialect,
    object: &Value,
    update: &Update,
    now: DateTime<Utc>,
) -> Option<Value> {
    let mut changed = object.clone();
    let whole_status = update.command.is_none() || deleting(object);
    let status = map(as_map(&mut changed), "status");
    for key in ["timeStarted", "timeCompleted"] {
        status.entry(key).or_insert(Value::Null);
    }
    if whole_status {
        if let Some(condition) = &update.condition {
            set_condition(dialect, status, condition, now);
        }
        set_times(status, update.times);
    } else if let Some(command) = update.command {
        write_command(dialect, status, command, update, now);
    }
    set_fields(status, update);
    if let Some(retry) = &update.retry {
        set_retry(status, retry, now);
    }
    (changed.get("status") != object.get("status")).then_some(changed)
}

fn set_fields(status: &mut Map<String, Value>, update: &Update) {
    let texts = [
        ("backupPath", &update.path),
        ("commitTs", &update.commit_ts),
        ("logCheckpointTs", &update.checkpoint),
        ("logSuccessTruncateUntil", &update.truncated),
    ];
    for (key, value) in texts {
        if let Some(value) = value {
            status.insert(key.into(), json!(value));
        }
    }
    if let Some(size) = update.size {
        status.insert("backupSize".into(), json!(size));
        status.insert("backupSizeReadable".into(), json!(readable(size)));
    }
    if let Some(synced) = update.synced {
        status.insert("timeSynced".into(), stamp(synced));
    }
}

fn set_times(status: &mut Map<String, Value>, times: Option<(DateTime<Utc>, DateTime<Utc>)>) {
    if let Some((started, completed)) = times {
        let taken = completed.timestamp() - started.timestamp();
        status.insert("timeStarted".into(), stamp(started));
        status.insert("timeCompleted".into(), stamp(completed));
        status.insert("timeTaken".into(), json!(go_seconds(taken)));
    }
}

/// A write of a log sub-command.
fn write_command(
    dialect: Dialect,
    status: &mut Map<String, Value>,
    command: LogSubcommand,
    update: &Update,
    now: DateTime<Utc>,
) {
    let entries = map(status, "logSubCommandStatuses");
    let entry = map(entries, command.name());
    entry.insert("command".into(), json!(command.name()));
    for key in ["timeStarted", "timeCompleted"] {
        entry.entry(key).or_insert(Value::Null);
    }
    if let Some((started, completed)) = update.times {
        entry.insert("timeStarted".into(), stamp(started));
        entry.insert("timeCompleted".into(), stamp(completed));
    }
    if let Some(until) = &update.truncating {
        entry.insert("logTruncatingUntil".into(), json!(until));
    }
    let Some(condition) = &update.condition else {
        return;
    };
    set_condition(dialect, entry, condition, now);
    make_repeatable(entries, command);
    reflect(dialect, status, command, condition, update, now);
}

/// Every write of pause makes resume repeatable, and the reverse (docs/operators.md, "Pause and resume can be repeated").
fn make_repeatable(entries: &mut Map<String, Value>, command: LogSubcommand) {
    let opposite = match command {
        LogSubcommand::Pause => LogSubcommand::Resume,
        LogSubcommand::Resume => LogSubcommand::Pause,
        _ => return,
    };
    if let Some(entry) = entries.get_mut(opposite.name()) {
        as_map(entry).insert("phase".into(), json!(phase::REPEATABLE));
    }
}

/// What a sub-command's condition does to the whole status.
fn reflect(
    dialect: Dialect,
    status: &mut Map<String, Value>,
    command: LogSubcommand,
    condition: &StatusCondition,
    update: &Update,
    now: DateTime<Utc>,
) {
    let complete = condition.kind == phase::COMPLETE;
    let whole = match command {
        // The unknown sub-command is written like a start, and the API server rejects the write.
        LogSubcommand::Start | LogSubcommand::Unknown if !complete => Some(condition.kind),
        LogSubcommand::Pause if complete => Some(phase::PAUSED),
        LogSubcommand::Resume if complete => Some(phase::RUNNING),
        LogSubcommand::Stop if complete => Some(phase::STOPPED),
        _ => None,
    };
    if let Some(kind) = whole {
        // A copy of the condition with another type: on v2 Paused, Running and Stopped have the reason Complete.
        let reason = match (dialect, condition.reason.as_str()) {
            (Dialect::V2, "") => condition.kind,
            (_, reason) => reason,
        };
        let copy = StatusCondition {
            kind,
            reason: reason.to_owned(),
            ..condition.clone()
        };
        set_condition(dialect, status, &copy, now);
    }
    let Some((started, completed)) = update.times.filter(|_| complete) else {
        return;
    };
    match command {
        LogSubcommand::Start => {
            status.insert("timeStarted".into(), stamp(started));
        }
        LogSubcommand::Stop => {
            let since = time(&Value::Object(status.clone()), "/timeStarted").unwrap_or(started);
            status.insert("timeCompleted".into(), stamp(completed));
            let taken = completed.timestamp() - since.timestamp();
            status.insert("timeTaken".into(), json!(go_seconds(taken)));
        }
        _ => {}
    }
}

/// Sets a condition in a list that only grows (docs/operators.md, "Conditions are never taken back"). The phase follows, except
/// for Restart.
pub(super) fn set_condition(
    dialect: Dialect,
    holder: &mut Map<String, Value>,
    condition: &StatusCondition,
    now: DateTime<Utc>,
) {
    if condition.kind != phase::RESTART {
        holder.insert("phase".into(), json!(condition.kind));
    }
    let list = holder.entry("conditions").or_insert(Value::Null);
    if !list.is_array() {
        *list = json!([]);
    }
    let Some(list) = list.as_array_mut() else {
        return;
    };
    let status = if condition.status { "True" } else { "False" };
    let old = list
        .iter_mut()
        .find(|old| text(old, "/type") == condition.kind);
    let since = match &old {
        Some(old) if text(old, "/status") == status => json!(text(old, "/lastTransitionTime")),
        _ => stamp(now),
    };
    let mut new = json!({"type": condition.kind, "status": status, "lastTransitionTime": since});
    let fields = as_map(&mut new);
    if dialect == Dialect::V2 {
        let reason = match condition.reason.as_str() {
            "" => condition.kind,
            reason => reason,
        };
        fields.insert("reason".into(), json!(reason));
        fields.insert("message".into(), json!(condition.message));
    } else {
        // v1 has a condition type of its own: an empty reason or message is left out.
        for (key, value) in [
            ("reason", &condition.reason),
            ("message", &condition.message),
        ] {
            if !value.is_empty() {
                fields.insert(key.into(), json!(value));
            }
        }
    }
    match old {
        Some(old) => *old = new,
        None => list.push(new),
    }
}

fn set_retry(status: &mut Map<String, Value>, retry: &Retry, now: DateTime<Utc>) {
    let records = status.entry("backoffRetryStatus").or_insert(json!([]));
    let Some(records) = records.as_array_mut() else {
        return;
    };
    match retry {
        Retry::Detected {
            due,
            reason,
            original,
        } => records.push(json!({
            "retryNum": records.len() + 1,
            "detectFailedAt": stamp(now),
            "expectedRetryAt": stamp(*due),
            "retryReason": reason,
            "originalReason": original,
        })),
        Retry::Restarted => {
            if let Some(last) = records.last_mut() {
                as_map(last).insert("realRetryAt".into(), stamp(now));
            }
        }
    }
}

/// Bytes in SI units, as `backupSizeReadable` shows them: `82 MB`, `8.2 GB`.
fn readable(bytes: u64) -> String {
    const UNITS: [&str; 7] = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];
    let mut value = bytes as f64;
    let mut unit = UNITS[0];
    for next in &UNITS[1..] {
        if value < 1000.0 {
            break;
        }
        value /= 1000.0;
        unit = next;
    }
    if value < 10.0 && unit != "B" {
        format!("{value:.1} {unit}")
    } else {
        format!("{value:.0} {unit}")
    }
}

/// The object as the operator's Go types print it: zero values vanish, and structs come back empty, so that the API server
/// fills in their defaults (docs/operators.md, "Statuses hold nulls and empty objects", "Zero values vanish").
pub fn go_form(object: &Value) -> Value {
    let mut object = object.clone();
    let spec = map(as_map(&mut object), "spec");
    for key in ["logStop", "useKMS", "resumeGcSchedule"] {
        if spec.get(key) == Some(&Value::Bool(false)) {
            spec.remove(key);
        }
    }
    spec.retain(|_, value| value != "" && value != &json!([]));
    map(spec, "resources");
    let policy = map(spec, "backoffRetryPolicy");
    policy.retain(|_, value| value != "" && value != 0);
    if let Some(option) = spec.get_mut("cleanOption") {
        as_map(option).retain(|_, value| value != 0 && value != false);
    }
    object
}
