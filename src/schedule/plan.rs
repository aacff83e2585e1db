//! What `pause`, `resume` and `set` write, and what there is to say about it; the rules that a schedule must keep.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use super::observed::max_backups;
use super::{Child, Cron, Due, Policy, Retention, Schedule, due};
use crate::api::ObjectRef;
use crate::plan::{Plan, Rule, Write};
use crate::time::Zone;
use crate::{Error, Result};

/// The rules for a schedule that is to be written. Gives the warnings.
///
/// # Errors
/// Usage for a cron expression or duration that the operator cannot read, Refused for a log backup whose data nothing ever truncates, and for
/// one that `maxBackups` counts.
pub fn check_rules(manifest: &Value, allowed: &[Rule], now: DateTime<Utc>) -> Result<Vec<String>> {
    let text = |pointer: &str| manifest.pointer(pointer).and_then(Value::as_str);
    let mut warnings = Vec::new();
    let cron: Cron =
        text("/spec/schedule")
            .unwrap_or_default()
            .parse()
            .map_err(|error: Error| Error {
                message: format!("--schedule {}", error.message),
                ..error
            })?;
    if cron.is_hectic(now) {
        warnings.push(format!(
            "{cron:?} fires every minute or two; a run every two hours is \"0 */2 * * *\"",
            cron = cron.to_string()
        ));
    }
    let policy = Policy::of(manifest);
    if let Policy::Unreadable(text) = &policy {
        return Err(Error::usage(format!(
            "spec.maxReservedTime {text:?} is not a Go duration: the operator would never delete anything"
        ))
        .hint("--max-reserved-time takes 7d as well, and writes 168h"));
    }
    if matches!(&policy, Policy::Time(_, length) if length.is_zero()) {
        return Err(Error::usage(
            "--max-reserved-time 0 deletes every backup as soon as it is made",
        ));
    }
    let has_log = manifest.pointer("/spec/logBackupTemplate").is_some();
    if has_log && !matches!(policy, Policy::Time(..)) {
        return Err(Error::refused(
            "a schedule with a log backup needs --max-reserved-time: nothing else ever truncates the log",
        )
        .hint("--max-reserved-time 168h keeps a week of snapshots and log"));
    }
    let count = max_backups(manifest);
    if has_log && count > 0 {
        warnings.push(Rule::LogMaxBackups.enforce(
            allowed,
            format!(
                "maxBackups {count} counts the log backup too: as soon as maxReservedTime goes, it deletes the log backup, and the schedule stalls"
            ),
            "leave out --max-backups; --max-reserved-time is the retention",
        )?);
    } else if count > 0 && matches!(policy, Policy::Time(..)) {
        warnings.push(format!(
            "maxBackups {count} is ignored: maxReservedTime wins"
        ));
    }
    if manifest.pointer("/spec/backupTemplate/backupMode") == Some(&json!("log")) {
        return Err(Error::usage(
            "spec.backupTemplate is a log backup; a log backup belongs into --log-storage",
        ));
    }
    if policy == Policy::All {
        warnings.push(
            "neither --max-reserved-time nor --max-backups: backups are kept for ever".to_owned(),
        );
    }
    warnings.extend(keeps_data(manifest, &policy));
    Ok(warnings)
}

/// Retention deletes objects; whether the data goes is the clean policy's business.
fn keeps_data(manifest: &Value, policy: &Policy) -> Option<String> {
    let clean = manifest.pointer("/spec/backupTemplate/cleanPolicy");
    let clean = clean.and_then(Value::as_str).unwrap_or("Retain");
    (*policy != Policy::All && clean != "Delete").then(|| {
        format!("retention deletes Backup objects, but with cleanPolicy {clean} their data stays; --clean-policy Delete removes it too")
    })
}

fn pause_patch(object: &ObjectRef, pause: bool) -> Write {
    Write::Patch {
        object: object.clone(),
        body: json!({"spec": {"pause": pause}}),
        status: false,
    }
}

/// `schedule pause`
pub fn pause(schedule: &Schedule, children: &[&Child], now: DateTime<Utc>) -> Plan {
    if schedule.paused {
        return Plan {
            already: Some("paused".to_owned()),
            ..Plan::default()
        };
    }
    let mut notes = vec!["running backups go on, and retention goes on deleting".to_owned()];
    let day = Retention::by(schedule, children, now + TimeDelta::days(1));
    if !day.goes.is_empty() {
        notes.push(format!(
            "retention deletes within a day: {}",
            names(&day, 10)
        ));
    }
    if schedule.has_log {
        let log = schedule
            .log_backup
            .clone()
            .unwrap_or_else(|| schedule.log_name());
        notes.push(match schedule.log_backup {
            Some(_) => format!("the log backup {log} is not paused and goes on"),
            None => {
                format!("the log backup {log} does not exist yet, and is not made while paused")
            }
        });
    }
    Plan {
        writes: vec![pause_patch(&schedule.object, true)],
        notes,
        ..Plan::default()
    }
}

