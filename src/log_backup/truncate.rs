//! How far a log may be truncated: what the operator would skip, what it could not do, and which snapshots would lose
//! point-in-time recovery.

use chrono::{DateTime, TimeDelta, Utc};

use super::LogBackup;
use super::refusal::next;
use crate::error::{Hint, NextCommand, Rule};
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

/// A truncation as the user wants it, with the snapshots that it may cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Truncation {
    /// The target.
    pub to: TruncateTo,
    /// Complete snapshots of the same cluster.
    pub snapshots: Vec<SnapshotPoint>,
    /// The zone that times are shown in.
    pub zone: Zone,
}

/// What a truncation leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cut {
    /// Nothing to do: the log begins at the target or later already.
    Done(String),
    /// The same target is being worked on, or is next.
    UnderWay(Tso),
    /// The value to write, with a warning when a rule was lifted.
    At(Tso, Option<String>),
}

impl Truncation {
    /// Decides what to write.
    ///
    /// # Errors
    /// Refused: a target in the future or above the checkpoint, another truncation under way, no snapshot to keep, or the rule
    /// `unrestorable`.
    pub fn decide(&self, log: &LogBackup, allowed: &[Rule], now: DateTime<Utc>) -> Result<Cut> {
        let covered = self.covered_snapshots(log);
        let target = self.target(&covered, log, now)?;
        if let Some(begin) = log.begin().filter(|begin| target <= *begin) {
            return Ok(Cut::Done(format!("truncated until {}", self.show(begin))));
        }
        if let Some(running) = log.truncating_or_waiting() {
            if Tso::parse(running) == Some(target) {
                return Ok(Cut::UnderWay(target));
            }
            return Err(self.another_is_under_way(log, running));
        }
        self.check_bounds(target, &covered, log, now)?;
        let lost: Vec<&str> = covered
            .iter()
            .filter(|snapshot| snapshot.commit < target)
            .map(|snapshot| snapshot.name.as_str())
            .collect();
        if lost.is_empty() {
            return Ok(Cut::At(target, None));
        }
        let oldest = covered.first().map(|snapshot| self.show(snapshot.commit));
        let warning = Rule::Unrestorable.enforce(
            allowed,
            format!(
                "{}: truncating until {} takes point-in-time recovery from {} (each can still be restored as a snapshot)",
                log.object,
                self.show(target),
                lost.join(", ")
            ),
            to_oldest_snapshot(log).after(&format!(
                "the latest time at which no snapshot loses anything is {}",
                oldest.unwrap_or_default()
            )),
        )?;
        Ok(Cut::At(target, Some(warning)))
    }

    fn another_is_under_way(&self, log: &LogBackup, running: &str) -> Error {
        let shown = Tso::parse(running).map_or_else(|| running.to_owned(), |tso| self.show(tso));
        Error::refused(format!(
            "{}: another truncation, until {shown}, {}",
            log.object,
            match log.outstanding() {
                None => "is under way".to_owned(),
                Some(command) => format!("waits for {command}"),
            }
        ))
        .hint(
            next(log, "wait")
                .flag("--for", "truncated")
                .after("wait for its end"),
        )
    }

    /// Snapshots that the log covers, the oldest first: only those at or after its start can be rolled forward.
    fn covered_snapshots(&self, log: &LogBackup) -> Vec<SnapshotPoint> {
        let mut covered: Vec<SnapshotPoint> = self
            .snapshots
            .iter()
            .filter(|snapshot| log.start.is_none_or(|start| snapshot.commit >= start))
            .cloned()
            .collect();
        covered.sort_by_key(|snapshot| snapshot.commit);
        covered
    }

    fn target(
        &self,
        covered: &[SnapshotPoint],
        log: &LogBackup,
        now: DateTime<Utc>,
    ) -> Result<Tso> {
        match &self.to {
            TruncateTo::Until(target) => Ok(*target),
            TruncateTo::Keep(length) => now
                .checked_sub_signed(*length)
                .and_then(Tso::at)
                .ok_or_else(|| Error::usage("--keep reaches back before 1970")),
            TruncateTo::OldestSnapshot => covered.first().map(|snapshot| snapshot.commit).ok_or_else(|| {
                Error::refused(format!(
                    "{}: no complete snapshot of cluster {} lies at or after the start of the log, so there is nothing to keep the log for",
                    log.object, log.cluster
                ))
                .hint(NextCommand::plugin("backup list").namespace(&log.object.namespace))
            }),
        }
    }

    fn check_bounds(
        &self,
        target: Tso,
        covered: &[SnapshotPoint],
        log: &LogBackup,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let object = &log.object;
        let way_out = self.within_bounds(covered.first(), log);
        if Tso::at(now).is_some_and(|now| target > now) {
            return Err(Error::refused(format!(
                "{object}: {} lies in the future",
                self.show(target)
            ))
            .hint(way_out));
        }
        match log.checkpoint {
            Some(checkpoint) if target > checkpoint => Err(Error::refused(format!(
                "{object}: {} lies above the checkpoint {}; nothing restorable would be left",
                self.show(target),
                self.show(checkpoint)
            ))
            .hint(way_out)),
            None => Err(Error::refused(format!(
                "{object}: it has no checkpoint yet, so it is not known what can be restored"
            ))
            .hint(next(log, "status"))),
            Some(_) => Ok(()),
        }
    }

    /// How far a truncation may go.
    fn within_bounds(&self, oldest: Option<&SnapshotPoint>, log: &LogBackup) -> Hint {
        let status = next(log, "status").after("see how far the log has come");
        match oldest.map(|snapshot| snapshot.commit) {
            None => status,
            Some(oldest) if Some(oldest) <= log.checkpoint => {
                to_oldest_snapshot(log).after("go as far as no snapshot loses anything")
            }
            Some(oldest) => status
                .and("; ")
                .join(to_oldest_snapshot(log).after(&format!(
                    "once the checkpoint has passed the oldest snapshot at {}",
                    self.show(oldest)
                ))),
        }
    }

    fn show(&self, tso: Tso) -> String {
        tso.show(self.zone)
    }
}

fn to_oldest_snapshot(log: &LogBackup) -> NextCommand {
    next(log, "truncate").arg("--to-oldest-snapshot")
}
