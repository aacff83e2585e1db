//! The stand-in as tests and the sandbox program use it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use kube::Client;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use super::action::Action;
use super::dialect::Dialect;
use super::document::ObjectKey;
use super::engine::Engine;
use super::hands::PdHands;
use super::live::{Live, Trouble};
use super::mode::Mode;
use super::observe::{Change, ObjectKind};
use super::step::{EngineStep, StepAnswer};
use super::timings::Timings;
use super::watch;
use crate::control_plane::{Container, Kubelet};
use crate::runtime;

/// How an automatic stand-in works.
#[derive(Clone, Default)]
pub struct Options {
    /// The namespace that the stand-in serves; `None` for all namespaces.
    pub namespace: Option<String>,
    /// How long things take.
    pub timings: Timings,
    /// Whether the stand-in reconciles schedules and compactions (v1).
    pub schedules: bool,
    /// The kubelet that keeps the logs of the Pods; without one there are no logs.
    pub kubelet: Option<Arc<Kubelet>>,
}

impl Options {
    /// All namespaces, slow enough for a person to watch.
    pub fn demo() -> Self {
        Self {
            namespace: None,
            timings: Timings::demo(),
            schedules: true,
            kubelet: None,
        }
    }

    /// All namespaces, everything periodic within two seconds: for tests.
    pub fn quick() -> Self {
        Self {
            namespace: None,
            timings: Timings::quick(),
            schedules: false,
            kubelet: None,
        }
    }

    /// The same in one namespace.
    pub fn quick_in(namespace: &str) -> Self {
        Self {
            namespace: Some(namespace.to_owned()),
            ..Self::quick()
        }
    }
}

/// A stand-in for operator, Pods, BR and PD. It works in the background until it is dropped.
pub struct StandIn {
    pub(super) shared: Arc<Shared>,
    tasks: Vec<JoinHandle<()>>,
}

/// What the background tasks and the methods of [`StandIn`] share.
pub(super) struct Shared {
    pub(super) engine: Mutex<Engine>,
    pub(super) live: Live,
    pub(super) namespace: Option<String>,
    clock: Mutex<Option<DateTime<Utc>>>,
    pub(super) changed: Notify,
    kubelet: Option<Arc<Kubelet>>,
}

impl StandIn {
    /// Starts a stand-in that watches a real API server and reacts at once.
    pub fn automatic(client: Client, dialect: Dialect, options: Options) -> Self {
        let mut shared = Shared::new(client, dialect, options.namespace, options.timings, None);
        shared.use_kubelet(options.kubelet);
        let shared = Arc::new(shared);
        let handle = runtime::current();
        let kinds = watch::kinds(dialect, options.schedules);
        let synced = Arc::new(tokio::sync::Barrier::new(kinds.len() + 1));
        let mut tasks: Vec<_> = kinds
            .into_iter()
            .map(|kind| handle.spawn(keep_up(shared.clone(), kind, synced.clone())))
            .collect();
        let worker = shared.clone();
        tasks.push(handle.spawn(async move {
            synced.wait().await;
            worker.work().await;
        }));
        Self { shared, tasks }
    }

    pub(super) fn idle(shared: Arc<Shared>) -> Self {
        Self {
            shared,
            tasks: Vec::new(),
        }
    }

    /// Sets the mode of the next Job that is created.
    pub fn next_job(&self, mode: Mode) {
        self.next_job_of("*", mode);
    }

    /// Sets the mode of the next Job whose name fits a pattern with `*`.
    pub fn next_job_of(&self, pattern: &str, mode: Mode) {
        self.shared.engine().modes.next(pattern, mode);
    }

    /// Sets the mode of all coming Jobs whose names fit a pattern with `*` (`namespace/name` narrows the pattern).
    pub fn set_mode(&self, pattern: &str, mode: Mode) {
        self.shared.engine().modes.set(pattern, mode);
    }

    /// Keeps the Pods of coming Jobs that fit from starting.
    pub fn hold(&self, pattern: &str) {
        self.set_mode(pattern, Mode::Hold);
    }

