//! The TiDB clusters that Backups refer to.

use kube::Client;
use serde_json::{Value, json};

use super::dialect::Dialect;
use super::live::{Live, Trouble};

/// The documents of a healthy cluster: Cluster, PDGroup and TiKVGroup in v2, a Ready TidbCluster in v1.
pub fn documents(dialect: Dialect, namespace: &str, name: &str) -> Vec<Value> {
    let ready = json!([{"type": "Ready", "status": "True"}]);
    if dialect.is_v1() {
        return vec![json!({
            "apiVersion": "pingcap.com/v1alpha1", "kind": "TidbCluster",
            "metadata": {"namespace": namespace, "name": name},
            "spec": {"version": "v8.5.2"},
            "status": {"conditions": ready},
        })];
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
        let path = format!("/apis/{version}/namespaces/{namespace}/{kind}s");
        live.send("POST", &path, &document).await?;
    }
    Ok(())
}
