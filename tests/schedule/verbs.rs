//! Single situations of schedules and compactions: what is said, what is written, what the operator makes of it.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::stage::Stage;

/// A schedule of somebody else, with a count that takes in the log backup.
fn trap(stage: &Stage) -> Value {
    let storage = json!({"provider": "aws", "bucket": "b", "prefix": "p"});
    json!({
        "apiVersion": "pingcap.com/v1alpha1", "kind": "BackupSchedule",
        "metadata": {"name": "trap", "namespace": stage.place.namespace},
        "spec": {
            "schedule": "0 2 * * *", "maxBackups": 2,
            "backupTemplate": {"br": {"cluster": "basic"}, "s3": storage},
            "logBackupTemplate": {"backupMode": "log", "br": {"cluster": "basic"}, "s3": storage},
        },
    })
}

/// `maxBackups` deletes the log backup, and then the schedule makes nothing any more
/// (docs/operators.md, "maxBackups deletes the log backup", "A schedule whose log backup is gone stalls").
#[test]
fn max_backups_with_a_log_backup_is_named_before_and_after_it_stalls_the_schedule() {
    let stage = Stage::new();
    stage.create("backupschedules", &trap(&stage));
    stage.settle();
    assert!(stage.row("trap")["KEEPS"].contains("DELETES LOG BACKUP"));
    let show = stage.done("schedule show trap");
    assert!(show.contains("log-max-backups: maxBackups 2"), "{show}");
    stage.until(stage.next_run());
    let show = stage.done("schedule show trap");
    assert!(show.contains("Next Run Deletes:  log-trap"), "{show}");
    stage.until(stage.next_run());
    stage.until(stage.now() + TimeDelta::minutes(10));
    assert!(!stage.names("backups").contains(&"log-trap".to_owned()));
    assert!(stage.row("trap")["KEEPS"].contains("STALLED"));
    let show = stage.done("schedule show trap");
    assert!(
        show.contains("stalled: the log backup log-trap is gone"),
        "{show}"
    );
    let last = stage.row("trap")["LAST-BACKUP"].clone();
    stage.until(stage.next_run());
    assert_eq!(stage.row("trap")["LAST-BACKUP"], last);
    // The way out that is offered: the rule is not met any more.
    let out =
        stage.plugin("schedule set trap --max-reserved-time 7d --set spec.maxBackups=null --yes");
    assert_eq!(out.code, 0, "{}", out.stderr);
}

