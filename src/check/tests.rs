//! What each rule says: a manifest and its surroundings in, findings out.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{CheckSubject, Finding, Severity, judge, judge_manifest};
use crate::api::{Kind, ObjectRef};
use crate::cluster::Found;
use crate::log_backup::Situation;
use crate::lookup::neighbours::{Neighbour, Role};
use crate::lookup::surroundings::{
    Account, ClusterDocuments, OtherRestore, OtherSchedule, Right, SourceBackup, Surroundings,
};
use crate::manifest::storage::Location;
use crate::{Error, ErrorKind};

/// A namespace in which a backup works, and a manifest that fits.
struct World {
    manifest: Value,
    surroundings: Surroundings,
}

fn backup() -> Value {
    json!({
        "apiVersion": "br.pingcap.com/v1alpha1", "kind": "Backup",
        "metadata": {"namespace": "ns", "name": "b"},
        "spec": {"br": {"cluster": "c"}, "s3": {"provider": "aws", "bucket": "x", "secretName": "s3"}},
    })
}

fn secret(keys: &[&str]) -> crate::Result<Found> {
    let data: serde_json::Map<String, Value> = keys
        .iter()
        .map(|key| ((*key).to_owned(), json!("dg==")))
        .collect();
    Ok(Found::Object(json!({"data": data})))
}

fn forbidden() -> Error {
    Error::new(ErrorKind::Forbidden, "forbidden: cannot get it")
}

impl World {
    fn new(manifest: Value) -> Self {
        let cluster = ClusterDocuments {
            cluster: Ok(Found::Object(json!({
                "metadata": {"name": "c"},
                "status": {"conditions": [{"type": "Ready", "status": "True"}]},
            }))),
            pd_groups: Ok(vec![json!({"metadata": {"name": "pd"}})]),
            tikv_groups: Ok(vec![json!({"metadata": {"name": "tikv"}})]),
        };
        let account = Account {
            account: Ok(Found::Object(json!({}))),
            rights: Ok(vec![right("get", true), right("update", true)]),
        };
        Self {
            manifest,
            surroundings: Surroundings {
                clusters: BTreeMap::from([(("ns".to_owned(), "c".to_owned()), cluster)]),
                accounts: BTreeMap::from([("tidb-backup-manager".to_owned(), account)]),
                secrets: BTreeMap::from([("s3".to_owned(), secret(&["access_key", "secret_key"]))]),
                neighbours: Ok(Vec::new()),
                foreign: Ok(Vec::new()),
                schedules: Ok(Vec::new()),
                restores: Ok(Vec::new()),
                source: None,
            },
        }
    }

    fn with(change: impl FnOnce(&mut World)) -> Self {
        let mut world = Self::new(backup());
        change(&mut world);
        world
    }

    fn set(&mut self, pointer: &str, value: Value) {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        self.manifest.pointer_mut(parent).unwrap()[key] = value;
    }

    fn cluster(&mut self) -> &mut ClusterDocuments {
        self.surroundings.clusters.values_mut().next().unwrap()
    }

    fn account(&mut self) -> &mut Account {
        self.surroundings.accounts.values_mut().next().unwrap()
    }

    fn add_secret(&mut self, name: &str, found: crate::Result<Found>) {
        self.surroundings.secrets.insert(name.to_owned(), found);
    }

    fn findings(&self) -> Vec<Finding> {
        let object = ObjectRef::of(&self.manifest).unwrap();
        judge(
            &CheckSubject::new(&object, &self.manifest),
            &self.surroundings,
        )
    }

    /// All but what is as it should be: severity and rule.
    fn troubles(&self) -> Vec<String> {
        let findings = self.findings();
        let bad = findings
            .iter()
            .filter(|finding| finding.judgement.severity != Severity::Ok);
        bad.map(|finding| format!("{:?} {}", finding.judgement.severity, finding.rule))
            .collect()
    }
}

fn right(verb: &'static str, allowed: bool) -> Right {
    Right {
        verb,
        resource: "backups.br.pingcap.com".to_owned(),
        allowed,
    }
}

