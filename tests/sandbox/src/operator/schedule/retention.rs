//! What a schedule deletes (v1 8.4): written from the reference on its own, so that it can contradict what the plugin says.

use chrono::{DateTime, TimeDelta, Utc};
use kubectl_tidb_br::time::{Span, Tso};
use serde_json::{Value, json};

use super::super::action::Action;
use super::super::document::{Key, condition_true, deleting, has, stamp, text, time};
use super::super::observe::ObjectKind;
use super::{Request, Scene};

/// The requests of one look. It goes on while the schedule is paused (7c).
pub fn collect(scene: &Scene<'_>, now: DateTime<Utc>) -> Vec<Request> {
    let schedule = scene.schedule;
    let children: Vec<&Value> = scene
        .children(&scene.backups)
        .into_iter()
        .filter(|backup| !deleting(backup))
        .collect();
    let reserved = text(schedule, "/spec/maxReservedTime");
    let count = schedule
        .pointer("/spec/maxBackups")
        .and_then(Value::as_u64)
        .unwrap_or_default();
    let mut requests = if !reserved.is_empty() {
        // A duration that Go cannot read shows in the operator's log only, and nothing is deleted.
        match Span::from_go(reserved) {
            Some(length) => by_time(scene, &children, length, now),
            None => Vec::new(),
        }
    } else if count > 0 {
        by_count(&children, usize::try_from(count).unwrap_or(usize::MAX))
    } else {
        Vec::new()
    };
    let goes = requests
        .iter()
        .filter(|request| matches!(request.action, Action::Delete(ObjectKind::Backup, _)))
        .count();
    if goes > 0 && goes == children.len() {
        let status = json!({"status": {
            "lastBackup": null, "lastBackupTime": null, "allBackupCleanTime": stamp(now),
        }});
        let action = Action::Merge(ObjectKind::Schedule, Key::of(schedule), status);
        requests.push(Request::new(
            "The status of a schedule has no conditions",
            action,
        ));
    }
    let events: Vec<Request> = requests
        .iter()
        .filter_map(|request| deleted(scene, request))
        .collect();
    requests.extend(events);
    requests
}

/// The Event of a Backup that goes (7f).
fn deleted(scene: &Scene<'_>, request: &Request) -> Option<Request> {
    let Action::Delete(ObjectKind::Backup, about) = &request.action else {
        return None;
    };
    let message = format!(
        "delete Backup {about} for backupSchedule/{} successful",
        scene.name()
    );
    let event = Action::Event {
        kind: ObjectKind::Backup,
        about: about.clone(),
        normal: true,
        reason: "SuccessfulDelete",
        message,
    };
    Some(Request::new("maxBackups deletes the log backup", event))
}

fn delete(rule: &'static str, kind: ObjectKind, object: &Value) -> Request {
    Request::new(rule, Action::Delete(kind, Key::of(object)))
}

/// Of all children the newest so many, the log backup and running ones counted: the log backup goes first (7f).
fn by_count(children: &[&Value], count: usize) -> Vec<Request> {
    let surplus = children.len().saturating_sub(count);
    let goes = children.iter().take(surplus);
    goes.map(|backup| {
        delete(
            "maxBackups deletes the log backup",
            ObjectKind::Backup,
            backup,
        )
    })
    .collect()
}

fn commit(backup: &Value) -> Option<DateTime<Utc>> {
    Tso::parse(text(backup, "/status/commitTs")).and_then(Tso::time)
}

fn by_time(
    scene: &Scene<'_>,
    children: &[&Value],
    length: TimeDelta,
    now: DateTime<Utc>,
) -> Vec<Request> {
    let is_log = |backup: &&&Value| text(backup, "/spec/backupMode") == "log";
    let ended = |backup: &&&Value| {
        ["Complete", "Failed", "Invalid"]
            .iter()
            .any(|kind| condition_true(backup, kind))
    };
    let log = children.iter().find(is_log);
    let snapshots: Vec<&Value> = children
        .iter()
        .filter(|backup| !is_log(backup) && ended(backup))
        .copied()
        .collect();
    let Some(log) = log else {
        let expired = |backup: &&Value| commit(backup).is_none_or(|commit| commit < now - length);
        let goes = snapshots.into_iter().take_while(expired);
        return goes
            .map(|backup| delete("Retention by time", ObjectKind::Backup, backup))
            .collect();
    };
    let checkpoint = Tso::parse(text(log, "/status/logCheckpointTs")).and_then(Tso::time);
    let newest = snapshots.iter().filter_map(|backup| commit(backup)).max();
    let Some(cutoff) = newest.max(checkpoint).map(|end| end - length) else {
        return Vec::new();
    };
    let mut requests = compactions(scene, cutoff);
    let expired = |backup: &&Value| commit(backup).is_some_and(|commit| commit <= cutoff);
    let Some(base) = snapshots.iter().rposition(expired).filter(|base| *base > 0) else {
        return requests;
    };
    let before = snapshots.iter().take(base);
    requests.extend(before.map(|backup| delete("Retention by time", ObjectKind::Backup, backup)));
    let base = snapshots
        .get(base)
        .map(|base| text(base, "/status/commitTs"));
    let base = base.and_then(Tso::parse);
    // The cap begins as the moment at which the schedule made the log, which lies before its start (7d).
    let progress = time(scene.schedule, "/status/lastCompactProgress")
        .filter(|_| has(scene.schedule, "/spec/compactBackupTemplate"))
        .and_then(Tso::at);
    if let Some(until) = [base, progress].into_iter().flatten().min() {
        let patch = json!({"spec": {"logTruncateUntil": until.to_string()}});
        let action = Action::Merge(ObjectKind::Backup, Key::of(log), patch);
        requests.push(Request::new(
            "A schedule does not truncate past the compaction",
            action,
        ));
    }
    requests
}

/// Compactions go by the end of their range; the last one stays.
fn compactions(scene: &Scene<'_>, cutoff: DateTime<Utc>) -> Vec<Request> {
    let last = text(scene.schedule, "/status/lastCompact");
    scene
        .children(&scene.compactions)
        .into_iter()
        .filter(|compaction| text(compaction, "/metadata/name") != last)
        .filter(|compaction| {
            let end = Tso::parse(text(compaction, "/spec/endTs")).and_then(Tso::time);
            end.is_some_and(|end| end < cutoff)
        })
        .map(|compaction| delete("Retention by time", ObjectKind::Compaction, compaction))
        .collect()
}
