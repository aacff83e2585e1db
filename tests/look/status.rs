//! `log status`: state, health, and the document that a monitor reads.

use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::log::situations::{Moments, condition, status, sub, sub_because};
use crate::support::{Place, tso_ago};

/// The keys of each item, in alphabetical order.
const KEYS: [&str; 18] = [
    "checkpoint",
    "cluster",
    "deleting",
    "health",
    "lagSeconds",
    "name",
    "namespace",
    "operator",
    "pausedSince",
    "phase",
    "reasons",
    "resumeBy",
    "start",
    "state",
    "storage",
    "taskState",
    "truncatedUntil",
    "truncatingUntil",
];

#[test]
fn the_keys_are_the_contract() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        let moments = Moments::now();
        let paused = status(
            "Paused",
            moments,
            &[sub("log-start", "Complete"), sub("log-pause", "Complete")],
        );
        place
            .api()
            .create_log("l1", &json!({"logSubcommand": "log-pause"}), &paused);
        place
            .api()
            .create_log("l2", &json!({"logSubcommand": "log-start"}), &Value::Null);
        for line in [
            "log status -o json",
            "log status -o yaml",
            "log list l1 l2 -o json",
        ] {
            let list = place.plugin().line(line).exits(0).yaml();
            assert_eq!(
                (&list["apiVersion"], &list["kind"]),
                (&json!("tidb-br/v1"), &json!("LogStatusList"))
            );
            assert_eq!(list.as_object().unwrap().len(), 3);
            for item in list["items"].as_array().unwrap() {
                let mut keys: Vec<&str> = item
                    .as_object()
                    .unwrap()
                    .keys()
                    .map(String::as_str)
                    .collect();
                keys.sort_unstable();
                assert_eq!(keys, KEYS, "also where nothing is known");
            }
        }
        let one = place.plugin().line("log status l1 -o json").exits(0).json();
        let item = &one["items"][0];
        let time = |key: &str| item[key]["time"].as_str().unwrap().to_owned();
        assert_eq!(item["checkpoint"]["tso"], moments.checkpoint.to_string());
        assert!(
            time("checkpoint").ends_with('Z') && time("checkpoint").len() == 24,
            "{item}"
        );
        assert_eq!(item["start"]["tso"], moments.start.to_string());
        let lag = item["lagSeconds"].as_i64().unwrap();
        assert!((60..120).contains(&lag), "{lag}");
        let hours = chrono::DateTime::parse_from_rfc3339(&time("resumeBy")).unwrap()
            - chrono::DateTime::parse_from_rfc3339(&time("pausedSince")).unwrap();
        assert_eq!(hours.num_hours(), 24);
        let plain = json!({
            "name": "l1", "namespace": place.namespace, "cluster": "basic", "operator": dialect.operator().to_string(),
            "phase": "Paused", "state": "Paused", "taskState": "Paused", "health": "ok", "reasons": [],
            "truncatedUntil": null, "truncatingUntil": null, "deleting": false, "storage": "s3://b/p",
        });
        for (key, value) in plain.as_object().unwrap() {
            assert_eq!(&item[key], value, "{key}");
        }
        let young =
            place.plugin().line("log status l2 -o json").exits(0).json()["items"][0].clone();
        assert_eq!(
            (&young["phase"], &young["state"], &young["checkpoint"]),
            (&Value::Null, &json!("Starting"), &Value::Null)
        );
    }
}

