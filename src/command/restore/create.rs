//! `restore create`

use serde_json::Value;

use super::source::{self, Source};
use super::{progress, target};
use crate::api::{Kind, ObjectRef, Operator};
use crate::cli::{CreateRestore, DryRun, Preflight, RestoreMethod, Until};
use crate::cluster::{Found, Resource};
use crate::command::preflight::{self, Finding};
use crate::command::{Context, base, generation, submit, wait};
use crate::manifest::Given;
use crate::manifest::{Intent, Method, restore};
use crate::plan::{Plan, Write};
use crate::recovery::Storage;
use crate::time::Span;
use crate::{Error, Exit, Result};

/// `restore create`
pub async fn create(context: &Context, args: &CreateRestore) -> Result<Exit> {
    args.write.output.format()?;
    let given = &args.flags.given;
    let named = source::named(&args.from, given)?;
    let set = base::assignments(&args.base)?;
    let file = base::from_file(context, &args.base, Kind::Restore)?;
    let offline = args.write.mode() == DryRun::Client && named.is_none() && !args.write.diff;
    let times = context.times(given).await?;
    let source = match named {
        Some(named) => Some(named.resolve(context, given, &times).await?),
        None => None,
    };
    let method = method(args, source.as_ref())?;
    let file_operator = file.as_ref().map(|(operator, _)| *operator);
    let operator = choose(
        context,
        file_operator,
        source.as_ref(),
        method,
        given,
        offline,
    )
    .await?;
    let mut plan = Plan::default();
    let start = start(
        file.map(|(_, document)| document),
        source.as_ref(),
        given,
        operator,
        &mut plan,
    )?;
    let namespace = base::namespace(context, start.as_ref(), offline).await?;
    let given = match &source {
        Some(source) if source.picked.snapshot_only => given.clone().without("to"),
        _ => given.clone(),
    };
    let manifest = Intent {
        kind: Kind::Restore,
        operator,
        method,
        name: args.name.as_deref(),
        namespace: namespace.as_deref(),
        base: start,
        given: &given,
        times: &times,
        set: &set,
        now: context.now(),
    }
    .manifest()?;
    plan.warnings.extend(restore::doubts(operator, &manifest));
    plan.writes.push(Write::Create(manifest.clone()));
    if !offline && args.preflight != Preflight::Off {
        check(context, &manifest, source.as_ref(), args.preflight).await?;
    }
    send(context, args, &plan, &manifest).await
}

async fn send(
    context: &Context,
    args: &CreateRestore,
    plan: &Plan,
    manifest: &Value,
) -> Result<Exit> {
    let waits = args.wait.wait == Some(true);
    let stored = submit::submit(context, plan, manifest, "created", &args.write, waits).await?;
    let Some(stored) = stored else {
        return Ok(Exit::Done);
    };
    let object = submit::reference(&stored)?;
    context.ui.note(&format!("{object} created"));
    let timeout = args.wait.timeout.as_ref().map(Span::length);
    let look = |object: &Value| progress::look(object, Until::Complete);
    let waited = wait::follow(context, &object, timeout, look).await?;
    submit::finish(context, waited, "complete", &args.write)
}

/// What restores: as said, by the kind of source, or by the shape of the flags.
fn method(args: &CreateRestore, source: Option<&Source>) -> Result<Method> {
    let said = args.method.map(|method| match method {
        RestoreMethod::Br => Method::Br,
        RestoreMethod::Lightning => Method::Lightning,
        RestoreMethod::VolumeSnapshot => Method::VolumeSnapshot,
    });
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
fn start(
    file: Option<Value>,
    source: Option<&Source>,
    given: &Given,
    operator: Operator,
    plan: &mut Plan,
) -> Result<Option<Value>> {
    if let Some(archive) = given.one("archive") {
        return restore::from_archive(file, archive).map(Some);
    }
    let Some(source) = source else {
        return Ok(file);
    };
    plan.notes.push(source.picked.note.clone());
    let mut main = source.picked.main.clone();
    let mut full = source.picked.full.clone();
    let mut fit = |storage: &mut Storage| plan.warnings.extend(restore::fit(operator, storage));
    fit(&mut main);
    if let Some(full) = &mut full {
        fit(full);
    }
    Ok(Some(restore::from_storage(file, &main, full.as_ref())))
}

/// The generation of the new Restore: the one named, that of FILE, v1 where a flag exists only there, the one that is
/// served; where both are, the one that has the target cluster, else that of the source.
async fn choose(
    context: &Context,
    file: Option<Operator>,
    source: Option<&Source>,
    method: Method,
    given: &Given,
    offline: bool,
) -> Result<Operator> {
    let found = generation::choose(context, Kind::Restore, file, method, given, offline).await;
    match (found, source) {
        (Err(error), Some(source)) if error.exit == Exit::Usage && file.is_none() => {
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
