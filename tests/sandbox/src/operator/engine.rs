//! The stand-in without the network: work queue, timers, Pods. The engine is fed with what the API server says, and answers
//! with what to ask of the API server.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};

use super::action::{Action, Reconciled, Requeue, Writer};
use super::cache::{OperatorCache, Tracked, cluster_key};
use super::collector;
use super::dialect::{Dialect, OperatorLine};
use super::document::{ObjectKey, deleting, has, text};
use super::job;
use super::kernel;
use super::mode::{Mode, Modes};
use super::observe::ObjectKind;
use super::pods::{JobRun, PodScene, PodStage};
use super::queue::Queue;
use super::reconcile::reconcile;
use super::restore::{self, RestoreReader};
use super::schedule;
use super::status::Update;
use super::step::{EngineStep, Item, StepAnswer, StepSource};
use super::timings::{Timings, delta};

/// The state of the stand-in.
pub struct Engine {
    /// The operator line.
    pub dialect: Dialect,
    /// How long things take.
    pub timings: Timings,
    /// What the operator sees.
    pub cache: OperatorCache,
    /// How coming Jobs end.
    pub modes: Modes,
    /// The object that ended the operator process (docs/operators.md, "One object can end the v1 operator").
    pub crashed: Option<ObjectKey>,
    pub(super) runs: BTreeMap<ObjectKey, JobRun>,
    pub(super) queue: Queue<Item>,
    pub(super) failures: BTreeMap<Item, u32>,
    pub(super) known: BTreeSet<String>,
    /// UIDs of objects that are gone: what a watch still says about them is stale.
    pub(super) buried: BTreeSet<String>,
    /// UIDs of schedules that are gone.
    pub(super) departed: BTreeSet<String>,
    /// What Pods write when their Job is deleted under them.
    pub(super) last_words: VecDeque<EngineStep>,
    resync_at: DateTime<Utc>,
    tracker_at: DateTime<Utc>,
    checkpoints: BTreeSet<ObjectKey>,
    pub(super) first_checkpoints: Queue<ObjectKey>,
    /// Whether something may be left for the garbage collector.
    pub(super) litter: bool,
}

impl Engine {
    /// A stand-in that has seen nothing yet.
    pub fn new(dialect: Dialect, timings: Timings, now: DateTime<Utc>) -> Self {
        let mut cache = OperatorCache::default();
        cache.pd.lag = delta(timings.lag);
        Self {
            dialect,
            timings,
            cache,
            modes: Modes::default(),
            crashed: None,
            runs: BTreeMap::new(),
            queue: Queue::default(),
            failures: BTreeMap::new(),
            known: BTreeSet::new(),
            buried: BTreeSet::new(),
            departed: BTreeSet::new(),
            last_words: VecDeque::new(),
            resync_at: now + delta(timings.resync),
            tracker_at: now + delta(timings.tracker),
            checkpoints: BTreeSet::new(),
            first_checkpoints: Queue::default(),
            litter: true,
        }
    }

    /// The next step that is due, if there is one.
    pub fn next(&mut self, now: DateTime<Utc>) -> Option<EngineStep> {
        self.tick(now);
        if let Some(step) = self.last_words.pop_front() {
            return Some(step);
        }
        while self.crashed.is_none() {
            let step = if let Some(key) = self.checkpoints.pop_first() {
                self.checkpoint(&key, now)
            } else if let Some(item) = self.queue.pop(now) {
                self.controller(&item, now)
            } else {
                break;
            };
            if step.is_some() {
                return step;
            }
        }
        if self.litter {
            if let Some(actions) = collector::collect(&self.cache, self.dialect, &self.departed) {
                return Some(EngineStep::plain(
                    StepSource::Collector,
                    "garbage collector",
                    actions,
                ));
            }
            self.litter = false;
        }
        self.pod(now)
    }

    /// When the next timer or Pod is due.
    pub fn due(&self) -> Option<DateTime<Utc>> {
        let running = self.crashed.is_none();
        let objects = [self.queue.due(), self.first_checkpoints.due()];
        let timers = [Some(self.resync_at), Some(self.tracker_at)];
        let operator = objects.into_iter().chain(timers).flatten();
        operator.filter(|_| running).chain(self.pod_due()).min()
    }

    /// When the next Pod moves.
    pub fn pod_due(&self) -> Option<DateTime<Utc>> {
        let moving = self.runs.values().filter(|run| !run.waits());
        moving.map(|run| run.due).min()
    }

    /// How the API server answered a step.
    pub fn answered(&mut self, step: &EngineStep, taken: StepAnswer, now: DateTime<Utc>) {
        match &step.source {
            StepSource::Controller(item) => {
                let next = match taken {
                    StepAnswer::Granted => step.next,
                    StepAnswer::Refused | StepAnswer::Unreachable => Requeue::Retry,
                };
                if self.cache.object(item.0, &item.1).is_some() {
                    self.requeue(item, next, now);
                }
            }
            StepSource::Pod(job) => self.pod_answered(job, step, taken, now),
            StepSource::Tracker | StepSource::Collector => {}
        }
    }

