//! The objects that describe the Pods of TiKV and TiFlash.

use futures::future::try_join;
use serde_json::Value;

use crate::api::Operator;
use crate::api::document::put;
use crate::cluster::{Cluster, Found, ListQuery, Page, Resource};
use crate::context::Context;
use crate::lookup::generation;
use crate::setup::tikv::{Grant, PodTemplate};
use crate::{Error, Hint, NextCommand, Result};

/// An object that describes the Pods of TiKV or TiFlash.
pub struct PodOwner {
    /// The kind of the object.
    pub resource: Resource,
    /// Its name.
    pub name: String,
    /// The object as it was read.
    pub live: Value,
    /// The components in it.
    pub places: Vec<PodTemplate>,
}

impl PodOwner {
    /// Returns the object with a grant for all its components.
    pub fn with(&self, grant: &Grant) -> Result<Value> {
        let mut document = self.live.clone();
        for place in &self.places {
            document = place.with(&document, grant)?;
        }
        Ok(document)
    }
}

/// Finds the objects that describe the Pods of the cluster, in the group of the operator that has the cluster.
pub async fn pod_owners(
    context: &Context,
    cluster: &Cluster,
    namespace: &str,
    name: &str,
) -> Result<Vec<PodOwner>> {
    let asked = generation::asked(context);
    let get = |operator: Operator, resource: Resource| {
        let wanted = asked.contains(&operator);
        async move {
            match wanted {
                true => cluster.get(resource, namespace, name).await,
                false => Ok(Found::NotServed),
            }
        }
    };
    let (v2, v1) = try_join(
        get(Operator::V2, Resource::CLUSTERS),
        get(Operator::V1, Resource::TIDB_CLUSTERS),
    )
    .await?;
    match (v2, v1) {
        (Found::Object(_), Found::Object(_)) => Err(Error::usage(format!(
            "cluster {name} exists for both operators in namespace {namespace:?}"
        ))
        .hint("say which: --operator v1 or --operator v2")),
        (Found::Object(_), _) => groups(cluster, namespace, name).await,
        (_, Found::Object(live)) => Ok(vec![tidb_cluster(name, live)]),
        (Found::NotServed, Found::NotServed) => Err(Error::unsupported(
            "this cluster serves neither clusters.core.pingcap.com nor tidbclusters.pingcap.com: TiDB Operator is not installed here",
        )
        .hint(Hint::from(NextCommand::plugin("version")).and(" shows what is served; --context chooses another cluster"))),
        _ => Err(Error::failed(format!("cluster {name} not found in namespace {namespace:?}"))
            .hint(NextCommand::kubectl("get clusters.core.pingcap.com,tidbclusters.pingcap.com").namespace(namespace))),
    }
}

/// Every TidbCluster has TiKV; TiFlash only where its spec says so.
fn tidb_cluster(name: &str, live: Value) -> PodOwner {
    let tiflash = live
        .pointer("/spec/tiflash")
        .is_some_and(Value::is_object)
        .then_some("tiflash");
    PodOwner {
        resource: Resource::TIDB_CLUSTERS,
        name: name.to_owned(),
        places: std::iter::once("tikv")
            .chain(tiflash)
            .map(PodTemplate::V1)
            .collect(),
        live,
    }
}

async fn groups(cluster: &Cluster, namespace: &str, name: &str) -> Result<Vec<PodOwner>> {
    let mut targets = Vec::new();
    for (resource, container) in [
        (Resource::TIKV_GROUPS, "tikv"),
        (Resource::TIFLASH_GROUPS, "tiflash"),
    ] {
        for group in members(cluster, namespace, resource, name).await? {
            let text = group.pointer("/metadata/name").and_then(Value::as_str);
            targets.push(PodOwner {
                resource,
                name: text.unwrap_or_default().to_owned(),
                places: vec![PodTemplate::V2(container)],
                live: group,
            });
        }
    }
    match targets
        .iter()
        .any(|target| target.resource == Resource::TIKV_GROUPS)
    {
        true => Ok(targets),
        false => Err(Error::failed(format!(
            "cluster.core.pingcap.com/{name} has no TiKVGroup in namespace {namespace:?}"
        ))
        .hint(NextCommand::kubectl("get tikvgroups").namespace(namespace))),
    }
}

async fn members(
    cluster: &Cluster,
    namespace: &str,
    resource: Resource,
    name: &str,
) -> Result<Vec<Value>> {
    let mut groups = Vec::new();
    let collect = |page: Page<Value>| {
        if page.first {
            groups.clear();
        }
        groups.extend(page.items);
        Ok(())
    };
    // A group that is not served has no members. The caller knows whether the component may be missing.
    cluster
        .list(resource, Some(namespace), &ListQuery::default(), collect)
        .await?;
    groups
        .retain(|group| group.pointer("/spec/cluster/name").and_then(Value::as_str) == Some(name));
    for group in &mut groups {
        put(group, "apiVersion", resource.api_version());
        put(group, "kind", resource.kind);
    }
    Ok(groups)
}
