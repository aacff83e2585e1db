//! What a schedule creates, and when: the log backup once, compactions, snapshots.

use chrono::{DateTime, Utc};
use kubectl_tidb_br::schedule::{Cron, MOST_MISSED};
use kubectl_tidb_br::time::{Span, Tso};
use serde_json::{Value, json};

use super::super::action::Action;
use super::super::document::{ObjectKey, as_map, condition_true, has, is_true, stamp, text, time};
use super::super::job::BackupJob;
use super::super::observe::ObjectKind;
use super::{MANAGED_BY, SCHEDULE, ScheduleRequest, ScheduleScene};

/// What is due, and whether the controller waits for something.
#[derive(Debug, Default)]
pub struct DueChildren {
    /// The requests.
    pub requests: Vec<ScheduleRequest>,
    /// Whether the controller tries again soon ("requeuing", in the operator's log).
    pub waits: bool,
}

/// What is due at `now`, except for retention.
pub fn tick(scene: &ScheduleScene<'_>, now: DateTime<Utc>) -> DueChildren {
    let mut due = DueChildren::default();
    // docs/operators.md, "A paused schedule makes nothing new"
    if is_true(scene.schedule, "/spec/pause") {
        return due;
    }
    match log(scene, now) {
        Log::Stalled => {
            due.waits = true;
            return due;
        }
        Log::None => {}
        Log::Make(made) => {
            due.requests = made;
            return due;
        }
        Log::There(log) => due.requests.extend(compaction(scene, log, now)),
    }
    match last_runs(scene) {
        true => due.waits = true,
        false => due.requests.extend(snapshot(scene, now)),
    }
    due
}

/// Whether the last snapshot has not ended yet (docs/operators.md, "A schedule waits for its last backup").
fn last_runs(scene: &ScheduleScene<'_>) -> bool {
    let Some(last) = scene.backup(text(scene.schedule, "/status/lastBackup")) else {
        return false;
    };
    let ended = condition_true(last, "Complete")
        || (condition_true(last, "Scheduled") && condition_true(last, "Failed"))
        || condition_true(last, "Invalid");
    !ended
}

enum Log<'a> {
    None,
    There(&'a Value),
    Make(Vec<ScheduleRequest>),
    Stalled,
}

/// The log backup is created once. Everything stalls when a Backup of that name exists that the schedule does not know, and when
/// the known log backup is gone (docs/operators.md, "A schedule whose log backup is gone stalls").
fn log<'a>(scene: &ScheduleScene<'a>, now: DateTime<Utc>) -> Log<'a> {
    let schedule = scene.schedule;
    if !has(schedule, "/spec/logBackupTemplate") {
        return Log::None;
    }
    let known = text(schedule, "/status/logBackup");
    if !known.is_empty() {
        return scene.backup(known).map_or(Log::Stalled, Log::There);
    }
    let name = format!("log-{}", scene.name());
    if scene.backup(&name).is_some() {
        return Log::Stalled;
    }
    let spec = schedule.pointer("/spec/logBackupTemplate").cloned();
    let suffix = format!("log-{}", moment(now));
    let backup = child(scene, "Backup", &name, with_prefix(spec, Some(&suffix)));
    let status = json!({
        "logBackup": name, "logBackupStartTs": stamp(now), "lastCompactProgress": stamp(now),
    });
    Log::Make(vec![
        ScheduleRequest::new(
            "What a schedule names its children",
            Action::Create(ObjectKind::Backup, backup),
        ),
        remember(scene, "The status of a schedule has no conditions", status),
    ])
}

