//! `wait` of every kind: names or a selector, one after the other.

use serde_json::Value;

use crate::api::{Kind, ObjectRef};
use crate::cli::{OutputFlags, Selector};
use crate::context::Context;
use crate::lookup::locate::Located;
use crate::lookup::several;
use crate::lookup::several::Targets;
use crate::lookup::{collection, locate};
use crate::output::Format;
use crate::time::Span;
use crate::wait;
use crate::wait::Progress;
use crate::write::result::print_objects;
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
    let targets = match &wish.which.selector {
        Some(selector) => Targets::selected(selected(context, wish, selector).await?),
        None => {
            let names = wish.which.names.iter();
            let items: Vec<Target> = names.map(|name| Target::Named(name.clone())).collect();
            let alone = items.len() == 1;
            Targets { items, alone }
        }
    };
    several::each(context, &targets, Some(wish.output), async |target| {
        one(context, wish, target, &aim).await
    })
    .await
}

enum Target {
    Named(String),
    Found(Box<Located>),
}

async fn selected(context: &Context, wish: &Wish<'_>, selector: &str) -> Result<Vec<Target>> {
    let found = collection::with_labels(context, wish.kind, selector).await?;
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
    target: &Target,
    aim: &impl AsyncFn(&Located) -> Result<Aim>,
) -> Result<Exit> {
    let asked;
    let located = match target {
        Target::Found(located) => located,
        Target::Named(name) => {
            let lookup = locate::lookup(context, wish.kind, None, name).await?;
            let called = lookup.called();
            asked = match (wish.gone, lookup) {
                (false, lookup) => lookup.found()?,
                (true, lookup) => match lookup.optional()? {
                    Some(located) => located,
                    // As kubectl: what is not there is deleted.
                    None => {
                        gone(context, &called, wish.output)?;
                        return Ok(Exit::Done);
                    }
                },
            };
            &asked
        }
    };
    let object = &located.reference;
    follow(context, wish, object, aim(located).await?).await?;
    Ok(Exit::Done)
}

async fn follow(context: &Context, wish: &Wish<'_>, object: &ObjectRef, aim: Aim) -> Result<()> {
    let timeout = wish.timeout.map(Span::length);
    let waited = wait::follow(context, object, timeout, aim.look).await?;
    let failure = match wish.gone && waited.deleted {
        true => None,
        false => waited.failure,
    };
    let printed = match waited.object.is_null() {
        true => false,
        false => print_objects(context, std::slice::from_ref(&waited.object), wish.output)?,
    };
    if !printed && failure.is_none() {
        context.ui.line(&format!("{object} {}", aim.word));
    }
    failure.map_or(Ok(()), Err::<(), Error>)
}

/// Says that an object is gone. There is no document of it.
pub fn gone(context: &Context, called: &str, output: &OutputFlags) -> Result<()> {
    match output.format()? {
        Format::Data(_) => {}
        Format::Name => context.ui.line(called),
        Format::Table | Format::Wide => context.ui.line(&format!("{called} deleted")),
    }
    Ok(())
}
