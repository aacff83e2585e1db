//! The last known state of the followed objects, and the events that a newer state makes.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::resource::Resource;
use super::event::Event;

/// Namespace and name.
type Key = (String, String);

/// The state of an object that was reported last.
#[derive(Debug, Clone, PartialEq, Eq)]
struct State {
    uid: String,
    version: String,
}

/// The objects as they were reported last.
#[derive(Debug)]
pub(super) struct Known {
    resource: Resource,
    objects: BTreeMap<Key, State>,
}

impl Known {
    pub fn new(resource: Resource) -> Self {
        Self {
            resource,
            objects: BTreeMap::new(),
        }
    }

    /// Replaces everything by a complete list.
    pub fn replace_all(&mut self, objects: Vec<Value>) -> Vec<Event> {
        let mut events = Vec::new();
        let mut vanished = std::mem::take(&mut self.objects);
        for object in objects {
            let key = key(&object);
            if let Some(state) = vanished.remove(&key) {
                self.objects.insert(key, state);
            }
            events.extend(self.update(object));
        }
        for (key, state) in vanished {
            events.push(Event::Deleted(self.metadata_of(&key, &state.uid)));
        }
        events.push(Event::Synced);
        events
    }

    /// Takes the newer state of one object. No event comes from a state that was reported before.
    pub fn update(&mut self, mut object: Value) -> Vec<Event> {
        let key = key(&object);
        let now = State {
            uid: metadata(&object, "uid").to_owned(),
            version: metadata(&object, "resourceVersion").to_owned(),
        };
        let before = self.objects.insert(key.clone(), now.clone());
        if before.as_ref() == Some(&now) {
            return Vec::new();
        }
        let mut events = Vec::new();
        if let Some(before) = before.filter(|before| before.uid != now.uid) {
            // The object was deleted and created again in the meantime.
            events.push(Event::Deleted(self.metadata_of(&key, &before.uid)));
        }
        self.complete(&mut object);
        events.push(Event::Current(object));
        events
    }

    /// Removes an object that was deleted.
    pub fn remove(&mut self, mut object: Value) -> Event {
        self.objects.remove(&key(&object));
        self.complete(&mut object);
        Event::Deleted(object)
    }

    /// All that is known of an object whose deletion was not seen.
    fn metadata_of(&self, (namespace, name): &Key, uid: &str) -> Value {
        let mut object = json!({"metadata": {"name": name, "namespace": namespace, "uid": uid}});
        self.complete(&mut object);
        object
    }

    /// Adds `apiVersion` and `kind`, which the items of lists of built-in kinds lack.
    fn complete(&self, object: &mut Value) {
        if let Value::Object(fields) = object {
            fields
                .entry("apiVersion")
                .or_insert_with(|| self.resource.api_version().into());
            fields
                .entry("kind")
                .or_insert_with(|| self.resource.kind.into());
        }
    }
}

pub(super) fn metadata<'a>(object: &'a Value, field: &str) -> &'a str {
    let metadata = object
        .get("metadata")
        .and_then(|metadata| metadata.get(field));
    metadata.and_then(Value::as_str).unwrap_or_default()
}

fn key(object: &Value) -> Key {
    (
        metadata(object, "namespace").to_owned(),
        metadata(object, "name").to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(name: &str, uid: &str, version: &str) -> Value {
        json!({"metadata": {"namespace": "n", "name": name, "uid": uid, "resourceVersion": version}})
    }

    /// Events in short: `+name@version`, `-name`, `=`.
    fn short(events: &[Event]) -> String {
        let one = |event: &Event| match event {
            Event::Current(object) => {
                format!(
                    "+{}@{}",
                    metadata(object, "name"),
                    metadata(object, "resourceVersion")
                )
            }
            Event::Deleted(object) => {
                format!("-{}/{}", metadata(object, "name"), metadata(object, "uid"))
            }
            Event::Synced => "=".to_owned(),
        };
        events.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_second_list_reports_only_what_changed() {
        let first = vec![
            object("a", "1", "10"),
            object("b", "2", "11"),
            object("c", "3", "12"),
        ];
        for (second, expected) in [
            (first.clone(), "="),
            (vec![], "-a/1 -b/2 -c/3 ="),
            (
                vec![
                    object("a", "1", "20"),
                    object("b", "2", "11"),
                    object("c", "3", "12"),
                ],
                "+a@20 =",
            ),
            (
                vec![object("a", "9", "20"), object("c", "3", "12")],
                "-a/1 +a@20 -b/2 =",
            ),
            (
                vec![
                    object("a", "1", "10"),
                    object("b", "2", "11"),
                    object("c", "3", "12"),
                    object("d", "4", "5"),
                ],
                "+d@5 =",
            ),
        ] {
            let mut known = Known::new(Resource::PODS);
            assert_eq!(
                short(&known.replace_all(first.clone())),
                "+a@10 +b@11 +c@12 ="
            );
            assert_eq!(short(&known.replace_all(second)), expected);
        }
    }

    #[test]
    fn an_object_that_comes_back_is_reported_again() {
        let mut known = Known::new(Resource::PODS);
        assert_eq!(short(&known.update(object("a", "1", "10"))), "+a@10");
        assert_eq!(short(&known.update(object("a", "1", "10"))), "");
        assert_eq!(short(&[known.remove(object("a", "1", "11"))]), "-a/1");
        assert_eq!(short(&known.update(object("a", "2", "12"))), "+a@12");
    }

    #[test]
    fn built_in_kinds_get_their_kind_back() {
        let mut known = Known::new(Resource::JOBS);
        let events = known.update(object("a", "1", "10"));
        let Some(Event::Current(seen)) = events.first() else {
            unreachable!("{events:?}")
        };
        assert_eq!(
            (seen.get("apiVersion"), seen.get("kind")),
            (Some(&json!("batch/v1")), Some(&json!("Job")))
        );
    }
}
