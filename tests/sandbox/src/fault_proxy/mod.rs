//! A proxy between the program under test and a real API server, for faults that a healthy server never has: errors at a chosen
//! moment, cut and frozen connections, slow bytes, silence.
//!
//! The proxy speaks plain HTTP to the program and acts as one identity towards the server.

mod answer;
mod fault;
mod request;

use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde_json::json;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};

pub use fault::{Fault, Part, Rule};
pub use request::Request;

use request::Shared;

use crate::control_plane::{ApiServer, Identity, kubeconfig, unique};
use crate::failure::{Context, Result};
use crate::runtime::{self, block_on};

/// A running proxy. Dropping it ends the proxy and all its connections.
pub struct FaultProxy {
    port: u16,
    folder: PathBuf,
    shared: Arc<Shared>,
    task: AbortHandle,
}

impl FaultProxy {
    /// Starts a proxy before `server` that acts as `identity`. The first rule that applies to a request decides.
    pub fn start(server: &ApiServer, identity: Identity, mut rules: Vec<Rule>) -> Result<Self> {
        Self::start_with(server, identity, move |request| {
            rules.iter_mut().find_map(|rule| rule.apply(request))
        })
    }

    /// Starts a proxy before `server` that acts as `identity` and asks `decide` about every request.
    pub fn start_with(
        server: &ApiServer,
        identity: Identity,
        decide: impl FnMut(&Request) -> Option<Fault> + Send + 'static,
    ) -> Result<Self> {
        let doing = "cannot start a proxy";
        let listener = block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))).context(doing)?;
        let port = listener.local_addr().context(doing)?.port();
        let shared = Arc::new(Shared {
            // Made on the runtime of the harness, which outlives the runtime of any one test.
            upstream: block_on(async { server.client(identity) })?,
            decide: Mutex::new(Box::new(decide)),
            requests: Mutex::default(),
        });
        let task = runtime::own().spawn(accept(listener, shared.clone()));
        Ok(Self {
            port,
            folder: server.folder().to_owned(),
            shared,
            task: task.abort_handle(),
        })
    }

    /// A kubeconfig that leads through the proxy, with `namespace` as its default.
    pub fn kubeconfig(&self, namespace: &str) -> Result<PathBuf> {
        let cluster = json!({"server": format!("http://127.0.0.1:{}", self.port)});
        kubeconfig::write(
            &self.folder.join(format!("proxy-{}.kubeconfig", unique())),
            &kubeconfig::document(cluster, json!({}), "proxy", namespace),
        )
    }

    /// All requests so far, in the order in which they came.
    pub fn requests(&self) -> Vec<Request> {
        self.shared
            .requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Drop for FaultProxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Accepts connections and owns them, so that they end with this task.
async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        connections.spawn(serve(stream, shared.clone()));
        while connections.try_join_next().is_some() {}
    }
}

async fn serve(stream: TcpStream, shared: Arc<Shared>) {
    let service = service_fn(|request| answer::answer(shared.clone(), request));
    // A cut connection is an error here, and no fault of the proxy.
    let _ = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}
