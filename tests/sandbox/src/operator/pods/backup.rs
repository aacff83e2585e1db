//! The Pods of a Backup's Jobs: what backup-manager writes into the Backup, and what BR does meanwhile.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::super::action::{Action, Writer};
use super::super::cache::{OperatorCache, cluster_key};
use super::super::dialect::{Dialect, LogSubcommand};
use super::super::document::{ObjectKey, has, text};
use super::super::job::{BackupJob, truncate_until};
use super::super::mode::Mode;
use super::super::status::{StatusCondition, Update, phase};
use super::super::{storage, tso};
use super::{PodScene, Verdict};

/// The program of one Job.
#[derive(Debug, Clone)]
pub struct BackupProgram {
    purpose: BackupJob,
    backup: ObjectKey,
    /// BR is executed at most once, however often the write of its verdict is tried.
    verdict: Option<Verdict>,
}

impl BackupProgram {
    /// What the Job does; `None` when its name says nothing known.
    pub fn new(job: &Value, backup: &ObjectKey) -> Option<Self> {
        let log = !text(job, "/spec/template/spec/containers/0/args/3").is_empty();
        let purpose = BackupJob::from_job_name(text(job, "/metadata/name"), &backup.name, log)?;
        Some(Self {
            purpose,
            backup: backup.clone(),
            verdict: None,
        })
    }

    /// Prepare, then Running.
    pub fn write(&self, scene: &mut PodScene<'_>, number: usize) -> Vec<Action> {
        let kind = match number {
            0 => phase::PREPARE,
            _ => phase::RUNNING,
        };
        if number == 1 && self.purpose == BackupJob::Snapshot {
            // BR puts its lock into the storage before anything else.
            scene.cache.data.insert(storage::path(scene.owner));
        }
        let update = self.progress(scene.owner, kind, scene.started);
        update
            .map(|update| self.status(update))
            .into_iter()
            .collect()
    }

    /// What BR does, and what backup-manager says of it.
    pub fn verdict(&mut self, scene: &mut PodScene<'_>, mode: &Mode) -> Verdict {
        if let Some(verdict) = &self.verdict {
            return verdict.clone();
        }
        let outcome = match mode {
            Mode::BrFail(message) => Err(message.clone()),
            _ => self.execute(scene.dialect, scene.owner, scene.cache, scene.now),
        };
        let update = match &outcome {
            Ok(()) => self.success(scene),
            Err(message) => self.failure(scene.owner, message),
        };
        let verdict = Verdict {
            actions: vec![self.status(update)],
            outcome,
        };
        if verdict.outcome.is_ok() || self.purpose != BackupJob::Clean {
            self.verdict = Some(verdict.clone());
        }
        verdict
    }

    fn status(&self, update: Update) -> Action {
        Action::Status {
            backup: self.backup.clone(),
            update: Box::new(update),
            writer: Writer::Pod,
        }
    }

    fn command(&self) -> Option<LogSubcommand> {
        match self.purpose {
            BackupJob::Log(command) => Some(command),
            BackupJob::StopOnDelete => Some(LogSubcommand::Stop),
            BackupJob::Snapshot | BackupJob::Clean => None,
        }
    }

    /// Prepare and Running. The path comes with Prepare for snapshots, with Running for a log start.
    fn progress(
        &self,
        backup: &Value,
        kind: &'static str,
        started: DateTime<Utc>,
    ) -> Option<Update> {
        if self.purpose == BackupJob::Clean {
            return None;
        }
        let mut update = Update::condition(self.command(), StatusCondition::new(kind));
        update.path = match self.purpose {
            BackupJob::Snapshot if is_dump(backup) => {
                (kind == phase::RUNNING).then(|| storage::archive(backup, started))
            }
            BackupJob::Snapshot => (kind == phase::PREPARE).then(|| storage::path(backup)),
            BackupJob::Log(LogSubcommand::Start) => {
                (kind == phase::RUNNING).then(|| storage::path(backup))
            }
            _ => None,
        };
        Some(update)
    }

