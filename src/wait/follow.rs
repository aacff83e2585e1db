//! Waiting for one object until what was asked for is done, has failed, or the time is up.

use std::future::pending;
use std::time::Duration;

use chrono::TimeDelta;
use serde_json::Value;
use tokio::time::Instant;

use crate::api::ObjectRef;
use crate::check::Cause;
use crate::cluster::{Cluster, Event, Resource};
use crate::context::Context;
use crate::wait::Progress;
use crate::wait::attempts;
use crate::wait::silence::Silence;
use crate::{Error, ErrorKind, Result};

/// How long nothing may happen before the program looks for a cause that leaves no trace in the object.
const QUIET: Duration = Duration::from_secs(5);
/// The longest pause between two such looks. Each pause is twice as long as the one before.
const LONGEST_QUIET: Duration = Duration::from_secs(60);

/// How a wait ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Waited {
    /// The object as it was last seen.
    pub object: Value,
    /// Nothing when the goal was reached, else why not.
    pub failure: Option<Error>,
    /// Whether the object is gone.
    pub deleted: bool,
}

/// Follows `object` until `look` says that it is over.
///
/// # Errors
/// Interrupted, and what reading the object runs into. A goal that is not reached is no error here: see [`Waited`].
pub async fn follow(
    context: &Context,
    object: &ObjectRef,
    timeout: Option<TimeDelta>,
    look: impl Fn(&Value) -> Progress,
) -> Result<Waited> {
    let wait = follow_until(context, object, timeout, look);
    tokio::select! {
        waited = wait => waited,
        _ = tokio::signal::ctrl_c() => Err(Error::new(
            ErrorKind::Interrupted,
            format!("interrupted; nothing was undone, and the operator goes on with {object}"),
        )
        .hint(format!("{} shows how far it is", look_again(object)))),
    }
}

async fn follow_until(
    context: &Context,
    object: &ObjectRef,
    timeout: Option<TimeDelta>,
    look: impl Fn(&Value) -> Progress,
) -> Result<Waited> {
    let cluster = context.cluster().await?;
    let timeout = timeout.map(|timeout| timeout.to_std().unwrap_or_default());
    let deadline = timeout.map(|timeout| Instant::now() + timeout);
    let once = timeout.is_some_and(|timeout| timeout.is_zero());
    let mut follower =
        cluster.follow_one(Resource::from(object), &object.namespace, &object.name)?;
    let mut progress = context.ui.progress();
    let mut silence = Silence::default();
    let mut last = Value::Null;
    let mut seen = "nothing yet".to_owned();
    // Events alone are no progress: the checkpoint moves on while nothing else does.
    let mut quiet = QUIET;
    let mut next_look = Instant::now() + quiet;
    loop {
        let event = tokio::select! {
            event = follower.next() => event?,
            () = at(deadline.filter(|_| !once)) => {
                return Ok(Waited { object: last, failure: Some(timed_out(object, &seen, silence.current())), deleted: false });
            }
            () = tokio::time::sleep_until(next_look) => {
                quiet = (quiet * 2).min(LONGEST_QUIET);
                next_look = Instant::now() + quiet;
                if let Some(end) = ended(object, judge(cluster, &last, &look).await) {
                    return Ok(Waited { object: last, failure: end.err(), deleted: false });
                }
                if let Some(cause) = silence.new_cause(cluster, &last).await {
                    context.ui.note(&format!("{object}: {}", cause.message));
                    for hint in cause.hints {
                        context.ui.hint(hint);
                    }
                }
                continue;
            }
        };
        match event {
            Event::Current(current) => {
                let outcome = judge(cluster, &current, &look).await;
                last = current;
                if let Progress::Pending(now) = &outcome {
                    progress.say(&format!("{object}: {now}"));
                    if seen != *now {
                        quiet = QUIET;
                        next_look = Instant::now() + quiet;
                    }
                    seen.clone_from(now);
                }
                let end = ended(object, outcome);
                if let Some(end) =
                    end.or(once.then(|| Err(timed_out(object, &seen, silence.current()))))
                {
                    return Ok(Waited {
                        object: last,
                        failure: end.err(),
                        deleted: false,
                    });
                }
            }
            Event::Deleted(_) => {
                return Ok(Waited {
                    object: last,
                    failure: Some(deleted(object)),
                    deleted: true,
                });
            }
            Event::Synced => {
                if last.is_null() {
                    return Ok(Waited {
                        object: last,
                        failure: Some(deleted(object)),
                        deleted: true,
                    });
                }
            }
        }
    }
}

/// Where an object stands. A failure after which its Job tries again is none yet.
async fn judge(cluster: &Cluster, object: &Value, look: &impl Fn(&Value) -> Progress) -> Progress {
    match look(object) {
        Progress::Failed(why) if attempts::remain(cluster, object).await => {
            Progress::Pending(format!("{why}; its Job may try again"))
        }
        progress => progress,
    }
}

/// The end that was reached, if one was.
fn ended(object: &ObjectRef, progress: Progress) -> Option<Result<()>> {
    match progress {
        Progress::Done => Some(Ok(())),
        Progress::Failed(why) => Some(Err(failed(object, &why))),
        Progress::Pending(_) => None,
    }
}

async fn at(deadline: Option<Instant>) {
    match deadline {
        Some(deadline) => tokio::time::sleep_until(deadline).await,
        None => pending().await,
    }
}

fn look_again(object: &ObjectRef) -> String {
    format!(
        "kubectl tidb-br {} show {} -n {}",
        crate::lookup::locate::noun(object.kind),
        object.name,
        object.namespace
    )
}

fn failed(object: &ObjectRef, why: &str) -> Error {
    Error::new(
        ErrorKind::OperationFailed,
        format!("{object} failed: {why}"),
    )
    .hint(look_again(object))
}

fn timed_out(object: &ObjectRef, seen: &str, cause: Option<&Cause>) -> Error {
    let outlook = match cause {
        None => ". The operator goes on".to_owned(),
        Some(cause) if cause.heals => format!(
            "; {}. The operator goes on once that is mended",
            cause.message
        ),
        Some(cause) => format!("; {}. It does not go on by itself", cause.message),
    };
    Error::new(
        ErrorKind::TimedOut,
        format!("timed out waiting for {object}; last seen: {seen}{outlook}"),
    )
    .hint(look_again(object))
}

fn deleted(object: &ObjectRef) -> Error {
    Error::new(
        ErrorKind::OperationFailed,
        format!("{object} was deleted while waiting for it"),
    )
}
