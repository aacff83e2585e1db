//! v2: the kinds without a controller.

use serde_json::{Value, json};

use super::super::dialect::Dialect;
use super::super::observe::ObjectKind;
use super::v1_schedules::templates;
use super::{Row, play};

#[test]
fn schedules() {
    play(Dialect::V2, ROWS);
}

pub(super) const ROWS: &[Row] = &[(
    "Schedules and compactions of v2 have no controller",
    "BackupSchedule `* * * * *` and CompactBackup, 19 minutes: no status, no finalizer, no child, no Job; deletion is instant",
    |t| {
        let mut spec = templates();
        spec["schedule"] = json!("* * * * *");
        let object = json!({
            "apiVersion": "br.pingcap.com/v1alpha1", "kind": "BackupSchedule",
            "metadata": {"namespace": "t1", "name": "sch"}, "spec": spec,
        });
        t.keep(ObjectKind::Schedule, object);
        t.compact("c1", json!({}));
        t.wait(19 * 60);
        for (kind, name) in [
            (ObjectKind::Schedule, "sch"),
            (ObjectKind::Compaction, "c1"),
        ] {
            let object = t.kept(kind, name);
            assert_eq!(object.get("status"), None, "{name}");
            assert_eq!(object["metadata"].get("finalizers"), None, "{name}");
        }
        assert_eq!(t.names(ObjectKind::Compaction), ["c1"]);
        assert!(t.names(ObjectKind::Backup).is_empty() && t.memory.created_jobs.is_empty());
        t.drop_kept(ObjectKind::Schedule, "sch");
        assert_eq!(t.kept(ObjectKind::Schedule, "sch"), Value::Null);
    },
)];
