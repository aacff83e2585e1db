//! `schedule list`

use std::collections::BTreeMap;

use serde_json::Value;

use super::live::{children, parse};
use crate::api::document::{at, stamp};
use crate::api::{Kind, Operator};
use crate::cli::ListFlags;
use crate::cluster::{Event, ListQuery, Resource};
use crate::context::Context;
use crate::inspect::{self, List, ListColumn, ListRequest, ListRow, Metadata, always, phase, wide};
use crate::output::{Cell, Screen, Tone};
use crate::schedule::{Child, Policy, SCHEDULE_LABEL, Schedule, children_of};
use crate::{Exit, Result};

/// What the table shows of a BackupSchedule and its backups.
pub struct ScheduleRow {
    metadata: Metadata,
    operator: Operator,
    schedule: Schedule,
    cron: String,
    cluster: Option<String>,
    last_run: Option<String>,
    last_status: LastStatus,
    log_backup_gone: bool,
    log_backup_failed: bool,
    snapshots: usize,
}

/// How the last backup of a schedule goes.
enum LastStatus {
    /// There is no last backup.
    None,
    /// The last backup is deleted.
    Gone,
    /// The phase of the last backup.
    Phase(Option<String>),
}

const COLUMNS: &[ListColumn<ScheduleRow>] = &[
    always("SCHEDULE", |row, _| Cell::new(&row.cron)),
    always("PAUSED", |row, _| match row.schedule.paused {
        true => Cell::new("true").tone(Tone::Warn),
        false => Cell::new("false"),
    }),
    always("LAST-BACKUP", |row, _| {
        Cell::optional(row.schedule.last_backup.as_deref())
    }),
    always("LAST-STATUS", |row, _| match &row.last_status {
        LastStatus::None => Cell::none(),
        LastStatus::Gone => Cell::new("<gone>").tone(Tone::Dim),
        LastStatus::Phase(text) => phase(text.as_deref()),
    }),
    always("NEXT", next),
    always("KEEPS", keeps),
    wide("CLUSTER", |row, _| Cell::optional(row.cluster.as_deref())),
    wide("LOG-BACKUP", |row, _| match &row.schedule.log_backup {
        Some(log) if row.log_backup_gone => Cell::new(format!("{log} (gone)")).tone(Tone::Bad),
        Some(log) if row.log_backup_failed => Cell::new(format!("{log} (failed)")).tone(Tone::Bad),
        log => Cell::optional(log.as_deref()),
    }),
    wide("LAST-RUN", |row, screen| {
        let time = row.last_run.as_deref();
        Cell::optional(time.map(|time| screen.zone.show_text(time)))
    }),
    wide("BACKUPS", |row, _| Cell::new(row.snapshots.to_string())),
];

/// `schedule list`
pub async fn list(context: &Context, flags: &ListFlags) -> Result<Exit> {
    let mut list = ScheduleList::default();
    inspect::run(context, flags, flags.selector.clone(), &mut list).await
}

/// The list of BackupSchedules. Its rows also tell how the last backup goes, so it follows the backups as well.
#[derive(Default)]
pub struct ScheduleList {
    /// The backups of all schedules.
    backups: Vec<Child>,
    /// The schedules as they were printed last, by namespace and name.
    shown: BTreeMap<(String, String), (Operator, Value)>,
}

impl List for ScheduleList {
    type Item = Value;
    type Row = ScheduleRow;
    const KIND: Kind = Kind::BackupSchedule;
    const COLUMNS: &'static [ListColumn<ScheduleRow>] = COLUMNS;
    const CLUSTER: &'static str = "/spec/backupTemplate/br/cluster";

    fn cluster(read: &Value) -> Option<&str> {
        at(read, Self::CLUSTER).as_str()
    }

    fn row(&mut self, operator: Operator, mut read: Value) -> Option<ScheduleRow> {
        stamp(&mut read, operator, Self::KIND);
        let row = ScheduleRow::new(operator, &read, &self.backups)?;
        self.shown.insert(place(&read), (operator, read));
        Some(row)
    }

    /// Only the operator that runs schedules makes backups for them.
    async fn prepare(&mut self, request: &ListRequest<'_>) -> Result<()> {
        if request.context.operator() != Some(Operator::V2) {
            let (context, namespace) = (request.context, request.scope());
            let labels = SCHEDULE_LABEL.to_owned();
            self.backups = children(context, Operator::V1, namespace, labels).await?;
        }
        Ok(())
    }

