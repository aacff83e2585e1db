//! What a deletion takes with it, as data: what `-o json` prints, and what a decision to delete rests on.

use serde::Serialize;

use crate::output::{Cell, Column, Screen, Table, View};
use crate::time::Tso;

/// What becomes of the data of a deleted object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DataFate {
    /// The data stays where it is.
    Kept,
    /// The operator deletes the data.
    Deleted,
    /// The object has no data of its own.
    None,
}

impl DataFate {
    fn word(self) -> &'static str {
        match self {
            DataFate::Kept => "kept",
            DataFate::Deleted => "deleted",
            DataFate::None => "none",
        }
    }
}

/// One object that goes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeletionItem {
    /// `apiVersion` of the object.
    pub api_version: &'static str,
    /// `kind` of the object.
    pub kind: &'static str,
    /// Its namespace.
    pub namespace: String,
    /// Its name.
    pub name: String,
    /// What becomes of its data.
    pub data: DataFate,
    /// Where its data lies, as the operator reports it.
    pub path: Option<String>,
    /// The commit time of a snapshot.
    pub commit: Option<Tso>,
    /// Whether a log backup task is stopped first.
    pub stops_log_task: bool,
}

/// Everything that a command deletes.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeletionPlan {
    /// The objects, in the order of the command line.
    pub items: Vec<DeletionItem>,
    /// What cannot be restored any more afterwards.
    pub lost: Vec<String>,
}

impl View for DeletionPlan {
    const KIND: &'static str = "DeletionPlan";

    fn text(&self, screen: &Screen) -> String {
        let mut table = Table::new(["KIND", "NAME", "DATA"].map(Column::new));
        for item in &self.items {
            table.push([item.kind, item.name.as_str(), item.data.word()].map(Cell::new));
        }
        table.page(screen)
    }
}
