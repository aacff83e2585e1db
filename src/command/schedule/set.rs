//! `schedule set`

use serde_json::Value;

use super::edit::edit_file;
use super::live::{self, LiveSchedule};
use super::next_runs::next_runs;
use crate::api::Kind;
use crate::api::document::at;
use crate::check::{self, CheckSubject, preflight};
use crate::cli::SetSchedule;
use crate::context::Context;
use crate::lookup::moment;
use crate::lookup::surroundings::{self, Neighbourhood};
use crate::manifest::flag::Takes;
use crate::manifest::path::FieldPath;
use crate::manifest::storage::Location;
use crate::manifest::work::work_of;
use crate::manifest::{Given, Intent, Method, Times, file};
use crate::schedule::{
    Cron, ScheduleChange, check_rules, compaction_lacks_namespace, set as plan_set,
};
use crate::time::{Resolved, TimeArg};
use crate::write::{Plan, carry_out, input, preview};
use crate::{Error, Exit, NextCommand, Result};

/// The new values that the user gave.
struct NewValues<'a> {
    given: &'a Given,
    times: Times,
    set: Vec<(FieldPath, Value)>,
}

/// `schedule set`
pub async fn set(context: &Context, args: &SetSchedule) -> Result<Exit> {
    args.write.output.format()?;
    let given = &args.flags.given;
    if given.is_empty() && args.set.is_empty() {
        return Err(Error::usage("nothing to change: give a flag or --set")
            .hint(NextCommand::plugin("schedule set --help").local()));
    }
    if args.edit.file.is_some() {
        check_times(context, given)?;
    }
    let wanted = NewValues {
        given,
        times: moment::times(context, given).await?,
        set: input::assignments(&args.set)?,
    };
    let change = |live: &LiveSchedule| change(context, live, &wanted, args);
    match (&args.edit.file, &args.name) {
        (Some(file), name) => edit_file(context, "set", file, name.as_slice(), &args.write, change),
        (None, Some(name)) => {
            carry_out(context, &args.write, false, async |_| {
                let live = live::find(context, name).await?;
                live.check_not_deleted()?;
                let mut change = change(&live)?;
                let warnings = check_places(context, &live, &change, args).await?;
                change.plan.warnings.extend(warnings);
                Ok(live.decision(change))
            })
            .await?;
            Ok(Exit::Done)
        }
        (None, None) => Err(Error::usage("missing: NAME or -f FILE")),
    }
}

/// Looks at the log backups and the data of others where the change gives the schedule another storage or a log backup.
async fn check_places(
    context: &Context,
    schedule: &LiveSchedule,
    change: &ScheduleChange,
    args: &SetSchedule,
) -> Result<Vec<String>> {
    let live = &schedule.located.object;
    let after = preview(&change.plan.writes, live);
    let places = |schedule: &Value| -> Vec<_> {
        let work = work_of(schedule);
        work.iter()
            .map(|work| (work.kind, Location::of_spec(work.spec, "")))
            .collect()
    };
    if places(live) == places(&after) {
        return Ok(Vec::new());
    }
    let object = &schedule.located.reference;
    let subject = CheckSubject::new(object, &after);
    let place = Neighbourhood {
        operator: object.operator,
        namespace: &object.namespace,
    };
    let others = surroundings::only_others(context, place, &subject.work).await;
    let findings = check::judge(&subject, &others);
    preflight::enforce_safety(&findings, &args.allow.rules)
}

/// Checks that no time is that of an object: a manifest is edited without a connection.
fn check_times(context: &Context, given: &Given) -> Result<()> {
    let times = given
        .flags()
        .filter(|(flag, _)| matches!(flag.takes, Takes::Time | Takes::TimeOption(_)));
    for (flag, texts) in times {
        for text in texts {
            let arg = text.parse::<TimeArg>();
            if arg.is_ok_and(|arg| matches!(arg.resolve(context.now()), Ok(Resolved::Of(_)))) {
                return Err(Error::usage(format!(
                    "--{} {text:?}: with -f, say a time: nothing is read from the cluster",
                    flag.name
                )));
            }
        }
    }
    Ok(())
}

fn change(
    context: &Context,
    schedule: &LiveSchedule,
    wanted: &NewValues<'_>,
    args: &SetSchedule,
) -> Result<ScheduleChange> {
    let live = file::without_server_fields(schedule.located.object.clone());
    let nothing = NewValues {
        given: &Given::default(),
        times: Times::new(),
        set: Vec::new(),
    };
    // Defaults are filled in on both sides, so that the difference does not contain them. The old values need not be valid.
    let before = intent(context, schedule, &live, &nothing).outline()?;
    let after = intent(context, schedule, &live, wanted).manifest()?;
    let now = context.now();
    let mut warnings = check_rules(&after, &args.allow.rules, now)?;
    warnings.extend(compaction_lacks_namespace(&after));
    let children = schedule.children();
    let mut change = plan_set(
        &schedule.schedule,
        &before,
        &after,
        &children,
        now,
        warnings,
    );
    tell_runs(&mut change.plan, &before, &after, context);
    Ok(change)
}

fn intent<'a>(
    context: &Context,
    schedule: &'a LiveSchedule,
    live: &Value,
    wanted: &'a NewValues<'a>,
) -> Intent<'a> {
    let object = &schedule.located.reference;
    Intent {
        kind: Kind::BackupSchedule,
        operator: object.operator,
        method: method(live),
        name: Some(&object.name),
        namespace: Some(object.namespace.as_str()).filter(|namespace| !namespace.is_empty()),
        base: Some(live.clone()),
        given: wanted.given,
        times: &wanted.times,
        set: &wanted.set,
        now: context.now(),
    }
}

/// The method of the schedule's backups.
fn method(live: &Value) -> Method {
    let template = at(live, "/spec/backupTemplate");
    match at(template, "/backupMode").as_str() {
        Some("volume-snapshot") => Method::VolumeSnapshot,
        _ if at(template, "/br").is_null() => Method::Dumpling,
        _ => Method::Br,
    }
}

fn tell_runs(plan: &mut Plan, before: &Value, after: &Value, context: &Context) {
    let text = |object: &Value| at(object, "/spec/schedule").as_str().map(str::to_owned);
    if text(before) == text(after) {
        return;
    }
    if let Ok(cron) = text(after).unwrap_or_default().parse::<Cron>() {
        let runs = next_runs(context, &cron);
        plan.notes.push(format!("next runs: {runs}").into());
    }
}
