//! What a schedule deletes (docs/operators.md, "Retention by time", "maxBackups deletes the log backup"). It is written apart
//! from the program's own forecast, so that the two can contradict each other.

use chrono::{DateTime, TimeDelta, Utc};
use kubectl_tidb_br::time::{Span, Tso};
use serde_json::{Value, json};

use super::super::action::Action;
use super::super::document::{ObjectKey, condition_true, deleting, has, stamp, text, time};
use super::super::observe::ObjectKind;
use super::{ScheduleRequest, ScheduleScene};

/// The deletions of one reconcile. They go on while the schedule is paused.
pub fn collect(scene: &ScheduleScene<'_>, now: DateTime<Utc>) -> Vec<ScheduleRequest> {
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
        let action = Action::Merge(
            ObjectKind::Schedule,
            ObjectKey::from_object(schedule),
            status,
        );
        requests.push(ScheduleRequest::new(
            "The status of a schedule has no conditions",
            action,
        ));
    }
    let events: Vec<ScheduleRequest> = requests
        .iter()
        .filter_map(|request| deleted(scene, request))
        .collect();
    requests.extend(events);
    requests
}

/// The Event of a Backup or CompactBackup that is deleted.
fn deleted(scene: &ScheduleScene<'_>, request: &ScheduleRequest) -> Option<ScheduleRequest> {
    let Action::Delete(kind, about) = &request.action else {
        return None;
    };
    let message = format!(
        "delete {} {about} for backupSchedule/{} successful",
        kind.name(true),
        scene.name()
    );
    let event = Action::Event {
        kind: *kind,
        about: about.clone(),
        normal: true,
        reason: "SuccessfulDelete",
        message,
    };
    Some(ScheduleRequest::new(request.rule, event))
}

fn delete(rule: &'static str, kind: ObjectKind, object: &Value) -> ScheduleRequest {
    ScheduleRequest::new(rule, Action::Delete(kind, ObjectKey::from_object(object)))
}

/// All children but the newest so many; the log backup and running snapshots count too, so that the log backup goes first.
fn by_count(children: &[&Value], count: usize) -> Vec<ScheduleRequest> {
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
    scene: &ScheduleScene<'_>,
    children: &[&Value],
    length: TimeDelta,
    now: DateTime<Utc>,
) -> Vec<ScheduleRequest> {
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
    let until = match has(scene.schedule, "/spec/compactBackupTemplate") {
        false => base,
        // The cap is at first the moment at which the schedule created the log backup, which lies before the log's start.
        true => time(scene.schedule, "/status/lastCompactProgress")
            .and_then(Tso::at)
            .and_then(|progress| base.map(|base| base.min(progress))),
    };
    if let Some(until) = until {
        let patch = json!({"spec": {"logTruncateUntil": until.to_string()}});
        let action = Action::Merge(ObjectKind::Backup, ObjectKey::from_object(log), patch);
        requests.push(ScheduleRequest::new(
            "A schedule does not truncate past the compaction",
            action,
        ));
    }
    requests
}

/// Compactions go by the end of their range; the newest compaction stays.
fn compactions(scene: &ScheduleScene<'_>, cutoff: DateTime<Utc>) -> Vec<ScheduleRequest> {
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
