//! The restorable intervals of one cluster, and what lies between them.

use chrono::{DateTime, Utc};

use super::{GapReason, History, Snapshot};
use crate::time::Tso;

/// The shape of a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WindowKind {
    /// Every moment from its beginning to its end.
    Range,
    /// One moment.
    Point,
}

/// Moments that can be restored.
#[derive(Debug, Clone, PartialEq)]
pub struct Window<'a> {
    /// Whether it is more than one moment.
    pub kind: WindowKind,
    /// The first moment.
    pub from: Tso,
    /// The last moment.
    pub to: Tso,
    /// The snapshots inside, the oldest first.
    pub snapshots: Vec<&'a Snapshot>,
    /// The log that rolls them forward.
    pub log: Option<&'a super::ReplayableLog>,
}

/// Moments between two windows; both ends belong to the gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The first moment that cannot be restored.
    pub from: Tso,
    /// The last one.
    pub to: Tso,
    /// Why not.
    pub reason: GapReason,
}

/// All windows, the oldest first: one for each log with a usable snapshot, one for each snapshot outside of these.
pub fn windows(history: &History) -> Vec<Window<'_>> {
    let mut windows: Vec<Window<'_>> = Vec::new();
    for log in &history.logs {
        let snapshots: Vec<&Snapshot> = history.bases(log).collect();
        if let (Some(first), Some(to)) = (snapshots.first(), log.max) {
            windows.push(Window {
                kind: WindowKind::Range,
                from: first.commit,
                to,
                snapshots,
                log: Some(log),
            });
        }
    }
    for snapshot in &history.snapshots {
        let moment = snapshot.commit;
        let same = windows
            .iter_mut()
            .find(|window| window.from <= moment && moment <= window.to);
        match same {
            Some(window) if window.kind == WindowKind::Point => window.snapshots.push(snapshot),
            Some(_) => {}
            None => windows.push(Window {
                kind: WindowKind::Point,
                from: moment,
                to: moment,
                snapshots: vec![snapshot],
                log: None,
            }),
        }
    }
    windows.sort_by_key(|window| (window.from, window.to));
    windows
}

/// What lies between the windows. A running log that has not caught up with the newest snapshot leaves a gap as well.
pub fn gaps(history: &History, now: DateTime<Utc>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut covered: Option<Tso> = None;
    for window in windows(history) {
        if let Some(end) = covered {
            let from = Tso::new(end.value().saturating_add(1));
            let to = Tso::new(window.from.value().saturating_sub(1));
            if from <= to {
                gaps.push(Gap {
                    from,
                    to,
                    reason: history.unreachable(from, now).reason,
                });
            }
        }
        covered = covered.max(Some(window.to));
    }
    gaps
}
