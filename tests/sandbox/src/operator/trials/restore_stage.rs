//! What a play does with Restores.

use serde_json::{Value, json};

use super::super::document::{as_map, list, text};
use super::super::observe::ObjectKind;
use super::Trial;
use super::memory::merge;

const KIND: ObjectKind = ObjectKind::Restore;

impl Trial {
    /// The Restore `r` of `basic` from storage `local`, merged with `spec`.
    pub fn restore(&mut self, spec: Value) {
        self.restore_as("r", spec);
    }

    pub fn restore_as(&mut self, name: &str, spec: Value) {
        let mut full = json!({
            "br": {"cluster": "basic", "clusterNamespace": "t1"}, "backupType": "full",
            "local": {"volume": {"name": "v"}, "volumeMount": {"name": "v", "mountPath": "/mnt"}, "prefix": "s"},
        });
        merge(&mut full, &spec);
        let object = json!({
            "apiVersion": self.dialect.operator().api_version(), "kind": "Restore",
            "metadata": {"namespace": "t1", "name": name}, "spec": full,
        });
        self.keep(KIND, object);
    }

    pub fn is_there(&self) -> bool {
        self.kept(KIND, "r") != Value::Null
    }

    pub fn phase(&self) -> String {
        text(&self.kept(KIND, "r"), "/status/phase").to_owned()
    }

    /// Reason and message of a condition.
    pub fn because(&self, kind: &str) -> (String, String) {
        let object = self.kept(KIND, "r");
        let found = list(&object, "/status/conditions").iter();
        let mut found = found.filter(|condition| text(condition, "/type") == kind);
        let found = found
            .next()
            .unwrap_or_else(|| panic!("no {kind}: {object:#}"));
        (
            text(found, "/reason").to_owned(),
            text(found, "/message").to_owned(),
        )
    }

    pub fn strip_finalizers(&mut self, name: &str) {
        let mut object = self.kept(KIND, name);
        as_map(&mut object["metadata"]).remove("finalizers");
        let change = self.memory.put_kept(KIND, object);
        self.engine.observe(change, self.now);
        self.settle();
    }
}
