//! `backup wait` and `log wait`

use serde_json::Value;

use crate::api::{Dialect, Kind};
use crate::cli::{State, WaitBackup};
use crate::context::Context;
use crate::log_backup::{LogBackup, Phase, Verb};
use crate::lookup::generation;
use crate::lookup::locate::Located;
use crate::wait::Progress;
use crate::wait::job;
use crate::wait::log::Goal;
use crate::wait::waiting;
use crate::wait::waiting::{Aim, Wish};
use crate::{Error, Exit, Result};

/// `backup wait`
pub async fn wait(context: &Context, args: &WaitBackup) -> Result<Exit> {
    wait_for(context, args, async |located| {
        match LogBackup::is_log(&located.object) {
            true => log_aim(context, located, args.until).await,
            false => snapshot_aim(located, args.until.unwrap_or(State::Complete)),
        }
    })
    .await
}

/// `log wait`
pub async fn wait_logs(context: &Context, args: &WaitBackup) -> Result<Exit> {
    wait_for(context, args, async |located| {
        if !LogBackup::is_log(&located.object) {
            return Err(
                Error::usage(format!("{} is not a log backup", located.reference)).hint(format!(
                    "kubectl tidb-br backup wait {}",
                    located.reference.name
                )),
            );
        }
        log_aim(context, located, args.until).await
    })
    .await
}

async fn wait_for(
    context: &Context,
    args: &WaitBackup,
    aim: impl AsyncFn(&Located) -> Result<Aim>,
) -> Result<Exit> {
    let wish = Wish {
        kind: Kind::Backup,
        which: &args.which,
        gone: args.until == Some(State::Deleted),
        timeout: args.timeout.as_ref(),
        output: &args.output,
    };
    waiting::wait(context, &wish, aim).await
}

fn snapshot_aim(located: &Located, state: State) -> Result<Aim> {
    let look: fn(&Value) -> Progress = match state {
        State::Complete => job::complete,
        State::Running => job::running,
        State::Deleted => job::gone,
        State::Paused | State::Stopped | State::Truncated => {
            return Err(Error::usage(format!(
                "--for {}: {} is not a log backup",
                state.word(),
                located.reference
            ))
            .hint("say --for complete, running or deleted"));
        }
    };
    Ok(Aim {
        word: state.word(),
        look: Box::new(look),
    })
}

async fn log_aim(context: &Context, located: &Located, state: Option<State>) -> Result<Aim> {
    let state = state.unwrap_or(State::Running);
    let knows = located.object.pointer("/spec/logSubcommand").is_some();
    let dialect = generation::dialect(context, located.reference.operator, knows).await?;
    let verb = match state {
        State::Running => Verb::Start,
        State::Paused => Verb::Pause,
        State::Stopped => Verb::Stop,
        State::Truncated => Verb::Truncate,
        State::Deleted => {
            return Ok(Aim {
                word: state.word(),
                look: Box::new(job::gone),
            });
        }
        State::Complete => {
            return Err(Error::usage(format!(
                "--for complete: {} is a log backup, which has no end of its own",
                located.reference
            ))
            .hint("say --for running, paused, stopped, truncated or deleted"));
        }
    };
    if verb == Verb::Truncate && asked_truncation(&located.object).is_none() {
        return Err(Error::usage(format!(
            "--for truncated: nobody asked {} to truncate: spec.logTruncateUntil is not set",
            located.reference
        ))
        .hint(format!(
            "kubectl tidb-br log truncate {} -n {} --keep 7d",
            located.reference.name, located.reference.namespace
        )));
    }
    Ok(Aim {
        word: state.word(),
        look: Box::new(move |object| look(verb, object, dialect)),
    })
}

/// Running is `status.commitTs`, whatever came after it; the other states are those of the sub-commands.
fn look(verb: Verb, object: &Value, dialect: Dialect) -> Progress {
    let Some(log) = LogBackup::parse(object, dialect) else {
        return Progress::Pending("unreadable".to_owned());
    };
    let goal = Goal {
        verb,
        truncate_until: asked_truncation(object),
        retried: false,
    };
    match (verb, &log.phase) {
        (Verb::Start, _) if log.start.is_some() => Progress::Done,
        // Nothing leads from there to a pause or a stop any more.
        (Verb::Pause, Phase::Stopped) => Progress::Failed("it is stopped".to_owned()),
        (Verb::Pause | Verb::Stop, Phase::Failed | Phase::Invalid) => {
            Progress::Failed(format!("{}: {}", log.phase, log.condition))
        }
        _ => goal.look(&log),
    }
}

fn asked_truncation(object: &Value) -> Option<String> {
    let asked = object.pointer("/spec/logTruncateUntil")?.as_str()?;
    Some(asked.to_owned())
}
