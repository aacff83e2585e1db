//! How far a log may be truncated: what the operator would skip, what it could not do, and which snapshots would lose
//! point-in-time recovery.

use chrono::{DateTime, TimeDelta, Utc};

use super::LogBackup;
use crate::error::Rule;
use crate::time::{Tso, Zone};
use crate::{Error, Result};

/// How the user named the target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TruncateTo {
    /// `--until`
    Until(Tso),
    /// `--keep`, counted from now.
    Keep(TimeDelta),
    /// `--to-oldest-snapshot`
    OldestSnapshot,
}

/// A complete snapshot of the log's cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnapshotPoint {
    /// `namespace/name`, as it is shown.
    pub name: String,
    /// Its commit time.
    pub commit: Tso,
}

/// A truncation as the user wants it, with what it has to be held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Truncation {
    /// The target.
    pub to: TruncateTo,
    /// Complete snapshots of the same cluster.
    pub snapshots: Vec<SnapshotPoint>,
    /// How times are shown.
    pub zone: Zone,
}

/// What comes of a truncation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cut {
    /// Nothing: the log begins there or later already.
    Done(String),
    /// The same target is being worked on.
    UnderWay(Tso),
    /// A value to write, with a warning when a rule was lifted.
    At(Tso, Option<String>),
}

impl Truncation {
    /// Decides what to write.
    ///
    /// # Errors
    /// Refused: in the future or above the checkpoint, another truncation under way, no snapshot to keep, or the rule
    /// `unrestorable`.
    pub fn decide(&self, log: &LogBackup, allowed: &[Rule], now: DateTime<Utc>) -> Result<Cut> {
        let usable = self.usable(log);
        let target = self.target(&usable, log, now)?;
        let begin = log
            .start
            .max(log.truncated_until.as_deref().and_then(Tso::parse));
        if let Some(begin) = begin.filter(|begin| target <= *begin) {
            return Ok(Cut::Done(format!("truncated until {}", self.show(begin))));
        }
        if let Some(running) = log.truncating() {
            if Tso::parse(running) == Some(target) {
                return Ok(Cut::UnderWay(target));
            }
            return Err(Error::refused(format!(
                "{}: another truncation, until {running}, is under way",
                log.object
            ))
            .hint(format!(
                "wait for it: kubectl tidb-br log status {} -n {}",
                log.object.name, log.object.namespace
            )));
        }
        self.check_bounds(target, log, now)?;
        let lost: Vec<&str> = usable
            .iter()
            .filter(|snapshot| snapshot.commit < target)
            .map(|snapshot| snapshot.name.as_str())
            .collect();
        if lost.is_empty() {
            return Ok(Cut::At(target, None));
        }
        let oldest = usable.first().map(|snapshot| snapshot.commit.to_string());
        let warning = Rule::Unrestorable.enforce(
            allowed,
            format!(
                "{}: truncating until {} takes point-in-time recovery from {} (each can still be restored as a snapshot)",
                log.object,
                self.show(target),
                lost.join(", ")
            ),
            format!(
                "the latest safe time is {}, or say --to-oldest-snapshot",
                oldest.unwrap_or_default()
            ),
        )?;
        Ok(Cut::At(target, Some(warning)))
    }

    /// Snapshots that the log covers, the oldest first: only those at or after its start can be rolled forward.
    fn usable(&self, log: &LogBackup) -> Vec<SnapshotPoint> {
        let mut usable: Vec<SnapshotPoint> = self
            .snapshots
            .iter()
            .filter(|snapshot| log.start.is_none_or(|start| snapshot.commit >= start))
            .cloned()
            .collect();
        usable.sort_by_key(|snapshot| snapshot.commit);
        usable
    }

    fn target(&self, usable: &[SnapshotPoint], log: &LogBackup, now: DateTime<Utc>) -> Result<Tso> {
        match &self.to {
            TruncateTo::Until(target) => Ok(*target),
            TruncateTo::Keep(length) => now
                .checked_sub_signed(*length)
                .and_then(Tso::at)
                .ok_or_else(|| Error::usage("--keep reaches back before 1970")),
            TruncateTo::OldestSnapshot => usable.first().map(|snapshot| snapshot.commit).ok_or_else(|| {
                Error::refused(format!(
                    "{}: no complete snapshot of cluster {} lies at or after the start of the log, so there is nothing to keep it for",
                    log.object, log.cluster
                ))
                .hint(format!("kubectl tidb-br backup list -n {}", log.object.namespace))
            }),
        }
    }

    fn check_bounds(&self, target: Tso, log: &LogBackup, now: DateTime<Utc>) -> Result<()> {
        let object = &log.object;
        let whom = format!("{} -n {}", object.name, object.namespace);
        let next = match self.to {
            TruncateTo::OldestSnapshot => {
                format!("kubectl tidb-br log status {whom} shows how far it has come")
            }
            TruncateTo::Until(_) | TruncateTo::Keep(_) => format!(
                "kubectl tidb-br log truncate {whom} --to-oldest-snapshot goes as far as no snapshot loses anything"
            ),
        };
        if Tso::at(now).is_some_and(|now| target > now) {
            return Err(Error::refused(format!(
                "{object}: {} lies in the future",
                self.show(target)
            ))
            .hint(next));
        }
        match log.checkpoint {
            Some(checkpoint) if target > checkpoint => Err(Error::refused(format!(
                "{object}: {} lies above the checkpoint {}; nothing restorable would be left",
                self.show(target),
                self.show(checkpoint)
            ))
            .hint(next)),
            None => Err(Error::refused(format!(
                "{}: it has no checkpoint yet, so nothing is known to be restorable",
                log.object
            ))
            .hint(format!(
                "kubectl tidb-br log status {} -n {}",
                log.object.name, log.object.namespace
            ))),
            Some(_) => Ok(()),
        }
    }

    fn show(&self, tso: Tso) -> String {
        let time = tso
            .time()
            .map(|time| self.zone.show(time))
            .unwrap_or_default();
        format!("{time} ({tso})")
    }
}
