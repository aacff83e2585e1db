//! `restore wait`

use serde_json::Value;

use super::progress;
use crate::api::{Kind, ObjectRef};
use crate::cli::{Until, WaitRestore};
use crate::command::{Context, execute, locate, showing, wait};
use crate::output::Format;
use crate::output::objects::{self, Shape};
use crate::time::Span;
use crate::{Error, Exit, Result};

/// `restore wait`: one after the other; goes on after a failure, and ends with the first one's code.
pub async fn wait(context: &Context, args: &WaitRestore) -> Result<Exit> {
    let format = args.output.format()?;
    let mut first_failure = None;
    for object in references(context, args, &mut first_failure).await? {
        if let Err(error) = one(context, args, &format, &object).await {
            if error.exit == Exit::Interrupted {
                return Err(error);
            }
            context.ui.error(&error);
            first_failure.get_or_insert(error.exit);
        }
    }
    Ok(first_failure.unwrap_or(Exit::Done))
}

async fn references(
    context: &Context,
    args: &WaitRestore,
    first_failure: &mut Option<Exit>,
) -> Result<Vec<ObjectRef>> {
    if let Some(selector) = &args.which.selector {
        let found = showing::selected(context, Kind::Restore, selector).await?;
        return Ok(found.iter().filter_map(ObjectRef::of).collect());
    }
    let mut references = Vec::new();
    for name in &args.which.names {
        match locate::find(context, Kind::Restore, name).await {
            Ok(found) => references.push(found.reference),
            Err(error) if args.which.names.len() == 1 => return Err(error),
            Err(error) => {
                context.ui.error(&error);
                first_failure.get_or_insert(error.exit);
            }
        }
    }
    Ok(references)
}

async fn one(
    context: &Context,
    args: &WaitRestore,
    format: &Format,
    object: &ObjectRef,
) -> Result<()> {
    let timeout = args.timeout.as_ref().map(Span::length);
    let look = |current: &Value| progress::look(current, args.until);
    let waited = wait::follow(context, object, timeout, look).await?;
    let failure = match (args.until, waited.deleted) {
        (Until::Deleted, true) => None,
        _ => waited.failure,
    };
    let word = match args.until {
        Until::Complete => "complete",
        Until::Running => "running",
        Until::Deleted => "deleted",
    };
    if !execute::for_people(format) && !waited.object.is_null() {
        let objects = std::slice::from_ref(&waited.object);
        let disclosure = args.output.disclosure();
        let headers = !args.output.no_headers;
        if let Some(text) = objects::render(objects, Shape::One, format, disclosure, headers)? {
            context.ui.print(&text);
        }
    } else if failure.is_none() {
        context.ui.line(&format!("{object} {word}"));
    }
    failure.map_or(Ok(()), Err::<(), Error>)
}
