//! `--sort-by`: sorts objects as kubectl does, and log backups by the fields of their computed view.

use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::log::situations::{Moments, status, sub};
use crate::support::{Place, log_spec, tso_ago};

/// Makes Backups whose names, ages, sizes and numbers each give another order.
fn furnish() -> Place {
    let place = Place::new(Dialect::V2);
    let storage = json!({"provider": "aws", "bucket": "b"});
    #[rustfmt::skip]
    let rows = [
        ("b2", "2Gi", 16, json!({"commitTs": "436569119308644661", "backupSizeReadable": "9 MB"})),
        ("b10", "512Mi", 4, json!({"commitTs": "436569119308644660", "backupSizeReadable": "82 MB"})),
        ("a", "1G", 128, Value::Null),
        ("c", "1Gi", 8, json!({"commitTs": "99", "backupSizeReadable": "1 GB"})),
    ];
    for (name, memory, concurrency, mut status) in rows {
        let spec = json!({
            "br": {"cluster": "basic", "concurrency": concurrency}, "s3": storage,
            "resources": {"requests": {"memory": memory}},
        });
        if !status.is_null() {
            status["phase"] = json!("Complete");
        }
        place.api().create(name, &spec, &status);
    }
    place
}

#[test]
fn lists_are_in_the_order_of_kubectl() {
    let place = furnish();
    for path in [
        "{.metadata.name}",
        ".metadata.name",
        "metadata.name",
        "{metadata.name}",
        "{.metadata.creationTimestamp}",
        "{.spec.br.concurrency}",
        "{.spec.resources.requests.memory}",
        "{.status.commitTs}",
        "{.status.backupSizeReadable}",
        "{.status.phase}",
    ] {
        let line = format!("-o name --sort-by={path}");
        let ours = place.plugin().line(&format!("backup list {line}")).exits(0);
        let theirs = place.kubectl(&format!("get backups.br.pingcap.com {line}"));
        assert_eq!(ours.stdout, theirs.exits(0).stdout, "{path}");
        let table = place
            .plugin()
            .line(&format!("backup list --no-headers --sort-by={path}"));
        let rows = table.exits(0).stdout;
        let rows: Vec<&str> = rows
            .lines()
            .filter_map(|row| row.split(' ').next())
            .collect();
        let names: Vec<&str> = ours
            .stdout
            .lines()
            .filter_map(|line| line.split('/').nth(1))
            .collect();
        assert_eq!(rows, names, "{path}");
    }
    for path in ["{.status.nothing}", "{.spec.br}", "{.metadata.name}{.kind}"] {
        let line = format!("-o name --sort-by={path}");
        let theirs = place
            .kubectl(&format!("get backups.br.pingcap.com {line}"))
            .exits(1);
        let ours = place.plugin().line(&format!("backup list {line}"));
        assert_ne!(ours.code, Some(0), "{path}: {theirs}");
        ours.one_error();
    }
    place
        .plugin()
        .line("backup list --sort-by={.status.nothing}")
        .exits(1)
        .says("couldn't find any field with path \"{.status.nothing}\" in the list of objects");
    place
        .plugin()
        .line("restore list --sort-by={.status.nothing}")
        .exits(0);
}

/// `log status` sorts by the fields that `-o json` shows.
#[test]
fn log_status_by_what_it_shows() {
    let place = Place::new(Dialect::V1);
    for (name, lag) in [("quick", 5), ("slow", 500), ("slower", 6000)] {
        let moments = Moments {
            checkpoint: tso_ago(lag),
            ..Moments::now()
        };
        let status = status("Running", moments, &[sub("log-start", "Complete")]);
        let spec = json!({"logSubcommand": "log-start"});
        place.api().create_log(name, &spec, &status);
    }
    let mut other = log_spec(&json!({"logSubcommand": "log-start"}));
    other["br"]["cluster"] = json!("another");
    place.api().create("young", &other, &Value::Null);
    let rows = [
        ("{.lagSeconds}", ["young", "quick", "slow", "slower"]),
        (".checkpoint.tso", ["young", "slower", "slow", "quick"]),
        ("{.checkpoint.time}", ["young", "slower", "slow", "quick"]),
        ("cluster", ["young", "quick", "slow", "slower"]),
        ("{.name}", ["quick", "slow", "slower", "young"]),
    ];
    for (path, expected) in rows {
        let line = format!("log status --sort-by={path}");
        let list = place
            .plugin()
            .line(&format!("{line} -o json"))
            .exits(0)
            .json();
        let names: Vec<&str> = list["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["name"].as_str().unwrap())
            .collect();
        assert_eq!(names, expected, "{path}");
        let table = place
            .plugin()
            .line(&format!("{line} --no-headers"))
            .exits(0)
            .stdout;
        let names: Vec<&str> = table
            .lines()
            .filter_map(|row| row.split(' ').next())
            .collect();
        assert_eq!(names, expected, "{path}");
    }
    let wrong = place
        .plugin()
        .line("log list --sort-by={.status.phase}")
        .exits(1)
        .one_error();
    assert!(wrong.stderr.contains("couldn't find any field"), "{wrong}");
}

#[test]
fn every_list_sorts() {
    let place = Place::new(Dialect::V1);
    let storage = "--cluster basic --storage s3://b/p";
    for (name, concurrency, span) in [("a", 9, "9d"), ("b", 10, "10d"), ("c", 1, "1d")] {
        for line in [
            format!(
                "schedule create {name} {storage} --schedule @daily --max-reserved-time {span} --concurrency {concurrency}"
            ),
            format!("restore create {name} {storage} --concurrency {concurrency}"),
            format!(
                "compact create {name} {storage} --start-ts 436569119308644661 --end-ts 436569119308644662 --concurrency {concurrency}"
            ),
        ] {
            place.plugin().line(&line).exits(0);
        }
    }
    for (noun, path) in [
        ("schedule", "{.spec.backupTemplate.br.concurrency}"),
        ("restore", "{.spec.br.concurrency}"),
        ("compact", "{.spec.concurrency}"),
    ] {
        let line = format!("{noun} list --no-headers --sort-by={path}");
        let table = place.plugin().line(&line).exits(0).stdout;
        let names: Vec<&str> = table
            .lines()
            .filter_map(|row| row.split(' ').next())
            .collect();
        assert_eq!(names, ["c", "a", "b"], "{line}");
    }
}
