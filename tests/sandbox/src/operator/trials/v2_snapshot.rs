//! v2: snapshots whose Job dies, and the back-off retry.

use serde_json::{Value, json};

use super::super::dialect::Dialect;
use super::super::mode::Mode;
use super::{Row, Trial, play};

#[test]
fn back_off_retry() {
    play(Dialect::V2, ROWS);
}

const DONE: &str = "Complete | Scheduled Prepare Running Complete";

fn record(t: &Trial, number: usize, field: &str) -> String {
    t.at(
        "s1",
        &format!("/status/backoffRetryStatus/{number}/{field}"),
    )
}

/// A snapshot whose Job dies once, with this policy.
fn dies(t: &mut Trial, spec: Value) {
    t.next(Mode::Die);
    t.backup("s1", spec);
}

pub(super) const ROWS: &[Row] = &[
    (
        "A snapshot goes from Scheduled to Complete",
        "Scheduled, Prepare (+path), Running, Complete (+size, commitTs, times); generation stays 1 with Retain",
        |t| {
            t.next(Mode::Hang);
            t.backup("s1", json!({}));
            assert_eq!(t.phases("s1"), "Scheduled Prepare Running");
            assert_eq!(t.at("s1", "/status/backupPath"), "local:///mnt/s1");
            assert_eq!(t.at("s1", "/status/timeStarted"), "null");
            t.wait(90);
            t.finish("backup-s1");
            t.sees("s1", DONE);
            assert_eq!(t.at("s1", "/status/timeTaken"), "1m30s");
            assert_eq!(t.at("s1", "/metadata/generation"), "1");
            assert!(t.at("s1", "/status/backupSizeReadable").ends_with("B"));
            t.delete_job("backup-s1");
            t.stays("s1", 60);
        },
    ),
    (
        "A deleted snapshot Job",
        "Job deleted by hand while not finished: new Job, phase back to Scheduled",
        |t| {
            t.next(Mode::Hang);
            t.backup("s1", json!({}));
            t.next(Mode::Hold);
            t.delete_job("backup-s1");
            t.sees("s1", "Scheduled | Scheduled Prepare Running");
        },
    ),
    (
        "A missing retry policy hangs a v2 snapshot",
        "no backoffRetryPolicy, Retain, pod dies: stuck in Running (or Scheduled if the pod never ran), policy absent, for ever",
        |t| {
            dies(t, json!({}));
            t.stays("s1", 3600);
            t.sees("s1", "Running | Scheduled Prepare Running");
            assert_eq!(t.at("s1", "/spec/backoffRetryPolicy"), "");
            t.next(Mode::Early);
            t.backup("s2", json!({}));
            t.stays("s2", 3600);
            t.sees("s2", "Scheduled | Scheduled");
        },
    ),
    (
        "A missing retry policy hangs a v2 snapshot",
        "patch any backoffRetryPolicy later: heals, retry, Complete",
        |t| {
            dies(t, json!({}));
            t.wait(600);
            t.patch(
                "s1",
                json!({"backoffRetryPolicy": {"minRetryDuration": "2s"}}),
            );
            t.wait(10);
            t.sees(
            "s1",
            "Complete | Scheduled Prepare Running RetryFailed/RetryFailedBackup Restart/RetryTriggered Complete",
        );
        },
    ),
    (
        "A missing retry policy hangs a v2 snapshot",
        "{} or omitted with cleanPolicy Delete: 300s/2/30m",
        |t| {
            for spec in [
                json!({"backoffRetryPolicy": {}}),
                json!({"cleanPolicy": "Delete"}),
            ] {
                let mut t = Trial::new(t.dialect);
                dies(&mut t, spec);
                let filled =
                    r#"{"maxRetryTimes":2,"minRetryDuration":"300s","retryTimeout":"30m"}"#;
                assert_eq!(t.at("s1", "/spec/backoffRetryPolicy"), filled);
                t.wait(290);
                assert_eq!(t.at("s1", "/status/phase"), "RetryFailed");
                t.wait(15);
                assert_eq!(t.at("s1", "/status/phase"), "Complete");
            }
        },
    ),
    (
        "A dead snapshot Job is retried with back-off",
        "2s/2/5m: RetryFailed while waiting, retry at 2 s and 4 s, then Failed/ExceedRetryLimit \"exceed retry times, max is 2.\"",
        |t| {
            t.engine.modes.set("*", Mode::Die);
            let policy =
                json!({"minRetryDuration": "2s", "maxRetryTimes": 2, "retryTimeout": "5m"});
            t.backup("s1", json!({"backoffRetryPolicy": policy}));
            t.sees(
                "s1",
                "RetryFailed | Scheduled Prepare Running RetryFailed/RetryFailedBackup",
            );
            assert_eq!(record(t, 0, "retryReason"), "Job t1/backup-s1 has failed");
            assert_eq!(record(t, 0, "originalReason"), "BackoffLimitExceeded");
            assert_eq!(record(t, 0, "realRetryAt"), "");
            t.wait(20);
            assert_eq!(
                t.phases("s1"),
                "Scheduled Prepare Running RetryFailed Scheduled Prepare Running RetryFailed \
                 Scheduled Prepare Running Failed"
            );
            assert_eq!(record(t, 0, "realRetryAt"), record(t, 0, "expectedRetryAt"));
            assert_eq!(record(t, 1, "retryNum"), "2");
            assert_eq!(record(t, 2, "retryNum"), "");
            t.sees(
                "s1",
                "Failed | Scheduled Prepare Running RetryFailed/RetryFailedBackup Restart/RetryTriggered \
                 Failed/ExceedRetryLimit",
            );
            assert_eq!(
                t.at("s1", "/status/conditions/5/message"),
                "exceed retry times, max is 2."
            );
            assert_eq!(t.created("backup-s1"), 3);
            t.stays("s1", 600);
        },
    ),
    (
        "maxRetryTimes 0 still retries once",
        "maxRetryTimes 0 with Retain: 0 kept, one retry, then Failed \"max is 0\"",
        |t| {
            t.engine.modes.set("*", Mode::Die);
            let policy = json!({"minRetryDuration": "2s", "maxRetryTimes": 0});
            t.backup("s1", json!({"backoffRetryPolicy": policy}));
            t.wait(30);
            assert_eq!(t.at("s1", "/spec/backoffRetryPolicy/maxRetryTimes"), "0");
            assert_eq!(t.created("backup-s1"), 2);
            assert_eq!(
                t.at("s1", "/status/conditions/5/message"),
                "exceed retry times, max is 0."
            );
        },
    ),
    (
        "A snapshot that failed in BR is final",
        "br exits 1: Failed/BackupDataToRemoteFailed, no retry",
        |t| {
            t.br_fails();
            t.backup("s1", json!({"backoffRetryPolicy": {}}));
            t.stays("s1", 3600);
            t.sees(
                "s1",
                "Failed | Scheduled Prepare Running Failed/BackupDataToRemoteFailed",
            );
            assert!(
                t.at("s1", "/status/conditions/3/message")
                    .ends_with("stub, err: exit status 1")
            );
        },
    ),
];
