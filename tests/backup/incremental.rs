//! `--last-backup-ts`: an incremental backup builds on a complete snapshot of the same cluster, and on nothing else.

use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::support::Place;

const COMMIT: &str = "436569119308644661";

fn snapshot(cluster: &str) -> Value {
    json!({"br": {"cluster": cluster}, "backupType": "full",
        "s3": {"provider": "aws", "bucket": "b", "prefix": cluster}})
}

fn status(condition: &str) -> Value {
    json!({"phase": condition, "commitTs": COMMIT, "timeStarted": null, "timeCompleted": null, "conditions": [
        {"type": condition, "status": "True", "reason": "Why", "message": "", "lastTransitionTime": "2026-01-01T00:00:00Z"}]})
}

#[test]
fn the_base_is_a_complete_snapshot_of_the_same_cluster() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        let api = place.api();
        api.create("good", &snapshot("basic"), &status("Complete"));
        api.create("failed", &snapshot("basic"), &status("Failed"));
        api.create("other", &snapshot("other"), &status("Complete"));
        api.create_log(
            "log",
            &json!({"logSubcommand": "log-start"}),
            &status("Running"),
        );
        let rows = [
            ("failed", "is not a complete snapshot by BR (phase Failed)"),
            ("other", "is a backup of cluster"),
            ("log", "is a log backup"),
        ];
        for (base, why) in rows {
            for dry_run in ["", "--dry-run=client", "--dry-run=server"] {
                let line = format!(
                    "backup create i --cluster basic --storage s3://b/i --last-backup-ts backup/{base} {dry_run}"
                );
                let said = place.plugin().line(&line).exits(2).one_error();
                said.says(&format!("--last-backup-ts \"backup/{base}\""))
                    .says(why);
            }
        }
        assert_eq!(place.written(), [], "{dialect:?}");
        let line = "backup create i --cluster basic --storage s3://b/i --preflight=off --last-backup-ts backup/good -o jsonpath={.spec.br.options}";
        let made = place.plugin().line(line).exits(0);
        made.prints(&format!("[\"--lastbackupts={COMMIT}\"]"));
    }
}
