//! Schedules and compactions on operator v2: there is a schema for them and no controller. An object would lie there for ever, without
//! a status and without an event (docs/operators.md, "Schedules and compactions of v2 have no controller"), so nothing
//! is written.

use serde_json::Value;

use crate::api::document::at;
use crate::api::{Kind, Operator};
use crate::context::Context;
use crate::lookup::generation::{self, Holder};
use crate::lookup::locate;
use crate::lookup::locate::Located;
use crate::write::new_object::NewObject;
use crate::{Error, Result};

/// Why v2 does not do it, and what to do instead.
pub fn refusal(kind: Kind) -> Error {
    let error = Error::unsupported(format!(
        "{} of br.pingcap.com: TiDB Operator v2 has the schema and no controller; the object would never do anything",
        kind.name()
    ));
    match kind {
        Kind::CompactBackup => error.hint(
            "compaction needs TiDB Operator v1 (pingcap.com); with v2, keep the log short: kubectl tidb-br log truncate NAME --keep 7d",
        ),
        _ => error
            .hint("run it from a CronJob: kubectl tidb-br backup create --cluster CLUSTER --storage 's3://BUCKET/{cluster}/{name}' --storage-secret SECRET --wait")
            .hint("the log: kubectl tidb-br log start NAME …, and from the same CronJob kubectl tidb-br log truncate NAME --keep 7d --yes"),
    }
}

/// The same as a warning, where the manifest is only printed.
pub fn warn(context: &Context, kind: Kind) {
    let error = refusal(kind);
    context.ui.warning(&error.message);
    for hint in &error.hints {
        context.ui.hint(hint);
    }
}

/// The generation of a new object: v1, or v2 where the manifest is only printed.
///
/// # Errors
/// Unsupported for v2; Usage when FILE and `--operator` differ.
pub fn said(context: &Context, typed: &NewObject<'_>, printed: bool) -> Result<Operator> {
    match context.agreed(typed.operator)? {
        Some(Operator::V2) if printed => {
            warn(context, typed.kind);
            Ok(Operator::V2)
        }
        Some(Operator::V2) => Err(refusal(typed.kind)),
        Some(Operator::V1) | None => Ok(Operator::V1),
    }
}

/// The same, once it is known to be served.
///
/// # Errors
/// Unsupported where v1 is not served, or the cluster that is named is v2's alone.
pub async fn choose(
    context: &Context,
    typed: &NewObject<'_>,
    said: Operator,
    offline: bool,
) -> Result<Operator> {
    if offline || said == Operator::V2 {
        return Ok(said);
    }
    let served = generation::served(context, typed.kind).await?;
    if !served.contains(&Operator::V1) {
        return Err(refusal(typed.kind));
    }
    let told = context.agreed(typed.operator)?.is_some();
    if let (false, [_, _], Some(cluster)) = (told, served.as_slice(), typed.given.one("cluster"))
        && let Ok(Holder::One(Operator::V2)) = generation::holder(context, typed.given).await
    {
        let why = format!("cluster {cluster} is TiDB Operator v2's");
        return Err(refusal(typed.kind).hint(why));
    }
    Ok(said)
}

/// An object that a verb is to change or act on.
///
/// # Errors
/// Unsupported when only v2 is served, or the object is v2's; else as [`locate::find`].
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

/// Whether all of `objects` are v2's; they are shown, but not as if they did something.
pub fn only_v2(objects: &[Value]) -> bool {
    !objects.is_empty()
        && objects
            .iter()
            .all(|object| at(object, "/apiVersion") == Operator::V2.api_version())
}
