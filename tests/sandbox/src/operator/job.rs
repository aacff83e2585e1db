//! Jobs: names, the documents that the operators create, and how a Job says that it ended.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::dialect::{Dialect, LogSubcommand};
use super::document::{ObjectKey, as_map, condition_true, has, is_true, map, stamp, text};
use super::observe::ObjectKind;

/// Job names and label values have at most 63 characters (docs/operators.md, "Names must fit the Job").
pub const NAME_LIMIT: usize = 63;

/// What a Job of a Backup is for (docs/operators.md, "Jobs are named by their purpose").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BackupJob {
    /// The snapshot itself, or a dump.
    Snapshot,
    /// A log sub-command.
    Log(LogSubcommand),
    /// `br log stop` for a log Backup that is being deleted.
    StopOnDelete,
    /// Deletion of the data.
    Clean,
}

impl BackupJob {
    /// The name of the Job for a Backup.
    pub fn job_name(self, backup: &str) -> String {
        match self {
            BackupJob::Snapshot => format!("backup-{backup}"),
            BackupJob::Log(command) => format!("backup-{backup}-{command}"),
            BackupJob::StopOnDelete => format!("stop-{backup}"),
            BackupJob::Clean => format!("clean-{backup}"),
        }
    }

    /// What the Job with this name does for a Backup; `log` says whether it is a log backup.
    pub fn from_job_name(job: &str, backup: &str, log: bool) -> Option<Self> {
        if !log && job == BackupJob::Snapshot.job_name(backup) {
            return Some(BackupJob::Snapshot);
        }
        if let Some(rest) = job.strip_prefix(&format!("backup-{backup}-")) {
            return LogSubcommand::from_name(rest).map(BackupJob::Log);
        }
        [BackupJob::StopOnDelete, BackupJob::Clean]
            .into_iter()
            .find(|purpose| purpose.job_name(backup) == job)
    }

    fn component(self) -> &'static str {
        match self {
            BackupJob::Clean => "clean",
            _ => "backup",
        }
    }

    fn arguments(self, backup: &Value) -> Vec<String> {
        let verb = match self {
            BackupJob::Clean => "clean",
            _ => "backup",
        };
        let mut arguments = vec![
            verb.to_owned(),
            format!("--namespace={}", text(backup, "/metadata/namespace")),
            format!("--backupName={}", text(backup, "/metadata/name")),
        ];
        let command = match self {
            BackupJob::Log(command) => command,
            BackupJob::StopOnDelete => LogSubcommand::Stop,
            BackupJob::Snapshot | BackupJob::Clean => return arguments,
        };
        arguments.push("--mode=log".to_owned());
        arguments.push(format!("--subcommand={command}"));
        if command == LogSubcommand::Truncate {
            let until = text(backup, "/spec/logTruncateUntil");
            arguments.push(format!("--truncateUntil={until}"));
        }
        arguments
    }
}

/// The target of a truncate Job, which keeps its value when the spec moves on (docs/operators.md, "A truncate under way
/// is not cancelled").
pub fn truncate_until(job: &Value) -> Option<&str> {
    job.pointer("/spec/template/spec/containers/0/args")?
        .as_array()?
        .iter()
        .find_map(|argument| argument.as_str()?.strip_prefix("--truncateUntil="))
}

