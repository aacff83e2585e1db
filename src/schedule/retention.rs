//! Which backups a schedule's retention deletes, which it spares, and how far it truncates the log. The rules are those of the v1
//! operator (8.4), with the surprises that they hold.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use super::observed::max_backups;
use super::{Child, Schedule};
use crate::time::{Span, Tso};

/// What a schedule keeps. `maxReservedTime` wins over `maxBackups` without a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Policy {
    /// Everything.
    All,
    /// The newest so many, the log backup and running ones counted.
    Newest(i64),
    /// So long, as written and as a length.
    Time(String, TimeDelta),
    /// A `maxReservedTime` that Go cannot read, such as `7d`: nothing is ever deleted.
    Unreadable(String),
}

impl Policy {
    /// The policy of a schedule's spec.
    pub fn of(object: &Value) -> Self {
        let reserved = object
            .pointer("/spec/maxReservedTime")
            .and_then(Value::as_str);
        match (
            reserved.filter(|text| !text.is_empty()),
            max_backups(object),
        ) {
            (Some(text), _) => match Span::from_go(text) {
                Some(length) => Policy::Time(text.to_owned(), length),
                None => Policy::Unreadable(text.to_owned()),
            },
            (None, count) if count > 0 => Policy::Newest(count),
            _ => Policy::All,
        }
    }

    /// The KEEPS cell.
    pub fn keeps(&self, has_log: bool) -> String {
        match self {
            Policy::All => "all".to_owned(),
            Policy::Newest(count) if has_log => format!("newest {count}, DELETES LOG BACKUP"),
            Policy::Newest(count) => format!("newest {count}"),
            Policy::Time(text, _) if has_log => format!("{text} and its base"),
            Policy::Time(text, _) => text.clone(),
            Policy::Unreadable(text) => format!("all ({text:?} is no Go duration)"),
        }
    }
}

/// A backup that retention deletes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doomed {
    /// Its name.
    pub name: String,
    /// Why.
    pub why: String,
    /// Whether its data goes as well.
    pub deletes_data: bool,
    /// Whether it is the log backup, without which the schedule stalls.
    pub log: bool,
}

/// What retention does at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Retention {
    /// What goes, oldest first.
    pub goes: Vec<Doomed>,
    /// The expired snapshot that is kept, because the log in the reserved time needs it.
    pub base: Option<String>,
    /// What `logTruncateUntil` is set to.
    pub truncate_until: Option<Tso>,
}

impl Retention {
    /// What the policy does to `children` (of one schedule, oldest first) at `now`.
    pub fn at(schedule: &Schedule, children: &[&Child], now: DateTime<Utc>) -> Self {
        let governed: Vec<&Child> = children
            .iter()
            .copied()
            .filter(|child| child.governed)
            .collect();
        match &schedule.policy {
            Policy::All | Policy::Unreadable(_) => Self::default(),
            Policy::Newest(count) => by_count(&governed, *count),
            Policy::Time(text, length) => match governed.iter().find(|child| child.log) {
                Some(log) => with_log(schedule, &governed, log, text, *length),
                None => by_time(&governed, text, *length, now),
            },
        }
    }

    /// The same at a later moment, if nothing more is made until then. The log backup's checkpoint goes on, and with it what expires.
    pub fn by(schedule: &Schedule, children: &[&Child], moment: DateTime<Utc>) -> Self {
        let later: Vec<Child> = children
            .iter()
            .map(|child| Child {
                checkpoint: match child.log && child.phase.as_deref() == Some("Running") {
                    true => child.checkpoint.max(Tso::at(moment)),
                    false => child.checkpoint,
                },
                ..(*child).clone()
            })
            .collect();
        Self::at(schedule, &later.iter().collect::<Vec<_>>(), moment)
    }

