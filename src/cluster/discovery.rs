//! Asks the API server what it serves and what the user may do, in single requests about one thing. Full discovery is never done.

use std::collections::HashMap;

use http::Method;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Value, json};

use super::call::{Call, Subject};
use super::connect::Cluster;
use super::fault::Fault;
use super::resource::Resource;
use crate::api::{Kind, Operator};
use crate::error::{Error, Result};

/// The answer to a question about rights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// Whether the request would be allowed.
    pub allowed: bool,
    /// The reason, if the API server gives one.
    pub reason: Option<String>,
}

/// A question about rights.
#[derive(Debug, Clone, Copy)]
pub struct AccessQuestion<'a> {
    /// `get`, `list`, `watch`, `create`, `patch`, `delete`, …
    pub verb: &'a str,
    /// The resource.
    pub resource: Resource,
    /// A part of the resource, such as `status` or `log`.
    pub subresource: Option<&'a str>,
    /// The namespace; `None` asks about all.
    pub namespace: Option<&'a str>,
    /// The object; `None` asks about any.
    pub name: Option<&'a str>,
}

impl AccessQuestion<'_> {
    /// The `resourceAttributes` of an access review.
    fn attributes(&self) -> Value {
        json!({
            "verb": self.verb,
            "group": self.resource.group,
            "resource": self.resource.plural,
            "subresource": self.subresource,
            "namespace": self.namespace,
            "name": self.name,
        })
    }
}

/// The schemas of one API group, reduced to the names of fields.
#[derive(Debug, Deserialize)]
pub struct Schemas {
    // Every document of this kind has it, so that other JSON does not pass for a group without schemas.
    #[serde(rename = "openapi")]
    _openapi: IgnoredAny,
    #[serde(default)]
    components: Components,
}

#[derive(Debug, Default, Deserialize)]
struct Components {
    #[serde(default)]
    schemas: HashMap<String, Schema>,
}

#[derive(Debug, Deserialize)]
struct Schema {
    #[serde(default)]
    properties: HashMap<String, Schema>,
    items: Option<Box<Schema>>,
}

impl Schemas {
    /// Whether objects of `kind` have the field at `path`, such as `spec.logSubcommand`. `[]` means the items of a list: `spec.env[].name`.
    pub fn has(&self, kind: Kind, path: &str) -> bool {
        let suffix = format!(".{}", kind.name());
        let schemas = &self.components.schemas;
        let Some((_, root)) = schemas.iter().find(|(name, _)| name.ends_with(&suffix)) else {
            return false;
        };
        let mut schema = root;
        for step in path.split('.') {
            let field = step.trim_end_matches("[]");
            let Some(next) = schema.properties.get(field) else {
                return false;
            };
            schema = match (&next.items, step.ends_with("[]")) {
                (Some(items), true) => items,
                (None, true) => return false,
                (_, false) => next,
            };
        }
        true
    }
}

#[derive(Deserialize)]
struct ResourceList {
    resources: Vec<Served>,
}

#[derive(Deserialize)]
struct Served {
    name: String,
    kind: String,
}

impl Cluster {
    /// The kinds that the API server serves in the group of `operator`; `None` when it does not serve the group. Sends one request.
    ///
    /// # Errors
    /// Any failure except a 404.
    pub async fn served(&self, operator: Operator) -> Result<Option<Vec<String>>> {
        let path = format!("/apis/{}", operator.api_version());
        let list: Option<ResourceList> = self.read_path(&path).await?;
        let kinds = |list: ResourceList| {
            let whole = list
                .resources
                .into_iter()
                .filter(|served| !served.name.contains('/'));
            whole.map(|served| served.kind).collect()
        };
        Ok(list.map(kinds))
    }

    /// The schemas in the group of `operator`; `None` when the group is not served. Needs no right to read CRDs. The answer has about two
    /// megabytes, so ask only where it decides something, and only once.
    ///
    /// # Errors
    /// Any failure except a 404.
    pub async fn schemas(&self, operator: Operator) -> Result<Option<Schemas>> {
        self.read_path(&format!("/openapi/v3/apis/{}", operator.api_version()))
            .await
    }

