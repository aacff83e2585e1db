//! The restorable intervals of one cluster.

use super::history::History;
use super::observed::{ReplayableLog, Snapshot};
use crate::time::Tso;

/// The shape of a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WindowKind {
    /// Every moment from the beginning to the end.
    Range,
    /// One moment.
    Point,
}

/// Moments that can be restored.
#[derive(Debug, Clone, PartialEq)]
pub struct Window<'a> {
    /// Whether the window is more than one moment.
    pub kind: WindowKind,
    /// The first moment.
    pub from: Tso,
    /// The last moment.
    pub to: Tso,
    /// The snapshots inside, the oldest first.
    pub snapshots: Vec<&'a Snapshot>,
    /// The log that is replayed; `None` for a point.
    pub log: Option<&'a ReplayableLog>,
}

/// All windows of a cluster by their beginning: one range a log with a base, and a point for every moment of a snapshot that no log
/// rolls forward. Ranges of two logs may overlap.
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
    let ranges = windows.len();
    for snapshot in &history.snapshots {
        let moment = snapshot.commit;
        let covered = |window: &Window<'_>| window.from <= moment && moment <= window.to;
        if windows.iter().take(ranges).any(covered) {
            continue;
        }
        match windows.last_mut() {
            Some(window) if window.kind == WindowKind::Point && window.from == moment => {
                window.snapshots.push(snapshot);
            }
            _ => windows.push(Window {
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