/// Every fault, and the one rule that finds it.
#[test]
fn each_fault_has_its_rule() {
    let found = |document: Value| Ok(Found::Object(document));
    let local = json!({
        "volume": {"name": "v", "nfs": {"server": "s", "path": "/e"}},
        "volumeMount": {"name": "v", "mountPath": "/nfs"},
    });
    let tikv = |mounts: Value| {
        Ok(vec![
            json!({"metadata": {"name": "tikv"}, "spec": {"template": {"spec": {"overlay": {"pod": {"spec": {
                "volumes": [{"name": "other", "nfs": {"server": "s", "path": "/e"}}],
                "containers": [{"name": "tikv", "volumeMounts": mounts}],
            }}}}}}}),
        ])
    };
    type Change<'a> = Box<dyn FnOnce(&mut World) + 'a>;
    let rows: Vec<(&str, Change<'_>, &[&str])> = vec![
        ("nothing", Box::new(|_| {}), &[]),
        (
            "no cluster",
            Box::new(|w| w.cluster().cluster = Ok(Found::NotFound)),
            &["Critical cluster-missing"],
        ),
        (
            "cluster not readable",
            Box::new(|w| w.cluster().cluster = Err(forbidden())),
            &["Unknown cluster-missing"],
        ),
        (
            "paused",
            Box::new(|w| w.cluster().cluster = found(json!({"spec": {"paused": true}}))),
            &["Critical cluster-paused"],
        ),
        (
            "suspended",
            Box::new(|w| {
                w.cluster().cluster =
                    found(json!({"spec": {"suspendAction": {"suspendCompute": true}}}))
            }),
            &["Critical cluster-paused"],
        ),
        (
            "no TiKV",
            Box::new(|w| w.cluster().tikv_groups = Ok(Vec::new())),
            &["Critical cluster-not-ready"],
        ),
        (
            "groups not readable",
            Box::new(|w| w.cluster().pd_groups = Err(forbidden())),
            &["Unknown cluster-not-ready"],
        ),
        (
            "no account",
            Box::new(|w| w.account().account = Ok(Found::NotFound)),
            &["Critical service-account"],
        ),
        (
            "no right",
            Box::new(|w| w.account().rights = Ok(vec![right("get", true), right("update", false)])),
            &["Critical service-account-rights"],
        ),
        (
            "rights not to be asked",
            Box::new(|w| w.account().rights = Err(forbidden())),
            &["Unknown service-account-rights"],
        ),
        (
            "no Secret",
            Box::new(|w| w.add_secret("s3", Ok(Found::NotFound))),
            &["Critical storage-secret"],
        ),
        (
            "half a Secret",
            Box::new(|w| w.add_secret("s3", secret(&["access_key"]))),
            &["Critical storage-secret"],
        ),
        (
            "Secret not readable",
            Box::new(|w| w.add_secret("s3", Err(forbidden()))),
            &["Unknown storage-secret"],
        ),
        (
            "no credentials",
            Box::new(|w| w.set("/spec/s3/secretName", Value::Null)),
            &["Critical storage-credentials"],
        ),
        (
            "the role of the account",
            Box::new(|w| {
                w.set("/spec/s3/secretName", Value::Null);
                w.account().account = found(
                    json!({"metadata": {"annotations": {"eks.amazonaws.com/role-arn": "arn"}}}),
                );
            }),
            &[],
        ),
        (
            "credentials as variables",
            Box::new(|w| {
                w.set("/spec/s3/secretName", Value::Null);
                w.set(
                    "/spec/env",
                    json!([{"name": "AWS_ACCESS_KEY_ID", "value": "x"}]),
                );
            }),
            &[],
        ),
        (
            "an unreadable account may have a role",
            Box::new(|w| {
                w.set("/spec/s3/secretName", Value::Null);
                w.account().account = Err(forbidden());
            }),
            &["Unknown service-account", "Unknown storage-credentials"],
        ),
        (
            "role and Secret",
            Box::new(|w| {
                w.set(
                    "/metadata/annotations",
                    json!({"iam.amazonaws.com/role": "arn"}),
                )
            }),
            &["Critical storage-credentials"],
        ),
        (
            "no password",
            Box::new(|w| {
                w.set("/spec/from", json!({"host": "h", "secretName": "db"}));
                w.add_secret("db", secret(&["user"]));
            }),
            &["Critical database-secret"],
        ),
        (
            "no certificate",
            Box::new(|w| {
                w.set(
                    "/spec/to",
                    json!({"host": "h", "tlsClientSecretName": "tls"}),
                );
                w.add_secret("tls", Ok(Found::NotFound));
            }),
            &["Critical tls-secret"],
        ),
        (
            "half a certificate",
            Box::new(|w| {
                w.set(
                    "/spec/from",
                    json!({"host": "h", "tlsClientSecretName": "tls"}),
                );
                w.add_secret("tls", secret(&["tls.crt", "tls.key"]));
            }),
            &["Critical tls-secret"],
        ),
        (
            "no registry",
            Box::new(|w| {
                w.set("/spec/imagePullSecrets", json!([{"name": "registry"}]));
                w.add_secret("registry", Ok(Found::NotFound));
            }),
            &["Critical image-pull-secret"],
        ),
        (
            "no key of a variable",
            Box::new(|w| {
                w.set("/spec/env", json!([{"name": "A", "valueFrom": {"secretKeyRef": {"name": "s3", "key": "a"}}}]));
            }),
            &["Critical env-secret"],
        ),
        (
            "type",
            Box::new(|w| w.set("/spec/backupType", json!("raw"))),
            &["Critical backup-type"],
        ),
        (
            "type db",
            Box::new(|w| w.set("/spec/backupType", json!("db"))),
            &["Critical backup-type"],
        ),
        (
            "endpoint",
            Box::new(|w| w.set("/spec/s3/endpoint", json!("minio:9000"))),
            &["Critical s3-endpoint"],
        ),
        (
            "filter and database",
            Box::new(|w| {
                w.set("/spec/tableFilter", json!(["a.*"]));
                w.set("/spec/br/db", json!("a"));
            }),
            &["Warning filter-with-db"],
        ),
        (
            "TiKV without the volume",
            Box::new(|w| {
                w.set("/spec/s3", Value::Null);
                w.set("/spec/local", local.clone());
            }),
            &["Critical tikv-volume"],
        ),
        (
            "TiKV has it elsewhere",
            Box::new(|w| {
                w.set("/spec/s3", Value::Null);
                w.set("/spec/local", local.clone());
                w.cluster().tikv_groups = tikv(json!([{"name": "other", "mountPath": "/data"}]));
            }),
            &["Critical tikv-volume"],
        ),
        (
            "TiKV has another volume there",
            Box::new(|w| {
                w.set("/spec/s3", Value::Null);
                w.set("/spec/local", local.clone());
                w.cluster().tikv_groups = tikv(json!([{"name": "third", "mountPath": "/nfs"}]));
            }),
            &["Critical tikv-volume"],
        ),
        (
            "TiKV has it there under another name",
            Box::new(|w| {
                w.set("/spec/s3", Value::Null);
                w.set("/spec/local", local.clone());
                w.cluster().tikv_groups = tikv(json!([{"name": "other", "mountPath": "/nfs/"}]));
            }),
            &[],
        ),
    ];
    for (name, change, expected) in rows {
        let world = World::with(change);
        assert_eq!(
            world.troubles(),
            expected,
            "{name}: {:#?}",
            world.findings()
        );
    }
}

