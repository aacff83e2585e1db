//! Pods of the operators' Jobs as API objects: what the Job controller creates, and what the kubelet writes into the status.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::super::document::{ObjectKey, as_map, list, map, stamp, text};
use super::super::mode::{Mode, Obstacle};

/// How the main container of a Pod ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PodExit {
    /// Exit code 0.
    Success,
    /// Exit code 1: backup-manager says so itself.
    Error,
    /// Exit code 137, reason Error: somebody killed the container.
    Killed,
    /// Exit code 137, reason OOMKilled.
    OutOfMemory,
    /// The kubelet evicted the Pod.
    Evicted,
    /// An init container failed, so that backup-manager never ran.
    NeverRan,
}

impl PodExit {
    /// How the Pod of a mode ends when it is killed.
    pub fn when_killed(mode: &Mode) -> Self {
        match mode {
            Mode::OutOfMemory => PodExit::OutOfMemory,
            Mode::Evicted => PodExit::Evicted,
            Mode::Early => PodExit::NeverRan,
            _ => PodExit::Killed,
        }
    }

    fn terminated(self, now: DateTime<Utc>) -> Value {
        let (code, reason) = match self {
            PodExit::Success => (0, "Completed"),
            PodExit::Error | PodExit::NeverRan => (1, "Error"),
            PodExit::Killed | PodExit::Evicted => (137, "Error"),
            PodExit::OutOfMemory => (137, "OOMKilled"),
        };
        json!({"terminated": {"exitCode": code, "reason": reason, "startedAt": stamp(now), "finishedAt": stamp(now)}})
    }
}

/// The key of the Pod of a Job after so many others: the Job's name and five letters, as Kubernetes makes them.
pub fn key(job: &Value, number: u64) -> ObjectKey {
    const LETTERS: [char; 27] = [
        'b', 'c', 'd', 'f', 'g', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'q', 'r', 's', 't', 'v', 'w',
        'x', 'z', '2', '4', '5', '6', '7', '8', '9',
    ];
    let job_key = ObjectKey::from_object(job);
    let mut hash = text(job, "/metadata/uid")
        .bytes()
        .fold(number.wrapping_add(14_695_981_039), |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(1_099_511_628_211)
        });
    let mut suffix = String::new();
    for _ in 0..5 {
        let at = usize::try_from(hash % 27).unwrap_or_default();
        suffix.extend(LETTERS.get(at));
        hash /= 27;
    }
    // A Pod name has at most 63 characters in practice; Kubernetes cuts the name of the Job.
    let head: String = job_key.name.chars().take(57).collect();
    job_key.sibling(format!("{head}-{suffix}"))
}

/// The Pod that the Job controller creates (docs/operators.md, "All Jobs of a Backup share its label").
pub fn document(job: &Value, pod: &ObjectKey, mode: &Mode, node: &str) -> Value {
    let job_name = text(job, "/metadata/name");
    let uid = text(job, "/metadata/uid");
    let mut metadata = job
        .pointer("/spec/template/metadata")
        .cloned()
        .unwrap_or_default();
    let fields = as_map(&mut metadata);
    fields.insert("name".into(), json!(pod.name));
    fields.insert("namespace".into(), json!(pod.namespace));
    fields.insert(
        "ownerReferences".into(),
        json!([{"apiVersion": "batch/v1", "kind": "Job", "name": job_name, "uid": uid,
                "controller": true, "blockOwnerDeletion": true}]),
    );
    let labels = map(fields, "labels");
    for prefix in ["batch.kubernetes.io/", ""] {
        labels.insert(format!("{prefix}job-name"), json!(job_name));
        labels.insert(format!("{prefix}controller-uid"), json!(uid));
    }
    let mut spec = job
        .pointer("/spec/template/spec")
        .cloned()
        .unwrap_or_default();
    if *mode != Mode::Blocked(Obstacle::Unschedulable) {
        let node = if node.is_empty() { "node-1" } else { node };
        as_map(&mut spec).insert("nodeName".into(), json!(node));
    }
    json!({"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": spec})
}

