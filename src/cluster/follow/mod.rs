//! Follows objects for as long as it takes: through lost connections, restarts of the API server, expired versions, gateways that
//! do not pass watches on, and streams that fall silent.

mod event;
mod known;
mod pace;
mod watcher;

use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub use event::Event;
pub(super) use pace::Pace;

use super::connect::Cluster;
use super::list::ListQuery;
use super::resource::Resource;
use crate::error::{Error, Result};
use watcher::Watcher;

/// Follows objects in the background until it is dropped. It never gives up on a server that cannot be reached; the caller has the
/// deadline.
pub struct Follower {
    events: mpsc::Receiver<Result<Event>>,
    // Ends the task when it is dropped.
    _task: JoinSet<()>,
}

impl Follower {
    /// Waits for the next event. Nothing is lost when the future is dropped.
    ///
    /// # Errors
    /// Only failures that waiting does not cure: no right to read, credentials that are not accepted, a resource that is not served.
    /// Nothing follows after an error.
    pub async fn next(&mut self) -> Result<Event> {
        let ended = || Err(Error::failed("the watch has ended"));
        self.events.recv().await.unwrap_or_else(ended)
    }
}

impl Cluster {
    /// Follows one object, which need not exist.
    ///
    /// # Errors
    /// A name that cannot be part of a URL.
    pub fn follow_one(&self, resource: Resource, namespace: &str, name: &str) -> Result<Follower> {
        resource.object(namespace, name)?;
        let query = ListQuery::name(name);
        Ok(self.follow_at(Pace::NORMAL, resource, Some(namespace), &query, Some(name)))
    }

    /// Follows all objects that `query` selects, in one namespace or in all.
    ///
    /// # Errors
    /// A namespace that cannot be part of a URL.
    pub fn follow(
        &self,
        resource: Resource,
        namespace: Option<&str>,
        query: &ListQuery,
    ) -> Result<Follower> {
        resource.collection(namespace)?;
        Ok(self.follow_at(Pace::NORMAL, resource, namespace, query, None))
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
