//! What is read when an object does not move: its TiDB cluster, the Job and the Pods that work for it, and what v1 waits for before a
//! point-in-time Restore. Nothing is judged here.

use futures::future::join4;
use serde_json::Value;

use crate::Result;
use crate::api::document::at;
use crate::api::{JobPurpose, Kind, ObjectRef, Operator};
use crate::cluster::{Cluster, Found, ListQuery, Resource};
use crate::lookup::surroundings::{ClusterDocuments, cluster_documents};
use crate::manifest::work::work_of;

/// The documents around an object that does not move. What was not needed or could not be read is `None`.
#[derive(Default)]
pub struct Standstill {
    /// The TiDB cluster that the object names.
    pub cluster: Option<ClusterDocuments>,
    /// The Job that the object waits for, by its name.
    pub job: Option<(String, Found)>,
    /// The Pods of that Job.
    pub pods: Option<Vec<Value>>,
    /// The account that the Pods run under.
    pub account: Option<Found>,
    /// The configuration of TiKV, where a point-in-time Restore of v1 waits for it.
    pub tikv_config: Option<TikvConfig>,
}

/// How far the configuration of TiKV (v1) can be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TikvConfig {
    /// This StatefulSet does not exist.
    NoStatefulSet(String),
    /// The StatefulSet names no ConfigMap, or this ConfigMap does not exist.
    NoConfigMap(String),
    /// The text of the ConfigMap of this name.
    Text(String, String),
}

impl Standstill {
    /// Reads what surrounds an object.
    pub async fn around(cluster: &Cluster, object: &Value) -> Self {
        let Some(reference) = ObjectRef::of(object) else {
            return Self::default();
        };
        let work = work_of(object);
        let work = work.first();
        let named = work.and_then(|work| work.cluster());
        let tidb_cluster = async {
            let (elsewhere, name) = named?;
            let namespace = match reference.operator {
                Operator::V1 => elsewhere.unwrap_or(&reference.namespace),
                // v2 looks nowhere else.
                Operator::V2 => &reference.namespace,
            };
            Some(cluster_documents(cluster, reference.operator, namespace, name).await)
        };
        let job = async {
            let job = awaited_job(&reference, object)?.job_name(&reference);
            let found = cluster
                .get(Resource::JOBS, &reference.namespace, &job)
                .await;
            let pods = pods_of(cluster, &reference.namespace, &job).await;
            Some((job, found.ok()?, pods.ok()))
        };
        let account = async {
            let name = work?.account();
            let found = cluster.get(Resource::SERVICE_ACCOUNTS, &reference.namespace, name);
            found.await.ok()
        };
        let tikv_config = async {
            let (namespace, name) = named.filter(|_| waits_for_tikv(&reference, object))?;
            let namespace = namespace.unwrap_or(&reference.namespace);
            tikv_config(cluster, namespace, name).await.ok()
        };
        let (tidb_cluster, job, account, tikv_config) =
            join4(tidb_cluster, job, account, tikv_config).await;
        let (job, pods) = match job {
            Some((name, found, pods)) => (Some((name, found)), pods),
            None => (None, None),
        };
        Self {
            cluster: tidb_cluster,
            job,
            pods,
            account,
            tikv_config,
        }
    }
}

/// The Job that an object waits for, if the operator has said that there is one.
fn awaited_job(reference: &ObjectRef, object: &Value) -> Option<JobPurpose> {
    let in_flight = |phase: &Value| {
        let phase = phase.as_str().unwrap_or_default();
        ["Scheduled", "Prepare", "Running"].contains(&phase)
    };
    let phase = at(object, "/status/phase");
    match reference.kind {
        Kind::BackupSchedule => None,
        Kind::CompactBackup => {
            in_flight(at(object, "/status/state")).then_some(JobPurpose::Compaction)
        }
        Kind::Restore => in_flight(phase).then_some(JobPurpose::Restore),
        Kind::Backup if at(object, "/spec/backupMode") != "log" => {
            in_flight(phase).then_some(JobPurpose::Backup)
        }
        Kind::Backup => {
            let commands = at(object, "/status/logSubCommandStatuses");
            let known = [
                "log-start",
                "log-pause",
                "log-resume",
                "log-stop",
                "log-truncate",
            ];
            let command = known
                .into_iter()
                .find(|command| in_flight(at(commands, &format!("/{command}/phase"))))?;
            Some(JobPurpose::Log(command))
        }
    }
}

/// The Pods of a Job, by the label that Kubernetes gives them.
///
/// # Errors
/// What the server refuses.
pub async fn pods_of(cluster: &Cluster, namespace: &str, job: &str) -> Result<Vec<Value>> {
    // A label value cannot be longer than 63 characters, and a Job with a longer name has no Pods.
    let query = ListQuery {
        labels: Some(format!("job-name={job}")),
        ..ListQuery::default()
    };
    let found = cluster
        .list_all::<Value>(Resource::PODS, Some(namespace), &query)
        .await?;
    Ok(found.unwrap_or_default())
}

/// Whether an object is a point-in-time Restore of v1 that has not begun.
pub fn waits_for_tikv(reference: &ObjectRef, object: &Value) -> bool {
    let phase = at(object, "/status/phase").as_str().unwrap_or_default();
    reference.kind == Kind::Restore
        && reference.operator == Operator::V1
        && at(object, "/spec/restoreMode") == "pitr"
        && phase.is_empty()
}

/// The configuration of TiKV: the ConfigMap that the StatefulSet mounts.
async fn tikv_config(cluster: &Cluster, namespace: &str, name: &str) -> Result<TikvConfig> {
    let set = format!("{name}-tikv");
    let found = cluster
        .get(Resource::STATEFUL_SETS, namespace, &set)
        .await?;
    let Found::Object(document) = found else {
        return Ok(TikvConfig::NoStatefulSet(set));
    };
    let volumes = at(&document, "/spec/template/spec/volumes").as_array();
    let mut maps = volumes
        .into_iter()
        .flatten()
        .filter_map(|volume| at(volume, "/configMap/name").as_str());
    let Some(map) = maps.find(|map| map.starts_with(&set)) else {
        return Ok(TikvConfig::NoConfigMap(set));
    };
    let found = cluster.get(Resource::CONFIG_MAPS, namespace, map).await?;
    Ok(match found {
        Found::Object(document) => {
            let text = at(&document, "/data/config-file").as_str();
            TikvConfig::Text(map.to_owned(), text.unwrap_or_default().to_owned())
        }
        Found::NotFound | Found::NotServed => TikvConfig::NoConfigMap(map.to_owned()),
    })
}
