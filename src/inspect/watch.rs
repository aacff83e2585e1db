//! `-w`: goes on with what changes after a list was printed.

use std::collections::HashSet;

use futures::future::select_all;
use serde_json::Value;

use super::list::{List, Listed};
use super::request::ListRequest;
use super::row::version;
use crate::api::document::stamp;
use crate::api::{Kind, Operator};
use crate::cluster::{Event, ListQuery, Resource};
use crate::lookup::unserved;
use crate::{Error, ErrorKind, Exit, Result};

/// Goes on with the changes after a list was printed; `print` gets each object that changed.
///
/// # Errors
/// Interrupted on Ctrl-C; what waiting does not cure; what `print` returns.
pub async fn follow<L: List>(
    request: &ListRequest<'_>,
    list: &mut L,
    listed: &Listed<L::Row>,
    print: impl FnMut(&mut L, Operator, &Value) -> Result<()>,
) -> Result<Exit> {
    follow_served(request, list, &listed.served, &listed.printed, print).await
}

/// Ends a list that was printed: with `-w` it goes on with the changes. Objects that no operator acts on are said to do nothing.
pub async fn follow_served<L: List>(
    request: &ListRequest<'_>,
    list: &mut L,
    served: &[Operator],
    printed: &HashSet<Box<str>>,
    mut print: impl FnMut(&mut L, Operator, &Value) -> Result<()>,
) -> Result<Exit> {
    if !served.iter().any(|operator| operator.runs(L::KIND)) {
        unserved::warn(request.context, L::KIND);
        return Ok(Exit::Unsupported);
    }
    if !request.flags.watch {
        return Ok(Exit::Done);
    }
    // The companion comes first: of two events that are there at once, its event is taken first, so that a row knows about it.
    let mut followed: Vec<(Resource, ListQuery)> = list.companion().into_iter().collect();
    let companions = followed.len();
    let own = served
        .iter()
        .map(|operator| Resource::of(*operator, L::KIND));
    followed.extend(own.map(|resource| (resource, request.query.clone())));
    watch(request, &followed, |source, event| {
        let own = source.checked_sub(companions);
        let Some(operator) = own.and_then(|own| served.get(own)).copied() else {
            return match list.companion_changed(event) {
                Some((operator, object)) => print(list, operator, &object),
                None => Ok(()),
            };
        };
        let gone = matches!(event, Event::Deleted(_));
        let Some(object) = fresh(event, printed, operator, L::KIND) else {
            return Ok(());
        };
        print(list, operator, &object)?;
        if gone {
            list.deleted(&object);
        }
        Ok(())
    })
    .await
}

/// Follows collections and hands over their events with the position of the collection, until Ctrl-C or until nobody reads any more.
///
/// # Errors
/// Interrupted on Ctrl-C; what waiting does not cure; what `on_event` returns.
async fn watch(
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
fn fresh(
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
