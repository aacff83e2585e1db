//! v1 (1.7 line): Restores, the gate of PITR, and prune.

use serde_json::{Value, json};

use super::super::dialect::Dialect;
use super::super::document::{condition_true, list, text};
use super::super::mode::Mode;
use super::super::observe::{Change, ObjectKind};
use super::restores::{JOB, KIND, pitr, status};
use super::{Row, Trial, key, play};

#[test]
fn restores() {
    play(Dialect::V1, ROWS);
}

#[test]
fn prune() {
    play(Dialect::V1, PRUNE);
}

const PRUNE_JOB: &str = "restore-r-prune";

/// The ConfigMap of TiKV, with this text as its configuration.
fn tikv_config(t: &mut Trial, config: &str) {
    let mut held = t.engine.cache.config_maps[&key("basic-tikv")].clone();
    held["data"]["config-file"] = json!(config);
    t.engine
        .observe(Change::Seen(ObjectKind::ConfigMap, held), t.now);
}

fn has_event(t: &Trial, event: &str) -> bool {
    t.memory.events.iter().any(|found| found.starts_with(event))
}

pub(super) const ROWS: &[Row] = &[
    (
        "PITR waits for TiKV's configuration on v1",
        "without TiKV's StatefulSet, without its ConfigMap, with another value, with labels of somebody else: no status, no Event",
        |t| {
            type Spoil = fn(&mut Trial);
            let spoils: [Spoil; 4] = [
                |t| {
                    t.engine.observe(
                        Change::Gone(ObjectKind::StatefulSet, key("basic-tikv")),
                        t.now,
                    )
                },
                |t| {
                    t.engine.observe(
                        Change::Gone(ObjectKind::ConfigMap, key("basic-tikv")),
                        t.now,
                    )
                },
                |t| t.engine.cache.keeps_tikv_config = true,
                |t| {
                    let set = t
                        .engine
                        .cache
                        .stateful_sets
                        .get_mut(&key("basic-tikv"))
                        .unwrap();
                    set["metadata"]["labels"]["app.kubernetes.io/managed-by"] = json!("somebody");
                },
            ];
            for (number, spoil) in spoils.into_iter().enumerate() {
                let mut t = Trial::new(t.dialect);
                spoil(&mut t);
                t.restore(pitr());
                t.wait(600);
                assert_eq!(t.kept(KIND, "r").get("status"), None, "{number}");
                assert!(
                    t.memory.events.is_empty() && t.jobs().is_empty(),
                    "{number}"
                );
            }
        },
    ),
    (
        "PITR waits for TiKV's configuration on v1",
        "the ConfigMap then has gc.ratio-threshold = -1: Job at the next try, then Complete with commitTs \"0\"",
        |t| {
            t.engine.cache.keeps_tikv_config = true;
            t.restore(pitr());
            t.wait(60);
            assert_eq!(t.kept(KIND, "r").get("status"), None);
            tikv_config(t, "[gc]\nratio-threshold = -1.0\n");
            t.wait(100);
            assert_eq!(t.phases("r"), "Scheduled Running Complete");
            assert_eq!(status(t)["commitTs"], "0");
        },
    ),
    (
        "PITR waits for TiKV's configuration on v1; v1 follows clusterNamespace",
        "without br.clusterNamespace nobody changes TiKV's configuration: no status for ever; with it the operator does",
        |t| {
            let mut spec = pitr();
            spec["br"] = json!({"clusterNamespace": null});
            t.restore(spec);
            t.wait(600);
            assert_eq!(t.kept(KIND, "r").get("status"), None);
            t.patch_spec(KIND, "r", json!({"br": {"clusterNamespace": "t1"}}));
            assert_eq!(t.phase(), "Complete");
        },
    ),
    (
        "A missing TidbCluster is RetryFailed",
        "no such TidbCluster: RetryFailed, \"failed to fetch tidbcluster t1/nope\"; retried; a Restore does not wait for Ready",
        |t| {
            t.restore(json!({"br": {"cluster": "nope"}}));
            assert_eq!(
                t.because("RetryFailed").0,
                "failed to fetch tidbcluster t1/nope"
            );
            t.cluster("nope", json!({}));
            t.engine.cache.clusters.get_mut(&key("nope")).unwrap()["status"] = json!({});
            t.wait(120);
            assert_eq!(t.phase(), "Complete");
        },
    ),
    (
        "v1 does not hold a Restore",
        "no finalizer ever; delete a Scheduled, RetryFailed or Invalid Restore: gone at once, Job and Pod collected",
        |t| {
            for (spec, phase) in [
                (json!({}), "Scheduled"),
                (json!({"br": {"cluster": "nope"}}), "RetryFailed"),
                (json!({"restoreMode": "pitr"}), "Invalid"),
            ] {
                t.engine.modes.set("*", Mode::Hold);
                t.restore(spec);
                assert_eq!(t.phase(), phase);
                assert_eq!(t.kept(KIND, "r")["metadata"].get("finalizers"), None);
                t.drop_kept(KIND, "r");
                assert!(!t.is_there() && t.jobs().is_empty() && t.memory.pods.is_empty());
            }
        },
    ),
    (
        "A v1 Restore never gets its Job again",
        "Job of a Complete or Failed Restore deleted: not created again",
        |t| {
            for mode in [Mode::Ok, Mode::BrFail("stub".to_owned())] {
                let mut t = Trial::new(t.dialect);
                t.next(mode);
                t.restore(json!({}));
                let phase = t.phase();
                t.delete_job(JOB);
                t.wait(120);
                assert_eq!((t.phase(), t.created(JOB)), (phase, 1));
            }
        },
    ),
    (
        "A v1 Restore never gets its Job again",
        "Job of a Scheduled Restore deleted (hung Pod): not created again, phase stays Scheduled",
        |t| {
            t.engine.modes.set("*", Mode::Hold);
            t.restore(json!({}));
            t.delete_job(JOB);
            t.wait(600);
            assert_eq!((t.phase().as_str(), t.created(JOB)), ("Scheduled", 1));
        },
    ),
    (
        "A v1 Restore never gets its Job again",
        "Job of a Running Restore deleted: Failed/RestoreDataFromRemoteFailed \"signal: terminated\"; final",
        |t| {
            t.engine.modes.set("*", Mode::Hang);
            t.restore(json!({}));
            t.delete_job(JOB);
            let (reason, message) = t.because("Failed");
            assert_eq!(reason, "RestoreDataFromRemoteFailed");
            assert!(message.ends_with("signal: terminated"), "{message}");
            t.wait(120);
            assert_eq!((t.phase().as_str(), t.created(JOB)), ("Failed", 1));
        },
    ),
    (
        "One object can end the v1 operator",
        "pitr without br, azblob without a Secret: the operator process exits, until the object is deleted",
        |t| {
            let azblob = json!({"local": null, "azblob": {"container": "c"}});
            for spec in [json!({"restoreMode": "pitr", "br": null}), azblob] {
                t.restore(spec);
                assert_eq!(t.engine.crashed, Some(key("r")));
                t.restore_as("other", json!({}));
                t.wait(120);
                assert_eq!(t.kept(KIND, "other").get("status"), None);
                t.drop_kept(KIND, "r");
                t.settle();
                assert_eq!(text(&t.kept(KIND, "other"), "/status/phase"), "Complete");
                t.drop_kept(KIND, "other");
            }
        },
    ),
];