fn containers<'a>(job: &'a Value, list_name: &str) -> &'a [Value] {
    list(job, &format!("/spec/template/spec/{list_name}"))
}

/// The status of one container.
fn container(found: &Value, state: Value, ready: bool) -> Value {
    json!({
        "name": text(found, "/name"), "image": text(found, "/image"), "imageID": "", "ready": ready,
        "started": ready, "restartCount": 0, "state": state,
    })
}

fn statuses(job: &Value, list_name: &str, state: &Value, ready: bool) -> Value {
    let found = containers(job, list_name).iter();
    found
        .map(|found| container(found, state.clone(), ready))
        .collect()
}

fn waiting(reason: &str, message: &str) -> Value {
    let mut waiting = json!({"reason": reason});
    if !message.is_empty() {
        as_map(&mut waiting).insert("message".into(), json!(message));
    }
    json!({"waiting": waiting})
}

fn condition(
    kind: &str,
    value: bool,
    (reason, message): (&str, &str),
    now: DateTime<Utc>,
) -> Value {
    let status = if value { "True" } else { "False" };
    let mut condition = json!({"type": kind, "status": status, "lastProbeTime": null, "lastTransitionTime": stamp(now)});
    for (field, text) in [("reason", reason), ("message", message)] {
        if !text.is_empty() {
            as_map(&mut condition).insert(field.into(), json!(text));
        }
    }
    condition
}

fn status(phase: &str, init: Value, main: Value, now: DateTime<Utc>) -> Value {
    json!({
        "phase": phase,
        "startTime": stamp(now),
        "conditions": [condition("PodScheduled", true, ("", ""), now)],
        "initContainerStatuses": init,
        "containerStatuses": main,
    })
}

/// The status of a Pod that has not started, with the reason if there is an obstacle.
pub fn pending(job: &Value, mode: &Mode, now: DateTime<Utc>) -> Value {
    let initializing = waiting("PodInitializing", "");
    let creating = || {
        let init = statuses(job, "initContainers", &initializing, false);
        let main = match containers(job, "initContainers").is_empty() {
            true => waiting("ContainerCreating", ""),
            false => initializing.clone(),
        };
        status(
            "Pending",
            init,
            statuses(job, "containers", &main, false),
            now,
        )
    };
    let Mode::Blocked(obstacle) = mode else {
        return creating();
    };
    match obstacle {
        Obstacle::Unschedulable => json!({
            "phase": "Pending",
            "conditions": [condition("PodScheduled", false, ("Unschedulable", UNSCHEDULABLE), now)],
        }),
        Obstacle::Image => {
            let (first, lists) = first_container(job);
            let message = format!("Back-off pulling image \"{}\"", text(first, "/image"));
            let mut pending = creating();
            if let Some(found) = pending.pointer_mut(&format!("/{lists}/0/state")) {
                *found = waiting("ImagePullBackOff", &message);
            }
            pending
        }
        Obstacle::Secret => {
            let done = PodExit::Success.terminated(now);
            let main = waiting("CreateContainerConfigError", &secret_message(job));
            let init = statuses(job, "initContainers", &done, true);
            status(
                "Pending",
                init,
                statuses(job, "containers", &main, false),
                now,
            )
        }
        Obstacle::Volume | Obstacle::ServiceAccount | Obstacle::Quota => creating(),
    }
}

const UNSCHEDULABLE: &str = "0/3 nodes are available: 3 Insufficient memory. preemption: 0/3 nodes are available: 3 No \
                             preemption victims found for incoming pod.";

fn first_container(job: &Value) -> (&Value, &'static str) {
    let init = containers(job, "initContainers");
    let main = containers(job, "containers");
    match (init.first(), main.first()) {
        (Some(first), _) => (first, "initContainerStatuses"),
        (None, Some(first)) => (first, "containerStatuses"),
        (None, None) => (&Value::Null, "containerStatuses"),
    }
}