/// What differs between the Jobs of the operators.
pub struct Blueprint<'a> {
    /// The object that owns the Job.
    pub owner: &'a Value,
    /// The kind of the owner.
    pub kind: &'a str,
    /// The name of the Job.
    pub name: String,
    /// The labels of the operator.
    pub labels: Vec<(&'a str, String)>,
    /// The main container.
    pub container: &'a str,
    /// Its arguments.
    pub arguments: Vec<String>,
    /// The init containers: name and image.
    pub init: Vec<(&'a str, String)>,
    /// How many Pods may fail before the Job has failed.
    pub retries: Value,
    /// `restartPolicy` of the Pods.
    pub restart: &'a str,
    /// Whether volume and credentials of the main storage are given to the Pods.
    pub storage: bool,
}

/// The image of BR: `toolImage`, or the release of the cluster.
pub fn br_image(object: &Value) -> String {
    match text(object, "/spec/toolImage") {
        "" => "pingcap/br:v8.5.2".to_owned(),
        image => image.to_owned(),
    }
}

impl Blueprint<'_> {
    /// The Job as it is sent to the API server.
    pub fn document(&self, dialect: Dialect) -> Value {
        let labels = self.all_labels();
        let mut job = json!({
            "apiVersion": "batch/v1",
            "kind": "Job",
            "metadata": {
                "name": self.name,
                "namespace": text(self.owner, "/metadata/namespace"),
                "labels": labels,
                "ownerReferences": [{
                    "apiVersion": dialect.operator().api_version(), "kind": self.kind,
                    "name": text(self.owner, "/metadata/name"), "uid": text(self.owner, "/metadata/uid"),
                    "controller": true, "blockOwnerDeletion": true,
                }],
            },
            "spec": {
                "backoffLimit": self.retries,
                "template": {"metadata": {"labels": labels}, "spec": self.pod_spec()},
            },
        });
        if let Some(annotations) = self.owner.pointer("/metadata/annotations").cloned() {
            for pointer in ["/metadata", "/spec/template/metadata"] {
                if let Some(metadata) = job.pointer_mut(pointer) {
                    as_map(metadata).insert("annotations".into(), annotations.clone());
                }
            }
        }
        job
    }

    /// The owner's own labels first; those of the operator win.
    fn all_labels(&self) -> Map<String, Value> {
        let own = self.owner.pointer("/metadata/labels");
        let mut labels = own.and_then(Value::as_object).cloned().unwrap_or_default();
        for (key, value) in &self.labels {
            labels.insert((*key).to_owned(), json!(value));
        }
        labels
    }

    fn pod_spec(&self) -> Value {
        let account = match text(self.owner, "/spec/serviceAccount") {
            "" => "tidb-backup-manager",
            account => account,
        };
        let tools = json!({"name": "br-bin", "mountPath": "/var/lib/br-bin"});
        let init: Vec<Value> = self
            .init
            .iter()
            .map(|(name, image)| {
                json!({
                    "name": name, "image": image, "command": ["/bin/sh", "-c"],
                    "args": [format!("cp /{name} /var/lib/br-bin/{name}")], "volumeMounts": [tools],
                })
            })
            .collect();
        let mut volumes = vec![json!({"name": "br-bin", "emptyDir": {}})];
        let mut mounts = vec![tools];
        if self.storage && has(self.owner, "/spec/local/volume") {
            volumes.extend(self.owner.pointer("/spec/local/volume").cloned());
            mounts.extend(self.owner.pointer("/spec/local/volumeMount").cloned());
        }
        json!({
            "serviceAccountName": account,
            "restartPolicy": self.restart,
            "initContainers": init,
            "containers": [{
                "name": self.container, "image": "pingcap/tidb-backup-manager:v2.2.0",
                "args": self.arguments, "env": self.credentials(), "volumeMounts": mounts,
            }],
            "volumes": volumes,
        })
    }

    /// The credentials of S3 as environment variables from the Secret; other providers are left out.
    fn credentials(&self) -> Vec<Value> {
        let secret = text(self.owner, "/spec/s3/secretName");
        if secret.is_empty() || !self.storage || is_true(self.owner, "/spec/useKMS") {
            return Vec::new();
        }
        let from = |variable: &str, key: &str| json!({"name": variable, "valueFrom": {"secretKeyRef": {"name": secret, "key": key}}});
        vec![
            from("AWS_ACCESS_KEY_ID", "access_key"),
            from("AWS_SECRET_ACCESS_KEY", "secret_key"),
        ]
    }
}

/// The Job that the operator creates for a Backup.
pub fn document(dialect: Dialect, backup: &Value, purpose: BackupJob) -> Value {
    let name = text(backup, "/metadata/name");
    let clean = purpose == BackupJob::Clean;
    Blueprint {
        owner: backup,
        kind: "Backup",
        name: purpose.job_name(name),
        labels: labels(dialect, backup, ("backup", purpose.component())),
        container: "backup",
        arguments: purpose.arguments(backup),
        init: match clean {
            true => Vec::new(),
            false => vec![("br", br_image(backup))],
        },
        retries: json!(if clean { 6 } else { 0 }),
        restart: "Never",
        storage: true,
    }
    .document(dialect)
}

