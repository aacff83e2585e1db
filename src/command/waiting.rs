//! `wait` of every kind: names or a selector, one after the other.

use serde_json::Value;

use super::locate::Located;
use super::{Context, execute, locate, showing, wait};
use crate::api::{Kind, ObjectRef};
use crate::cli::{OutputFlags, Selector};
use crate::log_backup::Progress;
use crate::output::objects::{self, Shape};
use crate::time::Span;
use crate::{Error, Exit, Result};

/// What is waited for, in which objects, and how it is shown.
pub struct Wish<'a> {
    /// The kind.
    pub kind: Kind,
    /// The objects.
    pub which: &'a Selector,
    /// Whether their end is what is waited for.
    pub gone: bool,
    /// How long, each; nothing is for ever.
    pub timeout: Option<&'a Span>,
    /// How the objects are printed.
    pub output: &'a OutputFlags,
}

/// The goal for one object.
pub struct Aim {
    /// The word of the result line.
    pub word: &'static str,
    /// Holds the object against the goal.
    pub look: Box<dyn Fn(&Value) -> Progress>,
}

/// Waits for one object after the other; goes on after a failure, and ends with the first one's code.
pub async fn wait(
    context: &Context,
    wish: &Wish<'_>,
    aim: impl AsyncFn(&Located) -> Result<Aim>,
) -> Result<Exit> {
    wish.output.format()?;
    let mut first_failure = None;
    let targets = match &wish.which.selector {
        Some(selector) => selected(context, wish, selector).await?,
        None => {
            let names = wish.which.names.iter();
            names.map(|name| Target::Named(name.clone())).collect()
        }
    };
    let several = targets.len() > 1;
    for target in targets {
        match one(context, wish, target, &aim).await {
            Ok(()) => {}
            Err(error) if !several || error.exit == Exit::Interrupted => return Err(error),
            Err(error) => {
                context.ui.error(&error);
                first_failure.get_or_insert(error.exit);
            }
        }
    }
    Ok(first_failure.unwrap_or(Exit::Done))
}

enum Target {
    Named(String),
    Found(Box<Located>),
}

async fn selected(context: &Context, wish: &Wish<'_>, selector: &str) -> Result<Vec<Target>> {
    let found = showing::selected(context, wish.kind, selector).await?;
    let found: Vec<Target> = found
        .into_iter()
        .filter_map(|object| {
            let reference = ObjectRef::of(&object)?;
            Some(Target::Found(Box::new(Located { reference, object })))
        })
        .collect();
    if found.is_empty() && !wish.gone {
        let kind = wish.kind.plural();
        return Err(Error::failed(format!(
            "no {kind} with {selector} to wait for"
        )));
    }
    Ok(found)
}

async fn one(
    context: &Context,
    wish: &Wish<'_>,
    target: Target,
    aim: &impl AsyncFn(&Located) -> Result<Aim>,
) -> Result<()> {
    let located = match target {
        Target::Found(located) => *located,
        Target::Named(name) => {
            let lookup = locate::lookup(context, wish.kind, None, &name).await?;
            let called = lookup.called();
            match (wish.gone, lookup) {
                (false, lookup) => lookup.found()?,
                (true, lookup) => match lookup.optional()? {
                    Some(located) => located,
                    // As kubectl: what is not there is deleted.
                    None => {
                        context.ui.line(&format!("{called} deleted"));
                        return Ok(());
                    }
                },
            }
        }
    };
    follow(context, wish, &located.reference, aim(&located).await?).await
}

async fn follow(context: &Context, wish: &Wish<'_>, object: &ObjectRef, aim: Aim) -> Result<()> {
    let timeout = wish.timeout.map(Span::length);
    let waited = wait::follow(context, object, timeout, aim.look).await?;
    let failure = match wish.gone && waited.deleted {
        true => None,
        false => waited.failure,
    };
    let format = wish.output.format()?;
    if !execute::for_people(&format) && !waited.object.is_null() {
        let printed = std::slice::from_ref(&waited.object);
        let disclosure = wish.output.disclosure();
        let headers = !wish.output.no_headers;
        if let Some(text) = objects::render(printed, Shape::One, &format, disclosure, headers)? {
            context.ui.print(&text);
        }
    } else if failure.is_none() {
        context.ui.line(&format!("{object} {}", aim.word));
    }
    failure.map_or(Ok(()), Err::<(), Error>)
}
