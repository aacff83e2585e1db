//! Waiting for objects: goals, how far an object is, and following it until the goal is reached or cannot be.

mod attempts;
pub mod deletion;
pub mod ending;
mod follow;
pub mod job;
pub mod log;
mod silence;
pub mod waiting;

pub use follow::{Waited, follow};
pub use log::Progress;
