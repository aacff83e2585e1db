//! The rules that a schedule must keep.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::observed::max_backups;
use super::{Cron, Policy};
use crate::api::Operator;
use crate::api::document::at;
use crate::error::Rule;
use crate::{Error, Result};

/// The rules for a schedule that is to be written. Gives the warnings.
///
/// # Errors
/// Usage for a cron expression or duration that the operator cannot read, Refused for a log backup whose data nothing ever truncates, and for
/// one that `maxBackups` counts.
pub fn check_rules(manifest: &Value, allowed: &[Rule], now: DateTime<Utc>) -> Result<Vec<String>> {
    let text = |pointer: &str| manifest.pointer(pointer).and_then(Value::as_str);
    let mut warnings = Vec::new();
    let cron: Cron =
        text("/spec/schedule")
            .unwrap_or_default()
            .parse()
            .map_err(|error: Error| Error {
                message: format!("--schedule {}", error.message),
                ..error
            })?;
    if cron.is_hectic(now) {
        warnings.push(format!(
            "{cron:?} fires every minute or two; a run every two hours is \"0 */2 * * *\"",
            cron = cron.to_string()
        ));
    }
    let policy = Policy::of(manifest);
    if let Policy::Unreadable(text) = &policy {
        return Err(Error::usage(format!(
            "spec.maxReservedTime {text:?} is not a Go duration: the operator would never delete anything"
        ))
        .hint("--max-reserved-time takes 7d as well, and writes 168h"));
    }
    if matches!(&policy, Policy::Time(_, length) if length.is_zero()) {
        return Err(Error::usage(
            "--max-reserved-time 0 deletes every backup as soon as it is made",
        ));
    }
    let has_log = manifest.pointer("/spec/logBackupTemplate").is_some();
    if has_log && !matches!(policy, Policy::Time(..)) {
        return Err(Error::refused(
            "a schedule with a log backup needs --max-reserved-time: nothing else ever truncates the log",
        )
        .hint("--max-reserved-time 168h keeps a week of snapshots and log"));
    }
    let count = max_backups(manifest);
    if has_log && count > 0 {
        warnings.push(Rule::LogMaxBackups.enforce(
            allowed,
            format!(
                "maxBackups {count} counts the log backup too: as soon as maxReservedTime goes, it deletes the log backup, and the schedule stalls"
            ),
            "leave out --max-backups; --max-reserved-time is the retention",
        )?);
    } else if count > 0 && matches!(policy, Policy::Time(..)) {
        warnings.push(format!(
            "maxBackups {count} is ignored: maxReservedTime wins"
        ));
    }
    if manifest.pointer("/spec/backupTemplate/backupMode") == Some(&json!("log")) {
        return Err(Error::usage(
            "spec.backupTemplate is a log backup; a log backup belongs into --log-storage",
        ));
    }
    if policy == Policy::All {
        warnings.push(
            "neither --max-reserved-time nor --max-backups: backups are kept for ever".to_owned(),
        );
    }
    warnings.extend(keeps_data(manifest, &policy));
    Ok(warnings)
}

/// Retention deletes objects; whether the data goes is the clean policy's business.
fn keeps_data(manifest: &Value, policy: &Policy) -> Option<String> {
    let clean = manifest.pointer("/spec/backupTemplate/cleanPolicy");
    let clean = clean.and_then(Value::as_str).unwrap_or("Retain");
    (*policy != Policy::All && clean != "Delete").then(|| {
        format!("retention deletes Backup objects, but with cleanPolicy {clean} their data stays; --clean-policy Delete removes it too")
    })
}

/// What nobody would notice of a manifest that does not say its namespace: the compactions of v1 need it
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
