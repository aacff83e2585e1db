//! What is written.

use sandbox::operator::Dialect;
use serde_json::json;

use super::scene::{Scene, tso};

const LINES: [Dialect; 2] = [Dialect::V2, Dialect::V1];

/// The storage is the backup's own, field by field, whatever way leads to it.
#[test]
fn the_storage_of_the_snapshot_is_copied_exactly() {
    for dialect in LINES {
        let scene = Scene::new(dialect);
        scene.history();
        let namespace = &scene.place.namespace;
        let other = format!("{namespace}/s30");
        for (name, from, prefix) in [
            ("a", "--from-backup s30", "full/s30"),
            ("b", &format!("--from-backup {other}"), "full/s30"),
            ("c", "--cluster-from basic", "full/s80"),
            (
                "d",
                &format!("--cluster-from {namespace}/basic"),
                "full/s80",
            ),
            (
                "e",
                &format!("--from-backup backup.{}/s20", dialect.operator().group()),
                "full/s20",
            ),
        ] {
            let line = format!("restore create {name} {from} --cluster fresh --preflight=off");
            scene
                .plugin
                .line(&line)
                .exits(0)
                .prints(&format!("{} created", scene.named(name)));
            let made = scene.restore(name);
            assert_eq!(
                made["spec"]["s3"],
                json!({
                "provider": "ceph", "bucket": "b", "prefix": prefix, "region": "r",
                "endpoint": "http://m:9000", "secretName": "s3-secret", "sse": "AES256"}),
                "{name}"
            );
            assert_eq!(made["spec"]["br"], json!({"cluster": "fresh"}), "{name}");
            assert_eq!(made["spec"].get("backupType"), None, "{name}");
            assert_eq!(made["spec"].get("pitrRestoredTs"), None, "{name}");
        }
    }
}

/// Snapshot and log for a moment; v1 gets the namespace without which it would wait for ever.
#[test]
fn a_moment_gets_both_storages() {
    for dialect in LINES {
        let scene = Scene::new(dialect);
        scene.history();
        let line = format!(
            "restore create r --cluster-from basic --cluster fresh --to {} --preflight=off",
            tso(40)
        );
        scene.plugin.line(&line).exits(0).says("s30").says("l1");
        let spec = scene.restore("r")["spec"].clone();
        assert_eq!(spec["restoreMode"], "pitr");
        assert_eq!(spec["pitrRestoredTs"], tso(40).to_string());
        assert_eq!(spec["s3"]["prefix"], "log/l1");
        assert_eq!(
            spec["pitrFullBackupStorageProvider"]["s3"]["prefix"],
            "full/s30"
        );
        assert_eq!(spec["pitrFullBackupStorageProvider"]["s3"]["sse"], "AES256");
        let namespace = match dialect {
            Dialect::V2 => json!(null),
            _ => json!(scene.place.namespace),
        };
        assert_eq!(spec["br"]["clusterNamespace"], namespace);
    }
}

/// A snapshot of a schedule by its label: the newest, the one before a moment, and never one of another schedule.
#[test]
fn schedules_lead_to_their_snapshots() {
    let scene = Scene::new(Dialect::V1);
    let api = scene.api();
    let of = |schedule: &str| json!({"tidb.pingcap.com/backup-schedule": schedule});
    scene.snapshot_of(&api, "n20", 20, &of("nightly"));
    scene.snapshot_of(&api, "n30", 30, &of("nightly"));
    scene.snapshot_of(&api, "h35", 35, &of("hourly"));
    scene.log("l", "Running", 10, 50);
    let path = format!(
        "/apis/pingcap.com/v1alpha1/namespaces/{}/backupschedules",
        scene.place.namespace
    );
    let template = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "x"}});
    let schedule = json!({"apiVersion": "pingcap.com/v1alpha1", "kind": "BackupSchedule", "metadata": {"name": "nightly"},
        "spec": {"schedule": "@daily", "backupTemplate": template}});
    api.ask("POST", &path, &schedule);
    let create = |name: &str, to: &str| {
        scene.plugin.line(&format!(
            "restore create {name} --from-schedule nightly --cluster fresh --preflight=off {to}"
        ))
    };
    create("a", "").exits(0);
    assert_eq!(scene.restore("a")["spec"]["s3"]["prefix"], "full/n30");
    create("b", &format!("--to {}", tso(40))).exits(0);
    let spec = scene.restore("b")["spec"].clone();
    assert_eq!(
        spec["pitrFullBackupStorageProvider"]["s3"]["prefix"],
        "full/n30"
    );
    assert_eq!(spec["s3"]["prefix"], "log/l");
    create("c", &format!("--to {}", tso(25))).exits(0);
    assert_eq!(
        scene.restore("c")["spec"]["pitrFullBackupStorageProvider"]["s3"]["prefix"],
        "full/n20"
    );
    scene
        .plugin
        .line("restore create d --from-schedule nope --cluster fresh")
        .exits(1)
        .one_error();
}

