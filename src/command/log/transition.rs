//! One transition of one log backup: plan, ask, patch, and follow it to its end.

use std::cell::RefCell;

use chrono::TimeDelta;
use serde_json::Value;

use super::request::TransitionRequest;
use crate::api::{Dialect, ObjectRef};
use crate::cluster::{Found, Resource};
use crate::context::Context;
use crate::log_backup::{LogBackup, PAUSE_TTL, SubCommand, Verb, VerbRequest, plan};
use crate::lookup::locate::Located;
use crate::lookup::{generation, log_jobs, neighbours};
use crate::time::Span;
use crate::wait::log_backup::LogGoal;
use crate::wait::{self, Goal, ending};
use crate::write::{self, Decision};
use crate::{Error, ErrorKind, Exit, Hint, NextCommand, Result};

/// How long the short transitions are waited for, in minutes.
const SHORT_WAIT: i64 = 10;

/// What a transition rests on.
struct TransitionGround {
    log: LogBackup,
    truncate_until: Option<String>,
}

/// A checkpoint that moves while the question stands makes no difference.
impl PartialEq for TransitionGround {
    fn eq(&self, other: &Self) -> bool {
        self.log.same_ground(&other.log) && self.truncate_until == other.truncate_until
    }
}

/// Carries out one request on the log backup that was found.
pub(super) async fn carry_out(
    context: &Context,
    located: Located,
    request: &TransitionRequest<'_>,
) -> Result<Exit> {
    let reference = located.reference.clone();
    let found = RefCell::new(Some(located));
    let now = context.now();
    let waits = request.wait.wait != Some(false);
    let carried_out = write::carry_out(context, request.write, waits, async |_| {
        let found = found.take();
        let located = match found {
            Some(located) => located,
            None => find_again(context, &reference).await?,
        };
        let log = parse(context, &located).await?;
        let (log, live) = log_jobs::of_one(context, log, located.object).await?;
        let wanted = with_snapshots(context, &log, &request.request).await?;
        let change = plan(&log, &wanted, now)?;
        Ok(Decision {
            live: vec![live],
            plan: change.plan,
            ground: TransitionGround {
                log,
                truncate_until: change.truncate_until,
            },
        })
    })
    .await?;
    match carried_out.is_awaited {
        true => follow(context, carried_out.decision.ground, request).await,
        false => Ok(Exit::Done),
    }
}

async fn find_again(context: &Context, reference: &ObjectRef) -> Result<Located> {
    let cluster = context.cluster().await?;
    let resource = Resource::from(reference);
    match cluster
        .get(resource, &reference.namespace, &reference.name)
        .await?
    {
        Found::Object(object) => Ok(Located {
            reference: reference.clone(),
            object,
        }),
        Found::NotFound | Found::NotServed => Err(Error::new(
            ErrorKind::NotFound,
            format!("{reference} not found"),
        )),
    }
}

/// Parses the object as a log backup.
///
/// # Errors
/// Usage, when it is another backup.
pub(super) async fn parse(context: &Context, located: &Located) -> Result<LogBackup> {
    let object = &located.object;
    if !LogBackup::is_log(object) {
        let list = NextCommand::plugin("log list").namespace(&located.reference.namespace);
        return Err(Error::usage(format!("{} is not a log backup", located.reference)).hint(list));
    }
    let knows = object.pointer("/spec/logSubcommand").is_some();
    let dialect = generation::dialect(context, located.reference.operator, knows).await?;
    LogBackup::parse(object, dialect)
        .ok_or_else(|| Error::failed(format!("{} has no name", located.reference)))
}

/// A truncation must spare the snapshots of the cluster.
async fn with_snapshots(
    context: &Context,
    log: &LogBackup,
    request: &VerbRequest,
) -> Result<VerbRequest> {
    let mut request = request.clone();
    if let Some(truncation) = &mut request.truncation {
        let neighbours =
            neighbours::all(context, log.object.operator, &log.object.namespace).await?;
        truncation.snapshots = neighbours::snapshots(&neighbours, log);
    }
    Ok(request)
}

async fn follow(
    context: &Context,
    ground: TransitionGround,
    request: &TransitionRequest<'_>,
) -> Result<Exit> {
    let TransitionGround {
        log,
        truncate_until,
    } = ground;
    let verb = request.request.verb;
    let dialect = log.dialect;
    let goal =
        LogGoal::of_verb(verb, dialect, truncate_until).after_a_retry(request.request.retry_failed);
    let default = (verb != Verb::Truncate).then(|| TimeDelta::minutes(SHORT_WAIT));
    let timeout = request.wait.timeout.as_ref().map(Span::length).or(default);
    let waited = wait::follow(context, &log.object, timeout, &Goal::Log(goal)).await?;
    if verb == Verb::Pause && waited.failure.is_none() {
        note_deadline(context, &waited.object, dialect);
    }
    ending::print_end(context, waited, verb.done(), request.write)
}

/// Says until when the paused log backup must be resumed.
fn note_deadline(context: &Context, object: &Value, dialect: Dialect) {
    let Some(log) = LogBackup::parse(object, dialect) else {
        return;
    };
    let paused = log
        .command(SubCommand::Pause)
        .and_then(|status| status.completed);
    if let Some(paused) = paused {
        context.ui.note(&format!(
            "{}: resume by {}: TiDB keeps the history of a paused task for {} hours",
            log.object,
            context.zone().show(paused + PAUSE_TTL),
            PAUSE_TTL.num_hours()
        ));
        let resume = NextCommand::plugin("log resume")
            .arg(&log.object.name)
            .namespace(&log.object.namespace);
        context.ui.hint(Hint::from(resume));
    }
}
