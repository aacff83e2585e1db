//! Schedules and compactions on a real API server, a round at a time; and the part of the garbage collector that owners of Backups need.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use kube::Client;
use serde_json::{Value, json};

use super::super::dialect::Dialect;
use super::super::document::{Key, deleting, is_true, list, text};
use super::super::live::{Live, Trouble};
use super::super::mode::{Mode, Modes};
use super::{Act, BACKUPS, COMPACTIONS, Request, SCHEDULES, Scene, compaction, retention, tick};

/// Rounds of one [`Schedules::round`]; more would mean that two rules undo each other.
const MOST: usize = 100;

/// The schedule and compaction controllers of the v1 operator, in one namespace or in all.
pub struct Schedules {
    live: Live,
    namespace: Option<String>,
    modes: Mutex<Modes>,
}

impl Schedules {
    /// Works through `client`.
    pub fn new(client: Client, namespace: Option<String>) -> Self {
        Self {
            live: Live::new(client, Dialect::V1),
            namespace,
            modes: Mutex::default(),
        }
    }

    /// How the compactions whose names fit a pattern with `*` go.
    pub fn set_mode(&self, pattern: &str, mode: Mode) {
        let mut modes = self.modes.lock().unwrap_or_else(PoisonError::into_inner);
        modes.set(pattern, mode);
    }

    /// Looks at everything as a resync does, until nothing more happens at `now`. The rows and paragraphs that were followed.
    ///
    /// # Errors
    /// What the API server refuses.
    pub async fn round(&self, now: DateTime<Utc>) -> Result<Vec<&'static str>, Trouble> {
        let mut rows = Vec::new();
        for _ in 0..MOST {
            let requests = self.look(now).await?;
            if requests.is_empty() {
                break;
            }
            for (namespace, request) in requests {
                self.send(&namespace, &request.act).await?;
                rows.push(request.row);
            }
        }
        Ok(rows)
    }

    async fn look(&self, now: DateTime<Utc>) -> Result<Vec<(String, Request)>, Trouble> {
        let schedules = self.list(SCHEDULES).await?;
        let backups = self.list(BACKUPS).await?;
        let compactions = self.list(COMPACTIONS).await?;
        let mut found = self.orphans(
            &schedules,
            &[(BACKUPS, &backups), (COMPACTIONS, &compactions)],
        );
        for object in &compactions {
            let key = Key::of(object);
            let mode = {
                let mut modes = self.modes.lock().unwrap_or_else(PoisonError::into_inner);
                modes.take(&key)
            };
            if let Some((row, status)) = compaction::next(object, &mode) {
                let act = Act::Merge(COMPACTIONS, key.name, json!({"status": status}));
                found.push((key.namespace, Request::new(row, act)));
            }
        }
        for schedule in schedules {
            let namespace = text(&schedule, "/metadata/namespace").to_owned();
            let here = |objects: &[Value]| -> Vec<Value> {
                let same = |object: &&Value| text(object, "/metadata/namespace") == namespace;
                objects.iter().filter(same).cloned().collect()
            };
            let scene = Scene {
                backups: here(&backups),
                compactions: here(&compactions),
                schedule,
            };
            if deleting(&scene.schedule) {
                found.extend(
                    released(&scene)
                        .into_iter()
                        .map(|act| (namespace.clone(), act)),
                );
                continue;
            }
            let mut requests = retention::collect(&scene, now);
            if requests.is_empty() {
                requests = tick::tick(&scene, now);
            }
            found.extend(
                requests
                    .into_iter()
                    .map(|request| (namespace.clone(), request)),
            );
        }
        Ok(found)
    }

    /// Children whose schedule is gone go too.
    fn orphans(
        &self,
        schedules: &[Value],
        children: &[(&'static str, &Vec<Value>)],
    ) -> Vec<(String, Request)> {
        let alive = |uid: &str| {
            schedules
                .iter()
                .any(|schedule| text(schedule, "/metadata/uid") == uid)
        };
        let lost = |object: &&Value| {
            !deleting(object)
                && list(object, "/metadata/ownerReferences")
                    .iter()
                    .any(|owner| {
                        text(owner, "/kind") == "BackupSchedule"
                            && is_true(owner, "/controller")
                            && !alive(text(owner, "/uid"))
                    })
        };
        let mut found = Vec::new();
        for (kind, objects) in children {
            found.extend(objects.iter().filter(lost).map(|object| {
                let key = Key::of(object);
                let act = Act::Delete(kind, key.name);
                (key.namespace, Request::new("garbage collector", act))
            }));
        }
        found
    }

    async fn list(&self, plural: &str) -> Result<Vec<Value>, Trouble> {
        let path = self.path(plural, self.namespace.as_deref());
        match self.live.send("GET", &path, &Value::Null).await {
            Err(Trouble::Missing) => Ok(Vec::new()),
            answer => Ok(list(&answer?, "/items").to_vec()),
        }
    }

    fn path(&self, plural: &str, namespace: Option<&str>) -> String {
        let version = Dialect::V1.operator().api_version();
        match namespace {
            Some(namespace) => format!("/apis/{version}/namespaces/{namespace}/{plural}"),
            None => format!("/apis/{version}/{plural}"),
        }
    }

    async fn send(&self, namespace: &str, act: &Act) -> Result<(), Trouble> {
        let path = |plural: &str| self.path(plural, Some(namespace));
        let sent = match act {
            Act::Create(object) => {
                let plural = format!("{}s", text(object, "/kind").to_lowercase());
                self.live.send("POST", &path(&plural), object).await
            }
            Act::Delete(plural, name) => {
                let path = format!("{}/{name}?propagationPolicy=Background", path(plural));
                self.live.send("DELETE", &path, &Value::Null).await
            }
            Act::Merge(plural, name, patch) => {
                let path = format!("{}/{name}", path(plural));
                self.live.merge(&path, patch).await
            }
        };
        match sent {
            Ok(_) | Err(Trouble::Missing) => Ok(()),
            Err(trouble) => Err(trouble),
        }
    }
}

/// `--cascade=orphan`: the children lose their owner, then the schedule its finalizer.
fn released(scene: &Scene) -> Vec<Request> {
    let orphan = list(&scene.schedule, "/metadata/finalizers")
        .iter()
        .any(|finalizer| finalizer == "orphan");
    if !orphan {
        return Vec::new();
    }
    let patch = json!({"metadata": {"ownerReferences": null}});
    let kinds = [(BACKUPS, &scene.backups), (COMPACTIONS, &scene.compactions)];
    let mut requests: Vec<Request> = Vec::new();
    for (kind, objects) in kinds {
        let own = objects.iter().filter(|object| scene.is_owner_of(object));
        requests.extend(own.map(|object| {
            let name = text(object, "/metadata/name").to_owned();
            Request::new("garbage collector", Act::Merge(kind, name, patch.clone()))
        }));
    }
    let name = text(&scene.schedule, "/metadata/name").to_owned();
    let patch = json!({"metadata": {"finalizers": null}});
    requests.push(Request::new(
        "garbage collector",
        Act::Merge(SCHEDULES, name, patch),
    ));
    requests
}
