//! `--to`: before, inside, in a gap of, and after what can be restored.

use sandbox::operator::Dialect;

use super::scene::{Scene, tso};

/// A refusal names the reason and the nearest moments, as text and as the next command; nothing is written, dry runs too.
#[test]
fn moments_that_cannot_be_restored_are_refused() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let scene = Scene::new(dialect);
        scene.history();
        let rows: [(u64, &str, &[u64]); 6] = [
            (1, "before the oldest complete snapshot", &[5]),
            (7, "no log backup holds the changes", &[5, 20]),
            (12, "begins after the last snapshot before it", &[5, 20]),
            (60, "no log backup holds the changes", &[50, 80]),
            (120, "has not come so far", &[99]),
            (99_000_000, "in the future", &[99]),
        ];
        for (minute, why, nearest) in rows {
            for dry_run in ["", "--dry-run=client", "--dry-run=server"] {
                let line = format!(
                    "restore create r --cluster-from basic --cluster fresh --to {} {dry_run}",
                    tso(minute)
                );
                let said = scene.plugin.line(&line).exits(10).one_error().says(why);
                let hints = said.hints();
                let expected: Vec<String> = nearest
                    .iter()
                    .map(|minute| {
                        format!(
                            "kubectl tidb-br restore create r --cluster-from basic --cluster fresh --to {}",
                            tso(*minute)
                        )
                    })
                    .collect();
                assert_eq!(hints, expected, "{said}");
            }
        }
        assert_eq!(scene.place.written(), [], "{dialect:?}");
        for moment in [20, 50, 80, 99] {
            let line = format!(
                "restore create r{moment} --cluster-from basic --cluster fresh --preflight=off --to {}",
                tso(moment)
            );
            scene.plugin.line(&line).exits(0);
        }
    }
}

/// A mistyped cluster is no cluster without backups: the former is not found, the latter has nothing to restore.
#[test]
fn a_cluster_that_does_not_exist_is_not_found() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let scene = Scene::new(dialect);
        for to in ["", "--to 1h"] {
            let line = format!("restore create r --cluster-from nosuch --cluster fresh {to}");
            scene
                .plugin
                .line(&line)
                .exits(1)
                .one_error()
                .says("there is no cluster of that name in namespace");
        }
        let line = "restore create r --cluster-from fresh --cluster fresh";
        let said = scene.plugin.line(line).exits(1).one_error();
        said.says("there is no complete snapshot of the whole cluster");
        let line = "restore create r --cluster-from fresh --cluster fresh --to 1h";
        scene.plugin.line(line).exits(10).one_error();
        assert_eq!(scene.place.written(), [], "{dialect:?}");
    }
}

/// Where both operators are served, a missing flag and a mistyped cluster are named as such, and not as a question about operators.
#[test]
fn what_is_missing_is_named_before_the_operator_is_asked_for() {
    let scene = Scene::both(Dialect::V2);
    scene.snapshot("s", 20);
    let rows = [
        ("restore create r --from-backup s", "missing: --cluster"),
        (
            "restore create r --cluster-from basic",
            "missing: --cluster",
        ),
        ("log start l", "missing: --storage, --cluster"),
        (
            "restore create r --from-backup s --cluster nosuch",
            "no TiDB cluster nosuch exists in namespace",
        ),
        (
            "backup create --cluster nosuch --storage s3://b/p",
            "no TiDB cluster nosuch exists in namespace",
        ),
        (
            "log start l --cluster nosuch --storage s3://b/p",
            "no TiDB cluster nosuch exists in namespace",
        ),
    ];
    for (line, why) in rows {
        let said = scene.plugin.line(line).exits(2).one_error();
        assert!(!said.stderr.contains("--operator"), "{said}");
        said.says(why);
    }
    assert_eq!(scene.place.written(), []);
}

/// A snapshot that no log reaches is still the moment of its commit, without a log.
#[test]
fn the_moment_of_a_lonely_snapshot_needs_no_log() {
    let scene = Scene::new(Dialect::V2);
    scene.history();
    scene.plugin.line("restore create r --cluster-from basic --cluster fresh --preflight=off --to backup/lonely").exits(0).says("no log is replayed");
    let spec = scene.restore("r")["spec"].clone();
    assert_eq!(
        (&spec["s3"]["prefix"], spec.get("pitrRestoredTs")),
        (&"full/lonely".into(), None)
    );
    assert_ne!(spec["restoreMode"], "pitr");
}

/// A duration is counted once: the moment that is announced is the moment that is written, to the last bit of the TSO.
#[test]
fn the_moment_announced_is_the_moment_written() {
    let scene = Scene::new(Dialect::V2);
    scene.snapshot("base", 20);
    let checkpoint = scene.minutes_until_now() + 600;
    scene.log("l", "Running", 10, checkpoint);
    let line = "restore create r --cluster-from basic --cluster fresh --preflight=off --to 1h";
    let said = scene.plugin.line(line).exits(0);
    let written = scene.restore("r")["spec"]["pitrRestoredTs"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    assert_eq!(written.len(), 18, "{written}");
    said.says(&format!("({written})"));
}

/// What is named is kept: a snapshot that is not the newest, a log of several, a log without any snapshot.
#[test]
fn what_is_named_is_kept() {
    let scene = Scene::new(Dialect::V2);
    scene.history();
    let create = |name: &str, rest: &str| {
        scene.plugin.line(&format!(
            "restore create {name} --cluster fresh --preflight=off {rest}"
        ))
    };
    create("a", &format!("--from-backup s20 --to {}", tso(40))).exits(0);
    assert_eq!(
        scene.restore("a")["spec"]["pitrFullBackupStorageProvider"]["s3"]["prefix"],
        "full/s20"
    );
    create("b", &format!("--from-backup s20 --to {}", tso(90))).exits(10);
    create("c", "--from-backup l2 --to log/l2").exits(0);
    let spec = scene.restore("c")["spec"].clone();
    assert_eq!(spec["s3"]["prefix"], "log/l2");
    assert_eq!(
        spec["pitrFullBackupStorageProvider"]["s3"]["prefix"],
        "full/s80"
    );
    create(
        "d",
        &format!(
            "--cluster-from basic --log-start-ts {} --to {}",
            tso(72),
            tso(75)
        ),
    )
    .exits(0);
    let spec = scene.restore("d")["spec"].clone();
    assert_eq!(spec["s3"]["prefix"], "log/l2");
    assert_eq!(
        (
            spec.get("pitrFullBackupStorageProvider"),
            &spec["logRestoreStartTs"]
        ),
        (None, &tso(72).to_string().into())
    );
    create(
        "e",
        &format!(
            "--cluster-from basic --log-start-ts {} --to {}",
            tso(40),
            tso(75)
        ),
    )
    .exits(10)
    .one_error();
}

/// Two clusters of one name: what the other namespace has neither helps nor harms.
#[test]
fn clusters_of_one_name_in_two_namespaces() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let here = Scene::new(dialect);
        let there = Scene::new(dialect);
        here.snapshot("s", 20);
        there.history();
        let line = format!(
            "restore create r --cluster-from basic --cluster fresh --preflight=off --to {}",
            tso(40)
        );
        here.plugin.line(&line).exits(10).one_error();
        let line = format!(
            "restore create r --cluster-from {}/basic --cluster fresh --preflight=off --to {}",
            there.place.namespace,
            tso(40)
        );
        here.plugin.line(&line).exits(0).says("s30");
        here.plugin
            .line(&format!(
                "restore create q --from-backup {}/s20 --cluster fresh --preflight=off",
                there.place.namespace
            ))
            .exits(0);
    }
}
