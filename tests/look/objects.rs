//! Objects are printed as kubectl prints them.

use sandbox::control_plane::{ControlPlane, CrdSource, World};
use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::log::situations::{Moments, condition, status, sub};
use crate::support::{Place, Plugin, log_spec};

/// Makes a snapshot that is complete, a log backup that runs, and a snapshot that is being deleted.
pub fn furnish(place: &Place, dialect: Dialect) {
    let api = place.api().of_dialect(dialect);
    let complete = json!({
        "phase": "Complete", "commitTs": "436569119308644661", "backupSizeReadable": "82 MB",
        "backupPath": "s3://b/s1/", "timeTaken": "2m45s",
        "conditions": [condition("Complete", "Complete", "")],
    });
    let snapshot = json!({"backupType": "full", "br": {"cluster": "basic"},
                          "s3": {"provider": "aws", "bucket": "b", "prefix": "s1"}});
    let labels = json!({"team": "a", "app": "x"});
    api.create_with(
        json!({"name": "s1", "labels": labels}),
        &snapshot,
        &complete,
    );
    let running = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
    api.create_with(
        json!({"name": "l1"}),
        &log_spec(&json!({"logSubcommand": "log-start"})),
        &running,
    );
    let mut other = snapshot;
    other["br"]["cluster"] = json!("other");
    api.create_with(
        json!({"name": "gone", "finalizers": ["example.com/held"]}),
        &other,
        &Value::Null,
    );
    api.delete("gone");
}

#[test]
fn lists_are_those_of_kubectl() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        furnish(&place, dialect);
        let resource = format!("backups.{}", dialect.operator().group());
        for rest in [
            "-o json",
            "-o yaml",
            "-o name",
            "-o jsonpath={.items[*].metadata.name}",
            "-o jsonpath={range.items[*]}{.metadata.name}{\"\\t\"}{.status.commitTs}{\"\\n\"}{end}",
            "-o jsonpath={.items[?(@.status.phase==\"Complete\")].metadata.name}",
            "-o custom-columns=NAME:.metadata.name,PHASE:.status.phase",
            "-o custom-columns=NAME:.metadata.name,PHASE:.status.phase --no-headers",
            "-o name -l team=a",
            "-o name -l team!=a",
            "-o json -l team=b",
            "-o name --sort-by={.metadata.creationTimestamp}",
        ] {
            let ours = place.plugin().line(&format!("backup list {rest}")).exits(0);
            let theirs = place.kubectl(&format!("get {resource} {rest}")).exits(0);
            match rest {
                rest if rest.starts_with("-o json ") || rest == "-o json" => {
                    assert_eq!(ours.json(), theirs.json(), "{rest}");
                }
                "-o yaml" => assert_eq!(ours.yaml(), theirs.yaml()),
                _ => assert_eq!(ours.stdout, theirs.stdout, "{rest}"),
            }
        }
    }
}

#[test]
fn one_object_is_printed_bare() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        furnish(&place, dialect);
        let resource = format!("backups.{}", dialect.operator().group());
        for rest in [
            "s1 -o json",
            "l1 -o yaml",
            "s1 -o name",
            "s1 -o jsonpath={.spec.br.cluster}",
        ] {
            let ours = place.plugin().line(&format!("backup show {rest}")).exits(0);
            let theirs = place.kubectl(&format!("get {resource} {rest}")).exits(0);
            match rest.contains("json") && !rest.contains("path") || rest.contains("yaml") {
                true => assert_eq!(ours.yaml(), theirs.yaml(), "{rest}"),
                false => assert_eq!(ours.stdout, theirs.stdout, "{rest}"),
            }
        }
        let two = place
            .plugin()
            .line("backup show s1 l1 -o json")
            .exits(0)
            .json();
        assert_eq!(
            (&two["kind"], two["items"].as_array().unwrap().len()),
            (&json!("List"), 2)
        );
        let some = place
            .plugin()
            .line("backup show s1 nope l1 -o name")
            .exits(1);
        assert_eq!(
            some.stdout,
            format!("{}\n{}\n", place.named("s1"), place.named("l1"))
        );
        place.plugin().line("log show s1").exits(2).one_error();
        place
            .plugin()
            .line("log show l1 -o name")
            .exits(0)
            .prints(&place.named("l1"));
        place.plugin().line("backup show nope").exits(1).one_error();
        for group in ["br.pingcap.com", "pingcap.com"] {
            let served = group == dialect.operator().group();
            let output = place
                .plugin()
                .line(&format!("backup show backup.{group}/s1 -o name"));
            assert_eq!(output.code, Some(if served { 0 } else { 8 }), "{output}");
        }
    }
}

#[test]
fn detail_for_people() {
    let place = Place::new(Dialect::V2);
    furnish(&place, Dialect::V2);
    let output = place.plugin().line("backup show s1 --utc").exits(0);
    for text in [
        "s1",
        "basic",
        "Complete",
        "s3://b/s1",
        "2022-10-10T05:17:05Z",
        "436569119308644661",
    ] {
        assert!(output.stdout.contains(text), "{text}: {output}");
    }
    let output = place.plugin().line("log show l1 --utc").exits(0);
    for text in ["l1", "Running", "log-start", "s3://b/p"] {
        assert!(output.stdout.contains(text), "{text}: {output}");
    }
}

