//! `restore create`

use serde_json::Value;

use super::source::{self, Source};
use super::target;
use crate::api::{Kind, ObjectRef, Operator};
use crate::check::preflight;
use crate::check::preflight::Finding;
use crate::cli::{CreateRestore, DryRun, Preflight};
use crate::cluster::{Found, Resource};
use crate::context::Context;
use crate::lookup::{generation, moment};
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
        check(context, &manifest, source.as_ref(), args.preflight).await?;
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

/// The checks of every manifest, those of the target, and those of the source.
async fn check(
    context: &Context,
    manifest: &Value,
    source: Option<&Source>,
    mode: Preflight,
) -> Result<()> {
    let Some(object) = ObjectRef::of(manifest) else {
        return Ok(());
    };
    let world = preflight::look(context, &object, manifest).await?;
    let mut findings = preflight::judge(&object, manifest, &world);
    findings.extend(target::findings(context, &object, manifest, &world.neighbours).await?);
    if let Some(source) = source {
        findings.extend(source.doubts.iter().map(|doubt| Finding {
            critical: true,
            message: doubt.clone(),
            hint: String::new(),
        }));
        findings.extend(authorization(context, &source.picked.object, manifest).await);
    }
    preflight::report(context, &object, &findings, mode)
}

/// A backup without a Secret authorizes by its ServiceAccount, an annotation or its environment, and these are not copied.
async fn authorization(context: &Context, backup: &ObjectRef, manifest: &Value) -> Option<Finding> {
    let secret = Storage::of_spec(&manifest["spec"])?;
    if secret.secret_name().is_some() {
        return None;
    }
    let cluster = context.cluster().await.ok()?;
    let found = cluster
        .get(Resource::from(backup), &backup.namespace, &backup.name)
        .await;
    let Ok(Found::Object(backup)) = found else {
        return None;
    };
    let ways = [
        ("/spec/serviceAccount", "--service-account"),
        (
            "/metadata/annotations/iam.amazonaws.com~1role",
            "--iam-role",
        ),
        ("/spec/env", "--env or --env-from-secret"),
    ];
    let missing: Vec<&str> = ways
        .iter()
        .filter(|(pointer, _)| {
            backup.pointer(pointer).is_some() && manifest.pointer(pointer).is_none()
        })
        .map(|(_, flag)| *flag)
        .collect();
    (!missing.is_empty()).then(|| Finding {
        critical: false,
        message: format!(
            "the backup reaches its storage without a Secret, by what the restore does not have: {}",
            missing.join(", ")
        ),
        hint: String::new(),
    })
}
