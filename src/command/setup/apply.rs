//! Server-side apply of whole manifests: the API server keeps what others own and says where the two disagree.

use serde_json::Value;
use similar::TextDiff;

use crate::api::document::put;
use crate::cli::{ApplyFlags, DryRun};
use crate::cluster::{Cluster, Found, Patch, Resource, WriteOptions};
use crate::context::Context;
use crate::manifest::{file, name};
use crate::output::objects::{self, Disclosure, Shape};
use crate::output::yaml;
use crate::write::execute::{dry, for_people, tell_hidden};
use crate::{Error, ErrorKind, Result};

/// The namespace for the manifests: that of `-n` or of the context; a dry run on the client writes only the one that was said.
pub async fn namespace(context: &Context, flags: &ApplyFlags) -> Result<Option<String>> {
    if let Some(said) = &context.kube.namespace {
        name::check_label("namespace", said)?;
        return Ok(Some(said.clone()));
    }
    match flags.write.mode() {
        DryRun::Client if !flags.write.diff => Ok(None),
        _ => Ok(Some(context.cluster().await?.namespace().to_owned())),
    }
}

/// Applies `manifests` in order, or shows what that would do. Returns the objects as they are afterwards.
///
/// # Errors
/// Conflict when another field manager owns a field that differs; whatever else the server refuses.
pub async fn apply(
    context: &Context,
    manifests: &[Value],
    flags: &ApplyFlags,
) -> Result<Vec<Value>> {
    let format = flags.write.output.format()?;
    let people = for_people(&format);
    let mut applied = Vec::new();
    let mut blind = false;
    for manifest in manifests {
        if flags.write.diff {
            show_difference(context, manifest, flags).await?;
            continue;
        }
        let (object, word) = match flags.write.mode() {
            DryRun::Client if people => (
                manifest.clone(),
                foresee(context, manifest, &mut blind).await,
            ),
            DryRun::Client => (manifest.clone(), "created"),
            mode => {
                let (before, after) =
                    send(context, manifest, flags, mode == DryRun::Server).await?;
                let word = word(before.as_ref(), &after);
                (after, word)
            }
        };
        if people {
            let end = dry(flags.write.mode());
            context
                .ui
                .line(&format!("{} {word}{end}", objects::name(&object)));
        }
        applied.push(object);
    }
    let disclosure = flags.write.output.disclosure();
    let headers = !flags.write.output.no_headers;
    if !people && !flags.write.diff {
        applied
            .iter()
            .for_each(|object| tell_hidden(context, object, &flags.write));
        let text = objects::render(&applied, Shape::One, &format, disclosure, headers)?;
        context.ui.print(&text.unwrap_or_default());
    }
    Ok(applied)
}

/// What an apply would do, for a dry run on the client: it reads, and does without where it cannot. Then nothing more is asked.
async fn foresee(context: &Context, manifest: &Value, blind: &mut bool) -> &'static str {
    let found = async {
        let cluster = context.cluster().await?;
        read(cluster, manifest).await
    };
    if *blind {
        return "created";
    }
    match found.await {
        Ok(None) => "created",
        Ok(Some(live)) => match contains(&live, manifest) {
            true => "unchanged",
            false => "configured",
        },
        Err(error) => {
            *blind = true;
            context.ui.warning(&format!(
                "cannot read what is there, so that everything counts as new: {}",
                error.message
            ));
            "created"
        }
    }
}

/// Whether everything in `wanted` is in `live`.
fn contains(live: &Value, wanted: &Value) -> bool {
    match (live, wanted) {
        (Value::Object(live), Value::Object(wanted)) => wanted
            .iter()
            .all(|(key, value)| live.get(key).is_some_and(|live| contains(live, value))),
        // The API server fills in the group of a subject.
        (Value::Array(live), Value::Array(wanted)) => {
            live.len() == wanted.len()
                && live
                    .iter()
                    .zip(wanted)
                    .all(|(live, wanted)| contains(live, wanted))
        }
        (live, wanted) => live == wanted,
    }
}

/// The live object of a manifest.
pub async fn read(cluster: &Cluster, manifest: &Value) -> Result<Option<Value>> {
    let (resource, namespace, name) = address(cluster, manifest)?;
    match cluster.get(resource, &namespace, &name).await? {
        Found::Object(object) => Ok(Some(object)),
        Found::NotFound | Found::NotServed => Ok(None),
    }
}

async fn send(
    context: &Context,
    manifest: &Value,
    flags: &ApplyFlags,
    dry_run: bool,
) -> Result<(Option<Value>, Value)> {
    let cluster = context.cluster().await?;
    let before = read(cluster, manifest).await?;
    let (resource, namespace, name) = address(cluster, manifest)?;
    let patch = Patch::Apply {
        manifest,
        force: flags.force_conflicts,
    };
    let options = WriteOptions {
        dry_run,
        ..WriteOptions::default()
    };
    let after = cluster
        .patch(resource, &namespace, &name, patch, None, options)
        .await
        .map_err(|error| match error.kind == ErrorKind::FieldConflict {
            true => error.hint("--force-conflicts takes these fields over"),
            false => error,
        })?;
    Ok((before, after))
}

fn address(cluster: &Cluster, manifest: &Value) -> Result<(Resource, String, String)> {
    let text = |pointer: &str| manifest.pointer(pointer).and_then(Value::as_str);
    let namespace = text("/metadata/namespace").unwrap_or(cluster.namespace());
    let name = text("/metadata/name").ok_or_else(|| Error::usage("a manifest without a name"))?;
    Ok((
        Resource::of_manifest(manifest)?,
        namespace.to_owned(),
        name.to_owned(),
    ))
}

