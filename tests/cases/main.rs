//! What the program prints from its arguments alone: manifests, refusals, times. Runs the real binary, without a server but where kubectl is asked.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr
)]

mod accepted;
mod document;
mod edits;
mod flags;
mod manifests;
mod offline;
mod precedence;
mod program;
mod properties;
mod refusals;
mod restores;
mod schedules;
mod seeds;
mod warnings;
