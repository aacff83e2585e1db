//! v2: wrong clusters, Secrets and specs; name lengths; the checkpoint.

use serde_json::{Value, json};

use super::super::dialect::Dialect;
use super::super::document::ObjectKey;
use super::{Row, Trial, play};

#[test]
fn refusals() {
    play(Dialect::V2, REFUSALS);
}

#[test]
fn names_and_checkpoint() {
    play(Dialect::V2, NAMES_AND_CHECKPOINT);
}

fn s3(prefix: &str, secret: &str) -> Value {
    json!({"provider": "aws", "bucket": "b", "prefix": prefix, "secretName": secret})
}

/// Minutes pass, and there is no status.
fn silent(t: &mut Trial, name: &str) {
    t.wait(300);
    t.sees(name, "-");
}

/// A Backup with an invalid spec stays Invalid after the spec is corrected.
fn invalid(t: &mut Trial, name: &str, wrong: Value, right: Value) {
    t.backup(name, wrong);
    let seen = match t.at(name, "/spec/backupMode").as_str() {
        "log" => "Invalid | Invalid/InvalidSpec | start Invalid",
        _ => "Invalid | Invalid/InvalidSpec",
    };
    t.sees(name, seen);
    t.patch(name, right);
    t.wait(120);
    t.sees(name, seen);
}

