//! What is wrong while nothing happens and the object says nothing of the reason: each cause is named, with the way out.

use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::support::{Place, Plugin};

/// How long each wait looks: past the first look around, which comes after five seconds.
const LONG_ENOUGH: &str = "--timeout 8s";

/// One wait, and what it must say.
struct Row {
    line: String,
    cause: &'static str,
    hint: String,
    /// Whether the operator goes on by itself when the cause is gone.
    heals: bool,
}

/// Runs all waits side by side.
fn each_names_its_cause(plugin: &Plugin, rows: &[Row]) {
    let started: Vec<_> = rows
        .iter()
        .map(|row| {
            let line = format!("{} {LONG_ENOUGH}", row.line);
            plugin.start(&line.split(' ').collect::<Vec<_>>())
        })
        .collect();
    for (row, running) in rows.iter().zip(started) {
        let output = running.finish().exits(4).one_error().says(row.cause);
        let hinted = output.hints().iter().any(|hint| hint.contains(&row.hint));
        assert!(hinted, "no hint {:?} in: {output}", row.hint);
        let outlook = match row.heals {
            true => "goes on once that is mended",
            false => "does not go on by itself",
        };
        assert!(output.error().contains(outlook), "{output}");
    }
}

fn snapshot(place: &Place, name: &str, status: &Value) {
    let spec = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b", "prefix": name}});
    place.api().create(name, &spec, status);
}

/// An object of any kind.
fn add(place: &Place, api: &str, plural: &str, object: &Value) {
    let path = format!("/{api}/namespaces/{}/{plural}", place.namespace);
    place.api().ask("POST", &path, object);
}

/// A Job, and its Pod with this status.
fn add_job(place: &Place, job: &str, pod_status: &Value) {
    let container = json!({"name": "backup", "image": "nowhere/br:v0"});
    let template = json!({"spec": {"restartPolicy": "Never", "containers": [container]}});
    add(
        place,
        "apis/batch/v1",
        "jobs",
        &json!({"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": job}, "spec": {"template": template}}),
    );
    if pod_status.is_null() {
        return;
    }
    let pod = format!("{job}-x7k2p");
    let metadata = json!({"name": pod, "labels": {"job-name": job}});
    add(
        place,
        "api/v1",
        "pods",
        &json!({"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": template["spec"]}),
    );
    let path = format!("/api/v1/namespaces/{}/pods/{pod}/status", place.namespace);
    place
        .api()
        .ask("PATCH", &path, &json!({"status": pod_status}));
}

fn waiting(reason: &str, message: &str) -> Value {
    json!({"phase": "Pending", "containerStatuses": [{
        "name": "backup", "image": "nowhere/br:v0", "imageID": "", "ready": false, "restartCount": 0,
        "state": {"waiting": {"reason": reason, "message": message}},
    }]})
}

const SCHEDULED: &str = "Scheduled";

fn scheduled() -> Value {
    json!({"phase": SCHEDULED, "timeStarted": null, "timeCompleted": null})
}

/// What only the Pods tell, in both generations.
#[test]
fn a_pod_that_does_not_start() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        let unschedulable = json!({"phase": "Pending", "conditions": [
            {"type": "PodScheduled", "status": "False", "reason": "Unschedulable", "message": "0/3 nodes are available"}]});
        let rows = [
            (
                "image",
                waiting("ImagePullBackOff", "back-off"),
                "the image cannot be pulled: nowhere/br:v0",
                "kubectl describe pod backup-image-x7k2p -n ",
            ),
            (
                "config",
                waiting("CreateContainerConfigError", "secret \"s\" not found"),
                "the container cannot be configured: secret \"s\" not found",
                "kubectl describe pod",
            ),
            (
                "nodes",
                unschedulable,
                "fits on no node: 0/3 nodes are available",
                "kubectl describe pod",
            ),
            (
                "nobody",
                Value::Null,
                "Job backup-nobody has no Pod, because its ServiceAccount does not exist",
                "kubectl tidb-br setup rbac -n ",
            ),
        ];
        let rows = rows.map(|(name, pod, cause, hint)| {
            snapshot(&place, name, &scheduled());
            add_job(&place, &format!("backup-{name}"), &pod);
            Row {
                line: format!("backup wait {name}"),
                cause,
                hint: hint.to_owned(),
                heals: true,
            }
        });
        each_names_its_cause(&place.plugin(), &rows);
    }
}