fn secret_message(job: &Value) -> String {
    let env = list(job, "/spec/template/spec/containers/0/env");
    let name = env.first().map_or("s3-secret", |first| {
        text(first, "/valueFrom/secretKeyRef/name")
    });
    format!("secret \"{name}\" not found")
}

/// The status of a Pod whose main container runs.
pub fn running(job: &Value, now: DateTime<Utc>) -> Value {
    let init = statuses(
        job,
        "initContainers",
        &PodExit::Success.terminated(now),
        true,
    );
    let state = json!({"running": {"startedAt": stamp(now)}});
    let mut running = status(
        "Running",
        init,
        statuses(job, "containers", &state, true),
        now,
    );
    if let Some(conditions) = running
        .pointer_mut("/conditions")
        .and_then(Value::as_array_mut)
    {
        conditions.push(condition("Ready", true, ("", ""), now));
    }
    running
}

/// The status of a Pod that has ended.
pub fn ended(job: &Value, exit: PodExit, now: DateTime<Utc>) -> Value {
    let phase = match exit {
        PodExit::Success => "Succeeded",
        _ => "Failed",
    };
    let without_init = containers(job, "initContainers").is_empty();
    let (init, main) = match exit {
        PodExit::NeverRan if !without_init => {
            (exit.terminated(now), waiting("PodInitializing", ""))
        }
        _ => (PodExit::Success.terminated(now), exit.terminated(now)),
    };
    let mut ended = status(
        phase,
        statuses(job, "initContainers", &init, exit != PodExit::NeverRan),
        statuses(job, "containers", &main, false),
        now,
    );
    if exit == PodExit::Evicted {
        let fields = as_map(&mut ended);
        fields.insert("reason".into(), json!("Evicted"));
        let message = "The node was low on resource: memory. Container backup was using 2Gi, request is 0, has larger \
                       consumption of memory.";
        fields.insert("message".into(), json!(message));
    }
    ended
}

/// The Event that tells of an obstacle: whether it is about the Job rather than the Pod, its reason and its message.
pub fn obstacle_event(job: &Value, obstacle: Obstacle) -> (bool, &'static str, String) {
    let account = text(job, "/spec/template/spec/serviceAccountName");
    let (namespace, name) = (
        text(job, "/metadata/namespace"),
        text(job, "/metadata/name"),
    );
    match obstacle {
        Obstacle::Image => {
            let image = text(first_container(job).0, "/image");
            let why =
                "rpc error: code = NotFound desc = failed to pull and unpack image: not found";
            (
                false,
                "Failed",
                format!("Failed to pull image \"{image}\": {why}"),
            )
        }
        Obstacle::Unschedulable => (false, "FailedScheduling", UNSCHEDULABLE.to_owned()),
        Obstacle::Secret => (false, "Failed", format!("Error: {}", secret_message(job))),
        Obstacle::Volume => {
            let volumes = list(job, "/spec/template/spec/volumes");
            let volume = volumes.last().map_or("", |volume| text(volume, "/name"));
            (
                false,
                "FailedMount",
                format!(
                    "MountVolume.SetUp failed for volume \"{volume}\" : mount failed: exit status 32"
                ),
            )
        }
        Obstacle::ServiceAccount => (
            true,
            "FailedCreate",
            format!(
                "Error creating: pods \"{name}-\" is forbidden: error looking up service account \
                 {namespace}/{account}: serviceaccount \"{account}\" not found"
            ),
        ),
        Obstacle::Quota => (
            true,
            "FailedCreate",
            format!(
                "Error creating: pods \"{name}-\" is forbidden: exceeded quota: compute, requested: pods=1, used: \
                 pods=10, limited: pods=10"
            ),
        ),
    }
}
