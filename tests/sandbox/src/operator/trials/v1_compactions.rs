//! v1 (1.7 line): CompactBackups.

use serde_json::{Value, json};

use super::super::dialect::Dialect;
use super::super::document::{list, text};
use super::super::mode::Mode;
use super::super::observe::ObjectKind;
use super::{Row, Trial, key, play};

#[test]
fn compactions() {
    play(Dialect::V1, ROWS);
}

/// State and message.
fn state_and_message(t: &Trial, name: &str) -> (String, String) {
    let object = t.kept(ObjectKind::Compaction, name);
    let part = |pointer: &str| text(&object, pointer).to_owned();
    (part("/status/state"), part("/status/message"))
}

fn records(t: &Trial, name: &str) -> Vec<Value> {
    let object = t.kept(ObjectKind::Compaction, name);
    list(&object, "/status/backoffRetryStatus").to_vec()
}

fn ends(t: &Trial, name: &str, state: &str, message: &str) {
    assert_eq!(
        state_and_message(t, name),
        (state.to_owned(), message.to_owned()),
        "{name}"
    );
}

const LIMIT: &str = "Job has reached the specified backoff limit";

pub(super) const ROWS: &[Row] = &[
    (
        "One object can end the v1 operator",
        "CompactBackup without br: operator process exits, again after restart, until the CR is deleted",
        |t| {
            t.compact("c1", json!({"br": null}));
            assert_eq!(t.engine.crashed, Some(key("c1")));
            t.backup("s1", json!({}));
            t.compact("c2", json!({}));
            t.wait(300);
            t.sees("s1", "-");
            assert_eq!(state_and_message(t, "c2").0, "");
            t.engine.restart(t.now);
            t.settle();
            assert_eq!(t.engine.crashed, Some(key("c1")));
            t.drop_kept(ObjectKind::Compaction, "c1");
            assert_eq!(t.engine.crashed, None);
            assert_eq!(t.at("s1", "/status/phase"), "Complete");
            assert_eq!(state_and_message(t, "c2").0, "Complete");
        },
    ),
    (
        "A compaction needs both ends and its cluster's namespace",
        "Job name = CR name; hung pod: state Prepare; no finalizer",
        |t| {
            t.next(Mode::Hold);
            t.compact("c1", json!({}));
            t.wait(120);
            assert_eq!(state_and_message(t, "c1").0, "Prepare");
            assert_eq!(t.jobs(), ["c1"]);
            let object = t.kept(ObjectKind::Compaction, "c1");
            assert_eq!(object["metadata"].get("finalizers"), None);
            t.drop_kept(ObjectKind::Compaction, "c1");
            assert!(t.jobs().is_empty());
        },
    ),
    (
        "A compaction needs both ends and its cluster's namespace",
        "missing endTs: Failed \"end-ts must be set when mode is not sharded\"",
        |t| {
            t.compact("c1", json!({"endTs": null}));
            ends(
                t,
                "c1",
                "Failed",
                "end-ts must be set when mode is not sharded",
            );
            t.wait(120);
            assert!(t.memory.created_jobs.is_empty());
            t.patch_spec(
                ObjectKind::Compaction,
                "c1",
                json!({"endTs": "2026-11-20 22:30:00"}),
            );
            t.wait(120);
            assert_eq!(state_and_message(t, "c1").0, "Failed", "terminal");
        },
    ),
    (
        "A compaction needs both ends and its cluster's namespace",
        "start > end: Failed by the pod (\"until-ts ... must be greater than from-ts\"); equal values pass; Events \
         Failed(Retryable), \"The compact job is failed.\"",
        |t| {
            let bounds = |start: &str, end: &str| json!({"startTs": start, "endTs": end});
            let (early, late) = ("2026-11-20 22:00:00", "2026-11-20 22:30:00");
            t.compact("c1", bounds(late, early));
            ends(t, "c1", "Failed", LIMIT);
            let causes = records(t, "c1");
            assert_eq!(causes.len(), 7);
            assert_eq!(
                causes[0]["retryReason"],
                "until-ts must be greater than from-ts"
            );
            let said = |t: &Trial, event: &str| {
                t.memory.events.iter().any(|found| found.starts_with(event))
            };
            assert!(said(t, "Warning Failed(Retryable) until-ts"));
            assert!(said(
                t,
                &format!("Warning The compact job is failed. {LIMIT}")
            ));
            assert!(!said(t, "Normal Started"));
            t.compact("c2", bounds(early, early));
            assert_eq!(state_and_message(t, "c2").0, "Complete");
        },
    ),
    (
        "A compaction needs both ends and its cluster's namespace",
        "clusterNamespace empty: RetryFailed with growing backoffRetryStatus, until retries run out",
        |t| {
            t.compact(
                "c1",
                json!({"br": {"clusterNamespace": null}, "maxRetryTimes": 3}),
            );
            assert_eq!(state_and_message(t, "c1").0, "RetryFailed");
            // The waits are 10, 20 and 40 seconds.
            for (count, wait) in [(1, 9), (1, 2), (2, 21), (3, 41)] {
                assert_eq!(records(t, "c1").len(), count);
                t.wait(wait);
            }
            let found = records(t, "c1");
            let numbers: Vec<_> = found
                .iter()
                .map(|record| record["retryNum"].as_u64())
                .collect();
            assert_eq!(numbers, [None, Some(1), Some(2), Some(3)]);
            assert_eq!(state_and_message(t, "c1").0, "Failed");
            assert!(t.memory.created_jobs.is_empty());
        },
    ),
    (
        "A compaction needs both ends and its cluster's namespace",
        "pod never ran: Failed \"Job has reached the specified backoff limit\"",
        |t| {
            t.next(Mode::Early);
            t.compact("c1", json!({}));
            ends(t, "c1", "Failed", LIMIT);
        },
    ),
    (
        "A compaction runs in one Job",
        "a Pod that fails leaves RetryFailed and its text; the next Pod may succeed, and the text stays",
        |t| {
            t.next(Mode::BrFail("no space left".to_owned()));
            t.engine.modes.set("c1", Mode::Hold);
            t.compact("c1", json!({}));
            ends(t, "c1", "RetryFailed", "no space left");
            t.wait(120);
            ends(t, "c1", "RetryFailed", "no space left");
            t.finish("c1");
            ends(t, "c1", "Complete", "no space left");
            let object = t.kept(ObjectKind::Compaction, "c1");
            assert_eq!(
                object["status"]["progress"],
                "[READ_META(17/17),COMPACT_WORK(1291/1291)]"
            );
            assert_eq!(t.created("c1"), 1);
        },
    ),
    (
        "A compaction runs in one Job; Labels of a compaction; Jobs are named by their purpose; v1 writes events and v2 does not",
        "states Scheduled, Prepare, Running, Complete; Events SuccessfulCreate, Started, Finished; no finalizer; the Job's \
         name, backoffLimit, containers and labels",
        |t| {
            t.compact("c1", json!({}));
            let reasons: Vec<_> = t
                .memory
                .events
                .iter()
                .map(|event| event.split(' ').nth(1).unwrap())
                .collect();
            assert_eq!(reasons, ["SuccessfulCreate", "Started", "Finished"]);
            let object = t.kept(ObjectKind::Compaction, "c1");
            assert_eq!(object["metadata"].get("finalizers"), None);
            assert_eq!(object["status"]["state"], "Complete");
            let job = &t.memory.jobs[&key("c1")];
            assert_eq!(job["spec"]["backoffLimit"], 6);
            let pod = &job["spec"]["template"]["spec"];
            assert_eq!(pod["containers"][0]["name"], "backup-manager");
            let init = pod["initContainers"].as_array().unwrap().iter();
            let init: Vec<_> = init.map(|container| container["name"].clone()).collect();
            assert_eq!(init, ["br", "tikv-ctl"]);
            for (label, value) in [
                ("app.kubernetes.io/name", "compactbackup"),
                ("app.kubernetes.io/component", "compactbackup"),
                ("app.kubernetes.io/managed-by", "compact-backup-operator"),
                ("app.kubernetes.io/instance", "c1"),
                ("tidb.pingcap.com/compact", "c1"),
            ] {
                assert_eq!(job["metadata"]["labels"][label], value, "{label}");
            }
        },
    ),
    (
        "The cause of a failed compaction is in the retries",
        "maxRetryTimes 1, both Pods fail: RetryFailed with the text and an entry (the first without retryNum), then Failed \
         \"Job has reached the specified backoff limit\"; the cause is only in backoffRetryStatus[].retryReason",
        |t| {
            t.engine
                .modes
                .set("c1", Mode::BrFail("no space left".to_owned()));
            t.compact("c1", json!({"maxRetryTimes": 1}));
            ends(t, "c1", "Failed", LIMIT);
            let causes = records(t, "c1");
            assert_eq!(causes.len(), 2);
            assert_eq!(
                (&causes[0]["retryNum"], &causes[1]["retryNum"]),
                (&json!(null), &json!(1))
            );
            assert!(
                causes
                    .iter()
                    .all(|cause| cause["retryReason"] == "no space left")
            );
        },
    ),
    (
        "The cause of a failed compaction is in the retries",
        "the Pod dies without a verdict, or never runs: state Prepare, then Failed with that message at once, and no entry",
        |t| {
            for mode in [Mode::Die, Mode::Early] {
                let mut t = Trial::new(t.dialect);
                t.engine.modes.set("c1", mode);
                let since = t.now;
                t.compact("c1", json!({"maxRetryTimes": 1}));
                ends(&t, "c1", "Failed", LIMIT);
                assert!((t.now - since).num_seconds() < 2);
                assert!(records(&t, "c1").is_empty());
                assert!(
                    !t.memory
                        .events
                        .iter()
                        .any(|event| event.starts_with("Normal Started"))
                );
            }
        },
    ),
    (
        "Deleting a running compaction",
        "deleted while running: gone at once; the dying Pod leaves an Event `Failed(Retryable) … signal: killed`",
        |t| {
            t.next(Mode::Hang);
            t.compact("c1", json!({}));
            t.drop_kept(ObjectKind::Compaction, "c1");
            assert!(t.jobs().is_empty() && t.memory.pods.is_empty());
            let last = t.memory.events.last().unwrap();
            assert!(
                last.starts_with("Warning Failed(Retryable)") && last.ends_with("signal: killed"),
                "{last}"
            );
        },
    ),
];
