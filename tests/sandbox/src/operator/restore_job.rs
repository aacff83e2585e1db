//! The Jobs of a Restore.

use serde_json::{Value, json};

use super::dialect::Dialect;
use super::document::{Key, text};

/// The name of the Job of a Restore.
pub fn job_name(restore: &str) -> String {
    format!("restore-{restore}")
}

/// The name of the Job that cleans up after a Restore that failed (v1).
pub fn prune_name(restore: &str) -> String {
    format!("restore-{restore}-prune")
}

/// The Job that the operator creates (v2 section 6, v1 section 10).
pub fn document(dialect: Dialect, restore: &Value) -> Value {
    let name = text(restore, "/metadata/name");
    let retries = restore.pointer("/spec/backoffLimit").cloned();
    job(
        dialect,
        restore,
        (job_name(name), "restore", "restore"),
        retries.unwrap_or(json!(0)),
    )
}

/// The Job of its prune. It mounts neither `local` nor additional volumes.
pub fn prune_document(dialect: Dialect, restore: &Value) -> Value {
    let name = prune_name(text(restore, "/metadata/name"));
    let container = "restoreprune-manager";
    job(dialect, restore, (name, container, "abort"), json!(0))
}

/// The Restore that owns a Job: its key and its UID.
pub fn owner(dialect: Dialect, found: &Value) -> Option<(Key, &str)> {
    let owner = found.pointer("/metadata/ownerReferences/0")?;
    let ours = text(owner, "/apiVersion") == dialect.operator().api_version()
        && text(owner, "/kind") == "Restore";
    let key = Key::of(found).sibling(text(owner, "/name"));
    ours.then_some((key, text(owner, "/uid")))
}

fn job(
    dialect: Dialect,
    restore: &Value,
    (job, container, verb): (String, &str, &str),
    retries: Value,
) -> Value {
    let name = text(restore, "/metadata/name");
    let (managed_by, _) = dialect.managed_by();
    let account = match text(restore, "/spec/serviceAccount") {
        "" => "tidb-backup-manager",
        account => account,
    };
    let labels = json!({
        "app.kubernetes.io/name": "restore",
        "app.kubernetes.io/component": "restore",
        "app.kubernetes.io/instance": name,
        managed_by: "restore-operator",
        "tidb.pingcap.com/restore": name,
    });
    json!({
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": {
            "name": job,
            "namespace": text(restore, "/metadata/namespace"),
            "labels": labels,
            "ownerReferences": [{
                "apiVersion": dialect.operator().api_version(), "kind": "Restore", "name": name,
                "uid": text(restore, "/metadata/uid"), "controller": true, "blockOwnerDeletion": true,
            }],
        },
        "spec": {
            "backoffLimit": retries,
            "template": {
                "metadata": {"labels": labels},
                "spec": {
                    "serviceAccountName": account,
                    "restartPolicy": "Never",
                    "containers": [{
                        "name": container, "image": "pingcap/tidb-backup-manager",
                        "args": [verb, format!("--namespace={}", text(restore, "/metadata/namespace")),
                            format!("--restoreName={name}")],
                    }],
                },
            },
        },
    })
}
