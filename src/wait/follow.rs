//! Following one object until its goal is reached, cannot be reached any more, or the time is up.

use std::future::pending;
use std::time::Duration;

use chrono::TimeDelta;
use serde_json::Value;
use tokio::time::Instant;

use super::goal::Goal;
use super::job_watch::JobWatch;
use super::progress::{Failure, GoalProgress};
use super::silence::Silence;
use crate::api::ObjectRef;
use crate::cluster::{Cluster, Event, Follower, Resource};
use crate::context::Context;
use crate::error::NextCommand;
use crate::lookup::log_jobs::SECOND_LOOK;
use crate::output;
use crate::{Error, ErrorKind, Result};

/// How long nothing may happen before the program looks at the Job, and for a cause that leaves no trace in the object.
const QUIET: Duration = Duration::from_secs(5);
/// The longest pause between two such looks. Each pause is twice as long as the one before.
const LONGEST_QUIET: Duration = Duration::from_secs(60);

/// How a wait ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Waited {
    /// The object as it was last seen.
    pub object: Value,
    /// Why the goal was not reached; `None` when it was.
    pub failure: Option<Error>,
    /// Whether the object is gone.
    pub deleted: bool,
}

/// Follows `object` to its goal. Without a timeout this takes as long as it takes; a timeout of 0 looks once.
///
/// # Errors
/// Interrupted, and what reading the object runs into. A goal that is not reached is no error here: see [`Waited`].
pub async fn follow(
    context: &Context,
    object: &ObjectRef,
    timeout: Option<TimeDelta>,
    goal: &Goal,
) -> Result<Waited> {
    let timeout = timeout.map(|timeout| timeout.to_std().unwrap_or_default());
    let wait = Wait {
        context,
        cluster: context.cluster().await?,
        object,
        goal,
        once: timeout.is_some_and(|timeout| timeout.is_zero()),
        deadline: timeout.map(|timeout| Instant::now() + timeout),
        jobs: JobWatch::default(),
        silence: Silence::default(),
        stalled: None,
        last: Value::Null,
        seen: "nothing yet".to_owned(),
        quiet: QUIET,
        next_look: Instant::now() + QUIET,
        quiet_since: Instant::now(),
        line: context.ui.progress(),
    };
    wait.run().await
}

/// A wait in progress.
struct Wait<'a> {
    context: &'a Context,
    cluster: &'a Cluster,
    object: &'a ObjectRef,
    goal: &'a Goal,
    once: bool,
    deadline: Option<Instant>,
    jobs: JobWatch,
    silence: Silence,
    /// Where the object stands for good, as long as it stands there.
    stalled: Option<String>,
    last: Value,
    seen: String,
    quiet: Duration,
    next_look: Instant,
    // Events alone are no progress: the checkpoint moves on while nothing else does.
    quiet_since: Instant,
    line: output::Progress,
}

