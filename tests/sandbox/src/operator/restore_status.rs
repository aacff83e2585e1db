//! How one write changes a Restore: the status updater of both generations, and what Go makes of the spec.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::dialect::Dialect;
use super::document::{as_map, list, map, stamp, text};
use super::status::{StatusCondition, set_condition};
use super::tso::go_seconds;

/// One write of the status. What is `None` stays as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The condition, whose type is also the phase; none when only progress is reported.
    pub condition: Option<StatusCondition>,
    /// A step of BR and how many percent of it are done.
    pub progress: Option<(String, u8)>,
    /// When BR began and ended: only at the end, and only on success.
    pub times: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// `commitTs`, on success.
    pub commit: Option<String>,
}

impl Report {
    /// A condition and nothing else.
    pub fn new(condition: StatusCondition) -> Self {
        Self {
            condition: Some(condition),
            progress: None,
            times: None,
            commit: None,
        }
    }

    /// A condition with reason and message.
    pub fn because(kind: &'static str, reason: &str, message: impl Into<String>) -> Self {
        Self::new(StatusCondition::because(kind, reason, message))
    }

    /// The progress of BR alone.
    pub fn progress(step: &str, percent: u8) -> Self {
        Self {
            condition: None,
            progress: Some((step.to_owned(), percent)),
            times: None,
            commit: None,
        }
    }
}

/// The object after a status write; `None` when nothing would change.
pub fn apply(
    dialect: Dialect,
    object: &Value,
    report: &Report,
    now: DateTime<Utc>,
) -> Option<Value> {
    let mut changed = object.clone();
    let fields = map(as_map(&mut changed), "status");
    for key in ["timeStarted", "timeCompleted"] {
        fields.entry(key).or_insert(Value::Null);
    }
    if let Some(condition) = &report.condition
        && !is_set(dialect, object, condition)
    {
        set_condition(dialect, fields, condition, now);
    }
    if let Some((step, percent)) = &report.progress {
        set_progress(fields, step, *percent, now);
    }
    if let Some((started, completed)) = report.times {
        let taken = completed.timestamp() - started.timestamp();
        fields.insert("timeStarted".into(), stamp(started));
        fields.insert("timeCompleted".into(), stamp(completed));
        fields.insert("timeTaken".into(), json!(go_seconds(taken)));
    }
    if let Some(commit) = &report.commit {
        fields.insert("commitTs".into(), json!(commit));
    }
    (changed.get("status") != object.get("status")).then_some(changed)
}

/// Whether the condition stands there as it would be written: then the phase stays as it is too (docs/operators.md, "A v2
/// Restore runs again when its Job is deleted").
fn is_set(dialect: Dialect, object: &Value, condition: &StatusCondition) -> bool {
    let reason = match (dialect, condition.reason.as_str()) {
        (Dialect::V2, "") => condition.kind,
        (_, reason) => reason,
    };
    list(object, "/status/conditions").iter().any(|found| {
        text(found, "/type") == condition.kind
            && text(found, "/status") == "True"
            && text(found, "/reason") == reason
            && text(found, "/message") == condition.message
    })
}

/// A new step sets the step before it to 100; the number of a step never falls.
fn set_progress(fields: &mut Map<String, Value>, step: &str, percent: u8, now: DateTime<Utc>) {
    let steps = fields.entry("progresses").or_insert(Value::Null);
    if !steps.is_array() {
        *steps = json!([]);
    }
    let Some(steps) = steps.as_array_mut() else {
        return;
    };
    let entry =
        |percent: u8| json!({"step": step, "progress": percent, "lastTransitionTime": stamp(now)});
    match steps.iter_mut().find(|found| text(found, "/step") == step) {
        Some(found) => {
            let reached = found.get("progress").and_then(Value::as_u64);
            if reached.unwrap_or_default() < u64::from(percent) {
                *found = entry(percent);
            }
        }
        None => {
            if let Some(last) = steps.last_mut() {
                as_map(last).insert("progress".into(), json!(100));
            }
            steps.push(entry(percent));
        }
    }
}

/// The object as the operator's Go types print it: plain structs come back empty (docs/operators.md, "Statuses hold nulls
/// and empty objects").
pub fn go_form(object: &Value) -> Value {
    let mut object = object.clone();
    let spec = map(as_map(&mut object), "spec");
    map(spec, "resources");
    map(spec, "pitrFullBackupStorageProvider");
    object
}
