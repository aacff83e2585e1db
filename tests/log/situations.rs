//! Log backups as the operators leave them, one for each place where a verb can meet one.

use sandbox::operator::{Dialect, job};
use serde_json::{Value, json};

use crate::support::{Place, log_spec, tso_ago};

/// What a verb may meet: a name, the switches of the spec, the status, and the Jobs of sub-commands.
pub struct Situation {
    pub name: &'static str,
    pub switches: Value,
    pub status: Value,
    pub jobs: Vec<(&'static str, JobEnd)>,
    /// The verb that `--retry-failed` is tried with.
    pub retry: Option<&'static str>,
}

/// How the Job of a sub-command stands.
#[derive(Clone, Copy)]
pub enum JobEnd {
    AtWork,
    Failed,
}

impl PartialEq for Situation {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Situation {}

impl PartialOrd for Situation {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Situation {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.name.cmp(other.name)
    }
}

impl Situation {
    fn new(name: &'static str, switches: Value, status: Value) -> Self {
        Self {
            name,
            switches,
            status,
            jobs: Vec::new(),
            retry: None,
        }
    }

    fn job(mut self, command: &'static str, end: JobEnd) -> Self {
        self.jobs.push((command, end));
        self
    }

    fn retry(mut self, verb: &'static str) -> Self {
        self.retry = Some(verb);
        self
    }

    /// Puts a log backup of this name into the namespace, with its Jobs.
    pub fn put(&self, place: &Place, name: &str) {
        self.put_on(place, name, "basic");
    }

