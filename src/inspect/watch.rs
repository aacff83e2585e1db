//! `-w`: goes on with what changes after a list was printed.

use std::collections::HashSet;

use futures::future::select_all;
use serde_json::Value;

use super::request::ListRequest;
use super::row::version;
use crate::api::document::stamp;
use crate::api::{Kind, Operator};
use crate::cluster::{Event, ListQuery, Resource};
use crate::{Error, ErrorKind, Exit, Result};

/// Follows collections and hands over their events with the position of the collection, until Ctrl-C or until nobody reads any more.
///
/// # Errors
/// Interrupted on Ctrl-C; what waiting does not cure; what `on_event` returns.
pub async fn watch(
    request: &ListRequest<'_>,
    followed: &[(Resource, ListQuery)],
    mut on_event: impl FnMut(usize, Event) -> Result<()>,
) -> Result<Exit> {
    let follow = async {
        let cluster = request.context.cluster().await?;
        let namespace = request.namespace.as_deref();
        let mut followers = Vec::new();
        for (resource, query) in followed {
            followers.push(cluster.follow(*resource, namespace, query)?);
        }
        while !request.context.ui.closed() {
            let next = followers
                .iter_mut()
                .map(|follower| Box::pin(follower.next()));
            let (event, source, _) = select_all(next).await;
            on_event(source, event?)?;
        }
        Ok(Exit::Done)
    };
    tokio::select! {
        ended = follow => ended,
        _ = tokio::signal::ctrl_c() => Err(Error::new(ErrorKind::Interrupted, "interrupted")),
    }
}

/// The object of an event that is not printed yet. What changed between the list and the watch is a change too.
pub fn fresh(
    event: Event,
    printed: &HashSet<Box<str>>,
    operator: Operator,
    kind: Kind,
) -> Option<Value> {
    let mut object = match event {
        // As kubectl, the last state of a deleted object is printed; after a lost connection it may not be known.
        Event::Deleted(object) if object.get("spec").is_none() => return None,
        Event::Current(object) | Event::Deleted(object) => object,
        Event::Synced => return None,
    };
    if printed.contains(&version(&object)) {
        return None;
    }
    stamp(&mut object, operator, kind);
    Some(object)
}
