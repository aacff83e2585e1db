//! What is looked at when a manifest is finished: that nothing is missing, that its schema knows every field, and that the
//! operators do not crash on it.

use serde_json::Value;

use super::build::{Intent, Method};
use super::storage::Provider;
use crate::api::{self, Dialect, Fault, Kind};
use crate::{Error, Exit, Result};

/// Looks for what a Backup, a schedule or a compaction cannot do without.
///
/// # Errors
/// Usage, with all missing flags in one message.
pub fn check_missing(intent: &Intent<'_>, document: &Value, spec: &Value) -> Result<()> {
    let dump = intent.method == Method::Dumpling
        || (spec.get("br").is_none() && spec.get("from").is_some());
    let absent = |pointer: &str| text(spec, pointer).is_empty();
    let provider = Provider::of_spec(spec);
    let compaction = intent.kind == Kind::CompactBackup;
    let rules: [(bool, &str); 10] = [
        (
            intent.kind == Kind::BackupSchedule && text(document, "/spec/schedule").is_empty(),
            "--schedule",
        ),
        (compaction && absent("/startTs"), "--start-ts"),
        (compaction && absent("/endTs"), "--end-ts"),
        (provider.is_none(), "--storage"),
        (!dump && absent("/br/cluster"), "--cluster"),
        (dump && absent("/from/host"), "--from-host"),
        (dump && absent("/from/secretName"), "--from-secret"),
        (dump && absent("/storageSize"), "--storage-size"),
        (
            provider == Some(Provider::Gcs) && absent("/gcs/projectId"),
            "--gcs-project-id (or project-id= in the URL)",
        ),
        (
            provider == Some(Provider::Local) && spec.pointer("/local/volume").is_none(),
            "--local-pvc or --local-nfs",
        ),
    ];
    let missing: Vec<&str> = rules
        .into_iter()
        .filter_map(|(missing, flag)| missing.then_some(flag))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(
        Error::usage(format!("missing: {}", missing.join(", "))).hint(format!(
            "kubectl tidb-br {} create --help shows every flag with an example",
            match intent.kind {
                Kind::Backup => "backup",
                Kind::BackupSchedule => "schedule",
                Kind::CompactBackup => "compact",
                Kind::Restore => "restore",
            }
        )),
    )
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// Azure without a Secret and without a SAS token: v1 operators exit, v2 operators panic on every retry
/// (trials v1 6g, v2 6d).
pub fn check_storage(spec: &Value) -> Result<()> {
    let azure = &spec["azblob"];
    let has = |field: &str| {
        azure
            .get(field)
            .is_some_and(|value| value.as_str() != Some(""))
    };
    let usable = has("secretName") || (has("sasToken") && has("storageAccount"));
    if Provider::of_spec(spec) != Some(Provider::Azblob) || usable {
        return Ok(());
    }
    Err(Error::new(
        Exit::Refused,
        "azblob storage without --storage-secret: the operator crashes on such an object, for everybody",
    )
    .hint("kubectl create secret generic azblob-secret --from-literal=AZURE_STORAGE_ACCOUNT=… --from-literal=AZURE_STORAGE_KEY=…, then --storage-secret azblob-secret"))
}

/// Holds a whole manifest against the schema of its operator.
///
/// # Errors
/// Usage with the first problem: an unknown field with the nearest known one, or a value of the wrong type.
pub fn check_schema(document: &Value, kind: Kind, dialect: Dialect) -> Result<()> {
    let problems = api::problems(kind, &document["spec"], dialect);
    let Some(problem) = problems.into_iter().next() else {
        return Ok(());
    };
    let path = problem.path;
    Err(Error::usage(match problem.fault {
        Fault::Unknown(Some(near)) => format!("unknown field {path}; did you mean {near}?"),
        Fault::Unknown(None) => format!("unknown field {path}"),
        Fault::Elsewhere => format!(
            "field {path} does not exist in {} ({})",
            dialect.operator().api_version(),
            dialect.operator()
        ),
        Fault::Type(expected) => format!("field {path}: expected {expected}"),
    }))
}
