//! Why a Pod does not start: the object stays Scheduled, and only the Pod tells
//! (docs/operators.md, "A Pod that cannot start keeps the phase").

use serde_json::Value;

use super::Cause;
use crate::NextCommand;
use crate::api::ObjectRef;
use crate::api::document::at;
use crate::cluster::Found;
use crate::lookup::standstill::Standstill;

/// Reasons of a waiting container, each with the name of the cause and what it means.
const WAITING: &[(&str, &str, &str)] = &[
    (
        "ImagePullBackOff",
        "image-pull",
        "the image cannot be pulled",
    ),
    ("ErrImagePull", "image-pull", "the image cannot be pulled"),
    (
        "InvalidImageName",
        "image-pull",
        "the name of the image is not valid",
    ),
    (
        "ErrImageNeverPull",
        "image-pull",
        "the image is not on the node and must not be pulled",
    ),
    (
        "CreateContainerConfigError",
        "pod-config",
        "the container cannot be configured",
    ),
    (
        "CreateContainerError",
        "pod-config",
        "the container cannot be created",
    ),
    (
        "RunContainerError",
        "pod-config",
        "the container cannot be run",
    ),
    (
        "CrashLoopBackOff",
        "pod-crash",
        "the container fails again and again",
    ),
];

/// What keeps the Pods of the awaited Job from running.
pub fn causes(reference: &ObjectRef, around: &Standstill) -> Option<Cause> {
    let pods = around.pods.as_ref()?;
    if let Some(cause) = pods.iter().find_map(|pod| of_pod(reference, pod)) {
        return Some(cause);
    }
    let (job, found) = around.job.as_ref()?;
    let has_job = matches!(found, Found::Object(_));
    let no_account = matches!(around.account, Some(Found::NotFound));
    (has_job && pods.is_empty() && no_account).then(|| {
        Cause::passing(
            "service-account",
            format!("Job {job} has no Pod, because its ServiceAccount does not exist"),
        )
        .hint(NextCommand::plugin("setup rbac").namespace(&reference.namespace))
    })
}

/// What keeps one Pod from running.
fn of_pod(reference: &ObjectRef, pod: &Value) -> Option<Cause> {
    let name = at(pod, "/metadata/name").as_str().unwrap_or_default();
    let describe = || {
        NextCommand::kubectl("describe pod")
            .arg(name)
            .namespace(&reference.namespace)
    };
    if let Some(why) = unschedulable(pod) {
        return Some(
            Cause::passing(
                "unschedulable",
                format!("Pod {name} fits on no node: {why}"),
            )
            .hint(describe()),
        );
    }
    let lists = ["/status/initContainerStatuses", "/status/containerStatuses"];
    let mut containers = lists
        .iter()
        .filter_map(|list| at(pod, list).as_array())
        .flatten();
    containers.find_map(|container| {
        let reason = at(container, "/state/waiting/reason").as_str()?;
        let (_, cause, meaning) = WAITING.iter().find(|(known, _, _)| *known == reason)?;
        let image = at(container, "/image").as_str().unwrap_or_default();
        let detail = match *cause {
            "image-pull" => image,
            _ => at(container, "/state/waiting/message")
                .as_str()
                .unwrap_or_default(),
        };
        let colon = if detail.is_empty() { "" } else { ": " };
        Some(
            Cause::passing(
                cause,
                format!("Pod {name} does not start ({reason}): {meaning}{colon}{detail}"),
            )
            .hint(describe()),
        )
    })
}

fn unschedulable(pod: &Value) -> Option<&str> {
    let conditions = at(pod, "/status/conditions").as_array()?;
    let refused = conditions.iter().find(|condition| {
        at(condition, "/type") == "PodScheduled"
            && at(condition, "/status") == "False"
            && at(condition, "/reason") == "Unschedulable"
    })?;
    Some(at(refused, "/message").as_str().unwrap_or_default())
}
