//! How far a compaction is.

use serde_json::Value;

use super::progress::{Failure, GoalProgress};
use crate::api::document::at;
use crate::inspect::describe::last_retry_reason;

/// How far a CompactBackup is on its way to complete. `RetryFailed` is not an end, and the text of a failure is in the records of
/// the retries (docs/operators.md, "The cause of a failed compaction is in the retries").
pub fn complete(object: &Value) -> GoalProgress {
    let text = |pointer: &str| at(object, pointer).as_str().filter(|text| !text.is_empty());
    let message = text("/status/message").unwrap_or("no message");
    match text("/status/state") {
        None => GoalProgress::Pending("no state yet".to_owned()),
        Some("Complete") => GoalProgress::Reached,
        Some("Failed") => GoalProgress::Failed(Failure::of_work(match last_retry_reason(object) {
            Some(cause) => format!("{message}: {cause}"),
            None => message.to_owned(),
        })),
        Some("RetryFailed") => GoalProgress::Pending(format!("RetryFailed: {message}")),
        Some(state) => GoalProgress::Pending(match text("/status/progress") {
            Some(progress) => format!("{state} {progress}"),
            None => state.to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// The message of a failed compaction never says why; the last retry does.
    #[test]
    fn the_cause_comes_from_the_retries() {
        let limit = "Job has reached the specified backoff limit";
        let rows = [
            (json!({}), "no state yet"),
            (
                json!({"state": "Running", "progress": "3/5"}),
                "Running 3/5",
            ),
            (
                json!({"state": "RetryFailed", "message": "br"}),
                "RetryFailed: br",
            ),
            (
                json!({"state": "Failed", "message": limit}),
                "failed: Job has reached the specified backoff limit",
            ),
            (
                json!({"state": "Failed", "message": limit, "backoffRetryStatus": [
                    {"retryReason": "first"}, {"retryNum": 1, "retryReason": "no space"}]}),
                "failed: Job has reached the specified backoff limit: no space",
            ),
        ];
        for (status, expected) in rows {
            let shown = match complete(&json!({"status": status})) {
                GoalProgress::Pending(seen) | GoalProgress::Stalled(seen, _) => seen,
                GoalProgress::Failed(failure) => failure.message,
                GoalProgress::Reached => "reached".to_owned(),
            };
            assert_eq!(shown, expected);
        }
    }
}
