//! v2: start, pause, resume, stop.

use serde_json::json;

use super::super::dialect::Dialect;
use super::super::mode::Mode;
use super::{Row, Trial, play};

#[test]
fn start_pause_resume_stop() {
    play(Dialect::V2, START_TO_STOP);
}

pub(super) const STARTED: &str = "Running | Scheduled Prepare Running | start Complete";

/// A log backup `l1` that has been running for a minute.
pub(super) fn started(t: &mut Trial) {
    t.log("l1", json!({"logSubcommand": "log-start"}));
    t.wait(60);
    t.sees("l1", STARTED);
}

pub(super) fn command(t: &mut Trial, command: &str) {
    t.patch("l1", json!({"logSubcommand": command}));
}

pub(super) fn paused(t: &mut Trial) {
    started(t);
    command(t, "log-pause");
}

pub(super) const PAUSED: &str =
    "Paused | Scheduled Prepare Running Paused/Complete | pause Complete, start Complete";

pub(super) const START_TO_STOP: &[Row] = &[
    (
        "A log backup has started when commitTs is set; The generation does not confirm a change; v1 writes events and v2 does not",
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
        "A dead log Job is made again on v2",
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
        "A log backup has started when commitTs is set",
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
        "Pause leads to Paused",
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
    (
        "Pause leads to Paused",
        "touch while Paused with log-pause: nothing",
        |t| {
            paused(t);
            t.touch("l1");
            t.stays("l1", 120);
            t.sees("l1", PAUSED);
        },
    ),
    (
        "Resume is log-start; The operator derives the sub-command",
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
        "Pause and resume can be repeated",
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
        "Clearing the sub-command of a Paused log backup",
        "clear logSubcommand while Paused: nothing, stays Paused",
        |t| {
            paused(t);
            t.patch("l1", json!({"logSubcommand": null}));
            t.stays("l1", 120);
            t.sees("l1", PAUSED);
        },
    ),
    (
        "log-resume and log-truncate are not sub-commands",
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
        "Pause and resume can be repeated",
        "log-start while the pause Job runs: nothing; when the pause has ended, a resume runs",
        |t| {
            started(t);
            t.next(Mode::Hang);
            command(t, "log-pause");
            command(t, "log-start");
            assert!(!t.jobs().contains(&"backup-l1-log-resume".to_owned()));
            t.finish("backup-l1-log-pause");
            assert_eq!(t.created("backup-l1-log-resume"), 1);
            assert_eq!(t.at("l1", "/status/phase"), "Running");
        },
    ),
    (
        "Stop is final",
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
        "Stop is final",
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
        "Stop is final",
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
        "Stop is final",
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
        "logStop beside logSubcommand is rejected",
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