    /// Keeps the operator from changing TiKV's configuration, so that the gate of PITR Restores stays closed (docs/operators.md,
    /// "PITR waits for TiKV's configuration on v1").
    pub fn keep_tikv_config(&self) {
        self.shared.engine().cache.keeps_tikv_config = true;
    }

    /// The log backup tasks, to change them as somebody outside the operator would.
    pub fn pd(&self) -> PdHands {
        PdHands(self.shared.clone())
    }

    /// The object that ended the operator process, if there is one (docs/operators.md, "One object can end the v1 operator").
    pub fn crashed(&self) -> Option<ObjectKey> {
        self.shared.engine().crashed.clone()
    }

    /// Ends the operator process and starts it again. The process forgets what it remembered; the objects stay.
    pub fn restart(&self) {
        let now = self.shared.now();
        self.shared.engine().restart(now);
        self.shared.changed.notify_one();
    }

    /// The stand-in's clock.
    pub fn now(&self) -> DateTime<Utc> {
        self.shared.now()
    }

    /// Lets a Job that is held, hangs or runs succeed. Returns whether there is such a Job.
    pub fn let_finish(&self, namespace: &str, job: &str) -> bool {
        self.decide(namespace, job, Mode::Ok)
    }

    /// Lets a Job that is held, hangs or runs end with a failure of BR and this text. Returns whether there is such a Job.
    pub fn let_fail(&self, namespace: &str, job: &str, message: &str) -> bool {
        self.decide(namespace, job, Mode::BrFail(message.to_owned()))
    }

    pub(super) fn decide(&self, namespace: &str, job: &str, mode: Mode) -> bool {
        let decided = {
            let now = self.shared.now();
            let mut engine = self.shared.engine();
            engine.decide(&ObjectKey::new(namespace, job), mode, now)
        };
        self.shared.changed.notify_one();
        decided
    }

