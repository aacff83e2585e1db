//! What a follower reports.

use serde_json::Value;

/// A change of the followed objects.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// An object as it is now. Each state is reported once: after a lost connection, only objects that changed are reported again.
    Current(Value),
    /// An object was deleted, or no longer matches the query. After a lost connection only its `metadata` may be known.
    Deleted(Value),
    /// All events so far describe the complete state. Reported after the first list and after every later one. An object that was not
    /// reported before the first `Synced` does not exist.
    Synced,
}
