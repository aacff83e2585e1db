//! What makes a backup fail later, looked for before it is created.

use futures::future::join4;
use serde_json::Value;

use crate::api::{Kind, ObjectRef, Operator};
use crate::cli::Preflight;
use crate::cluster::{Found, Resource};
use crate::context::Context;
use crate::log_backup::Situation;
use crate::lookup::neighbours;
use crate::lookup::neighbours::{Neighbour, Role};
use crate::manifest::storage::{Provider, StorageUrl};
use crate::{Error, Result};

/// The account that Pods run under when the manifest names none.
const DEFAULT_ACCOUNT: &str = "tidb-backup-manager";

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Whether the backup cannot work.
    pub critical: bool,
    /// What was found, and what comes of it.
    pub message: String,
    /// The next command.
    pub hint: String,
}

/// What was read for the checks. `Err` is what could not be read.
pub struct World {
    /// The TiDB cluster.
    pub cluster: Result<Found>,
    /// The ServiceAccount.
    pub account: Result<Found>,
    /// The storage Secret; `None` where the manifest names none.
    pub secret: Option<Result<Found>>,
    /// The other Backups.
    pub neighbours: Result<Vec<Neighbour>>,
}

/// Reads, judges, and says what was found.
///
/// # Errors
/// Refused on a critical finding with `--preflight=enforce`.
pub async fn run(context: &Context, manifest: &Value, mode: Preflight) -> Result<()> {
    let Some(object) = ObjectRef::of(manifest) else {
        return Ok(());
    };
    let world = look(context, &object, manifest).await?;
    let findings = judge(&object, manifest, &world);
    report(context, &object, &findings, mode)
}

/// What can be judged from the manifest alone, where nothing is connected to.
///
/// # Errors
/// Refused on a critical finding with `--preflight=enforce`.
pub fn offline(context: &Context, manifest: &Value, mode: Preflight) -> Result<()> {
    match ObjectRef::of(manifest) {
        Some(object) => report(context, &object, &judge_spec(manifest), mode),
        None => Ok(()),
    }
}

/// Says what was found.
///
/// # Errors
/// Refused on a critical finding with `--preflight=enforce`.
pub fn report(
    context: &Context,
    object: &ObjectRef,
    findings: &[Finding],
    mode: Preflight,
) -> Result<()> {
    let critical = findings.iter().filter(|finding| finding.critical).count();
    for finding in findings {
        context.ui.warning(&finding.message);
        if !finding.hint.is_empty() {
            context.ui.hint(finding.hint.as_str());
        }
    }
    if mode == Preflight::Enforce && critical > 0 {
        return Err(Error::refused(format!(
            "{object}: {critical} critical finding(s) above; nothing was written"
        ))
        .hint("mend them, or say --preflight=warn"));
    }
    Ok(())
}

/// Reads what the checks need: cluster, account, Secret and the other Backups.
pub async fn look(context: &Context, object: &ObjectRef, manifest: &Value) -> Result<World> {
    let kube = context.cluster().await?;
    let text = |pointer: &str| manifest.pointer(pointer).and_then(Value::as_str);
    let namespace = object.namespace.as_str();
    let clusters = match object.operator {
        Operator::V1 => Resource::TIDB_CLUSTERS,
        Operator::V2 => Resource::CLUSTERS,
    };
    let cluster = async {
        match text("/spec/br/cluster") {
            Some(name) => {
                let namespace = text("/spec/br/clusterNamespace").unwrap_or(namespace);
                kube.get(clusters, namespace, name).await
            }
            None => Ok(Found::NotServed),
        }
    };
    let account = kube.get(Resource::SERVICE_ACCOUNTS, namespace, account(manifest));
    let secret = async {
        match secret(manifest) {
            Some(name) => Some(kube.get(Resource::SECRETS, namespace, name).await),
            None => None,
        }
    };
    let neighbours = neighbours::all(context, object.operator, namespace);
    let (cluster, account, secret, neighbours) = join4(cluster, account, secret, neighbours).await;
    Ok(World {
        cluster,
        account,
        secret,
        neighbours,
    })
}

