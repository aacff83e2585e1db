//! `schedule pause` and `schedule resume`; and how any change of a schedule is shown or sent.

use super::edit::edit_file;
use super::{Seen, read};
use crate::api::{Kind, ObjectRef};
use crate::cli::{DryRun, PauseSchedule, WriteFlags};
use crate::context::Context;
use crate::lookup::several;
use crate::schedule::{self, Change};
use crate::write::execute;
use crate::write::plan::Plan;
use crate::{Error, ErrorKind, Exit, Result};

/// `schedule pause`
pub async fn pause(context: &Context, args: &PauseSchedule) -> Result<Exit> {
    each(context, "pause", args, |seen| {
        schedule::pause(&seen.schedule, &seen.children(), context.now())
    })
    .await
}

/// `schedule resume`: says which missed run fires at once.
pub async fn resume(context: &Context, args: &PauseSchedule) -> Result<Exit> {
    let zone = context.zone();
    each(context, "resume", args, |seen| {
        schedule::resume(&seen.schedule, &seen.children(), context.now(), zone)
    })
    .await
}

async fn each(
    context: &Context,
    verb: &str,
    args: &PauseSchedule,
    change: impl Fn(&Seen) -> Change,
) -> Result<Exit> {
    args.write.output.format()?;
    if let Some(file) = &args.which.edit.file {
        let names = &args.which.selector.names;
        return edit_file(context, verb, file, names, &args.write, |seen| {
            let mut change = change(seen);
            // A file says nothing about what runs and what goes.
            change.plan.notes.clear();
            change.plan.warnings.clear();
            Ok(change)
        });
    }
    let selector = args.which.selector.selector();
    let names = several::names(context, Kind::BackupSchedule, &selector).await?;
    let many = names.items.len() > 1;
    several::each(context, &names, args.write.documents(), async |name| {
        let named = |seen: &Seen| {
            let mut change = change(seen);
            if many {
                name_notes(&mut change.plan, &seen.located.reference);
            }
            Ok(change)
        };
        carry_out(context, name, &args.write, named).await
    })
    .await
}

/// Among several, each note and warning says what it is about.
pub fn name_notes(plan: &mut Plan, object: &ObjectRef) {
    for text in plan.notes.iter_mut().chain(&mut plan.warnings) {
        *text = format!("{object}: {text}");
    }
}

/// Reads, plans, shows or sends. What was asked about is looked at once more before it is sent. When the object changed meanwhile it is read
/// again, and if the decision rests on the same ground, sent once more.
pub async fn carry_out(
    context: &Context,
    name: &str,
    flags: &WriteFlags,
    change: impl Fn(&Seen) -> Result<Change>,
) -> Result<Exit> {
    let mut seen = read(context, name).await?;
    let decided = change(&seen)?;
    let plan = &decided.plan;
    execute::announce(context, plan);
    let live = &seen.located.object;
    let after = execute::preview(plan, live);
    let reference = seen.located.reference.clone();
    if flags.diff {
        execute::print_difference(context, &reference, live, &after, flags)?;
        return Ok(Exit::Done);
    }
    if let Some(already) = &plan.already {
        execute::print_result(context, live, &format!("already {already}"), flags)?;
        return Ok(Exit::Done);
    }
    if flags.mode() == DryRun::Client {
        execute::print_result(context, &after, "patched", flags)?;
        return Ok(Exit::Done);
    }
    execute::confirm(context, plan, flags)?;
    let again = async || {
        let seen = read(context, name).await?;
        match change(&seen) {
            Ok(change) if change.same_ground(&decided) => Ok(seen),
            _ => Err(changed(&reference)),
        }
    };
    if plan.question.is_some() {
        // Backups come and go without a change of the schedule.
        seen = again().await?;
    }
    let server = flags.mode() == DryRun::Server;
    let stored = match execute::send(context, plan, &seen.located.object, server).await {
        Err(error) if error.kind == ErrorKind::Conflict => {
            seen = again().await?;
            let sent = execute::send(context, plan, &seen.located.object, server).await;
            sent.map_err(|error| match error.kind {
                ErrorKind::Conflict => changed(&reference),
                _ => error,
            })?
        }
        outcome => outcome?,
    };
    let stored = stored.last().unwrap_or(&seen.located.object);
    execute::print_result(context, stored, "patched", flags)?;
    Ok(Exit::Done)
}

fn changed(object: &ObjectRef) -> Error {
    Error::new(
        ErrorKind::Conflict,
        format!("{object} or its backups changed meanwhile; nothing was written"),
    )
    .hint(format!(
        "look at it, then try again: kubectl tidb-br schedule show {} -n {}",
        object.name, object.namespace
    ))
}
