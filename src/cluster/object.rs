//! Reads one object.

use serde_json::Value;

use super::call::{Call, Subject};
use super::connect::Cluster;
use super::fault::{Fault, Missing};
use super::resource::Resource;
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
        let call = get(resource, namespace, name)?;
        let found = self.find(&call).await;
        found.map_err(|fault| self.explain(fault, &call.subject))
    }

    /// Sends the `call` for one object.
    pub(super) async fn find(&self, call: &Call) -> Result<Found, Fault> {
        match self.fetch(call).await {
            Ok(bytes) => document(&bytes).map(Found::Object),
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

pub(super) fn document(bytes: &[u8]) -> Result<Value, Fault> {
    serde_json::from_slice(bytes).map_err(|error| Fault::malformed(&error))
}
