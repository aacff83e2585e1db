//! `log status`

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use serde_json::Value;

use crate::api::document::{at, stamp};
use crate::api::name::TypedName;
use crate::api::{Dialect, Kind, Operator};
use crate::cli::LogStatusArgs;
use crate::context::Context;
use crate::error::NextCommand;
use crate::inspect::{
    self, List, ListColumn, ListEntry, ListRequest, ListRow, ListTable, Listed, Metadata, always,
    wide,
};
use crate::log_backup::{Health, LogBackup, LogState, LogStatus, TaskState, Thresholds};
use crate::lookup::{locate, log_jobs};
use crate::output::{Cell, Screen, Tone, View, check_format, render};
use crate::time::{self, Span, Tso};
use crate::{Error, Exit, Result};

/// `LogStatusList`
#[derive(Serialize)]
struct LogStatusList<'a> {
    items: Vec<&'a LogStatus>,
}

impl View for LogStatusList<'_> {
    const KIND: &'static str = "LogStatusList";

    /// People get a table, which belongs to lists.
    fn text(&self, _: &Screen) -> String {
        String::new()
    }
}

/// A row of the table.
struct LogRow {
    metadata: Metadata,
    status: LogStatus,
    /// The log backup, where the Jobs of its sub-commands have to be known for a final word.
    in_flight: Option<Box<LogBackup>>,
}

impl ListRow for LogRow {
    fn metadata(&self) -> &Metadata {
        &self.metadata
    }
}

const COLUMNS: &[ListColumn<LogRow>] = &[
    always("CLUSTER", |row, _| Cell::new(&row.status.cluster)),
    always("STATUS", |row, _| state(&row.status)),
    always("CHECKPOINT", |row, screen| match row.status.checkpoint {
        None if row.status.start.is_some() => Cell::unknown(),
        checkpoint => moment(checkpoint, screen),
    }),
    always("LAG", |row, _| {
        let lag = row.status.lag_seconds.map(TimeDelta::seconds);
        Cell::optional(lag.map(time::age))
    }),
    always("RESUME-BY", |row, screen| resume_by(&row.status, screen)),
    wide("CHECKPOINT-TS", |row, _| {
        Cell::optional(row.status.checkpoint.map(|tso| tso.to_string()))
    }),
    wide("START", |row, screen| moment(row.status.start, screen)),
    wide("TRUNCATED-UNTIL", |row, screen| {
        moment(row.status.truncated_until, screen)
    }),
    wide("STORAGE", |row, _| {
        Cell::optional(row.status.storage.as_deref())
    }),
];

/// The list of log backups.
struct LogList {
    thresholds: Thresholds,
    now: DateTime<Utc>,
}

impl List for LogList {
    type Item = Value;
    type Row = LogRow;
    const KIND: Kind = Kind::Backup;
    const COLUMNS: &'static [ListColumn<LogRow>] = COLUMNS;

    fn takes(&self, object: &Value) -> bool {
        LogBackup::is_log(object)
    }

    fn cluster(read: &Value) -> Option<&str> {
        at(read, Self::CLUSTER).as_str()
    }

    fn row(&mut self, operator: Operator, mut read: Value) -> Option<LogRow> {
        if !LogBackup::is_log(&read) {
            return None;
        }
        stamp(&mut read, operator, Self::KIND);
        let log = LogBackup::parse(&read, Dialect::newest(operator))?;
        let status = LogStatus::judge(&log, &self.thresholds, self.now);
        let is_in_flight = log.commands_with_a_job().next().is_some();
        Some(LogRow {
            metadata: Metadata::from_object(&read),
            status,
            in_flight: is_in_flight.then(|| Box::new(log)),
        })
    }
}

/// What was read, and the code of the first of several names that could not be shown.
struct Found {
    listed: Listed<LogRow>,
    failure: Option<Exit>,
}

/// `log status`
pub async fn status(context: &Context, args: &LogStatusArgs) -> Result<Exit> {
    let format = args.list.output.format()?;
    check_format::<LogStatusList<'_>>(&format)?;
    if let [name] = args.names.as_slice() {
        TypedName::parse(Kind::Backup, name)?;
    }
    let request = ListRequest::new(context, &args.list).await;
    let request = match request {
        Ok(request) => request,
        Err(error) => return unknown_state(context, args, error),
    };
    let mut list = LogList {
        thresholds: thresholds(args),
        now: context.now(),
    };
    match find(&request, args, &mut list).await {
        Ok(found) => show(&request, args, &mut list, found).await,
        Err(error) => unknown_state(context, args, error),
    }
}

