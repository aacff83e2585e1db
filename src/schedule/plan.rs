//! What `pause`, `resume` and `set` write, and what there is to say about it.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use super::{Child, Doomed, Due, Retention, Schedule, due};
use crate::api::ObjectRef;
use crate::time::Zone;
use crate::write::plan::{Plan, Write};

/// What a verb does to a schedule, and what that decision rests on.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// What is sent and said.
    pub plan: Plan,
    /// The values that the patch overwrites.
    overwrites: Value,
    /// The backups that retention deletes because of it.
    goes: Vec<Doomed>,
}

impl Change {
    /// Whether the same decision is come to on the same ground: the same patch over the same values, and the same backups deleted. What else
    /// there is to say, such as the next run, may differ.
    pub fn same_ground(&self, again: &Self) -> bool {
        let ground = |change: &Self| {
            (
                change.plan.writes.clone(),
                change.plan.already.clone(),
                change.overwrites.clone(),
                change.goes.clone(),
            )
        };
        ground(self) == ground(again)
    }

    fn already(state: &str) -> Self {
        Self::from(Plan {
            already: Some(state.to_owned()),
            ..Plan::default()
        })
    }
}

/// A plan that rests on nothing but what it patches.
impl From<Plan> for Change {
    fn from(plan: Plan) -> Self {
        Self {
            plan,
            ..Self::default()
        }
    }
}

fn pause_patch(object: &ObjectRef, pause: bool) -> Write {
    Write::Patch {
        object: object.clone(),
        body: json!({"spec": {"pause": pause}}),
        status: false,
    }
}

/// `schedule pause`
pub fn pause(schedule: &Schedule, children: &[&Child], now: DateTime<Utc>) -> Change {
    if schedule.paused {
        return Change::already("paused");
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
    Change::from(Plan {
        writes: vec![pause_patch(&schedule.object, true)],
        notes,
        ..Plan::default()
    })
}

/// `schedule resume`: says which missed run fires at once.
pub fn resume(schedule: &Schedule, children: &[&Child], now: DateTime<Utc>, zone: Zone) -> Change {
    if !schedule.paused {
        return Change::already("running");
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
    Change::from(plan)
}

/// `schedule set`: the difference between two manifests as one patch. Lists what a new retention deletes, and asks when some go.
pub fn set(
    schedule: &Schedule,
    before: &Value,
    after: &Value,
    children: &[&Child],
    now: DateTime<Utc>,
    warnings: Vec<String>,
) -> Change {
    let body = difference(before, after);
    if body.is_null() {
        return Change::already("so");
    }
    let mut goes = Vec::new();
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
    Change {
        plan,
        overwrites: difference(after, before),
        goes,
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
