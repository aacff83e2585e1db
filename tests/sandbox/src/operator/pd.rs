//! The log backup tasks that BR keeps in PD, and what BR answers when it is asked to change them (docs/operators.md, "A cluster
//! has one log task", "The task has the name of the Backup").

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::document::ObjectKey;
use super::tso::tso;

/// What a task does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdTaskState {
    /// Its checkpoint follows the clock.
    Running,
    /// Paused by hand.
    Paused,
    /// Paused by TiKV or by the advancer, with the cause.
    Error(String),
}

/// One log backup task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The TiDB cluster whose PD holds it.
    pub cluster: ObjectKey,
    /// Its state.
    pub state: PdTaskState,
    /// The TSO of its start.
    pub start: u64,
    /// The checkpoint at which the task stopped.
    checkpoint: u64,
    /// Whether a test has set the checkpoint, which then stays.
    pinned: bool,
}

/// All tasks of all clusters, by task name.
#[derive(Debug, Clone, Default)]
pub struct Pd {
    tasks: BTreeMap<(ObjectKey, String), Task>,
    /// How far a healthy checkpoint lags behind the clock.
    pub lag: TimeDelta,
}

impl Pd {
    /// The task of this name on this cluster.
    pub fn task(&self, cluster: &ObjectKey, name: &str) -> Option<&Task> {
        self.tasks.get(&(cluster.clone(), name.to_owned()))
    }

    /// The tasks of all clusters, by name.
    pub fn tasks(&self) -> impl Iterator<Item = (&str, &Task)> {
        self.tasks
            .iter()
            .map(|((_, name), task)| (name.as_str(), task))
    }

    /// The global checkpoint of a task.
    pub fn checkpoint(&self, cluster: &ObjectKey, name: &str, now: DateTime<Utc>) -> Option<u64> {
        let task = self.task(cluster, name)?;
        Some(match task.state {
            PdTaskState::Running if !task.pinned => tso(now - self.lag).max(task.start),
            _ => task.checkpoint,
        })
    }

    /// `br log start`: refused while the cluster has any task, paused ones included.
    pub fn start(&mut self, cluster: &ObjectKey, name: &str, start: u64) -> Result<(), String> {
        if let Some((_, other)) = self.tasks.keys().find(|(holder, _)| holder == cluster) {
            return Err(format!(
                "[BR:Stream:ErrStreamLogTaskExist]stream task already exists: {other}"
            ));
        }
        self.register(cluster, name, start, start, PdTaskState::Running);
        Ok(())
    }

    /// Registers a task without any check, for a Backup that was on track before the stand-in started.
    pub fn register(
        &mut self,
        cluster: &ObjectKey,
        name: &str,
        start: u64,
        checkpoint: u64,
        state: PdTaskState,
    ) {
        let task = Task {
            cluster: cluster.clone(),
            state,
            start,
            checkpoint,
            pinned: false,
        };
        self.tasks.insert((cluster.clone(), name.to_owned()), task);
    }

    /// `br log pause`: refused when the task is paused already.
    pub fn pause(
        &mut self,
        cluster: &ObjectKey,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<(), String> {
        self.freeze(cluster, name, PdTaskState::Paused, now)
    }

    /// A fatal error on a TiKV, or a lag beyond the advancer's limit, pauses the task.
    pub fn error_pause(
        &mut self,
        cluster: &ObjectKey,
        name: &str,
        cause: &str,
        now: DateTime<Utc>,
    ) -> Result<(), String> {
        self.freeze(cluster, name, PdTaskState::Error(cause.to_owned()), now)
    }

    fn freeze(
        &mut self,
        cluster: &ObjectKey,
        name: &str,
        state: PdTaskState,
        now: DateTime<Utc>,
    ) -> Result<(), String> {
        let reached = self.checkpoint(cluster, name, now).unwrap_or_default();
        let task = self.get(cluster, name)?;
        if task.state != PdTaskState::Running {
            return Err(format!(
                "[BR:KV:ErrKVUnknown]the task {name} already paused, cannot pause it again"
            ));
        }
        task.state = state;
        task.checkpoint = reached;
        Ok(())
    }

    /// `br log resume`: refused when the task is running.
    pub fn resume(&mut self, cluster: &ObjectKey, name: &str) -> Result<(), String> {
        let task = self.get(cluster, name)?;
        if task.state == PdTaskState::Running {
            return Err(format!(
                "[BR:Common:ErrInvalidArgument]the task {name} already resumed, it is active"
            ));
        }
        task.state = PdTaskState::Running;
        Ok(())
    }

    /// `br log stop`: forgets the task.
    pub fn stop(&mut self, cluster: &ObjectKey, name: &str) -> Result<(), String> {
        self.tasks
            .remove(&(cluster.clone(), name.to_owned()))
            .map(|_| ())
            .ok_or_else(|| not_found(name))
    }

    /// Sets the checkpoint, which stays until the task is started again.
    pub fn pin(&mut self, cluster: &ObjectKey, name: &str, checkpoint: u64) -> Result<(), String> {
        let task = self.get(cluster, name)?;
        task.checkpoint = checkpoint;
        task.pinned = true;
        Ok(())
    }

    /// The cluster of the task with this name, for callers that know only the task.
    pub fn cluster_of(&self, name: &str) -> Option<ObjectKey> {
        self.tasks
            .keys()
            .find(|(_, task)| task == name)
            .map(|(cluster, _)| cluster.clone())
    }

    fn get(&mut self, cluster: &ObjectKey, name: &str) -> Result<&mut Task, String> {
        self.tasks
            .get_mut(&(cluster.clone(), name.to_owned()))
            .ok_or_else(|| not_found(name))
    }
}

fn not_found(name: &str) -> String {
    format!("[BR:PiTR:ErrTaskNotFound]can't find the task {name}, please check the task name")
}
