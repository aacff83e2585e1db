//! Which verb is legal in which situation: one table, one row a situation, read by the plan, the dry run and the tests.

use super::{LogBackup, Situation, Verb};
use crate::api::Dialect;

/// What a verb leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Write the spec, then wait for the transition.
    Send,
    /// The transition is under way and the spec asks for it: wait for its end.
    Wait,
    /// The state is reached already.
    Already,
    /// Refused: `status.commitTs` is not set yet, and the operator would wait for ever.
    NotStarted,
    /// Refused: the start failed. Only a retry of the start helps, or a new object.
    StartFailed,
    /// Refused: a stop is final for this object.
    Stopped,
    /// Refused: a stop is under way, and a stop is final.
    Stopping,
    /// Refused: the cluster does not know the task any more.
    Lost,
    /// Refused: the task paused itself with an error. It has to be resumed with BR first.
    ErrorPaused,
    /// Refused: the object is being deleted.
    Deleting,
}

use Outcome::{
    Already, Deleting, ErrorPaused, Lost, NotStarted, Send, StartFailed, Stopped, Stopping, Wait,
};

/// The transitions of both generations, in the order start, pause, resume, stop, truncate. 1.5.4 has neither pause nor resume;
/// the plan refuses the two before it asks this table.
///
/// | row | docs/operators.md |
/// | --- | --- |
/// | Starting, StartNotAsked | "Sub-commands wait for the start": a stop or a pause before the start waits for ever |
/// | StartFailed | "A failed sub-command stays failed" and "Clearing the sub-status runs it again" |
/// | Pausing, Resuming | "A later sub-command follows by itself" |
/// | PauseTakenBack, ResumeTakenBack | the same: the sub-status alone does not say what the spec asks for by now |
/// | StopTakenBack | "Stop is final": the Job is not cancelled, so only another stop is worth a write |
/// | Stopped | "Stop is final" and "log-start on a Stopped v1 log backup can fail it"; "Truncate follows logTruncateUntil" |
/// | Lost | "A failed read of PD counts as a lost task": pause and stop stay possible |
/// | ErrorPaused | "The way out of an error pause": resume the task with BR, then pause, then resume |
#[rustfmt::skip]
const fn row(situation: Situation) -> [Outcome; 5] {
    match situation {
        //                             start        pause        resume       stop         truncate
        Situation::Starting        => [Wait,        NotStarted,  NotStarted,  NotStarted,  NotStarted],
        Situation::StartNotAsked   => [Send,        NotStarted,  NotStarted,  NotStarted,  NotStarted],
        Situation::StartFailed     => [StartFailed, StartFailed, StartFailed, StartFailed, StartFailed],
        Situation::Running         => [Already,     Send,        Already,     Send,        Send],
        Situation::Pausing         => [Send,        Wait,        Send,        Send,        Send],
        Situation::PauseTakenBack  => [Wait,        Send,        Wait,        Send,        Send],
        Situation::Paused          => [Send,        Already,     Send,        Send,        Send],
        Situation::Resuming        => [Wait,        Send,        Wait,        Send,        Send],
        Situation::ResumeTakenBack => [Send,        Wait,        Send,        Send,        Send],
        Situation::Stopping        => [Stopping,    Stopping,    Stopping,    Wait,        Send],
        Situation::StopTakenBack   => [Stopping,    Stopping,    Stopping,    Send,        Send],
        Situation::Stopped         => [Stopped,     Stopped,     Stopped,     Already,     Send],
        Situation::Lost            => [Lost,        Send,        Lost,        Send,        Send],
        Situation::ErrorPaused     => [ErrorPaused, Send,        ErrorPaused, Send,        Send],
        Situation::Deleting        => [Deleting,    Deleting,    Deleting,    Deleting,    Deleting],
    }
}

/// What `verb` leads to in `situation`.
pub fn decide(situation: Situation, verb: Verb) -> Outcome {
    let [start, pause, resume, stop, truncate] = row(situation);
    match verb {
        Verb::Start => start,
        Verb::Pause => pause,
        Verb::Resume => resume,
        Verb::Stop => stop,
        Verb::Truncate => truncate,
    }
}

impl LogBackup {
    /// Whether a truncation is legal. 1.5.4 truncates nothing once `logStop` is set
    /// (docs/operators.md, "1.5.4 knows only logStop").
    pub fn can_be_truncated(&self) -> bool {
        let is_stopped = self.dialect == Dialect::V1LogStop && self.log_stop == Some(true);
        decide(self.situation(), Verb::Truncate) == Send && !is_stopped
    }
}
