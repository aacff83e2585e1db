//! Clean Jobs and finalizers: what both generations do alike.

use serde_json::json;

use super::super::dialect::{Dialect, OperatorLine};
use super::super::document::{list, text};
use super::super::mode::Mode;
use super::jobs_and_pods::pods;
use super::{Row, Trial, key, play};

#[test]
fn deletions() {
    play(Dialect::V2, ROWS);
    play(Dialect::V1, ROWS);
}

fn finalizers(t: &Trial, name: &str) -> usize {
    list(&t.get(name), "/metadata/finalizers").len()
}

fn has_data(t: &Trial, name: &str) -> bool {
    let path = format!("local:///mnt/{name}");
    t.engine.cache.data.contains(&path)
}

/// A snapshot `s` with this policy that ended in this way.
fn snapshot(t: &mut Trial, policy: &str, ends: Mode) {
    t.next(ends);
    t.backup(
        "s",
        json!({"cleanPolicy": policy, "backoffRetryPolicy": {}}),
    );
    t.phases("s");
}

pub(super) const ROWS: &[Row] = &[
    (
        "Backups that clean have a finalizer",
        "snapshot with Delete or OnFailure: from the start, kept after Complete and Failed; Retain: none, and gone at once",
        |t| {
            for (policy, expected) in [("Delete", 1), ("OnFailure", 1), ("Retain", 0)] {
                for ends in [Mode::Ok, Mode::BrFail("stub".to_owned())] {
                    let mut t = Trial::new(t.dialect);
                    t.next(Mode::Hold);
                    t.backup(
                        "s",
                        json!({"cleanPolicy": policy, "backoffRetryPolicy": {}}),
                    );
                    assert_eq!(finalizers(&t, "s"), expected, "{policy}");
                    assert!(t.engine.decide(&key("backup-s"), ends, t.now));
                    t.settle();
                    assert_eq!(finalizers(&t, "s"), expected, "{policy}");
                    if policy == "Retain" {
                        t.delete("s");
                        assert!(t.is_gone("s") && t.jobs().is_empty());
                    }
                }
            }
        },
    ),
    (
        "Delete erases the data",
        "delete a Complete snapshot, Delete: phase Clean, Clean=False/CleanJobCreated (v1: no reason), Job clean-s, Clean=True, \
         gone; under a second; data erased",
        |t| {
            snapshot(t, "Delete", Mode::Ok);
            assert!(has_data(t, "s"));
            t.engine.modes.set("clean-*", Mode::Hang);
            let since = t.now;
            t.delete("s");
            let reason = match t.dialect {
                Dialect::V2 => "/CleanJobCreated",
                _ => "",
            };
            t.sees(
                "s",
                &format!("Clean | Scheduled Prepare Running Complete Clean=False{reason}"),
            );
            t.finish("clean-s");
            assert!(t.is_gone("s") && !has_data(t, "s"));
            assert!((t.now - since).num_seconds() < 2);
            let event =
                "Normal SuccessfulCreate create job t1/clean-s for cluster s backup successful";
            let said = t.memory.events.iter().any(|found| found == event);
            assert_eq!(said, t.dialect.first_generation());
        },
    ),
    (
        "OnFailure keeps the data of a success",
        "delete a Complete snapshot, OnFailure: no phase change, no Job, gone, data kept; a Failed one is cleaned",
        |t| {
            snapshot(t, "OnFailure", Mode::Ok);
            t.delete("s");
            assert!(t.is_gone("s") && has_data(t, "s"));
            assert_eq!(t.created("clean-s"), 0);
            let mut t = Trial::new(t.dialect);
            snapshot(&mut t, "OnFailure", Mode::BrFail("stub".to_owned()));
            t.delete("s");
            assert!(t.is_gone("s") && !has_data(&t, "s"));
            assert_eq!(t.created("clean-s"), 1);
        },
    ),
    (
        "A failed clean Job holds the Backup",
        "delete a Failed one with local storage and no folder: CleanFailed/CleanBackupDataFailed after the first Pod, the Job goes on \
         to its backoffLimit; Terminating; deleting the Job once the folder exists: run again, gone within 1.5 s",
        |t| {
            snapshot(t, "Delete", Mode::BrFail("stub".to_owned()));
            t.engine.cache.data.clear();
            t.delete("s");
            assert_eq!(t.at("s", "/status/phase"), "CleanFailed");
            let conditions = t.get("s")["status"]["conditions"].clone();
            let failed = list(&conditions, "").iter();
            let mut failed = failed.filter(|condition| text(condition, "/type") == "CleanFailed");
            let failed = failed.next().unwrap();
            assert_eq!(text(failed, "/reason"), "CleanBackupDataFailed");
            assert_eq!(
                text(failed, "/message"),
                "stat /mnt/s: no such file or directory"
            );
            assert_eq!(pods(t, "clean-s").len(), 7, "one, and six more");
            t.wait(300);
            assert!(!t.is_gone("s"));
            t.engine.cache.data.insert("local:///mnt/s".to_owned());
            let since = t.now;
            t.delete_job("clean-s");
            assert!(t.is_gone("s") && (t.now - since).num_milliseconds() <= 1500);
        },
    ),
    (
        "A failed clean Job holds the Backup",
        "CleanFailed stands there while the Job still tries: the first Pod is not the last",
        |t| {
            snapshot(t, "Delete", Mode::Ok);
            t.engine
                .modes
                .set("clean-*", Mode::BrFail("AccessDenied".to_owned()));
            t.delete("s");
            t.phases("s");
            assert_eq!(t.at("s", "/status/phase"), "CleanFailed");
            assert!(has_data(t, "s"));
            assert_eq!(t.memory.jobs[&key("clean-s")]["status"]["failed"], 7);
        },
    ),
];