fn account(manifest: &Value) -> &str {
    let named = manifest
        .pointer("/spec/serviceAccount")
        .and_then(Value::as_str);
    named.unwrap_or(DEFAULT_ACCOUNT)
}

fn secret(manifest: &Value) -> Option<&str> {
    let spec = &manifest["spec"];
    let provider = Provider::of_spec(spec)?;
    spec.pointer(&format!("/{}/secretName", provider.key()))?
        .as_str()
}

/// Holds a manifest against what was read. What could not be read is not judged.
pub fn judge(object: &ObjectRef, manifest: &Value, world: &World) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(judge_cluster(object, manifest, &world.cluster));
    if let Ok(Found::NotFound) = world.account {
        let name = account(manifest);
        findings.push(Finding {
            critical: true,
            message: format!("ServiceAccount {name} does not exist in namespace {}: no Pod will start, and the {} stays Scheduled", object.namespace, object.kind.singular()),
            hint: setup_account(name, &object.namespace),
        });
    }
    findings.extend(judge_secret(object, manifest, world.secret.as_ref()));
    // A restore reads what lies there, and a compaction works in the directory of its log backup.
    if !matches!(object.kind, Kind::Restore | Kind::CompactBackup) {
        findings.extend(judge_directory(object, manifest, &world.neighbours));
    }
    findings.extend(judge_spec(manifest));
    findings
}

/// BR refuses a directory that holds a backup, and deleting one of two Backups with `cleanPolicy: Delete` wipes both. A
/// restore only reads it.
fn judge_directory(
    object: &ObjectRef,
    manifest: &Value,
    neighbours: &Result<Vec<Neighbour>>,
) -> Option<Finding> {
    if object.kind == Kind::Restore {
        return None;
    }
    let place = StorageUrl::of_spec(manifest.get("spec")?)?.to_string();
    let other = neighbours.as_ref().ok()?.iter().find(|other| {
        other.object != *object && other.storage.as_deref() == Some(place.as_str())
    })?;
    Some(Finding {
        critical: !matches!(other.role, Role::Log(Situation::Stopped)),
        message: format!(
            "{place} holds {} of namespace {} already: BR refuses a directory in use, and deleting the data of one deletes both",
            other.object, other.object.namespace
        ),
        hint: "give each backup a prefix of its own, such as s3://BUCKET/{cluster}/{name}"
            .to_owned(),
    })
}

fn judge_cluster(object: &ObjectRef, manifest: &Value, cluster: &Result<Found>) -> Option<Finding> {
    let name = manifest
        .pointer("/spec/br/cluster")
        .and_then(Value::as_str)?;
    let critical = |message: String, hint: String| {
        Some(Finding {
            critical: true,
            message,
            hint,
        })
    };
    match cluster {
        Ok(Found::NotFound) => critical(
            format!("TiDB cluster {name} does not exist where {object} looks for it"),
            match object.operator {
                Operator::V1 => "kubectl get tidbclusters -A".to_owned(),
                Operator::V2 => "kubectl get clusters.core.pingcap.com -A".to_owned(),
            },
        ),
        Ok(Found::Object(cluster)) if object.operator == Operator::V2 => {
            let set =
                |pointer: &str| cluster.pointer(pointer).and_then(Value::as_bool) == Some(true);
            let why = match () {
                () if set("/spec/paused") => "paused",
                () if set("/spec/suspendAction/suspendCompute") => "suspended",
                () => return None,
            };
            critical(
                format!(
                    "Cluster {name} is {why}: the operator will do nothing, and nothing after it wakes until the {} is touched",
                    object.kind.singular()
                ),
                format!(
                    "kubectl get clusters.core.pingcap.com {name} -n {} -o yaml",
                    object.namespace
                ),
            )
        }
        _ => None,
    }
}

