//! Jobs: names, the documents that the operators create, and how a Job says that it ended.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::dialect::{Dialect, LogCommand};
use super::document::{Key, as_map, condition_true, map, stamp, text};

/// What a Job of a Backup is for (v2 section 6, v1 section 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// The snapshot itself, or a dump.
    Snapshot,
    /// A log sub-command.
    Log(LogCommand),
    /// `br log stop` for a log Backup that is being deleted.
    StopOnDelete,
    /// Deletion of the data.
    Clean,
}

/// Job names and label values end at 63 characters (rows 10).
pub const NAME_LIMIT: usize = 63;

impl Purpose {
    /// The name of the Job for a Backup.
    pub fn job_name(self, backup: &str) -> String {
        match self {
            Purpose::Snapshot => format!("backup-{backup}"),
            Purpose::Log(command) => format!("backup-{backup}-{command}"),
            Purpose::StopOnDelete => format!("stop-{backup}"),
            Purpose::Clean => format!("clean-{backup}"),
        }
    }

    /// What the Job with this name does for this Backup.
    pub fn of(job: &str, backup: &str, log: bool) -> Option<Self> {
        if !log && job == Purpose::Snapshot.job_name(backup) {
            return Some(Purpose::Snapshot);
        }
        if let Some(rest) = job.strip_prefix(&format!("backup-{backup}-")) {
            return LogCommand::from_name(rest).map(Purpose::Log);
        }
        [Purpose::StopOnDelete, Purpose::Clean]
            .into_iter()
            .find(|purpose| purpose.job_name(backup) == job)
    }

    fn component(self) -> &'static str {
        match self {
            Purpose::Clean => "clean",
            _ => "backup",
        }
    }

    fn arguments(self, backup: &Value) -> Vec<String> {
        let mut arguments = vec![
            if self == Purpose::Clean {
                "clean"
            } else {
                "backup"
            }
            .to_owned(),
            format!("--namespace={}", text(backup, "/metadata/namespace")),
            format!("--backupName={}", text(backup, "/metadata/name")),
        ];
        let command = match self {
            Purpose::Log(command) => command,
            Purpose::StopOnDelete => LogCommand::Stop,
            Purpose::Snapshot | Purpose::Clean => return arguments,
        };
        arguments.push("--mode=log".to_owned());
        arguments.push(format!("--subcommand={command}"));
        if command == LogCommand::Truncate {
            let until = text(backup, "/spec/logTruncateUntil");
            arguments.push(format!("--truncateUntil={until}"));
        }
        arguments
    }
}

/// The target of a truncate Job, which keeps its own value when the spec moves on (rows 4f, 4g).
pub fn truncate_until(job: &Value) -> Option<&str> {
    job.pointer("/spec/template/spec/containers/0/args")?
        .as_array()?
        .iter()
        .find_map(|argument| argument.as_str()?.strip_prefix("--truncateUntil="))
}

/// The Job that the operator creates for a Backup.
pub fn document(dialect: Dialect, backup: &Value, purpose: Purpose) -> Value {
    let name = text(backup, "/metadata/name");
    let labels = labels(dialect, backup, purpose);
    let annotations = backup.pointer("/metadata/annotations").cloned();
    let account = match text(backup, "/spec/serviceAccount") {
        "" => "tidb-backup-manager",
        account => account,
    };
    let image = match text(backup, "/spec/toolImage") {
        "" => "pingcap/br:v8.5.2",
        image => image,
    };
    let volume = json!({"name": "br-bin", "mountPath": "/var/lib/br-bin"});
    let mut init = json!([{
        "name": "br", "image": image, "command": ["/bin/sh", "-c"],
        "args": ["cp /br /var/lib/br-bin/br"], "volumeMounts": [volume],
    }]);
    if purpose == Purpose::Clean {
        init = json!([]);
    }
    let mut job = json!({
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": {
            "name": purpose.job_name(name),
            "namespace": text(backup, "/metadata/namespace"),
            "labels": labels,
            "ownerReferences": [{
                "apiVersion": dialect.operator().api_version(), "kind": "Backup", "name": name,
                "uid": text(backup, "/metadata/uid"), "controller": true, "blockOwnerDeletion": true,
            }],
        },
        "spec": {
            "backoffLimit": if purpose == Purpose::Clean { 6 } else { 0 },
            "template": {
                "metadata": {"labels": labels},
                "spec": {
                    "serviceAccountName": account,
                    "restartPolicy": "Never",
                    "initContainers": init,
                    "containers": [{
                        "name": "backup", "image": "pingcap/tidb-backup-manager",
                        "args": purpose.arguments(backup), "volumeMounts": [volume],
                    }],
                    "volumes": [{"name": "br-bin", "emptyDir": {}}],
                },
            },
        },
    });
    if let Some(annotations) = annotations {
        map(as_map(&mut job), "metadata").insert("annotations".into(), annotations);
    }
    job
}

