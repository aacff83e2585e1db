//! A stand-in for the one endpoint of a kubelet that the program needs: the logs of containers. The API server is real,
//! so that authorization, the choice of the node and the stream to the client are real too.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use futures::StreamExt;
use futures::stream::{self, BoxStream};
use http::{Response, StatusCode};
use http_body_util::StreamBody;
use hyper::body::{Bytes, Frame, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use k8s_openapi::api::core::v1::Node;
use kube::Api;
use kube::api::PostParams;
use serde_json::json;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::{AbortHandle, JoinSet};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

use super::{ApiServer, Identity, unique};
use crate::failure::{Context, Result};
use crate::runtime::{self, block_on};

/// One run of a container.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Container {
    /// Namespace of the Pod.
    pub namespace: String,
    /// Name of the Pod.
    pub pod: String,
    /// Name of the container.
    pub name: String,
    /// Whether this is the run before the last restart.
    pub previous: bool,
}

/// A running kubelet and its Node. The endpoint and all its connections end when the value is dropped.
pub struct Kubelet {
    node: String,
    shared: Arc<Shared>,
    task: AbortHandle,
}

#[derive(Default)]
struct Shared {
    logs: Mutex<BTreeMap<Container, Log>>,
    written: Notify,
}

#[derive(Debug, Clone, Default)]
struct Log {
    lines: Vec<(DateTime<Utc>, String)>,
    ended: bool,
}

/// What a client asked for.
struct Query {
    follow: bool,
    timestamps: bool,
    tail: Option<usize>,
    since: Option<DateTime<Utc>>,
}

impl Kubelet {
    /// Starts the endpoint and creates its Node in `server`.
    pub fn start(server: &ApiServer) -> Result<Self> {
        let doing = "cannot start a kubelet";
        let listener = block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))).context(doing)?;
        let port = listener.local_addr().context(doing)?.port();
        let (certificate, key) = server.serving_certificate();
        let certificate = CertificateDer::from_pem_file(certificate).context(doing)?;
        let key = PrivateKeyDer::from_pem_file(key).context(doing)?;
        let tls = ServerConfig::builder_with_provider(Arc::new(
            tokio_rustls::rustls::crypto::ring::default_provider(),
        ))
        .with_safe_default_protocol_versions()
        .context(doing)?
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .context(doing)?;
        let node = format!("node-{}", unique());
        let manifest: Node = serde_json::from_value(json!({
            "metadata": {"name": node},
            "status": {
                "addresses": [{"type": "InternalIP", "address": "127.0.0.1"}],
                "daemonEndpoints": {"kubeletEndpoint": {"Port": port}},
            },
        }))
        .context(doing)?;
        block_on(async {
            let nodes: Api<Node> = Api::all(server.client(Identity::Harness)?);
            nodes
                .create(&PostParams::default(), &manifest)
                .await
                .context(doing)
        })?;
        let shared = Arc::<Shared>::default();
        let accepting = accept(listener, TlsAcceptor::from(Arc::new(tls)), shared.clone());
        let task = runtime::own().spawn(accepting);
        Ok(Self {
            node,
            shared,
            task: task.abort_handle(),
        })
    }

    /// The `spec.nodeName` of Pods whose logs this kubelet has.
    pub fn node(&self) -> &str {
        &self.node
    }

    /// The container writes a line at `time`.
    pub fn write(&self, container: &Container, time: DateTime<Utc>, line: &str) {
        let mut logs = self.shared.lock();
        let log = logs.entry(container.clone()).or_default();
        log.lines.push((time, line.to_owned()));
        drop(logs);
        self.shared.written.notify_waiters();
    }

    /// Ends the container: a client that follows its log comes to the end.
    pub fn end(&self, container: &Container) {
        self.shared
            .lock()
            .entry(container.clone())
            .or_default()
            .ended = true;
        self.shared.written.notify_waiters();
    }
}

