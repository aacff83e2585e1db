//! The Jobs of log sub-commands that are in flight: a sub-command whose Job is dead waits for ever, and only the Job says so.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::Value;

use crate::Result;
use crate::api::ObjectRef;
use crate::api::document::at;
use crate::cluster::{Cluster, Found, ListQuery, Page, Resource};
use crate::context::Context;
use crate::log_backup::{JobSeen, JobState, LogBackup, SubCommand};

/// How long a Job that looks dead is given until the second look. v2 replaces a dead Job within a fraction of a second.
pub const SECOND_LOOK: Duration = Duration::from_secs(1);

/// The label of every Job of a Backup (docs/operators.md, "All Jobs of a Backup share its label").
const BACKUP_LABEL: &str = "tidb.pingcap.com/backup";

/// Looks at one Job.
pub async fn look_at(cluster: &Cluster, namespace: &str, job: &str) -> JobSeen {
    match cluster.get(Resource::JOBS, namespace, job).await {
        Ok(Found::Object(job)) => JobSeen::from_job(&job),
        Ok(Found::NotFound | Found::NotServed) => JobSeen::Missing,
        Err(_) => JobSeen::Unreadable,
    }
}

/// The log backup with what is known of its Jobs, and the object that it was parsed from: a newer one where a Job looked dead.
/// No request where no sub-command is in flight.
///
/// # Errors
/// What reading the object again runs into.
pub async fn of_one(
    context: &Context,
    log: LogBackup,
    object: Value,
) -> Result<(LogBackup, Value)> {
    let in_flight: Vec<SubCommand> = log.commands_with_a_job().collect();
    if in_flight.is_empty() {
        return Ok((log, object));
    }
    let cluster = context.cluster().await?;
    let mut first = BTreeMap::new();
    for command in in_flight {
        let job = log.job_name(command);
        first.insert(command, look_at(cluster, &log.object.namespace, &job).await);
    }
    if !first.values().any(|seen| seen.is_suspicious(log.dialect)) {
        return Ok((with_first_look(log, &first), object));
    }
    tokio::time::sleep(SECOND_LOOK).await;
    look_again(cluster, log, object, &first).await
}

/// The same for many log backups of `namespace`, or of all namespaces: one list of Jobs.
///
/// # Errors
/// What reading an object again runs into. Jobs that cannot be read are no error.
pub async fn of_many(
    context: &Context,
    namespace: Option<&str>,
    logs: Vec<LogBackup>,
) -> Result<Vec<LogBackup>> {
    if !logs
        .iter()
        .any(|log| log.commands_with_a_job().next().is_some())
    {
        return Ok(logs);
    }
    let cluster = context.cluster().await?;
    let jobs = list(cluster, namespace).await;
    let first = |log: &LogBackup| -> BTreeMap<SubCommand, JobSeen> {
        let in_flight = log.commands_with_a_job();
        in_flight
            .map(|command| {
                let seen = match &jobs {
                    Ok(jobs) => {
                        let key = (log.object.namespace.clone(), log.job_name(command));
                        jobs.get(&key).cloned().unwrap_or(JobSeen::Missing)
                    }
                    Err(_) => JobSeen::Unreadable,
                };
                (command, seen)
            })
            .collect()
    };
    let looks_dead = |log: &LogBackup| {
        first(log)
            .values()
            .any(|seen| seen.is_suspicious(log.dialect))
    };
    if logs.iter().any(looks_dead) {
        tokio::time::sleep(SECOND_LOOK).await;
    }
    let mut settled = Vec::new();
    for log in logs {
        let seen = first(&log);
        settled.push(match looks_dead(&log) {
            true => look_again(cluster, log, Value::Null, &seen).await?.0,
            false => with_first_look(log, &seen),
        });
    }
    Ok(settled)
}

fn with_first_look(log: LogBackup, first: &BTreeMap<SubCommand, JobSeen>) -> LogBackup {
    first.iter().fold(log, |log, (command, seen)| {
        let state = JobState::judge(log.dialect, "", None, seen);
        log.with_job(*command, state)
    })
}

/// Reads the object and its Jobs once more: the verdict of a Pod is written before its Job ends, so a sub-command that is still
/// in flight now got none.
async fn look_again(
    cluster: &Cluster,
    log: LogBackup,
    object: Value,
    first: &BTreeMap<SubCommand, JobSeen>,
) -> Result<(LogBackup, Value)> {
    let ObjectRef {
        namespace, name, ..
    } = &log.object;
    let found = cluster
        .get(Resource::from(&log.object), namespace, name)
        .await?;
    let object = found.object().unwrap_or(object);
    let mut now = LogBackup::parse(&object, log.dialect).unwrap_or(log);
    let in_flight: Vec<SubCommand> = now.commands_with_a_job().collect();
    for command in in_flight {
        let job = now.job_name(command);
        let second = look_at(cluster, &now.object.namespace, &job).await;
        let state = JobState::judge(now.dialect, &job, first.get(&command), &second);
        now = now.with_job(command, state);
    }
    Ok((now, object))
}

type JobsByName = BTreeMap<(String, String), JobSeen>;

async fn list(cluster: &Cluster, namespace: Option<&str>) -> Result<JobsByName> {
    let query = ListQuery {
        labels: Some(BACKUP_LABEL.to_owned()),
        ..ListQuery::default()
    };
    let mut found = JobsByName::new();
    let keep = |page: Page<Value>| {
        if page.first {
            found.clear();
        }
        for job in page.items {
            let text = |pointer| at(&job, pointer).as_str().unwrap_or_default().to_owned();
            let key = (text("/metadata/namespace"), text("/metadata/name"));
            found.insert(key, JobSeen::from_job(&job));
        }
        Ok(())
    };
    cluster
        .list(Resource::JOBS, namespace, &query, keep)
        .await?;
    Ok(found)
}
