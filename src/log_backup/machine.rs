//! Which verb is legal where: one table, a row a situation, read by the plan, the dry run and the tests.

use super::{Situation, Verb};

/// What a verb leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Write the spec, then wait for the transition.
    Send,
    /// It is under way already: wait for it.
    Wait,
    /// It is so already.
    Already,
    /// `status.commitTs` is not set yet: the operator would wait for ever.
    NotStarted,
    /// The start failed: nothing works but a retry of it, or a new object.
    StartFailed,
    /// Stop is final for this object.
    Stopped,
    /// A stop is under way, and it is final.
    Stopping,
    /// The cluster does not know the task any more.
    Lost,
    /// The task paused itself with an error: pause it through the object first, then resume.
    ErrorPaused,
    /// The object is being deleted.
    Deleting,
}

use Outcome::{
    Already, Deleting, ErrorPaused, Lost, NotStarted, Send, StartFailed, Stopped, Stopping, Wait,
};

/// The transitions of both generations: situation, then start, pause, resume, stop, truncate. 1.5.4 knows no pause and no
/// resume, which is said before this table is asked.
///
/// | row | heading of docs/operators.md |
/// | --- | --- |
/// | Starting | "Sub-commands wait for the start" |
/// | StartFailed | "A failed sub-command stays failed": only clearing the sub-status of the start helps |
/// | Pausing, Resuming | "A later sub-command follows by itself" |
/// | Stopped | "Stop is final", "log-start on a Stopped v1 log backup can fail it", "Truncate follows logTruncateUntil" |
/// | Lost | "A failed read of PD counts as a lost task": a false alarm heals by pause and start, so pause and stop stay open |
/// | ErrorPaused | "The way out of an error pause" |
#[rustfmt::skip]
const TABLE: &[(Situation, [Outcome; 5])] = &[
    //                        start        pause        resume       stop         truncate
    (Situation::Starting,    [Wait,        NotStarted,  NotStarted,  NotStarted,  NotStarted]),
    (Situation::StartFailed, [StartFailed, StartFailed, StartFailed, StartFailed, StartFailed]),
    (Situation::Running,     [Already,     Send,        Already,     Send,        Send]),
    (Situation::Pausing,     [Send,        Wait,        Send,        Send,        Send]),
    (Situation::Paused,      [Send,        Already,     Send,        Send,        Send]),
    (Situation::Resuming,    [Wait,        Send,        Wait,        Send,        Send]),
    (Situation::Stopping,    [Stopping,    Stopping,    Stopping,    Wait,        Send]),
    (Situation::Stopped,     [Stopped,     Stopped,     Stopped,     Already,     Send]),
    (Situation::Lost,        [Lost,        Send,        Lost,        Send,        Send]),
    (Situation::ErrorPaused, [ErrorPaused, Send,        ErrorPaused, Send,        Send]),
    (Situation::Deleting,    [Deleting,    Deleting,    Deleting,    Deleting,    Deleting]),
];

/// What `verb` leads to in `situation`.
pub fn decide(situation: Situation, verb: Verb) -> Outcome {
    let row = TABLE.iter().find(|(row, _)| *row == situation);
    let position = Verb::ALL.iter().position(|known| *known == verb);
    row.zip(position)
        .and_then(|((_, outcomes), position)| outcomes.get(position).copied())
        .unwrap_or(Deleting)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A situation without a row would be refused with the wrong words.
    #[test]
    fn every_situation_has_its_row() {
        for situation in Situation::ALL {
            assert_eq!(
                TABLE.iter().filter(|(row, _)| *row == situation).count(),
                1,
                "{situation:?}"
            );
        }
    }
}
