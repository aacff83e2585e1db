//! Whether one moment can be restored, from what, and why not: the one answer that `window --at` and `restore create --to` give.

use std::fmt;

use chrono::{DateTime, Utc};

use super::history::History;
use super::observed::{Evidence, ReplayableLog, Snapshot};
use super::window::windows;
use crate::api::ObjectRef;
use crate::time::Tso;

/// How to get back to a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Recovery<'a> {
    /// Where to begin.
    pub snapshot: &'a Snapshot,
    /// What to replay; `None` when the moment is the snapshot's own.
    pub log: Option<&'a ReplayableLog>,
}

/// Why a moment cannot be restored, as one word for machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum GapReason {
    /// There is no usable snapshot at all.
    NoSnapshot,
    /// The moment lies before the oldest snapshot.
    BeforeFirstSnapshot,
    /// A log holds the moment, but begins after the last snapshot before it.
    NoSnapshotInLog,
    /// A log held the moment once, and was truncated past the last snapshot before it.
    Truncated,
    /// The checkpoint of the log has not come so far.
    NotYetLogged,
    /// No log backup holds the changes from the snapshot to that moment.
    NotLogged,
    /// v1 does not find the task of the log that held the moment: what became of its data is not known.
    LogLost,
    /// The log that held the moment is being deleted, perhaps with its data.
    LogDeleting,
    /// The moment lies in the future.
    Future,
}

/// A moment that cannot be restored, and the nearest moments that can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreachable {
    /// Why not.
    pub reason: GapReason,
    /// The log backup that the reason is about.
    pub log: Option<ObjectRef>,
    /// The last restorable moment before it.
    pub before: Option<Tso>,
    /// The first restorable moment after it.
    pub after: Option<Tso>,
}

/// How to restore a moment: the newest snapshot that a log rolls forward to it, else the snapshot of that very moment.
///
/// # Errors
/// Why the moment cannot be restored, with the nearest moments that can.
pub fn find(
    history: &History,
    moment: Tso,
    now: DateTime<Utc>,
) -> Result<Recovery<'_>, Unreachable> {
    let mut best: Option<Recovery<'_>> = None;
    for log in &history.logs {
        if log.max.is_none_or(|max| moment > max) {
            continue;
        }
        let base = history
            .bases(log)
            .filter(|snapshot| snapshot.commit <= moment)
            .last();
        let newer = |snapshot: &Snapshot| {
            let best = best.as_ref().map(|best| best.snapshot.commit);
            best.is_none_or(|best| best < snapshot.commit)
        };
        if let Some(snapshot) = base.filter(|snapshot| newer(snapshot)) {
            best = Some(Recovery {
                snapshot,
                log: Some(log),
            });
        }
    }
    let exact = || {
        let mut snapshots = history.snapshots.iter();
        let snapshot = snapshots.rfind(|snapshot| snapshot.commit == moment)?;
        Some(Recovery {
            snapshot,
            log: None,
        })
    };
    best.or_else(exact)
        .ok_or_else(|| explain(history, moment, now))
}

/// Why a moment outside of every window cannot be restored.
pub(super) fn explain(history: &History, moment: Tso, now: DateTime<Utc>) -> Unreachable {
    let windows = windows(history);
    let (reason, log) = reason(history, moment, now);
    Unreachable {
        reason,
        log: log.map(|log| log.object.clone()),
        before: windows
            .iter()
            .filter(|window| window.from < moment)
            .map(|window| window.to.min(moment))
            .max(),
        after: windows
            .iter()
            .map(|window| window.from)
            .filter(|from| *from > moment)
            .min(),
    }
}

fn reason(
    history: &History,
    moment: Tso,
    now: DateTime<Utc>,
) -> (GapReason, Option<&ReplayableLog>) {
    if Tso::at(now).is_some_and(|now| moment > now) {
        return (GapReason::Future, None);
    }
    let Some(first) = history.snapshots.first() else {
        return (GapReason::NoSnapshot, None);
    };
    if moment < first.commit {
        return (GapReason::BeforeFirstSnapshot, None);
    }
    if let Some(log) = history.logs.iter().find(|log| log.holds(moment)) {
        let mut before = history.snapshots.iter();
        let base = before.rfind(|snapshot| snapshot.commit <= moment);
        let truncated = log.is_truncated() && base.is_some_and(|base| log.start <= base.commit);
        return match truncated {
            true => (GapReason::Truncated, Some(log)),
            false => (GapReason::NoSnapshotInLog, Some(log)),
        };
    }
    // A truncation that came up to the checkpoint leaves nothing of the log.
    let cut = |log: &&ReplayableLog| log.start <= moment && moment < log.min;
    if let Some(log) = history.logs.iter().find(cut) {
        return (GapReason::Truncated, Some(log));
    }
    let doubtful =
        |log: &&ReplayableLog| log.start <= moment && log.max.is_none_or(|max| moment <= max);
    if let Some(log) = history.doubtful_logs.iter().find(doubtful) {
        return match log.evidence {
            Evidence::Deleting => (GapReason::LogDeleting, Some(log)),
            Evidence::Lost | Evidence::Proven => (GapReason::LogLost, Some(log)),
        };
    }
    let coming = |log: &&ReplayableLog| log.alive && log.min <= moment;
    match history.logs.iter().find(coming) {
        Some(log) => (GapReason::NotYetLogged, Some(log)),
        None => (GapReason::NotLogged, None),
    }
}

/// A sentence for people.
impl fmt::Display for Unreachable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let log = match &self.log {
            Some(log) => format!("log backup {}/{}", log.namespace, log.name),
            None => "the log backup".to_owned(),
        };
        match self.reason {
            GapReason::NoSnapshot => {
                f.write_str("there is no complete snapshot of the whole cluster")
            }
            GapReason::BeforeFirstSnapshot => {
                f.write_str("it lies before the oldest complete snapshot")
            }
            GapReason::NoSnapshotInLog => {
                write!(f, "{log}, which holds it, begins after the last snapshot before it")
            }
            GapReason::Truncated => write!(
                f,
                "{log}, which held it, was truncated past the last snapshot before it"
            ),
            GapReason::NotYetLogged => write!(f, "the checkpoint of {log} has not come so far"),
            GapReason::NotLogged => f.write_str(
                "no log backup holds the changes between the last snapshot before it and that moment",
            ),
            GapReason::LogLost => write!(
                f,
                "TiDB does not know the task of {log} any more, and what became of its data is not known"
            ),
            GapReason::LogDeleting => {
                write!(f, "{log}, which holds it, is being deleted, perhaps with its data")
            }
            GapReason::Future => f.write_str("it lies in the future"),
        }
    }
}
