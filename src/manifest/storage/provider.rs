//! The kinds of storage, and what each is called in a spec and in a URL.

use serde_json::Value;

use crate::{Hint, NextCommand};

/// A kind of storage. The variants stand in the order in which the operators look for them in a spec.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provider {
    /// Amazon S3 and what speaks its protocol.
    S3,
    /// Google Cloud Storage.
    Gcs,
    /// Azure Blob Storage.
    Azblob,
    /// A mounted volume.
    Local,
}

impl Provider {
    /// All providers. Where a spec has several, the operators use the first.
    pub const ALL: [Provider; 4] = [
        Provider::S3,
        Provider::Gcs,
        Provider::Azblob,
        Provider::Local,
    ];

    /// The key in the spec.
    pub fn key(self) -> &'static str {
        match self {
            Provider::S3 => "s3",
            Provider::Gcs => "gcs",
            Provider::Azblob => "azblob",
            Provider::Local => "local",
        }
    }

    /// The field that names the bucket.
    pub fn bucket_field(self) -> &'static str {
        match self {
            Provider::S3 | Provider::Gcs => "bucket",
            Provider::Azblob => "container",
            Provider::Local => "volumeMount",
        }
    }

    /// The provider that a spec uses; `None` where it has no storage.
    pub fn of_spec(spec: &Value) -> Option<Self> {
        Self::ALL.into_iter().find(|provider| {
            spec.get(provider.key())
                .is_some_and(|value| !value.is_null())
        })
    }

    /// The provider of a URL with this scheme.
    pub fn from_scheme(scheme: &str) -> Option<Self> {
        match scheme {
            "s3" => Some(Provider::S3),
            "gcs" | "gs" => Some(Provider::Gcs),
            "azblob" | "azure" => Some(Provider::Azblob),
            "local" => Some(Provider::Local),
            _ => None,
        }
    }

    /// The parameters of a URL, each with the field that it writes.
    pub(super) fn parameters(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Provider::S3 => &[
                ("region", "region"),
                ("endpoint", "endpoint"),
                ("provider", "provider"),
                ("storage-class", "storageClass"),
                ("acl", "acl"),
                ("sse", "sse"),
                (FORCE_PATH_STYLE, "forcePathStyle"),
            ],
            Provider::Gcs => &[
                ("project-id", "projectId"),
                ("location", "location"),
                ("storage-class", "storageClass"),
                ("object-acl", "objectAcl"),
                ("bucket-acl", "bucketAcl"),
            ],
            Provider::Azblob => &[
                ("access-tier", "accessTier"),
                ("account-name", "storageAccount"),
            ],
            Provider::Local => &[],
        }
    }

    /// How to make a Secret with the credentials of this storage; `None` for a volume, which needs no credentials.
    pub fn make_secret(self, name: &str) -> Option<Hint> {
        let command = |kind: &str| NextCommand::plugin("setup secret").arg(kind).arg(name);
        match self {
            Provider::S3 => {
                Some(Hint::from(command("s3")).and(" (keys access_key and secret_key)"))
            }
            Provider::Gcs => Some(
                command("gcs")
                    .flag("--from-file", "credentials=FILE")
                    .into(),
            ),
            Provider::Azblob => Some(
                Hint::from(command("azblob").flag("--account", "ACCOUNT"))
                    .and(" (keys AZURE_STORAGE_ACCOUNT and AZURE_STORAGE_KEY)"),
            ),
            Provider::Local => None,
        }
    }
}

/// The one parameter that is not text.
pub(super) const FORCE_PATH_STYLE: &str = "force-path-style";
