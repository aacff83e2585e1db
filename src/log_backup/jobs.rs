//! The Job of a sub-command: only the Job knows whether a sub-command that is in flight still moves.

use std::fmt;

/// What is known of the Job of a sub-command that is in flight.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum JobState {
    /// Nobody looked.
    #[default]
    NotRead,
    /// The Jobs could not be read.
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
    /// Whether the sub-command waits for ever.
    pub fn is_dead(&self) -> bool {
        match self {
            JobState::Dead(_) => true,
            JobState::NotRead | JobState::Unreadable | JobState::Alive => false,
        }
    }
}

impl fmt::Display for DeadJob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DeadJob::Failed(job) => write!(f, "its Job {job} failed without a verdict of BR"),
            DeadJob::Gone(job) => {
                write!(f, "its Job {job} is gone, and v1 does not create it again")
            }
        }
    }
}
