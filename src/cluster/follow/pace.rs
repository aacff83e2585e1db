//! How long a follower waits: for answers, between attempts, and before it reads what a silent watch may keep back.

use std::time::Duration;

/// The times of a follower.
#[derive(Debug, Clone, Copy)]
pub(in crate::cluster) struct Pace {
    /// The server ends a watch after this long, so that a half-dead connection is noticed.
    pub stream: Duration,
    /// A stream that is silent for longer is frozen.
    pub idle: Duration,
    /// How long an answer may take.
    pub answer: Duration,
    /// The pause after the first failure. It doubles with each further failure.
    pub first_pause: Duration,
    /// The longest pause after a failure.
    pub longest_pause: Duration,
    /// The pause between two reads where the user may not watch.
    pub poll: Duration,
    /// How long a watch may be silent before the objects are read beside it. It doubles with each read.
    pub first_read: Duration,
    /// The longest time between two reads beside a silent watch.
    pub longest_read: Duration,
}

impl Pace {
    /// The pace of real followers.
    pub const NORMAL: Self = Self {
        stream: Duration::from_secs(30),
        idle: Duration::from_secs(45),
        answer: Duration::from_secs(20),
        first_pause: Duration::from_millis(500),
        longest_pause: Duration::from_secs(8),
        poll: Duration::from_secs(2),
        first_read: Duration::from_secs(2),
        longest_read: Duration::from_secs(30),
    };

    /// The pause after this many failures in a row, from 1.
    pub fn pause(&self, failures: u32) -> Duration {
        grown(
            self.first_pause,
            failures.saturating_sub(1),
            self.longest_pause,
        )
    }

    /// How long to wait for a sign of the watch after this many reads beside it.
    pub fn read_after(&self, reads: u32) -> Duration {
        grown(self.first_read, reads, self.longest_read)
    }
}

fn grown(first: Duration, doublings: u32, longest: Duration) -> Duration {
    (first * 2_u32.pow(doublings.min(8))).min(longest)
}