    fn companion(&self) -> Option<(Resource, ListQuery)> {
        let made_by_schedules = ListQuery::labels(Some(SCHEDULE_LABEL.to_owned()));
        Some((Resource::of(Operator::V1, Kind::Backup), made_by_schedules))
    }

    /// A schedule changes with the phase of its last backup.
    fn companion_changed(&mut self, event: Event) -> Option<(Operator, Value)> {
        let (object, exists) = match event {
            Event::Current(object) => (object, true),
            Event::Deleted(object) => (object, false),
            Event::Synced => return None,
        };
        let (namespace, name) = place(&object);
        let same = |child: &Child| child.namespace == namespace && child.name == name;
        let position = self.backups.iter().position(same);
        let before = position.map(|position| self.backups.swap_remove(position));
        let now = Child::read(&object).filter(|_| exists);
        self.backups.extend(now.clone());
        let phase = |child: &Option<Child>| child.as_ref().map(|child| child.phase.clone());
        if phase(&before) == phase(&now) {
            return None;
        }
        let schedule = before.or(now)?.schedule;
        let (operator, object) = self.shown.get(&(namespace, schedule))?;
        let last = at(object, "/status/lastBackup") == name.as_str();
        last.then(|| (*operator, object.clone()))
    }

    fn deleted(&mut self, object: &Value) {
        self.shown.remove(&place(object));
    }
}

fn place(object: &Value) -> (String, String) {
    let metadata = Metadata::from_object(object);
    let (namespace, name) = metadata.place();
    (namespace.to_owned(), name.to_owned())
}

impl ListRow for ScheduleRow {
    fn metadata(&self) -> &Metadata {
        &self.metadata
    }
}

impl ScheduleRow {
    fn new(operator: Operator, object: &Value, backups: &[Child]) -> Option<Self> {
        let schedule = parse(object).ok()?;
        let own = children_of(backups, &schedule.object);
        let text = |pointer: &str| at(object, pointer).as_str().map(str::to_owned);
        let find = |name: &String| own.iter().find(|child| child.name == *name);
        let last_status = match &schedule.last_backup {
            None => LastStatus::None,
            Some(last) => match find(last) {
                None => LastStatus::Gone,
                Some(child) => LastStatus::Phase(child.phase.clone()),
            },
        };
        let log = schedule.log_backup.as_ref();
        Some(Self {
            metadata: Metadata::from_object(object),
            operator,
            cron: text("/spec/schedule").unwrap_or_default(),
            cluster: text("/spec/backupTemplate/br/cluster"),
            last_run: text("/status/lastBackupTime"),
            last_status,
            log_backup_gone: log.is_some_and(|log| find(log).is_none()),
            log_backup_failed: log.and_then(find).is_some_and(|log| log.is_failed_log()),
            snapshots: own.iter().filter(|child| !child.log).count(),
            schedule,
        })
    }
}

/// The next run. A schedule that is being deleted, is paused, or has no operator makes none.
fn next(row: &ScheduleRow, screen: &Screen) -> Cell {
    if row.metadata.deleting() {
        return phase(Some("Terminating"));
    }
    if row.schedule.paused || !row.operator.runs(Kind::BackupSchedule) {
        return Cell::none();
    }
    match &row.schedule.cron {
        Err(_) => Cell::new("<invalid>").tone(Tone::Bad),
        Ok(cron) => cron
            .after(screen.now)
            .map_or_else(Cell::unknown, |run| Cell::new(screen.zone.show(run))),
    }
}

/// What is kept. `maxBackups` beside a log backup deletes that log backup (docs/operators.md, "maxBackups deletes the log backup"); then the
/// schedule stalls.
fn keeps(row: &ScheduleRow, _: &Screen) -> Cell {
    let schedule = &row.schedule;
    let keeps = schedule.policy.keeps(schedule.has_log);
    if row.log_backup_gone && schedule.has_log {
        return Cell::new(format!("{keeps}, STALLED: log backup gone")).tone(Tone::Bad);
    }
    if row.log_backup_failed {
        return Cell::new(format!("{keeps}, log backup FAILED")).tone(Tone::Bad);
    }
    let cell = Cell::new(keeps);
    match schedule.policy {
        Policy::Unreadable(_) => cell.tone(Tone::Bad),
        Policy::Newest(_) if schedule.has_log => cell.tone(Tone::Bad),
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inspect::hostile;

    #[test]
    fn hostile_objects_are_harmless_rows() {
        hostile::check_list(ScheduleList::default());
    }
}
