//! Creating, patching and deleting. Field validation is always strict: a field that the schema does not know is an error, where
//! the API server would otherwise drop it without a word.

use http::Method;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::call::{Call, Subject};
use super::connect::Cluster;
use super::object::document;
use super::resource::Resource;
use crate::error::{Error, Result};

/// The name under which the API server remembers which fields are ours.
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
    /// Server-side apply of the fields that are ours.
    Apply {
        /// The fields, with `apiVersion` and `kind`.
        manifest: &'a Value,
        /// Take over fields that other managers own.
        force: bool,
    },
}

/// What becomes of the objects that the deleted one owns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Propagation {
    /// They go afterwards.
    Background,
    /// They go first.
    Foreground,
    /// They stay.
    Orphan,
}

/// The delete only happens while these hold; else it is a conflict.
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
    /// Owned objects; `None` leaves it to the API server.
    #[serde(rename = "propagationPolicy", skip_serializing_if = "Option::is_none")]
    pub propagation: Option<Propagation>,
    /// What must still hold.
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
    /// `Exit::Failed` for everything the server refuses, "already exists" included.
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
    /// `Exit::Conflict` when the patch names a `resourceVersion` that is no longer current, or when an apply without force meets
    /// the fields of another manager; `Exit::Failed` for everything else.
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

    /// Deletes one object. Returns it as it is now: gone, or waiting for its finalizers.
    ///
    /// # Errors
    /// `Exit::Conflict` when a precondition no longer holds; `Exit::Failed` for everything else, "not found" included.
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
        self.answer(&call).await
    }

    /// Sends `call` and reads the document that comes back.
    pub(super) async fn answer(&self, call: &Call) -> Result<Value> {
        let answer = self.fetch(call).await.and_then(|bytes| document(&bytes));
        answer.map_err(|fault| self.explain(fault, &call.subject))
    }
}

fn bytes(body: &impl Serialize) -> Result<Vec<u8>> {
    serde_json::to_vec(body).map_err(|error| Error::failed(format!("cannot write JSON: {error}")))
}