/// At most one compaction in each interval, from the last progress to the checkpoint, and at most three intervals long.
fn compaction(scene: &ScheduleScene<'_>, log: &Value, now: DateTime<Utc>) -> Vec<ScheduleRequest> {
    let schedule = scene.schedule;
    let Some(interval) = Span::from_go(text(schedule, "/spec/compactInterval")) else {
        return Vec::new();
    };
    let template = schedule.pointer("/spec/compactBackupTemplate").cloned();
    let lowest = Tso::parse(text(schedule, "/spec/minCompactStartTs")).and_then(Tso::time);
    let Some(start) = time(schedule, "/status/lastCompactProgress").filter(|_| template.is_some())
    else {
        return Vec::new();
    };
    let start = lowest.map_or(start, |lowest| lowest.max(start));
    if let Some(last) = scene.compaction(text(schedule, "/status/lastCompact")) {
        let end = Tso::parse(text(last, "/spec/endTs")).and_then(Tso::time);
        match text(last, "/status/state") {
            "Complete" if end.is_some_and(|end| end > start) => {
                let status = json!({"lastCompactProgress": end.map(stamp)});
                return vec![remember(
                    scene,
                    "The status of a schedule has no conditions",
                    status,
                )];
            }
            "Complete" | "Failed" => {}
            _ => return Vec::new(),
        }
    }
    let executed = time(schedule, "/status/lastCompactExecutionTs");
    if executed.is_some_and(|executed| now < executed + interval) {
        return Vec::new();
    }
    let checkpoint = Tso::parse(text(log, "/status/logCheckpointTs")).and_then(Tso::time);
    let end = checkpoint.map(|checkpoint| checkpoint.min(start + interval * 3));
    let Some(end) = end.filter(|end| *end > start) else {
        return Vec::new();
    };
    let name = format!("compact-{}-{}", scene.name(), moment(now));
    // The folder of the log backup has the time of its creation as its name.
    let folder =
        time(schedule, "/status/logBackupStartTs").map(|made| format!("log-{}", moment(made)));
    let mut spec = with_prefix(template, folder.as_deref());
    let fields = as_map(&mut spec);
    for (key, at) in [("startTs", start), ("endTs", end)] {
        fields.insert(
            key.to_owned(),
            json!(at.format("%Y-%m-%d %H:%M:%S").to_string()),
        );
    }
    let status = json!({"lastCompact": name, "lastCompactExecutionTs": stamp(now)});
    vec![
        ScheduleRequest::new(
            "What a schedule names its children",
            Action::Create(
                ObjectKind::Compaction,
                child(scene, "CompactBackup", &name, spec),
            ),
        ),
        remember(scene, "The status of a schedule has no conditions", status),
    ]
}

/// One run for all missed slots. The name has the time of the creation, and not that of the slot (docs/operators.md, "A slot is
/// noticed at the resync").
fn snapshot(scene: &ScheduleScene<'_>, now: DateTime<Utc>) -> Vec<ScheduleRequest> {
    let schedule = scene.schedule;
    let Ok(cron) = text(schedule, "/spec/schedule").parse::<Cron>() else {
        return Vec::new();
    };
    let reference = time(schedule, "/status/lastBackupTime")
        .or_else(|| time(schedule, "/status/allBackupCleanTime"))
        .or_else(|| time(schedule, "/metadata/creationTimestamp"));
    let missed = reference.and_then(|reference| cron.missed(reference, now));
    let Some(missed) = missed else {
        return Vec::new();
    };
    if missed.count > MOST_MISSED {
        return vec![remember(
            scene,
            "A slot is noticed at the resync",
            json!({"lastBackupTime": stamp(now)}),
        )];
    }
    let name = format!("{}-{}", scene.name(), moment(now));
    let template = schedule.pointer("/spec/backupTemplate").cloned();
    let cluster = text(schedule, "/spec/backupTemplate/br/cluster");
    let namespace = match text(schedule, "/spec/backupTemplate/br/clusterNamespace") {
        "" => text(schedule, "/metadata/namespace"),
        namespace => namespace,
    };
    let folder = format!("{cluster}-pd.{namespace}-2379-{}", moment(now));
    let suffix = (!cluster.is_empty()).then_some(folder.as_str());
    let backup = child(scene, "Backup", &name, with_prefix(template, suffix));
    let status = json!({
        "lastBackup": name, "lastBackupTime": stamp(now), "allBackupCleanTime": null,
    });
    let mut requests = vec![
        ScheduleRequest::new(
            "What a schedule names its children",
            Action::Create(ObjectKind::Backup, backup),
        ),
        remember(scene, "The status of a schedule has no conditions", status),
    ];
    let last = text(schedule, "/status/lastBackup");
    if scene.backup(last).is_some() {
        requests.splice(0..0, delete_job(scene, last));
    }
    requests
}

