//! Runs a command for several objects, named by `NAME…` or `-l`, one after the other. It goes on after a failure, and ends with the exit
//! code of the first failure.

use serde_json::Value;

use crate::api::name::TypedName;
use crate::api::{Kind, ObjectRef};
use crate::cli::{OutputFlags, Selector};
use crate::cluster::ListQuery;
use crate::context::Context;
use crate::lookup::collection;
use crate::write::result::print_held;
use crate::{ErrorKind, Exit, Result};

/// The objects that a command acts on.
pub struct Targets<T> {
    /// The objects, in the order of the command line or of the API server.
    pub items: Vec<T>,
    /// Whether exactly one object was named, without a selector. Only such an object is printed without a list around it.
    pub alone: bool,
}

impl Targets<String> {
    /// The names of the command line.
    pub fn named(names: &[String]) -> Self {
        Self {
            items: names.to_vec(),
            alone: names.len() == 1,
        }
    }
}

impl<T> Targets<T> {
    /// The objects that a selector matches.
    pub fn selected(items: Vec<T>) -> Self {
        Self {
            items,
            alone: false,
        }
    }
}

/// The names of the objects. Names that `-l` found contain their group.
///
/// # Errors
/// Usage for a text that cannot be a name, before anything is done to the first object.
pub async fn names(context: &Context, kind: Kind, selector: &Selector) -> Result<Targets<String>> {
    names_of(context, kind, kind.plural(), selector, |_| true).await
}

/// The names of the objects that `keep` accepts. `what` is the plural noun for them in messages.
///
/// # Errors
/// As [`names`].
pub async fn names_of(
    context: &Context,
    kind: Kind,
    what: &str,
    selector: &Selector,
    keep: impl Fn(&Value) -> bool,
) -> Result<Targets<String>> {
    let Some(labels) = &selector.selector else {
        for name in &selector.names {
            TypedName::parse(kind, name)?;
        }
        return Ok(Targets::named(&selector.names));
    };
    let query = ListQuery::labels(Some(labels.clone()));
    let namespace = context.cluster().await?.namespace().to_owned();
    let found = collection::collect(context, kind, Some(&namespace), &query, keep).await?;
    let references = found
        .objects
        .iter()
        .filter_map(|(_, object): &(_, Value)| ObjectRef::of(object));
    let names: Vec<String> = references.map(|object| object.to_string()).collect();
    if names.is_empty() {
        context.ui.note(&format!(
            "No {what} with {labels} found in {namespace} namespace."
        ));
    }
    Ok(Targets::selected(names))
}

/// Runs `one` for each target. Objects that it prints in a machine format are gathered into one `List` that is printed at the end, also
/// after failures; without `documents` nothing is gathered.
///
/// # Errors
/// The failure of the only target, and Interrupted at once. Other failures are printed, and the first one becomes the exit code.
pub async fn each<T>(
    context: &Context,
    targets: &Targets<T>,
    documents: Option<&OutputFlags>,
    one: impl AsyncFn(&T) -> Result<Exit>,
) -> Result<Exit> {
    let documents = documents.filter(|_| !targets.alone);
    let Some(output) = documents else {
        return in_turn(context, &targets.items, one).await;
    };
    if output.format()?.is_data() {
        context.held_objects.hold();
    }
    let outcome = in_turn(context, &targets.items, one).await;
    print_held(context, output)?;
    outcome
}

async fn in_turn<T>(
    context: &Context,
    targets: &[T],
    one: impl AsyncFn(&T) -> Result<Exit>,
) -> Result<Exit> {
    let mut first = Exit::Done;
    for target in targets {
        let exit = match one(target).await {
            Ok(exit) => exit,
            Err(error) if targets.len() == 1 || error.kind == ErrorKind::Interrupted => {
                return Err(error);
            }
            Err(error) => {
                context.ui.error(&error);
                error.exit()
            }
        };
        if first == Exit::Done {
            first = exit;
        }
    }
    Ok(first)
}
