//! What there is to ask about a backup, and the questions that other nouns share with it.

use super::Known;
use super::question::{Need, Offer, PLAIN, Question, Subject};
use crate::api::Kind;
use crate::manifest::name::{self, JobNaming};
use crate::manifest::storage::Provider;

/// `backup create -i`
pub const BACKUP: Subject = Subject {
    kind: Kind::Backup,
    place: "/spec",
    purpose: JobNaming::Snapshot,
    questions: QUESTIONS,
    name: |known, now| name::dated(known.cluster().unwrap_or("backup"), now),
};

const QUESTIONS: &[Question] = &[
    SNAPSHOT_CLUSTER,
    DATABASE,
    TABLE,
    HOST,
    PASSWORD,
    SCRATCH,
    STORAGE,
    PROJECT,
    CLAIM,
    SECRET,
    ACCOUNT,
];

/// The cluster of a snapshot.
pub(super) const SNAPSHOT_CLUSTER: Question = Question {
    when: |known| !dump(known),
    ..CLUSTER
};

/// For `--type db` and `table`.
pub(super) const DATABASE: Question = Question {
    flag: "db",
    text: "Database",
    fields: &["br/db"],
    when: |known| matches!(known.text("type", "backupType"), Some("db" | "table")),
    ..PLAIN
};

/// For `--type table`.
pub(super) const TABLE: Question = Question {
    flag: "table",
    text: "Table",
    fields: &["br/table"],
    when: |known| known.text("type", "backupType") == Some("table"),
    ..PLAIN
};

/// The database that a dump reads from.
pub(super) const HOST: Question = Question {
    flag: "from-host",
    text: "Host of the TiDB server",
    fields: &["from/host"],
    when: dump,
    ..PLAIN
};

/// Its password.
pub(super) const PASSWORD: Question = Question {
    flag: "from-secret",
    text: "Secret with the database password (key password)",
    fields: &["from/secretName"],
    when: dump,
    offer: Offer::Passwords,
    ..PLAIN
};

/// Where a dump is packed.
pub(super) const SCRATCH: Question = Question {
    flag: "storage-size",
    text: "Size of the scratch volume, such as 100Gi",
    fields: &["storageSize"],
    when: dump,
    ..PLAIN
};

/// Which TiDB cluster.
pub(super) const CLUSTER: Question = Question {
    flag: "cluster",
    text: "TiDB cluster",
    fields: &["br/cluster"],
    offer: Offer::Clusters,
    ..PLAIN
};

/// Where the data goes.
pub(super) const STORAGE: Question = Question {
    flag: "storage",
    text: "Storage URL, such as s3://BUCKET/{cluster}/{name}?region=REGION",
    fields: &["s3", "gcs", "azblob", "local"],
    offer: Offer::Storage,
    ..PLAIN
};

/// The project that a bucket of Google's belongs to.
pub(super) const PROJECT: Question = Question {
    flag: "gcs-project-id",
    text: "Google Cloud project",
    fields: &["gcs/projectId"],
    when: |known| {
        let named = known.storage().is_some_and(|url| {
            url.parameters
                .iter()
                .any(|(field, _)| *field == "projectId")
        });
        known.provider() == Some(Provider::Gcs) && !named
    },
    ..PLAIN
};

/// The volume of local storage.
pub(super) const CLAIM: Question = Question {
    flag: "local-pvc",
    text: "PersistentVolumeClaim that TiKV and the job mount",
    also: &["local-nfs"],
    fields: &["local/volume"],
    when: |known| known.provider() == Some(Provider::Local),
    offer: Offer::Claims,
    ..PLAIN
};

/// Flags that say with which right the storage is reached, without a Secret.
const IDENTITY: &[&str] = &["service-account", "iam-role", "use-kms", "env-from-secret"];

/// The credentials of the storage. The operators crash on Azure without a Secret
/// (docs/operators.md, "One object can end the v1 operator", "v2 panics again and again without a status").
pub(super) const SECRET: Question = Question {
    flag: "storage-secret",
    text: "Secret with the credentials of the storage",
    fields: &[
        "s3/secretName",
        "gcs/secretName",
        "azblob/secretName",
        "azblob/sasToken",
    ],
    when: |known| match known.provider() {
        Some(Provider::Azblob) => true,
        Some(Provider::S3 | Provider::Gcs) => {
            !known.any(IDENTITY)
                && known.field("serviceAccount").is_none()
                && known.field("env").is_none()
        }
        Some(Provider::Local) | None => false,
    },
    offer: Offer::Secrets,
    need: |known| match known.provider() {
        Some(Provider::Azblob) => Need::Required,
        _ => Need::Optional("none: the Pod has an identity of its own, such as an IAM role"),
    },
    ..PLAIN
};

/// Who the Pod is. Asked where the credentials had to be asked for too.
pub(super) const ACCOUNT: Question = Question {
    flag: "service-account",
    text: "ServiceAccount of the Pod",
    fields: &["serviceAccount"],
    when: |known| known.was_asked("storage-secret"),
    offer: Offer::Accounts,
    need: |_| Need::Default("tidb-backup-manager, the operator's default"),
    ..PLAIN
};

fn dump(known: &Known) -> bool {
    let in_file = known.field("br").is_none() && known.field("from").is_some();
    known.flag("method") == Some("dumpling") || in_file
}
