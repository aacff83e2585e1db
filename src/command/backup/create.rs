//! `backup create`

use serde_json::Value;

use crate::api::Kind;
use crate::api::document::put;
use crate::cli::{BackupMethod, CreateBackup, DryRun, Preflight};
use crate::command::locate::{self, Located};
use crate::command::rehearsal::{Typed, rehearse};
use crate::command::{Context, base, generation, preflight, submit, wait};
use crate::log_backup::{LogBackup, Progress, verdict};
use crate::manifest::storage::Provider;
use crate::manifest::{Intent, Method, file, name};
use crate::plan::{Plan, Write};
use crate::time::Span;
use crate::{Error, Exit, Result};

/// `backup create`
pub async fn create(context: &Context, args: &CreateBackup) -> Result<Exit> {
    args.write.output.format()?;
    let method = match args.method {
        BackupMethod::Br => Method::Br,
        BackupMethod::Dumpling => Method::Dumpling,
        BackupMethod::VolumeSnapshot => Method::VolumeSnapshot,
    };
    let set = base::assignments(&args.base)?;
    let from_file = base::from_file(context, &args.base, Kind::Backup)?;
    rehearse(
        context,
        &Typed {
            method,
            name: args.name.as_deref(),
            base: from_file.as_ref(),
            given: &args.flags.given,
            set: &set,
            whole: args.like.is_none(),
        },
    )?;
    let like = match &args.like {
        Some(like) => Some(locate::find(context, Kind::Backup, like).await?),
        None => None,
    };
    let base = match &like {
        Some(found) => Some((found.reference.operator, pattern(context, found)?)),
        None => from_file,
    };
    let offline = args.write.mode() == DryRun::Client && like.is_none() && !args.write.diff;
    let given = &args.flags.given;
    let operator = generation::choose(
        context,
        Kind::Backup,
        base.as_ref().map(|base| base.0),
        method,
        given,
        offline,
    )
    .await?;
    let namespace = base::namespace(context, base.as_ref().map(|base| &base.1), offline).await?;
    let times = context.times(given).await?;
    let manifest = Intent {
        kind: Kind::Backup,
        operator,
        method,
        name: args.name.as_deref(),
        namespace: namespace.as_deref(),
        base: base.map(|(_, document)| document),
        given,
        times: &times,
        set: &set,
        now: context.now(),
    }
    .manifest()?;
    let plan = Plan {
        writes: vec![Write::Create(manifest.clone())],
        ..Plan::default()
    };
    match args.preflight {
        Preflight::Off => {}
        mode if offline => preflight::offline(context, &manifest, mode)?,
        mode => preflight::run(context, &manifest, mode).await?,
    }
    let Some(stored) = submit::submit(
        context,
        &plan,
        &manifest,
        "created",
        &args.write,
        args.wait.wait == Some(true),
    )
    .await?
    else {
        return Ok(Exit::Done);
    };
    let object = submit::reference(&stored)?;
    context.ui.note(&format!("{object} created"));
    let timeout = args.wait.timeout.as_ref().map(Span::length);
    let waited = wait::follow(context, &object, timeout, snapshot_progress).await?;
    submit::finish(context, waited, "complete", &args.write)
}

/// A snapshot is over when a condition says so; `RetryFailed` is not an end, and a phase may be left over (operator v2 4.3).
pub fn snapshot_progress(object: &Value) -> Progress {
    let phase = object
        .pointer("/status/phase")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let told = |kind: &str| {
        let (reason, message) = verdict(object.pointer("/status/conditions"), kind);
        format!("{kind}: {reason} {message}")
    };
    let has = |kind: &str| {
        let conditions = object
            .pointer("/status/conditions")
            .and_then(Value::as_array);
        conditions
            .into_iter()
            .flatten()
            .any(|condition| condition["type"] == kind && condition["status"] == "True")
    };
    match phase {
        _ if has("Complete") => Progress::Done,
        _ if has("Failed") => Progress::Failed(told("Failed")),
        _ if has("Invalid") => Progress::Failed(told("Invalid")),
        "" => Progress::Pending("no phase yet".to_owned()),
        "RetryFailed" => Progress::Pending(told("RetryFailed")),
        phase => Progress::Pending(phase.to_owned()),
    }
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
