//! One schedule in detail, for people: when it runs, what it keeps and deletes, and what is wrong with it.

use std::fmt::Write;

use serde_json::Value;

use crate::inspect::listing;
use crate::manifest::storage::StorageUrl;
use crate::output::{Cell, Column, Screen, Table};
use crate::schedule::{Child, Due, Policy, Retention, Schedule, due, names};
use crate::time::Tso;

/// The width of the label column.
const LABEL: usize = 18;
/// How many of the next runs are shown.
const SHOWN: usize = 5;

struct Page<'a> {
    object: &'a Value,
    schedule: &'a Schedule,
    own: &'a [&'a Child],
    screen: &'a Screen,
    text: String,
}

/// Everything that there is to say about a schedule. `own` are its backups, oldest first.
pub fn describe(object: &Value, schedule: &Schedule, own: &[&Child], screen: &Screen) -> String {
    let mut page = Page {
        object,
        schedule,
        own,
        screen,
        text: String::new(),
    };
    page.identity();
    page.runs();
    page.retention();
    page.problems();
    page.backups();
    page.text
}

impl Page<'_> {
    fn line(&mut self, label: &str, value: impl AsRef<str>) {
        let label = match label {
            "" => String::new(),
            label => format!("{label}:"),
        };
        let _ = writeln!(self.text, "{label:LABEL$} {}", value.as_ref());
    }

    fn field(&mut self, label: &str, pointer: &str) {
        let value = self.object.pointer(pointer).and_then(Value::as_str);
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.line(label, value);
        }
    }

    fn identity(&mut self) {
        self.field("Name", "/metadata/name");
        self.field("Namespace", "/metadata/namespace");
        let operator = self.schedule.object.operator;
        self.line(
            "Operator",
            format!("{operator} ({})", operator.api_version()),
        );
        self.field("Cluster", "/spec/backupTemplate/br/cluster");
        self.field("Database", "/spec/backupTemplate/from/host");
        for (label, pointer) in [
            ("Storage", "/spec/backupTemplate"),
            ("Log Storage", "/spec/logBackupTemplate"),
        ] {
            let spec = self.object.pointer(pointer).unwrap_or(&Value::Null);
            if let Some(storage) = StorageUrl::of_spec(spec) {
                self.line(label, storage.to_string());
            }
        }
        self.field("Clean Policy", "/spec/backupTemplate/cleanPolicy");
        self.field("Compacts Every", "/spec/compactInterval");
        self.field("Compacted Until", "/status/lastCompactProgress");
    }

    fn runs(&mut self) {
        let text = self
            .object
            .pointer("/spec/schedule")
            .and_then(Value::as_str);
        self.line("Schedule", text.unwrap_or("<none>"));
        self.line("Paused", self.schedule.paused.to_string());
        self.field("Last Backup", "/status/lastBackup");
        let last = self.object.pointer("/status/lastBackupTime");
        if let Some(time) = last.and_then(Value::as_str) {
            self.line("Last Run", self.screen.zone.show_text(time));
        }
        let Ok(cron) = &self.schedule.cron else {
            return;
        };
        if self.schedule.paused {
            let waiting = match due(self.schedule, self.own, self.screen.now) {
                Due::AtOnce(missed) => format!(
                    "none while paused; on resume the run of {} fires at once",
                    self.screen.zone.show(missed.last)
                ),
                _ => "none while paused".to_owned(),
            };
            self.line("Next Runs", waiting);
            return;
        }
        let mut label = "Next Runs";
        for run in cron.runs(self.screen.now, SHOWN) {
            self.line(label, self.screen.zone.show(run));
            label = "";
        }
        self.line(
            "",
            "(cron is read in the operator's zone, taken as UTC here)",
        );
    }

    fn retention(&mut self) {
        let schedule = self.schedule;
        self.line("Keeps", schedule.policy.keeps(schedule.has_log));
        let now = Retention::at(schedule, self.own, self.screen.now);
        if !now.goes.is_empty() {
            self.line("Deletes Now", names(&now, 10));
        }
        let next = schedule.cron.as_ref().ok();
        let next = next.and_then(|cron| cron.after(self.screen.now));
        if let Some(run) = next.filter(|_| !schedule.paused) {
            let after = Retention::after_run(schedule, self.own, run);
            self.line(
                "Next Run Deletes",
                match after.goes.is_empty() {
                    true => "nothing".to_owned(),
                    false => names(&after, 10),
                },
            );
            if let Some(until) = after.truncate_until.and_then(Tso::time) {
                self.line(
                    "Truncates Log",
                    format!("up to {}", self.screen.zone.show(until)),
                );
            }
        }
        if let Some(base) = &now.base {
            self.line(
                "Kept As Base",
                format!("{base}: the log in the reserved time starts from it"),
            );
        }
        let spared: Vec<&str> = self
            .own
            .iter()
            .filter(|child| !child.governed)
            .map(|child| child.name.as_str())
            .collect();
        if !spared.is_empty() {
            self.line(
                "Never Deletes",
                format!("{} (made by trigger)", spared.join(", ")),
            );
        }
        if schedule.has_log && matches!(schedule.policy, Policy::Time(..)) {
            self.line(
                "Log",
                "is truncated to the oldest snapshot that is kept, each time that one goes; so it spans maxReservedTime and up to one run more",
            );
        }
    }

    fn problems(&mut self) {
        let schedule = self.schedule;
        let mut problems = Vec::new();
        if let Err(error) = &schedule.cron {
            problems.push(format!("never runs: {}", error.message));
        }
        if let Due::HeldUp(name) = due(schedule, self.own, self.screen.now) {
            problems.push(format!(
                "held up: {name} is not finished, and no backup is made until it is finished or deleted"
            ));
        }
        let log = schedule.log_backup.as_ref();
        if let Some(log) = log.filter(|log| !self.own.iter().any(|child| child.name == **log)) {
            problems.push(format!(
                "stalled: the log backup {log} is gone, and the operator makes nothing until status.logBackup is cleared: kubectl patch bks.{} {} -n {} --type merge -p '{{\"status\":{{\"logBackup\":null}}}}'",
                schedule.object.operator.group(), schedule.object.name, schedule.object.namespace
            ));
        }
        if schedule.has_log && matches!(schedule.policy, Policy::Newest(_)) {
            problems.push(format!(
                "log-max-backups: maxBackups {} counts the log backup, deletes it as the oldest, and then the schedule stalls; nothing truncates the log: kubectl tidb-br schedule set {} -n {} --max-reserved-time 7d --set spec.maxBackups=null",
                schedule.max_backups, schedule.object.name, schedule.object.namespace
            ));
        }
        if schedule.max_backups > 0 && matches!(schedule.policy, Policy::Time(..)) {
            problems.push(format!(
                "maxBackups {} is ignored: maxReservedTime wins",
                schedule.max_backups
            ));
        }
        if let Policy::Unreadable(text) = &schedule.policy {
            problems.push(format!(
                "maxReservedTime {text:?} is no Go duration, so nothing is ever deleted; write hours, such as 168h"
            ));
        }
        for problem in problems {
            self.line("Problem", problem);
        }
    }

    fn backups(&mut self) {
        if self.own.is_empty() {
            return;
        }
        let mut table =
            Table::new(["BACKUP", "TYPE", "STATUS", "COMMITTED", "FATE"].map(Column::new));
        let doomed = Retention::at(self.schedule, self.own, self.screen.now);
        for child in self.own {
            let committed = child.commit.filter(|_| !child.log).and_then(Tso::time);
            let fate = doomed.goes.iter().find(|doomed| doomed.name == child.name);
            let fate = match fate {
                Some(doomed) => format!("goes: {}", doomed.why),
                None if !child.governed => "kept (trigger)".to_owned(),
                None if doomed.base.as_ref() == Some(&child.name) => "kept (base)".to_owned(),
                None => "kept".to_owned(),
            };
            table.push([
                Cell::new(&child.name),
                Cell::new(if child.log { "log" } else { "snapshot" }),
                listing::phase(child.phase.as_deref()),
                committed.map_or_else(Cell::none, |time| Cell::new(self.screen.zone.show(time))),
                Cell::new(fate),
            ]);
        }
        let _ = write!(self.text, "Backups:\n{}", table.page(self.screen));
    }
}
