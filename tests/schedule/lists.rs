//! `schedule list` and `schedule show` on schedules that lie there as a real operator leaves them.

use chrono::Datelike;
use sandbox::control_plane::{CrdSource, World};
use sandbox::operator::Dialect;
use serde_json::{Value, json};

use super::shelf::{Shelf, ago, condition, spec};
use crate::support::{Place, tso_ago};

/// Runs on New Year's Day, so that the table is the same all year.
const YEARLY: &str = "0 0 1 1 *";

fn new_year() -> String {
    format!("{}-01-01T00:00:00Z", chrono::Utc::now().year() + 1)
}

/// One schedule for each thing that a cell can say.
fn furnish(place: &Place) -> Shelf {
    let shelf = Shelf::of(place);
    let add = |name: &str, more: Value, status: Value| {
        let mut more = more;
        if more["schedule"].is_null() {
            more["schedule"] = json!(YEARLY);
        }
        let metadata = json!({"name": name, "labels": {"team": &name[..1]}});
        shelf.schedule(&metadata, &spec(&more), &status);
    };
    let ran = |last: &str| json!({"lastBackup": last, "lastBackupTime": "2026-01-02T03:04:05Z"});
    add("a-well", json!({}), ran("a-1"));
    shelf.snapshot("a-well", "a-1", 30);
    add("b-new", json!({"maxReservedTime": null}), Value::Null);
    add("c-paused", json!({"pause": true}), ran("c-gone"));
    add("d-cron", json!({"schedule": "0 2 * * 7"}), Value::Null);
    let newest = json!({"maxReservedTime": null, "maxBackups": 3});
    add("e-newest", newest, ran("e-1"));
    let failed =
        json!({"phase": "Failed", "conditions": [condition("Scheduled"), condition("Failed")]});
    shelf.child("e-newest", "e-1", &json!({}), &failed);
    add("f-days", json!({"maxReservedTime": "7d"}), Value::Null);
    let log = json!({"backupMode": "log", "br": {"cluster": "basic"}});
    let both = json!({"logBackupTemplate": log});
    add("g-log", both.clone(), json!({"logBackup": "log-g-log"}));
    let running = json!({"phase": "Running", "commitTs": tso_ago(90_000).to_string()});
    let mode = json!({"backupMode": "log"});
    shelf.child("g-log", "log-g-log", &mode, &running);
    add("h-stalled", both, json!({"logBackup": "log-h"}));
    let other = json!({"backupTemplate": {"br": {"cluster": "other"}}});
    add("i-other", other, Value::Null);
    shelf
}

/// The cells of a table, the header among them.
fn cells(table: &str) -> Vec<Vec<String>> {
    let row = |line: &str| {
        let cells = line.split("   ").map(str::trim);
        let cells = cells.filter(|cell| !cell.is_empty());
        cells.map(str::to_owned).collect()
    };
    table.lines().map(row).collect()
}

#[rustfmt::skip]
#[test]
fn every_cell_of_the_list() {
    let place = Place::new(Dialect::V1);
    furnish(&place);
    let next = new_year();
    let next = next.as_str();
    let expected = [
        ["NAME", "SCHEDULE", "PAUSED", "LAST-BACKUP", "LAST-STATUS", "NEXT", "KEEPS", "CLUSTER", "LOG-BACKUP", "LAST-RUN", "BACKUPS"],
        ["a-well", YEARLY, "false", "a-1", "Complete", next, "168h", "basic", "<none>", "2026-01-02T03:04:05Z", "1"],
        ["b-new", YEARLY, "false", "<none>", "<none>", next, "all", "basic", "<none>", "<none>", "0"],
        ["c-paused", YEARLY, "true", "c-gone", "<gone>", "<none>", "168h", "basic", "<none>", "2026-01-02T03:04:05Z", "0"],
        ["d-cron", "0 2 * * 7", "false", "<none>", "<none>", "<invalid>", "168h", "basic", "<none>", "<none>", "0"],
        ["e-newest", YEARLY, "false", "e-1", "Failed", next, "newest 3", "basic", "<none>", "2026-01-02T03:04:05Z", "1"],
        ["f-days", YEARLY, "false", "<none>", "<none>", next, "all (\"7d\" is no Go duration)", "basic", "<none>", "<none>", "0"],
        ["g-log", YEARLY, "false", "<none>", "<none>", next, "168h and its base", "basic", "log-g-log", "<none>", "0"],
        ["h-stalled", YEARLY, "false", "<none>", "<none>", next, "168h and its base, STALLED: log backup gone", "basic", "log-h (gone)", "<none>", "0"],
        ["i-other", YEARLY, "false", "<none>", "<none>", next, "168h", "other", "<none>", "<none>", "0"],
    ];
    let wide = place.plugin().line("schedule list -o wide --utc").exits(0).stdout;
    let rows: Vec<Vec<String>> = cells(&wide).into_iter().map(|mut row| { row.remove(7); row }).collect();
    assert_eq!(rows, expected.map(|row| row.map(str::to_owned).to_vec()), "{wide}");
    let narrow = place.plugin().line("schedule list --utc").exits(0).stdout;
    let rows = cells(&narrow);
    let header = ["NAME", "SCHEDULE", "PAUSED", "LAST-BACKUP", "LAST-STATUS", "NEXT", "KEEPS", "AGE"];
    assert_eq!(rows[0], header);
    assert!(rows.iter().skip(1).zip(expected.iter().skip(1)).all(|(row, wide)| row[..7] == wide[..7]), "{narrow}");
}

