//! `backup create`

use serde_json::Value;

use crate::api::Kind;
use crate::api::document::put;
use crate::check::preflight;
use crate::cli::{CreateBackup, DryRun, Preflight};
use crate::context::Context;
use crate::log_backup::LogBackup;
use crate::lookup::locate;
use crate::lookup::locate::Located;
use crate::lookup::{generation, moment};
use crate::manifest::storage::Provider;
use crate::manifest::{file, name};
use crate::wait::job;
use crate::write::plan::{Plan, Write};
use crate::write::submit;
use crate::write::submit::End;
use crate::write::typed::Typed;
use crate::{Error, Exit, Result};

/// `backup create`
pub async fn create(context: &Context, args: &CreateBackup) -> Result<Exit> {
    args.write.output.format()?;
    let typed = Typed::read(
        context,
        Kind::Backup,
        args.method.into(),
        args.name.as_deref(),
        &args.base,
        &args.flags.given,
    )?;
    typed.rehearse(context, args.like.is_none())?;
    let typed = match &args.like {
        Some(like) => {
            let found = locate::find(context, Kind::Backup, like).await?;
            Typed {
                operator: Some(found.reference.operator),
                document: Some(pattern(context, &found)?),
                ..typed
            }
        }
        None => typed,
    };
    let offline = args.write.mode() == DryRun::Client && args.like.is_none() && !args.write.diff;
    let operator = generation::choose(context, &typed, offline).await?;
    let namespace = typed.namespace(context, offline).await?;
    let times = moment::times(context, typed.given).await?;
    let manifest = typed.manifest(context, operator, namespace.as_deref(), &times)?;
    let plan = Plan {
        writes: vec![Write::Create(manifest.clone())],
        ..Plan::default()
    };
    match args.preflight {
        Preflight::Off => {}
        mode if offline => preflight::offline(context, &manifest, mode)?,
        mode => preflight::run(context, &manifest, mode).await?,
    }
    let end = End::complete(&args.wait, job::complete);
    submit::create(context, &plan, &manifest, &args.write, end).await
}

/// The spec of a backup as a pattern: a new name, and a prefix of its own, since two backups must not share a directory.
fn pattern(context: &Context, found: &Located) -> Result<Value> {
    let mut document = file::without_server_fields(found.object.clone());
    if LogBackup::is_log(&document) {
        return Err(
            Error::usage(format!("--like {}: it is a log backup", found.reference))
                .hint("kubectl tidb-br log start NEW-NAME --cluster CLUSTER --storage URL"),
        );
    }
    let time = context.now().format("%Y%m%d-%H%M%S");
    for provider in Provider::ALL {
        let pointer = format!("/spec/{}/prefix", provider.key());
        if let Some(Value::String(prefix)) = document.pointer_mut(&pointer) {
            *prefix = format!("{}-{time}", prefix.trim_end_matches('/'));
        }
    }
    if let Some(Value::Object(metadata)) = document.get_mut("metadata") {
        metadata.retain(|key, _| key == "namespace");
    }
    let cluster = document
        .pointer("/spec/br/cluster")
        .or(document.pointer("/spec/from/host"));
    let base = cluster
        .and_then(Value::as_str)
        .unwrap_or("backup")
        .to_owned();
    let fresh = name::dated(&base, context.now());
    if let Some(metadata) = document.get_mut("metadata") {
        put(metadata, "name", fresh);
    }
    Ok(document)
}
