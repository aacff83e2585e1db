//! `schedule delete`

use serde_json::Value;

use super::deletion::{Compaction, ScheduleDeletion};
use super::live::{self, LiveSchedule};
use crate::api::Kind;
use crate::cli::DeleteSchedule;
use crate::cluster::{ListQuery, Resource};
use crate::context::Context;
use crate::lookup::several;
use crate::schedule::SCHEDULE_LABEL;
use crate::wait::deletion;
use crate::write::Decision;
use crate::{Exit, Result};

/// `schedule delete`
pub async fn delete(context: &Context, args: &DeleteSchedule) -> Result<Exit> {
    args.write.output.format()?;
    let names = several::names(context, Kind::BackupSchedule, &args.which).await?;
    let many = names.items.len() > 1;
    deletion::delete(context, &names, &args.write, &args.wait, async |name| {
        let live = live::find(context, name).await?;
        let mut children = live.children();
        children.sort_by_key(|child| &child.name);
        let deletion = ScheduleDeletion {
            schedule: &live.schedule,
            children,
            compactions: compactions(context, &live).await?,
            cascade: args.cascade,
            zone: context.zone(),
        };
        let mut plan = deletion.plan();
        plan.spoken_for = many.then(|| (&live.schedule.object).into());
        Ok(Decision {
            plan,
            ground: deletion.items(),
            live: vec![live.located.object.clone()],
        })
    })
    .await
}

/// The compactions that the schedule made. They are asked for only where the schedule ever made one.
async fn compactions(context: &Context, live: &LiveSchedule) -> Result<Vec<Compaction>> {
    let object = &live.schedule.object;
    if live.located.object.pointer("/status/lastCompact").is_none() {
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
    let found = found.iter().flatten();
    Ok(found.filter_map(Compaction::parse).collect())
}
