//! What a finished manifest is held against: the schema, the mode of its command, and what every backup needs.

use serde_json::Value;

use super::intent::Intent;
use super::method::Method;
use super::path::FieldPath;
use super::storage::Provider;
use super::{missing, restore, volume};
use crate::api::{self, Dialect, Fault, Kind, Operator, Problem};
use crate::{Error, Result};

/// Looks for what is missing, and for storage that the operators choke on.
pub(super) fn check(document: &Value, intent: &Intent) -> Result<()> {
    let pointer = format!("/{}", intent.place().replace('.', "/"));
    let spec = document.pointer(&pointer).unwrap_or(&Value::Null);
    match intent.kind {
        Kind::Restore => restore::check(document, spec, intent)?,
        Kind::Backup | Kind::BackupSchedule | Kind::CompactBackup => {
            check_missing(document, spec, intent)?;
        }
    }
    check_volumes(document)?;
    check_storage(spec)
}

fn check_missing(document: &Value, spec: &Value, intent: &Intent) -> Result<()> {
    let method = intent.method;
    let dump =
        method == Method::Dumpling || (spec.get("br").is_none() && spec.get("from").is_some());
    let absent = |pointer: &str| text(spec, pointer).is_empty();
    let provider = Provider::of_spec(spec);
    let no_bucket = provider.is_some_and(|provider| {
        let bucket = format!("/{}/{}", provider.key(), provider.bucket_field());
        provider != Provider::Local && absent(&bucket)
    });
    let compaction = intent.kind == Kind::CompactBackup;
    let unscheduled =
        intent.kind == Kind::BackupSchedule && text(document, "/spec/schedule").is_empty();
    let rules = [
        (unscheduled, "--schedule"),
        (compaction && absent("/startTs"), "--start-ts"),
        (compaction && absent("/endTs"), "--end-ts"),
        (provider.is_none(), "--storage"),
        (no_bucket, "--storage (the manifest names no bucket)"),
        (!dump && absent("/br/cluster"), "--cluster"),
        (dump && absent("/from/host"), "--from-host"),
        (dump && absent("/from/secretName"), "--from-secret"),
        (dump && absent("/storageSize"), "--storage-size"),
    ];
    missing::report(intent, document, &rules)
}

/// Volume and mount of every `local` storage in the document, see [`volume::check_names`].
fn check_volumes(document: &Value) -> Result<()> {
    for place in [
        "spec",
        "spec.pitrFullBackupStorageProvider",
        "spec.backupTemplate",
        "spec.logBackupTemplate",
        "spec.compactBackupTemplate",
    ] {
        let pointer = format!("/{}/local", place.replace('.', "/"));
        if let Some(local) = document.pointer(&pointer) {
            volume::check_names(&format!("{place}.local"), local)?;
        }
    }
    Ok(())
}

/// Azure without a Secret and without a SAS token: v1 operators exit, v2 operators panic on every retry
/// (docs/operators.md, "One object can end the v1 operator", "v2 panics again and again without a status").
fn check_storage(spec: &Value) -> Result<()> {
    let has = |field: &str| {
        let value = spec.get("azblob").and_then(|azure| azure.get(field));
        value.is_some_and(|value| value.as_str() != Some(""))
    };
    let usable = has("secretName") || (has("sasToken") && has("storageAccount"));
    if Provider::of_spec(spec) != Some(Provider::Azblob) || usable {
        return Ok(());
    }
    Err(Error::refused(
        "azblob storage without --storage-secret: the operator crashes on such an object, for everybody",
    )
    .hint("kubectl tidb-br setup secret azblob azblob-secret --account ACCOUNT, then --storage-secret azblob-secret"))
}

