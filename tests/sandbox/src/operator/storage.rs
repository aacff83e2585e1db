//! Storage of a Backup or Restore: which provider is used, the path that the status shows, and what is wrong with the Secret.

use std::collections::BTreeSet;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::Value;

use super::cache::OperatorCache;
use super::document::{ObjectKey, has, text};

/// A storage provider, in the order in which the operators look for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageKind {
    /// `spec.s3`.
    S3,
    /// `spec.gcs`.
    Gcs,
    /// `spec.azblob`.
    Azblob,
    /// `spec.local`.
    Local,
}

/// The first provider of the spec.
pub fn provider(backup: &Value) -> Option<StorageKind> {
    [
        ("/spec/s3", StorageKind::S3),
        ("/spec/gcs", StorageKind::Gcs),
        ("/spec/azblob", StorageKind::Azblob),
        ("/spec/local", StorageKind::Local),
    ]
    .into_iter()
    .find(|(pointer, _)| has(backup, pointer))
    .map(|(_, provider)| provider)
}

/// `status.backupPath` (docs/operators.md, "The backup path is the URL of the storage").
pub fn path(backup: &Value) -> String {
    let join = |parts: [&str; 2]| {
        parts
            .iter()
            .flat_map(|part| part.split('/'))
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("/")
    };
    match provider(backup) {
        Some(StorageKind::S3) => {
            let parts = [
                text(backup, "/spec/s3/bucket"),
                text(backup, "/spec/s3/prefix"),
            ];
            format!("s3://{}", join(parts))
        }
        Some(StorageKind::Gcs) => {
            let parts = [
                text(backup, "/spec/gcs/bucket"),
                text(backup, "/spec/gcs/prefix"),
            ];
            format!("gcs://{}/", join(parts))
        }
        Some(StorageKind::Azblob) => {
            let parts = [
                text(backup, "/spec/azblob/container"),
                text(backup, "/spec/azblob/prefix"),
            ];
            format!("azure://{}/", join(parts))
        }
        Some(StorageKind::Local) => {
            let parts = [
                text(backup, "/spec/local/volumeMount/mountPath"),
                text(backup, "/spec/local/prefix"),
            ];
            format!("local:///{}", join(parts))
        }
        None => String::new(),
    }
}

/// `status.backupPath` of a dump: one archive below the prefix, named by its time.
pub fn archive(backup: &Value, now: DateTime<Utc>) -> String {
    let folder = path(backup);
    let time = now.to_rfc3339_opts(SecondsFormat::Secs, true);
    format!("{}/backup-{time}.tgz", folder.trim_end_matches('/'))
}

/// Whether the operator dereferences a Secret that it never read: azblob with neither a Secret nor account and SAS token
/// (docs/operators.md, "One object can end the v1 operator", "v2 panics again and again without a status").
pub fn reads_nil_secret(backup: &Value) -> bool {
    provider(backup) == Some(StorageKind::Azblob)
        && text(backup, "/spec/azblob/secretName").is_empty()
        && (text(backup, "/spec/azblob/storageAccount").is_empty()
            || text(backup, "/spec/azblob/sasToken").is_empty())
}

/// Why no Job can be created for this storage: reason and message (docs/operators.md, "Storage problems are retried").
pub fn problem(backup: &Value, cache: &OperatorCache) -> Option<(&'static str, String)> {
    let secret = |name: &str| {
        let key = ObjectKey::new(text(backup, "/metadata/namespace"), name);
        cache
            .secrets
            .get(&key)
            .ok_or_else(|| format!("get secret {key} failed, err: secret \"{name}\" not found"))
    };
    if let Some(problem) = tidb_problem(backup, secret) {
        return Some(problem);
    }
    match provider(backup) {
        None => Some((
            "UnsupportedStorageType",
            "unsupported storage type".to_owned(),
        )),
        Some(StorageKind::S3) => match text(backup, "/spec/s3/secretName") {
            "" => None,
            name => match secret(name) {
                Err(message) => Some(("GetS3SecretFailed", message)),
                Ok(keys) => missing(keys, &["access_key", "secret_key"])
                    .map(|key| ("s3KeyNotExist", no_key(name, key))),
            },
        },
        Some(StorageKind::Gcs) => match (
            text(backup, "/spec/gcs/projectId"),
            text(backup, "/spec/gcs/secretName"),
        ) {
            ("", _) => Some(("ProjectIdIsEmpty", "the project id is not set".to_owned())),
            (_, "") => None,
            (_, name) => match secret(name) {
                Err(message) => Some(("GetGcsSecretFailed", message)),
                Ok(keys) => {
                    missing(keys, &["credentials"]).map(|key| ("gcsKeyNotExist", no_key(name, key)))
                }
            },
        },
        Some(StorageKind::Azblob) => match text(backup, "/spec/azblob/secretName") {
            "" => None,
            name => match secret(name) {
                Err(message) => Some(("GetAzblobSecretFailed", message)),
                Ok(keys) => azblob_problem(backup, name, keys),
            },
        },
        Some(StorageKind::Local) => None,
    }
}

/// What is wrong with the Secret of `from`, which has the password of the TiDB user (v1).
fn tidb_problem<'a>(
    backup: &'a Value,
    secret: impl Fn(&'a str) -> Result<&'a BTreeSet<String>, String>,
) -> Option<(&'static str, String)> {
    let name = match text(backup, "/spec/from/secretName") {
        "" => return None,
        name => name,
    };
    match secret(name) {
        Err(message) => Some(("GetTidbSecretFailed", message)),
        Ok(keys) => missing(keys, &["password"]).map(|key| ("KeyNotExist", no_key(name, key))),
    }
}

fn azblob_problem(
    backup: &Value,
    name: &str,
    keys: &BTreeSet<String>,
) -> Option<(&'static str, String)> {
    if text(backup, "/spec/azblob/storageAccount").is_empty()
        && let Some(key) = missing(keys, &["AZURE_STORAGE_ACCOUNT"])
    {
        return Some(("azblobAccountNotExist", no_key(name, key)));
    }
    let aad = ["AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET", "AZURE_TENANT_ID"];
    let usable = !text(backup, "/spec/azblob/sasToken").is_empty()
        || missing(keys, &aad).is_none()
        || missing(keys, &["AZURE_STORAGE_KEY"]).is_none();
    (!usable).then(|| {
        let message = format!("secret {name} has neither a storage key nor AAD credentials");
        ("azblobKeyOrAADMissing", message)
    })
}

fn missing<'a>(keys: &BTreeSet<String>, wanted: &[&'a str]) -> Option<&'a str> {
    wanted.iter().copied().find(|key| !keys.contains(*key))
}

fn no_key(secret: &str, key: &str) -> String {
    format!("secret {secret} missing key {key}")
}
