//! Documents in, documents out.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use serde_json::{Value, json};

use super::*;
use crate::Exit;

fn v1(kind: &str, spec: Value) -> Value {
    json!({"apiVersion": "pingcap.com/v1alpha1", "kind": kind, "metadata": {"name": "x", "namespace": "tidb"}, "spec": spec})
}

/// A spec that every kind accepts, with more in it.
fn with(more: Value) -> Value {
    let mut spec = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b"}});
    for (key, value) in more.as_object().unwrap() {
        match (spec.get_mut(key), value) {
            (Some(Value::Object(old)), Value::Object(new)) => old.extend(new.clone()),
            _ => spec[key] = value.clone(),
        }
    }
    spec
}

fn converted(document: Value) -> Converted {
    to_v2(document.clone()).unwrap_or_else(|error| panic!("{error}: {document}"))
}

/// What becomes of one field: its path, and the warning's beginning; `None` when it is carried in silence.
#[test]
fn one_field_each() {
    let rows = [
        ("Backup", json!({"backupType": "full"}), None),
        ("Backup", json!({"commitTs": "436569119308644661"}), None),
        ("Backup", json!({"toolImage": "pingcap/br:v8.5.0"}), None),
        ("Backup", json!({"cleanOption": {"pageSize": 100}}), None),
        ("Backup", json!({"storageSize": "1Gi"}), None),
        (
            "Backup",
            json!({"additionalVolumes": [{"name": "v", "emptyDir": {}}]}),
            None,
        ),
        (
            "Backup",
            json!({"azblob": {"container": "c", "secretName": "s"}}),
            None,
        ),
        (
            "Backup",
            json!({"backupMode": "log", "logSubcommand": "log-pause", "logTruncateUntil": "2022-10-10T16:21:00+08:00"}),
            None,
        ),
        (
            "Backup",
            json!({"from": {"host": "h", "secretName": "s"}}),
            Some("spec.from dropped"),
        ),
        (
            "Backup",
            json!({"tikvGCLifeTime": "72h"}),
            Some("spec.tikvGCLifeTime dropped"),
        ),
        (
            "Backup",
            json!({"calcSizeLevel": "all"}),
            Some("spec.calcSizeLevel dropped"),
        ),
        (
            "Backup",
            json!({"resumeGcSchedule": true}),
            Some("spec.resumeGcSchedule dropped"),
        ),
        (
            "Backup",
            json!({"s3": {"forcePathStyle": false}}),
            Some("spec.s3.forcePathStyle dropped"),
        ),
        (
            "Backup",
            json!({"cleanOption": {"snapshotsDeleteRatio": 0.5}}),
            Some("spec.cleanOption.snapshotsDeleteRatio dropped"),
        ),
        (
            "Backup",
            json!({"automountServiceAccountToken": false}),
            Some("spec.automountServiceAccountToken dropped"),
        ),
        (
            "Backup",
            json!({"volumeAttributesClassName": "c"}),
            Some("spec.volumeAttributesClassName dropped"),
        ),
        (
            "Backup",
            json!({"backupMode": "log", "logStop": true}),
            Some("spec.logStop renamed to logSubcommand: log-stop"),
        ),
        (
            "Backup",
            json!({"backupMode": "log", "logStop": false}),
            Some("spec.logStop dropped"),
        ),
        (
            "Restore",
            json!({"backoffLimit": 2, "tolerateSingleTiKVOutage": true}),
            None,
        ),
        (
            "Restore",
            json!({"restoreMode": "pitr", "pitrRestoredTs": "436569119308644661", "logRestoreStartTs": "1"}),
            None,
        ),
        (
            "Restore",
            json!({"to": {"host": "h", "secretName": "s"}}),
            Some("spec.to dropped"),
        ),
        (
            "Restore",
            json!({"prune": "afterFailed"}),
            Some("spec.prune dropped"),
        ),
        (
            "Restore",
            json!({"warmup": "sync"}),
            Some("spec.warmup dropped"),
        ),
        (
            "Restore",
            json!({"pitrFullBackupStorageProvider": {"s3": {"provider": "aws", "forcePathStyle": true}}}),
            Some("spec.pitrFullBackupStorageProvider.s3.forcePathStyle dropped"),
        ),
        (
            "CompactBackup",
            json!({"startTs": "1", "endTs": "2", "concurrency": 4}),
            None,
        ),
        (
            "CompactBackup",
            json!({"tikvImage": "i"}),
            Some("spec.tikvImage dropped"),
        ),
        (
            "CompactBackup",
            json!({"shardCount": 2}),
            Some("spec.shardCount dropped"),
        ),
    ];
    for (kind, more, expected) in rows {
        let Converted {
            manifest,
            mut warnings,
        } = converted(v1(kind, with(more.clone())));
        // CompactBackups always come with the warning that nobody works on them.
        warnings.retain(|warning| !warning.contains("no controller"));
        assert_eq!(manifest["apiVersion"], "br.pingcap.com/v1alpha1", "{more}");
        match (expected, warnings.as_slice()) {
            (None, []) => {
                for (key, value) in more.as_object().unwrap() {
                    assert_eq!(&manifest["spec"][key], value, "{kind} {key}");
                }
            }
            (Some(text), [warning]) => assert!(warning.starts_with(text), "{more}: {warning}"),
            (_, warnings) => panic!("{kind} {more}: {warnings:?}"),
        }
        assert_eq!(
            manifest["spec"]["br"],
            json!({"cluster": "basic"}),
            "{more}"
        );
    }
}

