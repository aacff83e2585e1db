//! `log status`

use std::borrow::Cow;

use chrono::TimeDelta;
use serde::Serialize;
use serde_json::Value;

use crate::api::{Dialect, Kind, Operator};
use crate::cli::{ListFlags, LogStatusArgs};
use crate::cluster::ListQuery;
use crate::command::listing::{self, Printed, scope, version};
use crate::command::{Context, locate};
use crate::log_backup::{Health, LogBackup, LogStatus, State, TaskState, Thresholds};
use crate::output::{Cell, Column, Screen, Table, Tone, View, check_format, objects, render};
use crate::time::{self, Span, Tso};
use crate::{Error, Exit, Result};

/// `LogStatusList`
#[derive(Debug, Serialize)]
struct LogStatusList {
    items: Vec<LogStatus>,
    #[serde(skip)]
    namespaces: bool,
    #[serde(skip)]
    groups: bool,
    #[serde(skip)]
    versions: Printed,
}

/// `log status`
pub async fn status(context: &Context, args: &LogStatusArgs) -> Result<Exit> {
    let format = args.list.output.format()?;
    check_format::<LogStatusList>(&format)?;
    let looked = look(context, args).await;
    let list = match looked {
        Err(error) if args.check && error.exit == Exit::Failed => {
            context.ui.error(&error);
            return Ok(Exit::Warning);
        }
        outcome => outcome?,
    };
    let screen = context.screen(&format, &args.list.output);
    let people = !format.is_data() && !matches!(format, crate::output::Format::Name);
    if list.items.is_empty() && people {
        let namespace = scope(context, &args.list).await?;
        context
            .ui
            .note(&objects::nothing_found(namespace.as_deref()));
    } else {
        context.ui.print(&render(&list, &format, &screen)?);
    }
    if people {
        for line in list.items.iter().flat_map(|item| &item.way_out) {
            context.ui.hint(line);
        }
    }
    let worst = list.items.iter().map(|item| item.health).max();
    if args.list.watch {
        return watch(context, args, &list.versions).await;
    }
    Ok(match worst {
        Some(Health::Critical) if args.check => Exit::Critical,
        Some(Health::Warning | Health::Unknown) if args.check => Exit::Warning,
        _ => Exit::Done,
    })
}

async fn look(context: &Context, args: &LogStatusArgs) -> Result<LogStatusList> {
    let thresholds = thresholds(args);
    let mut found: Vec<(Operator, Value)> = Vec::new();
    let mut served = 1;
    if args.names.is_empty() {
        let namespace = scope(context, &args.list).await?;
        let (groups, objects) = listing::fetch(
            context,
            Kind::Backup,
            namespace.as_deref(),
            &query(&args.list),
            LogBackup::is_log,
        )
        .await?;
        served = groups;
        found = objects;
    }
    for name in &args.names {
        let located = locate::find(context, Kind::Backup, name).await?;
        if !LogBackup::is_log(&located.object) {
            return Err(
                Error::usage(format!("{} is not a log backup", located.reference))
                    .hint("kubectl tidb-br backup list shows snapshots"),
            );
        }
        found.push((located.reference.operator, located.object));
    }
    let versions = found.iter().map(|(_, object)| version(object)).collect();
    let mut items: Vec<LogStatus> = found
        .iter()
        .filter_map(|(operator, object)| LogBackup::read(object, Dialect::newest(*operator)))
        .filter(|log| {
            args.list
                .cluster
                .as_ref()
                .is_none_or(|cluster| *cluster == log.cluster)
        })
        .map(|log| LogStatus::of(&log, &thresholds, context.now()))
        .collect();
    items.sort_by(|a, b| (&a.namespace, &a.name).cmp(&(&b.namespace, &b.name)));
    listing::tell_order(context, &args.list);
    if let Some(order) = &args.list.sort_by {
        items = order.sort(items, data)?;
    }
    Ok(LogStatusList {
        items,
        namespaces: args.list.all_namespaces,
        groups: served > 1,
        versions,
    })
}

/// An item as machine formats show it, which is what `--sort-by` sees.
fn data(item: &LogStatus) -> Result<Cow<'_, Value>> {
    serde_json::to_value(item)
        .map(Cow::Owned)
        .map_err(|error| Error::failed(format!("cannot write the state of {}: {error}", item.name)))
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

async fn watch(context: &Context, args: &LogStatusArgs, printed: &Printed) -> Result<Exit> {
    let thresholds = thresholds(args);
    listing::watch(
        context,
        Kind::Backup,
        &args.list,
        &query(&args.list),
        printed,
        |operator, object, screen| {
            let log = LogBackup::read(object, Dialect::newest(operator))
                .filter(|_| LogBackup::is_log(object))?;
            let wanted = args.names.is_empty() || args.names.contains(&log.object.name);
            let list = LogStatusList {
                items: vec![LogStatus::of(&log, &thresholds, context.now())],
                namespaces: args.list.all_namespaces,
                groups: false,
                versions: Printed::default(),
            };
            wanted.then(|| list.text(screen))
        },
    )
    .await
}

impl View for LogStatusList {
    const KIND: &'static str = "LogStatusList";

    fn text(&self, screen: &Screen) -> String {
        let mut columns: Vec<Column> = Vec::new();
        if self.namespaces {
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
        let mut table = Table::new(columns);
        for item in &self.items {
            let mut cells = Vec::new();
            if self.namespaces {
                cells.push(Cell::new(&item.namespace));
            }
            cells.extend(row(item, self.groups, screen));
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
        (State::Truncating, Some(task)) if task != TaskState::Running => {
            format!("Truncating ({task:?})")
        }
        (state, _) => format!("{state:?}"),
    };
    for reason in &item.reasons {
        text.push_str(&format!(",{reason:?}"));
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
