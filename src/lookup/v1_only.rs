//! Schedules and compactions, which only operator v1 carries out. Operator v2 has a schema for them and no controller: an object would
//! exist for ever, without a status and without an event (docs/operators.md, "Schedules and compactions of v2 have no controller").
//! So for v2 nothing is written.

use serde_json::Value;

use crate::api::document::at;
use crate::api::{Kind, Operator};
use crate::context::Context;
use crate::lookup::generation::{self, ClusterOwner};
use crate::lookup::locate;
use crate::lookup::locate::Located;
use crate::write::new_object::NewObject;
use crate::{Error, NextCommand, Result};

/// The refusal of a kind that v2 does not carry out, with what to do instead.
pub fn refusal(kind: Kind) -> Error {
    let error = Error::unsupported(format!(
        "{} of br.pingcap.com: TiDB Operator v2 has the schema and no controller; the object would never do anything",
        kind.name()
    ));
    let truncate = NextCommand::plugin("log truncate")
        .arg("NAME")
        .flag("--keep", "7d");
    if kind == Kind::CompactBackup {
        return error.hint(truncate.after(
            "compaction needs TiDB Operator v1 (pingcap.com); with v2, keep the log short",
        ));
    }
    let backup = NextCommand::plugin("backup create")
        .flag("--cluster", "CLUSTER")
        .flag("--storage", "s3://BUCKET/{cluster}/{name}")
        .flag("--storage-secret", "SECRET")
        .arg("--wait");
    let start = NextCommand::plugin("log start").arg("NAME").arg("…");
    error.hint(backup.after("back up from a CronJob")).hint(
        start
            .after("copy the log as well")
            .and(", and from the same CronJob: ")
            .command(truncate.arg("--yes")),
    )
}

/// Prints the refusal as a warning, where the manifest is only printed.
pub fn warn(context: &Context, kind: Kind) {
    let error = refusal(kind);
    context.ui.warning(&error.message);
    for hint in &error.hints {
        context.ui.hint(hint);
    }
}

/// The operator of a new object, as flags and FILE ask for it: v1, or v2 where the manifest is only printed.
///
/// # Errors
/// Unsupported for v2; Usage when FILE and `--operator` differ.
pub fn requested_operator(
    context: &Context,
    object: &NewObject<'_>,
    is_only_printed: bool,
) -> Result<Operator> {
    match context.agreed(object.operator)? {
        Some(Operator::V2) if is_only_printed => {
            warn(context, object.kind);
            Ok(Operator::V2)
        }
        Some(Operator::V2) => Err(refusal(object.kind)),
        Some(Operator::V1) | None => Ok(Operator::V1),
    }
}

/// Checks that the API server serves the requested operator, and that the named cluster belongs to it.
///
/// # Errors
/// Unsupported when v1 is not served, or the named cluster belongs to v2 only.
pub async fn check_served(
    context: &Context,
    object: &NewObject<'_>,
    requested: Operator,
    offline: bool,
) -> Result<Operator> {
    if offline || requested == Operator::V2 {
        return Ok(requested);
    }
    let served = generation::served(context, object.kind).await?;
    if !served.contains(&Operator::V1) {
        return Err(refusal(object.kind));
    }
    let is_named = context.agreed(object.operator)?.is_some();
    if let (false, [_, _], Some(cluster)) =
        (is_named, served.as_slice(), object.given.one("cluster"))
        && let Ok(ClusterOwner::One(Operator::V2)) =
            generation::cluster_owner(context, object.given).await
    {
        let why = format!("cluster {cluster} belongs to TiDB Operator v2");
        return Err(refusal(object.kind).hint(why));
    }
    Ok(requested)
}

/// Finds an object that a verb changes or acts on.
///
/// # Errors
/// Unsupported when only v2 is served, or the object belongs to v2; otherwise as [`locate::find`].
pub async fn find(context: &Context, kind: Kind, name: &str) -> Result<Located> {
    let lookup = locate::lookup(context, kind, None, name).await?;
    if lookup.served() == [Operator::V2] {
        return Err(refusal(kind));
    }
    let located = lookup.found()?;
    match located.reference.operator {
        Operator::V1 => Ok(located),
        Operator::V2 => Err(refusal(kind)),
    }
}

/// Whether all of `objects` belong to v2. They are shown with a warning that they do nothing.
pub fn all_of_v2(objects: &[Value]) -> bool {
    !objects.is_empty()
        && objects
            .iter()
            .all(|object| at(object, "/apiVersion") == Operator::V2.api_version())
}
