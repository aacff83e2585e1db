//! Restores: what both generations do alike.

use serde_json::{Value, json};

use super::super::dialect::{Dialect, OperatorLine};
use super::super::document::{condition_true, list, text};
use super::super::mode::Mode;
use super::super::observe::ObjectKind;
use super::{Row, Trial, key, play};

pub(super) const KIND: ObjectKind = ObjectKind::Restore;
pub(super) const JOB: &str = "restore-r";

#[test]
fn restores() {
    play(Dialect::V2, BOTH);
    play(Dialect::V1, BOTH);
}

/// The full backup and the log of a PITR Restore, which are two folders of one volume.
pub(super) fn pitr() -> Value {
    let full = json!({"local": {"volume": {"name": "f"}, "volumeMount": {"name": "f", "mountPath": "/full"}, "prefix": "s"}});
    json!({"restoreMode": "pitr", "pitrRestoredTs": "470605910679069441", "pitrFullBackupStorageProvider": full})
}

pub(super) fn status(t: &Trial) -> Value {
    t.kept(KIND, "r")["status"].clone()
}

fn arguments(t: &Trial) -> Vec<String> {
    let job = &t.memory.jobs[&key(JOB)];
    let args = list(job, "/spec/template/spec/containers/0/args").iter();
    args.map(|argument| argument.as_str().unwrap().to_owned())
        .collect()
}

/// Steps and percent of the progress.
fn progress(t: &Trial) -> Vec<(String, u64)> {
    let status = status(t);
    let steps = list(&status, "/progresses").iter();
    steps
        .map(|step| {
            (
                text(step, "/step").to_owned(),
                step["progress"].as_u64().unwrap(),
            )
        })
        .collect()
}

