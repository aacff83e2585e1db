#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::*;
use crate::api::Operator;
use crate::output::{Screen, View};
use crate::time::Tso;

/// A TSO whose time is 2026-01-01 00:00 plus `minutes`; the tests count in minutes.
fn tso(minutes: u64) -> Tso {
    Tso::from_millis(1_767_225_600_000 + minutes * 60_000).unwrap()
}

fn now(minutes: u64) -> DateTime<Utc> {
    tso(minutes).time().unwrap()
}

fn backup(operator: Operator, name: &str, spec: Value, status: Value) -> Value {
    let mut full = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b", "prefix": name, "secretName": "s"}});
    full.as_object_mut()
        .unwrap()
        .extend(spec.as_object().unwrap().clone());
    json!({"apiVersion": operator.api_version(), "kind": "Backup", "metadata": {"name": name, "namespace": "ns"}, "spec": full, "status": status})
}

fn done(kind: &str) -> Value {
    json!([{"type": "Scheduled", "status": "True"}, {"type": kind, "status": "True"}])
}

fn snapshot_of(operator: Operator, name: &str, commit: Tso) -> Value {
    backup(
        operator,
        name,
        json!({"backupType": "full"}),
        json!({"phase": "Complete", "commitTs": commit.to_string(), "conditions": done("Complete")}),
    )
}

fn snapshot(name: &str, minutes: u64) -> Value {
    snapshot_of(Operator::V2, name, tso(minutes))
}

fn log_of(
    operator: Operator,
    name: &str,
    phase: &str,
    start: u64,
    truncated: Option<Tso>,
    checkpoint: Option<u64>,
) -> Value {
    let mut status = json!({"phase": phase, "commitTs": tso(start).to_string()});
    if let Some(truncated) = truncated {
        status["logSuccessTruncateUntil"] = json!(truncated.to_string());
    }
    if let Some(checkpoint) = checkpoint {
        status["logCheckpointTs"] = json!(tso(checkpoint).to_string());
    }
    backup(
        operator,
        name,
        json!({"backupMode": "log", "logSubcommand": "log-start"}),
        status,
    )
}

fn log(name: &str, phase: &str, start: u64, checkpoint: u64) -> Value {
    log_of(Operator::V2, name, phase, start, None, Some(checkpoint))
}

fn cluster(operator: Operator) -> TidbCluster {
    TidbCluster {
        operator,
        namespace: "ns".into(),
        name: "basic".into(),
    }
}

fn read(objects: &[Value]) -> History {
    History::of_cluster(objects, &cluster(Operator::V2))
}

/// `from..to name,name@log` of every window, in minutes.
fn told(history: &History) -> Vec<String> {
    let minutes = |tso: Tso| (tso.millis() - tso_base()) / 60_000;
    windows(history)
        .iter()
        .map(|window| {
            let names: Vec<&str> = window
                .snapshots
                .iter()
                .map(|found| found.object.name.as_str())
                .collect();
            let log = window
                .log
                .map(|log| format!("@{}", log.object.name))
                .unwrap_or_default();
            format!(
                "{}..{} {}{log}",
                minutes(window.from),
                minutes(window.to),
                names.join(",")
            )
        })
        .collect()
}

fn tso_base() -> u64 {
    tso(0).millis()
}

