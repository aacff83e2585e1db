//! Tables in kubectl's style.

use sandbox::control_plane::{CrdSource, World};
use sandbox::operator::Dialect;
use serde_json::json;

use super::objects::furnish;
use crate::log::situations::{Moments, status, sub};
use crate::support::{Place, log_spec};

/// The cells of each line. Columns are at least three blanks apart.
fn cells(text: &str) -> Vec<Vec<String>> {
    text.lines()
        .map(|line| {
            line.split("  ")
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
                .map(str::to_owned)
                .collect()
        })
        .collect()
}

#[test]
fn backup_list() {
    let place = Place::new(Dialect::V2);
    furnish(&place, Dialect::V2);
    let rows = cells(&place.plugin().line("backup list --utc").exits(0).stdout);
    assert_eq!(
        rows[0],
        [
            "NAME",
            "CLUSTER",
            "TYPE",
            "STATUS",
            "SIZE",
            "COMMITTED",
            "AGE"
        ]
    );
    assert_eq!(
        rows[1][..6],
        ["gone", "other", "full", "Terminating", "<none>", "<none>"]
    );
    assert_eq!(
        rows[2][..6],
        ["l1", "basic", "log", "Running", "<none>", "<none>"]
    );
    assert_eq!(
        rows[3][..6],
        [
            "s1",
            "basic",
            "full",
            "Complete",
            "82 MB",
            "2022-10-10T05:17:05Z"
        ]
    );

    let wide = cells(
        &place
            .plugin()
            .line("backup list -o wide --utc")
            .exits(0)
            .stdout,
    );
    assert_eq!(wide[0][6..], ["AGE", "COMMIT-TS", "PATH", "TAKEN"]);
    assert_eq!(wide[3][7..], ["436569119308644661", "s3://b/s1/", "2m45s"]);

    let first = |line: &str| -> Vec<String> {
        let output = place.plugin().line(line).exits(0);
        cells(&output.stdout)
            .into_iter()
            .map(|row| row[0].clone())
            .collect()
    };
    assert_eq!(first("backup list --no-headers"), ["gone", "l1", "s1"]);
    assert_eq!(first("backup list -l team=a"), ["NAME", "s1"]);
    assert_eq!(first("backup list --cluster other"), ["NAME", "gone"]);
    assert_eq!(
        first("backup list --sort-by .status.commitTs --no-headers")[2],
        "l1"
    );
    assert_eq!(
        first(&format!("backup list -n {} --no-headers", place.namespace)),
        ["gone", "l1", "s1"]
    );
    let labels = cells(
        &place
            .plugin()
            .line("backup list --show-labels")
            .exits(0)
            .stdout,
    );
    assert_eq!(labels[0].last().unwrap(), "LABELS");
    assert_eq!(labels[3].last().unwrap(), "app=x,team=a");
    assert_eq!(labels[1].last().unwrap(), "<none>");
}

/// LABELS is the last column, also with `-o wide`.
#[test]
fn labels_are_the_last_column() {
    let place = Place::new(Dialect::V1);
    furnish(&place, Dialect::V1);
    place
        .api()
        .patch("l1", &json!({"metadata": {"labels": {"of": "l1"}}}));
    let rest = "--cluster basic --storage s3://b/p --label of=l1";
    for line in [
        format!("schedule create l1 {rest} --schedule @daily --max-reserved-time 7d"),
        format!("restore create l1 {rest}"),
        format!("compact create l1 {rest} --start-ts 436569119308644661 --end-ts now"),
    ] {
        place.plugin().line(&line).exits(0);
    }
    for line in [
        "backup list",
        "log status",
        "log status l1",
        "schedule list",
        "restore list",
        "compact list",
    ] {
        for wide in ["", "-o wide"] {
            let line = format!("{line} --show-labels {wide}");
            let rows = cells(&place.plugin().line(&line).exits(0).stdout);
            assert_eq!(rows[0].last().unwrap(), "LABELS", "{line}");
            let row = rows.iter().find(|row| row[0] == "l1").unwrap();
            assert_eq!(row.last().unwrap(), "of=l1", "{line}");
        }
    }
}

#[test]
fn all_namespaces() {
    let place = Place::new(Dialect::V2);
    let other = Place::new(Dialect::V2);
    furnish(&place, Dialect::V2);
    furnish(&other, Dialect::V2);
    for line in ["backup list -A", "log status -A", "log list -A"] {
        let rows = cells(&place.plugin().line(line).exits(0).stdout);
        assert_eq!(rows[0][..2], ["NAMESPACE", "NAME"], "{line}");
        for namespace in [&place.namespace, &other.namespace] {
            assert!(
                rows.iter()
                    .any(|row| row[0] == **namespace && row[1] == "l1"),
                "{line}"
            );
        }
        let mut sorted = rows[1..].to_vec();
        sorted.sort_by(|a, b| (&a[0], &a[1]).cmp(&(&b[0], &b[1])));
        assert_eq!(rows[1..], sorted, "{line}");
    }
}