    /// The same for another TiDB cluster.
    pub fn put_on(&self, place: &Place, name: &str, cluster: &str) {
        let api = place.api();
        let is_deleted = self.name == "deleting";
        let mut metadata = json!({"name": name});
        if is_deleted {
            metadata["finalizers"] = json!(["example.com/held"]);
        }
        let mut spec = log_spec(&self.switches);
        spec["br"]["cluster"] = json!(cluster);
        api.create_with(metadata, &spec, &self.status);
        for (command, end) in &self.jobs {
            put_job(place, &format!("backup-{name}-{command}"), name, *end);
        }
        if is_deleted {
            api.delete(name);
        }
    }
}

/// A Job of a Backup, as an operator and the Job controller leave it.
pub fn put_job(place: &Place, name: &str, backup: &str, end: JobEnd) {
    let api = place.api();
    let path = format!("/apis/batch/v1/namespaces/{}/jobs", place.namespace);
    let owner = api.get(backup);
    let owner = json!({
        "apiVersion": owner["apiVersion"], "kind": "Backup", "name": backup, "uid": owner["metadata"]["uid"],
        "controller": true, "blockOwnerDeletion": true,
    });
    let metadata = json!({
        "name": name, "labels": {"tidb.pingcap.com/backup": backup}, "ownerReferences": [owner],
    });
    let pod =
        json!({"restartPolicy": "Never", "containers": [{"name": "backup", "image": "none"}]});
    let document = json!({
        "apiVersion": "batch/v1", "kind": "Job", "metadata": metadata,
        "spec": {"backoffLimit": 0, "template": {"spec": pod}},
    });
    let stored = api.ask("POST", &path, &document);
    let now = chrono::Utc::now();
    let status = match end {
        JobEnd::AtWork => job::active(&stored, 0, true, now),
        JobEnd::Failed => job::ended(&stored, job::JobVerdict::Failed, 1, now),
    };
    let path = format!("{path}/{name}/status");
    api.ask("PATCH", &path, &json!({"status": status}));
}

/// The moments of all situations.
#[derive(Clone, Copy)]
pub struct Moments {
    /// The log begins.
    pub start: u64,
    /// Until where the table's truncations cut.
    pub cut: u64,
    /// Until where another truncation was asked to cut.
    pub earlier_cut: u64,
    /// What can be restored.
    pub checkpoint: u64,
}

impl Moments {
    /// Two hours of log.
    pub fn now() -> Self {
        Self {
            start: tso_ago(7200),
            cut: tso_ago(3600),
            earlier_cut: tso_ago(5400),
            checkpoint: tso_ago(60),
        }
    }
}

/// A condition as both generations accept it.
pub fn condition(kind: &str, reason: &str, message: &str) -> Value {
    json!({"type": kind, "status": "True", "reason": reason, "message": message,
           "lastTransitionTime": "2026-01-01T00:00:00Z"})
}

/// A sub-command's status.
pub fn sub(command: &str, phase: &str) -> Value {
    sub_because(command, phase, phase, "")
}

/// The same with reason and message.
pub fn sub_because(command: &str, phase: &str, reason: &str, message: &str) -> Value {
    let time = chrono::Utc::now().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    json!({"command": command, "phase": phase, "timeStarted": time, "timeCompleted": time,
           "conditions": [condition(phase, reason, message)]})
}

/// A status with these sub-commands.
pub fn status(phase: &str, moments: Moments, subs: &[Value]) -> Value {
    let subs: serde_json::Map<String, Value> = subs
        .iter()
        .map(|sub| (sub["command"].as_str().unwrap().to_owned(), sub.clone()))
        .collect();
    json!({
        "phase": phase,
        "conditions": [condition(phase, "Complete", "")],
        "commitTs": moments.start.to_string(),
        "logCheckpointTs": moments.checkpoint.to_string(),
        "logSubCommandStatuses": subs,
    })
}

fn without_start(mut status: Value) -> Value {
    status.as_object_mut().unwrap().remove("commitTs");
    status.as_object_mut().unwrap().remove("logCheckpointTs");
    status
}

fn because(mut status: Value, reason: &str, message: &str) -> Value {
    let phase = status["phase"].as_str().unwrap().to_owned();
    status["conditions"] = json!([condition(&phase, reason, message)]);
    status
}

/// Everything that an operator of this line may leave.
pub fn all(dialect: Dialect, moments: Moments) -> Vec<Situation> {
    match dialect {
        Dialect::V1LogStop => only_log_stop(moments),
        _ => with_subcommands(moments),
    }
}

fn with_subcommands(at: Moments) -> Vec<Situation> {
    let wants = |command: &str| json!({"logSubcommand": command});
    let start = || sub("log-start", "Complete");
    let failed = |command, reason| sub_because(command, "Failed", reason, "br exited with 1");
    let situation = Situation::new;
    vec![
        situation("starting", wants("log-start"), Value::Null),
        situation(
            "start-failed",
            wants("log-start"),
            because(
                without_start(status(
                    "Failed",
                    at,
                    &[failed("log-start", "StartLogBackupFailed")],
                )),
                "StartLogBackupFailed",
                "br exited with 1",
            ),
        )
        .retry("start"),
        situation(
            "invalid",
            wants("log-start"),
            because(
                without_start(status("Invalid", at, &[])),
                "InvalidSpec",
                "bucket should not be empty",
            ),
        )
        .retry("start"),
        situation(
            "running",
            wants("log-start"),
            status("Running", at, &[start()]),
        ),
        situation(
            "pausing",
            wants("log-pause"),
            status("Running", at, &[start(), sub("log-pause", "Running")]),
        )
        .job("log-pause", JobEnd::AtWork),
        situation(
            "paused",
            wants("log-pause"),
            status("Paused", at, &[start(), sub("log-pause", "Complete")]),
        ),
        situation(
            "resuming",
            wants("log-start"),
            status(
                "Paused",
                at,
                &[
                    start(),
                    sub("log-pause", "Repeatable"),
                    sub("log-resume", "Running"),
                ],
            ),
        )
        .job("log-resume", JobEnd::AtWork),
        situation(
            "stopping",
            wants("log-stop"),
            status("Running", at, &[start(), sub("log-stop", "Running")]),
        )
        .job("log-stop", JobEnd::AtWork),
        situation(
            "stopped",
            wants("log-stop"),
            status("Stopped", at, &[start(), sub("log-stop", "Complete")]),
        ),
        situation(
            "lost",
            wants("log-start"),
            because(
                status(
                    "Failed",
                    at,
                    &[failed("log-start", "LogBackupTaskNotFound")],
                ),
                "LogBackupTaskNotFound",
                "log backup task not found",
            ),
        ),
        situation(
            "error-paused",
            wants("log-start"),
            because(
                status("RetryFailed", at, &[sub("log-start", "RetryFailed")]),
                "LogBackupErrorPaused",
                "Log backup paused due to error: disk full",
            ),
        ),
        situation(
            "deleting",
            wants("log-start"),
            status("Running", at, &[start()]),
        ),
        situation(
            "pause-failed",
            wants("log-pause"),
            status(
                "Running",
                at,
                &[start(), failed("log-pause", "PauseLogBackupFailed")],
            ),
        )
        .retry("pause"),
        situation(
            "resume-failed",
            wants("log-start"),
            status(
                "Paused",
                at,
                &[
                    start(),
                    sub("log-pause", "Repeatable"),
                    failed("log-resume", "ResumeLogBackupFailed"),
                ],
            ),
        )
        .retry("resume"),
        situation(
            "stop-failed",
            wants("log-stop"),
            status(
                "Running",
                at,
                &[start(), failed("log-stop", "StopLogBackupFailed")],
            ),
        )
        .retry("stop"),
        truncation("truncating", at, "Running").job("log-truncate", JobEnd::AtWork),
        truncation("truncate-failed", at, "Failed").retry("truncate"),
        situation(
            "logstop-false",
            json!({"logStop": false}),
            status("Running", at, &[start()]),
        ),
        situation(
            "logstop-true",
            json!({"logStop": true}),
            status("Stopped", at, &[start(), sub("log-stop", "Complete")]),
        ),
        situation(
            "start-invalid",
            wants("log-start"),
            because(
                without_start(status(
                    "Invalid",
                    at,
                    &[sub_because(
                        "log-start",
                        "Invalid",
                        "InvalidSpec",
                        "bucket should not be empty",
                    )],
                )),
                "InvalidSpec",
                "bucket should not be empty",
            ),
        )
        .retry("start"),
        situation("start-not-asked", wants("log-pause"), Value::Null),
        // The spec asks for something else by now than the Job at work.
        situation(
            "pause-taken-back",
            wants("log-start"),
            status("Running", at, &[start(), sub("log-pause", "Running")]),
        )
        .job("log-pause", JobEnd::AtWork),
        situation(
            "resume-taken-back",
            wants("log-pause"),
            status(
                "Paused",
                at,
                &[
                    start(),
                    sub("log-pause", "Repeatable"),
                    sub("log-resume", "Running"),
                ],
            ),
        )
        .job("log-resume", JobEnd::AtWork),
        situation(
            "stop-taken-back",
            wants("log-start"),
            status("Running", at, &[start(), sub("log-stop", "Running")]),
        )
        .job("log-stop", JobEnd::AtWork),
        situation(
            "truncation-waiting",
            json!({"logSubcommand": "log-pause", "logTruncateUntil": at.earlier_cut.to_string()}),
            status("Running", at, &[start(), sub("log-pause", "Running")]),
        )
        .job("log-pause", JobEnd::AtWork),
        // The Job will never end the sub-command.
        situation(
            "start-dead",
            wants("log-start"),
            without_start(status("Scheduled", at, &[sub("log-start", "Scheduled")])),
        )
        .job("log-start", JobEnd::Failed)
        .retry("start"),
        situation(
            "pause-dead",
            wants("log-pause"),
            status("Running", at, &[start(), sub("log-pause", "Running")]),
        )
        .job("log-pause", JobEnd::Failed)
        .retry("pause"),
        situation(
            "pause-dead-taken-back",
            wants("log-start"),
            status("Running", at, &[start(), sub("log-pause", "Running")]),
        )
        .job("log-pause", JobEnd::Failed)
        .retry("pause"),
        situation(
            "pause-job-gone",
            wants("log-pause"),
            status("Running", at, &[start(), sub("log-pause", "Running")]),
        )
        .retry("pause"),
        situation(
            "resume-dead",
            wants("log-start"),
            status(
                "Paused",
                at,
                &[
                    start(),
                    sub("log-pause", "Repeatable"),
                    sub("log-resume", "Running"),
                ],
            ),
        )
        .job("log-resume", JobEnd::Failed)
        .retry("resume"),
        truncation("truncate-dead", at, "Running")
            .job("log-truncate", JobEnd::Failed)
            .retry("truncate"),
        // v1: the pause of a task that had paused itself failed.
        situation(
            "error-paused-pause-failed",
            wants("log-pause"),
            because(
                status(
                    "RetryFailed",
                    at,
                    &[start(), failed("log-pause", "PauseLogBackupFailed")],
                ),
                "LogBackupErrorPaused",
                "Log backup paused due to error: disk full",
            ),
        )
        .retry("pause"),
    ]
}

/// A truncation to the table's own moment that runs, or failed.
fn truncation(name: &'static str, at: Moments, phase: &str) -> Situation {
    let mut truncate = sub_because(
        "log-truncate",
        phase,
        "TruncateLogBackuFailed",
        "br exited with 1",
    );
    truncate["logTruncatingUntil"] = json!(at.cut.to_string());
    Situation::new(
        name,
        json!({"logSubcommand": "log-start", "logTruncateUntil": at.cut.to_string()}),
        status("Running", at, &[sub("log-start", "Complete"), truncate]),
    )
}

/// 1.5.4: no sub-commands in the spec.
fn only_log_stop(at: Moments) -> Vec<Situation> {
    let status = |phase: &str| {
        let mut status = status(phase, at, &[sub("log-start", "Complete")]);
        status
            .as_object_mut()
            .unwrap()
            .remove("logSubCommandStatuses");
        status
    };
    let situation = Situation::new;
    vec![
        situation("starting", json!({}), Value::Null),
        situation(
            "start-failed",
            json!({}),
            because(
                without_start(self::status(
                    "Failed",
                    at,
                    &[sub_because(
                        "log-start",
                        "Failed",
                        "StartLogBackupFailed",
                        "br exited with 1",
                    )],
                )),
                "StartLogBackupFailed",
                "br exited with 1",
            ),
        )
        .retry("start"),
        situation("running", json!({}), status("Running")),
        situation("stopping", json!({"logStop": true}), status("Running")),
        situation("stopped", json!({"logStop": true}), status("Stopped")),
        situation("deleting", json!({}), status("Running")),
        situation(
            "stop-dead",
            json!({"logStop": true}),
            self::status(
                "Running",
                at,
                &[sub("log-start", "Complete"), sub("log-stop", "Running")],
            ),
        )
        .job("log-stop", JobEnd::Failed)
        .retry("stop"),
    ]
}