#[test]
fn a_schedule_with_everything() {
    let template = with(json!({"s3": {"forcePathStyle": true}}));
    let log = with(json!({"backupMode": "log"}));
    let document = v1(
        "BackupSchedule",
        json!({
            "schedule": "0 2 * * *", "maxReservedTime": "168h", "pause": true, "serviceAccount": "tidb-backup-manager",
            "compactInterval": "1h", "minCompactStartTs": "1", "backupTemplate": template, "logBackupTemplate": log,
            "compactBackupTemplate": with(json!({"mode": ""})),
        }),
    );
    let Converted { manifest, warnings } = converted(document);
    let snapshot = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b"}, "serviceAccount": "tidb-backup-manager", "backoffRetryPolicy": {}});
    assert_eq!(
        manifest["spec"],
        json!({
            "schedule": "0 2 * * *", "maxReservedTime": "168h", "pause": true, "compactSpan": "1h",
            "backupTemplate": snapshot, "logBackupTemplate": log, "compactBackupTemplate": with(json!({})),
        })
    );
    let beginnings: Vec<&str> = warnings
        .iter()
        .map(|text| text.split([':', ',']).next().unwrap())
        .collect();
    assert_eq!(
        beginnings,
        [
            "spec.serviceAccount moved to spec.backupTemplate.serviceAccount",
            "spec.backupTemplate.s3.forcePathStyle dropped",
            "spec.compactBackupTemplate.mode dropped",
            "spec.compactInterval renamed to compactSpan",
            "spec.minCompactStartTs dropped",
            "BackupSchedule carried out by nobody",
        ]
    );
}

/// Only what a user writes goes into the new object; an exported one would come with a stale status and a foreign owner.
#[test]
fn metadata_and_status() {
    let mut document = v1("Backup", with(json!({})));
    document["metadata"] = json!({
        "name": "x", "namespace": "tidb", "labels": {"a": "b"},
        "annotations": {"iam.amazonaws.com/role": "arn", "kubectl.kubernetes.io/last-applied-configuration": "{}"},
        "uid": "1", "resourceVersion": "2", "finalizers": ["tidb.pingcap.com/backup-protection"],
    });
    document["status"] = json!({"phase": "Complete"});
    let Converted { manifest, warnings } = converted(document);
    let expected = json!({"name": "x", "namespace": "tidb", "labels": {"a": "b"}, "annotations": {"iam.amazonaws.com/role": "arn"}});
    assert_eq!(manifest["metadata"], expected);
    assert_eq!(manifest.get("status"), None);
    let all = warnings.join("\n");
    for named in [
        "metadata.uid",
        "metadata.resourceVersion",
        "metadata.finalizers",
        "last-applied-configuration",
        "status dropped",
    ] {
        assert!(all.contains(named), "{named}: {all}");
    }
}