    /// The same once the snapshot of `run` is complete: what goes until then or at that moment.
    pub fn after_run(schedule: &Schedule, children: &[&Child], run: DateTime<Utc>) -> Self {
        let end = run + RUN_TAKES;
        let new = Child {
            namespace: schedule.object.namespace.clone(),
            name: String::new(),
            schedule: schedule.object.name.clone(),
            governed: true,
            created: Some(end),
            log: false,
            phase: Some("Complete".to_owned()),
            complete: true,
            failed: false,
            invalid: false,
            scheduled: true,
            commit: Tso::at(end),
            checkpoint: None,
            path: None,
            deletes_data: false,
        };
        let mut all = children.to_vec();
        all.push(&new);
        Self::by(schedule, &all, end)
    }
}

/// A slot is noticed up to 30 seconds late (docs/operators.md, "A slot is noticed at the resync"), and then the snapshot takes
/// its time: what is said to be kept must not go because of that.
const RUN_TAKES: TimeDelta = TimeDelta::minutes(1);

fn doomed(child: &Child, why: String) -> Doomed {
    Doomed {
        name: child.name.clone(),
        why,
        deletes_data: child.deletes_data,
        log: child.log,
    }
}

/// Every child counts, the log backup and running ones included: the log backup is the oldest, so it goes first.
fn by_count(children: &[&Child], count: i64) -> Retention {
    let keep = usize::try_from(count).unwrap_or_default();
    let surplus = children.len().saturating_sub(keep);
    let goes = children.iter().take(surplus);
    Retention {
        goes: goes
            .map(|child| doomed(child, format!("not among the newest {count}")))
            .collect(),
        ..Retention::default()
    }
}

/// In the order of creation, up to the first that is young enough. A failed backup without a commit time counts as ancient.
fn by_time(
    children: &[&Child],
    reserved: &str,
    length: TimeDelta,
    now: DateTime<Utc>,
) -> Retention {
    let expired = |child: &Child| match child.commit.and_then(Tso::time) {
        Some(commit) => commit < now - length,
        None => true,
    };
    let goes = children
        .iter()
        .filter(|child| child.finished())
        .take_while(|child| expired(child));
    Retention {
        goes: goes
            .map(|child| {
                let why = match child.commit {
                    Some(_) => format!("older than {reserved}"),
                    None => "failed without a commit time, which counts as ancient".to_owned(),
                };
                doomed(child, why)
            })
            .collect(),
        ..Retention::default()
    }
}

/// The newest snapshot before the reserved time stays: restoring to any moment in that time starts from it. The log is truncated up to
/// it, but not past what is compacted.
fn with_log(
    schedule: &Schedule,
    children: &[&Child],
    log: &Child,
    reserved: &str,
    length: TimeDelta,
) -> Retention {
    let finished: Vec<&&Child> = children
        .iter()
        .filter(|child| !child.log && child.finished())
        .collect();
    let newest = finished.iter().filter_map(|child| child.commit).max();
    let Some(end) = newest.max(log.checkpoint).and_then(Tso::time) else {
        return Retention::default();
    };
    let cutoff = end - length;
    let expired = |child: &&Child| {
        let commit = child.commit.and_then(Tso::time);
        child.complete && commit.is_some_and(|commit| commit <= cutoff)
    };
    let Some(position) = finished.iter().rposition(|child| expired(child)) else {
        return Retention::default();
    };
    let Some(base) = finished.get(position) else {
        return Retention::default();
    };
    let goes: Vec<Doomed> = finished
        .iter()
        .take(position)
        .map(|child| {
            doomed(
                child,
                format!("older than {reserved}, and {} is the base", base.name),
            )
        })
        .collect();
    let cap = schedule
        .compacted_until
        .filter(|_| schedule.has_compaction)
        .and_then(Tso::at);
    let until = [base.commit, cap].into_iter().flatten().min();
    Retention {
        truncate_until: until.filter(|_| !goes.is_empty()),
        goes,
        base: Some(base.name.clone()),
    }
}
