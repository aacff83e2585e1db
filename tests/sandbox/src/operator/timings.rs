//! How long things take.

use std::time::Duration;

use chrono::TimeDelta;

/// How long things take. The real operators' figures are the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timings {
    /// Between two moves of a pod.
    pub step: Duration,
    /// Between two looks of v1 at every object.
    pub resync: Duration,
    /// Between two reads of the checkpoint.
    pub tracker: Duration,
    /// How far a healthy checkpoint lags behind.
    pub lag: Duration,
    /// The longest wait between two tries of a failing object; the first is a 60th of it.
    pub back_off: Duration,
}

impl Timings {
    /// The figures seen in the trials.
    pub fn real() -> Self {
        Self {
            step: Duration::from_millis(100),
            resync: Duration::from_secs(30),
            tracker: Duration::from_secs(60),
            lag: Duration::from_secs(10),
            back_off: Duration::from_secs(60),
        }
    }

    /// For tests against a running operator: everything periodic within a second.
    pub fn quick() -> Self {
        Self {
            step: Duration::from_millis(20),
            resync: Duration::from_secs(1),
            tracker: Duration::from_secs(1),
            lag: Duration::from_secs(1),
            back_off: Duration::from_secs(1),
        }
    }
}

impl Default for Timings {
    fn default() -> Self {
        Self::real()
    }
}

/// The same length for arithmetic with moments.
pub fn delta(duration: Duration) -> TimeDelta {
    TimeDelta::from_std(duration).unwrap_or(TimeDelta::MAX)
}
