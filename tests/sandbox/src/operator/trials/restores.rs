//! Restores. The trials did not reach them: the rows are sections of the references.

use serde_json::{Value, json};

use super::super::dialect::Dialect;
use super::super::document::{condition_true, list, text};
use super::super::mode::Mode;
use super::super::observe::{Change, Watched};
use super::{Row, Trial, key, play};

const KIND: Watched = Watched::Restore;

#[test]
fn second_generation() {
    play(Dialect::V2, BOTH);
    play(Dialect::V2, V2);
}

#[test]
fn first_generation() {
    play(Dialect::V1, BOTH);
    play(Dialect::V1, V1);
}

const JOB: &str = "restore-r";
const PITR: &str = "pitr";

fn pitr() -> Value {
    json!({"restoreMode": PITR, "logRestoreStartTs": "1", "br": {"clusterNamespace": null}})
}

pub(super) const BOTH: &[Row] = &[
    (
        "A Restore goes from Scheduled to Complete",
        "Scheduled, Running, Complete; times and commitTs at the end only",
        |t| {
            t.engine.modes.set("*", Mode::Hang);
            t.restore(json!({}));
            assert_eq!(t.phases("r"), "Scheduled Running");
            let object = t.kept(KIND, "r");
            assert_eq!(object["status"]["timeStarted"], Value::Null);
            assert_eq!(object["status"]["progresses"][0]["progress"], 42);
            assert_eq!(object["status"].get("commitTs"), None);
            t.finish(JOB);
            let object = t.kept(KIND, "r");
            assert!(
                object["status"]["timeCompleted"].is_string()
                    && object["status"]["commitTs"].is_string()
            );
            assert_eq!(t.phase(), "Complete");
            assert!(condition_true(&t.memory.jobs[&key(JOB)], "Complete"));
            t.wait(300);
            assert_eq!((t.phase().as_str(), t.created(JOB)), ("Complete", 1));
        },
    ),
    (
        "Failed is not the end with a backoffLimit",
        "a later pod may succeed after Failed was written: v1 Failed, Running, Complete, v2 without the second Running; both \
         conditions stay True; one Job",
        |t| {
            t.next(Mode::BrFail("no such bucket".to_owned()));
            t.restore(json!({"backoffLimit": 1}));
            let expected = match t.dialect {
                Dialect::V2 => "Scheduled Running Failed Complete",
                _ => "Scheduled Running Failed Running Complete",
            };
            assert_eq!(t.phases("r"), expected);
            let object = t.kept(KIND, "r");
            assert!(condition_true(&object, "Failed") && condition_true(&object, "Complete"));
            assert_eq!(t.created(JOB), 1);
            assert_eq!(t.memory.jobs[&key(JOB)]["spec"]["backoffLimit"], 1);
        },
    ),
    (
        "A Restore that failed in BR",
        "BR fails: the pod says why; the pod dies: read from the Job once its limit is reached",
        |t| {
            t.engine
                .modes
                .set("*", Mode::BrFail("no such bucket".to_owned()));
            t.restore(json!({"backoffLimit": 2}));
            let said = (
                "RestoreDataFromRemoteFailed".to_owned(),
                "no such bucket".to_owned(),
            );
            assert_eq!(
                (t.phase(), t.because("Failed")),
                ("Failed".to_owned(), said)
            );
            assert!(condition_true(&t.memory.jobs[&key(JOB)], "Failed"));
            for mode in [Mode::Die, Mode::Early] {
                let mut t = Trial::new(t.dialect);
                t.engine.modes.set("*", mode);
                t.restore(json!({"backoffLimit": 2}));
                let reason = match t.dialect {
                    Dialect::V2 => "RestoreFailed",
                    _ => "AlreadyFailed",
                };
                let limit = "Job has reached the specified backoff limit";
                assert_eq!(t.because("Failed"), (reason.to_owned(), limit.to_owned()));
            }
        },
    ),
    (
        "Storage problems are retried",
        "Secret missing: RetryFailed, no end; once it is there the Restore runs",
        |t| {
            let s3 = json!({"provider": "aws", "bucket": "b", "secretName": "key"});
            t.restore(json!({"local": null, "s3": s3}));
            assert_eq!(t.because("RetryFailed").0, "GetS3SecretFailed");
            t.wait(120);
            assert_eq!(t.phase(), "RetryFailed");
            t.secret("key", &["access_key", "secret_key"]);
            t.wait(120);
            assert_eq!(t.phases("r"), "RetryFailed Scheduled Running Complete");
        },
    ),
    (
        "Names must fit the Job",
        "a name of more than 55 characters: RetryFailed/CreateRestoreJobFailed",
        |t| {
            for (length, phase) in [(55, "Complete"), (56, "RetryFailed")] {
                let name = "n".repeat(length);
                t.restore_as(&name, json!({}));
                assert_eq!(
                    text(&t.kept(KIND, &name), "/status/phase"),
                    phase,
                    "{length}"
                );
            }
        },
    ),
    (
        "PITR needs exactly one base",
        "pitr with neither full backup nor start: Invalid, which an edit does not heal",
        |t| {
            t.restore(json!({"restoreMode": PITR}));
            assert_eq!(t.because("Invalid").0, "InvalidSpec");
            t.patch_spec(KIND, "r", json!({"logRestoreStartTs": "1"}));
            t.wait(120);
            assert_eq!(t.phase(), "Invalid");
            t.drop_kept(KIND, "r");
            // v2 7.3: neither Complete nor Failed, so it is held until the finalizer is stripped.
            assert_eq!(t.is_there(), t.dialect == Dialect::V2);
            if t.dialect == Dialect::V2 {
                t.strip_finalizers("r");
            }
            assert!(!t.is_there());
        },
    ),
];

