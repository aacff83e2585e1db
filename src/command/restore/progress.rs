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
