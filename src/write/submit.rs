//! Sends a plan that creates an object, or shows what it would send; and prints the end of a wait.

use chrono::TimeDelta;
use serde_json::Value;

use crate::api::ObjectRef;
use crate::cli::{DryRun, WaitFlags, WriteFlags};
use crate::cluster::Resource;
use crate::context::Context;
use crate::manifest::file;
use crate::output::{objects, yaml};
use crate::time::Span;
use crate::wait;
use crate::wait::Progress;
use crate::wait::Waited;
use crate::write::execute;
use crate::write::execute::{print_difference, print_result};
use crate::write::plan::Plan;
use crate::{Error, Exit, Result};

/// How the creation of an object ends.
pub struct End<'a, F> {
    /// Whether the end is waited for.
    pub waits: bool,
    /// For how long.
    pub timeout: Option<TimeDelta>,
    /// The word of the result line when it is reached.
    pub word: &'a str,
    /// How far it is.
    pub look: F,
}

impl<F: Fn(&Value) -> Progress> End<'_, F> {
    /// With `--wait`, when the work is complete.
    pub fn complete(flags: &WaitFlags, look: F) -> Self {
        Self {
            waits: flags.wait == Some(true),
            timeout: flags.timeout.as_ref().map(Span::length),
            word: "complete",
            look,
        }
    }
}

/// Shows or sends a plan that creates `manifest`, and waits where that is wanted.
///
/// # Errors
/// What keeps it from being created, and the failure of the wait.
pub async fn create(
    context: &Context,
    plan: &Plan,
    manifest: &Value,
    flags: &WriteFlags,
    end: End<'_, impl Fn(&Value) -> Progress>,
) -> Result<Exit> {
    let stored = submit(context, plan, manifest, "created", flags, end.waits).await?;
    let Some(stored) = stored else {
        return Ok(Exit::Done);
    };
    let object = reference(&stored)?;
    context.ui.note(&format!("{object} created"));
    let waited = wait::follow(context, &object, end.timeout, end.look).await?;
    finish(context, waited, end.word, flags)
}

/// Shows or sends a plan that creates `manifest`. `None` when the command is over; the stored object when it is to be waited for.
pub async fn submit(
    context: &Context,
    plan: &Plan,
    manifest: &Value,
    word: &str,
    flags: &WriteFlags,
    wait: bool,
) -> Result<Option<Value>> {
    execute::announce(context, plan);
    if flags.diff {
        let object = reference(manifest)?;
        let cluster = context.cluster().await?;
        let namespace = match object.namespace.as_str() {
            "" => cluster.namespace(),
            namespace => namespace,
        };
        let live = cluster
            .get(Resource::from(&object), namespace, &object.name)
            .await?;
        let live = live
            .object()
            .map(file::without_server_fields)
            .unwrap_or_default();
        print_difference(context, &object, &live, manifest, flags)?;
        return Ok(None);
    }
    if context.review {
        review(context, manifest, flags)?;
    }
    if flags.mode() == DryRun::Client {
        print_result(context, manifest, word, flags)?;
        return Ok(None);
    }
    execute::confirm(context, plan, flags)?;
    let server = flags.mode() == DryRun::Server;
    let stored = execute::send(context, plan, &Value::Null, server).await?;
    let stored = stored.into_iter().next_back().unwrap_or_default();
    if server || !wait {
        print_result(context, &stored, word, flags)?;
        return Ok(None);
    }
    Ok(Some(stored))
}

/// Shows on stderr what is about to be written, and asks.
fn review(context: &Context, manifest: &Value, flags: &WriteFlags) -> Result<()> {
    let printed = flags.mode() == DryRun::Client && !execute::for_people(&flags.output.format()?);
    if printed {
        return Ok(());
    }
    let shown = objects::disclose(manifest, flags.output.disclosure());
    context.ui.note(&format!("\n{}", yaml::to_yaml(&shown)?));
    if flags.yes || flags.mode() != DryRun::None {
        return Ok(());
    }
    let object = reference(manifest)?;
    let question = match object.namespace.as_str() {
        "" => format!("Create {object}?"),
        namespace => format!("Create {object} in namespace {namespace}?"),
    };
    context.ui.agree(&question)
}

/// Prints the end of a wait: the object with `-o`, also when it failed; else the result line.
pub fn finish(context: &Context, waited: Waited, word: &str, flags: &WriteFlags) -> Result<Exit> {
    let format = flags.output.format()?;
    let printed = !execute::for_people(&format) && !waited.object.is_null();
    if printed || waited.failure.is_none() {
        print_result(context, &waited.object, word, flags)?;
    }
    match waited.failure {
        Some(failure) => Err(failure),
        None => Ok(Exit::Done),
    }
}

/// The address of an object that was just built or stored.
pub fn reference(object: &Value) -> Result<ObjectRef> {
    ObjectRef::of(object)
        .ok_or_else(|| Error::failed("the server returned an object without a name"))
}
