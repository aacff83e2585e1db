//! `restore list`

use serde_json::Value;

use crate::api::{Kind, Operator};
use crate::cli::ListFlags;
use crate::cluster::ListQuery;
use crate::context::Context;
use crate::inspect::listing;
use crate::inspect::listing::{Metadata, age};
use crate::manifest::storage::StorageUrl;
use crate::output::{Cell, Column, Screen, Table};
use crate::time::Tso;
use crate::wait::job;
use crate::{Exit, Result};

/// `restore list`
pub async fn list(context: &Context, flags: &ListFlags) -> Result<Exit> {
    let query = ListQuery {
        labels: flags.selector.clone(),
        ..ListQuery::default()
    };
    let keep = |object: &Value| listing::of_cluster(object, flags);
    listing::objects(context, Kind::Restore, flags, &query, keep, draw).await
}

fn draw(rows: &[(Operator, Value)], both: bool, flags: &ListFlags, screen: &Screen) -> String {
    let mut columns: Vec<Column> = Vec::new();
    if flags.all_namespaces {
        columns.push(Column::new("NAMESPACE"));
    }
    columns.extend(
        [
            "NAME",
            "MODE",
            "CLUSTER",
            "STATUS",
            "RESTORED-TO",
            "PROGRESS",
            "AGE",
        ]
        .map(Column::new),
    );
    columns.extend(["RESTORED-TO-TS", "STORAGE", "TAKEN"].map(Column::wide));
    if flags.show_labels {
        columns.push(Column::last("LABELS"));
    }
    let mut table = Table::new(columns);
    for (operator, object) in rows {
        table.push(cells(object, *operator, both, flags, screen));
    }
    table.page(screen)
}

fn cells(
    object: &Value,
    operator: Operator,
    both: bool,
    flags: &ListFlags,
    screen: &Screen,
) -> Vec<Cell> {
    let metadata: Metadata = serde_json::from_value(object["metadata"].clone()).unwrap_or_default();
    let text = |pointer: &str| {
        let text = object.pointer(pointer).and_then(Value::as_str);
        text.filter(|text| !text.is_empty())
    };
    let optional = |text: Option<&str>| text.map_or_else(Cell::none, Cell::new);
    let moment = moment(object);
    let restored = moment.and_then(Tso::time);
    let phase = match metadata.deletion_timestamp {
        Some(_) => Some("Terminating"),
        None => text("/status/phase"),
    };
    let mut cells = Vec::new();
    if flags.all_namespaces {
        cells.push(Cell::new(&metadata.namespace));
    }
    let kind = Kind::Restore.singular();
    cells.push(Cell::new(match both {
        true => format!("{kind}.{}/{}", operator.group(), metadata.name),
        false => metadata.name.to_string(),
    }));
    cells.extend([
        Cell::new(mode(object)),
        optional(text("/spec/br/cluster").or(text("/spec/to/host"))),
        listing::phase(phase),
        restored.map_or_else(Cell::none, |time| Cell::new(screen.zone.show(time))),
        optional(job::newest_step(object).as_deref()),
        age(&metadata, screen),
        moment.map_or_else(Cell::none, |tso| Cell::new(tso.to_string())),
        optional(
            StorageUrl::of_spec(&object["spec"])
                .map(|url| url.to_string())
                .as_deref(),
        ),
        optional(text("/status/timeTaken")),
    ]);
    if flags.show_labels {
        cells.push(metadata.labels.cell());
    }
    cells
}

/// `snapshot`, `pitr`, `volume-snapshot`, or `lightning` for an import.
pub fn mode(object: &Value) -> &str {
    let mode = object.pointer("/spec/restoreMode").and_then(Value::as_str);
    match mode {
        None | Some("" | "snapshot") if object.pointer("/spec/br").is_none() => "lightning",
        None | Some("") => "snapshot",
        Some(mode) => mode,
    }
}

/// The moment that the data is of. In a point-in-time Restore `status.commitTs` is that of the log's metadata, or 0.
fn moment(object: &Value) -> Option<Tso> {
    let pointer = match mode(object) {
        "pitr" => "/spec/pitrRestoredTs",
        _ => "/status/commitTs",
    };
    object
        .pointer(pointer)
        .and_then(Value::as_str)
        .and_then(Tso::parse)
}
