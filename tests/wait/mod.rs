//! What happens between a decision, its write, and the end of the wait.

mod conflict;
mod interruption;
mod verb;
