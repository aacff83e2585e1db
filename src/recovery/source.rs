//! Which snapshot and which log backup a restore reads. Pure: a history and a query in, a choice or a refusal out.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::history::History;
use super::moment::{GapReason, Unreachable, find};
use super::observed::{ReplayableLog, Snapshot};
use super::window::windows;
use crate::api::ObjectRef;
use crate::manifest::Method;
use crate::manifest::storage::Storage;
use crate::time::{Tso, Zone, age};
use crate::{Error, ErrorKind, NextCommand, Result};

/// What a restore asks for.
#[derive(Debug, Clone)]
pub struct RestoreQuery<'a> {
    /// How errors call the source, such as `--from-backup x`.
    pub source: &'a str,
    /// `--to`
    pub to: Option<Tso>,
    /// `--log-start-ts`
    pub log_start: Option<Tso>,
    /// Whether the snapshot is named by `--full-storage`.
    pub full_given: bool,
    /// The command that restores, without `--to`: hints add the nearest moments to it.
    pub command: NextCommand,
    /// The present.
    pub now: DateTime<Utc>,
    /// How times are shown.
    pub zone: Zone,
}

/// What a restore reads, and where it lies.
#[derive(Debug, Clone, PartialEq)]
pub struct RestoreSource {
    /// The main storage: of the snapshot, or in a point-in-time restore of the log backup.
    pub main: Storage,
    /// The snapshot's storage in a point-in-time restore, where the snapshot was chosen here.
    pub full: Option<Storage>,
    /// The Backup that lies in the main storage.
    pub object: ObjectRef,
    /// Whether the snapshot alone is the moment asked for, so that no log is replayed.
    pub snapshot_only: bool,
    /// What was chosen, for people.
    pub note: String,
    /// The method that fits, where the source says one.
    pub method: Option<Method>,
    /// What is wrong with the source already.
    pub doubts: Vec<String>,
}

