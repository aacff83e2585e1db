//! What a TiDB cluster has for its backups: the schedules, the log backups that hold a task, and the newest snapshot; and the
//! operator that works for it.

use std::collections::BTreeSet;

use futures::future::{join, join_all, join3};
use serde_json::Value;

use crate::api::document::{at, stamp};
use crate::api::{Kind, ObjectRef, Operator};
use crate::cluster::{Cluster, Found, ListQuery, Resource};
use crate::context::Context;
use crate::lookup::everywhere;
use crate::lookup::neighbours::{self, Neighbour, Role};
use crate::recovery::TidbCluster;
use crate::{ErrorKind, Result};

/// The objects that matter for the backups of one TiDB cluster.
pub struct Standing {
    /// The TiDB cluster.
    pub cluster: TidbCluster,
    /// Its schedules; v2 runs none.
    pub schedules: Result<Vec<Value>>,
    /// The log backups that hold its task, and its newest complete snapshot.
    pub backups: Result<Vec<Value>>,
    /// The Deployments of the operator.
    pub deployments: Result<Vec<Value>>,
}

impl Standing {
    /// The documents that describe work to be done or going on.
    pub fn documents(&self) -> impl Iterator<Item = &Value> {
        let schedules = self.schedules.iter().flatten();
        schedules.chain(self.backups.iter().flatten())
    }
}

/// Reads the objects of one TiDB cluster.
///
/// # Errors
/// What keeps from connecting. What cannot be read is in the result.
pub async fn of_cluster(context: &Context, tidb_cluster: TidbCluster) -> Result<Standing> {
    let cluster = context.cluster().await?;
    let (schedules, backups, deployments) = join3(
        schedules(cluster, &tidb_cluster),
        backups(context, cluster, &tidb_cluster),
        deployments(cluster, tidb_cluster.operator, &tidb_cluster.namespace),
    )
    .await;
    Ok(Standing {
        cluster: tidb_cluster,
        schedules,
        backups,
        deployments,
    })
}

async fn schedules(cluster: &Cluster, tidb_cluster: &TidbCluster) -> Result<Vec<Value>> {
    let operator = tidb_cluster.operator;
    if operator == Operator::V2 {
        return Ok(Vec::new());
    }
    let resource = Resource::of(operator, Kind::BackupSchedule);
    let found = everywhere::or_only(&tidb_cluster.namespace, async |namespace| {
        let every = ListQuery::default();
        cluster.list_all::<Value>(resource, namespace, &every).await
    })
    .await?;
    let stamped = found.into_iter().flatten().map(|mut object| {
        stamp(&mut object, operator, Kind::BackupSchedule);
        object
    });
    Ok(stamped
        .filter(|schedule| {
            let br = at(schedule, "/spec/backupTemplate/br");
            let namespace = at(br, "/clusterNamespace").as_str();
            let own = at(schedule, "/metadata/namespace").as_str();
            at(br, "/cluster") == tidb_cluster.name.as_str()
                && namespace.or(own) == Some(tidb_cluster.namespace.as_str())
        })
        .collect())
}

async fn backups(
    context: &Context,
    cluster: &Cluster,
    tidb_cluster: &TidbCluster,
) -> Result<Vec<Value>> {
    let all = neighbours::all(context, tidb_cluster.operator, &tidb_cluster.namespace).await?;
    let key = (tidb_cluster.namespace.clone(), tidb_cluster.name.clone());
    let ours: Vec<&Neighbour> = all.iter().filter(|other| other.cluster == key).collect();
    let newest = ours
        .iter()
        .filter_map(|other| match other.role {
            Role::Snapshot(commit) => Some((commit, &other.object)),
            Role::Log(_) | Role::Other => None,
        })
        .max_by_key(|(commit, _)| *commit)
        .map(|(_, object)| object);
    let logs = ours.iter().filter(|other| other.holds_task());
    let wanted = logs.map(|other| &other.object).chain(newest);
    let read = wanted.map(async |object| {
        let found = cluster.get(Resource::from(object), &object.namespace, &object.name);
        found.await.map(Found::object)
    });
    let found: Result<Vec<Option<Value>>> = join_all(read).await.into_iter().collect();
    Ok(found?.into_iter().flatten().collect())
}

