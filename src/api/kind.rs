//! The kinds of custom resources that both generations share.

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
