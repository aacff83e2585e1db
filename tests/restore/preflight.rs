//! What makes a restore fail later is found before it is created.

use sandbox::operator::Dialect;
use serde_json::json;

use super::scene::{Scene, tso, verdict};

#[test]
fn findings_on_the_target() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let scene = Scene::new(dialect);
        scene.history();
        let enforce = |rest: &str| {
            scene.plugin.line(&format!(
                "restore create r --from-backup s30 --preflight=enforce {rest}"
            ))
        };
        enforce("--cluster fresh")
            .exits(5)
            .one_error()
            .says("ServiceAccount tidb-backup-manager")
            .says("Secret s3-secret does not exist");
        scene.place.equip();
        enforce("--cluster nope")
            .exits(5)
            .says("nope does not exist");
        // Log l2 runs on cluster basic.
        enforce("--cluster basic")
            .exits(5)
            .says("l2")
            .says("is active on basic");
        let into_fresh =
            json!({"br": {"cluster": "fresh"}, "s3": {"provider": "aws", "bucket": "b"}});
        scene.put_restore(
            "busy",
            &into_fresh,
            &json!({"phase": "Running", "timeStarted": null, "timeCompleted": null}),
        );
        enforce("--cluster fresh")
            .exits(5)
            .says("busy")
            .says("restores into fresh already");
        scene.delete_restore("busy");
        scene.put_restore("over", &into_fresh, &verdict("Complete"));
        scene.put_restore("broken", &into_fresh, &verdict("Failed"));
        assert_eq!(scene.place.written(), []);
        let made = enforce("--cluster fresh").exits(0).says("broken");
        assert!(!made.stderr.contains("over"), "{made}");
    }
}

/// By default findings are said and nothing is refused.
#[test]
fn a_backup_that_is_not_complete_is_named() {
    let scene = Scene::new(Dialect::V2);
    scene.place.equip();
    let spec = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b", "secretName": "s3-secret"}});
    scene.api().create("half", &spec, &verdict("Failed"));
    let line = "restore create r --from-backup half --cluster fresh";
    scene
        .plugin
        .line(&format!("{line} --preflight=enforce"))
        .exits(5)
        .says("half is not complete (Failed)");
    scene
        .plugin
        .line(line)
        .exits(0)
        .says("half is not complete (Failed)");
    let line = format!(
        "restore create q --from-backup half --cluster fresh --to {}",
        tso(50)
    );
    scene.plugin.line(&line).exits(10).one_error();
}

/// A backup that reaches its storage by its account: the restore does not, unless told.
#[test]
fn other_ways_to_authorize_are_named() {
    let scene = Scene::new(Dialect::V2);
    let spec = json!({"br": {"cluster": "basic"}, "serviceAccount": "irsa", "s3": {"provider": "aws", "bucket": "b"}});
    scene.api().create("s", &spec, &verdict("Complete"));
    let line = "restore create r --from-backup s --cluster fresh --dry-run=client";
    scene.plugin.line(line).exits(0).says("--service-account");
    let told = scene
        .plugin
        .line(&format!("{line} --service-account irsa"))
        .exits(0);
    assert!(!told.stderr.contains("without a Secret"), "{told}");
}

#[test]
fn v2_restores_only_in_the_namespace_of_the_cluster() {
    let scene = Scene::new(Dialect::V2);
    scene.snapshot("s", 20);
    let line = "restore create r --from-backup s --cluster fresh --cluster-namespace elsewhere";
    scene.plugin.line(line).exits(8).one_error();
    assert_eq!(scene.place.written(), []);
}