/// The labels of the operator for Backups and Restores (docs/operators.md, "All Jobs of a Backup share its label").
pub fn labels(
    dialect: Dialect,
    owner: &Value,
    (kind, component): (&str, &str),
) -> Vec<(&'static str, String)> {
    let name = text(owner, "/metadata/name");
    let instance = match text(owner, "/metadata/labels/app.kubernetes.io~1instance") {
        "" => name,
        own => own,
    };
    let managed_by = match dialect {
        Dialect::V2 => ("pingcap.com/managed-by", "tidb-operator".to_owned()),
        Dialect::V1 | Dialect::V1LogStop => {
            ("app.kubernetes.io/managed-by", format!("{kind}-operator"))
        }
    };
    let own = match kind {
        "restore" => "tidb.pingcap.com/restore",
        _ => "tidb.pingcap.com/backup",
    };
    vec![
        ("app.kubernetes.io/name", kind.to_owned()),
        managed_by,
        ("app.kubernetes.io/instance", instance.to_owned()),
        ("app.kubernetes.io/component", component.to_owned()),
        (own, name.to_owned()),
    ]
}

/// The object that owns a Job of this operator line: its kind, its key and its UID.
pub fn owner(dialect: Dialect, job: &Value) -> Option<(ObjectKind, ObjectKey, &str)> {
    let owner = job.pointer("/metadata/ownerReferences/0")?;
    let kind = match text(owner, "/kind") {
        "Backup" => ObjectKind::Backup,
        "Restore" => ObjectKind::Restore,
        "CompactBackup" => ObjectKind::Compaction,
        _ => return None,
    };
    let ours = text(owner, "/apiVersion") == dialect.operator().api_version();
    let key = ObjectKey::new(text(job, "/metadata/namespace"), text(owner, "/name"));
    ours.then_some((kind, key, text(owner, "/uid")))
}

/// How a Job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobVerdict {
    /// Its Pod exited with 0.
    Complete,
    /// Its Pods failed as often as `backoffLimit` allows.
    Failed,
}

/// How the Job ended; `None` while it runs.
pub fn end(job: &Value) -> Option<JobVerdict> {
    if condition_true(job, "Complete") {
        Some(JobVerdict::Complete)
    } else if condition_true(job, "Failed") {
        Some(JobVerdict::Failed)
    } else {
        None
    }
}

fn started(job: &Value, now: DateTime<Utc>) -> Value {
    match text(job, "/status/startTime") {
        "" => stamp(now),
        started => json!(started),
    }
}

/// The status of a Job after so many failed Pods, one of which runs (`ready`) or is about to.
pub fn active(job: &Value, failed: u64, ready: bool, now: DateTime<Utc>) -> Value {
    let mut status = json!({
        "active": 1, "ready": u8::from(ready), "startTime": started(job, now), "terminating": 0,
        "uncountedTerminatedPods": {},
    });
    if failed > 0 {
        as_map(&mut status).insert("failed".into(), json!(failed));
    }
    status
}

/// The status of a Job that ended, in the form that the API server's validation accepts: the conditions that the Job
/// controller writes on the way (SuccessCriteriaMet, FailureTarget) stand beside the last condition.
pub fn ended(job: &Value, end: JobVerdict, failed: u64, now: DateTime<Utc>) -> Value {
    let condition = |kind: &str, reason: &str, message: &str| {
        json!({"type": kind, "status": "True", "reason": reason, "message": message,
               "lastProbeTime": stamp(now), "lastTransitionTime": stamp(now)})
    };
    let (kinds, reason, message) = match end {
        JobVerdict::Complete => (
            ["SuccessCriteriaMet", "Complete"],
            "CompletionsReached",
            "Reached expected number of succeeded pods",
        ),
        JobVerdict::Failed => (
            ["FailureTarget", "Failed"],
            "BackoffLimitExceeded",
            "Job has reached the specified backoff limit",
        ),
    };
    let mut status = json!({
        "startTime": started(job, now), "ready": 0, "terminating": 0, "uncountedTerminatedPods": {},
        "conditions": kinds.map(|kind| condition(kind, reason, message)),
    });
    let fields = as_map(&mut status);
    if failed > 0 {
        fields.insert("failed".into(), json!(failed));
    }
    if end == JobVerdict::Complete {
        fields.insert("succeeded".into(), json!(1));
        fields.insert("completionTime".into(), stamp(now));
    }
    status
}

/// A Job with this status.
pub fn with_status(job: &Value, status: &Value) -> Value {
    let mut job = job.clone();
    as_map(&mut job).insert("status".into(), status.clone());
    job
}

/// A Job without finalizers, so that it goes.
pub fn without_finalizers(job: &Value) -> Value {
    let mut job = job.clone();
    map(as_map(&mut job), "metadata").remove("finalizers");
    job
}
