//! The verbs on one schedule, on several, and on those of a selector: what is said, what is asked, what is written.

use sandbox::operator::Dialect;
use serde_json::{Value, json};

use super::shelf::{Shelf, ago, condition, spec};
use crate::support::Place;

/// Three schedules of one team, the middle one paused.
fn three() -> (Place, Shelf) {
    let place = Place::new(Dialect::V1);
    let shelf = Shelf::of(&place);
    for (name, paused) in [("a", false), ("b", true), ("c", false)] {
        let metadata = json!({"name": name, "labels": {"team": "t"}});
        shelf.schedule(&metadata, &spec(&json!({"pause": paused})), &Value::Null);
    }
    (place, shelf)
}

fn paused(shelf: &Shelf) -> Vec<bool> {
    ["a", "b", "c"]
        .map(|name| shelf.get(name)["spec"]["pause"] == true)
        .to_vec()
}

fn lines(object: &str, words: &[&str]) -> String {
    let line = |(name, word): (&str, &&str)| format!("{object}/{name} {word}\n");
    ["a", "b", "c"].into_iter().zip(words).map(line).collect()
}

/// The line, its exit code and result lines, and which are paused then.
#[rustfmt::skip]
#[test]
fn result_lines_and_what_is_written() {
    const REF: &str = "backupschedule.pingcap.com";
    let all = [true, true, true];
    let none = [false, false, false];
    let same = [false, true, false];
    let rows: [(&str, i32, String, [bool; 3]); 17] = [
        ("schedule pause a b c", 0, lines(REF, &["patched", "already paused", "patched"]), all),
        ("schedule pause -l team=t", 0, lines(REF, &["patched", "already paused", "patched"]), all),
        ("schedule resume -l team=t", 0, lines(REF, &["already running", "patched", "already running"]), none),
        ("schedule pause bks/a backupschedules/b backupschedule.pingcap.com/c", 0, lines(REF, &["patched", "already paused", "patched"]), all),
        ("schedule pause a nope c", 1, format!("{REF}/a patched\n{REF}/c patched\n"), all),
        ("schedule pause nope backupschedule.br.pingcap.com/a c", 1, format!("{REF}/c patched\n"), [false, true, true]),
        ("schedule pause a B_", 2, String::new(), same),
        ("schedule pause a -l team=t", 2, String::new(), same),
        ("schedule pause -l team=none", 0, String::new(), same),
        ("schedule pause -l team=t --dry-run=client", 0, lines(REF, &["patched (dry run)", "already paused (dry run)", "patched (dry run)"]), same),
        ("schedule pause -l team=t --dry-run=server", 0, lines(REF, &["patched (server dry run)", "already paused (server dry run)", "patched (server dry run)"]), same),
        ("schedule pause a c -o name", 0, format!("{REF}/a\n{REF}/c\n"), all),
        ("schedule set a --paused", 0, format!("{REF}/a patched\n"), [true, true, false]),
        ("schedule set a --max-reserved-time 7d", 0, format!("{REF}/a already so\n"), same),
        ("schedule set a --max-reserved-time 7d -o name", 0, format!("{REF}/a\n"), same),
        ("schedule resume b --diff -o name", 0, String::new(), same),
        ("schedule delete a nope --yes --wait=false", 1, format!("{REF}/a deleted\n"), [false, true, false]),
    ];
    for (line, code, printed, after) in rows {
        let (place, shelf) = three();
        let output = place.plugin().line(line).exits(code);
        if line.contains("--diff") {
            assert!(output.stdout.contains("-  pause: true\n+  pause: false"), "{output}");
        } else {
            assert_eq!(output.stdout, printed, "{output}");
        }
        assert_eq!(paused(&shelf), after, "{output}");
        let changed = place.written().iter().filter(|write| write.code < 300).count();
        let differing = after.iter().zip(same).filter(|(after, before)| *after != before).count();
        assert_eq!(changed, differing + usize::from(line.contains("delete")), "{output}");
    }
}

