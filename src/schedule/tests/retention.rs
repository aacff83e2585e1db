//! What retention takes and spares, now and later.

use serde_json::{Value, json};

use super::super::{Child, Retention, Schedule, children_of, names};
use super::{Made, children, hours, merged, noon, schedule};
use crate::time::Tso;

/// The spec, the backups, what goes, the base, and up to how many hours ago the log is truncated.
type Kept = (
    Value,
    &'static [Made],
    &'static [&'static str],
    Option<&'static str>,
    Option<i64>,
);

#[rustfmt::skip]
fn kept() -> Vec<Kept> {
    let time = |text: &str| json!({"spec": {"maxReservedTime": text}});
    let count = |number: i64| json!({"spec": {"maxBackups": number}});
    let compacted = |ago: i64| json!({
        "spec": {"maxReservedTime": "10h", "logBackupTemplate": {}, "compactBackupTemplate": {}, "compactInterval": "1h"},
        "status": {"lastCompactProgress": hours(ago).to_rfc3339(), "logBackupStartTs": hours(90).to_rfc3339()},
    });
    const THREE: &[Made] = &[("a", 30, 30, "Complete"), ("b", 20, 20, "Complete"), ("c", 5, 5, "Complete")];
    const LOG: &[Made] = &[("l", 40, 1, "log"), ("a", 30, 30, "Complete"), ("b", 20, 20, "Complete"), ("c", 15, 15, "Complete"), ("d", 5, 5, "Complete")];
    vec![
        (json!({}), THREE, &[], None, None),
        (count(3), THREE, &[], None, None),
        (count(2), THREE, &["a"], None, None),
        (count(1), &[("a", 3, 3, "Complete"), ("b", 2, 0, "Running"), ("c", 1, 0, "Running")], &["a", "b"], None, None),
        (count(2), &[("l", 9, 1, "log"), ("a", 8, 8, "Complete"), ("b", 7, 7, "Complete")], &["l"], None, None),
        (count(1), &[("a", 9, 9, "hand"), ("b", 8, 8, "Complete"), ("c", 7, 7, "Complete")], &["b"], None, None),
        (merged(time("10h"), count(1)), THREE, &["a", "b"], None, None),
        (time("10h"), THREE, &["a", "b"], None, None),
        (time("20h"), THREE, &["a"], None, None), // Exactly as old is not older.
        (time("1d"), THREE, &[], None, None),
        (merged(time("1d"), count(1)), THREE, &[], None, None),
        (time("10h"), &[("a", 30, 5, "Complete"), ("b", 20, 20, "Complete")], &[], None, None), // Up to the first that is young.
        (time("10h"), &[("b", 20, 20, "Complete"), ("a", 30, 30, "Complete")], &["a", "b"], None, None),
        (time("10h"), &[("a", 30, 0, "Running"), ("b", 20, 20, "Complete")], &["b"], None, None),
        (time("10h"), &[("a", 1, 0, "FailedEarly"), ("b", 1, 0, "Invalid"), ("c", 1, 1, "Failed")], &["a", "b"], None, None),
        (time("10h"), &[("a", 30, 30, "RetryFailed"), ("b", 20, 20, "Complete")], &["b"], None, None),
        (time("10h"), &[("a", 30, 30, "hand"), ("b", 20, 20, "Complete")], &["b"], None, None),
        // With a log backup.
        (time("10h"), LOG, &["a", "b"], Some("c"), Some(15)),
        (time("14h"), LOG, &["a", "b"], Some("c"), Some(15)), // The time counts from the checkpoint, an hour ago; exactly as old is enough.
        (time("15h"), LOG, &["a"], Some("b"), Some(20)),
        (time("29h"), LOG, &[], Some("a"), None),
        (time("30h"), LOG, &[], None, None),
        (time("7d"), LOG, &[], None, None),
        (time("10h"), &[("l", 40, 20, "log off"), ("a", 29, 29, "Complete"), ("b", 25, 25, "Complete")], &[], None, None), // From the newest snapshot,
        (time("10h"), &[("l", 40, 20, "log off"), ("a", 29, 29, "Complete"), ("b", 25, 25, "Complete"), ("c", 2, 2, "Complete")], &["a"], Some("b"), Some(25)), // if that is later.
        (time("10h"), &[("l", 40, 1, "log"), ("a", 30, 30, "Complete"), ("b", 20, 20, "Failed"), ("c", 15, 15, "Complete")], &["a", "b"], Some("c"), Some(15)),
        (time("10h"), &[("l", 40, 1, "log"), ("a", 30, 30, "Complete"), ("b", 20, 20, "Failed")], &[], Some("a"), None), // No base for a restore.
        (time("10h"), &[("l", 40, 1, "log"), ("a", 30, 30, "Complete"), ("b", 20, 0, "Running"), ("c", 15, 15, "Complete")], &["a"], Some("c"), Some(15)),
        (time("10h"), &[("l", 40, 1, "log"), ("a", 30, 30, "hand"), ("b", 20, 20, "Complete")], &[], Some("b"), None),
        (compacted(18), LOG, &["a", "b"], Some("c"), Some(18)),
        (compacted(3), LOG, &["a", "b"], Some("c"), Some(15)),
        (merged(compacted(18), json!({"spec": {"compactInterval": null}})), LOG, &["a", "b"], Some("c"), Some(15)),
        (merged(compacted(18), json!({"spec": {"compactBackupTemplate": null}})), LOG, &["a", "b"], Some("c"), Some(15)),
        (merged(compacted(18), json!({"spec": {"logBackupTemplate": null}})), LOG, &["a", "b"], Some("c"), Some(15)),
        (merged(compacted(18), json!({"status": {"lastCompactProgress": null}})), LOG, &["a", "b"], Some("c"), Some(90)),
    ]
}