    /// The version of the API server, such as `v1.34.4`.
    ///
    /// # Errors
    /// There is no connection, or no right to ask.
    pub async fn server_version(&self) -> Result<String> {
        let version: Option<Value> = self.read_path("/version").await?;
        let text = version
            .as_ref()
            .and_then(|version| version.get("gitVersion"))
            .and_then(Value::as_str);
        text.map(str::to_owned).ok_or_else(|| {
            Error::failed(format!(
                "{} does not report its version",
                self.target().server
            ))
        })
    }

    /// Asks whether the user may do something, without doing it.
    ///
    /// # Errors
    /// There is no connection, or the API server does not answer such questions.
    pub async fn may(&self, question: AccessQuestion<'_>) -> Result<Access> {
        let review = json!({
            "apiVersion": "authorization.k8s.io/v1",
            "kind": "SelfSubjectAccessReview",
            "spec": {"resourceAttributes": question.attributes()},
        });
        self.review(Resource::ACCESS_REVIEWS, None, &review).await
    }

    /// Asks whether a service account of `namespace` may do something there, without doing it.
    ///
    /// # Errors
    /// Forbidden for users who may not ask for others; no connection.
    pub async fn account_may(
        &self,
        account: &str,
        namespace: &str,
        question: AccessQuestion<'_>,
    ) -> Result<Access> {
        let groups = [
            "system:serviceaccounts".to_owned(),
            format!("system:serviceaccounts:{namespace}"),
            "system:authenticated".to_owned(),
        ];
        let review = json!({
            "apiVersion": "authorization.k8s.io/v1",
            "kind": "LocalSubjectAccessReview",
            "metadata": {"namespace": namespace},
            "spec": {
                "user": format!("system:serviceaccount:{namespace}:{account}"),
                "groups": groups,
                "resourceAttributes": question.attributes(),
            },
        });
        self.review(Resource::ACCOUNT_REVIEWS, Some(namespace), &review)
            .await
    }

    async fn review(
        &self,
        resource: Resource,
        namespace: Option<&str>,
        review: &Value,
    ) -> Result<Access> {
        let call = Call::new(
            Method::POST,
            resource.collection(namespace)?,
            Subject::new("create", resource, namespace, None),
        )
        .body("application/json", review.to_string().into_bytes());
        let answer = self.answer(&call).await?;
        let status = |field: &str| answer.pointer(&format!("/status/{field}"));
        let reason = status("reason")
            .and_then(Value::as_str)
            .filter(|reason| !reason.is_empty());
        Ok(Access {
            allowed: status("allowed").and_then(Value::as_bool).unwrap_or(false),
            reason: reason.map(str::to_owned),
        })
    }

    /// Reads a document that is no API object; `None` when the path does not exist.
    async fn read_path<T: serde::de::DeserializeOwned>(&self, path: &str) -> Result<Option<T>> {
        let subject = Subject {
            verb: "get",
            ..Subject::default()
        };
        let answer = match self.fetch(&Call::get(path, subject.clone())).await {
            Err(fault) if fault.missing().is_some() => return Ok(None),
            Err(fault) => Err(fault),
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| Fault::malformed(&error)),
        };
        answer
            .map(Some)
            .map_err(|fault| self.explain(fault, &subject))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn fields_of_a_schema() {
        let schemas: Schemas = serde_json::from_value(json!({"openapi": "3.0.0", "paths": {"/x": {"get": {}}},
            "components": {"schemas": {
                "com.pingcap.br.v1alpha1.BackupSchedule": {"properties": {"other": {}}},
                "com.pingcap.br.v1alpha1.Backup": {"type": "object", "properties": {
                    "spec": {"type": "object", "properties": {
                        "env": {"type": "array", "items": {"properties": {"name": {"type": "string"}}}},
                        "logSubcommand": {"type": "string"}}}}}}}}))
        .unwrap();
        for (path, expected) in [
            ("spec", true),
            ("spec.logSubcommand", true),
            ("spec.env[].name", true),
            ("spec.env.name", false),
            ("spec.logSubcommand[]", false),
            ("spec.logStop", false),
            ("other", false),
        ] {
            assert_eq!(schemas.has(Kind::Backup, path), expected, "{path}");
        }
        assert!(!schemas.has(Kind::Restore, "spec"));
    }
}