fn judge_secret(
    object: &ObjectRef,
    manifest: &Value,
    secret: Option<&Result<Found>>,
) -> Option<Finding> {
    let name = self::secret(manifest)?;
    let provider = Provider::of_spec(&manifest["spec"])?;
    let hint = format!(
        "kubectl tidb-br setup secret {} {name} -n {}",
        provider.key(),
        object.namespace
    );
    let account = manifest.pointer("/spec/azblob/storageAccount");
    let message = match secret? {
        Ok(Found::NotFound) => format!(
            "Secret {name} does not exist in namespace {}",
            object.namespace
        ),
        Ok(Found::Object(found)) => {
            let has = |key: &str| {
                let value = found
                    .pointer(&format!("/data/{key}"))
                    .and_then(Value::as_str);
                value.is_some_and(|value| !value.is_empty())
            };
            let missing = missing_keys(provider, account.is_some(), has)?;
            format!("Secret {name} lacks {missing}")
        }
        _ => return None,
    };
    Some(Finding {
        critical: true,
        message,
        hint,
    })
}

/// The command that makes the account and its rights.
fn setup_account(name: &str, namespace: &str) -> String {
    let flag = match name {
        DEFAULT_ACCOUNT => String::new(),
        name => format!(" --service-account {name}"),
    };
    format!("kubectl tidb-br setup rbac -n {namespace}{flag}")
}

/// The keys that the operators read: both for S3, one for GCS, and for Azure a key or the three of Azure AD, with the name of the
/// account unless the manifest has that.
pub fn missing_keys(
    provider: Provider,
    account: bool,
    has: impl Fn(&str) -> bool,
) -> Option<&'static str> {
    let all = |keys: &[&str]| keys.iter().all(|key| has(key));
    match provider {
        Provider::S3 if !all(&["access_key", "secret_key"]) => Some("access_key or secret_key"),
        Provider::Gcs if !has("credentials") => Some("credentials"),
        Provider::Azblob
            if !has("AZURE_STORAGE_KEY")
                && !all(&["AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET", "AZURE_TENANT_ID"]) =>
        {
            Some("AZURE_STORAGE_KEY, or AZURE_CLIENT_ID, AZURE_CLIENT_SECRET and AZURE_TENANT_ID")
        }
        Provider::Azblob if !account && !has("AZURE_STORAGE_ACCOUNT") => {
            Some("AZURE_STORAGE_ACCOUNT, and azblob.storageAccount is not set either")
        }
        _ => None,
    }
}

/// What the operators would mark Invalid, which cannot be undone.
fn judge_spec(manifest: &Value) -> Vec<Finding> {
    let text = |pointer: &str| {
        manifest
            .pointer(pointer)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let backup_type = text("/spec/backupType");
    let filtered = manifest.pointer("/spec/tableFilter").is_some();
    let endpoint = text("/spec/s3/endpoint");
    let rules = [
        (
            matches!(backup_type, "db" | "table") && text("/spec/br/db").is_empty(),
            format!("type {backup_type} without --db: the operator will mark it Invalid"),
        ),
        (
            !matches!(backup_type, "" | "full" | "db" | "table"),
            format!("type {backup_type:?} is unknown: the operator will mark it Invalid"),
        ),
        (
            backup_type == "table" && text("/spec/br/table").is_empty(),
            "type table without --table: the operator will mark it Invalid".to_owned(),
        ),
        (
            !endpoint.is_empty()
                && !endpoint.starts_with("http://")
                && !endpoint.starts_with("https://"),
            format!(
                "S3 endpoint {endpoint:?} has no scheme: the operator will mark it Invalid; say http:// or https://"
            ),
        ),
        (
            filtered && !text("/spec/br/db").is_empty(),
            "with --filter, the operator does not pass --db and --table on".to_owned(),
        ),
    ];
    rules
        .into_iter()
        .filter(|(found, _)| *found)
        .map(|(_, message)| Finding {
            critical: message.contains("Invalid"),
            message,
            hint: String::new(),
        })
        .collect()
}
