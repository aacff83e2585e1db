//! Log backups as the operators leave them, one for each place where a verb can meet one.

use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::support::tso_ago;

/// What a verb may meet: a name, the switches of the spec, the status.
pub struct Situation {
    pub name: &'static str,
    pub switches: Value,
    pub status: Value,
}

/// The moments of all situations.
#[derive(Clone, Copy)]
pub struct Moments {
    /// The log begins.
    pub start: u64,
    /// Until where the table's truncations cut.
    pub cut: u64,
    /// What can be restored.
    pub checkpoint: u64,
}

impl Moments {
    /// Two hours of log.
    pub fn now() -> Self {
        Self {
            start: tso_ago(7200),
            cut: tso_ago(3600),
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
    let situation = |name, switches, status| Situation {
        name,
        switches,
        status,
    };
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
        ),
        situation(
            "invalid",
            wants("log-start"),
            because(
                without_start(status("Invalid", at, &[])),
                "InvalidSpec",
                "bucket should not be empty",
            ),
        ),
        situation(
            "running",
            wants("log-start"),
            status("Running", at, &[start()]),
        ),
        situation(
            "pausing",
            wants("log-pause"),
            status("Running", at, &[start(), sub("log-pause", "Running")]),
        ),
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
        ),
        situation(
            "stopping",
            wants("log-stop"),
            status("Running", at, &[start(), sub("log-stop", "Running")]),
        ),
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
        ),
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
        ),
        situation(
            "stop-failed",
            wants("log-stop"),
            status(
                "Running",
                at,
                &[start(), failed("log-stop", "StopLogBackupFailed")],
            ),
        ),
        truncation("truncating", at, "Running"),
        truncation("truncate-failed", at, "Failed"),
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
    Situation {
        name,
        switches: json!({"logSubcommand": "log-start", "logTruncateUntil": at.cut.to_string()}),
        status: status("Running", at, &[sub("log-start", "Complete"), truncate]),
    }
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
    let situation = |name, switches, status| Situation {
        name,
        switches,
        status,
    };
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
        ),
        situation("running", json!({}), status("Running")),
        situation("stopping", json!({"logStop": true}), status("Running")),
        situation("stopped", json!({"logStop": true}), status("Stopped")),
        situation("deleting", json!({}), status("Running")),
    ]
}
