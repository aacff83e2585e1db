//! Restores on a real API server: what [`super::restore`] asks for, done in the background.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::dialect::Dialect;
use super::document::{Key, as_map, map, stamp};
use super::live::{Live, Trouble};
use super::observe::{Change, Watched};
use super::restore::{Act, Report, Surroundings};
use super::restore_job::{job, job_name};
use super::stand_in::Shared;
use super::status;
use super::tso::go_seconds;

/// Looks after Restores for as long as the stand-in lives.
pub async fn work(shared: Arc<Shared>) {
    loop {
        let now = shared.now();
        let next = shared.engine().next_restore(now);
        let Some((key, acts)) = next else {
            rest(&shared).await;
            continue;
        };
        for act in acts {
            match perform(&shared, &key, &act).await {
                Ok(changes) => changes.into_iter().for_each(|change| shared.tell(change)),
                Err(Trouble::Missing) => shared.tell(Change::Gone(Watched::Restore, key.clone())),
                Err(_) => {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    break;
                }
            }
        }
    }
}

async fn rest(shared: &Shared) {
    let due = shared.engine().restores.due();
    let wait = due.map(|due| (due - shared.now()).to_std().unwrap_or(Duration::ZERO));
    tokio::select! {
        () = shared.restores_changed.notified() => {}
        () = tokio::time::sleep(wait.unwrap_or(Duration::from_secs(1))) => {}
    }
}

impl super::engine::Engine {
    /// The requests that are due for one Restore.
    pub fn next_restore(&mut self, now: DateTime<Utc>) -> Option<(Key, Vec<Act>)> {
        let around = Surroundings {
            dialect: self.dialect,
            world: &self.world,
            step: self.timings.step,
            now,
        };
        self.restores.next(&around, &mut self.modes)
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
        Act::CreateJob => {
            let Some(restore) = held else {
                return Err(Trouble::Missing);
            };
            let jobs = live.path(Watched::Job, Some(&key.namespace));
            match live.send("POST", &jobs, &job(dialect, &restore)).await {
                Ok(_) | Err(Trouble::Conflict) => Ok(Vec::new()),
                Err(trouble) => Err(trouble),
            }
        }
        Act::DeleteJob => delete_job(live, key).await,
    }
}

async fn delete_job(live: &Live, restore: &Key) -> Result<Vec<Change>, Trouble> {
    let job = restore.sibling(job_name(&restore.name));
    let path = live.object(Watched::Job, &job);
    let path = format!("{path}?propagationPolicy=Background");
    match live.send("DELETE", &path, &Value::Null).await {
        Ok(_) | Err(Trouble::Missing) => Ok(Vec::new()),
        Err(trouble) => Err(trouble),
    }
}

fn finalized(object: &Value, finalizer: &str, present: bool) -> Value {
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
fn written(dialect: Dialect, object: &Value, report: &Report, now: DateTime<Utc>) -> Value {
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
    status::set_condition(dialect, fields, &report.condition, now);
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
