//! Values that are legal and have no effect, or work only under conditions that the manifest does not show.

use chrono::{DateTime, TimeDelta, Utc};

use super::field::{incremental_base, is_by_br, is_set, shown, text, texts};
use super::storage;
use crate::api::document::at;
use crate::manifest::filter;
use crate::manifest::work::{Work, WorkKind, work_of};
use crate::redact;
use crate::time::{Span, Tso, age};
use serde_json::Value;

/// How long TiDB keeps history where nobody set `tidb_gc_life_time`.
const DEFAULT_GC_LIFE_TIME: TimeDelta = TimeDelta::minutes(10);

/// A sentence for every such value of a manifest, each once.
pub fn warnings(manifest: &Value, now: DateTime<Utc>) -> Vec<String> {
    let scheduled = at(manifest, "/spec/backupTemplate").is_object();
    let mut warnings = Vec::new();
    for work in work_of(manifest) {
        warnings.extend(storage::idle_settings(&work));
        warnings.extend(storage::unusual_values(&work));
        warnings.extend(idle_settings(&work));
        warnings.extend(doubtful_br_settings(&work));
        warnings.extend(doubtful_pod_settings(&work));
        warnings.extend(doubtful_retries(&work));
        match scheduled {
            true => warnings.extend(one_moment_for_all_runs(&work)),
            false => warnings.extend(old_history(&work, now)),
        }
    }
    let mut once: Vec<String> = Vec::new();
    for warning in warnings {
        if !once.contains(&warning) {
            once.push(warning);
        }
    }
    once
}

/// Settings of another kind of backup.
fn idle_settings(work: &Work<'_>) -> Vec<String> {
    let database = is_set(work, "/from") || is_set(work, "/to");
    let whole = matches!(text(work, "/backupType"), "" | "full");
    let pitr = text(work, "/restoreMode") == "pitr";
    let rules = [
        (
            is_by_br(work) && is_set(work, "/storageSize"),
            "--storage-size has no effect: only a dump has a scratch volume",
        ),
        (
            is_by_br(work) && is_set(work, "/storageClassName"),
            "--storage-class-name has no effect: only a dump has a scratch volume",
        ),
        (
            !database && is_set(work, "/tikvGCLifeTime"),
            "--gc-life-time has no effect: without --from-host (or --to-host) the operator does not connect to TiDB",
        ),
        (
            !matches!(work.kind, WorkKind::Snapshot) && is_set(work, "/backoffRetryPolicy"),
            "--retry-max, --retry-min-interval and --retry-timeout have no effect: only snapshots by BR are tried again",
        ),
        (
            !matches!(work.kind, WorkKind::Snapshot) && is_set(work, "/br/timeAgo"),
            "--time-ago is for snapshots: other commands of BR do not know it, and may fail because of it",
        ),
        (
            is_by_br(work) && whole && (is_set(work, "/br/db") || is_set(work, "/br/table")),
            "--db and --table have no effect without --type db or --type table: the whole cluster is meant",
        ),
        (
            pitr && !whole,
            "--type has no effect with --to: a point in time is restored as a whole",
        ),
    ];
    rules
        .iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, warning)| (*warning).to_owned())
        .collect()
}

/// From here on a rate counts as a mistake of the unit: no TiKV writes a terabyte a second.
const IMPLAUSIBLE_RATE: u64 = 1_000_000;

fn doubtful_br_settings(work: &Work<'_>) -> Vec<String> {
    let mut warnings = Vec::new();
    let rate = at(work.spec, "/br/rateLimit").as_u64().unwrap_or_default();
    if rate >= IMPLAUSIBLE_RATE {
        warnings.push(format!(
            "--rate-limit {rate} limits nothing: the unit is MB/s per TiKV; {rate} bytes are {} MB",
            rate >> 20
        ));
    }
    for field in ["/tableFilter", "/dumpling/tableFilter"] {
        let rules = texts(work, field);
        if let Err((rule, why)) = filter::check(rules.iter().copied()) {
            warnings.push(format!("--filter {rule:?} matches nothing: {why}"));
        }
        let idle = filter::without_effect(&rules);
        if !idle.is_empty() {
            warnings.push(format!(
                "--filter {} has no effect: the last rule that matches decides, and '*.*' comes after it",
                idle.join(", ")
            ));
        }
        for rule in rules.iter().filter(|rule| rule.contains('@')) {
            warnings.push(format!(
                "--filter {rule}: the rules are read from a file in the Pod, which must be mounted there"
            ));
        }
    }
    let options = texts(work, "/br/options");
    if work.kind == WorkKind::Log && !options.is_empty() {
        warnings.push(format!(
            "{} goes to every command of the log backup, to pause, stop and truncate as well: one that a command does not know makes it fail",
            options.join(" ")
        ));
    }
    let archive = text(work, "/s3/path").trim().to_owned() + text(work, "/gcs/path").trim();
    if work.kind == WorkKind::Import && !archive.is_empty() && !archive.ends_with(".tgz") {
        warnings.push(format!(
            "--archive {archive} does not end in .tgz, as dumps do"
        ));
    }
    warnings
}

