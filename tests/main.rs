//! The program as its users meet it: the real binary against a real API server, by what the user does.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr
)]

mod support;

mod access;
mod backup;
mod compact;
mod convert;
mod log;
mod look;
mod restore;
mod schedule;
mod setup;
mod wait;
mod worlds;
