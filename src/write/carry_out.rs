//! The one way to write: shows a plan, asks, sends it, decides again after a conflict, and prints the result.

use super::address::Address;
use super::foresight::{self, ResultLine};
use super::plan::{Decision, Write};
use super::result::{print_lines, print_plan_results};
use super::send::Sender;
use super::show;
use crate::api::document::at;
use crate::cli::{DryRun, WriteFlags};
use crate::context::Context;
use crate::output::Confirmation;
use crate::{Error, ErrorKind, Exit, Result};

/// How many names are tried where the user gave none.
const MOST_NAMES: usize = 100;

/// Which attempt a decision is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attempt {
    /// How many of the names that the command chose were taken.
    pub names_taken: usize,
}

/// A plan that was carried out, or only shown.
#[derive(Debug)]
pub struct CarriedOut<G = ()> {
    /// What was decided in the end.
    pub decision: Decision<G>,
    /// The objects afterwards, each with the word of its result line.
    pub results: Vec<ResultLine>,
    /// Whether the plan was sent and its result is not printed yet, because the caller waits for the operator first.
    pub is_awaited: bool,
}

/// Makes a decision and carries its plan out: prints warnings and notes; shows the difference, the manifest or the dry run; asks;
/// sends; and prints the result. With `waits`, the caller prints the result, after it has waited for the operator.
///
/// `decide` reads the live objects and makes the plan. It is called again when an object changed before it was written, or while the
/// question stood: where the plan and its ground are the same, the plan is sent once more.
///
/// # Errors
/// The errors of `decide`; Refused when the question is not answered with yes; Conflict when the ground has changed; and whatever the
/// API server refuses.
pub async fn carry_out<G: PartialEq>(
    context: &Context,
    flags: &WriteFlags,
    waits: bool,
    decide: impl AsyncFn(Attempt) -> Result<Decision<G>>,
) -> Result<CarriedOut<G>> {
    let mut decision = decide(Attempt::default()).await?;
    decision.plan.announce(&context.ui);
    if flags.diff {
        show::print_difference(context, &decision, flags).await?;
        return Ok(CarriedOut::shown(decision, Vec::new()));
    }
    show::review(context, &decision, flags)?;
    if decision.plan.shows_difference {
        show::note_difference(context, &decision, flags)?;
    }
    if flags.mode() == DryRun::Client {
        let results = foresight::foresee(&decision)?;
        print_plan_results(context, &decision, &results, flags)?;
        return Ok(CarriedOut::shown(decision, results));
    }
    if confirm(context, &decision, flags)? {
        // What was asked about may have changed while the question stood.
        decision = decide_again(&decision, 0, &decide)
            .await
            .map_err(|error| Error {
                message: format!("{}; nothing was written", error.message),
                ..error
            })?;
    }
    let mut sender = Sender::new(context.cluster().await?, flags.mode() == DryRun::Server);
    let decision = send(context, &mut sender, decision, flags, &decide).await?;
    let results = sender.results(&decision)?;
    let over = decision.plan.already.is_some() || flags.mode() == DryRun::Server;
    let is_awaited = waits && !over;
    if !is_awaited {
        print_plan_results(context, &decision, &results, flags)?;
    }
    Ok(CarriedOut {
        decision,
        results,
        is_awaited,
    })
}

impl<G> CarriedOut<G> {
    /// Prints the result, for a caller that waited.
    ///
    /// # Errors
    /// What the format's template runs into.
    pub fn print(&self, context: &Context, flags: &WriteFlags) -> Result<()> {
        print_plan_results(context, &self.decision, &self.results, flags)
    }

    fn shown(decision: Decision<G>, results: Vec<ResultLine>) -> Self {
        Self {
            decision,
            results,
            is_awaited: false,
        }
    }
}

/// Asks the question of the plan. Returns whether somebody was asked: a plan without a question, `--yes` and dry runs ask nobody.
///
/// # Errors
/// Refused when the answer is not yes, or when there is nobody who can answer.
fn confirm<G>(context: &Context, decision: &Decision<G>, flags: &WriteFlags) -> Result<bool> {
    let Some(question) = decision.plan.question.as_deref() else {
        return Ok(false);
    };
    if flags.yes || flags.mode() != DryRun::None {
        return Ok(false);
    }
    match context.ui.confirm(question) {
        Confirmation::Yes => Ok(true),
        Confirmation::No => Err(Error::refused("cancelled; nothing was written")),
        Confirmation::NoTerminal => Err(Error::refused(format!(
            "not confirmed: {question} (there is no terminal to ask on; nothing was written)"
        ))
        .hint("add --yes when you are sure")),
    }
}