fn doubtful_pod_settings(work: &Work<'_>) -> Vec<String> {
    let mut warnings = Vec::new();
    let variables = at(work.spec, "/env").as_array().into_iter().flatten();
    for variable in variables {
        let name = at(variable, "/name").as_str().unwrap_or_default();
        let value = at(variable, "/value").as_str().unwrap_or_default();
        if redact::names_a_secret(name) && !value.is_empty() {
            warnings.push(format!(
                "--env {name}=… is readable for everybody who may read the object; --env-from-secret {name}=SECRET:KEY is not"
            ));
        }
    }
    let image = text(work, "/toolImage");
    let last = image.rsplit('/').next().unwrap_or_default();
    if image.contains(':') && !last.contains(':') && !image.contains('@') {
        warnings.push(format!(
            "--tool-image {image} has no tag: the operator takes the port of the registry for one, and the newest image is pulled"
        ));
    }
    warnings
}

fn doubtful_retries(work: &Work<'_>) -> Vec<String> {
    let policy = at(work.spec, "/backoffRetryPolicy");
    let mut warnings = Vec::new();
    if at(policy, "/maxRetryTimes").as_u64() == Some(0) {
        warnings.push(
            "--retry-max 0 does not prevent retries: v1 replaces it by 2, and v2 tries once more"
                .to_owned(),
        );
    }
    let length = |key: &str| Span::from_go(at(policy, key).as_str()?);
    if let (Some(wait), Some(most)) = (length("/minRetryDuration"), length("/retryTimeout"))
        && wait > most
    {
        warnings.push(
            "--retry-min-interval is longer than --retry-timeout: the first retry comes too late"
                .to_owned(),
        );
    }
    if work.kind == WorkKind::Compaction && at(work.spec, "/maxRetryTimes").as_u64() == Some(0) {
        warnings
            .push("--max-retry-times 0 does not prevent retries: v1 replaces it by 6".to_owned());
    }
    warnings
}

fn one_moment_for_all_runs(work: &Work<'_>) -> Vec<String> {
    let moment = Tso::parse(text(work, "/commitTs"));
    let snapshot = work.kind == WorkKind::Snapshot;
    let mut warnings = Vec::new();
    if let Some(moment) = moment.filter(|_| snapshot) {
        warnings.push(format!(
            "--commit-ts {}: every run backs up the same moment, until TiDB has dropped its history",
            shown(moment)
        ));
    }
    if let Some(base) = incremental_base(work.spec) {
        warnings.push(format!(
            "--last-backup-ts {}: every run starts from the same base, until TiDB has dropped the history since then",
            shown(base)
        ));
    }
    warnings
}

/// Nothing in the objects says how long TiDB keeps history, so what is known is said.
fn old_history(work: &Work<'_>, now: DateTime<Utc>) -> Vec<String> {
    let ago = Span::from_go(text(work, "/br/timeAgo"));
    let ago = ago.and_then(|ago| Tso::at(now.checked_sub_signed(ago)?));
    let moments = [
        ("--commit-ts", Tso::parse(text(work, "/commitTs"))),
        ("--time-ago", ago),
        ("--last-backup-ts", incremental_base(work.spec)),
    ];
    let old = moments.into_iter().filter_map(|(flag, moment)| {
        let moment = moment?;
        let elapsed = now - moment.time()?;
        (elapsed > DEFAULT_GC_LIFE_TIME).then(|| {
            format!(
                "{flag} {} is {} ago: TiDB keeps history for 10m unless tidb_gc_life_time says more, and BR fails with ErrBackupGCSafepointExceeded when it is gone",
                shown(moment),
                age(elapsed)
            )
        })
    });
    old.collect()
}
