//! v2: Restores, their finalizer, and a Restore that runs again.

use serde_json::{Value, json};

use super::super::dialect::Dialect;
use super::super::document::{ObjectKey, list};
use super::super::mode::Mode;
use super::super::observe::{Change, ObjectKind};
use super::restores::{JOB, KIND};
use super::{Row, Trial, key, play};

#[test]
fn restores() {
    play(Dialect::V2, ROWS);
}

fn finalizers(t: &Trial) -> usize {
    list(&t.kept(KIND, "r"), "/metadata/finalizers").len()
}

pub(super) const ROWS: &[Row] = &[
    (
        "v2 holds a Restore until it ends",
        "finalizer first; that PUT adds pitrFullBackupStorageProvider: {} and resources: {}; removed with Complete; deleting a \
         Complete or Failed Restore: gone at once",
        |t| {
            t.next(Mode::Hold);
            t.restore(json!({}));
            assert_eq!(finalizers(t), 1);
            let spec = &t.kept(KIND, "r")["spec"];
            assert_eq!(
                (&spec["resources"], &spec["pitrFullBackupStorageProvider"]),
                (&json!({}), &json!({}))
            );
            t.finish(JOB);
            assert_eq!((finalizers(t), t.phase().as_str()), (0, "Complete"));
            t.drop_kept(KIND, "r");
            assert!(!t.is_there() && t.jobs().is_empty() && t.memory.pods.is_empty());
            t.br_fails();
            t.restore(json!({}));
            assert_eq!((finalizers(t), t.phase().as_str()), (0, "Failed"));
            t.drop_kept(KIND, "r");
            assert!(!t.is_there() && t.jobs().is_empty());
        },
    ),
    (
        "v2 holds a Restore until it ends",
        "delete while the Pod hangs: Terminating, phase stays Scheduled; Job deleted by hand: created again even while \
         Terminating; once that Job succeeds: Complete, gone",
        |t| {
            t.engine.modes.set("*", Mode::Hold);
            t.restore(json!({}));
            t.drop_kept(KIND, "r");
            t.wait(300);
            assert_eq!((t.phase().as_str(), t.created(JOB)), ("Scheduled", 1));
            t.delete_job(JOB);
            assert!(t.is_there() && t.created(JOB) == 2);
            t.finish(JOB);
            assert!(!t.is_there() && t.jobs().is_empty());
            assert!(t.phases("r").ends_with("Complete"));
        },
    ),
    (
        "v2 holds a Restore until it ends",
        "delete an Invalid one, and one without a Cluster: stuck Terminating; only removing the finalizer helps",
        |t| {
            for spec in [
                json!({"restoreMode": "pitr"}),
                json!({"br": {"cluster": "nope"}}),
            ] {
                let mut t = Trial::new(t.dialect);
                t.restore(spec);
                t.drop_kept(KIND, "r");
                t.wait(300);
                assert!(t.is_there());
                t.strip_finalizers("r");
                assert!(!t.is_there());
            }
        },
    ),
    (
        "A v2 Restore runs again when its Job is deleted",
        "Job of a Complete Restore deleted: created again at once, BR restores again, phase stays Complete; Job of a Failed one: \
         not created again",
        |t| {
            t.restore(json!({}));
            assert_eq!(t.phases("r"), "Scheduled Running Complete");
            let before = t.kept(KIND, "r")["status"]["timeStarted"].clone();
            t.wait(60);
            t.delete_job(JOB);
            assert_eq!((t.created(JOB), t.phase().as_str()), (2, "Complete"));
            assert_eq!(t.phases("r"), "", "no other phase in between");
            assert_ne!(t.kept(KIND, "r")["status"]["timeStarted"], before);
            let mut t = Trial::new(t.dialect);
            t.br_fails();
            t.restore(json!({}));
            t.delete_job(JOB);
            t.wait(120);
            assert_eq!((t.phase().as_str(), t.created(JOB)), ("Failed", 1));
        },
    ),
    (
        "A missing Cluster leaves no status; v2 panics again and again without a status",
        "no Cluster, no TiKVGroup, no PDGroup, no br: the finalizer and no status at all",
        |t| {
            type Spoil = fn(&mut Trial);
            let gone = |t: &mut Trial, kind: ObjectKind, gone: ObjectKey| {
                t.engine.observe(Change::Gone(kind, gone), t.now);
            };
            let no_tikv: Spoil = |t| {
                t.engine.observe(
                    Change::Gone(ObjectKind::TikvGroup, key("basic-tikv")),
                    t.now,
                )
            };
            let rows: [(Value, Spoil); 4] = [
                (json!({"br": {"cluster": "nope"}}), |_| {}),
                (json!({"br": null}), |_| {}),
                (json!({}), no_tikv),
                (json!({}), |t| {
                    t.engine
                        .observe(Change::Gone(ObjectKind::PdGroup, key("basic-pd")), t.now)
                }),
            ];
            for (spec, spoil) in rows {
                let mut t = Trial::new(t.dialect);
                spoil(&mut t);
                t.restore(spec.clone());
                t.wait(120);
                assert_eq!((t.phase().as_str(), finalizers(&t)), ("", 1), "{spec}");
                assert!(t.jobs().is_empty(), "{spec}");
            }
            // A Cluster that comes later is found at the next back-off tick.
            gone(t, ObjectKind::Cluster, key("basic"));
            t.restore(json!({}));
            t.wait(20);
            assert_eq!(t.phase(), "");
            t.cluster("basic", json!({}));
            t.wait(60);
            assert_eq!(t.phase(), "Complete");
        },
    ),
    (
        "A paused Cluster is not woken",
        "Cluster paused, then unpaused: finalizer, no status; not woken (28 s); a touch starts it",
        |t| {
            t.cluster("basic", json!({"paused": true}));
            t.restore(json!({}));
            t.wait(60);
            assert_eq!((t.phase().as_str(), finalizers(t)), ("", 1));
            t.cluster("basic", json!({}));
            t.wait(28);
            assert_eq!(t.phase(), "");
            t.patch_spec(KIND, "r", json!({"env": [{"name": "A", "value": "b"}]}));
            assert_eq!(t.phase(), "Complete");
        },
    ),
    (
        "The generations differ by API group",
        "v2 has no prune: a Failed Restore stays Failed",
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
