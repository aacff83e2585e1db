//! The objects that a newcomer finds: clusters of both generations, a healthy log backup, a paused one near its deadline, a
//! failed snapshot, and a schedule with history.

#![expect(
    clippy::indexing_slicing,
    reason = "the documents are made here, key by key"
)]

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use sandbox::control_plane::{ApiServer, Identity};
use sandbox::operator::{Dialect, cluster};
use sandbox::{Failure, Result, request};
use serde_json::{Value, json};

/// Where the v2 objects are.
pub const NAMESPACE: &str = "tidb";
/// Where the v1 objects are.
const V1_NAMESPACE: &str = "tidb-v1";

/// Where the Deployments of the operators are.
const OPERATORS: &str = "tidb-admin";

/// What to try first.
pub const IDEAS: &[&str] = &[
    "kubectl tidb-br backup list -A",
    "kubectl tidb-br log status -A",
    "kubectl tidb-br log resume billing-log",
    "kubectl tidb-br backup show billing-20261119",
    "kubectl tidb-br log pause orders-log --dry-run=client -o yaml",
];

/// Creates everything. The stand-in operators start afterwards and take over the log backups that run.
pub async fn load(server: &ApiServer) -> Result<()> {
    let client = server.client(Identity::Operator)?;
    let now = Utc::now();
    for namespace in [NAMESPACE, V1_NAMESPACE] {
        for object in basics(namespace) {
            post(&client, &object).await?;
        }
    }
    let admin = json!({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": OPERATORS}});
    post(&client, &admin).await?;
    for dialect in [Dialect::V2, Dialect::V1] {
        let created = cluster::create_operator(&client, dialect, OPERATORS, 1).await;
        created.map_err(|trouble| Failure::new(format!("cannot create an operator: {trouble}")))?;
    }
    let clusters = [
        (Dialect::V2, NAMESPACE, "basic"),
        (Dialect::V2, NAMESPACE, "orders"),
        (Dialect::V2, NAMESPACE, "billing"),
        (Dialect::V1, V1_NAMESPACE, "stats"),
    ];
    for (dialect, namespace, name) in clusters {
        cluster::create(&client, dialect, namespace, name)
            .await
            .map_err(|trouble| Failure::new(format!("cannot create cluster {name}: {trouble}")))?;
    }
    for object in [
        healthy_log(now),
        paused_log(now),
        snapshot("orders", "orders-20261120", now - TimeDelta::hours(20)),
        failed_snapshot(now),
        schedule(now),
    ] {
        post(&client, &object).await?;
    }
    for days in 1..=3 {
        post(&client, &scheduled(now - TimeDelta::days(days))).await?;
    }
    Ok(())
}

/// The namespace, the ServiceAccount of the Jobs with its rights (docs/operators.md, "Pods run as tidb-backup-manager"), and the
/// Secret of the storage.
fn basics(namespace: &str) -> Vec<Value> {
    let name = "tidb-backup-manager";
    let metadata = json!({"name": name, "namespace": namespace});
    let kinds = ["backups", "restores", "compactbackups"];
    let kinds: Vec<String> = kinds
        .iter()
        .flat_map(|kind| [(*kind).to_owned(), format!("{kind}/status")])
        .collect();
    vec![
        json!({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": namespace}}),
        json!({"apiVersion": "v1", "kind": "ServiceAccount", "metadata": metadata}),
        json!({
            "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role", "metadata": metadata,
            "rules": [
                {"apiGroups": [""], "resources": ["events"], "verbs": ["*"]},
                {"apiGroups": ["pingcap.com", "br.pingcap.com"], "resources": kinds, "verbs": ["get", "list", "watch", "update"]},
            ],
        }),
        json!({
            "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "RoleBinding", "metadata": metadata,
            "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": name},
            "subjects": [{"kind": "ServiceAccount", "name": name, "namespace": namespace}],
        }),
        json!({"apiVersion": "v1", "kind": "Secret",
               "metadata": {"name": "s3-secret", "namespace": namespace},
               "stringData": {"access_key": "sandbox", "secret_key": "sandbox"}}),
    ]
}

fn text(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn tso(time: DateTime<Utc>) -> String {
    (u64::try_from(time.timestamp_millis()).unwrap_or_default() << 18).to_string()
}

fn condition(kind: &str, reason: &str, message: &str, time: DateTime<Utc>) -> Value {
    json!({"type": kind, "status": "True", "reason": reason, "message": message, "lastTransitionTime": text(time)})
}

fn done(command: &str, phase: &str, time: DateTime<Utc>) -> Value {
    json!({"command": command, "phase": phase, "timeStarted": text(time), "timeCompleted": text(time),
           "conditions": [condition("Complete", "Complete", "", time)]})
}

fn backup(api_version: &str, namespace: &str, name: &str, cluster: &str, prefix: &str) -> Value {
    json!({
        "apiVersion": api_version,
        "kind": "Backup",
        "metadata": {"name": name, "namespace": namespace},
        "spec": {
            "br": {"cluster": cluster},
            "s3": {"provider": "aws", "bucket": "my-bucket", "region": "us-west-2", "prefix": prefix, "secretName": "s3-secret"},
        },
    })
}

fn v2_backup(name: &str, cluster: &str, prefix: &str) -> Value {
    backup("br.pingcap.com/v1alpha1", NAMESPACE, name, cluster, prefix)
}

fn log(name: &str, cluster: &str, subcommand: &str, start: DateTime<Utc>) -> Value {
    let prefix = format!("{cluster}/log");
    let mut log = v2_backup(name, cluster, &prefix);
    log["metadata"]["finalizers"] = json!(["pingcap.com/finalizer"]);
    log["spec"]["backupMode"] = json!("log");
    log["spec"]["logSubcommand"] = json!(subcommand);
    log["status"] = json!({
        "phase": "Running",
        "backupPath": format!("s3://my-bucket/{prefix}"),
        "commitTs": tso(start),
        "timeStarted": text(start),
        "conditions": [condition("Running", "Running", "", start)],
        "logSubCommandStatuses": {"log-start": done("log-start", "Complete", start)},
    });
    log
}

fn healthy_log(now: DateTime<Utc>) -> Value {
    let mut log = log(
        "orders-log",
        "orders",
        "log-start",
        now - TimeDelta::days(3),
    );
    log["status"]["logCheckpointTs"] = json!(tso(now - TimeDelta::minutes(2)));
    log
}

/// Paused 23 hours and 20 minutes ago: 40 minutes are left to resume it.
fn paused_log(now: DateTime<Utc>) -> Value {
    let paused = now - TimeDelta::minutes(23 * 60 + 20);
    let mut log = log(
        "billing-log",
        "billing",
        "log-pause",
        now - TimeDelta::days(9),
    );
    log["status"]["phase"] = json!("Paused");
    log["status"]["logCheckpointTs"] = json!(tso(paused));
    log["status"]["logSubCommandStatuses"]["log-pause"] = done("log-pause", "Complete", paused);
    log
}

fn snapshot(cluster: &str, name: &str, end: DateTime<Utc>) -> Value {
    let prefix = format!("{cluster}/{name}");
    let mut snapshot = v2_backup(name, cluster, &prefix);
    snapshot["spec"]["backupType"] = json!("full");
    snapshot["spec"]["backoffRetryPolicy"] = json!({});
    snapshot["status"] = complete(&prefix, end);
    snapshot
}

fn complete(prefix: &str, end: DateTime<Utc>) -> Value {
    let conditions: Vec<Value> = ["Scheduled", "Prepare", "Running", "Complete"]
        .iter()
        .map(|kind| condition(kind, kind, "", end))
        .collect();
    json!({
        "phase": "Complete",
        "backupPath": format!("s3://my-bucket/{prefix}"),
        "backupSize": 82_000_000_000_u64,
        "backupSizeReadable": "82 GB",
        "commitTs": tso(end - TimeDelta::minutes(18)),
        "timeStarted": text(end - TimeDelta::minutes(18)),
        "timeCompleted": text(end),
        "timeTaken": "18m0s",
        "conditions": conditions,
    })
}

fn failed_snapshot(now: DateTime<Utc>) -> Value {
    let time = now - TimeDelta::days(2);
    let mut snapshot = snapshot("billing", "billing-20261119", time);
    snapshot["status"] = json!({
        "phase": "Failed",
        "backupPath": "s3://my-bucket/billing/billing-20261119",
        "conditions": [
            condition("Scheduled", "Scheduled", "", time),
            condition("Running", "Running", "", time),
            condition("Failed", "BackupDataToRemoteFailed",
                      "[ERROR] AccessDenied: not allowed to perform s3:PutObject on my-bucket, exit status 1", time),
        ],
    });
    snapshot
}

fn schedule(now: DateTime<Utc>) -> Value {
    let mut template = backup("", V1_NAMESPACE, "", "stats", "stats")["spec"].clone();
    template["backupType"] = json!("full");
    json!({
        "apiVersion": "pingcap.com/v1alpha1",
        "kind": "BackupSchedule",
        "metadata": {"name": "stats-nightly", "namespace": V1_NAMESPACE},
        "spec": {"schedule": "0 2 * * *", "maxReservedTime": "168h", "backupTemplate": template},
        "status": {
            "lastBackup": child(now - TimeDelta::days(1)),
            "lastBackupTime": text(now - TimeDelta::days(1)),
        },
    })
}

/// The name of a scheduled backup, which has the time in it.
fn child(time: DateTime<Utc>) -> String {
    format!("stats-nightly-{}", time.format("%Y-%m-%dt%H-%M-%S"))
}

fn scheduled(time: DateTime<Utc>) -> Value {
    let name = child(time);
    let prefix = format!(
        "stats/stats-pd.{V1_NAMESPACE}-2379-{}",
        time.format("%Y-%m-%dt%H-%M-%S")
    );
    let mut snapshot = backup(
        "pingcap.com/v1alpha1",
        V1_NAMESPACE,
        &name,
        "stats",
        &prefix,
    );
    snapshot["metadata"]["labels"] = json!({
        "app.kubernetes.io/name": "backup-schedule",
        "app.kubernetes.io/managed-by": "backup-schedule-operator",
        "app.kubernetes.io/instance": "stats-nightly",
        "tidb.pingcap.com/backup-schedule": "stats-nightly",
    });
    snapshot["spec"]["backupType"] = json!("full");
    snapshot["status"] = complete(&prefix, time);
    snapshot
}

/// Creates an object, and its status where that is a subresource.
async fn post(client: &kube::Client, object: &Value) -> Result<()> {
    let word = |pointer: &str| {
        object
            .pointer(pointer)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let (version, kind, name) = (word("/apiVersion"), word("/kind"), word("/metadata/name"));
    let root = if version.contains('/') { "apis" } else { "api" };
    let path = match word("/metadata/namespace") {
        "" => format!("/{root}/{version}/{}s", kind.to_lowercase()),
        namespace => format!(
            "/{root}/{version}/namespaces/{namespace}/{}s",
            kind.to_lowercase()
        ),
    };
    send(client, "POST", &path, object).await?;
    if version == "br.pingcap.com/v1alpha1" {
        let status = json!({"status": object["status"]});
        let path = format!("{path}/{name}/status");
        send(client, "PATCH", &path, &status).await?;
    }
    Ok(())
}

async fn send(client: &kube::Client, method: &str, path: &str, body: &Value) -> Result<()> {
    match request::send(client, method, path, body).await {
        Ok((200..300, _)) => Ok(()),
        Ok((_, answer)) => Err(Failure::new(format!("{method} {path}: {answer}"))),
        Err(error) => Err(Failure::new(format!("{method} {path}: {error}"))),
    }
}
