//! One Backup or Restore in detail, for people.

use std::fmt::Write;

use serde_json::Value;

use crate::api::{Condition, Conditions, Dialect, ObjectRef};
use crate::log_backup::{LogBackup, LogStatus, Thresholds};
use crate::manifest::storage::StorageUrl;
use crate::output::{Cell, Column, Screen, Table};
use crate::time::{Tso, age};

/// The width of the label column.
const LABEL: usize = 18;

struct Page<'a> {
    object: &'a Value,
    screen: &'a Screen,
    text: String,
}

/// Everything that the object says about itself, read as a person would want it.
pub fn backup(object: &Value, screen: &Screen) -> String {
    let mut page = Page {
        object,
        screen,
        text: String::new(),
    };
    page.identity();
    page.outcome();
    if LogBackup::is_log(object) {
        page.log();
    }
    page.conditions();
    page.retries();
    page.text
}

/// A Restore in the same manner.
pub fn restore(object: &Value, screen: &Screen) -> String {
    let mut page = Page {
        object,
        screen,
        text: String::new(),
    };
    page.identity();
    page.restored();
    page.outcome();
    page.progresses();
    page.conditions();
    page.text
}

impl Page<'_> {
    fn get(&self, pointer: &str) -> Option<&str> {
        let text = self.object.pointer(pointer).and_then(Value::as_str);
        text.filter(|text| !text.is_empty())
    }

    fn line(&mut self, label: &str, value: impl AsRef<str>) {
        let label = format!("{label}:");
        let _ = writeln!(self.text, "{label:LABEL$} {}", value.as_ref());
    }

    fn field(&mut self, label: &str, pointer: &str) {
        if let Some(value) = self.get(pointer).map(str::to_owned) {
            self.line(label, value);
        }
    }

    fn tso(&mut self, label: &str, tso: Option<Tso>) {
        if let Some(tso) = tso {
            let shown = tso
                .time()
                .map(|time| self.screen.zone.show(time))
                .unwrap_or_default();
            self.line(label, format!("{shown} ({tso})"));
        }
    }

    fn time(&mut self, label: &str, pointer: &str) {
        let time = self
            .get(pointer)
            .and_then(|text| chrono::DateTime::parse_from_rfc3339(text).ok());
        if let Some(time) = time {
            let elapsed = age(self.screen.now - time.to_utc());
            self.line(
                label,
                format!("{} ({elapsed} ago)", self.screen.zone.show(time.to_utc())),
            );
        }
    }

    fn identity(&mut self) {
        self.field("Name", "/metadata/name");
        self.field("Namespace", "/metadata/namespace");
        if let Some(object) = ObjectRef::of(self.object) {
            self.line(
                "Operator",
                format!("{} ({})", object.operator, object.operator.api_version()),
            );
        }
        self.field("Cluster", "/spec/br/cluster");
        self.field("Cluster Namespace", "/spec/br/clusterNamespace");
        self.field("Database", "/spec/from/host");
        self.field("Mode", "/spec/backupMode");
        self.field("Type", "/spec/backupType");
        let spec = &self.object["spec"];
        if let Some(storage) = StorageUrl::of_spec(spec) {
            self.line("Storage", storage.to_string());
        }
        let secret = ["s3", "gcs", "azblob"].into_iter().find_map(|provider| {
            self.get(&format!("/spec/{provider}/secretName"))
                .map(str::to_owned)
        });
        if let Some(secret) = secret {
            self.line("Storage Secret", secret);
        }
        self.field("Clean Policy", "/spec/cleanPolicy");
        self.time("Created", "/metadata/creationTimestamp");
        self.time("Deleting Since", "/metadata/deletionTimestamp");
    }

    /// The moment, and where the data comes from. In a point-in-time Restore `status.commitTs` is not the moment.
    fn restored(&mut self) {
        self.field("Restore Mode", "/spec/restoreMode");
        self.field("Database", "/spec/to/host");
        let archive = ["s3", "gcs"].into_iter().find_map(|provider| {
            self.get(&format!("/spec/{provider}/path"))
                .map(str::to_owned)
        });
        if let Some(archive) = archive {
            self.line("Archive", archive);
        }
        let full = self.object.pointer("/spec/pitrFullBackupStorageProvider");
        if let Some(full) = full.and_then(StorageUrl::of_spec) {
            self.line("Snapshot Storage", full.to_string());
        }
        for (label, pointer) in [
            ("Log From", "/spec/logRestoreStartTs"),
            ("Restored To", "/spec/pitrRestoredTs"),
        ] {
            let moment = self.get(pointer).and_then(Tso::parse);
            self.tso(label, moment);
        }
    }

    fn progresses(&mut self) {
        let Some(steps) = self
            .object
            .pointer("/status/progresses")
            .and_then(Value::as_array)
        else {
            return;
        };
        let mut table = Table::new(["STEP", "PROGRESS"].map(Column::new));
        for step in steps {
            let name = step.get("step").and_then(Value::as_str).unwrap_or_default();
            let percent = step.get("progress").and_then(Value::as_f64);
            let percent = percent.map(|percent| format!("{percent:.0}%"));
            table.push([
                Cell::new(name),
                percent.map_or_else(Cell::unknown, Cell::new),
            ]);
        }
        self.section("Progress", table);
    }

    fn outcome(&mut self) {
        let phase = self.get("/status/phase").unwrap_or("<none>").to_owned();
        self.line("Phase", &phase);
        let Condition { reason, message } = Conditions::of_object(self.object).get(&phase);
        if !reason.is_empty() && reason != phase {
            self.line("Reason", reason);
        }
        if !message.is_empty() {
            self.line(
                "Message",
                message.split_whitespace().collect::<Vec<_>>().join(" "),
            );
        }
        self.field("Path", "/status/backupPath");
        self.field("Size", "/status/backupSizeReadable");
        let pitr = self.get("/spec/restoreMode") == Some("pitr");
        if !LogBackup::is_log(self.object) && !pitr {
            let commit = self.get("/status/commitTs").and_then(Tso::parse);
            self.tso("Commit", commit);
        }
        self.time("Started", "/status/timeStarted");
        self.time("Completed", "/status/timeCompleted");
        self.field("Taken", "/status/timeTaken");
    }

    fn log(&mut self) {
        let dialect = ObjectRef::of(self.object).map(|object| Dialect::newest(object.operator));
        let Some(log) = dialect.and_then(|dialect| LogBackup::parse(self.object, dialect)) else {
            return;
        };
        let status = LogStatus::judge(&log, &Thresholds::default(), self.screen.now);
        self.line("State", status.state.to_string());
        let reasons: Vec<String> = status.reasons.iter().map(ToString::to_string).collect();
        if !reasons.is_empty() {
            self.line(
                "Health",
                format!("{}: {}", status.health, reasons.join(", ")),
            );
        }
        self.tso("Start", status.start);
        self.tso("Checkpoint", status.checkpoint);
        if let Some(lag) = status.lag_seconds {
            self.line("Lag", age(chrono::TimeDelta::seconds(lag)));
        }
        self.tso("Truncated Until", status.truncated_until);
        self.tso("Truncating Until", status.truncating_until);
        self.tso("Paused Since", status.paused_since);
        self.tso("Resume By", status.resume_by);
        for hint in &status.hints {
            self.line("Way Out", hint.to_string());
        }
        if log.commands.is_empty() {
            return;
        }
        let mut table =
            Table::new(["COMMAND", "PHASE", "COMPLETED", "REASON", "MESSAGE"].map(Column::new));
        for (command, status) in &log.commands {
            let completed = status.completed.map(|time| self.screen.zone.show(time));
            table.push([
                Cell::new(command.key()),
                Cell::new(status.phase.text()),
                completed.map_or_else(Cell::none, Cell::new),
                Cell::new(&status.condition.reason),
                Cell::new(&status.condition.message),
            ]);
        }
        self.section("Sub-commands", table);
    }

    fn section(&mut self, title: &str, mut table: Table) {
        let screen = Screen {
            headers: true,
            wide: false,
            ..*self.screen
        };
        let _ = writeln!(self.text, "{title}:");
        for line in table.page(&screen).lines() {
            let _ = writeln!(self.text, "  {line}");
        }
    }

    fn conditions(&mut self) {
        let Some(conditions) = self
            .object
            .pointer("/status/conditions")
            .and_then(Value::as_array)
        else {
            return;
        };
        let mut table =
            Table::new(["TYPE", "STATUS", "SINCE", "REASON", "MESSAGE"].map(Column::new));
        for condition in conditions {
            let text = |key: &str| {
                condition
                    .get(key)
                    .and_then(Value::as_str)
                    .unwrap_or_default()
            };
            let since = self.screen.zone.show_text(text("lastTransitionTime"));
            table.push(
                [
                    text("type"),
                    text("status"),
                    &since,
                    text("reason"),
                    text("message"),
                ]
                .map(Cell::new),
            );
        }
        self.section(
            "Conditions (they only accumulate; the phase says what holds)",
            table,
        );
    }

    fn retries(&mut self) {
        let Some(records) = self
            .object
            .pointer("/status/backoffRetryStatus")
            .and_then(Value::as_array)
        else {
            return;
        };
        let mut table =
            Table::new(["RETRY", "FAILED", "EXPECTED", "DONE", "REASON"].map(Column::new));
        for record in records {
            let text = |key: &str| match record.get(key) {
                Some(Value::String(text)) => self.screen.zone.show_text(text),
                Some(Value::Number(number)) => number.to_string(),
                _ => "<none>".to_owned(),
            };
            let keys = [
                "retryNum",
                "detectFailedAt",
                "expectedRetryAt",
                "realRetryAt",
                "retryReason",
            ];
            table.push(keys.map(|key| Cell::new(text(key))));
        }
        self.section("Retries", table);
    }
}
