//! The page of a BackupSchedule: when it runs, what it keeps and deletes, and what is wrong with it.

use serde_json::Value;

use crate::error::NextCommand;
use crate::inspect::{DetailPage, phase};
use crate::output::{Cell, Screen};
use crate::schedule::{Child, Due, Policy, Retention, Schedule, due, names};
use crate::time::Tso;
use crate::{Error, Hint};

/// How many of the next runs are shown.
const NEXT_RUNS: usize = 5;

/// How many backups are named in one line.
const MOST_NAMES: usize = 10;

/// A schedule, its backups (oldest first) and how they are shown.
struct Subject<'a> {
    schedule: &'a Schedule,
    own: &'a [&'a Child],
    screen: &'a Screen,
}

/// The page of a schedule. `own` are its backups, oldest first.
pub fn describe(object: &Value, schedule: &Schedule, own: &[&Child], screen: &Screen) -> String {
    let subject = Subject {
        schedule,
        own,
        screen,
    };
    let mut page = DetailPage::new(object, screen);
    spec(&mut page);
    subject.runs(&mut page);
    subject.retention(&mut page);
    for problem in subject.problems() {
        page.line("Problem", problem.to_string());
    }
    subject.backups(&mut page);
    page.text()
}

/// What is backed up, and where its data lies.
fn spec(page: &mut DetailPage<'_>) {
    page.field("Cluster", "/spec/backupTemplate/br/cluster");
    page.field("Database", "/spec/backupTemplate/from/host");
    page.storage("Storage", "/spec/backupTemplate");
    page.storage("Log Storage", "/spec/logBackupTemplate");
    page.field("Clean Policy", "/spec/backupTemplate/cleanPolicy");
    page.field("Compacts Every", "/spec/compactInterval");
    page.field("Compacted Until", "/status/lastCompactProgress");
    page.time("Created", "/metadata/creationTimestamp");
    page.time("Deleting Since", "/metadata/deletionTimestamp");
}

