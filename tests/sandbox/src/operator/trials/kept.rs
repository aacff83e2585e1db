//! The other kinds in the object store. They have no status subresource there, and no write is refused.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::super::document::{ObjectKey, as_map, deleting, list, map, stamp, text};
use super::super::live::Trouble;
use super::super::observe::{Change, ObjectKind};
use super::key;
use super::memory::{Memory, merge};
use super::trial::Trial;

impl Memory {
    /// A create of any kind.
    pub fn create_kept(
        &mut self,
        kind: ObjectKind,
        object: &Value,
        now: DateTime<Utc>,
    ) -> Result<Change, Trouble> {
        let key = ObjectKey::from_object(object);
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

    /// A merge patch.
    pub fn patch_kept(
        &mut self,
        kind: ObjectKind,
        key: &ObjectKey,
        patch: &Value,
    ) -> Result<Change, Trouble> {
        let held = self.kept.get(&(kind, key.clone()));
        let mut patched = held.ok_or(Trouble::Missing)?.clone();
        merge(&mut patched, patch);
        Ok(self.put_kept(kind, patched))
    }

    /// A PUT. Nothing is written when nothing changes, and an object that is being deleted without a finalizer is gone.
    pub fn put_kept(&mut self, kind: ObjectKind, mut object: Value) -> Change {
        let key = ObjectKey::from_object(&object);
        let held = self.kept.get(&(kind, key.clone()));
        if held == Some(&object) {
            return Change::Seen(kind, object);
        }
        if held.is_some_and(|held| text(held, "/status/phase") != text(&object, "/status/phase")) {
            self.note_phase(&key, &object);
        }
        if deleting(&object) && list(&object, "/metadata/finalizers").is_empty() {
            self.kept.remove(&(kind, key.clone()));
            return Change::Gone(kind, key);
        }
        let revision = self.next_revision();
        map(as_map(&mut object), "metadata").insert("resourceVersion".into(), json!(revision));
        self.kept.insert((kind, key), object.clone());
        Change::Seen(kind, object)
    }

    /// A delete.
    pub fn delete_kept(
        &mut self,
        kind: ObjectKind,
        key: &ObjectKey,
        now: DateTime<Utc>,
    ) -> Option<Change> {
        let mut object = self.kept.get(&(kind, key.clone()))?.clone();
        let metadata = map(as_map(&mut object), "metadata");
        metadata.entry("deletionTimestamp").or_insert(stamp(now));
        Some(self.put_kept(kind, object))
    }
}

/// What a play does with schedules and compactions.
impl Trial {
    /// A schedule or compaction with storage `local`.
    pub fn keep(&mut self, kind: ObjectKind, object: Value) {
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
        self.keep(ObjectKind::Compaction, object);
    }

    /// A merge patch of the spec.
    pub fn patch_spec(&mut self, kind: ObjectKind, name: &str, spec: Value) {
        let patch = json!({"spec": spec});
        let change = self.memory.patch_kept(kind, &key(name), &patch).unwrap();
        self.engine.observe(change, self.now);
        self.settle();
    }

    /// `kubectl delete` of a schedule or a compaction.
    pub fn drop_kept(&mut self, kind: ObjectKind, name: &str) {
        let change = self.memory.delete_kept(kind, &key(name), self.now).unwrap();
        self.engine.observe(change, self.now);
        self.settle();
    }

    /// An object, or `Null`.
    pub fn kept(&self, kind: ObjectKind, name: &str) -> Value {
        let object = self.memory.kept.get(&(kind, key(name)));
        object.cloned().unwrap_or_default()
    }

    /// The names of a kind.
    pub fn names(&self, kind: ObjectKind) -> Vec<String> {
        let kept = self.memory.kept.keys().filter(|(of, _)| *of == kind);
        match kind {
            ObjectKind::Backup => self
                .memory
                .backups
                .keys()
                .map(|key| key.name.clone())
                .collect(),
            _ => kept.map(|(_, key)| key.name.clone()).collect(),
        }
    }
}
