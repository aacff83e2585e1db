//! The stand-in without the network: work queue, timers, pods. Fed with what the API server says, it answers
//! with what to ask of it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use super::action::{Action, Next, Reconciled, Writer};
use super::collector;

use super::dialect::Dialect;
use super::document::{Key, has, text};
use super::job;
use super::kernel;
use super::mode::{Mode, Modes};
use super::pod::{Pod, Stage};
use super::queue::Queue;
use super::reconcile::reconcile;
use super::restores::Restores;
use super::schedule::Schedules;
use super::status::Update;
use super::step::{Source, Step, Taken};
use super::timings::{Timings, delta};
use super::world::{Tracked, World, cluster_key};

/// The stand-in's state.
pub struct Engine {
    /// The operator line.
    pub dialect: Dialect,
    /// How long things take.
    pub timings: Timings,
    /// What the operator sees.
    pub world: World,
    /// How coming Jobs end.
    pub modes: Modes,
    /// The Restores, which have a loop of their own.
    pub restores: Restores,
    /// The schedules and compactions (v1).
    pub schedules: Schedules,
    /// The Backup or CompactBackup that ended the operator process (v1 rows 6g, 6h).
    pub crashed: Option<Key>,
    pub(super) pods: BTreeMap<Key, Pod>,
    pub(super) queue: Queue,
    pub(super) failures: BTreeMap<Key, u32>,
    pub(super) known: BTreeSet<String>,
    /// Uids of objects that are gone: what a watch still brings of them is old news.
    pub(super) buried: BTreeSet<String>,
    resync_at: DateTime<Utc>,
    tracker_at: DateTime<Utc>,
    checkpoints: BTreeSet<Key>,
    pub(super) first_checkpoints: Queue,
    /// Whether something may be left for the garbage collector.
    pub(super) litter: bool,
}

impl Engine {
    /// A stand-in that has seen nothing yet.
    pub fn new(dialect: Dialect, timings: Timings, now: DateTime<Utc>) -> Self {
        let mut world = World::default();
        world.pd.lag = delta(timings.lag);
        Self {
            dialect,
            timings,
            world,
            modes: Modes::default(),
            restores: Restores::default(),
            schedules: Schedules::default(),
            crashed: None,
            pods: BTreeMap::new(),
            queue: Queue::default(),
            failures: BTreeMap::new(),
            known: BTreeSet::new(),
            buried: BTreeSet::new(),
            resync_at: now + delta(timings.resync),
            tracker_at: now + delta(timings.tracker),
            checkpoints: BTreeSet::new(),
            first_checkpoints: Queue::default(),
            litter: true,
        }
    }

    /// The next step that is due, if there is one.
    pub fn next(&mut self, now: DateTime<Utc>) -> Option<Step> {
        self.tick(now);
        if self.crashed.is_none() {
            while let Some(key) = self.queue.pop(now) {
                if let Some(step) = self.controller(&key, now) {
                    return Some(step);
                }
            }
            while let Some(key) = self.checkpoints.pop_first() {
                if let Some(step) = self.checkpoint(&key, now) {
                    return Some(step);
                }
            }
            if let Some(step) = self.schedule_step(now) {
                return Some(step);
            }
        }
        if self.litter {
            let found = collector::collect(&self.world, self.dialect);
            if let Some(actions) = found.or_else(|| self.schedules.collect(&self.world)) {
                return Some(Step::plain(Source::Collector, "garbage collector", actions));
            }
            self.litter = false;
        }
        self.pod(now).or_else(|| self.compaction_pod(now))
    }

    /// When the next timer or pod is due.
    pub fn due(&self) -> Option<DateTime<Utc>> {
        let running = self.crashed.is_none();
        let objects = [
            self.queue.due(),
            self.first_checkpoints.due(),
            self.schedules.due(),
        ];
        let timers = [Some(self.resync_at), Some(self.tracker_at)];
        let operator = objects.into_iter().chain(timers).flatten();
        operator.filter(|_| running).chain(self.pod_due()).min()
    }

