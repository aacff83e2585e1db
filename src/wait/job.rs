//! How far the Job of a snapshot or of a Restore is. Conditions only accumulate, so they decide, and a phase may be left over
//! (docs/operators.md, "Failed is not the end with a backoffLimit", "Prune follows a failure"): with `prune` it goes on after
//! Failed, and with a `backoffLimit` a later Pod may succeed after Failed.

use serde_json::Value;

use crate::api::Conditions;
use crate::wait::Progress;

/// Holds an object against its end. `RetryFailed` is none.
pub fn complete(object: &Value) -> Progress {
    match ended(object) {
        Some(end) => end,
        None => Progress::Pending(standing(object)),
    }
}

/// The same for the Pod at work.
pub fn running(object: &Value) -> Progress {
    match ended(object) {
        Some(end) => end,
        None if phase(object) == "Running" => Progress::Done,
        None => Progress::Pending(standing(object)),
    }
}

/// What is seen of an object until it is gone.
pub fn gone(object: &Value) -> Progress {
    Progress::Pending(match object.pointer("/metadata/deletionTimestamp") {
        Some(_) => "Terminating".to_owned(),
        None => standing(object),
    })
}

fn ended(object: &Value) -> Option<Progress> {
    let failed = ["Failed", "Invalid"];
    let failed = failed
        .into_iter()
        .find(|kind| Conditions::of_object(object).is_true(kind));
    match failed {
        _ if Conditions::of_object(object).is_true("Complete") => Some(Progress::Done),
        failed => failed.map(|kind| Progress::Failed(told(object, kind))),
    }
}

fn standing(object: &Value) -> String {
    match phase(object) {
        "" => "no phase yet".to_owned(),
        "RetryFailed" => told(object, "RetryFailed"),
        phase => match step(object) {
            Some(step) => format!("{phase}, {step}"),
            None => phase.to_owned(),
        },
    }
}

fn phase(object: &Value) -> &str {
    let phase = object.pointer("/status/phase").and_then(Value::as_str);
    phase.unwrap_or_default()
}

fn told(object: &Value, kind: &str) -> String {
    let condition = Conditions::of_object(object).get(kind);
    match condition.is_empty() {
        true => kind.to_owned(),
        false => format!("{kind}: {condition}"),
    }
}

/// The newest step that BR reports, as in `Full Restore 42%`. A Complete object has done all of the step, whatever the last
/// report said (docs/operators.md, "The last step keeps its last progress").
pub fn step(object: &Value) -> Option<String> {
    let last = object.pointer("/status/progresses")?.as_array()?.last()?;
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

    fn look(until: &str, object: &Value) -> Progress {
        match until {
            "complete" => complete(object),
            "running" => running(object),
            _ => gone(object),
        }
    }

    /// Conditions decide: what is left over from a phase, a retry or a prune does not.
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
                "failed Failed: Why",
            ),
            (
                "Failed",
                vec!["Running", "Failed"],
                "running",
                "failed Failed: Why",
            ),
            (
                "Invalid",
                vec!["Invalid"],
                "complete",
                "failed Invalid: Why",
            ),
            // v1 with prune: the phase goes on, the restore has failed.
            (
                "PruneComplete",
                vec!["Failed", "PruneComplete"],
                "complete",
                "failed Failed: Why",
            ),
            // With a backoffLimit a second Pod succeeded: both conditions stay True.
            ("Complete", vec!["Failed", "Complete"], "complete", "done"),
            (
                "RetryFailed",
                vec!["RetryFailed"],
                "complete",
                "pending RetryFailed: Why",
            ),
            ("Complete", vec!["Complete"], "gone", "pending Complete"),
        ];
        for (phase, conditions, until, expected) in rows {
            let conditions: Vec<Value> = conditions
                .iter()
                .map(|kind| json!({"type": kind, "status": "True", "reason": "Why"}))
                .collect();
            let object = json!({"status": {"phase": phase, "conditions": conditions}});
            let told = match look(until, &object) {
                Progress::Done => "done".to_owned(),
                Progress::Failed(why) => format!("failed {why}"),
                Progress::Pending(what) => format!("pending {what}"),
            };
            assert_eq!(told, expected, "{phase} {until}");
        }
        let step = json!({"status": {"phase": "Running", "progresses": [
            {"step": "Full Restore", "progress": 100.0}, {"step": "Log Restore", "progress": 42.7}]}});
        let Progress::Pending(told) = complete(&step) else {
            panic!("it still runs");
        };
        assert_eq!(told, "Running, Log Restore 43%");
    }
}
