//! `NAME…` or `-l`: one after the other, on after a failure, and the first failure's code at the end.

use serde_json::Value;

use super::{Context, listing, locate};
use crate::api::{Kind, ObjectRef};
use crate::cli::Selector;
use crate::cluster::ListQuery;
use crate::{Exit, Result};

/// The names that a selector stands for. With `-l` they carry their group.
///
/// # Errors
/// Usage for what no object is called, before the first is acted on.
pub async fn names(context: &Context, kind: Kind, selector: &Selector) -> Result<Vec<String>> {
    let Some(labels) = &selector.selector else {
        for name in &selector.names {
            locate::check_name(kind, name)?;
        }
        return Ok(selector.names.clone());
    };
    let query = ListQuery {
        labels: Some(labels.clone()),
        ..ListQuery::default()
    };
    let namespace = context.cluster().await?.namespace().to_owned();
    let (_, found) = listing::fetch(context, kind, Some(&namespace), &query, |_| true).await?;
    let references = found
        .iter()
        .filter_map(|(_, object): &(_, Value)| ObjectRef::of(object));
    let names: Vec<String> = references.map(|object| object.to_string()).collect();
    if names.is_empty() {
        context.ui.note(&format!(
            "No {} with {labels} found in {namespace} namespace.",
            kind.plural()
        ));
    }
    Ok(names)
}

/// Runs `one` for each name.
///
/// # Errors
/// The failure of the only name, and Interrupted at once; the others are said, and the first gives the code.
pub async fn each(
    context: &Context,
    names: &[String],
    one: impl AsyncFn(&str) -> Result<Exit>,
) -> Result<Exit> {
    let mut first = Exit::Done;
    for name in names {
        let exit = match one(name).await {
            Ok(exit) => exit,
            Err(error) if names.len() == 1 || error.exit == Exit::Interrupted => return Err(error),
            Err(error) => {
                context.ui.error(&error);
                error.exit
            }
        };
        if first == Exit::Done {
            first = exit;
        }
    }
    Ok(first)
}
