//! `restore list`

use serde_json::Value;

use crate::api::document::at;
use crate::api::{Kind, Operator};
use crate::cli::ListFlags;
use crate::context::Context;
use crate::inspect::{self, List, ListColumn, ListRow, Metadata, always, describe, status, wide};
use crate::manifest::storage::StorageUrl;
use crate::output::Cell;
use crate::time::Tso;
use crate::{Exit, Result};

/// What the table shows of a Restore.
pub struct RestoreRow {
    metadata: Metadata,
    mode: String,
    target: Option<String>,
    phase: Option<String>,
    moment: Option<Tso>,
    progress: Option<String>,
    storage: Option<String>,
    taken: Option<String>,
}

const COLUMNS: &[ListColumn<RestoreRow>] = &[
    always("MODE", |row, _| Cell::new(&row.mode)),
    always("CLUSTER", |row, _| Cell::optional(row.target.as_deref())),
    always("STATUS", |row, _| {
        status(&row.metadata, row.phase.as_deref())
    }),
    always("RESTORED-TO", |row, screen| {
        let time = row.moment.and_then(Tso::time);
        Cell::optional(time.map(|time| screen.zone.show(time)))
    }),
    always("PROGRESS", |row, _| Cell::optional(row.progress.as_deref())),
    wide("RESTORED-TO-TS", |row, _| {
        Cell::optional(row.moment.map(|tso| tso.to_string()))
    }),
    wide("STORAGE", |row, _| Cell::optional(row.storage.as_deref())),
    wide("TAKEN", |row, _| Cell::optional(row.taken.as_deref())),
];

/// `restore list`
pub async fn list(context: &Context, flags: &ListFlags) -> Result<Exit> {
    inspect::run(context, flags, flags.selector.clone(), &mut RestoreList).await
}

/// The list of Restores.
pub struct RestoreList;

impl List for RestoreList {
    type Item = Value;
    type Row = RestoreRow;
    const KIND: Kind = Kind::Restore;
    const COLUMNS: &'static [ListColumn<RestoreRow>] = COLUMNS;

    fn cluster(read: &Value) -> Option<&str> {
        at(read, Self::CLUSTER).as_str()
    }

    fn row(&mut self, _: Operator, read: Value) -> Option<RestoreRow> {
        Some(RestoreRow::from_object(&read))
    }
}

impl ListRow for RestoreRow {
    fn metadata(&self) -> &Metadata {
        &self.metadata
    }
}

impl RestoreRow {
    fn from_object(object: &Value) -> Self {
        let text = |pointer: &str| {
            let text = at(object, pointer).as_str();
            text.filter(|text| !text.is_empty()).map(str::to_owned)
        };
        Self {
            metadata: Metadata::from_object(object),
            mode: mode(object).to_owned(),
            target: text("/spec/br/cluster").or_else(|| text("/spec/to/host")),
            phase: text("/status/phase"),
            moment: restored_moment(object),
            progress: describe::restore_progress(object),
            storage: StorageUrl::of_spec(at(object, "/spec")).map(|url| url.to_string()),
            taken: text("/status/timeTaken"),
        }
    }
}

/// `snapshot`, `pitr` or `volume-snapshot`; `lightning` for the import of a dump.
fn mode(object: &Value) -> &str {
    match at(object, "/spec/restoreMode").as_str() {
        None | Some("" | "snapshot") if at(object, "/spec/br").is_null() => "lightning",
        None | Some("") => "snapshot",
        Some(mode) => mode,
    }
}

/// The moment of the restored data. In a point-in-time Restore `status.commitTs` is not that moment (docs/operators.md, "A PITR Restore
/// names two storages").
fn restored_moment(object: &Value) -> Option<Tso> {
    let pointer = match mode(object) {
        "pitr" => "/spec/pitrRestoredTs",
        _ => "/status/commitTs",
    };
    at(object, pointer).as_str().and_then(Tso::parse)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inspect::hostile;

    #[test]
    fn hostile_objects_are_harmless_rows() {
        hostile::check_list(RestoreList);
    }
}