impl RestoreQuery<'_> {
    /// Whether a log is replayed.
    pub fn is_pitr(&self) -> bool {
        self.to.is_some() || self.log_start.is_some() || self.full_given
    }

    /// Chooses from a history.
    ///
    /// # Errors
    /// NotRestorable, naming the nearest moments that can be restored; Failed when there is nothing to restore at all.
    pub fn choose(&self, history: &History) -> Result<RestoreSource> {
        match (self.to, self.log_start.is_some() || self.full_given) {
            (to, true) => self.log_alone(history, to),
            (Some(to), false) => self.moment(history, to),
            (None, false) => self.newest(history),
        }
    }

    fn newest(&self, history: &History) -> Result<RestoreSource> {
        let snapshot = history.snapshots.last().ok_or_else(|| {
            Error::failed(format!(
                "{}: there is no complete snapshot of the whole cluster",
                self.source
            ))
            .hint(NextCommand::plugin("backup list"))
        })?;
        self.snapshot(snapshot)
    }

    /// One snapshot as it is.
    ///
    /// # Errors
    /// Failed when the Backup names no storage.
    pub fn snapshot(&self, snapshot: &Snapshot) -> Result<RestoreSource> {
        let note = format!(
            "restores snapshot {} of {}",
            path(&snapshot.object),
            self.show(snapshot.commit)
        );
        Ok(RestoreSource {
            snapshot_only: true,
            ..found(snapshot.storage.as_ref(), &snapshot.object, note)?
        })
    }

    /// A snapshot, a dump or a volume snapshot without a moment: its storage, whatever its state, with what speaks against it.
    ///
    /// # Errors
    /// Failed when the Backup names no storage.
    pub fn backup_as_it_is(&self, reference: &ObjectRef, backup: &Value) -> Result<RestoreSource> {
        let text = |pointer: &str| backup.pointer(pointer).and_then(Value::as_str);
        let dump = backup.pointer("/spec/br").is_none();
        let method = match text("/spec/backupMode") {
            Some("volume-snapshot") => Some(Method::VolumeSnapshot),
            _ if dump => Some(Method::Lightning),
            _ => None,
        };
        let mut source = match Snapshot::from_backup(backup) {
            Some(snapshot) => self.snapshot(&snapshot)?,
            None => {
                let storage = Storage::of_spec(&backup["spec"]);
                let note = format!("restores {}", path(reference));
                RestoreSource {
                    snapshot_only: true,
                    ..found(storage.as_ref(), reference, note)?
                }
            }
        };
        if let (Some(path), Value::Object(fields)) = (
            text("/status/backupPath").filter(|_| dump),
            &mut source.main.fields,
        ) {
            fields.insert("path".to_owned(), path.into());
        }
        if Snapshot::is_unfinished(backup) {
            let phase = text("/status/phase").unwrap_or("no phase yet");
            source.doubts.push(format!(
                "{reference} is not complete ({phase}): restoring from it will fail"
            ));
        }
        Ok(RestoreSource { method, ..source })
    }

    fn moment(&self, history: &History, to: Tso) -> Result<RestoreSource> {
        let recovery =
            find(history, to, self.now).map_err(|why| self.refusal(to, &why, history))?;
        let snapshot = recovery.snapshot;
        let Some(log) = recovery.log else {
            let source = self.snapshot(snapshot)?;
            let note = format!(
                "{}: exactly that moment, so no log is replayed",
                source.note
            );
            return Ok(RestoreSource { note, ..source });
        };
        let note = format!(
            "restores snapshot {} of {}, then log backup {} up to {}",
            path(&snapshot.object),
            self.show(snapshot.commit),
            path(&log.object),
            self.show(to)
        );
        let full = found(snapshot.storage.as_ref(), &snapshot.object, String::new())?;
        Ok(RestoreSource {
            full: Some(full.main),
            ..found(log.storage.as_ref(), &log.object, note)?
        })
    }

    /// Only the log is chosen: the user says where it begins, or where the snapshot lies.
    fn log_alone(&self, history: &History, to: Option<Tso>) -> Result<RestoreSource> {
        let wanted = [self.log_start, to];
        let fits = |log: &&ReplayableLog| {
            let mut moments = wanted.iter().flatten();
            log.max.is_some() && moments.all(|moment| log.holds(*moment))
        };
        match history.logs.iter().rfind(fits) {
            Some(log) => {
                let note = format!("replays log backup {}", path(&log.object));
                found(log.storage.as_ref(), &log.object, note)
            }
            None => Err(self.no_log(history, to)),
        }
    }

    fn no_log(&self, history: &History, to: Option<Tso>) -> Error {
        let held: Vec<String> = history
            .logs
            .iter()
            .filter_map(|log| {
                let (min, max) = (self.show(log.min), self.show(log.max?));
                Some(format!("{} holds {min} to {max}", path(&log.object)))
            })
            .collect();
        let asked: Vec<String> = [self.log_start, to]
            .into_iter()
            .flatten()
            .map(|moment| self.show(moment))
            .collect();
        let held = match held.is_empty() {
            true => "no log backup has a checkpoint".to_owned(),
            false => held.join("; "),
        };
        Error::new(
            ErrorKind::NotRestorable,
            format!(
                "{}: no log backup holds {}: {held}",
                self.source,
                asked.join(" and ")
            ),
        )
        .hint(NextCommand::plugin("log status"))
    }

    /// The refusal of a moment, with the nearest moments as the next commands.
    pub fn refusal(&self, to: Tso, why: &Unreachable, history: &History) -> Error {
        let behind = history
            .logs
            .iter()
            .filter(|log| log.alive && why.reason == GapReason::NotYetLogged)
            .filter_map(|log| log.max)
            .max()
            .and_then(|checkpoint| Some(to.time()? - checkpoint.time()?))
            .map(|behind| format!(" (it is {} behind)", age(behind)))
            .unwrap_or_default();
        let nearest = match (why.before, why.after) {
            (None, None) => "nothing can be restored".to_owned(),
            (Some(before), None) => format!("the last moment before it is {}", self.show(before)),
            (None, Some(after)) => format!("the first moment after it is {}", self.show(after)),
            (Some(before), Some(after)) => format!(
                "the nearest moments are {} and {}",
                self.show(before),
                self.show(after)
            ),
        };
        let error = Error::new(
            ErrorKind::NotRestorable,
            format!(
                "{}: {} cannot be restored: {why}{behind}; {nearest}",
                self.source,
                self.show(to)
            ),
        );
        let hints = [why.before, why.after].into_iter().flatten();
        let commands = hints.map(|moment| self.command.clone().flag("--to", moment.to_string()));
        let error = commands.fold(error, Error::hint);
        match windows(history).is_empty() {
            true => error.hint(NextCommand::plugin("backup list")),
            false => error,
        }
    }

    fn show(&self, tso: Tso) -> String {
        tso.show(self.zone)
    }
}

/// `namespace/name`, as people type it after `--from-backup`.
fn path(object: &ObjectRef) -> String {
    format!("{}/{}", object.namespace, object.name)
}

fn found(storage: Option<&Storage>, object: &ObjectRef, note: String) -> Result<RestoreSource> {
    let main = storage.cloned().ok_or_else(|| {
        Error::failed(format!("{object} names no storage")).hint(
            NextCommand::plugin("backup show")
                .arg(&object.name)
                .namespace(&object.namespace),
        )
    })?;
    Ok(RestoreSource {
        main,
        full: None,
        object: object.clone(),
        snapshot_only: false,
        note,
        method: None,
        doubts: Vec::new(),
    })
}
