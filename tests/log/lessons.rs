//! What trials with the real operators taught, each lesson by its name.

use sandbox::operator::{Dialect, Mode};
use serde_json::{Value, json};

use super::life::started;
use super::situations::{Moments, condition, status, sub};
use crate::support::{Place, tso_ago};

fn truncate_to(target: u64) -> String {
    format!("log truncate l1 --until {target} --yes")
}

#[test]
fn failed_conditions_of_the_past_do_not_make_a_healthy_log_look_failed() {
    let moments = Moments::now();
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        let mut truncate = sub("log-truncate", "Complete");
        truncate["conditions"] = json!([
            condition("Invalid", "InvalidSpec", "cannot parse ts string"),
            condition("Failed", "TruncateLogBackuFailed", "br exited with 1"),
            condition("Complete", "Complete", ""),
        ]);
        let mut healthy = status(
            "Running",
            moments,
            &[sub("log-start", "Complete"), truncate],
        );
        healthy["conditions"] = json!([
            condition("Failed", "StartLogBackupFailed", "br exited with 1"),
            condition("Running", "Running", ""),
        ]);
        place
            .api()
            .create_log("l1", &json!({"logSubcommand": "log-start"}), &healthy);
        let list = place
            .plugin()
            .line("log status --check -o json")
            .exits(0)
            .json();
        let item = &list["items"][0];
        assert_eq!(
            (&item["state"], &item["health"]),
            (&json!("Running"), &json!("ok")),
            "{item}"
        );
        let table = place.plugin().line("log status").exits(0);
        assert!(
            !table.stdout.contains("Failed") && table.stderr.is_empty(),
            "{table}"
        );
    }
}

#[test]
fn a_truncation_that_is_set_back_is_not_cancelled() {
    let place = Place::new(Dialect::V2);
    let operator = place.operator();
    let plugin = place.plugin();
    started(&place);
    let (first, second, third) = (tso_ago(5400), tso_ago(3600), tso_ago(1800));
    plugin.line(&truncate_to(first)).exits(0);
    operator.next_job_of("*-log-truncate", Mode::Hang);
    plugin
        .line(&format!("{} --wait=false", truncate_to(second)))
        .exits(0);
    place.api().until("l1", |object| {
        object["status"]["logSubCommandStatuses"]["log-truncate"]["phase"] == "Running"
    });
    place.api().patch(
        "l1",
        &json!({"spec": {"logTruncateUntil": first.to_string()}}),
    );

    let item = |line: &str| plugin.line(line).exits(0).json()["items"][0].clone();
    let truncating = item("log status l1 -o json");
    assert_eq!(
        (
            &truncating["state"],
            &truncating["taskState"],
            &truncating["truncatingUntil"]["tso"]
        ),
        (
            &json!("Truncating"),
            &json!("Running"),
            &json!(second.to_string())
        )
    );
    let refused = plugin.line(&truncate_to(third)).exits(5).one_error();
    assert!(refused.error().contains("under way"), "{refused}");

    assert!(operator.let_finish(&place.namespace, "backup-l1-log-truncate"));
    let until = second.to_string();
    place.api().until("l1", |object| {
        object["status"]["logSuccessTruncateUntil"] == until
    });
    let truncated = item("log status l1 -o json");
    assert_eq!(truncated["truncatedUntil"]["tso"], second.to_string());
}

#[test]
fn a_value_at_or_below_the_last_success_is_not_waited_for() {
    for dialect in [Dialect::V2, Dialect::V1, Dialect::V1LogStop] {
        let place = Place::new(dialect);
        let operator = place.operator();
        let plugin = place.plugin();
        started(&place);
        let (below, last) = (tso_ago(5400), tso_ago(3600));
        plugin.line(&truncate_to(last)).exits(0);
        let before = place.written().len();
        operator.hold("*");
        for target in [last, below, tso_ago(7200 * 24)] {
            let output = plugin.line(&truncate_to(target)).exits(0);
            let already = format!("{} already truncated until ", place.named("l1"));
            assert!(output.stdout.starts_with(&already), "{output}");
        }
        assert_eq!(place.written().len(), before);
    }
}

#[test]
fn what_a_truncation_may_not_reach() {
    let place = Place::new(Dialect::V2);
    let moments = Moments::now();
    let running = status("Running", moments, &[sub("log-start", "Complete")]);
    place
        .api()
        .create_log("l1", &json!({"logSubcommand": "log-start"}), &running);
    let snapshot = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b", "prefix": "s"}});
    let oldest = tso_ago(4000);
    for (name, commit) in [
        ("s1", oldest),
        ("s2", tso_ago(2000)),
        ("before-the-log", tso_ago(9000)),
    ] {
        let complete = json!({"phase": "Complete", "commitTs": commit.to_string(),
                              "conditions": [condition("Complete", "Complete", "")]});
        place.api().create(name, &snapshot, &complete);
    }
    let plugin = place.plugin();
    let rows = [
        (truncate_to(tso_ago(30)), 5, "above the checkpoint"),
        (truncate_to(tso_ago(-600)), 5, "in the future"),
        (truncate_to(tso_ago(3000)), 5, "rule unrestorable"),
        (
            "log truncate l1 --keep 50m -y".to_owned(),
            5,
            "rule unrestorable",
        ),
    ];
    for (line, code, error) in rows {
        let output = plugin.line(&line).exits(code).one_error();
        assert!(output.error().contains(error), "{output}");
    }
    assert!(place.written().is_empty());
    let line = "log truncate l1 --to-oldest-snapshot --wait=false -y";
    plugin.line(line).exits(0);
    assert_eq!(
        place.written()[0].body["spec"]["logTruncateUntil"],
        oldest.to_string()
    );
}

