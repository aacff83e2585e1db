//! `schedule list`

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::Value;

use super::live::{children, parse};
use super::watch::{Shown, watch};
use crate::api::document::at;
use crate::api::{Kind, Operator};
use crate::cli::ListFlags;
use crate::cluster::ListQuery;
use crate::context::Context;
use crate::inspect::listing;
use crate::inspect::listing::{Metadata, age, scope};
use crate::lookup::{generation, unserved};
use crate::output::{Cell, Column, Screen, Table, Tone};
use crate::schedule::{Child, Policy, SCHEDULE_LABEL, Schedule, children_of};
use crate::{Exit, Result};

/// `schedule list`
pub async fn list(context: &Context, flags: &ListFlags) -> Result<Exit> {
    let format = flags.output.format()?;
    let query = ListQuery {
        labels: flags.selector.clone(),
        ..ListQuery::default()
    };
    if context.operator() == Some(Operator::V2) {
        return Err(unserved::refusal(Kind::BackupSchedule));
    }
    let keep = |object: &Value| in_cluster(object, flags);
    if !format.is_for_people() {
        let draw = |_: &[_], _, _: &_, _: &_| String::new();
        return unserved::objects(context, Kind::BackupSchedule, flags, &query, keep, draw).await;
    }
    // Only the table shows how the last backups went.
    let backups = backups(context, flags).await?;
    let shown = RefCell::new(BTreeMap::new());
    let draw = |found: &[(Operator, Value)], both: bool, flags: &ListFlags, screen: &Screen| {
        let objects = found.iter().cloned();
        let placed =
            objects.map(|(operator, object)| (listing::place(&object), (operator, object)));
        shown.borrow_mut().extend(placed);
        table(found, both, flags, screen, &backups)
    };
    let once = ListFlags {
        watch: false,
        ..flags.clone()
    };
    let exit = unserved::objects(context, Kind::BackupSchedule, &once, &query, keep, draw).await?;
    if !flags.watch || exit != Exit::Done {
        return Ok(exit);
    }
    let shown = Shown {
        schedules: shown.into_inner(),
        backups,
    };
    watch(context, flags, &query, shown).await
}

/// The backups of all schedules in scope, where there is an operator that makes them.
async fn backups(context: &Context, flags: &ListFlags) -> Result<Vec<Child>> {
    let served = generation::served(context, Kind::BackupSchedule).await?;
    if !served.contains(&Operator::V1) {
        return Ok(Vec::new());
    }
    let namespace = scope(context, flags).await?;
    let labels = SCHEDULE_LABEL.to_owned();
    children(context, Operator::V1, namespace.as_deref(), labels).await
}

/// Whether a schedule is of the TiDB cluster that `--cluster` names, if it names one.
pub(super) fn in_cluster(object: &Value, flags: &ListFlags) -> bool {
    let cluster = object.pointer("/spec/backupTemplate/br/cluster");
    flags.cluster.is_none() || cluster.and_then(Value::as_str) == flags.cluster.as_deref()
}

/// The table, or a row of it.
pub(super) fn table(
    found: &[(Operator, Value)],
    both: bool,
    flags: &ListFlags,
    screen: &Screen,
    backups: &[Child],
) -> String {
    let mut columns: Vec<Column> = Vec::new();
    if flags.all_namespaces {
        columns.push(Column::new("NAMESPACE"));
    }
    columns.extend(
        [
            "NAME",
            "SCHEDULE",
            "PAUSED",
            "LAST-BACKUP",
            "LAST-STATUS",
            "NEXT",
            "KEEPS",
            "AGE",
        ]
        .map(Column::new),
    );
    columns.extend(["CLUSTER", "LOG-BACKUP", "LAST-RUN", "BACKUPS"].map(Column::wide));
    if flags.show_labels {
        columns.push(Column::last("LABELS"));
    }
    let mut table = Table::new(columns);
    for (operator, object) in found {
        let (Ok(schedule), Ok(metadata)) = (
            parse(object),
            serde_json::from_value::<Metadata>(at(object, "/metadata").clone()),
        ) else {
            continue;
        };
        let own = children_of(backups, &schedule.object);
        let mut cells = Vec::new();
        if flags.all_namespaces {
            cells.push(Cell::new(&metadata.namespace));
        }
        cells.push(Cell::new(match both {
            true => schedule.object.to_string(),
            false => metadata.name.to_string(),
        }));
        cells.extend(row(&schedule, object, *operator, &own, screen));
        cells.insert(cells.len() - WIDE, age(&metadata, screen));
        if flags.show_labels {
            cells.push(metadata.labels.cell());
        }
        table.push(cells);
    }
    table.page(screen)
}

