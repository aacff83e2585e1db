//! v1 (1.7 line): log Jobs that die, and what happens beside one that hangs.

use serde_json::json;

use super::super::dialect::Dialect;
use super::super::document::condition_true;
use super::super::mode::Mode;
use super::v1_log::{command, entry, paused, reason, started, truncated};
use super::{Row, Trial, key, play};

#[test]
fn log_jobs() {
    play(Dialect::V1, ROWS);
}

#[test]
fn error_pauses() {
    play(Dialect::V1, ERROR_PAUSES);
}

/// The sub-status of a dead Job stays, the Job is Failed, and no event or condition says so.
fn hangs(t: &mut Trial, command: &str, phase: &str) {
    let job = format!("backup-l1-{command}");
    let events = t.memory.events.len();
    assert!(condition_true(&t.memory.jobs[&key(&job)], "Failed"));
    t.wait(1020);
    assert_eq!(entry(t, command, "phase"), phase);
    assert_eq!(t.memory.events.len(), events);
    assert!(!condition_true(&t.get("l1"), "Failed"));
    t.delete_job(&job);
    t.wait(60);
    assert_eq!(entry(t, command, "phase"), phase);
    assert_eq!(t.created(&job), 1);
}

pub(super) const ROWS: &[Row] = &[
    (
        "A dead log Job hangs for ever on v1",
        "the Pod of a pause dies without a verdict: Running for ever; deleting the Job changes nothing; the null patch helps",
        |t| {
            started(t);
            t.next(Mode::Die);
            command(t, "log-pause");
            hangs(t, "log-pause", "Running");
            t.forget("l1", "log-pause");
            assert_eq!(t.at("l1", "/status/phase"), "Paused");
        },
    ),
    (
        "A dead log Job hangs for ever on v1",
        "the Pod of a start never runs: Scheduled for ever; the null patch helps",
        |t| {
            t.next(Mode::Early);
            t.log("l1", json!({"logSubcommand": "log-start"}));
            hangs(t, "log-start", "Scheduled");
            assert_eq!(t.at("l1", "/status/phase"), "Scheduled");
            t.forget("l1", "log-start");
            assert_eq!(entry(t, "log-start", "phase"), "Complete");
        },
    ),
    (
        "A dead log Job hangs for ever on v1",
        "a truncate dies: the same value hangs; any other logTruncateUntil runs a new Job within 1 s",
        |t| {
            started(t);
            t.next(Mode::Die);
            let until = t.tso(0);
            t.patch("l1", json!({"logTruncateUntil": until}));
            t.wait(45);
            assert_eq!(entry(t, "log-truncate", "phase"), "Running");
            t.touch("l1");
            assert_eq!(t.created("backup-l1-log-truncate"), 1);
            let since = t.now;
            truncated(t);
            assert!((t.now - since).num_seconds() <= 1);
            assert_eq!(t.created("backup-l1-log-truncate"), 2);
        },
    ),
    (
        "A dead log Job hangs for ever on v1",
        "stuck in pause, then log-start: nothing; a truncate works; log-pause: Running stays, which is not work under way",
        |t| {
            started(t);
            t.next(Mode::Die);
            command(t, "log-pause");
            command(t, "log-start");
            t.wait(100);
            assert_eq!(t.at("l1", "/status/phase"), "Running");
            assert_eq!(t.created("backup-l1-log-resume"), 0);
            truncated(t);
            assert_eq!(entry(t, "log-pause", "phase"), "Running");
            assert_eq!(t.at("l1", "/spec/logSubcommand"), "log-start");
        },
    ),
    (
        "logStop beside logSubcommand is rejected",
        "logStop: false next to logSubcommand is rejected",
        |t| {
            started(t);
            assert!(t.try_patch("l1", json!({"logStop": false})).is_err());
            assert!(t.memory.refusals[0].contains("is the old version field"));
        },
    ),
    (
        "logStop alone stops",
        "logStop: true without logSubcommand: log-stop Job, Stopped; both absent afterwards: stays Stopped",
        |t| {
            started(t);
            t.patch("l1", json!({"logSubcommand": null, "logStop": true}));
            assert_eq!(t.at("l1", "/status/phase"), "Stopped");
            t.wait(130);
            t.patch("l1", json!({"logStop": null}));
            t.wait(120);
            assert_eq!(t.at("l1", "/status/phase"), "Stopped");
        },
    ),
    (
        "Clearing the sub-status runs it again; Conditions are never taken back",
        "a start that failed, null patch on the main resource: runs, commitTs; the condition Failed stays",
        |t| {
            t.br_fails();
            t.log("l1", json!({"logSubcommand": "log-start"}));
            t.wait(60);
            assert_eq!(t.at("l1", "/status/phase"), "Failed");
            t.forget("l1", "log-start");
            assert_ne!(t.at("l1", "/status/commitTs"), "");
            t.sees(
                "l1",
                "Running | Scheduled Prepare Running Failed/StartLogBackupFailed | start Complete",
            );
        },
    ),
    (
        "Deletion does not wait for other sub-commands",
        "Running, Retain, a log-pause Pod hangs: the stop Job's phases appear as status.phase, log-pause stays Scheduled",
        |t| {
            started(t);
            t.next(Mode::Hold);
            command(t, "log-pause");
            t.phases("l1");
            t.engine.modes.set("stop-*", Mode::Hang);
            t.delete("l1");
            assert_eq!(t.at("l1", "/status/phase"), "Running");
            assert_eq!(entry(t, "log-pause", "phase"), "Scheduled");
            t.finish("stop-l1");
            assert_eq!(t.phases("l1"), "Scheduled Prepare Running Complete");
            assert!(t.is_gone("l1") && !t.has_task("l1"));
        },
    ),
    (
        "Names must fit the Job",
        "a log name of 43: start, pause, resume, truncate and stop work",
        |t| {
            let name = "n".repeat(43);
            t.log(&name, json!({"logSubcommand": "log-start"}));
            t.wait(60);
            for (command, phase) in [("log-pause", "Paused"), ("log-start", "Running")] {
                t.patch(&name, json!({"logSubcommand": command}));
                assert_eq!(t.at(&name, "/status/phase"), phase);
            }
            let until = t.tso(0);
            t.patch(&name, json!({"logTruncateUntil": until}));
            assert_eq!(t.at(&name, "/status/logSuccessTruncateUntil"), until);
            t.patch(&name, json!({"logSubcommand": "log-stop"}));
            assert_eq!(t.at(&name, "/status/phase"), "Stopped");
        },
    ),
];

