//! What makes a restore into this cluster fail later, looked for before it is created.

use serde_json::Value;

use crate::Result;
use crate::api::document::stamp;
use crate::api::{Kind, ObjectRef, Operator};
use crate::check::preflight::Finding;
use crate::cluster::{Found, ListQuery, Page, Resource};
use crate::context::Context;
use crate::lookup::everywhere;
use crate::lookup::neighbours::Neighbour;
use crate::recovery::{TidbCluster, condition_true};

/// Another Restore into the same cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sister {
    object: ObjectRef,
    phase: String,
    over: bool,
    failed: bool,
}

/// Looks at the cluster that is restored into. What cannot be read is said once, and not judged.
pub async fn findings(
    context: &Context,
    object: &ObjectRef,
    manifest: &Value,
    neighbours: &Result<Vec<Neighbour>>,
) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    if let Some(cluster) = TidbCluster::of(manifest) {
        match neighbours {
            Ok(found) => findings.extend(found.iter().filter_map(|other| {
                let here = other.cluster == (cluster.namespace.clone(), cluster.name.clone());
                (here && other.holds_task()).then(|| running_log(&other.object, &cluster))
            })),
            Err(error) => findings.push(unread("log backups of the target", error)),
        }
        match sisters(context, object.operator, &object.namespace, &cluster).await {
            Ok(found) => findings.extend(
                found
                    .iter()
                    .filter(|sister| sister.object != *object)
                    .filter_map(|sister| judge_sister(sister, &cluster)),
            ),
            Err(error) => findings.push(unread("restores into the target", &error)),
        }
    }
    findings.extend(judge_password(context, object, manifest).await?);
    Ok(findings)
}

fn running_log(log: &ObjectRef, cluster: &TidbCluster) -> Finding {
    Finding {
        critical: true,
        message: format!(
            "log backup {log} (namespace {}) is active on {}, and BR does not restore into a cluster whose changes are being copied",
            log.namespace, cluster.name
        ),
        hint: format!(
            "kubectl tidb-br log stop {} -n {}, and start another log backup and take a snapshot after the restore",
            log.name, log.namespace
        ),
    }
}

fn judge_sister(sister: &Sister, cluster: &TidbCluster) -> Option<Finding> {
    let object = &sister.object;
    let namespace = &object.namespace;
    let phase = match sister.phase.as_str() {
        "" => "no phase yet",
        phase => phase,
    };
    let finding = |critical, message, hint| {
        Some(Finding {
            critical,
            message,
            hint,
        })
    };
    match sister {
        Sister { over: false, .. } => finding(
            true,
            format!(
                "{object} (namespace {namespace}, {phase}) restores into {} already",
                cluster.name
            ),
            format!(
                "kubectl tidb-br restore wait {} -n {namespace}",
                object.name
            ),
        ),
        Sister { failed: true, .. } => finding(
            false,
            format!(
                "{object} (namespace {namespace}) failed in {}: what it wrote is still there, and BR goes on from its checkpoint only with the same data and moment",
                cluster.name
            ),
            format!(
                "kubectl tidb-br restore show {} -n {namespace}",
                object.name
            ),
        ),
        Sister { .. } => None,
    }
}

/// All Restores into a cluster: in all namespaces where that may be listed, else in `namespace`.
async fn sisters(
    context: &Context,
    operator: Operator,
    namespace: &str,
    cluster: &TidbCluster,
) -> Result<Vec<Sister>> {
    everywhere::or_only(namespace, async |namespace| {
        list(context, operator, namespace, cluster).await
    })
    .await
}

async fn list(
    context: &Context,
    operator: Operator,
    namespace: Option<&str>,
    cluster: &TidbCluster,
) -> Result<Vec<Sister>> {
    let mut found = Vec::new();
    let keep = |page: Page<Value>| {
        if page.first {
            found.clear();
        }
        for mut object in page.items {
            stamp(&mut object, operator, Kind::Restore);
            if TidbCluster::of(&object).as_ref() == Some(cluster) {
                found.extend(sister(&object));
            }
        }
        Ok(())
    };
    let resource = Resource::of(operator, Kind::Restore);
    let kube = context.cluster().await?;
    kube.list(resource, namespace, &ListQuery::default(), keep)
        .await?;
    Ok(found)
}

fn sister(object: &Value) -> Option<Sister> {
    let ended = |kind: &str| condition_true(object, kind);
    let failed = !ended("Complete") && (ended("Failed") || ended("Invalid"));
    let phase = object.pointer("/status/phase").and_then(Value::as_str);
    Some(Sister {
        object: ObjectRef::of(object)?,
        phase: phase.unwrap_or_default().to_owned(),
        over: ended("Complete") || failed,
        failed: failed && !ended("Invalid"),
    })
}

/// The operators read `password` of the Secret of `to` (v1).
async fn judge_password(
    context: &Context,
    object: &ObjectRef,
    manifest: &Value,
) -> Result<Option<Finding>> {
    let name = manifest
        .pointer("/spec/to/secretName")
        .and_then(Value::as_str);
    let Some(name) = name.filter(|name| !name.is_empty()) else {
        return Ok(None);
    };
    let namespace = &object.namespace;
    let kube = context.cluster().await?;
    let message = match kube.get(Resource::SECRETS, namespace, name).await {
        Ok(Found::NotFound) => format!("Secret {name} does not exist in namespace {namespace}"),
        Ok(Found::Object(secret)) if secret.pointer("/data/password").is_none() => {
            format!("Secret {name} lacks password")
        }
        _ => return Ok(None),
    };
    Ok(Some(Finding {
        critical: true,
        message,
        hint: format!("kubectl tidb-br setup secret tidb {name} -n {namespace}"),
    }))
}

fn unread(what: &str, error: &crate::Error) -> Finding {
    Finding {
        critical: false,
        message: format!("the {what} were not looked at: {error}"),
        hint: error
            .hints
            .first()
            .map(ToString::to_string)
            .unwrap_or_default(),
    }
}
