//! `schedule create`

use serde_json::Value;

use super::next_runs::next_runs;
use crate::api::Kind;
use crate::api::document::at;
use crate::check::preflight::{self, Checks};
use crate::cli::{CreateSchedule, DryRun};
use crate::context::Context;
use crate::lookup::{moment, v1_only};
use crate::manifest::Method;
use crate::schedule::{Cron, check_rules, compaction_lacks_namespace};
use crate::write::new_object::NewObject;
use crate::write::{Decision, Plan, Write, carry_out};
use crate::{Error, Exit, NextCommand, Result};

/// `schedule create`
pub async fn create(context: &Context, args: &CreateSchedule) -> Result<Exit> {
    args.write.output.format()?;
    if args.wait.wait == Some(true) {
        let one = NextCommand::plugin("schedule trigger")
            .arg("NAME")
            .arg("--wait");
        return Err(Error::usage("--wait: a schedule has no end to wait for")
            .hint(one.after("one backup now")));
    }
    let mut wanted = NewObject::parse(
        context,
        Kind::BackupSchedule,
        Method::Br,
        args.name.as_deref(),
        &args.base,
        &args.flags.given,
    )?;
    let template = wanted.document.as_ref();
    let template = template.and_then(|file| file.pointer("/spec/backupTemplate"));
    wanted.method = Method::of_backup(args.method.map(Into::into), &args.flags.given, template)?;
    let printed = args.write.mode() == DryRun::Client && !args.write.diff;
    let operator = v1_only::requested_operator(context, &wanted, printed)?;
    if let Some(rehearsed) = wanted.rehearse_for(context, operator, true)? {
        check_rules(&rehearsed, &args.allow.rules, context.now())?;
    }
    let operator = v1_only::check_served(context, &wanted, operator, printed).await?;
    let namespace = wanted.namespace(context, printed).await?;
    let times = moment::times(context, wanted.given).await?;
    let manifest = wanted.manifest(context, operator, namespace.as_deref(), &times)?;
    let mut warnings = check_rules(&manifest, &args.allow.rules, context.now())?;
    warnings.extend(compaction_lacks_namespace(&manifest));
    let checks = Checks {
        mode: args.preflight,
        allowed: &args.allow.rules,
        offline: printed,
    };
    preflight::run(context, &manifest, checks).await?;
    let plan = Plan {
        warnings,
        notes: vec![upcoming(context, &manifest)?.into()],
        writes: vec![Write::create(manifest)],
        ..Plan::default()
    };
    let decide = async |_| Ok(Decision::from_nothing(plan.clone()));
    carry_out(context, &args.write, false, decide).await?;
    Ok(Exit::Done)
}

/// The next runs. The operator reads cron in its own time zone, which its image leaves at UTC.
fn upcoming(context: &Context, manifest: &Value) -> Result<String> {
    let cron: Cron = at(manifest, "/spec/schedule")
        .as_str()
        .unwrap_or_default()
        .parse()?;
    let paused = match at(manifest, "/spec/pause").as_bool() {
        Some(true) => " (once it is resumed)",
        _ => "",
    };
    let runs = next_runs(context, &cron);
    Ok(format!(
        "next runs{paused}: {runs} (the operator reads cron in its own time zone, taken as UTC here)"
    ))
}