/// v2 finds the cluster only in the namespace of the object.
#[test]
fn namespaces() {
    let rows = [
        (Some("tidb"), "tidb", json!("tidb"), None),
        (
            Some("backup"),
            "tidb",
            json!("tidb"),
            Some("metadata.namespace changed from backup to tidb"),
        ),
        (
            None,
            "tidb",
            Value::Null,
            Some("spec.br.clusterNamespace carried: create the object in namespace tidb"),
        ),
    ];
    for (namespace, cluster, expected, warning) in rows {
        let mut document = v1("Backup", with(json!({"br": {"clusterNamespace": cluster}})));
        document["metadata"] = json!({"name": "x", "namespace": namespace});
        let Converted { manifest, warnings } = converted(document);
        assert_eq!(
            manifest["metadata"]
                .get("namespace")
                .unwrap_or(&Value::Null),
            &expected
        );
        assert_eq!(manifest["spec"]["br"]["clusterNamespace"], cluster);
        let found = warnings.first().map(String::as_str).unwrap_or_default();
        assert_eq!(warnings.is_empty(), warning.is_none(), "{warnings:?}");
        assert!(found.starts_with(warning.unwrap_or_default()), "{found}");
    }
}

/// A v2 snapshot without a policy hangs when its Pod dies; a log backup must not have one.
#[test]
fn retries() {
    let policy = json!({"maxRetryTimes": 5});
    let rows = [
        (json!({}), Some(json!({}))),
        (json!({"backupMode": "snapshot"}), Some(json!({}))),
        (json!({"backoffRetryPolicy": policy}), Some(policy.clone())),
        (json!({"backupMode": "log"}), None),
    ];
    for (more, expected) in rows {
        let manifest = converted(v1("Backup", with(more.clone()))).manifest;
        assert_eq!(
            manifest["spec"].get("backoffRetryPolicy"),
            expected.as_ref(),
            "{more}"
        );
    }
}

#[test]
fn what_is_refused() {
    let dump = json!({"from": {"host": "h", "secretName": "s"}, "s3": {"provider": "aws"}, "storageSize": "1Gi"});
    let rows = [
        (v1("Backup", dump.clone()), Exit::Unsupported, "Dumpling"),
        (
            v1("Restore", json!({"to": {"host": "h", "secretName": "s"}})),
            Exit::Unsupported,
            "Lightning",
        ),
        (
            v1("CompactBackup", json!({"startTs": "1"})),
            Exit::Usage,
            "spec.br is missing",
        ),
        (
            v1("Backup", with(json!({"backupMode": "volume-snapshot"}))),
            Exit::Unsupported,
            "volume-snapshot",
        ),
        (
            v1("Restore", with(json!({"restoreMode": "volume-snapshot"}))),
            Exit::Unsupported,
            "volume-snapshot",
        ),
        (
            v1(
                "BackupSchedule",
                json!({"schedule": "@daily", "backupTemplate": dump}),
            ),
            Exit::Unsupported,
            "spec.backupTemplate.br is absent",
        ),
        (
            v1("Backup", with(json!({"clusterr": 1}))),
            Exit::Usage,
            "clusterr",
        ),
        (
            v1("Backup", with(json!({"br": {"clustr": "x"}}))),
            Exit::Usage,
            "did you mean",
        ),
        (
            v1("Backup", with(json!({"br": {"concurrency": "four"}}))),
            Exit::Usage,
            "concurrency",
        ),
        (
            v1("Backup", with(json!({"logSubcommand": "log-resume"}))),
            Exit::Usage,
            "logSubcommand",
        ),
        (v1("VolumeBackup", json!({})), Exit::Usage, "VolumeBackup"),
        (v1("Backup", json!("text")), Exit::Usage, "no spec"),
        (
            json!({"apiVersion": "br.pingcap.com/v1alpha1", "kind": "Backup", "metadata": {"name": "x"}, "spec": {}}),
            Exit::Usage,
            "backup.br.pingcap.com/x is for v2 already",
        ),
        (
            json!({"apiVersion": "velero.io/v1", "kind": "Backup", "spec": {}}),
            Exit::Usage,
            "velero.io/v1",
        ),
        (
            json!({"apiVersion": "pingcap.com/v1alpha1", "kind": "Backup", "metadata": [], "spec": {}}),
            Exit::Usage,
            "metadata",
        ),
        (json!({}), Exit::Usage, "kind"),
        (json!("text"), Exit::Usage, "kind"),
    ];
    for (document, exit, text) in rows {
        let error = to_v2(document.clone()).unwrap_err();
        assert_eq!(error.exit(), exit, "{document}: {error}");
        assert!(error.message.contains(text), "{document}: {error}");
    }
}
