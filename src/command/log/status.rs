//! `log status`

use std::borrow::Cow;

use chrono::TimeDelta;
use serde::Serialize;
use serde_json::Value;

use crate::api::{Dialect, Kind, Operator};
use crate::cli::{ListFlags, LogStatusArgs};
use crate::cluster::ListQuery;
use crate::context::Context;
use crate::inspect::listing;
use crate::inspect::listing::{Labels, Printed, scope, version};
use crate::log_backup::{Health, LogBackup, LogState, LogStatus, TaskState, Thresholds};
use crate::lookup::locate;
use crate::output::{
    Cell, Column, Format, Screen, Table, Tone, View, check_format, objects, render,
};
use crate::time::{self, Span, Tso};
use crate::{Error, Exit, Result};

/// `LogStatusList`
#[derive(Debug, Serialize)]
struct LogStatusList {
    items: Vec<Item>,
    #[serde(skip)]
    columns: Columns,
    #[serde(skip)]
    versions: Printed,
    /// The code of the first of several names that could not be shown.
    #[serde(skip)]
    failure: Option<Exit>,
}

#[derive(Debug, Serialize)]
struct Item {
    #[serde(flatten)]
    status: LogStatus,
    #[serde(skip)]
    labels: Labels,
}

/// What tables show beyond the state.
#[derive(Debug, Clone, Copy, Default)]
struct Columns {
    namespaces: bool,
    groups: bool,
    labels: bool,
}

/// `log status`
pub async fn status(context: &Context, args: &LogStatusArgs) -> Result<Exit> {
    let format = args.list.output.format()?;
    check_format::<LogStatusList>(&format)?;
    let looked = look(context, args).await;
    let list = match looked {
        Err(error) if args.check && error.kind.is_failed_request() => {
            context.ui.error(&error);
            return Ok(Exit::Warning);
        }
        outcome => outcome?,
    };
    let screen = context.screen(&format, &args.list.output);
    let people = !format.is_data();
    if list.items.is_empty() {
        let namespace = scope(context, &args.list).await?;
        context
            .ui
            .note(&objects::nothing_found(namespace.as_deref()));
    }
    if !(list.items.is_empty() && people) {
        context.ui.print(&render(&list, &format, &screen)?);
    }
    if people {
        for line in list.items.iter().flat_map(|item| &item.status.hints) {
            context.ui.hint(line);
        }
    }
    if args.list.watch {
        return watch(context, args, &format, &list).await;
    }
    let worst = list.items.iter().map(|item| item.status.health).max();
    Ok(match (worst, list.failure) {
        (_, Some(failure)) if !args.check || failure != Exit::Failed => failure,
        (Some(Health::Critical), _) if args.check => Exit::Critical,
        (Some(Health::Warning | Health::Unknown), _) | (_, Some(_)) if args.check => Exit::Warning,
        _ => Exit::Done,
    })
}

async fn look(context: &Context, args: &LogStatusArgs) -> Result<LogStatusList> {
    let (mut served, mut failure) = (1, None);
    let found = match args.names.as_slice() {
        [] => {
            let (namespace, query) = (scope(context, &args.list).await?, query(&args.list));
            let (namespace, is_log) = (namespace.as_deref(), LogBackup::is_log);
            let objects;
            (served, objects) =
                listing::fetch(context, Kind::Backup, namespace, &query, is_log).await?;
            objects
        }
        [name] => vec![named(context, name).await?],
        names => {
            let mut found = Vec::new();
            for name in names {
                match named(context, name).await {
                    Ok(object) => found.push(object),
                    Err(error) => {
                        context.ui.error(&error);
                        failure.get_or_insert(error.exit());
                    }
                }
            }
            found
        }
    };
    let versions = found.iter().map(|(_, object)| version(object)).collect();
    let mut items: Vec<Item> = found
        .iter()
        .filter_map(|(operator, object)| item(context, args, *operator, object))
        .collect();
    let place = |item: &Item| (item.status.namespace.clone(), item.status.name.clone());
    items.sort_by_cached_key(place);
    listing::tell_order(context, &args.list);
    if let Some(order) = &args.list.sort_by {
        items = order.sort(items, data)?;
    }
    Ok(LogStatusList {
        items,
        columns: Columns {
            namespaces: args.list.all_namespaces,
            groups: served > 1,
            labels: args.list.show_labels,
        },
        versions,
        failure,
    })
}

async fn named(context: &Context, name: &str) -> Result<(Operator, Value)> {
    let located = locate::find(context, Kind::Backup, name).await?;
    if LogBackup::is_log(&located.object) {
        return Ok((located.reference.operator, located.object));
    }
    Err(
        Error::usage(format!("{} is not a log backup", located.reference))
            .hint("kubectl tidb-br backup list shows snapshots"),
    )
}

/// The state of a log backup, if it is one and of the TiDB cluster that was asked for.
fn item(
    context: &Context,
    args: &LogStatusArgs,
    operator: Operator,
    object: &Value,
) -> Option<Item> {
    if !LogBackup::is_log(object) || !listing::of_cluster(object, &args.list) {
        return None;
    }
    let log = LogBackup::parse(object, Dialect::newest(operator))?;
    let labels = object.pointer("/metadata/labels").cloned();
    Some(Item {
        status: LogStatus::judge(&log, &thresholds(args), context.clock_time()),
        labels: serde_json::from_value(labels.unwrap_or_default()).unwrap_or_default(),
    })
}

