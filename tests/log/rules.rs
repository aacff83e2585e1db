//! Safety rules: each refuses with its name, and `--allow` lifts that one and no other.

use sandbox::operator::Dialect;
use serde_json::{Value, json};

use super::situations::{Moments, condition, status, sub};
use crate::support::{Place, tso_ago};

/// A log backup that was paused so many hours ago.
fn paused_for(place: &Place, hours: i64) {
    let mut pause = sub("log-pause", "Complete");
    let since = chrono::Utc::now() - chrono::TimeDelta::hours(hours);
    pause["timeCompleted"] = json!(since.format("%Y-%m-%dT%H:%M:%SZ").to_string());
    let paused = status(
        "Paused",
        Moments::now(),
        &[sub("log-start", "Complete"), pause],
    );
    let wanted = json!({"logSubcommand": "log-pause"});
    place.api().create_log("l1", &wanted, &paused);
}

#[test]
fn expired_resume() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        paused_for(&place, 25);
        let plugin = place.plugin();
        for verb in ["resume", "start"] {
            let refused = plugin.line(&format!("log {verb} l1")).exits(5).one_error();
            assert!(refused.error().contains("expired-resume"), "{refused}");
            plugin.line(&format!("log {verb} l1 --yes")).exits(5);
        }
        assert!(place.written().is_empty());
        let lifted = plugin
            .line("log resume l1 --allow expired-resume --wait=false")
            .exits(0);
        lifted
            .says("Warning: ")
            .prints(&format!("{} patched", place.named("l1")));

        let place = Place::new(dialect);
        paused_for(&place, 23);
        place.plugin().line("log resume l1 --wait=false").exits(0);
    }
}

#[test]
fn unrestorable() {
    let place = Place::new(Dialect::V1);
    let running = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
    place
        .api()
        .create_log("l1", &json!({"logSubcommand": "log-start"}), &running);
    let plugin = place.plugin();
    let none = plugin
        .line("log truncate l1 --to-oldest-snapshot -y")
        .exits(5)
        .one_error();
    assert!(none.error().contains("no complete snapshot"), "{none}");

    let complete = json!({"phase": "Complete", "commitTs": tso_ago(5000).to_string(),
                          "conditions": [condition("Complete", "Complete", "")]});
    let snapshot = |cluster: &str| json!({"br": {"cluster": cluster}, "s3": {"provider": "aws", "bucket": "b", "prefix": cluster}});
    place
        .api()
        .create("of-another-cluster", &snapshot("other"), &complete);
    plugin
        .line("log truncate l1 --keep 1h -y --dry-run=server")
        .exits(0);
    place.api().create("s1", &snapshot("basic"), &complete);
    let line = "log truncate l1 --keep 1h -y --wait=false";
    let refused = plugin.line(line).exits(5).one_error();
    assert!(
        refused.error().contains("unrestorable") && refused.error().contains("s1"),
        "{refused}"
    );
    plugin.line(&format!("{line} --allow second-task")).exits(2);
    assert!(place.written().is_empty());
    plugin
        .line(&format!("{line} --allow unrestorable"))
        .exits(0)
        .says("Warning: ");
}

#[test]
fn second_task_and_names_that_begin_alike() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        let running = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
        place
            .api()
            .create_log("daily", &json!({"logSubcommand": "log-start"}), &running);
        let start = |name: &str, rest: &str| {
            let line = format!(
                "log start {name} --cluster basic --storage s3://b/{name} --dry-run=server {rest}"
            );
            place.plugin().line(&line)
        };
        let refused = start("other", "").exits(5).one_error();
        assert!(
            refused.error().contains("second-task") && refused.error().contains("daily"),
            "{refused}"
        );
        start("other", "--allow expired-resume --yes").exits(5);
        start("other", "--allow second-task")
            .exits(0)
            .says("Warning: ");
        for name in ["daily-2", "dai"] {
            let warned = start(name, "--allow second-task").exits(0);
            assert!(warned.stderr.matches("Warning: ").count() >= 2, "{warned}");
            assert!(warned.stderr.contains("begin alike"), "{warned}");
        }
        // A stopped one, and one of another cluster, hold no task.
        place
            .api()
            .patch_status("daily", &json!({"phase": "Stopped"}));
        start("other", "").exits(0);
        assert!(place.written().is_empty());
    }
}

#[test]
fn no_rule_lifts_an_illegal_transition() {
    let place = Place::new(Dialect::V2);
    let stopped = status("Stopped", Moments::now(), &[sub("log-stop", "Complete")]);
    place
        .api()
        .create_log("l1", &json!({"logSubcommand": "log-stop"}), &stopped);
    place.api().create_log("l2", &json!({}), &Value::Null);
    // Each with all rules that the command knows.
    for line in [
        "log pause l1",
        "log resume l1 --allow expired-resume",
        "log start l1 --allow expired-resume --allow second-task",
        "log pause l2",
        "log stop l2",
    ] {
        for mode in ["none", "client", "server"] {
            let line = format!("{line} --yes --dry-run={mode}");
            place.plugin().line(&line).exits(5).one_error();
        }
    }
    assert!(place.written().is_empty());
}

