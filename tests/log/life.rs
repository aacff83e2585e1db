//! The whole life of a log backup with an operator at work, waited for at every step.

use sandbox::operator::Dialect;

use crate::support::{Place, log_spec};
use serde_json::json;

pub const START: &str = "log start l1 --cluster basic --storage s3://b/l1 --commit-ts 2h";

/// Starts `l1` two hours ago, and waits for its first checkpoint.
pub fn started(place: &Place) {
    place.plugin().line(START).exits(0);
    place.api().until("l1", |object| {
        object["status"]["logCheckpointTs"].is_string()
    });
}

/// Command, exit code, stdout (`REF` is the object), phase afterwards.
type Step = (&'static str, i32, &'static str, &'static str);

const WITH_SUBCOMMANDS: &[Step] = &[
    (START, 0, "REF running", "Running"),
    ("log start l1", 0, "REF already running", "Running"),
    ("log resume l1", 0, "REF already running", "Running"),
    ("log pause l1", 0, "REF paused", "Paused"),
    ("log pause l1", 0, "REF already paused", "Paused"),
    ("log resume l1", 0, "REF running", "Running"),
    ("log pause l1", 0, "REF paused", "Paused"),
    ("log start l1", 0, "REF running", "Running"),
    (
        "log truncate l1 --keep 90m --yes",
        0,
        "REF truncated",
        "Running",
    ),
    ("log pause l1", 0, "REF paused", "Paused"),
    (
        "log truncate l1 --keep 80m --yes",
        0,
        "REF truncated",
        "Paused",
    ),
    ("log stop l1", 5, "", "Paused"),
    ("log stop l1 --yes", 0, "REF stopped", "Stopped"),
    ("log stop l1 --yes", 0, "REF already stopped", "Stopped"),
    (
        "log truncate l1 --keep 70m -y",
        0,
        "REF truncated",
        "Stopped",
    ),
    ("log pause l1", 5, "", "Stopped"),
    ("log resume l1", 5, "", "Stopped"),
    ("log start l1", 5, "", "Stopped"),
];

const ONLY_LOG_STOP: &[Step] = &[
    (START, 0, "REF running", "Running"),
    ("log start l1", 0, "REF already running", "Running"),
    ("log pause l1", 8, "", "Running"),
    ("log resume l1", 8, "", "Running"),
    (
        "log truncate l1 --keep 90m --yes",
        0,
        "REF truncated",
        "Running",
    ),
    ("log stop l1 --yes", 0, "REF stopped", "Stopped"),
    ("log stop l1 --yes", 0, "REF already stopped", "Stopped"),
    ("log truncate l1 --keep 70m -y", 8, "", "Stopped"),
    ("log start l1", 5, "", "Stopped"),
];

fn live(dialect: Dialect, steps: &[Step]) -> Place {
    let place = Place::new(dialect);
    let _operator = place.operator();
    for (line, code, stdout, phase) in steps {
        let output = place.plugin().line(line).exits(*code);
        if *line == START {
            place.api().until("l1", |object| {
                object["status"]["logCheckpointTs"].is_string()
            });
        }
        let output = output.prints(&stdout.replace("REF", &place.named("l1")));
        if *code > 0 {
            output.one_error();
        }
        let object = place.api().get("l1");
        assert_eq!(object["status"]["phase"], *phase, "after {line}: {object}");
    }
    place
}

#[test]
fn v2_from_start_to_stop() {
    let place = live(Dialect::V2, WITH_SUBCOMMANDS);
    let spec = place.api().get("l1")["spec"].clone();
    assert_eq!(spec["logSubcommand"], "log-stop");
    assert!(spec.get("logStop").is_none());
}

#[test]
fn v1_from_start_to_stop() {
    live(Dialect::V1, WITH_SUBCOMMANDS);
}

#[test]
fn v1_5_4_from_start_to_stop() {
    let place = live(Dialect::V1LogStop, ONLY_LOG_STOP);
    let spec = place.api().get("l1")["spec"].clone();
    assert_eq!(
        (&spec["logStop"], spec.get("logSubcommand")),
        (&json!(true), None)
    );
    let created = &place.written()[0].body["spec"];
    assert_eq!(
        (&created["backupMode"], created.get("logSubcommand")),
        (&json!("log"), None),
        "a field that this operator would drop in silence"
    );
}

#[test]
fn two_names_go_on_after_a_failure_and_end_with_its_code() {
    let place = Place::new(Dialect::V2);
    let _operator = place.operator();
    let plugin = place.plugin();
    plugin.line(START).exits(0);
    let output = plugin.line("log pause nope l1").exits(1);
    assert_eq!(
        output.error(),
        format!(
            "{} not found in namespace {:?}",
            place.named("nope"),
            place.namespace
        )
    );
    output.prints(&format!("{} paused", place.named("l1")));
}

#[test]
fn a_selector_takes_the_log_backups_among_what_it_matches() {
    let place = Place::new(Dialect::V2);
    let _operator = place.operator();
    let labels = json!({"team": "a"});
    let api = place.api();
    api.create_with(
        json!({"name": "l1", "labels": labels}),
        &log_spec(&json!({})),
        &json!(null),
    );
    let snapshot = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b", "prefix": "s"}});
    api.create_with(
        json!({"name": "s1", "labels": labels}),
        &snapshot,
        &json!(null),
    );
    api.until("l1", |object| object["status"]["commitTs"].is_string());
    let output = place.plugin().line("log pause -l team=a").exits(0);
    output.prints(&format!("{} paused", place.named("l1")));
    place
        .plugin()
        .line("log pause -l team=b")
        .exits(0)
        .prints("")
        .says("No log backups with team=b");
}

#[test]
fn the_object_is_printed_once_after_the_wait() {
    let place = Place::new(Dialect::V2);
    let operator = place.operator();
    let plugin = place.plugin();
    plugin.line(START).exits(0);
    let paused = plugin.line("log pause l1 -o json").exits(0).json();
    assert_eq!(paused["status"]["phase"], "Paused");
    operator.next_job_of(
        "*-log-resume",
        sandbox::operator::Mode::BrFail("no".to_owned()),
    );
    let failed = plugin
        .line("log resume l1 -o yaml")
        .exits(3)
        .one_error()
        .yaml();
    assert_eq!(
        failed["status"]["logSubCommandStatuses"]["log-resume"]["phase"],
        "Failed"
    );
    plugin.line("log pause l1").exits(0);
    operator.hold("*-log-stop");
    let pending = plugin
        .line("log stop l1 --yes --timeout 0 -o json")
        .exits(4)
        .json();
    assert_eq!(pending["spec"]["logSubcommand"], "log-stop");
    plugin
        .line("log stop l1 --yes --timeout 1s -o name")
        .exits(4)
        .prints(&place.named("l1"));
}

#[test]
fn log_start_with_other_flags_than_the_object_has_is_refused() {
    let place = Place::new(Dialect::V2);
    let _operator = place.operator();
    let plugin = place.plugin();
    plugin.line(START).exits(0);
    plugin.line(START).exits(5).one_error();
    let same = "log start l1 --cluster basic --storage s3://b/l1";
    plugin
        .line(same)
        .exits(0)
        .prints(&format!("{} already running", place.named("l1")));
    let other = plugin
        .line("log start l1 --cluster basic --storage s3://b/other")
        .exits(5)
        .one_error();
    assert!(other.error().contains("spec.s3.prefix"), "{other}");
    let second = plugin
        .line("log start l2 --cluster basic --storage s3://b/l2")
        .exits(5)
        .one_error();
    assert!(second.error().contains("second-task"), "{second}");
    assert!(place.written_to("l2").is_empty());
}

#[test]
fn as_a_plugin_of_kubectl() {
    let place = Place::new(Dialect::V2);
    let _operator = place.operator();
    let plugin = place.plugin().through_kubectl();
    plugin
        .line(START)
        .exits(0)
        .prints(&format!("{} running", place.named("l1")));
    plugin
        .line("log pause l1")
        .exits(0)
        .prints(&format!("{} paused", place.named("l1")));
    plugin.line("log truncate l1 --keep 30d -y").exits(0);
    plugin.line("log pause nope").exits(1).one_error();
}
