//! Carries a plan out: warnings, dry run, difference, question, and the writes with their test of the resourceVersion.

use serde_json::{Value, json};
use similar::TextDiff;

use crate::api::ObjectRef;
use crate::cli::{DryRun, WriteFlags};
use crate::cluster::{Patch, Resource, WriteOptions};
use crate::context::Context;
use crate::output::{Confirmation, Format, objects, yaml};
use crate::write::plan::{Plan, Write};
use crate::write::results;
use crate::{Error, Result};

/// Says what there is to say before anything is written.
pub fn announce(context: &Context, plan: &Plan) {
    for warning in &plan.warnings {
        context.ui.warning(warning);
    }
    for note in &plan.notes {
        context.ui.note(note);
    }
}

/// Asks the plan's question. Dry runs never ask.
///
/// # Errors
/// Refused when the answer is not yes, or nobody can answer.
pub fn confirm(context: &Context, plan: &Plan, flags: &WriteFlags) -> Result<()> {
    let Some(question) = plan.question.as_deref() else {
        return Ok(());
    };
    if flags.yes || flags.diff || flags.mode() != DryRun::None {
        return Ok(());
    }
    match context.ui.confirm(question) {
        Confirmation::Yes => Ok(()),
        Confirmation::No => Err(Error::refused("cancelled; nothing was written")),
        Confirmation::NoTerminal => Err(Error::refused(format!(
            "not confirmed: {question} (there is no terminal to ask on; nothing was written)"
        ))
        .hint("add --yes when you are sure")),
    }
}

/// Sends the writes in order. `live` is the object that the decision rested on.
///
/// # Errors
/// Whatever the server refuses; Conflict when the object changed since it was read.
pub async fn send(
    context: &Context,
    plan: &Plan,
    live: &Value,
    dry_run: bool,
) -> Result<Vec<Value>> {
    let cluster = context.cluster().await?;
    let options = WriteOptions {
        dry_run,
        ..WriteOptions::default()
    };
    let mut version = live.pointer("/metadata/resourceVersion").cloned();
    let mut stored = Vec::new();
    for write in &plan.writes {
        let object = match write {
            Write::Create(manifest) => cluster.create(manifest, options).await?,
            Write::Patch {
                object,
                body,
                status,
            } => {
                let mut body = body.clone();
                if let Some(version) = &version {
                    merge(
                        &mut body,
                        &json!({"metadata": {"resourceVersion": version}}),
                    );
                }
                let subresource = status.then_some("status");
                let resource = Resource::from(object);
                let patched = cluster
                    .patch(
                        resource,
                        &object.namespace,
                        &object.name,
                        Patch::Merge(&body),
                        subresource,
                        options,
                    )
                    .await?;
                // A dry run stores nothing, so the next patch meets the version that was read.
                if !dry_run {
                    version = patched.pointer("/metadata/resourceVersion").cloned();
                }
                patched
            }
        };
        stored.push(object);
    }
    Ok(stored)
}

/// The object after the plan's patches, computed here: what a dry run on the client and a difference show.
pub fn preview(plan: &Plan, live: &Value) -> Value {
    let mut object = live.clone();
    for write in &plan.writes {
        match write {
            Write::Create(manifest) => object = manifest.clone(),
            Write::Patch { body, .. } => merge(&mut object, body),
        }
    }
    object
}

/// RFC 7386.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = json!({});
    }
    let Value::Object(target) = target else {
        return;
    };
    for (key, value) in patch {
        if value.is_null() {
            target.remove(key);
        } else {
            merge(target.entry(key.clone()).or_insert(Value::Null), value);
        }
    }
}

/// Prints the difference between two documents as a unified diff. Says nothing where there is none.
pub fn print_difference(
    context: &Context,
    name: &ObjectRef,
    before: &Value,
    after: &Value,
    flags: &WriteFlags,
) -> Result<()> {
    let names = [&format!("live/{name}"), &format!("planned/{name}")];
    print_change(context, names, [before, after], flags)
}

/// The same for documents that are called otherwise.
pub fn print_change(
    context: &Context,
    names: [&String; 2],
    documents: [&Value; 2],
    flags: &WriteFlags,
) -> Result<()> {
    let text = |document: &Value| match document.is_null() {
        true => Ok(String::new()),
        false => yaml::to_yaml(&objects::disclose(document, flags.output.disclosure())),
    };
    let [old, new] = names;
    let [before, after] = documents;
    let (before, after) = (text(before)?, text(after)?);
    let diff = TextDiff::from_lines(&before, &after);
    let unified = diff.unified_diff().header(old, new).to_string();
    context.ui.print(&unified);
    Ok(())
}

/// Prints an object that a command wrote: in the format that was asked for, else as a result line.
pub fn print_result(
    context: &Context,
    object: &Value,
    word: &str,
    flags: &WriteFlags,
) -> Result<()> {
    if flags.mode() == DryRun::Client {
        tell_hidden(context, object, flags);
    }
    if !results::print(context, object, &flags.output)? {
        let suffix = dry(flags.mode());
        context
            .ui
            .line(&format!("{} {word}{suffix}", objects::name(object)));
    }
    Ok(())
}

/// A manifest with hidden values cannot be applied: better said here than by the API server.
pub fn tell_hidden(context: &Context, object: &Value, flags: &WriteFlags) {
    let data = flags.output.format().is_ok_and(|format| format.is_data());
    if data && objects::hides(object, flags.output.disclosure()) {
        context
            .ui
            .hint("values are printed as <redacted>; --show-secrets prints them");
    }
}

/// How result lines of dry runs end.
pub fn dry(mode: DryRun) -> &'static str {
    match mode {
        DryRun::None => "",
        DryRun::Client => " (dry run)",
        DryRun::Server => " (server dry run)",
    }
}

/// Whether the format is for people, so that a result line is due.
pub fn for_people(format: &Format) -> bool {
    matches!(format, Format::Table | Format::Wide)
}
