//! v1 (1.7 line), rows 6h and 7h: CompactBackups.

use serde_json::{Value, json};

use super::super::dialect::Dialect;
use super::super::document::{list, text};
use super::super::mode::Mode;
use super::super::observe::Watched;
use super::{Row, Trial, key, play};

#[test]
fn compactions() {
    play(Dialect::V1, ROWS);
}

/// State and message.
fn says(t: &Trial, name: &str) -> (String, String) {
    let object = t.kept(Watched::Compaction, name);
    let part = |pointer: &str| text(&object, pointer).to_owned();
    (part("/status/state"), part("/status/message"))
}

fn records(t: &Trial, name: &str) -> Vec<Value> {
    let object = t.kept(Watched::Compaction, name);
    list(&object, "/status/backoffRetryStatus").to_vec()
}

fn ends(t: &Trial, name: &str, state: &str, message: &str) {
    assert_eq!(
        says(t, name),
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
            assert_eq!(says(t, "c2").0, "");
            t.engine.restart(t.now);
            t.settle();
            assert_eq!(t.engine.crashed, Some(key("c1")));
            t.drop_kept(Watched::Compaction, "c1");
            assert_eq!(t.engine.crashed, None);
            assert_eq!(t.at("s1", "/status/phase"), "Complete");
            assert_eq!(says(t, "c2").0, "Complete");
        },
    ),
    (
        "A compaction needs both ends and its cluster's namespace",
        "Job name = CR name; hung pod: state Prepare; no finalizer",
        |t| {
            t.next(Mode::Hold);
            t.compact("c1", json!({}));
            t.wait(120);
            assert_eq!(says(t, "c1").0, "Prepare");
            assert_eq!(t.jobs(), ["c1"]);
            let object = t.kept(Watched::Compaction, "c1");
            assert_eq!(object["metadata"].get("finalizers"), None);
            // Deletion kills the Job (reference 9).
            t.drop_kept(Watched::Compaction, "c1");
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
                Watched::Compaction,
                "c1",
                json!({"endTs": "2026-11-20 22:30:00"}),
            );
            t.wait(120);
            assert_eq!(says(t, "c1").0, "Failed", "terminal");
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
            let (state, message) = says(t, "c1");
            assert_eq!(state, "Failed");
            assert!(
                message.starts_with("until-ts ")
                    && message.ends_with(" must be greater than from-ts"),
                "{message}"
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
            assert_eq!(says(t, "c2").0, "Complete");
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
            assert_eq!(says(t, "c1").0, "RetryFailed");
            // 10 s, 20 s, 40 s (v2 reference 11.3 on v1).
            for (count, wait) in [(1, 9), (1, 2), (2, 21), (3, 41)] {
                assert_eq!(records(t, "c1").len(), count);
                t.wait(wait);
            }
            let found = records(t, "c1");
            let numbers: Vec<_> = found.iter().map(|record| &record["retryNum"]).collect();
            assert_eq!(numbers, [0, 1, 2, 3]);
            assert_eq!(says(t, "c1").0, "Failed");
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
        "a pod that fails leaves RetryFailed and its text; the next one may succeed, and the text stays (reference 9)",
        |t| {
            t.next(Mode::BrFail("no space left".to_owned()));
            t.engine.modes.set("c1", Mode::Hold);
            t.compact("c1", json!({}));
            ends(t, "c1", "RetryFailed", "no space left");
            t.wait(120);
            ends(t, "c1", "RetryFailed", "no space left");
            t.finish("c1");
            ends(t, "c1", "Complete", "no space left");
            let object = t.kept(Watched::Compaction, "c1");
            assert_eq!(
                object["status"]["progress"],
                "[READ_META(17/17),COMPACT_WORK(1291/1291)]"
            );
            assert_eq!(t.created("c1"), 1);
            t.engine.modes.set("c2", Mode::Die);
            t.compact("c2", json!({"maxRetryTimes": 1}));
            ends(t, "c2", "Failed", LIMIT);
        },
    ),
];
