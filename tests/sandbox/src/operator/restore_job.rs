//! The Jobs of a Restore.

use serde_json::{Value, json};

use super::dialect::Dialect;
use super::document::text;
use super::job::{Blueprint, br_image, labels};

/// The name of the Job of a Restore.
pub fn job_name(restore: &str) -> String {
    format!("restore-{restore}")
}

/// The name of the Job that aborts a Restore that failed (v1).
pub fn prune_name(restore: &str) -> String {
    format!("restore-{restore}-prune")
}

/// The Job that the operator creates (docs/operators.md, "Jobs are named by their purpose").
pub fn document(dialect: Dialect, restore: &Value) -> Value {
    let name = text(restore, "/metadata/name");
    let retries = restore.pointer("/spec/backoffLimit").cloned();
    let mode = match text(restore, "/spec/restoreMode") {
        "pitr" => "pitr",
        _ => "snapshot",
    };
    let mut arguments = arguments("restore", restore);
    if dialect == Dialect::V2 {
        let cluster = text(restore, "/spec/br/cluster");
        let namespace = text(restore, "/metadata/namespace");
        arguments.push(format!("--pd-addr={cluster}-pd.{namespace}:2379"));
    }
    arguments.push("--tikvVersion=v8.5.2".to_owned());
    arguments.push(format!("--mode={mode}"));
    if mode == "pitr" {
        let until = match text(restore, "/spec/pitrRestoredTs") {
            "" => "0",
            until => until,
        };
        arguments.push(format!("--pitrRestoredTs={until}"));
    }
    Blueprint {
        owner: restore,
        kind: "Restore",
        name: job_name(name),
        labels: labels(dialect, restore, ("restore", "restore")),
        container: "restore",
        arguments,
        init: vec![("br", br_image(restore))],
        retries: retries.unwrap_or(json!(0)),
        restart: "Never",
        storage: true,
    }
    .document(dialect)
}

/// The Job of its prune. It mounts `br-bin` only (docs/operators.md, "Prune follows a failure").
pub fn prune_document(dialect: Dialect, restore: &Value) -> Value {
    let mut arguments = arguments("restore", restore);
    arguments.push("--abort=true".to_owned());
    Blueprint {
        owner: restore,
        kind: "Restore",
        name: prune_name(text(restore, "/metadata/name")),
        labels: labels(dialect, restore, ("restore", "restore")),
        container: "restoreprune-manager",
        arguments,
        init: vec![("br", br_image(restore))],
        retries: json!(0),
        restart: "Never",
        storage: false,
    }
    .document(dialect)
}

fn arguments(verb: &str, restore: &Value) -> Vec<String> {
    vec![
        verb.to_owned(),
        format!("--namespace={}", text(restore, "/metadata/namespace")),
        format!("--restoreName={}", text(restore, "/metadata/name")),
    ]
}
