//! How restores end, with the operator at work; and how they are shown.

use sandbox::operator::{Dialect, Mode};
use serde_json::{Value, json};

use super::scene::{Scene, tso, verdict};

const LINES: [Dialect; 2] = [Dialect::V2, Dialect::V1];

#[test]
fn complete_failed_and_timed_out() {
    for dialect in LINES {
        let scene = Scene::new(dialect);
        scene.place.equip();
        scene.snapshot("s", 20);
        let operator = scene.place.operator();
        let create = |name: &str| {
            scene.plugin.line(&format!(
                "restore create {name} --from-backup s --cluster fresh --wait"
            ))
        };
        create("good")
            .exits(0)
            .prints(&format!("{} complete", scene.named("good")));
        operator.set_mode("restore-bad", Mode::BrFail("no such bucket".to_owned()));
        create("bad")
            .exits(3)
            .says("RestoreDataFromRemoteFailed")
            .says("no such bucket");
        operator.set_mode("restore-dead", Mode::Die);
        create("dead").exits(3);
        operator.hold("restore-slow");
        scene
            .plugin
            .line("restore create slow --from-backup s --cluster fresh --preflight=off")
            .exits(0);
        scene
            .plugin
            .line("restore wait slow --timeout 1s")
            .exits(4)
            .says("timed out");
        scene.plugin.line("restore wait slow --timeout 0").exits(4);
        let waiting = scene
            .plugin
            .start(&["restore", "wait", "slow", "good", "bad"]);
        assert!(operator.let_finish(&scene.place.namespace, "restore-slow"));
        waiting.finish().exits(3).prints(&format!(
            "{} complete\n{} complete",
            scene.named("slow"),
            scene.named("good")
        ));
        let json = scene
            .plugin
            .line("restore wait good -o json")
            .exits(0)
            .json();
        assert_eq!(json["metadata"]["name"], "good");
        scene.plugin.line("restore wait nope").exits(1).one_error();
    }
}

#[test]
fn running_and_deleted() {
    for dialect in LINES {
        let scene = Scene::new(dialect);
        scene.place.equip();
        scene.snapshot("s", 20);
        let operator = scene.place.operator();
        operator.set_mode("restore-r", Mode::Hang);
        scene
            .plugin
            .line("restore create r --from-backup s --cluster fresh")
            .exits(0);
        scene
            .plugin
            .line("restore wait r --for running")
            .exits(0)
            .prints(&format!("{} running", scene.named("r")));
        let mut deleted = scene
            .plugin
            .start(&["restore", "wait", "r", "--for", "deleted"]);
        let mut complete = scene.plugin.start(&["restore", "wait", "r"]);
        deleted.until_said("Running");
        complete.until_said("Running");
        // v2 keeps its finalizer until the restore is over or deleted; v1 has none.
        let finalizers = scene.restore("r")["metadata"].get("finalizers").cloned();
        assert_eq!(
            finalizers,
            (dialect == Dialect::V2).then(|| json!(["pingcap.com/finalizer"]))
        );
        scene.delete_restore("r");
        if dialect == Dialect::V2 {
            // Deleting cancels nothing: the Restore is held until its Job has ended.
            assert!(scene.restore("r")["metadata"]["deletionTimestamp"].is_string());
            assert!(operator.let_finish(&scene.place.namespace, "restore-r"));
        }
        deleted
            .finish()
            .exits(0)
            .prints(&format!("{} deleted", scene.named("r")));
        match dialect {
            Dialect::V2 => complete.finish().exits(0),
            _ => complete.finish().exits(3).says("deleted"),
        };
    }
}

/// What is tried again is no end: the Secret comes late.
#[test]
fn a_refusal_that_is_tried_again_is_waited_for() {
    for dialect in LINES {
        let scene = Scene::new(dialect);
        scene.snapshot("s", 20);
        let _operator = scene.place.operator();
        scene
            .plugin
            .line("restore create r --from-backup s --cluster fresh --preflight=off")
            .exits(0);
        let mut waiting = scene.plugin.start(&["restore", "wait", "r"]);
        waiting.until_said("RetryFailed: GetS3SecretFailed");
        scene.place.equip();
        waiting
            .finish()
            .exits(0)
            .prints(&format!("{} complete", scene.named("r")));
    }
}

/// Failed is the end, whatever the cleaning up of v1 makes of the phase afterwards; and the reason stays BR's.
#[test]
fn a_prune_is_neither_the_end_nor_a_success() {
    let scene = Scene::new(Dialect::V1);
    scene.place.equip();
    scene.snapshot("s", 20);
    let operator = scene.place.operator();
    operator.set_mode("restore-r", Mode::BrFail("no such bucket".to_owned()));
    operator.hold("restore-r-prune");
    scene
        .plugin
        .line("restore create r --from-backup s --cluster fresh --prune afterFailed")
        .exits(0);
    let rows = [("PruneScheduled", "restore-r-prune"), ("PruneComplete", "")];
    for (phase, held) in rows {
        scene.reaches("r", phase);
        for until in ["complete", "running"] {
            scene
                .plugin
                .line(&format!("restore wait r --for {until} --timeout 8s"))
                .exits(3)
                .says("RestoreDataFromRemoteFailed: no such bucket");
        }
        if !held.is_empty() {
            assert!(operator.let_finish(&scene.place.namespace, held));
        }
    }
}

