//! `log pause`, `resume`, `stop` and `truncate`: read, plan, ask, one patch, follow.

use chrono::TimeDelta;
use serde_json::Value;

use super::edit::edit_file;
use super::order::{Order, word};
use crate::api::{Dialect, Kind, ObjectRef};
use crate::cli::{DryRun, TransitLog, TruncateLog};
use crate::cluster::{Found, Resource};
use crate::context::Context;
use crate::error::Rule;
use crate::log_backup::{Change, Command, LogBackup, PAUSE_TTL, Request, TruncateTo, Verb, plan};
use crate::lookup::locate;
use crate::lookup::locate::Located;
use crate::lookup::{generation, moment, neighbours, several};
use crate::time::{Resolved, Span, TimeArg};
use crate::wait;
use crate::wait::Progress;
use crate::wait::log::Goal;
use crate::write::{execute, submit};
use crate::{Error, ErrorKind, Exit, NextCommand, Result};

/// How long the short transitions are waited for, in minutes.
const SHORT_WAIT: i64 = 10;

/// `log pause` and `log stop`, and `log resume` with the rules that `--allow` lifts.
pub async fn transit(
    context: &Context,
    verb: Verb,
    args: &TransitLog,
    allowed: &[Rule],
) -> Result<Exit> {
    args.write.output.format()?;
    let order = Order::of(
        context,
        verb,
        args.retry_failed,
        allowed,
        &args.write,
        &args.wait,
    );
    if let Some(file) = &args.which.edit.file {
        return edit_file(context, file, &args.which.selector.names, &order);
    }
    let selector = args.which.selector.selector();
    let (kind, what) = (Kind::Backup, "log backups");
    let targets = several::names_of(context, kind, what, &selector, LogBackup::is_log).await?;
    several::each(context, &targets, args.write.documents(), async |name| {
        change(context, name, &order).await
    })
    .await
}

/// `log truncate`
pub async fn truncate(context: &Context, args: &TruncateLog) -> Result<Exit> {
    args.write.output.format()?;
    let order = |to| {
        let verb = Verb::Truncate;
        Order::of(
            context,
            verb,
            args.retry_failed,
            &args.allow.rules,
            &args.write,
            &args.wait,
        )
        .to(to)
    };
    let refers = args
        .until
        .as_ref()
        .is_some_and(|time| refers(time, context));
    if args.which.edit.file.is_some() && (refers || args.to_oldest_snapshot) {
        return Err(Error::usage(
            "with -f, say --until with a time or --keep: nothing is read from the cluster",
        ));
    }
    let to = match (&args.until, &args.keep) {
        (Some(time), _) => TruncateTo::Until(moment::find(context, time).await?),
        (_, Some(length)) => TruncateTo::Keep(length.length()),
        (None, None) => TruncateTo::OldestSnapshot,
    };
    match (&args.which.edit.file, &args.which.name) {
        (Some(file), name) => edit_file(context, file, name.as_slice(), &order(to)),
        (None, Some(name)) => change(context, name, &order(to)).await,
        (None, None) => Err(Error::usage("missing: NAME or -f FILE")),
    }
}

fn refers(time: &TimeArg, context: &Context) -> bool {
    matches!(time.resolve(context.now()), Ok(Resolved::Of(_)))
}

/// Carries out one order on one log backup.
async fn change(context: &Context, name: &str, order: &Order<'_>) -> Result<Exit> {
    let located = locate::find(context, Kind::Backup, name).await?;
    carry_out(context, located, order).await
}

/// The same for a log backup that was read already.
pub(super) async fn carry_out(
    context: &Context,
    located: Located,
    order: &Order<'_>,
) -> Result<Exit> {
    let log = read(context, &located).await?;
    let request = with_snapshots(context, &log, &order.request).await?;
    let change = plan(&log, &request, context.now())?;
    let request = request.settled(&change);
    execute::announce(context, &change.plan);
    let flags = order.write;
    if flags.diff || flags.mode() == DryRun::Client {
        return show(context, &located, &change, order);
    }
    execute::confirm(context, &change.plan, flags)?;
    let server = flags.mode() == DryRun::Server;
    let stored = match send(context, &located, &log, &request, &change, server).await? {
        Some(stored) => stored,
        None => located.object.clone(),
    };
    if let Some(already) = &change.plan.already {
        execute::print_result(context, &stored, &format!("already {already}"), flags)?;
        return Ok(Exit::Done);
    }
    if server || order.wait.wait == Some(false) {
        execute::print_result(context, &stored, &word(&change), flags)?;
        return Ok(Exit::Done);
    }
    follow(context, &log, &change, order).await
}

