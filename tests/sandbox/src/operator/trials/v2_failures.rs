//! v2: a sub-command that failed stays failed until its status is patched.

use serde_json::json;

use super::super::dialect::Dialect;
use super::super::mode::Mode;
use super::v2_log::{command, paused, started};
use super::{Row, play};

#[test]
fn failures() {
    play(Dialect::V2, FAILURES);
}

pub(super) const FAILURES: &[Row] = &[
    (
        "A failed sub-command stays failed",
        "start: br fails: phase Failed, cond Failed/StartLogBackupFailed; touch, deleting the Job, log-stop, log-pause: nothing",
        |t| {
            t.br_fails();
            t.log("l1", json!({"logSubcommand": "log-start"}));
            let dead =
                "Failed | Scheduled Prepare Running Failed/StartLogBackupFailed | start Failed";
            t.sees("l1", dead);
            t.touch("l1");
            t.delete_job("backup-l1-log-start");
            command(t, "log-stop");
            t.wait(100);
            command(t, "log-pause");
            t.wait(100);
            t.sees("l1", dead);
            assert_eq!(t.jobs(), Vec::<String>::new());
        },
    ),
    (
        "Clearing the sub-status runs it again",
        "null patch of log-start: start re-runs, phase Running, commitTs set; Failed/StartLogBackupFailed stays True for ever",
        |t| {
            t.br_fails();
            t.log("l1", json!({"logSubcommand": "log-start"}));
            t.forget("l1", "log-start");
            t.sees(
                "l1",
                "Running | Scheduled Prepare Running Failed/StartLogBackupFailed | start Complete",
            );
            assert_ne!(t.at("l1", "/status/commitTs"), "");
        },
    ),
    (
        "A failed pause blocks truncation on v2",
        "pause fails: Failed, phase Running; toggling: still Failed, no Job; truncate blocked under log-pause, works \
         after log-start; null patch re-runs it",
        |t| {
            started(t);
            t.br_fails();
            command(t, "log-pause");
            let failed = "Running | Scheduled Prepare Running | pause Failed, start Complete";
            t.sees("l1", failed);
            command(t, "log-start");
            command(t, "log-pause");
            t.wait(60);
            t.sees("l1", failed);
            assert_eq!(t.created("backup-l1-log-pause"), 1);
            let until = t.tso(0);
            t.patch("l1", json!({"logTruncateUntil": until}));
            t.sees("l1", failed);
            command(t, "log-start");
            assert_eq!(t.at("l1", "/status/logSuccessTruncateUntil"), until);
            command(t, "log-pause");
            t.forget("l1", "log-pause");
            assert_eq!(t.at("l1", "/status/phase"), "Paused");
        },
    ),
    (
        "A failed sub-command stays failed",
        "resume fails: Failed, phase Paused; toggling does nothing; null patch heals",
        |t| {
            paused(t);
            t.br_fails();
            command(t, "log-start");
            let failed = "Paused | Scheduled Prepare Running Paused/Complete \
                      | pause Repeatable, resume Failed, start Complete";
            t.sees("l1", failed);
            command(t, "log-pause");
            command(t, "log-start");
            t.wait(60);
            t.sees("l1", failed);
            assert_eq!(t.created("backup-l1-log-resume"), 1);
            t.forget("l1", "log-resume");
            assert_eq!(t.at("l1", "/status/phase"), "Running");
        },
    ),
    (
        "A failed sub-command stays failed",
        "stop fails: Failed; logStop: true instead does nothing either; null patch re-runs",
        |t| {
            started(t);
            t.br_fails();
            command(t, "log-stop");
            let failed = "Running | Scheduled Prepare Running | start Complete, stop Failed";
            t.sees("l1", failed);
            t.patch("l1", json!({"logSubcommand": null, "logStop": true}));
            t.wait(60);
            t.sees("l1", failed);
            t.forget("l1", "log-stop");
            assert_eq!(t.at("l1", "/status/phase"), "Stopped");
        },
    ),
    (
        "A dead log Job is made again on v2",
        "log pod dies without verdict (stop): Job deleted and recreated without back-off, 62 in 20 s; stops when one \
         succeeds; no trace in status",
        |t| {
            started(t);
            t.engine.modes.set("*-log-stop", Mode::Die);
            t.patch_only("l1", json!({"logSubcommand": "log-stop"}));
            t.wait(20);
            let jobs = t.created("backup-l1-log-stop");
            assert!((50..80).contains(&jobs), "{jobs} Jobs in 20 s");
            t.engine.modes.set("*-log-stop", Mode::Ok);
            t.settle();
            t.sees(
                "l1",
                "Stopped | Scheduled Prepare Running Stopped/Complete | start Complete, stop Complete",
            );
        },
    ),
];