/// v1 keeps the volumes of TiKV in the TidbCluster, waits until that is ready, and does not ignore a paused one.
#[test]
fn a_cluster_of_v1() {
    let mut world = World::new(backup());
    world.set("/apiVersion", json!("pingcap.com/v1alpha1"));
    world.cluster().tikv_groups = Ok(Vec::new());
    world.cluster().cluster = Ok(Found::Object(json!({
        "metadata": {"name": "c"},
        "spec": {"paused": true, "tikv": {
            "additionalVolumes": [{"name": "v", "persistentVolumeClaim": {"claimName": "p"}}],
            "additionalVolumeMounts": [{"name": "v", "mountPath": "/pv"}],
        }},
    })));
    assert_eq!(world.troubles(), ["Warning cluster-not-ready"]);
    world.set("/spec/s3", Value::Null);
    world.set(
        "/spec/local",
        json!({"volume": {"name": "v", "persistentVolumeClaim": {"claimName": "p"}}, "volumeMount": {"name": "v", "mountPath": "/pv"}}),
    );
    assert_eq!(world.troubles(), ["Warning cluster-not-ready"]);
    world.set("/spec/local/volumeMount/mountPath", json!("/elsewhere"));
    assert_eq!(
        world.troubles(),
        ["Warning cluster-not-ready", "Critical tikv-volume"]
    );
}

