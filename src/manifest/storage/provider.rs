//! The kinds of storage, and what each is called in a spec and in a URL.

use serde_json::Value;

/// The providers, in the order in which the operators look for them.
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
    /// All providers; an object with several uses the first.
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

    /// The provider that a spec uses.
    pub fn of_spec(spec: &Value) -> Option<Self> {
        Self::ALL.into_iter().find(|provider| {
            spec.get(provider.key())
                .is_some_and(|value| !value.is_null())
        })
    }

    pub(super) fn from_scheme(scheme: &str) -> Option<Self> {
        match scheme {
            "s3" => Some(Provider::S3),
            "gcs" | "gs" => Some(Provider::Gcs),
            "azblob" | "azure" => Some(Provider::Azblob),
            "local" => Some(Provider::Local),
            _ => None,
        }
    }

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

    pub(super) fn secret_command(self) -> &'static str {
        match self {
            Provider::S3 => "kubectl tidb-br setup secret s3 NAME (keys access_key and secret_key)",
            Provider::Gcs => "kubectl tidb-br setup secret gcs NAME --from-file credentials=FILE",
            Provider::Azblob | Provider::Local => {
                "kubectl tidb-br setup secret azblob NAME --account ACCOUNT (keys AZURE_STORAGE_ACCOUNT and AZURE_STORAGE_KEY)"
            }
        }
    }
}

/// The one parameter that is not text.
pub(super) const FORCE_PATH_STYLE: &str = "force-path-style";