/// The coverage cases of BR's rule `log-min <= full-backup-ts <= restored-ts <= log-max`, for both generations.
#[test]
fn windows_follow_the_rule_of_br() {
    let one_below = Tso::new(tso(20).value() - 1);
    let with = |changes: &[(&str, Value)]| {
        let mut object = snapshot("s", 20);
        for (pointer, value) in changes {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            object.pointer_mut(parent).unwrap()[key] = value.clone();
        }
        object
    };
    let rows: Vec<(&str, Vec<Value>, Vec<&str>)> = vec![
        ("nothing", vec![], vec![]),
        ("a log alone", vec![log("l", "Running", 10, 50)], vec![]),
        (
            "a snapshot alone",
            vec![snapshot("s", 20)],
            vec!["20..20 s"],
        ),
        (
            "before the log's start",
            vec![snapshot("s", 5), log("l", "Running", 10, 50)],
            vec!["5..5 s"],
        ),
        (
            "equal to the log's start",
            vec![snapshot("s", 10), log("l", "Running", 10, 50)],
            vec!["10..50 s@l"],
        ),
        (
            "inside",
            vec![snapshot("s", 20), log("l", "Running", 10, 50)],
            vec!["20..50 s@l"],
        ),
        (
            "equal to the truncate point",
            vec![
                snapshot("s", 20),
                log_of(Operator::V2, "l", "Running", 10, Some(tso(20)), Some(50)),
            ],
            vec!["20..50 s@l"],
        ),
        (
            "one TSO below the truncate point",
            vec![
                snapshot_of(Operator::V2, "s", one_below),
                log_of(Operator::V2, "l", "Running", 10, Some(tso(20)), Some(50)),
            ],
            vec!["19..19 s"],
        ),
        (
            "newer than the checkpoint",
            vec![snapshot("s", 60), log("l", "Running", 10, 50)],
            vec!["60..60 s"],
        ),
        (
            "at the checkpoint",
            vec![snapshot("s", 50), log("l", "Running", 10, 50)],
            vec!["50..50 s@l"],
        ),
        (
            "failed with a commit time",
            vec![
                with(&[("/status/conditions", done("Failed"))]),
                log("l", "Running", 10, 50),
            ],
            vec![],
        ),
        (
            "running with a commit time",
            vec![with(&[("/status/conditions", done("Running"))])],
            vec![],
        ),
        (
            "complete without a commit time",
            vec![with(&[("/status/commitTs", json!(""))])],
            vec![],
        ),
        (
            "complete with commit time 0",
            vec![with(&[("/status/commitTs", json!("0"))])],
            vec![],
        ),
        (
            "being deleted",
            vec![with(&[(
                "/metadata/deletionTimestamp",
                json!("2026-01-01T00:00:00Z"),
            )])],
            vec![],
        ),
        (
            "one database",
            vec![with(&[("/spec/backupType", json!("db"))])],
            vec![],
        ),
        (
            "filtered",
            vec![with(&[("/spec/tableFilter", json!(["a.*"]))])],
            vec![],
        ),
        (
            "incremental",
            vec![with(&[("/spec/br/options", json!(["--lastbackupts=1"]))])],
            vec![],
        ),
        (
            "volume snapshot",
            vec![with(&[("/spec/backupMode", json!("volume-snapshot"))])],
            vec![],
        ),
        (
            "two generations",
            vec![
                snapshot("s1", 20),
                log("l1", "Stopped", 10, 50),
                snapshot("s2", 80),
                log("l2", "Running", 70, 99),
            ],
            vec!["20..50 s1@l1", "80..99 s2@l2"],
        ),
        (
            "two generations that overlap",
            vec![
                snapshot("s1", 20),
                log("l1", "Stopped", 10, 50),
                snapshot("s2", 45),
                log("l2", "Running", 40, 99),
            ],
            vec!["20..50 s1,s2@l1", "45..99 s2@l2"],
        ),
        (
            "stopped",
            vec![snapshot("s", 20), log("l", "Stopped", 10, 50)],
            vec!["20..50 s@l"],
        ),
        (
            "paused",
            vec![snapshot("s", 20), log("l", "Paused", 10, 50)],
            vec!["20..50 s@l"],
        ),
        (
            "failed log",
            vec![snapshot("s", 20), log("l", "Failed", 10, 50)],
            vec!["20..50 s@l"],
        ),
        (
            "no checkpoint",
            vec![
                snapshot("s", 20),
                log_of(Operator::V2, "l", "Running", 10, None, None),
            ],
            vec!["20..20 s"],
        ),
        (
            "checkpoint 0",
            vec![snapshot("s", 20), {
                let mut log = log("l", "Running", 10, 50);
                log["status"]["logCheckpointTs"] = json!("0");
                log
            }],
            vec!["20..20 s"],
        ),
        (
            "two snapshots",
            vec![
                snapshot("b", 30),
                snapshot("a", 20),
                log("l", "Running", 10, 50),
            ],
            vec!["20..50 a,b@l"],
        ),
        (
            "two snapshots of one moment",
            vec![snapshot("b", 20), snapshot("a", 20)],
            vec!["20..20 a,b"],
        ),
        (
            "a truncation under way",
            vec![snapshot("s", 20), {
                let mut log = log("l", "Running", 10, 50);
                log["spec"]["logTruncateUntil"] = json!(tso(30).to_string());
                log["status"]["logSubCommandStatuses"] = json!({"log-truncate": {"phase": "Running", "logTruncatingUntil": tso(30).to_string()}});
                log
            }],
            vec!["20..20 s"],
        ),
        (
            "a log that is deleted",
            vec![snapshot("s", 20), {
                let mut log = log("l", "Running", 10, 50);
                log["metadata"]["deletionTimestamp"] = json!("2026-01-01T00:00:00Z");
                log
            }],
            vec!["20..20 s"],
        ),
    ];
    for (what, objects, expected) in rows {
        for operator in Operator::ALL {
            let objects: Vec<Value> = objects
                .iter()
                .cloned()
                .map(|mut object| {
                    object["apiVersion"] = json!(operator.api_version());
                    object
                })
                .collect();
            let history = History::of_cluster(&objects, &cluster(operator));
            assert_eq!(told(&history), expected, "{what} {operator}");
        }
    }
}

