//! `create -i` on a terminal, and what its answers do on a real API server.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr
)]

#[path = "../support/mod.rs"]
#[allow(dead_code, unused_imports)]
mod support;

mod backup;
mod left;
mod nouns;
mod terminal;
mod world;
