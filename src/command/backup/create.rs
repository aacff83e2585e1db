//! `backup create`

use serde_json::Value;

use crate::api::Kind;
use crate::check::preflight::{self, Checks};
use crate::cli::{CreateBackup, DryRun};
use crate::context::Context;
use crate::log_backup::LogBackup;
use crate::lookup::locate::{self, Located};
use crate::lookup::{generation, moment};
use crate::manifest::storage::Provider;
use crate::manifest::{Method, file};
use crate::wait::Goal;
use crate::wait::ending::{self, Ending};
use crate::write::new_object::NewObject;
use crate::write::{Attempt, Decision, Plan};
use crate::{Error, Exit, NextCommand, Result};

/// `backup create`
pub async fn create(context: &Context, args: &CreateBackup) -> Result<Exit> {
    args.write.output.format()?;
    let mut wanted = NewObject::parse(
        context,
        Kind::Backup,
        Method::Br,
        args.name.as_deref(),
        &args.base,
        &args.flags.given,
    )?;
    let method = |document: Option<&Value>| {
        let spec = document.and_then(|document| document.get("spec"));
        Method::of_backup(args.method.map(Into::into), &args.flags.given, spec)
    };
    wanted.method = method(wanted.document.as_ref())?;
    wanted.rehearse(context, args.like.is_none())?;
    let like = match &args.like {
        Some(like) => Some(pattern(locate::find(context, Kind::Backup, like).await?)?),
        None => None,
    };
    if let Some(like) = &like {
        wanted.operator = Some(like.reference.operator);
        wanted.method = method(Some(&like.object))?;
        wanted.document = Some(like.object.clone());
    }
    let offline = args.write.mode() == DryRun::Client && args.like.is_none() && !args.write.diff;
    let operator = generation::of_new_object(context, &wanted, offline).await?;
    let namespace = wanted.namespace(context, offline).await?;
    let times = moment::times(context, wanted.given).await?;
    let ending = Ending::if_asked(&args.wait, Goal::Complete);
    ending::create(context, &args.write, ending, async |attempt: Attempt| {
        let mut wanted = wanted.clone();
        if let Some(like) = &like {
            wanted.document = Some(with_own_prefix(context, &like.object, attempt));
        }
        let (manifest, write) =
            wanted.write(context, operator, namespace.as_deref(), &times, attempt)?;
        // Another name changes nothing that the checks look at.
        if attempt.names_taken == 0 {
            let checks = Checks {
                mode: args.preflight,
                allowed: &args.allow.rules,
                offline,
            };
            preflight::run(context, &manifest, checks).await?;
        }
        Ok(Decision::from_nothing(Plan {
            writes: vec![write],
            ..Plan::default()
        }))
    })
    .await
}

/// The spec of a backup as a pattern for a new one.
fn pattern(found: Located) -> Result<Located> {
    if LogBackup::is_log(&found.object) {
        return Err(
            Error::usage(format!("--like {}: it is a log backup", found.reference)).hint(
                NextCommand::plugin("log start NEW-NAME --cluster CLUSTER --storage URL"),
            ),
        );
    }
    let mut object = file::without_server_fields(found.object);
    if let Some(Value::Object(metadata)) = object.get_mut("metadata") {
        metadata.retain(|key, _| key == "namespace");
    }
    Ok(Located { object, ..found })
}

/// The pattern with a prefix that no other backup has, since two backups must not share a directory.
fn with_own_prefix(context: &Context, pattern: &Value, attempt: Attempt) -> Value {
    let mut document = pattern.clone();
    let mut suffix = context.now().format("%Y%m%d-%H%M%S").to_string();
    if attempt.names_taken > 0 {
        suffix = format!("{suffix}-{}", attempt.names_taken + 1);
    }
    for provider in Provider::ALL {
        let pointer = format!("/spec/{}/prefix", provider.key());
        if let Some(Value::String(prefix)) = document.pointer_mut(&pointer) {
            *prefix = format!("{}-{suffix}", prefix.trim_end_matches('/'));
        }
    }
    document
}
