//! `restore create`

use serde_json::Value;

use super::source;
use crate::api::{Kind, Operator};
use crate::check::preflight::{self, Checks};
use crate::cli::{CreateRestore, DryRun, Preflight};
use crate::cluster::Resource;
use crate::context::Context;
use crate::lookup::{generation, moment, surroundings};
use crate::manifest::storage::Storage;
use crate::manifest::{Expected, Method, restore};
use crate::recovery::RestoreSource;
use crate::wait::Goal;
use crate::wait::ending::{self, Ending};
use crate::write::new_object::NewObject;
use crate::write::{Attempt, Decision, Plan};
use crate::{Error, Exit, Result};

/// `restore create`
pub async fn create(context: &Context, args: &CreateRestore) -> Result<Exit> {
    args.write.output.format()?;
    let given = &args.flags.given;
    let named = source::source_flag(&args.from, given)?;
    let mut wanted = NewObject::parse(
        context,
        Kind::Restore,
        method(args, None)?,
        args.name.as_deref(),
        &args.base,
        given,
    )?;
    if let Some(archive) = given.one("archive") {
        wanted.document = Some(restore::from_archive(wanted.document, archive)?);
    }
    let expected = match named {
        Some(_) => Expected::AllButStorage,
        None => Expected::Whole,
    };
    if let Some(rehearsed) = wanted.rehearse(context, expected)? {
        restore::check_prune(&rehearsed, &args.allow.rules)?;
    }
    let offline = args.write.mode() == DryRun::Client && named.is_none() && !args.write.diff;
    let times = moment::times(context, given).await?;
    let source = match named {
        Some(named) => {
            let name = args.name.as_deref();
            Some(named.resolve(context, name, given, &times).await?)
        }
        None => None,
    };
    wanted.method = method(args, source.as_ref())?;
    let operator = match &source {
        Some(source) => {
            generation::of_new_restore(context, &wanted, source.object.operator).await?
        }
        None => generation::of_new_object(context, &wanted, offline).await?,
    };
    let mut plan = Plan::default();
    if let Some(source) = &source {
        wanted.document = Some(start(wanted.document, source, operator, &mut plan));
    }
    let without_moment = given.clone().without("to");
    if source.as_ref().is_some_and(|source| source.snapshot_only) {
        wanted.given = &without_moment;
    }
    let namespace = wanted.namespace(context, offline).await?;
    let ending = Ending::if_asked(&args.wait, Goal::Complete);
    ending::create(context, &args.write, ending, async |attempt: Attempt| {
        let (manifest, write) =
            wanted.write(context, operator, namespace.as_deref(), &times, attempt)?;
        let checks = !offline && args.preflight != Preflight::Off && attempt.names_taken == 0;
        let mut plan = plan.clone();
        plan.warnings
            .extend(restore::check_prune(&manifest, &args.allow.rules)?);
        plan.warnings.extend(restore::doubts(operator, &manifest));
        plan.writes.push(write);
        if checks {
            let source = match &source {
                Some(source) => Some(source_of(context, source).await?),
                None => None,
            };
            let checks = Checks {
                mode: args.preflight,
                allowed: &[],
                offline,
            };
            preflight::run_for(context, &manifest, source, checks).await?;
        }
        Ok(Decision::from_nothing(plan))
    })
    .await
}

/// The method of the restore: that of `--method`, of the source, or of `--archive`.
fn method(args: &CreateRestore, source: Option<&RestoreSource>) -> Result<Method> {
    let said = args.method.map(Method::from);
    let archive = args.flags.given.one("archive").is_some();
    let implied = source
        .and_then(|source| source.method)
        .or(archive.then_some(Method::Lightning));
    match (said, implied) {
        (Some(said), Some(implied)) if said != implied => Err(Error::usage(match archive {
            true => "--archive is imported with --method lightning only",
            false => "--method does not fit the backup that is named; leave it out",
        })),
        (said, implied) => Ok(said.or(implied).unwrap_or(Method::Br)),
    }
}

/// The manifest to start from: FILE with the storage of the source in the place of its own.
fn start(
    file: Option<Value>,
    source: &RestoreSource,
    operator: Operator,
    plan: &mut Plan,
) -> Value {
    plan.notes.push(source.note.clone().into());
    let mut main = source.main.clone();
    let mut full = source.full.clone();
    let mut fit = |storage: &mut Storage| plan.warnings.extend(restore::fit(operator, storage));
    fit(&mut main);
    if let Some(full) = &mut full {
        fit(full);
    }
    restore::from_storage(file, &main, full.as_ref())
}

/// What is known of the backup that the Restore is made from.
async fn source_of(
    context: &Context,
    source: &RestoreSource,
) -> Result<surroundings::SourceBackup> {
    let object = source.object.clone();
    let cluster = context.cluster().await?;
    let document = cluster
        .get(Resource::from(&object), &object.namespace, &object.name)
        .await;
    Ok(surroundings::SourceBackup {
        object,
        document,
        doubts: source.doubts.clone(),
    })
}
