//! Values that cannot work.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use super::field::{incremental_base, shown, text, texts};
use crate::api::document::at;
use crate::api::quantity;
use crate::manifest::filter;
use crate::manifest::storage::Provider;
use crate::manifest::work::{Work, WorkKind, work_of};
use crate::redact;
use crate::time::Tso;
use crate::{Error, ErrorKind, NextCommand, Result};

/// How far the clock of the cluster may be ahead of this one before a time counts as the future.
const CLOCK_SKEW: TimeDelta = TimeDelta::minutes(1);

/// Log levels of BR.
const LOG_LEVELS: &[&str] = &["debug", "info", "warn", "error", "dpanic", "panic", "fatal"];

/// Checks every piece of work in a manifest.
///
/// # Errors
/// Usage, naming the flag. NotRestorable for a restore into the future.
pub fn check(manifest: &Value, now: DateTime<Utc>) -> Result<()> {
    for work in work_of(manifest) {
        check_endpoint(&work)?;
        check_dump(&work)?;
        check_filters(&work)?;
        check_br(&work)?;
        check_times(&work, now)?;
        check_resources(&work)?;
    }
    Ok(())
}

/// A password in the endpoint would be readable in the object.
fn check_endpoint(work: &Work<'_>) -> Result<()> {
    for place in ["/s3", "/pitrFullBackupStorageProvider/s3"] {
        let endpoint = text(work, &format!("{place}/endpoint"));
        let (_, rest) = endpoint.split_once("://").unwrap_or(("", endpoint));
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.contains('@') {
            return Err(Error::usage(format!(
                "S3 endpoint {:?}: credentials do not belong into a URL; they would be readable in the object",
                redact::text(endpoint)
            ))
            .hint(
                Provider::S3
                    .make_secret("NAME")
                    .unwrap_or_default()
                    .and(", then --storage-secret NAME"),
            ));
        }
    }
    Ok(())
}

fn check_dump(work: &Work<'_>) -> Result<()> {
    let tool = match work.kind {
        WorkKind::Dump => "Dumpling writes to",
        WorkKind::Import => "Lightning reads from",
        WorkKind::Snapshot
        | WorkKind::Log
        | WorkKind::VolumeSnapshot
        | WorkKind::Compaction
        | WorkKind::Restore => return Ok(()),
    };
    match Provider::of_spec(work.spec) {
        Some(provider @ (Provider::Azblob | Provider::Local)) => Err(Error::usage(format!(
            "{tool} S3 and GCS only, and not {} storage",
            provider.key()
        ))),
        Some(Provider::S3 | Provider::Gcs) | None => Ok(()),
    }
}

fn check_filters(work: &Work<'_>) -> Result<()> {
    for field in ["/tableFilter", "/dumpling/tableFilter"] {
        let rules = texts(work, field);
        filter::check(rules).map_err(|(rule, why)| {
            Error::usage(format!("--filter {rule:?} matches nothing: {why}"))
        })?;
    }
    Ok(())
}

fn check_br(work: &Work<'_>) -> Result<()> {
    let level = text(work, "/br/logLevel");
    if !level.is_empty() && !LOG_LEVELS.contains(&level.to_ascii_lowercase().as_str()) {
        return Err(Error::usage(format!(
            "--log-level {level:?}: not one of {}",
            LOG_LEVELS.join(", ")
        )));
    }
    let address = text(work, "/br/statusAddr");
    if !address.is_empty() && !address.contains(':') {
        return Err(Error::usage(format!(
            "--status-addr {address:?}: not HOST:PORT, such as 0.0.0.0:8080"
        )));
    }
    let options = [
        ("/br/options", "--br-option"),
        ("/dumpling/options", "--dumpling-option"),
        ("/s3/options", "--s3-option"),
    ];
    for (field, flag) in options {
        for option in texts(work, field) {
            check_option(flag, option)?;
        }
    }
    let moment = text(work, "/commitTs");
    let ago = text(work, "/br/timeAgo");
    if work.kind == WorkKind::Snapshot && !moment.is_empty() && !ago.is_empty() {
        return Err(Error::usage(
            "--commit-ts and --time-ago exclude each other: both name the moment of the snapshot",
        ));
    }
    Ok(())
}

/// An option is an argument of the tool, and readable for everybody who may read the object.
fn check_option(flag: &str, option: &str) -> Result<()> {
    let (name, value) = option.split_once('=').unwrap_or((option, ""));
    if !option.starts_with('-') {
        return Err(Error::usage(format!(
            "{flag} {option:?}: an option begins with '-', as in {flag}=--NAME=VALUE"
        )));
    }
    match redact::names_a_secret(name) && !value.is_empty() {
        true => Err(Error::usage(format!(
            "{flag} {name}=…: credentials do not belong into an option; they would be readable in the object"
        ))
        .hint(
            NextCommand::plugin("setup secret --help")
                .local()
                .after("put them into a Secret"),
        )),
        false => Ok(()),
    }
}

fn check_times(work: &Work<'_>, now: DateTime<Utc>) -> Result<()> {
    let latest = Tso::at(now + CLOCK_SKEW);
    let moments = [
        ("--commit-ts", Tso::parse(text(work, "/commitTs"))),
        ("--last-backup-ts", incremental_base(work.spec)),
    ];
    for (flag, moment) in moments {
        // The time of an object is not known before the cluster is asked.
        let known = moment.filter(|moment| *moment != Tso::NO_END);
        if let Some(moment) = known.filter(|moment| Some(*moment) > latest) {
            return Err(Error::usage(format!(
                "{flag} {} lies in the future",
                shown(moment)
            )));
        }
    }
    let (start, to) = ("/logRestoreStartTs", "/pitrRestoredTs");
    let (start, to) = (Tso::parse(text(work, start)), Tso::parse(text(work, to)));
    match (start, to) {
        (Some(start), Some(to)) if start > to && start != Tso::NO_END => {
            Err(Error::usage(format!(
                "--log-start-ts {} lies after --to {}",
                shown(start),
                shown(to)
            )))
        }
        (_, Some(to)) if Some(to) > latest && to != Tso::NO_END => Err(Error::new(
            ErrorKind::NotRestorable,
            format!("--to {} lies in the future", shown(to)),
        )),
        _ => Ok(()),
    }
}

/// The API server refuses every Pod whose request is above its limit, and the Job then makes no Pod.
fn check_resources(work: &Work<'_>) -> Result<()> {
    let requests = at(work.spec, "/resources/requests").as_object();
    for (name, request) in requests.into_iter().flatten() {
        let limit = at(work.spec, "/resources/limits").get(name);
        let (Some(request), Some(limit)) = (request.as_str(), limit.and_then(Value::as_str)) else {
            continue;
        };
        let amounts = (quantity::billionths(request), quantity::billionths(limit));
        if let (Some(asked), Some(most)) = amounts
            && asked > most
        {
            return Err(Error::usage(format!(
                "--request {name}={request} is above --limit {name}={limit}: no Pod would be created"
            )));
        }
    }
    Ok(())
}