/// Documents one behind the other are no document: several objects are one list, and one that was selected too.
#[test]
fn several_objects_are_one_document() {
    let (place, _) = three();
    let plugin = place.plugin();
    let names = |list: &Value| -> Vec<String> {
        let items = list["items"].as_array().cloned().unwrap_or_default();
        items
            .iter()
            .map(|item| item["metadata"]["name"].as_str().unwrap().to_owned())
            .collect()
    };
    let list = plugin.line("schedule pause a b c -o yaml").exits(0).yaml();
    assert_eq!(names(&list), ["a", "b", "c"]);
    assert_eq!(list["kind"], "List");
    let list = plugin.line("schedule resume a nope c -o json").exits(1);
    assert_eq!(names(&list.json()), ["a", "c"]);
    let line = "schedule trigger -l team=t --dry-run=client -o yaml";
    let list = plugin.line(line).exits(0).yaml();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(3));
    assert_eq!(list["items"][0]["kind"], "Backup");
    let line = "schedule pause -l team=t -o jsonpath={.items[*].spec.pause}";
    let output = plugin.line(line).exits(0);
    assert_eq!(output.stdout.trim(), "true true true");
    let one = plugin.line("schedule pause a -o json").exits(0).json();
    assert_eq!(one["kind"], "BackupSchedule");
    let plan = plugin.line("schedule delete a c --dry-run=client -o json");
    let plan = plan.exits(0).json();
    assert_eq!(
        (&plan["kind"], plan["items"].as_array().map(Vec::len)),
        (&json!("DeletionPlan"), Some(2))
    );
}

#[test]
fn among_several_what_is_said_names_its_schedule() {
    let (place, _) = three();
    let output = place.plugin().line("schedule pause a c").exits(0);
    for name in ["a", "c"] {
        let note = format!("backupschedule.pingcap.com/{name}: running backups go on");
        assert!(output.stderr.contains(&note), "{output}");
    }
    let output = place.plugin().line("schedule resume a").exits(0);
    assert!(output.stderr.starts_with("no run was missed"), "{output}");
}

/// Why nothing, one, or everything that was missed comes on resume.
#[test]
fn resume_says_what_fires() {
    let retrying = json!({"phase": "RetryFailed", "conditions": [condition("Scheduled"), condition("RetryFailed")]});
    let rows = [
        (
            "0 0 1 1 *",
            ago(1),
            Value::Null,
            "no run was missed; next run: ",
        ),
        (
            "@every 1h",
            ago(3),
            Value::Null,
            "starts at once; 3 runs were missed in total, and the others are skipped",
        ),
        (
            "* * * * *",
            ago(20),
            Value::Null,
            "more than 1000 runs were missed, and the operator skips them all",
        ),
        (
            "@every 1h",
            ago(3),
            retrying,
            "Warning: the last backup s-1 is not finished, and holds up every run",
        ),
        (
            "0 0 31 2 *",
            ago(3),
            Value::Null,
            "Warning: nothing will run: \"0 0 31 2 *\" is not a cron expression",
        ),
    ];
    let place = Place::new(Dialect::V1);
    let shelf = Shelf::of(&place);
    for (cron, last, phase, words) in rows {
        let status = json!({"lastBackup": "s-1", "lastBackupTime": last});
        let paused = json!({"schedule": cron, "pause": true});
        shelf.schedule(&json!({"name": "s"}), &spec(&paused), &status);
        if !phase.is_null() {
            shelf.child("s", "s-1", &json!({}), &phase);
        }
        let output = place.plugin().line("schedule resume s --utc").exits(0);
        assert!(output.stderr.contains(words), "{words}: {output}");
        assert_eq!(output.stdout, "backupschedule.pingcap.com/s patched\n");
        shelf.delete("s");
        if !place.api().get("s-1").is_null() {
            place.api().delete("s-1");
        }
    }
}

/// Flags of `set`, the exit code without a terminal, and what is said to go.
#[rustfmt::skip]
#[test]
fn set_lists_what_goes_and_asks_only_then() {
    let rows: [(&str, i32, &[&str]); 12] = [
        ("--max-reserved-time 10d", 0, &[]),
        ("--max-reserved-time 5d", 5, &["nightly-1 (older than 120h, with its data)"]),
        ("--max-reserved-time 3d", 5, &["nightly-1 (older than 72h, with its data)", "nightly-2 (older than 72h, with its data)"]),
        ("--max-reserved-time 3d --clean-policy Retain", 5, &["nightly-1 (older than 72h, with its data)", "nightly-2 (older than 72h, with its data)"]),
        ("--max-backups 2", 0, &[]),
        ("--max-backups 2 --set spec.maxReservedTime=null", 5, &["nightly-1 (not among the newest 2, with its data)"]),
        ("--max-backups 3 --set spec.maxReservedTime=null", 0, &[]),
        ("--schedule @daily", 0, &[]),
        ("--clean-policy Retain", 0, &[]),
        ("--max-reserved-time 3d --dry-run=client", 0, &["nightly-1 (older than 72h, with its data)", "nightly-2 (older than 72h, with its data)"]),
        ("--max-reserved-time 3d --dry-run=server", 0, &["nightly-1 (older than 72h, with its data)", "nightly-2 (older than 72h, with its data)"]),
        ("--max-reserved-time 3d --yes", 0, &["nightly-1 (older than 72h, with its data)", "nightly-2 (older than 72h, with its data)"]),
    ];
    for (flags, code, expected) in rows {
        let place = Place::new(Dialect::V1);
        let shelf = Shelf::of(&place);
        shelf.nightly();
        let output = place.plugin().line(&format!("schedule set nightly {flags}")).exits(code);
        let goes: Vec<&str> = output.stderr.lines().filter_map(|line| line.strip_prefix("goes: ")).collect();
        assert_eq!(goes, expected, "{flags}: {output}");
        let writes = code == 0 && !flags.contains("--dry-run");
        assert_eq!(place.written().len(), usize::from(writes), "{flags}");
        if code == 5 {
            assert!(output.hints() == ["add --yes when you are sure"] && output.stdout.is_empty(), "{output}");
        }
    }
}

