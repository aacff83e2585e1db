//! `-f FILE`: one manifest of the expected kind, checked before it is used.

use serde_json::Value;

use super::complete::check_schema;
use crate::api::{Dialect, Kind, Operator};
use crate::output::yaml;
use crate::{Error, Result};

/// Larger files are refused without parsing them: no API server would accept the object.
const LARGEST_FILE: usize = 3 << 20;

/// Parses all documents of a file; `file` is the name of the file in errors.
///
/// # Errors
/// Usage: the file is too large, not text, or not YAML.
pub fn documents(file: &str, bytes: &[u8]) -> Result<Vec<Value>> {
    let bad = |why: String| Error::usage(format!("{file}: {why}"));
    if bytes.len() > LARGEST_FILE {
        return Err(bad(format!(
            "{} MB is too large for a manifest; the limit is 3 MB",
            bytes.len() >> 20
        )));
    }
    let text = std::str::from_utf8(bytes)
        .ok()
        .filter(|text| !text.contains('\0'))
        .ok_or_else(|| bad("not a text file".to_owned()))?;
    yaml::parse_documents(text).map_err(|error| bad(error.message))
}

/// Parses the one manifest in `bytes`; `file` is the name of the file in errors.
///
/// # Errors
/// Usage: the file is too large, not text, not YAML, empty, or holds several documents, another kind or another group.
pub fn manifest(file: &str, bytes: &[u8], kind: Kind) -> Result<(Operator, Value)> {
    let bad = |why: String| Error::usage(format!("{file}: {why}"));
    let mut documents = documents(file, bytes)?;
    let document = match (documents.pop(), documents.len()) {
        (None, _) => return Err(bad("it holds no manifest".to_owned())),
        (Some(document), 0) => document,
        (Some(_), more) => {
            return Err(bad(format!("it holds {} documents; give one", more + 1)));
        }
    };
    let word = |key: &str| {
        document
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let (group, found) = (word("apiVersion"), word("kind"));
    if found != kind.name() {
        return Err(bad(format!(
            "expected a {}, found kind {found:?}",
            kind.name()
        )));
    }
    let operator = Operator::from_api_version(group).ok_or_else(|| {
        bad(format!(
            "apiVersion {group:?} is neither {} nor {}",
            Operator::V2.api_version(),
            Operator::V1.api_version()
        ))
    })?;
    if !document.get("spec").is_some_and(Value::is_object) {
        return Err(bad("it has no spec".to_owned()));
    }
    check_schema(&document, kind, Dialect::newest(operator)).map_err(|error| bad(error.message))?;
    Ok((operator, document))
}

/// Metadata that the API server and the operator own.
const OWNED_BY_SERVER: &[&str] = &[
    "uid",
    "resourceVersion",
    "generation",
    "creationTimestamp",
    "deletionTimestamp",
    "deletionGracePeriodSeconds",
    "managedFields",
    "ownerReferences",
    "finalizers",
    "selfLink",
];

/// A manifest without what the API server and the operator put there. A status that is sent again would make a new object look done.
pub fn without_server_fields(mut document: Value) -> Value {
    if let Some(root) = document.as_object_mut() {
        root.remove("status");
    }
    if let Some(metadata) = document.get_mut("metadata").and_then(Value::as_object_mut) {
        metadata.retain(|key, _| !OWNED_BY_SERVER.contains(&key.as_str()));
        if let Some(Value::Object(annotations)) = metadata.get_mut("annotations") {
            annotations.remove("kubectl.kubernetes.io/last-applied-configuration");
            if annotations.is_empty() {
                metadata.remove("annotations");
            }
        }
    }
    document
}
