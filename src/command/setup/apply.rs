//! Server-side apply of whole manifests: the API server keeps the fields of others, and says which of them differ.

use serde_json::Value;

use crate::cli::{ApplyFlags, DryRun};
use crate::cluster::{Cluster, FIELD_MANAGER, Found};
use crate::context::Context;
use crate::manifest::name;
use crate::setup::applied::complete;
use crate::write::{Address, CarriedOut, Decision, Plan, ResultWords, Write, carry_out};
use crate::{ErrorKind, Result};

/// The namespace of the manifests: that of `-n` or of the context. A dry run on the client writes only a namespace that the user states.
///
/// # Errors
/// Usage for what is no name of a namespace, and what keeps from connecting.
pub async fn namespace(context: &Context, flags: &ApplyFlags) -> Result<Option<String>> {
    if let Some(stated) = &context.kube.namespace {
        name::check_label("namespace", stated)?;
        return Ok(Some(stated.clone()));
    }
    match is_only_printed(flags) {
        true => Ok(None),
        false => Ok(Some(context.cluster().await?.namespace().to_owned())),
    }
}

/// Whether the command runs without writing and without comparing with the cluster.
pub fn is_only_printed(flags: &ApplyFlags) -> bool {
    flags.write.mode() == DryRun::Client && !flags.write.diff
}

/// Applies the manifests that `build` makes, in order, or shows what that would do.
///
/// # Errors
/// `FieldConflict` when another field manager owns a field that differs; whatever else the API server refuses.
pub async fn apply(
    context: &Context,
    flags: &ApplyFlags,
    build: impl AsyncFn() -> Result<Vec<Value>>,
) -> Result<CarriedOut> {
    let carried_out = carry_out(context, &flags.write, false, async |_| {
        let manifests = build().await?;
        let mut plan = Plan {
            words: ResultWords::Apply,
            ..Plan::default()
        };
        let live = live_objects(context, &manifests, flags, &mut plan).await?;
        let force = flags.force_conflicts;
        for manifest in &manifests {
            let manifest = take_nothing_away(manifest, &live, &mut plan)?;
            plan.writes.push(Write::Apply { manifest, force });
        }
        Ok(Decision {
            plan,
            live,
            ground: (),
        })
    });
    carried_out.await.map_err(|error| match error.kind {
        ErrorKind::FieldConflict => error.hint("--force-conflicts takes these fields over"),
        _ => error,
    })
}

/// The manifest with the fields that an earlier run applied and this run does not mention, which a note names.
fn take_nothing_away(manifest: &Value, live: &[Value], plan: &mut Plan) -> Result<Value> {
    let address = Address::of(manifest)?;
    let mut live = live.iter();
    let live = live.find(|live| Address::of(live).is_ok_and(|other| other.is_same(&address)));
    let completed = complete(manifest, live, FIELD_MANAGER);
    if !completed.kept.is_empty() {
        let note = format!(
            "{address} keeps what an earlier run wrote: {}",
            completed.kept.join(", ")
        );
        plan.notes.push(note.into());
    }
    Ok(completed.manifest)
}

/// The objects that exist under the names of the manifests. A dry run on the client needs them only for the words of its result lines,
/// and works without them where they cannot be read.
async fn live_objects(
    context: &Context,
    manifests: &[Value],
    flags: &ApplyFlags,
    plan: &mut Plan,
) -> Result<Vec<Value>> {
    if is_only_printed(flags) && !flags.write.output.format()?.is_for_people() {
        return Ok(Vec::new());
    }
    let mut live = Vec::new();
    for manifest in manifests {
        let found = async { find(context.cluster().await?, manifest).await };
        match found.await {
            Ok(found) => live.extend(found),
            Err(error) if is_only_printed(flags) => {
                plan.warnings.push(format!(
                    "the objects in the cluster cannot be read, so that every object counts as new: {}",
                    error.message
                ));
                return Ok(Vec::new());
            }
            Err(error) => return Err(error),
        }
    }
    Ok(live)
}

/// The object that exists under the name of a manifest.
///
/// # Errors
/// What reading it runs into.
pub async fn find(cluster: &Cluster, manifest: &Value) -> Result<Option<Value>> {
    let address = Address::of(manifest)?.in_namespace(cluster.namespace());
    let found = cluster
        .get(address.resource, &address.namespace, &address.name)
        .await?;
    match found {
        Found::Object(object) => Ok(Some(object)),
        Found::NotFound | Found::NotServed => Ok(None),
    }
}
