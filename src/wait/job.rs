//! How far the Job of a snapshot or of a Restore is. Its conditions decide, because a phase can be left over: a prune goes on after
//! Failed (docs/operators.md, "Prune follows a failure"), and with a `backoffLimit` a later Pod can succeed after Failed
//! (docs/operators.md, "Failed is not the end with a backoffLimit").

use serde_json::Value;

use super::progress::{DecisiveJob, Failure, GoalProgress, JobLooks, is};
use crate::api::document::at;
use crate::api::{Conditions, Kind, ObjectRef};
use crate::log_backup::JobSeen;

/// How far the object is on its way to complete. `RetryFailed` is not final: the operator tries again.
pub fn complete(object: &Value, looks: Option<&JobLooks>) -> GoalProgress {
    end(object, looks).unwrap_or_else(|| GoalProgress::Pending(standing(object)))
}

/// How far the object is on its way to a Pod at work.
pub fn running(object: &Value, looks: Option<&JobLooks>) -> GoalProgress {
    match end(object, looks) {
        Some(end) => end,
        None if phase(object) == "Running" => GoalProgress::Reached,
        None => GoalProgress::Pending(standing(object)),
    }
}

/// The Job of a Restore that reported a failure and has a `backoffLimit`: only the Job knows whether another Pod follows.
pub fn that_may_retry(object: &Value) -> Option<DecisiveJob> {
    let limit = at(object, "/spec/backoffLimit").as_u64();
    let restore = ObjectRef::of(object).filter(|_| is(object, Kind::Restore))?;
    let failed = failure(object).is_some();
    (failed && limit.is_some_and(|limit| limit > 0)).then(|| DecisiveJob {
        name: format!("restore-{}", restore.name),
        at_once: true,
    })
}

fn end(object: &Value, looks: Option<&JobLooks>) -> Option<GoalProgress> {
    if Conditions::of_object(object).is_true("Complete") {
        return Some(GoalProgress::Reached);
    }
    let why = failure(object)?;
    let retries = matches!(
        looks.map(|looks| &looks.second),
        Some(JobSeen::AtWork { .. })
    );
    Some(match retries {
        true => GoalProgress::Pending(format!("{why}; its Job may try again")),
        false => GoalProgress::Failed(Failure::of_work(why)),
    })
}

/// Why the work failed; `None` while it did not.
fn failure(object: &Value) -> Option<String> {
    let conditions = Conditions::of_object(object);
    if conditions.is_true("Failed") {
        let why = conditions.get("Failed");
        return Some(match why.is_empty() {
            true => "no reason is given".to_owned(),
            false => why.to_string(),
        });
    }
    let is_invalid = conditions.is_true("Invalid");
    is_invalid.then(|| with_reason(object, "Invalid"))
}

fn standing(object: &Value) -> String {
    match phase(object) {
        "" => "no phase yet".to_owned(),
        "RetryFailed" => with_reason(object, "RetryFailed"),
        phase => match newest_step(object) {
            Some(step) => format!("{phase}, {step}"),
            None => phase.to_owned(),
        },
    }
}

fn phase(object: &Value) -> &str {
    at(object, "/status/phase").as_str().unwrap_or_default()
}

fn with_reason(object: &Value, kind: &str) -> String {
    let condition = Conditions::of_object(object).get(kind);
    match condition.is_empty() {
        true => kind.to_owned(),
        false => format!("{kind}: {condition}"),
    }
}

/// The newest step that BR reports, as in `Full Restore 42%`. A Complete object has done all of the step, whatever the last
/// report said (docs/operators.md, "The last step keeps its last progress").
fn newest_step(object: &Value) -> Option<String> {
    let last = at(object, "/status/progresses").as_array()?.last()?;
    let name = last.get("step").and_then(Value::as_str)?;
    let reported = last.get("progress").and_then(Value::as_f64);
    let percent = match phase(object) {
        "Complete" => 100.0,
        _ => reported.unwrap_or_default(),
    };
    Some(format!("{name} {percent:.0}%"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use serde_json::json;

    fn progress_of(until: &str, object: &Value) -> GoalProgress {
        match until {
            "complete" => complete(object, None),
            _ => running(object, None),
        }
    }

    /// Conditions decide: a phase that is left over from a retry or a prune does not.
    #[test]
    fn conditions_decide() {
        let rows = [
            ("", vec![], "complete", "pending no phase yet"),
            (
                "Running",
                vec!["Scheduled", "Running"],
                "complete",
                "pending Running",
            ),
            ("Running", vec!["Scheduled", "Running"], "running", "done"),
            // The first Pod ran, the next one does not yet.
            (
                "RetryFailed",
                vec!["Running", "RetryFailed"],
                "running",
                "pending RetryFailed: Why",
            ),
            (
                "Scheduled",
                vec!["Scheduled"],
                "running",
                "pending Scheduled",
            ),
            ("Complete", vec!["Running", "Complete"], "complete", "done"),
            ("Complete", vec!["Running", "Complete"], "running", "done"),
            (
                "Failed",
                vec!["Running", "Failed"],
                "complete",
                "failed: Why",
            ),
            (
                "Failed",
                vec!["Running", "Failed"],
                "running",
                "failed: Why",
            ),
            (
                "Invalid",
                vec!["Invalid"],
                "complete",
                "failed: Invalid: Why",
            ),
            // v1 with prune: the phase goes on, the restore has failed.
            (
                "PruneComplete",
                vec!["Failed", "PruneComplete"],
                "complete",
                "failed: Why",
            ),
            // With a backoffLimit a second Pod succeeded: both conditions stay True.
            ("Complete", vec!["Failed", "Complete"], "complete", "done"),
            (
                "RetryFailed",
                vec!["RetryFailed"],
                "complete",
                "pending RetryFailed: Why",
            ),
        ];
        for (phase, conditions, until, expected) in rows {
            let conditions: Vec<Value> = conditions
                .iter()
                .map(|kind| json!({"type": kind, "status": "True", "reason": "Why"}))
                .collect();
            let object = json!({"status": {"phase": phase, "conditions": conditions}});
            let shown = match progress_of(until, &object) {
                GoalProgress::Reached => "done".to_owned(),
                GoalProgress::Failed(failure) => failure.message,
                GoalProgress::Pending(seen) | GoalProgress::Stalled(seen, _) => {
                    format!("pending {seen}")
                }
            };
            assert_eq!(shown, expected, "{phase} {until}");
        }
        let step = json!({"status": {"phase": "Running", "progresses": [
            {"step": "Full Restore", "progress": 100.0}, {"step": "Log Restore", "progress": 42.7}]}});
        assert_eq!(
            complete(&step, None),
            GoalProgress::Pending("Running, Log Restore 43%".to_owned())
        );
    }
}
