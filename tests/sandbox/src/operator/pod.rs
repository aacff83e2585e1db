//! The backup-manager pods: what each writes into the CR, and what BR does meanwhile.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::action::{Action, Writer};
use super::dialect::{Dialect, LogCommand};
use super::document::{Key, has, text};
use super::job::{self, End, Purpose, truncate_until};
use super::mode::Mode;
use super::status::{Condition, Update, phase};
use super::storage;
use super::tso;
use super::world::{World, cluster_key};

/// How far a pod has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The Job exists, nothing ran.
    Pending,
    /// The pod wrote Prepare.
    Prepared,
    /// The pod wrote Running and executes BR.
    Running,
    /// The Job is about to be marked.
    Ending(End),
}

/// The pod of one Job.
#[derive(Debug, Clone)]
pub struct Pod {
    /// The Job's purpose.
    pub purpose: Purpose,
    /// The Backup that owns the Job.
    pub backup: Key,
    /// How it behaves.
    pub mode: Mode,
    /// How far it has come.
    pub stage: Stage,
    /// When it moves next.
    pub due: DateTime<Utc>,
    /// When BR began.
    pub started: DateTime<Utc>,
    verdict: Option<(Update, End)>,
}

/// One move of a pod: its requests, and the stage it then is in.
pub struct Move {
    /// The requests.
    pub actions: Vec<Action>,
    /// The next stage; `None` when the Job has ended.
    pub stage: Option<Stage>,
}

