//! `log pause`, `resume`, `stop` and `truncate`.

use super::edit::edit_file;
use super::request::TransitionRequest;
use super::transition;
use crate::api::Kind;
use crate::cli::{TransitLog, TruncateLog};
use crate::context::Context;
use crate::error::Rule;
use crate::log_backup::{LogBackup, TruncateTo, Verb};
use crate::lookup::{locate, moment, several};
use crate::time::{Resolved, TimeArg};
use crate::{Error, Exit, Result};

/// `log pause` and `log stop`, and `log resume` with the rules that `--allow` lifts.
pub async fn transit(
    context: &Context,
    verb: Verb,
    args: &TransitLog,
    allowed: &[Rule],
) -> Result<Exit> {
    args.write.output.format()?;
    let request = TransitionRequest::new(context, verb, args.retry_failed, &args.write, &args.wait)
        .allowing(allowed);
    if let Some(file) = &args.which.edit.file {
        return edit_file(context, file, &args.which.selector.names, &request);
    }
    let selector = args.which.selector.selector();
    let (kind, what) = (Kind::Backup, "log backups");
    let targets = several::names_of(context, kind, what, &selector, LogBackup::is_log).await?;
    several::each(context, &targets, args.write.documents(), async |name| {
        let located = locate::find(context, kind, name).await?;
        transition::carry_out(context, located, &request).await
    })
    .await
}

/// `log truncate`
pub async fn truncate(context: &Context, args: &TruncateLog) -> Result<Exit> {
    args.write.output.format()?;
    let request = |to| {
        let verb = Verb::Truncate;
        TransitionRequest::new(context, verb, args.retry_failed, &args.write, &args.wait)
            .allowing(&args.allow.rules)
            .until(to)
    };
    let needs_cluster = args.to_oldest_snapshot
        || (args.until.as_ref()).is_some_and(|time| is_of_an_object(time, context));
    if args.which.edit.file.is_some() && needs_cluster {
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
        (Some(file), name) => edit_file(context, file, name.as_slice(), &request(to)),
        (None, Some(name)) => {
            let located = locate::find(context, Kind::Backup, name).await?;
            transition::carry_out(context, located, &request(to)).await
        }
        (None, None) => Err(Error::usage("missing: NAME or -f FILE")),
    }
}

/// Whether only the cluster knows the time, as in `backup/NAME`.
fn is_of_an_object(time: &TimeArg, context: &Context) -> bool {
    matches!(time.resolve(context.now()), Ok(Resolved::Of(_)))
}