/// Before, inside, in a gap of, and after what can be restored: what is picked, or why not and what is nearest.
#[test]
fn a_moment_is_restored_or_refused_with_the_nearest_ones() {
    let objects = [
        snapshot("old", 5),
        snapshot("s1", 20),
        snapshot("s2", 30),
        log("l1", "Stopped", 10, 50),
        snapshot("s3", 80),
        log_of(Operator::V2, "l2", "Running", 70, None, Some(99)),
        snapshot("s4", 120),
    ];
    let history = read(&objects);
    let picked = |minute: u64| match find(&history, tso(minute), now(200)) {
        Ok(found) => format!(
            "{}{}",
            found.snapshot.object.name,
            found
                .log
                .map(|log| format!("+{}", log.object.name))
                .unwrap_or_default()
        ),
        Err(no) => {
            let minute = |tso: Option<Tso>| {
                tso.map_or("-".to_owned(), |tso| {
                    ((tso.millis() - tso_base()) / 60_000).to_string()
                })
            };
            format!("{:?} {} {}", no.reason, minute(no.before), minute(no.after))
        }
    };
    let rows = [
        (0, "BeforeFirstSnapshot - 5"),
        (5, "old"),
        (6, "NotLogged 5 20"),
        (15, "NoSnapshotInLog 5 20"),
        (20, "s1+l1"),
        (29, "s1+l1"),
        (30, "s2+l1"),
        (50, "s2+l1"),
        (51, "NotLogged 50 80"),
        (75, "NoSnapshotInLog 50 80"),
        (80, "s3+l2"),
        (99, "s3+l2"),
        (100, "NotYetLogged 99 120"),
        (120, "s4"),
        (121, "NotYetLogged 120 -"),
        (201, "Future 120 -"),
    ];
    for (minute, expected) in rows {
        assert_eq!(picked(minute), expected, "minute {minute}");
    }
}

#[test]
fn a_truncated_log_is_named_as_the_reason() {
    let objects = [
        snapshot("s1", 20),
        snapshot("s2", 40),
        log_of(Operator::V2, "l", "Running", 10, Some(tso(30)), Some(50)),
    ];
    let no = find(&read(&objects), tso(35), now(60)).unwrap_err();
    assert_eq!(
        (no.reason, no.before, no.after),
        (GapReason::Truncated, Some(tso(20)), Some(tso(40)))
    );
    let no = find(&History::default(), tso(35), now(60)).unwrap_err();
    assert_eq!(
        (no.reason, no.before, no.after),
        (GapReason::NoSnapshot, None, None)
    );
}

