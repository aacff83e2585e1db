//! v1 (1.7 line): refusals, deletion, retry, names.

use serde_json::{Value, json};

use super::super::dialect::Dialect;
use super::super::mode::Mode;
use super::{Row, Trial, key, play};

#[test]
fn refusals() {
    play(Dialect::V1, REFUSALS);
}

#[test]
fn deletion() {
    play(Dialect::V1, DELETION);
}

#[test]
fn retry_and_names() {
    play(Dialect::V1, RETRY_AND_NAMES);
}

const DONE: &str = "Complete | Scheduled Prepare Running Complete";

fn running(t: &mut Trial, policy: &str) {
    t.log("l1", json!({"cleanPolicy": policy}));
    t.wait(60);
    t.phases("l1");
}

fn invalid(t: &mut Trial, name: &str, wrong: Value, right: Value) {
    t.backup(name, wrong);
    assert_eq!(t.at(name, "/status/phase"), "Invalid");
    assert_eq!(t.at(name, "/status/conditions/0/reason"), "InvalidSpec");
    t.patch(name, right);
    t.wait(120);
    assert_eq!(t.at(name, "/status/phase"), "Invalid");
}

pub(super) const REFUSALS: &[Row] = &[
    (
        "A missing TidbCluster is RetryFailed",
        "missing TidbCluster, empty br.cluster: RetryFailed, reason \"failed to fetch tidbcluster t1/nope\"",
        |t| {
            t.backup("s1", json!({"br": {"cluster": "nope"}}));
            t.sees(
                "s1",
                "RetryFailed | RetryFailed/failed to fetch tidbcluster t1/nope",
            );
            t.backup("s2", json!({"br": {"cluster": ""}}));
            t.sees(
                "s2",
                "RetryFailed | RetryFailed/failed to fetch tidbcluster t1/",
            );
            t.log("l1", json!({"br": {"cluster": "nope"}}));
            t.sees(
                "l1",
                "RetryFailed | RetryFailed/failed to fetch tidbcluster t1/nope | start RetryFailed",
            );
            t.cluster("nope", json!({}));
            t.wait(30);
            t.settle();
            assert_eq!(t.at("s1", "/status/phase"), "Complete");
            assert_eq!(t.at("l1", "/status/phase"), "Running");
        },
    ),
    (
        "A v1 Backup waits for a Ready TidbCluster; Sub-commands wait for the start",
        "TidbCluster not Ready; create with log-stop: no status",
        |t| {
            t.log("l1", json!({"logSubcommand": "log-stop"}));
            t.engine.cache.clusters.get_mut(&key("basic")).unwrap()["status"] = json!({});
            t.backup("s1", json!({}));
            t.log("l2", json!({}));
            t.wait(300);
            for name in ["l1", "s1", "l2"] {
                assert_eq!(t.at(name, "/status/phase"), "", "{name}");
            }
        },
    ),
    (
        "Storage problems are retried",
        "Secret missing, keys missing, no storage: RetryFailed; healed after 6 s",
        |t| {
            let s3 = json!({"provider": "aws", "bucket": "b", "secretName": "key"});
            t.backup("s1", json!({"local": null, "s3": s3}));
            t.sees("s1", "RetryFailed | RetryFailed/GetS3SecretFailed");
            t.backup("s2", json!({"local": null}));
            t.sees("s2", "RetryFailed | RetryFailed/UnsupportedStorageType");
            t.secret("key", &["access_key", "secret_key"]);
            t.wait(16);
            t.settle();
            assert_eq!(t.at("s1", "/status/phase"), "Complete");
        },
    ),
    (
        "Invalid is final",
        "br absent: Invalid \"missing cluster config\"",
        |t| {
            t.backup("s1", json!({"br": null}));
            t.sees("s1", "Invalid | Invalid/InvalidSpec");
            assert!(
                t.at("s1", "/status/conditions/0/message")
                    .contains("missing cluster config")
            );
        },
    ),
    (
        "Invalid is final",
        "invalid specs: Invalid, which a correction does not heal",
        |t| {
            let good = json!({"provider": "aws", "bucket": "b"});
            let bucket = json!({"local": null, "s3": {"provider": "aws"}});
            invalid(t, "s1", bucket, json!({"s3": good}));
            invalid(
                t,
                "s2",
                json!({"backupType": "raw"}),
                json!({"backupType": "full"}),
            );
            let log = json!({"backupMode": "log", "commitTs": "2026-11-20 23:00:00+0800"});
            invalid(t, "l1", log, json!({"commitTs": null}));
            let policy = json!({"backoffRetryPolicy": {"minRetryDuration": "soon"}});
            invalid(
                t,
                "s3",
                policy,
                json!({"backoffRetryPolicy": {"minRetryDuration": "5s"}}),
            );
        },
    ),
    (
        "v1 follows clusterNamespace",
        "clusterNamespace elsewhere: works",
        |t| {
            let mut elsewhere = t.engine.cache.clusters.remove(&key("basic")).unwrap();
            elsewhere["metadata"]["namespace"] = json!("t2");
            t.engine
                .cache
                .clusters
                .insert(super::ObjectKey::new("t2", "basic"), elsewhere);
            t.backup(
                "s1",
                json!({"br": {"cluster": "basic", "clusterNamespace": "t2"}}),
            );
            t.sees("s1", DONE);
        },
    ),
    (
        "One object can end the v1 operator",
        "azblob without secretName/SAS: operator process exits, again after restart, until the CR is deleted",
        |t| {
            t.backup("s1", json!({"local": null, "azblob": {"container": "c"}}));
            assert_eq!(t.engine.crashed, Some(key("s1")));
            t.backup("s2", json!({}));
            t.wait(300);
            t.sees("s2", "-");
            t.touch("s1");
            assert_eq!(t.engine.crashed, Some(key("s1")));
            t.delete("s1");
            assert_eq!(t.engine.crashed, None);
            t.sees("s2", DONE);
        },
    ),
];

