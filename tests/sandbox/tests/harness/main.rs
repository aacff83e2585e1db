//! The harness itself: a control plane that other tests can rely on.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod control_plane;
mod fault_proxy;
mod kubelet;
mod lifetime;

use std::sync::Arc;

use http_body_util::BodyExt;
use kube::Client;
use sandbox::block_on;
use sandbox::control_plane::{ApiServer, ControlPlane, World};
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

/// One request and its answer: status and body, `Null` when that is not JSON.
fn ask(client: &Client, method: &str, path: &str, body: &Value) -> (u16, Value) {
    try_ask(client, method, path, body).unwrap()
}

fn try_ask(
    client: &Client,
    method: &str,
    path: &str,
    body: &Value,
) -> Result<(u16, Value), kube::Error> {
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
        .body(bytes.into())
        .unwrap();
    block_on(async {
        let answer = client.send(request).await?;
        let code = answer.status().as_u16();
        let bytes = answer.into_body().collect().await?.to_bytes();
        Ok((code, serde_json::from_slice(&bytes).unwrap_or_default()))
    })
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
