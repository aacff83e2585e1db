//! The work that a manifest asks for, and the other objects that its Pods need.

use serde_json::Value;

use super::storage::Provider;
use crate::api::Kind;
use crate::api::document::at;

/// The account that the operators run Pods under when the spec names none.
pub const DEFAULT_ACCOUNT: &str = "tidb-backup-manager";

/// The annotation in which kube2iam looks for the IAM role of a Pod; the operators copy it from the object.
pub const IAM_ROLE: &str = "iam.amazonaws.com/role";

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkKind {
    /// A snapshot by BR.
    Snapshot,
    /// A log backup.
    Log,
    /// A logical backup by Dumpling (v1).
    Dump,
    /// A snapshot of volumes (v1).
    VolumeSnapshot,
    /// A compaction of log backup data (v1).
    Compaction,
    /// A restore by BR.
    Restore,
    /// An import of a dump by Lightning (v1).
    Import,
}

impl WorkKind {
    /// The kind of the object that the Pod reads and whose status it writes.
    pub fn object_kind(self) -> Kind {
        match self {
            WorkKind::Snapshot | WorkKind::Log | WorkKind::Dump | WorkKind::VolumeSnapshot => {
                Kind::Backup
            }
            WorkKind::Compaction => Kind::CompactBackup,
            WorkKind::Restore | WorkKind::Import => Kind::Restore,
        }
    }

    /// Whether new data is written into a directory that must be its own.
    pub fn writes_new_data(self) -> bool {
        matches!(self, WorkKind::Snapshot | WorkKind::Log | WorkKind::Dump)
    }
}

/// One piece of work of a manifest. A schedule asks for several.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Work<'a> {
    /// What is done.
    pub kind: WorkKind,
    /// The spec that describes it: that of the object, or a template of a schedule.
    pub spec: &'a Value,
}

/// What a Secret is for, which says the keys that it must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretUse<'a> {
    /// The credentials of a storage.
    Storage(Provider),
    /// The password of a database user.
    Password,
    /// A client certificate with its key and its CA.
    Certificate,
    /// The credentials of an image registry.
    ImagePull,
    /// One key, as a variable of the Pod.
    Variable(&'a str),
}

/// A Secret that a spec names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecretReference<'a> {
    /// Its name. It must be in the namespace of the object.
    pub name: &'a str,
    /// What it is for.
    pub purpose: SecretUse<'a>,
}

/// All the work of a manifest.
pub fn work_of(manifest: &Value) -> Vec<Work<'_>> {
    let kind = at(manifest, "/kind").as_str().and_then(Kind::from_name);
    let spec = at(manifest, "/spec");
    let one = |kind| vec![Work { kind, spec }];
    match kind {
        None => Vec::new(),
        Some(Kind::Backup) => one(backup_kind(spec)),
        Some(Kind::CompactBackup) => one(WorkKind::Compaction),
        Some(Kind::Restore) if at(spec, "/br").is_object() => one(WorkKind::Restore),
        Some(Kind::Restore) => one(WorkKind::Import),
        Some(Kind::BackupSchedule) => {
            let template = |key: &str, kind: fn(&Value) -> WorkKind| {
                let spec = spec.get(key).filter(|template| template.is_object())?;
                Some(Work {
                    kind: kind(spec),
                    spec,
                })
            };
            [
                template("backupTemplate", backup_kind),
                template("logBackupTemplate", |_| WorkKind::Log),
                template("compactBackupTemplate", |_| WorkKind::Compaction),
            ]
            .into_iter()
            .flatten()
            .collect()
        }
    }
}

fn backup_kind(spec: &Value) -> WorkKind {
    match at(spec, "/backupMode").as_str() {
        Some("log") => WorkKind::Log,
        Some("volume-snapshot") => WorkKind::VolumeSnapshot,
        _ if at(spec, "/br").is_object() => WorkKind::Snapshot,
        _ => WorkKind::Dump,
    }
}

