//! Empty lists. A mistyped name must not pass for "no backups", so an empty list looks whether the TiDB cluster that it names exists.

use serde_json::Value;

use super::list::List;
use super::request::ListRequest;
use crate::api::Kind;
use crate::api::document::at;
use crate::cluster::{ListQuery, Listing, Resource};
use crate::error::NextCommand;
use crate::lookup::collection::collect;
use crate::output::objects;
use crate::{Error, ErrorKind, Result};

/// Says that a list is empty.
///
/// # Errors
/// NotFound when the list is empty because the TiDB cluster or schedule that it was asked about does not exist.
pub async fn say_empty<L: List>(request: &ListRequest<'_>, list: &L) -> Result<()> {
    list.check_empty(request).await?;
    if let Some(cluster) = &request.flags.cluster {
        check_cluster(request, cluster).await?;
    }
    let sentence = objects::nothing_found(request.scope());
    request.context.ui.note(&sentence);
    Ok(())
}

/// What a search for a cluster found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Search {
    Found,
    Absent,
    NotServed,
    /// The user may not look.
    Forbidden,
}

/// Fails when no TiDB cluster has this name and no backup names it. Where that cannot be known, nothing is claimed.
///
/// # Errors
/// NotFound; what the server refuses but for a missing right.
async fn check_cluster(request: &ListRequest<'_>, name: &str) -> Result<()> {
    let kinds = [Resource::CLUSTERS, Resource::TIDB_CLUSTERS];
    let mut served = None;
    for resource in kinds {
        match search(request, resource, name).await? {
            Search::Found | Search::Forbidden => return Ok(()),
            Search::Absent => served = served.or(Some(resource)),
            Search::NotServed => {}
        }
    }
    if named_by_backups(request, name).await? {
        return Ok(());
    }
    let place = match &request.namespace {
        Some(namespace) => format!("namespace {namespace:?}"),
        None => "any namespace".to_owned(),
    };
    let error = Error::new(
        ErrorKind::NotFound,
        format!("there is no TiDB cluster {name:?} in {place}, and no backup names it"),
    );
    Err(match served {
        Some(resource) => {
            let verb = format!("get {}.{}", resource.plural, resource.group);
            let command = NextCommand::kubectl(&verb);
            error.hint(match &request.namespace {
                Some(namespace) => command.namespace(namespace),
                None => command.arg("-A"),
            })
        }
        None => error,
    })
}

async fn search(request: &ListRequest<'_>, resource: Resource, name: &str) -> Result<Search> {
    let cluster = request.context.cluster().await?;
    let query = ListQuery::name(name);
    let mut any = false;
    let namespace = request.namespace.as_deref();
    let listing = cluster.list::<Value>(resource, namespace, &query, |page| {
        any |= !page.items.is_empty();
        Ok(())
    });
    match listing.await {
        Ok(Listing::Complete { .. }) if any => Ok(Search::Found),
        Ok(Listing::Complete { .. }) => Ok(Search::Absent),
        Ok(Listing::NotServed) => Ok(Search::NotServed),
        Err(error) if error.kind == ErrorKind::Forbidden => Ok(Search::Forbidden),
        Err(error) => Err(error),
    }
}

/// A cluster may be gone while its backups are kept.
async fn named_by_backups(request: &ListRequest<'_>, name: &str) -> Result<bool> {
    let namespace = request.namespace.as_deref();
    let named = |object: &Value| at(object, "/spec/br/cluster") == name;
    let query = ListQuery::default();
    match collect(request.context, Kind::Backup, namespace, &query, named).await {
        Ok(found) => Ok(!found.objects.is_empty()),
        Err(error) if error.kind == ErrorKind::Forbidden => Ok(true),
        Err(error) => Err(error),
    }
}
