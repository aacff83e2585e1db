//! What an earlier run of `setup` applied and this run does not mention. Server-side apply takes such fields away, since their owner
//! does not ask for them any more; `setup` keeps them.

use serde_json::{Map, Value};

use crate::api::document::at;

/// A manifest that takes nothing away, and what it keeps.
#[derive(Debug, PartialEq)]
pub struct Completed {
    /// The manifest, with the fields of earlier runs. `null` in the manifest of this run removes a field, and is gone from this one.
    pub manifest: Value,
    /// The fields that only an earlier run asked for, as paths.
    pub kept: Vec<String>,
}

/// Completes the manifest of this run by what `manager` applied to the `live` object before.
pub fn complete(manifest: &Value, live: Option<&Value>, manager: &str) -> Completed {
    let mut completed = Completed {
        manifest: manifest.clone(),
        kept: Vec::new(),
    };
    if let Some(applied) = live.and_then(|live| applied_by(manager, live)) {
        fill(&mut completed.manifest, &applied, "", &mut completed.kept);
    }
    remove_nulls(&mut completed.manifest);
    completed
}

/// The fields of an object that `manager` applied, with their present values.
fn applied_by(manager: &str, live: &Value) -> Option<Value> {
    let mut managers = at(live, "/metadata/managedFields").as_array()?.iter();
    let ours = managers.find(|entry| {
        at(entry, "/manager") == manager
            && at(entry, "/operation") == "Apply"
            && at(entry, "/subresource").is_null()
    })?;
    owned_part(at(ours, "/fieldsV1"), live)
}

/// The part of `live` that a set of fields names: `f:NAME` is a field, and a set without fields in it owns the whole value. Items of
/// lists are not told apart, since `setup` writes whole lists.
fn owned_part(fields: &Value, live: &Value) -> Option<Value> {
    let fields = fields.as_object()?;
    let inner: Vec<(&str, &Value)> = fields
        .iter()
        .filter_map(|(key, inner)| Some((key.strip_prefix("f:")?, inner)))
        .collect();
    if inner.is_empty() {
        return Some(live.clone());
    }
    let parts = inner.into_iter().filter_map(|(name, inner)| {
        let part = owned_part(inner, live.get(name)?)?;
        Some((name.to_owned(), part))
    });
    Some(Value::Object(parts.collect::<Map<String, Value>>()))
}

/// Adds to `manifest` what it lacks of `applied`. A key that stands there, `null` included, is this run's own.
fn fill(manifest: &mut Value, applied: &Value, path: &str, kept: &mut Vec<String>) {
    let (Value::Object(manifest), Value::Object(applied)) = (manifest, applied) else {
        return;
    };
    for (key, value) in applied {
        let path = match path {
            "" => key.clone(),
            path => format!("{path}.{key}"),
        };
        match manifest.get_mut(key) {
            Some(Value::Array(items)) if path == "rules" => fill_rules(items, value, kept),
            Some(own) => fill(own, value, &path, kept),
            None => {
                kept.push(match value {
                    Value::Object(inner) if inner.len() == 1 => {
                        let key = inner.keys().next();
                        format!("{path}.{}", key.map_or("", String::as_str))
                    }
                    _ => path,
                });
                manifest.insert(key.clone(), value.clone());
            }
        }
    }
}

/// A Role keeps the rules for the API groups that this run does not mention: those of the other operator.
fn fill_rules(rules: &mut Vec<Value>, applied: &Value, kept: &mut Vec<String>) {
    let groups: Vec<Value> = rules
        .iter()
        .map(|rule| at(rule, "/apiGroups").clone())
        .collect();
    for rule in applied.as_array().into_iter().flatten() {
        let group = at(rule, "/apiGroups");
        if !groups.contains(group) {
            let group = at(group, "/0").as_str().unwrap_or_default();
            kept.push(format!("rules for {group}"));
            rules.push(rule.clone());
        }
    }
}

fn remove_nulls(value: &mut Value) {
    match value {
        Value::Object(keys) => {
            keys.retain(|_, value| !value.is_null());
            keys.values_mut().for_each(remove_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(remove_nulls),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const US: &str = "us";

    fn live(fields: Value) -> Value {
        json!({
            "metadata": {
                "name": "a",
                "annotations": {"role": "arn", "theirs": "x"},
                "labels": {"c": "d"},
                "managedFields": [
                    {"manager": "them", "operation": "Update", "fieldsV1": {"f:metadata": {"f:annotations": {"f:theirs": {}}}}},
                    {"manager": US, "operation": "Apply", "fieldsV1": fields},
                ],
            },
            "rules": [{"apiGroups": [""], "verbs": ["old"]}, {"apiGroups": ["v1"]}],
            "data": {"user": "dQ==", "password": "cA=="},
        })
    }

    /// What an earlier run applied stays, what others wrote is none of ours, and `null` removes.
    #[test]
    fn nothing_is_taken_away() {
        let annotations =
            json!({"f:metadata": {"f:annotations": {"f:role": {}}, "f:labels": {"f:c": {}}}});
        let rows = [
            (
                annotations.clone(),
                json!({"metadata": {"name": "a", "labels": {"c": "d"}}}),
                json!({"metadata": {"name": "a", "labels": {"c": "d"}, "annotations": {"role": "arn"}}}),
                vec!["metadata.annotations.role"],
            ),
            (
                annotations.clone(),
                json!({"metadata": {"name": "a", "labels": {"c": "d"}, "annotations": {"role": "new"}}}),
                json!({"metadata": {"name": "a", "labels": {"c": "d"}, "annotations": {"role": "new"}}}),
                vec![],
            ),
            (
                annotations,
                json!({"metadata": {"name": "a", "labels": {"c": "d"}, "annotations": {"role": null}}}),
                json!({"metadata": {"name": "a", "labels": {"c": "d"}, "annotations": {}}}),
                vec![],
            ),
            (
                json!({"f:data": {".": {}, "f:user": {}, "f:password": {}}}),
                json!({"data": {"password": "bmV3"}}),
                json!({"data": {"password": "bmV3", "user": "dQ=="}}),
                vec!["data.user"],
            ),
            (
                json!({"f:rules": {}}),
                json!({"rules": [{"apiGroups": [""], "verbs": ["new"]}, {"apiGroups": ["v2"]}]}),
                json!({"rules": [{"apiGroups": [""], "verbs": ["new"]}, {"apiGroups": ["v2"]}, {"apiGroups": ["v1"]}]}),
                vec!["rules for v1"],
            ),
        ];
        for (fields, manifest, expected, kept) in rows {
            let completed = complete(&manifest, Some(&live(fields)), US);
            assert_eq!(completed.manifest, expected);
            assert_eq!(completed.kept, kept, "{expected}");
        }
        let manifest = json!({"rules": [{"apiGroups": ["v2"]}]});
        for live in [None, Some(live(json!({"f:rules": {}})))] {
            let completed = complete(&manifest, live.as_ref(), "somebody else");
            assert_eq!(completed.manifest, manifest);
        }
    }
}
