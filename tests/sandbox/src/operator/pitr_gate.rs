//! The gate before a PITR Restore of v1: TiKV's configuration must have `gc.ratio-threshold = -1` (docs/operators.md, "PITR
//! waits for TiKV's configuration on v1").
//!
//! The part of the operator that changes the configuration is played too: it does so for Restores only whose
//! `br.clusterNamespace` is written out. It does not change the configuration back.

use serde_json::{Value, json};

use super::action::{Action, Reconciled, Requeue};
use super::cache::{OperatorCache, cluster_key};
use super::dialect::Dialect;
use super::document::{ObjectKey, list, text};
use super::observe::ObjectKind;
use super::restore::RestoreReader;

const RULE: &str = "PITR waits for TiKV's configuration on v1";
const WANTED: &str = "ratio-threshold = -1.0";

/// Why the Restore has to wait; `None` when the gate is open.
pub fn wait(reader: &RestoreReader<'_>) -> Option<Reconciled> {
    let restore = reader.restore;
    if reader.dialect != Dialect::V1 || text(restore, "/spec/restoreMode") != "pitr" {
        return None;
    }
    let cluster = cluster_key(reader.dialect, restore);
    let Some(config) = config_map(reader.cache, &cluster) else {
        return Some(Reconciled::retry(RULE));
    };
    if file(config).contains(WANTED) {
        return None;
    }
    let named = text(restore, "/spec/br/clusterNamespace") == cluster.namespace;
    if !named || reader.cache.keeps_tikv_config {
        return Some(Reconciled::retry(RULE));
    }
    let patch = json!({"data": {"config-file": format!("[gc]\n{WANTED}\n")}});
    let change = Action::Merge(ObjectKind::ConfigMap, ObjectKey::from_object(config), patch);
    Some(Reconciled::new(RULE, vec![change], Requeue::Soon))
}

/// The ConfigMap that TiKV's StatefulSet mounts. Only objects with the operator's labels are seen.
fn config_map<'a>(cache: &'a OperatorCache, cluster: &ObjectKey) -> Option<&'a Value> {
    let own = |object: &&Value| {
        let labels = object.pointer("/metadata/labels");
        let label = |key: &str| labels.and_then(|labels| labels.get(key)?.as_str());
        label("app.kubernetes.io/managed-by") == Some("tidb-operator")
            && label("app.kubernetes.io/instance") == Some(&cluster.name)
    };
    let name = format!("{}-tikv", cluster.name);
    let set = cache
        .stateful_sets
        .get(&cluster.sibling(name))
        .filter(own)?;
    let volumes = list(set, "/spec/template/spec/volumes").iter();
    let mut mounted = volumes.filter(|volume| text(volume, "/name") == "config");
    let mounted = mounted.next()?;
    let name = text(mounted, "/configMap/name");
    cache.config_maps.get(&cluster.sibling(name)).filter(own)
}

fn file(config: &Value) -> &str {
    text(config, "/data/config-file")
}