/// A monitor asks with `--check`: a state that cannot be read is a warning.
fn unknown_state(context: &Context, args: &LogStatusArgs, error: Error) -> Result<Exit> {
    if args.check && error.kind.is_failed_request() {
        context.ui.error(&error);
        return Ok(Exit::Warning);
    }
    Err(error)
}

/// Reads the log backups that are asked for, in the order that is asked for.
async fn find(
    request: &ListRequest<'_>,
    args: &LogStatusArgs,
    list: &mut LogList,
) -> Result<Found> {
    let mut found = match args.names.as_slice() {
        [] => Found {
            listed: inspect::read_rows(request, list).await?,
            failure: None,
        },
        names => named(request, names, list).await?,
    };
    judge_jobs(request, list, &mut found.listed).await?;
    if let Some(order) = &args.list.sort_by {
        let entries = std::mem::take(&mut found.listed.entries);
        found.listed.entries = order.sort(entries, |entry| match entry {
            ListEntry::Row(_, row) => data(&row.status),
            ListEntry::Malformed(..) => Ok(Cow::Owned(Value::Null)),
        })?;
    }
    if found.listed.entries.is_empty() && found.failure.is_none() {
        inspect::say_empty(request, list).await?;
    }
    Ok(found)
}

/// Judges the log backups again whose sub-commands are in flight: only their Jobs say whether those still move.
async fn judge_jobs(
    request: &ListRequest<'_>,
    list: &LogList,
    listed: &mut Listed<LogRow>,
) -> Result<()> {
    let rows = listed.entries.iter_mut().filter_map(|entry| match entry {
        ListEntry::Row(_, row) => row.in_flight.take().map(|log| (*log, &mut row.status)),
        ListEntry::Malformed(..) => None,
    });
    let (logs, statuses): (Vec<LogBackup>, Vec<&mut LogStatus>) = rows.unzip();
    let judged = log_jobs::of_many(request.context, request.scope(), logs).await?;
    for (log, status) in judged.iter().zip(statuses) {
        *status = LogStatus::judge(log, &list.thresholds, list.now);
    }
    Ok(())
}

/// The log backups of these names. Goes on after a name that cannot be shown, unless it is the only one.
async fn named(request: &ListRequest<'_>, names: &[String], list: &mut LogList) -> Result<Found> {
    let context = request.context;
    let mut found = Found {
        listed: Listed {
            served: Vec::new(),
            entries: Vec::new(),
            printed: HashSet::new(),
        },
        failure: None,
    };
    for name in names {
        match find_log(context, name).await {
            Ok((operator, object)) => {
                if !found.listed.served.contains(&operator) {
                    found.listed.served.push(operator);
                }
                let of_cluster = request.of_cluster(LogList::cluster(&object));
                let row = list.row(operator, object).filter(|_| of_cluster);
                let rows = row.map(|row| ListEntry::Row(operator, row));
                found.listed.entries.extend(rows);
            }
            Err(error) if names.len() == 1 => return Err(error),
            Err(error) => {
                context.ui.error(&error);
                found.failure.get_or_insert(error.exit());
            }
        }
    }
    found.listed.settle();
    Ok(found)
}

async fn find_log(context: &Context, name: &str) -> Result<(Operator, Value)> {
    let located = locate::find(context, Kind::Backup, name).await?;
    if LogBackup::is_log(&located.object) {
        return Ok((located.reference.operator, located.object));
    }
    let reference = located.reference;
    let command = NextCommand::plugin("backup show")
        .arg(reference.to_string())
        .namespace(&reference.namespace);
    Err(Error::usage(format!("{reference} is not a log backup")).hint(command))
}

/// Prints what was found, goes on with `-w`, and judges with `--check`.
async fn show(
    request: &ListRequest<'_>,
    args: &LogStatusArgs,
    list: &mut LogList,
    found: Found,
) -> Result<Exit> {
    let (ui, screen) = (&request.context.ui, request.screen());
    let Found { listed, failure } = found;
    let mut table = ListTable::new(COLUMNS, &args.list, listed.both(), &screen);
    let statuses: Vec<&LogStatus> = statuses(&listed.entries).collect();
    if request.format.is_data() {
        document(request, &statuses)?;
    } else {
        if !listed.entries.is_empty() {
            table.draw(&listed.entries, &screen, |part| ui.print(part));
        }
        for line in statuses.iter().flat_map(|status| &status.hints) {
            ui.hint(line);
        }
    }
    if args.list.watch {
        return watch(request, args, list, &listed, table).await;
    }
    let worst = statuses.iter().map(|status| status.health).max();
    let worst = match listed.malformed() {
        true => worst.max(Some(Health::Unknown)),
        false => worst,
    };
    Ok(match (worst, failure) {
        (_, Some(failure)) if !args.check || failure != Exit::Failed => failure,
        (Some(Health::Critical), _) if args.check => Exit::Critical,
        (Some(Health::Warning | Health::Unknown), _) | (_, Some(_)) if args.check => Exit::Warning,
        _ => Exit::Done,
    })
}

