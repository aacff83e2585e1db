//! The rules that a schedule must keep.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::cron::Cron;
use super::observed::max_backups;
use super::retention::Policy;
use crate::api::Operator;
use crate::api::document::at;
use crate::error::Rule;
use crate::time::{Span, age};
use crate::{Error, Result};

/// Checks a schedule that is to be written, and returns the warnings.
///
/// # Errors
/// Usage for a cron expression or a duration that the operator cannot parse. Refused for a log backup whose data nothing ever truncates,
/// and for one that `maxBackups` counts.
pub fn check_rules(manifest: &Value, allowed: &[Rule], now: DateTime<Utc>) -> Result<Vec<String>> {
    let text = at(manifest, "/spec/schedule").as_str().unwrap_or_default();
    let cron: Cron = text
        .parse()
        .map_err(|error: Error| error.in_context("--schedule"))?;
    let policy = Policy::of(manifest);
    check_policy(&policy)?;
    if *at(manifest, "/spec/backupTemplate/backupMode") == json!("log") {
        return Err(Error::usage(
            "spec.backupTemplate is a log backup; a log backup belongs into --log-storage",
        ));
    }
    let mut warnings = Vec::new();
    if cron.is_hectic(now) {
        warnings.push(format!(
            "\"{cron}\" fires every minute or two; a run every two hours is \"0 */2 * * *\""
        ));
    }
    warnings.extend(check_log(manifest, &policy, allowed)?);
    if policy == Policy::All {
        warnings.push(
            "neither --max-reserved-time nor --max-backups: backups are kept for ever".to_owned(),
        );
    }
    warnings.extend(keeps_data(manifest, &policy));
    warnings.extend(slow_compaction(manifest, &cron, &policy, now));
    Ok(warnings)
}

fn check_policy(policy: &Policy) -> Result<()> {
    match policy {
        Policy::Unreadable(text) => Err(Error::usage(format!(
            "spec.maxReservedTime {text:?} is not a Go duration: the operator would never delete anything"
        ))
        .hint("--max-reserved-time takes 7d as well, and writes 168h")),
        Policy::Time(_, length) if length.is_zero() => Err(Error::usage(
            "--max-reserved-time 0 deletes every backup as soon as it is made",
        )),
        Policy::Time(..) | Policy::Newest(_) | Policy::All => Ok(()),
    }
}

/// A log backup needs retention by time, and retention by count deletes it (docs/operators.md, "maxBackups deletes the log backup").
fn check_log(manifest: &Value, policy: &Policy, allowed: &[Rule]) -> Result<Vec<String>> {
    let by_time = matches!(policy, Policy::Time(..));
    let has_log = at(manifest, "/spec/logBackupTemplate").is_object();
    if has_log && !by_time {
        return Err(Error::refused(
            "a schedule with a log backup needs --max-reserved-time: nothing else ever truncates the log",
        )
        .hint("--max-reserved-time 168h keeps a week of snapshots and log"));
    }
    let mut warnings = Vec::new();
    let count = max_backups(manifest);
    if has_log && count > 0 {
        warnings.push(Rule::LogMaxBackups.enforce(
            allowed,
            format!(
                "maxBackups {count} counts the log backup too: as soon as maxReservedTime goes, it deletes the log backup, and the schedule stalls"
            ),
            "leave out --max-backups; --max-reserved-time is the retention",
        )?);
    } else if count > 0 && by_time {
        warnings.push(format!(
            "maxBackups {count} is ignored: maxReservedTime wins"
        ));
    }
    if has_log && at(manifest, "/spec/pause").as_bool() == Some(true) {
        warnings.push("the log backup is not started while the schedule is paused".to_owned());
    }
    Ok(warnings)
}

/// Retention deletes objects; the clean policy of a backup says whether its data goes with it.
fn keeps_data(manifest: &Value, policy: &Policy) -> Option<String> {
    let clean = at(manifest, "/spec/backupTemplate/cleanPolicy");
    let clean = clean.as_str().unwrap_or("Retain");
    (*policy != Policy::All && clean != "Delete").then(|| {
        format!("retention deletes Backup objects, but with cleanPolicy {clean} their data stays; --clean-policy Delete removes it too")
    })
}

/// The longest time between two of the next runs.
fn longest_pause(cron: &Cron, now: DateTime<Utc>) -> Option<TimeDelta> {
    let runs = cron.runs(now, 32);
    let pairs = runs.iter().zip(runs.iter().skip(1));
    pairs.map(|(run, next)| *next - *run).max()
}

/// The log is not truncated past what is compacted (docs/operators.md, "A schedule does not truncate past the compaction").
fn slow_compaction(
    manifest: &Value,
    cron: &Cron,
    policy: &Policy,
    now: DateTime<Utc>,
) -> Option<String> {
    let spec = at(manifest, "/spec");
    let interval = ["/compactInterval", "/compactSpan"]
        .iter()
        .find_map(|field| at(spec, field).as_str())?;
    let length = Span::from_go(interval)?;
    if let Policy::Time(reserved, most) = policy
        && length > *most
    {
        return Some(format!(
            "--compact-interval {interval} is longer than --max-reserved-time {reserved}: the log is not truncated before it is compacted, so that more is kept"
        ));
    }
    let pause = longest_pause(cron, now)?;
    (length > pause).then(|| {
        format!(
            "--compact-interval {interval} is longer than the time between two snapshots, {}; a third of that to a half is best",
            age(pause)
        )
    })
}

/// The warning for a manifest that does not say its namespace: the compactions of v1 never start without it
/// (docs/operators.md, "A compaction needs both ends and its cluster's namespace").
pub fn compaction_lacks_namespace(manifest: &Value) -> Option<String> {
    let template = manifest.pointer("/spec/compactBackupTemplate")?;
    let v1 =
        Operator::from_api_version(at(manifest, "/apiVersion").as_str()?) == Some(Operator::V1);
    (v1 && template.is_object() && at(template, "/br/clusterNamespace").is_null()).then(|| {
        "the compactions never start without br.clusterNamespace: say -n or --cluster-namespace"
            .to_owned()
    })
}