    /// Waits until the Backup, as the stand-in has seen it, satisfies `reached`; `None` after `within`.
    pub async fn wait(
        &self,
        namespace: &str,
        name: &str,
        within: Duration,
        reached: impl Fn(&serde_json::Value) -> bool + Send,
    ) -> Option<serde_json::Value> {
        let key = ObjectKey::new(namespace, name);
        let deadline = tokio::time::Instant::now() + within;
        loop {
            let held = self.shared.engine().cache.backups.get(&key).cloned();
            if let Some(held) = held.filter(|held| reached(held)) {
                return Some(held);
            }
            if tokio::time::Instant::now() >= deadline {
                return None;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

impl Shared {
    pub(super) fn new(
        client: Client,
        dialect: Dialect,
        namespace: Option<String>,
        timings: Timings,
        clock: Option<DateTime<Utc>>,
    ) -> Self {
        let now = clock.unwrap_or_else(Utc::now);
        Self {
            engine: Mutex::new(Engine::new(dialect, timings, now)),
            live: Live::new(client, dialect),
            namespace,
            clock: Mutex::new(clock),
            changed: Notify::new(),
            kubelet: None,
        }
    }

    /// Runs the Pods on the node of a kubelet, which keeps their logs.
    pub(super) fn use_kubelet(&mut self, kubelet: Option<Arc<Kubelet>>) {
        if let Some(kubelet) = &kubelet {
            kubelet.node().clone_into(&mut self.engine().cache.node);
        }
        self.kubelet = kubelet;
    }

    pub(super) fn engine(&self) -> MutexGuard<'_, Engine> {
        self.engine.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The time of the machine, or of the clock that a test moves.
    pub(super) fn now(&self) -> DateTime<Utc> {
        let clock = self.clock.lock().unwrap_or_else(PoisonError::into_inner);
        clock.unwrap_or_else(Utc::now)
    }

    /// Sets the clock that a test moves.
    pub(super) fn set_clock(&self, now: DateTime<Utc>) {
        *self.clock.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
    }

    pub(super) fn report(&self, change: Change) {
        let now = self.now();
        self.engine().observe(change, now);
        self.changed.notify_one();
    }

    /// Lists a kind and reports every object that the list has, and every object that it no longer has.
    pub(super) async fn refresh(&self, kind: ObjectKind) -> Result<Option<String>, Trouble> {
        let before = self.engine().held(kind);
        let listed = watch::list_all(&self.live, kind, self.namespace.as_deref()).await?;
        for key in before {
            if !listed.keys.contains(&key) {
                self.report(Change::Gone(kind, key));
            }
        }
        for change in listed.changes {
            self.report(change);
        }
        Ok(listed.revision)
    }

    async fn work(&self) {
        loop {
            let step = self.engine().next(self.now());
            match step {
                Some(step) => {
                    self.perform(&step).await;
                }
                None => self.rest().await,
            }
        }
    }

    async fn rest(&self) {
        let wait = match self.engine().due() {
            Some(due) => (due - self.now()).to_std().unwrap_or(Duration::ZERO),
            None => Duration::from_secs(1),
        };
        tokio::select! {
            () = self.changed.notified() => {}
            () = tokio::time::sleep(wait) => {}
        }
    }

    /// Makes the requests of a step, and reports to the engine how the API server answered.
    pub(super) async fn perform(&self, step: &EngineStep) -> StepAnswer {
        let mut taken = StepAnswer::Granted;
        for action in &step.actions {
            self.write_log(action);
            let held = self.held(action);
            match self.live.perform(action, held, self.now()).await {
                Ok(changes) => changes.into_iter().for_each(|change| self.report(change)),
                Err(trouble) => {
                    if let (Trouble::Missing, Some((kind, key))) = (&trouble, about(action)) {
                        self.report(Change::Gone(kind, key.clone()));
                    }
                    taken = match trouble {
                        Trouble::Unreachable(_) => StepAnswer::Unreachable,
                        _ => StepAnswer::Refused,
                    };
                    break;
                }
            }
        }
        let now = self.now();
        self.engine().answered(step, taken, now);
        if taken == StepAnswer::Unreachable {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        taken
    }

    /// Gives the lines of a container to the kubelet, if there is one.
    fn write_log(&self, action: &Action) {
        let (
            Some(kubelet),
            Action::Log {
                pod,
                container,
                lines,
                ended,
            },
        ) = (&self.kubelet, action)
        else {
            return;
        };
        let container = Container {
            namespace: pod.namespace.clone(),
            pod: pod.name.clone(),
            name: container.clone(),
            previous: false,
        };
        for line in lines {
            let time = self.now().format("%Y/%m/%d %H:%M:%S%.3f +00:00");
            kubelet.write(&container, self.now(), &format!("[{time}] {line}"));
        }
        if *ended {
            kubelet.end(&container);
        }
    }

    fn held(&self, action: &Action) -> Option<serde_json::Value> {
        let engine = self.engine();
        let (kind, key) = match action {
            Action::JobStatus { job, .. } | Action::ReleaseJob(job) => (ObjectKind::Job, job),
            action => about(action)?,
        };
        engine.cache.object(kind, key).cloned()
    }
}

/// The object that an action is about.
fn about(action: &Action) -> Option<(ObjectKind, &ObjectKey)> {
    match action {
        Action::Finalizer { kind, object, .. } => Some((*kind, object)),
        Action::Status { backup, .. } => Some((ObjectKind::Backup, backup)),
        Action::Report { restore, .. } => Some((ObjectKind::Restore, restore)),
        Action::Event { kind, about, .. } => Some((*kind, about)),
        Action::Delete(kind, key) | Action::Merge(kind, key, _) => Some((*kind, key)),
        _ => None,
    }
}

/// Lists and watches one kind for as long as the stand-in lives.
async fn keep_up(shared: Arc<Shared>, kind: ObjectKind, synced: Arc<tokio::sync::Barrier>) {
    let mut first = Some(synced);
    loop {
        let revision = shared.refresh(kind).await;
        if revision.is_ok()
            && let Some(synced) = first.take()
        {
            synced.wait().await;
        }
        if let Ok(Some(revision)) = revision {
            let report = |change| shared.report(change);
            let namespace = shared.namespace.as_deref();
            // However the watch ended, a new list finds what was missed.
            let _ended = watch::follow(&shared.live, kind, namespace, &revision, &report).await;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// The start of a clock that a test moves: now, in whole seconds.
pub(super) fn start_of_clock() -> DateTime<Utc> {
    let now = Utc::now();
    now.duration_trunc(TimeDelta::seconds(1)).unwrap_or(now)
}
