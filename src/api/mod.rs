//! The custom resources of both operator generations: groups, kinds, names, and what each schema knows.

mod check;
mod crd;
pub mod document;
mod envelope;
mod fields;
pub mod merge_patch;
pub mod name;
pub mod schema;

use std::fmt;

use serde_json::Value;

pub use check::{document_problems, missing, problems};
pub use crd::crds;
pub use schema::{Dialect, Fault, Problem};

/// An operator generation, which is also an API group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operator {
    /// TiDB Operator 1.x, `pingcap.com/v1alpha1`.
    V1,
    /// TiDB Operator 2.x, `br.pingcap.com/v1alpha1`.
    V2,
}

impl Operator {
    /// Both generations, the newer one first.
    pub const ALL: [Operator; 2] = [Operator::V2, Operator::V1];

    /// The API group.
    pub fn group(self) -> &'static str {
        match self {
            Operator::V1 => "pingcap.com",
            Operator::V2 => "br.pingcap.com",
        }
    }

    /// `group/version` as it stands in a manifest.
    pub fn api_version(self) -> &'static str {
        match self {
            Operator::V1 => "pingcap.com/v1alpha1",
            Operator::V2 => "br.pingcap.com/v1alpha1",
        }
    }

    /// The generation that serves an `apiVersion`, if it is one of ours.
    pub fn from_api_version(api_version: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|operator| operator.api_version() == api_version)
    }

    /// The finalizer that the operator puts on its Backups.
    pub fn finalizer(self) -> &'static str {
        match self {
            Operator::V1 => "tidb.pingcap.com/backup-protection",
            Operator::V2 => "pingcap.com/finalizer",
        }
    }

    /// Whether status is a subresource of its own. v1 CRDs have none: status is written through the object.
    pub fn status_subresource(self) -> bool {
        self == Operator::V2
    }
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Operator::V1 => "v1",
            Operator::V2 => "v2",
        })
    }
}

/// The kinds that both generations share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A snapshot, a logical dump or a log backup.
    Backup,
    /// Snapshots at set times, with an optional log backup and compactions.
    BackupSchedule,
    /// One compaction of log backup data.
    CompactBackup,
    /// One restore.
    Restore,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 4] = [
        Kind::Backup,
        Kind::BackupSchedule,
        Kind::CompactBackup,
        Kind::Restore,
    ];

    /// `kind` as it stands in a manifest.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Backup => "Backup",
            Kind::BackupSchedule => "BackupSchedule",
            Kind::CompactBackup => "CompactBackup",
            Kind::Restore => "Restore",
        }
    }

    /// The lower-case singular, as in `backup.br.pingcap.com/x`.
    pub fn singular(self) -> &'static str {
        match self {
            Kind::Backup => "backup",
            Kind::BackupSchedule => "backupschedule",
            Kind::CompactBackup => "compactbackup",
            Kind::Restore => "restore",
        }
    }

    /// The lower-case plural, as in a URL.
    pub fn plural(self) -> &'static str {
        match self {
            Kind::Backup => "backups",
            Kind::BackupSchedule => "backupschedules",
            Kind::CompactBackup => "compactbackups",
            Kind::Restore => "restores",
        }
    }

    /// The short name of the resource.
    pub fn short_name(self) -> &'static str {
        match self {
            Kind::Backup => "bk",
            Kind::BackupSchedule => "bks",
            Kind::CompactBackup => "cpbk",
            Kind::Restore => "rt",
        }
    }

    /// The kind with this `kind` text.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One custom resource of ours: enough to address it and to print it as `-o name` does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectRef {
    /// The generation whose group holds the object.
    pub operator: Operator,
    /// Its kind.
    pub kind: Kind,
    /// Its namespace.
    pub namespace: String,
    /// Its name.
    pub name: String,
}

impl ObjectRef {
    /// Addresses the object in `manifest`; `None` when it is not one of ours.
    pub fn of(manifest: &Value) -> Option<Self> {
        let text = |pointer: &str| manifest.pointer(pointer).and_then(Value::as_str);
        Some(Self {
            operator: Operator::from_api_version(text("/apiVersion")?)?,
            kind: Kind::from_name(text("/kind")?)?,
            namespace: text("/metadata/namespace").unwrap_or_default().to_owned(),
            name: text("/metadata/name")?.to_owned(),
        })
    }
}

/// `backup.br.pingcap.com/x`, as `-o name` prints it.
impl fmt::Display for ObjectRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}.{}/{}",
            self.kind.singular(),
            self.operator.group(),
            self.name
        )
    }
}