/// A log backup that runs does not follow its template any more.
#[test]
fn set_says_what_does_not_change_by_itself() {
    let place = Place::new(Dialect::V1);
    let shelf = Shelf::of(&place);
    let log = json!({"logBackupTemplate": {"backupMode": "log", "br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b", "prefix": "l"}}});
    let status = json!({"logBackup": "log-s"});
    shelf.schedule(&json!({"name": "s"}), &spec(&log), &status);
    place
        .plugin()
        .line("schedule set s --log-storage s3://b/other")
        .exits(0)
        .says("Warning: the log backup log-s exists already, and does not follow its template");
    let output = place
        .plugin()
        .line("schedule set s --concurrency 4")
        .exits(0);
    assert!(!output.stderr.contains("log-s"), "{output}");
    assert_eq!(
        place.written().last().unwrap().body,
        json!({"spec": {"backupTemplate": {"br": {"concurrency": 4}}}})
    );
}

/// The schedule `s` with a log backup, a finished and a running snapshot, one made by trigger, and two compactions.
fn everything() -> (Place, Shelf) {
    let place = Place::new(Dialect::V1);
    let shelf = Shelf::of(&place);
    let status = json!({"logBackup": "log-s", "lastCompact": "compact-s-2"});
    shelf.schedule(&json!({"name": "s"}), &spec(&json!({})), &status);
    shelf.snapshot("s", "s-1", 24);
    let policy = json!({"cleanPolicy": "Retain"});
    shelf.child("s", "s-2", &policy, &json!({"phase": "Running"}));
    let mode = json!({"backupMode": "log", "cleanPolicy": "Retain"});
    shelf.child("s", "log-s", &mode, &json!({"phase": "Running"}));
    let by_hand = json!({"name": "s-3", "labels": {"tidb.pingcap.com/backup-schedule": "s"}});
    let complete = json!({"phase": "Complete", "conditions": [condition("Complete")]});
    let template = &spec(&json!({}))["backupTemplate"];
    place.api().create_with(by_hand, template, &complete);
    shelf.compaction("s", "compact-s-1", "Complete");
    shelf.compaction("s", "compact-s-2", "Running");
    (place, shelf)
}

const STAYS: &str = "3 backups stay with their data, and no retention deletes them any more\ns-2 goes on\ncompact-s-2 goes on\nthe log backup log-s goes on, and nothing truncates it any more; to end it: kubectl tidb-br log stop log-s -n NS\n";
const GOES: &str = "goes: s-1 (with its data)\ngoes: s-2 (it still runs and is ended; its data stays)\ngoes: log-s (the log backup is stopped first; its data stays)\ngoes: compact-s-1 (the compacted data stays)\ngoes: compact-s-2 (the compaction still runs and is ended)\nstays: s-3 (made by trigger)\n";

