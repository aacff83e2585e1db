//! The cluster that is restored into.

use crate::check::{CheckSubject, Judgement};
use crate::lookup::neighbours::Neighbour;
use crate::lookup::surroundings::{OtherRestore, Surroundings};
use crate::manifest::work::WorkKind;
use crate::{Hint, NextCommand, Result};

/// Judges the cluster that a Restore writes into, by a list that may not be readable.
fn each<T>(
    subject: &CheckSubject<'_>,
    list: &Result<Vec<T>>,
    what: &str,
    judge: impl Fn(&T, &(String, String)) -> Option<Judgement>,
) -> Vec<Judgement> {
    let mut judgements = Vec::new();
    let restores = subject
        .work
        .iter()
        .filter(|work| work.kind == WorkKind::Restore);
    for cluster in restores.filter_map(|work| subject.cluster_of(work)) {
        match list {
            Err(error) => {
                judgements.push(Judgement::unknown(subject.object, error));
            }
            Ok(list) => {
                let before = judgements.len();
                judgements.extend(list.iter().filter_map(|other| judge(other, &cluster)));
                if judgements.len() == before {
                    judgements.push(Judgement::ok(
                        subject.object,
                        format!("no {what} works on {}", cluster.1),
                    ));
                }
            }
        }
    }
    judgements
}

/// `target-log`: BR does not restore into a cluster whose changes are being copied.
pub fn has_no_log(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    let judge = |other: &Neighbour, cluster: &(String, String)| {
        (other.cluster == *cluster && other.holds_task()).then(|| {
            let log = &other.object;
            Judgement::critical(
                log,
                format!(
                    "log backup {log} (namespace {}) is active on {}, and BR does not restore into a cluster whose changes are being copied",
                    log.namespace, cluster.1
                ),
            )
            .hint(
                Hint::from(
                    NextCommand::plugin("log stop")
                        .arg(&log.name)
                        .namespace(&log.namespace),
                )
                .and(", and start another log backup and take a snapshot after the restore"),
            )
        })
    };
    each(subject, &surroundings.neighbours, "log backup", judge)
}

/// `target-restore`: two Restores into one cluster disturb each other, and a failed one leaves data behind.
pub fn has_no_restore(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    let judge = |other: &OtherRestore, cluster: &(String, String)| {
        if other.object == *subject.object || other.cluster != *cluster {
            return None;
        }
        judge_restore(other, &cluster.1)
    };
    each(subject, &surroundings.restores, "other restore", judge)
}

fn judge_restore(other: &OtherRestore, cluster: &str) -> Option<Judgement> {
    let object = &other.object;
    let namespace = &object.namespace;
    let command = |verb: &str| {
        NextCommand::plugin(verb)
            .arg(&object.name)
            .namespace(namespace)
    };
    let phase = match other.phase.as_str() {
        "" => "no phase yet",
        phase => phase,
    };
    match other {
        OtherRestore { .. } if matches!(phase, "PruneScheduled" | "PruneRunning") => Some(
            Judgement::critical(
                object,
                format!(
                    "{object} (namespace {namespace}, {phase}) failed in {cluster} and is being pruned: BR works on the cluster"
                ),
            )
            .hint(command("restore show")),
        ),
        OtherRestore { over: false, .. } => Some(
            Judgement::critical(
                object,
                format!(
                    "{object} (namespace {namespace}, {phase}) restores into {cluster} already"
                ),
            )
            .hint(command("restore wait")),
        ),
        OtherRestore { failed: true, .. } => {
            let what_follows = match phase {
                "PruneComplete" => {
                    "its prune took its checkpoint away, so BR begins anew; tables that it wrote may still be there"
                }
                "PruneFailed" => {
                    "its prune failed too, so BR may refuse another restore until the failed one is aborted"
                }
                _ => {
                    "what it wrote is still there, and BR goes on from its checkpoint only with the same data and moment"
                }
            };
            let message =
                format!("{object} (namespace {namespace}) failed in {cluster}: {what_follows}");
            Some(Judgement::warning(object, message).hint(command("restore show")))
        }
        OtherRestore { .. } => None,
    }
}
