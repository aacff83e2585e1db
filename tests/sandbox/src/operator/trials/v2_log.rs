//! v2, rows 1 to 5: start, pause, resume, stop, truncate, and their failures.

use serde_json::json;

use super::super::dialect::Dialect;
use super::super::mode::Mode;
use super::{Row, Trial, play};

#[test]
fn start_pause_resume_stop() {
    play(Dialect::V2, START_TO_STOP);
}

#[test]
fn truncate() {
    play(Dialect::V2, TRUNCATE);
}

#[test]
fn failures() {
    play(Dialect::V2, FAILURES);
}

const STARTED: &str = "Running | Scheduled Prepare Running | start Complete";

/// A log backup `l1` that has been running for a minute.
fn started(t: &mut Trial) {
    t.log("l1", json!({"logSubcommand": "log-start"}));
    t.wait(60);
    t.sees("l1", STARTED);
}

fn command(t: &mut Trial, command: &str) {
    t.patch("l1", json!({"logSubcommand": command}));
}

fn paused(t: &mut Trial) {
    started(t);
    command(t, "log-pause");
}

const PAUSED: &str =
    "Paused | Scheduled Prepare Running Paused/Complete | pause Complete, start Complete";

/// A truncate to the present, which succeeds.
fn truncated(t: &mut Trial) -> String {
    let until = t.tso(0);
    t.patch("l1", json!({"logTruncateUntil": until}));
    assert_eq!(t.at("l1", "/status/logSuccessTruncateUntil"), until);
    until
}

const TRUNCATE_ENTRY: &str = "/status/logSubCommandStatuses/log-truncate";

fn entry(t: &Trial, field: &str) -> String {
    t.at("l1", &format!("{TRUNCATE_ENTRY}/{field}"))
}

