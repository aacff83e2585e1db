//! The TiDB clusters that Backups refer to, and the Deployment of the operator itself.

use kube::Client;
use serde_json::{Value, json};

use super::dialect::{Dialect, OperatorLine};
use super::live::{Live, Trouble};

/// The documents of a healthy cluster: Cluster, PDGroup and TiKVGroup in v2, a Ready TidbCluster in v1.
pub fn documents(dialect: Dialect, namespace: &str, name: &str) -> Vec<Value> {
    let ready = json!([{"type": "Ready", "status": "True"}]);
    if dialect.first_generation() {
        let cluster = json!({
            "apiVersion": "pingcap.com/v1alpha1", "kind": "TidbCluster",
            "metadata": {"namespace": namespace, "name": name},
            "spec": {"version": "v8.5.2"},
            "status": {"conditions": ready},
        });
        return [cluster].into_iter().chain(tikv(namespace, name)).collect();
    }
    let group = |kind: &str, suffix: &str| {
        json!({
            "apiVersion": "core.pingcap.com/v1alpha1", "kind": kind,
            "metadata": {"namespace": namespace, "name": format!("{name}-{suffix}")},
            "spec": {"cluster": {"name": name}, "template": {"spec": {"version": "v8.5.2"}}},
        })
    };
    vec![
        json!({
            "apiVersion": "core.pingcap.com/v1alpha1", "kind": "Cluster",
            "metadata": {"namespace": namespace, "name": name},
            "spec": {},
        }),
        group("PDGroup", "pd"),
        group("TiKVGroup", "tikv"),
    ]
}

/// StatefulSet and ConfigMap of TiKV, as the v1 operator creates them for a TidbCluster.
fn tikv(namespace: &str, name: &str) -> [Value; 2] {
    let labels = json!({
        "app.kubernetes.io/name": "tidb-cluster",
        "app.kubernetes.io/managed-by": "tidb-operator",
        "app.kubernetes.io/instance": name,
        "app.kubernetes.io/component": "tikv",
    });
    let own = format!("{name}-tikv");
    let metadata = json!({"namespace": namespace, "name": own, "labels": labels});
    let set = json!({
        "apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": metadata,
        "spec": {
            "serviceName": format!("{own}-peer"), "replicas": 3,
            "selector": {"matchLabels": labels},
            "template": {
                "metadata": {"labels": labels},
                "spec": {
                    "containers": [{"name": "tikv", "image": "pingcap/tikv:v8.5.2"}],
                    "volumes": [{"name": "config", "configMap": {"name": own}}],
                },
            },
        },
    });
    let config = json!({
        "apiVersion": "v1", "kind": "ConfigMap", "metadata": metadata,
        "data": {"config-file": "[gc]\nratio-threshold = 1.1\n"},
    });
    [set, config]
}

/// Creates a healthy cluster.
pub async fn create(
    client: &Client,
    dialect: Dialect,
    namespace: &str,
    name: &str,
) -> Result<(), Trouble> {
    let live = Live::new(client.clone(), dialect);
    for document in documents(dialect, namespace, name) {
        let kind = super::document::text(&document, "/kind").to_lowercase();
        let version = super::document::text(&document, "/apiVersion");
        let root = if version.contains('/') { "apis" } else { "api" };
        let path = format!("/{root}/{version}/namespaces/{namespace}/{kind}s");
        live.send("POST", &path, &document).await?;
    }
    Ok(())
}

/// Creates the Deployment of the operator with so many replicas, all of which are ready. 0 replicas stand for an operator that
/// somebody has switched off. The stand-in works without a Deployment: this is for commands that look at one.
pub async fn create_operator(
    client: &Client,
    dialect: Dialect,
    namespace: &str,
    replicas: u32,
) -> Result<(), Trouble> {
    let live = Live::new(client.clone(), dialect);
    let name = dialect.field_manager();
    let labels = json!({
        "app.kubernetes.io/name": "tidb-operator",
        "app.kubernetes.io/instance": "tidb-operator",
        "app.kubernetes.io/component": if dialect.first_generation() { "controller-manager" } else { "controller" },
    });
    let document = json!({
        "apiVersion": "apps/v1", "kind": "Deployment",
        "metadata": {"namespace": namespace, "name": name, "labels": labels},
        "spec": {
            "replicas": replicas,
            "selector": {"matchLabels": labels},
            "template": {
                "metadata": {"labels": labels},
                "spec": {"containers": [{"name": "tidb-operator", "image": "pingcap/tidb-operator"}]},
            },
        },
    });
    let path = format!("/apis/apps/v1/namespaces/{namespace}/deployments");
    live.send("POST", &path, &document).await?;
    let status = json!({"status": {
        "observedGeneration": 1, "replicas": replicas, "readyReplicas": replicas,
        "availableReplicas": replicas, "updatedReplicas": replicas,
    }});
    live.send("PATCH", &format!("{path}/{name}/status"), &status)
        .await?;
    Ok(())
}
