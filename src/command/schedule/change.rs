//! `schedule pause` and `schedule resume`; and how any change of a schedule is shown or sent.

use super::{Seen, read};
use crate::api::{Kind, ObjectRef};
use crate::cli::{ChangeSchedule, DryRun, WriteFlags};
use crate::command::{Context, execute, several};
use crate::plan::Plan;
use crate::schedule;
use crate::{Error, Exit, Result};

/// `schedule pause`
pub async fn pause(context: &Context, args: &ChangeSchedule) -> Result<Exit> {
    let plan = |seen: &Seen| {
        Ok(schedule::pause(
            &seen.schedule,
            &seen.children(),
            context.now(),
        ))
    };
    each(context, args, plan).await
}

/// `schedule resume`
pub async fn resume(context: &Context, args: &ChangeSchedule) -> Result<Exit> {
    let plan = |seen: &Seen| {
        Ok(schedule::resume(
            &seen.schedule,
            &seen.children(),
            context.now(),
            context.zone(),
        ))
    };
    each(context, args, plan).await
}

async fn each(
    context: &Context,
    args: &ChangeSchedule,
    plan: impl Fn(&Seen) -> Result<Plan>,
) -> Result<Exit> {
    args.write.output.format()?;
    let names = several::names(context, Kind::BackupSchedule, &args.which).await?;
    several::each(context, &names, args.write.documents(), async |name| {
        carry_out(context, name, &args.write, &plan).await
    })
    .await
}

/// Reads, plans, shows or sends. When the object changed meanwhile it is read again, and if the same plan comes of it, sent once more.
pub async fn carry_out(
    context: &Context,
    name: &str,
    flags: &WriteFlags,
    plan: impl Fn(&Seen) -> Result<Plan>,
) -> Result<Exit> {
    let seen = read(context, name).await?;
    let planned = plan(&seen)?;
    execute::announce(context, &planned);
    let live = &seen.located.object;
    let after = execute::preview(&planned, live);
    let reference = &seen.located.reference;
    if flags.diff {
        execute::print_difference(context, reference, live, &after, flags)?;
        return Ok(Exit::Done);
    }
    if let Some(already) = &planned.already {
        execute::print_result(context, live, &format!("already {already}"), flags)?;
        return Ok(Exit::Done);
    }
    if flags.mode() == DryRun::Client {
        execute::print_result(context, &after, "patched", flags)?;
        return Ok(Exit::Done);
    }
    execute::confirm(context, &planned, flags)?;
    let server = flags.mode() == DryRun::Server;
    let stored = match execute::send(context, &planned, live, server).await {
        Err(error) if error.exit == Exit::Conflict => {
            let again = read(context, name).await?;
            if plan(&again)? != planned {
                return Err(changed(reference));
            }
            let sent = execute::send(context, &planned, &again.located.object, server).await;
            sent.map_err(|error| match error.exit {
                Exit::Conflict => changed(reference),
                _ => error,
            })?
        }
        outcome => outcome?,
    };
    let stored = stored.last().unwrap_or(live);
    execute::print_result(context, stored, "patched", flags)?;
    Ok(Exit::Done)
}

fn changed(object: &ObjectRef) -> Error {
    Error::new(
        Exit::Conflict,
        format!("{object} was changed by somebody else meanwhile; nothing was written"),
    )
    .hint(format!(
        "look at it, then try again: kubectl tidb-br schedule show {} -n {}",
        object.name, object.namespace
    ))
}
