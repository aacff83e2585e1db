//! Values that cannot work.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use super::field::{incremental_base, shown, text};
use crate::api::document::at;
use crate::api::quantity;
use crate::manifest::filter;
use crate::manifest::storage::{Provider, StorageUrl, UrlFlag};
use crate::manifest::work::{Work, work_of};
use crate::manifest::{Given, Method};
use crate::redact;
use crate::time::Tso;
use crate::{Error, ErrorKind, NextCommand, Result};

/// How far the clock of the cluster may be ahead of this one before a time counts as the future.
const CLOCK_SKEW: TimeDelta = TimeDelta::minutes(1);

/// Log levels of BR.
const LOG_LEVELS: &[&str] = &["debug", "info", "warn", "error", "dpanic", "panic", "fatal"];

/// Checks what was given to flags.
///
/// # Errors
/// Usage, naming the flag.
pub fn check_flags(method: Method, given: &Given) -> Result<()> {
    check_filter(given)?;
    check_dump(method, given)?;
    if let Some(level) = given.one("log-level")
        && !LOG_LEVELS.contains(&level.to_ascii_lowercase().as_str())
    {
        return Err(Error::usage(format!(
            "--log-level {level:?}: not one of {}",
            LOG_LEVELS.join(", ")
        )));
    }
    if let Some(address) = given.one("status-addr")
        && !address.contains(':')
    {
        return Err(Error::usage(format!(
            "--status-addr {address:?}: not HOST:PORT, such as 0.0.0.0:8080"
        )));
    }
    for (flag, texts) in given.flags() {
        if matches!(flag.name, "br-option" | "dumpling-option" | "s3-option") {
            texts
                .iter()
                .try_for_each(|option| check_option(flag.name, option))?;
        }
    }
    match (method, given.one("commit-ts"), given.one("time-ago")) {
        (Method::Br, Some(_), Some(_)) => Err(Error::usage(
            "--commit-ts and --time-ago exclude each other: both name the moment of the snapshot",
        )),
        _ => Ok(()),
    }
}

fn check_filter(given: &Given) -> Result<()> {
    let texts = given
        .flags()
        .find_map(|(flag, texts)| (flag.name == "filter").then_some(texts));
    let rules = texts.unwrap_or_default().iter().map(String::as_str);
    filter::check(rules)
        .map_err(|(rule, why)| Error::usage(format!("--filter {rule:?} matches nothing: {why}")))
}

fn check_dump(method: Method, given: &Given) -> Result<()> {
    let tool = match method {
        Method::Dumpling => "Dumpling writes to",
        Method::Lightning => "Lightning reads from",
        Method::Br | Method::Log | Method::VolumeSnapshot => return Ok(()),
    };
    let Some(url) = given.one("storage") else {
        return Ok(());
    };
    match StorageUrl::parse(UrlFlag::Storage, url)?.provider {
        provider @ (Provider::Azblob | Provider::Local) => Err(Error::usage(format!(
            "--storage: {tool} S3 and GCS only, and not {} storage",
            provider.key()
        ))),
        Provider::S3 | Provider::Gcs => Ok(()),
    }
}

/// An option is an argument of the tool, and everybody who may read the object can read it.
fn check_option(flag: &str, option: &str) -> Result<()> {
    let (name, value) = option.split_once('=').unwrap_or((option, ""));
    if !option.starts_with('-') && flag == "br-option" {
        return Err(Error::usage(format!(
            "--{flag} {option:?}: an option begins with '-', as in --{flag}=--NAME=VALUE"
        )));
    }
    match redact::names_a_secret(name) && !value.is_empty() {
        true => Err(Error::usage(format!(
            "--{flag} {name}=…: credentials do not belong into an option; they would be readable in the object"
        ))
        .hint(
            NextCommand::plugin("setup secret --help")
                .local()
                .after("put them into a Secret"),
        )),
        false => Ok(()),
    }
}

/// Checks every piece of work in a manifest, wherever its values came from.
///
/// # Errors
/// Usage, naming the flag.
pub fn check_manifest(manifest: &Value, now: DateTime<Utc>) -> Result<()> {
    for work in work_of(manifest) {
        check_endpoint(&work)?;
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
                redact::url(endpoint)
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

fn check_times(work: &Work<'_>, now: DateTime<Utc>) -> Result<()> {
    let latest = Tso::at(now + CLOCK_SKEW);
    // The time of an object is not known before the cluster is asked.
    let is_future =
        |moment: &Tso| *moment != Tso::NO_END && latest.is_some_and(|latest| *moment > latest);
    let moments = [
        ("--commit-ts", Tso::parse(text(work, "/commitTs"))),
        ("--last-backup-ts", incremental_base(work.spec)),
    ];
    for (flag, moment) in moments {
        if let Some(moment) = moment.filter(is_future) {
            return Err(Error::usage(format!(
                "{flag} {} lies in the future",
                shown(moment)
            )));
        }
    }
    let to = Tso::parse(text(work, "/pitrRestoredTs"));
    let start = Tso::parse(text(work, "/logRestoreStartTs")).filter(|start| *start != Tso::NO_END);
    match (start, to) {
        (Some(start), Some(to)) if start.millis() > to.millis() => Err(Error::usage(format!(
            "--log-start-ts {} lies after --to {}",
            shown(start),
            shown(to)
        ))),
        _ => Ok(()),
    }
}

/// Checks the moment of a restore whose storage the user names, so that no history says what can be restored.
///
/// # Errors
/// NotRestorable, for a moment in the future.
pub fn check_restored_moment(spec: &Value, now: DateTime<Utc>) -> Result<()> {
    let to = at(spec, "/pitrRestoredTs").as_str().and_then(Tso::parse);
    let future = to.filter(|to| *to != Tso::NO_END && Tso::at(now + CLOCK_SKEW) < Some(*to));
    match future {
        Some(to) => Err(Error::new(
            ErrorKind::NotRestorable,
            format!("--to {} lies in the future", shown(to)),
        )),
        None => Ok(()),
    }
}

/// The API server refuses every Pod whose request is above its limit, and the Job then creates no Pod.
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