#[test]
fn log_status() {
    let place = Place::new(Dialect::V2);
    furnish(&place, Dialect::V2);
    let rows = cells(&place.plugin().line("log status").exits(0).stdout);
    assert_eq!(
        rows[0],
        [
            "NAME",
            "CLUSTER",
            "STATUS",
            "CHECKPOINT",
            "LAG",
            "RESUME-BY",
            "AGE"
        ]
    );
    assert_eq!(rows.len(), 2, "snapshots are no log backups");
    assert_eq!(rows[1][..3], ["l1", "basic", "Running"]);
    assert_eq!(rows[1][5], "<none>");
    let wide = cells(
        &place
            .plugin()
            .line("log status l1 -o wide --no-headers")
            .exits(0)
            .stdout,
    );
    assert_eq!(wide[0][7].len(), 18, "CHECKPOINT-TS");
    assert_eq!(wide[0].last().unwrap(), "s3://b/p");
    let header = cells(&place.plugin().line("log status -o wide").exits(0).stdout)[0].clone();
    assert_eq!(
        header[7..],
        ["CHECKPOINT-TS", "START", "TRUNCATED-UNTIL", "STORAGE"]
    );
    place.plugin().line("log status s1").exits(2).one_error();
    place.plugin().line("log status nope").exits(1).one_error();
}

/// With two operators a table has one more column and no groups in its names. Log backups that are not paused fit into 100 columns.
#[test]
fn both_operators_fit_on_a_screen() {
    let place = Place::within(World::Both, CrdSource::Own, Dialect::V2);
    for dialect in [Dialect::V2, Dialect::V1] {
        let running = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
        let spec = log_spec(&json!({"logSubcommand": "log-start"}));
        let metadata = json!({"name": "prod-log", "labels": {"width": place.namespace}});
        place
            .api()
            .of_dialect(dialect)
            .create_with(metadata, &spec, &running);
    }
    for (line, widest) in [("log status -A", 100), ("backup list -A", 100)] {
        let line = format!("{line} -l width={}", place.namespace);
        let table = place.plugin().line(&line).exits(0).stdout;
        let width = table.lines().map(str::len).max().unwrap();
        assert!(width <= widest, "{width} columns\n{table}");
    }
}

#[test]
fn colour_only_where_it_is_asked_for() {
    let place = Place::new(Dialect::V2);
    furnish(&place, Dialect::V2);
    let plain = place.plugin().line("log status").exits(0).stdout;
    assert!(!plain.contains('\u{1b}'));
    let always = place
        .plugin()
        .line("log status --color always")
        .exits(0)
        .stdout;
    assert!(always.contains('\u{1b}'));
    let terminal = place
        .plugin()
        .on_terminal(&["log", "status"])
        .finish()
        .exits(0)
        .stdout;
    assert!(terminal.contains('\u{1b}'));
    let quiet = place
        .plugin()
        .env("NO_COLOR", "1")
        .on_terminal(&["log", "status"])
        .finish()
        .exits(0)
        .stdout;
    assert!(!quiet.contains("\u{1b}["), "{quiet:?}");
}

/// Every time in a table or a page is in the zone of this machine, or in UTC with `--utc`: TSOs, times of the API, and runs.
#[test]
fn times_are_of_one_zone() {
    let place = Place::new(Dialect::V1);
    furnish(&place, Dialect::V1);
    let status = json!({
        "conditions": [{"type": "Complete", "status": "True", "lastTransitionTime": "2026-01-02T03:04:05Z"}],
        "backoffRetryStatus": [{"retryNum": 1, "detectFailedAt": "2026-01-02T03:04:05Z", "retryReason": "x"}],
    });
    place.api().patch_status("s1", &status);
    let rest = "--cluster basic --storage s3://b/p";
    for line in [
        format!("schedule create a {rest} --schedule @daily --max-reserved-time 7d"),
        format!("restore create a {rest} --to 1h --full-storage s3://b/f"),
        format!("compact create a {rest} --start-ts 436569119308644661 --end-ts now"),
    ] {
        place.plugin().line(&line).exits(0);
    }
    let ran = json!({"status": {"lastBackup": "s1", "lastBackupTime": "2026-01-02T03:04:05Z"}});
    let path = format!(
        "/apis/pingcap.com/v1alpha1/namespaces/{}/backupschedules/a",
        place.namespace
    );
    place.api().ask("PATCH", &path, &ran);
    let tokyo = place.plugin().env("TZ", "Asia/Tokyo");
    for line in [
        "backup list -o wide",
        "backup show s1",
        "backup show l1",
        "log status -o wide",
        "log show l1",
        "schedule list -o wide",
        "schedule show a",
        "restore list -o wide",
        "restore show a",
        "compact list -o wide",
        "compact show a",
        "tso 436569119308644661 --no-headers",
    ] {
        let utc = |text: &str| {
            let digit = |index: usize, text: &[u8]| text.get(index).is_some_and(u8::is_ascii_digit);
            let bytes = text.as_bytes();
            (2..bytes.len())
                .any(|at| bytes[at] == b'Z' && digit(at - 1, bytes) && digit(at - 2, bytes))
        };
        let local = tokyo.line(line).exits(0).stdout;
        assert!(local.contains("+09:00"), "{line}: {local}");
        // `tso` has a column of its own for UTC.
        assert!(!utc(&local) || line.starts_with("tso"), "{line}: {local}");
        let shown = tokyo.line(&format!("{line} --utc")).exits(0).stdout;
        assert!(utc(&shown) && !shown.contains("+09:00"), "{line}: {shown}");
    }
}
