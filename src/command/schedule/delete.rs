//! `schedule delete`: says what goes on and what goes, asks, deletes, and waits until it is gone.

use serde::Serialize;

use super::{Seen, read};
use crate::api::Kind;
use crate::cli::{Cascade, DeleteSchedule, DryRun};
use crate::cluster::{DeleteOptions, Found, Preconditions, Propagation, Resource};
use crate::command::{Context, execute, several, wait};
use crate::log_backup::Progress;
use crate::output::{Cell, Column, Screen, Table, View, render};
use crate::plan::Plan;
use crate::schedule::{Child, counted};
use crate::time::{Span, Tso};
use crate::{Exit, Result};

/// What a deletion takes with it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct DeletionPlan {
    items: Vec<Item>,
    lost: Vec<String>,
}

/// One object of a [`DeletionPlan`].
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    api_version: &'static str,
    kind: &'static str,
    namespace: String,
    name: String,
    /// `kept`, `deleted` or `none`.
    data: &'static str,
    path: Option<String>,
    commit: Option<Tso>,
    stops_log_task: bool,
}

impl View for DeletionPlan {
    const KIND: &'static str = "DeletionPlan";

    fn text(&self, screen: &Screen) -> String {
        let mut table = Table::new(["KIND", "NAME", "DATA"].map(Column::new));
        for item in &self.items {
            table.push([item.kind, item.name.as_str(), item.data].map(Cell::new));
        }
        table.page(screen)
    }
}

/// `schedule delete`
pub async fn delete(context: &Context, args: &DeleteSchedule) -> Result<Exit> {
    args.write.output.format()?;
    let names = several::names(context, Kind::BackupSchedule, &args.which).await?;
    several::each(context, &names, None, async |name| {
        one(context, name, args).await
    })
    .await
}

async fn one(context: &Context, name: &str, args: &DeleteSchedule) -> Result<Exit> {
    let seen = read(context, name).await?;
    let flags = &args.write;
    let format = flags.output.format()?;
    let plan = plan(&seen, args.cascade);
    execute::announce(context, &plan);
    let data = !execute::for_people(&format) && format != crate::output::Format::Name;
    let screen = context.screen(&format, &flags.output);
    if flags.mode() == DryRun::Client || flags.diff {
        if data {
            let view = deletion(&seen, args.cascade);
            context.ui.print(&render(&view, &format, &screen)?);
        } else {
            execute::print_result(context, &seen.located.object, "deleted", flags)?;
        }
        return Ok(Exit::Done);
    }
    execute::confirm(context, &plan, flags)?;
    let object = &seen.schedule.object;
    let uid = seen.located.object.pointer("/metadata/uid");
    let options = DeleteOptions {
        propagation: Some(match args.cascade {
            Cascade::Orphan => Propagation::Orphan,
            Cascade::Background => Propagation::Background,
        }),
        preconditions: Some(Preconditions {
            uid: uid.and_then(|uid| uid.as_str()).map(str::to_owned),
            resource_version: None,
        }),
        dry_run: flags.mode() == DryRun::Server,
    };
    let cluster = context.cluster().await?;
    cluster
        .delete(
            Resource::from(object),
            &object.namespace,
            &object.name,
            &options,
        )
        .await?;
    let waits = args.wait.wait != Some(false) && flags.mode() == DryRun::None;
    if waits {
        until_gone(context, &seen, args).await?;
    }
    match data {
        true => {
            let view = deletion(&seen, args.cascade);
            context.ui.print(&render(&view, &format, &screen)?);
        }
        false => execute::print_result(context, &seen.located.object, "deleted", flags)?,
    }
    Ok(Exit::Done)
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
    let uid = |value: &serde_json::Value| value.pointer("/metadata/uid").cloned();
    match cluster
        .get(resource, &object.namespace, &object.name)
        .await?
    {
        Found::Object(now) if uid(&now) == uid(&seen.located.object) => Err(failure),
        _ => Ok(()),
    }
}

/// What is said and asked before.
fn plan(seen: &Seen, cascade: Cascade) -> Plan {
    let schedule = &seen.schedule;
    let children = seen.children();
    let object = &schedule.object;
    let (logs, snapshots): (Vec<&Child>, Vec<&Child>) =
        children.iter().copied().partition(|child| child.log);
    let mut notes = Vec::new();
    let running = snapshots.iter().filter(|child| !child.finished());
    match cascade {
        Cascade::Orphan => {
            notes.push(format!(
                "{} stay, data and all; no retention deletes them any more",
                counted(snapshots.len())
            ));
            notes.extend(running.map(|child| format!("{} goes on", child.name)));
            notes.extend(logs.iter().map(|log| {
                format!(
                    "the log backup {} goes on, and nothing truncates it any more; to end it: kubectl tidb-br log stop {} -n {}",
                    log.name, log.name, log.namespace
                )
            }));
        }
        Cascade::Background => {
            for child in snapshots.iter().filter(|child| child.governed) {
                let data = if child.deletes_data {
                    "with its data"
                } else {
                    "its data stays"
                };
                notes.push(format!("goes: {} ({data})", child.name));
            }
            notes.extend(logs.iter().map(|log| {
                format!(
                    "goes: {} (the log backup is stopped first; {})",
                    log.name,
                    match log.deletes_data {
                        true => "with its data",
                        false => "its data stays",
                    }
                )
            }));
            let spared = snapshots.iter().filter(|child| !child.governed);
            notes.extend(spared.map(|child| format!("stays: {} (made by trigger)", child.name)));
        }
    }
    let going = children.iter().filter(|child| child.governed).count();
    let question = match cascade {
        Cascade::Orphan => format!("Delete {object}? Its backups stay."),
        Cascade::Background => format!("Delete {object} and {}?", counted(going)),
    };
    Plan {
        notes,
        question: Some(question),
        ..Plan::default()
    }
}

fn deletion(seen: &Seen, cascade: Cascade) -> DeletionPlan {
    let item = |kind: Kind, name: &str, data: &'static str| Item {
        api_version: seen.schedule.object.operator.api_version(),
        kind: kind.name(),
        namespace: seen.schedule.object.namespace.clone(),
        name: name.to_owned(),
        data,
        path: None,
        commit: None,
        stops_log_task: false,
    };
    let mut items = vec![item(
        Kind::BackupSchedule,
        &seen.schedule.object.name,
        "none",
    )];
    if cascade == Cascade::Background {
        let children = seen.children();
        items.extend(children.iter().filter(|child| child.governed).map(|child| {
            let data = if child.deletes_data {
                "deleted"
            } else {
                "kept"
            };
            Item {
                path: child.path.clone(),
                commit: child.commit.filter(|_| !child.log),
                stops_log_task: child.log,
                ..item(Kind::Backup, &child.name, data)
            }
        }));
    }
    DeletionPlan {
        items,
        lost: Vec::new(),
    }
}