    /// The operator process starts anew: it reconciles every object, and tracks every log backup again (docs/operators.md,
    /// "log-start on a Stopped v1 log backup can fail it").
    pub fn restart(&mut self, now: DateTime<Utc>) {
        self.crashed = None;
        self.failures.clear();
        self.wake_all(now);
        self.resync_at = now + delta(self.timings.resync);
        self.tracker_at = now + delta(self.timings.tracker);
        self.cache.tracked.clear();
        for (key, backup) in &self.cache.backups {
            if has(backup, "/status/commitTs") && text(backup, "/spec/backupMode") == "log" {
                self.cache.tracked.insert(key.clone(), Tracked::default());
            }
        }
    }

    fn wake_all(&mut self, now: DateTime<Utc>) {
        for kind in [
            ObjectKind::Backup,
            ObjectKind::Restore,
            ObjectKind::Schedule,
            ObjectKind::Compaction,
        ] {
            let keys = self.cache.objects(kind).into_iter().flatten();
            for (key, _) in keys {
                self.queue.wake(&(kind, key.clone()), now);
            }
        }
    }

    /// Changes how a Job that has not ended goes on, at once. Whether there is such a Job.
    pub fn decide(&mut self, job: &ObjectKey, mode: Mode, now: DateTime<Utc>) -> bool {
        let Some(run) = self.runs.get_mut(job) else {
            return false;
        };
        run.mode = mode;
        run.due = run.due.min(now);
        true
    }

    fn tick(&mut self, now: DateTime<Utc>) {
        while let Some(key) = self.first_checkpoints.pop(now) {
            self.checkpoints.insert(key);
        }
        if now >= self.tracker_at {
            self.tracker_at = now + delta(self.timings.tracker);
            self.checkpoints = self.cache.backups.keys().cloned().collect();
            let backups = &self.cache.backups;
            // A Stopped task is tracked until the tracker reads PD the next time.
            self.cache.tracked.retain(|key, tracked| {
                tracked.read_at = None;
                backups
                    .get(key)
                    .is_some_and(|backup| text(backup, "/status/phase") != "Stopped")
            });
        }
        if now >= self.resync_at {
            // The rhythm stays the same, however late the resync is noticed.
            while self.resync_at <= now {
                self.resync_at += delta(self.timings.resync);
            }
            self.resync(now);
        }
    }

    /// v1 reconciles every object.
    pub fn resync(&mut self, now: DateTime<Utc>) {
        if self.dialect.first_generation() {
            self.wake_all(now);
            self.cache.idle_truncates.clear();
        }
    }

    fn controller(&mut self, item: &Item, now: DateTime<Utc>) -> Option<EngineStep> {
        let Reconciled {
            rule,
            actions,
            next,
        } = self.reconcile(item, now)?;
        if next == Requeue::Crash {
            self.crashed = Some(item.1.clone());
            return None;
        }
        if actions.is_empty() {
            self.requeue(item, next, now);
            return None;
        }
        if item.0 == ObjectKind::Backup {
            self.count_idle_truncates(&item.1, rule, now);
        }
        Some(EngineStep {
            source: StepSource::Controller(item.clone()),
            rule,
            actions,
            next,
            stage: None,
        })
    }

    /// What the controller of the kind does with the object.
    fn reconcile(&mut self, (kind, key): &Item, now: DateTime<Utc>) -> Option<Reconciled> {
        if *kind == ObjectKind::Backup {
            self.read_pd(key, now);
        }
        let object = self.cache.object(*kind, key)?;
        match kind {
            ObjectKind::Backup => Some(reconcile(self.dialect, object, &self.cache, now)),
            ObjectKind::Restore => Some(restore::reconcile(&RestoreReader {
                dialect: self.dialect,
                restore: object,
                cache: &self.cache,
            })),
            ObjectKind::Schedule | ObjectKind::Compaction if deleting(object) => None,
            ObjectKind::Schedule => Some(schedule::reconcile(object, &self.cache, now)),
            ObjectKind::Compaction => {
                Some(schedule::compaction::reconcile(object, &self.cache, now))
            }
            _ => None,
        }
    }

