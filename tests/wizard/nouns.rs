//! The same for schedules and restores.

use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::backup::assert_within;
use crate::support::tso_ago;
use crate::terminal::{DOWN, ENTER};
use crate::world::{furnished, paste, session};

#[test]
fn a_schedule() {
    let place = furnished(Dialect::V1);
    let mut session = session(&place, &["schedule", "create", "-i"]);
    session
        .answers("basic (v1)", ENTER)
        .expect("every day at 02:00")
        .answers("something else", &format!("{DOWN}{DOWN}{DOWN}{ENTER}"))
        .answers("When,", &format!("often{ENTER}"))
        .answers("cron", &format!("30 1 * * *{ENTER}"))
        .expect("a week (7d)")
        .answers("for ever", ENTER)
        .answers("s3://used/basic", ENTER)
        .answers("Name: basic", ENTER)
        .expect("kind: BackupSchedule")
        .answers("[y/N]", "y");
    let ended = session.ends().with(0);
    let made = place.written().remove(0).body;
    let line = ended.line();
    let pasted = paste(&place, &line, "--dry-run=client -o yaml");
    assert_within(&pasted, &made);
    assert_eq!(pasted["spec"]["schedule"], "30 1 * * *", "{line}");
    assert_eq!(pasted["spec"]["maxReservedTime"], "168h");
    assert_eq!(
        pasted["spec"]["backupTemplate"]["s3"]["secretName"],
        "s3-keys"
    );
}

/// Schedules of v2 have a schema and no controller (docs/operators.md, "Schedules and compactions of v2 have no controller"), so no
/// question offers them.
#[test]
fn a_schedule_that_nobody_would_run_is_not_asked_about() {
    let place = furnished(Dialect::V2);
    let ended = session(&place, &["schedule", "create", "-i"])
        .ends()
        .with(8);
    assert!(!ended.screen.contains("TiDB cluster:"), "{}", ended.screen);
    assert_eq!(place.written(), []);
}

fn complete(place: &crate::support::Place, name: &str, ago: i64) {
    let spec = json!({"backupType": "full", "br": {"cluster": "basic"},
        "s3": {"provider": "aws", "bucket": "b", "prefix": name, "secretName": "s3-keys"}});
    let status = json!({"phase": "Complete", "commitTs": tso_ago(ago).to_string(), "backupPath": format!("s3://b/{name}"),
        "conditions": [{"type": "Complete", "status": "True", "reason": "r", "message": "m", "lastTransitionTime": "2026-01-01T00:00:00Z"}]});
    place.api().create(name, &spec, &status);
}

#[test]
fn a_restore_of_a_backup_that_is_complete() {
    let place = furnished(Dialect::V2);
    complete(&place, "older", 7200);
    complete(&place, "newer", 3600);
    let mut session = session(&place, &["restore", "create", "-i"]);
    session
        .expect("> newer: basic,")
        .expect("older: basic,")
        .answers("something else", &format!("{DOWN}{ENTER}"))
        .answers("basic (v2)", ENTER)
        .answers("Name: basic-", ENTER)
        .expect("prefix: older")
        .answers("[y/N]", "y");
    let ended = session.ends().with(0);
    assert!(!ended.screen.contains("before: basic"), "{}", ended.screen);
    let made = place.written().remove(0).body;
    let line = ended.line();
    assert!(line.contains("--from-backup older"), "{line}");
    assert_within(&paste(&place, &line, "--dry-run=client -o yaml"), &made);
}

#[test]
fn a_restore_of_what_no_backup_describes() {
    let place = furnished(Dialect::V2);
    complete(&place, "one", 3600);
    let mut session = session(&place, &["restore", "create", "r", "-i"]);
    session
        .expect("> one")
        .answers("something else", &format!("{DOWN}{ENTER}"))
        .answers("Storage URL of the data", &format!("s3://old/p{ENTER}"))
        .answers("basic (v2)", ENTER)
        .expect("Secret with the credentials")
        .answers("something else", ENTER)
        .answers("with-role", ENTER)
        .answers("[y/N]", "y");
    let ended = session.ends().with(0);
    let made = place.written().remove(0).body;
    let expected: Value =
        json!({"provider": "aws", "bucket": "old", "prefix": "p", "secretName": "s3-keys"});
    assert_eq!(made["spec"]["s3"], expected);
    assert_eq!(
        ended.line().replace(&place.namespace, "NS"),
        "kubectl tidb-br restore create r --storage s3://old/p --cluster basic --storage-secret s3-keys --namespace NS"
    );
}