pub(super) const V2: &[Row] = &[
    (
        "v2 holds a Restore until it ends",
        "the finalizer stands while neither Complete nor Failed",
        |t| {
            let held = |t: &Trial| list(&t.kept(KIND, "r"), "/metadata/finalizers").len();
            t.next(Mode::Hold);
            t.restore(json!({}));
            assert_eq!(held(t), 1);
            t.finish(JOB);
            assert_eq!(held(t), 0);
            assert_eq!(t.phase(), "Complete");
            t.drop_kept(KIND, "r");
            assert!(!t.is_there() && t.jobs().is_empty());
        },
    ),
    (
        "v2 holds a Restore until it ends",
        "deleted while running: waits for the Job, a deleted Job is made again, stripping the finalizer ends it",
        |t| {
            t.engine.modes.set("*", Mode::Hang);
            t.restore(json!({}));
            t.drop_kept(KIND, "r");
            t.wait(300);
            assert!(t.is_there() && t.created(JOB) == 1);
            t.delete_job(JOB);
            assert!(t.is_there() && t.created(JOB) == 2);
            t.finish(JOB);
            assert!(!t.is_there() && t.jobs().is_empty());
            t.restore(json!({}));
            t.drop_kept(KIND, "r");
            t.strip_finalizers("r");
            assert!(!t.is_there() && t.jobs().is_empty());
        },
    ),
    (
        "A v2 Restore runs again when its Job is deleted",
        "a completed Restore runs again when its Job is deleted, a failed one does not",
        |t| {
            t.restore(json!({}));
            t.phases("r");
            t.delete_job(JOB);
            assert_eq!(t.phases("r"), "Scheduled Running Complete");
            assert_eq!(t.created(JOB), 2);
            let mut t = Trial::new(t.dialect);
            t.br_fails();
            t.restore(json!({}));
            t.delete_job(JOB);
            t.wait(120);
            assert_eq!((t.phase().as_str(), t.created(JOB)), ("Failed", 1));
        },
    ),
    (
        "A missing Cluster leaves no status",
        "no Cluster, a paused one, no TiKVGroup, no PDGroup, no br: the finalizer and nothing else; deleting it is stuck",
        |t| {
            type Spoil = fn(&mut Trial);
            let rows: [(Value, Spoil); 5] = [
                (json!({"br": {"cluster": "nope"}}), |_| {}),
                (json!({"br": null}), |_| {}),
                (json!({}), |t| t.cluster("basic", json!({"paused": true}))),
                (json!({}), |t| {
                    t.engine
                        .observe(Change::Gone(Watched::TikvGroup, key("basic-tikv")), t.now)
                }),
                (json!({}), |t| {
                    t.engine
                        .observe(Change::Gone(Watched::PdGroup, key("basic-pd")), t.now)
                }),
            ];
            for (spec, spoil) in rows {
                let mut t = Trial::new(t.dialect);
                spoil(&mut t);
                t.restore(spec.clone());
                t.wait(120);
                assert_eq!(t.phase(), "", "{spec}");
                assert_eq!(
                    list(&t.kept(KIND, "r"), "/metadata/finalizers").len(),
                    1,
                    "{spec}"
                );
                assert!(t.jobs().is_empty(), "{spec}");
                t.drop_kept(KIND, "r");
                assert!(t.is_there(), "{spec}");
            }
        },
    ),
    (
        "The generations differ by API group",
        "no prune in v2",
        |t| {
            t.br_fails();
            t.restore(json!({"prune": "afterFailed"}));
            assert_eq!(
                (t.phase().as_str(), t.jobs()),
                ("Failed", vec![JOB.to_owned()])
            );
        },
    ),
];

