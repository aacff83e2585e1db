//! v2: deletion, and the states that a deletion does not leave.

use serde_json::json;

use super::super::dialect::Dialect;
use super::super::mode::Mode;
use super::{Row, Trial, play};

#[test]
fn deletion() {
    play(Dialect::V2, ROWS);
}

fn running(t: &mut Trial, policy: &str) {
    t.log("l1", json!({"cleanPolicy": policy}));
    t.wait(60);
    t.phases("l1");
}

fn stopped(t: &mut Trial, policy: &str) {
    running(t, policy);
    t.patch("l1", json!({"logSubcommand": "log-stop"}));
    t.phases("l1");
}

fn data(t: &Trial, name: &str) -> bool {
    t.engine
        .cache
        .data
        .contains(&format!("local:///mnt/{name}"))
}

pub(super) const ROWS: &[Row] = &[
    (
        "Deleting a Stopped log backup",
        "delete Stopped log, Retain: gone, data kept",
        |t| {
            stopped(t, "Retain");
            t.delete("l1");
            assert!(t.is_gone("l1"));
            assert_eq!(t.created("stop-l1"), 0);
            assert!(data(t, "l1"));
        },
    ),
    (
        "Deleting a log backup stops the task",
        "delete Running log, Retain: stop Job; phase Scheduled, Prepare, Running, Complete, gone; \
         Scheduled=True/StopLogBackupJobCreated; timeStarted overwritten with the stop's time; data kept",
        |t| {
            running(t, "Retain");
            let started = t.at("l1", "/status/timeStarted");
            t.next(Mode::Hang);
            t.delete("l1");
            t.sees(
                "l1",
                "Running | Scheduled/StopLogBackupJobCreated Prepare Running | start Complete",
            );
            let job = super::key("stop-l1");
            t.engine.decide(&job, Mode::Ok, t.now);
            while t.at("l1", "/status/phase") == "Running" {
                t.now += chrono::TimeDelta::milliseconds(50);
                t.step();
            }
            assert_ne!(t.at("l1", "/status/timeStarted"), started);
            assert_eq!(t.at("l1", "/status/timeTaken"), "0s");
            t.settle();
            assert_eq!(t.phases("l1"), "Scheduled Prepare Running Complete");
            assert!(t.is_gone("l1") && !t.has_task("l1") && data(t, "l1"));
            assert!(t.jobs().is_empty());
        },
    ),
    (
        "Delete erases the data",
        "delete Running log, Delete: as 8b, then clean Job, Clean=False/CleanJobCreated, Clean=True, gone, data erased",
        |t| {
            running(t, "Delete");
            t.engine.modes.set("clean-*", Mode::Hold);
            t.delete("l1");
            t.sees(
            "l1",
            "Clean | Scheduled/StopLogBackupJobCreated Prepare Running Complete Clean=False/CleanJobCreated \
             | start Complete",
        );
            t.finish("clean-l1");
            assert_eq!(t.phases("l1"), "Scheduled Prepare Running Complete Clean");
            assert!(t.is_gone("l1") && !t.has_task("l1") && !data(t, "l1"));
        },
    ),
    (
        "Deleting a Stopped log backup",
        "delete Stopped log, Delete: phase Clean, then a useless stop Job (phase back to Scheduled), Clean=True, gone",
        |t| {
            stopped(t, "Delete");
            t.delete("l1");
            assert_eq!(t.created("stop-l1"), 1);
            assert!(t.phases("l1").starts_with("Clean Scheduled"));
            assert!(t.is_gone("l1") && !data(t, "l1"));
        },
    ),
    (
        "A stop that fails on deletion leaves the task",
        "delete Running log, Retain, stop Job's br fails: phase Failed/StopLogBackupFailed, CR gone at once, task still in PD",
        |t| {
            running(t, "Retain");
            t.br_fails();
            t.delete("l1");
            assert_eq!(t.phases("l1"), "Scheduled Prepare Running Failed");
            assert!(t.is_gone("l1") && t.has_task("l1"));
        },
    ),
    (
        "A stop Job that died holds the log backup",
        "stop Job pod dies without verdict: stays Terminating; deleting Job stop-l1 re-runs it and frees the CR",
        |t| {
            running(t, "Retain");
            t.next(Mode::Die);
            t.delete("l1");
            t.wait(300);
            assert_eq!(t.at("l1", "/status/phase"), "Running");
            t.delete_job("stop-l1");
            assert!(t.is_gone("l1") && !t.has_task("l1"));
        },
    ),
    (
        "Deleting a failed start",
        "delete failed start: Retain gone at once; Delete: phase flips Complete/LogBackupNotStarted <-> Clean..., the \
         clean fails for want of a folder",
        |t| {
            t.br_fails();
            t.log("l1", json!({}));
            t.delete("l1");
            assert!(t.is_gone("l1"));
            t.br_fails();
            t.log("l2", json!({"cleanPolicy": "Delete"}));
            t.phases("l2");
            t.delete("l2");
            let flips = "Complete Clean Complete CleanFailed Complete";
            assert!(t.phases("l2").starts_with(flips));
            t.sees(
                "l2",
                "Complete | Scheduled Prepare Running Failed/StartLogBackupFailed Complete/LogBackupNotStarted \
                 Clean=False/CleanJobCreated CleanFailed/CleanBackupDataFailed | start Failed",
            );
            let message = t.at("l2", "/status/conditions/6/message");
            assert_eq!(message, "stat /mnt/l2: no such file or directory");
        },
    ),
    (
        "Deleting a log backup needs its cluster",
        "delete log whose Cluster cannot be found: on track stuck; with empty phase and Retain gone at once",
        |t| {
            running(t, "Retain");
            t.no_cluster("basic");
            t.delete("l1");
            t.wait(300);
            assert!(!t.is_gone("l1"));
            t.log("l2", json!({}));
            t.sees("l2", "-");
            t.delete("l2");
            assert!(t.is_gone("l2"));
        },
    ),
    (
        "Delete patched to Retain hangs",
        "snapshot Delete then patched Retain: stuck; patch OnFailure frees it, data kept",
        |t| {
            t.backup("s1", json!({"cleanPolicy": "Delete"}));
            t.patch("s1", json!({"cleanPolicy": "Retain"}));
            t.delete("s1");
            t.wait(300);
            assert!(!t.is_gone("s1"));
            t.patch("s1", json!({"cleanPolicy": "OnFailure"}));
            assert!(t.is_gone("s1") && data(t, "s1"));
        },
    ),
    (
        "An Invalid Backup with Delete hangs on v2",
        "Invalid + Delete: stuck; patch OnFailure frees it",
        |t| {
            t.backup("s1", json!({"cleanPolicy": "Delete", "backupType": "raw"}));
            t.delete("s1");
            t.wait(300);
            assert!(!t.is_gone("s1"));
            t.patch("s1", json!({"cleanPolicy": "OnFailure"}));
            assert!(t.is_gone("s1"));
        },
    ),
    (
        "A failed clean Job holds the Backup",
        "clean Job failed: stuck; deleting Job clean-s1 re-runs it",
        |t| {
            t.backup("s1", json!({"cleanPolicy": "Delete"}));
            t.br_fails();
            t.delete("s1");
            t.wait(300);
            assert_eq!(t.at("s1", "/status/phase"), "CleanFailed");
            t.delete_job("clean-s1");
            assert!(t.is_gone("s1") && !data(t, "s1"));
        },
    ),
    (
        "A running snapshot is deleted",
        "delete running snapshot: Retain instant, Job collected; Delete: running Job deleted first, then clean",
        |t| {
            t.engine.modes.set("backup-*", Mode::Hang);
            t.backup("s1", json!({}));
            t.delete("s1");
            assert!(t.is_gone("s1") && t.jobs().is_empty());
            t.backup("s2", json!({"cleanPolicy": "Delete"}));
            t.engine.modes.set("clean-*", Mode::Hold);
            t.delete("s2");
            assert_eq!(t.jobs(), ["clean-s2"]);
            t.finish("clean-s2");
            assert!(t.is_gone("s2") && !data(t, "s2"));
        },
    ),
    (
        "Deleting a log backup during its start",
        "delete while log-start runs: CR gone, no stop Job",
        |t| {
            t.next(Mode::Hang);
            t.log("l1", json!({}));
            t.delete("l1");
            assert!(t.is_gone("l1"));
            assert_eq!(t.created("stop-l1"), 0);
        },
    ),
];