pub(super) const DELETION: &[Row] = &[
    (
        "Deleting a log backup stops the task",
        "delete Running log, Retain and Delete: stop Job, then clean Job; sub-statuses not touched",
        |t| {
            running(t, "Retain");
            t.delete("l1");
            assert_eq!(t.phases("l1"), "Scheduled Prepare Running Complete");
            assert!(t.is_gone("l1") && !t.has_task("l1"));
            running(t, "Delete");
            t.engine.modes.set("clean-*", Mode::Hold);
            t.delete("l1");
            t.sees(
                "l1",
                "Clean | Scheduled/StopLogBackupJobCreated Prepare Running Complete Clean=False \
             | start Complete",
            );
            t.finish("clean-l1");
            assert!(t.is_gone("l1"));
            assert!(
                t.engine.cache.data.is_empty() || !t.engine.cache.data.contains("local:///mnt/l1")
            );
        },
    ),
    (
        "A stop that fails on deletion leaves the task",
        "stop Job's br fails, Retain: CR gone, task still in PD",
        |t| {
            running(t, "Retain");
            t.br_fails();
            t.delete("l1");
            assert!(t.is_gone("l1") && t.has_task("l1"));
        },
    ),
    (
        "Deleting a log backup needs its cluster",
        "log with cluster not found: on track stuck; no status yet and Retain gone",
        |t| {
            running(t, "Retain");
            t.no_cluster("basic");
            t.delete("l1");
            t.wait(300);
            assert!(!t.is_gone("l1"));
            t.cluster("other", json!({}));
            t.engine.cache.clusters.get_mut(&key("other")).unwrap()["status"] = json!({});
            t.log("l2", json!({"br": {"cluster": "other"}}));
            t.sees("l2", "-");
            t.no_cluster("other");
            t.delete("l2");
            assert!(t.is_gone("l2"));
        },
    ),
    (
        "Delete patched to Retain hangs",
        "snapshot Delete then Retain: stuck; OnFailure frees it",
        |t| {
            t.backup("s1", json!({"cleanPolicy": "Delete"}));
            t.patch("s1", json!({"cleanPolicy": "Retain"}));
            t.delete("s1");
            t.wait(300);
            assert!(!t.is_gone("s1"));
            t.patch("s1", json!({"cleanPolicy": "OnFailure"}));
            assert!(t.is_gone("s1"));
        },
    ),
    (
        "An Invalid Backup with Delete goes on v1",
        "Invalid + Delete: gone (v2: stuck)",
        |t| {
            t.backup("s1", json!({"cleanPolicy": "Delete", "backupType": "raw"}));
            t.sees("s1", "Invalid | Invalid/InvalidSpec");
            t.delete("s1");
            assert!(t.is_gone("s1"));
        },
    ),
    (
        "A failed clean Job holds the Backup",
        "clean failed: CleanFailed, stuck; deleting the Job re-runs it",
        |t| {
            t.backup("s1", json!({"cleanPolicy": "Delete"}));
            t.br_fails();
            t.delete("s1");
            t.wait(300);
            assert_eq!(t.at("s1", "/status/phase"), "CleanFailed");
            t.delete_job("clean-s1");
            assert!(t.is_gone("s1"));
        },
    ),
    (
        "A running snapshot is deleted",
        "running snapshot: Retain goes at once, Delete deletes the Job first, then cleans",
        |t| {
            t.engine.modes.set("backup-*", Mode::Hang);
            t.backup("s1", json!({}));
            t.delete("s1");
            assert!(t.is_gone("s1") && t.jobs().is_empty());
            t.backup("s2", json!({"cleanPolicy": "Delete"}));
            t.delete("s2");
            assert!(t.is_gone("s2"));
        },
    ),
];