/// Reads the CR as a log backup.
pub(super) async fn read(context: &Context, located: &Located) -> Result<LogBackup> {
    let object = &located.object;
    if !LogBackup::is_log(object) {
        return Err(
            Error::usage(format!("{} is not a log backup", located.reference)).hint(format!(
                "kubectl tidb-br log list -n {}",
                located.reference.namespace
            )),
        );
    }
    let knows = object.pointer("/spec/logSubcommand").is_some();
    let dialect = generation::dialect(context, located.reference.operator, knows).await?;
    LogBackup::read(object, dialect)
        .ok_or_else(|| Error::failed(format!("{} has no name", located.reference)))
}

/// A truncation is held against the snapshots of the cluster.
async fn with_snapshots(context: &Context, log: &LogBackup, request: &Request) -> Result<Request> {
    let mut request = request.clone();
    if let Some(truncation) = &mut request.truncation {
        let neighbours =
            neighbours::all(context, log.object.operator, &log.object.namespace).await?;
        truncation.snapshots = neighbours::snapshots(&neighbours, log);
    }
    Ok(request)
}

fn show(context: &Context, located: &Located, change: &Change, order: &Order<'_>) -> Result<Exit> {
    let after = execute::preview(&change.plan, &located.object);
    if order.write.diff {
        execute::print_difference(
            context,
            &located.reference,
            &located.object,
            &after,
            order.write,
        )?;
        return Ok(Exit::Done);
    }
    execute::print_result(context, &after, &word(change), order.write)?;
    Ok(Exit::Done)
}

/// Sends the plan. When the object changed meanwhile it is read again, and if it would be changed in the same way, sent once more.
async fn send(
    context: &Context,
    located: &Located,
    log: &LogBackup,
    request: &Request,
    change: &Change,
    dry_run: bool,
) -> Result<Option<Value>> {
    let first = execute::send(context, &change.plan, &located.object, dry_run).await;
    let stored = match first {
        Err(error) if error.kind == ErrorKind::Conflict => {
            let again = reread(context, located).await?;
            let seen = LogBackup::read(&again, log.dialect);
            let same = seen.is_some_and(|seen| {
                let again = plan(&seen, request, context.now());
                seen.same_ground(log) && again.is_ok_and(|again| again.does_as(change))
            });
            if !same {
                return Err(changed(&located.reference));
            }
            match execute::send(context, &change.plan, &again, dry_run).await {
                Err(error) if error.kind == ErrorKind::Conflict => {
                    return Err(changed(&located.reference));
                }
                outcome => outcome?,
            }
        }
        outcome => outcome?,
    };
    Ok(stored.into_iter().next_back())
}

async fn reread(context: &Context, located: &Located) -> Result<Value> {
    let object = &located.reference;
    let cluster = context.cluster().await?;
    match cluster
        .get(Resource::from(object), &object.namespace, &object.name)
        .await?
    {
        Found::Object(object) => Ok(object),
        Found::NotFound | Found::NotServed => Err(Error::failed(format!(
            "{object} was deleted meanwhile; nothing was written"
        ))),
    }
}

fn changed(object: &ObjectRef) -> Error {
    Error::new(
        ErrorKind::Conflict,
        format!("{object} was changed by somebody else meanwhile; nothing was written"),
    )
    .hint(format!(
        "look at it, then try again: kubectl tidb-br log status {} -n {}",
        object.name, object.namespace
    ))
}

async fn follow(
    context: &Context,
    log: &LogBackup,
    change: &Change,
    order: &Order<'_>,
) -> Result<Exit> {
    let verb = order.request.verb;
    let goal = Goal {
        verb,
        truncate_until: change.truncate_until.clone(),
        retried: order.request.retry_failed,
    };
    let default = (verb != Verb::Truncate).then(|| TimeDelta::minutes(SHORT_WAIT));
    let timeout = order.wait.timeout.as_ref().map(Span::length).or(default);
    let dialect = log.dialect;
    let waited = wait::follow(context, &log.object, timeout, |object| {
        look(&goal, object, dialect)
    })
    .await?;
    if verb == Verb::Pause && waited.failure.is_none() {
        tell_deadline(context, &waited.object, dialect);
    }
    submit::finish(context, waited, verb.done(), order.write)
}

/// The goal against an object as it is now.
pub(super) fn look(goal: &Goal, object: &Value, dialect: Dialect) -> Progress {
    LogBackup::read(object, dialect).map_or_else(
        || Progress::Pending("unreadable".to_owned()),
        |log| goal.look(&log),
    )
}

fn tell_deadline(context: &Context, object: &Value, dialect: Dialect) {
    let Some(log) = LogBackup::read(object, dialect) else {
        return;
    };
    let paused = log
        .command(Command::Pause)
        .and_then(|status| status.completed);
    if let Some(paused) = paused {
        context.ui.note(&format!(
            "{}: resume by {}: TiDB keeps the history of a paused task for {} hours",
            log.object,
            context.zone().show(paused + PAUSE_TTL),
            PAUSE_TTL.num_hours()
        ));
        context.ui.hint(
            NextCommand::plugin("log resume")
                .arg(&log.object.name)
                .namespace(&log.object.namespace),
        );
    }
}
