//! The safety rules that `--allow` lifts.

use clap::ValueEnum;

use super::{Error, ErrorKind, Hint, Result};

/// A safety rule that `--allow` lifts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Rule {
    /// Another log backup of the cluster is active, and BR runs one log task for each cluster.
    SecondTask,
    /// Snapshots would lose point-in-time recovery.
    Unrestorable,
    /// The history that a resume needs is probably collected.
    ExpiredResume,
    /// A schedule with a log backup and `maxBackups`, which deletes that log backup in time.
    LogMaxBackups,
    /// Data that lies in, around or beside the data of another backup, so that deleting one deletes the other.
    NestedStorage,
}

impl Rule {
    /// The word after `--allow`.
    pub fn word(self) -> &'static str {
        match self {
            Rule::SecondTask => "second-task",
            Rule::Unrestorable => "unrestorable",
            Rule::ExpiredResume => "expired-resume",
            Rule::LogMaxBackups => "log-max-backups",
            Rule::NestedStorage => "nested-storage",
        }
    }

    /// Refuses by this rule, or returns `reason` as the text of a warning where `--allow` lifts the rule.
    ///
    /// # Errors
    /// The refusal, which names the rule and has `way_out` as its first hint.
    pub fn enforce(
        self,
        allowed: &[Rule],
        reason: String,
        way_out: impl Into<Hint>,
    ) -> Result<String> {
        if allowed.contains(&self) {
            return Ok(reason);
        }
        let word = self.word();
        let message = format!("{reason} (rule {word})");
        Err(Error::new(ErrorKind::Rule(self), message)
            .hint(way_out)
            .hint(format!("--allow {word} goes on all the same")))
    }
}