/// kubectl's words.
fn word(before: Option<&Value>, after: &Value) -> &'static str {
    match before {
        None => "created",
        Some(before) if settled(before) == settled(after) => "unchanged",
        Some(_) => "configured",
    }
}

/// The object without what every write changes, also one that changes nothing else.
fn settled(object: &Value) -> Value {
    let mut object = object.clone();
    let metadata = object.get_mut("metadata").and_then(Value::as_object_mut);
    if let Some(metadata) = metadata {
        metadata.remove("resourceVersion");
        metadata.remove("generation");
        let managers = metadata
            .get_mut("managedFields")
            .and_then(Value::as_array_mut);
        for manager in managers.into_iter().flatten() {
            put(manager, "time", Value::Null);
        }
    }
    object
}

async fn show_difference(context: &Context, manifest: &Value, flags: &ApplyFlags) -> Result<()> {
    let (before, after) = send(context, manifest, flags, true).await?;
    let before = before.map(file::without_server_fields).unwrap_or_default();
    let after = file::without_server_fields(after);
    let disclosure = flags.write.output.disclosure();
    let text = difference(&objects::name(manifest), &before, &after, disclosure)?;
    context.ui.print(&text);
    Ok(())
}

/// A unified diff. Of hidden values it shows that they differ.
pub fn difference(
    name: &str,
    before: &Value,
    after: &Value,
    disclosure: Disclosure,
) -> Result<String> {
    let (shown_before, shown_after) = match disclosure.secrets {
        true => (before.clone(), after.clone()),
        false => (
            veiled(before, after, "before"),
            veiled(after, before, "after"),
        ),
    };
    let text = |document: &Value| match document.is_null() {
        true => Ok(String::new()),
        false => yaml::to_yaml(&objects::disclose(
            document,
            Disclosure {
                secrets: true,
                ..disclosure
            },
        )),
    };
    let (before, after) = (text(&shown_before)?, text(&shown_after)?);
    let diff = TextDiff::from_lines(&before, &after);
    let header = (format!("live/{name}"), format!("planned/{name}"));
    Ok(diff.unified_diff().header(&header.0, &header.1).to_string())
}

/// The document with its secrets hidden; where `other` has another value, `side` stands behind.
fn veiled(document: &Value, other: &Value, side: &str) -> Value {
    let mut hidden = objects::disclose(document, Disclosure::default());
    crate::redact::document(&mut hidden);
    mark(&mut hidden, document, other, side);
    hidden
}

fn mark(hidden: &mut Value, document: &Value, other: &Value, side: &str) {
    match (hidden, document) {
        (Value::Object(hidden), Value::Object(document)) => {
            for (key, value) in hidden {
                let null = Value::Null;
                let (document, other) = (document.get(key), other.get(key));
                mark(
                    value,
                    document.unwrap_or(&null),
                    other.unwrap_or(&null),
                    side,
                );
            }
        }
        (Value::Array(hidden), Value::Array(document)) => {
            for (index, (value, document)) in hidden.iter_mut().zip(document).enumerate() {
                mark(
                    value,
                    document,
                    other.get(index).unwrap_or(&Value::Null),
                    side,
                );
            }
        }
        (Value::String(text), document)
            if document.as_str() != Some(text) && document != other && !other.is_null() =>
        {
            *text = format!("{text} ({side})");
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    fn secret(key: &str) -> Value {
        json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s"}, "data": {"access_key": "AAAA", "secret_key": key}})
    }

    /// A difference tells that a value changes, and which, without telling the value.
    #[test]
    fn differences_hide_values() {
        let shown = |secrets| Disclosure {
            secrets,
            ..Disclosure::default()
        };
        let text = difference("secret/s", &secret("b2xk"), &secret("bmV3"), shown(false)).unwrap();
        assert!(
            text.contains("-  secret_key: <redacted> (before)\n"),
            "{text}"
        );
        assert!(
            text.contains("+  secret_key: <redacted> (after)\n"),
            "{text}"
        );
        assert!(text.contains("   access_key: <redacted>\n"), "{text}");
        for value in ["b2xk", "bmV3", "AAAA"] {
            assert!(!text.contains(value), "{text}");
        }
        let new = difference("secret/s", &Value::Null, &secret("bmV3"), shown(false)).unwrap();
        assert!(
            new.contains("+  secret_key: <redacted>\n") && !new.contains("bmV3"),
            "{new}"
        );
        let open = difference("secret/s", &secret("b2xk"), &secret("bmV3"), shown(true)).unwrap();
        assert!(open.contains("+  secret_key: bmV3\n"), "{open}");
        let same = difference("secret/s", &secret("b2xk"), &secret("b2xk"), shown(false)).unwrap();
        assert_eq!(same, "");
    }

    /// The environment of TiKV may hold a key that somebody typed into the manifest.
    #[test]
    fn differences_hide_environments() {
        let env = |value: &str| json!({"spec": {"tikv": {"env": [{"name": "AWS_SECRET_ACCESS_KEY", "value": value}]}}});
        let text = difference("x", &env("old1"), &env("new1"), Disclosure::default()).unwrap();
        assert!(
            !text.contains("old1") && !text.contains("new1") && text.contains("(after)"),
            "{text}"
        );
    }

    #[test]
    fn words() {
        let object = |version: &str, time: &str, key: &str| json!({"metadata": {"name": "s", "resourceVersion": version, "managedFields": [{"manager": "m", "time": time}]}, "data": {"key": key}});
        let rows = [
            (None, "created"),
            (Some(object("1", "then", "a")), "unchanged"),
            (Some(object("1", "then", "b")), "configured"),
        ];
        for (before, expected) in rows {
            assert_eq!(word(before.as_ref(), &object("2", "now", "a")), expected);
        }
    }
}