#[test]
fn what_retention_takes_and_spares() {
    for (spec, made, goes, base, truncated) in kept() {
        let (schedule, all) = (schedule(spec.clone()), children(made));
        let retention = Retention::at(&schedule, &children_of(&all, &schedule.object), noon());
        let found: Vec<&str> = retention.goes.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(found, goes, "{spec} {made:?}");
        assert_eq!(retention.base.as_deref(), base, "{spec} {made:?}");
        let until = truncated.and_then(|ago| Tso::at(hours(ago)));
        assert_eq!(retention.truncate_until, until, "{spec} {made:?}");
        for one in &retention.goes {
            let child = all.iter().find(|child| child.name == one.name).unwrap();
            assert_eq!((one.log, one.deletes_data), (child.log, true));
        }
    }
}

/// Hours from now until which nothing more is made, or at which the next run ends; and what goes then.
#[test]
fn what_retention_will_take() {
    let plain = schedule(json!({"spec": {"maxReservedTime": "10h"}}));
    let made = children(&[("a", 9, 9, "Complete"), ("b", 5, 5, "Complete")]);
    let with_log = children(&[
        ("l", 40, 1, "log"),
        ("a", 9, 9, "Complete"),
        ("b", 5, 5, "Complete"),
    ]);
    let stopped = children(&[
        ("l", 40, 1, "log off"),
        ("a", 9, 9, "Complete"),
        ("b", 5, 5, "Complete"),
    ]);
    let newest = schedule(json!({"spec": {"maxBackups": 2}}));
    type Row<'a> = (
        &'a Schedule,
        &'a [Child],
        i64,
        bool,
        &'static [&'static str],
    );
    let rows: [Row<'_>; 10] = [
        // At the very hour it is not older yet; a run takes its time.
        (&plain, &made, 1, true, &["a"]),
        (&plain, &made, 1, false, &[]),
        (&plain, &made, 2, false, &["a"]),
        (&plain, &made, 6, true, &["a", "b"]),
        // A log backup that runs goes on, and the time is counted from where it is.
        (&plain, &with_log, 4, false, &[]),
        (&plain, &with_log, 5, false, &["a"]),
        (&plain, &stopped, 9, false, &[]),
        // The run itself is the newest snapshot then.
        (&plain, &stopped, 5, true, &["a"]),
        (&newest, &made, 1, true, &["a"]),
        (&newest, &made, 1, false, &[]),
    ];
    for (position, (schedule, all, ahead, run, goes)) in rows.into_iter().enumerate() {
        let own: Vec<&Child> = all.iter().collect();
        let retention = match run {
            true => Retention::after_run(schedule, &own, hours(-ahead)),
            false => Retention::by(schedule, &own, hours(-ahead)),
        };
        let found: Vec<&str> = retention.goes.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(found, goes, "row {position}");
    }
}

#[test]
fn many_names_are_cut_short() {
    let schedule = schedule(json!({"spec": {"maxReservedTime": "1h"}}));
    let made: Vec<Child> = ["a", "b", "c"]
        .into_iter()
        .flat_map(|name| children(&[(name, 5, 5, "Complete")]))
        .collect();
    let retention = Retention::at(&schedule, &made.iter().collect::<Vec<_>>(), noon());
    for (most, expected) in [(2, "a, b and 1 more"), (3, "a, b, c"), (9, "a, b, c")] {
        assert_eq!(names(&retention, most), expected);
    }
}
