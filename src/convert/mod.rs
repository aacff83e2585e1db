//! A v1 manifest as its v2 equivalent: what is carried, renamed, dropped, and what v2 cannot do at all.

mod carry;
mod equivalent;

use serde_json::{Value, json};

use crate::api::document::{put, stamp};
use crate::api::{Dialect, Kind, ObjectRef, Operator};
use crate::manifest::check_schema;
use crate::{Error, Result};

/// A v2 manifest and what the way there took.
#[derive(Debug, Clone, PartialEq)]
pub struct Converted {
    /// The manifest.
    pub manifest: Value,
    /// What was dropped, renamed or moved, one sentence each; they begin with the path of the field.
    pub warnings: Vec<String>,
}

/// Converts one v1 manifest.
///
/// # Errors
/// Usage for what is no v1 manifest of ours, or has unknown fields; Unsupported for what v2 cannot do, such as dumps.
pub fn to_v2(mut document: Value) -> Result<Converted> {
    let kind = check_header(&document)?;
    let mut warnings = Vec::new();
    equivalent::move_account(&mut document, kind, &mut warnings);
    check_schema(&document, kind, Dialect::V1)?;
    equivalent::check(&document, kind)?;

    let spec = carry::spec(
        kind,
        document.get("spec").unwrap_or(&Value::Null),
        &mut warnings,
    );
    let metadata = carry::metadata(
        document.get("metadata").unwrap_or(&Value::Null),
        &mut warnings,
    );
    if document
        .get("status")
        .is_some_and(|status| !status.is_null())
    {
        warnings.push("status dropped: the operator of the new object writes its own".to_owned());
    }
    let mut manifest = json!({"metadata": metadata, "spec": spec});
    stamp(&mut manifest, Operator::V2, kind);
    equivalent::settle(&mut manifest, kind, &mut warnings);
    check_schema(&manifest, kind, Dialect::V2)?;
    Ok(Converted { manifest, warnings })
}

/// How a document is called in messages.
pub fn name(document: &Value) -> String {
    let reference = ObjectRef::of(document).map(|reference| reference.to_string());
    reference.unwrap_or_else(|| "the manifest".to_owned())
}

fn check_header(document: &Value) -> Result<Kind> {
    let word = |key: &str| {
        document
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let (group, kind) = (word("apiVersion"), word("kind"));
    let Some(known) = Kind::from_name(kind) else {
        return Err(Error::usage(format!(
            "expected a Backup, BackupSchedule, CompactBackup or Restore, found kind {kind:?}"
        )));
    };
    match Operator::from_api_version(group) {
        Some(Operator::V1) => {}
        Some(Operator::V2) => {
            return Err(Error::usage(format!(
                "{} is for v2 already",
                name(document)
            )));
        }
        None => {
            return Err(Error::usage(format!(
                "apiVersion {group:?}: expected {}",
                Operator::V1.api_version()
            )));
        }
    }
    if !document.get("spec").is_some_and(Value::is_object) {
        return Err(Error::usage(format!("{}: it has no spec", name(document))));
    }
    let metadata = document.get("metadata");
    if metadata.is_some_and(|metadata| !metadata.is_object() && !metadata.is_null()) {
        return Err(Error::usage(format!("{kind}: metadata is no mapping")));
    }
    Ok(known)
}

/// The spec and every template in it, with its path.
fn jobs(kind: Kind) -> &'static [(&'static str, Kind)] {
    match kind {
        Kind::Backup => &[("spec", Kind::Backup)],
        Kind::Restore => &[("spec", Kind::Restore)],
        Kind::CompactBackup => &[("spec", Kind::CompactBackup)],
        Kind::BackupSchedule => &[
            ("spec.backupTemplate", Kind::Backup),
            ("spec.logBackupTemplate", Kind::Backup),
            ("spec.compactBackupTemplate", Kind::CompactBackup),
        ],
    }
}

fn at<'a>(document: &'a Value, path: &str) -> Option<&'a Value> {
    let found = document.pointer(&format!("/{}", path.replace('.', "/")))?;
    (!found.is_null()).then_some(found)
}

fn at_mut<'a>(document: &'a mut Value, path: &str) -> Option<&'a mut Value> {
    let found = document.pointer_mut(&format!("/{}", path.replace('.', "/")))?;
    (!found.is_null()).then_some(found)
}

fn set(document: &mut Value, path: &str, key: &str, value: Value) {
    if let Some(parent) = at_mut(document, path) {
        put(parent, key, value);
    }
}

#[cfg(test)]
mod tests;
