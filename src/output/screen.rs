//! How text for people is drawn.

use chrono::{DateTime, Utc};

use crate::time::Zone;

/// How text for people is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// `-o wide`.
    pub wide: bool,
    /// Whether tables have a header: `--no-headers` was not given.
    pub headers: bool,
    /// Whether stdout takes colour.
    pub color: bool,
    /// The zone of the times that are shown.
    pub zone: Zone,
    /// The present, from which ages are counted.
    pub now: DateTime<Utc>,
}

impl Screen {
    /// A screen with headers and UTC, without colour.
    pub fn plain(now: DateTime<Utc>) -> Self {
        Self {
            wide: false,
            headers: true,
            color: false,
            zone: Zone::Utc,
            now,
        }
    }
}
