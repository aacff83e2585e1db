//! What the user should see although it is no result: warnings of the server, the log of `-v`, and why we wait.

use std::sync::Arc;

/// Something for stderr, without a line break at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice<'a> {
    /// The server warned (`Warning: 299`). Each text comes once.
    Warning(&'a str),
    /// A line of the `-v` log.
    Trace(&'a str),
    /// We wait for the server, and why.
    Waiting(&'a str),
}

/// Takes notices as they come up.
pub type Notices = Arc<dyn Fn(Notice<'_>) + Send + Sync>;
