//! v1 (1.7 line): what happens to the task outside the operator.

use super::super::dialect::Dialect;
use super::v1_log::{entry, pd, reason, started};
use super::{Row, Trial, play};

#[test]
fn kernel_sync() {
    play(Dialect::V1, KERNEL_SYNC);
}

pub(super) const KERNEL_SYNC: &[Row] = &[
    (
        "v1 undoes what happens outside",
        "outside pause, spec log-start: after 48 s Paused/LogBackupKernelSync, then log-resume Job, Running",
        |t| {
            started(t);
            t.wait(7);
            t.engine.cache.pd.pause(&pd(), "l1", t.now).unwrap();
            let since = t.now;
            t.phases("l1");
            while !t.memory.phases.iter().any(|(_, phase)| phase == "Paused") {
                t.wait(1);
                assert!((t.now - since).num_seconds() < 120, "not noticed");
            }
            let seconds = (t.now - since).num_seconds();
            assert!((20..=90).contains(&seconds), "noticed after {seconds} s");
            assert_eq!(reason(t, "Paused"), "LogBackupKernelSync");
            t.settle();
            assert_eq!(t.at("l1", "/status/phase"), "Running");
            assert_eq!(t.created("backup-l1-log-resume"), 1);
            assert_eq!(entry(t, "log-resume", "phase"), "Complete");
        },
    ),
    (
        "A lost task fails a v1 log backup",
        "task removed from PD: phase Failed, log-start Failed/LogBackupTaskNotFound",
        |t| {
            started(t);
            t.engine.cache.pd.stop(&pd(), "l1").unwrap();
            t.wait(90);
            t.sees(
                "l1",
                "Failed | Scheduled Prepare Running Failed/LogBackupTaskNotFound | start Failed",
            );
        },
    ),
    (
        "An error pause shows on v1",
        "TiKV pauses the task with an error: after 60 s phase RetryFailed, cond RetryFailed/LogBackupErrorPaused, sub-status \
         RetryFailed; about one write per resync; resumed outside: phase stays; deleting it (Retain): CR gone, task in PD",
        |t| {
            started(t);
            t.wait(5);
            t.engine
                .cache
                .pd
                .error_pause(&pd(), "l1", "disk full", t.now)
                .unwrap();
            t.wait(95);
            t.sees(
                "l1",
                "RetryFailed | Scheduled Prepare Running RetryFailed/LogBackupErrorPaused | start RetryFailed",
            );
            let message = "Log backup paused due to error: disk full";
            assert_eq!(t.at("l1", "/status/conditions/3/message"), message);
            let generation = |t: &Trial| t.at("l1", "/metadata/generation").parse::<u32>().unwrap();
            let before = generation(t);
            t.wait(90);
            let writes = generation(t) - before;
            assert!(
                (1..=4).contains(&writes),
                "{writes} writes in three resyncs"
            );
            let frozen = t.at("l1", "/status/logCheckpointTs");
            t.engine.cache.pd.resume(&pd(), "l1").unwrap();
            t.wait(75);
            assert_eq!(t.at("l1", "/status/phase"), "RetryFailed");
            assert_eq!(t.at("l1", "/status/logCheckpointTs"), frozen);
            t.delete("l1");
            assert!(t.is_gone("l1") && t.has_task("l1"));
        },
    ),
];
