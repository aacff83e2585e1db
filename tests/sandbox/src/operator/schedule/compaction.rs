//! What the controller does with a CompactBackup (v1 section 9; rows 6h and 7h).

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::super::action::{Action, Next, Reconciled};
use super::super::document::{Key, has, list, stamp, text, time};
use super::super::job::{self, End, NAME_LIMIT};
use super::super::observe::Watched;
use super::super::storage;
use super::super::world::World;
use super::compaction_job::document;

/// What a controller look at a CompactBackup sees.
pub struct Sight<'a> {
    /// The CompactBackup.
    pub compaction: &'a Value,
    /// Its Job, which has its name.
    pub job: Option<&'a Value>,
    /// Clusters and Secrets.
    pub world: &'a World,
    /// The clock.
    pub now: DateTime<Utc>,
}

/// One look. Pure: documents and a clock in, requests out.
pub fn look(sight: &Sight<'_>) -> Reconciled {
    let state = text(sight.compaction, "/status/state");
    match state {
        "Complete" | "Failed" => return Reconciled::done("A compaction runs in one Job"),
        "" => {
            let status = match check(sight.compaction) {
                Ok(()) => json!({"state": "Scheduled"}),
                Err(message) => json!({"state": "Failed", "message": message}),
            };
            let write = write(sight.compaction, status);
            return Reconciled::new(
                "A compaction runs in one Job",
                vec![write],
                Next::At(sight.now),
            );
        }
        _ => {}
    }
    match sight.job {
        Some(job) => watch(sight, job),
        None if ["Scheduled", "RetryFailed"].contains(&state) => start(sight),
        None => Reconciled::done("A compaction runs in one Job"),
    }
}

/// What is refused at first sight.
fn check(compaction: &Value) -> Result<(), &'static str> {
    let number = |key: &str, default: i64| {
        let value = compaction.pointer(&format!("/spec/{key}"));
        value.and_then(Value::as_i64).unwrap_or(default)
    };
    if text(compaction, "/spec/startTs").is_empty() {
        return Err("start-ts must be set");
    }
    if text(compaction, "/spec/endTs").is_empty() && text(compaction, "/spec/mode") != "sharded" {
        return Err("end-ts must be set when mode is not sharded");
    }
    if number("concurrency", 4) <= 0 {
        return Err("concurrency must be > 0");
    }
    match number("maxRetryTimes", 6) < 0 {
        true => Err("maxRetryTimes must be >= 0"),
        false => Ok(()),
    }
}

/// How often the pod, and the creation of the Job, are tried again.
pub fn retries(compaction: &Value) -> usize {
    let most = compaction.pointer("/spec/maxRetryTimes");
    let most = most.and_then(Value::as_u64).unwrap_or(6);
    usize::try_from(most).unwrap_or(usize::MAX)
}

/// A status write; there is no subresource.
pub fn write(compaction: &Value, status: Value) -> Action {
    let patch = json!({"status": status});
    Action::Merge(Watched::Compaction, Key::of(compaction), patch)
}

/// An Event on a CompactBackup.
pub fn event(compaction: &Value, normal: bool, reason: &'static str, message: &str) -> Action {
    Action::Event {
        kind: Watched::Compaction,
        about: Key::of(compaction),
        normal,
        reason,
        message: message.to_owned(),
    }
}

/// Creates the Job, or notes why not.
fn start(sight: &Sight<'_>) -> Reconciled {
    let compaction = sight.compaction;
    let records = list(compaction, "/status/backoffRetryStatus");
    if let Some(due) = records.last().and_then(|last| due(last, records.len()))
        && sight.now < due
    {
        return Reconciled::new("A compaction runs in one Job", Vec::new(), Next::At(due));
    }
    // A cluster without a name is looked for, `br` that is absent is not: the process ends (row 6h).
    if !has(compaction, "/spec/br") || storage::reads_nil_secret(compaction) {
        return Reconciled::new(
            "One object can end the v1 operator",
            Vec::new(),
            Next::Crash,
        );
    }
    if let Some(why) = obstacle(compaction, sight.world) {
        return retry(sight, records, &why);
    }
    let started = vec![
        Action::CreateJob(document(compaction)),
        write(compaction, json!({"state": "Prepare"})),
    ];
    Reconciled::new("A compaction runs in one Job", started, Next::Done)
}

/// Why no Job can be made. The namespace of the cluster is taken as it is written, also when it is empty.
fn obstacle(compaction: &Value, world: &World) -> Option<String> {
    if let Some((_, message)) = storage::problem(compaction, world) {
        return Some(message);
    }
    let cluster = Key::new(
        text(compaction, "/spec/br/clusterNamespace"),
        text(compaction, "/spec/br/cluster"),
    );
    if !world.clusters.contains_key(&cluster) {
        return Some(format!(
            "tidbcluster.pingcap.com \"{}\" not found",
            cluster.name
        ));
    }
    let name = text(compaction, "/metadata/name");
    (name.len() > NAME_LIMIT).then(|| format!("create job {name} failed: the name is too long"))
}

/// 10 s, and double with each further try.
fn due(record: &Value, tries: usize) -> Option<DateTime<Utc>> {
    let doublings = u32::try_from(tries.saturating_sub(1)).unwrap_or(u32::MAX);
    let wait = TimeDelta::seconds(10) * 2_i32.saturating_pow(doublings.min(10));
    Some(time(record, "/detectFailedAt")? + wait)
}

/// `RetryFailed` with one more record, until the tries are used up.
fn retry(sight: &Sight<'_>, records: &[Value], why: &str) -> Reconciled {
    let mut all = records.to_vec();
    let used_up = all.len() >= retries(sight.compaction);
    all.push(
        json!({"retryNum": all.len(), "detectFailedAt": stamp(sight.now), "retryReason": why}),
    );
    let state = match used_up {
        true => "Failed",
        false => "RetryFailed",
    };
    let status = json!({"state": state, "message": why, "backoffRetryStatus": all});
    let actions = vec![
        event(sight.compaction, false, "Failed(Retryable)", why),
        write(sight.compaction, status),
    ];
    Reconciled::new("A compaction runs in one Job", actions, Next::Retry)
}

/// The Job that failed decides; what a pod wrote into `message` stays.
fn watch(sight: &Sight<'_>, found: &Value) -> Reconciled {
    if job::end(found) != Some(End::Failed) {
        return Reconciled::done("A compaction runs in one Job");
    }
    let condition = list(found, "/status/conditions").last();
    let reason = condition.map_or("", |condition| text(condition, "/message"));
    let mut status = json!({"state": "Failed"});
    if text(sight.compaction, "/status/message").is_empty() {
        status = json!({"state": "Failed", "message": reason});
    }
    let actions = vec![
        event(
            sight.compaction,
            false,
            "The compact job is failed.",
            reason,
        ),
        write(sight.compaction, status),
    ];
    Reconciled::new("A compaction runs in one Job", actions, Next::Done)
}
