//! The task behind a follower: list everything, watch from there, and start over when the watch cannot go on.
//!
//! A watch may fail where reads work: a gateway may refuse watches, end them at once, or hold their answer back. Reads therefore back
//! the watch up: after each failure, and beside a watch that is silent. Every pause grows, so that no fault makes this a busy loop.

use std::pin::Pin;

use kube::client::Body;
use serde::Deserialize;
use serde_json::Value;
use tokio::sync::mpsc::Sender;
use tokio::time::{Instant, sleep, sleep_until, timeout};

use super::super::call::{Call, Subject};
use super::super::connect::Cluster;
use super::super::error;
use super::super::fault::Fault;
use super::super::lines::Lines;
use super::super::list::{ListQuery, Listing, Page};
use super::super::notice::Notice;
use super::super::object::{Found, get};
use super::super::resource::Resource;
use super::event::Event;
use super::known::{Known, metadata};
use super::pace::Pace;
use crate::error::{Error, Result};

/// From this many failed watches in a row on, the user is told that the objects are read instead.
const TOLD_AFTER: u32 = 3;

/// What the user may do. It is found out by trying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Access {
    Watch,
    List,
    Get,
}

type Answer = Pin<Box<dyn Future<Output = Result<Body, Fault>> + Send>>;

enum State {
    /// The next step reads everything.
    List,
    /// The next step opens a watch from this version on.
    Watch(String),
    /// The watch was asked for, and its answer has not begun.
    Opening { version: String, answer: Answer },
    /// The watch is open.
    Stream(Stream),
}

struct Stream {
    /// The version of the last event.
    version: String,
    lines: Box<Lines>,
    opened: Instant,
    last_line: Instant,
    /// Whether an event came that was not known before.
    brought_news: bool,
}

#[derive(Deserialize)]
struct Line {
    #[serde(rename = "type")]
    kind: String,
    object: Value,
}

pub(super) struct Watcher {
    cluster: Cluster,
    pace: Pace,
    resource: Resource,
    namespace: Option<String>,
    query: ListQuery,
    /// The name, if only one object is followed.
    name: Option<String>,
    access: Access,
    state: State,
    known: Known,
    /// The version of the last list. Events up to it are known.
    listed: Option<u64>,
    /// Failures in a row, of any kind.
    failures: u32,
    is_outage_told: bool,
    /// Failed watches in a row, however many reads succeeded in between.
    failed_watches: u32,
    /// Why the last watch failed.
    watch_failure: Option<Error>,
    /// Reads beside the watch since it last brought news.
    reads: u32,
    next_read: Instant,
}

impl Watcher {
    pub fn new(
        cluster: Cluster,
        pace: Pace,
        resource: Resource,
        namespace: Option<&str>,
        query: &ListQuery,
        name: Option<&str>,
    ) -> Self {
        Self {
            cluster,
            pace,
            resource,
            namespace: namespace.map(str::to_owned),
            query: query.clone(),
            name: name.map(str::to_owned),
            access: Access::Watch,
            state: State::List,
            known: Known::new(resource),
            listed: None,
            failures: 0,
            is_outage_told: false,
            failed_watches: 0,
            watch_failure: None,
            reads: 0,
            next_read: Instant::now() + pace.first_read,
        }
    }

    /// Sends events until nobody listens, or until an error that waiting does not cure.
    pub async fn run(mut self, events: Sender<Result<Event>>) {
        loop {
            let step = match self.step().await {
                Ok(step) => Ok(step),
                Err(fault) => self.recover(fault).await.map(|()| Vec::new()),
            };
            match step {
                Ok(step) => {
                    for event in step {
                        if events.send(Ok(event)).await.is_err() {
                            return;
                        }
                    }
                }
                Err(error) => {
                    // When nobody listens any more, nobody needs the error either.
                    let _ = events.send(Err(error)).await;
                    return;
                }
            }
        }
    }

    /// One step: a list, a new watch, a line of it, or a read beside it.
    async fn step(&mut self) -> Result<Vec<Event>, Fault> {
        match &mut self.state {
            State::List => self.list().await,
            State::Watch(version) => {
                let version = std::mem::take(version);
                let call = self.watch_call(&version)?;
                let transport = self.cluster.transport.clone();
                let answer: Answer = Box::pin(async move { transport.stream(&call).await });
                self.state = State::Opening { version, answer };
                Ok(Vec::new())
            }
            State::Opening { version, answer } => {
                let body = tokio::select! {
                    body = answer => body,
                    () = sleep_until(self.next_read) => return Ok(self.read_beside().await),
                }?;
                let now = Instant::now();
                self.state = State::Stream(Stream {
                    version: std::mem::take(version),
                    lines: Box::new(Lines::new(body)),
                    opened: now,
                    last_line: now,
                    brought_news: false,
                });
                Ok(Vec::new())
            }
            State::Stream(stream) => {
                let is_backed_up = self.name.is_some();
                let frozen_at = stream.last_line + self.pace.idle;
                let line = tokio::select! {
                    line = stream.lines.next() => line.map_err(Fault::Connection)?,
                    () = sleep_until(self.next_read), if is_backed_up => {
                        return Ok(self.read_beside().await);
                    }
                    () = sleep_until(frozen_at) => return Err(Fault::Silent(self.pace.idle)),
                };
                match line {
                    Some(line) => self.take_line(&line),
                    None => {
                        self.stream_ended().await;
                        Ok(Vec::new())
                    }
                }
            }
        }
    }