/// Flags override what is copied; a Restore is a dry run, a difference, a server dry run like every other object.
#[test]
fn flags_win_and_dry_runs_write_nothing() {
    let scene = Scene::new(Dialect::V2);
    scene.history();
    let line = "restore create r --from-backup s30 --cluster fresh --storage-secret other --s3-region eu --preflight=off";
    let manifest = scene
        .plugin
        .line(&format!("{line} --dry-run=client -o yaml"))
        .exits(0)
        .yaml();
    assert_eq!(manifest["spec"]["s3"]["secretName"], "other");
    assert_eq!(manifest["spec"]["s3"]["region"], "eu");
    scene
        .plugin
        .line(&format!("{line} --dry-run=server"))
        .exits(0)
        .prints(&format!("{} created (server dry run)", scene.named("r")));
    scene.plugin.line(&format!("{line} --diff")).exits(0);
    assert!(scene.restore("r").is_null());
    assert_eq!(scene.place.written(), []);
    scene.plugin.line(line).exits(0);
    scene
        .plugin
        .line(line)
        .exits(1)
        .one_error()
        .says("already exists");
}

/// The dump of a Backup by Dumpling is an archive for Lightning; a log backup alone needs a moment.
#[test]
fn the_kind_of_backup_says_the_method() {
    let scene = Scene::new(Dialect::V1);
    let spec = json!({"from": {"host": "h", "secretName": "p"}, "storageSize": "1Gi",
        "s3": {"provider": "aws", "bucket": "b", "secretName": "s"}});
    let mut status = super::scene::verdict("Complete");
    status["backupPath"] = json!("s3://b/backup-1.tgz");
    scene.api().create("dump", &spec, &status);
    let line = "restore create r --from-backup dump --to-host t --to-secret p --storage-size 2Gi --preflight=off";
    scene.plugin.line(line).exits(0);
    let spec = scene.restore("r")["spec"].clone();
    assert_eq!(spec["s3"]["path"], "s3://b/backup-1.tgz");
    assert_eq!(spec.get("br"), None);
    scene
        .plugin
        .line("restore create r2 --from-backup dump --method br --cluster fresh")
        .exits(2)
        .one_error();
    scene.log("l", "Running", 10, 50);
    scene
        .plugin
        .line("restore create r3 --from-backup l --cluster fresh")
        .exits(2)
        .one_error()
        .says("--to");
}

/// Where both operators serve, the target cluster decides; a source of the other generation is fine, and of two
/// generations needs a word.
#[test]
fn two_operators() {
    let scene = Scene::both(Dialect::V2);
    let first = scene.api().of_dialect(Dialect::V1);
    scene.snapshot_of(&first, "old", 20, &json!({}));
    scene
        .plugin
        .line("restore create a --from-backup old --cluster fresh --preflight=off")
        .exits(0)
        .prints("restore.br.pingcap.com/a created");
    assert_eq!(scene.restore("a")["spec"]["s3"]["prefix"], "full/old");
    let line = "restore create b --cluster-from basic --cluster fresh --preflight=off";
    scene.plugin.line(line).exits(0);
    scene.snapshot("new", 30);
    scene
        .plugin
        .line("restore create c --cluster-from basic --cluster fresh")
        .exits(2)
        .one_error()
        .says("both operators");
    scene
        .plugin
        .line("restore create c --cluster-from basic --cluster fresh --operator v2 --preflight=off")
        .exits(0);
    assert_eq!(scene.restore("c")["spec"]["s3"]["prefix"], "full/new");
}
