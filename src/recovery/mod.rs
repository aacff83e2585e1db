//! What can be restored: documents in, documents out, no cluster and no clock of its own.
//!
//! The rule is BR's: a snapshot with commit time `c` and a log that holds `[min, max]` give every moment of `[c, max]` where
//! `min <= c <= max`; every other snapshot gives the one moment `c`. `min` is the later of the log's start and its last
//! truncation, `max` its checkpoint, and both stay true when the task is paused, stopped or lost.

mod history;
mod observed;
pub mod pick;
mod view;
mod window;

pub use history::{GapReason, History, Recovery, Unreachable};
pub use observed::{ReplayableLog, Snapshot, TidbCluster};
pub use view::{GapRow, MomentAnswer, SourceRow, WindowList, WindowRow};
pub use window::{Gap, Window, WindowKind, gaps, windows};

#[cfg(test)]
mod tests;