impl Pod {
    /// The pod of a Job that was just created.
    pub fn new(purpose: Purpose, backup: Key, mode: Mode, due: DateTime<Utc>) -> Self {
        Self {
            purpose,
            backup,
            mode,
            stage: Stage::Pending,
            due,
            started: due,
            verdict: None,
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

    /// What the pod does next. BR is executed at most once, however often the write of its verdict is tried.
    pub fn advance(
        &mut self,
        dialect: Dialect,
        key: &Key,
        world: &mut World,
        now: DateTime<Utc>,
    ) -> Move {
        let Some(backup) = world.backups.get(&self.backup).cloned() else {
            return Self::end(key, world, End::Failed, now);
        };
        match self.stage {
            Stage::Pending if self.mode == Mode::Early => Self::end(key, world, End::Failed, now),
            Stage::Pending => {
                let job = Action::JobStatus {
                    job: key.clone(),
                    status: job::active(now),
                };
                let mut actions = vec![job];
                actions.extend(self.write(self.progress(&backup, phase::PREPARE)));
                Move {
                    actions,
                    stage: Some(Stage::Prepared),
                }
            }
            Stage::Prepared => {
                self.started = now;
                if self.purpose == Purpose::Snapshot {
                    // BR puts its lock there before anything else.
                    world.data.insert(storage::path(&backup));
                }
                let running = self.progress(&backup, phase::RUNNING);
                Move {
                    actions: self.write(running).into_iter().collect(),
                    stage: Some(Stage::Running),
                }
            }
            Stage::Running if self.mode == Mode::Die => Self::end(key, world, End::Failed, now),
            Stage::Running => {
                let (update, end) = self.decide(dialect, key, &backup, world, now);
                Move {
                    actions: self.write(Some(update)).into_iter().collect(),
                    stage: Some(Stage::Ending(end)),
                }
            }
            Stage::Ending(end) => Self::end(key, world, end, now),
        }
    }

    fn end(key: &Key, world: &World, end: End, now: DateTime<Utc>) -> Move {
        let actions = world.jobs.get(key).map(|job| Action::JobStatus {
            job: key.clone(),
            status: job::ended(job, end, now),
        });
        Move {
            actions: actions.into_iter().collect(),
            stage: None,
        }
    }

    fn write(&self, update: Option<Update>) -> Option<Action> {
        Some(Action::Status {
            backup: self.backup.clone(),
            update: Box::new(update?),
            writer: Writer::Pod,
        })
    }

    fn command(&self) -> Option<LogCommand> {
        match self.purpose {
            Purpose::Log(command) => Some(command),
            Purpose::StopOnDelete => Some(LogCommand::Stop),
            Purpose::Snapshot | Purpose::Clean => None,
        }
    }

    /// Prepare and Running. The path comes with Prepare for snapshots, with Running for a log start.
    fn progress(&self, backup: &Value, kind: &'static str) -> Option<Update> {
        if self.purpose == Purpose::Clean {
            return None;
        }
        let mut update = Update::condition(self.command(), Condition::of(kind));
        update.path = match self.purpose {
            Purpose::Snapshot if is_dump(backup) => {
                (kind == phase::RUNNING).then(|| storage::archive(backup, self.started))
            }
            Purpose::Snapshot => (kind == phase::PREPARE).then(|| storage::path(backup)),
            Purpose::Log(LogCommand::Start) => {
                (kind == phase::RUNNING).then(|| storage::path(backup))
            }
            _ => None,
        };
        Some(update)
    }

    fn decide(
        &mut self,
        dialect: Dialect,
        key: &Key,
        backup: &Value,
        world: &mut World,
        now: DateTime<Utc>,
    ) -> (Update, End) {
        if let Some(verdict) = &self.verdict {
            return verdict.clone();
        }
        let refused = match &self.mode {
            Mode::BrFail(message) => Err(message.clone()),
            _ => self.execute(dialect, backup, world, now),
        };
        let job = world.jobs.get(key).unwrap_or(&Value::Null);
        let verdict = match refused {
            Ok(()) => (self.success(job, backup, world, now), End::Complete),
            Err(message) => (self.failure(backup, &message), End::Failed),
        };
        self.verdict = Some(verdict.clone());
        verdict
    }

    /// What BR does to PD and to the storage.
    fn execute(
        &self,
        dialect: Dialect,
        backup: &Value,
        world: &mut World,
        now: DateTime<Utc>,
    ) -> Result<(), String> {
        let cluster = cluster_key(dialect, backup);
        let task = &self.backup.name;
        match self.purpose {
            Purpose::Log(LogCommand::Start) => {
                world.pd.start(&cluster, task, start_ts(backup, now))?;
                world.data.insert(storage::path(backup));
                Ok(())
            }
            Purpose::Log(LogCommand::Pause) => world.pd.pause(&cluster, task, now),
            Purpose::Log(LogCommand::Resume) => world.pd.resume(&cluster, task),
            Purpose::Log(LogCommand::Stop) | Purpose::StopOnDelete => world.pd.stop(&cluster, task),
            Purpose::Log(LogCommand::Truncate | LogCommand::Unknown) => Ok(()),
            Purpose::Snapshot => Ok(()),
            Purpose::Clean => {
                let path = text(backup, "/status/backupPath");
                let found = world.data.remove(path);
                // v2 row 8g: a local volume without the folder fails, an empty bucket prefix does not.
                match path.strip_prefix("local://") {
                    Some(folder) if !found => {
                        Err(format!("stat {folder}: no such file or directory"))
                    }
                    _ => Ok(()),
                }
            }
        }
    }

    fn success(&self, job: &Value, backup: &Value, world: &World, now: DateTime<Utc>) -> Update {
        let kind = match self.purpose {
            Purpose::Clean => phase::CLEAN,
            _ => phase::COMPLETE,
        };
        let mut update = Update::condition(self.command(), Condition::of(kind));
        if self.purpose != Purpose::Clean {
            update.times = Some((self.started, now));
        }
        match self.purpose {
            Purpose::Snapshot => {
                update.commit_ts = Some(start_ts(backup, self.started).to_string());
                update.size = Some(size(&self.backup.name));
            }
            Purpose::Log(LogCommand::Start) => {
                let start = world
                    .pd
                    .tasks()
                    .find(|(name, _)| *name == self.backup.name)
                    .map_or_else(|| start_ts(backup, now), |(_, task)| task.start);
                update.commit_ts = Some(start.to_string());
            }
            Purpose::Log(LogCommand::Truncate) => {
                update.truncated = truncate_until(job).map(str::to_owned);
            }
            _ => {}
        }
        update
    }

    fn failure(&self, backup: &Value, message: &str) -> Update {
        // The two misspelt reasons are the operators' own (v2 section 3.3).
        let reason = match self.purpose {
            Purpose::Snapshot if is_dump(backup) => "DumpTidbClusterFailed",
            Purpose::Snapshot => "BackupDataToRemoteFailed",
            Purpose::Log(LogCommand::Start) => "StartLogBackupFailed",
            Purpose::Log(LogCommand::Pause) => "PauseLogBackupFailed",
            Purpose::Log(LogCommand::Resume) => "ResumeLogBackuFailed",
            Purpose::Log(LogCommand::Stop) | Purpose::StopOnDelete => "StopLogBackupFailed",
            Purpose::Log(LogCommand::Truncate | LogCommand::Unknown) => "TruncateLogBackuFailed",
            Purpose::Clean => "CleanBackupDataFailed",
        };
        let kind = match self.purpose {
            Purpose::Clean => phase::CLEAN_FAILED,
            _ => phase::FAILED,
        };
        let text = match self.purpose {
            Purpose::Clean => message.to_owned(),
            _ => format!(
                "cluster {}, wait pipe message failed, errMsg [ERROR] {message}, err: exit status 1",
                Key::of(backup)
            ),
        };
        Update::condition(self.command(), Condition::because(kind, reason, text))
    }
}

/// v1 without `br` is Dumpling.
fn is_dump(backup: &Value) -> bool {
    !has(backup, "/spec/br")
}

/// The timestamp that BR begins with: the spec's, or now. Text that it cannot read counts as none (v2 row 6g).
fn start_ts(backup: &Value, now: DateTime<Utc>) -> u64 {
    match tso::parse(text(backup, "/spec/commitTs")) {
        Ok(given) if given > 0 => given,
        _ => tso::tso(now) + 1,
    }
}

/// A size in bytes that looks real and is the same in every run.
fn size(name: &str) -> u64 {
    let spread = name.bytes().fold(7_u64, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(byte.into())
    });
    40_000_000 + spread % 5_000_000_000
}
