//! Finds what a command is about: the operator that serves a kind, the objects that names and selectors mean, and what surrounds them.

pub mod collection;
pub mod everywhere;
pub mod generation;
pub mod history;
pub mod locate;
pub mod log_jobs;
pub mod moment;
pub mod neighbours;
pub mod several;
pub mod standing;
pub mod standstill;
pub mod surroundings;
pub mod v1_only;
