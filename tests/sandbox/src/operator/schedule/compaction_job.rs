//! The Job of a CompactBackup (v1 sections 9 and 10, 1.7 line).

use serde_json::{Value, json};

use super::super::document::{Key, text};

/// The Job that the operator creates. It has the name of the CompactBackup (row 7h).
pub fn document(compaction: &Value) -> Value {
    let name = text(compaction, "/metadata/name");
    let namespace = text(compaction, "/metadata/namespace");
    let mut labels = compaction
        .pointer("/metadata/labels")
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    for (key, value) in [
        ("app.kubernetes.io/name", "compactbackup"),
        ("app.kubernetes.io/managed-by", "compact-backup-operator"),
        ("app.kubernetes.io/instance", name),
        ("app.kubernetes.io/component", "compactbackup"),
        ("tidb.pingcap.com/compact", name),
    ] {
        labels.insert(key.to_owned(), json!(value));
    }
    let account = match text(compaction, "/spec/serviceAccount") {
        "" => "tidb-backup-manager",
        account => account,
    };
    let retries = super::compaction::retries(compaction);
    json!({
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": {
            "name": name,
            "namespace": namespace,
            "labels": labels,
            "ownerReferences": [{
                "apiVersion": "pingcap.com/v1alpha1", "kind": "CompactBackup", "name": name,
                "uid": text(compaction, "/metadata/uid"), "controller": true, "blockOwnerDeletion": true,
            }],
        },
        "spec": {
            "backoffLimit": retries,
            "template": {
                "metadata": {"labels": labels},
                "spec": {
                    "serviceAccountName": account,
                    "restartPolicy": "OnFailure",
                    "initContainers": [
                        {"name": "br", "image": "pingcap/br:v8.5.2"},
                        {"name": "tikv-ctl", "image": "pingcap/tikv:v8.5.2"},
                    ],
                    "containers": [{
                        "name": "backup-manager", "image": "pingcap/tidb-backup-manager",
                        "args": ["compact", format!("--namespace={namespace}"), format!("--resourceName={name}")],
                    }],
                },
            },
        },
    })
}

/// The CompactBackup that owns a Job.
pub fn owner(found: &Value) -> Option<Key> {
    let owner = found.pointer("/metadata/ownerReferences/0")?;
    let ours = text(owner, "/kind") == "CompactBackup"
        && text(owner, "/apiVersion") == "pingcap.com/v1alpha1";
    ours.then(|| Key::of(found).sibling(text(owner, "/name")))
}
