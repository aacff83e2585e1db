//! What a manifest starts from: `-f FILE`, `--set`, and the namespace.

use serde_json::Value;

use crate::api::{Kind, Operator};
use crate::cli::Base;
use crate::context::Context;
use crate::manifest::path::FieldPath;
use crate::manifest::{file, name};
use crate::output::yaml;
use crate::{Error, Result};

/// `--set`, with its values read as YAML.
pub fn assignments(base: &Base) -> Result<Vec<(FieldPath, Value)>> {
    values(&base.set)
}

/// The values of `--set`, read as YAML.
pub fn values(set: &[(FieldPath, String)]) -> Result<Vec<(FieldPath, Value)>> {
    set.iter()
        .map(|(path, text)| {
            let mut values = yaml::parse_documents(text).map_err(|error| Error {
                message: format!("--set {path}: {}", error.message),
                ..error
            })?;
            Ok((path.clone(), values.pop().unwrap_or(Value::Null)))
        })
        .collect()
}

/// `-f FILE`: the operator of its group, and the manifest without what the server owns.
pub fn from_file(context: &Context, base: &Base, kind: Kind) -> Result<Option<(Operator, Value)>> {
    let Some(path) = &base.file else {
        return Ok(None);
    };
    let (name, bytes) = context.file(path)?;
    let (operator, document) = file::manifest(&name, &bytes, kind)?;
    if document.get("status").is_some() {
        context.ui.warning(&format!(
            "{name}: status is left out; an operator would take the new object for the old one"
        ));
    }
    Ok(Some((operator, file::without_server_fields(document))))
}

/// `-n`, or the namespace of FILE.
///
/// # Errors
/// Usage, when the two differ or are no names.
pub fn said_namespace(context: &Context, base: Option<&Value>) -> Result<Option<String>> {
    let in_file = base
        .and_then(|base| base.pointer("/metadata/namespace"))
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
    let said = asked.or(in_file);
    if let Some(namespace) = &said {
        name::check_label("namespace", namespace)?;
    }
    Ok(said)
}