    fn call(&self, verb: &'static str) -> Result<Call, Fault> {
        let call = self
            .query
            .call(verb, self.resource, self.namespace.as_deref());
        Ok(call.map_err(Fault::Unsent)?.within(self.pace.answer).once())
    }

    fn watch_call(&self, version: &str) -> Result<Call, Fault> {
        Ok(self
            .call("watch")?
            .query("watch", "true")
            .query("allowWatchBookmarks", "true")
            .query("resourceVersion", version)
            .query(
                "timeoutSeconds",
                self.pace.stream.as_secs().max(1).to_string(),
            ))
    }

    /// Reads everything, and goes on with a watch where that is allowed.
    async fn list(&mut self) -> Result<Vec<Event>, Fault> {
        let (events, version) = self.read_everything().await?;
        self.failures = 0;
        self.is_outage_told = false;
        self.next_read = Instant::now() + self.pace.read_after(self.reads);
        if self.failed_watches == TOLD_AFTER
            && let Some(failure) = self.watch_failure.take()
        {
            let text = format!("the watch fails, so the objects are read instead: {failure}");
            self.cluster.transport.notify(Notice::Waiting(&text));
        }
        match self.access {
            Access::Watch => self.state = State::Watch(version),
            Access::List | Access::Get => sleep(self.pace.poll).await,
        }
        Ok(events)
    }

    /// Reads what a silent watch may keep back. A failure does not matter here, because the watch goes on; a slow answer is given up
    /// soon, because the watch is not read meanwhile.
    async fn read_beside(&mut self) -> Vec<Event> {
        let limit = self.pace.answer / 4;
        let read = timeout(limit, self.read_everything()).await;
        self.reads += 1;
        self.next_read = Instant::now() + self.pace.read_after(self.reads);
        match read {
            Ok(Ok((events, _))) if events != [Event::Synced] => {
                self.reads = 0;
                events
            }
            Ok(Ok(_) | Err(_)) | Err(_) => Vec::new(),
        }
    }

    /// The events that the present state makes, and its version.
    async fn read_everything(&mut self) -> Result<(Vec<Event>, String), Fault> {
        let (objects, version) = match self.access {
            Access::Get => (self.read_one().await?.into_iter().collect(), String::new()),
            Access::Watch | Access::List => self.read_list().await?,
        };
        self.listed = version.parse().ok();
        Ok((self.known.replace_all(objects), version))
    }

    async fn read_list(&mut self) -> Result<(Vec<Value>, String), Fault> {
        let call = self.call("list")?;
        let mut objects = Vec::new();
        let listing = self.cluster.list_raw(call, |page: Page<Value>| {
            if page.first {
                objects.clear();
            }
            objects.extend(page.items);
        });
        match listing.await? {
            Listing::Complete { resource_version } => Ok((objects, resource_version)),
            Listing::NotServed => Err(self.not_served()),
        }
    }

    /// Reads the one object by its name, which may be the only right that the user has.
    async fn read_one(&mut self) -> Result<Option<Value>, Fault> {
        let namespace = self.namespace.as_deref().unwrap_or_default();
        let name = self.name.as_deref().unwrap_or_default();
        let call = get(self.resource, namespace, name).map_err(Fault::Unsent)?;
        let call = call.within(self.pace.answer).once();
        match self.cluster.find(&call).await? {
            Found::Object(object) => Ok(Some(object)),
            Found::NotFound => Ok(None),
            Found::NotServed => Err(self.not_served()),
        }
    }

    fn not_served(&self) -> Fault {
        let subject = Subject::new("get", self.resource, self.namespace.as_deref(), None);
        Fault::Unsent(error::not_served(&subject, self.cluster.target()))
    }

