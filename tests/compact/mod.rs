//! `compact create`: what is looked at beforehand, and what it takes from a log backup. The rest of its life is with schedules.

use sandbox::operator::Dialect;
use serde_json::json;

use crate::support::{Place, tso_ago};

/// A log backup that has gone an hour.
fn with_log(dialect: Dialect) -> Place {
    let place = Place::new(dialect);
    let status = json!({
        "phase": "Running",
        "commitTs": tso_ago(3600).to_string(),
        "logCheckpointTs": tso_ago(60).to_string(),
    });
    place.api().create_log("l1", &json!({}), &status);
    place
}

#[test]
fn what_is_found_beforehand() {
    let place = with_log(Dialect::V1);
    let range = "--start-ts 1h --end-ts now --storage s3://b/p";
    let rows = [
        (
            format!("--cluster nope {range}"),
            "TiDB cluster nope does not exist",
        ),
        (
            format!("--cluster basic {range} --storage-secret nope"),
            "Secret nope does not exist",
        ),
        (
            "--from-log l1".to_owned(),
            "ServiceAccount tidb-backup-manager does not exist",
        ),
    ];
    for (rest, finding) in rows {
        let line = format!("compact create c1 {rest} --dry-run=server");
        let warned = place.plugin().line(&line).exits(0).says(finding);
        // The directory of the log backup is the one to work in.
        assert!(!warned.stderr.contains("already"), "{warned}");
        let enforced = place.plugin().line(&format!("{line} --preflight=enforce"));
        enforced.exits(5).one_error().says(finding);
        let off = place.plugin().line(&format!("{line} --preflight=off"));
        assert!(!off.exits(0).stderr.contains(finding));
    }
    assert!(place.written().is_empty());
}

/// What the log has not reached cannot be compacted.
#[test]
fn an_end_above_the_checkpoint() {
    let place = with_log(Dialect::V1);
    let line = "compact create c1 --from-log l1 --preflight=off --dry-run=server";
    let warned = place
        .plugin()
        .line(&format!("{line} --end-ts now"))
        .exits(0);
    warned.says("above the checkpoint");
    let quiet = place.plugin().line(&format!("{line} --end-ts 2m")).exits(0);
    assert!(!quiet.stderr.contains("checkpoint"), "{quiet}");
}

/// A log backup that has only begun is not compacted: that is said, and not that everything is compacted.
#[test]
fn a_log_that_has_only_begun() {
    let place = Place::new(Dialect::V1);
    let start = tso_ago(60).to_string();
    let status = json!({"phase": "Running", "commitTs": start, "logCheckpointTs": start});
    place.api().create_log("fresh", &json!({}), &status);
    let refused = place
        .plugin()
        .line("compact create c1 --from-log fresh --preflight=off")
        .exits(5)
        .one_error();
    assert!(
        refused.error().starts_with("nothing to compact yet"),
        "{refused}"
    );
    assert!(place.written().is_empty());
}

/// On v2 nothing would ever happen; whoever says v2 outright may look at the manifest.
#[test]
fn from_a_log_backup_of_v2() {
    let place = with_log(Dialect::V2);
    let line = "compact create c1 --from-log l1";
    for flags in ["", "--dry-run=server", "--operator v2"] {
        place.plugin().line(&format!("{line} {flags}")).exits(8);
    }
    let printed = place
        .plugin()
        .line(&format!("{line} --operator v2 --dry-run=client -o json"))
        .exits(0)
        .says("no controller")
        .json();
    assert_eq!(printed["spec"]["br"], json!({"cluster": "basic"}));
    assert!(place.written().is_empty());
}
