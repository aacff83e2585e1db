//! A cluster has one log task: schedules that would start a second one are refused, and one that did is shown as it is.

use sandbox::operator::Mode;

use super::stage::Stage;

/// A line that creates a schedule with a log backup.
fn create(name: &str) -> String {
    format!(
        "schedule create {name} --cluster basic --schedule '0 2 * * *' --max-reserved-time 7d --storage s3://b/{name}-snap --log-storage s3://b/{name}-log --preflight off"
    )
}

#[test]
fn a_second_log_backup_is_refused() {
    let stage = Stage::new();
    stage.done(&create("first"));
    // Its log backup is not made yet.
    let early = stage.plugin(&create("second"));
    assert_eq!(early.code, 5, "{}", early.stderr);
    assert!(
        early
            .stderr
            .contains("is going to start a log backup of cluster basic"),
        "{}",
        early.stderr
    );
    assert!(
        early.stderr.contains("(rule second-task)"),
        "{}",
        early.stderr
    );
    let other =
        stage.plugin("log start l --cluster basic --storage s3://b/l --preflight off --wait=false");
    assert_eq!(other.code, 5, "{}", other.stderr);
    stage.settle();
    let late = stage.plugin(&create("second"));
    assert_eq!(late.code, 5, "{}", late.stderr);
    assert!(
        late.stderr.contains("backup.pingcap.com/log-first"),
        "{}",
        late.stderr
    );
    let warned = stage.plugin(
        &create("second").replace("--preflight off", "--dry-run=server --allow second-task"),
    );
    assert_eq!(warned.code, 0, "{}", warned.stderr);
    assert!(
        warned
            .stderr
            .contains("Warning: cluster basic has a log backup already"),
        "{}",
        warned.stderr
    );
    // Without a log backup of its own, a schedule may be there; it cannot be given one.
    stage.done("schedule create plain --cluster basic --schedule '0 3 * * *' --max-reserved-time 7d --storage s3://b/plain --preflight off");
    let set = stage.plugin("schedule set plain --log-storage s3://b/plain-log");
    assert_eq!(set.code, 5, "{}", set.stderr);
    assert!(set.stderr.contains("(rule second-task)"), "{}", set.stderr);
    // Its own log backup is in nobody's way.
    stage.done("schedule set first --max-reserved-time 14d");
    stage.done("schedule set first --log-storage s3://b/first-log2");
    assert_eq!(stage.names("backupschedules"), ["first", "plain"]);
}

/// The log backup of the second schedule fails at once; the list says so, and the deletion does not say that it goes on.
#[test]
fn a_log_backup_that_failed_is_shown() {
    let stage = Stage::new();
    stage.operator.set_mode(
        "backup-log-bad-log-start",
        Mode::BrFail("ErrStreamLogTaskExist".to_owned()),
    );
    stage.done(&create("bad"));
    stage.done(&create("good").replace("--cluster basic", "--cluster other"));
    stage.settle();
    let row = stage.row("bad");
    assert!(row["KEEPS"].ends_with("log backup FAILED"), "{row:?}");
    assert_eq!(row["LOG-BACKUP"], "log-bad (failed)");
    let deleted = stage.plugin("schedule delete bad --dry-run=client");
    assert!(deleted.stderr.contains("the log backup log-bad has failed and stays as it is; to see why: kubectl tidb-br log show log-bad -n "), "{}", deleted.stderr);
    assert!(!deleted.stderr.contains("goes on"), "{}", deleted.stderr);
    let cascade = stage.plugin("schedule delete bad --cascade=background --dry-run=client");
    assert!(
        cascade
            .stderr
            .contains("goes: log-bad (the log backup has failed; "),
        "{}",
        cascade.stderr
    );
}
