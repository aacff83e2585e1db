//! The Pods of the operators' Jobs: Job controller, kubelet, backup-manager and BR in one.
//!
//! A [`Run`] plays the Pods of one Job, one after the other, until one succeeds or the Job's `backoffLimit` is used up.
//! What differs between Backups, Restores and compactions is a [`Program`].

mod backup;
mod compaction;
mod log;
pub mod object;
mod restore;

use chrono::{DateTime, Utc};
use serde_json::Value;

use self::backup::BackupProgram;
use self::compaction::CompactionProgram;
use self::object::PodExit;
use self::restore::RestoreProgram;
use super::action::Action;
use super::cache::OperatorCache;
use super::dialect::Dialect;
use super::document::{ObjectKey, text};
use super::job::{self, JobVerdict};
use super::mode::{Mode, Obstacle};
use super::observe::ObjectKind;
use super::restore_job;

/// How far the Pod of the moment has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PodStage {
    /// The Job exists, the Pod does not.
    Uncreated,
    /// The Pod exists, nothing ran.
    Pending,
    /// backup-manager runs, and has made so many writes.
    Running(usize),
    /// The Job is about to be marked.
    Ending(JobVerdict),
}

/// The Pods of one Job.
#[derive(Debug, Clone)]
pub struct JobRun {
    /// The object that owns the Job.
    pub owner: (ObjectKind, ObjectKey),
    /// How the Pod of the moment behaves.
    pub mode: Mode,
    /// How far it has come.
    pub stage: PodStage,
    /// When it moves next.
    pub due: DateTime<Utc>,
    program: Program,
    /// When BR began.
    started: DateTime<Utc>,
    /// How many Pods have failed.
    failed: u64,
    /// How the last Pod ended.
    exit: PodExit,
}

/// What the Pods of a Job do.
#[derive(Debug, Clone)]
enum Program {
    Backup(BackupProgram),
    Restore(RestoreProgram),
    Compaction(CompactionProgram),
}

/// What a Pod sees.
pub struct PodScene<'a> {
    /// The operator line.
    pub dialect: Dialect,
    /// The object that owns the Job.
    pub owner: &'a Value,
    /// The Job.
    pub job: &'a Value,
    /// Clusters, log tasks and storage.
    pub cache: &'a mut OperatorCache,
    /// When BR began.
    pub started: DateTime<Utc>,
    /// The clock.
    pub now: DateTime<Utc>,
}

/// What backup-manager says at its end.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The writes.
    pub actions: Vec<Action>,
    /// Whether BR succeeded, or what it said.
    pub outcome: Result<(), String>,
}

/// One move of a Pod.
#[derive(Debug, Default)]
pub struct Move {
    /// The requests.
    pub actions: Vec<Action>,
    /// The stage after the move; `None` when the Job has ended.
    pub stage: Option<PodStage>,
    /// Whether the next Pod takes a mode of its own.
    pub new_mode: bool,
}

impl Move {
    fn to(stage: PodStage, actions: Vec<Action>) -> Self {
        Self {
            actions,
            stage: Some(stage),
            new_mode: false,
        }
    }
}

impl JobRun {
    /// The first Pod of a Job that was just created; `None` when the Job is not one that an operator makes.
    pub fn new(
        owner: (ObjectKind, ObjectKey),
        job: &Value,
        mode: Mode,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let name = text(job, "/metadata/name");
        let program = match owner.0 {
            ObjectKind::Backup => Program::Backup(BackupProgram::new(job, &owner.1)?),
            ObjectKind::Restore => {
                let prune = name == restore_job::prune_name(&owner.1.name);
                Program::Restore(RestoreProgram { prune })
            }
            ObjectKind::Compaction => Program::Compaction(CompactionProgram),
            _ => return None,
        };
        Some(Self {
            owner,
            mode,
            stage: PodStage::Uncreated,
            due: now,
            program,
            started: now,
            failed: 0,
            exit: PodExit::Killed,
        })
    }

    /// Whether the mode keeps the Pod where it is.
    pub fn waits(&self) -> bool {
        match self.stage {
            PodStage::Pending => self.mode.is_held(),
            PodStage::Running(writes) => self.mode == Mode::Hang && writes == self.writes(),
            PodStage::Uncreated | PodStage::Ending(_) => false,
        }
    }

