//! `wait` of every kind: names or a selector, one after the other.

use crate::api::{Kind, ObjectRef};
use crate::cli::{OutputFlags, Selector};
use crate::context::Context;
use crate::lookup::collection;
use crate::lookup::locate::{self, Located};
use crate::lookup::several::{self, Targets};
use crate::output::Format;
use crate::time::Span;
use crate::wait::{self, Goal};
use crate::write::result::print_objects;
use crate::{Error, Exit, Result};

/// Which objects are waited for, for how long, and how they are printed.
pub struct ManyWaits<'a> {
    /// The kind.
    pub kind: Kind,
    /// The objects.
    pub which: &'a Selector,
    /// Whether the goal is that the objects are gone: an object that does not exist has reached it.
    pub until_gone: bool,
    /// For how long, each; `None` is for ever.
    pub timeout: Option<&'a Span>,
    /// How the objects are printed.
    pub output: &'a OutputFlags,
}

/// Waits for one object after the other. `goal_of` gives the goal of an object.
///
/// # Errors
/// The failure of the only object; else the failures are printed, and the first one gives the exit code.
pub async fn wait(
    context: &Context,
    waits: &ManyWaits<'_>,
    goal_of: impl AsyncFn(&Located) -> Result<Goal>,
) -> Result<Exit> {
    waits.output.format()?;
    let targets = match &waits.which.selector {
        Some(selector) => Targets::selected(selected(context, waits, selector).await?),
        None => {
            let names = waits.which.names.iter();
            let items: Vec<Target> = names.map(|name| Target::Named(name.clone())).collect();
            let alone = items.len() == 1;
            Targets { items, alone }
        }
    };
    several::each(context, &targets, Some(waits.output), async |target| {
        one(context, waits, target, &goal_of).await
    })
    .await
}

enum Target {
    Named(String),
    Found(Box<Located>),
}

async fn selected(context: &Context, waits: &ManyWaits<'_>, selector: &str) -> Result<Vec<Target>> {
    let found = collection::with_labels(context, waits.kind, selector).await?;
    let found: Vec<Target> = found
        .into_iter()
        .filter_map(|object| {
            let reference = ObjectRef::of(&object)?;
            Some(Target::Found(Box::new(Located { reference, object })))
        })
        .collect();
    if found.is_empty() && !waits.until_gone {
        let kind = waits.kind.plural();
        return Err(Error::failed(format!(
            "no {kind} with {selector} to wait for"
        )));
    }
    Ok(found)
}

async fn one(
    context: &Context,
    waits: &ManyWaits<'_>,
    target: &Target,
    goal_of: &impl AsyncFn(&Located) -> Result<Goal>,
) -> Result<Exit> {
    let named;
    let located = match target {
        Target::Found(located) => located,
        Target::Named(name) => {
            let lookup = locate::lookup(context, waits.kind, None, name).await?;
            let called = lookup.called();
            named = match (waits.until_gone, lookup) {
                (false, lookup) => lookup.found()?,
                (true, lookup) => match lookup.optional()? {
                    Some(located) => located,
                    // As kubectl: an object that does not exist counts as deleted.
                    None => {
                        print_gone(context, &called, waits.output)?;
                        return Ok(Exit::Done);
                    }
                },
            };
            &named
        }
    };
    let object = &located.reference;
    follow(context, waits, object, &goal_of(located).await?).await?;
    Ok(Exit::Done)
}

async fn follow(
    context: &Context,
    waits: &ManyWaits<'_>,
    object: &ObjectRef,
    goal: &Goal,
) -> Result<()> {
    let timeout = waits.timeout.map(Span::length);
    let waited = wait::follow(context, object, timeout, goal).await?;
    let printed = match waited.object.is_null() {
        true => false,
        false => print_objects(context, std::slice::from_ref(&waited.object), waits.output)?,
    };
    if !printed && waited.failure.is_none() {
        context.ui.line(&format!("{object} {}", goal.word()));
    }
    waited.failure.map_or(Ok(()), Err::<(), Error>)
}

/// Says that an object is gone. There is no document of it.
pub fn print_gone(context: &Context, called: &str, output: &OutputFlags) -> Result<()> {
    match output.format()? {
        Format::Data(_) => {}
        Format::Name => context.ui.line(called),
        Format::Table | Format::Wide => context.ui.line(&format!("{called} deleted")),
    }
    Ok(())
}
