//! v1 (1.7 line): schedules. The operator starts at a moment that puts its resync at :21 and :51, as in the trial run. The compactions fail,
//! because their progress did not move in the trial run either.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::super::dialect::Dialect;
use super::super::document::text;
use super::super::mode::Mode;
use super::super::observe::ObjectKind;
use super::super::pd::PdTaskState;
use super::super::tso::tso;
use super::v1_log::pd;
use super::{Row, Trial, play};

#[test]
fn schedules() {
    play(Dialect::V1, ROWS);
}

/// Templates for snapshot, log and compaction.
pub(super) fn templates() -> Value {
    let storage = |prefix: &str| json!({"volume": {"name": "v"}, "volumeMount": {"name": "v", "mountPath": "/mnt"}, "prefix": prefix});
    let br = json!({"cluster": "basic", "clusterNamespace": "t1"});
    json!({
        "backupTemplate": {"br": br, "local": storage("schsnap")},
        "logBackupTemplate": {"backupMode": "log", "br": br, "local": storage("schlog")},
        "compactBackupTemplate": {"br": br, "local": storage("schlog"), "maxRetryTimes": 0},
        "compactInterval": "1m",
    })
}

/// The schedule `sch`, created at 00:25:17, whose checkpoint shows from 00:27:00 on; now it is 00:25:17.
fn created(t: &mut Trial) {
    *t = Trial::starting(Dialect::V1, at("00:24:21"));
    let failure = Mode::BrFail("tikv-ctl: exit status 1".to_owned());
    t.engine.modes.set("compact-*", failure);
    until(t, "00:25:17");
    let mut spec = templates();
    spec["schedule"] = json!("* * * * *");
    spec["maxReservedTime"] = json!("1h");
    let object = json!({
        "apiVersion": "pingcap.com/v1alpha1", "kind": "BackupSchedule",
        "metadata": {"namespace": "t1", "name": "sch", "labels": {"team": "storage"}, "annotations": {"note": "kept"}},
        "spec": spec,
    });
    t.keep(ObjectKind::Schedule, object);
    let start = tso(at("00:25:17"));
    t.engine.cache.pd.pin(&pd(), "log-sch", start).unwrap();
}

/// The schedule after its third snapshot and its second compaction, at 00:28:25.
pub(super) fn ran(t: &mut Trial) {
    created(t);
    until(t, "00:27:00");
    let start = tso(at("00:25:17"));
    let tasks = &mut t.engine.cache.pd;
    tasks.register(&pd(), "log-sch", start, start, PdTaskState::Running);
    until(t, "00:28:25");
}

fn at(time: &str) -> DateTime<Utc> {
    let text = format!("2026-11-21T{time}Z");
    DateTime::parse_from_rfc3339(&text).unwrap().to_utc()
}

pub(super) fn until(t: &mut Trial, time: &str) {
    // The Pods have moved the clock by fractions of a second.
    let left = at(time) - t.now + chrono::TimeDelta::milliseconds(999);
    t.wait(u64::try_from(left.num_seconds()).unwrap());
}

pub(super) fn snapshots(t: &Trial) -> Vec<String> {
    let names = t.names(ObjectKind::Backup).into_iter();
    names.filter(|name| name.starts_with("sch-")).collect()
}

pub(super) fn status(t: &Trial) -> Value {
    t.kept(ObjectKind::Schedule, "sch")["status"].clone()
}

fn paused(t: &mut Trial, pause: bool) {
    t.patch_spec(ObjectKind::Schedule, "sch", json!({"pause": pause}));
}

/// Pauses the schedule for 100 seconds, with a retention of a minute, which has something to delete.
fn shortened(t: &mut Trial) {
    paused(t, true);
    t.patch_spec(
        ObjectKind::Schedule,
        "sch",
        json!({"maxReservedTime": "1m"}),
    );
    t.wait(100);
}