impl Subject<'_> {
    fn runs(&self, page: &mut DetailPage<'_>) {
        let (schedule, screen) = (self.schedule, self.screen);
        page.line("Schedule", page.get("/spec/schedule").unwrap_or("<none>"));
        page.line("Paused", schedule.paused.to_string());
        page.field("Last Backup", "/status/lastBackup");
        let last = page.get("/status/lastBackupTime");
        page.optional("Last Run", last.map(|time| screen.zone.show_text(time)));
        let Ok(cron) = &schedule.cron else {
            return;
        };
        if schedule.paused {
            let waiting = match due(schedule, self.own, screen.now) {
                Due::AtOnce(missed) => format!(
                    "none while paused; the missed run of {} starts at once after a resume",
                    screen.zone.show(missed.last)
                ),
                _ => "none while paused".to_owned(),
            };
            page.line("Next Runs", waiting);
            return;
        }
        let mut label = "Next Runs";
        for run in cron.runs(screen.now, NEXT_RUNS) {
            page.line(label, screen.zone.show(run));
            label = "";
        }
        page.line(
            "",
            "(the operator reads cron in its own zone, taken as UTC here)",
        );
    }

    fn retention(&self, page: &mut DetailPage<'_>) {
        let (schedule, screen) = (self.schedule, self.screen);
        page.line("Keeps", schedule.policy.keeps(schedule.has_log));
        let now = Retention::at(schedule, self.own, screen.now);
        if !now.goes.is_empty() {
            page.line("Deletes Now", names(&now, MOST_NAMES));
        }
        let cron = schedule.cron.as_ref().ok();
        let next = cron.and_then(|cron| cron.after(screen.now));
        if let Some(run) = next.filter(|_| !schedule.paused) {
            let after = Retention::after_run(schedule, self.own, run);
            let deleted = match after.goes.is_empty() {
                true => "nothing".to_owned(),
                false => names(&after, MOST_NAMES),
            };
            page.line("Next Run Deletes", deleted);
            let until = after.truncate_until.and_then(Tso::time);
            let until = until.map(|until| format!("up to {}", screen.zone.show(until)));
            page.optional("Truncates Log", until);
        }
        if let Some(base) = &now.base {
            page.line(
                "Kept As Base",
                format!("{base}: the log in the reserved time starts from it"),
            );
        }
        let spared = self.own.iter().filter(|child| !child.governed);
        let spared: Vec<&str> = spared.map(|child| child.name.as_str()).collect();
        if !spared.is_empty() {
            page.line(
                "Never Deletes",
                format!("{} (made by trigger)", spared.join(", ")),
            );
        }
        if schedule.has_log && matches!(schedule.policy, Policy::Time(..)) {
            page.line(
                "Log",
                "is truncated to the oldest snapshot that is kept, whenever a snapshot is deleted; so it spans maxReservedTime and up to one run more",
            );
        }
    }

    /// What is wrong, and the next command.
    fn problems(&self) -> Vec<Hint> {
        let schedule = self.schedule;
        let mut problems: Vec<Hint> = Vec::new();
        let mut add = |problem: Option<Hint>| problems.extend(problem);
        let cron = schedule.cron.as_ref().err();
        add(cron.map(|error: &Error| format!("never runs: {}", error.message).into()));
        add(match due(schedule, self.own, self.screen.now) {
            Due::HeldUp(name) => Some(
                format!("held up: {name} is not finished, and no backup is made until it is finished or deleted")
                    .into(),
            ),
            _ => None,
        });
        add(self.stalled());
        add(self.log_is_deleted());
        if schedule.max_backups > 0 && matches!(schedule.policy, Policy::Time(..)) {
            let ignored = format!(
                "maxBackups {} is ignored: maxReservedTime wins",
                schedule.max_backups
            );
            add(Some(ignored.into()));
        }
        if let Policy::Unreadable(text) = &schedule.policy {
            let unreadable = format!(
                "maxReservedTime {text:?} is not a Go duration, so nothing is ever deleted; write hours, such as 168h"
            );
            add(Some(unreadable.into()));
        }
        problems
    }

    /// docs/operators.md, "A schedule whose log backup is gone stalls".
    fn stalled(&self) -> Option<Hint> {
        let object = &self.schedule.object;
        let log = self.schedule.log_backup.as_ref()?;
        if self.own.iter().any(|child| child.name == *log) {
            return None;
        }
        let command = NextCommand::kubectl("patch")
            .arg(format!("bks.{}", object.operator.group()))
            .arg(&object.name)
            .namespace(&object.namespace)
            .flag("--type", "merge")
            .flag("-p", r#"{"status":{"logBackup":null}}"#);
        let why = format!(
            "stalled: the log backup {log} is gone, and the operator makes nothing until status.logBackup is cleared"
        );
        Some(command.after(&why))
    }

    /// docs/operators.md, "maxBackups deletes the log backup".
    fn log_is_deleted(&self) -> Option<Hint> {
        let schedule = self.schedule;
        let object = &schedule.object;
        if !(schedule.has_log && matches!(schedule.policy, Policy::Newest(_))) {
            return None;
        }
        let command = NextCommand::plugin("schedule set")
            .arg(&object.name)
            .namespace(&object.namespace)
            .flag("--max-reserved-time", "7d")
            .flag("--set", "spec.maxBackups=null");
        let why = format!(
            "log-max-backups: maxBackups {} counts the log backup and deletes it as the oldest, then the schedule stalls; nothing truncates the log",
            schedule.max_backups
        );
        Some(command.after(&why))
    }

    fn backups(&self, page: &mut DetailPage<'_>) {
        if self.own.is_empty() {
            return;
        }
        let doomed = Retention::at(self.schedule, self.own, self.screen.now);
        let fate = |child: &Child| {
            let deleted = doomed.goes.iter().find(|doomed| doomed.name == child.name);
            match deleted {
                Some(doomed) => format!("goes: {}", doomed.why),
                None if !child.governed => "kept (trigger)".to_owned(),
                None if doomed.base.as_ref() == Some(&child.name) => "kept (base)".to_owned(),
                None => "kept".to_owned(),
            }
        };
        let rows = self.own.iter().map(|child| {
            let committed = child.commit.filter(|_| !child.log).and_then(Tso::time);
            [
                Cell::new(&child.name),
                Cell::new(if child.log { "log" } else { "snapshot" }),
                phase(child.phase.as_deref()),
                Cell::optional(committed.map(|time| self.screen.zone.show(time))),
                Cell::new(fate(child)),
            ]
        });
        let headers = ["BACKUP", "TYPE", "STATUS", "COMMITTED", "FATE"];
        page.section("Backups", headers, rows);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Kind;
    use crate::inspect::hostile;

    #[test]
    fn hostile_objects_are_harmless_pages() {
        let mut own = Vec::new();
        hostile::for_each_object(Kind::Backup, |object| own.extend(Child::read(&object)));
        hostile::check_pages(Kind::BackupSchedule, |object, screen| {
            let Some(schedule) = Schedule::read(object) else {
                return String::new();
            };
            let own: Vec<&Child> = own.iter().take(20).collect();
            describe(object, &schedule, &own, screen)
        });
    }
}
