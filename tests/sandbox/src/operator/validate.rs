//! The checks that both operators make of a Backup before its Job (docs/operators.md, "Invalid is final"). The messages have the
//! meaning of the originals, and not their exact words.

use serde_json::Value;

use super::dialect::{Dialect, OperatorLine};
use super::document::{has, text};
use super::storage::{StorageKind, provider};
use super::tso;

/// The first rule that the spec breaks.
pub fn validate(dialect: Dialect, backup: &Value) -> Result<(), String> {
    if has(backup, "/spec/br") {
        validate_br(dialect, backup)?;
    } else {
        validate_dumpling(backup)?;
    }
    for (field, pointer) in [
        (
            "minRetryDuration",
            "/spec/backoffRetryPolicy/minRetryDuration",
        ),
        ("retryTimeout", "/spec/backoffRetryPolicy/retryTimeout"),
    ] {
        let value = text(backup, pointer);
        if !value.is_empty() {
            tso::parse_go(value)
                .map_err(|error| format!("fail to parse {field} {value}, err: {error}"))?;
        }
    }
    Ok(())
}

fn validate_br(dialect: Dialect, backup: &Value) -> Result<(), String> {
    let name = format!(
        "{}/{}",
        text(backup, "/metadata/namespace"),
        text(backup, "/metadata/name")
    );
    let require = |pointer: &str, what: &str| {
        if text(backup, pointer).is_empty() {
            Err(format!(
                "{what} should be configured for BR in spec of {name}"
            ))
        } else {
            Ok(())
        }
    };
    require("/spec/br/cluster", "cluster")?;
    let mode = text(backup, "/spec/backupMode");
    if dialect.first_generation() && mode == "volume-snapshot" {
        return Err("only support volume snapshot backup across k8s clusters".to_owned());
    }
    match text(backup, "/spec/backupType") {
        "" | "full" => {}
        "db" => require("/spec/br/db", "DB")?,
        "table" => {
            require("/spec/br/db", "DB")?;
            require("/spec/br/table", "table")?;
        }
        other => {
            return Err(format!(
                "invalid backup type {other} for BR in spec of {name}"
            ));
        }
    }
    validate_storage(backup, &require)?;
    if mode == "log" {
        tso::parse(text(backup, "/spec/commitTs"))?;
        tso::parse(text(backup, "/spec/logTruncateUntil"))?;
    }
    Ok(())
}

fn validate_storage(
    backup: &Value,
    require: &dyn Fn(&str, &str) -> Result<(), String>,
) -> Result<(), String> {
    match provider(backup) {
        Some(StorageKind::S3) => {
            require("/spec/s3/bucket", "bucket")?;
            endpoint(text(backup, "/spec/s3/endpoint"))
        }
        Some(StorageKind::Gcs) => {
            require("/spec/gcs/projectId", "projectId")?;
            require("/spec/gcs/bucket", "bucket")
        }
        Some(StorageKind::Local) => {
            let mount = text(backup, "/spec/local/volumeMount/mountPath");
            if text(backup, "/spec/local/volume/name")
                != text(backup, "/spec/local/volumeMount/name")
            {
                Err("Spec.Local.Volume.Name != Spec.Local.VolumeMount.Name is different".to_owned())
            } else if mount.is_empty() {
                Err("empty Spec.Local.VolumeMount.MountPath".to_owned())
            } else if mount.contains(':') {
                Err("Spec.Local.VolumeMount.MountPath cannot contain ':'".to_owned())
            } else {
                Ok(())
            }
        }
        Some(StorageKind::Azblob) | None => Ok(()),
    }
}

/// An endpoint needs a scheme and a host: `minio:9000` parses as scheme `minio` without a host.
fn endpoint(endpoint: &str) -> Result<(), String> {
    if endpoint.is_empty() {
        return Ok(());
    }
    match endpoint.split_once("://") {
        Some(("", _)) => Err(format!("scheme not found in endpoint {endpoint}")),
        Some((_, rest)) if rest.is_empty() || rest.starts_with('/') => {
            Err(format!("host not found in endpoint {endpoint}"))
        }
        Some(_) => Ok(()),
        None if endpoint.contains(':') => Err(format!("host not found in endpoint {endpoint}")),
        None => Err(format!("scheme not found in endpoint {endpoint}")),
    }
}

/// A v1 Backup without `br` is a Dumpling backup, which needs `from`.
fn validate_dumpling(backup: &Value) -> Result<(), String> {
    if text(backup, "/spec/from/host").is_empty() {
        return Err("missing cluster config in spec of backup".to_owned());
    }
    if text(backup, "/spec/from/secretName").is_empty() {
        return Err("missing tidbSecretName config in spec of backup".to_owned());
    }
    if text(backup, "/spec/storageSize").is_empty() {
        return Err("missing StorageSize config in spec of backup".to_owned());
    }
    Ok(())
}
