//! What is shipped beside the program: the krew archive, completion, the command reference, the README.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod completion;
mod files;
mod install;
mod krew;
mod program;
mod readme;
mod reference;
mod scripts;
mod tree;
