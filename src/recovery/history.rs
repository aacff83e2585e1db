//! The backups of one cluster, as far as their objects prove that the data is there.

use std::collections::BTreeMap;

use serde_json::Value;

use super::observed::{Evidence, ReplayableLog, Snapshot, is_deleting};
#[cfg(test)]
use super::tidb_cluster::TidbCluster;
use crate::manifest::storage::{Place, Storage};
use crate::time::Tso;

/// The usable backups of one cluster.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// Complete snapshots of the whole cluster, the oldest first.
    pub snapshots: Vec<Snapshot>,
    /// Log backups whose data is there, the oldest first.
    pub logs: Vec<ReplayableLog>,
    /// Log backups that were started and whose data may be gone.
    pub doubtful_logs: Vec<ReplayableLog>,
    /// Complete snapshots of a part of the cluster, the oldest first.
    pub parts: Vec<Snapshot>,
}

/// Collects the Backups of a cluster one by one, so that a long list is never held as a whole.
#[derive(Debug, Clone, Default)]
pub struct HistoryBuilder {
    snapshots: Vec<Snapshot>,
    logs: Vec<ReplayableLog>,
    erased: Vec<Place>,
}

impl HistoryBuilder {
    /// Adds a Backup of the cluster.
    pub fn add(&mut self, backup: &Value) {
        self.snapshots.extend(Snapshot::from_backup(backup));
        self.logs.extend(ReplayableLog::from_backup(backup));
        self.erased.extend(erased_by(backup));
    }

    /// The history, with the objects held against each other: what another object erases, overwrote or truncated is not proven to be
    /// there.
    pub fn build(self) -> History {
        let Self {
            mut snapshots,
            mut logs,
            erased,
        } = self;
        snapshots.sort_by(|a, b| (a.commit, &a.object).cmp(&(b.commit, &b.object)));
        logs.sort_by(|a, b| (a.start, &a.object).cmp(&(b.start, &b.object)));
        let is_erased = |storage: Option<&Storage>| {
            let place = storage.and_then(Storage::place);
            place.is_some_and(|place| erased.iter().any(|erased| place.lies_in(erased)))
        };
        snapshots.retain(|snapshot| !is_erased(snapshot.storage.as_ref()));
        keep_last_of_a_place(&mut snapshots);
        share_truncations(&mut logs);
        for log in &mut logs {
            if log.evidence == Evidence::Proven && is_erased(log.storage.as_ref()) {
                log.evidence = Evidence::Deleting;
            }
        }
        let proven = |log: &ReplayableLog| log.evidence == Evidence::Proven;
        let (logs, doubtful_logs) = logs.into_iter().partition(proven);
        let (snapshots, parts) = snapshots.into_iter().partition(|snapshot| snapshot.whole);
        History {
            snapshots,
            logs,
            doubtful_logs,
            parts,
        }
    }
}

/// What a Backup that is being deleted erases: everything below its prefix, the data of other Backups included. OnFailure erases what
/// failed, and a Backup that is not complete counts as failed here.
fn erased_by(backup: &Value) -> Option<Place> {
    let policy = backup.pointer("/spec/cleanPolicy").and_then(Value::as_str);
    let erases = match policy {
        Some("Delete") => true,
        Some("OnFailure") => Snapshot::is_unfinished(backup),
        _ => false,
    };
    (erases && is_deleting(backup)).then(|| Place::of_spec(backup.get("spec")?))?
}

/// Of several snapshots in one directory only the last can be there. `snapshots` are sorted by their moment.
fn keep_last_of_a_place(snapshots: &mut Vec<Snapshot>) {
    let mut later: BTreeMap<_, Vec<Place>> = BTreeMap::new();
    let mut kept: Vec<Snapshot> = Vec::with_capacity(snapshots.len());
    for snapshot in snapshots.drain(..).rev() {
        if let Some(place) = snapshot.storage.as_ref().and_then(Storage::place) {
            let others = later.entry(place.directory()).or_default();
            if others.iter().any(|other| other.is_same(&place)) {
                continue;
            }
            others.push(place);
        }
        kept.push(snapshot);
    }
    kept.reverse();
    *snapshots = kept;
}

/// BR keeps the target of a truncation in the storage. A later log backup that continues in the same directory shares it, and so does
/// the beginning of a log whose directory was taken over (docs/operators.md, "BR continues a log in the same storage").
fn share_truncations(logs: &mut [ReplayableLog]) {
    let minima: Vec<(Option<Place>, Tso)> = logs
        .iter()
        .map(|log| (log.storage.as_ref().and_then(Storage::place), log.min))
        .collect();
    for log in logs {
        let Some(place) = log.storage.as_ref().and_then(Storage::place) else {
            continue;
        };
        let same =
            |other: &Option<Place>| other.as_ref().is_some_and(|other| other.is_same(&place));
        let shared = minima.iter().filter(|(other, _)| same(other));
        log.min = shared.map(|(_, min)| *min).fold(log.min, Tso::max);
    }
}

impl History {
    /// Reads the Backups of one cluster from a list of any objects.
    #[cfg(test)]
    pub fn of_cluster<'a>(
        objects: impl IntoIterator<Item = &'a Value>,
        cluster: &TidbCluster,
    ) -> Self {
        let mut builder = HistoryBuilder::default();
        for object in objects {
            if TidbCluster::of_object(object).as_ref() == Some(cluster) {
                builder.add(object);
            }
        }
        builder.build()
    }

    /// The snapshots that a log can roll forward, the oldest first.
    pub fn bases(&self, log: &ReplayableLog) -> impl Iterator<Item = &Snapshot> {
        self.snapshots
            .iter()
            .filter(move |snapshot| log.holds(snapshot.commit))
    }

    /// The newest complete snapshot, also of a part of the cluster.
    pub fn newest(&self) -> Option<&Snapshot> {
        let newest = [self.snapshots.last(), self.parts.last()];
        newest
            .into_iter()
            .flatten()
            .max_by_key(|found| found.commit)
    }

    /// Whether the cluster has no backup that was ever complete or started.
    pub fn is_empty(&self) -> bool {
        self.snapshots.is_empty()
            && self.parts.is_empty()
            && self.logs.is_empty()
            && self.doubtful_logs.is_empty()
    }
}
