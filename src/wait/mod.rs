//! Waiting for objects: goals, how far an object is, and following it until the goal is reached or cannot be reached any more.

mod compaction;
pub mod deletion;
pub mod ending;
mod follow;
pub mod goal;
mod gone;
mod job;
mod job_watch;
pub mod log_backup;
pub mod many;
mod progress;
mod silence;

pub use follow::{Waited, follow};
pub use goal::Goal;
