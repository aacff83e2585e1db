//! The stand-in operator on a real API server.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::sync::Arc;
use std::time::Duration;

use kube::Client;
use sandbox::block_on;
use sandbox::control_plane::{ApiServer, ControlPlane, Identity, World};
use sandbox::operator::{Dialect, Options, StandIn, cluster};
use serde_json::{Value, json};

fn server(world: World) -> Arc<ApiServer> {
    ControlPlane::shared().unwrap().world(world).unwrap()
}

fn send(client: &Client, method: &str, path: &str, body: &Value) -> Value {
    let content_type = match method {
        "PATCH" => "application/merge-patch+json",
        _ => "application/json",
    };
    let bytes = match body {
        Value::Null => Vec::new(),
        body => body.to_string().into_bytes(),
    };
    let request = http::Request::builder()
        .method(method)
        .uri(path)
        .header("content-type", content_type)
        .body(bytes)
        .unwrap();
    block_on(client.request(request)).unwrap()
}

fn log_backup(dialect: Dialect, name: &str) -> Value {
    json!({
        "apiVersion": dialect.operator().api_version(), "kind": "Backup", "metadata": {"name": name},
        "spec": {"backupMode": "log", "br": {"cluster": "basic"},
                 "s3": {"provider": "aws", "bucket": "b", "prefix": name}},
    })
}

fn snapshot(dialect: Dialect, name: &str) -> Value {
    json!({
        "apiVersion": dialect.operator().api_version(), "kind": "Backup", "metadata": {"name": name},
        "spec": {"backupType": "full", "br": {"cluster": "basic"}, "backoffRetryPolicy": {},
                 "s3": {"provider": "aws", "bucket": "b", "prefix": name}},
    })
}

#[test]
fn v2_runs_by_itself() {
    let server = server(World::V2);
    let client = server.client(Identity::Harness).unwrap();
    let namespace = server.namespace("operator").unwrap();
    block_on(cluster::create(&client, Dialect::V2, &namespace, "basic")).unwrap();
    let stand_in = StandIn::automatic(client.clone(), Dialect::V2, Options::quick_in(&namespace));
    let path = format!("/apis/br.pingcap.com/v1alpha1/namespaces/{namespace}/backups");
    let started = std::time::Instant::now();
    send(&client, "POST", &path, &log_backup(Dialect::V2, "l1"));
    send(&client, "POST", &path, &snapshot(Dialect::V2, "s1"));
    let wait = |name: &str, phase: &'static str, field: &'static str| {
        let reached = move |object: &Value| {
            object["status"]["phase"] == phase && !object["status"][field].is_null()
        };
        let seen = block_on(stand_in.wait(&namespace, name, Duration::from_secs(5), reached));
        seen.unwrap_or_else(|| {
            panic!(
                "{}",
                send(&client, "GET", &format!("{path}/{name}"), &Value::Null)
            )
        })
    };
    let l1 = wait("l1", "Running", "commitTs");

    let s1 = wait("s1", "Complete", "commitTs");

    let patch = |body: Value| send(&client, "PATCH", &format!("{path}/l1"), &body);
    patch(json!({"spec": {"logSubcommand": "log-pause"}}));
    wait("l1", "Paused", "commitTs");
    patch(json!({"spec": {"logSubcommand": "log-start"}}));
    wait("l1", "Running", "commitTs");
    patch(json!({"spec": {"logSubcommand": "log-stop"}}));
    let l1 = wait("l1", "Stopped", "timeTaken");
}
