//! The stand-in in the background, as the sandbox program and most tests use it.

use std::time::{Duration, Instant};

use sandbox::block_on;
use sandbox::control_plane::{ControlPlane, World};
use sandbox::operator::{Dialect, Options, StandIn};
use serde_json::{Value, json};

use super::{Stage, server};

const SOON: Duration = Duration::from_secs(20);

fn stand_in(stage: &Stage) -> StandIn {
    let options = Options::quick_in(&stage.namespace);
    StandIn::automatic(stage.client.clone(), stage.dialect, options)
}

/// Waits until the API server shows what is expected.
fn until(stage: &Stage, name: &str, reached: impl Fn(&Value) -> bool) -> Value {
    let deadline = Instant::now() + SOON;
    loop {
        let object = stage.try_get(name).unwrap_or_default();
        if reached(&object) {
            return object;
        }
        assert!(Instant::now() < deadline, "{object:#}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn phase(stage: &Stage, name: &str, phase: &str) -> Value {
    until(stage, name, |object| object["status"]["phase"] == phase)
}

fn started(stage: &Stage, name: &str) -> Value {
    until(stage, name, |object| {
        object["status"]["phase"] == "Running" && object["status"]["commitTs"].is_string()
    })
}

fn gone(stage: &Stage, name: &str) {
    until(stage, name, Value::is_null);
}

#[test]
fn a_life_in_each_line() {
    for dialect in [Dialect::V2, Dialect::V1, Dialect::V1LogStop] {
        let stage = Stage::new(dialect);
        let _stand_in = stand_in(&stage);
        stage.log("l1");
        stage.create(
            "s1",
            json!({"backupType": "full", "backoffRetryPolicy": {}}),
        );
        let log = started(&stage, "l1");
        assert_eq!(log["status"]["backupPath"], "s3://b/l1");
        until(&stage, "l1", |object| {
            object["status"]["logCheckpointTs"].is_string()
        });
        let snapshot = phase(&stage, "s1", "Complete");
        assert!(snapshot["status"]["backupSize"].is_u64());
        if dialect == Dialect::V1LogStop {
            stage.patch("l1", json!({"logStop": true}));
        } else {
            stage.patch("l1", json!({"logSubcommand": "log-pause"}));
            phase(&stage, "l1", "Paused");
            stage.patch("l1", json!({"logSubcommand": "log-start"}));
            phase(&stage, "l1", "Running");
            stage.patch("l1", json!({"logSubcommand": "log-stop"}));
        }
        let log = phase(&stage, "l1", "Stopped");
        assert!(log["status"]["timeTaken"].is_string());
        for name in ["l1", "s1"] {
            stage.delete(name);
            gone(&stage, name);
        }
        // The control plane has no garbage collector; the stand-in does its part.
        let deadline = Instant::now() + SOON;
        while !stage.jobs().is_empty() {
            assert!(Instant::now() < deadline, "{:?}", stage.jobs());
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

#[test]
fn two_operators_keep_out_of_each_others_way() {
    let server = ControlPlane::shared().unwrap().world(World::Both).unwrap();
    let stages = [Dialect::V2, Dialect::V1].map(|dialect| Stage::on(&server, dialect));
    let all = || Options {
        namespace: None,
        ..Options::quick()
    };
    let _operators = stages
        .each_ref()
        .map(|stage| StandIn::automatic(stage.client.clone(), stage.dialect, all()));
    for stage in &stages {
        stage.log("same");
    }
    for stage in &stages {
        started(stage, "same");
        assert_eq!(stage.jobs(), ["backup-same-log-start"]);
    }
}

#[test]
fn a_second_log_task_on_a_cluster_is_refused_by_br() {
    let stage = Stage::new(Dialect::V2);
    let _stand_in = stand_in(&stage);
    stage.log("l1");
    started(&stage, "l1");
    stage.log("l2");
    let second = phase(&stage, "l2", "Failed");
    let message = second["status"]["conditions"][3]["message"]
        .as_str()
        .unwrap();
    assert!(message.contains("ErrStreamLogTaskExist"), "{message}");
}

#[test]
fn what_was_on_track_before_is_taken_over() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let stage = Stage::new(dialect);
        let first = stand_in(&stage);
        stage.log("l1");
        started(&stage, "l1");
        drop(first);
        let _second = stand_in(&stage);
        stage.patch("l1", json!({"logSubcommand": "log-pause"}));
        phase(&stage, "l1", "Paused");
    }
}

#[test]
fn it_outlives_the_server() {
    let replica = server(Dialect::V2).replica().unwrap();
    let stage = Stage::on(&replica, Dialect::V2);
    let stand_in = stand_in(&stage);
    stage.log("l1");
    started(&stage, "l1");
    replica.stop();
    replica.start().unwrap();
    stage.patch("l1", json!({"logSubcommand": "log-pause"}));
    phase(&stage, "l1", "Paused");
    let held = block_on(stand_in.wait(&stage.namespace, "l1", SOON, |object| {
        object["status"]["phase"] == "Paused"
    }));
    assert!(held.is_some());
}
