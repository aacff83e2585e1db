//! The other Backups of a cluster: log backups that hold the one task, snapshots that a truncation must spare, and directories
//! in use.

use serde_json::Value;

use crate::Result;
use crate::api::document::{at, stamp};
use crate::api::{Dialect, Kind, ObjectRef, Operator};
use crate::cluster::{ListQuery, Page, Resource};
use crate::context::Context;
use crate::log_backup::{LogBackup, Situation, SnapshotPoint};
use crate::lookup::everywhere;
use crate::manifest::storage::{Location, StorageUrl};
use crate::recovery::Snapshot;
use crate::schedule::SCHEDULE_LABEL;
use crate::time::Tso;

/// What is kept of each Backup.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbour {
    /// Which object.
    pub object: ObjectRef,
    /// Its TiDB cluster: namespace and name.
    pub cluster: (String, String),
    /// Where its data lies, as it is shown.
    pub storage: Option<String>,
    /// Where its data lies, to be compared.
    pub location: Option<Location>,
    /// Whether its data goes when the object is deleted.
    pub deletes_data: bool,
    /// The schedule that made it, by the label.
    pub schedule: Option<String>,
    /// What it is.
    pub role: Role,
}

/// What a Backup is to the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A log backup, and where it stands.
    Log(Situation),
    /// A complete snapshot, and its commit time.
    Snapshot(Tso),
    /// Anything else.
    Other,
}

impl Neighbour {
    fn of(object: &Value) -> Option<Self> {
        let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
        let reference = ObjectRef::of(object)?;
        let namespace = text("/spec/br/clusterNamespace").filter(|namespace| !namespace.is_empty());
        let cluster = (
            namespace.unwrap_or(&reference.namespace).to_owned(),
            text("/spec/br/cluster").unwrap_or_default().to_owned(),
        );
        let role = match LogBackup::parse(object, Dialect::newest(reference.operator)) {
            Some(log) if LogBackup::is_log(object) => Role::Log(log.situation()),
            _ => Snapshot::from_backup(object)
                .map_or(Role::Other, |snapshot| Role::Snapshot(snapshot.commit)),
        };
        let location = Location::of_spec(&object["spec"], &reference.namespace);
        Some(Self {
            object: reference,
            cluster,
            storage: StorageUrl::of_spec(&object["spec"]).map(|url| url.to_string()),
            location,
            deletes_data: text("/spec/cleanPolicy") == Some("Delete"),
            schedule: at(object, "/metadata/labels")
                .get(SCHEDULE_LABEL)
                .and_then(Value::as_str)
                .map(str::to_owned),
            role,
        })
    }

    /// Whether it holds, or is about to hold, the cluster's one log task.
    pub fn holds_task(&self) -> bool {
        match self.role {
            Role::Log(situation) => situation.holds_task(),
            Role::Snapshot(_) | Role::Other => false,
        }
    }
}

/// The Backups of one generation: in all namespaces where that is allowed, else in `namespace`.
pub async fn all(context: &Context, operator: Operator, namespace: &str) -> Result<Vec<Neighbour>> {
    everywhere::or_only(namespace, async |namespace| {
        read(context, operator, namespace).await
    })
    .await
}

async fn read(
    context: &Context,
    operator: Operator,
    namespace: Option<&str>,
) -> Result<Vec<Neighbour>> {
    let cluster = context.cluster().await?;
    let mut found = Vec::new();
    let keep = |page: Page<Value>| {
        if page.first {
            found.clear();
        }
        for mut object in page.items {
            stamp(&mut object, operator, Kind::Backup);
            found.extend(Neighbour::of(&object));
        }
        Ok(())
    };
    cluster
        .list(
            Resource::of(operator, Kind::Backup),
            namespace,
            &ListQuery::default(),
            keep,
        )
        .await?;
    Ok(found)
}

/// The complete snapshots of a log's cluster.
pub fn snapshots(neighbours: &[Neighbour], log: &LogBackup) -> Vec<SnapshotPoint> {
    let cluster = (log.cluster_namespace.clone(), log.cluster.clone());
    neighbours
        .iter()
        .filter(|neighbour| neighbour.cluster == cluster)
        .filter_map(|neighbour| match neighbour.role {
            Role::Snapshot(commit) => Some(SnapshotPoint {
                name: format!("{}/{}", neighbour.object.namespace, neighbour.object.name),
                commit,
            }),
            Role::Log(_) | Role::Other => None,
        })
        .collect()
}
