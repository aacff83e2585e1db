//! The result of a command on stdout: objects in the format that was asked for, or a result line each.

use serde_json::Value;

use super::foresight::ResultLine;
use super::plan::Decision;
use crate::Result;
use crate::cli::{DryRun, OutputFlags, WriteFlags};
use crate::context::Context;
use crate::output::objects::{self, Shape};

/// Prints objects in the format that was asked for, or keeps them for the end of a command for several names. Returns false for the
/// formats for people, which get a result line instead.
///
/// # Errors
/// What the format's template runs into.
pub fn print_objects(context: &Context, objects: &[Value], output: &OutputFlags) -> Result<bool> {
    let format = output.format()?;
    if format.is_for_people() {
        return Ok(false);
    }
    if !(format.is_data() && context.held_objects.keep(objects)) {
        print(context, objects, Shape::One, output)?;
    }
    Ok(true)
}

/// Prints the objects that were kept for the end as one `List`, which may be empty.
///
/// # Errors
/// What the format's template runs into.
pub fn print_held(context: &Context, output: &OutputFlags) -> Result<()> {
    match context.held_objects.release() {
        Some(objects) => print(context, &objects, Shape::List, output),
        None => Ok(()),
    }
}

fn print(context: &Context, objects: &[Value], shape: Shape, output: &OutputFlags) -> Result<()> {
    let (disclosure, headers) = (output.disclosure(), !output.no_headers);
    let text = objects::render(objects, shape, &output.format()?, disclosure, headers)?;
    context.ui.document(&text.unwrap_or_default());
    Ok(())
}

/// Prints the objects that a plan wrote or would write: in the format that was asked for, else as result lines. A plan that deletes has
/// no document of its objects, so that the caller prints what is deleted.
///
/// # Errors
/// What the format's template runs into.
pub(super) fn print_plan_results<G>(
    context: &Context,
    decision: &Decision<G>,
    results: &[ResultLine],
    flags: &WriteFlags,
) -> Result<()> {
    match decision.plan.deletes() && flags.output.format()?.is_data() {
        true => Ok(()),
        false => print_all(context, results, flags),
    }
}

/// Prints one object: in the format that was asked for, else as a result line with `word`.
///
/// # Errors
/// What the format's template runs into.
pub fn print_result(
    context: &Context,
    object: &Value,
    word: &str,
    flags: &WriteFlags,
) -> Result<()> {
    let outcome = ResultLine {
        object: object.clone(),
        word: word.to_owned(),
    };
    print_all(context, &[outcome], flags)
}

fn print_all(context: &Context, results: &[ResultLine], flags: &WriteFlags) -> Result<()> {
    if flags.mode() == DryRun::Client && results.iter().any(|one| is_hidden(&one.object, flags)) {
        context
            .ui
            .hint("values are printed as <redacted>; --show-secrets prints them");
    }
    let objects: Vec<Value> = results.iter().map(|one| one.object.clone()).collect();
    if !print_objects(context, &objects, &flags.output)? {
        print_lines(context, results, flags);
    }
    Ok(())
}

/// Prints result lines. Machine formats have none.
pub(super) fn print_lines(context: &Context, results: &[ResultLine], flags: &WriteFlags) {
    if !flags
        .output
        .format()
        .is_ok_and(|format| format.is_for_people())
    {
        return;
    }
    let suffix = dry_run_suffix(flags.mode());
    for ResultLine { object, word } in results {
        let name = objects::name(object);
        context.ui.line(&format!("{name} {word}{suffix}"));
    }
}

/// Whether the object is printed with a value hidden, so that the API server would not take it as it is printed.
fn is_hidden(object: &Value, flags: &WriteFlags) -> bool {
    let data = flags.output.format().is_ok_and(|format| format.is_data());
    data && objects::hides(object, flags.output.disclosure())
}

/// How the result lines of a dry run end.
fn dry_run_suffix(mode: DryRun) -> &'static str {
    match mode {
        DryRun::None => "",
        DryRun::Client => " (dry run)",
        DryRun::Server => " (server dry run)",
    }
}
