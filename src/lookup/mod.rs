//! Which operator serves a kind, and which objects a command is about.

pub mod collection;
pub mod everywhere;
pub mod generation;
pub mod history;
pub mod locate;
pub mod log_jobs;
pub mod moment;
pub mod neighbours;
pub mod several;
pub mod standstill;
pub mod surroundings;
pub mod unserved;
