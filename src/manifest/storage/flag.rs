//! The flags that take a storage URL.

use std::fmt;

/// The flag that a storage URL was given to, so that an error names the flag that the user typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UrlFlag {
    /// `--storage`: the data of the object itself.
    Storage,
    /// `--log-storage`: the log backup of a schedule.
    LogStorage,
    /// `--full-storage`: the snapshot of a point-in-time restore.
    FullStorage,
    /// `--archive`: a dump that Lightning imports.
    Archive,
}

impl UrlFlag {
    /// The flag that names the Secret of this storage.
    pub fn secret_flag(self) -> &'static str {
        match self {
            UrlFlag::Storage | UrlFlag::Archive => "--storage-secret",
            UrlFlag::LogStorage => "--log-storage-secret",
            UrlFlag::FullStorage => "--full-storage-secret",
        }
    }
}

/// As it is typed.
impl fmt::Display for UrlFlag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            UrlFlag::Storage => "--storage",
            UrlFlag::LogStorage => "--log-storage",
            UrlFlag::FullStorage => "--full-storage",
            UrlFlag::Archive => "--archive",
        })
    }
}