/// A Backup at `s3://x/PREFIX`.
fn neighbour(name: &str, prefix: &str, deletes_data: bool, role: Role) -> Neighbour {
    let spec = json!({"s3": {"bucket": "x", "prefix": prefix}});
    Neighbour {
        object: ObjectRef {
            name: name.to_owned(),
            ..ObjectRef::of(&backup()).unwrap()
        },
        cluster: ("ns".to_owned(), "c".to_owned()),
        storage: Some(format!("s3://x/{prefix}")),
        location: Location::of_spec(&spec, "ns"),
        deletes_data,
        schedule: None,
        role,
    }
}

/// The place of the new backup and its policy, the place of the other one and its policy, and what is found.
#[test]
fn data_inside_around_and_beside_other_data() {
    let nested = &["Critical nested-storage"][..];
    let doubtful = &["Warning nested-storage"][..];
    let rows: &[(&str, &str, &str, bool, &[&str])] = &[
        ("a/b", "Retain", "a/c", true, &[]),
        ("a/b", "Delete", "a/bc", true, &[]),
        ("a", "Retain", "a", false, &["Critical directory-in-use"]),
        (
            "a/",
            "Delete",
            "a",
            false,
            &["Critical directory-in-use", "Critical nested-storage"],
        ),
        (
            "a",
            "Retain",
            "a",
            true,
            &["Critical directory-in-use", "Critical nested-storage"],
        ),
        ("a", "Retain", "a/b", false, doubtful),
        ("a", "Delete", "a/b", false, nested),
        // What is deleted of the other one lies deeper and is only its own.
        ("a", "Retain", "a/b", true, doubtful),
        ("", "Delete", "a", false, nested),
        ("a/b/c", "Retain", "a/b", false, doubtful),
        ("a/b/c", "Delete", "a/b", false, nested),
        ("a/b/c", "Retain", "a/b", true, nested),
    ];
    for (ours, policy, theirs, theirs_delete, expected) in rows {
        for foreign in [false, true] {
            let mut world = World::with(|world| {
                world.set("/spec/s3/prefix", json!(ours));
                world.set("/spec/cleanPolicy", json!(policy));
            });
            let other = neighbour("other", theirs, *theirs_delete, Role::Other);
            match foreign {
                true => world.surroundings.foreign = Ok(vec![other]),
                false => world.surroundings.neighbours = Ok(vec![other]),
            }
            assert_eq!(
                world.troubles(),
                *expected,
                "{ours} {policy} {theirs} {theirs_delete}"
            );
        }
    }
    // A restore only reads.
    let mut world = World::with(|world| world.set("/kind", json!("Restore")));
    world.surroundings.neighbours = Ok(vec![neighbour("other", "", true, Role::Other)]);
    assert_eq!(world.troubles(), [""; 0]);
}