/// The flags, and the first cell of each row.
#[rustfmt::skip]
#[test]
fn which_schedules_are_listed_and_how() {
    let place = Place::new(Dialect::V1);
    let shelf = furnish(&place);
    shelf.schedule(&json!({"name": "z", "labels": {"team": "a", "x": "y"}}), &spec(&json!({"schedule": "0 1 * * *"})), &Value::Null);
    let plugin = place.plugin();
    let rows: [(&str, &[&str]); 9] = [
        ("-l team=a", &["NAME", "a-well", "z"]),
        ("-l team=a,x=y", &["NAME", "z"]),
        ("--cluster other", &["NAME", "i-other"]),
        ("-l team=a --no-headers", &["a-well", "z"]),
        ("-l team=a --sort-by .spec.schedule", &["NAME", "a-well", "z"]),
        ("-l team=a --sort-by '{.metadata.labels.x}'", &["NAME", "a-well", "z"]),
        ("-l team=a --sort-by .spec.schedule --no-headers", &["a-well", "z"]),
        ("-l team=a -o name", &["backupschedule.pingcap.com/a-well", "backupschedule.pingcap.com/z"]),
        ("-l team=a -o custom-columns=N:.metadata.name", &["N", "a-well", "z"]),
    ];
    for (flags, expected) in rows {
        let mut arguments = vec!["schedule".to_owned(), "list".to_owned()];
        arguments.extend(shlex::split(flags).unwrap());
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let printed = plugin.run(&arguments).exits(0).stdout;
        let first: Vec<&str> = printed.lines().filter_map(|line| line.split_whitespace().next()).collect();
        assert_eq!(first, expected, "{flags}");
    }
    let labels = plugin.line("schedule list -l x=y --show-labels").exits(0).stdout;
    assert!(labels.lines().nth(1).unwrap().ends_with("team=a,x=y"), "{labels}");
    let all = cells(&plugin.line("schedule list -A -l x=y").exits(0).stdout);
    assert_eq!((all[0][0].as_str(), all[0][1].as_str()), ("NAMESPACE", "NAME"));
    let mine: Vec<&Vec<String>> = all.iter().filter(|row| row[0] == place.namespace).collect();
    assert_eq!((mine.len(), mine[0][1].as_str()), (1, "z"));
    let list = plugin.line("schedule list -l team=a -o json").exits(0).json();
    assert_eq!((&list["kind"], list["items"].as_array().unwrap().len()), (&json!("List"), 2));
    assert_eq!(list["items"][0]["kind"], "BackupSchedule");
    for flags in ["-l team=none", "-l team=none -o wide"] {
        let none = plugin.line(&format!("schedule list {flags}")).exits(0);
        assert!(none.stdout.is_empty(), "{none}");
        none.says(&format!("No resources found in {} namespace.", place.namespace));
    }
    let none = plugin.line("schedule list -l team=none -o json").exits(0);
    assert_eq!(none.json()["items"], json!([]));
}

/// Whichever way a schedule is sorted, numbers are numbers.
#[test]
fn sorted_by_a_number() {
    let place = Place::new(Dialect::V1);
    let shelf = Shelf::of(&place);
    for (name, count) in [("a", 10), ("b", 9), ("c", 1)] {
        let counted = json!({"maxReservedTime": null, "maxBackups": count});
        shelf.schedule(&json!({"name": name}), &spec(&counted), &Value::Null);
    }
    let line = "schedule list --sort-by .spec.maxBackups --no-headers -o name";
    let printed = place.plugin().line(line).exits(0).stdout;
    let names: Vec<&str> = printed
        .lines()
        .filter_map(|line| line.rsplit('/').next())
        .collect();
    assert_eq!(names, ["c", "b", "a"]);
}

