//! `compact list`

use serde_json::Value;

use crate::api::document::at;
use crate::api::{Kind, Operator};
use crate::cli::ListFlags;
use crate::context::Context;
use crate::inspect::{self, List, ListColumn, ListRow, Metadata, always, describe, status, wide};
use crate::manifest::storage::StorageUrl;
use crate::output::{Cell, Screen};
use crate::time::Tso;
use crate::{Exit, Result};

/// What the table shows of a CompactBackup.
pub struct CompactRow {
    metadata: Metadata,
    state: Option<String>,
    progress: Option<String>,
    start: Option<String>,
    end: Option<String>,
    cluster: Option<String>,
    storage: Option<String>,
    message: Option<String>,
}

const COLUMNS: &[ListColumn<CompactRow>] = &[
    always("STATUS", |row, _| {
        status(&row.metadata, row.state.as_deref())
    }),
    always("PROGRESS", |row, _| Cell::optional(row.progress.as_deref())),
    always("START", |row, screen| moment(row.start.as_deref(), screen)),
    always("END", |row, screen| moment(row.end.as_deref(), screen)),
    wide("CLUSTER", |row, _| Cell::optional(row.cluster.as_deref())),
    wide("START-TS", |row, _| Cell::optional(row.start.as_deref())),
    wide("END-TS", |row, _| Cell::optional(row.end.as_deref())),
    wide("STORAGE", |row, _| Cell::optional(row.storage.as_deref())),
    wide("MESSAGE", |row, _| Cell::optional(row.message.as_deref())),
];

fn moment(tso: Option<&str>, screen: &Screen) -> Cell {
    let time = tso.and_then(Tso::parse).and_then(Tso::time);
    Cell::optional(time.map(|time| screen.zone.show(time)))
}

/// `compact list`
pub async fn list(context: &Context, flags: &ListFlags) -> Result<Exit> {
    inspect::run(context, flags, flags.selector.clone(), &mut CompactList).await
}

/// The list of CompactBackups.
pub struct CompactList;

impl List for CompactList {
    type Item = Value;
    type Row = CompactRow;
    const KIND: Kind = Kind::CompactBackup;
    const COLUMNS: &'static [ListColumn<CompactRow>] = COLUMNS;

    fn cluster(read: &Value) -> Option<&str> {
        at(read, Self::CLUSTER).as_str()
    }

    fn row(&mut self, _: Operator, read: Value) -> Option<CompactRow> {
        let text = |pointer: &str| at(&read, pointer).as_str().map(str::to_owned);
        Some(CompactRow {
            metadata: Metadata::from_object(&read),
            state: text("/status/state"),
            progress: text("/status/progress"),
            start: text("/spec/startTs"),
            end: text("/spec/endTs"),
            cluster: text("/spec/br/cluster"),
            storage: StorageUrl::of_spec(at(&read, "/spec")).map(|url| url.to_string()),
            message: match at(&read, "/status/state") == "Failed" {
                true => describe::last_retry_reason(&read).map(str::to_owned),
                false => None,
            }
            .or_else(|| text("/status/message")),
        })
    }
}

impl ListRow for CompactRow {
    fn metadata(&self) -> &Metadata {
        &self.metadata
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inspect::hostile;

    #[test]
    fn hostile_objects_are_harmless_rows() {
        hostile::check_list(CompactList);
    }
}
