//! Finds the moments that typed times mean. It does so once a run, so that the announced time is the written time.

use serde_json::Value;

use super::locate;
use crate::api::Kind;
use crate::context::Context;
use crate::log_backup::LogBackup;
use crate::manifest::moments::typed_times;
use crate::manifest::{Given, Times};
use crate::recovery::{Snapshot, TidbCluster};
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

/// Checks that `--last-backup-ts backup/NAME` names a backup that an incremental one can build on: a complete snapshot of the cluster
/// that `manifest` backs up.
///
/// # Errors
/// Usage, saying what is wrong with the base.
pub async fn check_base(context: &Context, given: &Given, manifest: &Value) -> Result<()> {
    let bases = typed_times(given).filter(|typed| typed.flag == "last-backup-ts");
    for typed in bases {
        let reference = match typed.parse()? {
            TimeArg::Reference(reference) if reference.kind == ReferenceKind::Backup => reference,
            // A checkpoint is only a moment, as a date is.
            _ => continue,
        };
        let namespace = reference.namespace.as_deref();
        let found = locate::find_in(context, Kind::Backup, namespace, &reference.name).await?;
        if let Some(why) = base_fault(&found.object, manifest) {
            return Err(typed
                .explain(Error::usage(format!("{} {why}", found.reference)))
                .hint(
                    NextCommand::plugin("backup show")
                        .arg(&found.reference.name)
                        .namespace(&found.reference.namespace),
                ));
        }
    }
    Ok(())
}

/// Why a Backup is no base for the incremental backup in `manifest`.
fn base_fault(base: &Value, manifest: &Value) -> Option<String> {
    if LogBackup::is_log(base) {
        return Some("is a log backup; an incremental backup builds on a snapshot".to_owned());
    }
    let phase = base.pointer("/status/phase").and_then(Value::as_str);
    if Snapshot::from_backup(base).is_none() && phase != Some("Complete") {
        return Some(format!(
            "is not a complete snapshot by BR (phase {})",
            phase.unwrap_or("<none>")
        ));
    }
    let (of_base, own) = (
        TidbCluster::of_object(base)?,
        TidbCluster::of_object(manifest)?,
    );
    let shown = |cluster: &TidbCluster| format!("{}/{}", cluster.namespace, cluster.name);
    // A manifest that is only printed may not say its namespace.
    let elsewhere = !own.namespace.is_empty() && own.namespace != of_base.namespace;
    (elsewhere || own.name != of_base.name).then(|| {
        format!(
            "is a backup of cluster {}, and not of {}",
            shown(&of_base),
            shown(&own)
        )
    })
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
