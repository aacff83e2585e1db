//! `restore create`

use serde_json::Value;

use super::source::{self, Source};
use crate::api::{Kind, Operator};
use crate::check::preflight;
use crate::cli::{CreateRestore, DryRun, Preflight};
use crate::cluster::Resource;
use crate::context::Context;
use crate::lookup::{generation, moment, surroundings};
use crate::manifest::storage::Storage;
use crate::manifest::{Method, restore};
use crate::wait::job;
use crate::write::plan::{Plan, Write};
use crate::write::submit;
use crate::write::submit::End;
use crate::write::typed::Typed;
use crate::{Error, ErrorKind, Exit, Result};

/// `restore create`
pub async fn create(context: &Context, args: &CreateRestore) -> Result<Exit> {
    args.write.output.format()?;
    let given = &args.flags.given;
    let named = source::named(&args.from, given)?;
    let mut typed = Typed::read(
        context,
        Kind::Restore,
        method(args, None)?,
        args.name.as_deref(),
        &args.base,
        given,
    )?;
    if let Some(archive) = given.one("archive") {
        typed.document = Some(restore::from_archive(typed.document, archive)?);
    }
    typed.rehearse(context, named.is_none())?;
    let offline = args.write.mode() == DryRun::Client && named.is_none() && !args.write.diff;
    let times = moment::times(context, given).await?;
    let source = match named {
        Some(named) => Some(named.resolve(context, given, &times).await?),
        None => None,
    };
    typed.method = method(args, source.as_ref())?;
    let operator = choose(context, &typed, source.as_ref(), offline).await?;
    let mut plan = Plan::default();
    if let Some(source) = &source {
        typed.document = Some(start(typed.document, source, operator, &mut plan));
    }
    let without_moment = given.clone().without("to");
    if source
        .as_ref()
        .is_some_and(|source| source.picked.snapshot_only)
    {
        typed.given = &without_moment;
    }
    let namespace = typed.namespace(context, offline).await?;
    let manifest = typed.manifest(context, operator, namespace.as_deref(), &times)?;
    plan.warnings.extend(restore::doubts(operator, &manifest));
    plan.writes.push(Write::Create(manifest.clone()));
    if !offline && args.preflight != Preflight::Off {
        let source = match &source {
            Some(source) => Some(source_of(context, source).await?),
            None => None,
        };
        preflight::run_for(context, &manifest, source, args.preflight).await?;
    }
    let end = End::complete(&args.wait, job::complete);
    submit::create(context, &plan, &manifest, &args.write, end).await
}

/// What restores: as said, by the kind of source, or by the shape of the flags.
fn method(args: &CreateRestore, source: Option<&Source>) -> Result<Method> {
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

/// FILE, with the storage of what is restored in the place of its own.
fn start(file: Option<Value>, source: &Source, operator: Operator, plan: &mut Plan) -> Value {
    plan.notes.push(source.picked.note.clone());
    let mut main = source.picked.main.clone();
    let mut full = source.picked.full.clone();
    let mut fit = |storage: &mut Storage| plan.warnings.extend(restore::fit(operator, storage));
    fit(&mut main);
    if let Some(full) = &mut full {
        fit(full);
    }
    restore::from_storage(file, &main, full.as_ref())
}

/// The generation of the new Restore: the one named, that of FILE, v1 where a flag exists only there, the one that is
/// served; where both are, the one that has the target cluster, else that of the source.
async fn choose(
    context: &Context,
    typed: &Typed<'_>,
    source: Option<&Source>,
    offline: bool,
) -> Result<Operator> {
    let found = generation::choose(context, typed, offline).await;
    match (found, source) {
        (Err(error), Some(source))
            if error.kind == ErrorKind::Usage && typed.operator.is_none() =>
        {
            let operator = source.picked.object.operator;
            context.ui.note(&format!(
                "{}; the source is of {operator}, so is the restore",
                error.message
            ));
            Ok(operator)
        }
        (found, _) => found,
    }
}

/// What is known of the backup that the Restore is made from.
async fn source_of(context: &Context, source: &Source) -> Result<surroundings::Source> {
    let object = source.picked.object.clone();
    let cluster = context.cluster().await?;
    let document = cluster
        .get(Resource::from(&object), &object.namespace, &object.name)
        .await;
    Ok(surroundings::Source {
        object,
        document,
        doubts: source.doubts.clone(),
    })
}
