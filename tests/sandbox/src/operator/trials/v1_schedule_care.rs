//! v1 (1.7 line): what a schedule deletes, and what it leaves alone.

use serde_json::{Value, json};

use super::super::dialect::Dialect;
use super::super::document::{list, text};
use super::super::mode::Mode;
use super::super::observe::ObjectKind;
use super::v1_schedules::{ran, snapshots, status, until};
use super::{Row, Trial, key, play};

#[test]
fn what_a_schedule_deletes_and_leaves_alone() {
    play(Dialect::V1, ROWS);
}

/// Jobs of snapshots.
fn snapshot_jobs(t: &Trial) -> Vec<String> {
    let jobs = t.jobs().into_iter();
    jobs.filter(|job| job.starts_with("backup-sch-")).collect()
}

/// The schedule keeps so much from now on; the clock stands still.
fn keep(t: &mut Trial, reserved: &str) {
    t.patch_spec(
        ObjectKind::Schedule,
        "sch",
        json!({"maxReservedTime": reserved}),
    );
}

fn events(t: &Trial, event: &str) -> usize {
    t.memory
        .events
        .iter()
        .filter(|found| found.starts_with(event))
        .count()
}

/// A backup made by hand with the label of the schedule, and without an owner.
fn by_hand(t: &mut Trial, name: &str) {
    t.backup(name, json!({}));
    let labels = json!({"metadata": {"labels": {"tidb.pingcap.com/backup-schedule": "sch"}}});
    t.merge(name, labels, false).unwrap();
}

