//! The Jobs of an object: their names say what they are for (docs/operators.md, "Jobs are named by their purpose").

use super::ObjectRef;

/// What a Job does for its object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobPurpose {
    /// A snapshot or a dump.
    Backup,
    /// A sub-command of a log backup: `log-start`, `log-pause`, `log-resume`, `log-stop`, `log-truncate`.
    Log(&'static str),
    /// Stops the task of a log backup that is being deleted.
    Stop,
    /// Erases the data of a backup that is being deleted.
    Clean,
    /// A restore.
    Restore,
    /// Cleans up after a failed restore (v1).
    Prune,
    /// A compaction (v1).
    Compaction,
}

impl JobPurpose {
    /// The name of the Job for an object.
    pub fn job_name(self, object: &ObjectRef) -> String {
        let name = &object.name;
        match self {
            JobPurpose::Backup => format!("backup-{name}"),
            JobPurpose::Log(command) => format!("backup-{name}-{command}"),
            JobPurpose::Stop => format!("stop-{name}"),
            JobPurpose::Clean => format!("clean-{name}"),
            JobPurpose::Restore => format!("restore-{name}"),
            JobPurpose::Prune => format!("restore-{name}-prune"),
            JobPurpose::Compaction => name.clone(),
        }
    }
}
