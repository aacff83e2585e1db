//! Causes that leave no trace in the object: v2 does nothing, and says nothing, while the Cluster is paused, and nothing
//! after it wakes until the Backup is touched (docs/operators.md, "A paused Cluster is not woken");
//! nor when there is no Cluster ("A missing Cluster leaves no status").

use serde_json::Value;

use crate::api::{Kind, ObjectRef, Operator};
use crate::cluster::{Cluster, Found, Resource};

/// What was found so far, so that each cause is told once.
#[derive(Debug, Default)]
pub struct Watch {
    told: Option<Cause>,
    slept: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cause {
    NoCluster,
    Paused,
    Suspended,
    Asleep,
    Gate,
}

/// v1 prepares TiKV for a point-in-time Restore only where `clusterNamespace` is written out, and waits for it without a
/// status (docs/operators.md, "PITR waits for TiKV's configuration on v1").
fn is_gated(reference: &ObjectRef, object: &Value) -> bool {
    let text = |pointer: &str| {
        let text = object.pointer(pointer).and_then(Value::as_str);
        text.unwrap_or_default()
    };
    reference.kind == Kind::Restore
        && reference.operator == Operator::V1
        && text("/spec/restoreMode") == "pitr"
        && text("/spec/br/clusterNamespace").is_empty()
        && text("/status/phase").is_empty()
}

impl Watch {
    /// Looks once more; a cause that was not told yet, with the way out.
    pub async fn look(&mut self, cluster: &Cluster, object: &Value) -> Option<String> {
        let reference = ObjectRef::of(object)?;
        let name = object.pointer("/spec/br/cluster").and_then(Value::as_str)?;
        if is_gated(&reference, object) && self.told != Some(Cause::Gate) {
            self.told = Some(Cause::Gate);
            return Some(told(Cause::Gate, name, &reference));
        }
        if reference.operator != Operator::V2 {
            return None;
        }
        let found = cluster
            .get(Resource::CLUSTERS, &reference.namespace, name)
            .await
            .ok()?;
        let cause = self.cause(&found)?;
        if self.told == Some(cause) {
            return None;
        }
        self.told = Some(cause);
        Some(told(cause, name, &reference))
    }

    fn cause(&mut self, found: &Found) -> Option<Cause> {
        let set = |cluster: &Value, pointer: &str| {
            cluster.pointer(pointer).and_then(Value::as_bool) == Some(true)
        };
        let cause = match found {
            Found::NotFound => Some(Cause::NoCluster),
            Found::Object(cluster) if set(cluster, "/spec/paused") => Some(Cause::Paused),
            Found::Object(cluster) if set(cluster, "/spec/suspendAction/suspendCompute") => {
                Some(Cause::Suspended)
            }
            Found::Object(_) | Found::NotServed => None,
        };
        let asleep = self.slept.then_some(Cause::Asleep);
        self.slept |= matches!(cause, Some(Cause::Paused | Cause::Suspended));
        cause.or(asleep)
    }
}

fn told(cause: Cause, name: &str, object: &ObjectRef) -> String {
    let namespace = &object.namespace;
    let touch = format!(
        "kubectl annotate {}.br.pingcap.com {} -n {namespace} --overwrite tidb-br/touched=\"$(date +%s)\"",
        object.kind.plural(),
        object.name
    );
    match cause {
        Cause::NoCluster => format!(
            "Cluster {name} does not exist in namespace {namespace}, so the operator does nothing and says nothing"
        ),
        Cause::Paused => format!(
            "Cluster {name} is paused, so the operator does nothing; the way out: kubectl patch clusters.core.pingcap.com {name} -n {namespace} --type merge -p '{{\"spec\":{{\"paused\":false}}}}', then {touch}"
        ),
        Cause::Suspended => format!(
            "Cluster {name} is suspended, so the operator does nothing; once it runs again: {touch}"
        ),
        Cause::Asleep => format!(
            "Cluster {name} runs again, but the operator was not told about this {}; wake it: {touch}",
            object.kind.singular()
        ),
        Cause::Gate => {
            "br.clusterNamespace is empty, and v1 prepares TiKV for a point-in-time restore only where it names the cluster's namespace; this one waits for ever: delete it and create it again".to_owned()
        }
    }
}
