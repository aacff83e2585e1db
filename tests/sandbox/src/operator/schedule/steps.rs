//! Schedules and compactions in the engine: what the API server says of them, and the steps that are due.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::super::action::{Next, Reconciled};
use super::super::document::{Key, deleting, revision, text};
use super::super::engine::Engine;
use super::super::job;
use super::super::observe::Watched;
use super::super::step::{Source, Step, Taken};
use super::super::timings::delta;
use super::compaction::{self, Sight};
use super::run::Run;
use super::{Scene, compaction_job, look};

impl Engine {
    pub(in crate::operator) fn child_seen(
        &mut self,
        kind: Watched,
        object: Value,
        now: DateTime<Utc>,
    ) {
        if !self.dialect.keeps_schedules() {
            return;
        }
        self.litter |= deleting(&object);
        if kind == Watched::Schedule {
            self.schedules.schedule_seen(object, now);
            return;
        }
        let key = Key::of(&object);
        if self.schedules.compaction_seen(object, now) {
            self.healed(&key, now);
        }
    }

    pub(in crate::operator) fn child_gone(&mut self, kind: Watched, key: &Key, now: DateTime<Utc>) {
        self.litter = true;
        if kind == Watched::Schedule {
            self.schedules.schedule_gone(key);
            return;
        }
        self.schedules.compaction_gone(key);
        self.healed(key, now);
    }

    /// Whether a Job is one of a compaction; then it is taken in.
    pub(in crate::operator) fn compaction_job_seen(
        &mut self,
        object: &Value,
        now: DateTime<Utc>,
    ) -> bool {
        let Some(owner) = compaction_job::owner(object) else {
            return false;
        };
        if !self.dialect.keeps_schedules() {
            return true;
        }
        let key = Key::of(object);
        let held = self.schedules.jobs.get(&key);
        if held.is_some_and(|held| revision(object) <= revision(held)) {
            return true;
        }
        let old = self.schedules.jobs.insert(key.clone(), object.clone());
        let same =
            old.is_some_and(|old| text(&old, "/metadata/uid") == text(object, "/metadata/uid"));
        if !same && job::end(object).is_none() && !deleting(object) {
            let due = now + delta(self.timings.step);
            let run = Run::new(owner.clone(), self.modes.take(&key), due);
            self.schedules.runs.insert(key, run);
        }
        self.litter = true;
        self.schedules.compaction_queue.wake(&owner, now);
        true
    }

    pub(in crate::operator) fn compaction_job_gone(&mut self, key: &Key) {
        self.schedules.jobs.remove(key);
        self.schedules.runs.remove(key);
    }

    /// The next look of the two controllers that is due.
    pub(in crate::operator) fn schedule_step(&mut self, now: DateTime<Utc>) -> Option<Step> {
        while let Some(key) = self.schedules.queue.pop(now) {
            let step = self.look_at_schedule(&key, now);
            if step.is_some() {
                return step;
            }
        }
        while self.crashed.is_none()
            && let Some(key) = self.schedules.compaction_queue.pop(now)
        {
            let step = self.look_at_compaction(&key, now);
            if step.is_some() {
                return step;
            }
        }
        None
    }

    fn look_at_schedule(&mut self, key: &Key, now: DateTime<Utc>) -> Option<Step> {
        let schedule = self.schedules.objects.get(key)?;
        if deleting(schedule) {
            return None;
        }
        let here = |(other, object)| -> Option<&Value> {
            let other: &Key = other;
            (other.namespace == key.namespace).then_some(object)
        };
        let scene = Scene {
            schedule,
            backups: self.world.backups.iter().filter_map(here).collect(),
            compactions: self.schedules.compactions.iter().filter_map(here).collect(),
        };
        let reconciled = look(&scene, now);
        self.child_step(Source::Schedule(key.clone()), reconciled, now)
    }

    fn look_at_compaction(&mut self, key: &Key, now: DateTime<Utc>) -> Option<Step> {
        let compaction = self.schedules.compactions.get(key)?;
        if deleting(compaction) {
            return None;
        }
        let uid = text(compaction, "/metadata/uid");
        let job = self.schedules.jobs.get(key);
        let sight = Sight {
            compaction,
            job: job.filter(|job| text(job, "/metadata/ownerReferences/0/uid") == uid),
            world: &self.world,
            now,
        };
        let reconciled = compaction::look(&sight);
        if reconciled.next == Next::Crash {
            self.crashed = Some(key.clone());
            return None;
        }
        self.child_step(Source::Compaction(key.clone()), reconciled, now)
    }

    fn child_step(
        &mut self,
        source: Source,
        reconciled: Reconciled,
        now: DateTime<Utc>,
    ) -> Option<Step> {
        let Reconciled {
            rule,
            actions,
            next,
        } = reconciled;
        if actions.is_empty() {
            self.child_requeue(&source, next, now);
            return None;
        }
        Some(Step {
            source,
            rule,
            actions,
            next,
            stage: None,
        })
    }

    /// How the API server took a step of the two controllers.
    pub(in crate::operator) fn child_taken(
        &mut self,
        step: &Step,
        taken: Taken,
        now: DateTime<Utc>,
    ) {
        let next = match taken {
            Taken::Granted => step.next,
            Taken::Refused | Taken::Unreachable => Next::Retry,
        };
        self.child_requeue(&step.source, next, now);
    }

    fn child_requeue(&mut self, source: &Source, next: Next, now: DateTime<Utc>) {
        let (compaction, key) = match source {
            Source::Schedule(key) => (false, key.clone()),
            Source::Compaction(key) => (true, key.clone()),
            _ => return,
        };
        let id = (compaction, key.clone());
        let due = match next {
            Next::Done | Next::Crash => {
                self.schedules.failures.remove(&id);
                return;
            }
            Next::At(due) => due,
            Next::Retry => {
                let failures = self.schedules.failures.entry(id).or_default();
                let tries = *failures;
                *failures = (tries + 1).min(10);
                now + self.back_off(tries)
            }
        };
        match compaction {
            true => self.schedules.compaction_queue.wake(&key, due),
            false => self.schedules.queue.wake(&key, due),
        }
    }

    /// The next move of the pod of a compaction.
    pub(in crate::operator) fn compaction_pod(&mut self, now: DateTime<Utc>) -> Option<Step> {
        loop {
            let runs = self.schedules.runs.iter();
            let due = runs.filter(|(_, run)| !run.waits() && run.due <= now);
            let key = due.min_by_key(|(_, run)| run.due)?.0.clone();
            let run = self.schedules.runs.get_mut(&key)?;
            let compaction = self.schedules.compactions.get(&run.compaction);
            let job = self.schedules.jobs.get(&key);
            let (Some(compaction), Some(job)) = (compaction, job) else {
                self.schedules.runs.remove(&key);
                continue;
            };
            let moved = run.advance(compaction, job, now);
            run.due = now + delta(self.timings.step);
            if moved.again {
                run.mode = self.modes.take(&key);
            }
            if moved.over {
                self.schedules.runs.remove(&key);
            }
            if !moved.actions.is_empty() {
                return Some(Step::plain(
                    Source::Pod(key),
                    "backup-manager",
                    moved.actions,
                ));
            }
        }
    }
}
