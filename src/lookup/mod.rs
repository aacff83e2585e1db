//! Which operator serves a kind, and which objects a command is about.

pub mod everywhere;
pub mod generation;
pub mod locate;
pub mod log_jobs;
pub mod moment;
pub mod neighbours;
pub mod several;
pub mod surroundings;
pub mod unserved;