impl Drop for Kubelet {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<Container, Log>> {
        self.logs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The lines from `position` on, and whether more lines may come. Waits for a line when there is none yet and the log goes on.
    async fn lines_from(
        &self,
        container: &Container,
        position: usize,
        follow: bool,
    ) -> (Vec<(DateTime<Utc>, String)>, bool) {
        loop {
            let written = self.written.notified();
            tokio::pin!(written);
            written.as_mut().enable();
            let log = self.lock().get(container).cloned().unwrap_or_default();
            let lines = log.lines.get(position..).unwrap_or_default().to_vec();
            let goes_on = follow && !log.ended;
            if !lines.is_empty() || !goes_on {
                return (lines, goes_on);
            }
            written.await;
        }
    }
}

async fn accept(listener: TcpListener, tls: TlsAcceptor, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        connections.spawn(serve(stream, tls.clone(), shared.clone()));
        while connections.try_join_next().is_some() {}
    }
}

async fn serve(stream: TcpStream, tls: TlsAcceptor, shared: Arc<Shared>) {
    let Ok(stream) = tls.accept(stream).await else {
        return;
    };
    let service = service_fn(|request| answer(shared.clone(), request));
    // An error means that the client has gone.
    let _ = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

type Body = StreamBody<BoxStream<'static, Result<Frame<Bytes>, Infallible>>>;

async fn answer(
    shared: Arc<Shared>,
    request: http::Request<Incoming>,
) -> Result<Response<Body>, Infallible> {
    let pairs: BTreeMap<String, String> = request
        .uri()
        .query()
        .unwrap_or_default()
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(key, value)| (key.to_owned(), value.replace("%3A", ":")))
        .collect();
    let set = |key: &str| pairs.get(key).is_some_and(|value| value == "true");
    let path: Vec<&str> = request.uri().path().split('/').skip(1).collect();
    let (status, body) = match path.as_slice() {
        ["containerLogs", namespace, pod, name] => {
            let container = Container {
                namespace: (*namespace).to_owned(),
                pod: (*pod).to_owned(),
                name: (*name).to_owned(),
                previous: set("previous"),
            };
            let seconds = pairs.get("sinceSeconds").and_then(|text| text.parse().ok());
            let since = pairs.get("sinceTime").and_then(|text| text.parse().ok());
            let query = Query {
                follow: set("follow"),
                timestamps: set("timestamps"),
                tail: pairs.get("tailLines").and_then(|text| text.parse().ok()),
                since: since.or(seconds.map(|seconds| Utc::now() - TimeDelta::seconds(seconds))),
            };
            let known = shared.lock().contains_key(&container);
            match known {
                true => (StatusCode::OK, log_of(shared.clone(), container, query)),
                false => (StatusCode::NOT_FOUND, text("no such container\n")),
            }
        }
        _ => (StatusCode::NOT_FOUND, text("no such page\n")),
    };
    let mut response = Response::new(StreamBody::new(body));
    *response.status_mut() = status;
    Ok(response)
}

fn text(text: &'static str) -> BoxStream<'static, Result<Frame<Bytes>, Infallible>> {
    stream::iter([Ok(Frame::data(Bytes::from_static(text.as_bytes())))]).boxed()
}

/// The log as the kubelet sends it: first the lines so far, then, with `follow`, the lines that come.
fn log_of(
    shared: Arc<Shared>,
    container: Container,
    query: Query,
) -> BoxStream<'static, Result<Frame<Bytes>, Infallible>> {
    let length = shared
        .lock()
        .get(&container)
        .map_or(0, |log| log.lines.len());
    let first = query.tail.map_or(0, |tail| length.saturating_sub(tail));
    let state = (shared, container, Arc::new(query), Some(first));
    stream::unfold(state, |(shared, container, query, position)| async move {
        let position = position?;
        let (lines, goes_on) = shared.lines_from(&container, position, query.follow).await;
        let next = position + lines.len();
        let mut text = String::new();
        for (time, line) in lines {
            if query.since.is_some_and(|since| time < since) {
                continue;
            }
            if query.timestamps {
                text.push_str(&time.to_rfc3339_opts(SecondsFormat::Nanos, true));
                text.push(' ');
            }
            text.push_str(&line);
            text.push('\n');
        }
        let frame = Ok(Frame::data(Bytes::from(text)));
        Some((frame, (shared, container, query, goes_on.then_some(next))))
    })
    .boxed()
}
