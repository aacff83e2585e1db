//! What runs next, what was missed, and what holds a schedule up.

use chrono::{DateTime, Utc};

use super::{Child, MOST_MISSED, Missed, Schedule};

/// What would happen if a schedule were not paused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// Nothing was missed; the next run is this.
    Next(Option<DateTime<Utc>>),
    /// Runs were missed; one backup is made at once for all of them (docs/operators.md, "A slot is noticed at the resync", "A
    /// paused schedule makes nothing new").
    AtOnce(Missed),
    /// More runs were missed than the operator counts: it skips them all.
    Skipped(Option<DateTime<Utc>>),
    /// The last backup is not finished, and holds everything up.
    HeldUp(String),
    /// The cron expression cannot be read: nothing ever runs.
    Unreadable(String),
}

/// What is due at `now`; `children` are those of this schedule.
pub fn due(schedule: &Schedule, children: &[&Child], now: DateTime<Utc>) -> Due {
    let cron = match &schedule.cron {
        Ok(cron) => cron,
        Err(error) => return Due::Unreadable(error.message.clone()),
    };
    let missed = schedule.reference.and_then(|from| cron.missed(from, now));
    let last = children
        .iter()
        .find(|child| Some(&child.name) == schedule.last_backup.as_ref());
    match missed {
        None => Due::Next(cron.after(now)),
        Some(missed) if missed.count > MOST_MISSED => Due::Skipped(cron.after(now)),
        Some(missed) => match last.filter(|child| !child.lets_next_run()) {
            Some(child) => Due::HeldUp(child.name.clone()),
            None => Due::AtOnce(missed),
        },
    }
}
