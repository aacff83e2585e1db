//! Names of objects: what Kubernetes accepts, and how long a name may be so that its Jobs can be created.

use chrono::{DateTime, Utc};

pub use crate::api::name::{check_label, check_subdomain};
use crate::{Error, Result};

/// How the Jobs of an object are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobNaming {
    /// `backup-<name>`.
    Snapshot,
    /// `backup-<name>-log-truncate` and the Jobs of the other sub-commands.
    Log,
    /// `restore-<name>`.
    Restore,
    /// `restore-<name>-prune` beside `restore-<name>`.
    PrunedRestore,
    /// The children of a schedule have its name and a time.
    Schedule,
    /// The Job of a compaction has the name of the object.
    Compaction,
}

impl JobNaming {
    /// The longest name whose Jobs can be created: the name of a Job is a label value of at most 63 characters (docs/operators.md,
    /// "Names must fit the Job", "A long log name fails late").
    pub fn longest(self) -> usize {
        match self {
            JobNaming::Snapshot => 56,
            JobNaming::Log => 43,
            JobNaming::Restore => 55,
            JobNaming::PrunedRestore => 49,
            JobNaming::Schedule => 36,
            JobNaming::Compaction => 63,
        }
    }

    fn longest_job(self) -> &'static str {
        match self {
            JobNaming::Snapshot => "backup-NAME",
            JobNaming::Schedule => "backup-NAME-YYYY-MM-DDtHH-MM-SS of a run",
            JobNaming::Log => "backup-NAME-log-truncate",
            JobNaming::Restore => "restore-NAME",
            JobNaming::PrunedRestore => "restore-NAME-prune of --prune",
            JobNaming::Compaction => "NAME",
        }
    }
}

/// Checks that Kubernetes accepts `name`, and that the Jobs of the object can be created.
///
/// # Errors
/// Usage for a name that is not a DNS subdomain, Refused for a name that is too long for its Jobs.
pub fn check(name: &str, naming: JobNaming) -> Result<()> {
    check_subdomain("name", name)?;
    let length = name.len();
    let longest = naming.longest();
    if length > longest {
        return Err(Error::refused(format!(
            "name {name:?} has {length} characters; the Job {} allows {longest}, and a longer name fails late",
            naming.longest_job(),
        ))
        .hint(format!("choose a name of at most {longest} characters")));
    }
    Ok(())
}

/// `<base>-<yyyymmdd>-<hhmmss>` in UTC: the name of a backup for which no name was given.
pub fn dated(base: &str, now: DateTime<Utc>) -> String {
    format!("{base}-{}", now.format("%Y%m%d-%H%M%S"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::Exit;

    /// A log backup of 44 to 46 characters starts and then cannot be truncated or resumed (docs/operators.md, "A long log name fails
    /// late").
    #[test]
    fn names_too_long_for_their_jobs_are_refused() {
        let rows = [
            (JobNaming::Log, 43, None),
            (JobNaming::Log, 44, Some(Exit::Refused)),
            (JobNaming::Log, 46, Some(Exit::Refused)),
            (JobNaming::Snapshot, 56, None),
            (JobNaming::Snapshot, 57, Some(Exit::Refused)),
            (JobNaming::Restore, 55, None),
            (JobNaming::Restore, 56, Some(Exit::Refused)),
            (JobNaming::PrunedRestore, 49, None),
            (JobNaming::PrunedRestore, 50, Some(Exit::Refused)),
            (JobNaming::Snapshot, 254, Some(Exit::Usage)),
        ];
        for (naming, length, exit) in rows {
            let outcome = check(&"n".repeat(length), naming);
            assert_eq!(
                outcome.err().map(|error| error.exit()),
                exit,
                "{naming:?} {length}"
            );
        }
    }

    #[test]
    fn odd_characters_are_usage_errors() {
        for name in [
            "", "A", "a_b", "-a", "a-", "a..b", ".a", "a.", "ä", "a b", "a/b", "a\n",
        ] {
            assert_eq!(
                check(name, JobNaming::Snapshot).unwrap_err().exit(),
                Exit::Usage,
                "{name:?}"
            );
        }
        assert!(check("a.b-1", JobNaming::Log).is_ok());
    }
}