pub(super) const REFUSALS: &[Row] = &[
    (
        "A missing Cluster leaves no status",
        "missing Cluster; empty br.cluster; clusterNamespace elsewhere: no status; log mode gets the finalizer nevertheless",
        |t| {
            t.log("l1", json!({"br": {"cluster": "nope"}}));
            t.backup("s1", json!({"br": {"cluster": ""}}));
            silent(t, "l1");
            silent(t, "s1");
            assert_eq!(
                t.at("l1", "/metadata/finalizers/0"),
                "pingcap.com/finalizer"
            );
            assert_eq!(t.at("s1", "/metadata/finalizers"), "");
            // A Cluster that is created later is noticed at the next try.
            t.cluster("nope", json!({}));
            t.sees("l1", "-");
            t.wait(60);
            t.settle();
            t.sees("l1", "Running | Scheduled Prepare Running | start Complete");
        },
    ),
    (
        "v2 finds clusters only in the namespace of the object",
        "the Cluster is looked for in the CR's own namespace",
        |t| {
            let elsewhere = t
                .engine
                .cache
                .clusters
                .remove(&super::key("basic"))
                .unwrap();
            t.engine.cache.tikv_groups = None;
            t.engine.cache.pd_groups = None;
            let clusters = &mut t.engine.cache.clusters;
            clusters.insert(ObjectKey::new("t2", "basic"), elsewhere);
            t.backup(
                "s1",
                json!({"br": {"cluster": "basic", "clusterNamespace": "t2"}}),
            );
            silent(t, "s1");
        },
    ),
    (
        "A missing Cluster leaves no status",
        "Cluster without TiKVGroup: no status, no write attempt",
        |t| {
            t.engine.cache.tikv_groups = Some(Default::default());
            t.backup("s1", json!({}));
            silent(t, "s1");
            assert!(t.memory.refusals.is_empty());
        },
    ),
    (
        "A missing Cluster leaves no status",
        "TiKVGroup but no PDGroup: no status; the write is rejected for its reason",
        |t| {
            t.engine.cache.pd_groups = Some(Default::default());
            t.backup("s1", json!({}));
            silent(t, "s1");
            assert!(t.memory.refusals[0].starts_with(
                "status.conditions[0].reason: Invalid value: \"failed to get first pd group: "
            ));
        },
    ),
    (
        "v2 panics again and again without a status",
        "br absent; azblob without secretName/SAS: no status, the operator survives",
        |t| {
            t.backup("s1", json!({"br": null}));
            t.backup(
                "s2",
                json!({"local": null, "azblob": {"container": "c", "prefix": "p"}}),
            );
            silent(t, "s1");
            silent(t, "s2");
            t.backup("s3", json!({}));
            t.sees("s3", "Complete | Scheduled Prepare Running Complete");
            assert_eq!(t.engine.crashed, None);
        },
    ),
    (
        "Storage problems are retried",
        "Secret missing / without keys / no storage: RetryFailed with GetS3SecretFailed / s3KeyNotExist / \
         UnsupportedStorageType; creating the Secret heals at the next back-off tick",
        |t| {
            t.backup("s1", json!({"local": null, "s3": s3("s1", "key")}));
            t.sees("s1", "RetryFailed | RetryFailed/GetS3SecretFailed");
            t.secret("empty", &["access_key"]);
            t.backup("s2", json!({"local": null, "s3": s3("s2", "empty")}));
            t.sees("s2", "RetryFailed | RetryFailed/s3KeyNotExist");
            t.backup("s3", json!({"local": null}));
            t.sees("s3", "RetryFailed | RetryFailed/UnsupportedStorageType");
            t.log("l1", json!({"local": null, "s3": s3("l1", "key")}));
            t.sees(
                "l1",
                "RetryFailed | RetryFailed/GetS3SecretFailed | start RetryFailed",
            );
            t.wait(10);
            t.secret("key", &["access_key", "secret_key"]);
            t.sees("s1", "RetryFailed | RetryFailed/GetS3SecretFailed");
            t.wait(30);
            t.settle();
            t.sees(
                "s1",
                "Complete | RetryFailed/GetS3SecretFailed Scheduled Prepare Running Complete",
            );
        },
    ),
    (
        "Invalid is final",
        "no bucket; endpoint minio:9000; backupType raw; bad log commitTs; bad minRetryDuration: Invalid/InvalidSpec; \
         fixing the spec does not heal",
        |t| {
            let good = json!({"provider": "aws", "bucket": "b"});
            let bucket = json!({"local": null, "s3": {"provider": "aws"}});
            invalid(t, "s1", bucket, json!({"s3": good}));
            let endpoint = json!({"provider": "ceph", "bucket": "b", "endpoint": "minio:9000"});
            let right = json!({"s3": {"endpoint": "http://minio:9000"}});
            invalid(t, "s2", json!({"local": null, "s3": endpoint}), right);
            invalid(
                t,
                "s3",
                json!({"backupType": "raw"}),
                json!({"backupType": "full"}),
            );
            let log = json!({"backupMode": "log", "commitTs": "2026-11-20 23:00:00+0800"});
            invalid(t, "l1", log, json!({"commitTs": null}));
            let policy = json!({"backoffRetryPolicy": {"minRetryDuration": "soon"}});
            invalid(
                t,
                "s4",
                policy,
                json!({"backoffRetryPolicy": {"minRetryDuration": "5s"}}),
            );
        },
    ),
    (
        "An unknown mode runs as a snapshot",
        "snapshot commitTs garbage; backupMode volume-snapshot: run as snapshot, Complete",
        |t| {
            t.backup("s1", json!({"commitTs": "garbage"}));
            t.backup("s2", json!({"backupMode": "volume-snapshot"}));
            for name in ["s1", "s2"] {
                t.sees(name, "Complete | Scheduled Prepare Running Complete");
            }
        },
    ),
    (
        "Sub-commands wait for the start",
        "create with log-stop: no status, finalizer only",
        |t| {
            t.log("l1", json!({"logSubcommand": "log-stop"}));
            silent(t, "l1");
            assert_eq!(
                t.at("l1", "/metadata/finalizers/0"),
                "pingcap.com/finalizer"
            );
            assert!(t.jobs().is_empty());
        },
    ),
    (
        "A paused Cluster is not woken",
        "Cluster paused, create / patch / delete, then unpause: nothing happens; any touch of the CR starts it at once",
        |t| {
            t.log("l1", json!({}));
            t.log("l2", json!({"br": {"cluster": "other"}}));
            t.cluster("other", json!({}));
            t.wait(60);
            t.settle();
            t.sees("l2", "Running | Scheduled Prepare Running | start Complete");
            // The checkpoint must not move, because its write would be an event that wakes the Backup.
            for (cluster, task) in [("basic", "l1"), ("other", "l2")] {
                let pd = super::key(cluster);
                t.engine
                    .cache
                    .pd
                    .pin(&pd, task, 470_605_910_679_069_441)
                    .unwrap();
            }
            t.wait(130);
            for name in ["basic", "other"] {
                t.cluster(name, json!({"paused": true}));
            }
            t.patch("l1", json!({"logSubcommand": "log-pause"}));
            t.backup("s1", json!({}));
            t.delete("l2");
            for name in ["basic", "other"] {
                t.cluster(name, json!({}));
            }
            t.wait(48);
            t.sees("l1", "Running | Scheduled Prepare Running | start Complete");
            t.sees("s1", "-");
            assert!(!t.is_gone("l2"));
            for name in ["l1", "s1", "l2"] {
                t.touch(name);
            }
            assert_eq!(t.at("l1", "/status/phase"), "Paused");
            assert_eq!(t.at("s1", "/status/phase"), "Complete");
            assert!(t.is_gone("l2"));
        },
    ),
];

