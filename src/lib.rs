//! `kubectl tidb-br`: backups of TiDB clusters that run on Kubernetes with TiDB Operator.

pub mod api;
pub mod cli;
pub mod cluster;
pub mod command;
pub mod convert;
pub mod error;
pub mod log_backup;
pub mod manifest;
pub mod output;
pub mod plan;
pub mod program;
pub mod recovery;
pub mod schedule;
pub mod setup;
pub mod time;
pub mod wizard;

pub use error::{Error, Exit, Result};
