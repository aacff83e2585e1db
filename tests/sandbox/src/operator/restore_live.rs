//! Restores on a real API server: what [`super::restore`] asks for, done.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::dialect::Dialect;
use super::document::{Key, as_map, map, stamp};
use super::engine::Engine;
use super::live::{Trouble, with_status, without_finalizers};
use super::observe::{Change, Watched};
use super::restore::{Act, Report};
use super::restores::Surroundings;
use super::stand_in::Shared;
use super::status;
use super::tso::go_seconds;

/// Looks after Restores for as long as the stand-in lives.
pub async fn work(shared: Arc<Shared>) {
    loop {
        match step(&shared).await {
            None => rest(&shared).await,
            Some(true) => {}
            Some(false) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}

/// The next requests for one Restore, if any are due. Whether all were granted.
pub async fn step(shared: &Shared) -> Option<bool> {
    let now = shared.now();
    let (key, acts) = shared.engine().next_restore(now)?;
    for act in acts {
        match perform(shared, &key, &act).await {
            Ok(changes) => changes.into_iter().for_each(|change| shared.tell(change)),
            Err(Trouble::Missing) => shared.tell(match act {
                Act::JobStatus(job, _) | Act::ReleaseJob(job) => Change::Gone(Watched::Job, job),
                _ => Change::Gone(Watched::Restore, key.clone()),
            }),
            Err(_) => return Some(false),
        }
    }
    Some(true)
}

async fn rest(shared: &Shared) {
    let due = shared.engine().restores.due();
    let wait = due.map(|due| (due - shared.now()).to_std().unwrap_or(Duration::ZERO));
    tokio::select! {
        () = shared.restores_changed.notified() => {}
        () = tokio::time::sleep(wait.unwrap_or(Duration::from_secs(1))) => {}
    }
}

impl Engine {
    /// The requests that are due for one Restore. Pods move also while the operator process has ended.
    pub fn next_restore(&mut self, now: DateTime<Utc>) -> Option<(Key, Vec<Act>)> {
        let around = Surroundings {
            dialect: self.dialect,
            world: &self.world,
            step: self.timings.step,
            now,
        };
        if self.crashed.is_none()
            && let Some((key, acts)) = self.restores.next(&around)
        {
            if acts != [Act::Crash] {
                return Some((key, acts));
            }
            self.crashed = Some(key);
        }
        self.restores.pod(&around, &mut self.modes)
    }

    /// Whether a Job is one of a Restore; then it is taken in.
    pub(super) fn restore_job_seen(&mut self, object: &Value, now: DateTime<Utc>) -> bool {
        let around = Surroundings {
            dialect: self.dialect,
            world: &self.world,
            step: self.timings.step,
            now,
        };
        self.restores.job_seen(object, &around, &mut self.modes)
    }
}

async fn perform(shared: &Shared, key: &Key, act: &Act) -> Result<Vec<Change>, Trouble> {
    let live = &shared.live;
    let (dialect, held) = {
        let engine = shared.engine();
        (engine.dialect, engine.restores.objects.get(key).cloned())
    };
    let path = live.object(Watched::Restore, key);
    let query = format!("?fieldManager={}", dialect.field_manager());
    let now = shared.now();
    match act {
        Act::Finalizer(present) => {
            let finalizer = dialect.operator().finalizer();
            let change = |object: &Value| Some(finalized(object, finalizer, *present));
            live.rewrite(Watched::Restore, &path, &query, held, change)
                .await
        }
        Act::Status(report) => {
            let subresource = match dialect.operator().status_subresource() {
                true => "/status",
                false => "",
            };
            let change = |object: &Value| Some(written(dialect, object, report, now));
            let suffix = format!("{subresource}{query}");
            live.rewrite(Watched::Restore, &path, &suffix, held, change)
                .await
        }
        Act::CreateJob(job) => live.create_job(job).await,
        Act::DeleteJob(job) => live.delete_job(job).await,
        Act::JobStatus(job, status) => {
            let path = live.object(Watched::Job, job);
            let held = shared.engine().restores.jobs.get(job).cloned();
            let change = |object: &Value| Some(with_status(object, status));
            live.rewrite(Watched::Job, &path, "/status", held, change)
                .await
        }
        Act::ReleaseJob(job) => {
            let path = live.object(Watched::Job, job);
            let change = |object: &Value| Some(without_finalizers(object));
            live.rewrite(Watched::Job, &path, "", None, change).await
        }
        Act::Crash => Ok(Vec::new()),
    }
}

/// The object with its finalizer, or without.
pub fn finalized(object: &Value, finalizer: &str, present: bool) -> Value {
    let mut object = object.clone();
    let metadata = map(as_map(&mut object), "metadata");
    let finalizers = metadata.entry("finalizers").or_insert(json!([]));
    if let Some(finalizers) = finalizers.as_array_mut() {
        finalizers.retain(|other| other != finalizer);
        if present {
            finalizers.push(json!(finalizer));
        }
    }
    object
}

/// The object after a status write. v1 has no status subresource: what Go makes of the spec goes over the wire too.
pub fn written(dialect: Dialect, object: &Value, report: &Report, now: DateTime<Utc>) -> Value {
    let mut object = object.clone();
    let root = as_map(&mut object);
    if dialect.is_v1() {
        let spec = map(root, "spec");
        map(spec, "resources");
        map(spec, "pitrFullBackupStorageProvider");
    }
    let fields = map(root, "status");
    for key in ["timeStarted", "timeCompleted"] {
        fields.entry(key).or_insert(Value::Null);
    }
    if let Some(condition) = &report.condition {
        status::set_condition(dialect, fields, condition, now);
    }
    if let Some(percent) = report.percent {
        let step =
            json!({"step": "Full Restore", "progress": percent, "lastTransitionTime": stamp(now)});
        fields.insert("progresses".into(), json!([step]));
    }
    if let Some((started, completed)) = report.times {
        let taken = completed.timestamp() - started.timestamp();
        fields.insert("timeStarted".into(), stamp(started));
        fields.insert("timeCompleted".into(), stamp(completed));
        fields.insert("timeTaken".into(), json!(go_seconds(taken)));
    }
    if let Some(commit) = &report.commit {
        fields.insert("commitTs".into(), json!(commit));
    }
    object
}
