//! Finds the moments that typed times mean. It does so once a run, so that the announced time is the written time.

use serde_json::Value;

use super::locate;
use crate::api::Kind;
use crate::context::Context;
use crate::log_backup::LogBackup;
use crate::manifest::Given;
use crate::manifest::moments::{Times, typed_times};
use crate::time::{Reference, ReferenceKind, Resolved, TimeArg, Tso};
use crate::{Error, NextCommand, Result};

/// The moments of all flags that take a time. Connects only for the time of an object.
///
/// # Errors
/// Usage, which names the flag; or the reason why the object cannot be read.
pub async fn times(context: &Context, given: &Given) -> Result<Times> {
    let mut times = Times::new();
    for typed in typed_times(given) {
        let arg = typed.parse()?;
        let moment = find(context, &arg)
            .await
            .map_err(|error| typed.explain(error))?;
        times.insert(typed.text.to_owned(), moment);
    }
    Ok(times)
}

/// The moment that one time means. Connects only for the time of an object.
///
/// # Errors
/// Failed when the object does not exist or has no such time yet; Usage for `log/NAME` of a snapshot.
pub async fn find(context: &Context, arg: &TimeArg) -> Result<Tso> {
    match arg.resolve(context.now())? {
        Resolved::At(tso) => Ok(tso),
        Resolved::Of(reference) => time_of_object(context, reference).await,
    }
}

async fn time_of_object(context: &Context, reference: &Reference) -> Result<Tso> {
    let found = locate::find_in(
        context,
        Kind::Backup,
        reference.namespace.as_deref(),
        &reference.name,
    )
    .await?;
    let (pointer, what) = match reference.kind {
        ReferenceKind::Backup => ("/status/commitTs", "commit time"),
        ReferenceKind::Log if !LogBackup::is_log(&found.object) => {
            return Err(
                Error::usage(format!("{} is not a log backup", found.reference)).hint(format!(
                    "backup/{} means the commit time of a snapshot",
                    reference.name
                )),
            );
        }
        ReferenceKind::Log => ("/status/logCheckpointTs", "checkpoint"),
    };
    let text = found.object.pointer(pointer).and_then(Value::as_str);
    text.and_then(Tso::parse).ok_or_else(|| {
        Error::failed(format!("{} has no {what} yet", found.reference)).hint(
            NextCommand::plugin("backup show")
                .arg(&found.reference.name)
                .namespace(&found.reference.namespace),
        )
    })
}
