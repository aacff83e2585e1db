//! Log backups: what a CR says about its task, which verbs are legal, and how a transition is followed to its end.

mod command;
mod health;
mod machine;
mod observed;
mod transition;
mod truncate;

pub use command::{Command, Verb};
pub use health::{Health, LogStatus, Reason, State, Thresholds};
pub use machine::{Outcome, decide};
pub use observed::{LogBackup, Situation, SubStatus, TaskState, verdict};
pub use transition::{Change, PAUSE_TTL, Request, plan};
pub use truncate::{SnapshotPoint, TruncateTo, Truncation};