/// v1 waits for a TidbCluster that is ready, and says so nowhere.
#[test]
fn a_tidb_cluster_that_is_not_ready() {
    let place = Place::new(Dialect::V1);
    let cluster = format!(
        "/apis/pingcap.com/v1alpha1/namespaces/{}/tidbclusters/basic",
        place.namespace
    );
    let not_ready = json!({"status": {"conditions": [{"type": "Ready", "status": "False"}]}});
    place.api().ask("PATCH", &cluster, &not_ready);
    snapshot(&place, "s1", &Value::Null);
    let rows = [Row {
        line: "backup wait s1".to_owned(),
        cause: "TidbCluster basic is not ready",
        hint: format!(
            "kubectl describe tidbclusters.pingcap.com basic -n {}",
            place.namespace
        ),
        heals: true,
    }];
    each_names_its_cause(&place.plugin(), &rows);
}

/// Before a point-in-time Restore v1 waits for TiKV's configuration, and says so nowhere: without the namespace of the cluster,
/// without the StatefulSet, without its ConfigMap, and with another value.
#[test]
fn the_gate_of_a_point_in_time_restore() {
    let place = Place::new(Dialect::V1);
    let restore = |name: &str, cluster: &str, namespace: &str| {
        let spec = json!({
            "restoreMode": "pitr", "pitrRestoredTs": "1",
            "br": {"cluster": cluster, "clusterNamespace": namespace},
            "s3": {"provider": "aws", "bucket": "b", "prefix": "log"},
            "pitrFullBackupStorageProvider": {"s3": {"provider": "aws", "bucket": "b", "prefix": "full"}},
        });
        let object = json!({"apiVersion": "pingcap.com/v1alpha1", "kind": "Restore", "metadata": {"name": name}, "spec": spec});
        add(&place, "apis/pingcap.com/v1alpha1", "restores", &object);
    };
    let tikv = |cluster: &str, config: Option<&str>| {
        let name = format!("{cluster}-tikv");
        let labels = json!({"a": "b"});
        let volume = json!({"name": "config", "configMap": {"name": format!("{name}-1")}});
        let template = json!({"metadata": {"labels": labels}, "spec": {"volumes": [volume], "containers": [{"name": "tikv", "image": "t"}]}});
        let spec =
            json!({"serviceName": "s", "selector": {"matchLabels": labels}, "template": template});
        let set = json!({"apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": {"name": name}, "spec": spec});
        add(&place, "apis/apps/v1", "statefulsets", &set);
        if let Some(config) = config {
            let map = json!({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": format!("{name}-1")}, "data": {"config-file": config}});
            add(&place, "api/v1", "configmaps", &map);
        }
    };
    let namespace = place.namespace.clone();
    restore("open", "a", "");
    restore("no-set", "none", &namespace);
    tikv("b", None);
    restore("no-map", "b", &namespace);
    tikv("c", Some("[gc]\nratio-threshold = 1.1\n"));
    restore("value", "c", &namespace);
    let row = |name: &str, cause, hint: &str, heals| Row {
        line: format!("restore wait {name}"),
        cause,
        hint: hint.to_owned(),
        heals,
    };
    let rows = [
        row(
            "open",
            "br.clusterNamespace is empty",
            "kubectl patch restores.pingcap.com open -n ",
            false,
        ),
        row(
            "no-set",
            "StatefulSet none-tikv does not exist",
            "kubectl get statefulsets -n ",
            true,
        ),
        row(
            "no-map",
            "ConfigMap b-tikv-1 does not exist",
            "kubectl get configmaps -n ",
            true,
        ),
        row(
            "value",
            "gc.ratio-threshold = 1.1, and it must be -1",
            "kubectl get configmap c-tikv-1 -n ",
            true,
        ),
    ];
    each_names_its_cause(&place.plugin(), &rows);
}

/// The Job of a Restore that was deleted comes back on v2 and never on v1.
#[test]
fn a_restore_without_its_job() {
    for dialect in [Dialect::V1, Dialect::V2] {
        let place = Place::new(dialect);
        let version = dialect.operator().api_version();
        let spec = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b"}});
        let mut object = json!({"apiVersion": version, "kind": "Restore", "metadata": {"name": "r"}, "spec": spec});
        object["status"] = scheduled();
        add(&place, &format!("apis/{version}"), "restores", &object);
        if dialect == Dialect::V2 {
            let path = format!(
                "/apis/{version}/namespaces/{}/restores/r/status",
                place.namespace
            );
            place
                .api()
                .ask("PATCH", &path, &json!({"status": scheduled()}));
            let waited = place
                .plugin()
                .line(&format!("restore wait r {LONG_ENOUGH}"))
                .exits(4);
            assert!(!waited.stderr.contains("is gone"), "{waited}");
            continue;
        }
        let rows = [Row {
            line: "restore wait r".to_owned(),
            cause: "Job restore-r is gone, and v1 does not create it again",
            hint: format!(
                "kubectl delete restores.pingcap.com r -n {}",
                place.namespace
            ),
            heals: false,
        }];
        each_names_its_cause(&place.plugin(), &rows);
    }
}

/// The cluster was paused for a moment around the write, and nobody saw it paused.
#[test]
fn a_cluster_that_was_paused_for_a_moment() {
    let place = Place::new(Dialect::V2);
    let cluster = format!(
        "/apis/core.pingcap.com/v1alpha1/namespaces/{}/clusters/basic",
        place.namespace
    );
    // Times are kept in whole seconds.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    let pause = |paused: bool| {
        place
            .api()
            .ask("PATCH", &cluster, &json!({"spec": {"paused": paused}}))
    };
    snapshot(&place, "before", &Value::Null);
    pause(true);
    pause(false);
    let rows = [Row {
        line: "backup wait before".to_owned(),
        cause: "Cluster basic was changed after this backup",
        hint: format!(
            "wake it: kubectl annotate backups.br.pingcap.com before -n {} --overwrite tidb-br/touched=",
            place.namespace
        ),
        heals: false,
    }];
    each_names_its_cause(&place.plugin(), &rows);
    std::thread::sleep(std::time::Duration::from_millis(1100));
    snapshot(&place, "after", &Value::Null);
    let waited = place
        .plugin()
        .line(&format!("backup wait after {LONG_ENOUGH}"))
        .exits(4);
    assert!(!waited.stderr.contains("was changed"), "{waited}");
}

/// v2 is silent about a Cluster that does not exist, is paused, or has no TiKV.
#[test]
fn a_cluster_that_v2_cannot_use() {
    let place = Place::new(Dialect::V2);
    let api = "apis/core.pingcap.com/v1alpha1";
    for (name, spec) in [("asleep", json!({"paused": true})), ("bare", json!({}))] {
        let object = json!({"apiVersion": "core.pingcap.com/v1alpha1", "kind": "Cluster", "metadata": {"name": name}, "spec": spec});
        add(&place, api, "clusters", &object);
    }
    let rows = [
        (
            "nowhere",
            "Cluster nowhere does not exist",
            "kubectl get clusters.core.pingcap.com -A",
            true,
        ),
        (
            "asleep",
            "Cluster asleep is paused",
            "kubectl patch clusters.core.pingcap.com asleep -n ",
            false,
        ),
        (
            "bare",
            "Cluster bare has no PDGroup",
            "kubectl get pdgroups.core.pingcap.com -n ",
            true,
        ),
    ];
    let rows = rows.map(|(cluster, cause, hint, heals)| {
        let spec = json!({"br": {"cluster": cluster}, "s3": {"provider": "aws", "bucket": "b"}});
        place.api().create(cluster, &spec, &Value::Null);
        Row {
            line: format!("backup wait {cluster}"),
            cause,
            hint: hint.to_owned(),
            heals,
        }
    });
    each_names_its_cause(&place.plugin(), &rows);
}
