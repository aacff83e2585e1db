//! `schedule pause` and `schedule resume`.

use super::edit::edit_file;
use super::live::{self, LiveSchedule};
use crate::api::Kind;
use crate::cli::PauseSchedule;
use crate::context::Context;
use crate::lookup::several;
use crate::schedule::{self, ScheduleChange};
use crate::write::carry_out;
use crate::{Exit, Result};

/// `schedule pause`
pub async fn pause(context: &Context, args: &PauseSchedule) -> Result<Exit> {
    let now = context.now();
    switch(context, "pause", args, |live| {
        schedule::pause(&live.schedule, &live.children(), now)
    })
    .await
}

/// `schedule resume`
pub async fn resume(context: &Context, args: &PauseSchedule) -> Result<Exit> {
    let (now, zone) = (context.now(), context.zone());
    switch(context, "resume", args, |live| {
        schedule::resume(&live.schedule, &live.children(), now, zone)
    })
    .await
}

async fn switch(
    context: &Context,
    verb: &str,
    args: &PauseSchedule,
    change: impl Fn(&LiveSchedule) -> ScheduleChange,
) -> Result<Exit> {
    args.write.output.format()?;
    if let Some(file) = &args.which.edit.file {
        let names = &args.which.selector.names;
        return edit_file(context, verb, file, names, &args.write, |live| {
            let mut change = change(live);
            // A file says nothing about runs and backups.
            change.plan.notes.clear();
            change.plan.warnings.clear();
            Ok(change)
        });
    }
    let selector = args.which.selector.selector();
    let names = several::names(context, Kind::BackupSchedule, &selector).await?;
    let many = names.items.len() > 1;
    several::each(context, &names, args.write.documents(), async |name| {
        carry_out(context, &args.write, false, async |_| {
            let live = live::find(context, name).await?;
            live.check_not_deleted()?;
            let mut change = change(&live);
            change.plan.spoken_for = many.then(|| (&live.schedule.object).into());
            Ok(live.decision(change))
        })
        .await?;
        Ok(Exit::Done)
    })
    .await
}
