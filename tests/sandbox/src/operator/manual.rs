//! A stand-in that moves only when a test says so, with a clock that only the test moves.

use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use kube::Client;

use super::dialect::Dialect;
use super::live::Trouble;
use super::mode::Mode;
use super::stand_in::{Shared, StandIn, start_of_clock};
use super::timings::{Timings, delta};
use super::watch::kinds;

/// Steps of one [`Manual::settle`]; a v2 Job that dies again and again never settles (v2 row 5f).
const MOST_STEPS: usize = 500;

/// A stand-in stepped by hand, in one namespace. Everything that [`StandIn`] can, and steps.
pub struct Manual(StandIn);

impl Deref for Manual {
    type Target = StandIn;

    fn deref(&self) -> &StandIn {
        &self.0
    }
}

impl StandIn {
    /// A stand-in that a test steps by hand, in one namespace.
    pub fn manual(client: Client, dialect: Dialect, namespace: &str) -> Manual {
        let shared = Shared::new(
            client,
            dialect,
            Some(namespace.to_owned()),
            Timings::real(),
            Some(start_of_clock()),
        );
        Manual(StandIn::idle(Arc::new(shared)))
    }
}

impl Manual {
    /// One transition: the row of the trials (or section of the reference) that it follows; `None` when all is quiet.
    pub async fn step(&self) -> Result<Option<&'static str>, Trouble> {
        for fresh in [false, true] {
            if fresh {
                self.look().await?;
            }
            if let Some(rule) = self.move_once().await {
                return Ok(Some(rule));
            }
        }
        Ok(None)
    }

    /// Steps until nothing more happens without the clock, or 500 steps were made. How many they were.
    pub async fn settle(&self) -> Result<usize, Trouble> {
        self.look().await?;
        for steps in 0..MOST_STEPS {
            if self.step().await?.is_none() {
                return Ok(steps);
            }
        }
        Ok(MOST_STEPS)
    }

    /// Moves the clock: every timer on the way goes off at its time.
    pub async fn advance(&self, by: Duration) -> Result<(), Trouble> {
        let target = self.now() + delta(by);
        self.settle().await?;
        loop {
            let due = self.shared.engine().due();
            match due.filter(|due| *due <= target) {
                Some(due) => self.shared.set_clock(due.max(self.now())),
                None => break,
            }
            for _ in 0..MOST_STEPS {
                if self.step_now().await.is_none() {
                    break;
                }
            }
        }
        self.shared.set_clock(target.max(self.now()));
        self.settle().await?;
        Ok(())
    }

    /// A resync of v1 at once, whenever the next one is due, and what follows from it.
    pub async fn resync(&self) -> Result<usize, Trouble> {
        let now = self.now();
        self.shared.engine().resync(now);
        self.settle().await
    }

    /// Moves the clock at once: a timer that would have gone off many times on the way goes off once.
    pub async fn leap(&self, by: Duration) -> Result<(), Trouble> {
        self.shared.set_clock(self.now() + delta(by));
        self.settle().await?;
        Ok(())
    }

    /// Lets a Job end well, and what follows from it happen.
    pub async fn finish(&self, job: &str) -> Result<usize, Trouble> {
        self.end(job, Mode::Ok).await
    }

    /// Lets a Job end with a failure of BR, and what follows from it happen.
    pub async fn fail(&self, job: &str, message: &str) -> Result<usize, Trouble> {
        self.end(job, Mode::BrFail(message.to_owned())).await
    }

    async fn end(&self, job: &str, mode: Mode) -> Result<usize, Trouble> {
        self.look().await?;
        let namespace = self.shared.namespace.clone().unwrap_or_default();
        if !self.decide(&namespace, job, mode) {
            return Err(Trouble::Missing);
        }
        self.settle().await
    }

    /// Reads everything anew.
    async fn look(&self) -> Result<(), Trouble> {
        let dialect = self.shared.engine().dialect;
        for kind in kinds(dialect, true) {
            self.shared.refresh(kind).await?;
        }
        Ok(())
    }

    /// A step that is due, or the next move of a pod, for which the clock runs on.
    async fn move_once(&self) -> Option<&'static str> {
        if let Some(rule) = self.step_now().await {
            return Some(rule);
        }
        let due = self.shared.engine().pod_due()?;
        self.shared.set_clock(due.max(self.now()));
        self.step_now().await
    }

    async fn step_now(&self) -> Option<&'static str> {
        let step = self.shared.engine().next(self.now())?;
        self.shared.perform(&step).await;
        Some(step.rule)
    }
}
