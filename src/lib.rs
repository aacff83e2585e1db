//! `kubectl tidb-br`: backups of TiDB clusters that run on Kubernetes with TiDB Operator.

pub mod api;
pub mod error;
pub mod output;
pub mod time;

pub use error::{Error, Exit, Result};
