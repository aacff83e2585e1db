//! The requests of the stand-in to a real API server, and the retry of status writers after a conflict.

use std::fmt;

use chrono::{DateTime, Utc};
use kube::Client;
use serde_json::{Value, json};

use super::action::{Action, Writer};
use super::dialect::{Dialect, OperatorLine};
use super::document::{ObjectKey, as_map, deleting, list, map, text};
use super::job::{with_status, without_finalizers};
use super::live_objects::event;
use super::observe::{Change, ObjectKind};
use super::{restore_status, status};
use crate::request;

/// Tries of one write before a conflict counts as a refusal.
const TRIES: u32 = 8;

/// Why a request was not granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The object does not exist.
    Missing,
    /// Somebody else changed the object in between, or it exists already.
    Conflict,
    /// The server refused the content of the request.
    Refused(String),
    /// The server did not answer, or asked to come back later.
    Unreachable(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Missing => f.write_str("the object is not there"),
            Trouble::Conflict => f.write_str("the object exists already, or was changed meanwhile"),
            Trouble::Refused(why) | Trouble::Unreachable(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for Trouble {}

/// A client that acts for one operator line.
#[derive(Clone)]
pub struct Live {
    client: Client,
    dialect: Dialect,
}

impl Live {
    /// A client for `dialect` that sends its requests through `client`.
    pub fn new(client: Client, dialect: Dialect) -> Self {
        Self { client, dialect }
    }

    /// The client.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The path of a kind, of all namespaces or of one.
    pub fn path(&self, kind: ObjectKind, namespace: Option<&str>) -> String {
        let (root, plural) = match (kind, self.dialect) {
            (ObjectKind::Job, _) => ("/apis/batch/v1".to_owned(), "jobs"),
            (ObjectKind::Pod, _) => ("/api/v1".to_owned(), "pods"),
            (ObjectKind::Secret, _) => ("/api/v1".to_owned(), "secrets"),
            (ObjectKind::ConfigMap, _) => ("/api/v1".to_owned(), "configmaps"),
            (ObjectKind::StatefulSet, _) => ("/apis/apps/v1".to_owned(), "statefulsets"),
            (ObjectKind::Backup, dialect) => (root_of(dialect), "backups"),
            (ObjectKind::Restore, dialect) => (root_of(dialect), "restores"),
            (ObjectKind::Schedule, dialect) => (root_of(dialect), "backupschedules"),
            (ObjectKind::Compaction, dialect) => (root_of(dialect), "compactbackups"),
            (ObjectKind::Cluster, Dialect::V2) => (core_root(), "clusters"),
            (ObjectKind::Cluster, dialect) => (root_of(dialect), "tidbclusters"),
            (ObjectKind::TikvGroup, _) => (core_root(), "tikvgroups"),
            (ObjectKind::PdGroup, _) => (core_root(), "pdgroups"),
        };
        match namespace {
            Some(namespace) => format!("{root}/namespaces/{namespace}/{plural}"),
            None => format!("{root}/{plural}"),
        }
    }

    /// The path of one object.
    pub fn object(&self, kind: ObjectKind, key: &ObjectKey) -> String {
        format!("{}/{}", self.path(kind, Some(&key.namespace)), key.name)
    }

    /// One request; the answer is the object.
    pub async fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, Trouble> {
        let answer = request::send(&self.client, method, path, body).await;
        let (code, object) = answer.map_err(|error| Trouble::Unreachable(error.to_string()))?;
        let message = || text(&object, "/message").to_owned();
        match code {
            200..300 => Ok(object),
            404 => Err(Trouble::Missing),
            409 => Err(Trouble::Conflict),
            429 | 500.. => Err(Trouble::Unreachable(message())),
            _ => Err(Trouble::Refused(message())),
        }
    }

    /// Makes one request of a step and returns the changes that the answer reports. `held` is the object as the stand-in
    /// knows it.
    pub async fn perform(
        &self,
        action: &Action,
        held: Option<Value>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Change>, Trouble> {
        match action {
            Action::Status {
                backup,
                update,
                writer,
            } => {
                let apply = |object: &Value| status::apply(self.dialect, object, update, now);
                self.write_status(ObjectKind::Backup, backup, *writer, held, apply)
                    .await
            }
            Action::Report {
                restore,
                report,
                writer,
            } => {
                let apply =
                    |object: &Value| restore_status::apply(self.dialect, object, report, now);
                self.write_status(ObjectKind::Restore, restore, *writer, held, apply)
                    .await
            }
            Action::Finalizer {
                kind,
                object,
                name,
                present,
            } => {
                let path = self.object(*kind, object);
                let query = self.managed_by(Writer::Controller);
                let change = |object: &Value| Some(with_finalizer(*kind, object, name, *present));
                self.rewrite(*kind, &path, &query, held, change).await
            }
            Action::CreateJob(job) => self.create_job(job).await,
            Action::DeleteJob(job) => self.delete_job(job).await,
            Action::CreatePod(pod) => self.create_pod(pod).await,
            Action::PodStatus { pod, status } => self.write_pod_status(pod, status).await,
            Action::DeletePods(job) => self.delete_pods(job).await,
            Action::Log { .. } => Ok(Vec::new()),
            Action::ReleaseJob(job) => {
                let path = self.object(ObjectKind::Job, job);
                let change = |object: &Value| Some(without_finalizers(object));
                self.rewrite(ObjectKind::Job, &path, "", held, change).await
            }
            Action::JobStatus { job, status } => {
                let path = self.object(ObjectKind::Job, job);
                let change = |object: &Value| Some(with_status(object, status));
                self.rewrite(ObjectKind::Job, &path, "/status", held, change)
                    .await
            }
            Action::Create(kind, object) => self.create(*kind, object).await,
            Action::Delete(kind, key) => self.delete(*kind, key).await,
            Action::Merge(kind, key, patch) => self.change(*kind, key, patch).await,
            Action::Event { about, .. } => {
                let path = format!("/api/v1/namespaces/{}/events", about.namespace);
                let event = event(self.dialect, action, held.as_ref(), now);
                self.send("POST", &path, &event).await?;
                Ok(Vec::new())
            }
        }
    }

    async fn write_status(
        &self,
        kind: ObjectKind,
        key: &ObjectKey,
        writer: Writer,
        held: Option<Value>,
        apply: impl Fn(&Value) -> Option<Value>,
    ) -> Result<Vec<Change>, Trouble> {
        let path = self.object(kind, key);
        // v1 has no status subresource: the whole object goes over the wire, with what Go makes of its spec.
        let own = self.dialect.operator().status_subresource();
        let change = |object: &Value| {
            let changed = apply(object)?;
            Some(if own {
                changed
            } else {
                go_form(kind, &changed)
            })
        };
        let subresource = if own { "/status" } else { "" };
        let suffix = format!("{subresource}{}", self.managed_by(writer));
        self.rewrite(kind, &path, &suffix, held, change).await
    }

    /// The query that names the field manager.
    pub(super) fn managed_by(&self, writer: Writer) -> String {
        let manager = match writer {
            Writer::Controller => self.dialect.field_manager(),
            Writer::Pod => "tidb-backup-manager",
        };
        format!("?fieldManager={manager}")
    }

    /// GET the latest object, change it, PUT; after a conflict again.
    pub(super) async fn rewrite(
        &self,
        kind: ObjectKind,
        path: &str,
        suffix: &str,
        held: Option<Value>,
        change: impl Fn(&Value) -> Option<Value>,
    ) -> Result<Vec<Change>, Trouble> {
        let mut latest = held;
        for _ in 0..TRIES {
            let object = match latest.take() {
                Some(object) => object,
                None => self.send("GET", path, &Value::Null).await?,
            };
            let Some(changed) = change(&object) else {
                return Ok(Vec::new());
            };
            let url = format!("{path}{suffix}");
            match self.send("PUT", &url, &changed).await {
                Ok(written) => return Ok(vec![change_of(kind, written)]),
                Err(Trouble::Conflict) => {}
                Err(trouble) => return Err(trouble),
            }
        }
        Err(Trouble::Conflict)
    }

    pub(super) async fn create_job(&self, job: &Value) -> Result<Vec<Change>, Trouble> {
        let key = ObjectKey::from_object(job);
        let path = self.path(ObjectKind::Job, Some(&key.namespace));
        let created = match self.send("POST", &path, job).await {
            Err(Trouble::Conflict) => {
                let path = self.object(ObjectKind::Job, &key);
                self.send("GET", &path, &Value::Null).await?
            }
            other => other?,
        };
        Ok(vec![Change::Seen(ObjectKind::Job, created)])
    }

    pub(super) async fn delete_job(&self, job: &ObjectKey) -> Result<Vec<Change>, Trouble> {
        let path = self.object(ObjectKind::Job, job);
        let path = format!("{path}?propagationPolicy=Background");
        match self.send("DELETE", &path, &Value::Null).await {
            Ok(_) | Err(Trouble::Missing) => {
                self.delete_pods(job).await?;
                Ok(vec![Change::Gone(ObjectKind::Job, job.clone())])
            }
            Err(trouble) => Err(trouble),
        }
    }
}

/// The change that an answer stands for: an object that nothing holds any more is gone.
pub(super) fn change_of(kind: ObjectKind, object: Value) -> Change {
    match deleting(&object) && list(&object, "/metadata/finalizers").is_empty() {
        true => Change::Gone(kind, ObjectKey::from_object(&object)),
        false => Change::Seen(kind, object),
    }
}

fn root_of(dialect: Dialect) -> String {
    format!("/apis/{}", dialect.operator().api_version())
}

fn core_root() -> String {
    "/apis/core.pingcap.com/v1alpha1".to_owned()
}

/// The object as the operator's Go types print it.
pub fn go_form(kind: ObjectKind, object: &Value) -> Value {
    match kind {
        ObjectKind::Restore => restore_status::go_form(object),
        _ => status::go_form(object),
    }
}

/// The object as the operator PUTs it, with its finalizer or without.
pub fn with_finalizer(kind: ObjectKind, object: &Value, name: &str, present: bool) -> Value {
    let mut object = go_form(kind, object);
    let metadata = map(as_map(&mut object), "metadata");
    let finalizers = metadata.entry("finalizers").or_insert(json!([]));
    if let Some(finalizers) = finalizers.as_array_mut() {
        finalizers.retain(|other| other != name);
        if present {
            finalizers.push(json!(name));
        }
    }
    object
}
