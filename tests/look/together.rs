//! `-o` with several names or a selector prints one document, as kubectl does.

use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::log::situations::{Moments, status, sub};
use crate::support::{Place, log_spec};

/// Makes two log backups that run and one that is stopped. The first two have a label each, and a label that they share.
fn furnish(dialect: Dialect) -> Place {
    let place = Place::new(dialect);
    let api = place.api();
    let running = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
    let spec = log_spec(&json!({"logSubcommand": "log-start"}));
    for name in ["a", "b"] {
        let labels = json!({"only": name, "all": "yes"});
        api.create_with(json!({"name": name, "labels": labels}), &spec, &running);
    }
    let stopped = status("Stopped", Moments::now(), &[sub("log-stop", "Complete")]);
    api.create_log("ended", &json!({"logSubcommand": "log-stop"}), &stopped);
    place
}

/// The kind of a document, and the names in it.
fn document(output: &crate::support::Output) -> (String, Vec<String>) {
    let document = output.yaml();
    let kind = document["kind"].as_str().unwrap_or_default().to_owned();
    let name = |object: &Value| object["metadata"]["name"].as_str().unwrap().to_owned();
    let names = match document["items"].as_array() {
        Some(items) => items.iter().map(name).collect(),
        None => vec![name(&document)],
    };
    (kind, names)
}

#[test]
fn one_name_is_bare_and_the_rest_is_one_list() {
    #[rustfmt::skip]
    let rows: &[(&str, i32, &str, &[&str])] = &[
        ("log pause a --dry-run=client -o json", 0, "Backup", &["a"]),
        ("log pause a b --dry-run=client -o json", 0, "List", &["a", "b"]),
        ("log pause a b --dry-run=client -o yaml", 0, "List", &["a", "b"]),
        ("log pause b a --dry-run=server -o yaml", 0, "List", &["b", "a"]),
        ("log stop a b --dry-run=server -o json", 0, "List", &["a", "b"]),
        ("log pause -l all=yes --dry-run=client -o yaml", 0, "List", &["a", "b"]),
        ("log pause -l only=a --dry-run=client -o yaml", 0, "List", &["a"]),
        ("log pause -l only=none --dry-run=client -o yaml", 0, "List", &[]),
        ("log pause a ended b --dry-run=client -o json", 5, "List", &["a", "b"]),
        ("log pause nope ended b --dry-run=client -o json", 1, "List", &["b"]),
        ("log pause nope ended --dry-run=client -o json", 1, "List", &[]),
        ("log resume a b -o json", 0, "List", &["a", "b"]),
        ("log wait a b -o json", 0, "List", &["a", "b"]),
        ("log wait a -o json", 0, "Backup", &["a"]),
        ("log wait -l only=a -o json", 0, "List", &["a"]),
        ("log wait a b --for paused --timeout 0 -o yaml", 4, "List", &["a", "b"]),
        ("backup wait a nope b --for running -o json", 1, "List", &["a", "b"]),
        ("backup wait nope none --for deleted -o json", 0, "List", &[]),
        ("backup show a nope -o yaml", 1, "List", &["a"]),
        ("log show nope none -o yaml", 1, "List", &[]),
        ("log pause a b --wait=false -o json", 0, "List", &["a", "b"]),
    ];
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = furnish(dialect);
        for (line, code, kind, names) in rows {
            let output = place.plugin().line(line).exits(*code);
            let printed = document(&output);
            assert_eq!(
                (printed.0.as_str(), &printed.1[..]),
                (*kind, &owned(names)[..]),
                "{output}"
            );
        }
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn templates_see_the_list_and_names_are_one_a_line() {
    let place = furnish(Dialect::V1);
    let named = |name| place.named(name);
    let rows = [
        ("jsonpath={.items[*].metadata.name}", "a b".to_owned()),
        ("jsonpath={.kind}", "List".to_owned()),
        ("custom-columns=N:.metadata.name", "N\na\nb".to_owned()),
        (
            "custom-columns=N:.metadata.name --no-headers",
            "a\nb".to_owned(),
        ),
        ("name", format!("{}\n{}", named("a"), named("b"))),
    ];
    for (format, expected) in rows {
        let line = format!("log pause a b --dry-run=client -o {format}");
        place.plugin().line(&line).exits(0).prints(&expected);
    }
    let difference = place.plugin().line("log pause a b --diff -o json").exits(0);
    assert!(
        !difference.stdout.contains("\"kind\": \"List\""),
        "{difference}"
    );
    assert_eq!(
        difference.stdout.matches("--- live/").count(),
        2,
        "{difference}"
    );
    assert!(place.written().is_empty());
}

#[test]
fn schedules_too() {
    let place = Place::new(Dialect::V1);
    let spec = "--cluster basic --storage s3://b/p --schedule @daily --max-reserved-time 7d";
    for name in ["a", "b"] {
        let line = format!("schedule create {name} {spec} --label all=yes --preflight=off");
        place.plugin().line(&line).exits(0);
    }
    #[rustfmt::skip]
    let rows: &[(&str, i32, &str, &[&str])] = &[
        ("schedule pause a -o json", 0, "BackupSchedule", &["a"]),
        ("schedule pause a b -o json", 0, "List", &["a", "b"]),
        ("schedule pause -l all=yes -o yaml", 0, "List", &["a", "b"]),
        ("schedule resume a nope b -o yaml", 1, "List", &["a", "b"]),
        ("schedule resume a b --dry-run=client -o yaml", 0, "List", &["a", "b"]),
        ("schedule show a nope -o yaml", 1, "List", &["a"]),
    ];
    for (line, code, kind, names) in rows {
        let output = place.plugin().line(line).exits(*code);
        let printed = document(&output);
        assert_eq!(
            (printed.0.as_str(), &printed.1[..]),
            (*kind, &owned(names)[..]),
            "{output}"
        );
    }
    let triggered = place.plugin().line("schedule trigger a b -o json").exits(0);
    let (kind, names) = document(&triggered);
    assert_eq!((kind.as_str(), names.len()), ("List", 2), "{triggered}");
}