pub(super) const BOTH: &[Row] = &[
    (
        "A Restore goes from Scheduled to Complete; v1 writes events and v2 does not; The generation does not confirm a change",
        "Job restore-r, phases Scheduled, Running, Complete; times and commitTs only in the last write; conditions Scheduled, \
         Running, Complete; v1: Event SuccessfulCreate, conditions without reason; v2: reason = type, no Event",
        |t| {
            t.engine.modes.set("*", Mode::Hang);
            t.restore(json!({}));
            assert_eq!(t.phases("r"), "Scheduled Running");
            assert_eq!(status(t)["timeStarted"], Value::Null);
            assert_eq!(status(t).get("commitTs"), None);
            t.finish(JOB);
            let after = status(t);
            for field in ["timeStarted", "timeCompleted", "timeTaken", "commitTs"] {
                assert!(after[field].is_string(), "{field}");
            }
            assert_eq!(t.phase(), "Complete");
            let reasons = list(&after, "/conditions").iter();
            let reasons: Vec<_> = reasons
                .map(|condition| (text(condition, "/type"), text(condition, "/reason")))
                .collect();
            let v2 = t.dialect == Dialect::V2;
            let reason = |kind: &'static str| (kind, if v2 { kind } else { "" });
            assert_eq!(reasons, ["Scheduled", "Running", "Complete"].map(reason));
            let created =
                "Normal SuccessfulCreate create job t1/restore-r for cluster r restore successful";
            let events: &[&str] = if v2 { &[] } else { &[created] };
            assert_eq!(t.memory.events, events);
            t.wait(300);
            assert_eq!((t.phase().as_str(), t.created(JOB)), ("Complete", 1));
        },
    ),
    (
        "The last step keeps its last progress",
        "one write per progress line while Running; a new step sets the step before it to 100; the last step keeps 50 after \
         Complete",
        |t| {
            t.engine.modes.set("*", Mode::Hang);
            t.restore(json!({}));
            let reached = [
                ("Checksum".to_owned(), 100),
                ("Full Restore".to_owned(), 50),
            ];
            assert_eq!(progress(t), reached);
            assert_eq!(t.phase(), "Running");
            t.finish(JOB);
            assert_eq!(
                (t.phase().as_str(), progress(t)),
                ("Complete", reached.to_vec())
            );
        },
    ),
    (
        "Jobs are named by their purpose; All Jobs of a Backup share its label",
        "backoffLimit from the spec (0), container restore, init container br, the local volume once, arguments (--pd-addr on v2 \
         only); labels of Job and Pod; owner",
        |t| {
            t.restore(json!({}));
            let job = t.memory.jobs[&key(JOB)].clone();
            assert_eq!(job["spec"]["backoffLimit"], 0);
            let spec = &job["spec"]["template"]["spec"];
            assert_eq!(spec["containers"][0]["name"], "restore");
            assert_eq!(spec["initContainers"][0]["name"], "br");
            let volumes: Vec<_> = list(spec, "/volumes")
                .iter()
                .map(|volume| text(volume, "/name"))
                .collect();
            assert_eq!(volumes, ["br-bin", "v"]);
            let arguments = arguments(t);
            let has = |start: &str| arguments.iter().any(|argument| argument.starts_with(start));
            assert!(has("--restoreName=r") && has("--mode=snapshot") && has("--tikvVersion="));
            assert_eq!(has("--pd-addr="), t.dialect == Dialect::V2);
            let owner = &job["metadata"]["ownerReferences"][0];
            assert_eq!(
                (&owner["kind"], &owner["controller"]),
                (&json!("Restore"), &json!(true))
            );
            let managed_by = match t.dialect {
                Dialect::V2 => ("pingcap.com/managed-by", "tidb-operator"),
                _ => ("app.kubernetes.io/managed-by", "restore-operator"),
            };
            let pod = t.memory.pods.values().next().unwrap();
            let expected = [
                ("app.kubernetes.io/name", "restore"),
                ("app.kubernetes.io/component", "restore"),
                ("app.kubernetes.io/instance", "r"),
                ("tidb.pingcap.com/restore", "r"),
                managed_by,
            ];
            for (label, value) in expected {
                assert_eq!(job["metadata"]["labels"][label], value, "{label}");
                assert_eq!(pod["metadata"]["labels"][label], value, "{label}");
            }
        },
    ),
    (
        "A Restore that failed in BR",
        "br exits 1: Failed/RestoreDataFromRemoteFailed with its text; times and commitTs stay empty",
        |t| {
            t.next(Mode::BrFail("no such bucket".to_owned()));
            t.restore(json!({}));
            assert_eq!(t.phase(), "Failed");
            let why = (
                "RestoreDataFromRemoteFailed".to_owned(),
                "no such bucket".to_owned(),
            );
            assert_eq!(t.because("Failed"), why);
            assert_eq!(status(t)["timeStarted"], Value::Null);
            assert_eq!(status(t).get("commitTs"), None);
            t.wait(120);
            assert_eq!((t.phase().as_str(), t.created(JOB)), ("Failed", 1));
        },
    ),
    (
        "A dead Restore Job fails the Restore",
        "Pod dies or never ran: v2 Failed/RestoreFailed \"Job has reached the specified backoff limit\" within a second; v1 \
         Running (Scheduled) until the next resync, then Failed/AlreadyFailed \"Job restore-r has failed: BackoffLimitExceeded\"",
        |t| {
            for (mode, before) in [(Mode::Die, "Running"), (Mode::Early, "Scheduled")] {
                let mut t = Trial::new(t.dialect);
                t.engine.modes.set("*", mode);
                let since = t.now;
                t.restore(json!({}));
                let (reason, message) = match t.dialect {
                    Dialect::V2 => (
                        "RestoreFailed",
                        "Job has reached the specified backoff limit",
                    ),
                    _ => (
                        "AlreadyFailed",
                        "Job restore-r has failed: BackoffLimitExceeded",
                    ),
                };
                if t.dialect.first_generation() {
                    assert_eq!(t.phase(), before);
                    t.wait(30);
                }
                assert_eq!(t.because("Failed"), (reason.to_owned(), message.to_owned()));
                assert_eq!(t.phases("r").split(' ').next_back(), Some("Failed"));
                let seconds = (t.now - since).num_seconds();
                assert!(
                    seconds <= if t.dialect.first_generation() { 31 } else { 1 },
                    "{seconds} s"
                );
            }
        },
    ),
    (
        "Failed is not the end with a backoffLimit",
        "backoffLimit 1, first Pod fails in br, second succeeds: Failed, then Complete, both True for ever; Running is not written \
         again; timeStarted is that of the second Pod; one Job, two Pods",
        |t| {
            t.next(Mode::BrFail("no such bucket".to_owned()));
            t.engine.modes.set("*", Mode::Hold);
            t.restore(json!({"backoffLimit": 1}));
            assert_eq!(t.phase(), "Failed");
            t.wait(60);
            let second = t.now;
            t.finish(JOB);
            assert_eq!(t.phases("r"), "Scheduled Running Failed Complete");
            let object = t.kept(KIND, "r");
            assert!(condition_true(&object, "Failed") && condition_true(&object, "Complete"));
            let started = text(&object, "/status/timeStarted");
            let started = chrono::DateTime::parse_from_rfc3339(started).unwrap();
            assert!(
                started.timestamp() >= second.timestamp(),
                "that of the second Pod"
            );
            assert_eq!((t.created(JOB), t.memory.pods.len()), (1, 2));
        },
    ),
    (
        "Failed is not the end with a backoffLimit",
        "the same, first Pod dies without a verdict: Running all along, then Complete",
        |t| {
            t.next(Mode::Die);
            t.restore(json!({"backoffLimit": 1}));
            assert_eq!(t.phases("r"), "Scheduled Running Complete");
        },
    ),
    (
        "A PITR Restore names two storages",
        "pitrRestoredTs, pitrFullBackupStorageProvider and log storage: as a snapshot; --mode=pitr --pitrRestoredTs; commitTs \
         \"0\"; only the main volume is mounted",
        |t| {
            t.restore(pitr());
            assert_eq!(t.phases("r"), "Scheduled Running Complete");
            let arguments = arguments(t);
            assert!(arguments.contains(&"--mode=pitr".to_owned()));
            assert!(arguments.contains(&"--pitrRestoredTs=470605910679069441".to_owned()));
            assert_eq!(status(t)["commitTs"], "0");
            let volumes = list(&t.memory.jobs[&key(JOB)], "/spec/template/spec/volumes").len();
            assert_eq!(volumes, 2, "br-bin and the log's");
        },
    ),
    (
        "PITR needs exactly one base",
        "with neither full storage nor start ts: Invalid/InvalidSpec, which a change of the spec does not heal",
        |t| {
            t.restore(json!({"restoreMode": "pitr"}));
            let (reason, message) = t.because("Invalid");
            assert_eq!(reason, "InvalidSpec");
            assert!(
                message.starts_with("either pitrFullBackupStorageProvider or logRestoreStartTs")
            );
            t.patch_spec(KIND, "r", json!({"logRestoreStartTs": "1"}));
            t.wait(120);
            assert_eq!(t.phase(), "Invalid");
            t.drop_kept(KIND, "r");
            assert_eq!(t.is_there(), t.dialect == Dialect::V2);
        },
    ),
    (
        "Storage problems are retried",
        "Secret missing: RetryFailed, which is not the end; once the Secret is there the Restore runs",
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
        "a name of 55 works; 56: RetryFailed/CreateRestoreJobFailed (\"must be no more than 63 characters\"), v1 with an Event",
        |t| {
            for (length, phase) in [(55, "Complete"), (56, "RetryFailed")] {
                let name = "n".repeat(length);
                t.restore_as(&name, json!({}));
                let reached = t.kept(KIND, &name);
                assert_eq!(text(&reached, "/status/phase"), phase, "{length}");
            }
            let refused = t
                .memory
                .events
                .iter()
                .any(|event| event.starts_with("Warning FailedCreate"));
            assert_eq!(refused, t.dialect.first_generation());
        },
    ),
];
