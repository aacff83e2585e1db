//! The command line as clap types.

pub mod kube;