/// A schedule gives each backup a directory below its own, so that others may lie beside them.
#[test]
fn the_directories_of_a_schedule() {
    let schedule = |snapshots: &str, log: &str, policy: &str| {
        let template = |prefix: &str| {
            let mut spec = backup()["spec"].clone();
            spec["s3"]["prefix"] = json!(prefix);
            spec["cleanPolicy"] = json!(policy);
            spec
        };
        let mut world = World::new(json!({
            "apiVersion": "pingcap.com/v1alpha1", "kind": "BackupSchedule",
            "metadata": {"namespace": "ns", "name": "s"},
            "spec": {"backupTemplate": template(snapshots), "logBackupTemplate": template(log)},
        }));
        world.surroundings.neighbours = Ok(vec![neighbour("other", "o/p", false, Role::Other)]);
        world
    };
    let rows: [(&str, &str, &str, &[&str]); 8] = [
        ("snap", "log", "Delete", &[]),
        ("o", "log", "Delete", &[]),
        ("o/p/q", "log", "Retain", &["Warning nested-storage"]),
        ("o/p/q", "log", "Delete", &["Critical nested-storage"]),
        ("a", "a/", "Retain", &["Warning nested-storage"]),
        ("a", "a", "Delete", &["Critical nested-storage"]),
        ("a", "a/log", "Delete", &["Critical nested-storage"]),
        ("a/snap", "a", "Delete", &["Critical nested-storage"]),
    ];
    for (snapshots, log, policy, expected) in rows {
        let world = schedule(snapshots, log, policy);
        assert_eq!(world.troubles(), expected, "{snapshots} {log} {policy}");
    }
    // Its own backups are no others, and a new backup may lie beside them but not around them.
    let mut world = schedule("snap", "log", "Delete");
    let mut own = neighbour("s-1", "snap", true, Role::Other);
    own.schedule = Some("s".to_owned());
    world.surroundings.neighbours = Ok(vec![own]);
    assert_eq!(world.troubles(), [""; 0]);
    let rows = [
        ("nights", true),
        ("", true),
        ("nights/x", false),
        ("elsewhere", false),
    ];
    for (prefix, found) in rows {
        let mut world = World::with(|world| {
            world.set("/spec/s3/prefix", json!(prefix));
            world.set("/spec/cleanPolicy", json!("Delete"));
        });
        let place = json!({"s3": {"bucket": "x", "prefix": "nights"}});
        world.surroundings.schedules = Ok(vec![OtherSchedule {
            object: ObjectRef::of(&backup()).unwrap(),
            places: vec![(
                "s3://x/nights".to_owned(),
                Location::of_spec(&place, "ns").unwrap(),
            )],
            coming_log: None,
        }]);
        assert_eq!(
            world.troubles() == ["Critical nested-storage"],
            found,
            "{prefix}"
        );
    }
}

/// Who holds the one log task of the cluster, and which of it is the new log's own.
#[test]
fn one_log_task_for_a_cluster() {
    let log = |name: &str, situation| neighbour(name, "elsewhere", false, Role::Log(situation));
    let coming = |cluster: &str| OtherSchedule {
        object: ObjectRef {
            name: "other".to_owned(),
            kind: Kind::BackupSchedule,
            ..ObjectRef::of(&backup()).unwrap()
        },
        places: Vec::new(),
        coming_log: Some(("ns".to_owned(), cluster.to_owned())),
    };
    let mut own = log("log-b", Situation::Running);
    own.schedule = Some("b".to_owned());
    let mut elsewhere = log("x", Situation::Running);
    elsewhere.cluster.1 = "another".to_owned();
    let refused = &["Critical second-task"][..];
    let rows: Vec<(Vec<Neighbour>, Vec<OtherSchedule>, &[&str])> = vec![
        (vec![], vec![], &[]),
        (vec![log("x", Situation::Running)], vec![], refused),
        (vec![log("x", Situation::Paused)], vec![], refused),
        (vec![log("x", Situation::Stopped)], vec![], &[]),
        (vec![log("x", Situation::StartFailed)], vec![], &[]),
        (vec![elsewhere], vec![], &[]),
        (vec![own], vec![], &[]),
        (vec![], vec![coming("c")], refused),
        (vec![], vec![coming("another")], &[]),
        (
            vec![log("bb", Situation::Stopped)],
            vec![],
            &["Warning similar-name"],
        ),
    ];
    for (neighbours, schedules, expected) in rows {
        let mut world = World::with(|world| {
            world.set("/kind", json!("BackupSchedule"));
            let spec = world.manifest["spec"].clone();
            let mut snapshots = spec.clone();
            snapshots["s3"]["prefix"] = json!("snapshots");
            world.manifest["spec"] =
                json!({"backupTemplate": snapshots, "logBackupTemplate": spec});
            world.set("/spec/logBackupTemplate/s3/prefix", json!("log"));
        });
        if expected == ["Warning similar-name"] {
            world = World::with(|world| {
                world.set("/spec/backupMode", json!("log"));
                world.set("/spec/s3/prefix", json!("log"));
            });
        }
        world.surroundings.neighbours = Ok(neighbours);
        world.surroundings.schedules = Ok(schedules);
        assert_eq!(world.troubles(), expected, "{:?}", world.findings());
    }
}

