//! A namespace with a cluster `basic` that was backed up, and an empty one, `fresh`, to restore into.

use std::time::{Duration, Instant};

use sandbox::control_plane::{CrdSource, World};
use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::support::{Api, Place, Plugin};

/// The TSO of 2026-01-01 00:00 UTC plus minutes.
pub fn tso(minutes: u64) -> u64 {
    (1_767_225_600_000 + minutes * 60_000) << 18
}

pub struct Scene {
    pub place: Place,
    pub plugin: Plugin,
}

impl Scene {
    pub fn new(dialect: Dialect) -> Self {
        Self::of(Place::new(dialect))
    }

    /// Both operators serve; `dialect` has the clusters.
    pub fn both(dialect: Dialect) -> Self {
        Self::of(Place::within(World::Both, CrdSource::Own, dialect))
    }

    fn of(place: Place) -> Self {
        place.add_cluster(place.dialect, "fresh");
        let plugin = place.plugin().env("TZ", "UTC");
        Self { place, plugin }
    }

    pub fn api(&self) -> Api {
        self.place.api()
    }

    /// The minutes from the beginning of the history to the present.
    pub fn minutes_until_now(&self) -> u64 {
        let now = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap()
            .as_secs();
        (now - 1_767_225_600) / 60
    }

    /// A complete snapshot of `basic` at a minute.
    pub fn snapshot(&self, name: &str, minutes: u64) {
        self.snapshot_of(&self.api(), name, minutes, &json!({}));
    }

    pub fn snapshot_of(&self, api: &Api, name: &str, minutes: u64, labels: &Value) {
        let spec = json!({
            "br": {"cluster": "basic"}, "backupType": "full",
            "s3": {"provider": "ceph", "bucket": "b", "prefix": format!("full/{name}"), "region": "r",
                   "endpoint": "http://m:9000", "secretName": "s3-secret", "sse": "AES256"},
        });
        api.create_with(
            json!({"name": name, "labels": labels}),
            &spec,
            &complete(tso(minutes)),
        );
    }

    /// A log backup of `basic` from a minute to a minute.
    pub fn log(&self, name: &str, phase: &str, start: u64, checkpoint: u64) {
        self.log_of(&self.api(), name, phase, start, checkpoint);
    }

    pub fn log_of(&self, api: &Api, name: &str, phase: &str, start: u64, checkpoint: u64) {
        let stop = if phase == "Stopped" {
            "log-stop"
        } else {
            "log-start"
        };
        let spec = json!({
            "br": {"cluster": "basic"}, "backupMode": "log", "logSubcommand": stop,
            "s3": {"provider": "ceph", "bucket": "b", "prefix": format!("log/{name}"), "region": "r",
                   "endpoint": "http://m:9000", "secretName": "s3-secret"},
        });
        let status = json!({
            "phase": phase, "commitTs": tso(start).to_string(), "logCheckpointTs": tso(checkpoint).to_string(),
            "timeStarted": null, "timeCompleted": null,
        });
        api.create(name, &spec, &status);
    }

    /// The history of most tests, in minutes: a lonely snapshot at 5, a stopped log from 10 to 50 with snapshots at 20 and
    /// 30, and a log from 70 to 99 that still runs with a snapshot at 80.
    pub fn history(&self) {
        self.snapshot("lonely", 5);
        self.snapshot("s20", 20);
        self.snapshot("s30", 30);
        self.log("l1", "Stopped", 10, 50);
        self.snapshot("s80", 80);
        self.log("l2", "Running", 70, 99);
    }

    /// The name of a Restore as `-o name` prints it.
    pub fn named(&self, name: &str) -> String {
        format!("restore.{}/{name}", self.place.dialect.operator().group())
    }

    fn path(&self, name: &str) -> String {
        let version = self.place.dialect.operator().api_version();
        format!(
            "/apis/{version}/namespaces/{}/restores{name}",
            self.place.namespace
        )
    }

    /// A Restore as the API server has it; `Null` when there is none.
    pub fn restore(&self, name: &str) -> Value {
        match self
            .api()
            .send("GET", &self.path(&format!("/{name}")), &Value::Null)
        {
            (404, _) => Value::Null,
            (_, object) => object,
        }
    }

    /// Waits until the operator has brought a Restore to a phase.
    pub fn reaches(&self, name: &str, phase: &str) {
        let deadline = Instant::now() + Duration::from_secs(30);
        loop {
            let restore = self.restore(name);
            if restore["status"]["phase"] == phase {
                return;
            }
            assert!(
                Instant::now() < deadline,
                "{name} is not {phase}: {restore:#}"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn delete_restore(&self, name: &str) {
        self.api()
            .ask("DELETE", &self.path(&format!("/{name}")), &Value::Null);
    }

    /// A Restore by somebody else, with a status.
    pub fn put_restore(&self, name: &str, spec: &Value, status: &Value) {
        let own = self.place.dialect.operator().status_subresource();
        let mut object = json!({
            "apiVersion": self.place.dialect.operator().api_version(), "kind": "Restore",
            "metadata": {"name": name}, "spec": spec,
        });
        if !own {
            object["status"] = status.clone();
        }
        self.api().ask("POST", &self.path(""), &object);
        if own {
            self.api().ask(
                "PATCH",
                &self.path(&format!("/{name}/status")),
                &json!({"status": status}),
            );
        }
    }
}

fn complete(commit: u64) -> Value {
    let condition = |kind: &str| json!({"type": kind, "status": "True", "reason": kind, "message": "", "lastTransitionTime": "2026-01-01T00:00:00Z"});
    json!({
        "phase": "Complete", "commitTs": commit.to_string(), "timeStarted": null, "timeCompleted": null,
        "conditions": [condition("Scheduled"), condition("Running"), condition("Complete")],
    })
}

/// A condition list that ends in one of the verdicts.
pub fn verdict(kind: &str) -> Value {
    json!({"phase": kind, "timeStarted": null, "timeCompleted": null, "conditions": [
        {"type": kind, "status": "True", "reason": "Why", "message": "because", "lastTransitionTime": "2026-01-01T00:00:00Z"}]})
}
