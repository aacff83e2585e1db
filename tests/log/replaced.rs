//! A wait ends as soon as its goal cannot be reached any more, and says what came in its place.

use sandbox::operator::{Dialect, Mode};
use serde_json::{Value, json};

use super::life::started;
use super::situations::{JobEnd, Moments, put_job, status, sub};
use crate::support::{Place, Plugin, tso_ago};

const WITH_SUBCOMMANDS: [Dialect; 2] = [Dialect::V2, Dialect::V1];

/// A wait that nobody ends would last 10 minutes and more.
#[track_caller]
fn ends(waiting: crate::support::Running, said: &str) {
    let output = waiting.finish().exits(3).one_error();
    assert!(output.error().contains(said), "no {said:?}: {output}");
}

fn ask(place: &Place, spec: Value) {
    place.api().patch("l1", &json!({"spec": spec}));
}

#[test]
fn by_another_verb() {
    for dialect in WITH_SUBCOMMANDS {
        let rows = [
            (
                "running",
                "pause",
                "log-start",
                "its spec asks for log-start",
            ),
            ("running", "pause", "log-stop", "it is being stopped"),
            (
                "paused",
                "resume",
                "log-pause",
                "its spec asks for log-pause",
            ),
            ("paused", "resume", "log-stop", "it is being stopped"),
            (
                "running",
                "stop",
                "log-start",
                "its spec asks for log-start",
            ),
        ];
        for (before, verb, other, said) in rows {
            let place = Place::new(dialect);
            let operator = place.operator();
            started(&place);
            if before == "paused" {
                place.plugin().line("log pause l1").exits(0);
            }
            drop(operator);
            let mut waiting = place.plugin().start(&["log", verb, "l1", "--yes"]);
            waiting.until_said(": ");
            ask(&place, json!({"logSubcommand": other}));
            ends(waiting, said);
        }
    }
}

/// The pause is under way, so both truncations wait for their turn: the second one must not push the first one out.
#[test]
fn a_truncation_that_waits_for_its_turn() {
    for dialect in WITH_SUBCOMMANDS {
        let place = Place::new(dialect);
        let operator = place.operator();
        let plugin = place.plugin();
        started(&place);
        operator.next_job_of("*-log-pause", Mode::Hang);
        plugin.line("log pause l1 --wait=false").exits(0);
        place.api().until("l1", |object| {
            object["status"]["logSubCommandStatuses"]["log-pause"]["phase"] == "Running"
        });
        let (first, second) = (tso_ago(5400), tso_ago(3600));
        let until = |target: u64| format!("log truncate l1 --until {target} --yes");
        let mut waiting = start(&plugin, &until(first));
        waiting.until_said("waits for log-pause");
        let refused = plugin.line(&until(second)).exits(5).one_error();
        assert!(refused.error().contains("another truncation"), "{refused}");
        assert!(refused.error().contains(&first.to_string()), "{refused}");
        ask(&place, json!({"logTruncateUntil": second.to_string()}));
        ends(waiting, &second.to_string());
    }
}

fn start(plugin: &Plugin, line: &str) -> crate::support::Running {
    plugin.start(&line.split(' ').collect::<Vec<_>>())
}

/// The phases that follow are those of the stop Job, and say nothing about the pause (docs/operators.md, "Deletion does not wait for
/// other sub-commands").
#[test]
fn by_a_deletion() {
    for dialect in WITH_SUBCOMMANDS {
        for line in [
            "log pause l1",
            "log wait l1 --for stopped",
            "log truncate l1 --keep 90m -y",
        ] {
            let place = Place::new(dialect);
            let operator = place.operator();
            started(&place);
            operator.hold("*");
            let mut waiting = start(&place.plugin(), line);
            waiting.until_said(": ");
            place.api().delete("l1");
            ends(waiting, "it is being deleted");
        }
    }
}

/// Erasing the data failed: the object stays until the Job is deleted, and a wait for its end says so.
#[test]
fn a_deletion_that_cannot_clean() {
    for dialect in [Dialect::V2, Dialect::V1, Dialect::V1LogStop] {
        let place = Place::new(dialect);
        let api = place.api();
        let mut failed = status(
            "CleanFailed",
            Moments::now(),
            &[sub("log-start", "Complete")],
        );
        failed["conditions"] = json!([super::situations::condition(
            "CleanFailed",
            "CleanBackupDataFailed",
            "no such bucket"
        )]);
        let held = json!({"name": "l1", "finalizers": ["example.com/held"]});
        api.create_with(held, &crate::support::log_spec(&json!({})), &failed);
        api.delete("l1");
        put_job(&place, "clean-l1", "l1", JobEnd::AtWork);
        let line = "log wait l1 --for deleted --timeout 1s";
        let tries = place.plugin().line(line).exits(4).one_error();
        assert!(tries.error().contains("no such bucket"), "{tries}");
        place.kubectl("delete job clean-l1");
        let stalls = place.plugin().line(line).exits(4).one_error();
        assert!(
            stalls.error().contains("does not go on by itself"),
            "{stalls}"
        );
        put_job(&place, "clean-l1", "l1", JobEnd::Failed);
        let ended = place.plugin().line(line).exits(3).one_error();
        assert!(ended.error().contains("no such bucket"), "{ended}");
        assert!(
            ended.hints()[0].contains("kubectl delete job clean-l1"),
            "{ended}"
        );
    }
}
