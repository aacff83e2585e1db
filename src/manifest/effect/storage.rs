//! Settings of the storage that have no effect, or that its vendor does not document.

use super::field::{is_by_br, is_set, text};
use crate::manifest::work::Work;

/// Settings that only rclone reads, which carries dumps.
pub(super) fn idle_settings(work: &Work<'_>) -> Vec<String> {
    let settings = [
        ("/s3/options", "--s3-option"),
        ("/gcs/location", "--gcs-location"),
        ("/gcs/bucketAcl", "--gcs-bucket-acl"),
    ];
    let idle = settings
        .iter()
        .filter(|(field, _)| is_by_br(work) && is_set(work, field));
    idle.map(|(_, flag)| format!("{flag} has no effect: it is for dumps, and BR does not read it"))
        .collect()
}

/// Values of the storage services; another service may know more.
const KNOWN_VALUES: &[(&str, &str, &[&str])] = &[
    (
        "/s3/storageClass",
        "--s3-storage-class",
        &[
            "STANDARD",
            "REDUCED_REDUNDANCY",
            "STANDARD_IA",
            "ONEZONE_IA",
            "INTELLIGENT_TIERING",
            "GLACIER",
            "GLACIER_IR",
            "DEEP_ARCHIVE",
            "OUTPOSTS",
            "EXPRESS_ONEZONE",
        ],
    ),
    (
        "/s3/acl",
        "--s3-acl",
        &[
            "private",
            "public-read",
            "public-read-write",
            "authenticated-read",
            "aws-exec-read",
            "bucket-owner-read",
            "bucket-owner-full-control",
            "log-delivery-write",
        ],
    ),
    (
        "/s3/sse",
        "--s3-sse",
        &["AES256", "aws:kms", "aws:kms:dsse"],
    ),
    (
        "/gcs/storageClass",
        "--gcs-storage-class",
        &[
            "STANDARD",
            "NEARLINE",
            "COLDLINE",
            "ARCHIVE",
            "MULTI_REGIONAL",
            "REGIONAL",
            "DURABLE_REDUCED_AVAILABILITY",
        ],
    ),
    (
        "/gcs/objectAcl",
        "--gcs-object-acl",
        &[
            "authenticatedRead",
            "bucketOwnerFullControl",
            "bucketOwnerRead",
            "private",
            "projectPrivate",
            "publicRead",
        ],
    ),
    (
        "/gcs/bucketAcl",
        "--gcs-bucket-acl",
        &[
            "authenticatedRead",
            "private",
            "projectPrivate",
            "publicRead",
            "publicReadWrite",
        ],
    ),
    (
        "/azblob/accessTier",
        "--azblob-access-tier",
        &["Hot", "Cool", "Cold", "Archive"],
    ),
];

/// Classes whose objects must be brought back by hand before anything can read them.
const OFFLINE_CLASSES: &[&str] = &["GLACIER", "DEEP_ARCHIVE", "Archive"];

pub(super) fn unusual_values(work: &Work<'_>) -> Vec<String> {
    let mut warnings = Vec::new();
    for (field, flag, known) in KNOWN_VALUES {
        let value = text(work, field);
        if value.is_empty() {
            continue;
        }
        if OFFLINE_CLASSES.contains(&value) {
            warnings.push(format!(
                "{flag} {value}: the storage must bring such objects back before a restore, a truncation or a compaction can read them"
            ));
        } else if !known.contains(&value) {
            warnings.push(format!(
                "{flag} {value:?} is not a value that the vendor documents: {}",
                known.join(", ")
            ));
        }
    }
    let endpoint = text(work, "/s3/endpoint");
    if text(work, "/s3/provider") == "ceph" && endpoint.starts_with("https://") {
        warnings.push(format!(
            "the operators take only http:// endpoints for the provider ceph, and never start the Job with {endpoint}; another provider, such as --s3-provider other, takes https"
        ));
    }
    warnings
}
