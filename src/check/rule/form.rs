//! The form of a manifest: what the API server or a `create` command would refuse.

use chrono::{DateTime, Utc};

use crate::api::document::at;
use crate::api::{Dialect, Kind};
use crate::check::{CheckSubject, Judgement};
use crate::manifest::work::WorkKind;
use crate::manifest::{Given, Intent, Method, Times, schema_errors};
use crate::{Error, Hint};

/// `schema`: fields that the API does not know or accept.
pub fn schema(subject: &CheckSubject<'_>, _: DateTime<Utc>) -> Vec<Judgement> {
    let object = subject.object;
    let dialect = Dialect::newest(object.operator);
    let errors = schema_errors(subject.manifest, object.kind, dialect);
    if errors.is_empty() {
        return vec![Judgement::ok(
            object,
            "the API knows every field and its type",
        )];
    }
    errors
        .into_iter()
        .map(|error| of_error(subject, error))
        .collect()
}

/// `manifest`: what a `create` command refuses before it connects.
pub fn creatable(subject: &CheckSubject<'_>, now: DateTime<Utc>) -> Vec<Judgement> {
    let object = subject.object;
    let dialect = Dialect::newest(object.operator);
    if !schema_errors(subject.manifest, object.kind, dialect).is_empty() {
        // Each of them is a finding already.
        return Vec::new();
    }
    let kinds = subject.work.first().map(|work| work.kind);
    let method = match kinds {
        Some(WorkKind::Log) => Method::Log,
        Some(WorkKind::Dump) => Method::Dumpling,
        Some(WorkKind::VolumeSnapshot) => Method::VolumeSnapshot,
        Some(WorkKind::Import) => Method::Lightning,
        _ if at(subject.manifest, "/spec/restoreMode") == "volume-snapshot" => {
            Method::VolumeSnapshot
        }
        _ => Method::Br,
    };
    let intent = Intent {
        kind: object.kind,
        operator: object.operator,
        method,
        name: None,
        namespace: Some(object.namespace.as_str()).filter(|namespace| !namespace.is_empty()),
        base: Some(subject.manifest.clone()),
        given: &Given::default(),
        times: &Times::new(),
        set: &[],
        now,
    };
    match intent.manifest() {
        Err(error) => vec![of_error(subject, error)],
        Ok(_) => vec![Judgement::ok(object, "the manifest is whole")],
    }
}

/// `controller`: an object that no operator looks at.
pub fn has_a_controller(subject: &CheckSubject<'_>, _: DateTime<Utc>) -> Vec<Judgement> {
    let object = subject.object;
    match object.operator.runs(object.kind) {
        true => Vec::new(),
        false => vec![Judgement::critical(
            object,
            format!(
                "TiDB Operator {} has the schema of a {} and no controller: the object would never do anything",
                object.operator,
                object.kind.name()
            ),
        )],
    }
}

/// `schedule`: the rules that a schedule must keep.
pub fn schedule(subject: &CheckSubject<'_>, now: DateTime<Utc>) -> Vec<Judgement> {
    match subject.object.kind {
        Kind::BackupSchedule => {
            super::standing::judge_schedule(subject.object, subject.manifest, now)
        }
        Kind::Backup | Kind::CompactBackup | Kind::Restore => Vec::new(),
    }
}

fn of_error(subject: &CheckSubject<'_>, error: Error) -> Judgement {
    let judgement = Judgement::critical(subject.object, error.message);
    let first: Option<Hint> = error.hints.into_iter().next();
    match first {
        Some(hint) => judgement.hint(hint),
        None => judgement,
    }
}