const START_TO_STOP: &[Row] = &[
    (
        "1",
        "Job backup-l1-log-start (backoffLimit 0), finalizer, phase Scheduled, sub-status Scheduled; generation 2; no Events",
        |t| {
            t.next(Mode::Hold);
            t.log("l1", json!({"logSubcommand": "log-start"}));
            t.sees("l1", "Scheduled | Scheduled | start Scheduled");
            assert_eq!(t.jobs(), ["backup-l1-log-start"]);
            assert_eq!(
                t.memory.jobs.values().next().unwrap()["spec"]["backoffLimit"],
                0
            );
            assert_eq!(
                t.at("l1", "/metadata/finalizers/0"),
                "pingcap.com/finalizer"
            );
            assert_eq!(t.at("l1", "/metadata/generation"), "2");
            assert_eq!(t.at("l1", "/spec/resources"), "{}");
            assert_eq!(
                t.at("l1", "/spec/backoffRetryPolicy/minRetryDuration"),
                "300s"
            );
            assert!(t.memory.events.is_empty());
        },
    ),
    (
        "1b",
        "the hung Job deleted by hand is recreated at once",
        |t| {
            t.next(Mode::Hold);
            t.log("l1", json!({"logSubcommand": "log-start"}));
            t.next(Mode::Hold);
            t.delete_job("backup-l1-log-start");
            t.sees("l1", "Scheduled | Scheduled | start Scheduled");
            assert_eq!(t.jobs(), ["backup-l1-log-start"]);
        },
    ),
    (
        "1c",
        "Prepare, Running (+backupPath), then sub-status Complete + commitTs + timeStarted; phase stays Running",
        |t| {
            t.next(Mode::Hang);
            t.log("l1", json!({"logSubcommand": "log-start"}));
            assert_eq!(t.phases("l1"), "Scheduled Prepare Running");
            t.sees("l1", "Running | Scheduled Prepare Running | start Running");
            assert_eq!(t.at("l1", "/status/backupPath"), "local:///mnt/l1");
            assert_eq!(t.at("l1", "/status/commitTs"), "");
            assert_eq!(t.at("l1", "/status/timeStarted"), "null");
            t.finish("backup-l1-log-start");
            assert_eq!(t.phases("l1"), "Running");
            t.sees("l1", STARTED);
            assert_eq!(t.at("l1", "/status/commitTs").len(), 18);
            assert_ne!(t.at("l1", "/status/timeStarted"), "null");
        },
    ),
    (
        "2a",
        "phase Paused; cond Paused=True/Complete; log-pause Complete; phase unchanged until the end",
        |t| {
            started(t);
            t.next(Mode::Hang);
            command(t, "log-pause");
            t.sees(
                "l1",
                "Running | Scheduled Prepare Running | pause Running, start Complete",
            );
            t.finish("backup-l1-log-pause");
            t.sees("l1", PAUSED);
        },
    ),
    ("2b", "touch while Paused with log-pause: nothing", |t| {
        paused(t);
        t.touch("l1");
        t.stays("l1", 120);
        t.sees("l1", PAUSED);
    }),
    (
        "2c",
        "log-start while Paused: Job -log-resume; Running=True/Complete; log-pause Repeatable, log-resume Complete",
        |t| {
            paused(t);
            command(t, "log-start");
            assert!(t.jobs().contains(&"backup-l1-log-resume".to_owned()));
            t.sees(
                "l1",
                "Running | Scheduled Prepare Running/Complete Paused/Complete \
                 | pause Repeatable, resume Complete, start Complete",
            );
        },
    ),
    (
        "2d",
        "pause again: old Job deleted, new one; log-resume Repeatable",
        |t| {
            paused(t);
            command(t, "log-start");
            command(t, "log-pause");
            assert_eq!(t.created("backup-l1-log-pause"), 2);
            t.sees(
                "l1",
                "Paused | Scheduled Prepare Running/Complete Paused/Complete \
             | pause Complete, resume Repeatable, start Complete",
            );
        },
    ),
    (
        "2e",
        "clear logSubcommand while Paused: nothing, stays Paused",
        |t| {
            paused(t);
            t.patch("l1", json!({"logSubcommand": null}));
            t.stays("l1", 120);
            t.sees("l1", PAUSED);
        },
    ),
    (
        "2f",
        "log-resume accepted, status write rejected for the reason's blanks, status unchanged; log-start heals and resumes",
        |t| {
            paused(t);
            command(t, "log-resume");
            t.wait(30);
            t.sees("l1", PAUSED);
            assert_eq!(
                t.memory.refusals[0],
                "status.logSubCommandStatuses.log-unknown.conditions[0].reason: Invalid value: \
                 \"log backup t1/l1 subcommand `log-resume` is not supported\""
            );
            command(t, "log-start");
            assert_eq!(t.at("l1", "/status/phase"), "Running");
            t.log("l2", json!({"logSubcommand": "log-truncate"}));
            t.wait(30);
            t.sees("l2", "-");
        },
    ),
    (
        "3a",
        "log-stop from Paused: Stopped; timeCompleted, timeTaken 2m45s; cond Stopped=True/Complete",
        |t| {
            started(t);
            t.wait(60);
            command(t, "log-pause");
            t.wait(44);
            command(t, "log-stop");
            t.sees(
                "l1",
                "Stopped | Scheduled Prepare Running Paused/Complete Stopped/Complete \
             | pause Complete, start Complete, stop Complete",
            );
            assert_eq!(t.at("l1", "/status/timeTaken"), "2m45s");
            assert!(!t.has_task("l1"));
        },
    ),
    (
        "3b",
        "after Stopped log-start, clear: nothing at all",
        |t| {
            started(t);
            command(t, "log-stop");
            for spec in [
                json!({"logSubcommand": "log-start"}),
                json!({"logSubcommand": null}),
            ] {
                t.patch("l1", spec);
                t.stays("l1", 120);
                assert_eq!(t.at("l1", "/status/phase"), "Stopped");
            }
        },
    ),
    (
        "3c",
        "after Stopped log-pause when paused before the stop: nothing",
        |t| {
            paused(t);
            command(t, "log-stop");
            command(t, "log-pause");
            t.stays("l1", 120);
            assert_eq!(t.created("backup-l1-log-pause"), 1);
        },
    ),
    (
        "3d",
        "after Stopped log-pause, never paused before: pause Job runs and fails, PauseLogBackupFailed, phase stays Stopped",
        |t| {
            started(t);
            command(t, "log-stop");
            command(t, "log-pause");
            t.sees(
                "l1",
                "Stopped | Scheduled Prepare Running Stopped/Complete \
                 | pause Failed, start Complete, stop Complete",
            );
            let reason = "/status/logSubCommandStatuses/log-pause/conditions/3/reason";
            assert_eq!(t.at("l1", reason), "PauseLogBackupFailed");
        },
    ),
    (
        "3e",
        "logStop: false next to logSubcommand is rejected",
        |t| {
            started(t);
            assert!(t.try_patch("l1", json!({"logStop": false})).is_err());
            assert_eq!(
                t.memory.refusals[0],
                "Field `logStop` is the old version field, please use `logSubcommand` instead"
            );
        },
    ),
];

