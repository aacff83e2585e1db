//! The pods of a Restore's Jobs: what each writes, and how often another one is tried.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::dialect::Dialect;
use super::document::{Key, text};
use super::job::{self, End};
use super::mode::Mode;
use super::restore::{Act, Report};
use super::status::{Condition, phase};
use super::tso::tso;
use super::world::{World, cluster_key};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Pending,
    Running,
    Halfway,
    Ending(End),
}

/// The pods of one Job, one after the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Work {
    /// The Restore.
    pub restore: Key,
    /// How the pod of the moment behaves.
    pub mode: Mode,
    /// When it moves next.
    pub due: DateTime<Utc>,
    prune: bool,
    stage: Stage,
    started: DateTime<Utc>,
    failed: u64,
}

/// One move: its requests, and what follows.
pub struct Move {
    /// The requests.
    pub acts: Vec<Act>,
    /// Whether the pod failed and another one comes.
    pub again: bool,
    /// Whether the Job has ended.
    pub over: bool,
}

impl Move {
    fn on(acts: Vec<Act>) -> Self {
        Self {
            acts,
            again: false,
            over: false,
        }
    }
}

/// What a pod sees.
pub struct Place<'a> {
    /// The operator line.
    pub dialect: Dialect,
    /// The Restore.
    pub restore: &'a Value,
    /// The Job.
    pub job: &'a Value,
    /// The log tasks.
    pub world: &'a World,
    /// The clock.
    pub now: DateTime<Utc>,
}

impl Work {
    /// The first pod of a Job that was just created.
    pub fn new(restore: Key, prune: bool, mode: Mode, due: DateTime<Utc>) -> Self {
        Self {
            restore,
            mode,
            due,
            prune,
            stage: Stage::Pending,
            started: due,
            failed: 0,
        }
    }

    /// Whether the mode keeps it where it is.
    pub fn waits(&self) -> bool {
        match self.mode {
            Mode::Hold => self.stage == Stage::Pending,
            Mode::Hang => {
                self.stage == Stage::Halfway || (self.prune && self.stage == Stage::Running)
            }
            _ => false,
        }
    }

    /// What happens next.
    pub fn advance(&mut self, place: &Place<'_>) -> Move {
        match self.stage {
            Stage::Ending(end) => mark(place, end),
            // No pod ever ran: the Job ends at once, whatever its limit.
            Stage::Pending if self.mode == Mode::Early => mark(place, End::Failed),
            Stage::Pending => self.start(place),
            Stage::Running if !self.prune && matches!(self.mode, Mode::Ok | Mode::Hang) => {
                self.stage = Stage::Halfway;
                Move::on(vec![Report::progress(42)])
            }
            Stage::Running | Stage::Halfway => self.end(place),
        }
    }

    fn start(&mut self, place: &Place<'_>) -> Move {
        self.stage = Stage::Running;
        self.started = place.now;
        let mut acts = vec![Act::JobStatus(Key::of(place.job), job::active(place.now))];
        // v2 section 8.3: that a pod tries again usually does not show.
        if self.failed == 0 || place.dialect.is_v1() {
            acts.push(Report::plain(match self.prune {
                true => phase::PRUNE_RUNNING,
                false => phase::RUNNING,
            }));
        }
        Move::on(acts)
    }

    fn end(&mut self, place: &Place<'_>) -> Move {
        match self.verdict(place) {
            Some(Ok(report)) => {
                self.stage = Stage::Ending(End::Complete);
                Move::on(vec![Act::Status(Box::new(report))])
            }
            Some(Err(report)) => self.fail(place, vec![report]),
            None => self.fail(place, Vec::new()),
        }
    }

    /// The Job starts pods until they have failed more often than its limit allows.
    fn fail(&mut self, place: &Place<'_>, acts: Vec<Act>) -> Move {
        self.failed += 1;
        let limit = place.job.pointer("/spec/backoffLimit");
        let again = self.failed <= limit.and_then(Value::as_u64).unwrap_or_default();
        self.stage = match again {
            true => Stage::Pending,
            false => Stage::Ending(End::Failed),
        };
        Move {
            acts,
            again,
            over: false,
        }
    }

    /// What the pod says at its end; nothing when it is killed. BR restores nothing into a cluster whose changes are
    /// being copied (v2 section 8.3).
    fn verdict(&self, place: &Place<'_>) -> Option<Result<Report, Act>> {
        if self.prune {
            return self.pruned();
        }
        let failed = |message: String| {
            Some(Err(Report::because(
                phase::FAILED,
                "RestoreDataFromRemoteFailed",
                message,
            )))
        };
        match &self.mode {
            Mode::Die | Mode::Early => return None,
            Mode::BrFail(message) => return failed(message.clone()),
            Mode::Ok | Mode::Hang | Mode::Hold => {}
        }
        let cluster = cluster_key(place.dialect, place.restore);
        let mut tasks = place.world.pd.tasks();
        match tasks.find(|(_, task)| task.cluster == cluster) {
            Some((name, _)) => failed(format!(
                "[BR:Stream:ErrStreamLogTaskExist]cannot restore while log backup task {name} is running"
            )),
            None => Some(Ok(self.success(place))),
        }
    }

    fn pruned(&self) -> Option<Result<Report, Act>> {
        match &self.mode {
            Mode::Die | Mode::Early => None,
            Mode::BrFail(message) => Some(Err(Report::because(
                phase::PRUNE_FAILED,
                "BRAbortFailed",
                message.clone(),
            ))),
            Mode::Ok | Mode::Hang | Mode::Hold => {
                Some(Ok(Report::of(Condition::of(phase::PRUNE_COMPLETE))))
            }
        }
    }

    /// In `pitr` the metadata of a log has no end, which reads 0 (v2 section 8.3).
    fn success(&self, place: &Place<'_>) -> Report {
        let commit = match text(place.restore, "/spec/restoreMode") {
            "pitr" => "0".to_owned(),
            _ => tso(self.started).to_string(),
        };
        Report {
            condition: Some(Condition::of(phase::COMPLETE)),
            percent: Some(100),
            times: Some((self.started, place.now)),
            commit: Some(commit),
        }
    }
}

/// What the Job controller writes in the end.
fn mark(place: &Place<'_>, end: End) -> Move {
    let status = job::ended(place.job, end, place.now);
    Move {
        acts: vec![Act::JobStatus(Key::of(place.job), status)],
        again: false,
        over: true,
    }
}