fn statuses(entries: &[ListEntry<LogRow>]) -> impl Iterator<Item = &LogStatus> {
    entries.iter().filter_map(|entry| match entry {
        ListEntry::Row(_, row) => Some(&row.status),
        ListEntry::Malformed(..) => None,
    })
}

fn document(request: &ListRequest<'_>, statuses: &[&LogStatus]) -> Result<()> {
    let items = statuses.to_vec();
    let text = render(&LogStatusList { items }, &request.format, &request.screen())?;
    request.context.ui.document(&text);
    Ok(())
}

/// Prints each change in the format of the list before it. Of named log backups only their own changes are printed.
async fn watch(
    request: &ListRequest<'_>,
    args: &LogStatusArgs,
    list: &mut LogList,
    listed: &Listed<LogRow>,
    mut table: ListTable<LogRow>,
) -> Result<Exit> {
    let asked_for = |entry: &ListEntry<LogRow>| {
        let same = |known: &ListEntry<LogRow>| {
            known.operator() == entry.operator()
                && known.metadata().place() == entry.metadata().place()
        };
        args.names.is_empty() || listed.entries.iter().any(same)
    };
    inspect::follow(request, list, listed, |list, operator, object| {
        list.now = request.context.clock_time();
        let entry = inspect::entry(request, list, operator, object).filter(asked_for);
        let Some(entry) = entry else {
            return Ok(());
        };
        match (request.format.is_data(), &entry) {
            (true, ListEntry::Row(_, row)) => document(request, &[&row.status]),
            (true, ListEntry::Malformed(..)) => Ok(()),
            (false, entry) => {
                let row = table.add(entry, &request.screen());
                request.context.ui.print(&row);
                Ok(())
            }
        }
    })
    .await
}

/// A state as formats for programs show it, which is what `--sort-by` sorts.
fn data(status: &LogStatus) -> Result<Cow<'_, Value>> {
    let name = &status.name;
    serde_json::to_value(status)
        .map(Cow::Owned)
        .map_err(|error| Error::failed(format!("cannot write the state of {name}: {error}")))
}

fn thresholds(args: &LogStatusArgs) -> Thresholds {
    let pair = |(warning, critical): &(Span, Span)| (warning.length(), critical.length());
    Thresholds {
        lag: pair(&args.max_lag),
        paused: pair(&args.max_paused),
    }
}

fn moment(tso: Option<Tso>, screen: &Screen) -> Cell {
    let time = tso.and_then(Tso::time);
    Cell::optional(time.map(|time| screen.zone.show(time)))
}

/// The state and what is wrong: `Running`, `Truncating (Paused)`, `Paused,StickyFailure`.
fn state(status: &LogStatus) -> Cell {
    let mut text = match (status.state, status.task_state) {
        _ if status.deleting => "Terminating".to_owned(),
        (LogState::Truncating, Some(task)) if task != TaskState::Running => {
            format!("Truncating ({task})")
        }
        (state, _) => state.to_string(),
    };
    for reason in &status.reasons {
        text.push_str(&format!(",{reason}"));
    }
    Cell::new(text).tone(match status.health {
        Health::Ok if status.task_state == Some(TaskState::Stopped) => Tone::Dim,
        Health::Ok => Tone::Good,
        Health::Warning | Health::Unknown => Tone::Warn,
        Health::Critical => Tone::Bad,
    })
}

/// The deadline of a resume, and how far away it is.
fn resume_by(status: &LogStatus, screen: &Screen) -> Cell {
    let Some(deadline) = status.resume_by.and_then(Tso::time) else {
        return Cell::none();
    };
    let left = deadline - screen.now;
    let shown = screen.zone.show(deadline);
    if left < TimeDelta::zero() {
        return Cell::new(format!("{shown} (passed)")).tone(Tone::Bad);
    }
    Cell::new(format!("{shown} (in {})", time::age(left))).tone(Tone::Warn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inspect::hostile;

    #[test]
    fn hostile_objects_are_harmless_rows() {
        hostile::check_list(LogList {
            thresholds: Thresholds::default(),
            now: hostile::screen().now,
        });
    }
}
