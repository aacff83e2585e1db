//! Moments and durations: what a user may type, what stands in a resource, and how both are shown.
//!
//! Inside the program a moment of a cluster is a [`Tso`]; everything else becomes one at the edge. Nothing here reads the clock: `now` is an
//! argument.

mod arg;
mod date;
mod number;
mod show;
mod span;
mod tso;

pub use arg::{Reference, ReferenceKind, Resolved, TimeArg};
pub use show::{Zone, age, machine_time};
pub use span::Span;
pub use tso::Tso;
