//! `delete` of every kind: carries the deletions out, waits until the objects are gone, and prints what was deleted.

use std::cell::RefCell;

use super::{Goal, follow};
use crate::api::ObjectRef;
use crate::cli::{WaitFlags, WriteFlags};
use crate::context::Context;
use crate::lookup::several::{self, Targets};
use crate::output::render;
use crate::time::Span;
use crate::write::deletion::{DeletionItem, DeletionPlan};
use crate::write::{CarriedOut, Decision, carry_out};
use crate::{Exit, Result};

/// Deletes one object after the other. `decide` reads the objects and makes the plan for one name; its ground is what goes.
///
/// # Errors
/// The failure of the only name; else the failures are printed, and the first one gives the exit code.
pub async fn delete(
    context: &Context,
    names: &Targets<String>,
    flags: &WriteFlags,
    wait: &WaitFlags,
    decide: impl AsyncFn(&str) -> Result<Decision<Vec<DeletionItem>>>,
) -> Result<Exit> {
    let format = flags.output.format()?;
    let deleted = RefCell::new(DeletionPlan::default());
    let ended = several::each(context, names, None, async |name| {
        let waits = wait.wait != Some(false);
        let carried_out = carry_out(context, flags, waits, async |_| decide(name).await).await?;
        if carried_out.is_awaited {
            until_gone(context, &carried_out, wait).await?;
            carried_out.print(context, flags)?;
        }
        let mut deleted = deleted.borrow_mut();
        deleted.items.extend(carried_out.decision.ground);
        deleted.lost.extend(carried_out.decision.plan.lost);
        Ok(Exit::Done)
    })
    .await;
    let deleted = deleted.into_inner();
    if format.is_data() && !flags.diff && (ended.is_ok() || !deleted.items.is_empty()) {
        let screen = context.screen(&format, &flags.output);
        let text = render(&deleted, &format, &screen)?;
        context.ui.print_as(&format, &text);
    }
    ended
}

/// Waits until the objects that were deleted are gone. An object that was made again under its name is another one.
async fn until_gone<G>(
    context: &Context,
    carried_out: &CarriedOut<G>,
    wait: &WaitFlags,
) -> Result<()> {
    let timeout = wait.timeout.as_ref().map(Span::length);
    for live in &carried_out.decision.live {
        let Some(object) = ObjectRef::of(live) else {
            continue;
        };
        let waited = follow(context, &object, timeout, &Goal::deleted(live)).await?;
        if let Some(failure) = waited.failure {
            return Err(failure);
        }
    }
    Ok(())
}