/// A Restore that fails and is then pruned.
fn pruned(t: &mut Trial, prune: Mode) {
    let failed = Mode::BrFail("no such bucket".to_owned());
    t.engine.modes.set(JOB, failed);
    t.engine.modes.set("*-prune", prune);
    t.restore(json!({"prune": "afterFailed"}));
}

const TO_PRUNE: &str = "Scheduled Running Failed PruneScheduled PruneRunning";

pub(super) const PRUNE: &[Row] = &[
    (
        "Prune follows a failure",
        "Failed, in the same second PruneScheduled (RestoreFailedPruneScheduled), Job restore-r-prune (Event), \
         PruneRunning/PruneJobStarted, PruneComplete/PruneJobComplete; Failed stays True",
        |t| {
            let since = t.now;
            pruned(t, Mode::Ok);
            assert_eq!(t.phases("r"), format!("{TO_PRUNE} PruneComplete"));
            assert!((t.now - since).num_seconds() <= 2);
            for (kind, reason) in [
                ("PruneScheduled", "RestoreFailedPruneScheduled"),
                ("PruneRunning", "PruneJobStarted"),
                ("PruneComplete", "PruneJobComplete"),
            ] {
                assert_eq!(t.because(kind).0, reason);
            }
            assert!(has_event(
                t,
                "Normal SuccessfulCreate create job t1/restore-r-prune "
            ));
            let object = t.kept(KIND, "r");
            assert!(condition_true(&object, "Failed") && !condition_true(&object, "Complete"));
            t.wait(120);
            assert_eq!(t.created(PRUNE_JOB), 1);
            t.drop_kept(KIND, "r");
            assert!(!t.is_there() && t.jobs().is_empty());
        },
    ),
    (
        "Prune follows a failure; All Jobs of a Backup share its label",
        "prune Job: container restoreprune-manager, --abort=true, backoffLimit 0, the labels of the restore Job, volume br-bin only",
        |t| {
            pruned(t, Mode::Ok);
            let (job, restore) = (&t.memory.jobs[&key(PRUNE_JOB)], &t.memory.jobs[&key(JOB)]);
            assert_eq!(job["spec"]["backoffLimit"], 0);
            assert_eq!(job["metadata"]["labels"], restore["metadata"]["labels"]);
            let spec = &job["spec"]["template"]["spec"];
            assert_eq!(spec["containers"][0]["name"], "restoreprune-manager");
            let arguments = spec["containers"][0]["args"].as_array().unwrap();
            assert!(arguments.contains(&json!("--abort=true")));
            let volumes: Vec<_> = list(spec, "/volumes")
                .iter()
                .map(|volume| text(volume, "/name"))
                .collect();
            assert_eq!(volumes, ["br-bin"]);
            let jobs: Vec<&Value> = t
                .memory
                .pods
                .values()
                .map(|pod| &pod["metadata"]["labels"]["batch.kubernetes.io/job-name"])
                .collect();
            assert!(
                jobs.contains(&&json!(JOB)) && jobs.contains(&&json!(PRUNE_JOB)),
                "{jobs:?}"
            );
        },
    ),
    (
        "Prune follows a failure",
        "prune's br fails: PruneFailed/BRAbortFailed \"BR abort command failed: exit status 1\"",
        |t| {
            let why = "BR abort command failed: exit status 1";
            pruned(t, Mode::BrFail(why.to_owned()));
            assert_eq!(t.phases("r"), format!("{TO_PRUNE} PruneFailed"));
            assert_eq!(
                t.because("PruneFailed"),
                ("BRAbortFailed".to_owned(), why.to_owned())
            );
            t.wait(120);
            assert_eq!(
                (t.phase().as_str(), t.created(PRUNE_JOB)),
                ("PruneFailed", 1)
            );
        },
    ),
    (
        "Prune follows a failure",
        "not after success, not for volume-snapshot",
        |t| {
            t.restore(json!({"prune": "afterFailed"}));
            t.engine
                .modes
                .set("restore-volumes", Mode::BrFail("stub".to_owned()));
            t.restore_as(
                "volumes",
                json!({"prune": "afterFailed", "restoreMode": "volume-snapshot"}),
            );
            assert_eq!(t.jobs(), [JOB, "restore-volumes"]);
        },
    ),
    (
        "A long name with prune fails late",
        "50 characters: restores, then PruneFailed/CreateJobFailed (\"must be no more than 63 characters\"), Event FailedCreate; \
         49 is the longest",
        |t| {
            for (length, phase) in [(49, "PruneComplete"), (50, "PruneFailed")] {
                let name = "n".repeat(length);
                let job = format!("restore-{name}");
                t.engine.modes.set(&job, Mode::BrFail("stub".to_owned()));
                t.restore_as(&name, json!({"prune": "afterFailed"}));
                let object = t.kept(KIND, &name);
                assert_eq!(text(&object, "/status/phase"), phase, "{length}");
                assert_eq!(has_event(t, "Warning FailedCreate"), length == 50);
            }
        },
    ),
    (
        "Prune runs beside a retry",
        "prune and backoffLimit 1, first Pod fails: the prune Job starts at once, while the restore Job starts its second Pod; \
         PruneScheduled, PruneRunning, PruneComplete, then Complete; Failed, PruneComplete and Complete all True",
        |t| {
            t.next(Mode::BrFail("no such bucket".to_owned()));
            t.engine.modes.set(JOB, Mode::Hang);
            t.engine.modes.set("*-prune", Mode::Hang);
            t.restore(json!({"prune": "afterFailed", "backoffLimit": 1}));
            let running = t
                .memory
                .pods
                .values()
                .filter(|pod| pod["status"]["phase"] == "Running");
            let mut running: Vec<_> = running
                .map(|pod| text(pod, "/metadata/labels/batch.kubernetes.io~1job-name").to_owned())
                .collect();
            running.sort();
            assert_eq!(running, [JOB, PRUNE_JOB], "abort and restore side by side");
            t.finish(PRUNE_JOB);
            assert_eq!(t.phase(), "PruneComplete");
            t.finish(JOB);
            assert_eq!(t.phase(), "Complete");
            let object = t.kept(KIND, "r");
            for kind in ["Failed", "PruneComplete", "Complete"] {
                assert!(condition_true(&object, kind), "{kind}");
            }
        },
    ),
];
