//! `-w`: goes on with what changes after a list was printed.

use std::collections::HashSet;
use std::time::Duration;

use futures::future::{pending, select_all};
use serde_json::Value;
use tokio::time::{Instant, timeout_at};

use super::list::{List, Listed};
use super::request::ListRequest;
use super::row::version;
use crate::api::document::stamp;
use crate::api::{Kind, Operator};
use crate::cluster::{Event, Follower, ListQuery, Resource};
use crate::lookup::v1_only;
use crate::{Error, ErrorKind, Exit, Result};

/// How long a change of the list waits for earlier changes of its companion.
const HEAD_START: Duration = Duration::from_millis(200);

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
        v1_only::warn(request.context, L::KIND);
        return Ok(Exit::Unsupported);
    }
    if !request.flags.watch {
        return Ok(Exit::Done);
    }
    let companion: Vec<(Resource, ListQuery)> = list.companion().into_iter().collect();
    let own = served
        .iter()
        .map(|operator| Resource::of(*operator, L::KIND));
    let own: Vec<(Resource, ListQuery)> = own
        .map(|resource| (resource, request.query.clone()))
        .collect();
    watch(request, &companion, &own, |source, event| {
        let operator = source.and_then(|source| served.get(source)).copied();
        let Some(operator) = operator else {
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

/// Follows collections and hands over their events, with the position of the collection in `own`, or `None` for the companion. Ends
/// with Ctrl-C, or when nobody reads any more.
///
/// # Errors
/// Interrupted on Ctrl-C; what waiting does not cure; what `on_event` returns.
async fn watch(
    request: &ListRequest<'_>,
    companion: &[(Resource, ListQuery)],
    own: &[(Resource, ListQuery)],
    mut on_event: impl FnMut(Option<usize>, Event) -> Result<()>,
) -> Result<Exit> {
    let follow = async {
        let mut companion = start(request, companion).await?;
        let mut own = start(request, own).await?;
        while !request.context.ui.closed() {
            tokio::select! {
                biased;
                event = next(&mut companion) => on_event(None, event?.1)?,
                event = next(&mut own) => {
                    let (source, event) = event?;
                    // What a row says about the companion comes over another connection: it gets a moment to arrive first.
                    let until = Instant::now() + HEAD_START;
                    while !companion.is_empty()
                        && let Ok(earlier) = timeout_at(until, next(&mut companion)).await
                    {
                        on_event(None, earlier?.1)?;
                    }
                    on_event(Some(source), event)?;
                }
            }
        }
        Ok(Exit::Done)
    };
    tokio::select! {
        ended = follow => ended,
        _ = tokio::signal::ctrl_c() => Err(Error::new(ErrorKind::Interrupted, "interrupted")),
    }
}

async fn start(
    request: &ListRequest<'_>,
    followed: &[(Resource, ListQuery)],
) -> Result<Vec<Follower>> {
    let cluster = request.context.cluster().await?;
    let follow = |(resource, query): &(Resource, ListQuery)| {
        cluster.follow(*resource, request.scope(), query)
    };
    followed.iter().map(follow).collect()
}

/// The next event of any of the followers, and its position; never ends where there is no follower.
async fn next(followers: &mut [Follower]) -> Result<(usize, Event)> {
    if followers.is_empty() {
        return pending().await;
    }
    let next = followers
        .iter_mut()
        .map(|follower| Box::pin(follower.next()));
    let (event, source, _) = select_all(next).await;
    Ok((source, event?))
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
