//! Requests for whole objects of any kind, for Pods, and for Events.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::action::{Action, Writer};
use super::dialect::{Dialect, OperatorLine};
use super::document::{ObjectKey, stamp, text};
use super::live::{Live, Trouble, change_of};
use super::observe::{Change, ObjectKind};

impl Live {
    /// Creates an object.
    pub(super) async fn create(
        &self,
        kind: ObjectKind,
        object: &Value,
    ) -> Result<Vec<Change>, Trouble> {
        let namespace = text(object, "/metadata/namespace");
        let query = self.managed_by(Writer::Controller);
        let path = format!("{}{query}", self.path(kind, Some(namespace)));
        let created = self.send("POST", &path, object).await?;
        Ok(vec![Change::Seen(kind, created)])
    }

    /// Deletes an object; its dependents go afterwards.
    pub(super) async fn delete(
        &self,
        kind: ObjectKind,
        key: &ObjectKey,
    ) -> Result<Vec<Change>, Trouble> {
        let path = self.object(kind, key);
        let path = format!("{path}?propagationPolicy=Background");
        let gone = Change::Gone(kind, key.clone());
        match self.send("DELETE", &path, &Value::Null).await {
            // The answer is the object while a finalizer holds it, and a Status when it is gone.
            Ok(answer) if text(&answer, "/kind") != "Status" => Ok(vec![change_of(kind, answer)]),
            Ok(_) | Err(Trouble::Missing) => Ok(vec![gone]),
            Err(trouble) => Err(trouble),
        }
    }

    /// Changes an object by a merge patch.
    pub(super) async fn change(
        &self,
        kind: ObjectKind,
        key: &ObjectKey,
        patch: &Value,
    ) -> Result<Vec<Change>, Trouble> {
        let query = self.managed_by(Writer::Controller);
        let path = format!("{}{query}", self.object(kind, key));
        let changed = self.send("PATCH", &path, patch).await?;
        Ok(vec![change_of(kind, changed)])
    }
}

impl Live {
    /// Creates a Pod. A Pod that the API server refuses is left out: nothing else depends on Pods.
    pub(super) async fn create_pod(&self, pod: &Value) -> Result<Vec<Change>, Trouble> {
        let path = self.path(ObjectKind::Pod, Some(text(pod, "/metadata/namespace")));
        unless_refused(self.send("POST", &path, pod).await)
    }

    /// Writes the status of a Pod, as the kubelet does.
    pub(super) async fn write_pod_status(
        &self,
        pod: &ObjectKey,
        status: &Value,
    ) -> Result<Vec<Change>, Trouble> {
        let path = format!("{}/status", self.object(ObjectKind::Pod, pod));
        unless_refused(self.send("PATCH", &path, &json!({"status": status})).await)
    }

    /// Deletes the Pods of a Job at once, as there is no kubelet that would confirm their end.
    pub(super) async fn delete_pods(&self, job: &ObjectKey) -> Result<Vec<Change>, Trouble> {
        let pods = self.path(ObjectKind::Pod, Some(&job.namespace));
        let path = format!(
            "{pods}?labelSelector=batch.kubernetes.io%2Fjob-name%3D{}&gracePeriodSeconds=0",
            job.name
        );
        unless_refused(self.send("DELETE", &path, &Value::Null).await)
    }
}

fn unless_refused(answer: Result<Value, Trouble>) -> Result<Vec<Change>, Trouble> {
    match answer {
        Err(Trouble::Unreachable(why)) => Err(Trouble::Unreachable(why)),
        _ => Ok(Vec::new()),
    }
}

/// The Event document of an action.
pub(super) fn event(
    dialect: Dialect,
    action: &Action,
    held: Option<&Value>,
    now: DateTime<Utc>,
) -> Value {
    let Action::Event {
        kind,
        about,
        normal,
        reason,
        message,
    } = action
    else {
        return Value::Null;
    };
    let (version, component) = match kind {
        ObjectKind::Job => ("batch/v1", "job-controller"),
        ObjectKind::Pod if *reason == "FailedScheduling" => ("v1", "default-scheduler"),
        ObjectKind::Pod => ("v1", "kubelet"),
        _ => (dialect.operator().api_version(), dialect.field_manager()),
    };
    json!({
        "apiVersion": "v1", "kind": "Event",
        "metadata": {"generateName": format!("{}.", about.name), "namespace": about.namespace},
        "involvedObject": {
            "apiVersion": version, "kind": kind.name(dialect.first_generation()),
            "name": about.name, "namespace": about.namespace,
            "uid": held.map(|object| text(object, "/metadata/uid")).unwrap_or_default(),
        },
        "type": if *normal { "Normal" } else { "Warning" },
        "reason": reason, "message": message, "count": 1,
        "firstTimestamp": stamp(now), "lastTimestamp": stamp(now),
        "source": {"component": component},
    })
}