/// Until something is compacted, the value lies before the start of the log: the truncation is marked Complete and truncates nothing
/// (docs/operators.md, "A schedule does not truncate past the compaction").
#[test]
fn a_truncation_before_the_start_of_the_log_is_no_failure() {
    let stage = Stage::new();
    stage
        .operator
        .set_mode("compact-*", sandbox::operator::Mode::Hold);
    stage.done("schedule create early --cluster basic --schedule '0 2 * * *' --max-reserved-time 24h --storage s3://b/snap --log-storage s3://b/log --compact-interval 8h --preflight off");
    stage.settle();
    for _ in 0..4 {
        stage.until(stage.next_run());
    }
    let log = stage.object("backups", "log-early");
    let text = |pointer: &str| {
        log.pointer(pointer)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let tso = |pointer: &str| text(pointer).parse::<u64>().unwrap();
    assert!(
        tso("/spec/logTruncateUntil") <= tso("/status/commitTs"),
        "{log}"
    );
    assert_eq!(text("/status/logSuccessTruncateUntil"), "");
    let status = stage.done("log status log-early");
    assert!(status.contains("Running"), "{status}");
}

#[test]
fn delete_in_the_background_takes_what_it_said_and_spares_what_was_triggered() {
    let stage = Stage::new();
    stage.done("schedule create gone --cluster basic --schedule '0 2 * * *' --max-reserved-time 7d --storage s3://b/snap --log-storage s3://b/log --preflight off");
    stage.settle();
    stage.until(stage.next_run());
    stage.until(stage.now() + TimeDelta::minutes(1));
    stage.done("schedule trigger gone");
    stage.settle();
    let before = stage.names("backups");
    assert_eq!(before.len(), 3, "{before:?}");
    let plan = stage.done("schedule delete gone --cascade=background --dry-run=client -o json");
    let plan: Value = serde_json::from_str(&plan).unwrap();
    assert_eq!(plan["kind"], "DeletionPlan");
    assert_eq!(plan["items"].as_array().unwrap().len(), 3);
    let deleted = stage.plugin("schedule delete gone --cascade=background --yes");
    assert_eq!(deleted.code, 0, "{}", deleted.stderr);
    assert!(
        deleted
            .stderr
            .contains("goes: log-gone (the log backup is stopped first")
    );
    for _ in 0..3 {
        stage.until(stage.now() + TimeDelta::minutes(1));
    }
    let left = stage.names("backups");
    assert_eq!(left.len(), 1, "{left:?}");
    assert!(
        deleted
            .stderr
            .contains(&format!("stays: {} (made by trigger)", left[0]))
    );
}

#[test]
fn compactions_start_where_the_last_one_ended() {
    let stage = Stage::new();
    stage.done(
        "log start basic-log --cluster basic --storage s3://b/log --preflight off --wait=false",
    );
    stage.settle();
    stage.until(stage.now() + TimeDelta::hours(1));
    stage.done("compact create one --from-log basic-log");
    stage.settle();
    assert_eq!(
        stage.done("compact wait one"),
        "compactbackup.pingcap.com/one complete\n"
    );
    let none = stage.plugin("compact create two --from-log basic-log");
    assert_eq!(none.code, 5, "{}", none.stderr);
    assert!(
        none.stderr.contains("nothing to compact"),
        "{}",
        none.stderr
    );
    stage.until(stage.now() + TimeDelta::hours(1));
    stage.done("compact create two --from-log basic-log");
    let (one, two) = (
        stage.object("compactbackups", "one"),
        stage.object("compactbackups", "two"),
    );
    assert_eq!(one["spec"]["endTs"], two["spec"]["startTs"]);
    assert_eq!(
        two["spec"]["br"]["clusterNamespace"],
        json!(stage.place.namespace)
    );
    assert_eq!(two["spec"]["s3"], one["spec"]["s3"]);
    stage.operator.set_mode(
        "two",
        sandbox::operator::Mode::BrFail("no space left".to_owned()),
    );
    stage.settle();
    let failed = stage.plugin("compact wait two");
    assert_eq!(failed.code, 3, "{}", failed.stderr);
    assert!(failed.stderr.contains("no space left"), "{}", failed.stderr);
    assert_eq!(
        stage
            .plugin("compact wait two --for deleted --timeout 0")
            .code,
        4
    );
}

/// What is not there, and what v2 does not do.
#[test]
fn names_that_are_not_found_and_dry_runs_write_nothing() {
    let stage = Stage::new();
    for line in [
        "schedule pause nope",
        "schedule show nope",
        "schedule set nope --paused",
        "compact wait nope",
        "compact show nope",
    ] {
        let ran = stage.plugin(line);
        assert_eq!(ran.code, 1, "{line}: {}", ran.stderr);
        assert!(
            ran.stderr.contains("not found") && ran.stderr.contains("hint: "),
            "{}",
            ran.stderr
        );
    }
    assert_eq!(stage.plugin("schedule list --operator v2").code, 8);
    assert_eq!(stage.plugin("schedule pause x --operator v2").code, 8);
    stage.done("schedule create dry --cluster basic --schedule @daily --max-reserved-time 1d --storage s3://b/p --preflight off --dry-run=server");
    assert!(stage.names("backupschedules").is_empty());
    stage.done("schedule create dry --cluster basic --schedule @daily --max-reserved-time 1d --storage s3://b/p --preflight off");
    stage.settle();
    for line in ["pause", "delete", "trigger", "set --max-backups 3"] {
        let (verb, flags) = line.split_once(' ').unwrap_or((line, ""));
        for mode in ["client", "server"] {
            let printed = stage.done(&format!("schedule {verb} dry {flags} --dry-run={mode}"));
            assert!(printed.contains("dry run)"), "{line}: {printed}");
        }
    }
    let before = stage.objects("backupschedules");
    assert_eq!(before[0]["metadata"]["generation"], 1);
    assert!(stage.names("backups").is_empty());
    let diff = stage.done("schedule set dry --max-backups 3 --diff");
    assert!(diff.contains("+  maxBackups: 3"), "{diff}");
    let both = stage.plugin("schedule pause dry nope");
    assert_eq!(both.code, 1, "{}", both.stderr);
    assert_eq!(
        stage.object("backupschedules", "dry")["spec"]["pause"],
        true
    );
}