#[test]
fn both_operators_are_one_list() {
    let place = Place::within(World::Both, CrdSource::Own, Dialect::V2);
    furnish(&place, Dialect::V2);
    place
        .api()
        .of_dialect(Dialect::V1)
        .create("s1", &log_spec(&json!({})), &Value::Null);
    let names = place.plugin().line("backup list -o name").exits(0).stdout;
    let mut lines: Vec<&str> = names.lines().collect();
    assert_eq!(lines.len(), 4, "{names}");
    assert!(
        lines.iter().position(|line| line.ends_with("gone"))
            < lines.iter().position(|line| line.ends_with("s1"))
    );
    lines.sort_unstable();
    assert_eq!(lines[3], "backup.pingcap.com/s1");
    // A table keeps the names short, and a column says which operator an object is of.
    for line in ["backup list", "log status"] {
        let table = place.plugin().line(line).exits(0).stdout;
        let header = table.lines().next().unwrap();
        let after_name = header.split_once("NAME  ").unwrap().1.trim_start();
        assert!(after_name.starts_with("OPERATOR"), "{table}");
        assert!(!table.contains("pingcap.com"), "{table}");
    }
    let table = place.plugin().line("backup list").exits(0).stdout;
    let of_s1: Vec<&str> = table
        .lines()
        .filter_map(|line| line.strip_prefix("s1")?.split_whitespace().next())
        .collect();
    assert_eq!(of_s1, ["v2", "v1"], "{table}");
    let one = place
        .plugin()
        .line("backup list --operator v1 -o name")
        .exits(0);
    one.prints("backup.pingcap.com/s1");

    let both = place.plugin().line("backup show s1").exits(2).one_error();
    assert!(both.hints()[0].contains("--operator"), "{both}");
    place.plugin().line("log pause s1").exits(2).one_error();
    place
        .plugin()
        .line("backup show s1 --operator v2 -o name")
        .exits(0)
        .prints("backup.br.pingcap.com/s1");
    let v1 = place.plugin().env("KUBECTL_TIDB_BR_OPERATOR", "v1");
    v1.line("backup show s1 -o name")
        .exits(0)
        .prints("backup.pingcap.com/s1");
    place
        .plugin()
        .line("backup show l1 -o name")
        .exits(0)
        .prints("backup.br.pingcap.com/l1");
    assert!(place.written().is_empty());
}

#[test]
fn nothing_is_a_sentence_and_empty_items() {
    let plane = ControlPlane::shared().unwrap();
    let place = Place::empty(plane.world(World::V2).unwrap(), Dialect::V2);
    for line in [
        "backup list",
        "backup list -o wide",
        "log status",
        "log list",
        "restore list",
        "backup show -l none=such",
        "log show -l none=such -o name",
        "restore show -l none=such",
    ] {
        let output = place.plugin().line(line).exits(0).prints("");
        let sentence = format!("No resources found in {} namespace.\n", place.namespace);
        assert_eq!(output.stderr, sentence, "once");
    }
    for (line, kind) in [
        ("backup list -o json", "List"),
        ("log status -o json", "LogStatusList"),
        ("log status -o yaml", "LogStatusList"),
        ("backup show -l none=such -o yaml", "List"),
        ("log show -l none=such -o json", "List"),
        ("restore list -o json", "List"),
    ] {
        let output = place.plugin().line(line).exits(0);
        assert!(output.stderr.contains(&place.namespace), "{output}");
        let list = output.yaml();
        assert_eq!(
            (&list["kind"], &list["items"]),
            (&json!(kind), &json!([])),
            "{line}"
        );
    }
    place.plugin().line("log status --check").exits(0);
    place
        .plugin()
        .line("log status -o name")
        .exits(2)
        .one_error();
}

/// The environment variable chooses the operator where `--operator` does not. An empty variable chooses nothing.
#[test]
fn the_variable_for_the_operator() {
    let build =
        "backup create b --cluster c --storage s3://b/p --dry-run=client -o jsonpath={.apiVersion}";
    let rows = [
        ("v1", "", "pingcap.com/v1alpha1"),
        ("v2", "", "br.pingcap.com/v1alpha1"),
        ("auto", "", "br.pingcap.com/v1alpha1"),
        ("", "", "br.pingcap.com/v1alpha1"),
        ("v1", "--operator v2", "br.pingcap.com/v1alpha1"),
    ];
    for (set, flag, expected) in rows {
        let plugin = Plugin::alone().env("KUBECTL_TIDB_BR_OPERATOR", set);
        let output = plugin.line(&format!("{build} {flag}"));
        output.exits(0).prints(expected);
    }
    let wrong = Plugin::alone()
        .env("KUBECTL_TIDB_BR_OPERATOR", "v3")
        .line(build);
    let wrong = wrong.exits(2).one_error();
    assert!(
        wrong.hints()[0].contains("KUBECTL_TIDB_BR_OPERATOR is set to \"v3\""),
        "{wrong}"
    );
}
