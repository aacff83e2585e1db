//! `NAME…` or `-l`: one after the other, on after a failure, and the first failure's code at the end.

use serde_json::Value;

use crate::api::name::TypedName;
use crate::api::{Kind, ObjectRef};
use crate::cli::{OutputFlags, Selector};
use crate::cluster::ListQuery;
use crate::context::Context;
use crate::lookup::collection;
use crate::write::result::print_held;
use crate::{ErrorKind, Exit, Result};

/// What a command is for.
pub struct Targets<T> {
    /// In the order of the command line, or of the API server.
    pub items: Vec<T>,
    /// Whether one was named, and no selector: only that is printed bare.
    pub alone: bool,
}

impl Targets<String> {
    /// What was typed.
    pub fn named(names: &[String]) -> Self {
        Self {
            items: names.to_vec(),
            alone: names.len() == 1,
        }
    }
}

impl<T> Targets<T> {
    /// What a selector found.
    pub fn selected(items: Vec<T>) -> Self {
        Self {
            items,
            alone: false,
        }
    }
}

/// The names that a selector stands for. With `-l` they carry their group.
///
/// # Errors
/// Usage for what no object is called, before the first is acted on.
pub async fn names(context: &Context, kind: Kind, selector: &Selector) -> Result<Targets<String>> {
    names_of(context, kind, kind.plural(), selector, |_| true).await
}

/// The same for the objects of a kind that `keep` takes, which are called `what`.
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

/// Runs `one` for each target. The objects that it prints in a machine format become one `List`, printed at the end, also when some
/// failed; without `documents` nothing is gathered.
///
/// # Errors
/// The failure of the only target, and Interrupted at once; the others are said, and the first gives the code.
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