    /// What BR does to PD and to the storage.
    fn execute(
        &self,
        dialect: Dialect,
        backup: &Value,
        cache: &mut OperatorCache,
        now: DateTime<Utc>,
    ) -> Result<(), String> {
        let cluster = cluster_key(dialect, backup);
        let task = &self.backup.name;
        match self.purpose {
            BackupJob::Log(LogSubcommand::Start) => {
                cache.pd.start(&cluster, task, start_ts(backup, now))?;
                cache.data.insert(storage::path(backup));
                Ok(())
            }
            BackupJob::Log(LogSubcommand::Pause) => cache.pd.pause(&cluster, task, now),
            BackupJob::Log(LogSubcommand::Resume) => cache.pd.resume(&cluster, task),
            BackupJob::Log(LogSubcommand::Stop) | BackupJob::StopOnDelete => {
                cache.pd.stop(&cluster, task)
            }
            BackupJob::Log(LogSubcommand::Truncate | LogSubcommand::Unknown) => Ok(()),
            BackupJob::Snapshot => Ok(()),
            BackupJob::Clean => {
                let path = text(backup, "/status/backupPath");
                let found = cache.data.remove(path);
                // A local volume without the folder fails, a bucket without objects below the prefix does not.
                match path.strip_prefix("local://") {
                    Some(folder) if !found => {
                        Err(format!("stat {folder}: no such file or directory"))
                    }
                    _ => Ok(()),
                }
            }
        }
    }

    fn success(&self, scene: &PodScene<'_>) -> Update {
        let (backup, started, now) = (scene.owner, scene.started, scene.now);
        let kind = match self.purpose {
            BackupJob::Clean => phase::CLEAN,
            _ => phase::COMPLETE,
        };
        let mut update = Update::condition(self.command(), StatusCondition::new(kind));
        if self.purpose != BackupJob::Clean {
            update.times = Some((started, now));
        }
        match self.purpose {
            BackupJob::Snapshot => {
                update.commit_ts = Some(start_ts(backup, started).to_string());
                update.size = Some(size(&self.backup.name));
            }
            BackupJob::Log(LogSubcommand::Start) => {
                let start = scene
                    .cache
                    .pd
                    .tasks()
                    .find(|(name, _)| *name == self.backup.name)
                    .map_or_else(|| start_ts(backup, now), |(_, task)| task.start);
                update.commit_ts = Some(start.to_string());
            }
            BackupJob::Log(LogSubcommand::Truncate) => {
                update.truncated = truncate_until(scene.job).map(str::to_owned);
            }
            _ => {}
        }
        update
    }

    fn failure(&self, backup: &Value, message: &str) -> Update {
        // The two misspelt reasons are the operators' own.
        let reason = match self.purpose {
            BackupJob::Snapshot if is_dump(backup) => "DumpTidbClusterFailed",
            BackupJob::Snapshot => "BackupDataToRemoteFailed",
            BackupJob::Log(LogSubcommand::Start) => "StartLogBackupFailed",
            BackupJob::Log(LogSubcommand::Pause) => "PauseLogBackupFailed",
            BackupJob::Log(LogSubcommand::Resume) => "ResumeLogBackuFailed",
            BackupJob::Log(LogSubcommand::Stop) | BackupJob::StopOnDelete => "StopLogBackupFailed",
            BackupJob::Log(LogSubcommand::Truncate | LogSubcommand::Unknown) => {
                "TruncateLogBackuFailed"
            }
            BackupJob::Clean => "CleanBackupDataFailed",
        };
        let kind = match self.purpose {
            BackupJob::Clean => phase::CLEAN_FAILED,
            _ => phase::FAILED,
        };
        let text = match self.purpose {
            BackupJob::Clean => message.to_owned(),
            _ => format!(
                "cluster {}, wait pipe message failed, errMsg [ERROR] {message}, err: exit status 1",
                ObjectKey::from_object(backup)
            ),
        };
        Update::condition(self.command(), StatusCondition::because(kind, reason, text))
    }
}

/// v1 without `br` is Dumpling.
fn is_dump(backup: &Value) -> bool {
    !has(backup, "/spec/br")
}

/// The timestamp that BR begins with: that of the spec, or now. BR ignores a text that it cannot parse (docs/operators.md,
/// "An unknown mode runs as a snapshot").
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
