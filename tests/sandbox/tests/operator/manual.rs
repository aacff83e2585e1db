//! The stand-in step by step, with a clock of its own.

use std::time::Duration;

use sandbox::block_on;
use sandbox::operator::{Dialect, Manual, Mode, StandIn};
use serde_json::json;

use super::Stage;

fn stage(dialect: Dialect) -> (Stage, Manual) {
    let stage = Stage::new(dialect);
    let stand_in = StandIn::manual(stage.client.clone(), dialect, &stage.namespace);
    (stage, stand_in)
}

fn settle(stand_in: &Manual) -> usize {
    block_on(stand_in.settle()).unwrap()
}

fn advance(stand_in: &Manual, seconds: u64) {
    block_on(stand_in.advance(Duration::from_secs(seconds))).unwrap();
}

fn started(stage: &Stage, stand_in: &Manual) {
    stage.log("l1");
    settle(stand_in);
    assert_eq!(stage.phase("l1"), "Running");
    assert_eq!(stage.sub("l1", "log-start"), "Complete");
}

#[test]
fn one_transition_at_a_time() {
    let (stage, stand_in) = stage(Dialect::V2);
    stage.log("l1");
    let step = || block_on(stand_in.step()).unwrap();
    assert_eq!(step(), Some("Backups that clean have a finalizer"));
    let object = stage.get("l1");
    // The PUT with the finalizer changes the spec, so the API server counts a generation.
    assert_eq!(object["metadata"]["generation"], 2);
    assert_eq!(
        object["spec"]["backoffRetryPolicy"]["minRetryDuration"],
        "300s"
    );
    assert_eq!(object["spec"]["resources"], json!({}));
    let mut phases = Vec::new();
    while step().is_some() {
        phases.push((stage.phase("l1"), stage.sub("l1", "log-start")));
    }
    phases.dedup();
    let expected = [
        ("Scheduled", "Scheduled"),
        ("Prepare", "Prepare"),
        ("Running", "Running"),
        ("Running", "Complete"),
    ];
    assert_eq!(
        phases,
        expected.map(|(phase, sub)| (phase.to_owned(), sub.to_owned()))
    );
}

#[test]
fn the_first_write_of_v1_counts_three_generations() {
    let (stage, stand_in) = stage(Dialect::V1);
    stand_in.hold("*");
    stage.log("l1");
    settle(&stand_in);
    let object = stage.get("l1");
    assert_eq!(object["metadata"]["generation"], 3);
    let condition = &object["status"]["conditions"][0];
    assert!(condition.get("reason").is_none() && condition.get("message").is_none());
    assert_eq!(object["status"]["timeStarted"], json!(null));
}

#[test]
fn jobs_are_held_finished_failed() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let (stage, stand_in) = stage(dialect);
        stand_in.hold("*-log-start");
        stage.log("l1");
        settle(&stand_in);
        assert_eq!(stage.phase("l1"), "Scheduled");
        let job = &stage
            .send(
                "GET",
                &format!("{}/backup-l1-log-start", stage.path("jobs")),
                &json!(null),
            )
            .unwrap();
        assert_eq!(job["metadata"]["labels"]["tidb.pingcap.com/backup"], "l1");
        assert_eq!(job["metadata"]["ownerReferences"][0]["controller"], true);
        block_on(stand_in.finish("backup-l1-log-start")).unwrap();
        assert_eq!(stage.phase("l1"), "Running");
        stand_in.next_job(Mode::Hang);
        stage.patch("l1", json!({"logSubcommand": "log-pause"}));
        settle(&stand_in);
        assert_eq!(stage.sub("l1", "log-pause"), "Running");
        block_on(stand_in.fail("backup-l1-log-pause", "the disk is full")).unwrap();
        assert_eq!(stage.sub("l1", "log-pause"), "Failed");
        assert!(stage.get("l1").to_string().contains("the disk is full"));
        // Only clearing the sub-status helps, through the subresource (v2) or the object (v1).
        stage.patch_status("l1", json!({"logSubCommandStatuses": {"log-pause": null}}));
        settle(&stand_in);
        assert_eq!(stage.phase("l1"), "Paused");
    }
}

#[test]
fn an_unknown_sub_command_is_refused_by_the_server() {
    let (stage, stand_in) = stage(Dialect::V2);
    started(&stage, &stand_in);
    let before = stage.get("l1")["status"].clone();
    stage.patch("l1", json!({"logSubcommand": "log-resume"}));
    advance(&stand_in, 30);
    assert_eq!(stage.get("l1")["status"], before);
    stage.patch("l1", json!({"logSubcommand": "log-pause"}));
    settle(&stand_in);
    assert_eq!(stage.phase("l1"), "Paused");
}

