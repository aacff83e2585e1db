//! The TiDB cluster that an object is about.

use serde_json::Value;

use crate::api::{ObjectRef, Operator};

/// A TiDB cluster whose data was backed up. Clusters of one name in two namespaces have nothing to do with each other, and neither
/// have those of two generations.
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
    /// The cluster that a Backup, Restore or CompactBackup names; `None` where it names none, as a dump does.
    pub fn of_object(object: &Value) -> Option<Self> {
        Self::below(object, "/spec/br")
    }

    /// The cluster that a BackupSchedule backs up; `None` where its template makes dumps.
    pub fn of_schedule(object: &Value) -> Option<Self> {
        Self::below(object, "/spec/backupTemplate/br")
    }

    fn below(object: &Value, br: &str) -> Option<Self> {
        let reference = ObjectRef::of(object)?;
        let br = object.pointer(br)?;
        let text = |key: &str| {
            let text = br.get(key).and_then(Value::as_str);
            text.filter(|text| !text.is_empty())
        };
        Some(Self {
            operator: reference.operator,
            namespace: text("clusterNamespace")
                .unwrap_or(&reference.namespace)
                .to_owned(),
            name: text("cluster")?.to_owned(),
        })
    }
}
