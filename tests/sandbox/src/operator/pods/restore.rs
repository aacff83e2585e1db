//! The Pods of a Restore's Jobs: what backup-manager writes into the Restore.

use chrono::{DateTime, Utc};

use super::super::action::{Action, Writer};
use super::super::cache::cluster_key;
use super::super::dialect::Dialect;
use super::super::document::{ObjectKey, condition_true, text};
use super::super::mode::Mode;
use super::super::restore_status::Report;
use super::super::status::{StatusCondition, phase};
use super::super::tso::tso;
use super::{PodScene, Verdict};

/// The progress lines of BR, as the trial runs had them: the last step never says 100 (docs/operators.md, "The last step
/// keeps its last progress").
const PROGRESS: [(&str, u8); 2] = [("Checksum", 10), ("Full Restore", 50)];

/// The program of a restore Job, or of the prune Job after it.
#[derive(Debug, Clone, Copy)]
pub struct RestoreProgram {
    /// Whether the Job aborts a Restore that failed.
    pub prune: bool,
}

impl RestoreProgram {
    /// How many writes come before BR ends.
    pub fn writes(self) -> usize {
        match self.prune {
            true => 1,
            false => 1 + PROGRESS.len(),
        }
    }

    /// The line of progress that comes with a write.
    pub fn progress(self, number: usize) -> Option<(&'static str, u8)> {
        let line = number.checked_sub(1).filter(|_| !self.prune)?;
        PROGRESS.get(line).copied()
    }

    /// Running, then a write for each line of progress.
    pub fn write(self, scene: &PodScene<'_>, number: usize) -> Vec<Action> {
        let report = match (self.prune, number.checked_sub(1)) {
            (true, _) => Report::because(phase::PRUNE_RUNNING, "PruneJobStarted", ""),
            // A second Pod does not say Running again (docs/operators.md, "Failed is not the end with a backoffLimit").
            (false, None) if condition_true(scene.owner, phase::RUNNING) => return Vec::new(),
            (false, None) => Report::new(StatusCondition::new(phase::RUNNING)),
            (false, Some(_)) => match self.progress(number) {
                Some((step, percent)) => Report::progress(step, percent),
                None => return Vec::new(),
            },
        };
        vec![write(scene, report)]
    }

    /// What backup-manager says at its end. BR restores nothing into a cluster that has a log task (docs/operators.md, "A
    /// cluster has one log task").
    pub fn verdict(self, scene: &PodScene<'_>, mode: &Mode) -> Verdict {
        let refused = match mode {
            Mode::BrFail(message) => Some(message.clone()),
            _ if self.prune => None,
            _ => busy(scene),
        };
        let report = match (&refused, self.prune) {
            (Some(message), true) => Report::because(phase::PRUNE_FAILED, "BRAbortFailed", message),
            (Some(message), false) => failure(message),
            (None, true) => Report::because(phase::PRUNE_COMPLETE, "PruneJobComplete", ""),
            (None, false) => success(scene, scene.started),
        };
        Verdict {
            actions: vec![write(scene, report)],
            outcome: refused.map_or(Ok(()), Err),
        }
    }

    /// backup-manager of v1 is terminated with its Job (docs/operators.md, "A v1 Restore never gets its Job again").
    pub fn last_words(self, scene: &PodScene<'_>) -> Vec<Action> {
        if self.prune || scene.dialect == Dialect::V2 {
            return Vec::new();
        }
        let message = "wait pipe message failed, errMsg , err: signal: terminated";
        vec![write(scene, failure(message))]
    }
}

fn busy(scene: &PodScene<'_>) -> Option<String> {
    let cluster = cluster_key(scene.dialect, scene.owner);
    let mut tasks = scene.cache.pd.tasks();
    let (name, _) = tasks.find(|(_, task)| task.cluster == cluster)?;
    Some(format!(
        "[BR:Stream:ErrStreamLogTaskExist]cannot restore while log backup task {name} is running"
    ))
}

fn failure(message: &str) -> Report {
    Report::because(phase::FAILED, "RestoreDataFromRemoteFailed", message)
}

/// In `pitr` the metadata of a log has no end, which is shown as 0 (docs/operators.md, "A PITR Restore names two storages").
fn success(scene: &PodScene<'_>, started: DateTime<Utc>) -> Report {
    let commit = match text(scene.owner, "/spec/restoreMode") {
        "pitr" => "0".to_owned(),
        _ => tso(started).to_string(),
    };
    Report {
        times: Some((started, scene.now)),
        commit: Some(commit),
        ..Report::new(StatusCondition::new(phase::COMPLETE))
    }
}

fn write(scene: &PodScene<'_>, report: Report) -> Action {
    Action::Report {
        restore: ObjectKey::from_object(scene.owner),
        report: Box::new(report),
        writer: Writer::Pod,
    }
}