/// The templates of a schedule name the same objects, and each is reported once; only one of them is wrong here.
#[test]
fn a_schedule_is_checked_template_by_template() {
    let mut spec = backup()["spec"].clone();
    let mut log = spec.clone();
    spec["s3"]["prefix"] = json!("snapshots");
    log["s3"]["prefix"] = json!("log");
    log["serviceAccount"] = json!("other");
    let mut world = World::new(json!({
        "apiVersion": "pingcap.com/v1alpha1", "kind": "BackupSchedule",
        "metadata": {"namespace": "ns", "name": "s"},
        "spec": {"backupTemplate": spec, "logBackupTemplate": log},
    }));
    world.add_secret("s3", Ok(Found::NotFound));
    let missing = Account {
        account: Ok(Found::NotFound),
        rights: Ok(Vec::new()),
    };
    world
        .surroundings
        .accounts
        .insert("other".to_owned(), missing);
    assert_eq!(
        world.troubles(),
        ["Critical service-account", "Critical storage-secret"]
    );
}

#[test]
fn the_target_and_the_source_of_a_restore() {
    let mut world = World::new(backup());
    world.set("/kind", json!("Restore"));
    let object = |name: &str| ObjectRef {
        name: name.to_owned(),
        ..ObjectRef::of(&world.manifest).unwrap()
    };
    let other = |name: &str, over, failed| OtherRestore {
        object: object(name),
        cluster: ("ns".to_owned(), "c".to_owned()),
        phase: "Running".to_owned(),
        over,
        failed,
    };
    let (itself, busy, failed, done) = (
        other("b", false, false),
        other("busy", false, false),
        other("failed", true, true),
        other("done", true, false),
    );
    let source = |doubts: &[&str], document: Value| SourceBackup {
        object: object("source"),
        document: Ok(Found::Object(document)),
        doubts: doubts.iter().map(ToString::to_string).collect(),
    };
    let (doubtful, plain) = (
        source(&["half is not complete"], json!({})),
        source(&[], json!({})),
    );
    world.surroundings.restores = Ok(vec![itself, done]);
    world.surroundings.source = Some(plain);
    assert_eq!(world.troubles(), [""; 0]);
    let other_failed = failed.clone();
    world.surroundings.restores = Ok(vec![busy, failed]);
    world.surroundings.source = Some(doubtful);
    assert_eq!(
        world.troubles(),
        [
            "Critical target-restore",
            "Warning target-restore",
            "Critical restore-source"
        ]
    );
    let pruned = |phase: &str| OtherRestore {
        phase: phase.to_owned(),
        ..other_failed.clone()
    };
    let rows = [
        ("Failed", "goes on from its checkpoint"),
        ("PruneComplete", "begins anew"),
        ("PruneRunning", "is being pruned"),
        ("PruneFailed", "its prune failed too"),
    ];
    for (phase, said) in rows {
        world.surroundings.restores = Ok(vec![pruned(phase)]);
        let findings = world.findings();
        let says = findings
            .iter()
            .any(|finding| finding.judgement.message.contains(said));
        assert!(says, "{phase}: {findings:?}");
    }
    world.surroundings.restores = Err(forbidden());
    world.surroundings.source = None;
    assert_eq!(world.troubles(), ["Unknown target-restore"]);
}

/// Without a cluster only the manifest is judged, and nothing is unknown.
#[test]
fn offline_the_manifest_is_judged_alone() {
    let mut manifest = backup();
    manifest["spec"]["s3"]["endpoint"] = json!("minio:9000");
    let object = ObjectRef::of(&manifest).unwrap();
    let rules: Vec<&str> = judge_manifest(&CheckSubject::new(&object, &manifest))
        .iter()
        .map(|finding| finding.rule)
        .collect();
    assert_eq!(rules, ["s3-endpoint"]);
}