/// For GitOps: the manifest in the file is edited and printed; nothing is asked.
#[test]
fn a_manifest_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("log.yaml");
    let plugin = crate::support::Plugin::alone();
    let start = "log start l1 -n tidb --cluster basic --storage s3://b/l1 --dry-run=client -o yaml";
    std::fs::write(&file, plugin.line(start).exits(0).stdout).unwrap();
    let rows = [
        ("pause", "logSubcommand", "log-pause"),
        ("stop --yes", "logSubcommand", "log-stop"),
        (
            "truncate --until 436569119308644661",
            "logTruncateUntil",
            "436569119308644661",
        ),
    ];
    for (verb, field, value) in rows {
        let line = format!("log {verb} -f {} --dry-run=client -o yaml", file.display());
        let edited = plugin.line(&line).exits(0).yaml();
        assert_eq!(edited["spec"][field], value, "{verb}");
        assert_eq!(edited["metadata"]["namespace"], "tidb");
        assert_eq!(edited["spec"]["s3"]["bucket"], "b");
        let without = format!("log {verb} -f {}", file.display());
        plugin.line(&without).exits(2).one_error();
    }
}

/// The cluster that an edited manifest is applied to may stand elsewhere, so that the manifest says what it wants.
#[test]
fn an_edited_manifest_names_its_sub_command() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("log.yaml");
    let plugin = crate::support::Plugin::alone();
    let until = "truncate --until 436569119308644661";
    let rows = [
        (json!({}), "resume", json!("log-start")),
        (json!({}), "pause", json!("log-pause")),
        (json!({}), until, json!(null)),
        (json!({"logStop": false}), "resume", json!("log-start")),
        (json!({"logStop": true}), "stop", json!("log-stop")),
        (json!({"logStop": true}), until, json!("log-stop")),
        (
            json!({"logSubcommand": "log-pause"}),
            until,
            json!("log-pause"),
        ),
    ];
    for (spec, verb, wanted) in rows {
        let mut document = json!({
            "apiVersion": "br.pingcap.com/v1alpha1", "kind": "Backup", "metadata": {"name": "l1"},
            "spec": {"backupMode": "log", "br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b"}},
        });
        for (field, value) in spec.as_object().unwrap() {
            document["spec"][field] = value.clone();
        }
        std::fs::write(&file, document.to_string()).unwrap();
        let line = format!("log {verb} -f {} --dry-run=client -o json", file.display());
        let edited = plugin.line(&line).exits(0).json();
        assert_eq!(edited["spec"]["logSubcommand"], wanted, "{verb} {spec}");
        assert!(edited["spec"].get("logStop").is_none(), "{verb} {spec}");
    }
}

/// Whoever asks for too much is told what would be right, and not what was just refused.
#[test]
fn a_truncation_past_the_checkpoint() {
    let place = Place::new(Dialect::V2);
    let mut running = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
    running["logCheckpointTs"] = json!(tso_ago(600).to_string());
    place.api().create_log("l1", &json!({}), &running);
    let snapshot = json!({
        "phase": "Complete",
        "commitTs": tso_ago(60).to_string(),
        "conditions": [condition("Complete", "Complete", "")],
    });
    let spec = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b"}});
    place.api().create("s1", &spec, &snapshot);
    let way = "log truncate l1 -n NS --to-oldest-snapshot";
    let rows = [
        (format!("--until {}", tso_ago(-3600)), way),
        (format!("--until {}", tso_ago(300)), way),
        ("--keep 1m".to_owned(), way),
        (
            "--to-oldest-snapshot".to_owned(),
            "kubectl tidb-br log status l1 -n NS",
        ),
    ];
    for (target, hint) in rows {
        let line = format!("log truncate l1 {target} --yes");
        let refused = place.plugin().line(&line).exits(5).one_error();
        let hint = hint.replace("NS", &place.namespace);
        assert!(refused.hints().concat().contains(&hint), "{refused}");
    }
    assert!(place.written().is_empty());
}

/// A truncation that waits behind a pause, or that the operator has not taken up yet, counts as running: another target would replace it
/// without a word, and whoever waits for the first one would wait for ever.
#[test]
fn a_truncation_that_is_only_asked_for_is_not_overwritten() {
    let moments = Moments::now();
    let (first, second) = (moments.cut, moments.cut + (60_000 << 18));
    for (dialect, before) in [
        (Dialect::V2, "log pause l1 --wait=false"),
        (Dialect::V1, "log pause l1 --wait=false"),
        (Dialect::V2, ""),
        (Dialect::V1LogStop, ""),
    ] {
        let place = Place::new(dialect);
        let running = status("Running", moments, &[sub("log-start", "Complete")]);
        place
            .api()
            .create_log("l1", &json!({"logSubcommand": "log-start"}), &running);
        let plugin = place.plugin();
        if !before.is_empty() {
            plugin.line(before).exits(0);
        }
        let truncate = |target: u64| {
            let line = format!("log truncate l1 --until {target} --yes --wait=false");
            plugin.line(&line)
        };
        truncate(first)
            .exits(0)
            .prints(&format!("{} patched", place.named("l1")));
        let refused = truncate(second).exits(5).one_error();
        let error = refused.error();
        assert!(error.contains("another truncation, until 20"), "{refused}");
        assert!(error.contains(&first.to_string()), "{refused}");
        let again = truncate(first).exits(0);
        again.prints(&format!("{} patched (no change)", place.named("l1")));
        let wanted = &place.api().get("l1")["spec"]["logTruncateUntil"];
        assert_eq!(*wanted, first.to_string(), "{dialect:?} {before}");
    }
}
