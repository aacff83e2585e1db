//! Back-off retry of a snapshot whose Job died without a verdict (docs/operators.md, "A dead snapshot Job is retried with
//! back-off").

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use super::action::{Action, Reconciled, Requeue, status};
use super::dialect::{Dialect, OperatorLine};
use super::document::{ObjectKey, has, list, text, time};
use super::job::BackupJob;
use super::reconcile::Reader;
use super::status::{Retry, StatusCondition, Update, phase};
use super::tso::parse_go;

/// The policy in numbers; `None` when a duration does not parse.
struct Policy {
    wait: TimeDelta,
    times: u64,
    timeout: TimeDelta,
    timeout_text: String,
}

/// The Job is marked Failed, and the Backup says neither Complete nor Failed.
pub fn failed(reader: &Reader<'_>) -> Reconciled {
    let Some(policy) = policy(reader) else {
        // The operator logs "fail to parse minRetryDuration" for ever (docs/operators.md, "A missing retry policy hangs a v2
        // snapshot").
        return Reconciled::retry("A missing retry policy hangs a v2 snapshot");
    };
    let records = list(reader.backup, "/status/backoffRetryStatus");
    match records.last() {
        Some(last) if !has(last, "/realRetryAt") => {
            let due = time(last, "/expectedRetryAt").unwrap_or(reader.now);
            pending(reader, due)
        }
        _ => detected(reader, &policy, records),
    }
}

fn policy(reader: &Reader<'_>) -> Option<Policy> {
    let at = |field: &str| format!("/spec/backoffRetryPolicy/{field}");
    // On v1 the first status write has filled in the policy.
    let duration = |field: &str, default: &str| {
        let pointer = at(field);
        let value = text(reader.backup, &pointer);
        let value = match (value, reader.dialect) {
            ("", Dialect::V2) => value,
            ("", _) => default,
            (value, _) => value,
        };
        Some((parse_go(value).ok()?, value.to_owned()))
    };
    let (wait, _) = duration("minRetryDuration", "300s")?;
    let (timeout, timeout_text) = duration("retryTimeout", "30m")?;
    let times = reader
        .backup
        .pointer(&at("maxRetryTimes"))
        .and_then(Value::as_u64);
    Some(Policy {
        wait,
        times: times.unwrap_or(2),
        timeout,
        timeout_text,
    })
}

fn detected(reader: &Reader<'_>, policy: &Policy, records: &[Value]) -> Reconciled {
    let number = records.len() as u64;
    let first = records
        .first()
        .and_then(|record| time(record, "/detectFailedAt"));
    let overdue = first.is_some_and(|first| reader.now - first > policy.timeout);
    // docs/operators.md, "maxRetryTimes 0 still retries once"
    if (number > 0 && number >= policy.times) || overdue {
        return give_up(reader, policy, overdue && number < policy.times);
    }
    let due = reader.now + policy.wait * 2_i32.saturating_pow(records.len().min(20) as u32);
    let key = ObjectKey::from_object(reader.backup);
    let job = key.sibling(BackupJob::Snapshot.job_name(&key.name));
    let mut update = Update {
        retry: Some(Retry::Detected {
            due,
            reason: format!("Job {job} has failed"),
            original: "BackoffLimitExceeded".to_owned(),
        }),
        ..Update::default()
    };
    match reader.dialect {
        Dialect::V2 => {
            update.condition = Some(retry_failed(&job));
            Reconciled::status(
                "A dead snapshot Job is retried with back-off",
                reader.backup,
                update,
                Requeue::At(due),
            )
        }
        // On v1 the phase stays, and the due time is noticed at a resync.
        _ => Reconciled::status(
            "A dead snapshot Job is retried with back-off",
            reader.backup,
            update,
            Requeue::Done,
        ),
    }
}

fn retry_failed(job: &ObjectKey) -> StatusCondition {
    StatusCondition::because(
        phase::RETRY_FAILED,
        "RetryFailedBackup",
        format!("reason Job {job} has failed, original reason BackoffLimitExceeded"),
    )
}

fn pending(reader: &Reader<'_>, due: DateTime<Utc>) -> Reconciled {
    if reader.now < due {
        return match reader.dialect {
            Dialect::V2 => Reconciled::new(
                "A dead snapshot Job is retried with back-off",
                Vec::new(),
                Requeue::At(due),
            ),
            _ => Reconciled::done("A dead snapshot Job is retried with back-off"),
        };
    }
    let key = ObjectKey::from_object(reader.backup);
    let job = key.sibling(BackupJob::Snapshot.job_name(&key.name));
    let mut actions = Vec::new();
    if reader.dialect.first_generation() {
        actions.push(status(
            reader.backup,
            Update::condition(None, retry_failed(&job)),
        ));
    }
    let mut restart = Update::condition(
        None,
        StatusCondition::because(phase::RESTART, "RetryTriggered", ""),
    );
    restart.retry = Some(Retry::Restarted);
    actions.push(Action::DeleteJob(job));
    actions.push(status(reader.backup, restart));
    Reconciled::new(
        "A dead snapshot Job is retried with back-off",
        actions,
        Requeue::Retry,
    )
}

fn give_up(reader: &Reader<'_>, policy: &Policy, by_time: bool) -> Reconciled {
    let message = if by_time {
        format!("retry timeout, max is {}.", policy.timeout_text)
    } else {
        format!("exceed retry times, max is {}.", policy.times)
    };
    let (rule, reason) = match reader.dialect {
        Dialect::V2 => (
            "A dead snapshot Job is retried with back-off",
            "ExceedRetryLimit",
        ),
        _ => (
            "A dead snapshot Job is retried with back-off",
            "AlreadyFailed",
        ),
    };
    let condition = StatusCondition::because(phase::FAILED, reason, message);
    let update = Update::condition(None, condition);
    Reconciled::status(rule, reader.backup, update, Requeue::Done)
}
