//! `tso`, `version --client` and `completion`: what they print without a cluster.

use serde_json::{Value, json};

use crate::program;

/// TSO, time in UTC, logical part. Computed with exact arithmetic, not with this program.
const VECTORS: &[(&str, &str, u64)] = &[
    ("434582449885806593", "2022-07-14T12:08:03.268Z", 1),
    ("434834300106964993", "2022-07-25T15:00:15.618Z", 1),
    ("433177834291200000", "2022-05-13T11:45:00.000Z", 0),
    ("400036290571534337", "2018-05-11T05:42:23.794Z", 1),
    ("434855372390400000", "2022-07-26T13:20:00.000Z", 0),
    ("448069946572537856", "2024-02-29T23:59:59.999Z", 0),
    ("463267587686400000", "2026-01-01T00:00:00.000Z", 0),
    ("468890733805043712", "2026-09-06T06:30:00.123Z", 0),
    ("468899227238400000", "2026-09-06T15:30:00.000Z", 0),
    ("562949953421312000", "2038-01-19T03:14:08.000Z", 0),
    ("999999999999999999", "2090-11-18T14:07:45.624Z", 262_143),
    ("9223372036854775807", "3084-12-12T12:41:28.831Z", 262_143),
    ("18446744073709551615", "4199-11-24T01:22:57.663Z", 262_143),
];

/// Other ways to type the moments above.
const TYPED: &[(&str, &str)] = &[
    ("2022-07-26T21:20:00+08:00", "434855372390400000"),
    ("2022-07-26 21:20:00+08:00", "434855372390400000"),
    ("2022-07-26 21:20:00+0800", "434855372390400000"),
    ("2026-09-06T12:00:00.123+05:30", "468890733805043712"),
    ("2026-09-06 12:00:00-03:30", "468899227238400000"),
    ("2026-01-01T00:00:00Z", "463267587686400000"),
];

fn tso(arguments: &str) -> Value {
    let line = format!("tso {arguments} -o json");
    serde_json::from_str(&program::run(&line).printed(&line)).expect("it is JSON")
}

#[test]
fn tsos_become_times_and_times_become_tsos() {
    for (value, time, logical) in VECTORS {
        let item = json!({"tso": value, "time": time, "logical": logical});
        assert_eq!(tso(value)["items"], json!([item]), "{value}");
        let back = tso(time)["items"][0]["tso"].as_str().map(str::to_owned);
        let physical = value.parse::<u64>().expect("a number") >> 18 << 18;
        assert_eq!(back, Some(physical.to_string()), "{time}");
    }
    for (typed, value) in TYPED {
        assert_eq!(
            tso(&format!("'{typed}'"))["items"][0]["tso"],
            *value,
            "{typed}"
        );
    }
}

/// What is printed in any format is read again as the same moment.
#[test]
fn what_tso_prints_it_reads() {
    for (value, ..) in VECTORS {
        for path in ["{.items[0].tso}", "{.items[0].time}"] {
            let line = format!("tso {value} -o jsonpath='{path}'");
            let printed = program::run(&line).printed(&line);
            let again = tso(&format!("'{}'", printed.trim()));
            assert_eq!(
                again["items"][0]["time"],
                tso(value)["items"][0]["time"],
                "{path}"
            );
        }
    }
}

#[test]
fn several_values_durations_and_now() {
    let list = tso("436569119308644661 2022-10-10T05:17:05.683Z");
    assert_eq!(list["kind"], "TsoList");
    assert_eq!(list["items"][0]["time"], list["items"][1]["time"]);
    assert_eq!(list["items"][1]["tso"], "436569119308644352");
    let ages = tso("now 1h 1d");
    let value = |index: usize| {
        ages["items"][index]["tso"]
            .as_str()
            .and_then(|text| text.parse::<u64>().ok())
            .expect("a TSO")
    };
    // The clock goes on between two values.
    let apart = |index: usize, millis: u64| {
        (millis - 60_000..=millis).contains(&((value(0) - value(index)) >> 18))
    };
    assert!(apart(1, 3_600_000), "{ages}");
    assert!(apart(2, 86_400_000), "{ages}");
    assert_eq!(tso("")["items"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_table_of_tso() {
    let line = "tso 436569119308644661 --utc";
    let printed = program::run(line).printed(line);
    let lines: Vec<&str> = printed.lines().collect();
    assert!(lines[0].starts_with("TSO "), "{printed}");
    assert!(
        lines[1].starts_with("436569119308644661") && lines[1].contains("2022-10-10T05:17:05Z"),
        "{printed}"
    );
}

#[test]
fn the_version_of_the_client_alone() {
    let line = "version --client";
    let printed = program::run(line).printed(line);
    assert_eq!(
        printed,
        format!("Client Version: v{}\n", env!("CARGO_PKG_VERSION"))
    );
    let line = "version --client -o json";
    let printed: Value =
        serde_json::from_str(&program::run(line).printed(line)).expect("it is JSON");
    assert_eq!(
        printed["clientVersion"],
        format!("v{}", env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(printed["serverVersion"], Value::Null);
    assert_eq!(printed["operators"], json!([]));
}

/// Each script belongs to the executable and asks it, so that it offers the flags and commands of the version that is installed.
#[test]
fn completion_scripts() {
    for (shell, mark) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef kubectl-tidb_br"),
        ("fish", "complete -c kubectl-tidb_br"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let line = format!("completion {shell}");
        let printed = program::run(&line).printed(&line);
        for mark in [mark, "kubectl-tidb_br", "__complete"] {
            assert!(printed.contains(mark), "{shell}: no {mark}");
        }
    }
    for (line, offered) in [
        ("__complete log tru", "truncate"),
        ("__complete backup create --storage-s", "--storage-secret"),
    ] {
        let answer = program::run(line).stdout;
        assert!(answer.contains(offered), "{line}: {answer}");
    }
}
