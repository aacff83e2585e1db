//! `show` of every kind: names or a selector, in a format for programs or as one page an object.

use serde_json::Value;

use crate::api::Kind;
use crate::cli::ShowArgs;
use crate::context::Context;
use crate::lookup::{collection, locate};
use crate::output::Screen;
use crate::output::objects::{self, Shape};
use crate::{Exit, Result};

/// The objects that a command names, and how it ends.
pub struct NamedObjects {
    /// The objects, in the order of the command line or of the API server.
    pub objects: Vec<Value>,
    /// The code of the first of several names that was not found.
    pub failure: Option<Exit>,
}

impl NamedObjects {
    /// The code that the command ends with.
    pub fn exit(&self) -> Exit {
        self.failure.unwrap_or(Exit::Done)
    }
}

/// Shows the named objects. Goes on after a name that is not found, and ends with the first failure's code.
///
/// # Errors
/// The only name is not found; what the server refuses.
pub async fn show(
    context: &Context,
    args: &ShowArgs,
    kind: Kind,
    draw: impl Fn(&Value, &Screen) -> String,
) -> Result<Exit> {
    let named = find_named(context, args, kind).await?;
    print(context, &named.objects, args, draw)?;
    Ok(named.exit())
}

/// Finds the named objects.
///
/// # Errors
/// The only name is not found; what the server refuses.
pub async fn find_named(context: &Context, args: &ShowArgs, kind: Kind) -> Result<NamedObjects> {
    args.output.format()?;
    if let Some(selector) = &args.which.selector {
        let objects = collection::with_labels(context, kind, selector).await?;
        if objects.is_empty() {
            let namespace = context.cluster().await?.namespace();
            context.ui.note(&objects::nothing_found(Some(namespace)));
        }
        return Ok(NamedObjects {
            objects,
            failure: None,
        });
    }
    let mut named = NamedObjects {
        objects: Vec::new(),
        failure: None,
    };
    for name in &args.which.names {
        match locate::find(context, kind, name).await {
            Ok(located) => named.objects.push(located.object),
            Err(error) if args.which.names.len() == 1 => return Err(error),
            Err(error) => {
                context.ui.error(&error);
                named.failure.get_or_insert(error.exit());
            }
        }
    }
    Ok(named)
}

/// Prints objects in a format for programs, or as one page each. One object that was asked for by name is printed bare.
///
/// # Errors
/// The errors of the format's template.
pub fn print(
    context: &Context,
    objects: &[Value],
    args: &ShowArgs,
    draw: impl Fn(&Value, &Screen) -> String,
) -> Result<()> {
    let output = &args.output;
    let format = output.format()?;
    let shape = match args.which.names.len() {
        1 => Shape::One,
        _ => Shape::List,
    };
    let (disclosure, headers) = (output.disclosure(), !output.no_headers);
    if let Some(text) = objects::render(objects, shape, &format, disclosure, headers)? {
        context.ui.document(&text);
        return Ok(());
    }
    let screen = context.screen(&format, output);
    let pages: Vec<String> = objects.iter().map(|object| draw(object, &screen)).collect();
    context.ui.print(&pages.join("\n"));
    Ok(())
}
