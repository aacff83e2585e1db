//! Retention, runs, what is read and what is written, as tables: every time is so many hours before the same noon.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod observed;
mod retention;
mod verbs;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{Child, Schedule};
use crate::api::document::put;
use crate::time::Tso;

/// 2026-11-21, a Saturday.
fn noon() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-11-21T12:00:00Z")
        .unwrap()
        .to_utc()
}

fn hours(ago: i64) -> DateTime<Utc> {
    noon() - TimeDelta::hours(ago)
}

fn tso(ago: i64) -> String {
    Tso::at(hours(ago)).unwrap().to_string()
}

fn merged(mut object: Value, more: Value) -> Value {
    for (key, value) in more.as_object().into_iter().flatten() {
        match (&object[key], value) {
            (Value::Object(_), Value::Object(_)) => {
                object[key] = merged(object[key].clone(), value.clone());
            }
            _ => put(&mut object, key, value.clone()),
        }
    }
    object
}

/// A schedule created 100 hours ago that runs at full hours.
fn document(more: Value) -> Value {
    let plain = json!({
        "apiVersion": "pingcap.com/v1alpha1", "kind": "BackupSchedule",
        "metadata": {"name": "s", "namespace": "ns", "creationTimestamp": hours(100).to_rfc3339()},
        "spec": {
            "schedule": "0 * * * *",
            "backupTemplate": {"br": {"cluster": "c"}, "s3": {"bucket": "b", "prefix": "p"}},
        },
    });
    merged(plain, more)
}

fn schedule(more: Value) -> Schedule {
    Schedule::read(&document(more)).unwrap()
}

/// Name, hours since the creation and since the commit time (0 for none), and what became of it.
type Made = (&'static str, i64, i64, &'static str);

/// What became of it: conditions and phase, `log` for a log backup that runs, `log off` for one that does not, `hand` for one made by trigger.
fn backup((name, created, commit, state): Made) -> Value {
    let conditions: &[&str] = match state {
        "Complete" | "hand" => &["Scheduled", "Complete"],
        "Failed" => &["Scheduled", "Failed"],
        "FailedEarly" => &["Failed"],
        "Invalid" => &["Invalid"],
        "RetryFailed" => &["Scheduled", "RetryFailed"],
        _ => &["Scheduled"],
    };
    let conditions: Vec<Value> = conditions
        .iter()
        .map(|kind| json!({"type": kind, "status": "True"}))
        .collect();
    let log = state.starts_with("log");
    let phase = match state {
        "log" => "Running",
        "log off" => "Paused",
        state => state,
    };
    let mut object = json!({
        "apiVersion": "pingcap.com/v1alpha1", "kind": "Backup",
        "metadata": {
            "name": name, "namespace": "ns", "creationTimestamp": hours(created).to_rfc3339(),
            "labels": {"tidb.pingcap.com/backup-schedule": "s", "app.kubernetes.io/managed-by": "backup-schedule-operator"},
        },
        "spec": {"cleanPolicy": "Delete"},
        "status": {"phase": phase, "conditions": conditions},
    });
    if state == "hand" {
        object["metadata"]["labels"]
            .as_object_mut()
            .unwrap()
            .remove("app.kubernetes.io/managed-by");
    }
    // Of a log backup the second number is the age of its checkpoint.
    match (log, commit) {
        (true, ago) => {
            object["spec"]["backupMode"] = json!("log");
            object["status"]["commitTs"] = json!(tso(created));
            object["status"]["logCheckpointTs"] = json!(tso(ago));
        }
        (false, 0) => {}
        (false, ago) => object["status"]["commitTs"] = json!(tso(ago)),
    }
    object
}

fn children(made: &[Made]) -> Vec<Child> {
    let documents = made.iter().map(|row| backup(*row));
    documents
        .map(|document| Child::read(&document).unwrap())
        .collect()
}
