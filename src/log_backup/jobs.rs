//! The Job of a sub-command: only the Job knows whether a sub-command that is in flight still moves.

use std::fmt;

use serde_json::Value;

use super::{LogBackup, SubCommand};
use crate::api::document::at;
use crate::api::{Conditions, Dialect};

/// What one look at a Job showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobSeen {
    /// The Job does not exist.
    Missing,
    /// The Job could not be read.
    Unreadable,
    /// The Job has not ended.
    AtWork {
        /// `metadata.uid`: a Job that was created again has another one.
        uid: String,
    },
    /// The Job has succeeded.
    Succeeded,
    /// The Job has failed and does not try again.
    Failed {
        /// `metadata.uid`
        uid: String,
    },
}

impl JobSeen {
    /// What a Job says by its conditions.
    pub fn from_job(job: &Value) -> Self {
        let uid = at(job, "/metadata/uid").as_str().unwrap_or_default();
        let uid = uid.to_owned();
        let conditions = Conditions::of_object(job);
        if conditions.is_true("Complete") {
            Self::Succeeded
        } else if conditions.is_true("Failed") {
            Self::Failed { uid }
        } else {
            Self::AtWork { uid }
        }
    }

    /// Whether a sub-command in flight looks dead, so that a second look is worth its request.
    pub fn is_suspicious(&self, dialect: Dialect) -> bool {
        match self {
            Self::Failed { .. } => true,
            Self::Missing => !makes_jobs_again(dialect),
            Self::Unreadable | Self::AtWork { .. } | Self::Succeeded => false,
        }
    }
}

/// Whether the operator creates the Job of a sub-command again when the Job failed or is gone
/// (docs/operators.md, "A dead log Job is made again on v2" and "A dead log Job hangs for ever on v1").
fn makes_jobs_again(dialect: Dialect) -> bool {
    match dialect {
        Dialect::V2 => true,
        Dialect::V1 | Dialect::V1LogStop => false,
    }
}

/// What is known of the Job of a sub-command that is in flight.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum JobState {
    /// Nobody looked.
    #[default]
    NotRead,
    /// The Job could not be read.
    Unreadable,
    /// The Job is at work, or the operator is about to create it again.
    Alive,
    /// The Job will not bring the sub-command to an end any more.
    Dead(DeadJob),
}

/// How a Job ended without a word in the status of its sub-command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeadJob {
    /// The Job has failed; the name of the Job.
    Failed(String),
    /// v1: the Job is gone, and the operator does not create it again; the name of the Job.
    Gone(String),
}

impl JobState {
    /// Judges two looks at the Job called `job`, some time apart, at a sub-command that was in flight at both. One look is not
    /// enough: the verdict of the Pod may be on its way into the status, and v2 replaces a failed Job at once.
    pub fn judge(dialect: Dialect, job: &str, first: Option<&JobSeen>, second: &JobSeen) -> Self {
        match (second, first) {
            (JobSeen::Unreadable, _) => Self::Unreadable,
            (JobSeen::Failed { .. }, Some(first)) if first == second => {
                Self::Dead(DeadJob::Failed(job.to_owned()))
            }
            (JobSeen::Missing, Some(JobSeen::Missing | JobSeen::Failed { .. }))
                if !makes_jobs_again(dialect) =>
            {
                Self::Dead(DeadJob::Gone(job.to_owned()))
            }
            (
                JobSeen::Missing
                | JobSeen::AtWork { .. }
                | JobSeen::Succeeded
                | JobSeen::Failed { .. },
                _,
            ) => Self::Alive,
        }
    }

    /// Whether the sub-command waits for ever.
    pub fn is_dead(&self) -> bool {
        match self {
            JobState::Dead(_) => true,
            JobState::NotRead | JobState::Unreadable | JobState::Alive => false,
        }
    }
}

impl LogBackup {
    /// The name of the Job of a sub-command (docs/operators.md, "Jobs are named by their purpose").
    pub fn job_name(&self, command: SubCommand) -> String {
        format!("backup-{}-{command}", self.object.name)
    }

    /// The sub-commands whose status says that a Job is at work.
    pub fn commands_with_a_job(&self) -> impl Iterator<Item = SubCommand> {
        let commands = self.commands.iter();
        commands
            .filter(|(_, status)| status.claims_a_job())
            .map(|(command, _)| *command)
    }

    /// Notes what is known of the Job of a sub-command.
    #[must_use]
    pub fn with_job(mut self, command: SubCommand, job: JobState) -> Self {
        if let Some(status) = self.commands.get_mut(&command) {
            status.job = job;
        }
        self
    }
}

impl fmt::Display for DeadJob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DeadJob::Failed(job) => {
                write!(f, "its Job {job} failed, and its Pod wrote no result")
            }
            DeadJob::Gone(job) => {
                write!(f, "its Job {job} is gone, and v1 does not create it again")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Job that the operator replaces, or one whose verdict is on its way, must not be called dead.
    #[test]
    fn only_a_job_that_stays_dead_is_dead() {
        let failed = |uid: &str| JobSeen::Failed {
            uid: uid.to_owned(),
        };
        let at_work = || JobSeen::AtWork {
            uid: "b".to_owned(),
        };
        let job = || "backup-l1-log-pause".to_owned();
        let dead = || JobState::Dead(DeadJob::Failed(job()));
        let gone = || JobState::Dead(DeadJob::Gone(job()));
        let rows = [
            (Dialect::V1, failed("a"), failed("a"), dead()),
            (Dialect::V2, failed("a"), failed("a"), dead()),
            (Dialect::V2, failed("a"), failed("b"), JobState::Alive),
            (Dialect::V2, failed("a"), at_work(), JobState::Alive),
            (
                Dialect::V2,
                JobSeen::Missing,
                JobSeen::Missing,
                JobState::Alive,
            ),
            (Dialect::V1, JobSeen::Missing, JobSeen::Missing, gone()),
            (Dialect::V1LogStop, failed("a"), JobSeen::Missing, gone()),
            (Dialect::V1, at_work(), JobSeen::Missing, JobState::Alive),
            (Dialect::V1, at_work(), failed("b"), JobState::Alive),
            (
                Dialect::V1,
                failed("a"),
                JobSeen::Unreadable,
                JobState::Unreadable,
            ),
            (
                Dialect::V1,
                failed("a"),
                JobSeen::Succeeded,
                JobState::Alive,
            ),
        ];
        for (dialect, first, second, expected) in rows {
            let judged = JobState::judge(dialect, &job(), Some(&first), &second);
            assert_eq!(judged, expected, "{dialect:?} {first:?} {second:?}");
            let at_first_sight = JobState::judge(dialect, &job(), None, &first);
            assert_eq!(at_first_sight, JobState::Alive, "{dialect:?} {first:?}");
        }
    }
}
