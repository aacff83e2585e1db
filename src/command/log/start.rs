//! `log start`: creates a log Backup, or starts an existing one.

use chrono::TimeDelta;
use serde_json::Value;

use super::request::TransitionRequest;
use super::transition;
use crate::api::{Dialect, Kind};
use crate::check::preflight::{self, Checks};
use crate::cli::{DryRun, StartLog};
use crate::context::Context;
use crate::log_backup::Verb;
use crate::lookup::generation;
use crate::lookup::locate;
use crate::lookup::locate::Located;
use crate::lookup::moment;
use crate::manifest::{Method, file, name};
use crate::time::Span;
use crate::wait::Goal;
use crate::wait::ending::{self, Ending};
use crate::wait::log_backup::LogGoal;
use crate::write::new_object::NewObject;
use crate::write::{Decision, Plan, Write};
use crate::{Error, Exit, NextCommand, Result};

/// How long a start is waited for, in minutes.
const START_WAIT: i64 = 10;

/// `log start`
pub async fn start(context: &Context, args: &StartLog) -> Result<Exit> {
    args.write.output.format()?;
    let mut typed = NewObject::parse(
        context,
        Kind::Backup,
        Method::Log,
        None,
        &args.base,
        &args.flags.given,
    )?;
    let printed = args.write.mode() == DryRun::Client && !args.write.diff;
    // NAME alone names an existing log backup. Where no cluster can be asked, the flags of a new one are missing.
    let offline = printed && (!typed.only_name() || context.cluster().await.is_err());
    let wanted = wanted(args, typed.document.as_ref())?;
    typed.name = wanted.rsplit('/').next();
    if !typed.only_name() {
        typed.rehearse(context, offline)?;
    }
    if !offline {
        let namespace = typed.namespace(context, false).await?;
        let found = locate::lookup(context, Kind::Backup, namespace.as_deref(), &wanted).await?;
        if let Some(located) = found.optional()? {
            return restart(context, args, located, typed).await;
        }
    }
    let operator = generation::of_new_object(context, &typed, offline).await?;
    let dialect = generation::dialect(context, operator, offline).await?;
    let namespace = typed.namespace(context, offline).await?;
    let times = moment::times(context, typed.given).await?;
    let manifest = typed.manifest(context, operator, namespace.as_deref(), &times)?;
    let manifest = for_dialect(manifest, dialect);
    create(context, args, manifest, dialect, offline).await
}

/// NAME, or the name in FILE.
fn wanted(args: &StartLog, document: Option<&Value>) -> Result<String> {
    let in_file = document.and_then(|document| document.pointer("/metadata/name"));
    let wanted = args.name.as_deref().or(in_file.and_then(Value::as_str));
    let wanted = wanted.ok_or_else(|| {
        Error::usage("missing: NAME").hint(NextCommand::plugin(
            "log start NAME --cluster CLUSTER --storage URL",
        ))
    })?;
    name::check_subdomain("name", wanted.rsplit('/').next().unwrap_or_default())?;
    Ok(wanted.to_owned())
}

/// Operators that know only `logStop` start a log backup that has no sub-command.
fn for_dialect(mut manifest: Value, dialect: Dialect) -> Value {
    if dialect == Dialect::V1LogStop
        && let Some(Value::Object(spec)) = manifest.get_mut("spec")
    {
        spec.remove("logSubcommand");
    }
    manifest
}

async fn create(
    context: &Context,
    args: &StartLog,
    manifest: Value,
    dialect: Dialect,
    offline: bool,
) -> Result<Exit> {
    let plan = Plan {
        writes: vec![Write::create(manifest.clone())],
        ..Plan::default()
    };
    let checks = Checks {
        mode: args.preflight,
        allowed: &args.allow.rules,
        offline,
    };
    preflight::run(context, &manifest, checks).await?;
    let timeout = args.wait.timeout.as_ref().map(Span::length);
    let ending = Ending {
        waits: args.wait.wait != Some(false),
        timeout: timeout.or(Some(TimeDelta::minutes(START_WAIT))),
        goal: Goal::Log(LogGoal::of_verb(Verb::Start, dialect, None)),
    };
    let decide = async |_| Ok(Decision::from_nothing(plan.clone()));
    ending::create(context, &args.write, ending, decide).await
}

/// The log backup exists: starts it, unless the flags ask for something else than its spec.
async fn restart(
    context: &Context,
    args: &StartLog,
    located: Located,
    typed: NewObject<'_>,
) -> Result<Exit> {
    transition::parse(context, &located).await?;
    if !typed.only_name() {
        check_same(context, &located, typed).await?;
    }
    let (verb, retry) = (Verb::Start, args.retry_failed);
    let request = TransitionRequest::new(context, verb, retry, &args.write, &args.wait)
        .allowing(&args.allow.rules);
    transition::carry_out(context, located, &request).await
}

async fn check_same(context: &Context, located: &Located, typed: NewObject<'_>) -> Result<()> {
    let object = &located.reference;
    let live = file::without_server_fields(located.object.clone());
    let wanted = NewObject {
        name: Some(&object.name),
        document: Some(typed.document.unwrap_or_else(|| live.clone())),
        ..typed
    };
    let times = moment::times(context, wanted.given).await?;
    let wanted = wanted.manifest(context, object.operator, Some(&object.namespace), &times)?;
    let Some(field) = differing(spec(&wanted), spec(&live)) else {
        return Ok(());
    };
    Err(Error::refused(format!(
        "{object} exists, and the flags differ from it in spec.{field}; a started log backup cannot be changed"
    ))
    .hint(
        NextCommand::plugin("log start")
            .arg(&object.name)
            .namespace(&object.namespace)
            .after("start it as it is")
            .and("; or choose another name"),
    ))
}

fn spec(document: &Value) -> &Value {
    document.get("spec").unwrap_or(&Value::Null)
}

/// The first field in which `wanted` differs from `live`. Fields that only `live` has and the fields that `log` verbs change do not count.
fn differing(wanted: &Value, live: &Value) -> Option<String> {
    const SWITCHES: &[&str] = &["logSubcommand", "logStop", "logTruncateUntil"];
    let (Value::Object(wanted), Value::Object(live)) = (wanted, live) else {
        return (wanted != live).then(String::new);
    };
    wanted
        .iter()
        .filter(|(key, _)| !SWITCHES.contains(&key.as_str()))
        .find_map(|(key, value)| {
            let inner = differing(value, live.get(key).unwrap_or(&Value::Null))?;
            Some(match inner.is_empty() {
                true => key.clone(),
                false => format!("{key}.{inner}"),
            })
        })
}
