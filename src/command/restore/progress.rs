//! How far a Restore is.

use serde_json::Value;

use crate::cli::Until;
use crate::log_backup::{Progress, verdict};
use crate::recovery::condition_true;

/// Holds a Restore against what is waited for. Conditions only accumulate, so they decide and the phase is for display; with
/// `prune` the phase goes on after Failed. A later Pod may still succeed with a `backoffLimit`, so Complete wins.
pub fn look(object: &Value, until: Until) -> Progress {
    let phase = object
        .pointer("/status/phase")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let told = |kind: &str| {
        let (reason, message) = verdict(object.pointer("/status/conditions"), kind);
        format!("{kind}: {reason} {message}").trim_end().to_owned()
    };
    let has = |kind: &str| condition_true(object, kind);
    match until {
        Until::Complete | Until::Running if has("Complete") => Progress::Done,
        Until::Running if has("Running") && !has("Failed") => Progress::Done,
        Until::Complete | Until::Running => {
            match ["Failed", "Invalid"].into_iter().find(|kind| has(kind)) {
                Some(kind) => Progress::Failed(told(kind)),
                None => Progress::Pending(pending(object, phase, told)),
            }
        }
        Until::Deleted => Progress::Pending(pending(object, phase, told)),
    }
}

fn pending(object: &Value, phase: &str, told: impl Fn(&str) -> String) -> String {
    match phase {
        "" => "no phase yet".to_owned(),
        "RetryFailed" => told("RetryFailed"),
        phase => match step(object) {
            Some(step) => format!("{phase}, {step}"),
            None => phase.to_owned(),
        },
    }
}

/// The newest step that BR reports, as in `Full Restore 42%`.
pub fn step(object: &Value) -> Option<String> {
    let last = object.pointer("/status/progresses")?.as_array()?.last()?;
    let name = last.get("step").and_then(Value::as_str)?;
    let percent = last
        .get("progress")
        .and_then(Value::as_f64)
        .unwrap_or_default();
    Some(format!("{name} {percent:.0}%"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use serde_json::json;

    /// Conditions decide: what is left over from a phase, a retry or a prune does not.
    #[test]
    fn conditions_decide() {
        let rows = [
            ("", vec![], Until::Complete, "pending no phase yet"),
            (
                "Running",
                vec!["Scheduled", "Running"],
                Until::Complete,
                "pending Running",
            ),
            (
                "Running",
                vec!["Scheduled", "Running"],
                Until::Running,
                "done",
            ),
            (
                "Scheduled",
                vec!["Scheduled"],
                Until::Running,
                "pending Scheduled",
            ),
            (
                "Complete",
                vec!["Running", "Complete"],
                Until::Complete,
                "done",
            ),
            (
                "Complete",
                vec!["Running", "Complete"],
                Until::Running,
                "done",
            ),
            (
                "Failed",
                vec!["Running", "Failed"],
                Until::Complete,
                "failed Failed: Why",
            ),
            (
                "Failed",
                vec!["Running", "Failed"],
                Until::Running,
                "failed Failed: Why",
            ),
            (
                "Invalid",
                vec!["Invalid"],
                Until::Complete,
                "failed Invalid: Why",
            ),
            // v1 with prune: the phase goes on, the restore has failed.
            (
                "PruneComplete",
                vec!["Failed", "PruneComplete"],
                Until::Complete,
                "failed Failed: Why",
            ),
            // With a backoffLimit a second Pod succeeded: both conditions stay True.
            (
                "Complete",
                vec!["Failed", "Complete"],
                Until::Complete,
                "done",
            ),
            (
                "RetryFailed",
                vec!["RetryFailed"],
                Until::Complete,
                "pending RetryFailed: Why",
            ),
            (
                "Complete",
                vec!["Complete"],
                Until::Deleted,
                "pending Complete",
            ),
        ];
        for (phase, conditions, until, expected) in rows {
            let conditions: Vec<Value> = conditions
                .iter()
                .map(|kind| json!({"type": kind, "status": "True", "reason": "Why"}))
                .collect();
            let object = json!({"status": {"phase": phase, "conditions": conditions}});
            let told = match look(&object, until) {
                Progress::Done => "done".to_owned(),
                Progress::Failed(why) => format!("failed {why}"),
                Progress::Pending(what) => format!("pending {what}"),
            };
            assert_eq!(told, expected, "{phase} {until:?}");
        }
        let step = json!({"status": {"phase": "Running", "progresses": [
            {"step": "Full Restore", "progress": 100.0}, {"step": "Log Restore", "progress": 42.7}]}});
        let Progress::Pending(told) = look(&step, Until::Complete) else {
            panic!("it still runs");
        };
        assert_eq!(told, "Running, Log Restore 43%");
    }
}