/// Each row has a status, the exit code of `--check`, and the reasons.
#[test]
fn check_ends_with_the_worst_of_all() {
    let at = |checkpoint: i64| Moments {
        checkpoint: tso_ago(checkpoint),
        ..Moments::now()
    };
    let start = || sub("log-start", "Complete");
    let paused = |hours: i64| {
        let mut pause = sub("log-pause", "Complete");
        let since = chrono::Utc::now() - chrono::TimeDelta::hours(hours);
        pause["timeCompleted"] = json!(since.format("%Y-%m-%dT%H:%M:%SZ").to_string());
        status("Paused", at(hours * 3600), &[start(), pause])
    };
    let failed = |command| sub_because(command, "Failed", "PauseLogBackupFailed", "x");
    let lost = {
        let mut lost = status(
            "Failed",
            at(60),
            &[sub_because(
                "log-start",
                "Failed",
                "LogBackupTaskNotFound",
                "gone",
            )],
        );
        lost["conditions"] = json!([condition("Failed", "LogBackupTaskNotFound", "gone")]);
        lost
    };
    let rows: Vec<(&str, &str, Value, i32, &[&str])> = vec![
        (
            "healthy",
            "log-start",
            status("Running", at(60), &[start()]),
            0,
            &[],
        ),
        (
            "late",
            "log-start",
            status("Running", at(900), &[start()]),
            6,
            &["CheckpointLag"],
        ),
        (
            "very-late",
            "log-start",
            status("Running", at(3600), &[start()]),
            7,
            &["CheckpointLag"],
        ),
        ("paused", "log-pause", paused(1), 0, &[]),
        (
            "paused-for-long",
            "log-pause",
            paused(3),
            6,
            &["PausedTooLong"],
        ),
        (
            "paused-for-very-long",
            "log-pause",
            paused(13),
            7,
            &["PausedTooLong"],
        ),
        (
            "past-its-deadline",
            "log-pause",
            paused(25),
            7,
            &["PausedTooLong", "ResumeDeadlinePassed"],
        ),
        (
            "sticky",
            "log-pause",
            status("Running", at(60), &[start(), failed("log-pause")]),
            6,
            &["StickyFailure"],
        ),
        ("lost", "log-start", lost, 7, &["TaskFailed"]),
        (
            "stopped-long-ago",
            "log-stop",
            status(
                "Stopped",
                at(360_000),
                &[start(), sub("log-stop", "Complete")],
            ),
            0,
            &[],
        ),
    ];
    let place = Place::new(Dialect::V1);
    for (name, wanted, status, code, reasons) in rows {
        place
            .api()
            .create_log(name, &json!({"logSubcommand": wanted}), &status);
        let output = place
            .plugin()
            .line(&format!("log status {name} --check -o json"));
        let item = &output.json()["items"][0];
        let said: Vec<&str> = item["reasons"]
            .as_array()
            .unwrap()
            .iter()
            .map(|reason| reason.as_str().unwrap())
            .collect();
        for reason in reasons {
            assert!(said.contains(reason), "{name}: {said:?}");
        }
        assert_eq!(said.is_empty(), reasons.is_empty(), "{name}: {said:?}");
        assert_eq!(output.code, Some(code), "{name}: {output}");
        place.plugin().line(&format!("log status {name}")).exits(0);
    }
    place.plugin().line("log status --check").exits(7);
    place
        .plugin()
        .line("log status late sticky --check")
        .exits(6);
    place
        .plugin()
        .line("log status late --check --max-lag 20m,40m")
        .exits(0);
    place
        .plugin()
        .line("log status healthy --check --max-lag 1s,2s")
        .exits(7);
    place
        .plugin()
        .line("log status paused --check --max-paused 10m,20m")
        .exits(7);
    place.plugin().line("log status nope --check").exits(6);
    // Of several names those are shown that can be.
    #[rustfmt::skip]
    let several: [(&str, i32, &[&str]); 6] = [
        ("healthy nope paused", 1, &["healthy", "paused"]),
        ("nope neither", 1, &[]),
        ("healthy nope --check", 6, &["healthy"]),
        ("nope lost --check", 7, &["lost"]),
        ("healthy Nope --check", 2, &["healthy"]),
        ("healthy late --check", 6, &["healthy", "late"]),
    ];
    for (names, code, shown) in several {
        let line = format!("log status {names} -o json");
        let list = place.plugin().line(&line).exits(code).json();
        let items = list["items"].as_array().unwrap().iter();
        let items: Vec<&str> = items.map(|item| item["name"].as_str().unwrap()).collect();
        assert_eq!(items, shown, "{line}");
    }
    place
        .plugin_as(sandbox::control_plane::Identity::Nobody)
        .line("log status --check")
        .exits(6);
}

