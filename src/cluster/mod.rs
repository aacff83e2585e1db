//! The one module that talks to Kubernetes: kubeconfig, connection, reads, writes and watches of raw JSON documents.
//!
//! Nothing here prints: what the server reports besides its answers goes to the [`Notices`] of the caller.

mod call;
mod cause;
mod connect;
mod credential;
mod discovery;
mod error;
mod exec;
mod fault;
mod follow;
mod kubeconfig;
mod lines;
mod list;
mod logs;
mod notice;
mod object;
mod proxy;
mod resource;
mod settings;
mod target;
#[cfg(test)]
mod tests;
mod transport;
mod warning;
mod write;

pub use connect::{Cluster, connect};
pub use discovery::{Access, AccessQuestion, Schemas};
pub use error::IN_DOUBT;
pub use follow::{Event, Follower};
pub use kubeconfig::{Entries, entries};
pub use list::{ListQuery, Listing, NextPage, Page, Pages};
pub use logs::{LogQuery, Logs};
pub use notice::{Notice, Notices};
pub use object::Found;
pub use resource::Resource;
pub use target::ServerTarget;
pub use write::{DeleteOptions, FIELD_MANAGER, Patch, Preconditions, Propagation, WriteOptions};
