//! The Pods of the stand-in on a real API server: what `diagnose`, `logs` and `check` look at.

use std::sync::Arc;

use sandbox::block_on;
use sandbox::control_plane::{Identity, Kubelet};
use sandbox::operator::{Dialect, Manual, Mode, Obstacle, StandIn, cluster};
use serde_json::{Value, json};

use super::{Stage, server};

fn stage(dialect: Dialect) -> (Stage, Manual) {
    let stage = Stage::new(dialect);
    let stand_in = StandIn::manual(stage.client.clone(), dialect, &stage.namespace);
    (stage, stand_in)
}

/// The Pods of a Job, by the only label that tells the Jobs of one Backup apart.
fn pods(stage: &Stage, job: &str) -> Vec<Value> {
    let path = stage.path("pods");
    let path = format!("{path}?labelSelector=batch.kubernetes.io%2Fjob-name%3D{job}");
    items(stage, &path)
}

fn items(stage: &Stage, path: &str) -> Vec<Value> {
    let list = stage.send("GET", path, &Value::Null).unwrap();
    list["items"].as_array().unwrap().clone()
}

fn events(stage: &Stage, kind: &str, reason: &str) -> Vec<String> {
    items(stage, &stage.path("events"))
        .into_iter()
        .filter(|event| event["involvedObject"]["kind"] == kind && event["reason"] == reason)
        .map(|event| event["message"].as_str().unwrap().to_owned())
        .collect()
}

fn snapshot(stage: &Stage, name: &str) {
    let s3 = json!({"provider": "aws", "bucket": "b", "prefix": name, "secretName": "s3"});
    stage.create(name, json!({"s3": s3, "backoffRetryPolicy": {}}));
}

fn secret(stage: &Stage) {
    let secret =
        json!({"metadata": {"name": "s3"}, "stringData": {"access_key": "a", "secret_key": "b"}});
    let path = format!("/api/v1/namespaces/{}/secrets", stage.namespace);
    stage.send("POST", &path, &secret).unwrap();
}

#[test]
fn pods_that_cannot_start() {
    let (stage, stand_in) = stage(Dialect::V2);
    secret(&stage);
    let state = "/status/containerStatuses/0/state/waiting";
    let init = "/status/initContainerStatuses/0/state/waiting";
    for (name, obstacle, pointer, reason) in [
        ("image", Obstacle::Image, init, "ImagePullBackOff"),
        (
            "room",
            Obstacle::Unschedulable,
            "/status/conditions/0",
            "Unschedulable",
        ),
        (
            "secret",
            Obstacle::Secret,
            state,
            "CreateContainerConfigError",
        ),
        ("volume", Obstacle::Volume, state, "PodInitializing"),
    ] {
        stand_in.next_job(Mode::Blocked(obstacle));
        snapshot(&stage, name);
        block_on(stand_in.settle()).unwrap();
        assert_eq!(stage.phase(name), "Scheduled", "{name}");
        let pod = pods(&stage, &format!("backup-{name}")).remove(0);
        assert_eq!(pod["status"]["phase"], "Pending", "{name}");
        assert_eq!(pod.pointer(pointer).unwrap()["reason"], reason, "{name}");
    }
    let refused = [
        ("account", Obstacle::ServiceAccount),
        ("quota", Obstacle::Quota),
    ];
    for (name, obstacle) in refused {
        stand_in.next_job(Mode::Blocked(obstacle));
        snapshot(&stage, name);
        block_on(stand_in.settle()).unwrap();
        assert!(pods(&stage, &format!("backup-{name}")).is_empty(), "{name}");
    }
    assert_eq!(events(&stage, "Pod", "FailedScheduling").len(), 1);
    assert_eq!(events(&stage, "Pod", "FailedMount").len(), 1);
    let created = events(&stage, "Job", "FailedCreate").join("\n");
    assert!(
        created.contains("serviceaccount \"tidb-backup-manager\" not found"),
        "{created}"
    );
    assert!(created.contains("exceeded quota"), "{created}");
    // The cause goes away, and the Backup goes on.
    block_on(stand_in.finish("backup-image")).unwrap();
    assert_eq!(stage.phase("image"), "Complete");
    assert_eq!(
        pods(&stage, "backup-image")[0]["status"]["phase"],
        "Succeeded"
    );
}

#[test]
fn pods_that_ended() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let (stage, stand_in) = stage(dialect);
        let code = "/status/containerStatuses/0/state/terminated";
        for (name, mode, exit, reason) in [
            (
                "fails",
                Mode::BrFail("no such bucket".to_owned()),
                1,
                "Error",
            ),
            ("memory", Mode::OutOfMemory, 137, "OOMKilled"),
            ("node", Mode::Evicted, 137, "Error"),
        ] {
            stand_in.next_job(mode);
            stand_in.hold("backup-*");
            stage.create(name, json!({"backoffRetryPolicy": {}}));
            block_on(stand_in.settle()).unwrap();
            let pod = pods(&stage, &format!("backup-{name}")).remove(0);
            assert_eq!(pod["status"]["phase"], "Failed", "{name}");
            let terminated = pod.pointer(code).unwrap();
            assert_eq!(
                (&terminated["exitCode"], &terminated["reason"]),
                (&json!(exit), &json!(reason))
            );
            let component = &pod["metadata"]["labels"]["app.kubernetes.io/component"];
            assert_eq!(component, "backup");
        }
        // The Pods go with the Job.
        stage.delete("fails");
        block_on(stand_in.settle()).unwrap();
        assert!(pods(&stage, "backup-fails").is_empty());
    }
}