    /// When the next pod moves.
    pub fn pod_due(&self) -> Option<DateTime<Utc>> {
        let moving = self.pods.values().filter(|pod| !pod.waits());
        let moving = moving.map(|pod| pod.due);
        moving.chain(self.schedules.pod_due()).min()
    }

    /// How the API server took a step.
    pub fn taken(&mut self, step: &Step, taken: Taken, now: DateTime<Utc>) {
        match &step.source {
            Source::Controller(key) => self.controller_taken(key, step, taken, now),
            Source::Pod(job) => self.pod_taken(job, step, taken, now),
            Source::Schedule(_) | Source::Compaction(_) => self.child_taken(step, taken, now),
            Source::Tracker | Source::Collector => {}
        }
    }

    /// The operator process starts anew: everything is looked at, and every log backup is tracked again (v1 row 3b).
    pub fn restart(&mut self, now: DateTime<Utc>) {
        self.crashed = None;
        self.failures.clear();
        for key in self.world.backups.keys() {
            self.queue.wake(key, now);
        }
        self.schedules.wake_all(now);
        self.resync_at = now + delta(self.timings.resync);
        self.tracker_at = now + delta(self.timings.tracker);
        self.world.tracked.clear();
        for (key, backup) in &self.world.backups {
            if has(backup, "/status/commitTs") && text(backup, "/spec/backupMode") == "log" {
                self.world.tracked.insert(key.clone(), Tracked::new());
            }
        }
    }

    /// Changes how a Job that has not ended goes on, at once. Whether there is such a Job.
    pub fn decide(&mut self, job: &Key, mode: Mode, now: DateTime<Utc>) -> bool {
        if let Some(run) = self.schedules.runs.get_mut(job) {
            run.mode = mode;
            run.due = run.due.min(now);
            return true;
        }
        let Some(pod) = self.pods.get_mut(job) else {
            return self.restores.decide(job, &mode, now);
        };
        pod.mode = mode;
        pod.due = pod.due.min(now);
        true
    }

    fn tick(&mut self, now: DateTime<Utc>) {
        while let Some(key) = self.first_checkpoints.pop(now) {
            self.checkpoints.insert(key);
        }
        if now >= self.tracker_at {
            self.tracker_at = now + delta(self.timings.tracker);
            self.checkpoints = self.world.backups.keys().cloned().collect();
            let backups = &self.world.backups;
            // A Stopped task is tracked until the tracker comes round (v1 row 3b).
            self.world.tracked.retain(|key, tracked| {
                tracked.read_at = None;
                backups.get(key).is_some_and(|backup| !ended(backup))
            });
        }
        if now >= self.resync_at {
            // The rhythm holds, however late it is noticed (v1 row 7a).
            while self.resync_at <= now {
                self.resync_at += delta(self.timings.resync);
            }
            self.resync(now);
        }
    }

    /// v1 looks at everything.
    pub fn resync(&mut self, now: DateTime<Utc>) {
        self.schedules.wake_all(now);
        if self.dialect.is_v1() {
            for key in self.world.backups.keys() {
                self.queue.wake(key, now);
            }
            self.world.idle_truncates.clear();
        }
    }

    fn controller(&mut self, key: &Key, now: DateTime<Utc>) -> Option<Step> {
        self.read_pd(key, now);
        let backup = self.world.backups.get(key)?;
        let Reconciled {
            rule,
            actions,
            next,
        } = reconcile(self.dialect, backup, &self.world, now);
        if !actions.is_empty() {
            self.count_idle_truncates(key, rule, now);
        }
        if next == Next::Crash {
            self.crashed = Some(key.clone());
            return None;
        }
        if actions.is_empty() {
            self.requeue(key, next, now);
            return None;
        }
        Some(Step {
            source: Source::Controller(key.clone()),
            rule,
            actions,
            next,
            stage: None,
        })
    }

