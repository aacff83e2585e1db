//! What a namespace needs first, on a real API server.

mod accepted;
mod again;
mod inputs;
mod rbac;
mod secret;
mod tikv;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::support::Place;

/// The path of a Secret of the namespace.
fn secret_path(place: &Place, name: &str) -> String {
    format!("/api/v1/namespaces/{}/secrets/{name}", place.namespace)
}

/// The values of a Secret, decoded.
fn values(place: &Place, name: &str) -> Value {
    let secret = place
        .api()
        .ask("GET", &secret_path(place, name), &Value::Null);
    assert_eq!(secret["type"], "Opaque");
    let mut values = json!({});
    for (key, value) in secret["data"].as_object().unwrap() {
        let bytes = STANDARD.decode(value.as_str().unwrap()).unwrap();
        values[key] = json!(String::from_utf8(bytes).unwrap());
    }
    values
}
