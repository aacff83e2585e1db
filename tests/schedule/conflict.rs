//! The schedule or its backups change between the read and the write.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sandbox::fault_proxy::{Fault, Request};
use sandbox::operator::Dialect;
use serde_json::{Value, json};

use super::shelf::{Shelf, ago};
use crate::support::{Output, Place};

fn is_patch(request: &Request) -> bool {
    request.method == "PATCH" && request.uri.contains("/backupschedules/")
}

/// `nightly`, paused or not.
fn nightly(paused: bool) -> (Place, Shelf) {
    let place = Place::new(Dialect::V1);
    let shelf = Shelf::of(&place);
    shelf.nightly();
    if paused {
        shelf.patch("nightly", &json!({"spec": {"pause": true}}));
    }
    (place, shelf)
}

/// Somebody makes `change` right before the plugin's patch arrives, at the first `times` tries.
fn with_somebody(place: &Place, shelf: &Shelf, times: usize, change: &Value, line: &str) -> Output {
    let shelf = shelf.clone();
    let change = change.to_string();
    let tries = Arc::new(AtomicUsize::new(0));
    let (plugin, _proxy) = place.plugin_behind(move |request| {
        if is_patch(request) {
            let before = tries.fetch_add(1, Ordering::Relaxed);
            if before < times {
                let text = change.replace("TRY", &before.to_string());
                shelf.patch("nightly", &serde_json::from_str(&text).unwrap());
            }
        }
        None
    });
    plugin.line(line)
}

fn codes(place: &Place) -> Vec<u16> {
    place.written().iter().map(|write| write.code).collect()
}

/// The line, whether the schedule is paused before, and what is written.
const LINES: &[(&str, bool, &str, &str)] = &[
    ("schedule pause nightly", false, "/spec/pause", "true"),
    ("schedule resume nightly", true, "/spec/pause", "false"),
    (
        "schedule set nightly --max-reserved-time 5d --yes",
        false,
        "/spec/maxReservedTime",
        "\"120h\"",
    ),
    (
        "schedule set nightly --clean-policy Retain",
        false,
        "/spec/backupTemplate/cleanPolicy",
        "\"Retain\"",
    ),
];

#[test]
fn a_change_that_does_not_matter_is_tried_once_more() {
    let changes = [
        json!({"metadata": {"annotations": {"by": "somebody TRY"}}}),
        json!({"status": {"lastBackupTime": ago(0)}}),
        json!({"spec": {"backupTemplate": {"toolImage": "br:TRY"}}}),
    ];
    for (line, paused, pointer, value) in LINES {
        for change in &changes {
            let (place, shelf) = nightly(*paused);
            let output = with_somebody(&place, &shelf, 1, change, line).exits(0);
            output.prints("backupschedule.pingcap.com/nightly patched");
            assert_eq!(codes(&place), [409, 200], "{line} {change}");
            let stored = shelf.get("nightly");
            assert_eq!(stored.pointer(pointer).unwrap().to_string(), *value);
            let text = change.to_string().replace("TRY", "0");
            let theirs: Value = serde_json::from_str(&text).unwrap();
            for (pointer, value) in leaves(&theirs, String::new()) {
                assert_eq!(stored.pointer(&pointer), Some(&value), "{line}");
            }
        }
    }
}

fn leaves(value: &Value, at: String) -> Vec<(String, Value)> {
    match value {
        Value::Object(map) => map
            .iter()
            .flat_map(|(key, value)| leaves(value, format!("{at}/{key}")))
            .collect(),
        value => vec![(at, value.clone())],
    }
}