/// The Backup's own labels first; the operator's keys win.
fn labels(dialect: Dialect, backup: &Value, purpose: Purpose) -> Map<String, Value> {
    let name = text(backup, "/metadata/name");
    let mut labels = backup
        .pointer("/metadata/labels")
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    let instance = match text(backup, "/metadata/labels/app.kubernetes.io~1instance") {
        "" => name,
        own => own,
    };
    let (managed_by, controller) = dialect.managed_by();
    for (key, value) in [
        ("app.kubernetes.io/name", "backup"),
        (managed_by, controller),
        ("app.kubernetes.io/instance", instance),
        ("app.kubernetes.io/component", purpose.component()),
        ("tidb.pingcap.com/backup", name),
    ] {
        labels.insert(key.into(), json!(value));
    }
    labels
}

/// The key of the Backup that owns a Job, if it is one of this dialect.
pub fn owner(dialect: Dialect, job: &Value) -> Option<Key> {
    let owner = job.pointer("/metadata/ownerReferences/0")?;
    let ours = text(owner, "/apiVersion") == dialect.operator().api_version()
        && text(owner, "/kind") == "Backup";
    ours.then(|| Key::new(text(job, "/metadata/namespace"), text(owner, "/name")))
}

/// How a Job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Its pod exited with 0.
    Complete,
    /// Its pods failed as often as `backoffLimit` allows.
    Failed,
}

/// How the Job ended; `None` while it runs.
pub fn end(job: &Value) -> Option<End> {
    if condition_true(job, "Complete") {
        Some(End::Complete)
    } else if condition_true(job, "Failed") {
        Some(End::Failed)
    } else {
        None
    }
}

/// The status of a Job whose pod runs.
pub fn active(now: DateTime<Utc>) -> Value {
    json!({"active": 1, "ready": 1, "startTime": stamp(now), "terminating": 0, "uncountedTerminatedPods": {}})
}

/// The status of a Job that ended, in the form that the API server's validation accepts: the conditions that
/// the Job controller writes on the way (SuccessCriteriaMet, FailureTarget) stand beside the final one.
pub fn ended(job: &Value, end: End, now: DateTime<Utc>) -> Value {
    let started = match text(job, "/status/startTime") {
        "" => stamp(now),
        started => json!(started),
    };
    let condition = |kind: &str, reason: &str, message: &str| {
        json!({"type": kind, "status": "True", "reason": reason, "message": message,
               "lastProbeTime": stamp(now), "lastTransitionTime": stamp(now)})
    };
    match end {
        End::Complete => {
            let (reason, message) = (
                "CompletionsReached",
                "Reached expected number of succeeded pods",
            );
            json!({
                "startTime": started, "completionTime": stamp(now), "succeeded": 1, "ready": 0,
                "terminating": 0, "uncountedTerminatedPods": {},
                "conditions": [condition("SuccessCriteriaMet", reason, message), condition("Complete", reason, message)],
            })
        }
        End::Failed => {
            let (reason, message) = (
                "BackoffLimitExceeded",
                "Job has reached the specified backoff limit",
            );
            json!({
                "startTime": started, "failed": 1, "ready": 0, "terminating": 0, "uncountedTerminatedPods": {},
                "conditions": [condition("FailureTarget", reason, message), condition("Failed", reason, message)],
            })
        }
    }
}
