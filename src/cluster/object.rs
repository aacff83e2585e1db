//! Reads one object.

use serde_json::Value;

use super::call::{Call, Subject};
use super::connect::Cluster;
use super::fault::{Fault, Missing};
use super::resource::Resource;
use crate::error::Result;

/// The result of a read by name.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// The object.
    Object(Value),
    /// The API server serves the resource, but the object does not exist.
    NotFound,
    /// The API server does not serve the resource: its CRD is not installed.
    NotServed,
}

impl Found {
    /// The object, if it exists.
    pub fn object(self) -> Option<Value> {
        match self {
            Self::Object(object) => Some(object),
            Self::NotFound | Self::NotServed => None,
        }
    }
}

impl Cluster {
    /// Reads one object, in one request.
    ///
    /// # Errors
    /// Any failure except a 404.
    pub async fn get(&self, resource: Resource, namespace: &str, name: &str) -> Result<Found> {
        let call = get(resource, namespace, name)?;
        let found = self.find(&call).await;
        found.map_err(|fault| self.explain(fault, &call.subject))
    }

    /// Sends the `call` for one object.
    pub(super) async fn find(&self, call: &Call) -> Result<Found, Fault> {
        match self.fetch(call).await {
            Ok(bytes) => parse_object(&bytes, call.subject.resource).map(Found::Object),
            Err(fault) => match fault.missing() {
                Some(Missing::Object) => Ok(Found::NotFound),
                Some(Missing::Resource) => Ok(Found::NotServed),
                None => Err(fault),
            },
        }
    }
}

/// The call for one object.
pub(super) fn get(resource: Resource, namespace: &str, name: &str) -> Result<Call> {
    let path = resource.object(namespace, name)?;
    Ok(Call::get(
        path,
        Subject::new("get", resource, Some(namespace), Some(name)),
    ))
}

/// Parses an object of `resource`. A login page or gateway may answer 200 with JSON of its own, which must not count as an object.
pub(super) fn parse_object(bytes: &[u8], resource: Option<Resource>) -> Result<Value, Fault> {
    let document: Value =
        serde_json::from_slice(bytes).map_err(|error| Fault::malformed(&error))?;
    let text = |key| {
        document
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    match resource {
        Some(resource) if text("kind") != resource.kind || text("apiVersion").is_empty() => {
            Err(not_a(resource.kind))
        }
        _ => Ok(document),
    }
}

/// The fault of an answer that is JSON, but no document of this kind.
pub(super) fn not_a(kind: &str) -> Fault {
    Fault::Malformed(format!("it is not a Kubernetes {kind}"))
}
