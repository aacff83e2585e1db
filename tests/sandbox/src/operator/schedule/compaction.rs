//! What the v1 controller does with a CompactBackup (docs/operators.md, "A compaction runs in one Job").

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::super::action::{Action, Reconciled, Requeue};
use super::super::cache::OperatorCache;
use super::super::dialect::Dialect;
use super::super::document::{ObjectKey, as_map, has, list, stamp, text, time};
use super::super::job::{self, JobVerdict, NAME_LIMIT};
use super::super::observe::ObjectKind;
use super::super::storage;
use super::compaction_job::document;

/// What a reconcile of a CompactBackup reads.
struct Reader<'a> {
    compaction: &'a Value,
    cache: &'a OperatorCache,
    now: DateTime<Utc>,
}

/// One reconcile. Pure: documents and a clock in, requests out.
pub fn reconcile(compaction: &Value, cache: &OperatorCache, now: DateTime<Utc>) -> Reconciled {
    let reader = &Reader {
        compaction,
        cache,
        now,
    };
    let state = text(reader.compaction, "/status/state");
    match state {
        "Complete" | "Failed" => return Reconciled::done("A compaction runs in one Job"),
        "" => {
            let status = match check(reader.compaction) {
                Ok(()) => json!({"state": "Scheduled"}),
                Err(message) => json!({"state": "Failed", "message": message}),
            };
            let write = write(reader.compaction, status);
            return Reconciled::new(
                "A compaction runs in one Job",
                vec![write],
                Requeue::At(reader.now),
            );
        }
        _ => {}
    }
    match own_job(reader) {
        Some(job) => watch(reader, job),
        None if ["Scheduled", "RetryFailed"].contains(&state) => start(reader),
        None => Reconciled::done("A compaction runs in one Job"),
    }
}

/// The Job, which has the name of the CompactBackup.
fn own_job<'a>(reader: &Reader<'a>) -> Option<&'a Value> {
    let found = reader
        .cache
        .jobs
        .get(&ObjectKey::from_object(reader.compaction))?;
    let (kind, _, uid) = job::owner(Dialect::V1, found)?;
    let own = kind == ObjectKind::Compaction && uid == text(reader.compaction, "/metadata/uid");
    own.then_some(found)
}

/// What the controller refuses before anything else.
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

/// How often the Pod, and the creation of the Job, are tried again.
pub fn retries(compaction: &Value) -> usize {
    let most = compaction.pointer("/spec/maxRetryTimes");
    let most = most.and_then(Value::as_u64).unwrap_or(6);
    usize::try_from(most).unwrap_or(usize::MAX)
}

/// A status write; there is no subresource.
pub fn write(compaction: &Value, status: Value) -> Action {
    let patch = json!({"status": status});
    Action::Merge(
        ObjectKind::Compaction,
        ObjectKey::from_object(compaction),
        patch,
    )
}

/// An Event on a CompactBackup.
pub fn event(compaction: &Value, normal: bool, reason: &'static str, message: &str) -> Action {
    Action::Event {
        kind: ObjectKind::Compaction,
        about: ObjectKey::from_object(compaction),
        normal,
        reason,
        message: message.to_owned(),
    }
}

/// Creates the Job, or writes why there is no Job.
fn start(reader: &Reader<'_>) -> Reconciled {
    let compaction = reader.compaction;
    let records = list(compaction, "/status/backoffRetryStatus");
    if let Some(due) = records.last().and_then(|last| due(last, records.len()))
        && reader.now < due
    {
        return Reconciled::new("A compaction runs in one Job", Vec::new(), Requeue::At(due));
    }
    // The operator looks a cluster without a name up; without `br` its process ends.
    if !has(compaction, "/spec/br") || storage::reads_nil_secret(compaction) {
        return Reconciled::new(
            "One object can end the v1 operator",
            Vec::new(),
            Requeue::Crash,
        );
    }
    if let Some(why) = obstacle(compaction, reader.cache) {
        return retry(reader, records, &why);
    }
    let name = text(compaction, "/metadata/name");
    let created = format!(
        "create job {} for cluster {name} backup successful",
        ObjectKey::from_object(compaction)
    );
    let started = vec![
        Action::CreateJob(document(compaction)),
        event(compaction, true, "SuccessfulCreate", &created),
        write(compaction, json!({"state": "Prepare"})),
    ];
    Reconciled::new("A compaction runs in one Job", started, Requeue::Done)
}

/// Why no Job can be created. The namespace of the cluster is used as it is written, also when it is empty.
fn obstacle(compaction: &Value, cache: &OperatorCache) -> Option<String> {
    if let Some((_, message)) = storage::problem(compaction, cache) {
        return Some(message);
    }
    let cluster = ObjectKey::new(
        text(compaction, "/spec/br/clusterNamespace"),
        text(compaction, "/spec/br/cluster"),
    );
    if !cache.clusters.contains_key(&cluster) {
        return Some(format!(
            "tidbcluster.pingcap.com \"{}\" not found",
            cluster.name
        ));
    }
    let name = text(compaction, "/metadata/name");
    (name.len() > NAME_LIMIT).then(|| format!("create job {name} failed: the name is too long"))
}

/// When the next try is due: 10 seconds after the first failure, and twice as long after each further failure.
fn due(record: &Value, tries: usize) -> Option<DateTime<Utc>> {
    let doublings = u32::try_from(tries.saturating_sub(1)).unwrap_or(u32::MAX);
    let wait = TimeDelta::seconds(10) * 2_i32.saturating_pow(doublings.min(10));
    Some(time(record, "/detectFailedAt")? + wait)
}

/// RetryFailed with one more record; Failed when the tries are used up.
fn retry(reader: &Reader<'_>, records: &[Value], why: &str) -> Reconciled {
    let mut all = records.to_vec();
    let used_up = all.len() >= retries(reader.compaction);
    let mut record = json!({"detectFailedAt": stamp(reader.now), "retryReason": why});
    if !all.is_empty() {
        as_map(&mut record).insert("retryNum".into(), json!(all.len()));
    }
    all.push(record);
    let state = match used_up {
        true => "Failed",
        false => "RetryFailed",
    };
    let status = json!({"state": state, "message": why, "backoffRetryStatus": all});
    let actions = vec![
        event(reader.compaction, false, "Failed(Retryable)", why),
        write(reader.compaction, status),
    ];
    Reconciled::new("A compaction runs in one Job", actions, Requeue::Retry)
}

/// The Job that failed decides. The cause stays among the retries only (docs/operators.md, "The cause of a failed compaction
/// is in the retries").
fn watch(reader: &Reader<'_>, found: &Value) -> Reconciled {
    if job::end(found) != Some(JobVerdict::Failed) {
        return Reconciled::done("A compaction runs in one Job");
    }
    let condition = list(found, "/status/conditions").last();
    let message = condition.map_or("", |condition| text(condition, "/message"));
    let actions = vec![
        event(
            reader.compaction,
            false,
            "The compact job is failed.",
            message,
        ),
        write(
            reader.compaction,
            json!({"state": "Failed", "message": message}),
        ),
    ];
    Reconciled::new(
        "The cause of a failed compaction is in the retries",
        actions,
        Requeue::Done,
    )
}
