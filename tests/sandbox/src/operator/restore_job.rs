//! The Job of a Restore.

use serde_json::{Value, json};

use super::dialect::Dialect;
use super::document::text;

/// The name of the Job of a Restore.
pub fn job_name(restore: &str) -> String {
    format!("restore-{restore}")
}

/// The Job that the operator creates (v2 section 6, v1 section 10).
pub fn job(dialect: Dialect, restore: &Value) -> Value {
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
            "name": job_name(name),
            "namespace": text(restore, "/metadata/namespace"),
            "labels": labels,
            "ownerReferences": [{
                "apiVersion": dialect.operator().api_version(), "kind": "Restore", "name": name,
                "uid": text(restore, "/metadata/uid"), "controller": true, "blockOwnerDeletion": true,
            }],
        },
        "spec": {
            "backoffLimit": restore.pointer("/spec/backoffLimit").cloned().unwrap_or(json!(0)),
            "template": {
                "metadata": {"labels": labels},
                "spec": {
                    "serviceAccountName": account,
                    "restartPolicy": "Never",
                    "containers": [{
                        "name": "restore", "image": "pingcap/tidb-backup-manager",
                        "args": ["restore", format!("--namespace={}", text(restore, "/metadata/namespace")),
                            format!("--restoreName={name}")],
                    }],
                },
            },
        },
    })
}
