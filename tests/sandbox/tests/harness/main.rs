//! The harness itself: a control plane that other tests can rely on.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod control_plane;
mod fault_proxy;
mod kubelet;
mod lifetime;

use std::sync::Arc;

use kube::Client;
use sandbox::control_plane::{ApiServer, ControlPlane, World};
use sandbox::{block_on, request};
use serde_json::{Value, json};

/// The server that most of these tests share.
fn server() -> Arc<ApiServer> {
    ControlPlane::shared().unwrap().world(World::Both).unwrap()
}

#[expect(
    clippy::print_stderr,
    reason = "nothing else tells that a test did not test"
)]
fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

/// One request and its answer: code and body.
fn ask(client: &Client, method: &str, path: &str, body: &Value) -> (u16, Value) {
    try_ask(client, method, path, body).unwrap()
}

fn try_ask(
    client: &Client,
    method: &str,
    path: &str,
    body: &Value,
) -> Result<(u16, Value), kube::Error> {
    block_on(request::send(client, method, path, body))
}

/// The path of the v2 Backups of a namespace.
fn backups(namespace: &str) -> String {
    format!("/apis/br.pingcap.com/v1alpha1/namespaces/{namespace}/backups")
}

fn backup(name: &str) -> Value {
    json!({
        "apiVersion": "br.pingcap.com/v1alpha1",
        "kind": "Backup",
        "metadata": {"name": name},
        "spec": {"br": {"cluster": "demo"}, "local": {"prefix": "p", "volume": {"name": "v"}, "volumeMount": {"name": "v", "mountPath": "/v"}}},
    })
}
