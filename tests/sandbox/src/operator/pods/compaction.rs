//! The Pods of a CompactBackup's Job: what each writes into the object.

use kubectl_tidb_br::time::Tso;
use serde_json::{Value, json};

use super::super::action::Action;
use super::super::document::{as_map, list, stamp, text};
use super::super::mode::Mode;
use super::super::schedule::compaction::{event, write};
use super::{PodScene, Verdict};

/// The program of a compaction Job.
#[derive(Debug, Clone, Copy)]
pub struct CompactionProgram;

/// What the Pod says at once of a range that ends before it starts (docs/operators.md, "A compaction needs both ends and
/// its cluster's namespace").
pub fn refusal(scene: &PodScene<'_>) -> Option<Vec<Action>> {
    let backwards = moment(scene.owner, "startTs") > moment(scene.owner, "endTs");
    backwards.then(|| retry(scene, "until-ts must be greater than from-ts"))
}

/// Running.
pub fn begin(scene: &PodScene<'_>) -> Vec<Action> {
    let status = json!({"state": "Running", "progress": "[READ_META(0/17),COMPACT_WORK(0/1291)]"});
    let started = "The compaction process has started successfully.";
    vec![
        event(scene.owner, true, "Started", started),
        write(scene.owner, status),
    ]
}

/// Complete, or one more entry among the retries.
pub fn verdict(scene: &PodScene<'_>, mode: &Mode) -> Verdict {
    if let Mode::BrFail(why) = mode {
        return Verdict {
            actions: retry(scene, why),
            outcome: Err(why.clone()),
        };
    }
    let status = json!({
        "state": "Complete", "progress": "[READ_META(17/17),COMPACT_WORK(1291/1291)]",
        "endTs": moment(scene.owner, "endTs").map(|end| end.to_string()),
    });
    let finished = "The compaction process has finished successfully.";
    Verdict {
        actions: vec![
            event(scene.owner, true, "Finished", finished),
            write(scene.owner, status),
        ],
        outcome: Ok(()),
    }
}

/// The process is killed with its Job (docs/operators.md, "Deleting a running compaction").
pub fn last_words(scene: &PodScene<'_>) -> Vec<Action> {
    let why = "failed to run compact: signal: killed";
    vec![event(scene.owner, false, "Failed(Retryable)", why)]
}

/// A failed Pod leaves the cause among the retries; the first entry has no number (docs/operators.md, "The cause of a
/// failed compaction is in the retries").
fn retry(scene: &PodScene<'_>, why: &str) -> Vec<Action> {
    let records = list(scene.owner, "/status/backoffRetryStatus");
    let mut all = records.to_vec();
    let mut record = json!({"detectFailedAt": stamp(scene.now), "retryReason": why});
    if !all.is_empty() {
        as_map(&mut record).insert("retryNum".into(), json!(all.len()));
    }
    all.push(record);
    let status = json!({"state": "RetryFailed", "message": why, "backoffRetryStatus": all});
    vec![
        event(scene.owner, false, "Failed(Retryable)", why),
        write(scene.owner, status),
    ]
}

fn moment(compaction: &Value, key: &str) -> Option<Tso> {
    Tso::parse(text(compaction, &format!("/spec/{key}")))
}