pub(super) const ROWS: &[Row] = &[
    (
        "What a schedule names its children; A slot is noticed at the resync; The children of a schedule have its label",
        "names sch-2026-11-21t00-26-21, log-sch, compact-sch-2026-11-21t00-27-21; slot 00:26:00 fired at 00:26:21 (resync); \
         prefixes schsnap/basic-pd.t1-2379-2026-11-21t00-26-21, schlog/log-2026-11-21t00-25-17; schedule labels copied",
        |t| {
            created(t);
            assert_eq!(t.names(ObjectKind::Backup), ["log-sch"]);
            assert_eq!(t.at("log-sch", "/status/phase"), "Running");
            until(t, "00:26:20");
            assert_eq!(t.names(ObjectKind::Backup), ["log-sch"]);
            ran(t);
            let first = "sch-2026-11-21t00-26-21";
            assert_eq!(snapshots(t)[0], first);
            assert_eq!(t.at(first, "/status/phase"), "Complete");
            let prefix = |t: &Trial, name: &str| t.at(name, "/spec/local/prefix");
            assert_eq!(
                prefix(t, first),
                "schsnap/basic-pd.t1-2379-2026-11-21t00-26-21"
            );
            assert_eq!(prefix(t, "log-sch"), "schlog/log-2026-11-21t00-25-17");
            let compaction = "compact-sch-2026-11-21t00-27-21";
            assert_eq!(t.names(ObjectKind::Compaction)[0], compaction);
            let compaction = t.kept(ObjectKind::Compaction, compaction);
            assert_eq!(
                compaction["spec"]["local"]["prefix"],
                "schlog/log-2026-11-21t00-25-17"
            );
            assert_eq!(compaction["spec"]["startTs"], "2026-11-21 00:25:17");
            for child in [t.get(first), t.get("log-sch"), compaction] {
                let metadata = &child["metadata"];
                assert_eq!(metadata["labels"]["team"], "storage");
                for key in [
                    "app.kubernetes.io/instance",
                    "tidb.pingcap.com/backup-schedule",
                ] {
                    assert_eq!(metadata["labels"][key], "sch", "{key}");
                }
                assert_eq!(metadata["annotations"]["note"], "kept");
                let owner = &metadata["ownerReferences"][0];
                assert_eq!(
                    (&owner["kind"], &owner["controller"]),
                    (&json!("BackupSchedule"), &json!(true))
                );
            }
        },
    ),
    (
        "The status of a schedule has no conditions",
        "the status",
        |t| {
            ran(t);
            let expected = json!({
                "lastBackup": "sch-2026-11-21t00-28-21", "lastBackupTime": "2026-11-21T00:28:21Z",
                "lastCompact": "compact-sch-2026-11-21t00-28-21", "lastCompactExecutionTs": "2026-11-21T00:28:21Z",
                "lastCompactProgress": "2026-11-21T00:25:17Z",
                "logBackup": "log-sch", "logBackupStartTs": "2026-11-21T00:25:17Z",
            });
            assert_eq!(status(t), expected);
        },
    ),
    (
        "A paused schedule makes nothing new",
        "pause for 100 s: no new snapshot or compact; log backup and its checkpoint run on; GC runs (old snapshot and old \
         compacts deleted, logTruncateUntil set on log-sch)",
        |t| {
            ran(t);
            let (made, compacted) = (snapshots(t), t.names(ObjectKind::Compaction));
            assert_eq!((made.len(), compacted.len()), (3, 2));
            let (before, checkpoint) = (status(t), t.at("log-sch", "/status/logCheckpointTs"));
            shortened(t);
            let last = text(&before, "/lastBackup");
            assert!(
                snapshots(t).iter().all(|name| made.contains(name)),
                "{:?}",
                snapshots(t)
            );
            assert!(snapshots(t).contains(&last.to_owned()));
            assert!(!snapshots(t).contains(&made[0]), "the oldest snapshot");
            assert_eq!(status(t), before);
            // The newest compaction stays, however old it is.
            t.wait(200);
            assert_eq!(
                t.names(ObjectKind::Compaction),
                [text(&before, "/lastCompact")]
            );
            assert_eq!(t.at("log-sch", "/status/phase"), "Running");
            assert!(t.at("log-sch", "/status/logCheckpointTs") > checkpoint);
            assert_ne!(t.at("log-sch", "/spec/logTruncateUntil"), "");
        },
    ),
    (
        "A schedule does not truncate past the compaction",
        "the value GC sets: TSO of lastCompactProgress = logBackupStartTs, BEFORE the log's commitTs: truncate Complete without \
         Job, logSuccessTruncateUntil empty, spurious log-resume: Complete (kernel sync)",
        |t| {
            ran(t);
            shortened(t);
            let until = t.at("log-sch", "/spec/logTruncateUntil");
            assert_eq!(until, tso(at("00:25:17")).to_string());
            assert!(until < t.at("log-sch", "/status/commitTs"));
            let entry = |t: &Trial, command: &str, field: &str| {
                t.at(
                    "log-sch",
                    &format!("/status/logSubCommandStatuses/{command}/{field}"),
                )
            };
            assert_eq!(entry(t, "log-truncate", "phase"), "Complete");
            assert_eq!(entry(t, "log-truncate", "logTruncatingUntil"), until);
            assert_eq!(t.at("log-sch", "/status/logSuccessTruncateUntil"), "");
            assert_eq!(entry(t, "log-resume", "phase"), "Complete");
            assert_eq!(
                entry(t, "log-resume", "conditions/0/reason"),
                "LogBackupKernelSync"
            );
            for command in ["truncate", "resume"] {
                assert_eq!(
                    t.created(&format!("backup-log-sch-log-{command}")),
                    0,
                    "{command}"
                );
            }
        },
    ),
    (
        "A paused schedule makes nothing new",
        "pause: false: overdue run starts at once, one only",
        |t| {
            ran(t);
            paused(t, true);
            until(t, "00:30:36");
            let before = snapshots(t);
            assert_eq!(before.len(), 3);
            until(t, "00:30:37");
            paused(t, false);
            until(t, "00:31:20");
            let after = snapshots(t);
            assert_eq!(after[..3], before);
            assert_eq!(after[3..], ["sch-2026-11-21t00-30-37"]);
            until(t, "00:31:22");
            assert_eq!(snapshots(t)[4..], ["sch-2026-11-21t00-31-21"]);
        },
    ),
    (
        "maxBackups deletes the log backup",
        "maxBackups: 2 with log backup: Event `delete Backup t1/log-sch for backupSchedule/sch successful`",
        |t| {
            eaten(t);
            let event = "Normal SuccessfulDelete delete Backup t1/log-sch for backupSchedule/sch successful";
            let said = t.memory.events.iter().filter(|found| *found == event);
            assert_eq!(said.count(), 1);
            assert!(t.is_gone("log-sch") && !t.has_task("log-sch"));
            let kept = ["sch-2026-11-21t00-27-21", "sch-2026-11-21t00-28-21"];
            assert_eq!(snapshots(t), kept);
        },
    ),
    (
        "A schedule whose log backup is gone stalls",
        "log backup gone: \"log backup log-sch not found, requeuing\"; schedule stalls",
        |t| {
            eaten(t);
            let (before, made) = (status(t), snapshots(t));
            assert_eq!(before["logBackup"], "log-sch");
            t.wait(600);
            assert_eq!(status(t), before);
            assert_eq!(snapshots(t), made);
            // The operator tries again without a resync.
            let due = t.engine.due().unwrap();
            assert!((due - t.now).num_seconds() <= 100);
            // The repair: without `status.logBackup` the schedule creates a log backup of the same name.
            let patch = json!({"status": {"logBackup": null}});
            let key = super::key("sch");
            let change = t.memory.patch_kept(ObjectKind::Schedule, &key, &patch);
            t.engine.observe(change.unwrap(), t.now);
            t.settle();
            assert_eq!(t.at("log-sch", "/status/phase"), "Running");
            assert_ne!(snapshots(t), made);
        },
    ),
];

/// A schedule that keeps two children deletes the log backup, which is the oldest of them.
fn eaten(t: &mut Trial) {
    ran(t);
    let count = json!({"maxReservedTime": null, "maxBackups": 2});
    t.patch_spec(ObjectKind::Schedule, "sch", count);
    t.wait(10);
}
