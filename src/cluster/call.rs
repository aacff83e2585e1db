//! One request before it is sent. It is built once and can be sent several times.

use std::time::Duration;

use form_urlencoded::Serializer;
use http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, USER_AGENT};
use http::{Method, Request};
use kube::client::Body;

use super::resource::Resource;

/// The name of this program in the audit log of the API server.
const AGENT: &str = concat!("kubectl-tidb-br/", env!("CARGO_PKG_VERSION"));

/// How many times one request is sent again at most.
pub(super) const RETRIES: u32 = 3;

/// What a request is about, for messages.
#[derive(Debug, Clone, Default)]
pub(super) struct Subject {
    /// The RBAC verb.
    pub verb: &'static str,
    pub resource: Option<Resource>,
    pub namespace: Option<String>,
    pub name: Option<String>,
    /// Whether the request changes the cluster. A dry run and a question about rights do not.
    pub writes: bool,
}

impl Subject {
    /// A request about a resource, or about one of its objects, that changes nothing.
    pub fn new(
        verb: &'static str,
        resource: Resource,
        namespace: Option<&str>,
        name: Option<&str>,
    ) -> Self {
        Self {
            verb,
            resource: Some(resource),
            namespace: namespace.filter(|_| resource.namespaced).map(str::to_owned),
            name: name.map(str::to_owned),
            writes: false,
        }
    }
}

/// One request.
#[derive(Debug, Clone)]
pub(super) struct Call {
    pub method: Method,
    path: String,
    query: Vec<(&'static str, String)>,
    content_type: Option<&'static str>,
    body: Vec<u8>,
    /// The time limit of this request, instead of that of the connection.
    pub limit: Option<Duration>,
    /// How many times it is sent again at most.
    pub retries: u32,
    pub subject: Subject,
}

impl Call {
    pub fn new(method: Method, path: String, subject: Subject) -> Self {
        Self {
            method,
            path,
            query: Vec::new(),
            content_type: None,
            body: Vec::new(),
            limit: None,
            retries: RETRIES,
            subject,
        }
    }

    pub fn get(path: impl Into<String>, subject: Subject) -> Self {
        Self::new(Method::GET, path.into(), subject)
    }

    pub fn query(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.query.push((key, value.into()));
        self
    }

    pub fn query_opt(self, key: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.query(key, value),
            None => self,
        }
    }

    pub fn body(mut self, content_type: &'static str, body: Vec<u8>) -> Self {
        self.content_type = Some(content_type);
        self.body = body;
        self
    }

    pub fn within(mut self, limit: Duration) -> Self {
        self.limit = Some(limit);
        self
    }

    /// For callers that retry on their own.
    pub fn once(mut self) -> Self {
        self.retries = 0;
        self
    }

    /// The body, for the log.
    pub fn body_bytes(&self) -> &[u8] {
        &self.body
    }

    /// The path with its query.
    pub fn target(&self) -> String {
        if self.query.is_empty() {
            return self.path.clone();
        }
        let query = Serializer::new(String::new())
            .extend_pairs(&self.query)
            .finish();
        format!("{}?{query}", self.path)
    }

    pub fn request(&self) -> http::Result<Request<Body>> {
        let mut request = Request::builder()
            .method(self.method.clone())
            .uri(self.target())
            .header(USER_AGENT, AGENT)
            .header(ACCEPT, "application/json")
            // Newer servers compress watch streams event by event, which no line reader can follow.
            .header(ACCEPT_ENCODING, "identity");
        if let Some(content_type) = self.content_type {
            request = request.header(CONTENT_TYPE, content_type);
        }
        request.body(Body::from(self.body.clone()))
    }
}
