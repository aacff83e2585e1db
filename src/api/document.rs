//! Documents as JSON values: writing a key without the panic of an index.

use serde_json::{Map, Value};

use super::kind::Kind;
use super::operator::Operator;

/// What stands at a JSON pointer; `null` where nothing does.
pub fn at<'a>(document: &'a Value, pointer: &str) -> &'a Value {
    document.pointer(pointer).unwrap_or(&Value::Null)
}

/// Sets a key of a mapping. Whatever else stands there, `null` included, becomes a mapping.
pub fn put(document: &mut Value, key: &str, value: impl Into<Value>) {
    if !document.is_object() {
        *document = Value::Object(Map::new());
    }
    if let Some(map) = document.as_object_mut() {
        map.insert(key.to_owned(), value.into());
    }
}

/// Gives an item of a list the `apiVersion` and `kind` that lists leave out.
pub fn stamp(item: &mut Value, operator: Operator, kind: Kind) {
    put(item, "apiVersion", operator.api_version());
    put(item, "kind", kind.name());
}