const TRUNCATE: &[Row] = &[
    (
        "4a",
        "works Running, Paused, Stopped; phase unchanged; logSuccessTruncateUntil = spec",
        |t| {
            started(t);
            for (order, phase) in [
                ("log-start", "Running"),
                ("log-pause", "Paused"),
                ("log-stop", "Stopped"),
            ] {
                command(t, order);
                t.wait(10);
                truncated(t);
                assert_eq!(t.at("l1", "/status/phase"), phase);
                assert_eq!(entry(t, "phase"), "Complete");
            }
        },
    ),
    (
        "4b",
        "smaller than last success, or below commitTs: no Job, Complete, logTruncatingUntil = spec, fresh times, \
         logSuccess unchanged; written once",
        |t| {
            started(t);
            let last = truncated(t);
            let before = entry(t, "timeStarted");
            t.wait(10);
            for until in [t.tso(-30), "400036290571534337".to_owned()] {
                t.patch("l1", json!({"logTruncateUntil": until}));
                assert_eq!(entry(t, "phase"), "Complete");
                assert_eq!(entry(t, "logTruncatingUntil"), until);
                assert_ne!(entry(t, "timeStarted"), before);
                assert_eq!(t.at("l1", "/status/logSuccessTruncateUntil"), last);
                assert_eq!(t.created("backup-l1-log-truncate"), 1);
                command(t, "log-start");
                t.stays("l1", 40);
                t.wait(20);
            }
        },
    ),
    (
        "4c",
        "spec set back to the last success: no-op; logTruncatingUntil stays at the other value",
        |t| {
            started(t);
            let last = truncated(t);
            let other = t.tso(-30);
            t.patch("l1", json!({"logTruncateUntil": other}));
            t.patch("l1", json!({"logTruncateUntil": last}));
            t.wait(60);
            assert_eq!(entry(t, "logTruncatingUntil"), other);
            assert_eq!(t.created("backup-l1-log-truncate"), 1);
        },
    ),
    (
        "4d",
        "malformed, started: only log-truncate Invalid/InvalidSpec; next good value heals",
        |t| {
            started(t);
            t.patch("l1", json!({"logTruncateUntil": "yesterday"}));
            t.sees(
                "l1",
                "Running | Scheduled Prepare Running | start Complete, truncate Invalid",
            );
            assert_eq!(entry(t, "conditions/0/reason"), "InvalidSpec");
            assert!(entry(t, "conditions/0/message").contains("cannot parse ts string"));
            truncated(t);
            t.sees(
                "l1",
                "Running | Scheduled Prepare Running | start Complete, truncate Complete",
            );
        },
    ),
    (
        "4e",
        "Failed/TruncateLogBackuFailed; times of the previous success; Complete, Invalid, Failed all True; same value \
         sticky, value+1 new Job",
        |t| {
            started(t);
            t.patch("l1", json!({"logTruncateUntil": "yesterday"}));
            truncated(t);
            let times = [entry(t, "timeStarted"), entry(t, "timeCompleted")];
            t.wait(30);
            t.br_fails();
            let until: u64 = t.tso(0).parse().unwrap();
            t.patch("l1", json!({"logTruncateUntil": until.to_string()}));
            assert_eq!([entry(t, "timeStarted"), entry(t, "timeCompleted")], times);
            let kinds: Vec<_> = (0..6)
                .map(|at| entry(t, &format!("conditions/{at}/type")))
                .collect();
            assert_eq!(
                kinds,
                [
                    "Invalid",
                    "Scheduled",
                    "Prepare",
                    "Running",
                    "Complete",
                    "Failed"
                ]
            );
            assert_eq!(entry(t, "conditions/5/reason"), "TruncateLogBackuFailed");
            t.touch("l1");
            t.wait(100);
            assert_eq!(entry(t, "phase"), "Failed");
            assert_eq!(t.created("backup-l1-log-truncate"), 2);
            t.patch("l1", json!({"logTruncateUntil": (until + 1).to_string()}));
            assert_eq!(entry(t, "phase"), "Complete");
            // The sample of the trials: Failed and Invalid still True after success.
            let kinds: Vec<_> = (0..6)
                .map(|at| entry(t, &format!("conditions/{at}/status")))
                .collect();
            assert_eq!(kinds, ["True"; 6]);
        },
    ),
    (
        "4f",
        "value changed while the Job runs: first run finishes, then a second",
        |t| {
            started(t);
            let (first, second) = (t.tso(-20), t.tso(-10));
            t.next(Mode::Hang);
            t.patch("l1", json!({"logTruncateUntil": first}));
            t.patch("l1", json!({"logTruncateUntil": second}));
            assert_eq!(entry(t, "logTruncatingUntil"), first);
            t.finish("backup-l1-log-truncate");
            assert_eq!(t.created("backup-l1-log-truncate"), 2);
            assert_eq!(t.at("l1", "/status/logSuccessTruncateUntil"), second);
            assert_eq!(entry(t, "logTruncatingUntil"), second);
        },
    ),
    (
        "4g",
        "reverted to last success while the Job runs: not cancelled, logSuccess = the bigger; the smaller is marked \
         Complete without Job",
        |t| {
            started(t);
            let last = truncated(t);
            t.wait(60);
            let bigger = t.tso(0);
            t.next(Mode::Hang);
            t.patch("l1", json!({"logTruncateUntil": bigger}));
            t.patch("l1", json!({"logTruncateUntil": last}));
            t.finish("backup-l1-log-truncate");
            assert_eq!(t.at("l1", "/status/logSuccessTruncateUntil"), bigger);
            assert_eq!(entry(t, "logTruncatingUntil"), last);
            assert_eq!(entry(t, "phase"), "Complete");
            assert_eq!(t.created("backup-l1-log-truncate"), 2);
        },
    ),
    (
        "4h",
        "log-start and logTruncateUntil in one patch while Paused: resume first, then truncate",
        |t| {
            paused(t);
            let until = t.tso(0);
            t.patch(
                "l1",
                json!({"logSubcommand": "log-start", "logTruncateUntil": until}),
            );
            let last_two = &t.memory.created_jobs[t.memory.created_jobs.len() - 2..];
            assert_eq!(last_two, ["backup-l1-log-resume", "backup-l1-log-truncate"]);
            assert_eq!(t.at("l1", "/status/logSuccessTruncateUntil"), until);
            assert_eq!(t.at("l1", "/status/phase"), "Running");
        },
    ),
    (
        "4i",
        "log-pause while a truncate Job runs: both run side by side; Paused before the truncate ends",
        |t| {
            started(t);
            t.next(Mode::Hang);
            let until = t.tso(0);
            t.patch("l1", json!({"logTruncateUntil": until}));
            command(t, "log-pause");
            t.sees(
                "l1",
                "Paused | Scheduled Prepare Running Paused/Complete \
             | pause Complete, start Complete, truncate Running",
            );
            t.finish("backup-l1-log-truncate");
            assert_eq!(t.at("l1", "/status/phase"), "Paused");
            assert_eq!(t.at("l1", "/status/logSuccessTruncateUntil"), until);
        },
    ),
];

const FAILURES: &[Row] = &[
    (
        "5a",
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
        "5b",
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
        "5c",
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
        "5d",
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
        "5e",
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
        "5f",
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
