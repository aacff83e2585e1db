//! Following objects for as long as it takes: through lost connections, restarts of the API server, forgotten versions and
//! streams that fall silent.

mod known;
mod watcher;

use std::time::Duration;

use serde_json::Value;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use super::connect::Cluster;
use super::list::ListQuery;
use super::resource::Resource;
use crate::error::{Error, Result};
use watcher::Watcher;

/// What became of the followed objects.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// An object as it is now. Each state comes once: an object that did not change while the connection was lost does not come
    /// again, and one that did comes as it is now.
    Current(Value),
    /// An object is gone, or no longer among those asked for. After a lost connection only its `metadata` may be known.
    Deleted(Value),
    /// All that came so far is the complete state. Comes after the first look and after each one that a lost connection made
    /// necessary; an object that did not come before the first `Synced` does not exist.
    Synced,
}

/// The times of a follower.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    /// The server ends a watch after this long, so that a half-dead connection is noticed.
    pub stream: Duration,
    /// A stream that is silent for longer is frozen.
    pub idle: Duration,
    /// How long an answer may take.
    pub answer: Duration,
    /// The first pause after a failure; it doubles from there.
    pub first_pause: Duration,
    /// The longest pause after a failure.
    pub longest_pause: Duration,
    /// Between two looks, where there is no right to watch.
    pub poll: Duration,
}

const PACE: Pace = Pace {
    stream: Duration::from_secs(30),
    idle: Duration::from_secs(45),
    answer: Duration::from_secs(20),
    first_pause: Duration::from_millis(500),
    longest_pause: Duration::from_secs(8),
    poll: Duration::from_secs(2),
};

/// Follows objects in the background until it is dropped. It never gives up on a server that cannot be reached: the caller has
/// the deadline.
pub struct Follower {
    events: mpsc::Receiver<Result<Event>>,
    // Ends the task when it is dropped.
    _task: JoinSet<()>,
}

impl Follower {
    /// Waits for the next event. Nothing is lost when the future is dropped.
    ///
    /// # Errors
    /// Only what waiting does not cure: no right to read, credentials that are not accepted, a resource that is not served. It
    /// is the last thing that comes.
    pub async fn next(&mut self) -> Result<Event> {
        let ended = || Err(Error::failed("the watch has ended"));
        self.events.recv().await.unwrap_or_else(ended)
    }
}

impl Cluster {
    /// Follows one object, which need not exist.
    ///
    /// # Errors
    /// A name that could not be part of a URL.
    pub fn follow_one(&self, resource: Resource, namespace: &str, name: &str) -> Result<Follower> {
        resource.object(namespace, name)?;
        let query = ListQuery::name(name);
        Ok(self.follow_at(PACE, resource, Some(namespace), &query, Some(name)))
    }

    /// Follows all objects that `query` selects, in one namespace or in all.
    ///
    /// # Errors
    /// A namespace that could not be part of a URL.
    pub fn follow(
        &self,
        resource: Resource,
        namespace: Option<&str>,
        query: &ListQuery,
    ) -> Result<Follower> {
        resource.collection(namespace)?;
        Ok(self.follow_at(PACE, resource, namespace, query, None))
    }

    pub(super) fn follow_at(
        &self,
        pace: Pace,
        resource: Resource,
        namespace: Option<&str>,
        query: &ListQuery,
        name: Option<&str>,
    ) -> Follower {
        let (sender, events) = mpsc::channel(16);
        let watcher = Watcher::new(self.clone(), pace, resource, namespace, query, name);
        let mut task = JoinSet::new();
        task.spawn(watcher.run(sender));
        Follower {
            events,
            _task: task,
        }
    }
}
