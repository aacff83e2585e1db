//! What is due, and whose children backups are.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::super::{Child, Due, children_of, due};
use super::{backup, children, hours, merged, noon, schedule};

#[test]
fn what_is_due() {
    let ran = |ago: i64| json!({"status": {"lastBackup": "a", "lastBackupTime": hours(ago).to_rfc3339()}});
    let at = |ago: i64| Some(hours(ago).to_rfc3339());
    let missed = |count: usize, last: i64| format!("{count} up to {:?}", at(last));
    let next = format!("next {:?}", at(-1));
    let cleaned = json!({"status": {"allBackupCleanTime": hours(7).to_rfc3339()}});
    let both = merged(ran(3), cleaned.clone());
    // Twenty an hour: a thousand runs are counted, one more is too many.
    let thousand = merged(ran(50), json!({"spec": {"schedule": "*/3 * * * *"}}));
    let minutes = merged(ran(20), json!({"spec": {"schedule": "* * * * *"}}));
    let rows: Vec<(Value, &str, String)> = vec![
        (ran(0), "Complete", next.clone()),
        (ran(3), "Complete", missed(3, 0)),
        (thousand, "Complete", missed(1000, 0)),
        (ran(3), "Failed", missed(3, 0)),
        (ran(3), "Invalid", missed(3, 0)),
        (ran(3), "RetryFailed", "held up by a".to_owned()),
        (ran(3), "FailedEarly", "held up by a".to_owned()),
        (ran(3), "Running", "held up by a".to_owned()),
        (ran(0), "Running", next.clone()),
        (
            merged(ran(3), json!({"status": {"lastBackup": "gone"}})),
            "Running",
            missed(3, 0),
        ),
        (cleaned, "Complete", missed(7, 0)),
        (both, "Complete", missed(3, 0)),
        (json!({}), "Complete", missed(100, 0)),
        (
            minutes,
            "Running",
            format!(
                "skipped to {:?}",
                Some((noon() + TimeDelta::minutes(1)).to_rfc3339())
            ),
        ),
        (
            json!({"spec": {"schedule": "0 2 * * 7"}}),
            "Complete",
            "unreadable".to_owned(),
        ),
    ];
    for (more, state, expected) in rows {
        let all = children(&[(
            "a",
            3,
            3,
            match state {
                "Complete" => "Complete",
                "Failed" => "Failed",
                "FailedEarly" => "FailedEarly",
                "Invalid" => "Invalid",
                "RetryFailed" => "RetryFailed",
                _ => "Running",
            },
        )]);
        let told = |time: Option<DateTime<Utc>>| time.map(|time| time.to_rfc3339());
        let schedule = schedule(more.clone());
        let found = match due(&schedule, &all.iter().collect::<Vec<_>>(), noon()) {
            Due::Next(run) => format!("next {:?}", told(run)),
            Due::AtOnce(missed) => format!("{} up to {:?}", missed.count, told(Some(missed.last))),
            Due::Skipped(run) => format!("skipped to {:?}", told(run)),
            Due::HeldUp(name) => format!("held up by {name}"),
            Due::Unreadable(_) => "unreadable".to_owned(),
        };
        assert_eq!(found, expected, "{more} {state}");
    }
}

/// Which Backups are children, in which order, and which retention sees.
#[test]
fn whose_children_they_are() {
    let schedule = schedule(json!({}));
    let plain = backup(("a", 2, 2, "Complete"));
    let relabelled = |labels: Value| {
        let mut object = plain.clone();
        object["metadata"]["labels"] = labels;
        object
    };
    let own = json!({"tidb.pingcap.com/backup-schedule": "s"});
    let mut owned = relabelled(own.clone());
    owned["metadata"]["ownerReferences"] = json!([{"kind": "BackupSchedule", "name": "s"}]);
    let mut of_another_kind = relabelled(own.clone());
    of_another_kind["metadata"]["ownerReferences"] = json!([{"kind": "Team", "name": "s"}]);
    let mut elsewhere = plain.clone();
    elsewhere["metadata"]["namespace"] = json!("other");
    let mut by_hand = own.clone();
    by_hand["app.kubernetes.io/managed-by"] = json!("Helm");
    let rows: Vec<(Value, Option<bool>)> = vec![
        (plain.clone(), Some(true)),
        (owned, Some(true)),
        (of_another_kind, Some(false)),
        (relabelled(own), Some(false)),
        (relabelled(by_hand), Some(false)),
        (relabelled(json!({})), None),
        (
            relabelled(json!({"tidb.pingcap.com/backup-schedule": "t"})),
            None,
        ),
        (elsewhere, None),
    ];
    for (object, governed) in rows {
        let all: Vec<Child> = Child::read(&object).into_iter().collect();
        let found = children_of(&all, &schedule.object);
        let found = found.first().map(|child| child.governed);
        assert_eq!(found, governed, "{object}");
    }
    let all = children(&[
        ("c", 1, 1, "Complete"),
        ("b", 9, 9, "Complete"),
        ("a", 1, 1, "Complete"),
    ]);
    let order: Vec<&str> = children_of(&all, &schedule.object)
        .iter()
        .map(|child| child.name.as_str())
        .collect();
    assert_eq!(order, ["b", "a", "c"]);
}
