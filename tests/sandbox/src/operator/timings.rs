//! How long things take.

use std::time::Duration;

use chrono::TimeDelta;

/// How long things take. The default has the figures of the real operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timings {
    /// Between two moves of a Pod.
    pub step: Duration,
    /// Between two resyncs of v1, which reconcile every object.
    pub resync: Duration,
    /// Between the start of a log backup and the first read of its checkpoint.
    pub first_checkpoint: Duration,
    /// Between two reads of the checkpoint.
    pub tracker: Duration,
    /// How far a healthy checkpoint lags behind.
    pub lag: Duration,
    /// The longest wait between two tries of a failing object; the first wait is a 60th of it.
    pub back_off: Duration,
}

impl Timings {
    /// The figures that were seen of the real operators.
    pub fn real() -> Self {
        Self {
            step: Duration::from_millis(100),
            resync: Duration::from_secs(30),
            first_checkpoint: Duration::from_secs(60),
            tracker: Duration::from_secs(60),
            lag: Duration::from_secs(10),
            back_off: Duration::from_secs(60),
        }
    }

    /// For tests against a running operator: everything periodic within two seconds.
    pub fn quick() -> Self {
        Self {
            step: Duration::from_millis(20),
            resync: Duration::from_secs(1),
            first_checkpoint: Duration::from_millis(50),
            tracker: Duration::from_secs(2),
            lag: Duration::from_secs(1),
            back_off: Duration::from_secs(1),
        }
    }
}

impl Timings {
    /// For a person who watches: slow enough to see the phases, fast enough not to wait for them.
    pub fn demo() -> Self {
        Self {
            step: Duration::from_millis(400),
            resync: Duration::from_secs(30),
            first_checkpoint: Duration::from_millis(500),
            tracker: Duration::from_secs(10),
            lag: Duration::from_secs(2),
            back_off: Duration::from_secs(5),
        }
    }
}

impl Default for Timings {
    fn default() -> Self {
        Self::real()
    }
}

/// The duration in the type that can be added to a moment.
pub fn delta(duration: Duration) -> TimeDelta {
    TimeDelta::from_std(duration).unwrap_or(TimeDelta::MAX)
}
