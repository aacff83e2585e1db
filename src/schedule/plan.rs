//! What `pause`, `resume` and `set` write, and what there is to say about it.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{Child, Doomed, Due, Retention, Schedule, due};
use crate::Hint;
use crate::api::{ObjectRef, merge_patch};
use crate::time::Zone;
use crate::write::{Plan, Write};

/// A change of a schedule, and what the decision rests on.
#[derive(Debug, Clone, Default)]
pub struct ScheduleChange {
    /// What is sent and said.
    pub plan: Plan,
    /// What has to be the same when the change is sent.
    pub ground: ScheduleGround,
}

/// What a change of a schedule rests on. Everything else, such as the next run, may differ when the change is sent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ScheduleGround {
    /// The values that the patch overwrites.
    overwrites: Value,
    /// The backups that retention deletes because of the change.
    goes: Vec<Doomed>,
}

impl ScheduleChange {
    fn already(state: &str) -> Self {
        Self::from(Plan {
            already: Some(state.to_owned()),
            ..Plan::default()
        })
    }
}

/// A plan that rests on nothing but what it patches.
impl From<Plan> for ScheduleChange {
    fn from(plan: Plan) -> Self {
        Self {
            plan,
            ..Self::default()
        }
    }
}

fn pause_patch(object: &ObjectRef, pause: bool) -> Write {
    Write::patch(object, json!({"spec": {"pause": pause}}))
}

/// `schedule pause`
pub fn pause(schedule: &Schedule, children: &[&Child], now: DateTime<Utc>) -> ScheduleChange {
    if schedule.paused {
        return ScheduleChange::already("paused");
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
    ScheduleChange::from(Plan {
        writes: vec![pause_patch(&schedule.object, true)],
        notes: notes.into_iter().map(Hint::from).collect(),
        ..Plan::default()
    })
}

/// `schedule resume`: says which missed run fires at once.
pub fn resume(
    schedule: &Schedule,
    children: &[&Child],
    now: DateTime<Utc>,
    zone: Zone,
) -> ScheduleChange {
    if !schedule.paused {
        return ScheduleChange::already("running");
    }
    let mut plan = Plan {
        writes: vec![pause_patch(&schedule.object, false)],
        ..Plan::default()
    };
    let next = |run: Option<DateTime<Utc>>| run.map_or("never".to_owned(), |run| zone.show(run));
    match due(schedule, children, now) {
        Due::Next(run) => plan.notes.push(format!("no run was missed; next run: {}", next(run)).into()),
        Due::AtOnce(missed) => plan.notes.push(missed_runs(missed.count, &zone.show(missed.last)).into()),
        Due::Skipped(run) => {
            let note = format!(
                "more than {} runs were missed, and the operator skips them all; next run: {}",
                super::MOST_MISSED,
                next(run)
            );
            plan.notes.push(note.into());
        }
        Due::HeldUp(name) => plan.warnings.push(format!(
            "the last backup {name} is not finished, and holds up every run until it is finished or deleted"
        )),
        Due::Unreadable(why) => plan.warnings.push(format!("nothing will run: {why}")),
    }
    ScheduleChange::from(plan)
}

/// `schedule set`: the difference between two manifests as one patch. Lists what a new retention deletes, and asks when some go.
pub fn set(
    schedule: &Schedule,
    before: &Value,
    after: &Value,
    children: &[&Child],
    now: DateTime<Utc>,
    warnings: Vec<String>,
) -> ScheduleChange {
    let Some(body) = merge_patch::between(before, after) else {
        return ScheduleChange::already("so");
    };
    let mut goes = Vec::new();
    let mut plan = Plan {
        warnings,
        writes: vec![Write::patch(&schedule.object, body)],
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
            format!("goes: {} ({}, {data})", doomed.name, doomed.why).into()
        }));
        if !retention.goes.is_empty() {
            plan.question = Some(format!(
                "The new retention of {} deletes {} now. Go on?",
                schedule.object,
                counted(retention.goes.len())
            ));
        }
        goes = retention.goes;
    }
    let template = |object: &Value| object.pointer("/spec/logBackupTemplate").cloned();
    if template(before) != template(after)
        && let Some(log) = &schedule.log_backup
    {
        plan.warnings.push(format!(
            "the log backup {log} exists already, and does not follow its template any more"
        ));
    }
    ScheduleChange {
        plan,
        ground: ScheduleGround {
            overwrites: merge_patch::between(after, before).unwrap_or_default(),
            goes,
        },
    }
}

fn missed_runs(count: usize, last: &str) -> String {
    match count {
        1 => format!("one missed run ({last}) starts at once"),
        count => format!(
            "one missed run ({last}) starts at once; {count} runs were missed in total, and the others are skipped"
        ),
    }
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