/// The clean Job fails, tries six more times, and keeps the Backup behind its finalizer.
#[test]
fn a_clean_job_behind_a_finalizer() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let (stage, stand_in) = stage(dialect);
        stage.create(
            "s",
            json!({"backoffRetryPolicy": {}, "cleanPolicy": "Delete"}),
        );
        block_on(stand_in.settle()).unwrap();
        stand_in.set_mode("clean-*", Mode::BrFail("AccessDenied".to_owned()));
        stage.delete("s");
        block_on(stand_in.settle()).unwrap();
        assert_eq!(stage.phase("s"), "CleanFailed");
        assert_eq!(pods(&stage, "clean-s").len(), 7);
        assert_eq!(stage.job("clean-s")["status"]["failed"], 7);
        stand_in.set_mode("clean-*", Mode::Ok);
        stage.delete_job("clean-s");
        block_on(stand_in.settle()).unwrap();
        assert!(stage.try_get("s").is_none());
    }
}

#[test]
fn a_dead_log_job_of_each_generation() {
    let (stage, stand_in) = stage(Dialect::V1);
    stage.log("l");
    block_on(stand_in.settle()).unwrap();
    stand_in.next_job(Mode::OutOfMemory);
    stage.patch("l", json!({"logSubcommand": "log-pause"}));
    block_on(stand_in.settle()).unwrap();
    assert_eq!(stage.sub("l", "log-pause"), "Running");
    assert_eq!(
        stage.job("backup-l-log-pause")["status"]["conditions"][1]["type"],
        "Failed"
    );

    let (stage, stand_in) = self::stage(Dialect::V2);
    stage.log("l");
    block_on(stand_in.settle()).unwrap();
    stand_in.set_mode("*-log-pause", Mode::Die);
    stage.patch("l", json!({"logSubcommand": "log-pause"}));
    let first = loop {
        block_on(stand_in.step()).unwrap();
        if let Some(job) = stage.find("jobs", "backup-l-log-pause") {
            break job;
        }
    };
    for _ in 0..60 {
        block_on(stand_in.step()).unwrap();
    }
    stand_in.hold("*-log-pause");
    block_on(stand_in.settle()).unwrap();
    let again = stage.job("backup-l-log-pause");
    assert_ne!(
        first["metadata"]["uid"], again["metadata"]["uid"],
        "created again and again"
    );
    assert_eq!(pods(&stage, "backup-l-log-pause").len(), 1);
}

#[test]
fn logs_come_through_the_api_server() {
    let server = server(Dialect::V1);
    let stage = Stage::on(&server, Dialect::V1);
    let kubelet = Arc::new(Kubelet::start(&server).unwrap());
    let client = server.client(Identity::Operator).unwrap();
    let stand_in =
        StandIn::manual_with(client, Dialect::V1, &stage.namespace, Some(kubelet.clone()));
    let mode = Mode::BrFail("[BR:Common:ErrInvalidArgument]no such bucket".to_owned());
    stand_in.next_job(mode);
    stage.create("s", json!({"backoffRetryPolicy": {}}));
    block_on(stand_in.settle()).unwrap();
    let pod = pods(&stage, "backup-s").remove(0);
    assert_eq!(pod["spec"]["nodeName"], kubelet.node());
    let pods: kube::Api<k8s_openapi::api::core::v1::Pod> =
        kube::Api::namespaced(server.client(Identity::Admin).unwrap(), &stage.namespace);
    let name = pod["metadata"]["name"].as_str().unwrap();
    let log = block_on(pods.logs(name, &kube::api::LogParams::default())).unwrap();
    let lines: Vec<&str> = log.lines().collect();
    assert_eq!(lines.len(), 2, "{log}");
    assert!(lines[0].contains("start to process"), "{log}");
    assert!(
        lines[1].contains("[ERROR]") && lines[1].contains("no such bucket"),
        "{log}"
    );
}

#[test]
fn the_operator_has_a_deployment() {
    for (dialect, name) in [
        (Dialect::V2, "tidb-operator"),
        (Dialect::V1, "tidb-controller-manager"),
    ] {
        let (stage, _) = stage(dialect);
        block_on(cluster::create_operator(
            &stage.client,
            dialect,
            &stage.namespace,
            0,
        ))
        .unwrap();
        let deployment = stage.object("deployments", name);
        assert_eq!(deployment["spec"]["replicas"], 0);
        assert_eq!(
            deployment["metadata"]["labels"]["app.kubernetes.io/name"],
            "tidb-operator"
        );
    }
}