pub(super) const V1: &[Row] = &[
    (
        "Prune follows a failure",
        "after Failed: PruneScheduled, Job restore-<name>-prune, PruneRunning, PruneComplete or PruneFailed/BRAbortFailed; \
         Failed stays True",
        |t| {
            t.engine
                .modes
                .set("restore-r", Mode::BrFail("no such bucket".to_owned()));
            t.restore(json!({"prune": "afterFailed"}));
            let failed = "Scheduled Running Failed PruneScheduled PruneRunning";
            assert_eq!(t.phases("r"), format!("{failed} PruneComplete"));
            assert_eq!(t.jobs(), [JOB, "restore-r-prune"]);
            let object = t.kept(KIND, "r");
            assert!(condition_true(&object, "Failed") && !condition_true(&object, "Complete"));
            t.wait(120);
            assert_eq!(t.created("restore-r-prune"), 1);
            t.drop_kept(KIND, "r");
            assert!(!t.is_there() && t.jobs().is_empty());
            t.engine
                .modes
                .set("*-prune", Mode::BrFail("unknown command".to_owned()));
            t.restore(json!({"prune": "afterFailed"}));
            assert_eq!(t.phases("r"), format!("{failed} PruneFailed"));
            assert_eq!(t.because("PruneFailed").0, "BRAbortFailed");
            t.wait(120);
            assert_eq!(t.phase(), "PruneFailed");
        },
    ),
    (
        "A long name with prune fails late",
        "not after success, not while a pod may still succeed, not for volume-snapshot, not with a name of more than 49",
        |t| {
            let wanted = json!({"prune": "afterFailed", "backoffLimit": 1});
            t.br_fails();
            t.restore(wanted.clone());
            assert_eq!(
                (t.phase().as_str(), t.created("restore-r-prune")),
                ("Complete", 0)
            );
            t.engine.modes.set("restore-volumes", Mode::Die);
            let mut volumes = wanted.clone();
            volumes["restoreMode"] = json!("volume-snapshot");
            t.restore_as("volumes", volumes);
            assert_eq!(t.created("restore-volumes-prune"), 0);
            for length in [49, 50] {
                let name = "n".repeat(length);
                t.engine.modes.set(&format!("restore-{name}"), Mode::Die);
                t.restore_as(&name, wanted.clone());
                let pruned = t.created(&format!("restore-{name}-prune"));
                assert_eq!(pruned, usize::from(length == 49), "{length}");
            }
        },
    ),
    (
        "v1 does not hold a Restore",
        "no finalizer: deleting a Restore kills its Job; a deleted Job is not made again",
        |t| {
            t.engine.modes.set("*", Mode::Hang);
            t.restore(json!({}));
            assert_eq!(t.kept(KIND, "r")["metadata"].get("finalizers"), None);
            t.delete_job(JOB);
            t.wait(120);
            assert_eq!((t.phase().as_str(), t.created(JOB)), ("Running", 1));
            t.drop_kept(KIND, "r");
            t.restore(json!({}));
            t.drop_kept(KIND, "r");
            assert!(!t.is_there() && t.jobs().is_empty());
        },
    ),
    (
        "A missing TidbCluster is RetryFailed",
        "TidbCluster not found: RetryFailed, retried; there is no Ready gate",
        |t| {
            t.restore(json!({"br": {"cluster": "nope"}}));
            assert_eq!(
                t.because("RetryFailed").0,
                "failed to fetch tidbcluster t1/nope"
            );
            t.cluster("nope", json!({}));
            t.engine.world.clusters.get_mut(&key("nope")).unwrap()["status"] = json!({});
            t.wait(120);
            assert_eq!(t.phase(), "Complete");
        },
    ),
    (
        "PITR waits for TiKV's configuration on v1",
        "pitr without br.clusterNamespace waits for ever with no status; setting it opens the gate",
        |t| {
            t.restore(pitr());
            t.wait(600);
            assert_eq!(t.kept(KIND, "r").get("status"), None);
            t.patch_spec(KIND, "r", json!({"br": {"clusterNamespace": "t1"}}));
            assert_eq!(t.phase(), "Complete");
            assert_eq!(t.kept(KIND, "r")["status"]["commitTs"], "0");
        },
    ),
    (
        "One object can end the v1 operator",
        "pitr without br, azblob without a Secret: the operator process exits, until the CR is deleted",
        |t| {
            let azblob = json!({"local": null, "azblob": {"container": "c"}});
            for spec in [json!({"restoreMode": PITR, "br": null}), azblob] {
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
