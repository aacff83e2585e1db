//! What follows a write: waiting for the operator, and printing the end.

use super::{Goal, Waited, follow};
use crate::api::ObjectRef;
use crate::cli::{WaitFlags, WriteFlags};
use crate::context::Context;
use crate::time::Span;
use crate::write::result::print_result;
use crate::write::{Attempt, Decision, carry_out};
use crate::{Error, Exit, Result};
use chrono::TimeDelta;

/// How the creation of an object ends.
pub struct Ending {
    /// Whether the command waits for the operator.
    pub waits: bool,
    /// For how long; `None` is for ever.
    pub timeout: Option<TimeDelta>,
    /// What the object is to become.
    pub goal: Goal,
}

impl Ending {
    /// With `--wait`: once the goal is reached.
    pub fn if_asked(flags: &WaitFlags, goal: Goal) -> Self {
        Self {
            waits: flags.wait == Some(true),
            timeout: flags.timeout.as_ref().map(Span::length),
            goal,
        }
    }
}

/// Creates an object, and waits where that was asked for.
///
/// # Errors
/// What keeps the object from being created, and the failure of the wait.
pub async fn create(
    context: &Context,
    flags: &WriteFlags,
    ending: Ending,
    decide: impl AsyncFn(Attempt) -> Result<Decision>,
) -> Result<Exit> {
    let carried_out = carry_out(context, flags, ending.waits, decide).await?;
    let Some(stored) = carried_out
        .results
        .last()
        .filter(|_| carried_out.is_awaited)
    else {
        return Ok(Exit::Done);
    };
    let object = ObjectRef::of(&stored.object)
        .ok_or_else(|| Error::failed("the server returned an object without a name"))?;
    context.ui.note(&format!("{object} created"));
    let waited = follow(context, &object, ending.timeout, &ending.goal).await?;
    print_end(context, waited, ending.goal.word(), flags)
}

/// Prints the end of a wait: the object with `-o`, also when the goal was not reached; else the result line.
///
/// # Errors
/// The failure of the wait.
pub fn print_end(
    context: &Context,
    waited: Waited,
    word: &str,
    flags: &WriteFlags,
) -> Result<Exit> {
    let has_document = !flags.output.format()?.is_for_people() && !waited.object.is_null();
    if has_document || waited.failure.is_none() {
        print_result(context, &waited.object, word, flags)?;
    }
    match waited.failure {
        Some(failure) => Err(failure),
        None => Ok(Exit::Done),
    }
}
