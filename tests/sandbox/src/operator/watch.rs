//! Lists and watches: how the engine learns what the API server has.

use futures::StreamExt;
use http::Request;
use kube::core::WatchEvent;
use serde_json::{Value, json};

use super::dialect::{Dialect, OperatorLine};
use super::document::{ObjectKey, as_map, list, text};
use super::live::{Live, Trouble};
use super::observe::{Change, ObjectKind};

/// Every kind that the operator of a line reads. Backups and Restores come last, so that the objects they refer to are known
/// by then.
pub fn kinds(dialect: Dialect, schedules: bool) -> Vec<ObjectKind> {
    let mut kinds = vec![ObjectKind::Cluster];
    if dialect == Dialect::V2 {
        kinds.extend([ObjectKind::TikvGroup, ObjectKind::PdGroup]);
    }
    kinds.push(ObjectKind::Secret);
    if dialect == Dialect::V1 {
        kinds.extend([ObjectKind::StatefulSet, ObjectKind::ConfigMap]);
    }
    if schedules && dialect.keeps_schedules() {
        kinds.extend([ObjectKind::Schedule, ObjectKind::Compaction]);
    }
    kinds.extend([ObjectKind::Job, ObjectKind::Backup]);
    if dialect != Dialect::V1LogStop {
        kinds.push(ObjectKind::Restore);
    }
    kinds
}

/// The objects of a kind, and the revision of the list.
pub struct ListAnswer {
    /// The changes to report to the engine.
    pub changes: Vec<Change>,
    /// The keys that exist.
    pub keys: Vec<ObjectKey>,
    /// The revision at which a watch continues; `None` when the kind is not served.
    pub revision: Option<String>,
}

/// Lists a kind.
pub async fn list_all(
    live: &Live,
    kind: ObjectKind,
    namespace: Option<&str>,
) -> Result<ListAnswer, Trouble> {
    let path = live.path(kind, namespace);
    let answer = match live.send("GET", &path, &Value::Null).await {
        Err(Trouble::Missing) => {
            return Ok(ListAnswer {
                changes: Vec::new(),
                keys: Vec::new(),
                revision: None,
            });
        }
        answer => answer?,
    };
    let item_kind = text(&answer, "/kind").trim_end_matches("List").to_owned();
    let version = text(&answer, "/apiVersion").to_owned();
    let mut changes = vec![Change::Served(kind)];
    let mut keys = Vec::new();
    for item in list(&answer, "/items") {
        let mut item = item.clone();
        // The items of a list of a built-in kind have neither field.
        as_map(&mut item).insert("kind".into(), json!(item_kind));
        as_map(&mut item).insert("apiVersion".into(), json!(version));
        keys.push(ObjectKey::from_object(&item));
        changes.push(Change::Seen(kind, item));
    }
    Ok(ListAnswer {
        changes,
        keys,
        revision: Some(text(&answer, "/metadata/resourceVersion").to_owned()),
    })
}

/// Watches a kind from a revision until the watch ends. Each change is reported to `report`.
pub async fn follow(
    live: &Live,
    kind: ObjectKind,
    namespace: Option<&str>,
    revision: &str,
    report: &(dyn Fn(Change) + Send + Sync),
) -> Result<(), Trouble> {
    let path = format!(
        "{}?watch=true&timeoutSeconds=290&resourceVersion={revision}",
        live.path(kind, namespace)
    );
    let unreachable = |error: String| Trouble::Unreachable(error);
    let request = Request::get(path)
        .body(Vec::new())
        .map_err(|error| unreachable(error.to_string()))?;
    let events = live
        .client()
        .request_events::<Value>(request)
        .await
        .map_err(|error| unreachable(error.to_string()))?;
    let mut events = std::pin::pin!(events);
    while let Some(event) = events.next().await {
        match event.map_err(|error| unreachable(error.to_string()))? {
            WatchEvent::Added(object) | WatchEvent::Modified(object) => {
                report(Change::Seen(kind, object));
            }
            WatchEvent::Deleted(object) => report(Change::Deleted(kind, object)),
            WatchEvent::Bookmark(_) => {}
            WatchEvent::Error(_) => return Ok(()),
        }
    }
    Ok(())
}
