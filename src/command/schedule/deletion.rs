//! What the deletion of a schedule takes with it, and what there is to say about it.

use serde::Serialize;
use serde_json::Value;

use crate::api::Kind;
use crate::cli::Cascade;
use crate::output::{Cell, Column, Screen, Table, View};
use crate::schedule::{Child, Schedule, counted};
use crate::time::Tso;
use crate::write::plan::Plan;

/// What a deletion takes with it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeletionPlan {
    /// The objects, the schedule first.
    pub items: Vec<Item>,
    /// What cannot be restored afterwards.
    lost: Vec<String>,
}

/// One object of a [`DeletionPlan`].
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    api_version: &'static str,
    kind: &'static str,
    namespace: String,
    name: String,
    /// `kept`, `deleted` or `none`.
    data: &'static str,
    path: Option<String>,
    commit: Option<Tso>,
    stops_log_task: bool,
}

impl View for DeletionPlan {
    const KIND: &'static str = "DeletionPlan";

    fn text(&self, screen: &Screen) -> String {
        let mut table = Table::new(["KIND", "NAME", "DATA"].map(Column::new));
        for item in &self.items {
            table.push([item.kind, item.name.as_str(), item.data].map(Cell::new));
        }
        table.page(screen)
    }
}

impl DeletionPlan {
    /// The plan of these objects.
    pub fn of(items: Vec<Item>) -> Self {
        Self {
            items,
            lost: Vec::new(),
        }
    }
}

/// A compaction that the schedule made.
pub struct Compaction {
    name: String,
    running: bool,
}

impl Compaction {
    /// Reads a `CompactBackup`.
    pub fn read(object: &Value) -> Option<Self> {
        let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
        Some(Self {
            name: text("/metadata/name")?.to_owned(),
            running: !matches!(text("/status/state"), Some("Complete" | "Failed")),
        })
    }
}

/// A schedule that is to be deleted.
pub struct Deletion<'a> {
    /// The schedule.
    pub schedule: &'a Schedule,
    /// Its backups, by name.
    pub children: Vec<&'a Child>,
    /// Its compactions.
    pub compactions: Vec<Compaction>,
    /// What becomes of them.
    pub cascade: Cascade,
}

impl Deletion<'_> {
    /// What is said and asked before.
    pub fn plan(&self) -> Plan {
        let object = &self.schedule.object;
        let going = self.children.iter().filter(|child| child.governed).count();
        let (notes, question) = match self.cascade {
            Cascade::Orphan => (
                self.stays(),
                match self.children.len() {
                    0 => format!("Delete {object}?"),
                    _ => format!("Delete {object}? Its backups stay."),
                },
            ),
            Cascade::Background => (
                self.goes(),
                match going {
                    0 => format!("Delete {object}?"),
                    going => format!("Delete {object} and {}?", counted(going)),
                },
            ),
        };
        Plan {
            notes,
            question: Some(question),
            ..Plan::default()
        }
    }

    fn parts(&self) -> (Vec<&Child>, Vec<&Child>) {
        self.children.iter().partition(|child| child.log)
    }

    fn stays(&self) -> Vec<String> {
        let (logs, snapshots) = self.parts();
        let mut notes = Vec::new();
        if !snapshots.is_empty() {
            notes.push(format!(
                "{} stay, data and all; no retention deletes them any more",
                counted(snapshots.len())
            ));
        }
        let running = snapshots.iter().filter(|child| !child.finished());
        notes.extend(running.map(|child| format!("{} goes on", child.name)));
        let running = self.compactions.iter().filter(|one| one.running);
        notes.extend(running.map(|one| format!("{} goes on", one.name)));
        notes.extend(logs.iter().map(|log| {
            format!(
                "the log backup {} goes on, and nothing truncates it any more; to end it: kubectl tidb-br log stop {} -n {}",
                log.name, log.name, log.namespace
            )
        }));
        notes
    }

    fn goes(&self) -> Vec<String> {
        let (logs, snapshots) = self.parts();
        let data = |child: &Child| match child.deletes_data {
            true => "with its data",
            false => "its data stays",
        };
        let running = |child: &Child| match child.finished() {
            true => "",
            false => "it runs, and is ended; ",
        };
        let mut notes = Vec::new();
        for child in snapshots.iter().filter(|child| child.governed) {
            let (running, data) = (running(child), data(child));
            notes.push(format!("goes: {} ({running}{data})", child.name));
        }
        notes.extend(logs.iter().map(|log| {
            format!(
                "goes: {} (the log backup is stopped first; {})",
                log.name,
                data(log)
            )
        }));
        notes.extend(self.compactions.iter().map(|one| match one.running {
            true => format!("goes: {} (the compaction runs, and is ended)", one.name),
            false => format!("goes: {} (what is compacted stays)", one.name),
        }));
        let spared = snapshots.iter().filter(|child| !child.governed);
        notes.extend(spared.map(|child| format!("stays: {} (made by trigger)", child.name)));
        notes
    }

    /// Every object that goes.
    pub fn items(&self) -> Vec<Item> {
        let object = &self.schedule.object;
        let item = |kind: Kind, name: &str, data: &'static str| Item {
            api_version: object.operator.api_version(),
            kind: kind.name(),
            namespace: object.namespace.clone(),
            name: name.to_owned(),
            data,
            path: None,
            commit: None,
            stops_log_task: false,
        };
        let mut items = vec![item(Kind::BackupSchedule, &object.name, "none")];
        if self.cascade == Cascade::Orphan {
            return items;
        }
        let going = self.children.iter().filter(|child| child.governed);
        items.extend(going.map(|child| {
            let data = match child.deletes_data {
                true => "deleted",
                false => "kept",
            };
            Item {
                path: child.path.clone(),
                commit: child.commit.filter(|_| !child.log),
                stops_log_task: child.log,
                ..item(Kind::Backup, &child.name, data)
            }
        }));
        let compactions = self.compactions.iter();
        items.extend(compactions.map(|one| item(Kind::CompactBackup, &one.name, "none")));
        items
    }
}
