//! How far the deletion of an object is.

use serde_json::Value;

use super::progress::{DecisiveJob, Failure, GoalProgress, JobLooks, is, is_deleting};
use crate::api::document::at;
use crate::api::{Condition, Conditions, Kind, ObjectRef, Operator};
use crate::error::{Hint, NextCommand};
use crate::log_backup::JobSeen;

/// The Job that erases the data, once cleaning failed at least once.
pub fn clean_job(object: &Value) -> Option<DecisiveJob> {
    let reference = ObjectRef::of(object)?;
    (phase(object) == "CleanFailed" && is_deleting(object)).then(|| DecisiveJob {
        name: format!("clean-{}", reference.name),
        at_once: true,
    })
}

/// How far the object is on its way to be gone.
pub fn deleted(object: &Value, uid: Option<&str>, looks: Option<&JobLooks>) -> GoalProgress {
    let is_another = uid.is_some_and(|uid| at(object, "/metadata/uid").as_str() != Some(uid));
    if is_another {
        return GoalProgress::Reached;
    }
    if !is_deleting(object) {
        return GoalProgress::Pending(standing(object));
    }
    let finalizers = at(object, "/metadata/finalizers").as_array();
    let has = |name: &str| finalizers.into_iter().flatten().any(|known| known == name);
    if has("foregroundDeletion") || has("orphan") {
        return GoalProgress::Stalled(
            "Terminating, and Kubernetes collects what the object owns".to_owned(),
            Vec::new(),
        );
    }
    match phase(object) {
        "CleanFailed" => cleaning_failed(object, looks),
        "Invalid" if is_held_when_invalid(object) => GoalProgress::Stalled(
            "Terminating, Invalid: the operator does not look at the object again, so its finalizer stays".to_owned(),
            release(object).into_iter().collect(),
        ),
        "" => GoalProgress::Pending("Terminating".to_owned()),
        phase => GoalProgress::Pending(format!("Terminating, {phase}")),
    }
}

/// A clean Job tries several times before it fails, and a failed one holds the object for ever
/// (docs/operators.md, "A failed clean Job holds the Backup").
fn cleaning_failed(object: &Value, looks: Option<&JobLooks>) -> GoalProgress {
    let why: Condition = Conditions::of_object(object).get("CleanFailed");
    let seen = format!("Terminating, and erasing the data failed: {why}");
    let Some(looks) = looks else {
        return GoalProgress::Pending(seen);
    };
    let way_out = || -> Hint {
        let namespace = at(object, "/metadata/namespace").as_str();
        NextCommand::kubectl("delete job")
            .arg(&looks.job)
            .namespace(namespace.unwrap_or_default())
            .after("once the cause is fixed, delete the Job, and the operator tries again")
    };
    match &looks.second {
        JobSeen::AtWork { .. } => {
            GoalProgress::Pending(format!("{seen}; Job {} tries again", looks.job))
        }
        JobSeen::Failed { .. } => GoalProgress::Failed(
            Failure {
                message: format!(
                    "stays: erasing its data failed ({why}), and Job {} does not try again",
                    looks.job
                ),
                hints: Vec::new(),
            }
            .hint(way_out()),
        ),
        JobSeen::Missing | JobSeen::Unreadable | JobSeen::Succeeded => {
            GoalProgress::Stalled(seen, vec![way_out()])
        }
    }
}

/// docs/operators.md, "An Invalid Backup with Delete hangs on v2" and "v2 holds a Restore until it ends".
fn is_held_when_invalid(object: &Value) -> bool {
    let is_v2 = ObjectRef::of(object).is_some_and(|object| object.operator == Operator::V2);
    let cleans = at(object, "/spec/cleanPolicy").as_str() == Some("Delete");
    is_v2 && (cleans || is(object, Kind::Restore))
}

/// What makes the operator let go of an Invalid object: another policy for a Backup, and for a Restore nothing but the removal of
/// its finalizer.
fn release(object: &Value) -> Option<Hint> {
    let reference = ObjectRef::of(object)?;
    let patch = match is(object, Kind::Restore) {
        true => r#"{"metadata":{"finalizers":null}}"#,
        false => r#"{"spec":{"cleanPolicy":"OnFailure"}}"#,
    };
    let (kind, group) = (reference.kind.plural(), reference.operator.group());
    let command = NextCommand::kubectl(&format!("patch {kind}.{group}"))
        .arg(reference.name)
        .namespace(reference.namespace)
        .flag("--type", "merge")
        .flag("-p", patch);
    Some(command.after("let the object go, and keep its data"))
}

fn phase(object: &Value) -> &str {
    at(object, "/status/phase").as_str().unwrap_or_default()
}

fn standing(object: &Value) -> String {
    match phase(object) {
        "" => "not deleted yet".to_owned(),
        phase => format!("{phase}, not deleted yet"),
    }
}
