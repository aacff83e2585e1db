//! What surrounds a manifest or a live object, as it was read: the TiDB cluster, the account and its rights, the Secrets, and the
//! other Backups. Nothing is judged here; what cannot be read is kept as the error.

use std::collections::{BTreeMap, BTreeSet};

use futures::future::{join, join_all, join3, join5};
use serde_json::Value;

use crate::api::document::{at, stamp};
use crate::api::{Conditions, Kind, ObjectRef, Operator};
use crate::cluster::{AccessQuestion, Cluster, Found, ListQuery, Page, Resource};
use crate::context::Context;
use crate::lookup::everywhere;
use crate::lookup::neighbours::{self, Neighbour};
use crate::manifest::storage::{Location, StorageUrl};
use crate::manifest::work::{Work, WorkKind, work_of};
use crate::recovery::TidbCluster;
use crate::{Error, ErrorKind, Result};

/// What surrounds a manifest. Each part is `Err` where it could not be read.
pub struct Surroundings {
    /// The TiDB clusters, by namespace and name.
    pub clusters: BTreeMap<(String, String), ClusterDocuments>,
    /// The accounts of the Pods, by name.
    pub accounts: BTreeMap<String, Account>,
    /// The Secrets that the manifest names, by name.
    pub secrets: BTreeMap<String, Result<Found>>,
    /// The other Backups of this operator.
    pub neighbours: Result<Vec<Neighbour>>,
    /// The Backups of the other operator. Read where their data may be in the way.
    pub foreign: Result<Vec<Neighbour>>,
    /// The schedules, which make Backups later.
    pub schedules: Result<Vec<OtherSchedule>>,
    /// The other Restores. Read for a Restore only.
    pub restores: Result<Vec<OtherRestore>>,
    /// The backup that a Restore is made from, where one is named.
    pub source: Option<SourceBackup>,
}

/// A schedule next to the object that is checked.
#[derive(Debug, Clone, PartialEq)]
pub struct OtherSchedule {
    /// Which object.
    pub object: ObjectRef,
    /// Where its backups go: as it is shown, and to be compared.
    pub places: Vec<(String, Location)>,
    /// The TiDB cluster whose log it is going to back up, as long as it has not made the log backup.
    pub coming_log: Option<(String, String)>,
}

/// A Restore next to the one that is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherRestore {
    /// Which object.
    pub object: ObjectRef,
    /// The TiDB cluster that it writes into: namespace and name.
    pub cluster: (String, String),
    /// `status.phase`; empty while the operator has not set a phase.
    pub phase: String,
    /// Whether it has ended.
    pub over: bool,
    /// Whether it failed after it may have written something.
    pub failed: bool,
}

/// The backup that a Restore is made from.
pub struct SourceBackup {
    /// Which object.
    pub object: ObjectRef,
    /// The object as the API server has it.
    pub document: Result<Found>,
    /// What speaks against a restore from it, a sentence each.
    pub doubts: Vec<String>,
}

/// A TiDB cluster as the API server has it.
pub struct ClusterDocuments {
    /// The `TidbCluster` (v1) or the `Cluster` (v2).
    pub cluster: Result<Found>,
    /// The PD groups of the cluster (v2).
    pub pd_groups: Result<Vec<Value>>,
    /// The TiKV groups of the cluster (v2).
    pub tikv_groups: Result<Vec<Value>>,
}

/// A `ServiceAccount` and what it may do.
pub struct Account {
    /// The object.
    pub account: Result<Found>,
    /// The rights that its Pods need, each with the answer of the API server.
    pub rights: Result<Vec<Right>>,
}

/// One right of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Right {
    /// The verb.
    pub verb: &'static str,
    /// As RBAC names it: `backups.br.pingcap.com`, `backups/status.br.pingcap.com`.
    pub resource: String,
    /// Whether the account has the right.
    pub allowed: bool,
}

/// What backup-manager does with the object that it works for.
const VERBS: [&str; 4] = ["get", "list", "watch", "update"];

/// Where the surroundings are read.
#[derive(Debug, Clone, Copy)]
pub struct Neighbourhood<'a> {
    /// The operator whose objects matter.
    pub operator: Operator,
    /// The namespace of the objects that are checked.
    pub namespace: &'a str,
}

