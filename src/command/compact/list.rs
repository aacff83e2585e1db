//! `compact list`

use serde_json::Value;

use crate::api::document::at;
use crate::api::{Kind, ObjectRef, Operator};
use crate::cli::ListFlags;
use crate::cluster::ListQuery;
use crate::context::Context;
use crate::inspect::listing;
use crate::inspect::listing::{Metadata, age};
use crate::lookup::unserved;
use crate::manifest::storage::StorageUrl;
use crate::output::{Cell, Column, Screen, Table};
use crate::time::Tso;
use crate::{Exit, Result};

/// `compact list`
pub async fn list(context: &Context, flags: &ListFlags) -> Result<Exit> {
    if context.operator() == Some(Operator::V2) {
        return Err(unserved::refusal(Kind::CompactBackup));
    }
    let query = ListQuery {
        labels: flags.selector.clone(),
        ..ListQuery::default()
    };
    let keep = |object: &Value| listing::of_cluster(object, flags);
    unserved::objects(context, Kind::CompactBackup, flags, &query, keep, table).await
}

fn table(found: &[(Operator, Value)], both: bool, flags: &ListFlags, screen: &Screen) -> String {
    let mut columns: Vec<Column> = Vec::new();
    if flags.all_namespaces {
        columns.push(Column::new("NAMESPACE"));
    }
    columns.extend(["NAME", "STATUS", "PROGRESS", "START", "END", "AGE"].map(Column::new));
    columns.extend(["CLUSTER", "START-TS", "END-TS", "STORAGE", "MESSAGE"].map(Column::wide));
    if flags.show_labels {
        columns.push(Column::last("LABELS"));
    }
    let mut table = Table::new(columns);
    for (_, object) in found {
        let Ok(metadata) = serde_json::from_value::<Metadata>(at(object, "/metadata").clone())
        else {
            continue;
        };
        let mut cells = Vec::new();
        if flags.all_namespaces {
            cells.push(Cell::new(&metadata.namespace));
        }
        let reference = ObjectRef::of(object).map(|object| object.to_string());
        cells.push(Cell::new(match reference {
            Some(reference) if both => reference,
            _ => metadata.name.to_string(),
        }));
        cells.extend(row(object, &metadata, screen));
        if flags.show_labels {
            cells.push(metadata.labels.cell());
        }
        table.push(cells);
    }
    table.page(screen)
}

fn row(object: &Value, metadata: &Metadata, screen: &Screen) -> Vec<Cell> {
    let text = |pointer: &str| {
        let text = object.pointer(pointer).and_then(Value::as_str);
        text.filter(|text| !text.is_empty())
    };
    let optional = |pointer: &str| text(pointer).map_or_else(Cell::none, Cell::new);
    let moment = |pointer: &str| {
        let time = text(pointer).and_then(Tso::parse).and_then(Tso::time);
        time.map_or_else(Cell::none, |time| Cell::new(screen.zone.show(time)))
    };
    let state = match metadata.deletion_timestamp {
        Some(_) => Some("Terminating"),
        None => text("/status/state"),
    };
    let storage = StorageUrl::of_spec(at(object, "/spec")).map(|url| url.to_string());
    vec![
        listing::phase(state),
        optional("/status/progress"),
        moment("/spec/startTs"),
        moment("/spec/endTs"),
        age(metadata, screen),
        optional("/spec/br/cluster"),
        optional("/spec/startTs"),
        optional("/spec/endTs"),
        storage.map_or_else(Cell::none, Cell::new),
        optional("/status/message"),
    ]
}
