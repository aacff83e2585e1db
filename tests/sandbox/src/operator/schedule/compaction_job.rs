//! The Job of a CompactBackup (1.7 line).

use serde_json::{Value, json};

use super::super::dialect::Dialect;
use super::super::document::text;
use super::super::job::{Blueprint, br_image};

/// The Job that the operator creates. It has the name of the CompactBackup (docs/operators.md, "Labels of a compaction").
pub fn document(compaction: &Value) -> Value {
    let name = text(compaction, "/metadata/name").to_owned();
    let namespace = text(compaction, "/metadata/namespace");
    let tikv = match text(compaction, "/spec/tikvImage") {
        "" => "pingcap/tikv:v8.5.2".to_owned(),
        image => image.to_owned(),
    };
    Blueprint {
        owner: compaction,
        kind: "CompactBackup",
        name: name.clone(),
        labels: vec![
            ("app.kubernetes.io/name", "compactbackup".to_owned()),
            (
                "app.kubernetes.io/managed-by",
                "compact-backup-operator".to_owned(),
            ),
            ("app.kubernetes.io/instance", name.clone()),
            ("app.kubernetes.io/component", "compactbackup".to_owned()),
            ("tidb.pingcap.com/compact", name.clone()),
        ],
        container: "backup-manager",
        arguments: vec![
            "compact".to_owned(),
            format!("--namespace={namespace}"),
            format!("--resourceName={name}"),
        ],
        init: vec![("br", br_image(compaction)), ("tikv-ctl", tikv)],
        retries: json!(super::compaction::retries(compaction)),
        restart: "OnFailure",
        storage: true,
    }
    .document(Dialect::V1)
}
