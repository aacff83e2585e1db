//! What happens between a decision, its write, and the end of the wait.

mod causes;
mod conflict;
mod interruption;
mod verb;