#[test]
fn a_paused_cluster_silences_and_does_not_wake() {
    let (stage, stand_in) = stage(Dialect::V2);
    started(&stage, &stand_in);
    let cluster = format!(
        "/apis/core.pingcap.com/v1alpha1/namespaces/{}/clusters/basic",
        stage.namespace
    );
    let pause = |paused: bool| {
        stage
            .send("PATCH", &cluster, &json!({"spec": {"paused": paused}}))
            .unwrap();
    };
    pause(true);
    stage.patch("l1", json!({"logSubcommand": "log-pause"}));
    settle(&stand_in);
    pause(false);
    settle(&stand_in);
    assert_eq!(stage.phase("l1"), "Running");
    let path = format!("{}/l1", stage.path("backups"));
    stage
        .send(
            "PATCH",
            &path,
            &json!({"metadata": {"annotations": {"a": "b"}}}),
        )
        .unwrap();
    settle(&stand_in);
    assert_eq!(stage.phase("l1"), "Paused");
}

#[test]
fn names_that_are_too_long_for_a_job() {
    let (stage, stand_in) = stage(Dialect::V2);
    let (ok, long) = ("n".repeat(46), "n".repeat(47));
    stage.log(&ok);
    settle(&stand_in);
    assert_eq!(stage.phase(&ok), "Running");
    stage.log(&long);
    settle(&stand_in);
    assert_eq!(stage.phase(&long), "RetryFailed");
}

#[test]
fn retries_by_the_clock() {
    let (stage, stand_in) = stage(Dialect::V2);
    stand_in.set_mode("*", Mode::Die);
    stage.create(
        "s1",
        json!({"backoffRetryPolicy": {"minRetryDuration": "300s"}}),
    );
    settle(&stand_in);
    assert_eq!(stage.phase("s1"), "RetryFailed");
    advance(&stand_in, 290);
    assert_eq!(stage.phase("s1"), "RetryFailed");
    stand_in.set_mode("*", Mode::Ok);
    advance(&stand_in, 20);
    assert_eq!(stage.phase("s1"), "Complete");
    assert!(stage.get("s1")["status"]["backoffRetryStatus"][0]["realRetryAt"].is_string());
}

#[test]
fn deletion_stops_the_task_first() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let (stage, stand_in) = stage(dialect);
        started(&stage, &stand_in);
        stage.delete("l1");
        settle(&stand_in);
        assert!(stage.try_get("l1").is_none());
        assert!(stand_in.pd().tasks().is_empty());
        assert!(stage.jobs().is_empty());
        // A stop Job that died keeps the Backup until somebody deletes that Job.
        started(&stage, &stand_in);
        stand_in.next_job(Mode::Die);
        stage.delete("l1");
        settle(&stand_in);
        assert!(stage.try_get("l1").is_some());
        stage.delete_job("stop-l1");
        settle(&stand_in);
        assert!(stage.try_get("l1").is_none());
    }
}

#[test]
fn v1_compares_with_pd() {
    let (stage, stand_in) = stage(Dialect::V1);
    started(&stage, &stand_in);
    stand_in.pd().pause_outside("l1").unwrap();
    advance(&stand_in, 120);
    // The operator notices the pause outside, and undoes it.
    assert_eq!(stage.phase("l1"), "Running");
    assert_eq!(stage.sub("l1", "log-resume"), "Complete");
    stand_in
        .pd()
        .set_checkpoint("l1", 470_605_910_679_069_441)
        .unwrap();
    advance(&stand_in, 60);
    assert_eq!(
        stage.get("l1")["status"]["logCheckpointTs"],
        "470605910679069441"
    );
    stand_in.pd().error_pause("l1", "disk full").unwrap();
    advance(&stand_in, 120);
    assert_eq!(stage.phase("l1"), "RetryFailed");
    stand_in.pd().remove("l1").unwrap();
    advance(&stand_in, 120);
    assert_eq!(stage.phase("l1"), "Failed");
}

#[test]
fn v1_dies_of_azblob_without_a_secret() {
    let (stage, stand_in) = stage(Dialect::V1);
    stage.create("bad", json!({"s3": null, "azblob": {"container": "c"}}));
    settle(&stand_in);
    assert_eq!(
        stand_in.crashed().map(|key| key.name),
        Some("bad".to_owned())
    );
    stage.log("l1");
    settle(&stand_in);
    assert!(stage.get("l1").get("status").is_none());
    stage.delete("bad");
    settle(&stand_in);
    assert_eq!(stand_in.crashed(), None);
    assert_eq!(stage.phase("l1"), "Running");
}

#[test]
fn foreground_deletion_ends() {
    let (stage, stand_in) = stage(Dialect::V2);
    stage.create("s1", json!({}));
    settle(&stand_in);
    let path = format!("{}/s1?propagationPolicy=Foreground", stage.path("backups"));
    stage.send("DELETE", &path, &json!(null)).unwrap();
    settle(&stand_in);
    assert!(stage.try_get("s1").is_none());
    assert!(stage.jobs().is_empty());
}