/// The Job of the backup before goes, and its Pod with it (docs/operators.md, "The Job of the previous scheduled backup is
/// deleted").
fn delete_job(scene: &ScheduleScene<'_>, backup: &str) -> [ScheduleRequest; 2] {
    const RULE: &str = "The Job of the previous scheduled backup is deleted";
    let job = scene.sibling(&BackupJob::Snapshot.job_name(backup));
    let event = Action::Event {
        kind: ObjectKind::Backup,
        about: scene.sibling(backup),
        normal: true,
        reason: "SuccessfulDelete",
        message: format!("delete job {job} for cluster {backup} backup successful"),
    };
    [
        ScheduleRequest::new(RULE, Action::DeleteJob(job)),
        ScheduleRequest::new(RULE, event),
    ]
}

fn remember(scene: &ScheduleScene<'_>, rule: &'static str, status: Value) -> ScheduleRequest {
    let patch = json!({"status": status});
    ScheduleRequest::new(
        rule,
        Action::Merge(
            ObjectKind::Schedule,
            ObjectKey::from_object(scene.schedule),
            patch,
        ),
    )
}

fn moment(now: DateTime<Utc>) -> String {
    now.format("%Y-%m-%dt%H-%M-%S").to_string()
}

/// The template with `suffix` after the prefix of its storage.
fn with_prefix(template: Option<Value>, suffix: Option<&str>) -> Value {
    let mut spec = template.unwrap_or_default();
    let Some(suffix) = suffix else {
        return spec;
    };
    for provider in ["s3", "gcs", "azblob", "local"] {
        let Some(storage) = spec.get_mut(provider).and_then(Value::as_object_mut) else {
            continue;
        };
        let prefix = storage.get("prefix").and_then(Value::as_str);
        let prefix = match prefix.unwrap_or_default().trim_matches('/') {
            "" => suffix.to_owned(),
            prefix => format!("{prefix}/{suffix}"),
        };
        storage.insert("prefix".to_owned(), json!(prefix));
    }
    spec
}

/// A child with the labels, the annotations and the owner that the operator writes (docs/operators.md, "The children of a schedule
/// have its label").
fn child(scene: &ScheduleScene<'_>, kind: &str, name: &str, spec: Value) -> Value {
    let schedule = scene.schedule;
    let mut labels = schedule
        .pointer("/metadata/labels")
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    for (key, value) in [
        ("app.kubernetes.io/name", "backup-schedule"),
        ("app.kubernetes.io/managed-by", MANAGED_BY),
        ("app.kubernetes.io/instance", scene.name()),
        (SCHEDULE, scene.name()),
    ] {
        labels.insert(key.to_owned(), json!(value));
    }
    json!({
        "apiVersion": "pingcap.com/v1alpha1",
        "kind": kind,
        "metadata": {
            "name": name,
            "namespace": text(schedule, "/metadata/namespace"),
            "labels": labels,
            "annotations": schedule.pointer("/metadata/annotations").cloned().unwrap_or_default(),
            "ownerReferences": [{
                "apiVersion": "pingcap.com/v1alpha1", "kind": "BackupSchedule", "name": scene.name(),
                "uid": text(schedule, "/metadata/uid"), "controller": true, "blockOwnerDeletion": true,
            }],
        },
        "spec": spec,
    })
}
