//! `show` of every kind: names or a selector, machine formats, or a page for people.

use serde_json::Value;

use super::{Context, generation, locate};
use crate::api::Kind;
use crate::api::document::stamp;
use crate::cli::{OutputFlags, ShowArgs};
use crate::cluster::{ListQuery, Resource};
use crate::output::objects::{self, Shape};
use crate::output::{Format, Screen};
use crate::{Exit, Result};

/// Draws one object.
pub type Describe = fn(&Value, &Screen) -> String;

/// The objects that were named, and the code of the first name that was not found among several.
pub async fn named(
    context: &Context,
    args: &ShowArgs,
    kind: Kind,
) -> Result<(Vec<Value>, Option<Exit>)> {
    if let Some(selector) = &args.which.selector {
        return Ok((selected(context, kind, selector).await?, None));
    }
    let mut first_failure = None;
    let mut found: Vec<Value> = Vec::new();
    for name in &args.which.names {
        match locate::find(context, kind, name).await {
            Ok(located) => found.push(located.object),
            Err(error) if args.which.names.len() == 1 => return Err(error),
            Err(error) => {
                context.ui.error(&error);
                first_failure.get_or_insert(error.exit);
            }
        }
    }
    Ok((found, first_failure))
}

/// The objects of the current namespace with these labels.
pub async fn selected(context: &Context, kind: Kind, selector: &str) -> Result<Vec<Value>> {
    let cluster = context.cluster().await?;
    let query = ListQuery {
        labels: Some(selector.to_owned()),
        ..ListQuery::default()
    };
    let mut found = Vec::new();
    for operator in generation::asked(context) {
        let items = cluster
            .list_all::<Value>(
                Resource::of(operator, kind),
                Some(cluster.namespace()),
                &query,
            )
            .await?;
        found.extend(items.into_iter().flatten().map(|mut item| {
            stamp(&mut item, operator, kind);
            item
        }));
    }
    Ok(found)
}

/// Prints objects in a machine format, or one page each.
pub fn print(
    context: &Context,
    found: &[Value],
    format: &Format,
    output: &OutputFlags,
    describe: Describe,
) -> Result<()> {
    let rendered = objects::render(
        found,
        Shape::One,
        format,
        output.disclosure(),
        !output.no_headers,
    )?;
    if let Some(text) = rendered {
        context.ui.print(&text);
        return Ok(());
    }
    let screen = context.screen(format, output);
    for (position, object) in found.iter().enumerate() {
        if position > 0 {
            context.ui.line("");
        }
        context.ui.print(&describe(object, &screen));
    }
    Ok(())
}
