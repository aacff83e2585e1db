//! What the deletion of a schedule takes with it, and what the user is told about that.

use serde_json::Value;

use crate::api::Kind;
use crate::cli::Cascade;
use crate::cluster::Propagation;
use crate::schedule::{Child, Schedule, counted};
use crate::time::Zone;
use crate::write::deletion::{DataFate, DeletionItem};
use crate::write::{Plan, Write};
use crate::{Hint, NextCommand};

/// A compaction that the schedule made.
pub struct Compaction {
    name: String,
    running: bool,
}

impl Compaction {
    /// Parses a `CompactBackup`.
    pub fn parse(object: &Value) -> Option<Self> {
        let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
        Some(Self {
            name: text("/metadata/name")?.to_owned(),
            running: !matches!(text("/status/state"), Some("Complete" | "Failed")),
        })
    }
}

/// A schedule that is to be deleted.
pub struct ScheduleDeletion<'a> {
    /// The schedule.
    pub schedule: &'a Schedule,
    /// Its backups, by name.
    pub children: Vec<&'a Child>,
    /// Its compactions.
    pub compactions: Vec<Compaction>,
    /// What becomes of them.
    pub cascade: Cascade,
    /// The zone of the times that are shown.
    pub zone: Zone,
}

impl ScheduleDeletion<'_> {
    /// The deletion, and what is said and asked before.
    pub fn plan(&self) -> Plan {
        let object = &self.schedule.object;
        let going = self.children.iter().filter(|child| child.governed).count();
        let (propagation, notes, question) = match self.cascade {
            Cascade::Orphan => (
                Propagation::Orphan,
                self.what_stays(),
                match self.children.len() {
                    0 => format!("Delete {object}?"),
                    _ => format!("Delete {object}? Its backups stay."),
                },
            ),
            Cascade::Background => (
                Propagation::Background,
                self.what_goes(),
                match going {
                    0 => format!("Delete {object}?"),
                    going => format!("Delete {object} and {}?", counted(going)),
                },
            ),
        };
        Plan {
            writes: vec![Write::Delete {
                object: object.into(),
                propagation: Some(propagation),
            }],
            notes,
            lost: self.lost(),
            question: Some(question),
            ..Plan::default()
        }
    }

    /// Log backups, and the other backups.
    fn parts(&self) -> (Vec<&Child>, Vec<&Child>) {
        self.children.iter().partition(|child| child.log)
    }

    fn what_stays(&self) -> Vec<Hint> {
        let (logs, snapshots) = self.parts();
        let mut notes: Vec<Hint> = Vec::new();
        if !snapshots.is_empty() {
            let note = format!(
                "{} stay with their data, and no retention deletes them any more",
                counted(snapshots.len())
            );
            notes.push(note.into());
        }
        let running = snapshots.iter().filter(|child| !child.finished());
        let running = running.map(|child| &child.name);
        let compactions = self.compactions.iter().filter(|one| one.running);
        let running = running.chain(compactions.map(|one| &one.name));
        notes.extend(running.map(|name| Hint::from(format!("{name} goes on"))));
        notes.extend(logs.into_iter().map(what_stays_of_log));
        notes
    }

    fn what_goes(&self) -> Vec<Hint> {
        let (logs, snapshots) = self.parts();
        let data = |child: &Child| match child.deletes_data {
            true => "with its data",
            false => "its data stays",
        };
        let running = |child: &Child| match child.finished() {
            true => "",
            false => "it still runs and is ended; ",
        };
        let mut notes = Vec::new();
        for child in snapshots.iter().filter(|child| child.governed) {
            let (running, data) = (running(child), data(child));
            notes.push(format!("goes: {} ({running}{data})", child.name));
        }
        notes.extend(logs.iter().map(|log| {
            let stop = match () {
                () if log.is_failed_log() => "the log backup has failed",
                () if log.is_stopped_log() => "the log backup is stopped already",
                () => "the log backup is stopped first",
            };
            format!("goes: {} ({stop}; {})", log.name, data(log))
        }));
        notes.extend(self.compactions.iter().map(|one| match one.running {
            true => format!(
                "goes: {} (the compaction still runs and is ended)",
                one.name
            ),
            false => format!("goes: {} (the compacted data stays)", one.name),
        }));
        let spared = snapshots.iter().filter(|child| !child.governed);
        notes.extend(spared.map(|child| format!("stays: {} (made by trigger)", child.name)));
        notes.into_iter().map(Hint::from).collect()
    }

    /// What cannot be restored any more: the snapshots and log backups whose data goes.
    fn lost(&self) -> Vec<String> {
        if self.cascade == Cascade::Orphan {
            return Vec::new();
        }
        let going = self.children.iter().filter(|child| child.governed);
        going
            .filter(|child| child.deletes_data)
            .filter_map(|child| match child.log {
                true => Some(format!("the log backup {}", child.name)),
                false => {
                    let commit = child.commit?.show(self.zone);
                    Some(format!("the snapshot {} of {commit}", child.name))
                }
            })
            .collect()
    }

    /// Every object that goes, the schedule first.
    pub fn items(&self) -> Vec<DeletionItem> {
        let object = &self.schedule.object;
        let item = |kind: Kind, name: &str, data: DataFate| DeletionItem {
            api_version: object.operator.api_version(),
            kind: kind.name(),
            namespace: object.namespace.clone(),
            name: name.to_owned(),
            data,
            path: None,
            commit: None,
            stops_log_task: false,
        };
        let mut items = vec![item(Kind::BackupSchedule, &object.name, DataFate::None)];
        if self.cascade == Cascade::Orphan {
            return items;
        }
        let going = self.children.iter().filter(|child| child.governed);
        items.extend(going.map(|child| {
            let data = match child.deletes_data {
                true => DataFate::Deleted,
                false => DataFate::Kept,
            };
            DeletionItem {
                path: child.path.clone(),
                commit: child.commit.filter(|_| !child.log),
                stops_log_task: child.log,
                ..item(Kind::Backup, &child.name, data)
            }
        }));
        let compactions = self.compactions.iter();
        let compactions =
            compactions.map(|one| item(Kind::CompactBackup, &one.name, DataFate::None));
        items.extend(compactions);
        items
    }
}

/// What becomes of a log backup when its schedule goes.
fn what_stays_of_log(log: &Child) -> Hint {
    let name = &log.name;
    let command = |verb: &str| {
        NextCommand::plugin(verb)
            .arg(name)
            .namespace(&log.namespace)
    };
    match () {
        () if log.is_failed_log() => command("log show").after(&format!(
            "the log backup {name} has failed and stays as it is; to see why"
        )),
        () if log.is_stopped_log() => Hint::from(format!(
            "the log backup {name} is stopped, and stays with its data"
        )),
        () => command("log stop").after(&format!(
            "the log backup {name} goes on, and nothing truncates it any more; to end it"
        )),
    }
}
