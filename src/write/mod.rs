//! Everything that changes the cluster: the plan of a command, and the one way to carry it out.

pub mod base;
pub mod edit;
pub mod execute;
pub mod plan;
pub mod results;
pub mod submit;
pub mod typed;
