//! JSON merge patches (RFC 7386): `null` removes a key, objects are merged, and everything else is replaced.

use serde_json::{Map, Value};

/// Applies `patch` to `target`.
pub fn apply(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(target) = target else {
        return;
    };
    for (key, value) in patch {
        if value.is_null() {
            target.remove(key);
        } else {
            apply(target.entry(key.clone()).or_insert(Value::Null), value);
        }
    }
}

/// The patch that turns `before` into `after`; `None` when the two are equal.
pub fn between(before: &Value, after: &Value) -> Option<Value> {
    if before == after {
        return None;
    }
    let (Value::Object(old), Value::Object(new)) = (before, after) else {
        return Some(after.clone());
    };
    let removed = old.keys().filter(|key| !new.contains_key(*key));
    let mut patch: Map<String, Value> = removed.map(|key| (key.clone(), Value::Null)).collect();
    for (key, value) in new {
        let change = between(old.get(key).unwrap_or(&Value::Null), value);
        patch.extend(change.map(|change| (key.clone(), change)));
    }
    Some(Value::Object(patch))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A patch between two documents leads from one to the other, and names nothing that stays.
    #[test]
    fn a_patch_leads_from_one_document_to_the_other() {
        let rows = [
            (json!({"a": 1}), json!({"a": 1}), None),
            (json!({"a": 1}), json!({"a": 2}), Some(json!({"a": 2}))),
            (
                json!({"a": {"b": 1, "c": 2}, "d": 3}),
                json!({"a": {"b": 1}, "e": [1, 2]}),
                Some(json!({"a": {"c": null}, "d": null, "e": [1, 2]})),
            ),
            (
                json!({"a": [1, 2]}),
                json!({"a": [1]}),
                Some(json!({"a": [1]})),
            ),
            (
                json!({"a": "text"}),
                json!({"a": {"b": {"c": 1}}}),
                Some(json!({"a": {"b": {"c": 1}}})),
            ),
            (json!({}), json!({"a": {}}), Some(json!({"a": {}}))),
        ];
        for (before, after, expected) in rows {
            let patch = between(&before, &after);
            assert_eq!(patch, expected, "{before} {after}");
            let mut patched = before.clone();
            if let Some(patch) = &patch {
                apply(&mut patched, patch);
            }
            assert_eq!(patched, after);
        }
    }

    /// A `null` for a key that does not exist changes nothing.
    #[test]
    fn null_removes() {
        let mut target = json!({"a": {"b": 1}});
        apply(&mut target, &json!({"a": {"b": null, "c": null}}));
        assert_eq!(target, json!({"a": {}}));
    }
}
