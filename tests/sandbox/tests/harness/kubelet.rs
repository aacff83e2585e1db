//! Logs of containers come from the kubelet's stand-in through the real API server.

use chrono::{TimeDelta, Utc};
use futures::AsyncBufReadExt;
use futures::TryStreamExt;
use k8s_openapi::api::core::v1::Pod;
use kube::Api;
use kube::api::{LogParams, PostParams};
use sandbox::block_on;
use sandbox::control_plane::{Container, Identity, Kubelet};
use serde_json::json;

#[test]
fn a_log_is_read_and_followed() {
    let server = super::server();
    let kubelet = Kubelet::start(&server).unwrap();
    let namespace = server.namespace("kubelet").unwrap();
    let pods: Api<Pod> = Api::namespaced(server.client(Identity::Admin).unwrap(), &namespace);
    let pod = serde_json::from_value(json!({
        "metadata": {"name": "p"},
        "spec": {"nodeName": kubelet.node(), "containers": [{"name": "backup", "image": "i"}]},
    }));
    block_on(async {
        pods.create(&PostParams::default(), &pod.unwrap())
            .await
            .unwrap();
        let container = Container {
            namespace: namespace.clone(),
            pod: "p".to_owned(),
            name: "backup".to_owned(),
            previous: false,
        };
        let start = Utc::now();
        for (second, line) in [(0, "one"), (1, "two"), (2, "three")] {
            kubelet.write(&container, start + TimeDelta::seconds(second), line);
        }
        let tail = LogParams {
            tail_lines: Some(2),
            ..LogParams::default()
        };
        assert_eq!(pods.logs("p", &tail).await.unwrap(), "two\nthree\n");
        let previous = LogParams {
            previous: true,
            ..LogParams::default()
        };
        assert!(pods.logs("p", &previous).await.is_err());

        let follow = LogParams {
            follow: true,
            tail_lines: Some(1),
            ..LogParams::default()
        };
        let mut lines = pods.log_stream("p", &follow).await.unwrap().lines();
        assert_eq!(lines.try_next().await.unwrap().as_deref(), Some("three"));
        kubelet.write(&container, Utc::now(), "four");
        assert_eq!(lines.try_next().await.unwrap().as_deref(), Some("four"));
        kubelet.end(&container);
        assert_eq!(lines.try_next().await.unwrap(), None);
    });
}
