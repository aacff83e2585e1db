//! The one module that talks to Kubernetes: kubeconfig, connection, reads, writes and watches of raw JSON documents.
//!
//! Nothing here prints: what the server says next to its answers goes to the [`Notices`] of the caller.

mod call;
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
mod proxy;
mod read;
mod resource;
mod settings;
mod target;
#[cfg(test)]
mod tests;
mod transport;
mod warning;
mod write;

use std::sync::Arc;

use kube::client::ClientBuilder;

pub use discovery::{Access, Question, Schemas};
pub use follow::{Event, Follower};
pub use kubeconfig::{Entries, entries};
pub use list::{ListQuery, Listing, Next, Page, Pages};
pub use logs::{LogQuery, Logs};
pub use read::Found;
pub use resource::Resource;
pub use target::Target;
pub use write::{DeleteOptions, FIELD_MANAGER, Patch, Preconditions, Propagation, WriteOptions};

use crate::cli::kube::KubeFlags;
use crate::error::{Error, Result};
use call::{Call, Subject};
use credential::Credential;
use fault::Fault;
use settings::Settings;
use transport::Transport;

/// The environment: the value of a variable.
pub type Env<'a> = &'a (dyn Fn(&str) -> Option<String> + Sync);

/// Something for stderr, without a line break at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice<'a> {
    /// The server warned (`Warning: 299`). Each text comes once.
    Warning(&'a str),
    /// A line of the `-v` log.
    Trace(&'a str),
    /// We wait for the server, and why.
    Waiting(&'a str),
}

/// Takes notices as they come up.
pub type Notices = Arc<dyn Fn(Notice<'_>) + Send + Sync>;

/// A connection to one API server. Cheap to clone; nothing is sent before the first request.
#[derive(Clone)]
pub struct Cluster {
    transport: Arc<Transport>,
    target: Arc<Target>,
}

/// Reads the kubeconfig, applies the flags and gets ready to talk. Sends nothing, but runs the login command of the user.
///
/// # Errors
/// `Exit::Failed` with the file, context or command at fault.
pub async fn connect(flags: &KubeFlags, env: Env<'_>, notices: Notices) -> Result<Cluster> {
    let Settings {
        mut config,
        source,
        target,
    } = settings::settle(flags, env)?;
    let credential = Credential::open(source, &mut config.auth_info).await?;
    let client = ClientBuilder::try_from(config)
        .map_err(|error| error::setup(&error, &target))?
        .build();
    let server = target.server.clone();
    let transport = Transport::new(
        client,
        credential,
        flags.request_timeout,
        flags.verbosity,
        server,
        notices,
    );
    Ok(Cluster {
        transport: Arc::new(transport),
        target: Arc::new(target),
    })
}

impl Cluster {
    /// What we are connected to.
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// The namespace to use where none is named.
    pub fn namespace(&self) -> &str {
        &self.target.namespace
    }

    async fn fetch(&self, call: &Call) -> Result<Vec<u8>, Fault> {
        self.transport.fetch(call).await
    }

    fn explain(&self, fault: Fault, subject: &Subject) -> Error {
        error::explain(fault, subject, &self.target)
    }
}