#[test]
fn restores_move_too() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let (stage, stand_in) = stage(dialect);
        let v1 = dialect == Dialect::V1;
        let mut spec = json!({
            "br": {"cluster": "basic", "clusterNamespace": stage.namespace}, "backupType": "full",
            "s3": {"provider": "aws", "bucket": "b", "prefix": "p"}, "backoffLimit": 1,
        });
        if v1 {
            spec["prune"] = json!("afterFailed");
        }
        let make = |name: &str| stage.make("restores", "Restore", name, &spec);
        let phase = |name: &str| stage.object("restores", name)["status"]["phase"].clone();
        stand_in.hold("restore-r");
        make("r");
        settle(&stand_in);
        assert_eq!(phase("r"), "Scheduled");
        block_on(stand_in.finish("restore-r")).unwrap();
        assert_eq!(phase("r"), "Complete");
        assert!(stage.job("restore-r")["status"]["completionTime"].is_string());
        // On v2 a Complete Restore runs again when its Job is deleted, and stays Complete.
        stage.delete_job("restore-r");
        settle(&stand_in);
        assert_eq!(phase("r"), "Complete");
        assert_eq!(stage.jobs().len(), usize::from(!v1));
        stand_in.set_mode("restore-bad", Mode::BrFail("no such bucket".to_owned()));
        make("bad");
        settle(&stand_in);
        assert_eq!(phase("bad"), if v1 { "PruneComplete" } else { "Failed" });
        assert_eq!(stage.job("restore-bad")["status"]["failed"], 2);
        // On v2 a deletion cancels nothing, and the Job is created again.
        stand_in.set_mode("restore-slow", Mode::Hang);
        make("slow");
        settle(&stand_in);
        stage.remove("restores", "slow", "Background");
        settle(&stand_in);
        assert_eq!(stage.find("restores", "slow").is_none(), v1);
        if !v1 {
            stage.delete_job("restore-slow");
            settle(&stand_in);
            block_on(stand_in.finish("restore-slow")).unwrap();
        }
        assert!(stage.find("restores", "slow").is_none());
        assert!(!stage.jobs().contains(&"restore-slow".to_owned()));
    }
}

fn schedule(stage: &Stage) {
    let storage = |prefix: &str| json!({"provider": "aws", "bucket": "b", "prefix": prefix});
    let br = json!({"cluster": "basic", "clusterNamespace": stage.namespace});
    let mut spec = json!({
        "schedule": "* * * * *", "maxReservedTime": "24h",
        "backupTemplate": {"br": br, "s3": storage("snap")},
        "logBackupTemplate": {"backupMode": "log", "br": br, "s3": storage("log")},
        "compactBackupTemplate": {"br": br, "s3": storage("log")},
    });
    if stage.dialect == Dialect::V1 {
        spec["compactInterval"] = json!("1m");
    }
    stage.make("backupschedules", "BackupSchedule", "sch", &spec);
}

/// The children of a schedule on a real server, and what becomes of them when the schedule is deleted.
#[test]
fn schedules_and_compactions_move_too() {
    for (cascade, stays) in [
        ("Orphan", true),
        ("Background", false),
        ("Foreground", false),
    ] {
        let (stage, stand_in) = stage(Dialect::V1);
        schedule(&stage);
        settle(&stand_in);
        assert_eq!(stage.phase("log-sch"), "Running");
        advance(&stand_in, 200);
        let status = stage.object("backupschedules", "sch")["status"].clone();
        let last = status["lastBackup"].as_str().unwrap();
        assert_eq!(stage.phase(last), "Complete");
        let compaction = status["lastCompact"].as_str().unwrap();
        let compaction = stage.object("compactbackups", compaction);
        assert_eq!(compaction["status"]["state"], "Complete");
        let (made, end) = (&status["logBackupStartTs"], &status["lastCompactProgress"]);
        assert!(made.as_str() < end.as_str(), "{status}");
        stage.remove("backupschedules", "sch", cascade);
        settle(&stand_in);
        assert!(stage.find("backupschedules", "sch").is_none(), "{cascade}");
        for name in ["log-sch", last] {
            assert_eq!(stage.try_get(name).is_some(), stays, "{cascade} {name}");
        }
        assert_eq!(stand_in.pd().tasks().len(), usize::from(stays));
        assert_eq!(
            stage.jobs().is_empty(),
            !stays,
            "{cascade} {:?}",
            stage.jobs()
        );
    }
}

/// docs/operators.md, "Schedules and compactions of v2 have no controller", "One object can end the v1 operator"
#[test]
fn nobody_looks_after_schedules_in_v2_and_v1_dies_of_a_compaction_without_br() {
    let (stage, stand_in) = stage(Dialect::V2);
    schedule(&stage);
    assert_eq!(settle(&stand_in), 0);
    advance(&stand_in, 200);
    assert!(
        stage
            .object("backupschedules", "sch")
            .get("status")
            .is_none()
    );
    let (stage, stand_in) = self::stage(Dialect::V1);
    let spec = json!({"s3": {"provider": "aws", "bucket": "b"}, "startTs": "1", "endTs": "2"});
    stage.make("compactbackups", "CompactBackup", "bad", &spec);
    settle(&stand_in);
    assert_eq!(
        stand_in.crashed().map(|key| key.name),
        Some("bad".to_owned())
    );
    stage.log("l1");
    settle(&stand_in);
    assert!(stage.get("l1").get("status").is_none());
    stage.remove("compactbackups", "bad", "Background");
    settle(&stand_in);
    assert_eq!(stage.phase("l1"), "Running");
}
