//! Creates, patches and deletes objects. Field validation is always strict: the API server rejects a field that the schema does not know,
//! instead of dropping it silently.

use http::Method;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::call::{Call, Subject};
use super::connect::Cluster;
use super::fault::Fault;
use super::object::parse_object;
use super::resource::Resource;
use crate::error::{Error, Result};

/// The name under which the API server records which fields we own.
pub const FIELD_MANAGER: &str = "kubectl-tidb-br";

/// How to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WriteOptions<'a> {
    /// Run admission and validation, store nothing.
    pub dry_run: bool,
    /// The field manager.
    pub field_manager: &'a str,
}

impl Default for WriteOptions<'_> {
    fn default() -> Self {
        Self {
            dry_run: false,
            field_manager: FIELD_MANAGER,
        }
    }
}

/// A patch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Patch<'a> {
    /// JSON merge patch: `null` deletes, lists replace.
    Merge(&'a Value),
    /// Server-side apply of the fields that we own.
    Apply {
        /// The fields, with `apiVersion` and `kind`.
        manifest: &'a Value,
        /// Take over fields that other managers own.
        force: bool,
    },
}

/// What happens to the objects that the deleted object owns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Propagation {
    /// They are deleted afterwards.
    Background,
    /// They are deleted first.
    Foreground,
    /// They are kept.
    Orphan,
}

/// The object is deleted only if it still has these values; otherwise the API server reports a conflict.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Preconditions {
    /// `metadata.uid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uid: Option<String>,
    /// `metadata.resourceVersion`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_version: Option<String>,
}

/// How to delete.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeleteOptions {
    /// What happens to owned objects; `None` leaves the choice to the API server.
    #[serde(rename = "propagationPolicy", skip_serializing_if = "Option::is_none")]
    pub propagation: Option<Propagation>,
    /// The values that the object must still have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preconditions: Option<Preconditions>,
    /// Run admission, delete nothing.
    #[serde(skip_serializing_if = "is_false", serialize_with = "all")]
    pub dry_run: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // The shape that serde asks for.
fn is_false(flag: &bool) -> bool {
    !flag
}

#[allow(clippy::trivially_copy_pass_by_ref)] // The shape that serde asks for.
fn all<S: Serializer>(_: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    ["All"].serialize(serializer)
}

impl Cluster {
    /// Creates the object in `manifest`, in its own namespace or else in the default one, and returns it as stored.
    ///
    /// # Errors
    /// `AlreadyExists`, `Forbidden`, `Invalid` and so on, as the server refuses; `Unknown` when the object may have been created although no
    /// usable answer came.
    pub async fn create(&self, manifest: &Value, options: WriteOptions<'_>) -> Result<Value> {
        let resource = Resource::of_manifest(manifest)?;
        let metadata = |key: &str| {
            manifest
                .pointer(&format!("/metadata/{key}"))
                .and_then(Value::as_str)
        };
        let namespace = metadata("namespace").unwrap_or(self.namespace());
        let name = metadata("name").or_else(|| metadata("generateName"));
        let subject = Subject::new("create", resource, Some(namespace), name);
        let path = resource.collection(Some(namespace))?;
        let call = Call::new(Method::POST, path, subject);
        self.write(call, "application/json", manifest, options)
            .await
    }

    /// Patches one object, or its status where that is a subresource, and returns it as stored.
    ///
    /// # Errors
    /// `Conflict` when the patch names a `resourceVersion` that is no longer current; `FieldConflict` when an apply without force would
    /// change fields of another manager; `Unknown` when the patch may have been carried out although no usable answer came.
    pub async fn patch(
        &self,
        resource: Resource,
        namespace: &str,
        name: &str,
        patch: Patch<'_>,
        subresource: Option<&str>,
        options: WriteOptions<'_>,
    ) -> Result<Value> {
        let mut path = resource.object(namespace, name)?;
        if let Some(subresource) = subresource {
            path = format!("{path}/{subresource}");
        }
        let subject = Subject::new("patch", resource, Some(namespace), Some(name));
        let call = Call::new(Method::PATCH, path, subject);
        match patch {
            Patch::Merge(fields) => {
                self.write(call, "application/merge-patch+json", fields, options)
                    .await
            }
            Patch::Apply { manifest, force } => {
                let call = call.query_opt("force", force.then_some("true"));
                self.write(call, "application/apply-patch+yaml", manifest, options)
                    .await
            }
        }
    }

    async fn write(
        &self,
        mut call: Call,
        content_type: &'static str,
        body: &Value,
        options: WriteOptions<'_>,
    ) -> Result<Value> {
        call.subject.writes = !options.dry_run;
        let call = call
            .query("fieldManager", options.field_manager)
            .query("fieldValidation", "Strict")
            .query_opt("dryRun", options.dry_run.then_some("All"))
            .body(content_type, bytes(body)?);
        self.answer(&call).await
    }

    /// Deletes one object. Returns the object as it is now, or a Status when it is gone.
    ///
    /// # Errors
    /// `Conflict` when a precondition is no longer met; `NotFound`; `Unknown` when the object may have been deleted although no usable answer
    /// came.
    pub async fn delete(
        &self,
        resource: Resource,
        namespace: &str,
        name: &str,
        options: &DeleteOptions,
    ) -> Result<Value> {
        let subject = Subject {
            writes: !options.dry_run,
            ..Subject::new("delete", resource, Some(namespace), Some(name))
        };
        let call = Call::new(Method::DELETE, resource.object(namespace, name)?, subject)
            .body("application/json", bytes(options)?);
        let answer = self
            .fetch(&call)
            .await
            .and_then(|bytes| parse_deleted(&bytes, resource));
        answer.map_err(|fault| self.explain(fault, &call.subject))
    }

    /// Sends `call` and parses the object in the answer.
    pub(super) async fn answer(&self, call: &Call) -> Result<Value> {
        let answer = self
            .fetch(call)
            .await
            .and_then(|bytes| parse_object(&bytes, call.subject.resource));
        answer.map_err(|fault| self.explain(fault, &call.subject))
    }
}

/// Parses the answer to a delete: a Status of success, or the object where it waits for finalizers.
fn parse_deleted(bytes: &[u8], resource: Resource) -> Result<Value, Fault> {
    let is = |status: &Value, key: &str, text: &str| {
        status.get(key).and_then(Value::as_str) == Some(text)
    };
    match serde_json::from_slice::<Value>(bytes) {
        Ok(status) if is(&status, "kind", "Status") && is(&status, "status", "Success") => {
            Ok(status)
        }
        _ => parse_object(bytes, Some(resource)),
    }
}

fn bytes(body: &impl Serialize) -> Result<Vec<u8>> {
    serde_json::to_vec(body).map_err(|error| Error::failed(format!("cannot write JSON: {error}")))
}
