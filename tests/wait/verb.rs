//! `backup wait` and `log wait`.

use sandbox::operator::{Dialect, Mode};
use serde_json::{Value, json};

use crate::support::{Place, log_spec, tso_ago};

fn snapshot() -> Value {
    json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b", "prefix": "p"}})
}

fn condition(kind: &str) -> Value {
    json!({"phase": kind, "conditions": [{"type": kind, "status": "True", "reason": "Why", "message": "because",
        "lastTransitionTime": "2026-01-01T00:00:00Z"}]})
}

/// One look each: the object, the words after `wait`, the exit code, and what is said.
#[test]
fn one_look_at_every_state() {
    let place = Place::new(Dialect::V2);
    let api = place.api();
    let start = tso_ago(60).to_string();
    let sub = |command: &str, phase: &str| {
        json!({"phase": "Running", "commitTs": start,
            "logSubCommandStatuses": {command: {"command": command, "phase": phase, "logTruncatingUntil": "5"}}})
    };
    let log = |name: &str, spec: Value, status: Value| api.create(name, &log_spec(&spec), &status);
    api.create("good", &snapshot(), &condition("Complete"));
    api.create("bad", &snapshot(), &condition("Failed"));
    api.create("busy", &snapshot(), &condition("Running"));
    api.create("new", &snapshot(), &Value::Null);
    log("log-new", json!({}), json!({"phase": "Prepare"}));
    log(
        "log-on",
        json!({}),
        json!({"phase": "Running", "commitTs": start}),
    );
    log(
        "log-off",
        json!({"logSubcommand": "log-pause"}),
        json!({"phase": "Paused", "commitTs": start}),
    );
    log(
        "log-end",
        json!({"logSubcommand": "log-stop"}),
        json!({"phase": "Stopped", "commitTs": start}),
    );
    log("log-bad", json!({}), condition("Failed"));
    let because = |phase: &str, reason: &str, message: &str| {
        json!({"phase": phase, "commitTs": start, "conditions": [{"type": phase, "status": "True", "reason": reason,
            "message": message, "lastTransitionTime": "2026-01-01T00:00:00Z"}]})
    };
    log(
        "log-lost",
        json!({"logSubcommand": "log-start"}),
        because("Failed", "LogBackupTaskNotFound", "not found"),
    );
    log(
        "log-error",
        json!({"logSubcommand": "log-start"}),
        because("RetryFailed", "LogBackupErrorPaused", "disk full"),
    );
    log(
        "log-pausing",
        json!({"logSubcommand": "log-pause"}),
        sub("log-pause", "Running"),
    );
    log(
        "log-stopping",
        json!({"logSubcommand": "log-stop"}),
        sub("log-stop", "Running"),
    );
    let mut resuming = sub("log-resume", "Running");
    resuming["phase"] = json!("Paused");
    log(
        "log-resuming",
        json!({"logSubcommand": "log-start"}),
        resuming,
    );
    log(
        "cut",
        json!({"logTruncateUntil": "5"}),
        sub("log-truncate", "Complete"),
    );
    log(
        "cutting",
        json!({"logTruncateUntil": "5"}),
        sub("log-truncate", "Running"),
    );
    log(
        "uncut",
        json!({"logTruncateUntil": "5"}),
        sub("log-truncate", "Failed"),
    );
    let rows = [
        ("backup wait good", 0, "good complete"),
        ("backup wait good --for running", 0, "good running"),
        ("backup wait bad", 3, "failed: Why: because"),
        ("backup wait busy", 4, "last seen: Running"),
        ("backup wait busy --for running", 0, "busy running"),
        ("backup wait new", 4, "no phase yet"),
        ("backup wait good --for paused", 2, "is not a log backup"),
        ("backup wait good --for deleted", 4, "last seen: Complete"),
        ("backup wait none --for deleted", 0, "none deleted"),
        ("backup wait none", 1, "not found"),
        ("backup wait log-on", 0, "log-on running"),
        ("backup wait good --for done", 2, "invalid value"),
        ("backup wait", 2, "NAME"),
        ("backup wait -l no=such", 1, "no backups with no=such"),
        ("log wait good", 2, "is not a log backup"),
        ("log wait log-new", 4, "last seen: Prepare"),
        ("log wait log-on", 0, "log-on running"),
        (
            "log wait log-off",
            3,
            "it is paused, and its spec asks for log-pause",
        ),
        ("log wait log-off --for paused", 0, "log-off paused"),
        ("log wait log-on --for paused", 4, "last seen: Running"),
        ("log wait log-end --for paused", 3, "it is stopped"),
        ("log wait log-end", 3, "it is stopped"),
        ("log wait log-end --for running", 3, "it is stopped"),
        ("backup wait log-end", 3, "it is stopped"),
        ("backup wait log-off", 3, "it is paused"),
        ("log wait log-lost", 3, "LogBackupTaskNotFound"),
        ("log wait log-error", 3, "disk full"),
        ("log wait log-pausing", 3, "its spec asks for log-pause"),
        ("log wait log-pausing --for paused", 4, "log-pause Running"),
        ("log wait log-stopping", 3, "it is being stopped"),
        ("log wait log-resuming", 4, "log-resume Running"),
        ("log wait log-end --for stopped", 0, "log-end stopped"),
        ("log wait log-off --for stopped", 4, "last seen: Paused"),
        ("log wait log-bad", 3, "Failed"),
        ("log wait log-bad --for stopped", 3, "Failed"),
        ("log wait log-on --for complete", 2, "no end of its own"),
        ("log wait cut --for truncated", 0, "cut truncated"),
        (
            "log wait cutting --for truncated",
            4,
            "log-truncate Running",
        ),
        ("log wait uncut --for truncated", 3, "log-truncate Failed"),
        (
            "log wait log-on --for truncated",
            2,
            "logTruncateUntil is not set",
        ),
    ];
    for (line, code, said) in rows {
        let output = place
            .plugin()
            .line(&format!("{line} --timeout 0"))
            .exits(code);
        let text = format!("{}{}", output.stdout, output.stderr);
        assert!(text.contains(said), "no {said:?}: {output}");
        match code {
            0 => assert_eq!(output.stdout.lines().count(), 1, "{output}"),
            _ => drop(output.one_error()),
        }
    }
    assert_eq!(place.written(), []);
}