    /// Takes one line of the stream.
    fn take_line(&mut self, line: &[u8]) -> Result<Vec<Event>, Fault> {
        let Line { kind, object } =
            serde_json::from_slice(line).map_err(|error| Fault::malformed(&error))?;
        if kind == "ERROR" {
            return Err(watch_error(&object));
        }
        let version = metadata(&object, "resourceVersion").to_owned();
        let is_known = match (version.parse::<u64>(), self.listed) {
            (Ok(version), Some(listed)) => version <= listed,
            _ => false,
        };
        let events = match kind.as_str() {
            _ if is_known => Vec::new(),
            "ADDED" | "MODIFIED" => self.known.update(object),
            "DELETED" => vec![self.known.remove(object)],
            _ => Vec::new(),
        };
        if let State::Stream(stream) = &mut self.state {
            stream.last_line = Instant::now();
            stream.brought_news |= !events.is_empty();
            if !version.is_empty() {
                stream.version = version;
            }
        }
        if !events.is_empty() {
            self.watch_works();
            self.reads = 0;
            self.next_read = Instant::now() + self.pace.first_read;
        }
        Ok(events)
    }

    fn watch_works(&mut self) {
        self.failures = 0;
        self.failed_watches = 0;
    }

    /// The server ends every watch after a while. A watch that ends early without news is a failure.
    async fn stream_ended(&mut self) {
        let State::Stream(stream) = std::mem::replace(&mut self.state, State::List) else {
            return;
        };
        let lived = stream.opened.elapsed();
        if lived >= self.pace.stream / 2 {
            self.watch_works();
        } else if !stream.brought_news {
            self.failed_watches += 1;
            self.watch_failure = Some(Error::failed("it ends at once"));
        }
        if self.failed_watches < 2 {
            self.state = State::Watch(stream.version);
        }
        match self.failed_watches {
            0 if lived >= self.pace.first_pause => {}
            failures => sleep(self.pace.pause(failures)).await,
        }
    }

    /// Gets ready to go on after a failure, or gives up on a failure that time does not cure.
    async fn recover(&mut self, fault: Fault) -> Result<()> {
        let state = std::mem::replace(&mut self.state, State::List);
        let is_open = matches!(state, State::Stream(_));
        let version = match state {
            State::List => return self.recover_list(fault).await,
            State::Watch(version) | State::Opening { version, .. } => version,
            State::Stream(stream) => stream.version,
        };
        if let Some(403 | 405) = fault.code() {
            self.access = Access::List;
            return Ok(());
        }
        let is_expired = fault.code() == Some(410);
        // A garbled or frozen stream may have kept events back.
        let kept_back = match fault {
            Fault::Malformed(_) => true,
            Fault::Silent(_) => is_open,
            _ => false,
        };
        let needs_list = is_expired || kept_back;
        let is_temporary = is_expired || fault.is_temporary();
        let error = self.explain("watch", fault);
        if !is_temporary {
            return Err(error);
        }
        self.failures += 1;
        self.failed_watches += 1;
        if self.failed_watches == 1 && !needs_list {
            self.state = State::Watch(version);
        }
        self.watch_failure = Some(error);
        sleep(self.pace.pause(self.failed_watches)).await;
        Ok(())
    }

    async fn recover_list(&mut self, fault: Fault) -> Result<()> {
        if fault.code() == Some(403) && self.name.is_some() && self.access != Access::Get {
            self.access = Access::Get;
            return Ok(());
        }
        let is_temporary = fault.code() == Some(410) || fault.is_temporary();
        let verb = match self.access {
            Access::Get => "get",
            Access::Watch | Access::List => "list",
        };
        let error = self.explain(verb, fault);
        if !is_temporary {
            return Err(error);
        }
        self.failures += 1;
        self.tell_outage(&error);
        sleep(self.pace.pause(self.failures)).await;
        Ok(())
    }

    fn explain(&self, verb: &'static str, fault: Fault) -> Error {
        let (namespace, name) = (self.namespace.as_deref(), self.name.as_deref());
        let subject = Subject::new(verb, self.resource, namespace, name);
        self.cluster.explain(fault, &subject)
    }

    /// Tells the user once an outage that we wait. A single failure is mostly a connection that a gateway closed.
    fn tell_outage(&mut self, error: &Error) {
        if self.failures >= 2 && !self.is_outage_told {
            self.is_outage_told = true;
            let text = format!("waiting for the server: {error}");
            self.cluster.transport.notify(Notice::Waiting(&text));
        }
    }
}

/// The fault that an `ERROR` line reports.
fn watch_error(status: &Value) -> Fault {
    let code = status.get("code").and_then(Value::as_u64);
    let code = code.and_then(|code| u16::try_from(code).ok());
    let message = status.get("message").and_then(Value::as_str);
    let message = message.unwrap_or("no reason given");
    match code.and_then(|code| http::StatusCode::from_u16(code).ok()) {
        Some(code @ http::StatusCode::GONE) => Fault::Refused {
            code,
            status: None,
            text: message.to_owned(),
        },
        _ => Fault::Malformed(format!("the watch ended: {message}")),
    }
}
