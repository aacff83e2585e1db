//! The pages of a Backup and a Restore, and the sections that several kinds have.

use serde_json::Value;

use super::page::DetailPage;
use super::row::phase;
use crate::api::document::at;
use crate::api::{Condition, Conditions, Dialect, ObjectRef};
use crate::log_backup::{LogBackup, LogStatus, Thresholds};
use crate::output::{Cell, Screen, brief};
use crate::time::age;

/// The page of a Backup: a snapshot, a dump or a log backup.
pub fn backup(object: &Value, screen: &Screen) -> String {
    let mut page = DetailPage::new(object, screen);
    spec(&mut page);
    outcome(&mut page);
    if LogBackup::is_log(object) {
        log(&mut page);
    }
    conditions(&mut page);
    retries(&mut page);
    page.text()
}

/// The page of a Restore.
pub fn restore(object: &Value, screen: &Screen) -> String {
    let mut page = DetailPage::new(object, screen);
    spec(&mut page);
    restored(&mut page);
    outcome(&mut page);
    progress(&mut page);
    conditions(&mut page);
    page.text()
}

/// What is backed up or restored, and where its data lies.
fn spec(page: &mut DetailPage<'_>) {
    page.field("Cluster", "/spec/br/cluster");
    page.field("Cluster Namespace", "/spec/br/clusterNamespace");
    page.field("Database", "/spec/from/host");
    page.field("Mode", "/spec/backupMode");
    page.field("Type", "/spec/backupType");
    page.storage("Storage", "/spec");
    let secrets = ["s3", "gcs", "azblob"].map(|provider| format!("/spec/{provider}/secretName"));
    let secret = secrets.iter().find_map(|pointer| page.get(pointer));
    page.optional("Storage Secret", secret);
    page.field("Clean Policy", "/spec/cleanPolicy");
    page.time("Created", "/metadata/creationTimestamp");
    page.time("Deleting Since", "/metadata/deletionTimestamp");
}

/// The restored moment, and where the data comes from. In a point-in-time Restore `status.commitTs` is another moment (docs/operators.md,
/// "A PITR Restore names two storages").
fn restored(page: &mut DetailPage<'_>) {
    page.field("Restore Mode", "/spec/restoreMode");
    page.field("Database", "/spec/to/host");
    let archives = ["/spec/s3/path", "/spec/gcs/path"];
    let archive = archives.iter().find_map(|pointer| page.get(pointer));
    page.optional("Archive", archive);
    page.storage("Snapshot Storage", "/spec/pitrFullBackupStorageProvider");
    page.moment("Log From", "/spec/logRestoreStartTs");
    page.moment("Restored To", "/spec/pitrRestoredTs");
}

/// The phase, why it is so, and what came of it.
fn outcome(page: &mut DetailPage<'_>) {
    let object = page.object();
    let phase = page.get("/status/phase").unwrap_or("<none>");
    page.line("Phase", phase);
    let Condition { reason, message } = Conditions::of_object(object).get(phase);
    let reason = (reason != phase).then_some(reason);
    page.optional("Reason", reason.filter(|reason| !reason.is_empty()));
    page.optional(
        "Message",
        Some(message).filter(|message| !message.is_empty()),
    );
    page.field("Path", "/status/backupPath");
    page.field("Size", "/status/backupSizeReadable");
    let pitr = page.get("/spec/restoreMode") == Some("pitr");
    if !LogBackup::is_log(object) && !pitr {
        page.moment("Commit", "/status/commitTs");
    }
    page.time("Started", "/status/timeStarted");
    page.time("Completed", "/status/timeCompleted");
    page.field("Taken", "/status/timeTaken");
}

/// How far a step of a Restore is. The last step keeps the last value that BR printed, also when the Restore is complete
/// (docs/operators.md, "The last step keeps its last progress").
fn percent(step: &Value, complete: bool) -> Option<String> {
    let percent = match complete {
        true => 100.0,
        false => at(step, "/progress").as_f64()?,
    };
    Some(format!("{percent:.0}%"))
}

fn steps(object: &Value) -> Option<&Vec<Value>> {
    at(object, "/status/progresses").as_array()
}

/// The newest step that BR reported, as in `Full Restore 42%`.
pub fn restore_progress(object: &Value) -> Option<String> {
    let last = steps(object)?.last()?;
    let name = at(last, "/step").as_str()?;
    let percent = percent(last, Conditions::of_object(object).is_true("Complete"))?;
    Some(format!("{name} {percent}"))
}

/// All steps of a Restore.
fn progress(page: &mut DetailPage<'_>) {
    let object = page.object();
    let Some(steps) = steps(object) else {
        return;
    };
    let complete = Conditions::of_object(object).is_true("Complete");
    let rows = steps.iter().map(|step| {
        [
            Cell::optional(at(step, "/step").as_str()),
            percent(step, complete).map_or_else(Cell::unknown, Cell::new),
        ]
    });
    page.section("Progress", ["STEP", "PROGRESS"], rows);
}