/// Sends the writes of the decision. After a conflict it decides again, and sends what is left once more.
async fn send<G: PartialEq>(
    context: &Context,
    sender: &mut Sender<'_>,
    mut decision: Decision<G>,
    flags: &WriteFlags,
    decide: &impl AsyncFn(Attempt) -> Result<Decision<G>>,
) -> Result<Decision<G>> {
    let mut conflicts = 0;
    let mut attempt = Attempt::default();
    let mut remaining = decision.plan.writes.clone();
    loop {
        let before = sender.done;
        let sent = sender.send(&decision, &remaining).await;
        for found_out in sender.found_out.drain(..) {
            context.ui.warning(&found_out);
        }
        let Err(error) = sent else {
            return Ok(decision);
        };
        remaining.drain(..sender.done - before);
        let failure = match error.kind {
            ErrorKind::Conflict if conflicts == 0 => {
                conflicts += 1;
                sender.was_decided_again();
                match decide_again(&decision, sender.done, decide).await {
                    Ok(again) => {
                        decision = again;
                        continue;
                    }
                    Err(failure) => failure,
                }
            }
            ErrorKind::Conflict => changed(&decision),
            ErrorKind::AlreadyExists if may_be_renamed(&remaining, attempt) => {
                attempt.names_taken += 1;
                decision = decide(attempt).await?;
                remaining.clone_from(&decision.plan.writes);
                continue;
            }
            _ => error,
        };
        return Err(with_what_was_done(
            context, sender, &remaining, failure, flags,
        ));
    }
}

/// Whether the user leaves the name of the object to the command, which is taken.
fn may_be_renamed(remaining: &[Write], attempt: Attempt) -> bool {
    let any_name = matches!(remaining, [Write::Create { any_name: true, .. }]);
    any_name && attempt.names_taken < MOST_NAMES
}

/// Makes the decision once more from fresh objects.
///
/// # Errors
/// Conflict, when the decision or its ground is another one. `done` writes of the plan are carried out already: then the rest of the
/// plan has to be the same.
async fn decide_again<G: PartialEq>(
    decided: &Decision<G>,
    done: usize,
    decide: &impl AsyncFn(Attempt) -> Result<Decision<G>>,
) -> Result<Decision<G>> {
    let conflict = || changed(decided);
    let again = match decide(Attempt::default()).await {
        Ok(again) => again,
        Err(error) => {
            return Err(match (error.kind, error.exit()) {
                (ErrorKind::NotFound, _) => Error::new(
                    ErrorKind::NotFound,
                    format!("{} was deleted meanwhile", called(decided)),
                ),
                // The plan is not legal any more.
                (_, Exit::Refused | Exit::Usage | Exit::Unsupported) => conflict(),
                _ => error,
            });
        }
    };
    let same = match done {
        0 => again.plan.does_the_same_as(&decided.plan) && again.ground == decided.ground,
        done => {
            let rest = decided.plan.writes.get(done..).unwrap_or_default();
            again.plan.writes.ends_with(rest)
        }
    };
    match same && has_same_objects(decided, &again) {
        true => Ok(again),
        false => Err(conflict()),
    }
}

/// Whether the objects of `decided` are still those of `again`. An object that was deleted and created again under its name is another
/// object.
fn has_same_objects<G>(decided: &Decision<G>, again: &Decision<G>) -> bool {
    decided.live.iter().all(|object| {
        let now = Address::of(object).ok();
        let now = now.and_then(|address| again.live_object(&address));
        now.is_some_and(|now| at(now, "/metadata/uid") == at(object, "/metadata/uid"))
    })
}

/// The object that the plan is about, or the first of them.
fn subject<G>(decision: &Decision<G>) -> Option<Address> {
    decision.subjects().ok()?.into_iter().next()
}

fn called<G>(decision: &Decision<G>) -> String {
    subject(decision).map_or_else(|| "the object".to_owned(), |address| address.to_string())
}

fn changed<G>(decision: &Decision<G>) -> Error {
    let error = Error::new(
        ErrorKind::Conflict,
        format!(
            "{} changed meanwhile, or something else that the decision rested on",
            called(decision)
        ),
    );
    match subject(decision) {
        Some(address) => {
            let live = decision.live_object(&address);
            error.hint(
                address
                    .show_command(live)
                    .after("look at it, then try again"),
            )
        }
        None => error,
    }
}

/// The error of a write that failed, with what was carried out before it. Objects that are complete get their result line.
fn with_what_was_done(
    context: &Context,
    sender: &Sender<'_>,
    remaining: &[Write],
    error: Error,
    flags: &WriteFlags,
) -> Error {
    print_lines(context, &sender.complete(remaining), flags);
    let failed = remaining.first().and_then(|write| write.address().ok());
    let done = failed.and_then(|address| {
        let done = sender.done_to(&address)?;
        Some(format!(
            "{address} was {done} once before, and the rest was not written"
        ))
    });
    let done = match (done, error.kind) {
        (Some(done), _) => done,
        (None, ErrorKind::Conflict | ErrorKind::NotFound) if sender.done == 0 => {
            "nothing was written".to_owned()
        }
        (None, _) => return error,
    };
    Error {
        message: format!("{}; {done}", error.message),
        ..error
    }
}
