//! What the operator sees besides the object that it reconciles.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::dialect::Dialect;
use super::document::{ObjectKey, condition_true, is_true, text};
use super::observe::ObjectKind;
use super::pd::{Pd, PdTaskState};

/// Objects by key, as the operator's cache holds them.
pub type Objects = BTreeMap<ObjectKey, Value>;

/// Everything that a reconcile may read.
#[derive(Debug, Clone, Default)]
pub struct OperatorCache {
    /// Backups of the dialect's group.
    pub backups: Objects,
    /// Restores of the dialect's group.
    pub restores: Objects,
    /// BackupSchedules (v1).
    pub schedules: Objects,
    /// CompactBackups (v1).
    pub compactions: Objects,
    /// Jobs that one of these objects owns.
    pub jobs: Objects,
    /// The names of the keys of each Secret; values are never kept.
    pub secrets: BTreeMap<ObjectKey, BTreeSet<String>>,
    /// `Cluster` (v2) or `TidbCluster` (v1).
    pub clusters: Objects,
    /// `TiKVGroup`s (v2); `None` when the kind is not served, which counts as present.
    pub tikv_groups: Option<Objects>,
    /// `PDGroup`s (v2); `None` when the kind is not served, which counts as present.
    pub pd_groups: Option<Objects>,
    /// StatefulSets of TiKV (v1).
    pub stateful_sets: Objects,
    /// ConfigMaps of TiKV (v1).
    pub config_maps: Objects,
    /// Whether the operator leaves TiKV's configuration as it is, so that the gate of a PITR Restore stays closed (v1).
    pub keeps_tikv_config: bool,
    /// The node that runs the Pods; `node-1` when empty.
    pub node: String,
    /// The log backup tasks.
    pub pd: Pd,
    /// What the v1 operator last read from PD for each log Backup that it tracks.
    pub tracked: BTreeMap<ObjectKey, Tracked>,
    /// How often the v1 operator wrote an idle truncate since the last resync, and when last (docs/operators.md, "v1
    /// rewrites an idle truncate in bursts").
    pub idle_truncates: BTreeMap<ObjectKey, (u8, DateTime<Utc>)>,
    /// Data left in storage, by `backupPath`: what a clean Job can delete.
    pub data: BTreeSet<String>,
}

/// A log Backup that the v1 operator tracks (docs/operators.md, "v1 undoes what happens outside").
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tracked {
    /// When PD was read; the answer is used for a minute.
    pub read_at: Option<DateTime<Utc>>,
    /// The state of the task at that moment; `None` when PD did not know the task.
    pub state: Option<PdTaskState>,
    /// The phase that the answer was read for. When the phase moves, the answer is stale.
    pub read_for: String,
    /// When a state contrary to the command was first seen.
    pub contrary_since: Option<DateTime<Utc>>,
}

/// The TiDB cluster of an object. v2 looks in the object's own namespace, whatever `clusterNamespace` says (docs/operators.md,
/// "v2 finds clusters only in the namespace of the object").
pub fn cluster_key(dialect: Dialect, object: &Value) -> ObjectKey {
    let named = text(object, "/spec/br/clusterNamespace");
    let own = text(object, "/metadata/namespace");
    let namespace = if dialect == Dialect::V2 || named.is_empty() {
        own
    } else {
        named
    };
    ObjectKey::new(namespace, text(object, "/spec/br/cluster"))
}

impl OperatorCache {
    /// The objects of a kind; `None` for kinds that are kept in another form.
    pub fn objects(&self, kind: ObjectKind) -> Option<&Objects> {
        match kind {
            ObjectKind::Backup => Some(&self.backups),
            ObjectKind::Restore => Some(&self.restores),
            ObjectKind::Schedule => Some(&self.schedules),
            ObjectKind::Compaction => Some(&self.compactions),
            ObjectKind::Job => Some(&self.jobs),
            ObjectKind::Cluster => Some(&self.clusters),
            ObjectKind::TikvGroup => self.tikv_groups.as_ref(),
            ObjectKind::PdGroup => self.pd_groups.as_ref(),
            ObjectKind::StatefulSet => Some(&self.stateful_sets),
            ObjectKind::ConfigMap => Some(&self.config_maps),
            ObjectKind::Secret | ObjectKind::Pod => None,
        }
    }

    /// The objects of a kind, to change them; `None` for kinds that are kept in another form.
    pub fn objects_mut(&mut self, kind: ObjectKind) -> Option<&mut Objects> {
        match kind {
            ObjectKind::Backup => Some(&mut self.backups),
            ObjectKind::Restore => Some(&mut self.restores),
            ObjectKind::Schedule => Some(&mut self.schedules),
            ObjectKind::Compaction => Some(&mut self.compactions),
            ObjectKind::Job => Some(&mut self.jobs),
            ObjectKind::Cluster => Some(&mut self.clusters),
            ObjectKind::TikvGroup => Some(self.tikv_groups.get_or_insert_default()),
            ObjectKind::PdGroup => Some(self.pd_groups.get_or_insert_default()),
            ObjectKind::StatefulSet => Some(&mut self.stateful_sets),
            ObjectKind::ConfigMap => Some(&mut self.config_maps),
            ObjectKind::Secret | ObjectKind::Pod => None,
        }
    }

    /// An object.
    pub fn object(&self, kind: ObjectKind, key: &ObjectKey) -> Option<&Value> {
        self.objects(kind)?.get(key)
    }

    /// The cluster object of a Backup or Restore.
    pub fn cluster(&self, dialect: Dialect, object: &Value) -> Option<&Value> {
        self.clusters.get(&cluster_key(dialect, object))
    }

    /// Whether the groups of a cluster exist: TiKV, then PD (docs/operators.md, "A missing Cluster leaves no status").
    pub fn groups(&self, cluster: &ObjectKey) -> (bool, bool) {
        let any = |groups: &Option<Objects>| {
            groups.as_ref().is_none_or(|groups| {
                groups.iter().any(|(key, group)| {
                    key.namespace == cluster.namespace
                        && text(group, "/spec/cluster/name") == cluster.name
                })
            })
        };
        (any(&self.tikv_groups), any(&self.pd_groups))
    }
}

/// Whether the reconciliation of a v2 Cluster is switched off.
pub fn silenced(cluster: &Value) -> bool {
    is_true(cluster, "/spec/paused") || is_true(cluster, "/spec/suspendAction/suspendCompute")
}

/// Whether a TidbCluster has condition Ready.
pub fn ready(cluster: &Value) -> bool {
    condition_true(cluster, "Ready")
}
