//! `create -i`: which questions are open, what can be offered for each, and the command line that the answers amount to.
//!
//! Nothing here reads the cluster or the terminal. Answers only become flags: the command that they make is parsed and run as if
//! it had been typed.

mod backup;
mod known;
mod line;
mod offer;
mod question;
mod restore;
mod schedule;

pub use backup::BACKUP;
pub use known::Known;
pub use line::Line;
pub use offer::{Choice, accounts, backups, claims, clusters, secrets, storages};
pub use question::{Need, Offer, Question, Subject};
pub use restore::RESTORE;
pub use schedule::SCHEDULE;
