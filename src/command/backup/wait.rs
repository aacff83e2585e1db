//! `backup wait` and `log wait`

use crate::api::document::at;
use crate::api::{Dialect, Kind};
use crate::cli::{State, WaitBackup};
use crate::context::Context;
use crate::log_backup::LogBackup;
use crate::lookup::generation;
use crate::lookup::locate::Located;
use crate::wait::Goal;
use crate::wait::log_backup::{LogGoal, LogTarget};
use crate::wait::many::{self, ManyWaits};
use crate::{Error, Exit, NextCommand, Result};

/// `backup wait`
pub async fn wait(context: &Context, args: &WaitBackup) -> Result<Exit> {
    wait_for(context, args, async |located| {
        match LogBackup::is_log(&located.object) {
            true => log_goal(context, located, args.until).await,
            false => snapshot_goal(located, args.until.unwrap_or(State::Complete)),
        }
    })
    .await
}

/// `log wait`
pub async fn wait_logs(context: &Context, args: &WaitBackup) -> Result<Exit> {
    wait_for(context, args, async |located| {
        if !LogBackup::is_log(&located.object) {
            let backup_wait = command(located, "backup wait");
            return Err(
                Error::usage(format!("{} is not a log backup", located.reference))
                    .hint(backup_wait),
            );
        }
        log_goal(context, located, args.until).await
    })
    .await
}

async fn wait_for(
    context: &Context,
    args: &WaitBackup,
    goal_of: impl AsyncFn(&Located) -> Result<Goal>,
) -> Result<Exit> {
    let waits = ManyWaits {
        kind: Kind::Backup,
        which: &args.which,
        until_gone: args.until == Some(State::Deleted),
        timeout: args.timeout.as_ref(),
        output: &args.output,
    };
    many::wait(context, &waits, goal_of).await
}

fn snapshot_goal(located: &Located, state: State) -> Result<Goal> {
    match state {
        State::Complete => Ok(Goal::Complete),
        State::Running => Ok(Goal::Running),
        State::Deleted => Ok(Goal::deleted(&located.object)),
        State::Paused | State::Stopped | State::Truncated => Err(Error::usage(format!(
            "--for {}: {} is not a log backup",
            state.word(),
            located.reference
        ))
        .hint("say --for complete, running or deleted")),
    }
}

async fn log_goal(context: &Context, located: &Located, state: Option<State>) -> Result<Goal> {
    let target = match state.unwrap_or(State::Running) {
        State::Running => LogTarget::Running,
        State::Paused => LogTarget::Paused,
        State::Stopped => LogTarget::Stopped,
        State::Truncated => LogTarget::Truncated(None),
        State::Deleted => return Ok(Goal::deleted(&located.object)),
        State::Complete => {
            return Err(Error::usage(format!(
                "--for complete: {} is a log backup, which has no end of its own",
                located.reference
            ))
            .hint("say --for running, paused, stopped, truncated or deleted"));
        }
    };
    let knows = located.object.pointer("/spec/logSubcommand").is_some();
    let dialect = generation::dialect(context, located.reference.operator, knows).await?;
    if target == LogTarget::Truncated(None) {
        check_truncation_is_asked(located, dialect)?;
    }
    Ok(Goal::Log(LogGoal::of_state(target, dialect)))
}

fn check_truncation_is_asked(located: &Located, dialect: Dialect) -> Result<()> {
    if at(&located.object, "/spec/logTruncateUntil").is_string() {
        return Ok(());
    }
    let log = LogBackup::parse(&located.object, dialect);
    let next = match log.filter(LogBackup::can_be_truncated) {
        Some(_) => command(located, "log truncate").flag("--keep", "7d"),
        None => command(located, "log show"),
    };
    Err(Error::usage(format!(
        "--for truncated: nobody asked {} to truncate: spec.logTruncateUntil is not set",
        located.reference
    ))
    .hint(next))
}

/// A command for the same object.
fn command(located: &Located, verb: &str) -> NextCommand {
    NextCommand::plugin(verb)
        .arg(&located.reference.name)
        .namespace(&located.reference.namespace)
}
