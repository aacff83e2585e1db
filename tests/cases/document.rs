//! Manifests as documents, and where two of them differ.

use std::collections::BTreeMap;

use serde_json::Value;

/// Reads one YAML document.
pub fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error} in\n{text}"))
}

/// Every value that is no mapping, by the JSON pointer to it; an empty mapping is a value.
pub fn fields(document: &Value) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    collect(document, String::new(), &mut found);
    found
}

fn collect(value: &Value, pointer: String, found: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            for (key, value) in map {
                let key = key.replace('~', "~0").replace('/', "~1");
                collect(value, format!("{pointer}/{key}"), found);
            }
        }
        value => {
            found.insert(pointer, value.clone());
        }
    }
}

/// One line for each field in which two documents differ: `expected` and `found`.
pub fn differences(expected: &Value, found: &Value) -> Vec<String> {
    let (expected, found) = (fields(expected), fields(found));
    let pointers: std::collections::BTreeSet<&String> =
        expected.keys().chain(found.keys()).collect();
    let told = |value: Option<&Value>| value.map_or("absent".to_owned(), Value::to_string);
    pointers
        .into_iter()
        .filter(|pointer| expected.get(*pointer) != found.get(*pointer))
        .map(|pointer| {
            format!(
                "{pointer}: expected {}, found {}",
                told(expected.get(pointer)),
                told(found.get(pointer))
            )
        })
        .collect()
}

/// The fields of `after` that are not so in `before`, and `-` for those that are gone.
pub fn changes(before: &Value, after: &Value) -> BTreeMap<String, String> {
    let (before, after) = (fields(before), fields(after));
    let empty = |value: &Value| value.as_object().is_some_and(serde_json::Map::is_empty);
    let gone = before
        .iter()
        .filter(|(pointer, value)| !empty(value) && !after.contains_key(*pointer));
    let gone = gone.map(|(pointer, _)| (pointer.clone(), "-".to_owned()));
    let new = after
        .iter()
        .filter(|(pointer, value)| before.get(*pointer) != Some(value));
    let new = new.map(|(pointer, value)| (pointer.clone(), value.to_string()));
    gone.chain(new).collect()
}

/// The same from a table: JSON pointers and values as YAML, `-` for a field that goes.
pub fn expected(changes: &[(&str, &str)]) -> BTreeMap<String, String> {
    changes
        .iter()
        .map(|(pointer, value)| match *value {
            "-" => ((*pointer).to_owned(), "-".to_owned()),
            value => ((*pointer).to_owned(), yaml(value).to_string()),
        })
        .collect()
}
