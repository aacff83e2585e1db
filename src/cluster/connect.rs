//! The connection to one API server.

use std::sync::Arc;

use kube::client::ClientBuilder;

use super::call::{Call, Subject};
use super::credential::Credential;
use super::error;
use super::fault::Fault;
use super::kubeconfig::Env;
use super::notice::Notices;
use super::settings::{self, Settings};
use super::target::ServerTarget;
use super::transport::Transport;
use crate::cli::kube::KubeFlags;
use crate::error::{Error, Result};

/// A connection to one API server. Cheap to clone; nothing is sent before the first request.
#[derive(Clone)]
pub struct Cluster {
    pub(super) transport: Arc<Transport>,
    target: Arc<ServerTarget>,
}

/// Reads the kubeconfig, applies the flags and prepares the connection. Sends nothing, but runs the login command of the user.
///
/// # Errors
/// `Failed` with the file, context or command at fault.
pub async fn connect(flags: &KubeFlags, env: Env<'_>, notices: Notices) -> Result<Cluster> {
    let Settings {
        mut config,
        source,
        target,
    } = settings::resolve(flags, env)?;
    let credential = Credential::open(source, &mut config.auth_info).await?;
    let client = ClientBuilder::try_from(config)
        .map_err(|error| error::setup(&error, &target))?
        .build();
    let server = target.server.clone();
    let transport = Transport::new(
        client,
        credential,
        flags.request_timeout(),
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
    /// The API server that we talk to.
    pub fn target(&self) -> &ServerTarget {
        &self.target
    }

    /// The namespace to use where none is named.
    pub fn namespace(&self) -> &str {
        &self.target.namespace
    }

    pub(super) async fn fetch(&self, call: &Call) -> Result<Vec<u8>, Fault> {
        self.transport.fetch(call).await
    }

    pub(super) fn explain(&self, fault: Fault, subject: &Subject) -> Error {
        error::explain(fault, subject, &self.target)
    }
}