fn long(length: usize) -> String {
    "n".repeat(length)
}

pub(super) const NAMES_AND_CHECKPOINT: &[Row] = &[
    (
        "A long log name fails late",
        "snapshot 56 ok, 57 RetryFailed/CreateBackupJobFailed; log 46 starts, pauses, stops, but resume and truncate \
         RetryFailed/CreateBackupJobFailed; 47 fails to start; 43 safe; dots fine",
        |t| {
            t.backup(&long(56), json!({}));
            t.sees(&long(56), "Complete | Scheduled Prepare Running Complete");
            t.backup(&long(57), json!({}));
            t.sees(&long(57), "RetryFailed | RetryFailed/CreateBackupJobFailed");
            t.log(&long(47), json!({}));
            t.sees(
                &long(47),
                "RetryFailed | RetryFailed/CreateBackupJobFailed | start RetryFailed",
            );
            for length in [43, 45, 46] {
                let name = long(length);
                let until = t.tso(1);
                t.log(&name, json!({"logSubcommand": "log-start"}));
                t.wait(5);
                let entry = |t: &Trial, command: &str| {
                    t.at(
                        &name,
                        &format!("/status/logSubCommandStatuses/{command}/phase"),
                    )
                };
                t.patch(&name, json!({"logTruncateUntil": until}));
                let truncated = if length > 43 {
                    "RetryFailed"
                } else {
                    "Complete"
                };
                assert_eq!(entry(t, "log-truncate"), truncated);
                t.patch(
                    &name,
                    json!({"logSubcommand": "log-pause", "logTruncateUntil": null}),
                );
                assert_eq!(entry(t, "log-pause"), "Complete");
                t.patch(&name, json!({"logSubcommand": "log-start"}));
                let resumed = if length > 45 {
                    "RetryFailed"
                } else {
                    "Complete"
                };
                assert_eq!(entry(t, "log-resume"), resumed);
                t.patch(&name, json!({"logSubcommand": "log-stop"}));
                assert_eq!(t.at(&name, "/status/phase"), "Stopped");
            }
            t.log("with.dots", json!({}));
            t.sees(
                "with.dots",
                "Running | Scheduled Prepare Running | start Complete",
            );
        },
    ),
    (
        "The checkpoint moves once a minute",
        "logCheckpointTs follows PD within 60 s; operator restarted: checkpoint moves on; frozen while Paused",
        |t| {
            t.log("l1", json!({}));
            let pd = ObjectKey::new("t1", "basic");
            let mut seen = Vec::new();
            for _ in 0..2 {
                t.wait(60);
                seen.push(
                    t.at("l1", "/status/logCheckpointTs")
                        .parse::<u64>()
                        .unwrap(),
                );
                t.engine.restart(t.now);
            }
            assert_eq!(((seen[1] - seen[0]) >> 18) / 1000, 60);
            t.engine
                .cache
                .pd
                .pin(&pd, "l1", 470_605_910_679_069_441)
                .unwrap();
            t.wait(60);
            assert_eq!(t.at("l1", "/status/logCheckpointTs"), "470605910679069441");
            t.patch("l1", json!({"logSubcommand": "log-pause"}));
            t.stays("l1", 180);
        },
    ),
];