    /// How many writes backup-manager makes before BR ends.
    fn writes(&self) -> usize {
        match &self.program {
            Program::Backup(_) => 2,
            Program::Restore(restore) => restore.writes(),
            Program::Compaction(_) => 1,
        }
    }

    /// What happens next.
    pub fn advance(&mut self, scene: &mut PodScene<'_>) -> Move {
        scene.started = self.started;
        match self.stage {
            PodStage::Uncreated => self.create(scene),
            PodStage::Pending if self.mode == Mode::Early => self.die(scene, PodExit::NeverRan),
            PodStage::Pending => self.start(scene),
            PodStage::Running(_) if self.mode.is_killed() && self.may_be_killed() => {
                self.die(scene, PodExit::when_killed(&self.mode))
            }
            PodStage::Running(writes) if writes < self.writes() => {
                if writes == 1 && matches!(self.program, Program::Backup(_)) {
                    self.started = scene.now;
                    scene.started = scene.now;
                }
                let mut actions = self.write(scene, writes);
                actions.extend(self.progress_log(scene, writes));
                Move::to(PodStage::Running(writes + 1), actions)
            }
            PodStage::Running(_) => self.finish(scene),
            PodStage::Ending(end) => self.mark(scene, end),
        }
    }

    /// Whether backup-manager has said Running by now, as far as it does before it is killed.
    fn may_be_killed(&self) -> bool {
        match (&self.program, self.stage) {
            (Program::Backup(_), PodStage::Running(writes)) => writes == 2,
            (Program::Restore(_), PodStage::Running(writes)) => writes >= 1,
            _ => true,
        }
    }

    /// The Pod of the moment.
    fn pod(&self, job: &Value) -> ObjectKey {
        object::key(job, self.failed)
    }

    fn create(&self, scene: &PodScene<'_>) -> Move {
        let pod = self.pod(scene.job);
        let mut actions = Vec::new();
        let obstacle = match self.mode {
            Mode::Blocked(obstacle) => Some(obstacle),
            _ => None,
        };
        let refused = matches!(obstacle, Some(Obstacle::ServiceAccount | Obstacle::Quota));
        if !refused {
            actions.push(Action::CreatePod(object::document(
                scene.job,
                &pod,
                &self.mode,
                &scene.cache.node,
            )));
            actions.push(Action::PodStatus {
                pod: pod.clone(),
                status: object::pending(scene.job, &self.mode, scene.now),
            });
        }
        if let Some(obstacle) = obstacle {
            let (about_job, reason, message) = object::obstacle_event(scene.job, obstacle);
            let (kind, about) = match about_job {
                true => (ObjectKind::Job, ObjectKey::from_object(scene.job)),
                false => (ObjectKind::Pod, pod),
            };
            actions.push(Action::Event {
                kind,
                about,
                normal: false,
                reason,
                message,
            });
        }
        Move::to(PodStage::Pending, actions)
    }

    fn start(&mut self, scene: &mut PodScene<'_>) -> Move {
        self.started = scene.now;
        scene.started = scene.now;
        let mut actions = vec![
            Action::JobStatus {
                job: ObjectKey::from_object(scene.job),
                status: job::active(scene.job, self.failed, true, scene.now),
            },
            Action::PodStatus {
                pod: self.pod(scene.job),
                status: object::running(scene.job, scene.now),
            },
            self.log(scene, vec![log::started(scene.owner)], false),
        ];
        if self.writes() == 0 || self.is_killed_before_it_writes() {
            return Move::to(PodStage::Running(0), actions);
        }
        if let Program::Compaction(_) = self.program
            && let Some(refused) = compaction::refusal(scene)
        {
            self.exit = PodExit::Error;
            return self.fail(refused, scene);
        }
        actions.extend(self.write(scene, 0));
        Move::to(PodStage::Running(1), actions)
    }

    /// A compaction whose Pod is killed has written nothing.
    fn is_killed_before_it_writes(&self) -> bool {
        matches!(self.program, Program::Compaction(_)) && self.mode.is_killed()
    }

    /// The writes of backup-manager while BR runs.
    fn write(&self, scene: &mut PodScene<'_>, number: usize) -> Vec<Action> {
        match &self.program {
            Program::Backup(backup) => backup.write(scene, number),
            Program::Restore(restore) => restore.write(scene, number),
            Program::Compaction(_) => compaction::begin(scene),
        }
    }

