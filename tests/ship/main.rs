//! What is shipped beside the program: the krew archive, completion, the command reference, the README.

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

mod completion;
mod examples;
mod help;
mod install;
mod krew;
mod program;
mod readme;
mod reference;
mod scripts;
mod shells;
mod tree;
