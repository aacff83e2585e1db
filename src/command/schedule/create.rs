//! `schedule create`

use serde_json::{Value, json};

use crate::api::Kind;
use crate::api::document::at;
use crate::check::preflight;
use crate::cli::{CreateSchedule, DryRun, Preflight};
use crate::context::Context;
use crate::lookup::{moment, unserved};
use crate::schedule::{Cron, check_rules, compaction_lacks_namespace};
use crate::write::plan::{Plan, Write};
use crate::write::submit;
use crate::write::typed::Typed;
use crate::{Error, Exit, Result};

/// How many of the next runs are shown.
const SHOWN: usize = 3;

/// `schedule create`
pub async fn create(context: &Context, args: &CreateSchedule) -> Result<Exit> {
    args.write.output.format()?;
    if args.wait.wait == Some(true) {
        return Err(Error::usage("--wait: a schedule has no end to wait for")
            .hint("kubectl tidb-br schedule trigger NAME --wait makes one backup now"));
    }
    let typed = Typed::read(
        context,
        Kind::BackupSchedule,
        args.method.into(),
        args.name.as_deref(),
        &args.base,
        &args.flags.given,
    )?;
    let printed = args.write.mode() == DryRun::Client && !args.write.diff;
    let said = unserved::said(context, &typed, printed)?;
    if let Some(rehearsed) = typed.rehearse_for(context, said, true)? {
        check_rules(&rehearsed, &args.allow.rules, context.now())?;
    }
    let operator = unserved::choose(context, &typed, said, printed).await?;
    let namespace = typed.namespace(context, printed).await?;
    let times = moment::times(context, typed.given).await?;
    let manifest = typed.manifest(context, operator, namespace.as_deref(), &times)?;
    let mut warnings = check_rules(&manifest, &args.allow.rules, context.now())?;
    warnings.extend(compaction_lacks_namespace(&manifest));
    let plan = Plan {
        writes: vec![Write::Create(manifest.clone())],
        warnings,
        ..Plan::default()
    };
    if !printed && args.preflight != Preflight::Off {
        preflight::run(context, &as_backup(&manifest), args.preflight).await?;
    }
    submit::submit(context, &plan, &manifest, "created", &args.write, false).await?;
    tell_next_runs(context, &manifest)?;
    Ok(Exit::Done)
}

/// What a run would be, for the checks beforehand.
fn as_backup(manifest: &Value) -> Value {
    json!({
        "apiVersion": at(manifest, "/apiVersion"),
        "kind": at(manifest, "/kind"),
        "metadata": at(manifest, "/metadata"),
        "spec": at(manifest, "/spec/backupTemplate"),
    })
}

/// The operator reads cron in its own time zone, which its image leaves at UTC.
fn tell_next_runs(context: &Context, manifest: &Value) -> Result<()> {
    let text = manifest.pointer("/spec/schedule").and_then(Value::as_str);
    let cron: Cron = text.unwrap_or_default().parse()?;
    let runs = next_runs(context, &cron);
    let zone = "the operator reads cron in its own zone, taken as UTC here";
    let paused = match manifest.pointer("/spec/pause").and_then(Value::as_bool) {
        Some(true) => " (once it is resumed)",
        _ => "",
    };
    context
        .ui
        .note(&format!("next runs{paused}: {runs} ({zone})"));
    Ok(())
}

/// The next runs, as they are shown.
pub fn next_runs(context: &Context, cron: &Cron) -> String {
    let runs = cron.runs(context.now(), SHOWN).into_iter();
    let shown: Vec<String> = runs.map(|run| context.zone().show(run)).collect();
    shown.join(", ")
}
