//! v2: log Jobs that die, sub-commands that are reversed, and deletion beside a Job that hangs.

use serde_json::json;

use super::super::dialect::Dialect;
use super::super::document::ObjectKey;
use super::super::mode::Mode;
use super::v1_log::{entry, truncated};
use super::v2_log::{command, paused, started};
use super::{Row, Trial, play};

#[test]
fn log_jobs() {
    play(Dialect::V2, ROWS);
}

/// The `creationTimestamp` of the log backup as a moment, to measure from.
fn checkpoint_age(t: &Trial) -> i64 {
    let started = t.at("l1", "/status/timeStarted");
    let started = chrono::DateTime::parse_from_rfc3339(&started).unwrap();
    (t.now - started.to_utc()).num_seconds()
}

pub(super) const ROWS: &[Row] = &[
    (
        "A dead log Job is made again on v2",
        "the Pod of a pause or truncate dies, or never runs: 18 Jobs in 4 s; the sub-status cycles Scheduled, Prepare, \
         Running; it ends when one Job succeeds, and leaves no trace",
        |t| {
            for (mode, cycle) in [
                (Mode::Die, "Scheduled Prepare Running"),
                (Mode::Early, "Scheduled"),
            ] {
                let mut t = Trial::new(t.dialect);
                started(&mut t);
                t.engine.modes.set("*-log-pause", mode);
                t.patch_only("l1", json!({"logSubcommand": "log-pause"}));
                let mut seen = Vec::new();
                for _ in 0..200 {
                    while t.step() {}
                    t.now += chrono::TimeDelta::milliseconds(20);
                    seen.push(entry(&t, "log-pause", "phase"));
                }
                let jobs = t.created("backup-l1-log-pause");
                assert!((10..=40).contains(&jobs), "{jobs} Jobs in 4 s");
                seen.dedup();
                seen.retain(|phase| !phase.is_empty());
                assert!(seen.join(" ").starts_with(cycle), "{seen:?}");
                assert_eq!(t.at("l1", "/status/phase"), "Running");
                t.engine.modes.set("*-log-pause", Mode::Ok);
                t.settle();
                t.sees(
                    "l1",
                    "Paused | Scheduled Prepare Running Paused/Complete | pause Complete, start Complete",
                );
            }
            started(t);
            t.engine.modes.set("*-log-truncate", Mode::Die);
            let until = t.tso(0);
            t.patch_only("l1", json!({"logTruncateUntil": until}));
            t.wait(4);
            assert!(t.created("backup-l1-log-truncate") > 10);
            assert_eq!(t.at("l1", "/status/logSuccessTruncateUntil"), "");
            t.engine.modes.set("*-log-truncate", Mode::Ok);
            t.settle();
            assert_eq!(t.at("l1", "/status/logSuccessTruncateUntil"), until);
        },
    ),
    (
        "A later sub-command follows by itself",
        "log-pause, then log-start, then nothing, while the pause Job runs: Paused first, then the resume Job, then Running",
        |t| {
            started(t);
            t.next(Mode::Hang);
            command(t, "log-pause");
            command(t, "log-start");
            t.phases("l1");
            t.wait(60);
            assert_eq!(entry(t, "log-pause", "phase"), "Running");
            assert_eq!(t.jobs(), ["backup-l1-log-pause", "backup-l1-log-start"]);
            t.finish("backup-l1-log-pause");
            assert_eq!(t.phases("l1"), "Running Paused Running");
            assert_eq!(t.at("l1", "/spec/logSubcommand"), "log-start");
            assert_eq!(entry(t, "log-resume", "phase"), "Complete");
            assert_eq!(t.created("backup-l1-log-pause"), 1);
        },
    ),
    (
        "A later sub-command follows by itself",
        "the mirror image: log-start, then log-pause, while the resume Job runs: Running first, then Paused",
        |t| {
            paused(t);
            t.next(Mode::Hang);
            command(t, "log-start");
            command(t, "log-pause");
            t.phases("l1");
            t.finish("backup-l1-log-resume");
            assert_eq!(t.phases("l1"), "Running Paused");
            assert_eq!(entry(t, "log-pause", "phase"), "Complete");
            assert_eq!(t.created("backup-l1-log-pause"), 2);
        },
    ),
    (
        "A paused Cluster does not stop the checkpoint",
        "Cluster paused: a log-pause waits without a sub-status, logCheckpointTs goes on moving",
        |t| {
            started(t);
            t.cluster("basic", json!({"paused": true}));
            command(t, "log-pause");
            let before = t.at("l1", "/status/logCheckpointTs");
            t.wait(130);
            assert_eq!(entry(t, "log-pause", "phase"), "");
            assert!(t.at("l1", "/status/logCheckpointTs") > before);
        },
    ),
    (
        "Deletion does not wait for other sub-commands",
        "a log-resume Pod hangs: the stop Job runs beside it (phases Scheduled, Prepare, Running, Complete), gone; log-resume \
         stays Scheduled to the end",
        |t| {
            paused(t);
            t.next(Mode::Hold);
            command(t, "log-start");
            t.phases("l1");
            t.engine.modes.set("stop-*", Mode::Hang);
            t.delete("l1");
            t.sees(
                "l1",
                "Running | Scheduled/StopLogBackupJobCreated Prepare Running Paused/Complete | \
                 pause Repeatable, resume Scheduled, start Complete",
            );
            t.finish("stop-l1");
            assert_eq!(t.phases("l1"), "Scheduled Prepare Running Complete");
            assert!(t.is_gone("l1") && !t.has_task("l1"));
        },
    ),
    (
        "A stop that fails on deletion leaves the task",
        "a Paused log backup, Retain, stop Job's br fails: gone in under 3 s, task still in PD, paused",
        |t| {
            paused(t);
            let since = t.now;
            t.br_fails();
            t.delete("l1");
            assert!(t.is_gone("l1") && t.has_task("l1"));
            assert!((t.now - since).num_seconds() < 3);
            let pd = ObjectKey::new("t1", "basic");
            let task = t.engine.cache.pd.task(&pd, "l1").unwrap();
            assert_eq!(task.state, super::super::pd::PdTaskState::Paused);
        },
    ),
    (
        "The checkpoint moves once a minute",
        "the first logCheckpointTs 50 to 70 s after the start; absent until then",
        |t| {
            t.log("l1", json!({"logSubcommand": "log-start"}));
            t.wait(45);
            assert_eq!(t.at("l1", "/status/logCheckpointTs"), "");
            while t.at("l1", "/status/logCheckpointTs").is_empty() {
                t.wait(1);
                assert!(checkpoint_age(t) < 120);
            }
            let age = checkpoint_age(t);
            assert!((50..=70).contains(&age), "{age} s");
        },
    ),
    (
        "logStop alone stops",
        "logStop: true without logSubcommand: log-stop Job, Stopped; both absent afterwards: stays Stopped",
        |t| {
            started(t);
            t.patch("l1", json!({"logSubcommand": null, "logStop": true}));
            assert_eq!(t.at("l1", "/status/phase"), "Stopped");
            t.patch("l1", json!({"logStop": null}));
            t.stays("l1", 120);
            assert_eq!(t.at("l1", "/status/phase"), "Stopped");
            truncated(t);
        },
    ),
];
