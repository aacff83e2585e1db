//! `backup list`: keeps of each object only what its row needs.

use serde::Deserialize;
use serde_json::Value;

use crate::api::{Kind, Operator};
use crate::cli::{ListBackups, ListFlags};
use crate::cluster::ListQuery;
use crate::context::Context;
use crate::inspect::listing;
use crate::inspect::listing::{Metadata, age, scope};
use crate::lookup::generation;
use crate::lookup::locate::nothing_served;
use crate::output::objects;
use crate::output::{Cell, Column, Format, Screen, Table};
use crate::schedule::SCHEDULE_LABEL;
use crate::time::Tso;
use crate::{Exit, Result};

/// What the table shows of a Backup.
#[derive(Debug, Clone, Deserialize)]
pub struct Row {
    metadata: Metadata,
    #[serde(default)]
    spec: Spec,
    #[serde(default)]
    status: Status,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Spec {
    backup_mode: Option<Box<str>>,
    backup_type: Option<Box<str>>,
    br: Option<Br>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Br {
    cluster: Box<str>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Status {
    phase: Option<Box<str>>,
    backup_size_readable: Option<Box<str>>,
    commit_ts: Option<Box<str>>,
    backup_path: Option<Box<str>>,
    time_taken: Option<Box<str>>,
}

/// `backup list`
pub async fn list(context: &Context, args: &ListBackups) -> Result<Exit> {
    let flags = &args.list;
    let format = flags.output.format()?;
    let query = query(args);
    if format.is_data() || matches!(format, Format::Name) || flags.sort_by.is_some() {
        return listing::objects(
            context,
            Kind::Backup,
            flags,
            &query,
            |object| listing::of_cluster(object, flags),
            table_of,
        )
        .await;
    }
    let namespace = scope(context, flags).await?;
    let mut rows: Vec<(Operator, Row)> = Vec::new();
    let mut served = Vec::new();
    for operator in generation::asked(context) {
        let wanted = |row: &Row| row.is_of(flags);
        let found = listing::read(
            context,
            operator,
            Kind::Backup,
            namespace.as_deref(),
            &query,
            wanted,
        );
        if let Some(found) = found.await? {
            served.push(operator);
            rows.extend(found.into_iter().map(|row| (operator, row)));
        }
    }
    if served.is_empty() {
        let asked = generation::asked(context);
        return Err(nothing_served(context, Kind::Backup, &asked).await);
    }
    if rows.is_empty() {
        context
            .ui
            .note(&objects::nothing_found(namespace.as_deref()));
    } else {
        rows.sort_by(|(_, a), (_, b)| a.place().cmp(&b.place()));
        let screen = context.screen(&format, &flags.output);
        draw(&rows, served.len() > 1, flags, &screen, |text| {
            context.ui.print(text);
        });
    }
    if flags.watch {
        let row = |object: &Value| serde_json::from_value::<Row>(object.clone()).ok();
        let version = |(_, row): &(Operator, Row)| row.metadata.resource_version.clone();
        let printed = rows.iter().map(version).collect();
        return listing::watch(
            context,
            Kind::Backup,
            flags,
            &query,
            &printed,
            |operator, object, screen| {
                let row = row(object).filter(|row| row.is_of(flags))?;
                let rows = [(operator, row)];
                Some(text_of(&rows, served.len() > 1, flags, screen))
            },
        )
        .await;
    }
    Ok(Exit::Done)
}

fn query(args: &ListBackups) -> ListQuery {
    let schedule = args
        .from_schedule
        .as_ref()
        .map(|name| format!("{SCHEDULE_LABEL}={name}"));
    let labels: Vec<String> = args.list.selector.iter().cloned().chain(schedule).collect();
    ListQuery {
        labels: (!labels.is_empty()).then(|| labels.join(",")),
        ..ListQuery::default()
    }
}

fn table_of(
    objects: &[(Operator, Value)],
    both: bool,
    flags: &ListFlags,
    screen: &Screen,
) -> String {
    let rows: Vec<(Operator, Row)> = objects
        .iter()
        .filter_map(|(operator, object)| {
            Some((*operator, serde_json::from_value(object.clone()).ok()?))
        })
        .collect();
    text_of(&rows, both, flags, screen)
}

fn text_of(rows: &[(Operator, Row)], both: bool, flags: &ListFlags, screen: &Screen) -> String {
    let mut text = String::new();
    draw(rows, both, flags, screen, |part| text.push_str(part));
    text
}

/// The rows as a table. With both generations served the names carry their group.
fn draw(
    rows: &[(Operator, Row)],
    both: bool,
    flags: &ListFlags,
    screen: &Screen,
    print: impl FnMut(&str),
) {
    let mut columns: Vec<Column> = Vec::new();
    if flags.all_namespaces {
        columns.push(Column::new("NAMESPACE"));
    }
    columns.extend(["NAME", "TYPE", "STATUS", "SIZE", "COMMITTED", "AGE"].map(Column::new));
    columns.extend(["COMMIT-TS", "PATH", "TAKEN"].map(Column::wide));
    if flags.show_labels {
        columns.push(Column::last("LABELS"));
    }
    let cells = |(operator, row): &(Operator, Row)| row.cells(*operator, both, flags, screen);
    Table::new(columns).draw(screen, || rows.iter().map(cells), print);
}

impl Row {
    fn is_of(&self, flags: &ListFlags) -> bool {
        let cluster = self.spec.br.as_ref().map(|br| &*br.cluster);
        flags.cluster.is_none() || cluster == flags.cluster.as_deref()
    }

    fn place(&self) -> (&str, &str) {
        (&self.metadata.namespace, &self.metadata.name)
    }

    fn is_log(&self) -> bool {
        self.spec.backup_mode.as_deref() == Some("log")
    }

    fn kind(&self) -> &str {
        let spec = &self.spec;
        match spec.backup_mode.as_deref() {
            Some("snapshot") | None if spec.br.is_none() => "dumpling",
            Some("snapshot") | None => spec.backup_type.as_deref().unwrap_or("full"),
            Some(mode) => mode,
        }
    }

    fn cells(
        &self,
        operator: Operator,
        both: bool,
        flags: &ListFlags,
        screen: &Screen,
    ) -> Vec<Cell> {
        let optional = |text: &Option<Box<str>>| {
            let text = text.as_deref().filter(|text| !text.is_empty());
            text.map_or_else(Cell::none, Cell::new)
        };
        let commit = self.status.commit_ts.as_deref().filter(|_| !self.is_log());
        let committed = commit.and_then(Tso::parse).and_then(Tso::time);
        let phase = match self.metadata.deletion_timestamp {
            Some(_) => Some("Terminating"),
            None => self.status.phase.as_deref(),
        };
        let mut cells = Vec::new();
        if flags.all_namespaces {
            cells.push(Cell::new(&self.metadata.namespace));
        }
        cells.push(Cell::new(match both {
            true => format!(
                "{}.{}/{}",
                Kind::Backup.singular(),
                operator.group(),
                self.metadata.name
            ),
            false => self.metadata.name.to_string(),
        }));
        cells.extend([
            Cell::new(self.kind()),
            listing::phase(phase),
            optional(&self.status.backup_size_readable),
            committed.map_or_else(Cell::none, |time| Cell::new(screen.zone.show(time))),
            age(&self.metadata, screen),
            self.status
                .commit_ts
                .as_deref()
                .filter(|_| !self.is_log())
                .map_or_else(Cell::none, Cell::new),
            optional(&self.status.backup_path),
            optional(&self.status.time_taken),
        ]);
        if flags.show_labels {
            cells.push(self.metadata.labels.cell());
        }
        cells
    }
}
