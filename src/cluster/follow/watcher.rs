//! The task behind a follower: look at everything, watch from there, and start over when the watch cannot go on.

use serde::Deserialize;
use serde_json::Value;
use tokio::sync::mpsc::Sender;
use tokio::time::{Instant, timeout};

use super::super::call::{Call, Subject};
use super::super::connect::Cluster;
use super::super::error;
use super::super::fault::Fault;
use super::super::lines::Lines;
use super::super::list::{ListQuery, Listing, Page};
use super::super::notice::Notice;
use super::super::object::{Found, get};
use super::super::resource::Resource;
use super::known::{Known, metadata};
use super::{Event, Pace};
use crate::error::{Error, Result};

/// What RBAC lets us do, found out on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Access {
    Watch,
    List,
    Get,
}

enum State {
    /// To look at everything.
    Look,
    /// To watch from this version on.
    Watch(String),
    /// Watching since then; the version is that of the last event.
    Stream {
        version: String,
        lines: Box<Lines>,
        since: Instant,
    },
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
    /// The one object, if only one is followed.
    name: Option<String>,
    access: Access,
    state: State,
    known: Known,
    failures: u32,
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
            state: State::Look,
            known: Known::new(resource),
            failures: 0,
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
                    // Nobody listens any more: then nobody needs the error either.
                    let _ = events.send(Err(error)).await;
                    return;
                }
            }
        }
    }

    /// One step: a look, a new stream, or one line of it.
    async fn step(&mut self) -> Result<Vec<Event>, Fault> {
        match &mut self.state {
            State::Look => self.look().await,
            State::Watch(version) => {
                let version = version.clone();
                let call = self.watch_call(&version)?;
                let body = self.cluster.transport.stream(&call).await?;
                let lines = Box::new(Lines::new(body));
                self.state = State::Stream {
                    version,
                    lines,
                    since: Instant::now(),
                };
                Ok(Vec::new())
            }
            State::Stream {
                version,
                lines,
                since,
            } => {
                match timeout(self.pace.idle, lines.next()).await {
                    Ok(Ok(Some(line))) => self.read(&line),
                    Ok(Ok(None)) => {
                        // The server ends every watch after a while. One that ends at once must not make us spin.
                        let short = since.elapsed() < self.pace.first_pause;
                        self.state = State::Watch(std::mem::take(version));
                        if short {
                            tokio::time::sleep(self.pace.first_pause).await;
                        }
                        Ok(Vec::new())
                    }
                    Ok(Err(error)) => Err(Fault::Connection(error)),
                    Err(_) => {
                        // Nobody knows what a frozen stream kept back.
                        self.state = State::Look;
                        Err(Fault::Silent(self.pace.idle))
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

    /// Looks at everything and compares it with what is known.
    async fn look(&mut self) -> Result<Vec<Event>, Fault> {
        let (objects, version) = match self.access {
            Access::Get => (self.read_one().await?.into_iter().collect(), String::new()),
            Access::Watch | Access::List => self.read_all().await?,
        };
        self.failures = 0;
        match self.access {
            Access::Watch => self.state = State::Watch(version),
            Access::List | Access::Get => tokio::time::sleep(self.pace.poll).await,
        }
        Ok(self.known.compare(objects))
    }

    async fn read_all(&mut self) -> Result<(Vec<Value>, String), Fault> {
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

    /// Reads the one object by its name, which may be all that RBAC allows.
    async fn read_one(&mut self) -> Result<Option<Value>, Fault> {
        let namespace = self.namespace.as_deref().unwrap_or_default();
        let name = self.name.as_deref().unwrap_or_default();
        let call = get(self.resource, namespace, name).map_err(Fault::Unsent)?;
        match self
            .cluster
            .find(&call.within(self.pace.answer).once())
            .await?
        {
            Found::Object(object) => Ok(Some(object)),
            Found::NotFound => Ok(None),
            Found::NotServed => Err(self.not_served()),
        }
    }

    fn not_served(&self) -> Fault {
        let subject = Subject::new("get", self.resource, self.namespace.as_deref(), None);
        Fault::Unsent(error::not_served(&subject, self.cluster.target()))
    }

    /// Takes in one line of the stream.
    fn read(&mut self, line: &[u8]) -> Result<Vec<Event>, Fault> {
        let Line { kind, object } = match serde_json::from_slice(line) {
            Ok(line) => line,
            Err(error) => {
                self.state = State::Look;
                return Err(Fault::malformed(&error));
            }
        };
        if kind == "ERROR" {
            return self.read_error(&object);
        }
        self.failures = 0;
        if let State::Stream { version, .. } = &mut self.state
            && !metadata(&object, "resourceVersion").is_empty()
        {
            metadata(&object, "resourceVersion").clone_into(version);
        }
        Ok(match kind.as_str() {
            "ADDED" | "MODIFIED" => self.known.see(object),
            "DELETED" => vec![self.known.gone(object)],
            _ => Vec::new(),
        })
    }

    fn read_error(&mut self, status: &Value) -> Result<Vec<Event>, Fault> {
        self.state = State::Look;
        match status.get("code").and_then(Value::as_u64) {
            // The version is too old to go on from. That is no failure.
            Some(410) => Ok(Vec::new()),
            _ => {
                let message = status.get("message").and_then(Value::as_str);
                let message = message.unwrap_or("no reason given");
                Err(Fault::Malformed(format!("the watch ended: {message}")))
            }
        }
    }

    /// Gets ready to go on after a failure, or gives up on one that time does not cure.
    async fn recover(&mut self, fault: Fault) -> Result<()> {
        let watching = !matches!(self.state, State::Look);
        match fault.code() {
            Some(410) => {
                self.state = State::Look;
                return Ok(());
            }
            Some(403 | 405) if watching => {
                self.access = Access::List;
                self.state = State::Look;
                return Ok(());
            }
            Some(403) if self.name.is_some() && self.access != Access::Get => {
                self.access = Access::Get;
                return Ok(());
            }
            _ => {}
        }
        let verb = match (watching, self.access) {
            (true, _) => "watch",
            (false, Access::Get) => "get",
            (false, _) => "list",
        };
        let is_temporary = fault.is_temporary();
        let subject = Subject::new(
            verb,
            self.resource,
            self.namespace.as_deref(),
            self.name.as_deref(),
        );
        let error = self.cluster.explain(fault, &subject);
        if !is_temporary {
            return Err(error);
        }
        if let State::Stream { version, .. } = &mut self.state {
            self.state = State::Watch(std::mem::take(version));
        }
        self.wait_for_server(&error).await;
        Ok(())
    }

    async fn wait_for_server(&mut self, error: &Error) {
        // The first failure of a stream is mostly a connection that something in between closed.
        if self.failures == 1 {
            let text = format!("waiting for the server: {error}");
            self.cluster.transport.notify(Notice::Waiting(&text));
        }
        let pause = self.pace.first_pause * 2_u32.pow(self.failures.min(8));
        tokio::time::sleep(pause.min(self.pace.longest_pause)).await;
        self.failures += 1;
    }
}
