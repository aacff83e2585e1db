//! Reading one object.

use serde_json::Value;

use super::call::{Call, Subject};
use super::resource::Resource;
use super::transport::Fault;
use super::{Cluster, error};
use crate::error::Result;

/// What a read by name found.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// The object.
    Object(Value),
    /// The API server knows the resource, but no such object.
    NotFound,
    /// The API server does not serve the resource: its CRD is not installed.
    NotServed,
}

impl Found {
    /// The object, if there is one.
    pub fn object(self) -> Option<Value> {
        match self {
            Self::Object(object) => Some(object),
            Self::NotFound | Self::NotServed => None,
        }
    }
}

impl Cluster {
    /// Reads one object. One request, whatever the answer.
    ///
    /// # Errors
    /// Everything but a 404.
    pub async fn get(&self, resource: Resource, namespace: &str, name: &str) -> Result<Found> {
        let subject = subject("get", resource, Some(namespace), Some(name));
        let call = Call::get(resource.object(namespace, name)?, subject.clone());
        let outcome = match self.fetch(&call).await {
            Ok(bytes) => document(&bytes).map(Found::Object),
            Err(fault) => match error::missing(&fault) {
                Some(error::Missing::Object) => Ok(Found::NotFound),
                Some(error::Missing::Resource) => Ok(Found::NotServed),
                None => Err(fault),
            },
        };
        outcome.map_err(|fault| self.explain(fault, &subject))
    }
}

pub(super) fn subject(
    verb: &'static str,
    resource: Resource,
    namespace: Option<&str>,
    name: Option<&str>,
) -> Subject {
    Subject {
        verb,
        resource: Some(resource),
        namespace: namespace.filter(|_| resource.namespaced).map(str::to_owned),
        name: name.map(str::to_owned),
    }
}

pub(super) fn document(bytes: &[u8]) -> Result<Value, Fault> {
    serde_json::from_slice(bytes).map_err(|error| Fault::Malformed(error.to_string()))
}
