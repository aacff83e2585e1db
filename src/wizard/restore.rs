//! What there is to ask about a restore.

use super::Known;
use super::backup::{ACCOUNT, CLAIM, CLUSTER, PROJECT, SECRET, STORAGE};
use super::question::{Need, Offer, PLAIN, Question, Subject};
use crate::api::Kind;
use crate::manifest::name::{self, JobNaming};

/// `restore create -i`
pub const RESTORE: Subject = Subject {
    kind: Kind::Restore,
    place: "/spec",
    purpose: JobNaming::Restore,
    questions: QUESTIONS,
    name: |known, now| {
        let cluster = known.cluster().or(known.text("to-host", "to/host"));
        name::dated(cluster.unwrap_or("restore"), now)
    },
};

/// Flags that say where the data is.
const SOURCES: &[&str] = &[
    "from-backup",
    "from-schedule",
    "cluster-from",
    "storage",
    "archive",
];

const QUESTIONS: &[Question] = &[
    Question {
        flag: "from-backup",
        text: "What to restore",
        also: SOURCES,
        fields: &["s3", "gcs", "azblob", "local"],
        offer: Offer::Backups,
        need: |_| Need::IfOffered("data that no Backup here describes: a storage URL"),
        ..PLAIN
    },
    Question {
        flag: "archive",
        text: "URL of the dump, such as s3://BUCKET/PATH/NAME.tgz",
        also: SOURCES,
        fields: &["s3", "gcs"],
        when: import,
        ..PLAIN
    },
    Question {
        text: "Storage URL of the data, such as s3://BUCKET/PREFIX?region=REGION",
        also: SOURCES,
        offer: Offer::Nothing,
        ..STORAGE
    },
    Question {
        flag: "full-storage",
        text: "Storage URL of the snapshot",
        also: &[
            "from-backup",
            "from-schedule",
            "cluster-from",
            "log-start-ts",
        ],
        fields: &["pitrFullBackupStorageProvider", "logRestoreStartTs"],
        when: |known| known.text("to", "pitrRestoredTs").is_some(),
        ..PLAIN
    },
    Question {
        text: "TiDB cluster to restore into",
        when: |known| !import(known),
        ..CLUSTER
    },
    Question {
        flag: "to-host",
        text: "Host of the TiDB server to import into",
        fields: &["to/host"],
        when: import,
        ..PLAIN
    },
    Question {
        flag: "to-secret",
        text: "Secret with the database password (key password)",
        fields: &["to/secretName"],
        when: import,
        offer: Offer::Passwords,
        ..PLAIN
    },
    Question {
        flag: "storage-size",
        text: "Size of the scratch volume, such as 100Gi",
        fields: &["storageSize"],
        when: import,
        ..PLAIN
    },
    PROJECT,
    CLAIM,
    SECRET,
    ACCOUNT,
];

fn import(known: &Known) -> bool {
    let in_file = known.field("br").is_none() && known.field("to").is_some();
    known.flag("method") == Some("lightning") || known.flag("archive").is_some() || in_file
}
