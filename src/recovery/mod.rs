//! What can be restored: documents in, documents out, no cluster and no clock of its own.
//!
//! The rule is BR's: a snapshot with commit time `c` and a log that holds `[min, max]` give every moment of `[c, max]` where
//! `min <= c <= max`; every other snapshot gives the one moment `c`. `min` is the later of the log's start and its last
//! truncation, `max` its checkpoint, and both stay true when the task is paused, stopped or lost.

mod history;
pub mod pick;
mod source;
mod view;
mod window;

pub use history::{History, Reason, Recovery, Unreachable};
pub use source::{Cluster, Log, Snapshot, Storage};
pub use view::{Answer, GapRow, SourceRow, WindowList, WindowRow};
pub use window::{Gap, Kind, Window, gaps, windows};

#[cfg(test)]
mod tests;