/// A log backup whose task TiKV has paused with an error, and the operator has noticed it.
fn error_paused(t: &mut Trial) {
    started(t);
    let now = t.now;
    let pd = &mut t.engine.cache.pd;
    pd.error_pause(&key("basic"), "l1", "disk full", now)
        .unwrap();
    t.wait(100);
    assert_eq!(t.at("l1", "/status/phase"), "RetryFailed");
}

pub(super) const ERROR_PAUSES: &[Row] = &[
    (
        "The way out of an error pause",
        "log-pause: its Job fails (BR pauses no paused task), Failed/PauseLogBackupFailed; phase stays RetryFailed; nothing \
         moves any more",
        |t| {
            error_paused(t);
            command(t, "log-pause");
            assert_eq!(entry(t, "log-pause", "phase"), "Failed");
            let failed = "/status/logSubCommandStatuses/log-pause/conditions/3/reason";
            assert_eq!(t.at("l1", failed), "PauseLogBackupFailed");
            t.wait(75);
            assert_eq!(t.at("l1", "/status/phase"), "RetryFailed");
            command(t, "log-start");
            t.wait(75);
            command(t, "log-pause");
            t.wait(75);
            assert_eq!(t.at("l1", "/status/phase"), "RetryFailed");
            assert_eq!(t.created("backup-l1-log-pause"), 1);
        },
    ),
    (
        "The way out of an error pause",
        "resumed outside with br, then the null patch of log-pause: Paused; then log-start: Running, within a second each",
        |t| {
            error_paused(t);
            command(t, "log-pause");
            t.engine.cache.pd.resume(&key("basic"), "l1").unwrap();
            let since = t.now;
            t.forget("l1", "log-pause");
            assert_eq!(t.at("l1", "/status/phase"), "Paused");
            assert!((t.now - since).num_seconds() <= 1);
            command(t, "log-start");
            assert_eq!(t.at("l1", "/status/phase"), "Running");
            assert!((t.now - since).num_seconds() <= 2);
        },
    ),
    (
        "A lost task fails a v1 log backup",
        "after about a minute Failed, log-start Failed/LogBackupTaskNotFound, commitTs stays; log-pause and log-stop run their \
         Jobs and fail; phase stays Failed",
        |t| {
            started(t);
            t.wait(3);
            t.engine.cache.pd.stop(&key("basic"), "l1").unwrap();
            t.wait(90);
            assert_eq!(reason(t, "Failed"), "LogBackupTaskNotFound");
            assert_ne!(t.at("l1", "/status/commitTs"), "");
            for order in ["log-pause", "log-stop"] {
                command(t, order);
                t.wait(60);
                assert_eq!(entry(t, order, "phase"), "Failed");
                assert_eq!(t.created(&format!("backup-l1-{order}")), 1);
                let message = format!("/status/logSubCommandStatuses/{order}/conditions/3/message");
                assert!(t.at("l1", &message).contains("ErrTaskNotFound"));
                assert_eq!(t.at("l1", "/status/phase"), "Failed");
            }
        },
    ),
    (
        "A log backup that is off track is not stopped",
        "deleting an error-paused log backup, Retain: gone at once, no stop Job, task still in PD",
        |t| {
            error_paused(t);
            t.delete("l1");
            assert!(t.is_gone("l1") && t.has_task("l1"));
            assert_eq!(t.created("stop-l1"), 0);
        },
    ),
    (
        "A stop that fails on deletion leaves the task",
        "a Paused log backup, Retain, stop Job's br fails: gone, task still in PD",
        |t| {
            paused(t);
            t.br_fails();
            t.delete("l1");
            assert!(t.is_gone("l1") && t.has_task("l1"));
        },
    ),
];
