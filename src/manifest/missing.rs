//! Everything that a manifest lacks, in one message that names the flags to give.

use serde_json::Value;

use super::flag::FLAGS;
use super::intent::Intent;
use super::method::Method;
use crate::api::{self, Dialect, Kind};
use crate::{Error, NextCommand, Result};

/// Fields that more than one flag writes.
const SEVERAL_FLAGS: &[(&str, &str)] = &[
    (
        "gcs.projectId",
        "--gcs-project-id (or project-id= in the URL)",
    ),
    ("local.volume", "--local-pvc or --local-nfs"),
    ("local.volumeMount", "--local-mount-path"),
    (
        "pitrFullBackupStorageProvider.gcs.projectId",
        "project-id= in --full-storage",
    ),
];

/// Reports what `rules` find missing, then the required fields of the schema.
///
/// # Errors
/// Usage, with everything that is missing.
pub(super) fn report(intent: &Intent, document: &Value, rules: &[(bool, &str)]) -> Result<()> {
    let missed = rules.iter().filter(|(missing, _)| *missing);
    let mut words: Vec<String> = missed.map(|(_, word)| (*word).to_owned()).collect();
    let spec = document.get("spec").unwrap_or(&Value::Null);
    for path in api::missing(intent.kind, spec, Dialect::newest(intent.operator)) {
        let word = flag_of_field(&path, intent.place());
        if !words.contains(&word) {
            words.push(word);
        }
    }
    if words.is_empty() {
        return Ok(());
    }
    Err(Error::usage(format!("missing: {}", words.join(", ")))
        .hint(NextCommand::plugin(command(intent)).arg("--help").local()))
}

/// The flag that writes a field, or the field where no flag does.
fn flag_of_field(path: &str, place: &str) -> String {
    let below = path
        .strip_prefix(place)
        .and_then(|below| below.strip_prefix('.'));
    let way = SEVERAL_FLAGS.iter().find(|(field, _)| below == Some(field));
    let flag = || {
        FLAGS
            .iter()
            .find(|flag| flag.field == path || below == Some(flag.field))
    };
    match way {
        Some((_, way)) => (*way).to_owned(),
        None => flag().map_or_else(|| path.to_owned(), |flag| format!("--{}", flag.name)),
    }
}

fn command(intent: &Intent) -> &'static str {
    match (intent.kind, intent.method) {
        (Kind::Backup, Method::Log) => "log start",
        (Kind::Backup, _) => "backup create",
        (Kind::BackupSchedule, _) => "schedule create",
        (Kind::CompactBackup, _) => "compact create",
        (Kind::Restore, _) => "restore create",
    }
}
