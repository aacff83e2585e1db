//! The pods of a CompactBackup's Job: what each writes into the object (v1 section 9, row 7h).

use chrono::{DateTime, Utc};
use kubectl_tidb_br::time::Tso;
use serde_json::{Value, json};

use super::super::action::Action;
use super::super::document::{Key, text};
use super::super::job::{self, End};
use super::super::mode::Mode;
use super::compaction::{event, retries, write};

/// How far the pod of the moment has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// It is not scheduled yet.
    Pending,
    /// It compacts.
    Running,
    /// The Job is about to be marked.
    Ending(End),
}

/// The pods of one Job, one after the other.
#[derive(Debug, Clone)]
pub struct Run {
    /// The CompactBackup.
    pub compaction: Key,
    /// How the pod of the moment behaves.
    pub mode: Mode,
    /// When it moves next.
    pub due: DateTime<Utc>,
    stage: Stage,
    failed: usize,
}

/// One move: its requests, and what follows.
pub struct Move {
    /// The requests.
    pub actions: Vec<Action>,
    /// Whether the pod failed and another one comes.
    pub again: bool,
    /// Whether the Job has ended.
    pub over: bool,
}

impl Run {
    /// The first pod of a Job that was just created.
    pub fn new(compaction: Key, mode: Mode, due: DateTime<Utc>) -> Self {
        Self {
            compaction,
            mode,
            due,
            stage: Stage::Pending,
            failed: 0,
        }
    }

    /// Whether the mode keeps it where it is.
    pub fn waits(&self) -> bool {
        match self.mode {
            Mode::Hold => self.stage == Stage::Pending,
            Mode::Hang => self.stage == Stage::Running,
            _ => false,
        }
    }

    /// What happens next.
    pub fn advance(&mut self, compaction: &Value, found: &Value, now: DateTime<Utc>) -> Move {
        match self.stage {
            Stage::Ending(end) => self.mark(found, end, now),
            // No pod ever ran: the Job ends at once, whatever its limit.
            Stage::Pending if self.mode == Mode::Early => self.mark(found, End::Failed, now),
            Stage::Pending => self.start(compaction, found, now),
            Stage::Running => match self.mode.clone() {
                Mode::Die => self.fail(compaction, None),
                Mode::BrFail(why) => self.fail(compaction, Some(&why)),
                _ => self.complete(compaction),
            },
        }
    }

    fn mark(&self, found: &Value, end: End, now: DateTime<Utc>) -> Move {
        let mark = Action::JobStatus {
            job: Key::of(found),
            status: job::ended(found, end, now),
        };
        Move {
            actions: vec![mark],
            again: false,
            over: true,
        }
    }

    fn start(&mut self, compaction: &Value, found: &Value, now: DateTime<Utc>) -> Move {
        if moment(compaction, "startTs") > moment(compaction, "endTs") {
            return self.fail(compaction, Some("until-ts must be greater than from-ts"));
        }
        self.stage = Stage::Running;
        let status =
            json!({"state": "Running", "progress": "[READ_META(0/17),COMPACT_WORK(0/1291)]"});
        let started = "The compaction process has started successfully.";
        let actions = vec![
            Action::JobStatus {
                job: Key::of(found),
                status: job::active(now),
            },
            event(compaction, true, "Started", started),
            write(compaction, status),
        ];
        Move {
            actions,
            again: false,
            over: false,
        }
    }

    /// The Job starts pods until they have failed more often than its limit allows.
    fn fail(&mut self, compaction: &Value, why: Option<&str>) -> Move {
        self.failed += 1;
        let again = self.failed <= retries(compaction);
        self.stage = match again {
            true => Stage::Pending,
            false => Stage::Ending(End::Failed),
        };
        let actions = why.map_or_else(Vec::new, |why| {
            vec![
                event(compaction, false, "Failed(Retryable)", why),
                write(compaction, json!({"state": "RetryFailed", "message": why})),
            ]
        });
        Move {
            actions,
            again,
            over: false,
        }
    }

    fn complete(&mut self, compaction: &Value) -> Move {
        self.stage = Stage::Ending(End::Complete);
        let status = json!({
            "state": "Complete", "progress": "[READ_META(17/17),COMPACT_WORK(1291/1291)]",
            "endTs": moment(compaction, "endTs").map(|end| end.to_string()),
        });
        let finished = "The compaction process has finished successfully.";
        Move {
            actions: vec![
                event(compaction, true, "Finished", finished),
                write(compaction, status),
            ],
            again: false,
            over: false,
        }
    }
}

fn moment(compaction: &Value, key: &str) -> Option<Tso> {
    Tso::parse(text(compaction, &format!("/spec/{key}")))
}
