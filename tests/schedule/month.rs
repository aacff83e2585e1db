//! A month of a schedule with log backup and compaction: what it runs, deletes and truncates, and what the plugin says beforehand.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use kubectl_tidb_br::time::Tso;
use sandbox::operator::Mode;

use super::stage::Stage;

const CREATE: &str = "schedule create nightly --cluster basic --schedule '0 2 * * *' --max-reserved-time 7d --clean-policy Delete --storage s3://b/snap --log-storage s3://b/log --compact-interval 8h --preflight off";

/// The names behind a label of `schedule show`.
fn told(show: &str, label: &str) -> BTreeSet<String> {
    let line = show
        .lines()
        .find_map(|line| line.strip_prefix(&format!("{label}:")));
    let names = line.unwrap_or_default().split(',').map(str::trim);
    names
        .filter(|name| name.starts_with("nightly-"))
        .map(str::to_owned)
        .collect()
}

fn backups(stage: &Stage) -> BTreeSet<String> {
    stage.names("backups").into_iter().collect()
}

/// One day: what went is what `schedule show` had said would go, and nothing else.
fn day(stage: &Stage) {
    let show = stage.done("schedule show nightly");
    let mut said = told(&show, "Next Run Deletes");
    said.extend(told(&show, "Deletes Now"));
    let before = backups(stage);
    let run = stage.next_run();
    for hours in [12, 0] {
        let moment = run - TimeDelta::hours(hours);
        if moment > stage.now() {
            stage.until(moment);
        }
    }
    let gone: BTreeSet<String> = before.difference(&backups(stage)).cloned().collect();
    assert!(
        gone.is_subset(&said),
        "said to go: {said:?}; gone: {gone:?}\n{show}"
    );
}

fn tso(text: &serde_json::Value) -> Tso {
    Tso::parse(text.as_str().unwrap_or_default()).unwrap_or_else(|| panic!("no TSO: {text}"))
}

