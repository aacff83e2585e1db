//! Requests about whole objects of any kind, and Events.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::action::Writer;
use super::document::{Key, stamp, text};
use super::live::{Live, Trouble, told};
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

    /// Deletes an object; what depends on it goes afterwards.
    pub(super) async fn delete(&self, kind: ObjectKind, key: &Key) -> Result<Vec<Change>, Trouble> {
        let path = self.object(kind, key);
        let path = format!("{path}?propagationPolicy=Background");
        let gone = Change::Gone(kind, key.clone());
        match self.send("DELETE", &path, &Value::Null).await {
            // The object when something holds it, a Status when it is gone.
            Ok(answer) if text(&answer, "/kind") != "Status" => Ok(vec![told(kind, answer)]),
            Ok(_) | Err(Trouble::Missing) => Ok(vec![gone]),
            Err(trouble) => Err(trouble),
        }
    }

    /// Changes an object by a merge patch.
    pub(super) async fn change(
        &self,
        kind: ObjectKind,
        key: &Key,
        patch: &Value,
    ) -> Result<Vec<Change>, Trouble> {
        let query = self.managed_by(Writer::Controller);
        let path = format!("{}{query}", self.object(kind, key));
        let changed = self.merge(&path, patch).await?;
        Ok(vec![told(kind, changed)])
    }
}

/// The Event document; only the first generation writes any (row 1).
pub(super) fn event(
    kind: ObjectKind,
    about: &Key,
    held: Option<&Value>,
    (normal, reason, message): (bool, &str, &str),
    now: DateTime<Utc>,
) -> Value {
    let kind = match kind {
        ObjectKind::Compaction => "CompactBackup",
        ObjectKind::Schedule => "BackupSchedule",
        _ => "Backup",
    };
    json!({
        "apiVersion": "v1", "kind": "Event",
        "metadata": {"generateName": format!("{}.", about.name), "namespace": about.namespace},
        "involvedObject": {
            "apiVersion": "pingcap.com/v1alpha1", "kind": kind,
            "name": about.name, "namespace": about.namespace,
            "uid": held.map(|object| text(object, "/metadata/uid")).unwrap_or_default(),
        },
        "type": if normal { "Normal" } else { "Warning" },
        "reason": reason, "message": message, "count": 1,
        "firstTimestamp": stamp(now), "lastTimestamp": stamp(now),
        "source": {"component": "tidb-controller-manager"},
    })
}