    fn finish(&mut self, scene: &mut PodScene<'_>) -> Move {
        let mode = self.mode.clone();
        let verdict = match &mut self.program {
            Program::Backup(backup) => backup.verdict(scene, &mode),
            Program::Restore(restore) => restore.verdict(scene, &mode),
            Program::Compaction(_) => compaction::verdict(scene, &mode),
        };
        let line = match &verdict.outcome {
            Ok(()) => log::succeeded(scene.owner),
            Err(why) => log::failed(why),
        };
        let mut actions = vec![self.log(scene, vec![line], true)];
        actions.extend(verdict.actions);
        match verdict.outcome {
            Ok(()) => {
                self.exit = PodExit::Success;
                Move::to(PodStage::Ending(JobVerdict::Complete), actions)
            }
            Err(_) => {
                self.exit = PodExit::Error;
                self.fail(actions, scene)
            }
        }
    }

    /// The Pod is gone without a verdict, or before it ran.
    fn die(&mut self, scene: &PodScene<'_>, exit: PodExit) -> Move {
        self.exit = exit;
        let moved = self.fail(vec![self.log(scene, Vec::new(), true)], scene);
        match moved.stage {
            Some(PodStage::Ending(end)) => {
                let mut marked = self.mark(scene, end);
                marked.actions.splice(0..0, moved.actions);
                marked
            }
            _ => moved,
        }
    }

    /// Lines in the log of the main container.
    fn log(&self, scene: &PodScene<'_>, lines: Vec<String>, ended: bool) -> Action {
        let container = "/spec/template/spec/containers/0/name";
        Action::Log {
            pod: self.pod(scene.job),
            container: text(scene.job, container).to_owned(),
            lines,
            ended,
        }
    }

    fn progress_log(&self, scene: &PodScene<'_>, writes: usize) -> Option<Action> {
        let Program::Restore(restore) = &self.program else {
            return None;
        };
        let (step, percent) = restore.progress(writes)?;
        Some(self.log(scene, vec![log::progress(step, percent)], false))
    }

    /// The Job starts Pods until more of them have failed than its limit allows. A Job whose Pod never ran does not try
    /// again, so that `Early` decides about the whole Job.
    fn fail(&mut self, mut actions: Vec<Action>, scene: &PodScene<'_>) -> Move {
        let limit = scene.job.pointer("/spec/backoffLimit");
        let limit = limit.and_then(Value::as_u64).unwrap_or_default();
        if self.failed >= limit || self.exit == PodExit::NeverRan {
            return Move::to(PodStage::Ending(JobVerdict::Failed), actions);
        }
        actions.push(Action::PodStatus {
            pod: self.pod(scene.job),
            status: object::ended(scene.job, self.exit, scene.now),
        });
        self.failed += 1;
        actions.push(Action::JobStatus {
            job: ObjectKey::from_object(scene.job),
            status: job::active(scene.job, self.failed, false, scene.now),
        });
        Move {
            actions,
            stage: Some(PodStage::Uncreated),
            // A clean Job fails for a cause that stays.
            new_mode: !matches!(self.program, Program::Backup(_)),
        }
    }

    /// What the kubelet and the Job controller write in the end.
    fn mark(&self, scene: &PodScene<'_>, end: JobVerdict) -> Move {
        let failed = self.failed + u64::from(end == JobVerdict::Failed);
        Move {
            actions: vec![
                Action::PodStatus {
                    pod: self.pod(scene.job),
                    status: object::ended(scene.job, self.exit, scene.now),
                },
                Action::JobStatus {
                    job: ObjectKey::from_object(scene.job),
                    status: job::ended(scene.job, end, failed, scene.now),
                },
            ],
            stage: None,
            new_mode: false,
        }
    }

    /// What a Pod that runs writes when its Job is deleted under it.
    pub fn last_words(&self, scene: &PodScene<'_>) -> Vec<Action> {
        match (&self.program, self.stage) {
            (Program::Restore(restore), PodStage::Running(_)) => restore.last_words(scene),
            (Program::Compaction(_), PodStage::Running(_)) => compaction::last_words(scene),
            _ => Vec::new(),
        }
    }
}
