//! Snapshots and logs as the custom resources show them.

use serde_json::Value;

use crate::api::{Conditions, Dialect, ObjectRef, Operator};
use crate::log_backup::{LogBackup, TaskState};
use crate::manifest::storage::Storage;
use crate::schedule::SCHEDULE_LABEL;
use crate::time::Tso;

/// A TiDB cluster whose data was backed up. Clusters of one name in two namespaces have nothing to do with each other, and
/// neither have those of two generations.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TidbCluster {
    /// The generation whose Backups name it.
    pub operator: Operator,
    /// Its namespace: `br.clusterNamespace`, or that of the Backup.
    pub namespace: String,
    /// `br.cluster`
    pub name: String,
}

impl TidbCluster {
    /// The cluster that an object names; `None` where it names none, as a dump does.
    pub fn of(object: &Value) -> Option<Self> {
        let reference = ObjectRef::of(object)?;
        let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
        let namespace = text("/spec/br/clusterNamespace").filter(|text| !text.is_empty());
        Some(Self {
            operator: reference.operator,
            namespace: namespace.unwrap_or(&reference.namespace).to_owned(),
            name: text("/spec/br/cluster")?.to_owned(),
        })
    }
}

/// A complete snapshot of a whole cluster by BR.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// Which Backup.
    pub object: ObjectRef,
    /// The cluster it was taken of.
    pub cluster: TidbCluster,
    /// The moment that it holds.
    pub commit: Tso,
    /// Where it lies.
    pub storage: Option<Storage>,
    /// The schedule that made it.
    pub schedule: Option<String>,
}

impl Snapshot {
    /// Reads a Backup. `None` for everything that the cluster cannot be restored from: not complete (a commit time alone
    /// proves nothing), being deleted, only a part of the data (types `db` and `table`, table filters, incremental), volume
    /// snapshots and dumps.
    pub fn read(object: &Value) -> Option<Self> {
        Self::read_part(object).filter(|_| !is_partial(&object["spec"]))
    }

    /// The same, also where it holds only a part of the data: good to be restored as it is, not to be rolled forward.
    pub fn read_part(object: &Value) -> Option<Self> {
        let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
        let mode = text("/spec/backupMode").unwrap_or("snapshot");
        if matches!(mode, "log" | "volume-snapshot") {
            return None;
        }
        let deleting = object.pointer("/metadata/deletionTimestamp").is_some();
        if deleting || !Conditions::of_object(object).is_true("Complete") {
            return None;
        }
        Some(Self {
            object: ObjectRef::of(object)?,
            cluster: TidbCluster::of(object)?,
            commit: text("/status/commitTs").and_then(Tso::parse)?,
            storage: Storage::of_spec(&object["spec"]),
            schedule: schedule_of(object),
        })
    }
}

/// A log backup that was started.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplayableLog {
    /// Which Backup.
    pub object: ObjectRef,
    /// The cluster whose changes it holds.
    pub cluster: TidbCluster,
    /// Where it began.
    pub start: Tso,
    /// The first moment that it still holds: its start, or where it was truncated; while a truncation runs, its target,
    /// because BR notes it before it deletes.
    pub min: Tso,
    /// The last moment that it holds, if it has a checkpoint.
    pub max: Option<Tso>,
    /// Whether it may still grow: running or paused.
    pub alive: bool,
    /// Where it lies.
    pub storage: Option<Storage>,
    /// The schedule that made it.
    pub schedule: Option<String>,
}

impl ReplayableLog {
    /// Reads a Backup. `None` when it is no log backup, was never started, or is being deleted.
    pub fn read(object: &Value) -> Option<Self> {
        let reference = ObjectRef::of(object)?;
        if !LogBackup::is_log(object) {
            return None;
        }
        let log = LogBackup::parse(object, Dialect::newest(reference.operator))?;
        if log.deleting {
            return None;
        }
        let start = log.start?;
        let truncated = log.truncated_until.as_deref().and_then(Tso::parse);
        let truncating = log.truncating().and_then(Tso::parse);
        Some(Self {
            cluster: TidbCluster::of(object)?,
            start,
            min: [truncated, truncating]
                .into_iter()
                .flatten()
                .fold(start, Tso::max),
            max: log.checkpoint,
            alive: matches!(log.task(), Some(TaskState::Running | TaskState::Paused)),
            storage: Storage::of_spec(&object["spec"]),
            schedule: schedule_of(object),
            object: reference,
        })
    }

    /// Whether the log holds this moment.
    pub fn holds(&self, moment: Tso) -> bool {
        self.min <= moment && self.max.is_some_and(|max| moment <= max)
    }

    /// Whether the beginning of the log was deleted.
    pub fn is_truncated(&self) -> bool {
        self.min > self.start
    }
}

fn is_partial(spec: &Value) -> bool {
    let backup_type = spec.get("backupType").and_then(Value::as_str);
    let filtered = spec
        .get("tableFilter")
        .and_then(Value::as_array)
        .is_some_and(|rules| !rules.is_empty());
    let options = spec.pointer("/br/options").and_then(Value::as_array);
    let incremental = options.into_iter().flatten().any(|option| {
        option
            .as_str()
            .is_some_and(|option| option.starts_with("--lastbackupts"))
    });
    !matches!(backup_type, None | Some("" | "full")) || filtered || incremental
}

fn schedule_of(object: &Value) -> Option<String> {
    let labels = object.pointer("/metadata/labels")?;
    labels
        .get(SCHEDULE_LABEL)
        .and_then(Value::as_str)
        .map(str::to_owned)
}
