//! Data inside, around or beside the data of another backup: whoever deletes one with its data deletes the other.

use sandbox::control_plane::{CrdSource, World};
use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::support::Place;

/// A bucket that no other test uses.
fn bucket(place: &Place) -> String {
    format!("bucket-{}", place.namespace)
}

fn existing(place: &Place, dialect: Dialect, name: &str, prefix: &str, policy: &str) {
    let spec = json!({
        "br": {"cluster": "basic"}, "cleanPolicy": policy,
        "s3": {"provider": "aws", "bucket": bucket(place), "prefix": prefix},
    });
    place
        .api()
        .of_dialect(dialect)
        .create(name, &spec, &Value::Null);
}

/// What `enforce` refuses, what is only a warning, and what `--allow` lifts; also against the other operator's objects, and by other
/// spellings of the same place.
#[test]
fn deletion_with_the_data_needs_a_directory_of_its_own() {
    let place = Place::within(World::Both, CrdSource::Own, Dialect::V2);
    place.equip();
    let bucket = bucket(&place);
    existing(&place, Dialect::V2, "deep", "basic/log/snap", "Retain");
    existing(&place, Dialect::V1, "old", "old", "Retain");
    let plugin = place.plugin();
    let create = |storage: &str, rest: &str| {
        plugin.line(&format!(
            "backup create s1 --operator v2 --cluster basic --storage {} --storage-secret s3-secret --dry-run=server {rest}",
            storage.replace("BUCKET", &bucket)
        ))
    };
    let nested = [
        "s3://BUCKET",
        "s3://BUCKET/basic",
        "s3://BUCKET/basic//log/",
        "s3://BUCKET/basic?endpoint=https%3A%2F%2Fs3.eu-west-1.amazonaws.com",
        "s3://BUCKET/basic/log/snap/deeper",
        "s3://BUCKET/old/deep",
    ];
    for storage in nested {
        let refused = create(storage, "--clean-policy Delete --preflight=enforce")
            .exits(5)
            .one_error();
        assert!(
            refused.error().ends_with("(rule nested-storage)"),
            "{refused}"
        );
        assert!(
            refused
                .hints()
                .contains(&"--allow nested-storage goes on all the same"),
            "{refused}"
        );
        let lifted = "--clean-policy Delete --preflight=enforce --allow nested-storage";
        for rest in [lifted, "--clean-policy Delete", ""] {
            create(storage, rest)
                .exits(0)
                .says("Warning: s3://")
                .says("(rule nested-storage)");
        }
    }
    for storage in [
        "s3://BUCKET/basic/log2",
        "s3://BUCKET/basic?endpoint=http%3A%2F%2Fminio%3A9000",
        "s3://BUCKET/older",
    ] {
        let quiet = create(storage, "--clean-policy Delete --preflight=enforce").exits(0);
        assert_eq!(quiet.stderr, "");
    }
    // Looks at nothing.
    create("s3://BUCKET/basic", "--clean-policy Delete --preflight=off").exits(0);
    assert!(place.written().is_empty());
}

/// The log backup of a schedule and its snapshots; nothing has to be read for that.
#[test]
fn the_log_of_a_schedule_lies_beside_its_snapshots() {
    let create = |log: &str, rest: &str| {
        crate::support::Plugin::alone().line(&format!(
            "schedule create s --cluster basic --schedule @daily --max-reserved-time 7d --storage s3://b/basic --log-storage s3://b/{log} --dry-run=client {rest}"
        ))
    };
    for log in ["basic", "basic/", "basic/log", ""] {
        let enforced = "--clean-policy Delete --preflight=enforce";
        let refused = create(log, enforced).exits(5).one_error();
        assert!(
            refused.error().ends_with("(rule nested-storage)"),
            "{refused}"
        );
        create(log, &format!("{enforced} --allow nested-storage")).exits(0);
        create(log, "")
            .exits(0)
            .says("of the schedule go")
            .says("(rule nested-storage)");
    }
    let quiet = create("basic-log", "--clean-policy Delete").exits(0);
    assert!(!quiet.stderr.contains("nested-storage"), "{quiet}");
}
