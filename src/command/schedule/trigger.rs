//! `schedule trigger`

use super::read;
use crate::api::Kind;
use crate::cli::ChangeSchedule;
use crate::command::{Context, backup, several, submit, wait};
use crate::plan::{Plan, Write};
use crate::schedule;
use crate::time::Span;
use crate::{Exit, Result};

/// `schedule trigger`
pub async fn trigger(context: &Context, args: &ChangeSchedule) -> Result<Exit> {
    args.write.output.format()?;
    let names = several::names(context, Kind::BackupSchedule, &args.which).await?;
    several::each(context, &names, args.write.documents(), async |name| {
        one(context, name, args).await
    })
    .await
}

async fn one(context: &Context, name: &str, args: &ChangeSchedule) -> Result<Exit> {
    let seen = read(context, name).await?;
    let object = &seen.located.object;
    let manifest = schedule::trigger(&seen.schedule, object, &seen.children(), context.now())?;
    let plan = Plan {
        writes: vec![Write::Create(manifest.clone())],
        notes: vec!["retention never takes this backup: delete it yourself".to_owned()],
        ..Plan::default()
    };
    let waits = args.wait.wait == Some(true);
    let Some(stored) =
        submit::submit(context, &plan, &manifest, "created", &args.write, waits).await?
    else {
        return Ok(Exit::Done);
    };
    let backup = submit::reference(&stored)?;
    context.ui.note(&format!("{backup} created"));
    let timeout = args.wait.timeout.as_ref().map(Span::length);
    let waited = wait::follow(context, &backup, timeout, backup::snapshot_progress).await?;
    submit::finish(context, waited, "complete", &args.write)
}
