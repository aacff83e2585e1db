//! v1 (1.7 line): log backups from start to truncate, and sub-commands that fail.

use serde_json::json;

use super::super::dialect::Dialect;
use super::super::document::ObjectKey;
use super::super::mode::Mode;
use super::{Row, Trial, play};

#[test]
fn start_to_truncate() {
    play(Dialect::V1, START_TO_TRUNCATE);
}

#[test]
fn failures() {
    play(Dialect::V1, FAILURES);
}

pub(super) const STARTED: &str = "Running | Scheduled Prepare Running | start Complete";

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

pub(super) fn pd() -> ObjectKey {
    ObjectKey::new("t1", "basic")
}

pub(super) fn entry(t: &Trial, command: &str, field: &str) -> String {
    t.at(
        "l1",
        &format!("/status/logSubCommandStatuses/{command}/{field}"),
    )
}

pub(super) fn reason(t: &Trial, kind: &str) -> String {
    let object = t.get("l1");
    let conditions = object["status"]["conditions"].as_array().unwrap();
    let condition = conditions
        .iter()
        .find(|condition| condition["type"] == kind);
    condition.unwrap()["reason"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

pub(super) fn truncated(t: &mut Trial) -> String {
    let until = t.tso(0);
    t.patch("l1", json!({"logTruncateUntil": until}));
    assert_eq!(t.at("l1", "/status/logSuccessTruncateUntil"), until);
    until
}

pub(super) const START_TO_TRUNCATE: &[Row] = &[
    (
        "A log backup has started when commitTs is set; The generation does not confirm a change; v1 writes events and v2 does not",
        "Job, finalizer backup-protection, phase and sub-status Scheduled; conditions without reason/message; Event; generation 3",
        |t| {
            t.next(Mode::Hold);
            t.log("l1", json!({"logSubcommand": "log-start"}));
            t.sees("l1", "Scheduled | Scheduled | start Scheduled");
            assert_eq!(
                t.at("l1", "/metadata/finalizers/0"),
                "tidb.pingcap.com/backup-protection"
            );
            let condition = t.get("l1")["status"]["conditions"][0].clone();
            let fields: Vec<_> = condition.as_object().unwrap().keys().cloned().collect();
            assert_eq!(fields, ["lastTransitionTime", "status", "type"]);
            assert_eq!(
                t.memory.events,
                [
                    "Normal SuccessfulCreate create job t1/backup-l1-log-start for cluster l1 backup successful"
                ]
            );
            assert_eq!(t.at("l1", "/metadata/generation"), "3");
        },
    ),
    (
        "A dead log Job hangs for ever on v1",
        "deleted Job not recreated, phase stays Scheduled (75 s); null patch of the sub-status re-runs it",
        |t| {
            t.next(Mode::Hold);
            t.log("l1", json!({}));
            t.delete_job("backup-l1-log-start");
            t.stays("l1", 75);
            assert!(t.jobs().is_empty());
            t.forget("l1", "log-start");
            t.sees("l1", STARTED);
        },
    ),
    (
        "The operator derives the sub-command; Clearing the sub-command of a Paused log backup; Pause leads to Paused; \
         Resume is log-start; Pause and resume can be repeated; log-resume and log-truncate are not sub-commands",
        "pause, touch, resume, pause as v2; clear while Paused resumes; log-resume rejected by the enum",
        |t| {
            paused(t);
            t.touch("l1");
            t.stays("l1", 90);
            t.sees(
                "l1",
                "Paused | Scheduled Prepare Running Paused | pause Complete, start Complete",
            );
            command(t, "log-start");
            t.sees(
            "l1",
            "Running | Scheduled Prepare Running Paused | pause Repeatable, resume Complete, start Complete",
        );
            command(t, "log-pause");
            assert_eq!(entry(t, "log-resume", "phase"), "Repeatable");
            t.patch("l1", json!({"logSubcommand": null}));
            assert_eq!(t.at("l1", "/status/phase"), "Running");
            assert!(
                t.try_patch("l1", json!({"logSubcommand": "log-resume"}))
                    .is_err()
            );
            assert!(
                t.memory.refusals[0]
                    .ends_with(r#"supported values: "log-start", "log-stop", "log-pause""#)
            );
        },
    ),
    (
        "Stop is final",
        "stop from Paused with log-resume Failed: Stopped",
        |t| {
            paused(t);
            t.br_fails();
            command(t, "log-start");
            command(t, "log-stop");
            t.stays("l1", 150);
            assert_eq!(t.at("l1", "/status/phase"), "Stopped");
            assert_eq!(entry(t, "log-stop", "phase"), "Complete");
            assert_eq!(entry(t, "log-resume", "phase"), "Failed");
        },
    ),
    (
        "log-start on a Stopped v1 log backup can fail it",
        "log-start 1 s after the stop: phase Failed, log-start Failed/LogBackupTaskNotFound, commitTs kept; so at 58 s and \
         101 s after it when the operator had restarted; at 130 s without restart: stays Stopped; log-stop after the \
         Failed: nothing",
        |t| {
            for (after, restart, expected) in [
                (1, false, "Failed"),
                (58, true, "Failed"),
                (101, true, "Failed"),
                (130, false, "Stopped"),
            ] {
                let mut t = Trial::new(t.dialect);
                started(&mut t);
                command(&mut t, "log-stop");
                t.wait(after);
                if restart {
                    t.engine.restart(t.now);
                }
                command(&mut t, "log-start");
                t.wait(80);
                assert_eq!(t.at("l1", "/status/phase"), expected, "after {after} s");
                if expected == "Failed" {
                    assert_eq!(reason(&t, "Failed"), "LogBackupTaskNotFound");
                    assert_eq!(entry(&t, "log-start", "phase"), "Failed");
                    assert_ne!(t.at("l1", "/status/commitTs"), "");
                    command(&mut t, "log-stop");
                    t.stays("l1", 80);
                    assert_eq!(t.at("l1", "/status/phase"), "Failed");
                }
            }
        },
    ),
    (
        "Truncate follows logTruncateUntil",
        "truncate Running / Paused / Stopped: works in all three",
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
            }
        },
    ),
    (
        "v1 rewrites an idle truncate in bursts; A truncate that is already done runs no Job",
        "smaller than last success, below commitTs: no Job, Complete, logSuccess unchanged; 9 writes in 33 s, in bursts",
        |t| {
            started(t);
            let last = truncated(t);
            t.wait(20);
            let until = t.tso(-30);
            let generation = |t: &Trial| t.at("l1", "/metadata/generation").parse::<u32>().unwrap();
            let before = generation(t);
            t.patch("l1", json!({"logTruncateUntil": until}));
            t.wait(33);
            let writes = generation(t) - before;
            assert!((6..=12).contains(&writes), "{writes} writes in 33 s");
            assert_eq!(entry(t, "log-truncate", "phase"), "Complete");
            assert_eq!(t.at("l1", "/status/logSuccessTruncateUntil"), last);
            assert_eq!(t.created("backup-l1-log-truncate"), 1);
        },
    ),
    (
        "v1 rewrites an idle truncate in bursts",
        "same while Stopped: log-truncate alternates Complete and Failed/LogBackupTaskNotFound; generation 16 to 43 in about a minute",
        |t| {
            started(t);
            truncated(t);
            command(t, "log-stop");
            let until = t.tso(-30);
            t.patch_only("l1", json!({"logTruncateUntil": until}));
            let mut seen = Vec::new();
            for _ in 0..30 {
                t.wait(1);
                seen.push(entry(t, "log-truncate", "phase"));
            }
            seen.dedup();
            assert!(seen.len() > 6, "{seen:?}");
            assert!(
                seen.windows(2)
                    .all(|pair| pair.contains(&"Failed".to_owned())
                        && pair.contains(&"Complete".to_owned()))
            );
            assert_eq!(t.at("l1", "/status/phase"), "Stopped");
        },
    ),
    (
        "Going back to the last truncation does nothing",
        "back to last success: quiet again",
        |t| {
            started(t);
            let last = truncated(t);
            let other = t.tso(-30);
            t.patch("l1", json!({"logTruncateUntil": other}));
            t.wait(10);
            t.patch("l1", json!({"logTruncateUntil": last}));
            t.wait(1);
            t.stays("l1", 40);
        },
    ),
    (
        "A malformed truncate heals",
        "malformed: log-truncate Invalid; next good value heals",
        |t| {
            started(t);
            t.patch("l1", json!({"logTruncateUntil": "yesterday"}));
            t.sees(
                "l1",
                "Running | Scheduled Prepare Running | start Complete, truncate Invalid",
            );
            truncated(t);
        },
    ),
    (
        "A failed truncate is sticky for its value",
        "fails: sticky for that text, +1 works",
        |t| {
            started(t);
            let until: u64 = t.tso(0).parse().unwrap();
            t.br_fails();
            t.patch("l1", json!({"logTruncateUntil": until.to_string()}));
            assert_eq!(entry(t, "log-truncate", "phase"), "Failed");
            t.touch("l1");
            t.wait(100);
            assert_eq!(t.created("backup-l1-log-truncate"), 1);
            t.patch("l1", json!({"logTruncateUntil": (until + 1).to_string()}));
            assert_eq!(entry(t, "log-truncate", "phase"), "Complete");
        },
    ),
];

pub(super) const FAILURES: &[Row] = &[
    (
        "A failed sub-command stays failed",
        "pause fails: sticky through toggling; truncate etc. still work; null patch on the main resource heals",
        |t| {
            started(t);
            t.br_fails();
            command(t, "log-pause");
            command(t, "log-start");
            truncated(t);
            command(t, "log-pause");
            t.wait(100);
            assert_eq!(entry(t, "log-pause", "phase"), "Failed");
            assert_eq!(t.created("backup-l1-log-pause"), 1);
            t.forget("l1", "log-pause");
            assert_eq!(t.at("l1", "/status/phase"), "Paused");
        },
    ),
    (
        "A failed sub-command stays failed",
        "resume fails, task really paused: sticky through log-pause / log-start",
        |t| {
            paused(t);
            t.br_fails();
            command(t, "log-start");
            command(t, "log-pause");
            t.wait(70);
            command(t, "log-start");
            t.wait(70);
            t.sees(
            "l1",
            "Paused | Scheduled Prepare Running Paused | pause Repeatable, resume Failed, start Complete",
        );
            assert_eq!(t.created("backup-l1-log-resume"), 1);
        },
    ),
    (
        "A resume that failed on a running task heals on v1",
        "resume fails because the task was already running: log-pause: kernel sync records log-resume Complete, phase \
         Running, then a pause Job runs; log-start then resumes",
        |t| {
            paused(t);
            t.engine.cache.pd.resume(&pd(), "l1").unwrap();
            command(t, "log-start");
            assert_eq!(entry(t, "log-resume", "phase"), "Failed");
            t.phases("l1");
            command(t, "log-pause");
            t.wait(100);
            t.settle();
            assert_eq!(t.phases("l1"), "Paused Running Paused");
            let conditions =
                &t.get("l1")["status"]["logSubCommandStatuses"]["log-resume"]["conditions"];
            assert!(conditions.to_string().contains("LogBackupKernelSync"));
            assert_eq!(t.created("backup-l1-log-pause"), 2);
            command(t, "log-start");
            assert_eq!(t.at("l1", "/status/phase"), "Running");
        },
    ),
    (
        "Clearing the sub-status runs it again",
        "stop fails: sticky; null patch heals",
        |t| {
            started(t);
            t.br_fails();
            command(t, "log-stop");
            t.wait(100);
            assert_eq!(entry(t, "log-stop", "phase"), "Failed");
            t.forget("l1", "log-stop");
            assert_eq!(t.at("l1", "/status/phase"), "Stopped");
        },
    ),
    (
        "A dead log Job hangs for ever on v1",
        "log pod dies without verdict: sub-status stays Running; deleting the Job changes nothing; only the null patch",
        |t| {
            started(t);
            t.next(Mode::Die);
            command(t, "log-pause");
            t.wait(100);
            assert_eq!(entry(t, "log-pause", "phase"), "Running");
            t.delete_job("backup-l1-log-pause");
            t.wait(100);
            assert_eq!(entry(t, "log-pause", "phase"), "Running");
            t.forget("l1", "log-pause");
            assert_eq!(t.at("l1", "/status/phase"), "Paused");
        },
    ),
];
