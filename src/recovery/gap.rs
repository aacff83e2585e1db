//! What lies between the restorable intervals of a cluster, and why.

use chrono::{DateTime, Utc};

use super::history::History;
use super::moment::{Unreachable, explain};
use super::window::windows;
use crate::time::Tso;

/// Moments between two windows, or after the last one; both ends belong to the gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The first moment that cannot be restored.
    pub from: Tso,
    /// The last one.
    pub to: Tso,
    /// Why the first of them cannot be restored.
    pub why: Unreachable,
}

/// What lies between the windows. A running log that has not caught up with the newest snapshot leaves a gap as well. Where no log
/// grows, the last gap ends now.
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
                    why: explain(history, from, now),
                });
            }
        }
        covered = covered.max(Some(window.to));
    }
    gaps.extend(open_end(history, covered, now));
    gaps
}

/// From the last restorable moment to the present, unless a running log is about to cover it.
fn open_end(history: &History, covered: Option<Tso>, now: DateTime<Utc>) -> Option<Gap> {
    let growing = history.logs.iter().any(|log| log.growing);
    let from = Tso::new(covered?.value().saturating_add(1));
    let to = Tso::at(now)?;
    (!growing && from <= to).then(|| Gap {
        from,
        to,
        why: explain(history, from, now),
    })
}
