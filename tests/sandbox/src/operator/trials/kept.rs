//! The kinds besides Backups in the object store: no subresource, no finalizers, nothing that is refused.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::super::document::{Key, as_map, map, stamp};
use super::super::live::Trouble;
use super::super::observe::{Change, Watched};
use super::key;
use super::memory::{Memory, merge};
use super::trial::Trial;

impl Memory {
    /// A create of any kind.
    pub fn create_kept(
        &mut self,
        kind: Watched,
        object: &Value,
        now: DateTime<Utc>,
    ) -> Result<Change, Trouble> {
        let key = Key::of(object);
        if self.kept.contains_key(&(kind, key.clone())) {
            return Err(Trouble::Conflict);
        }
        let mut object = object.clone();
        let revision = self.next_revision();
        let metadata = map(as_map(&mut object), "metadata");
        metadata.insert("uid".into(), json!(format!("uid-{revision}")));
        metadata.insert("resourceVersion".into(), json!(revision));
        metadata.insert("creationTimestamp".into(), stamp(now));
        self.kept.insert((kind, key), object.clone());
        Ok(Change::Seen(kind, object))
    }

    /// A merge patch; one that changes nothing writes nothing.
    pub fn patch_kept(
        &mut self,
        kind: Watched,
        key: &Key,
        patch: &Value,
    ) -> Result<Change, Trouble> {
        let held = self.kept.get(&(kind, key.clone()));
        let held = held.ok_or(Trouble::Missing)?.clone();
        let mut patched = held.clone();
        merge(&mut patched, patch);
        if patched != held {
            let revision = self.next_revision();
            map(as_map(&mut patched), "metadata").insert("resourceVersion".into(), json!(revision));
            self.kept.insert((kind, key.clone()), patched.clone());
        }
        Ok(Change::Seen(kind, patched))
    }

    /// A delete.
    pub fn delete_kept(&mut self, kind: Watched, key: &Key) -> Option<Change> {
        self.kept.remove(&(kind, key.clone()))?;
        Some(Change::Gone(kind, key.clone()))
    }
}

/// Short words for schedules and compactions.
impl Trial {
    /// A schedule or compaction with storage `local`.
    pub fn keep(&mut self, kind: Watched, object: Value) {
        let change = self.memory.create_kept(kind, &object, self.now).unwrap();
        self.engine.observe(change, self.now);
        self.settle();
    }

    /// A compaction of `basic` with storage `local`, merged with `spec`.
    pub fn compact(&mut self, name: &str, spec: Value) {
        let mut full = json!({
            "br": {"cluster": "basic", "clusterNamespace": "t1"},
            "local": {"volume": {"name": "v"}, "volumeMount": {"name": "v", "mountPath": "/mnt"}, "prefix": "log"},
            "startTs": "2026-11-20 22:00:00", "endTs": "2026-11-20 22:30:00",
        });
        merge(&mut full, &spec);
        let object = json!({
            "apiVersion": self.dialect.operator().api_version(), "kind": "CompactBackup",
            "metadata": {"namespace": "t1", "name": name}, "spec": full,
        });
        self.keep(Watched::Compaction, object);
    }

    /// A merge patch of the spec.
    pub fn patch_spec(&mut self, kind: Watched, name: &str, spec: Value) {
        let patch = json!({"spec": spec});
        let change = self.memory.patch_kept(kind, &key(name), &patch).unwrap();
        self.engine.observe(change, self.now);
        self.settle();
    }

    /// `kubectl delete` of a schedule or a compaction.
    pub fn drop_kept(&mut self, kind: Watched, name: &str) {
        let change = self.memory.delete_kept(kind, &key(name)).unwrap();
        self.engine.observe(change, self.now);
        self.settle();
    }

    /// An object, or `Null`.
    pub fn kept(&self, kind: Watched, name: &str) -> Value {
        let object = self.memory.kept.get(&(kind, key(name)));
        object.cloned().unwrap_or_default()
    }

    /// The names of a kind.
    pub fn names(&self, kind: Watched) -> Vec<String> {
        let kept = self.memory.kept.keys().filter(|(of, _)| *of == kind);
        match kind {
            Watched::Backup => self
                .memory
                .backups
                .keys()
                .map(|key| key.name.clone())
                .collect(),
            _ => kept.map(|(_, key)| key.name.clone()).collect(),
        }
    }
}
