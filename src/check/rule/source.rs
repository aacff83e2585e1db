//! The backup that a Restore is made from.

use crate::check::{CheckSubject, Judgement};
use crate::cluster::Found;
use crate::lookup::surroundings::Surroundings;
use crate::manifest::storage::Storage;

/// `restore-source`: what speaks against the backup, as it was found when the backup was chosen.
pub fn is_complete(_: &CheckSubject<'_>, surroundings: &Surroundings) -> Vec<Judgement> {
    let Some(source) = &surroundings.source else {
        return Vec::new();
    };
    let doubts = source.doubts.iter();
    doubts
        .map(|doubt| Judgement::critical(&source.object, doubt))
        .collect()
}

/// `source-credentials`: a backup without a Secret authorizes by its account, an annotation or its variables, which a Restore does
/// not take over.
pub fn credentials_are_taken_over(
    subject: &CheckSubject<'_>,
    surroundings: &Surroundings,
) -> Vec<Judgement> {
    let Some(source) = &surroundings.source else {
        return Vec::new();
    };
    let manifest = subject.manifest;
    let secret = Storage::of_spec(&manifest["spec"]);
    if secret.is_none_or(|secret| secret.secret_name().is_some()) {
        return Vec::new();
    }
    let backup = match &source.document {
        Ok(Found::Object(backup)) => backup,
        Ok(Found::NotFound | Found::NotServed) => return Vec::new(),
        Err(error) => return vec![Judgement::unknown(&source.object, error)],
    };
    let ways = [
        ("/spec/serviceAccount", "--service-account"),
        (
            "/metadata/annotations/iam.amazonaws.com~1role",
            "--iam-role",
        ),
        ("/spec/env", "--env or --env-from-secret"),
    ];
    let missing: Vec<&str> = ways
        .iter()
        .filter(|(pointer, _)| {
            backup.pointer(pointer).is_some() && manifest.pointer(pointer).is_none()
        })
        .map(|(_, flag)| *flag)
        .collect();
    if missing.is_empty() {
        return Vec::new();
    }
    vec![Judgement::warning(
        &source.object,
        format!(
            "the backup reaches its storage without a Secret, by what the restore does not have: {}",
            missing.join(", ")
        ),
    )]
}
