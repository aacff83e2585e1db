//! `-w`: the list, then every change.

use sandbox::control_plane::{CrdSource, World};
use sandbox::operator::Dialect;
use serde_json::json;

use super::objects::furnish;
use crate::support::{Place, log_spec};

#[test]
fn rows_first_and_changes_after_them() {
    for line in ["backup list -w", "log status -w", "log status l1 -w"] {
        let place = Place::new(Dialect::V2);
        furnish(&place, Dialect::V2);
        let arguments: Vec<&str> = line.split(' ').collect();
        let mut watching = place.plugin().start(&arguments);
        watching.until_said("NAME");
        watching.until_said("Running");
        // No gap between the list and the watch: the change may come at once.
        let wanted = json!({"spec": {"logSubcommand": "log-pause"}});
        place.api().patch("l1", &wanted);
        place.api().patch_status("l1", &json!({"phase": "Paused"}));
        watching.until_said("Paused");
        watching.interrupt();
        let output = watching.finish().exits(130);
        assert_eq!(output.stdout.matches("NAME").count(), 1, "{output}");
        let rows: Vec<&str> = output
            .stdout
            .lines()
            .filter(|row| row.starts_with("l1"))
            .collect();
        assert!((2..=3).contains(&rows.len()), "{output}");
    }
}

#[test]
fn machine_formats_too() {
    let place = Place::new(Dialect::V2);
    furnish(&place, Dialect::V2);
    let mut watching = place
        .plugin()
        .start(&["backup", "list", "-w", "-o", "name"]);
    watching.until_said(&place.named("s1"));
    place.api().create(
        "s2",
        &json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b"}}),
        &json!(null),
    );
    watching.until_said(&place.named("s2"));
    watching.interrupt();
    watching.finish().exits(130);
}

/// Changes keep the columns of the table before them. A table without rows gets its header with the first change.
#[test]
fn changes_keep_the_columns() {
    let place = Place::new(Dialect::V2);
    let mut watching = place.plugin().start(&["backup", "list", "-w"]);
    watching.until_said("No resources found");
    let names = ["a-backup-with-a-long-name", "b", "c"];
    let spec = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b"}});
    for name in names {
        place.api().create(name, &spec, &json!(null));
        watching.until_said(&format!("{name} "));
    }
    watching.interrupt();
    let output = watching.finish().exits(130);
    let lines: Vec<&str> = output.stdout.lines().collect();
    let column = lines[0].find("CLUSTER").expect("a header");
    for (line, name) in lines[1..].iter().zip(names) {
        assert!(
            line.starts_with(name) && line[column..].starts_with("basic"),
            "{output}"
        );
    }
    assert_eq!(lines.len(), 4, "{output}");
}

/// `-w -o yaml` is a stream of YAML documents that can be parsed.
#[test]
fn documents_are_kept_apart() {
    let place = Place::new(Dialect::V2);
    furnish(&place, Dialect::V2);
    let mut watching = place
        .plugin()
        .start(&["backup", "list", "-w", "-o", "yaml"]);
    watching.until_said("82 MB");
    let label = json!({"metadata": {"labels": {"later": "yes"}}});
    place.api().patch("l1", &label);
    watching.until_said("later");
    watching.interrupt();
    let stream = watching.finish().exits(130).stdout;
    let names: Vec<String> = serde_yaml::Deserializer::from_str(&stream)
        .map(|document| {
            let object: serde_json::Value = serde::Deserialize::deserialize(document).unwrap();
            object["metadata"]["name"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(names, ["gone", "l1", "s1", "l1"]);
}

/// `log status -w` prints changes in the format that was asked for, and only of the cluster that was named.
#[test]
fn changes_are_as_the_list_before_them() {
    let place = Place::within(World::Both, CrdSource::Own, Dialect::V2);
    furnish(&place, Dialect::V2);
    let mut other = log_spec(&json!({"logSubcommand": "log-start"}));
    other["br"]["cluster"] = json!("other");
    place.api().create("l2", &other, &json!(null));
    let rows = [
        (
            "log status -w",
            vec!["l1     v2 ".to_owned(), "Paused ".to_owned()],
        ),
        ("log status -w --show-labels", vec!["new=l1\n".to_owned()]),
        (
            "log status -w -o json",
            vec!["\"state\": \"Paused\"".to_owned()],
        ),
        ("log status l1 -w -o yaml", vec!["state: Paused".to_owned()]),
        (
            "log status backup.br.pingcap.com/l1 -w",
            vec!["l1 ".to_owned(), "Paused ".to_owned()],
        ),
        (
            "log status -w -o custom-columns=N:.name,S:.state",
            vec!["l1   Paused\n".to_owned()],
        ),
        ("log status -w --cluster basic", vec!["Paused ".to_owned()]),
    ];
    for (line, said) in rows {
        let state = |phase: &str, command: &str, label: &str| {
            let spec = json!({"logSubcommand": command});
            place.api().patch("l1", &json!({"spec": spec}));
            place.api().patch_status("l1", &json!({"phase": phase}));
            for name in ["l2", "l1"] {
                let labels = json!({"metadata": {"labels": {"new": label}}});
                place.api().patch(name, &labels);
            }
        };
        state("Running", "log-start", "old");
        let mut watching = place.plugin().start(&line.split(' ').collect::<Vec<_>>());
        watching.until_said("l1");
        state("Paused", "log-pause", "l1");
        for text in said {
            watching.until_said(&text);
        }
        watching.interrupt();
        let output = watching.finish().exits(130);
        if line.contains("--cluster") || line.contains("l1") {
            assert!(!output.stdout.contains("l2"), "{output}");
        }
        if line.contains("json") || line.contains("yaml") {
            assert!(
                !output.stdout.contains("basic  "),
                "no rows between documents: {output}"
            );
        }
    }
}

/// As in kubectl, every object is a document of its own, also in the list at the beginning. A header comes once.
#[test]
fn lists_are_watched_object_by_object() {
    let place = Place::new(Dialect::V2);
    furnish(&place, Dialect::V2);
    for (format, said) in [
        ("jsonpath={.metadata.name},", "gone,l1,s1,l1,"),
        ("custom-columns=N:.metadata.name", "N\ngone\nl1\ns1\nl1\n"),
        (
            "name",
            &["gone", "l1", "s1", "l1"]
                .map(|name| place.named(name) + "\n")
                .concat(),
        ),
    ] {
        let mut watching = place
            .plugin()
            .start(&["backup", "list", "-w", "-o", format]);
        watching.until_said("s1");
        let label = json!({"metadata": {"labels": {"for": format.len().to_string()}}});
        place.api().patch("l1", &label);
        watching.until_said(said);
        watching.interrupt();
        watching.finish().exits(130);
    }
}
