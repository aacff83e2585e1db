//! `show` of every kind: names or a selector, machine formats, or a page for people.

use serde_json::Value;

use crate::api::Kind;
use crate::cli::{Selector, ShowArgs};
use crate::cluster::ListQuery;
use crate::context::Context;
use crate::inspect::listing;
use crate::lookup::locate;
use crate::output::Screen;
use crate::output::objects::{self, Shape};
use crate::{Exit, Result};

/// Draws one object.
pub type Describe = fn(&Value, &Screen) -> String;

/// Shows what was named; goes on after a name that is not found, and ends with the first failure's code.
pub async fn show(
    context: &Context,
    args: &ShowArgs,
    kind: Kind,
    describe: Describe,
) -> Result<Exit> {
    args.output.format()?;
    let (found, first_failure) = named(context, args, kind).await?;
    print(context, &found, args, describe)?;
    Ok(first_failure.unwrap_or(Exit::Done))
}

/// The objects that were named, and the code of the first name that was not found among several.
pub async fn named(
    context: &Context,
    args: &ShowArgs,
    kind: Kind,
) -> Result<(Vec<Value>, Option<Exit>)> {
    if let Some(selector) = &args.which.selector {
        let found = selected(context, kind, selector).await?;
        if found.is_empty() {
            let namespace = context.cluster().await?.namespace();
            context.ui.note(&objects::nothing_found(Some(namespace)));
        }
        return Ok((found, None));
    }
    let mut first_failure = None;
    let mut found: Vec<Value> = Vec::new();
    for name in &args.which.names {
        match locate::find(context, kind, name).await {
            Ok(located) => found.push(located.object),
            Err(error) if args.which.names.len() == 1 => return Err(error),
            Err(error) => {
                context.ui.error(&error);
                first_failure.get_or_insert(error.exit());
            }
        }
    }
    Ok((found, first_failure))
}

/// The objects of the current namespace with these labels.
pub async fn selected(context: &Context, kind: Kind, selector: &str) -> Result<Vec<Value>> {
    let query = ListQuery {
        labels: Some(selector.to_owned()),
        ..ListQuery::default()
    };
    let namespace = context.cluster().await?.namespace().to_owned();
    let (_, found) = listing::fetch(context, kind, Some(&namespace), &query, |_| true).await?;
    Ok(found.into_iter().map(|(_, object)| object).collect())
}

/// Only what was asked for by one name is printed bare.
pub fn shape(which: &Selector) -> Shape {
    match which.names.len() {
        1 => Shape::One,
        _ => Shape::List,
    }
}

/// Prints objects in a machine format, or one page each.
pub fn print(
    context: &Context,
    found: &[Value],
    args: &ShowArgs,
    describe: Describe,
) -> Result<()> {
    let output = &args.output;
    let format = output.format()?;
    let rendered = objects::render(
        found,
        shape(&args.which),
        &format,
        output.disclosure(),
        !output.no_headers,
    )?;
    if let Some(text) = rendered {
        context.ui.print(&text);
        return Ok(());
    }
    let screen = context.screen(&format, output);
    for (position, object) in found.iter().enumerate() {
        if position > 0 {
            context.ui.line("");
        }
        context.ui.print(&describe(object, &screen));
    }
    Ok(())
}
