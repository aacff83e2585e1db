//! `kubectl tidb-br`: backups of TiDB clusters that run on Kubernetes with TiDB Operator.

pub mod api;
pub mod check;
pub mod cli;
pub mod cluster;
pub mod command;
pub mod context;
pub mod convert;
pub mod error;
pub mod inspect;
pub mod log_backup;
pub mod lookup;
pub mod manifest;
pub mod output;
pub mod program;
pub mod recovery;
pub mod redact;
pub mod schedule;
pub mod setup;
pub mod shell;
pub mod time;
pub mod wait;
pub mod wizard;
pub mod write;

pub use error::{Error, ErrorKind, Exit, Hint, NextCommand, Result};