#[test]
fn gaps_lie_between_windows_and_say_why() {
    let objects = [
        snapshot("s1", 20),
        log("l1", "Stopped", 10, 50),
        snapshot("s2", 80),
        log("l2", "Running", 70, 99),
        snapshot("s3", 120),
    ];
    let after = |minute: u64| Tso::new(tso(minute).value() + 1);
    let before = |minute: u64| Tso::new(tso(minute).value() - 1);
    let found: Vec<_> = gaps(&read(&objects), now(200))
        .into_iter()
        .map(|gap| (gap.from, gap.to, gap.why.reason))
        .collect();
    assert_eq!(
        found,
        [
            (after(50), before(80), GapReason::NotLogged),
            (after(99), before(120), GapReason::NotYetLogged),
        ]
    );
    // A window inside another one opens no gap.
    let overlapping = [
        snapshot("s1", 20),
        log("l1", "Running", 10, 90),
        log("l2", "Stopped", 15, 40),
        snapshot("s2", 85),
    ];
    assert_eq!(gaps(&read(&overlapping), now(200)), []);
}

/// Two clusters of one name in two namespaces, and in both generations, never lend each other a backup.
#[test]
fn clusters_of_one_name_stay_apart() {
    let mut elsewhere = log("l", "Running", 10, 50);
    elsewhere["metadata"]["namespace"] = json!("other");
    let mut named = log("n", "Running", 10, 60);
    named["metadata"]["namespace"] = json!("other");
    named["spec"]["br"]["clusterNamespace"] = json!("ns");
    let first = log_of(Operator::V1, "v1", "Running", 10, None, Some(70));
    let objects = [snapshot("s", 20), elsewhere, named, first];
    assert_eq!(told(&read(&objects)), ["20..60 s@n"]);
    let other = TidbCluster {
        namespace: "other".into(),
        ..cluster(Operator::V2)
    };
    assert_eq!(History::of_cluster(&objects, &other).logs.len(), 1);
    assert!(
        History::of_cluster(&objects, &cluster(Operator::V1))
            .snapshots
            .is_empty()
    );
}

#[test]
fn the_view_has_every_key() {
    let objects = [
        snapshot("s", 20),
        log("l", "Running", 10, 50),
        snapshot("t", 70),
    ];
    let history = read(&objects);
    let mut list = WindowList::default();
    list.add(&cluster(Operator::V2), &history, now(200));
    let outcome = find(&history, tso(30), now(200));
    list.answer = Some(MomentAnswer::of(tso(30), &outcome));
    let value = serde_json::to_value(&list).unwrap();
    assert_eq!(value["items"][0]["kind"], "range");
    assert_eq!(value["items"][1]["log"], Value::Null);
    assert_eq!(value["items"][0]["snapshots"], json!(["s"]));
    assert_eq!(value["gaps"][0]["reason"], "NotYetLogged");
    assert_eq!(value["restorable"], true);
    assert_eq!(value["reason"], Value::Null);
    assert_eq!(
        value["snapshot"],
        json!({"name": "s", "namespace": "ns", "path": "s3://b/s", "secretName": "s",
        "commit": {"tso": tso(20).to_string(), "time": "2026-01-01T00:20:00.000Z"}})
    );
    assert_eq!(value["log"]["name"], "l");
    let no = find(&history, tso(60), now(200));
    list.answer = Some(MomentAnswer::of(tso(60), &no));
    let value = serde_json::to_value(&list).unwrap();
    assert_eq!(
        (&value["restorable"], &value["snapshot"]),
        (&json!(false), &Value::Null)
    );
    let text = list.text(&Screen::plain(now(200)));
    assert!(
        text.starts_with("NAMESPACE") && text.contains("range") && text.contains("point"),
        "{text}"
    );
}