/// Reads what surrounds the work of some objects of one namespace.
///
/// # Errors
/// What keeps from connecting. What cannot be read is in the result.
pub async fn around(
    context: &Context,
    place: Neighbourhood<'_>,
    work: &[Work<'_>],
) -> Result<Surroundings> {
    let cluster = context.cluster().await?;
    let Neighbourhood {
        operator,
        namespace,
    } = place;
    let restores = async {
        match work.iter().any(|work| work.kind == WorkKind::Restore) {
            true => other_restores(context, operator, namespace).await,
            false => Ok(Vec::new()),
        }
    };
    let (clusters, accounts, secrets, restores, others) = join5(
        clusters(cluster, operator, namespace, work),
        accounts(cluster, operator, namespace, work),
        secrets(cluster, namespace, work),
        restores,
        only_others(context, place, work),
    )
    .await;
    Ok(Surroundings {
        clusters,
        accounts,
        secrets,
        restores,
        ..others
    })
}

/// Reads only the other Backups and the schedules: what the safety rules need.
pub async fn only_others(
    context: &Context,
    place: Neighbourhood<'_>,
    work: &[Work<'_>],
) -> Surroundings {
    let Neighbourhood {
        operator,
        namespace,
    } = place;
    let writes = work.iter().any(|work| work.kind.writes_new_data());
    let foreign = async {
        match writes {
            true => foreign_backups(context, operator, namespace).await,
            false => Ok(Vec::new()),
        }
    };
    let schedules = async {
        // The schedules of v2 have no controller.
        match writes && operator == Operator::V1 {
            true => schedules(context, namespace).await,
            false => Ok(Vec::new()),
        }
    };
    let (neighbours, foreign, schedules) = join3(
        neighbours::all(context, operator, namespace),
        foreign,
        schedules,
    )
    .await;
    Surroundings {
        clusters: BTreeMap::new(),
        accounts: BTreeMap::new(),
        secrets: BTreeMap::new(),
        neighbours,
        foreign,
        schedules,
        restores: Ok(Vec::new()),
        source: None,
    }
}

/// The Backups of the other operator. RBAC refuses a group before the API server looks whether it is served, so a refusal counts
/// only where the group is.
async fn foreign_backups(
    context: &Context,
    operator: Operator,
    namespace: &str,
) -> Result<Vec<Neighbour>> {
    let other = match operator {
        Operator::V1 => Operator::V2,
        Operator::V2 => Operator::V1,
    };
    match neighbours::all(context, other, namespace).await {
        Err(error) if error.kind == ErrorKind::Forbidden => {
            let cluster = context.cluster().await?;
            match cluster.served(other).await? {
                Some(_) => Err(error),
                None => Ok(Vec::new()),
            }
        }
        found => found,
    }
}

/// The schedules of v1: in all namespaces where the user may list them, else in `namespace`.
async fn schedules(context: &Context, namespace: &str) -> Result<Vec<OtherSchedule>> {
    let cluster = context.cluster().await?;
    let resource = Resource::of(Operator::V1, Kind::BackupSchedule);
    let found = everywhere::or_only(namespace, async |namespace| {
        let every = ListQuery::default();
        cluster.list_all::<Value>(resource, namespace, &every).await
    })
    .await?;
    let stamped = found.into_iter().flatten().map(|mut object| {
        stamp(&mut object, Operator::V1, Kind::BackupSchedule);
        object
    });
    Ok(stamped
        .filter_map(|object| other_schedule(&object))
        .collect())
}

fn other_schedule(schedule: &Value) -> Option<OtherSchedule> {
    let object = ObjectRef::of(schedule)?;
    let work = work_of(schedule);
    let places = work
        .iter()
        .filter(|work| work.kind.writes_new_data())
        .filter_map(|work| {
            let shown = StorageUrl::of_spec(work.spec)?.to_string();
            Some((shown, Location::of_spec(work.spec, &object.namespace)?))
        })
        .collect();
    let made = at(schedule, "/status/logBackup").as_str();
    let coming_log = work
        .iter()
        .find(|work| work.kind == WorkKind::Log)
        .filter(|_| made.is_none_or(str::is_empty))
        .and_then(Work::cluster)
        .map(|(namespace, name)| {
            let namespace = namespace.unwrap_or(&object.namespace);
            (namespace.to_owned(), name.to_owned())
        });
    Some(OtherSchedule {
        object,
        places,
        coming_log,
    })
}

async fn clusters(
    cluster: &Cluster,
    operator: Operator,
    namespace: &str,
    work: &[Work<'_>],
) -> BTreeMap<(String, String), ClusterDocuments> {
    let named: BTreeSet<(String, String)> = work
        .iter()
        .filter_map(Work::cluster)
        .map(|(elsewhere, name)| (elsewhere.unwrap_or(namespace).to_owned(), name.to_owned()))
        .collect();
    let read = named.into_iter().map(async |(namespace, name)| {
        let documents = cluster_documents(cluster, operator, &namespace, &name).await;
        ((namespace, name), documents)
    });
    join_all(read).await.into_iter().collect()
}

/// Reads a TiDB cluster, and in v2 the groups that belong to it.
pub async fn cluster_documents(
    cluster: &Cluster,
    operator: Operator,
    namespace: &str,
    name: &str,
) -> ClusterDocuments {
    if operator == Operator::V1 {
        return ClusterDocuments {
            cluster: cluster.get(Resource::TIDB_CLUSTERS, namespace, name).await,
            pd_groups: Ok(Vec::new()),
            tikv_groups: Ok(Vec::new()),
        };
    }
    let groups = async |resource| {
        let every = ListQuery::default();
        let listed = cluster.list_all::<Value>(resource, Some(namespace), &every);
        let mut groups = listed.await?.unwrap_or_default();
        groups.retain(|group| at(group, "/spec/cluster/name").as_str() == Some(name));
        Ok(groups)
    };
    let (cluster, (pd_groups, tikv_groups)) = join(
        cluster.get(Resource::CLUSTERS, namespace, name),
        join(groups(Resource::PD_GROUPS), groups(Resource::TIKV_GROUPS)),
    )
    .await;
    ClusterDocuments {
        cluster,
        pd_groups,
        tikv_groups,
    }
}

async fn accounts(
    cluster: &Cluster,
    operator: Operator,
    namespace: &str,
    work: &[Work<'_>],
) -> BTreeMap<String, Account> {
    let mut needed: BTreeMap<&str, BTreeSet<Kind>> = BTreeMap::new();
    for work in work {
        let kinds = needed.entry(work.account()).or_default();
        kinds.insert(work.kind.object_kind());
    }
    let read = needed.into_iter().map(async |(name, kinds)| {
        let (account, rights) = join(
            cluster.get(Resource::SERVICE_ACCOUNTS, namespace, name),
            rights(cluster, operator, namespace, name, &kinds),
        )
        .await;
        (name.to_owned(), Account { account, rights })
    });
    join_all(read).await.into_iter().collect()
}

/// Asks the API server what an account may do. Few users may ask that for an account, which is asked first, so that nobody gets
/// a refusal.
async fn rights(
    cluster: &Cluster,
    operator: Operator,
    namespace: &str,
    account: &str,
    kinds: &BTreeSet<Kind>,
) -> Result<Vec<Right>> {
    let reviews = AccessQuestion {
        verb: "create",
        resource: Resource::ACCOUNT_REVIEWS,
        subresource: None,
        namespace: Some(namespace),
        name: None,
    };
    if !cluster.may(reviews).await?.allowed {
        return Err(Error::new(
            ErrorKind::Forbidden,
            format!(
                "you may not create {} in namespace {namespace}",
                Resource::ACCOUNT_REVIEWS
            ),
        ));
    }
    let mut questions = Vec::new();
    for kind in kinds {
        let resource = Resource::of(operator, *kind);
        questions.extend(VERBS.map(|verb| (verb, resource, None)));
        if operator.status_subresource() {
            questions.push(("update", resource, Some("status")));
        }
    }
    let asked = questions
        .into_iter()
        .map(async |(verb, resource, subresource)| {
            let question = AccessQuestion {
                verb,
                resource,
                subresource,
                namespace: Some(namespace),
                name: None,
            };
            let allowed = cluster.account_may(account, namespace, question).await?;
            let part = subresource.map_or_else(String::new, |part| format!("/{part}"));
            Ok(Right {
                verb,
                resource: format!("{}{part}.{}", resource.plural, resource.group),
                allowed: allowed.allowed,
            })
        });
    join_all(asked).await.into_iter().collect()
}

async fn secrets(
    cluster: &Cluster,
    namespace: &str,
    work: &[Work<'_>],
) -> BTreeMap<String, Result<Found>> {
    let names: BTreeSet<&str> = work
        .iter()
        .flat_map(Work::secrets)
        .map(|secret| secret.name)
        .collect();
    let read = names.into_iter().map(async |name| {
        let found = cluster.get(Resource::SECRETS, namespace, name).await;
        (name.to_owned(), found)
    });
    join_all(read).await.into_iter().collect()
}

/// The Restores of one operator: in all namespaces where the user may list them, else in `namespace`.
async fn other_restores(
    context: &Context,
    operator: Operator,
    namespace: &str,
) -> Result<Vec<OtherRestore>> {
    everywhere::or_only(namespace, async |namespace| {
        list_restores(context, operator, namespace).await
    })
    .await
}

async fn list_restores(
    context: &Context,
    operator: Operator,
    namespace: Option<&str>,
) -> Result<Vec<OtherRestore>> {
    let mut found = Vec::new();
    let keep = |page: Page<Value>| {
        if page.first {
            found.clear();
        }
        for mut object in page.items {
            stamp(&mut object, operator, Kind::Restore);
            found.extend(other_restore(&object));
        }
        Ok(())
    };
    let resource = Resource::of(operator, Kind::Restore);
    let cluster = context.cluster().await?;
    cluster
        .list(resource, namespace, &ListQuery::default(), keep)
        .await?;
    Ok(found)
}

fn other_restore(object: &Value) -> Option<OtherRestore> {
    let cluster = TidbCluster::of_object(object)?;
    let has = |kind: &str| Conditions::of_object(object).is_true(kind);
    let failed = !has("Complete") && (has("Failed") || has("Invalid"));
    let phase = at(object, "/status/phase").as_str();
    Some(OtherRestore {
        object: ObjectRef::of(object)?,
        cluster: (cluster.namespace, cluster.name),
        phase: phase.unwrap_or_default().to_owned(),
        over: has("Complete") || failed,
        failed: failed && !has("Invalid"),
    })
}