/// A snapshot is no log backup, whatever FILE and `--set` say: each has rules of its own that the other command does not know.
pub(super) fn check_mode(document: &Value, intent: &Intent) -> Result<()> {
    if document.get("status").is_some() {
        return Err(Error::usage(
            "field status: the operator writes it, and would take the new object for an old one",
        ));
    }
    let file = intent.base.as_ref();
    let in_file = file.map_or("", |base| text(base, "/spec/backupMode"));
    let mode = text(document, "/spec/backupMode");
    let hint = |command: &str| format!("kubectl tidb-br {command}");
    match (intent.kind, intent.method) {
        (Kind::Backup, Method::Log) if mode != "log" || !matches!(in_file, "" | "log") => {
            Err(Error::usage(format!(
                "spec.backupMode {:?} makes no log backup",
                if in_file.is_empty() { mode } else { in_file }
            ))
            .hint(hint("backup create -f FILE")))
        }
        (Kind::Backup, Method::Br | Method::Dumpling | Method::VolumeSnapshot) if mode == "log" => {
            Err(Error::usage("spec.backupMode \"log\" makes a log backup")
                .hint(hint("log start NAME -f FILE")))
        }
        (Kind::Backup, Method::Br | Method::Dumpling | Method::VolumeSnapshot)
            if !matches!(mode, "" | "snapshot" | "volume-snapshot") =>
        {
            Err(Error::usage(format!(
                "field spec.backupMode: expected one of snapshot, log, volume-snapshot, found {mode:?}"
            )))
        }
        // docs/operators.md, "An unknown mode runs as a snapshot"
        (Kind::Backup, _) if mode == "volume-snapshot" && intent.operator == Operator::V2 => {
            Err(Error::unsupported(
                "spec.backupMode volume-snapshot needs TiDB Operator v1; br.pingcap.com (v2) takes an ordinary snapshot instead",
            ))
        }
        _ => Ok(()),
    }
}

/// Holds a whole manifest against the schema of its operator.
///
/// # Errors
/// Usage with the first problem: an unknown field with the nearest known one, or a value of the wrong type.
pub fn check_schema(document: &Value, kind: Kind, dialect: Dialect) -> Result<()> {
    let operator = dialect.operator();
    for (field, value) in [
        ("apiVersion", operator.api_version()),
        ("kind", kind.name()),
    ] {
        if text(document, &format!("/{field}")) != value {
            return Err(Error::usage(format!(
                "field {field}: expected {value}, which cannot be changed"
            )));
        }
    }
    let problems = api::document_problems(kind, document, dialect);
    match problems.into_iter().next() {
        None => Ok(()),
        Some(problem) => Err(schema_error(document, problem, dialect.operator())),
    }
}

/// Everything in a document that the schema does not know or accept.
pub fn schema_errors(document: &Value, kind: Kind, dialect: Dialect) -> Vec<Error> {
    let problems = api::document_problems(kind, document, dialect);
    let error = |problem| schema_error(document, problem, dialect.operator());
    problems.into_iter().map(error).collect()
}

fn schema_error(document: &Value, problem: Problem, operator: Operator) -> Error {
    let hint = quotes(document, &problem);
    let path = problem.path;
    let error = Error::usage(match problem.fault {
        Fault::Unknown(Some(near)) => format!("unknown field {path}; did you mean {near}?"),
        Fault::Unknown(None) => format!("unknown field {path}"),
        Fault::Elsewhere => format!(
            "field {path} does not exist in {} ({operator})",
            operator.api_version(),
        ),
        Fault::Type(expected) => format!("field {path}: expected {expected}"),
    });
    hint.into_iter().fold(error, Error::hint)
}

/// Where a string is wanted, YAML without quotes makes a number of a TSO, and a dot makes a mapping of a key.
fn quotes(document: &Value, problem: &Problem) -> Option<String> {
    if problem.fault != Fault::Type("a string".to_owned()) {
        return None;
    }
    let path = &problem.path;
    match path.parse::<FieldPath>().ok()?.get(document)? {
        value @ (Value::Number(_) | Value::Bool(_)) => {
            Some(format!("text needs quotes in YAML: {path}=\"{value}\""))
        }
        Value::Object(_) if path.starts_with("metadata.") => {
            let parent = path.rsplit_once('.').map_or("", |(parent, _)| parent);
            Some(format!("a key with dots needs quotes: {parent}.\"KEY\""))
        }
        _ => None,
    }
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_default()
}
