//! What the verbs write and say.

use serde_json::{Value, json};

use super::super::{Child, Schedule, pause, resume, set, trigger};
use super::{Made, children, document, merged, noon, schedule};
use crate::time::Zone;
use crate::write::Write;

/// What differs in the schedule, and what differs in the Backup that trigger makes.
#[test]
fn the_backup_of_a_trigger() {
    let folder = "c-pd.ns-2379-2026-11-21t12-00-00";
    let dump = json!({"spec": {"storageSize": "9Gi", "storageClassName": "k", "backupTemplate": {"br": null, "storageSize": "1Gi"}}});
    let text = |text: &str| json!(text);
    let rows: Vec<(Value, &str, Value)> = vec![
        (json!({}), "/metadata/name", text("s-2026-11-21t12-00-00")),
        (json!({}), "/metadata/namespace", text("ns")),
        (
            json!({}),
            "/metadata/labels",
            json!({"tidb.pingcap.com/backup-schedule": "s"}),
        ),
        (json!({}), "/metadata/annotations", Value::Null),
        (json!({}), "/spec/s3/prefix", json!(format!("p/{folder}"))),
        (
            json!({"spec": {"backupTemplate": {"s3": {"prefix": "p/q/"}}}}),
            "/spec/s3/prefix",
            json!(format!("p/q/{folder}")),
        ),
        (
            json!({"spec": {"backupTemplate": {"s3": {"prefix": null}}}}),
            "/spec/s3/prefix",
            json!(folder),
        ),
        (
            json!({"spec": {"backupTemplate": {"br": {"clusterNamespace": "o"}}}}),
            "/spec/s3/prefix",
            text("p/c-pd.o-2379-2026-11-21t12-00-00"),
        ),
        (dump.clone(), "/spec/s3/prefix", text("p")),
        (dump.clone(), "/spec/storageSize", text("1Gi")),
        (dump, "/spec/storageClassName", text("k")),
        (
            json!({"spec": {"storageClassName": "k"}}),
            "/spec/storageClassName",
            Value::Null,
        ),
        (
            json!({"spec": {"imagePullSecrets": [{"name": "q"}]}}),
            "/spec/imagePullSecrets",
            json!([{"name": "q"}]),
        ),
        (
            json!({"metadata": {"annotations": {"iam.amazonaws.com/role": "r", "kubectl.kubernetes.io/last-applied-configuration": "{}"}}}),
            "/metadata/annotations",
            json!({"iam.amazonaws.com/role": "r"}),
        ),
    ];
    for (more, pointer, expected) in rows {
        let document = document(more.clone());
        let schedule = Schedule::read(&document).unwrap();
        let made = trigger(&schedule, &document, &[], noon()).unwrap();
        let found = made.pointer(pointer).unwrap_or(&Value::Null);
        assert_eq!(*found, expected, "{more} {pointer}");
    }
    let document = document(json!({}));
    let schedule = Schedule::read(&document).unwrap();
    for (state, refused) in [
        ("Complete", false),
        ("Failed", false),
        ("Invalid", false),
        ("log", false),
        ("Running", true),
        ("RetryFailed", true),
    ] {
        let all = children(&[("a", 3, 3, state)]);
        let made = trigger(
            &schedule,
            &document,
            &all.iter().collect::<Vec<_>>(),
            noon(),
        );
        assert_eq!(made.is_err(), refused, "{state}");
    }
}

/// What is said of a pause, and what is not.
#[test]
fn notes_of_pause_and_resume() {
    let log = json!({"spec": {"logBackupTemplate": {}, "maxReservedTime": "10h"}});
    let there = merged(log.clone(), json!({"status": {"logBackup": "log-s"}}));
    let reserved = json!({"spec": {"maxReservedTime": "10h"}});
    let rows: [(Value, &[Made], &[&str]); 5] = [
        (json!({"spec": {"pause": false}}), &[], &[]),
        (json!({}), &[("a", 3, 3, "Complete")], &[]),
        (
            reserved,
            &[("a", 3, 3, "Complete")],
            &["retention deletes within a day: a"],
        ),
        (log, &[], &["log-s does not exist yet"]),
        (there, &[], &["log-s is not paused and goes on"]),
    ];
    for (more, made, words) in rows {
        let all = children(made);
        let own: Vec<&Child> = all.iter().collect();
        let plan = pause(&schedule(more.clone()), &own, noon()).plan;
        assert_eq!(plan.notes.len(), words.len() + 1, "{more} {:?}", plan.notes);
        for (note, words) in plan.notes.iter().skip(1).zip(words) {
            assert!(note.to_string().contains(words), "{note}");
        }
        let paused = merged(more, json!({"spec": {"pause": true}}));
        let again = pause(&schedule(paused.clone()), &own, noon()).plan;
        assert_eq!(
            (again.already.as_deref(), again.writes.len()),
            (Some("paused"), 0)
        );
        let resumed = resume(&schedule(paused), &own, noon(), Zone::Utc).plan;
        assert_eq!(resumed.writes.len(), 1);
    }
}

/// The patch between two documents, and whether it asks.
#[test]
fn the_patch_of_set() {
    let rows = [
        (
            json!({"spec": {"pause": true}}),
            json!({"spec": {"pause": true}}),
            false,
        ),
        (
            json!({"spec": {"schedule": "@daily"}}),
            json!({"spec": {"schedule": "@daily"}}),
            false,
        ),
        (
            json!({"spec": {"backupTemplate": {"s3": {"prefix": null, "region": "r"}}}}),
            json!({"spec": {"backupTemplate": {"s3": {"prefix": null, "region": "r"}}}}),
            false,
        ),
        (
            json!({"spec": {"maxReservedTime": "2h"}}),
            json!({"spec": {"maxReservedTime": "2h"}}),
            true,
        ),
        (
            json!({"spec": {"maxReservedTime": "20h"}}),
            json!({"spec": {"maxReservedTime": "20h"}}),
            false,
        ),
        (
            json!({"spec": {"backupTemplate": {"env": [1]}}}),
            json!({"spec": {"backupTemplate": {"env": [1]}}}),
            false,
        ),
    ];
    let all = children(&[("a", 3, 3, "Complete")]);
    let own: Vec<&Child> = all.iter().collect();
    let before = document(json!({}));
    for (more, patch, asks) in rows {
        let mut after = merged(before.clone(), more.clone());
        if let Some(Value::Object(storage)) = after.pointer_mut("/spec/backupTemplate/s3") {
            storage.retain(|_, value| !value.is_null());
        }
        let plan = set(
            &schedule(json!({})),
            &before,
            &after,
            &own,
            noon(),
            Vec::new(),
        )
        .plan;
        let Some(Write::Patch { body, .. }) = plan.writes.first() else {
            panic!("no patch for {more}");
        };
        assert_eq!((body, plan.question.is_some()), (&patch, asks), "{more}");
    }
    let same = set(
        &schedule(json!({})),
        &before,
        &before,
        &own,
        noon(),
        Vec::new(),
    )
    .plan;
    assert_eq!((same.already.is_some(), same.writes.len()), (true, 0));
}
