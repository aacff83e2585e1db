//! Which snapshot and which log backup a restore reads. Pure: a history and what was asked for in, a choice or a refusal out.

use chrono::{DateTime, Utc};

use crate::api::ObjectRef;
use crate::manifest::storage::Storage;
use crate::recovery::{GapReason, History, ReplayableLog, Snapshot, Unreachable, windows};
use crate::time::{Tso, Zone, age};
use crate::{Error, ErrorKind, Result};

/// What was asked for.
#[derive(Debug, Clone, Copy)]
pub struct RestoreQuery<'a> {
    /// How errors call the source, such as `backup x`.
    pub source: &'a str,
    /// `--to`
    pub to: Option<Tso>,
    /// `--log-start-ts`
    pub log_start: Option<Tso>,
    /// Whether the snapshot is named by `--full-storage`.
    pub full_given: bool,
    /// The clock.
    pub now: DateTime<Utc>,
    /// How times are shown.
    pub zone: Zone,
}

/// What is read, and where it lies.
#[derive(Debug, Clone, PartialEq)]
pub struct RestoreSource {
    /// The main storage: of the snapshot, or in a point-in-time restore of the log backup.
    pub main: Storage,
    /// The snapshot's storage in a point-in-time restore, where it is picked here.
    pub full: Option<Storage>,
    /// The Backup whose storage the Pod authorizes for.
    pub object: ObjectRef,
    /// Whether the snapshot alone is the moment asked for, so that no log is replayed.
    pub snapshot_only: bool,
    /// What was picked, for people.
    pub note: String,
}

impl RestoreQuery<'_> {
    /// Picks from a history.
    ///
    /// # Errors
    /// NotRestorable, naming the nearest moments that can be restored; Failed when there is nothing to restore at all.
    pub fn pick(&self, history: &History) -> Result<RestoreSource> {
        match (self.to, self.log_start.is_some() || self.full_given) {
            (to, true) => self.log_alone(history, to),
            (Some(to), false) => self.moment(history, to),
            (None, false) => self.newest(history),
        }
    }

    fn newest(&self, history: &History) -> Result<RestoreSource> {
        let snapshot = history.snapshots.last().ok_or_else(|| {
            Error::failed(format!(
                "{}: {}",
                self.source,
                GapReason::NoSnapshot.sentence()
            ))
            .hint("kubectl tidb-br backup list shows what there is")
        })?;
        self.snapshot(snapshot)
    }

    /// One snapshot as it is.
    pub fn snapshot(&self, snapshot: &Snapshot) -> Result<RestoreSource> {
        Ok(RestoreSource {
            main: storage(snapshot.storage.as_ref(), &snapshot.object)?,
            full: None,
            object: snapshot.object.clone(),
            snapshot_only: true,
            note: format!(
                "restores snapshot {} of {}",
                place(&snapshot.object),
                self.show(snapshot.commit)
            ),
        })
    }

    fn moment(&self, history: &History, to: Tso) -> Result<RestoreSource> {
        let recovery = history
            .at(to, self.now)
            .map_err(|no| self.refuse(to, &no, history))?;
        let Some(log) = recovery.log else {
            let picked = self.snapshot(recovery.snapshot)?;
            return Ok(RestoreSource {
                note: format!(
                    "{}: exactly that moment, so no log is replayed",
                    picked.note
                ),
                ..picked
            });
        };
        Ok(RestoreSource {
            main: storage(log.storage.as_ref(), &log.object)?,
            full: Some(storage(
                recovery.snapshot.storage.as_ref(),
                &recovery.snapshot.object,
            )?),
            object: log.object.clone(),
            snapshot_only: false,
            note: format!(
                "restores snapshot {} of {}, then log backup {} up to {}",
                place(&recovery.snapshot.object),
                self.show(recovery.snapshot.commit),
                place(&log.object),
                self.show(to)
            ),
        })
    }

    /// Only the log is picked: the user says where it begins, or where the snapshot lies.
    fn log_alone(&self, history: &History, to: Option<Tso>) -> Result<RestoreSource> {
        let wanted = [self.log_start, to];
        let fits = |log: &&ReplayableLog| {
            let mut moments = wanted.iter().flatten();
            log.max.is_some() && moments.all(|moment| log.holds(*moment))
        };
        let Some(log) = history.logs.iter().rfind(fits) else {
            return Err(self.no_log(history, to));
        };
        Ok(RestoreSource {
            main: storage(log.storage.as_ref(), &log.object)?,
            full: None,
            object: log.object.clone(),
            snapshot_only: false,
            note: format!("replays log backup {}", place(&log.object)),
        })
    }

    fn no_log(&self, history: &History, to: Option<Tso>) -> Error {
        let held: Vec<String> = history
            .logs
            .iter()
            .filter_map(|log| {
                let (min, max) = (self.show(log.min), self.show(log.max?));
                Some(format!("{} holds {min} to {max}", place(&log.object)))
            })
            .collect();
        let asked: Vec<String> = [self.log_start, to]
            .into_iter()
            .flatten()
            .map(|moment| self.show(moment))
            .collect();
        let held = match held.is_empty() {
            true => "there is none with a checkpoint".to_owned(),
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
        .hint("kubectl tidb-br log status shows starts and checkpoints")
    }

    /// The refusal of a moment, with the nearest ones as the next commands.
    pub fn refuse(&self, to: Tso, no: &Unreachable, history: &History) -> Error {
        let wait = history
            .logs
            .iter()
            .filter(|log| log.alive && no.reason == GapReason::NotYetLogged)
            .filter_map(|log| log.max)
            .max()
            .and_then(|checkpoint| Some(to.time()? - checkpoint.time()?))
            .map(|behind| format!(" (it is {} behind)", age(behind)))
            .unwrap_or_default();
        let nearest = match (no.before, no.after) {
            (None, None) => "nothing can be restored".to_owned(),
            (Some(before), None) => format!("the last moment before it is {}", self.show(before)),
            (None, Some(after)) => format!("the first moment after it is {}", self.show(after)),
            (Some(before), Some(after)) => format!(
                "the nearest moments are {} and {}",
                self.show(before),
                self.show(after)
            ),
        };
        let mut error = Error::new(
            ErrorKind::NotRestorable,
            format!(
                "{}: {} cannot be restored: {}{wait}; {nearest}",
                self.source,
                self.show(to),
                no.reason.sentence()
            ),
        );
        for (moment, which) in [(no.before, "before"), (no.after, "after")] {
            if let Some(moment) = moment {
                error = error.hint(format!("--to {moment} is the nearest moment {which} it"));
            }
        }
        match windows(history).is_empty() {
            true => error.hint("kubectl tidb-br backup list shows what there is"),
            false => error,
        }
    }

    fn show(&self, tso: Tso) -> String {
        let time = tso.time().map(|time| self.zone.show(time));
        format!("{} ({tso})", time.unwrap_or_default())
    }
}

fn place(object: &ObjectRef) -> String {
    format!("{}/{}", object.namespace, object.name)
}

fn storage(storage: Option<&Storage>, object: &ObjectRef) -> Result<Storage> {
    storage.cloned().ok_or_else(|| {
        Error::failed(format!("{object} names no storage")).hint(format!(
            "kubectl tidb-br backup show {} -n {}",
            object.name, object.namespace
        ))
    })
}
