//! A request as the program sent it, and the test's decision about it.

use std::sync::Mutex;

use http::HeaderMap;
use kube::Client;
use serde_json::Value;

use super::fault::Fault;

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

/// Decides what goes wrong with a request; `None` lets it pass. It may block, and may change the cluster first.
pub(super) type Decide = Box<dyn FnMut(&Request) -> Option<Fault> + Send>;

/// What all connections of a proxy use.
pub(super) struct Shared {
    pub upstream: Client,
    pub decide: Mutex<Decide>,
    pub requests: Mutex<Vec<Request>>,
}