/// Columns behind AGE.
const WIDE: usize = 4;

fn row(
    schedule: &Schedule,
    object: &Value,
    operator: Operator,
    own: &[&Child],
    screen: &Screen,
) -> Vec<Cell> {
    let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
    let optional = |text: Option<&str>| text.map_or_else(Cell::none, Cell::new);
    let last = schedule.last_backup.as_deref();
    let last_run = text("/status/lastBackupTime").map(|time| screen.zone.show_text(time));
    let status = last.map(|last| own.iter().find(|child| child.name == last));
    vec![
        Cell::new(text("/spec/schedule").unwrap_or_default()),
        match schedule.paused {
            true => Cell::new("true").tone(Tone::Warn),
            false => Cell::new("false"),
        },
        optional(last),
        match status {
            None => Cell::none(),
            Some(None) => Cell::new("<gone>").tone(Tone::Dim),
            Some(Some(child)) => listing::phase(child.phase.as_deref()),
        },
        next(schedule, operator, screen),
        keeps(schedule, own),
        optional(text("/spec/backupTemplate/br/cluster")),
        match &schedule.log_backup {
            None => Cell::none(),
            Some(log) => match own.iter().find(|child| child.name == *log) {
                None => Cell::new(format!("{log} (gone)")).tone(Tone::Bad),
                Some(child) if child.is_failed_log() => {
                    Cell::new(format!("{log} (failed)")).tone(Tone::Bad)
                }
                Some(_) => Cell::new(log),
            },
        },
        optional(last_run.as_deref()),
        Cell::new(own.iter().filter(|child| !child.log).count().to_string()),
    ]
}

fn next(schedule: &Schedule, operator: Operator, screen: &Screen) -> Cell {
    if schedule.paused || operator == Operator::V2 {
        return Cell::none();
    }
    match &schedule.cron {
        Err(_) => Cell::new("<invalid>").tone(Tone::Bad),
        Ok(cron) => cron
            .after(screen.now)
            .map_or_else(Cell::unknown, |run| Cell::new(screen.zone.show(run))),
    }
}

/// What is kept; the trap of `maxBackups` with a log backup is named, that it has sprung, and that the log backup failed.
fn keeps(schedule: &Schedule, own: &[&Child]) -> Cell {
    let keeps = schedule.policy.keeps(schedule.has_log);
    if own.iter().any(|child| child.is_failed_log()) {
        return Cell::new(format!("{keeps}, log backup FAILED")).tone(Tone::Bad);
    }
    let stalled = schedule
        .log_backup
        .as_ref()
        .is_some_and(|log| !own.iter().any(|child| child.name == *log));
    let bad = matches!(schedule.policy, Policy::Unreadable(_))
        || (schedule.has_log && matches!(schedule.policy, Policy::Newest(_)));
    match (stalled && schedule.has_log, bad) {
        (true, _) => Cell::new(format!("{keeps}, STALLED: log backup gone")).tone(Tone::Bad),
        (false, true) => Cell::new(keeps).tone(Tone::Bad),
        (false, false) => Cell::new(keeps),
    }
}