/// An item as machine formats show it, which is what `--sort-by` sees.
fn data(item: &Item) -> Result<Cow<'_, Value>> {
    let name = &item.status.name;
    serde_json::to_value(item)
        .map(Cow::Owned)
        .map_err(|error| Error::failed(format!("cannot write the state of {name}: {error}")))
}

fn query(flags: &ListFlags) -> ListQuery {
    ListQuery {
        labels: flags.selector.clone(),
        ..ListQuery::default()
    }
}

fn thresholds(args: &LogStatusArgs) -> Thresholds {
    let pair = |(warning, critical): &(Span, Span)| (warning.length(), critical.length());
    Thresholds {
        lag: pair(&args.max_lag),
        paused: pair(&args.max_paused),
    }
}

/// Prints each change as the list of it alone, in the same format.
async fn watch(
    context: &Context,
    args: &LogStatusArgs,
    format: &Format,
    shown: &LogStatusList,
) -> Result<Exit> {
    let named = |status: &LogStatus| {
        let known = shown.items.iter().map(|item| &item.status);
        let mut known = known.map(|known| (&known.operator, &known.name));
        args.names.is_empty() || known.any(|known| known == (&status.operator, &status.name))
    };
    let draw = |operator, object: &Value, screen: &Screen| {
        let item = item(context, args, operator, object).filter(|item| named(&item.status))?;
        let change = LogStatusList {
            items: vec![item],
            columns: shown.columns,
            versions: Printed::default(),
            failure: None,
        };
        render(&change, format, screen).ok()
    };
    let query = query(&args.list);
    let printed = &shown.versions;
    listing::watch(context, Kind::Backup, &args.list, &query, printed, draw).await
}

impl View for LogStatusList {
    const KIND: &'static str = "LogStatusList";

    fn text(&self, screen: &Screen) -> String {
        let mut columns: Vec<Column> = Vec::new();
        if self.columns.namespaces {
            columns.push(Column::new("NAMESPACE"));
        }
        columns.extend(
            [
                "NAME",
                "CLUSTER",
                "STATUS",
                "CHECKPOINT",
                "LAG",
                "RESUME-BY",
                "AGE",
            ]
            .map(Column::new),
        );
        columns.extend(["CHECKPOINT-TS", "START", "TRUNCATED-UNTIL", "STORAGE"].map(Column::wide));
        if self.columns.labels {
            columns.push(Column::last("LABELS"));
        }
        let mut table = Table::new(columns);
        for item in &self.items {
            let mut cells = Vec::new();
            if self.columns.namespaces {
                cells.push(Cell::new(&item.status.namespace));
            }
            cells.extend(row(&item.status, self.columns.groups, screen));
            if self.columns.labels {
                cells.push(item.labels.cell());
            }
            table.push(cells);
        }
        table.page(screen)
    }
}

fn row(item: &LogStatus, groups: bool, screen: &Screen) -> Vec<Cell> {
    let at = |tso: Option<Tso>| match tso.and_then(Tso::time) {
        Some(time) => Cell::new(screen.zone.show(time)),
        None => Cell::none(),
    };
    let number = |tso: Option<Tso>| tso.map_or_else(Cell::none, |tso| Cell::new(tso.to_string()));
    let name = match groups {
        true => {
            let group = if item.operator == "v1" {
                Operator::V1
            } else {
                Operator::V2
            };
            format!(
                "{}.{}/{}",
                Kind::Backup.singular(),
                group.group(),
                item.name
            )
        }
        false => item.name.clone(),
    };
    vec![
        Cell::new(name),
        Cell::new(&item.cluster),
        state(item),
        match item.checkpoint {
            None if item.start.is_some() => Cell::unknown(),
            checkpoint => at(checkpoint),
        },
        lag(item),
        resume_by(item, screen),
        listing::since(item.created, screen),
        number(item.checkpoint),
        at(item.start),
        at(item.truncated_until),
        item.storage.as_ref().map_or_else(Cell::none, Cell::new),
    ]
}

/// The state, and what is wrong: `Running`, `Truncating (Paused)`, `Paused, StickyFailure`.
fn state(item: &LogStatus) -> Cell {
    let mut text = match (item.state, item.task_state) {
        _ if item.deleting => "Terminating".to_owned(),
        (LogState::Truncating, Some(task)) if task != TaskState::Running => {
            format!("Truncating ({task})")
        }
        (state, _) => state.to_string(),
    };
    for reason in &item.reasons {
        text.push_str(&format!(",{reason}"));
    }
    Cell::new(text).tone(match item.health {
        Health::Ok if item.task_state == Some(TaskState::Stopped) => Tone::Dim,
        Health::Ok => Tone::Good,
        Health::Warning | Health::Unknown => Tone::Warn,
        Health::Critical => Tone::Bad,
    })
}

fn lag(item: &LogStatus) -> Cell {
    match item.lag_seconds {
        Some(seconds) => Cell::new(time::age(TimeDelta::seconds(seconds))),
        None => Cell::none(),
    }
}

/// The deadline, and how long it is still away.
fn resume_by(item: &LogStatus, screen: &Screen) -> Cell {
    let Some(deadline) = item.resume_by.and_then(Tso::time) else {
        return Cell::none();
    };
    let left = deadline - screen.now;
    let shown = screen.zone.show(deadline);
    if left < TimeDelta::zero() {
        return Cell::new(format!("{shown} (passed)")).tone(Tone::Bad);
    }
    Cell::new(format!("{shown} (in {})", time::age(left))).tone(Tone::Warn)
}
