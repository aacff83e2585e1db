//! A stand-in that a test steps by hand, with a clock that only the test moves.

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
use crate::control_plane::Kubelet;

/// The most steps of one [`Manual::settle`]: a v2 Job that dies again and again never settles (docs/operators.md, "A dead log
/// Job is made again on v2").
const MOST_STEPS: usize = 500;

/// A stand-in that is stepped by hand, in one namespace. It can do everything that [`StandIn`] can.
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
        Self::manual_with(client, dialect, namespace, None)
    }

    /// The same, with a kubelet that keeps the logs of the Pods.
    pub fn manual_with(
        client: Client,
        dialect: Dialect,
        namespace: &str,
        kubelet: Option<Arc<Kubelet>>,
    ) -> Manual {
        let mut shared = Shared::new(
            client,
            dialect,
            Some(namespace.to_owned()),
            Timings::real(),
            Some(start_of_clock()),
        );
        shared.use_kubelet(kubelet);
        Manual(StandIn::idle(Arc::new(shared)))
    }
}

impl Manual {
    /// Makes one transition and returns its rule (a heading of docs/operators.md, or who moved). `None` when nothing is due.
    pub async fn step(&self) -> Result<Option<&'static str>, Trouble> {
        for fresh in [false, true] {
            if fresh {
                self.list_everything().await?;
            }
            if let Some(rule) = self.move_once().await {
                return Ok(Some(rule));
            }
        }
        Ok(None)
    }

    /// Makes steps until nothing is due any more, at most 500. Returns how many there were.
    pub async fn settle(&self) -> Result<usize, Trouble> {
        self.list_everything().await?;
        for steps in 0..MOST_STEPS {
            if self.step().await?.is_none() {
                return Ok(steps);
            }
        }
        Ok(MOST_STEPS)
    }

    /// Moves the clock forward. Every timer on the way goes off at its time.
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

    /// Runs the resync of v1 now, and everything that follows.
    pub async fn resync(&self) -> Result<usize, Trouble> {
        let now = self.now();
        self.shared.engine().resync(now);
        self.settle().await
    }

    /// Moves the clock forward in one jump: a timer that is due several times on the way goes off once.
    pub async fn leap(&self, by: Duration) -> Result<(), Trouble> {
        self.shared.set_clock(self.now() + delta(by));
        self.settle().await?;
        Ok(())
    }

    /// Lets a Job succeed, and makes all steps that follow.
    pub async fn finish(&self, job: &str) -> Result<usize, Trouble> {
        self.end(job, Mode::Ok).await
    }

    /// Lets a Job end with a failure of BR, and makes all steps that follow.
    pub async fn fail(&self, job: &str, message: &str) -> Result<usize, Trouble> {
        self.end(job, Mode::BrFail(message.to_owned())).await
    }

    async fn end(&self, job: &str, mode: Mode) -> Result<usize, Trouble> {
        self.list_everything().await?;
        let namespace = self.shared.namespace.clone().unwrap_or_default();
        if !self.decide(&namespace, job, mode) {
            return Err(Trouble::Missing);
        }
        self.settle().await
    }

    /// Lists all objects again.
    async fn list_everything(&self) -> Result<(), Trouble> {
        let dialect = self.shared.engine().dialect;
        for kind in kinds(dialect, true) {
            self.shared.refresh(kind).await?;
        }
        Ok(())
    }

    /// Makes a step that is due. When none is due, moves the clock to the next move of a Pod.
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
