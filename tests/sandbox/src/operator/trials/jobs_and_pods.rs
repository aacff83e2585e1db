//! Jobs, their labels, their Pods, and Pods that cannot start: what both generations do alike.

use serde_json::{Value, json};

use super::super::dialect::Dialect;
use super::super::document::{list, text};
use super::super::mode::{Mode, Obstacle};
use super::{Row, Trial, key, play};

#[test]
fn jobs_and_pods() {
    play(Dialect::V2, PODS);
    play(Dialect::V1, PODS);
}

/// The Pods of a Job.
pub(super) fn pods<'a>(t: &'a Trial, job: &str) -> Vec<&'a Value> {
    let label = "/metadata/labels/batch.kubernetes.io~1job-name";
    let pods = t.memory.pods.values();
    pods.filter(|pod| text(pod, label) == job).collect()
}

pub(super) const PODS: &[Row] = &[
    (
        "Jobs are named by their purpose; All Jobs of a Backup share its label",
        "clean Job: container backup, no init container, labels as the backup's but component clean, backoffLimit 6, owner the Backup; \
         sub-commands and stop: init container br; every one with tidb.pingcap.com/backup = name",
        |t| {
            t.engine.modes.set("stop-*", Mode::Hang);
            t.engine.modes.set("clean-*", Mode::Hang);
            t.log("l", json!({"cleanPolicy": "Delete"}));
            t.wait(60);
            t.patch("l", json!({"logSubcommand": "log-pause"}));
            t.delete("l");
            t.finish("stop-l");
            let expected = [
                ("backup-l-log-pause", "backup", 1, 0),
                ("backup-l-log-start", "backup", 1, 0),
                ("clean-l", "clean", 0, 6),
                ("stop-l", "backup", 1, 0),
            ];
            assert_eq!(t.jobs(), expected.map(|(job, ..)| job));
            let managed_by = match t.dialect {
                Dialect::V2 => ("pingcap.com/managed-by", "tidb-operator"),
                _ => ("app.kubernetes.io/managed-by", "backup-operator"),
            };
            for (name, component, init, limit) in expected {
                let job = &t.memory.jobs[&key(name)];
                assert_eq!(job["spec"]["backoffLimit"], limit, "{name}");
                let spec = &job["spec"]["template"]["spec"];
                assert_eq!(list(spec, "/initContainers").len(), init, "{name}");
                assert_eq!(spec["containers"][0]["name"], "backup", "{name}");
                let owner = &job["metadata"]["ownerReferences"][0];
                assert_eq!(
                    (&owner["kind"], &owner["name"]),
                    (&json!("Backup"), &json!("l"))
                );
                let pod = pods(t, name)[0];
                for labels in [&job["metadata"]["labels"], &pod["metadata"]["labels"]] {
                    assert_eq!(labels["tidb.pingcap.com/backup"], "l", "{name}");
                    assert_eq!(labels["app.kubernetes.io/component"], component, "{name}");
                    assert_eq!(labels[managed_by.0], managed_by.1, "{name}");
                }
                let labels = &pod["metadata"]["labels"];
                for label in ["batch.kubernetes.io/job-name", "job-name"] {
                    assert_eq!(labels[label], name);
                }
                assert_eq!(labels["controller-uid"], job["metadata"]["uid"]);
            }
        },
    ),
    (
        "A Pod that cannot start keeps the phase",
        "image cannot be pulled: Backup stays Scheduled (22 min), Job without condition; only the Pod says ImagePullBackOff",
        |t| {
            t.next(Mode::Blocked(Obstacle::Image));
            t.backup("s", json!({"backoffRetryPolicy": {}}));
            t.wait(22 * 60);
            t.sees("s", "Scheduled | Scheduled");
            assert_eq!(t.memory.jobs[&key("backup-s")].get("status"), None);
            let waiting = "/status/initContainerStatuses/0/state/waiting/reason";
            assert_eq!(text(pods(t, "backup-s")[0], waiting), "ImagePullBackOff");
            t.finish("backup-s");
            assert_eq!(t.at("s", "/status/phase"), "Complete");
        },
    ),
    (
        "A Pod that cannot start keeps the phase",
        "unschedulable, missing Secret, missing volume, no ServiceAccount, quota: Scheduled, and the cause in Pod, or in an Event of Pod or Job",
        |t| {
            let secret = "/status/containerStatuses/0/state/waiting/reason";
            let scheduled = "/status/conditions/0/reason";
            for (obstacle, pointer, shown, event) in [
                (
                    Obstacle::Unschedulable,
                    scheduled,
                    "Unschedulable",
                    "FailedScheduling",
                ),
                (
                    Obstacle::Secret,
                    secret,
                    "CreateContainerConfigError",
                    "Failed",
                ),
                (Obstacle::Volume, secret, "PodInitializing", "FailedMount"),
                (Obstacle::ServiceAccount, "", "", "FailedCreate"),
                (Obstacle::Quota, "", "", "FailedCreate"),
            ] {
                let mut t = Trial::new(t.dialect);
                t.next(Mode::Blocked(obstacle));
                t.log("l", json!({}));
                t.wait(600);
                assert_eq!(t.at("l", "/status/phase"), "Scheduled");
                let found = pods(&t, "backup-l-log-start");
                assert_eq!(
                    found.len(),
                    usize::from(!pointer.is_empty()),
                    "{obstacle:?}"
                );
                if let Some(pod) = found.first() {
                    assert_eq!(text(pod, pointer), shown, "{obstacle:?}");
                }
                let start = format!("Warning {event} ");
                assert!(t.memory.pod_events[0].starts_with(&start), "{obstacle:?}");
            }
        },
    ),
    (
        "All Jobs of a Backup share its label",
        "phases and exit codes of Pods: Succeeded 0, Failed 1, killed 137, OOMKilled, Evicted, and one that never ran",
        |t| {
            let exit = "/status/containerStatuses/0/state/terminated";
            for (mode, phase, code, reason) in [
                (Mode::Ok, "Succeeded", 0, "Completed"),
                (Mode::BrFail("stub".to_owned()), "Failed", 1, "Error"),
                (Mode::Die, "Failed", 137, "Error"),
                (Mode::OutOfMemory, "Failed", 137, "OOMKilled"),
                (Mode::Evicted, "Failed", 137, "Error"),
            ] {
                let mut t = Trial::new(t.dialect);
                t.next(mode.clone());
                t.next(Mode::Hold);
                t.backup("s", json!({"backoffRetryPolicy": {}}));
                let pod = pods(&t, "backup-s")[0];
                assert_eq!(text(pod, "/status/phase"), phase, "{mode:?}");
                let terminated = pod.pointer(exit).unwrap();
                assert_eq!(
                    (&terminated["exitCode"], text(terminated, "/reason")),
                    (&json!(code), reason)
                );
                let evicted = text(pod, "/status/reason") == "Evicted";
                assert_eq!(evicted, mode == Mode::Evicted);
            }
            t.next(Mode::Early);
            t.backup("s", json!({"backoffRetryPolicy": {}}));
            let init = "/status/initContainerStatuses/0/state/terminated/exitCode";
            assert_eq!(pods(t, "backup-s")[0].pointer(init), Some(&json!(1)));
        },
    ),
    (
        "A snapshot goes from Scheduled to Complete",
        "Scheduled, Prepare (+backupPath), Running, Complete; times, commitTs and size only at the end",
        |t| {
            t.next(Mode::Hang);
            t.backup("s", json!({"backoffRetryPolicy": {}}));
            assert_eq!(t.phases("s"), "Scheduled Prepare Running");
            assert_eq!(t.at("s", "/status/backupPath"), "local:///mnt/s");
            assert_eq!(t.at("s", "/status/timeStarted"), "null");
            assert_eq!(t.at("s", "/status/commitTs"), "");
            t.finish("backup-s");
            for field in [
                "timeStarted",
                "timeCompleted",
                "timeTaken",
                "commitTs",
                "backupSizeReadable",
            ] {
                assert_ne!(t.at("s", &format!("/status/{field}")), "", "{field}");
            }
        },
    ),
    (
        "A log backup that is off track is not stopped",
        "Failed start, and no phase yet (cluster missing), Retain: gone at once, no stop Job",
        |t| {
            t.br_fails();
            t.log("l1", json!({}));
            t.delete("l1");
            assert!(t.is_gone("l1"));
            if t.dialect == Dialect::V2 {
                t.log("l2", json!({"br": {"cluster": "nope"}}));
                t.delete("l2");
                assert!(t.is_gone("l2"));
            }
            assert_eq!(t.created("stop-l1") + t.created("stop-l2"), 0);
        },
    ),
];
