//! `backup show` and `log show`

use serde_json::Value;

use crate::api::Kind;
use crate::api::document::stamp;
use crate::cli::{OutputFlags, ShowArgs};
use crate::cluster::{ListQuery, Resource};
use crate::command::{Context, describe, generation, locate};
use crate::log_backup::LogBackup;
use crate::output::Format;
use crate::output::objects::{self, Shape};
use crate::{Error, Exit, Result};

/// `backup show`
pub async fn show(context: &Context, args: &ShowArgs) -> Result<Exit> {
    show_if(context, args, |_| true).await
}

/// `log show`
pub async fn show_logs(context: &Context, args: &ShowArgs) -> Result<Exit> {
    show_if(context, args, LogBackup::is_log).await
}

async fn show_if(
    context: &Context,
    args: &ShowArgs,
    wanted: impl Fn(&Value) -> bool,
) -> Result<Exit> {
    let format = args.output.format()?;
    let mut first_failure = None;
    let mut found: Vec<Value> = Vec::new();
    match &args.which.selector {
        Some(selector) => found = selected(context, selector).await?,
        None => {
            for name in &args.which.names {
                match locate::find(context, Kind::Backup, name).await {
                    Ok(located) => found.push(located.object),
                    Err(error) if args.which.names.len() == 1 => return Err(error),
                    Err(error) => {
                        context.ui.error(&error);
                        first_failure.get_or_insert(error.exit);
                    }
                }
            }
        }
    }
    if let (Some(other), None) = (
        found.iter().find(|object| !wanted(object)),
        &args.which.selector,
    ) {
        return Err(
            Error::usage(format!("{} is not a log backup", objects::name(other)))
                .hint("kubectl tidb-br backup show shows every kind of backup"),
        );
    }
    found.retain(|object| wanted(object));
    let shape = match args.which.selector {
        Some(_) => Shape::List,
        None => Shape::One,
    };
    print_objects(context, &found, shape, &format, &args.output)?;
    Ok(first_failure.unwrap_or(Exit::Done))
}

async fn selected(context: &Context, selector: &str) -> Result<Vec<Value>> {
    let cluster = context.cluster().await?;
    let query = ListQuery {
        labels: Some(selector.to_owned()),
        ..ListQuery::default()
    };
    let mut found = Vec::new();
    for operator in generation::asked(context) {
        let resource = Resource::of(operator, Kind::Backup);
        let items = cluster
            .list_all::<Value>(resource, Some(cluster.namespace()), &query)
            .await?;
        found.extend(items.into_iter().flatten().map(|mut item| {
            stamp(&mut item, operator, Kind::Backup);
            item
        }));
    }
    Ok(found)
}

fn print_objects(
    context: &Context,
    found: &[Value],
    shape: Shape,
    format: &Format,
    output: &OutputFlags,
) -> Result<()> {
    if let Some(text) = objects::render(
        found,
        shape,
        format,
        output.disclosure(),
        !output.no_headers,
    )? {
        context.ui.print(&text);
        return Ok(());
    }
    let screen = context.screen(format, output);
    for (position, object) in found.iter().enumerate() {
        if position > 0 {
            context.ui.line("");
        }
        context.ui.print(&describe::backup(object, &screen));
    }
    Ok(())
}
