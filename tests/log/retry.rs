//! A sub-command that failed stays failed through every toggle, and only `--retry-failed` helps
//! (docs/operators.md, "A failed sub-command stays failed", "Clearing the sub-status runs it again").

use sandbox::operator::{Dialect, Mode};
use serde_json::json;

use super::life::{START, started};
use crate::support::{Place, Write, tso_ago};

/// How a sub-command fails: what leads there, the command, the way back and forth that does not help, the end of the retry.
struct Failing {
    command: &'static str,
    before: &'static [&'static str],
    line: &'static str,
    toggle: &'static [(&'static str, &'static str)],
    done: &'static str,
}

const FAILING: &[Failing] = &[
    Failing {
        command: "log-pause",
        before: &[START],
        line: "log pause l1",
        toggle: &[("log resume l1", "running")],
        done: "paused",
    },
    Failing {
        command: "log-resume",
        before: &[START, "log pause l1"],
        line: "log resume l1",
        toggle: &[("log pause l1", "paused")],
        done: "running",
    },
    Failing {
        command: "log-stop",
        before: &[START],
        line: "log stop l1 --yes",
        toggle: &[("log pause l1", "paused"), ("log resume l1", "running")],
        done: "stopped",
    },
];

fn fails_and_is_retried(dialect: Dialect, failing: &Failing) {
    let place = Place::new(dialect);
    let operator = place.operator();
    let plugin = place.plugin();
    for line in failing.before {
        plugin.line(line).exits(0);
    }
    let job = format!("*-{}", failing.command);
    operator.next_job_of(&job, Mode::BrFail("disk full".to_owned()));
    let failed = plugin.line(failing.line).exits(3).one_error();
    assert!(failed.error().contains("disk full"), "{failed}");
    plugin.line(failing.line).exits(5).one_error();
    for (line, word) in failing.toggle {
        let output = plugin.line(line).exits(0);
        output.prints(&format!("{} {word}", place.named("l1")));
    }
    let sticky = plugin.line(failing.line).exits(5).one_error();
    assert!(sticky.error().contains("stays failed"), "{sticky}");
    assert!(sticky.hints()[0].ends_with("--retry-failed"), "{sticky}");

    let before = place.written().len();
    let retried = plugin
        .line(&format!("{} --retry-failed", failing.line))
        .exits(0);
    retried.prints(&format!("{} {}", place.named("l1"), failing.done));
    clears(dialect, failing.command, &place.written()[before..]);
}

/// v2 clears the status on its subresource, v1 in the one patch of the object.
fn clears(dialect: Dialect, command: &str, written: &[Write]) {
    let cleared = &written[0];
    let body = &cleared.body["status"];
    assert_eq!(body, &json!({"logSubCommandStatuses": {command: null}}));
    match dialect {
        Dialect::V2 => assert!(cleared.status, "{written:?}"),
        _ => assert_eq!((cleared.status, written.len()), (false, 1), "{written:?}"),
    }
    assert!(
        written
            .iter()
            .all(|write| write.tests.is_some() && write.code == 200)
    );
}

#[test]
fn v2_pause_resume_and_stop() {
    FAILING
        .iter()
        .for_each(|failing| fails_and_is_retried(Dialect::V2, failing));
}

#[test]
fn v1_pause_resume_and_stop() {
    FAILING
        .iter()
        .for_each(|failing| fails_and_is_retried(Dialect::V1, failing));
}

#[test]
fn a_failed_start() {
    for dialect in [Dialect::V2, Dialect::V1, Dialect::V1LogStop] {
        let place = Place::new(dialect);
        let operator = place.operator();
        let plugin = place.plugin();
        operator.next_job_of("*-log-start", Mode::BrFail("no permission".to_owned()));
        let failed = plugin.line(START).exits(3).one_error();
        assert!(failed.error().contains("no permission"), "{failed}");
        for line in [
            "log start l1",
            "log stop l1 --yes",
            "log truncate l1 --keep 1h -y",
        ] {
            let refused = plugin.line(line).exits(5).one_error();
            assert!(refused.hints()[0].contains("--retry-failed"), "{refused}");
        }
        let critical = plugin.line("log status l1 --check -o json").exits(7).json();
        let reasons = &critical["items"][0]["reasons"];
        assert!(
            reasons.as_array().unwrap().contains(&json!("TaskFailed")),
            "{reasons}"
        );

        let before = place.written().len();
        let retried = plugin.line("log start l1 --retry-failed").exits(0);
        retried.prints(&format!("{} running", place.named("l1")));
        clears(dialect, "log-start", &place.written()[before..]);

        // Conditions only accumulate: Failed stays True for ever beside a log backup that runs
        // (docs/operators.md, "Conditions are never taken back").
        let conditions = place.api().get("l1")["status"]["conditions"].clone();
        let failed = |condition: &serde_json::Value| {
            condition["type"] == "Failed" && condition["status"] == "True"
        };
        assert!(
            conditions.as_array().unwrap().iter().any(failed),
            "{conditions}"
        );
        let healthy = plugin
            .line("log status l1 --check -o json --max-lag 3h,4h")
            .exits(0)
            .json();
        let item = &healthy["items"][0];
        assert_eq!(
            (&item["state"], &item["health"], &item["reasons"]),
            (&json!("Running"), &json!("ok"), &json!([])),
            "{dialect:?}: {item}"
        );
    }
}

#[test]
fn a_failed_truncation() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        let operator = place.operator();
        let plugin = place.plugin();
        started(&place);
        operator.next_job_of("*-log-truncate", Mode::BrFail("lock file".to_owned()));
        let target = tso_ago(3600);
        let line = format!("log truncate l1 --until {target} --yes");
        plugin.line(&line).exits(3).one_error();
        let sticky = plugin.line(&line).exits(5).one_error();
        assert!(
            sticky.hints()[0].contains(&format!("--until {target}")),
            "{sticky}"
        );
        let before = place.written().len();
        plugin.line(&format!("{line} --retry-failed")).exits(0);
        clears(dialect, "log-truncate", &place.written()[before..]);

        // The failure is sticky for its value only (docs/operators.md, "A failed truncate is sticky for its value").
        operator.next_job_of("*-log-truncate", Mode::BrFail("lock file".to_owned()));
        let next = target + (60_000 << 18);
        plugin
            .line(&format!("log truncate l1 --until {next} -y"))
            .exits(3);
        let other = plugin
            .line(&format!("log truncate l1 --until {} -y", next + 1))
            .exits(0);
        other.prints(&format!("{} truncated", place.named("l1")));
    }
}
