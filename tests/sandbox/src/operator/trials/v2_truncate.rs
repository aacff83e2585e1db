//! v2: truncate.

use serde_json::json;

use super::super::dialect::Dialect;
use super::super::mode::Mode;
use super::v2_log::{command, paused, started};
use super::{Row, Trial, play};

#[test]
fn truncate() {
    play(Dialect::V2, TRUNCATE);
}

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

pub(super) const TRUNCATE: &[Row] = &[
    (
        "Truncate follows logTruncateUntil",
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
        "A truncate that is already done runs no Job",
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
        "Going back to the last truncation does nothing",
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
        "A malformed truncate heals",
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
        "A failed truncate is sticky for its value; Conditions are never taken back",
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
            // Failed and Invalid are still True after the success.
            let kinds: Vec<_> = (0..6)
                .map(|at| entry(t, &format!("conditions/{at}/status")))
                .collect();
            assert_eq!(kinds, ["True"; 6]);
        },
    ),
    (
        "A truncate under way is not cancelled",
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
        "A truncate under way is not cancelled",
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
        "Resume comes before truncate",
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
        "Sub-commands run side by side",
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
