//! What each rule says: a manifest and its surroundings in, findings out.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Finding, Severity, Subject, judge, judge_manifest};
use crate::api::ObjectRef;
use crate::cluster::Found;
use crate::lookup::surroundings::{
    Account, ClusterDocuments, OtherRestore, Right, Source, Surroundings,
};
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
        judge(&Subject::new(&object, &self.manifest), &self.surroundings)
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

/// The templates of a schedule name the same objects, and each is reported once; only one of them is wrong here.
#[test]
fn a_schedule_is_checked_template_by_template() {
    let spec = backup()["spec"].clone();
    let mut log = spec.clone();
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
    let source = |doubts: &[&str], document: Value| Source {
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
    let rules: Vec<&str> = judge_manifest(&Subject::new(&object, &manifest))
        .iter()
        .map(|finding| finding.rule)
        .collect();
    assert_eq!(rules, ["s3-endpoint"]);
}
