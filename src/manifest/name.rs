//! Names of objects: what Kubernetes accepts, and how long the names and labels derived from them may grow.

use chrono::{DateTime, Utc};

pub use crate::api::name::{check_label, check_subdomain};
use crate::{Error, Result};

/// What an object is for, as far as the names of its Jobs go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// `backup-<name>`.
    Snapshot,
    /// `backup-<name>-log-truncate` and its sisters.
    Log,
    /// `restore-<name>`.
    Restore,
    /// A schedule; its children carry a time.
    Schedule,
    /// A compaction's Job has its own name.
    Compaction,
}

impl Purpose {
    /// The longest name whose Jobs still fit into a label value of 63 characters, as seen on running operators:
    /// a log backup of 44 to 46 characters starts, but cannot be truncated (44) or resumed (46) any more.
    pub fn longest(self) -> usize {
        match self {
            Purpose::Snapshot => 56,
            Purpose::Log => 43,
            Purpose::Restore => 55,
            Purpose::Schedule => 36,
            Purpose::Compaction => 63,
        }
    }

    fn longest_job(self) -> &'static str {
        match self {
            Purpose::Snapshot => "backup-NAME",
            Purpose::Schedule => "backup-NAME-YYYY-MM-DDtHH-MM-SS of a run",
            Purpose::Log => "backup-NAME-log-truncate",
            Purpose::Restore => "restore-NAME",
            Purpose::Compaction => "NAME",
        }
    }
}

/// Checks that Kubernetes would take `name`, and that the Jobs of its `purpose` can be made.
///
/// # Errors
/// Usage for a name that is no DNS subdomain, Refused for one that is too long for its Jobs.
pub fn check(name: &str, purpose: Purpose) -> Result<()> {
    check_subdomain("name", name)?;
    let length = name.len();
    let longest = purpose.longest();
    if length > longest {
        return Err(Error::refused(format!(
            "name {name:?} has {length} characters; the Job {} allows {longest}, and a longer name fails late",
            purpose.longest_job(),
        ))
        .hint(format!("choose a name of at most {longest} characters")));
    }
    Ok(())
}

/// `<base>-<yyyymmdd>-<hhmmss>` in UTC, the name of a backup that was given none.
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
            (Purpose::Log, 43, None),
            (Purpose::Log, 44, Some(Exit::Refused)),
            (Purpose::Log, 46, Some(Exit::Refused)),
            (Purpose::Snapshot, 56, None),
            (Purpose::Snapshot, 57, Some(Exit::Refused)),
            (Purpose::Restore, 55, None),
            (Purpose::Restore, 56, Some(Exit::Refused)),
            (Purpose::Snapshot, 254, Some(Exit::Usage)),
        ];
        for (purpose, length, exit) in rows {
            let outcome = check(&"n".repeat(length), purpose);
            assert_eq!(
                outcome.err().map(|error| error.exit()),
                exit,
                "{purpose:?} {length}"
            );
        }
    }

    #[test]
    fn odd_characters_are_usage_errors() {
        for name in [
            "", "A", "a_b", "-a", "a-", "a..b", ".a", "a.", "ä", "a b", "a/b", "a\n",
        ] {
            assert_eq!(
                check(name, Purpose::Snapshot).unwrap_err().exit(),
                Exit::Usage,
                "{name:?}"
            );
        }
        assert!(check("a.b-1", Purpose::Log).is_ok());
    }
}
