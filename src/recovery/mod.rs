//! What can be restored: documents in, documents out, no cluster and no clock of its own.
//!
//! The rule is BR's (docs/operators.md, "Which moments a log backup restores"): a snapshot with commit time `c` and a log that holds
//! `[min, max]` give every moment of `[c, max]` where `min <= c <= max`; every other snapshot gives the one moment `c`. `min` is the
//! later of the log's start and its last truncation, `max` its checkpoint. Both stay true when the task is paused or stopped.
//!
//! A moment is called restorable only where the objects prove that its data is there; docs/recovery.md says what proves it.

mod gap;
mod history;
mod moment;
mod observed;
mod source;
mod tidb_cluster;
mod view;
mod window;

pub use gap::{Gap, gaps};
pub use history::{History, HistoryBuilder};
pub use moment::{GapReason, Recovery, Unreachable, find};
pub use observed::{ReplayableLog, Snapshot};
pub use source::{RestoreQuery, RestoreSource};
pub use tidb_cluster::TidbCluster;
pub use view::{MomentAnswer, WindowList};
pub use window::{Window, WindowKind, windows};

#[cfg(test)]
mod tests;