#[test]
fn pages_and_objects_of_show() {
    let place = Place::new(Dialect::V1);
    furnish(&place);
    let plugin = place.plugin();
    // One name bare, else a list; a list also of one that was selected.
    let one = plugin.line("schedule show a-well -o json").exits(0).json();
    assert_eq!(one["kind"], "BackupSchedule");
    let two = plugin
        .line("schedule show a-well b-new -o yaml")
        .exits(0)
        .yaml();
    assert_eq!(two["items"].as_array().unwrap().len(), 2);
    let selected = plugin
        .line("schedule show -l team=a -o json")
        .exits(0)
        .json();
    assert_eq!(selected["items"].as_array().map(Vec::len), Some(1));
    let nothing = plugin.line("schedule show -l team=none -o json").exits(0);
    assert_eq!(nothing.json()["items"], json!([]));
    let nothing = plugin.line("schedule show -l team=none").exits(0);
    nothing.says("No resources found in");
    // On after a failure, and the first failure's code.
    let pages = plugin.line("schedule show a-well nope h-stalled --utc");
    assert!(
        pages
            .stderr
            .contains("error: backupschedule.pingcap.com/nope not found"),
        "{pages}"
    );
    let pages = pages.exits(1).stdout;
    assert_eq!(pages.matches("Name:  ").count(), 2, "{pages}");
    for line in [
        "Cluster:           basic",
        "Storage:           s3://b/p",
        "Clean Policy:      Delete",
        "Schedule:          0 0 1 1 *",
        "Paused:            false",
        "Last Backup:       a-1",
        "Last Run:          2026-01-02T03:04:05Z",
        &format!("Next Runs:         {}", new_year()),
        "Keeps:             168h",
        "Next Run Deletes:  a-1",
        "Log:               is truncated to the oldest snapshot",
        "Problem:           stalled: the log backup log-h is gone",
    ] {
        assert!(pages.contains(line), "{line}\n{pages}");
    }
}

/// What only a look at the backups tells.
#[test]
fn problems_and_fates() {
    let place = Place::new(Dialect::V1);
    let shelf = furnish(&place);
    let plugin = place.plugin();
    let held = json!({"schedule": "0 * * * *"});
    let status = json!({"lastBackup": "k-1", "lastBackupTime": ago(3)});
    shelf.schedule(&json!({"name": "k"}), &spec(&held), &status);
    let retrying = json!({"phase": "RetryFailed", "conditions": [condition("Scheduled"), condition("RetryFailed")]});
    shelf.child("k", "k-1", &json!({}), &retrying);
    shelf.schedule(&json!({"name": "m"}), &spec(&json!({})), &Value::Null);
    shelf.snapshot("m", "m-1", 24 * 9);
    shelf.snapshot("m", "m-2", 24);
    let rows = [
        (
            "k",
            "Problem:           held up: k-1 is not finished, and no backup is made until",
        ),
        (
            "d-cron",
            "Problem:           never runs: \"0 2 * * 7\" is not a cron",
        ),
        (
            "f-days",
            "Problem:           maxReservedTime \"7d\" is not a Go duration",
        ),
        ("c-paused", "Next Runs:         none while paused"),
        ("m", "Deletes Now:       m-1"),
        ("m", "goes: older than 168h"),
    ];
    for (name, line) in rows {
        let page = plugin
            .line(&format!("schedule show {name} --utc"))
            .exits(0)
            .stdout;
        assert!(page.contains(line), "{line}\n{page}");
    }
    let page = plugin.line("schedule show m --utc").exits(0).stdout;
    let fates: Vec<&str> = page
        .lines()
        .filter(|line| line.starts_with("  m-"))
        .map(|line| line.rsplit("   ").next().unwrap())
        .collect();
    assert_eq!(fates, ["goes: older than 168h", "kept"], "{page}");
}