pub(super) const ROWS: &[Row] = &[
    (
        "The Job of the previous scheduled backup is deleted",
        "deleted when the schedule makes the next backup (Event `SuccessfulDelete delete job …` on the Backup): only the newest scheduled \
         backup has Job and Pod; a backup made by hand with the label keeps its own",
        |t| {
            ran(t);
            by_hand(t, "manual");
            until(t, "00:29:30");
            let made = snapshots(t);
            let newest = made.last().unwrap();
            assert!(made.len() > 3);
            assert_eq!(snapshot_jobs(t), [format!("backup-{newest}")]);
            let labels = t
                .memory
                .pods
                .values()
                .map(|pod| text(pod, "/metadata/labels/job-name").to_owned());
            let pods: Vec<_> = labels
                .filter(|job| job.starts_with("backup-sch-"))
                .collect();
            assert_eq!(pods, [format!("backup-{newest}")]);
            let event = format!("Normal SuccessfulDelete delete job t1/backup-{} ", made[0]);
            assert_eq!(events(t, &event), 1);
            assert!(t.jobs().contains(&"backup-manual".to_owned()));
        },
    ),
    (
        "A schedule ignores backups that it does not own",
        "not collected, not lastBackup, and no reason to wait: a slot fires while such a backup runs",
        |t| {
            ran(t);
            t.engine.modes.set("backup-manual", Mode::Hang);
            by_hand(t, "manual");
            let before = snapshots(t).len();
            t.wait(60);
            assert_eq!(t.at("manual", "/status/phase"), "Running");
            assert!(snapshots(t).len() > before, "a slot fired beside it");
            t.finish("backup-manual");
            assert!(text(&status(t), "/lastBackup").starts_with("sch-"));
            keep(t, "1m");
            t.wait(300);
            assert!(!t.is_gone("manual"));
        },
    ),
    (
        "Retention by time",
        "maxReservedTime shortened: within the same second all older snapshots go but the newest of them (the base); CompactBackups too; \
         Events SuccessfulDelete on the deleted objects",
        |t| {
            ran(t);
            until(t, "00:30:30");
            let before = snapshots(t);
            let compactions = t.names(ObjectKind::Compaction);
            let since = t.now;
            keep(t, "1m");
            assert!((t.now - since).num_seconds() <= 1);
            let after = snapshots(t);
            let gone: Vec<_> = before.iter().filter(|name| !after.contains(name)).collect();
            assert!(!gone.is_empty() && after.len() >= 2, "{after:?}");
            let left = t.names(ObjectKind::Compaction);
            assert!(left.len() < compactions.len(), "{left:?}");
            for name in gone {
                let event = format!(
                    "Normal SuccessfulDelete delete Backup t1/{name} for backupSchedule/sch successful"
                );
                assert_eq!(events(t, &event), 1);
            }
            let event = "Normal SuccessfulDelete delete CompactBackup t1/compact-sch-";
            assert_eq!(events(t, event), compactions.len() - left.len());
        },
    ),
    (
        "A schedule does not truncate past the compaction",
        "base snapshots go while lastCompactProgress is absent: logTruncateUntil is never set",
        |t| {
            ran(t);
            let patch = json!({"status": {"lastCompactProgress": null}});
            let change = t
                .memory
                .patch_kept(ObjectKind::Schedule, &key("sch"), &patch)
                .unwrap();
            t.engine.observe(change, t.now);
            let before = snapshots(t).len();
            until(t, "00:30:30");
            keep(t, "1m");
            assert!(snapshots(t).len() < before + 2);
            t.wait(120);
            assert_eq!(t.at("log-sch", "/spec/logTruncateUntil"), "");
        },
    ),
    (
        "A schedule leaves the sub-commands alone",
        "the log backup of a schedule is paused and resumed by logSubcommand; the schedule writes nothing into it",
        |t| {
            ran(t);
            for (command, phase) in [("log-pause", "Paused"), ("log-start", "Running")] {
                t.patch("log-sch", json!({"logSubcommand": command}));
                t.wait(120);
                assert_eq!(t.at("log-sch", "/status/phase"), phase);
                assert_eq!(t.at("log-sch", "/spec/logSubcommand"), command);
            }
        },
    ),
    (
        "The children of a schedule have its label",
        "snapshot, log and compact children alike: the four labels, ownerReference BackupSchedule with controller",
        |t| {
            ran(t);
            let compaction = t.names(ObjectKind::Compaction).remove(0);
            let snapshot = snapshots(t).remove(0);
            let children = [
                t.get(&snapshot),
                t.get("log-sch"),
                t.kept(ObjectKind::Compaction, &compaction),
            ];
            for child in children {
                let labels = &child["metadata"]["labels"];
                for (label, value) in [
                    ("tidb.pingcap.com/backup-schedule", "sch"),
                    ("app.kubernetes.io/name", "backup-schedule"),
                    ("app.kubernetes.io/managed-by", "backup-schedule-operator"),
                    ("app.kubernetes.io/instance", "sch"),
                ] {
                    assert_eq!(labels[label], value, "{label}");
                }
                let owners: &Value = &child["metadata"]["ownerReferences"];
                assert_eq!(list(owners, "").len(), 1);
                assert_eq!(owners[0]["controller"], true);
            }
        },
    ),
    (
        "A paused schedule makes nothing new",
        "pause over two slots, then false: no run while paused; at once one run for both; status keeps lastBackup",
        |t| {
            ran(t);
            let last = text(&status(t), "/lastBackup").to_owned();
            t.patch_spec(ObjectKind::Schedule, "sch", json!({"pause": true}));
            let before = snapshots(t);
            until(t, "00:31:10");
            assert_eq!(snapshots(t), before);
            assert_eq!(text(&status(t), "/lastBackup"), last);
            t.patch_spec(ObjectKind::Schedule, "sch", json!({"pause": false}));
            assert_eq!(snapshots(t).len(), before.len() + 1);
        },
    ),
];

#[test]
fn a_backup_made_by_hand_outlives_the_schedule() {
    let mut t = Trial::new(Dialect::V1);
    ran(&mut t);
    by_hand(&mut t, "manual");
    t.drop_kept(ObjectKind::Schedule, "sch");
    assert!(snapshots(&t).is_empty(), "{:?}", snapshots(&t));
    assert!(!t.is_gone("manual"));
}
