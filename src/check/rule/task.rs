//! The one log task that BR runs on a cluster (docs/operators.md, "A cluster has one log task").

use crate::api::Kind;
use crate::check::{CheckSubject, Judgement};
use crate::error::Rule;
use crate::lookup::neighbours::Role;
use crate::lookup::surroundings::Surroundings;
use crate::manifest::work::WorkKind;
use crate::{Hint, NextCommand};

/// `second-task`: against other log backups, and schedules that are going to make one.
pub fn is_the_only_one(subject: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    let logs = subject
        .work
        .iter()
        .filter(|work| work.kind == WorkKind::Log);
    logs.filter_map(|work| judge(subject, &subject.cluster_of(work)?, surroundings))
        .collect()
}

/// `similar-name`: the operators read the state of a task by the beginning of its name
/// (docs/operators.md, "The task has the name of the Backup").
pub fn has_a_name_of_its_own(
    subject: &CheckSubject<'_>,
    surroundings: &Surroundings,
) -> Vec<Judgement> {
    let logs = subject
        .work
        .iter()
        .filter(|work| work.kind == WorkKind::Log);
    let clusters: Vec<_> = logs.filter_map(|work| subject.cluster_of(work)).collect();
    let ours = match subject.object.kind {
        Kind::BackupSchedule => format!("log-{}", subject.object.name),
        _ => subject.object.name.clone(),
    };
    let others = surroundings.neighbours.iter().flatten();
    others
        .filter(|other| matches!(other.role, Role::Log(_)) && clusters.contains(&other.cluster))
        .map(|other| other.object.name.as_str())
        .filter(|theirs| {
            ours != *theirs && (ours.starts_with(theirs) || theirs.starts_with(&ours))
        })
        .map(|theirs| {
            Judgement::warning(
                subject.object,
                format!(
                    "{ours} and {theirs} begin alike; the operator reads the state of a task by the beginning of its name and may mix them up"
                ),
            )
        })
        .collect()
}

fn judge(
    subject: &CheckSubject<'_>,
    cluster: &(String, String),
    surroundings: &Surroundings,
) -> Option<Judgement> {
    let neighbours = match &surroundings.neighbours {
        Ok(neighbours) => neighbours,
        Err(error) => return Some(Judgement::unknown(subject.object, error)),
    };
    let own_child = format!("log-{}", subject.object.name);
    let holder = neighbours.iter().find(|other| {
        let own = other.schedule.as_deref() == Some(subject.object.name.as_str())
            && other.object.name == own_child
            && other.object.namespace == subject.object.namespace;
        other.cluster == *cluster && other.holds_task() && other.object != *subject.object && !own
    });
    if let Some(holder) = holder {
        let other = &holder.object;
        let message = format!(
            "cluster {} has a log backup already: {other} in namespace {}; BR runs one log task a cluster",
            cluster.1, other.namespace
        );
        let hint = NextCommand::plugin("log status")
            .arg(&other.name)
            .namespace(&other.namespace);
        return Some(
            Judgement::critical(other, message)
                .breaks(Rule::SecondTask)
                .hint(Hint::from(hint).and("; log stop ends it for good")),
        );
    }
    let schedules = match &surroundings.schedules {
        Ok(schedules) => schedules,
        Err(error) => return Some(Judgement::unknown(subject.object, error)),
    };
    let coming = schedules.iter().find(|other| {
        other.object != *subject.object && other.coming_log.as_ref() == Some(cluster)
    });
    Some(match coming {
        None => Judgement::ok(
            subject.object,
            format!("no other log backup works on {}", cluster.1),
        ),
        Some(schedule) => {
            let other = &schedule.object;
            let message = format!(
                "{other} in namespace {} is going to start a log backup of cluster {}; BR runs one log task a cluster",
                other.namespace, cluster.1
            );
            let hint = NextCommand::plugin("schedule show")
                .arg(&other.name)
                .namespace(&other.namespace);
            Judgement::critical(other, message)
                .breaks(Rule::SecondTask)
                .hint(hint)
        }
    })
}