/// With a `backoffLimit` the first Pod's failure stays among the conditions of a Restore that is complete.
#[test]
fn a_later_pod_that_succeeds_wins() {
    for dialect in LINES {
        let scene = Scene::new(dialect);
        scene.place.equip();
        scene.snapshot("s", 20);
        let operator = scene.place.operator();
        operator.next_job_of("restore-r", Mode::BrFail("connection reset".to_owned()));
        operator.hold("restore-r");
        scene
            .plugin
            .line("restore create r --from-backup s --cluster fresh --backoff-limit 1")
            .exits(0);
        scene.reaches("r", "Failed");
        let mut waiting = scene.plugin.start(&["restore", "wait", "r"]);
        waiting.until_said("connection reset; its Job may try again");
        assert!(operator.let_finish(&scene.place.namespace, "restore-r"));
        waiting.finish().exits(0);
        let kinds = scene.restore("r")["status"]["conditions"].to_string();
        assert!(kinds.contains("Failed"), "{kinds}");
    }
}

/// The end is when the Job gives up.
#[test]
fn the_last_pod_that_fails_is_the_end() {
    for dialect in LINES {
        let scene = Scene::new(dialect);
        scene.place.equip();
        scene.snapshot("s", 20);
        let operator = scene.place.operator();
        operator.set_mode("restore-r", Mode::BrFail("no such bucket".to_owned()));
        scene
            .plugin
            .line("restore create r --from-backup s --cluster fresh --backoff-limit 1 --wait")
            .exits(3)
            .says("no such bucket");
        let job = format!(
            "/apis/batch/v1/namespaces/{}/jobs/restore-r",
            scene.place.namespace
        );
        let job = scene.place.api().ask("GET", &job, &Value::Null);
        let ends = job["status"]["conditions"].to_string();
        assert!(ends.contains("BackoffLimitExceeded"), "{job}");
    }
}

/// A restore into a cluster whose changes are copied fails in BR; one to a moment ends with the moment in its row.
#[test]
fn points_in_time() {
    for dialect in LINES {
        let scene = Scene::new(dialect);
        scene.place.equip();
        scene.snapshot("s", 20);
        scene.log("l", "Running", 10, 50);
        let _operator = scene.place.operator();
        let to = format!("--cluster-from basic --to {}", tso(40));
        scene
            .plugin
            .line(&format!(
                "restore create into-basic {to} --cluster basic --wait"
            ))
            .exits(3)
            .says("ErrStreamLogTaskExist");
        scene
            .plugin
            .line(&format!("restore create r {to} --cluster fresh --wait"))
            .exits(0);
        let row = scene
            .plugin
            .line("restore list --no-headers --utc")
            .exits(0);
        let row = row
            .stdout
            .lines()
            .find(|line| line.starts_with("r "))
            .unwrap()
            .to_owned();
        for cell in ["pitr", "fresh", "Complete", "2026-01-01T00:40:00Z", "100%"] {
            assert!(row.contains(cell), "{cell}: {row}");
        }
        let shown = scene.plugin.line("restore show r --utc").exits(0);
        for text in [
            format!("({})", tso(40)),
            "s3://b/full/s".to_owned(),
            "s3://b/log/l".to_owned(),
            "Full Restore".to_owned(),
        ] {
            assert!(shown.stdout.contains(&text), "{text}: {shown}");
        }
    }
}

/// What the operator marks Invalid; and the gate of v1, which is told while waiting since the object says nothing.
#[test]
fn invalid_and_gated() {
    for dialect in LINES {
        let scene = Scene::new(dialect);
        scene.place.equip();
        let _operator = scene.place.operator();
        let neither = json!({"br": {"cluster": "fresh"}, "s3": {"provider": "aws", "bucket": "b"}, "restoreMode": "pitr"});
        scene.put_restore("neither", &neither, &json!({}));
        scene
            .plugin
            .line("restore wait neither")
            .exits(3)
            .says("InvalidSpec");
        if dialect == Dialect::V1 {
            let mut gated = neither.clone();
            gated["logRestoreStartTs"] = json!("1");
            scene.put_restore("gated", &gated, &json!({}));
            scene
                .plugin
                .line("restore wait gated --timeout 8s")
                .exits(4)
                .says("br.clusterNamespace");
        }
    }
}

#[test]
fn lists() {
    let scene = Scene::both(Dialect::V2);
    let into = |cluster: &str| json!({"br": {"cluster": cluster}, "s3": {"provider": "aws", "bucket": "b", "prefix": "p"}});
    scene
        .plugin
        .line("restore list")
        .exits(0)
        .prints("")
        .says("No resources found");
    scene.put_restore("b", &into("fresh"), &verdict("Complete"));
    scene.put_restore("a", &into("basic"), &verdict("Failed"));
    let names = scene.plugin.line("restore list -o name").exits(0);
    names.prints("restore.br.pingcap.com/a\nrestore.br.pingcap.com/b");
    scene
        .plugin
        .line("restore list --cluster fresh -o name")
        .exits(0)
        .prints("restore.br.pingcap.com/b");
    let wide = scene.plugin.line("restore list -o wide").exits(0);
    for text in [
        "NAME",
        "MODE",
        "CLUSTER",
        "STATUS",
        "RESTORED-TO",
        "PROGRESS",
        "AGE",
        "STORAGE",
        "s3://b/p",
        "OPERATOR",
        "v2",
        "Failed",
    ] {
        assert!(wide.stdout.contains(text), "{text}: {wide}");
    }
    assert_eq!(
        scene.plugin.line("restore list -o json").exits(0).json()["items"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    let shown = scene.plugin.line("restore show a nope b").exits(1);
    assert!(shown.stdout.contains("because"), "{shown}");
}
