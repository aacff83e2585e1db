//! What is special about one list: a list command declares its kind, its rows and its columns, and nothing else.

use std::collections::HashSet;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::columns::ListColumn;
use super::request::ListRequest;
use super::row::{ListEntry, ListRow, Metadata, malformed};
use crate::Result;
use crate::api::document::at;
use crate::api::{Kind, Operator};
use crate::cluster::{Event, ListQuery, Resource};

/// What is special about one list.
pub trait List {
    /// What is kept of each object while the list is read.
    type Item: DeserializeOwned + Send + 'static;
    /// A row of the table.
    type Row: ListRow + 'static;
    /// The kind of the objects.
    const KIND: Kind;
    /// The columns that only this list has.
    const COLUMNS: &'static [ListColumn<Self::Row>];
    /// Where an object names its TiDB cluster.
    const CLUSTER: &'static str = "/spec/br/cluster";

    /// Whether the list shows an object, apart from its TiDB cluster.
    fn takes(&self, _object: &Value) -> bool {
        true
    }

    /// The TiDB cluster of an object.
    fn cluster(read: &Self::Item) -> Option<&str>;

    /// The row of an object that the list shows; `None` for an object that it does not show.
    fn row(&mut self, operator: Operator, read: Self::Item) -> Option<Self::Row>;

    /// Reads what the rows say about other objects, before the first row is made.
    fn prepare(&mut self, _request: &ListRequest<'_>) -> impl Future<Output = Result<()>> {
        async { Ok(()) }
    }

    /// Another collection whose changes change rows.
    fn companion(&self) -> Option<(Resource, ListQuery)> {
        None
    }

    /// The row that changes with an object of the other collection, as the object that it shows.
    fn companion_changed(&mut self, _event: Event) -> Option<(Operator, Value)> {
        None
    }

    /// An object of the list is gone.
    fn deleted(&mut self, _object: &Value) {}

    /// Fails when the list is empty because an object that it was asked about does not exist.
    fn check_empty(&self, _request: &ListRequest<'_>) -> impl Future<Output = Result<()>> {
        async { Ok(()) }
    }
}

/// What was read for a list.
pub struct Listed<R> {
    /// The generations that are served, the newer first.
    pub served: Vec<Operator>,
    /// The rows, by namespace and name.
    pub entries: Vec<ListEntry<R>>,
    /// The resource versions that are printed. No two states of any objects share one.
    pub printed: HashSet<Box<str>>,
}

impl<R: ListRow> Listed<R> {
    /// Whether rows have to say which generation they are of.
    pub fn both(&self) -> bool {
        self.served.len() > 1
    }

    /// Whether an object is not of the expected form.
    pub fn malformed(&self) -> bool {
        let mut entries = self.entries.iter();
        entries.any(|entry| matches!(entry, ListEntry::Malformed(..)))
    }

    /// Puts the rows into order, and keeps their versions.
    pub fn settle(&mut self) {
        self.entries
            .sort_by(|a, b| a.metadata().place().cmp(&b.metadata().place()));
        let versions = self.entries.iter();
        let versions = versions.map(|entry| entry.metadata().resource_version.clone());
        self.printed = versions.collect();
    }
}

/// Whether a list shows an object.
pub fn shows<L: List>(request: &ListRequest<'_>, list: &L, object: &Value) -> bool {
    request.of_cluster(at(object, L::CLUSTER).as_str()) && list.takes(object)
}

/// The row of a whole object; `None` for an object that the list does not show.
pub fn entry<L: List>(
    request: &ListRequest<'_>,
    list: &mut L,
    operator: Operator,
    object: &Value,
) -> Option<ListEntry<L::Row>> {
    if !shows(request, list, object) {
        return None;
    }
    match L::Item::deserialize(object) {
        Ok(read) => list
            .row(operator, read)
            .map(|row| ListEntry::Row(operator, row)),
        Err(_) => {
            let metadata = Metadata::from_object(object);
            let ui = &request.context.ui;
            ui.warning(&malformed(operator, L::KIND, &metadata));
            Some(ListEntry::Malformed(operator, metadata))
        }
    }
}