/// The state of a log backup, how it is doing, and its sub-commands.
fn log(page: &mut DetailPage<'_>) {
    let (object, screen) = (page.object(), page.screen());
    let dialect = ObjectRef::of(object).map(|object| Dialect::newest(object.operator));
    let Some(log) = dialect.and_then(|dialect| LogBackup::parse(object, dialect)) else {
        return;
    };
    let status = LogStatus::judge(&log, &Thresholds::default(), screen.now);
    page.line("State", status.state.to_string());
    let reasons = status.reasons.iter().map(|reason| reason.to_string());
    let reasons: Vec<String> = reasons.collect();
    if !reasons.is_empty() {
        let reasons = reasons.join(", ");
        page.line("Health", format!("{}: {reasons}", status.health));
    }
    page.tso("Start", status.start);
    page.tso("Checkpoint", status.checkpoint);
    let lag = status.lag_seconds.map(chrono::TimeDelta::seconds);
    page.optional("Lag", lag.map(age));
    page.tso("Truncated Until", status.truncated_until);
    page.tso("Truncating Until", status.truncating_until);
    page.tso("Paused Since", status.paused_since);
    page.tso("Resume By", status.resume_by);
    for hint in &status.hints {
        page.line("Way Out", hint.to_string());
    }
    if log.commands.is_empty() {
        return;
    }
    let rows = log.commands.iter().map(|(command, status)| {
        let completed = status.completed.map(|time| screen.zone.show(time));
        [
            Cell::new(command.key()),
            phase(Some(status.phase.text())),
            Cell::optional(completed),
            Cell::new(&status.condition.reason),
            Cell::new(brief(&status.condition.message)),
        ]
    });
    let headers = ["COMMAND", "PHASE", "COMPLETED", "REASON", "MESSAGE"];
    page.section("Sub-commands", headers, rows);
}

/// All conditions of an object.
fn conditions(page: &mut DetailPage<'_>) {
    let screen = page.screen();
    let Some(conditions) = at(page.object(), "/status/conditions").as_array() else {
        return;
    };
    let rows = conditions.iter().map(|condition| {
        let text = |pointer: &str| at(condition, pointer).as_str().unwrap_or_default();
        [
            Cell::new(text("/type")),
            Cell::new(text("/status")),
            Cell::new(screen.zone.show_text(text("/lastTransitionTime"))),
            Cell::new(text("/reason")),
            Cell::new(brief(text("/message"))),
        ]
    });
    page.section(
        "Conditions (they only accumulate; the phase is the current state)",
        ["TYPE", "STATUS", "SINCE", "REASON", "MESSAGE"],
        rows,
    );
}

/// The retries of an object. The first record may have no number (docs/operators.md, "The cause of a failed compaction is in the retries").
pub fn retries(page: &mut DetailPage<'_>) {
    let screen = page.screen();
    let Some(records) = at(page.object(), "/status/backoffRetryStatus").as_array() else {
        return;
    };
    let rows = records.iter().map(|record| {
        let cell = |pointer: &str| match at(record, pointer) {
            Value::String(text) => Cell::new(brief(&screen.zone.show_text(text))),
            Value::Number(number) => Cell::new(number.to_string()),
            _ => Cell::none(),
        };
        [
            "/retryNum",
            "/detectFailedAt",
            "/expectedRetryAt",
            "/realRetryAt",
            "/retryReason",
        ]
        .map(cell)
    });
    let headers = ["RETRY", "FAILED", "EXPECTED", "DONE", "REASON"];
    page.section("Retries", headers, rows);
}

/// Why the last try failed: the message of a failed compaction does not say it (docs/operators.md, "The cause of a failed compaction is in
/// the retries").
pub fn last_retry_reason(object: &Value) -> Option<&str> {
    let records = at(object, "/status/backoffRetryStatus").as_array()?;
    let mut reasons = records
        .iter()
        .rev()
        .filter_map(|record| at(record, "/retryReason").as_str());
    reasons.find(|reason| !reason.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Kind;
    use crate::inspect::hostile;

    /// The last step keeps the last value that BR printed: 50 % of a Restore that is complete.
    #[test]
    fn a_complete_restore_is_at_100_percent() {
        let step = |phase: &str, conditions: &[&str]| {
            let conditions = conditions
                .iter()
                .map(|kind| serde_json::json!({"type": kind, "status": "True"}));
            let object = serde_json::json!({"status": {
                "phase": phase, "conditions": conditions.collect::<Vec<_>>(),
                "progresses": [{"step": "Checksum", "progress": 100}, {"step": "Full Restore", "progress": 50}],
            }});
            (
                restore_progress(&object),
                restore(&object, &hostile::screen()),
            )
        };
        let rows: [(&str, &[&str], &str); 3] = [
            ("Running", &["Running"], "Full Restore 50%"),
            ("Complete", &["Running", "Complete"], "Full Restore 100%"),
            ("Failed", &["Running", "Failed"], "Full Restore 50%"),
        ];
        for (phase, conditions, expected) in rows {
            let (cell, page) = step(phase, conditions);
            assert_eq!(cell.as_deref(), Some(expected));
            let line = expected.replace("Restore ", "Restore   ");
            assert!(page.contains(&line), "{page}");
        }
    }

    #[test]
    fn hostile_objects_are_harmless_pages() {
        hostile::check_pages(Kind::Backup, backup);
        hostile::check_pages(Kind::Restore, restore);
    }
}