impl<'a> Work<'a> {
    fn text(&self, pointer: &str) -> Option<&'a str> {
        let text = self.spec.pointer(pointer).and_then(Value::as_str);
        text.filter(|text| !text.is_empty())
    }

    /// The TiDB cluster: its name, and its namespace where that is written.
    pub fn cluster(&self) -> Option<(Option<&'a str>, &'a str)> {
        let name = self.text("/br/cluster")?;
        Some((self.text("/br/clusterNamespace"), name))
    }

    /// The account that the Pods run under.
    pub fn account(&self) -> &'a str {
        self.text("/serviceAccount").unwrap_or(DEFAULT_ACCOUNT)
    }

    /// The Secret of the storage; `None` where Pods get their credentials otherwise.
    pub fn storage_secret(&self) -> Option<&'a str> {
        let provider = Provider::of_spec(self.spec)?;
        self.text(&format!("/{}/secretName", provider.key()))
    }

    /// All Secrets that the spec names, each use once.
    pub fn secrets(&self) -> Vec<SecretReference<'a>> {
        let named = |name: Option<&'a str>, purpose| {
            let name = name?;
            Some(SecretReference { name, purpose })
        };
        let mut found = Vec::new();
        if let Some(provider) = Provider::of_spec(self.spec) {
            found.extend(named(self.storage_secret(), SecretUse::Storage(provider)));
        }
        for database in ["/from", "/to"] {
            let field = |key: &str| self.text(&format!("{database}/{key}"));
            found.extend(named(field("secretName"), SecretUse::Password));
            found.extend(named(field("tlsClientSecretName"), SecretUse::Certificate));
        }
        let list = |key: &str| self.spec.get(key).and_then(Value::as_array);
        for secret in list("imagePullSecrets").into_iter().flatten() {
            let name = secret.get("name").and_then(Value::as_str);
            found.extend(named(name, SecretUse::ImagePull));
        }
        for variable in list("env").into_iter().flatten() {
            let reference = at(variable, "/valueFrom/secretKeyRef");
            let optional = at(reference, "/optional").as_bool() == Some(true);
            let text = |key: &str| reference.get(key).and_then(Value::as_str);
            if let (Some(key), false) = (text("key"), optional) {
                found.extend(named(text("name"), SecretUse::Variable(key)));
            }
        }
        let mut once: Vec<SecretReference<'a>> = Vec::new();
        for reference in found {
            if !once.contains(&reference) {
                once.push(reference);
            }
        }
        once
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    #[test]
    fn a_schedule_asks_for_the_work_of_each_template() {
        let schedule = json!({"kind": "BackupSchedule", "spec": {
            "backupTemplate": {"from": {"host": "h"}},
            "logBackupTemplate": {"br": {"cluster": "c"}},
            "compactBackupTemplate": null,
        }});
        let kinds: Vec<WorkKind> = work_of(&schedule).iter().map(|work| work.kind).collect();
        assert_eq!(kinds, [WorkKind::Dump, WorkKind::Log]);
        let rows = [
            ("Backup", json!({"br": {}}), WorkKind::Snapshot),
            (
                "Backup",
                json!({"br": {}, "backupMode": "log"}),
                WorkKind::Log,
            ),
            (
                "Backup",
                json!({"backupMode": "volume-snapshot"}),
                WorkKind::VolumeSnapshot,
            ),
            ("Restore", json!({"br": {}}), WorkKind::Restore),
            ("Restore", json!({"to": {}}), WorkKind::Import),
            ("CompactBackup", json!({}), WorkKind::Compaction),
        ];
        for (kind, spec, expected) in rows {
            let manifest = json!({"kind": kind, "spec": spec});
            assert_eq!(
                work_of(&manifest).first().unwrap().kind,
                expected,
                "{manifest}"
            );
        }
    }

    #[test]
    fn every_secret_that_a_spec_names() {
        let spec = json!({
            "s3": {"secretName": "storage"}, "gcs": null,
            "from": {"secretName": "db", "tlsClientSecretName": "tls"},
            "imagePullSecrets": [{"name": "registry"}, {"name": "registry"}],
            "env": [
                {"name": "A", "value": "plain"},
                {"name": "B", "valueFrom": {"secretKeyRef": {"name": "vars", "key": "b"}}},
                {"name": "C", "valueFrom": {"secretKeyRef": {"name": "vars", "key": "c", "optional": true}}},
            ],
        });
        let work = Work {
            kind: WorkKind::Dump,
            spec: &spec,
        };
        let found: Vec<(&str, SecretUse<'_>)> = work
            .secrets()
            .iter()
            .map(|secret| (secret.name, secret.purpose))
            .collect();
        assert_eq!(
            found,
            [
                ("storage", SecretUse::Storage(Provider::S3)),
                ("db", SecretUse::Password),
                ("tls", SecretUse::Certificate),
                ("registry", SecretUse::ImagePull),
                ("vars", SecretUse::Variable("b")),
            ]
        );
    }
}
