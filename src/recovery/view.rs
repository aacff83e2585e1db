//! The windows as a computed view, and the answer for one moment.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::gap::gaps;
use super::history::History;
use super::moment::{GapReason, Recovery, Unreachable};
use super::observed::{ReplayableLog, Snapshot};
use super::tidb_cluster::TidbCluster;
use super::window::{WindowKind, windows};
use crate::api::ObjectRef;
use crate::manifest::storage::Storage;
use crate::output::{Cell, Column, Screen, Table, View};
use crate::time::Tso;

/// All windows of some clusters.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WindowList {
    /// The windows, by cluster and then by time.
    pub items: Vec<WindowRow>,
    /// What lies between the windows of a cluster.
    pub gaps: Vec<GapRow>,
    /// The answer, when one moment was asked for.
    #[serde(flatten)]
    pub answer: Option<MomentAnswer>,
}

/// One window.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WindowRow {
    /// The TiDB cluster.
    pub cluster: String,
    /// Its namespace.
    pub namespace: String,
    /// `v1` or `v2`.
    pub operator: String,
    /// `range` or `point`.
    pub kind: WindowKind,
    /// The first restorable moment.
    pub from: Tso,
    /// The last one.
    pub to: Tso,
    /// Names of the snapshots; `namespace/name` where that is not the cluster's.
    pub snapshots: Vec<String>,
    /// Name of the log backup.
    pub log: Option<String>,
}

/// One gap.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GapRow {
    /// The TiDB cluster.
    pub cluster: String,
    /// Its namespace.
    pub namespace: String,
    /// The first moment that cannot be restored.
    pub from: Tso,
    /// The last one.
    pub to: Tso,
    /// Why not.
    pub reason: GapReason,
}

/// Whether one moment can be restored, and from what.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MomentAnswer {
    /// The moment.
    pub at: Tso,
    /// Whether it can be restored.
    pub restorable: bool,
    /// Why not.
    pub reason: Option<GapReason>,
    /// The snapshot to begin with.
    pub snapshot: Option<SourceRow>,
    /// The log backup to replay.
    pub log: Option<SourceRow>,
}

/// One backup that a restore reads.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceRow {
    /// `metadata.name`
    pub name: String,
    /// `metadata.namespace`
    pub namespace: String,
    /// Where it lies, as a URL without parameters.
    pub path: Option<String>,
    /// The Secret of its storage.
    pub secret_name: Option<String>,
    /// `status.commitTs`: the moment of a snapshot, the start of a log.
    pub commit: Tso,
}

impl WindowList {
    /// Adds the windows and gaps of one cluster.
    pub fn add(&mut self, cluster: &TidbCluster, history: &History, now: DateTime<Utc>) {
        let name = |object: &ObjectRef| match object.namespace == cluster.namespace {
            true => object.name.clone(),
            false => format!("{}/{}", object.namespace, object.name),
        };
        for window in windows(history) {
            self.items.push(WindowRow {
                cluster: cluster.name.clone(),
                namespace: cluster.namespace.clone(),
                operator: cluster.operator.to_string(),
                kind: window.kind,
                from: window.from,
                to: window.to,
                snapshots: window
                    .snapshots
                    .iter()
                    .map(|found| name(&found.object))
                    .collect(),
                log: window.log.map(|log| name(&log.object)),
            });
        }
        self.gaps
            .extend(gaps(history, now).into_iter().map(|gap| GapRow {
                cluster: cluster.name.clone(),
                namespace: cluster.namespace.clone(),
                from: gap.from,
                to: gap.to,
                reason: gap.why.reason,
            }));
    }
}

impl MomentAnswer {
    /// The answer for one moment.
    pub fn of(at: Tso, outcome: &Result<Recovery<'_>, Unreachable>) -> Self {
        let (found, failure) = match outcome {
            Ok(recovery) => (Some(recovery), None),
            Err(unreachable) => (None, Some(unreachable.reason)),
        };
        Self {
            at,
            restorable: found.is_some(),
            reason: failure,
            snapshot: found.map(|recovery| SourceRow::of_snapshot(recovery.snapshot)),
            log: found.and_then(|recovery| recovery.log.map(SourceRow::of_log)),
        }
    }
}

impl SourceRow {
    fn of_snapshot(snapshot: &Snapshot) -> Self {
        Self::of(&snapshot.object, snapshot.storage.as_ref(), snapshot.commit)
    }

    fn of_log(log: &ReplayableLog) -> Self {
        Self::of(&log.object, log.storage.as_ref(), log.start)
    }

    fn of(object: &ObjectRef, storage: Option<&Storage>, commit: Tso) -> Self {
        Self {
            name: object.name.clone(),
            namespace: object.namespace.clone(),
            path: storage.and_then(Storage::url),
            secret_name: storage.and_then(Storage::secret_name).map(str::to_owned),
            commit,
        }
    }
}

impl View for WindowList {
    const KIND: &'static str = "WindowList";

    fn text(&self, screen: &Screen) -> String {
        let moment = |tso: Tso| {
            let time = tso.time().map(|time| screen.zone.show(time));
            time.map_or_else(Cell::unknown, Cell::new)
        };
        let mut columns = ["NAMESPACE", "CLUSTER", "KIND", "FROM", "TO", "LOG"]
            .map(Column::new)
            .to_vec();
        columns.extend(["FROM-TS", "TO-TS", "SNAPSHOTS"].map(Column::wide));
        let mut table = Table::new(columns);
        for row in &self.items {
            let kind = match row.kind {
                WindowKind::Range => "range",
                WindowKind::Point => "point",
            };
            table.push([
                Cell::new(&row.namespace),
                Cell::new(&row.cluster),
                Cell::new(kind),
                moment(row.from),
                moment(row.to),
                row.log.as_deref().map_or_else(Cell::none, Cell::new),
                Cell::new(row.from.to_string()),
                Cell::new(row.to.to_string()),
                Cell::new(row.snapshots.join(",")),
            ]);
        }
        table.page(screen)
    }
}
