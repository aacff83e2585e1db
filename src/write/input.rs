//! What the user gave besides the flags of the table: `-f FILE`, `--set`, and the namespace.

use serde_json::Value;

use crate::api::name::check_label;
use crate::api::{Kind, Operator};
use crate::cli::Base;
use crate::context::Context;
use crate::manifest::file;
use crate::manifest::path::FieldPath;
use crate::output::yaml;
use crate::{Error, Result};

/// Parses the values of `--set` as YAML.
///
/// # Errors
/// Usage, with the path of the value that is not YAML.
pub fn assignments(set: &[(FieldPath, String)]) -> Result<Vec<(FieldPath, Value)>> {
    set.iter()
        .map(|(path, text)| {
            let values = yaml::parse_documents(text);
            let mut values = values.map_err(|error| error.in_context(format!("--set {path}")))?;
            Ok((path.clone(), values.pop().unwrap_or(Value::Null)))
        })
        .collect()
}

/// The manifest of `-f FILE` without the fields that the server owns, and the operator of its group.
///
/// # Errors
/// Usage, when the file cannot be read or holds no manifest of this kind.
pub fn from_file(context: &Context, base: &Base, kind: Kind) -> Result<Option<(Operator, Value)>> {
    let Some(path) = &base.file else {
        return Ok(None);
    };
    let (name, bytes) = context.file(path)?;
    let (operator, document) = file::manifest(&name, &bytes, kind)?;
    if document.get("status").is_some() {
        context.ui.warning(&format!(
            "{name}: the status is left out, because the operator would take the new object for the old one"
        ));
    }
    Ok(Some((operator, file::without_server_fields(document))))
}

/// The namespace that the user states: `-n`, or the namespace in FILE.
///
/// # Errors
/// Usage, when the two differ, or when no namespace can have the name.
pub fn stated_namespace(context: &Context, document: Option<&Value>) -> Result<Option<String>> {
    let in_file = document
        .and_then(|document| document.pointer("/metadata/namespace"))
        .and_then(Value::as_str)
        .map(str::to_owned);
    let asked = context.kube.namespace.clone();
    if let (Some(asked), Some(in_file)) = (&asked, &in_file)
        && asked != in_file
    {
        return Err(Error::usage(format!(
            "-n {asked} does not match the namespace {in_file:?} of the manifest"
        )));
    }
    let stated = asked.or(in_file);
    if let Some(namespace) = &stated {
        check_label("namespace", namespace)?;
    }
    Ok(stated)
}