    /// v1 reads PD at most once a minute, and again when the status of the Backup has moved.
    fn read_pd(&mut self, key: &ObjectKey, now: DateTime<Utc>) {
        let Some(backup) = self.cache.backups.get(key) else {
            return;
        };
        if !self.dialect.syncs_with_kernel() || !has(backup, "/status/commitTs") {
            return;
        }
        let cluster = cluster_key(self.dialect, backup);
        let task = self.cache.pd.task(&cluster, &key.name);
        let state = task.map(|task| task.state.clone());
        let Some(tracked) = self.cache.tracked.get_mut(key) else {
            return;
        };
        let phase = text(backup, "/status/phase");
        let moved = tracked.read_for != phase;
        let fresh = tracked
            .read_at
            .is_some_and(|at| now - at < delta(self.timings.tracker));
        if moved || !fresh {
            tracked.read_at = Some(now);
            tracked.read_for = phase.to_owned();
            tracked.state = state;
        }
        let contrary = kernel::is_contrary(backup, tracked);
        tracked.contrary_since = match tracked.contrary_since {
            _ if !contrary => None,
            None => Some(now),
            since => since,
        };
    }

    fn count_idle_truncates(&mut self, key: &ObjectKey, rule: &str, now: DateTime<Utc>) {
        if rule == kernel::IDLE_TRUNCATE {
            let counted = self.cache.idle_truncates.entry(key.clone());
            let (count, last) = counted.or_insert((0, now));
            *count = count.saturating_add(1);
            *last = now;
        }
    }

    fn requeue(&mut self, item: &Item, next: Requeue, now: DateTime<Utc>) {
        match next {
            Requeue::Done | Requeue::Crash => {
                self.failures.remove(item);
            }
            Requeue::Soon => self.queue.wake(item, now),
            Requeue::At(due) => self.queue.wake(item, due),
            Requeue::Retry => {
                let failures = self.failures.entry(item.clone()).or_default();
                let tries = *failures;
                *failures = (tries + 1).min(10);
                self.queue.wake(item, now + self.back_off(tries));
            }
        }
    }

    /// The wait after so many failures in a row.
    fn back_off(&self, failures: u32) -> TimeDelta {
        let (first, longest) = self.dialect.back_off();
        let scale = self.timings.back_off.as_secs_f64() / 60.0;
        let wait = first
            .saturating_mul(2_u32.saturating_pow(failures))
            .min(longest);
        delta(wait.mul_f64(scale))
    }

    fn checkpoint(&mut self, key: &ObjectKey, now: DateTime<Utc>) -> Option<EngineStep> {
        let backup = self.cache.backups.get(key)?;
        if text(backup, "/spec/backupMode") != "log"
            || text(backup, "/status/phase") != "Running"
            || !has(backup, "/status/commitTs")
        {
            return None;
        }
        let cluster = cluster_key(self.dialect, backup);
        let checkpoint = self.cache.pd.checkpoint(&cluster, &key.name, now)?;
        let mut update = Update {
            checkpoint: Some(checkpoint.to_string()),
            ..Update::default()
        };
        if self.dialect.syncs_with_kernel() {
            update.synced = Some(now);
        }
        let action = Action::Status {
            backup: key.clone(),
            update: Box::new(update),
            writer: Writer::Controller,
        };
        let rule = "The checkpoint moves once a minute";
        Some(EngineStep::plain(StepSource::Tracker, rule, vec![action]))
    }

    fn pod(&mut self, now: DateTime<Utc>) -> Option<EngineStep> {
        loop {
            let (key, _) = self
                .runs
                .iter()
                .filter(|(_, run)| !run.waits() && run.due <= now)
                .min_by_key(|(_, run)| run.due)?;
            let key = key.clone();
            let mut run = self.runs.remove(&key)?;
            let owner = self.cache.object(run.owner.0, &run.owner.1).cloned();
            let (Some(owner), Some(job)) = (owner, self.cache.jobs.get(&key).cloned()) else {
                continue;
            };
            let moved = run.advance(&mut PodScene {
                dialect: self.dialect,
                owner: &owner,
                job: &job,
                cache: &mut self.cache,
                started: now,
                now,
            });
            if moved.new_mode {
                run.mode = self.modes.take(&key);
            }
            self.runs.insert(key.clone(), run);
            let step = EngineStep {
                source: StepSource::Pod(key.clone()),
                rule: "backup-manager",
                actions: moved.actions,
                next: Requeue::Done,
                stage: moved.stage,
            };
            if !step.actions.is_empty() {
                return Some(step);
            }
            self.pod_answered(&key, &step, StepAnswer::Granted, now);
        }
    }

    fn pod_answered(
        &mut self,
        job: &ObjectKey,
        step: &EngineStep,
        taken: StepAnswer,
        now: DateTime<Utc>,
    ) {
        let Some(run) = self.runs.get_mut(job) else {
            return;
        };
        run.due = now + delta(self.timings.step);
        match (taken, step.stage) {
            (StepAnswer::Unreachable, _) => {}
            // A Pod that cannot write its object exits, and the Job fails.
            (StepAnswer::Refused, Some(_)) => run.stage = PodStage::Ending(job::JobVerdict::Failed),
            (StepAnswer::Granted, Some(stage)) => run.stage = stage,
            (_, None) => {
                self.runs.remove(job);
            }
        }
    }
}
