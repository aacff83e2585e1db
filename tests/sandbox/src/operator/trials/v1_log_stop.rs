//! 1.5.4, which knows only `logStop`. Its rules were read in the source.

use serde_json::json;

use super::super::dialect::Dialect;
use super::{Row, Trial, play};

#[test]
fn log_stop_line() {
    play(Dialect::V1LogStop, ROWS);
}

fn started(t: &mut Trial) {
    t.log("l1", json!({}));
    t.wait(60);
    t.sees("l1", "Running | Scheduled Prepare Running | start Complete");
}

const ROWS: &[Row] = &[
    (
        "1.5.4 does not stop on deletion",
        "no log finalizer; deleting never stops the task, even with Delete, which removes the data under it",
        |t| {
            started(t);
            assert_eq!(t.at("l1", "/metadata/finalizers"), "");
            t.delete("l1");
            assert!(t.is_gone("l1") && t.has_task("l1"));
            t.cluster("other", json!({}));
            t.log(
                "l2",
                json!({"br": {"cluster": "other"}, "cleanPolicy": "Delete"}),
            );
            t.delete("l2");
            assert!(t.is_gone("l2") && t.has_task("l2"));
            assert_eq!(t.created("stop-l2"), 0);
            assert!(!t.engine.cache.data.contains("local:///mnt/l2"));
        },
    ),
    (
        "1.5.4 knows only logStop",
        "stop = logStop true; Stopped, timeTaken",
        |t| {
            started(t);
            t.patch("l1", json!({"logStop": true}));
            t.sees(
                "l1",
                "Stopped | Scheduled Prepare Running Stopped | start Complete, stop Complete",
            );
            assert!(t.at("l1", "/status/timeTaken").starts_with("1m"));
        },
    ),
    (
        "1.5.4 knows only logStop",
        "truncate needs logStop unset; while logStop is true no truncate is possible",
        |t| {
            started(t);
            let until = t.tso(0);
            t.patch("l1", json!({"logTruncateUntil": until}));
            assert_eq!(t.at("l1", "/status/logSuccessTruncateUntil"), until);
            t.patch("l1", json!({"logStop": true}));
            t.wait(10);
            let later = t.tso(0);
            t.patch("l1", json!({"logTruncateUntil": later}));
            t.wait(100);
            assert_eq!(t.at("l1", "/status/logSuccessTruncateUntil"), until);
        },
    ),
    (
        "1.5.4 knows only logStop",
        "a CR created with logTruncateUntil or logStop already set never starts",
        |t| {
            t.log("l1", json!({"logStop": true}));
            let until = t.tso(0);
            t.log("l2", json!({"logTruncateUntil": until}));
            t.wait(300);
            for name in ["l1", "l2"] {
                assert_eq!(t.at(name, "/status/phase"), "", "{name}");
            }
            assert!(t.jobs().is_empty());
        },
    ),
    (
        "1.5.4 knows only logStop",
        "logSubcommand is not in the schema; even stored it does nothing",
        |t| {
            started(t);
            t.patch("l1", json!({"logSubcommand": "log-pause"}));
            t.stays("l1", 50);
        },
    ),
    (
        "1.5.4 knows only logStop",
        "no kernel sync: an outside pause and a removed task are never noticed",
        |t| {
            started(t);
            let pd = super::key("basic");
            t.engine.cache.pd.pause(&pd, "l1", t.now).unwrap();
            t.wait(300);
            assert_eq!(t.at("l1", "/status/phase"), "Running");
            t.engine.cache.pd.stop(&pd, "l1").unwrap();
            t.wait(300);
            assert_eq!(t.at("l1", "/status/phase"), "Running");
        },
    ),
    (
        "A v1 Backup waits for a Ready TidbCluster",
        "no Ready gate",
        |t| {
            t.engine
                .cache
                .clusters
                .get_mut(&super::key("basic"))
                .unwrap()["status"] = json!({});
            t.backup("s1", json!({}));
            t.sees("s1", "Complete | Scheduled Prepare Running Complete");
        },
    ),
];