/// What is said first, the exit code, the result, and the propagation that is sent, if one is.
#[rustfmt::skip]
#[test]
fn delete_says_what_goes_on_and_what_goes() {
    const REF: &str = "backupschedule.pingcap.com/s";
    let rows = [
        ("", STAYS, 5, String::new()),
        ("--cascade=background", GOES, 5, String::new()),
        ("--dry-run=client", STAYS, 0, format!("{REF} deleted (dry run)\n")),
        ("--dry-run=server", STAYS, 0, format!("{REF} deleted (server dry run)\n")),
        ("--dry-run=client --cascade=background", GOES, 0, format!("{REF} deleted (dry run)\n")),
        ("--dry-run=server --cascade=background --wait", GOES, 0, format!("{REF} deleted (server dry run)\n")),
        ("--dry-run=client -o name", STAYS, 0, format!("{REF}\n")),
        ("--yes --wait=false", STAYS, 0, format!("{REF} deleted\n")),
        ("--yes --wait=false --cascade=orphan -o name", STAYS, 0, format!("{REF}\n")),
        ("--yes --cascade=background", GOES, 0, format!("{REF} deleted\n")),
    ];
    for (flags, said, code, printed) in rows {
        let (place, shelf) = everything();
        let output = place.plugin().line(&format!("schedule delete s {flags}")).exits(code);
        let said = said.replace("NS", &place.namespace);
        assert!(output.stderr.starts_with(&said), "{flags}: {output}");
        assert_eq!(output.stdout, printed, "{flags}");
        let written = place.written();
        let gone = code == 0 && flags.contains("--yes");
        // The dry run of a deletion stands in its body, which the audit log does not tell apart.
        let sent = gone || flags.contains("=server");
        assert_eq!(written.len(), usize::from(sent), "{flags}");
        let left = shelf.get("s");
        // Nobody here carries the orphaning out: the finalizer tells that it was asked for.
        let finalizers = &left["metadata"]["finalizers"];
        match (gone, flags.contains("background")) {
            (true, true) => assert!(left.is_null(), "{flags}: {left}"),
            (true, false) => assert_eq!(*finalizers, json!(["orphan"]), "{flags}"),
            (false, _) => assert!(left["metadata"]["deletionTimestamp"].is_null() && finalizers.is_null(), "{flags}"),
        }
    }
}

#[test]
fn the_plan_and_the_difference_of_a_deletion() {
    let (place, shelf) = everything();
    let plugin = place.plugin();
    let line = "schedule delete s --cascade=background --dry-run=client -o json";
    let plan = plugin.line(line).exits(0).json();
    let item = |index: usize, keys: [&str; 3]| keys.map(|key| plan["items"][index][key].clone());
    let keys = ["kind", "name", "data"];
    let found: Vec<[Value; 3]> = (0..6).map(|index| item(index, keys)).collect();
    let expected = [
        ["BackupSchedule", "s", "none"],
        ["Backup", "log-s", "kept"],
        ["Backup", "s-1", "deleted"],
        ["Backup", "s-2", "kept"],
        ["CompactBackup", "compact-s-1", "none"],
        ["CompactBackup", "compact-s-2", "none"],
    ];
    assert_eq!(found, expected.map(|row| row.map(Value::from)), "{plan}");
    assert_eq!(plan["items"].as_array().map(Vec::len), Some(6));
    assert_eq!(plan["items"][1]["stopsLogTask"], true);
    assert_eq!(
        plan["items"][2]["commit"]["tso"].as_str().map(str::len),
        Some(18)
    );
    let lost = plan["lost"].as_array().unwrap();
    let only = lost[0].as_str().unwrap();
    assert!(
        lost.len() == 1 && only.starts_with("the snapshot s-1 of 20"),
        "{plan}"
    );
    let kept = "schedule delete s --dry-run=client -o json";
    let kept = plugin.line(kept).exits(0).json();
    assert_eq!(kept["lost"], json!([]));
    let diff = plugin.line("schedule delete s --diff").exits(0).stdout;
    assert!(
        diff.contains("-kind: BackupSchedule") && !diff.contains("\n+k"),
        "{diff}"
    );
    assert!(place.written().is_empty());
    assert!(shelf.get("s")["metadata"]["deletionTimestamp"].is_null());
}

#[test]
fn a_deletion_that_does_not_end_in_time() {
    let (place, _) = everything();
    let output = place.plugin().line("schedule delete s --yes --timeout 1s");
    let output = output.exits(4).one_error();
    assert!(output.error().contains("s"), "{output}");
}

/// The operator does nothing more for a schedule that is being deleted, and its owner waits for the end: no verb acts on it.
#[test]
fn a_schedule_that_is_being_deleted() {
    let place = Place::new(Dialect::V1);
    let shelf = Shelf::of(&place);
    let metadata = json!({"name": "s", "finalizers": ["example.com/held"]});
    shelf.schedule(&metadata, &spec(&json!({})), &json!({}));
    shelf.delete("s");
    assert!(!shelf.get("s")["metadata"]["deletionTimestamp"].is_null());
    let before = place.written().len();
    for verb in [
        "trigger",
        "pause",
        "resume",
        "set --max-backups 3",
        "trigger --dry-run=client",
    ] {
        let (verb, flags) = verb.split_once(' ').unwrap_or((verb, ""));
        let line = format!("schedule {verb} s {flags}");
        let output = place.plugin().line(line.trim()).exits(5).one_error();
        assert!(
            output.error().contains("is being deleted"),
            "{line}: {output}"
        );
        assert!(
            output.hints()[0].contains("schedule show s"),
            "{line}: {output}"
        );
    }
    assert_eq!(place.written().len(), before);
}
