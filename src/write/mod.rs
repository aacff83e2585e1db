//! Everything that changes the cluster: the plan of a command, and the one way to carry it out.

mod address;
mod carry_out;
pub mod deletion;
pub mod file_edit;
mod foresight;
pub mod input;
mod lost_answer;
pub mod new_object;
mod plan;
pub mod result;
mod send;
mod show;

pub use address::Address;
pub use carry_out::{Attempt, CarriedOut, carry_out};
pub use foresight::preview;
pub use plan::{Decision, Plan, ResultWords, Write};
