//! `compact wait`

use crate::api::Kind;
use crate::cli::{CompactGoal, WaitCompact, WriteFlags};
use crate::context::Context;
use crate::lookup::{several, v1_only};
use crate::time::Span;
use crate::wait::many::print_gone;
use crate::wait::{self, Goal, ending};
use crate::{Exit, Result};

/// `compact wait`
pub async fn wait(context: &Context, args: &WaitCompact) -> Result<Exit> {
    args.output.format()?;
    let names = several::names(context, Kind::CompactBackup, &args.which).await?;
    several::each(context, &names, Some(&args.output), async |name| {
        one(context, name, args).await
    })
    .await
}

async fn one(context: &Context, name: &str, args: &WaitCompact) -> Result<Exit> {
    let located = v1_only::find(context, Kind::CompactBackup, name).await?;
    let object = &located.reference;
    let timeout = args.timeout.as_ref().map(Span::length);
    let goal = match args.goal {
        CompactGoal::Complete => Goal::Compacted,
        CompactGoal::Deleted => Goal::deleted(&located.object),
    };
    let waited = wait::follow(context, object, timeout, &goal).await?;
    match (args.goal, waited.failure) {
        (CompactGoal::Deleted, None) => {
            print_gone(context, &object.to_string(), &args.output)?;
            Ok(Exit::Done)
        }
        (CompactGoal::Deleted, Some(failure)) => Err(failure),
        (CompactGoal::Complete, failure) => {
            let flags = WriteFlags {
                output: args.output.clone(),
                ..WriteFlags::default()
            };
            let waited = wait::Waited { failure, ..waited };
            ending::print_end(context, waited, goal.word(), &flags)
        }
    }
}
