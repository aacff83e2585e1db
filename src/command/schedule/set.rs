//! `schedule set`

use serde_json::Value;

use super::Seen;
use super::change::carry_out;
use crate::api::Kind;
use crate::api::document::at;
use crate::cli::SetSchedule;
use crate::command::{Context, base};
use crate::manifest::path::Path;
use crate::manifest::{Given, Intent, Method, Times, file};
use crate::schedule::{check_rules, set as plan_set};
use crate::{Error, Exit, Result};

/// `schedule set`
pub async fn set(context: &Context, args: &SetSchedule) -> Result<Exit> {
    args.write.output.format()?;
    let given = &args.flags.given;
    if given.is_empty() && args.set.is_empty() {
        return Err(Error::usage("nothing to change: give a flag or --set")
            .hint("kubectl tidb-br schedule set --help shows every flag with an example"));
    }
    let assignments = base::values(&args.set)?;
    let times = context.times(given).await?;
    let now = context.now();
    carry_out(context, &args.name, &args.write, |seen| {
        let live = file::without_server_fields(seen.located.object.clone());
        // Defaults are filled in on both sides, so that they are no part of the difference.
        let before = build(seen, &live, &Given::default(), &Times::new(), &[], context)?;
        let after = build(seen, &live, given, &times, &assignments, context)?;
        let warnings = check_rules(&after, &args.write.allow, now)?;
        let mut plan = plan_set(
            &seen.schedule,
            &before,
            &after,
            &seen.children(),
            now,
            warnings,
        );
        tell_runs(&mut plan, &before, &after, context);
        Ok(plan)
    })
    .await
}

fn build(
    seen: &Seen,
    live: &Value,
    given: &Given,
    times: &Times,
    set: &[(Path, Value)],
    context: &Context,
) -> Result<Value> {
    let object = &seen.schedule.object;
    Intent {
        kind: Kind::BackupSchedule,
        operator: object.operator,
        method: method(live),
        name: Some(&object.name),
        namespace: Some(&object.namespace),
        base: Some(live.clone()),
        given,
        times,
        set,
        now: context.now(),
    }
    .manifest()
}

/// What makes the schedule's backups.
fn method(live: &Value) -> Method {
    let template = at(live, "/spec/backupTemplate");
    match at(template, "/backupMode").as_str() {
        Some("volume-snapshot") => Method::VolumeSnapshot,
        _ if at(template, "/br").is_null() => Method::Dumpling,
        _ => Method::Br,
    }
}

fn tell_runs(plan: &mut crate::plan::Plan, before: &Value, after: &Value, context: &Context) {
    let text = |object: &Value| at(object, "/spec/schedule").as_str().map(str::to_owned);
    if text(before) == text(after) {
        return;
    }
    if let Ok(cron) = text(after)
        .unwrap_or_default()
        .parse::<crate::schedule::Cron>()
    {
        let runs: Vec<String> = cron
            .runs(context.now(), 3)
            .into_iter()
            .map(|run| context.zone().show(run))
            .collect();
        plan.notes.push(format!("next runs: {}", runs.join(", ")));
    }
}
