//! The backups of one cluster, and what they say about one moment.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::{ReplayableLog, Snapshot, TidbCluster, windows};
use crate::time::Tso;

/// The usable backups of one cluster.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// Complete snapshots, the oldest first.
    pub snapshots: Vec<Snapshot>,
    /// Log backups that were started, the oldest first.
    pub logs: Vec<ReplayableLog>,
}

/// Why a moment cannot be restored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum GapReason {
    /// There is no usable snapshot at all.
    NoSnapshot,
    /// It lies before the oldest snapshot.
    BeforeFirstSnapshot,
    /// A log holds it, but begins after the snapshots from before that moment.
    NoSnapshotInLog,
    /// A log held it once, and was truncated past the snapshots from before that moment.
    Truncated,
    /// The checkpoint of the log has not come so far.
    NotYetLogged,
    /// No log backup holds the changes from the snapshot to that moment.
    NotLogged,
    /// It lies in the future.
    Future,
}

impl GapReason {
    /// The sentence for people.
    pub fn sentence(self) -> &'static str {
        match self {
            GapReason::NoSnapshot => "there is no complete snapshot of the whole cluster",
            GapReason::BeforeFirstSnapshot => "it lies before the oldest complete snapshot",
            GapReason::NoSnapshotInLog => {
                "the log backup that holds it begins after the last snapshot before it"
            }
            GapReason::Truncated => {
                "the log backup that holds it was truncated past the last snapshot before it"
            }
            GapReason::NotYetLogged => "the checkpoint of the log backup has not come so far",
            GapReason::NotLogged => {
                "no log backup holds the changes between the last snapshot before it and that moment"
            }
            GapReason::Future => "it lies in the future",
        }
    }
}

/// How to get back to a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Recovery<'a> {
    /// Where to begin.
    pub snapshot: &'a Snapshot,
    /// What to replay; `None` when the moment is the snapshot's own.
    pub log: Option<&'a ReplayableLog>,
}

/// A moment that cannot be restored, and the nearest that can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreachable {
    /// Why not.
    pub reason: GapReason,
    /// The last restorable moment before it.
    pub before: Option<Tso>,
    /// The first restorable moment after it.
    pub after: Option<Tso>,
}

impl History {
    /// Reads the Backups of one cluster from a list of any objects.
    pub fn read<'a>(objects: impl IntoIterator<Item = &'a Value>, cluster: &TidbCluster) -> Self {
        let mut history = Self::default();
        for object in objects {
            history
                .snapshots
                .extend(Snapshot::read(object).filter(|found| found.cluster == *cluster));
            history
                .logs
                .extend(ReplayableLog::read(object).filter(|found| found.cluster == *cluster));
        }
        history.sort();
        history
    }

    /// Puts the oldest first.
    pub fn sort(&mut self) {
        self.snapshots
            .sort_by(|a, b| (a.commit, &a.object).cmp(&(b.commit, &b.object)));
        self.logs
            .sort_by(|a, b| (a.start, &a.object).cmp(&(b.start, &b.object)));
    }

    /// The snapshots that a log can roll forward, the oldest first.
    pub fn bases(&self, log: &ReplayableLog) -> impl Iterator<Item = &Snapshot> {
        self.snapshots
            .iter()
            .filter(move |snapshot| log.holds(snapshot.commit))
    }

    /// How to restore a moment: the newest snapshot that a log rolls forward to it, else the snapshot of that very moment.
    ///
    /// # Errors
    /// Why it cannot be restored, with the nearest moments that can.
    pub fn at(&self, moment: Tso, now: DateTime<Utc>) -> Result<Recovery<'_>, Unreachable> {
        let rolled = |log: &'_ ReplayableLog| log.max.is_some_and(|max| moment <= max);
        let mut best: Option<Recovery<'_>> = None;
        for log in self.logs.iter().filter(|log| rolled(log)) {
            let base = self
                .bases(log)
                .filter(|snapshot| snapshot.commit <= moment)
                .last();
            if let Some(snapshot) = base
                && best
                    .as_ref()
                    .is_none_or(|best| best.snapshot.commit < snapshot.commit)
            {
                best = Some(Recovery {
                    snapshot,
                    log: Some(log),
                });
            }
        }
        let exact = || {
            let snapshot = self.snapshots.iter().rfind(|found| found.commit == moment);
            snapshot.map(|snapshot| Recovery {
                snapshot,
                log: None,
            })
        };
        best.or_else(exact)
            .ok_or_else(|| self.unreachable(moment, now))
    }

    /// Why a moment outside of every window cannot be restored.
    pub fn unreachable(&self, moment: Tso, now: DateTime<Utc>) -> Unreachable {
        let windows = windows(self);
        Unreachable {
            reason: self.why(moment, now),
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

    fn why(&self, moment: Tso, now: DateTime<Utc>) -> GapReason {
        if Tso::at(now).is_some_and(|now| moment > now) {
            return GapReason::Future;
        }
        let before = |snapshot: &&Snapshot| snapshot.commit <= moment;
        if self.snapshots.is_empty() {
            return GapReason::NoSnapshot;
        }
        let Some(base) = self.snapshots.iter().rfind(before) else {
            return GapReason::BeforeFirstSnapshot;
        };
        if let Some(log) = self.logs.iter().find(|log| log.holds(moment)) {
            return match log.is_truncated() && log.start <= base.commit {
                true => GapReason::Truncated,
                false => GapReason::NoSnapshotInLog,
            };
        }
        let coming = |log: &ReplayableLog| log.alive && log.min <= moment;
        match self.logs.iter().any(coming) {
            true => GapReason::NotYetLogged,
            false => GapReason::NotLogged,
        }
    }
}