#[test]
fn a_change_of_what_the_decision_rested_on_ends_with_9() {
    let [pause, resume, retention, clean] = LINES else {
        panic!("four lines");
    };
    let rows = [
        (pause, json!({"spec": {"pause": true}})),
        (resume, json!({"spec": {"pause": false}})),
        // Another retention than the one that was to be replaced.
        (retention, json!({"spec": {"maxReservedTime": "200h"}})),
        (retention, json!({"spec": {"maxReservedTime": "120h"}})),
        // The rules would not be kept any more.
        (
            retention,
            json!({"spec": {"maxBackups": 3, "logBackupTemplate": {"backupMode": "log", "br": {"cluster": "basic"}}}}),
        ),
        (
            clean,
            json!({"spec": {"backupTemplate": {"cleanPolicy": "OnFailure"}}}),
        ),
    ];
    for ((line, paused, ..), change) in rows {
        let (place, shelf) = nightly(*paused);
        let output = with_somebody(&place, &shelf, 1, &change, line)
            .exits(9)
            .one_error();
        assert!(
            output.error().contains("nothing was written"),
            "{change}: {output}"
        );
        assert_eq!(
            output.hints().len(),
            1,
            "{line} {change}: where to look: {output}"
        );
        assert_eq!(codes(&place), [409], "{line} {change}");
        let stored = shelf.get("nightly");
        for (pointer, value) in leaves(&change, String::new()) {
            assert_eq!(stored.pointer(&pointer), Some(&value), "{line}");
        }
    }
}

#[test]
fn a_change_before_every_try_ends_with_9_after_the_second() {
    for (line, paused, pointer, value) in LINES {
        let (place, shelf) = nightly(*paused);
        let annotation = json!({"metadata": {"annotations": {"by": "somebody TRY"}}});
        with_somebody(&place, &shelf, usize::MAX, &annotation, line)
            .exits(9)
            .one_error();
        assert_eq!(codes(&place), [409, 409], "{line}");
        let stored = shelf.get("nightly");
        let stored = stored.pointer(pointer).unwrap_or(&Value::Null).to_string();
        assert_ne!(stored, *value, "{line}");
    }
}

#[test]
fn a_server_that_always_says_conflict() {
    for (line, paused, ..) in LINES {
        let (place, _) = nightly(*paused);
        let (plugin, proxy) =
            place.plugin_behind(|request| is_patch(request).then_some(Fault::Status(409)));
        plugin.line(line).exits(9).one_error();
        let requests = proxy.requests();
        let tries = requests.iter().filter(|request| is_patch(request)).count();
        assert_eq!(tries, 2, "{line}");
        assert!(place.written().is_empty());
    }
}

#[test]
fn deleted_before_the_write() {
    for (line, paused, ..) in LINES {
        let (place, shelf) = nightly(*paused);
        let (plugin, _proxy) = place.plugin_behind(move |request| {
            if is_patch(request) {
                shelf.delete("nightly");
            }
            None
        });
        plugin.line(line).exits(1).one_error();
    }
}

/// Asks about a retention of three days, lets `meanwhile` happen before the answer, and gives what came of it.
fn asked(meanwhile: impl FnOnce(&Place, &Shelf)) -> (Place, Shelf, Output) {
    let (place, shelf) = nightly(false);
    let arguments = [
        "schedule",
        "set",
        "nightly",
        "--max-reserved-time",
        "3d",
        "--color",
        "never",
    ];
    let mut asking = place.plugin().on_terminal(&arguments);
    asking.until_said("deletes 2 backups now. Go on? (y/N)");
    meanwhile(&place, &shelf);
    asking.type_in("y\n");
    let output = asking.finish();
    (place, shelf, output)
}

/// Two writers: the list that the answer was given to is not what would be deleted any more, though the schedule itself is as it was.
#[test]
fn what_would_be_deleted_changes_while_the_question_stands() {
    type Meanwhile = fn(&Place, &Shelf);
    let rows: [(&str, Meanwhile); 4] = [
        ("one more expires", |_, shelf| {
            shelf.age("nightly-3", 80);
        }),
        ("one is gone already", |place, _| {
            place.api().delete("nightly-2");
        }),
        ("the data of one would stay", |place, _| {
            let policy = json!({"spec": {"cleanPolicy": "Retain"}});
            place.api().patch("nightly-2", &policy);
        }),
        (
            "a log backup begins, and one is kept as its base",
            |_, shelf| {
                let status = json!({"phase": "Running"});
                let log = json!({"backupMode": "log"});
                shelf.child("nightly", "log-nightly", &log, &status);
            },
        ),
    ];
    for (what, meanwhile) in rows {
        let (place, shelf, output) = asked(meanwhile);
        let output = output.exits(9);
        assert!(
            output.stdout.contains("nothing was written"),
            "{what}: {output}"
        );
        assert!(codes(&place).is_empty(), "{what}");
        assert_eq!(shelf.get("nightly")["spec"]["maxReservedTime"], "168h");
    }
}

