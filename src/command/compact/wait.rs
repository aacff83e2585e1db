//! `compact wait`

use serde_json::Value;

use crate::api::Kind;
use crate::cli::{CompactGoal, WaitCompact, WriteFlags};
use crate::context::Context;
use crate::inspect::describe::last_retry_reason;
use crate::lookup::{several, unserved};
use crate::time::Span;
use crate::wait as waiting;
use crate::wait::Progress;
use crate::wait::ending;
use crate::wait::waiting::gone;
use crate::{ErrorKind, Exit, Result};

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
    let located = unserved::find(context, Kind::CompactBackup, name).await?;
    let object = &located.reference;
    let timeout = args.timeout.as_ref().map(Span::length);
    let flags = WriteFlags {
        output: args.output.clone(),
        ..WriteFlags::default()
    };
    match args.goal {
        CompactGoal::Complete => {
            let waited = waiting::follow(context, object, timeout, progress).await?;
            ending::print_end(context, waited, "complete", &flags)
        }
        CompactGoal::Deleted => {
            let there = |_: &Value| Progress::Pending("still there".to_owned());
            let waited = waiting::follow(context, object, timeout, there).await?;
            match waited.failure {
                Some(failure) if failure.kind == ErrorKind::TimedOut => Err(failure),
                _ => {
                    gone(context, &object.to_string(), &args.output)?;
                    Ok(Exit::Done)
                }
            }
        }
    }
}

/// `Complete` and `Failed` are ends; `RetryFailed` is not (docs/operators.md, "The cause of a failed compaction is in the retries").
pub fn progress(object: &Value) -> Progress {
    let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
    let message = text("/status/message").unwrap_or("no message");
    let progress = text("/status/progress").unwrap_or_default();
    match text("/status/state").unwrap_or_default() {
        "Complete" => Progress::Done,
        "Failed" => match last_retry_reason(object) {
            Some(cause) => Progress::Failed(format!("{message}: {cause}")),
            None => Progress::Failed(message.to_owned()),
        },
        "" => Progress::Pending("no state yet".to_owned()),
        "RetryFailed" => Progress::Pending(format!("RetryFailed: {message}")),
        state => Progress::Pending(format!("{state} {progress}").trim().to_owned()),
    }
}
