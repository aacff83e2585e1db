//! Log backups: what an object says about its task, which verbs are legal, and what each verb writes.

mod findings;
mod health;
mod jobs;
mod machine;
mod observed;
mod phase;
mod refusal;
mod situation;
mod transition;
mod truncate;
mod verb;

pub use findings::{Health, HealthReason, Thresholds};
pub use health::{LogState, LogStatus};
pub use jobs::{DeadJob, JobSeen, JobState};
pub use machine::{Outcome, decide};
pub use observed::{LogBackup, LogStorage, SubStatus};
pub use phase::{Phase, SubPhase};
pub use refusal::{how_to_retry, resume};
pub use situation::{Situation, SpecCommand, TaskState};
pub use transition::{PAUSE_TTL, Transition, VerbRequest, plan};
pub use truncate::{SnapshotPoint, TruncateTo, Truncation};
pub use verb::{SubCommand, Verb};
