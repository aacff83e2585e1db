//! `convert`

use serde_json::Value;

use crate::cli::ConvertArgs;
use crate::context::Context;
use crate::convert;
use crate::manifest::file;
use crate::output::objects::{self, Shape};
use crate::output::{Data, Format, yaml};
use crate::{Error, Exit, Result};

/// Prints the v2 form of every manifest in FILE, or nothing when a manifest has no v2 form.
pub fn run(context: &Context, args: &ConvertArgs) -> Result<Exit> {
    let format = args.output.format()?;
    let (name, bytes) = context.file(&args.file)?;
    let mut manifests = Vec::new();
    let mut warnings = Vec::new();
    for document in documents(&name, &bytes)? {
        let called = convert::name(&document);
        let converted = convert::to_v2(document).map_err(|error| Error {
            message: format!("{name}: {}", error.message),
            ..error
        })?;
        let named = |warning: String| format!("{called}: {warning}");
        warnings.extend(converted.warnings.into_iter().map(named));
        manifests.push(converted.manifest);
    }
    for warning in &warnings {
        context.ui.warning(warning);
    }
    let hidden =
        |manifest: &Value| objects::disclose(manifest, args.output.disclosure()) != *manifest;
    if manifests.iter().any(hidden) {
        context.ui.warning(
            "secrets in the manifest are printed as <redacted>; --show-secrets prints them",
        );
    }
    context.ui.document(&text(&manifests, &format, args)?);
    Ok(Exit::Done)
}

/// The manifests of a file: a stream of documents, or lists as `kubectl get -o yaml` prints them.
fn documents(name: &str, bytes: &[u8]) -> Result<Vec<Value>> {
    let mut all = Vec::new();
    for document in file::documents(name, bytes)? {
        let is_list = document
            .get("kind")
            .and_then(Value::as_str)
            .is_some_and(|kind| kind.ends_with("List"));
        match document.get("items") {
            Some(Value::Array(items)) if is_list => all.extend(items.iter().cloned()),
            _ => all.push(document),
        }
    }
    match all.is_empty() {
        true => Err(Error::usage(format!("{name}: the file has no manifest"))),
        false => Ok(all),
    }
}

/// The manifests in the format that was asked for; people get YAML as well. Several manifests are a stream of documents, which every tool
/// that reads manifests takes.
fn text(manifests: &[Value], format: &Format, args: &ConvertArgs) -> Result<String> {
    let yaml = |manifest| yaml::to_yaml(&objects::disclose(manifest, args.output.disclosure()));
    let stream = || -> Result<String> {
        let texts: Result<Vec<String>> = manifests.iter().map(yaml).collect();
        Ok(texts?.join("---\n"))
    };
    if matches!(
        format,
        Format::Table | Format::Wide | Format::Data(Data::Yaml)
    ) {
        return stream();
    }
    let headers = !args.output.no_headers;
    let rendered = objects::render(
        manifests,
        Shape::One,
        format,
        args.output.disclosure(),
        headers,
    )?;
    Ok(rendered.unwrap_or_default())
}