#[test]
fn a_month_of_a_schedule_with_log_backup_and_compaction() {
    let stage = Stage::new();
    let created = stage.plugin(CREATE);
    assert_eq!(
        created.stdout,
        "backupschedule.pingcap.com/nightly created\n"
    );
    assert!(created.stderr.contains("next runs: "), "{}", created.stderr);
    stage.settle();
    assert_eq!(stage.names("backups"), ["log-nightly"]);
    assert_eq!(stage.row("nightly")["LAST-BACKUP"], "<none>");

    // The first run, and what it looks like.
    let run = stage.next_run();
    stage.until(run);
    let first = format!("nightly-{}", run.format("%Y-%m-%dt%H-%M-%S"));
    assert!(backups(&stage).contains(&first), "{:?}", backups(&stage));
    let prefix = &stage.object("backups", &first)["spec"]["s3"]["prefix"];
    let namespace = &stage.place.namespace;
    let folder = run.format("%Y-%m-%dt%H-%M-%S");
    assert_eq!(*prefix, format!("snap/basic-pd.{namespace}-2379-{folder}"));
    let row = stage.row("nightly");
    assert_eq!(
        (row["LAST-BACKUP"].as_str(), row["LAST-STATUS"].as_str()),
        (first.as_str(), "Complete")
    );
    assert_eq!(row["KEEPS"], "168h and its base");

    // Two weeks: nothing goes that was to be kept, and the log is truncated behind the base.
    for _ in 0..14 {
        day(&stage);
    }
    assert!(!backups(&stage).contains(&first));
    let snapshots = stage.names("backups").len() - 1;
    assert!(
        (8..=9).contains(&snapshots),
        "a week and its base: {snapshots}"
    );
    let log = stage.object("backups", "log-nightly");
    let truncated = tso(&log["status"]["logSuccessTruncateUntil"]);
    let oldest = stage
        .objects("backups")
        .iter()
        .filter(|backup| backup["spec"]["backupMode"] != "log")
        .map(|backup| tso(&backup["status"]["commitTs"]))
        .min()
        .unwrap();
    assert!(tso(&log["status"]["commitTs"]) < truncated && truncated <= oldest);
    let compactions = stage.objects("compactbackups");
    assert!(!compactions.is_empty());
    assert!(
        compactions
            .iter()
            .all(|one| one["status"]["state"] == "Complete")
    );
    assert!(
        stage
            .done("compact list")
            .contains("COMPACT_WORK(1291/1291)")
    );

    // A failed run is shown, and does not hold the next one up.
    stage
        .operator
        .next_job_of("backup-nightly-*", Mode::BrFail("no space".to_owned()));
    day(&stage);
    assert_eq!(stage.row("nightly")["LAST-STATUS"], "Failed");
    day(&stage);
    assert_eq!(stage.row("nightly")["LAST-STATUS"], "Complete");

    // A pause over three runs: the log backup goes on, retention too; one run makes up for all.
    let paused = stage.plugin("schedule pause nightly");
    assert_eq!(
        paused.stdout,
        "backupschedule.pingcap.com/nightly patched\n"
    );
    assert!(
        paused.stderr.contains("log-nightly is not paused"),
        "{}",
        paused.stderr
    );
    assert_eq!(
        stage.done("schedule pause nightly"),
        "backupschedule.pingcap.com/nightly already paused\n"
    );
    let row = stage.row("nightly");
    assert_eq!(
        (row["PAUSED"].as_str(), row["NEXT"].as_str()),
        ("true", "<none>")
    );
    let last = row["LAST-BACKUP"].clone();
    for _ in 0..3 {
        let run = stage.next_run();
        stage.until(run);
    }
    assert_eq!(stage.row("nightly")["LAST-BACKUP"], last);

    // Triggered by hand while paused.
    let made = stage.done("schedule trigger nightly");
    let by_hand = made
        .trim()
        .strip_prefix("backup.pingcap.com/")
        .and_then(|line| line.strip_suffix(" created"))
        .unwrap()
        .to_owned();
    let refused = stage.plugin("schedule trigger nightly");
    assert_eq!(refused.code, 5, "one runs: {}", refused.stderr);
    stage.settle();
    let object = stage.object("backups", &by_hand);
    assert_eq!(
        object["metadata"]["ownerReferences"],
        serde_json::Value::Null
    );
    assert_eq!(object["status"]["phase"], "Complete");

    let missed = (stage.next_run() - TimeDelta::days(1)).format("%Y-%m-%dT02:00:00Z");
    let resumed = stage.plugin("schedule resume nightly");
    assert_eq!(
        resumed.stdout,
        "backupschedule.pingcap.com/nightly patched\n"
    );
    let fires = format!("one missed run ({missed}) starts at once; 3 runs were missed in total");
    assert!(
        resumed.stderr.contains(&fires),
        "{fires}\n{}",
        resumed.stderr
    );
    assert_eq!(
        stage.done("schedule resume nightly"),
        "backupschedule.pingcap.com/nightly already running\n"
    );
    let before = backups(&stage);
    stage.until(stage.now() + TimeDelta::seconds(5));
    let after = backups(&stage);
    assert_eq!(after.difference(&before).count(), 1, "one run for three");

    // Past everything that retention keeps: the one made by hand stays.
    for _ in 0..9 {
        day(&stage);
    }
    assert!(backups(&stage).contains(&by_hand));
    assert!(
        stage
            .done("schedule show nightly")
            .contains(&format!("Never Deletes:     {by_hand}"))
    );

    // A shorter retention: the list, the question, and exactly these.
    let asked = stage.plugin("schedule set nightly --max-reserved-time 2d");
    assert_eq!(asked.code, 5, "{}", asked.stderr);
    let going: BTreeSet<String> = asked
        .stderr
        .lines()
        .filter_map(|line| line.strip_prefix("goes: "))
        .map(|line| line.split(' ').next().unwrap().to_owned())
        .collect();
    assert!(going.len() >= 4, "{}", asked.stderr);
    let before = backups(&stage);
    stage.settle();
    assert_eq!(before, backups(&stage), "nothing was written");
    stage.done("schedule set nightly --max-reserved-time 2d --yes");
    stage.settle();
    let gone: BTreeSet<String> = before.difference(&backups(&stage)).cloned().collect();
    assert_eq!(gone, going);
    assert_eq!(stage.row("nightly")["KEEPS"], "48h and its base");

    // Deleted: the backups stay, and the log goes on.
    let kept = backups(&stage);
    assert_eq!(stage.plugin("schedule delete nightly").code, 5);
    let deleted = stage.plugin("schedule delete nightly --yes --wait=false");
    assert_eq!(
        deleted.stdout,
        "backupschedule.pingcap.com/nightly deleted\n"
    );
    assert!(
        deleted.stderr.contains("log-nightly goes on"),
        "{}",
        deleted.stderr
    );
    stage.until(stage.now() + TimeDelta::days(2));
    assert!(stage.names("backupschedules").is_empty());
    assert_eq!(kept, backups(&stage));
    assert_eq!(
        stage.object("backups", "log-nightly")["status"]["phase"],
        "Running"
    );
}
