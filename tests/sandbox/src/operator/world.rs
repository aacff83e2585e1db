//! What the operator sees besides the Backup it works on.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::dialect::Dialect;
use super::document::{Key, condition_true, is_true, text};
use super::pd::{Pd, TaskState};

/// Objects by key, as the operator's cache holds them.
pub type Objects = BTreeMap<Key, Value>;

/// Everything that a reconcile may look at.
#[derive(Debug, Clone, Default)]
pub struct World {
    /// Backups of the dialect's group.
    pub backups: Objects,
    /// Jobs owned by those Backups.
    pub jobs: Objects,
    /// Names of the keys of each Secret; values are never kept.
    pub secrets: BTreeMap<Key, BTreeSet<String>>,
    /// `Cluster` (v2) or `TidbCluster` (v1).
    pub clusters: Objects,
    /// `TiKVGroup`s (v2); `None` when the kind is not served, which counts as present.
    pub tikv_groups: Option<Objects>,
    /// `PDGroup`s (v2); `None` as above.
    pub pd_groups: Option<Objects>,
    /// The log backup tasks.
    pub pd: Pd,
    /// What the v1 operator last read from PD for each log Backup that it tracks.
    pub tracked: BTreeMap<Key, Tracked>,
    /// How often the v1 operator wrote an idle truncate since the last resync, and when last (v1 row 4b).
    pub idle_truncates: BTreeMap<Key, (u8, DateTime<Utc>)>,
    /// Data left in storage, by `backupPath`: what a clean Job can delete.
    pub data: BTreeSet<String>,
}

/// A log Backup that the v1 operator tracks (v1 section 5.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tracked {
    /// When PD was read; the answer is used for a minute.
    pub read_at: Option<DateTime<Utc>>,
    /// The task's state then; `None` when PD did not know it.
    pub state: Option<TaskState>,
    /// The phase that the answer was read for: a phase that moves makes it stale.
    pub read_for: String,
    /// When a state contrary to the command was first seen.
    pub contrary_since: Option<DateTime<Utc>>,
}

impl Tracked {
    /// A fresh record, with nothing read yet.
    pub fn new() -> Self {
        Self {
            read_at: None,
            state: None,
            read_for: String::new(),
            contrary_since: None,
        }
    }
}

impl Default for Tracked {
    fn default() -> Self {
        Self::new()
    }
}

/// The TiDB cluster of a Backup. v2 looks in the Backup's own namespace, whatever `clusterNamespace` says (row 6a).
pub fn cluster_key(dialect: Dialect, backup: &Value) -> Key {
    let named = text(backup, "/spec/br/clusterNamespace");
    let own = text(backup, "/metadata/namespace");
    let namespace = if dialect == Dialect::V2 || named.is_empty() {
        own
    } else {
        named
    };
    Key::new(namespace, text(backup, "/spec/br/cluster"))
}

impl World {
    /// The cluster object of a Backup.
    pub fn cluster(&self, dialect: Dialect, backup: &Value) -> Option<&Value> {
        self.clusters.get(&cluster_key(dialect, backup))
    }

    /// Whether the groups of a cluster exist: TiKV, then PD (v2 rows 6b, 6c).
    pub fn groups(&self, cluster: &Key) -> (bool, bool) {
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

/// A v2 Cluster whose reconciliation is switched off.
pub fn silenced(cluster: &Value) -> bool {
    is_true(cluster, "/spec/paused") || is_true(cluster, "/spec/suspendAction/suspendCompute")
}

/// Whether a TidbCluster has condition Ready.
pub fn ready(cluster: &Value) -> bool {
    condition_true(cluster, "Ready")
}
