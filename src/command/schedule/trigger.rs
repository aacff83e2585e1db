//! `schedule trigger`

use super::read;
use crate::api::Kind;
use crate::cli::ChangeSchedule;
use crate::context::Context;
use crate::lookup::several;
use crate::schedule;
use crate::wait::job;
use crate::write::plan::{Plan, Write};
use crate::write::submit;
use crate::write::submit::End;
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
    let end = End::complete(&args.wait, job::complete);
    submit::create(context, &plan, &manifest, &args.write, end).await
}
