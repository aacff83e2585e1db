//! What the manifest alone shows. `Invalid` cannot be undone: the object has to be made again.

use crate::api::document::at;
use crate::check::{CheckSubject, Judgement};
use crate::manifest::work::Work;

fn text<'a>(work: &Work<'a>, pointer: &str) -> &'a str {
    at(work.spec, pointer).as_str().unwrap_or_default()
}

/// `backup-type`
pub fn backup_type(subject: &CheckSubject<'_>) -> Vec<Judgement> {
    let judge = |work: &Work<'_>| {
        let backup_type = text(work, "/backupType");
        let message = match backup_type {
            "" | "full" => return None,
            "db" | "table" if text(work, "/br/db").is_empty() => {
                format!("type {backup_type} without --db: the operator marks it Invalid")
            }
            "table" if text(work, "/br/table").is_empty() => {
                "type table without --table: the operator marks it Invalid".to_owned()
            }
            "db" | "table" => return None,
            _ => format!("type {backup_type:?} is unknown: the operator marks it Invalid"),
        };
        Some(Judgement::critical(subject.object, message))
    };
    subject.work.iter().filter_map(judge).collect()
}

/// `s3-endpoint`
pub fn s3_endpoint(subject: &CheckSubject<'_>) -> Vec<Judgement> {
    let judge = |work: &Work<'_>| {
        let endpoint = text(work, "/s3/endpoint");
        let has_scheme = ["http://", "https://"]
            .iter()
            .any(|scheme| endpoint.starts_with(scheme));
        (!endpoint.is_empty() && !has_scheme).then(|| {
            Judgement::critical(
                subject.object,
                format!("S3 endpoint {endpoint:?} has no scheme: the operator marks it Invalid"),
            )
            .hint("begin the endpoint with http:// or https://")
        })
    };
    subject.work.iter().filter_map(judge).collect()
}

/// `filter-with-db`
pub fn filter_with_db(subject: &CheckSubject<'_>) -> Vec<Judgement> {
    let judge = |work: &Work<'_>| {
        let filters = at(work.spec, "/tableFilter").is_array();
        (filters && !text(work, "/br/db").is_empty()).then(|| {
            Judgement::warning(
                subject.object,
                "with --filter, the operator does not pass --db and --table on",
            )
        })
    };
    subject.work.iter().filter_map(judge).collect()
}
