//! `schedule set`

use serde_json::Value;

use super::Seen;
use super::change::carry_out;
use super::create::next_runs;
use super::edit::edit_file;
use crate::api::Kind;
use crate::api::document::at;
use crate::cli::SetSchedule;
use crate::context::Context;
use crate::lookup::moment;
use crate::manifest::flag::Takes;
use crate::manifest::path::FieldPath;
use crate::manifest::{Given, Intent, Method, Times, file};
use crate::schedule::{Change, Cron, check_rules, compaction_lacks_namespace, set as plan_set};
use crate::time::{Resolved, TimeArg};
use crate::write::base;
use crate::write::plan::Plan;
use crate::{Error, Exit, Result};

/// What was typed.
struct Wish<'a> {
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
            .hint("kubectl tidb-br schedule set --help shows every flag with an example"));
    }
    if args.edit.file.is_some() {
        check_times(context, given)?;
    }
    let wish = Wish {
        given,
        times: moment::times(context, given).await?,
        set: base::values(&args.set)?,
    };
    let change = |seen: &Seen| change(context, seen, &wish, args);
    match (&args.edit.file, &args.name) {
        (Some(file), name) => edit_file(context, "set", file, name.as_slice(), &args.write, change),
        (None, Some(name)) => carry_out(context, name, &args.write, change).await,
        (None, None) => Err(Error::usage("missing: NAME or -f FILE")),
    }
}

/// A manifest is edited without a connection, so a time is a time.
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

fn change(context: &Context, seen: &Seen, wish: &Wish<'_>, args: &SetSchedule) -> Result<Change> {
    let live = file::without_server_fields(seen.located.object.clone());
    let nothing = Wish {
        given: &Given::default(),
        times: Times::new(),
        set: Vec::new(),
    };
    // Defaults are filled in on both sides, so that they are no part of the difference; what was wrong before may be put right.
    let before = intent(context, seen, &live, &nothing).outline()?;
    let after = intent(context, seen, &live, wish).manifest()?;
    let now = context.now();
    let mut warnings = check_rules(&after, &args.allow.rules, now)?;
    warnings.extend(compaction_lacks_namespace(&after));
    let children = seen.children();
    let mut change = plan_set(&seen.schedule, &before, &after, &children, now, warnings);
    tell_runs(&mut change.plan, &before, &after, context);
    Ok(change)
}

fn intent<'a>(context: &Context, seen: &'a Seen, live: &Value, wish: &'a Wish<'a>) -> Intent<'a> {
    let object = &seen.located.reference;
    Intent {
        kind: Kind::BackupSchedule,
        operator: object.operator,
        method: method(live),
        name: Some(&object.name),
        namespace: Some(object.namespace.as_str()).filter(|namespace| !namespace.is_empty()),
        base: Some(live.clone()),
        given: wish.given,
        times: &wish.times,
        set: &wish.set,
        now: context.now(),
    }
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

fn tell_runs(plan: &mut Plan, before: &Value, after: &Value, context: &Context) {
    let text = |object: &Value| at(object, "/spec/schedule").as_str().map(str::to_owned);
    if text(before) == text(after) {
        return;
    }
    if let Ok(cron) = text(after).unwrap_or_default().parse::<Cron>() {
        let runs = next_runs(context, &cron);
        plan.notes.push(format!("next runs: {runs}"));
    }
}
