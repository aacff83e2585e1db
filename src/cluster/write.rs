//! Creating, patching and deleting. Field validation is always strict: a field that the schema does not know is an error, where
//! the API server would otherwise drop it without a word.

use http::Method;
use serde_json::{Value, json};

use super::Cluster;
use super::call::Call;
use super::read::{document, subject};
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

/// The kinds of patches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patch {
    /// JSON merge patch: `null` deletes, lists replace.
    Merge,
    /// Server-side apply.
    Apply {
        /// Take over fields that other managers own.
        force: bool,
    },
}

impl Patch {
    fn content_type(self) -> &'static str {
        match self {
            Self::Merge => "application/merge-patch+json",
            Self::Apply { .. } => "application/apply-patch+yaml",
        }
    }
}

/// What becomes of the objects that the deleted one owns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Propagation {
    /// They go afterwards.
    Background,
    /// They go first.
    Foreground,
    /// They stay.
    Orphan,
}

/// The delete only happens while these hold; else it is a conflict.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preconditions {
    /// `metadata.uid`.
    pub uid: Option<String>,
    /// `metadata.resourceVersion`.
    pub resource_version: Option<String>,
}

/// How to delete.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeleteOptions {
    /// Owned objects; `None` leaves it to the API server.
    pub propagation: Option<Propagation>,
    /// What must still hold.
    pub preconditions: Preconditions,
    /// Run admission, delete nothing.
    pub dry_run: bool,
}

impl DeleteOptions {
    fn body(&self) -> Value {
        let mut body = json!({"kind": "DeleteOptions", "apiVersion": "v1"});
        if let Some(propagation) = self.propagation {
            body["propagationPolicy"] = json!(match propagation {
                Propagation::Background => "Background",
                Propagation::Foreground => "Foreground",
                Propagation::Orphan => "Orphan",
            });
        }
        let Preconditions {
            uid,
            resource_version,
        } = &self.preconditions;
        if let Some(uid) = uid {
            body["preconditions"]["uid"] = json!(uid);
        }
        if let Some(version) = resource_version {
            body["preconditions"]["resourceVersion"] = json!(version);
        }
        if self.dry_run {
            body["dryRun"] = json!(["All"]);
        }
        body
    }
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
        let subject = subject("create", resource, Some(namespace), name);
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
    #[allow(clippy::too_many_arguments)]
    pub async fn patch(
        &self,
        resource: Resource,
        namespace: &str,
        name: &str,
        patch: Patch,
        body: &Value,
        subresource: Option<&str>,
        options: WriteOptions<'_>,
    ) -> Result<Value> {
        let mut path = resource.object(namespace, name)?;
        if let Some(subresource) = subresource {
            path = format!("{path}/{subresource}");
        }
        let subject = subject("patch", resource, Some(namespace), Some(name));
        let mut call = Call::new(Method::PATCH, path, subject);
        if patch == (Patch::Apply { force: true }) {
            call = call.query("force", "true");
        }
        self.write(call, patch.content_type(), body, options).await
    }

    async fn write(
        &self,
        call: Call,
        content_type: &'static str,
        body: &Value,
        options: WriteOptions<'_>,
    ) -> Result<Value> {
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
        let subject = subject("delete", resource, Some(namespace), Some(name));
        let call = Call::new(Method::DELETE, resource.object(namespace, name)?, subject)
            .body("application/json", bytes(&options.body())?);
        self.answer(&call).await
    }

    /// Sends `call` and reads the document that comes back.
    pub(super) async fn answer(&self, call: &Call) -> Result<Value> {
        let answer = self.fetch(call).await.and_then(|bytes| document(&bytes));
        answer.map_err(|fault| self.explain(fault, &call.subject))
    }
}

fn bytes(body: &Value) -> Result<Vec<u8>> {
    serde_json::to_vec(body).map_err(|error| Error::failed(format!("cannot write JSON: {error}")))
}