/// The Deployments that run an operator: by the label of its charts, else by the name.
async fn deployments(cluster: &Cluster, operator: Operator, namespace: &str) -> Result<Vec<Value>> {
    let list = async |query: ListQuery| {
        everywhere::or_only(namespace, async |namespace| {
            cluster
                .list_all::<Value>(Resource::DEPLOYMENTS, namespace, &query)
                .await
        })
        .await
    };
    let labelled = ListQuery {
        labels: Some("app.kubernetes.io/name=tidb-operator".to_owned()),
        ..ListQuery::default()
    };
    let named = ListQuery::name(match operator {
        Operator::V1 => V1_DEPLOYMENT,
        Operator::V2 => "tidb-operator",
    });
    let (labelled, named) = join(list(labelled), list(named)).await;
    let mut found: Vec<Value> = Vec::new();
    for deployment in labelled?.into_iter().chain(named?).flatten() {
        let same = |other: &Value| at(other, "/metadata") == at(&deployment, "/metadata");
        if works_for(operator, &deployment) && !found.iter().any(same) {
            found.push(deployment);
        }
    }
    Ok(found)
}

/// The Deployment of v1 that runs the controllers.
const V1_DEPLOYMENT: &str = "tidb-controller-manager";

/// The charts of both operators use one label. Beside the controllers, v1 has a scheduler and an admission webhook.
fn works_for(operator: Operator, deployment: &Value) -> bool {
    let name = at(deployment, "/metadata/name")
        .as_str()
        .unwrap_or_default();
    let of_v1 = ["controller-manager", "scheduler", "admission"];
    match operator {
        Operator::V1 => name.contains("controller-manager"),
        Operator::V2 => !of_v1.iter().any(|part| name.contains(part)),
    }
}

/// The TiDB clusters of a namespace: those that the API server has, and those that only Backups name.
///
/// # Errors
/// What keeps all lists from being read.
pub async fn clusters_in(
    context: &Context,
    operators: &[Operator],
    namespace: &str,
) -> Result<Vec<TidbCluster>> {
    let cluster = context.cluster().await?;
    let mut found = BTreeSet::new();
    for operator in operators {
        let resource = match operator {
            Operator::V1 => Resource::TIDB_CLUSTERS,
            Operator::V2 => Resource::CLUSTERS,
        };
        let every = ListQuery::default();
        let listed = cluster
            .list_all::<Value>(resource, Some(namespace), &every)
            .await;
        let listed = match listed {
            Err(error) if error.kind == ErrorKind::Forbidden => None,
            listed => listed?,
        };
        let names = listed.iter().flatten();
        found.extend(names.filter_map(|object| {
            Some(TidbCluster {
                operator: *operator,
                namespace: namespace.to_owned(),
                name: at(object, "/metadata/name").as_str()?.to_owned(),
            })
        }));
        let backups = neighbours::all(context, *operator, namespace).await?;
        let named = backups
            .into_iter()
            .filter(|backup| backup.object.namespace == namespace && backup.cluster.0 == namespace);
        found.extend(
            named
                .filter(|backup| !backup.cluster.1.is_empty())
                .map(|backup| TidbCluster {
                    operator: *operator,
                    namespace: backup.cluster.0,
                    name: backup.cluster.1,
                }),
        );
    }
    Ok(found.into_iter().collect())
}

/// Which of the operators have a TiDB cluster of this name.
///
/// # Errors
/// What keeps the cluster from being read.
pub async fn holders(
    context: &Context,
    operators: &[Operator],
    namespace: &str,
    name: &str,
) -> Result<Vec<Operator>> {
    let cluster = context.cluster().await?;
    let mut holders = Vec::new();
    for operator in operators {
        let resource = match operator {
            Operator::V1 => Resource::TIDB_CLUSTERS,
            Operator::V2 => Resource::CLUSTERS,
        };
        match cluster.get(resource, namespace, name).await {
            Ok(Found::Object(_)) => holders.push(*operator),
            Ok(Found::NotFound | Found::NotServed) => {}
            Err(error) if error.kind == ErrorKind::Forbidden => {}
            Err(error) => return Err(error),
        }
    }
    Ok(holders)
}

/// A Backup that stands for whatever is backed up of a cluster next, where nothing else does.
pub fn next_backup(cluster: &TidbCluster) -> (ObjectRef, Value) {
    let object = ObjectRef {
        operator: cluster.operator,
        kind: Kind::Backup,
        namespace: cluster.namespace.clone(),
        name: cluster.name.clone(),
    };
    let document = serde_json::json!({
        "apiVersion": cluster.operator.api_version(),
        "kind": Kind::Backup.name(),
        "metadata": {"namespace": cluster.namespace, "name": cluster.name},
        "spec": {"br": {"cluster": cluster.name}},
    });
    (object, document)
}
