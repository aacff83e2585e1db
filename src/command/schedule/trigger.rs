//! `schedule trigger`

use super::live;
use crate::api::Kind;
use crate::cli::ChangeSchedule;
use crate::context::Context;
use crate::lookup::several;
use crate::schedule;
use crate::wait::Goal;
use crate::wait::ending::{self, Ending};
use crate::write::{Decision, Plan, Write};
use crate::{Exit, Result};

/// `schedule trigger`
pub async fn trigger(context: &Context, args: &ChangeSchedule) -> Result<Exit> {
    args.write.output.format()?;
    let names = several::names(context, Kind::BackupSchedule, &args.which).await?;
    several::each(context, &names, args.write.documents(), async |name| {
        let ending = Ending::if_asked(&args.wait, Goal::Complete);
        ending::create(context, &args.write, ending, async |_| {
            let live = live::find(context, name).await?;
            live.check_not_deleted()?;
            let (object, children) = (&live.located.object, live.children());
            let manifest = schedule::trigger(&live.schedule, object, &children, context.now())?;
            let note = "no retention deletes this backup; it stays until you delete it";
            Ok(Decision::from_nothing(Plan {
                writes: vec![Write::create(manifest)],
                notes: vec![note.into()],
                ..Plan::default()
            }))
        })
        .await
    })
    .await
}