#[test]
fn what_does_not_matter_to_the_question_may_change_while_it_stands() {
    let (place, shelf, output) = asked(|_, shelf| {
        shelf.snapshot("nightly", "nightly-4", 1);
        shelf.snapshot("other", "other-1", 144);
        let status = json!({"status": {"lastBackup": "nightly-4", "lastBackupTime": ago(0)}});
        shelf.patch("nightly", &status);
    });
    output.exits(0);
    assert_eq!(codes(&place), [200]);
    assert_eq!(shelf.get("nightly")["spec"]["maxReservedTime"], "72h");
}

/// The question was answered for this list; a conflict behind it is held against the same list.
#[test]
fn what_would_be_deleted_changes_together_with_the_schedule() {
    let (place, shelf) = nightly(false);
    let other = shelf.clone();
    let mut first = true;
    let (plugin, _proxy) = place.plugin_behind(move |request| {
        if is_patch(request) && std::mem::take(&mut first) {
            other.age("nightly-3", 80);
            other.patch("nightly", &json!({"status": {"lastBackupTime": ago(0)}}));
        }
        None
    });
    plugin
        .line("schedule set nightly --max-reserved-time 3d --yes")
        .exits(9)
        .one_error();
    assert_eq!(codes(&place), [409]);
    assert_eq!(shelf.get("nightly")["spec"]["maxReservedTime"], "168h");
}

/// The answer was given for what the deletion would take with it; when that is something else by now, nothing is deleted.
#[test]
fn what_goes_with_a_schedule_changes_while_the_question_stands() {
    type Meanwhile = fn(&Place, &Shelf);
    let rows: [(&str, Meanwhile, bool); 4] = [
        ("nothing", |_, _| {}, true),
        (
            "a note on the schedule",
            |_, shelf| {
                shelf.patch("nightly", &json!({"metadata": {"annotations": {"a": "b"}}}));
            },
            true,
        ),
        (
            "one more backup",
            |_, shelf| {
                shelf.snapshot("nightly", "nightly-9", 1);
            },
            false,
        ),
        (
            "the data of one would stay",
            |place, _| {
                let policy = json!({"spec": {"cleanPolicy": "Retain"}});
                place.api().patch("nightly-2", &policy);
            },
            false,
        ),
    ];
    for (what, meanwhile, deletes) in rows {
        let (place, shelf) = nightly(false);
        let line = "schedule delete nightly --cascade=background --wait=false --color never";
        let arguments: Vec<&str> = line.split(' ').collect();
        let mut asking = place.plugin().on_terminal(&arguments);
        asking.until_said("(y/N)");
        meanwhile(&place, &shelf);
        asking.type_in("y\n");
        let output = asking.finish().exits(if deletes { 0 } else { 9 });
        assert_eq!(shelf.get("nightly").is_null(), deletes, "{what}: {output}");
        assert_eq!(codes(&place).is_empty(), !deletes, "{what}");
    }
}

/// A schedule that was deleted and created again under its name is another schedule, however alike the two are.
#[test]
fn another_schedule_under_the_same_name() {
    let (place, shelf) = nightly(false);
    let mut first = true;
    let (plugin, _proxy) = place.plugin_behind(move |request| {
        if is_patch(request) && std::mem::take(&mut first) {
            let mut again = shelf.get("nightly");
            shelf.delete("nightly");
            let (spec, status) = (again["spec"].take(), again["status"].take());
            shelf.schedule(&json!({"name": "nightly"}), &spec, &status);
        }
        None
    });
    plugin.line("schedule pause nightly").exits(9).one_error();
    assert_eq!(
        Shelf::of(&place).get("nightly")["spec"]["pause"],
        Value::Null
    );
}
