//! The stand-in operator on a real API server. The crate's own tests compare in memory what each rule leaves behind. These tests
//! show what only a real server can show: that it accepts the writes, refuses those that the real one refused, and fills in
//! defaults.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod automatic;
mod manual;
mod pods;

use std::sync::Arc;

use kube::Client;
use sandbox::control_plane::{ApiServer, ControlPlane, Identity, World};
use sandbox::operator::{Dialect, cluster};
use sandbox::{block_on, request};
use serde_json::{Value, json};

/// A namespace with a cluster `basic` on a server that serves one operator line, or both.
struct Stage {
    client: Client,
    dialect: Dialect,
    namespace: String,
}

impl Stage {
    fn new(dialect: Dialect) -> Self {
        Self::on(&server(dialect), dialect)
    }

    fn on(server: &ApiServer, dialect: Dialect) -> Self {
        let client = server.client(Identity::Harness).unwrap();
        let namespace = server.namespace("operator").unwrap();
        block_on(cluster::create(&client, dialect, &namespace, "basic")).unwrap();
        Self {
            client,
            dialect,
            namespace,
        }
    }

    fn path(&self, kind: &str) -> String {
        let version = self.dialect.operator().api_version();
        match kind {
            "jobs" => format!("/apis/batch/v1/namespaces/{}/jobs", self.namespace),
            "deployments" => format!("/apis/apps/v1/namespaces/{}/deployments", self.namespace),
            "pods" | "events" => format!("/api/v1/namespaces/{}/{kind}", self.namespace),
            kind => format!("/apis/{version}/namespaces/{}/{kind}", self.namespace),
        }
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, Value> {
        match block_on(request::send(&self.client, method, path, body)).unwrap() {
            (200..300, answer) => Ok(answer),
            (_, answer) => Err(answer),
        }
    }

    fn create(&self, name: &str, spec: Value) {
        let mut full = json!({
            "br": {"cluster": "basic"},
            "s3": {"provider": "aws", "bucket": "b", "prefix": name},
        });
        full.as_object_mut()
            .unwrap()
            .extend(spec.as_object().unwrap().clone());
        let backup = json!({
            "apiVersion": self.dialect.operator().api_version(), "kind": "Backup",
            "metadata": {"name": name}, "spec": full,
        });
        self.send("POST", &self.path("backups"), &backup).unwrap();
    }

    fn log(&self, name: &str) {
        self.create(name, json!({"backupMode": "log"}));
    }

    fn try_get(&self, name: &str) -> Option<Value> {
        self.send(
            "GET",
            &format!("{}/{name}", self.path("backups")),
            &Value::Null,
        )
        .ok()
    }

    fn get(&self, name: &str) -> Value {
        self.try_get(name).unwrap()
    }

    fn phase(&self, name: &str) -> String {
        self.get(name)["status"]["phase"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The phase of a sub-command.
    fn sub(&self, name: &str, command: &str) -> String {
        let entry = &self.get(name)["status"]["logSubCommandStatuses"][command];
        entry["phase"].as_str().unwrap_or_default().to_owned()
    }

    fn patch(&self, name: &str, spec: Value) {
        let path = format!("{}/{name}", self.path("backups"));
        self.send("PATCH", &path, &json!({"spec": spec})).unwrap();
    }

    fn patch_status(&self, name: &str, status: Value) {
        let subresource = match self.dialect {
            Dialect::V2 => "/status",
            _ => "",
        };
        let path = format!("{}/{name}{subresource}", self.path("backups"));
        self.send("PATCH", &path, &json!({"status": status}))
            .unwrap();
    }

    fn delete(&self, name: &str) {
        self.send(
            "DELETE",
            &format!("{}/{name}", self.path("backups")),
            &Value::Null,
        )
        .unwrap();
    }

    /// Creates an object of any kind of the line.
    fn make(&self, plural: &str, kind: &str, name: &str, spec: &Value) {
        let object = json!({
            "apiVersion": self.dialect.operator().api_version(), "kind": kind,
            "metadata": {"name": name}, "spec": spec,
        });
        self.send("POST", &self.path(plural), &object).unwrap();
    }

    fn find(&self, plural: &str, name: &str) -> Option<Value> {
        let path = format!("{}/{name}", self.path(plural));
        self.send("GET", &path, &Value::Null).ok()
    }

    fn object(&self, plural: &str, name: &str) -> Value {
        self.find(plural, name)
            .unwrap_or_else(|| panic!("no {plural}/{name}"))
    }

    fn job(&self, name: &str) -> Value {
        self.object("jobs", name)
    }

    /// Deletes an object with this propagation policy.
    fn remove(&self, plural: &str, name: &str, cascade: &str) {
        let path = format!("{}/{name}?propagationPolicy={cascade}", self.path(plural));
        self.send("DELETE", &path, &Value::Null).unwrap();
    }

    fn delete_job(&self, name: &str) {
        self.send(
            "DELETE",
            &format!("{}/{name}", self.path("jobs")),
            &Value::Null,
        )
        .unwrap();
    }

    fn jobs(&self) -> Vec<String> {
        let list = self.send("GET", &self.path("jobs"), &Value::Null).unwrap();
        let items = list["items"].as_array().unwrap();
        let name = |item: &Value| item["metadata"]["name"].as_str().unwrap().to_owned();
        items.iter().map(name).collect()
    }
}

fn server(dialect: Dialect) -> Arc<ApiServer> {
    let world = match dialect {
        Dialect::V2 => World::V2,
        Dialect::V1 => World::V1,
        Dialect::V1LogStop => World::V1LogStop,
    };
    ControlPlane::shared().unwrap().world(world).unwrap()
}
