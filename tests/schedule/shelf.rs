//! Schedules and their backups as they lie there, changed by hand; nobody acts on them.

use chrono::{Duration, Utc};
use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::support::{Api, Place, tso_ago};

/// The hands of somebody who is not the plugin.
#[derive(Clone)]
pub struct Shelf {
    api: Api,
    namespace: String,
}

/// `2026-01-01T00:00:00Z`, so many hours ago.
pub fn ago(hours: i64) -> String {
    let time = Utc::now() - Duration::hours(hours);
    time.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A schedule that keeps a week, and was made to run every night.
pub fn spec(more: &Value) -> Value {
    let mut spec = json!({
        "schedule": "0 2 * * *", "maxReservedTime": "168h",
        "backupTemplate": {
            "backupType": "full", "cleanPolicy": "Delete", "br": {"cluster": "basic"},
            "s3": {"provider": "aws", "bucket": "b", "prefix": "p"},
        },
    });
    for (key, value) in more.as_object().into_iter().flatten() {
        spec[key] = value.clone();
    }
    spec
}

impl Shelf {
    pub fn of(place: &Place) -> Self {
        Self {
            api: place.api().of_dialect(Dialect::V1),
            namespace: place.namespace.clone(),
        }
    }

    fn path(&self, name: &str) -> String {
        let slash = if name.is_empty() { "" } else { "/" };
        format!(
            "/apis/pingcap.com/v1alpha1/namespaces/{}/backupschedules{slash}{name}",
            self.namespace
        )
    }

    /// Puts a schedule there.
    pub fn schedule(&self, metadata: &Value, spec: &Value, status: &Value) {
        let mut object = json!({
            "apiVersion": "pingcap.com/v1alpha1", "kind": "BackupSchedule",
            "metadata": metadata, "spec": spec,
        });
        if !status.is_null() {
            object["status"] = status.clone();
        }
        self.api.ask("POST", &self.path(""), &object);
    }

    /// The schedule `nightly` with three snapshots, `nightly-1` to `nightly-3`: six, four and two days old.
    pub fn nightly(&self) {
        let status = json!({"lastBackup": "nightly-3", "lastBackupTime": ago(1)});
        self.schedule(&json!({"name": "nightly"}), &spec(&json!({})), &status);
        for (number, days) in [(1, 6), (2, 4), (3, 2)] {
            self.snapshot("nightly", &format!("nightly-{number}"), days * 24);
        }
    }

    /// Puts a complete snapshot of a schedule there.
    pub fn snapshot(&self, schedule: &str, name: &str, hours: i64) {
        let status = json!({
            "phase": "Complete", "commitTs": tso_ago(hours * 3600).to_string(),
            "conditions": [condition("Scheduled"), condition("Complete")],
        });
        self.child(schedule, name, &json!({}), &status);
    }

    /// Puts a Backup of a schedule there.
    pub fn child(&self, schedule: &str, name: &str, more: &Value, status: &Value) {
        let labels = json!({
            "tidb.pingcap.com/backup-schedule": schedule,
            "app.kubernetes.io/managed-by": "backup-schedule-operator",
        });
        let mut made = spec(&json!({}))["backupTemplate"].clone();
        for (key, value) in more.as_object().into_iter().flatten() {
            made[key] = value.clone();
        }
        self.api
            .create_with(json!({"name": name, "labels": labels}), &made, status);
    }

    /// Puts a compaction of a schedule there.
    pub fn compaction(&self, schedule: &str, name: &str, state: &str) {
        let path = self.path("").replace("backupschedules", "compactbackups");
        let object = json!({
            "apiVersion": "pingcap.com/v1alpha1", "kind": "CompactBackup",
            "metadata": {"name": name, "labels": {"tidb.pingcap.com/backup-schedule": schedule}},
            "spec": {"br": {"cluster": "basic"}}, "status": {"state": state},
        });
        self.api.ask("POST", &path, &object);
    }

    /// Gives a snapshot another age.
    pub fn age(&self, name: &str, hours: i64) {
        let commit = tso_ago(hours * 3600).to_string();
        self.api.patch_status(name, &json!({"commitTs": commit}));
    }

    pub fn get(&self, name: &str) -> Value {
        let (code, object) = self.api.send("GET", &self.path(name), &Value::Null);
        match code {
            404 => Value::Null,
            _ => object,
        }
    }

    pub fn patch(&self, name: &str, patch: &Value) {
        self.api.ask("PATCH", &self.path(name), patch);
    }

    pub fn delete(&self, name: &str) {
        self.api.ask("DELETE", &self.path(name), &Value::Null);
    }
}

/// A condition that is met.
pub fn condition(kind: &str) -> Value {
    json!({"type": kind, "status": "True", "lastTransitionTime": "2026-01-01T00:00:00Z"})
}