    /// v1 reads PD at most once a minute, and again when the status of the CR has moved.
    fn read_pd(&mut self, key: &Key, now: DateTime<Utc>) {
        let Some(backup) = self.world.backups.get(key) else {
            return;
        };
        if !self.dialect.syncs_with_kernel() || !has(backup, "/status/commitTs") {
            return;
        }
        let cluster = cluster_key(self.dialect, backup);
        let task = self.world.pd.task(&cluster, &key.name);
        let state = task.map(|task| task.state.clone());
        let Some(tracked) = self.world.tracked.get_mut(key) else {
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

    fn count_idle_truncates(&mut self, key: &Key, rule: &str, now: DateTime<Utc>) {
        if rule == kernel::IDLE_TRUNCATE {
            let counted = self.world.idle_truncates.entry(key.clone());
            let (count, last) = counted.or_insert((0, now));
            *count = count.saturating_add(1);
            *last = now;
        }
    }

    fn requeue(&mut self, key: &Key, next: Next, now: DateTime<Utc>) {
        match next {
            Next::Done | Next::Crash => {
                self.failures.remove(key);
            }
            Next::At(due) => self.queue.wake(key, due),
            Next::Retry => {
                let failures = self.failures.entry(key.clone()).or_default();
                let tries = *failures;
                *failures = (tries + 1).min(10);
                self.queue.wake(key, now + self.back_off(tries));
            }
        }
    }

    /// The wait after so many failures in a row.
    pub(super) fn back_off(&self, failures: u32) -> TimeDelta {
        let (first, longest) = self.dialect.back_off();
        let scale = self.timings.back_off.as_secs_f64() / 60.0;
        let wait = first
            .saturating_mul(2_u32.saturating_pow(failures))
            .min(longest);
        delta(wait.mul_f64(scale))
    }

    fn controller_taken(&mut self, key: &Key, step: &Step, taken: Taken, now: DateTime<Utc>) {
        let next = match taken {
            Taken::Granted => step.next,
            Taken::Refused | Taken::Unreachable => Next::Retry,
        };
        if self.world.backups.contains_key(key) {
            self.requeue(key, next, now);
        }
    }

    fn checkpoint(&mut self, key: &Key, now: DateTime<Utc>) -> Option<Step> {
        let backup = self.world.backups.get(key)?;
        // Only while the phase is Running (rows 11); frozen otherwise.
        if text(backup, "/spec/backupMode") != "log"
            || text(backup, "/status/phase") != "Running"
            || !has(backup, "/status/commitTs")
        {
            return None;
        }
        let cluster = cluster_key(self.dialect, backup);
        let checkpoint = self.world.pd.checkpoint(&cluster, &key.name, now)?;
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
        Some(Step::plain(
            Source::Tracker,
            "The checkpoint moves once a minute",
            vec![action],
        ))
    }

    fn pod(&mut self, now: DateTime<Utc>) -> Option<Step> {
        loop {
            let key = self
                .pods
                .iter()
                .filter(|(_, pod)| !pod.waits() && pod.due <= now)
                .min_by_key(|(_, pod)| pod.due)
                .map(|(key, _)| key.clone())?;
            let pod = self.pods.get_mut(&key)?;
            let moved = pod.advance(self.dialect, &key, &mut self.world, now);
            let step = Step {
                source: Source::Pod(key.clone()),
                rule: "backup-manager",
                actions: moved.actions,
                next: Next::Done,
                stage: moved.stage,
            };
            if !step.actions.is_empty() {
                return Some(step);
            }
            self.pod_taken(&key, &step, Taken::Granted, now);
        }
    }

    fn pod_taken(&mut self, job: &Key, step: &Step, taken: Taken, now: DateTime<Utc>) {
        let Some(pod) = self.pods.get_mut(job) else {
            return;
        };
        pod.due = now + delta(self.timings.step);
        match (taken, step.stage) {
            (Taken::Unreachable, _) => {}
            // A pod that cannot write its CR exits, and the Job fails.
            (Taken::Refused, Some(_)) => pod.stage = Stage::Ending(job::End::Failed),
            (Taken::Granted, Some(stage)) => pod.stage = stage,
            (_, None) => {
                self.pods.remove(job);
            }
        }
    }
}

/// Whether nothing of a log backup is left to track.
fn ended(backup: &Value) -> bool {
    text(backup, "/status/phase") == "Stopped"
}