/// A row comes when the schedule changes, and also when only its last backup does.
#[test]
fn a_watched_list_tells_how_the_last_backup_goes() {
    let place = Place::new(Dialect::V1);
    let shelf = Shelf::of(&place);
    shelf.nightly();
    let mut watching = place.plugin().start(&["schedule", "list", "-w", "--utc"]);
    watching.until_said("Complete");
    shelf.child("nightly", "nightly-4", &json!({}), &Value::Null);
    shelf.patch("nightly", &json!({"status": {"lastBackup": "nightly-4"}}));
    watching.until_said("<none>");
    place
        .api()
        .patch_status("nightly-4", &json!({"phase": "Running"}));
    watching.until_said("Running");
    // Of no interest here: it is not the last, and belongs to nobody.
    place
        .api()
        .patch_status("nightly-3", &json!({"phase": "Clean"}));
    shelf.snapshot("nobody", "nobody-1", 1);
    let failed = json!({"phase": "Failed", "conditions": [condition("Failed")]});
    place.api().patch_status("nightly-4", &failed);
    watching.until_said("Failed");
    let more = spec(&json!({"pause": true}));
    shelf.schedule(&json!({"name": "other"}), &more, &Value::Null);
    watching.until_said("other");
    watching.interrupt();
    let output = watching.finish().exits(130);
    let told: Vec<String> = cells(&output.stdout)
        .iter()
        .map(|row| format!("{} {} {}", row[0], row[3], row[4]))
        .collect();
    assert_eq!(
        told,
        [
            "NAME LAST-BACKUP LAST-STATUS",
            "nightly nightly-3 Complete",
            "nightly nightly-4 <none>",
            "nightly nightly-4 Running",
            "nightly nightly-4 Failed",
            "other <none> <none>",
        ],
        "{output}"
    );
}

/// A schedule that is being deleted makes no backup any more.
#[test]
fn a_schedule_that_is_being_deleted_says_so() {
    let place = Place::new(Dialect::V1);
    let shelf = Shelf::of(&place);
    let held = json!({"name": "held", "finalizers": ["example.com/held"]});
    shelf.schedule(&held, &spec(&json!({})), &Value::Null);
    shelf.delete("held");
    let table = place.plugin().line("schedule list").exits(0).stdout;
    let rows = cells(&table);
    assert_eq!(
        (rows[0][5].as_str(), rows[1][5].as_str()),
        ("NEXT", "Terminating")
    );
    let page = place.plugin().line("schedule show held").exits(0).stdout;
    assert!(page.contains("Deleting Since:"), "{page}");
    shelf.patch("held", &json!({"metadata": {"finalizers": null}}));
}

/// What v2 has a schema for and no controller is shown, and said to do nothing.
#[test]
fn beside_and_without_the_operator_that_runs_them() {
    let v2 = |place: &Place| {
        let path = format!(
            "/apis/br.pingcap.com/v1alpha1/namespaces/{}/backupschedules",
            place.namespace
        );
        let object = json!({
            "apiVersion": "br.pingcap.com/v1alpha1", "kind": "BackupSchedule",
            "metadata": {"name": "idle", "labels": {"team": "x"}}, "spec": spec(&json!({})),
        });
        place.api().ask("POST", &path, &object);
    };
    let place = Place::new(Dialect::V2);
    v2(&place);
    for line in ["schedule list", "schedule show idle"] {
        let shown = place.plugin().line(line).exits(8).says("no controller");
        assert!(shown.stdout.contains("idle"), "{shown}");
    }
    for line in [
        "schedule pause idle",
        "schedule resume idle",
        "schedule set idle --paused",
        "schedule trigger idle",
        "schedule delete idle --yes",
        "schedule pause -l team=x",
        "schedule pause nope",
    ] {
        let refused = place.plugin().line(line).exits(8).one_error();
        assert!(refused.error().contains("no controller"), "{refused}");
    }
    assert!(place.written().is_empty());

    let place = Place::within(World::Both, CrdSource::Own, Dialect::V1);
    v2(&place);
    Shelf::of(&place).nightly();
    let list = place.plugin().line("schedule list --utc").exits(0);
    let names: Vec<Vec<String>> = cells(&list.stdout);
    assert_eq!(names[0][..2], ["NAME", "OPERATOR"]);
    assert_eq!(names[1][..2], ["idle", "v2"]);
    assert_eq!(names[1][6], "<none>", "it never runs: {list}");
    assert_eq!(names[2][..2], ["nightly", "v1"]);
    let refused = place.plugin().line("schedule pause idle").exits(8);
    refused.one_error();
    place
        .plugin()
        .line("schedule pause nightly")
        .exits(0)
        .prints("backupschedule.pingcap.com/nightly patched");
}
