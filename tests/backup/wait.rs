//! `backup create --wait`.

use std::time::Duration;

use sandbox::operator::{Dialect, Mode};
use serde_json::json;

use crate::support::Place;

const CREATE: &str = "backup create s1 --cluster basic --storage s3://b/s1 --wait";

#[test]
fn until_it_is_complete() {
    for dialect in [Dialect::V2, Dialect::V1, Dialect::V1LogStop] {
        let place = Place::new(dialect);
        let _operator = place.operator();
        let output = place.plugin().line(CREATE).exits(0);
        output.prints(&format!("{} complete", place.named("s1")));
        let json = place
            .plugin()
            .line(&format!("{} -o json", CREATE.replace("s1", "s2")))
            .exits(0)
            .json();
        assert_eq!(json["status"]["phase"], "Complete");
    }
}

#[test]
fn until_it_failed() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        let operator = place.operator();
        operator.next_job(Mode::BrFail("no space left".to_owned()));
        let output = place
            .plugin()
            .line(&format!("{CREATE} -o json"))
            .exits(3)
            .one_error();
        assert!(output.error().contains("no space left"), "{output}");
        assert_eq!(
            output.json()["status"]["phase"],
            "Failed",
            "printed once, also then"
        );
    }
}

#[test]
fn until_it_is_invalid() {
    let place = Place::new(Dialect::V2);
    let _operator = place.operator();
    let line =
        "backup create s1 --cluster basic --storage s3://b/s1 --s3-endpoint minio:9000 --wait";
    let output = place.plugin().line(line).exits(3).one_error();
    assert!(output.error().contains("InvalidSpec"), "{output}");
}

/// RetryFailed is not an end: the Secret comes, and the backup goes on (docs/operators.md, "Storage problems are retried").
#[test]
fn through_a_failure_that_is_retried() {
    let place = Place::new(Dialect::V2);
    let _operator = place.operator();
    let line = format!("{CREATE} --storage-secret late");
    let arguments: Vec<&str> = line.split(' ').collect();
    let mut waiting = place.plugin().start(&arguments);
    waiting.until_said("RetryFailed");
    let secrets = format!("/api/v1/namespaces/{}/secrets", place.namespace);
    let secret = json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "late"}, "stringData": {"access_key": "a", "secret_key": "b"}});
    place.api().ask("POST", &secrets, &secret);
    waiting
        .finish()
        .exits(0)
        .prints(&format!("{} complete", place.named("s1")));
}

#[test]
fn until_the_time_runs_out() {
    let place = Place::new(Dialect::V2);
    let operator = place.operator();
    operator.hold("*");
    for (name, timeout) in [("s1", "0"), ("s2", "1s")] {
        let line = format!("{} --timeout {timeout} -o name", CREATE.replace("s1", name));
        let output = place.plugin().line(&line).exits(4).one_error();
        output.prints(&place.named(name));
    }
    assert!(
        place.api().get("s1")["metadata"]
            .get("deletionTimestamp")
            .is_none()
    );
}

#[test]
fn until_somebody_deletes_it() {
    let place = Place::new(Dialect::V2);
    let waiting = place.plugin().start(&CREATE.split(' ').collect::<Vec<_>>());
    place.api().until("s1", |object| !object.is_null());
    // Nobody moves it here: the wait has seen it when its watch is open.
    let watched = || place.asked().iter().any(|event| event.verb == "watch");
    while !watched() {
        std::thread::sleep(Duration::from_millis(20));
    }
    place.api().delete("s1");
    let output = waiting.finish().exits(3).one_error();
    assert!(output.error().contains("deleted"), "{output}");
}

#[test]
fn ctrl_c_leaves_the_backup_alone() {
    let place = Place::new(Dialect::V2);
    let operator = place.operator();
    operator.set_mode("*", Mode::Hang);
    let mut waiting = place.plugin().start(&CREATE.split(' ').collect::<Vec<_>>());
    waiting.until_said("Running");
    waiting.interrupt();
    waiting.finish().exits(130).one_error();
    assert!(operator.let_finish(&place.namespace, "backup-s1"));
    place.api().until_phase("s1", "Complete");
}