#[test]
fn several_names_go_on_after_a_failure() {
    let place = Place::new(Dialect::V2);
    let api = place.api();
    let labelled = |name: &str, status: Value| {
        let metadata = json!({"name": name, "labels": {"set": "one"}});
        api.create_with(metadata, &snapshot(), &status);
    };
    labelled("a", condition("Running"));
    labelled("b", condition("Failed"));
    labelled("c", condition("Complete"));
    for which in ["a b c", "-l set=one"] {
        let line = format!("backup wait {which} --timeout 0");
        let output = place.plugin().line(&line).exits(4);
        assert_eq!(
            output.stdout,
            format!("{} complete\n", place.named("c")),
            "{output}"
        );
        let errors = output
            .stderr
            .lines()
            .filter(|line| line.starts_with("error: "));
        assert_eq!(errors.count(), 2, "{output}");
    }
    place
        .plugin()
        .line("backup wait none b --timeout 0")
        .exits(1);
    // With -o the object comes also when it failed.
    let output = place.plugin().line("backup wait b -o json").exits(3);
    assert_eq!(output.json()["metadata"]["name"], "b", "{output}");
}

/// Follows the operator to the end.
#[test]
fn until_the_operator_is_done() {
    for dialect in [Dialect::V2, Dialect::V1, Dialect::V1LogStop] {
        let place = Place::new(dialect);
        let operator = place.operator();
        let plugin = place.plugin();
        let named = |word: &str, name: &str| format!("{} {word}", place.named(name));
        let storage = "--cluster basic --storage s3://b/{name} --preflight=off";
        plugin
            .line(&format!("backup create one {storage}"))
            .exits(0);
        plugin
            .line("backup wait one --timeout 60s")
            .exits(0)
            .prints(&named("complete", "one"));
        operator.next_job_of("backup-two", Mode::BrFail("no space".to_owned()));
        plugin
            .line(&format!("backup create two {storage}"))
            .exits(0);
        plugin
            .line("backup wait two --timeout 60s")
            .exits(3)
            .says("no space");
        plugin
            .line(&format!("log start l {storage} --wait=false"))
            .exits(0);
        plugin
            .line("log wait l --timeout 60s")
            .exits(0)
            .prints(&named("running", "l"));
        plugin.line("log stop l --yes --wait=false").exits(0);
        plugin
            .line("log wait l --for stopped --timeout 60s")
            .exits(0)
            .prints(&named("stopped", "l"));
        let waiting = plugin.start(&[
            "backup",
            "wait",
            "l",
            "--for",
            "deleted",
            "--timeout",
            "60s",
        ]);
        place.api().delete("l");
        waiting.finish().exits(0).prints(&named("deleted", "l"));
    }
}
