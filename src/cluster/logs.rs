//! Reads the log of a container, and follows it through connections that break or fall silent.

use std::time::Duration;

use serde_json::Value;
use tokio::time::timeout;

use super::call::{Call, Subject};
use super::connect::Cluster;
use super::fault::Fault;
use super::lines::Lines;
use super::object::{Found, get};
use super::resource::Resource;
use crate::error::Result;

/// How long a followed log may be silent before the connection is made again. A log and a dead connection may both be silent for hours.
const IDLE: Duration = Duration::from_secs(60);

/// The pause before the log is opened again. It doubles until a line comes.
const FIRST_PAUSE: Duration = Duration::from_secs(1);

/// How many times the pause doubles at most.
const DOUBLINGS: u32 = 4;

/// Which part of a log, and whether to stay.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogQuery {
    /// The container. Required where a pod has several.
    pub container: Option<String>,
    /// Whether to wait for more lines until the container ends.
    pub follow: bool,
    /// Only this many lines at the end.
    pub tail: Option<u64>,
    /// Only lines younger than this.
    pub since: Option<Duration>,
    /// Whether to keep the time at the beginning of each line.
    pub timestamps: bool,
}

/// A log, line by line.
pub struct Logs {
    cluster: Cluster,
    namespace: String,
    pod: String,
    query: LogQuery,
    lines: Option<Lines>,
    /// The time of the last line, as the server wrote it.
    last: Option<String>,
    /// How often the log was opened since the last line.
    reopened: u32,
    pub(super) idle: Duration,
    pub(super) first_pause: Duration,
}

impl Cluster {
    /// Opens the log of a pod.
    ///
    /// # Errors
    /// The pod does not exist, the container has not started, or the user may not read logs.
    pub async fn logs(&self, namespace: &str, pod: &str, query: &LogQuery) -> Result<Logs> {
        let mut logs = Logs {
            cluster: self.clone(),
            namespace: namespace.to_owned(),
            pod: pod.to_owned(),
            query: query.clone(),
            lines: None,
            last: None,
            reopened: 0,
            idle: IDLE,
            first_pause: FIRST_PAUSE,
        };
        let opened = logs.open().await;
        opened.map_err(|fault| self.explain(fault, &logs.subject()))?;
        Ok(logs)
    }
}

impl Logs {
    /// The next line; `None` at the end.
    ///
    /// # Errors
    /// The connection broke and the log is not followed, or the log can no longer be read.
    pub async fn next(&mut self) -> Result<Option<String>> {
        loop {
            match self.step().await {
                Ok(Step::Line(line)) => return Ok(Some(line)),
                Ok(Step::End) => return Ok(None),
                Ok(Step::Again) => {}
                Err(fault) if self.query.follow && fault.is_temporary() => {
                    self.lines = None;
                    self.pause().await;
                }
                Err(fault) => return Err(self.cluster.explain(fault, &self.subject())),
            }
        }
    }

    /// Waits before the log is opened again.
    async fn pause(&mut self) {
        let doublings = self.reopened.min(DOUBLINGS);
        self.reopened += 1;
        tokio::time::sleep(self.first_pause * 2_u32.pow(doublings)).await;
    }

    async fn step(&mut self) -> Result<Step, Fault> {
        let Some(lines) = &mut self.lines else {
            return self.open().await.map(|()| Step::Again);
        };
        let idle = if self.query.follow {
            self.idle
        } else {
            Duration::MAX
        };
        match timeout(idle, lines.next()).await {
            Ok(Ok(Some(line))) => Ok(self.take_line(&String::from_utf8_lossy(&line))),
            Ok(Ok(None)) if !self.query.follow => Ok(Step::End),
            // The stream may end before the log does. The log has ended when the container has.
            Ok(Ok(None)) => {
                self.lines = None;
                if !self.is_running().await? {
                    return Ok(Step::End);
                }
                self.pause().await;
                Ok(Step::Again)
            }
            Ok(Err(error)) => Err(Fault::Connection(error)),
            Err(_) => {
                self.lines = None;
                Ok(Step::Again)
            }
        }
    }

    /// Removes the time from a line, and drops lines that came before the connection broke.
    fn take_line(&mut self, line: &str) -> Step {
        let (time, text) = line.split_once(' ').unwrap_or((line, ""));
        if self
            .last
            .as_deref()
            .is_some_and(|last| is_not_after(time, last))
        {
            return Step::Again;
        }
        self.last = Some(time.to_owned());
        self.reopened = 0;
        Step::Line(if self.query.timestamps {
            line.to_owned()
        } else {
            text.to_owned()
        })
    }

    async fn open(&mut self) -> Result<(), Fault> {
        let path = Resource::PODS
            .object(&self.namespace, &self.pod)
            .map_err(Fault::Unsent)?;
        let LogQuery {
            container,
            follow,
            tail,
            since,
            timestamps: _,
        } = &self.query;
        let mut call = Call::get(format!("{path}/log"), self.subject())
            .query("timestamps", "true")
            .query_opt("container", container.as_deref())
            .query_opt("follow", follow.then_some("true"));
        if let Some(last) = &self.last {
            call = call.query("sinceTime", last);
        } else {
            call = call
                .query_opt("tailLines", tail.map(|lines| lines.to_string()).as_deref())
                .query_opt(
                    "sinceSeconds",
                    since
                        .map(|since| since.as_secs().max(1).to_string())
                        .as_deref(),
                );
        }
        let body = self.cluster.transport.stream(&call).await?;
        self.lines = Some(Lines::new(body));
        Ok(())
    }

    async fn is_running(&mut self) -> Result<bool, Fault> {
        let call = get(Resource::PODS, &self.namespace, &self.pod).map_err(Fault::Unsent)?;
        let pod = match self.cluster.find(&call).await {
            Ok(Found::Object(pod)) => pod,
            Ok(Found::NotFound | Found::NotServed) => return Ok(false),
            // A user who may read logs but no Pods cannot find out more: the end of the stream counts as the end of the log.
            Err(fault) if fault.code() == Some(403) => return Ok(false),
            Err(fault) => return Err(fault),
        };
        let statuses = pod
            .pointer("/status/containerStatuses")
            .and_then(Value::as_array);
        let ours = |status: &&Value| {
            let name = status.get("name").and_then(Value::as_str);
            self.query
                .container
                .as_deref()
                .is_none_or(|container| name == Some(container))
        };
        Ok(statuses
            .into_iter()
            .flatten()
            .filter(ours)
            .any(|status| status.pointer("/state/running").is_some()))
    }

    fn subject(&self) -> Subject {
        Subject::new(
            "get",
            Resource::POD_LOGS,
            Some(&self.namespace),
            Some(&self.pod),
        )
    }
}

enum Step {
    Line(String),
    Again,
    End,
}

/// Compares two RFC 3339 times in UTC with any number of decimals.
fn is_not_after(time: &str, last: &str) -> bool {
    let parts = |text: &str| {
        let text = text.trim_end_matches('Z');
        let (seconds, decimals) = text.split_once('.').unwrap_or((text, ""));
        (seconds.to_owned(), format!("{decimals:0<9}"))
    };
    parts(time) <= parts(last)
}
