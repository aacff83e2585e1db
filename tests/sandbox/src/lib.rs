//! A real API server for tests and newcomers: `kube-apiserver` over `etcd`, with the custom resources of TiDB Operator.

pub mod control_plane;
pub mod fault_proxy;
pub mod operator;
pub mod request;

mod failure;
mod runtime;

pub use failure::{Failure, Result};
pub use runtime::block_on;