impl Wait<'_> {
    async fn run(mut self) -> Result<Waited> {
        let object = self.object;
        let mut follower =
            self.cluster
                .follow_one(Resource::from(object), &object.namespace, &object.name)?;
        let deadline = self.deadline.filter(|_| !self.once);
        loop {
            // The whole step is bounded: what it reads beside the object may meet a server that does not answer.
            let step = tokio::select! {
                step = self.step(&mut follower) => Some(step?),
                () = at(deadline) => None,
                _ = tokio::signal::ctrl_c() => return Err(self.interrupted()),
            };
            match step {
                None => return Ok(self.end(Some(self.timed_out()))),
                Some(Some(waited)) => return Ok(waited),
                Some(None) => {}
            }
        }
    }

    /// Waits for the next event, or for the time of the next look around. Returns the end of the wait, if this is the end.
    async fn step(&mut self, follower: &mut Follower) -> Result<Option<Waited>> {
        let event = tokio::select! {
            event = follower.next() => event?,
            () = tokio::time::sleep_until(self.next_look) => return Ok(self.look_around().await),
        };
        Ok(match event {
            Event::Current(current) => self.changed(current).await,
            Event::Deleted(_) => Some(self.gone()),
            Event::Synced => self.last.is_null().then(|| self.gone()),
        })
    }

    /// The object changed.
    async fn changed(&mut self, current: Value) -> Option<Waited> {
        self.last = current;
        let job = self.goal.decisive_job(&self.last);
        if job.as_ref().is_some_and(|job| job.at_once || self.once) {
            self.look_at_the_job().await;
        } else if job.is_none() {
            self.jobs.forget();
        }
        let progress = self.goal.progress(&self.last, self.jobs.looks());
        let before = self.seen.clone();
        if let Some(waited) = self.note(progress) {
            return Some(waited);
        }
        if self.seen != before {
            self.quiet = QUIET;
            self.quiet_since = Instant::now();
            self.next_look = self.next_look.min(self.quiet_since + QUIET);
        }
        let failure = self.once.then(|| self.timed_out())?;
        Some(self.end(Some(failure)))
    }

    /// Looks at the Job, and where nothing happened for a while, at what lies beside the object.
    async fn look_around(&mut self) -> Option<Waited> {
        let is_quiet = self.quiet_since.elapsed() >= QUIET;
        self.next_look = match is_quiet {
            true => {
                self.quiet = (self.quiet * 2).min(LONGEST_QUIET);
                Instant::now() + self.quiet
            }
            false => self.quiet_since + QUIET,
        };
        if self.last.is_null() {
            return None;
        }
        if self.look_at_the_job().await {
            self.next_look = Instant::now() + SECOND_LOOK;
        }
        let progress = self.goal.progress(&self.last, self.jobs.looks());
        if let Some(waited) = self.note(progress) {
            return Some(waited);
        }
        if !is_quiet {
            return None;
        }
        if let Some(cause) = self.silence.new_cause(self.cluster, &self.last).await {
            let object = self.object;
            let ui = &self.context.ui;
            ui.note(&format!("{object}: {}", cause.message));
            for hint in cause.hints {
                ui.hint(hint);
            }
        }
        None
    }

    /// Looks at the Job that decides about the goal. Returns whether a second look is worth its request soon.
    async fn look_at_the_job(&mut self) -> bool {
        let Some(job) = self.goal.decisive_job(&self.last) else {
            self.jobs.forget();
            return false;
        };
        let namespace = &self.object.namespace;
        let mut looks_dead = self.jobs.look(self.cluster, namespace, &job.name).await;
        if looks_dead && self.once {
            tokio::time::sleep(SECOND_LOOK).await;
            looks_dead = self.jobs.look(self.cluster, namespace, &job.name).await;
        }
        if let Some(note) = self.jobs.made_again_and_again() {
            self.context.ui.note(&format!("{}: {note}", self.object));
            self.context.ui.hint(self.look_again());
        }
        looks_dead
    }

    /// Shows how far the object is. Returns the end of the wait, if this is the end.
    fn note(&mut self, progress: GoalProgress) -> Option<Waited> {
        let seen = match progress {
            GoalProgress::Reached => return Some(self.end(None)),
            GoalProgress::Failed(failure) => {
                let error = self.failed(failure);
                return Some(self.end(Some(error)));
            }
            GoalProgress::Pending(seen) => {
                self.stalled = None;
                seen
            }
            GoalProgress::Stalled(seen, way_out) => {
                if seen != self.seen {
                    for hint in way_out {
                        self.context.ui.hint(hint);
                    }
                }
                self.stalled = Some(seen.clone());
                seen
            }
        };
        self.line.say(&format!("{}: {seen}", self.object));
        self.seen = seen;
        None
    }

    fn end(&self, failure: Option<Error>) -> Waited {
        Waited {
            object: self.last.clone(),
            failure,
            deleted: false,
        }
    }

    fn gone(&self) -> Waited {
        let failure = match self.goal {
            Goal::Deleted { .. } => None,
            Goal::Complete | Goal::Running | Goal::Compacted | Goal::Log(_) => Some(Error::new(
                ErrorKind::OperationFailed,
                format!("{} was deleted while waiting for it", self.object),
            )),
        };
        Waited {
            object: self.last.clone(),
            failure,
            deleted: true,
        }
    }

    fn failed(&self, failure: Failure) -> Error {
        let message = format!("{} {}", self.object, failure.message);
        let error = Error::new(ErrorKind::OperationFailed, message);
        match failure.hints.is_empty() {
            true => error.hint(self.look_again()),
            false => failure.hints.into_iter().fold(error, Error::hint),
        }
    }

    fn timed_out(&self) -> Error {
        let message = format!(
            "timed out waiting for {}; last seen: {}{}",
            self.object,
            self.seen,
            self.outlook()
        );
        Error::new(ErrorKind::TimedOut, message).hint(self.look_again())
    }

    /// What becomes of the object without us.
    fn outlook(&self) -> String {
        match (&self.stalled, self.silence.current()) {
            (Some(_), _) => ". It does not go on by itself".to_owned(),
            (None, None) => ". The operator goes on".to_owned(),
            (None, Some(cause)) if cause.heals => format!(
                "; {}. The operator goes on once that is mended",
                cause.message
            ),
            (None, Some(cause)) => format!("; {}. It does not go on by itself", cause.message),
        }
    }

    fn interrupted(&self) -> Error {
        let object = self.object;
        let message = match (&self.stalled, self.silence.current()) {
            (None, None) => {
                format!("interrupted; nothing was undone, and the operator goes on with {object}")
            }
            _ => format!(
                "interrupted; nothing was undone; last seen of {object}: {}{}",
                self.seen,
                self.outlook()
            ),
        };
        Error::new(ErrorKind::Interrupted, message)
            .hint(self.look_again().after("see how far it is"))
    }

    fn look_again(&self) -> NextCommand {
        let object = self.object;
        NextCommand::plugin(&format!("{} show", self.goal.noun(object)))
            .arg(&object.name)
            .namespace(&object.namespace)
    }
}

async fn at(deadline: Option<Instant>) {
    match deadline {
        Some(deadline) => tokio::time::sleep_until(deadline).await,
        None => pending().await,
    }
}
