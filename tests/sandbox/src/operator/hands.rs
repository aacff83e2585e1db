//! What happens to a log backup task outside the operator.

use std::sync::Arc;

use super::document::ObjectKey;
use super::engine::Engine;
use super::pd::Task;
use super::stand_in::Shared;

/// Changes tasks as `br` on somebody's laptop, TiKV or the advancer would. A task has the name of its Backup. When two clusters
/// have a task of the same name, the first cluster in alphabetical order is meant.
pub struct PdHands(pub(super) Arc<Shared>);

impl PdHands {
    /// `br log pause` outside the operator.
    pub fn pause_outside(&self, task: &str) -> Result<(), String> {
        let now = self.0.now();
        self.on(task, |engine, cluster| {
            engine.cache.pd.pause(cluster, task, now)
        })
    }

    /// `br log resume` outside the operator.
    pub fn resume_outside(&self, task: &str) -> Result<(), String> {
        self.on(task, |engine, cluster| {
            engine.cache.pd.resume(cluster, task)
        })
    }

    /// `br log stop` outside the operator.
    pub fn remove(&self, task: &str) -> Result<(), String> {
        self.on(task, |engine, cluster| engine.cache.pd.stop(cluster, task))
    }

    /// TiKV or the advancer pauses the task with an error.
    pub fn error_pause(&self, task: &str, cause: &str) -> Result<(), String> {
        let now = self.0.now();
        self.on(task, |engine, cluster| {
            engine.cache.pd.error_pause(cluster, task, cause, now)
        })
    }

    /// Sets the checkpoint, which then stays where it is.
    pub fn set_checkpoint(&self, task: &str, tso: u64) -> Result<(), String> {
        self.on(task, |engine, cluster| {
            engine.cache.pd.pin(cluster, task, tso)
        })
    }

    /// `br log start` outside the operator, so that the cluster has a task that no Backup owns.
    pub fn start_outside(
        &self,
        namespace: &str,
        cluster: &str,
        task: &str,
        start: u64,
    ) -> Result<(), String> {
        let mut engine = self.0.engine();
        engine
            .cache
            .pd
            .start(&ObjectKey::new(namespace, cluster), task, start)
    }

    /// All tasks by name.
    pub fn tasks(&self) -> Vec<(String, Task)> {
        let engine = self.0.engine();
        let tasks = engine.cache.pd.tasks();
        tasks
            .map(|(name, task)| (name.to_owned(), task.clone()))
            .collect()
    }

    fn on(
        &self,
        task: &str,
        change: impl FnOnce(&mut Engine, &ObjectKey) -> Result<(), String>,
    ) -> Result<(), String> {
        let changed = {
            let mut engine = self.0.engine();
            let cluster = engine
                .cache
                .pd
                .cluster_of(task)
                .ok_or_else(|| format!("no task {task}"))?;
            change(&mut engine, &cluster)
        };
        self.0.changed.notify_one();
        changed
    }
}