#[test]
fn names_of_44_to_46_characters() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        let operator = place.operator();
        let plugin = place.plugin();
        for length in [44, 46] {
            let name = "l".repeat(length);
            let line = format!("log start {name} --cluster basic --storage s3://b/l");
            let refused = plugin.line(&line).exits(5).one_error();
            assert!(refused.error().contains("43"), "{refused}");
        }
        assert!(place.written().is_empty());
        // Made by somebody else it starts, but its truncation never gets a Job: the wait says so.
        let name = "l".repeat(46);
        place.api().create(
            &name,
            &crate::support::log_spec(&json!({"commitTs": tso_ago(7200).to_string()})),
            &Value::Null,
        );
        place.api().until(&name, |object| {
            object["status"]["logCheckpointTs"].is_string()
        });
        let line = format!("log truncate {name} --keep 1h --yes --timeout 4s");
        let output = plugin.line(&line).exits(4).one_error();
        assert!(output.error().contains("CreateBackupJobFailed"), "{output}");
        drop(operator);
        let longest = "l".repeat(43);
        let line =
            format!("log start {longest} --cluster other --storage s3://b/l --dry-run=server");
        plugin.line(&line).exits(0);
    }
}

#[test]
fn azblob_without_a_secret_is_refused() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        for line in [
            "log start l1 --cluster basic --storage azblob://c/p",
            "backup create s1 --cluster basic --storage azure://c/p",
            "backup create s1 --cluster basic --storage azure://c/p --dry-run=client",
        ] {
            let output = place.plugin().line(line).exits(5).one_error();
            assert!(
                output.error().contains("Secret") || output.error().contains("secret"),
                "{output}"
            );
        }
        assert!(place.written().is_empty());
    }
}

#[test]
fn log_start_on_a_stopped_v1_log_would_turn_it_failed() {
    let place = Place::new(Dialect::V1);
    let _operator = place.operator();
    let plugin = place.plugin();
    started(&place);
    plugin.line("log stop l1 --yes").exits(0);
    let before = place.written().len();
    let refused = plugin.line("log start l1").exits(5).one_error();
    assert!(
        refused.hints()[0].contains("log start next-l1"),
        "{refused}"
    );
    assert_eq!(place.written().len(), before);
    assert_eq!(place.api().get("l1")["status"]["phase"], "Stopped");
}

#[test]
fn a_paused_cluster_silences_everything_also_after_it_wakes() {
    let place = Place::new(Dialect::V2);
    let _operator = place.operator();
    let plugin = place.plugin();
    started(&place);
    let cluster = format!(
        "/apis/core.pingcap.com/v1alpha1/namespaces/{}/clusters/basic",
        place.namespace
    );
    let pause = |paused: bool| {
        place
            .api()
            .ask("PATCH", &cluster, &json!({"spec": {"paused": paused}}))
    };
    // A task that runs writes its checkpoint, which wakes the operator sooner or later; a paused one is silent for good.
    plugin.line("log pause l1").exits(0);
    pause(true);
    let mut running = plugin.start(&["log", "resume", "l1"]);
    running.until_said("Cluster basic is paused");
    running.until_said("kubectl patch clusters.core.pingcap.com basic");
    pause(false);
    running.until_said("wake it: kubectl annotate backups.br.pingcap.com l1");
    place.api().patch(
        "l1",
        &json!({"metadata": {"annotations": {"tidb-br/touched": "1"}}}),
    );
    running
        .finish()
        .exits(0)
        .prints(&format!("{} running", place.named("l1")));
}

#[test]
fn log_stop_beside_log_subcommand_is_taken_away_in_the_same_patch() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        let running = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
        place
            .api()
            .create_log("l1", &json!({"logStop": false}), &running);
        let both = place.api().send(
            "PATCH",
            &format!(
                "/apis/{}/namespaces/{}/backups/l1",
                dialect.operator().api_version(),
                place.namespace
            ),
            &json!({"spec": {"logSubcommand": "log-pause"}}),
        );
        assert_eq!(
            both.0, 422,
            "the API server refuses both fields: {}",
            both.1
        );
        place.plugin().line("log pause l1 --wait=false").exits(0);
        assert_eq!(
            place.written()[0].body,
            json!({"spec": {"logStop": null, "logSubcommand": "log-pause"}})
        );
    }
}