/// `schedule resume`: says which missed run fires at once.
pub fn resume(schedule: &Schedule, children: &[&Child], now: DateTime<Utc>, zone: Zone) -> Plan {
    if !schedule.paused {
        return Plan {
            already: Some("running".to_owned()),
            ..Plan::default()
        };
    }
    let mut plan = Plan {
        writes: vec![pause_patch(&schedule.object, false)],
        ..Plan::default()
    };
    let next = |run: Option<DateTime<Utc>>| run.map_or("never".to_owned(), |run| zone.show(run));
    match due(schedule, children, now) {
        Due::Next(run) => plan.notes.push(format!("no run was missed; next run: {}", next(run))),
        Due::AtOnce(missed) => plan.notes.push(format!(
            "the run of {} fires at once; runs missed: {}, made up for by this one",
            zone.show(missed.last),
            missed.count
        )),
        Due::Skipped(run) => plan.notes.push(format!(
            "more than {} runs were missed, and the operator skips them all; next run: {}",
            super::MOST_MISSED,
            next(run)
        )),
        Due::HeldUp(name) => plan.warnings.push(format!(
            "the last backup {name} is not finished, and holds up every run until it is finished or deleted"
        )),
        Due::Unreadable(why) => plan.warnings.push(format!("nothing will run: {why}")),
    }
    plan
}

/// `schedule set`: the difference between two manifests as one patch. Lists what a new retention deletes, and asks when some go.
pub fn set(
    schedule: &Schedule,
    before: &Value,
    after: &Value,
    children: &[&Child],
    now: DateTime<Utc>,
    warnings: Vec<String>,
) -> Plan {
    let body = difference(before, after);
    if body.is_null() {
        return Plan {
            already: Some("so".to_owned()),
            ..Plan::default()
        };
    }
    let mut plan = Plan {
        warnings,
        writes: vec![Write::Patch {
            object: schedule.object.clone(),
            body,
            status: false,
        }],
        ..Plan::default()
    };
    let changed = Schedule::read(after).filter(|changed| changed.policy != schedule.policy);
    if let Some(changed) = changed {
        let retention = Retention::at(&changed, children, now);
        plan.notes.extend(retention.goes.iter().map(|doomed| {
            let data = if doomed.deletes_data {
                "with its data"
            } else {
                "its data stays"
            };
            format!("goes: {} ({}, {data})", doomed.name, doomed.why)
        }));
        if !retention.goes.is_empty() {
            plan.question = Some(format!(
                "The new retention of {} deletes {} now. Go on?",
                schedule.object,
                counted(retention.goes.len())
            ));
        }
    }
    let template = |object: &Value| object.pointer("/spec/logBackupTemplate").cloned();
    if template(before) != template(after)
        && let Some(log) = &schedule.log_backup
    {
        plan.warnings.push(format!(
            "the log backup {log} exists already, and does not follow its template any more"
        ));
    }
    plan
}

/// `1 backup`, `2 backups`
pub fn counted(count: usize) -> String {
    match count {
        1 => "1 backup".to_owned(),
        count => format!("{count} backups"),
    }
}

/// The first names of what goes.
pub fn names(retention: &Retention, most: usize) -> String {
    let names: Vec<&str> = retention
        .goes
        .iter()
        .take(most)
        .map(|doomed| doomed.name.as_str())
        .collect();
    match retention
        .goes
        .len()
        .checked_sub(most)
        .filter(|more| *more > 0)
    {
        Some(more) => format!("{} and {more} more", names.join(", ")),
        None => names.join(", "),
    }
}

/// The JSON merge patch that turns one document into the other; `null` where they are equal.
fn difference(before: &Value, after: &Value) -> Value {
    let (Value::Object(old), Value::Object(new)) = (before, after) else {
        return match before == after {
            true => Value::Null,
            false => after.clone(),
        };
    };
    let mut patch = Map::new();
    for key in old.keys().filter(|key| !new.contains_key(*key)) {
        patch.insert(key.clone(), Value::Null);
    }
    for (key, value) in new {
        match old.get(key) {
            Some(same) if same == value => {}
            Some(old) => {
                patch.insert(key.clone(), difference(old, value));
            }
            None => {
                patch.insert(key.clone(), value.clone());
            }
        }
    }
    match patch.is_empty() {
        true => Value::Null,
        false => Value::Object(patch),
    }
}
