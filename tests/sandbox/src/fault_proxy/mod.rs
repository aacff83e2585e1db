//! A proxy between the program under test and a real API server, for what a healthy server never does: errors at a chosen
//! moment, cut and frozen connections, slow bytes, silence.
//!
//! It speaks plain HTTP to the program and acts as one identity towards the server.

mod answer;
mod fault;

use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use http::HeaderMap;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use kube::Client;
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};

pub use fault::{Fault, Part, Rule};

use crate::control_plane::{ApiServer, Identity, kubeconfig, unique};
use crate::failure::{Context, Result};
use crate::runtime::{self, block_on};

/// A request as the program sent it.
#[derive(Debug, Clone)]
pub struct Request {
    /// `GET`, `POST`, …
    pub method: String,
    /// Path and query.
    pub uri: String,
    /// All headers.
    pub headers: HeaderMap,
    /// The body; `Null` when there was none or it is not JSON.
    pub body: Value,
}

/// Says what shall go wrong with a request; `None` lets it pass. It may block, and may change the cluster first.
type Decide = Box<dyn FnMut(&Request) -> Option<Fault> + Send>;

/// A running proxy. It and all its connections end when it is dropped.
pub struct FaultProxy {
    port: u16,
    folder: PathBuf,
    shared: Arc<Shared>,
    task: AbortHandle,
}

/// What all connections of a proxy use.
struct Shared {
    upstream: Client,
    decide: Mutex<Decide>,
    requests: Mutex<Vec<Request>>,
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
            // Made on the runtime of the harness, which outlives that of any one test.
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

/// Owns all connections, so that they end with this task.
async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        connections.spawn(serve(stream, shared.clone()));
        while connections.try_join_next().is_some() {}
    }
}

async fn serve(stream: TcpStream, shared: Arc<Shared>) {
    let service = service_fn(|request| answer::answer(shared.clone(), request));
    // An error is what a cut connection looks like from here.
    let _ = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}
