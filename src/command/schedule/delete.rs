//! `schedule delete`: says what goes on and what goes, asks, deletes, and waits until it is gone.

use std::cell::RefCell;

use serde_json::Value;

use super::change::name_notes;
use super::deletion::{Compaction, Deletion, DeletionPlan, Item};
use super::{Seen, read};
use crate::api::Kind;
use crate::cli::{Cascade, DeleteSchedule, DryRun};
use crate::cluster::{DeleteOptions, Found, ListQuery, Preconditions, Propagation, Resource};
use crate::context::Context;
use crate::lookup::several;
use crate::output::render;
use crate::schedule::SCHEDULE_LABEL;
use crate::time::Span;
use crate::wait;
use crate::wait::Progress;
use crate::write::execute;
use crate::{Exit, Result};

/// `schedule delete`
pub async fn delete(context: &Context, args: &DeleteSchedule) -> Result<Exit> {
    let flags = &args.write;
    let format = flags.output.format()?;
    let names = several::names(context, Kind::BackupSchedule, &args.which).await?;
    let gone = RefCell::new(Vec::new());
    let many = names.items.len() > 1;
    let ended = several::each(context, &names, None, async |name| {
        let items = one(context, name, args, many).await?;
        gone.borrow_mut().extend(items);
        Ok(Exit::Done)
    })
    .await;
    let plan = DeletionPlan::of(gone.into_inner());
    if format.is_data() && !flags.diff && (ended.is_ok() || !plan.items.is_empty()) {
        let screen = context.screen(&format, &flags.output);
        let text = render(&plan, &format, &screen)?;
        context.ui.print_as(&format, &text);
    }
    ended
}

/// Deletes one schedule, and gives what went.
async fn one(
    context: &Context,
    name: &str,
    args: &DeleteSchedule,
    many: bool,
) -> Result<Vec<Item>> {
    let seen = read(context, name).await?;
    let flags = &args.write;
    let format = flags.output.format()?;
    let mut children = seen.children();
    children.sort_by_key(|child| &child.name);
    let deletion = Deletion {
        schedule: &seen.schedule,
        children,
        compactions: compactions(context, &seen).await?,
        cascade: args.cascade,
    };
    let mut plan = deletion.plan();
    if many {
        name_notes(&mut plan, &seen.schedule.object);
    }
    execute::announce(context, &plan);
    let live = &seen.located.object;
    if flags.diff {
        execute::print_difference(context, &seen.schedule.object, live, &Value::Null, flags)?;
        return Ok(Vec::new());
    }
    if flags.mode() != DryRun::Client {
        execute::confirm(context, &plan, flags)?;
        send(context, &seen, args).await?;
        if args.wait.wait != Some(false) && flags.mode() == DryRun::None {
            until_gone(context, &seen, args).await?;
        }
    }
    if !format.is_data() {
        execute::print_result(context, live, "deleted", flags)?;
    }
    Ok(deletion.items())
}

async fn send(context: &Context, seen: &Seen, args: &DeleteSchedule) -> Result<()> {
    let object = &seen.schedule.object;
    let uid = seen.located.object.pointer("/metadata/uid");
    let options = DeleteOptions {
        propagation: Some(match args.cascade {
            Cascade::Orphan => Propagation::Orphan,
            Cascade::Background => Propagation::Background,
        }),
        preconditions: Some(Preconditions {
            uid: uid.and_then(Value::as_str).map(str::to_owned),
            resource_version: None,
        }),
        dry_run: args.write.mode() == DryRun::Server,
    };
    let cluster = context.cluster().await?;
    let resource = Resource::from(object);
    cluster
        .delete(resource, &object.namespace, &object.name, &options)
        .await?;
    Ok(())
}

/// The compactions that the schedule made; they are asked for only where it ever made one.
async fn compactions(context: &Context, seen: &Seen) -> Result<Vec<Compaction>> {
    let object = &seen.schedule.object;
    if seen.located.object.pointer("/status/lastCompact").is_none() {
        return Ok(Vec::new());
    }
    let query = ListQuery {
        labels: Some(format!("{SCHEDULE_LABEL}={}", object.name)),
        ..ListQuery::default()
    };
    let resource = Resource::of(object.operator, Kind::CompactBackup);
    let found = context
        .cluster()
        .await?
        .list_all::<Value>(resource, Some(&object.namespace), &query)
        .await?;
    Ok(found
        .iter()
        .flatten()
        .filter_map(Compaction::read)
        .collect())
}

async fn until_gone(context: &Context, seen: &Seen, args: &DeleteSchedule) -> Result<()> {
    let object = &seen.schedule.object;
    let timeout = args.wait.timeout.as_ref().map(Span::length);
    let pending = |_: &_| Progress::Pending("terminating".to_owned());
    let waited = wait::follow(context, object, timeout, pending).await?;
    let Some(failure) = waited.failure else {
        return Ok(());
    };
    let cluster = context.cluster().await?;
    let resource = Resource::from(object);
    let uid = |value: &Value| value.pointer("/metadata/uid").cloned();
    match cluster
        .get(resource, &object.namespace, &object.name)
        .await?
    {
        Found::Object(now) if uid(&now) == uid(&seen.located.object) => Err(failure),
        _ => Ok(()),
    }
}