/// Each reason comes once, however many sub-commands failed; each failure has one hint, on one line whatever BR wrote.
#[test]
fn several_failures_are_one_reason_and_a_line_each() {
    let place = Place::new(Dialect::V1);
    let failed = |command| sub_because(command, "Failed", "BRFailed", "one\ntwo\r\n\nthree");
    let commands = ["log-pause", "log-start", "log-truncate"].map(failed);
    let wanted =
        json!({"logSubcommand": "log-pause", "logTruncateUntil": tso_ago(600).to_string()});
    let failures = status("Running", Moments::now(), &commands);
    place.api().create_log("l1", &wanted, &failures);
    let item = &place.plugin().line("log status -o json").exits(0).json()["items"][0];
    assert_eq!(item["reasons"], json!(["StickyFailure"]));
    let table = place.plugin().line("log status").exits(0);
    assert_eq!(table.hints().len(), table.stderr.lines().count(), "{table}");
    assert_eq!(table.stdout.matches("StickyFailure").count(), 1, "{table}");
}

/// The first checkpoint comes about a minute after the start: until then its absence is no finding.
#[test]
fn a_young_log_backup_needs_no_checkpoint() {
    let place = Place::new(Dialect::V2);
    let mut young = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
    young["commitTs"] = json!(tso_ago(20).to_string());
    young["logCheckpointTs"] = json!("");
    place
        .api()
        .create_log("l1", &json!({"logSubcommand": "log-start"}), &young);
    std::thread::sleep(std::time::Duration::from_secs(3));
    let line = "log status l1 --check --max-lag 1s,2s -o json";
    let item = &place.plugin().line(line).exits(0).json()["items"][0];
    assert_eq!(item["reasons"], json!([]), "{item}");
}

/// A checkpoint in the future, as clocks differ, is a lag of 0. A stopped log has no lag.
#[test]
fn lag_is_never_negative() {
    let place = Place::new(Dialect::V2);
    let ahead = Moments {
        checkpoint: tso_ago(-30),
        ..Moments::now()
    };
    place.api().create_log(
        "ahead",
        &json!({"logSubcommand": "log-start"}),
        &status("Running", ahead, &[sub("log-start", "Complete")]),
    );
    place.api().create_log(
        "stopped",
        &json!({"logSubcommand": "log-stop"}),
        &status("Stopped", Moments::now(), &[sub("log-stop", "Complete")]),
    );
    let list = place.plugin().line("log status -o json").exits(0).json();
    assert_eq!(
        (
            &list["items"][0]["lagSeconds"],
            &list["items"][1]["lagSeconds"]
        ),
        (&json!(0), &Value::Null)
    );
}

/// Values that no operator writes today are shown as they are, and nothing crashes.
#[test]
fn what_nobody_knows_is_shown_as_it_is() {
    let place = Place::new(Dialect::V1);
    let odd = json!({"phase": "Hibernating", "commitTs": "later", "logCheckpointTs": "", "timeTaken": "?",
                     "conditions": [{"type": "Dreaming", "status": "Perhaps"}],
                     "logSubCommandStatuses": {"log-dance": {"command": "log-dance", "phase": "Waltz"}}});
    place.api().create_log("odd", &json!({}), &odd);
    for line in [
        "log status",
        "log status -o wide",
        "log show odd",
        "backup list",
        "log status --check",
    ] {
        let output = place.plugin().line(line);
        assert!(matches!(output.code, Some(0 | 6)), "{output}");
    }
    let shown = place.plugin().line("log status -o json").exits(0).json();
    assert_eq!(shown["items"][0]["phase"], "Hibernating");
}