pub(super) const RETRY_AND_NAMES: &[Row] = &[
    (
        "A dead snapshot Job is retried with back-off",
        "pod dies, policy omitted: policy appears with the first status write, retry record at once; phase stays Running or \
         Scheduled until due, noticed at resync (planned 2 s, done after 31 s)",
        |t| {
            for (mode, phase) in [(Mode::Die, "Running"), (Mode::Early, "Scheduled")] {
                let mut t = Trial::new(t.dialect);
                t.next(mode);
                t.backup("s1", json!({}));
                assert_eq!(
                    t.at("s1", "/spec/backoffRetryPolicy/minRetryDuration"),
                    "300s"
                );
                assert_eq!(t.at("s1", "/status/phase"), phase);
                assert_eq!(t.at("s1", "/status/backoffRetryStatus/0/retryNum"), "1");
                t.wait(280);
                assert_eq!(t.at("s1", "/status/phase"), phase);
            }
            t.next(Mode::Die);
            t.backup(
                "s1",
                json!({"backoffRetryPolicy": {"minRetryDuration": "2s"}}),
            );
            let failed = t.now;
            assert_eq!(t.at("s1", "/status/phase"), "Running");
            t.phases("s1");
            while t.at("s1", "/status/phase") == "Running" {
                t.wait(1);
            }
            let seconds = (t.now - failed).num_seconds();
            assert!((20..=32).contains(&seconds), "retried after {seconds} s");
            t.settle();
            assert_eq!(
                t.phases("s1"),
                "RetryFailed Scheduled Prepare Running Complete"
            );
            t.sees(
                "s1",
                "Complete | Scheduled Prepare Running RetryFailed/RetryFailedBackup Restart/RetryTriggered Complete",
            );
        },
    ),
    (
        "A dead snapshot Job is retried with back-off",
        "with maxRetryTimes 2 the third record makes the Backup Failed",
        |t| {
            t.engine.modes.set("*", Mode::Die);
            t.backup(
                "s1",
                json!({"backoffRetryPolicy": {"minRetryDuration": "2s"}}),
            );
            t.wait(120);
            assert_eq!(t.at("s1", "/status/phase"), "Failed");
            assert_eq!(t.created("backup-s1"), 3);
        },
    ),
    (
        "A long log name fails late",
        "snapshot 57 and log 47: RetryFailed/CreateBackupJobFailed plus Event Warning FailedCreate",
        |t| {
            let (snapshot, log) = ("n".repeat(57), "n".repeat(47));
            t.backup(&snapshot, json!({}));
            t.sees(&snapshot, "RetryFailed | RetryFailed/CreateBackupJobFailed");
            t.log(&log, json!({}));
            t.sees(
                &log,
                "RetryFailed | RetryFailed/CreateBackupJobFailed | start RetryFailed",
            );
            assert!(
                t.memory
                    .events
                    .iter()
                    .all(|event| event.starts_with("Warning FailedCreate"))
            );
            assert!(t.memory.events.len() >= 2);
        },
    ),
];
