//! `--from-log`: the storage, secret, account and cluster of a log backup, and the part of the log that is not compacted yet.

use serde_json::{Map, Value, json};

use crate::api::document::{at, put};
use crate::api::{Kind, Operator};
use crate::cluster::{ListQuery, Resource};
use crate::context::Context;
use crate::log_backup::LogBackup;
use crate::lookup::locate::{self, Located};
use crate::lookup::v1_only;
use crate::manifest::storage::{Provider, StorageUrl};
use crate::time::Tso;
use crate::{Error, NextCommand, Result};

/// What is to be compacted of a log backup.
pub struct LogRange {
    /// The manifest, which the flags then change.
    pub manifest: Value,
    /// Where the log begins.
    pub begin: Tso,
}

/// What a log backup offers to compact.
///
/// # Errors
/// Usage when the backup is no log backup, Failed when it has no start or checkpoint yet, Unsupported for a log backup of v2.
pub async fn pattern(context: &Context, text: &str) -> Result<LogRange> {
    let (namespace, name) = match text.split_once('/') {
        Some((namespace, name)) if !namespace.contains('.') && namespace != "backup" => {
            (Some(namespace), name)
        }
        _ => (None, text),
    };
    let log = locate::find_in(context, Kind::Backup, namespace, name).await?;
    // With --operator v2 the user has been warned, and the manifest is only printed.
    if log.reference.operator == Operator::V2 && context.operator() != Some(Operator::V2) {
        return Err(v1_only::refusal(Kind::CompactBackup));
    }
    if !LogBackup::is_log(&log.object) {
        return Err(
            Error::usage(format!("--from-log: {} is not a log backup", log.reference))
                .hint(NextCommand::plugin("log list").namespace(&log.reference.namespace)),
        );
    }
    let moment = |pointer: &str, what: &str| {
        let text = log.object.pointer(pointer).and_then(Value::as_str);
        text.and_then(Tso::parse).ok_or_else(|| {
            Error::failed(format!("--from-log: {} has no {what} yet", log.reference)).hint(
                NextCommand::plugin("log status")
                    .arg(&log.reference.name)
                    .namespace(&log.reference.namespace),
            )
        })
    };
    let begin = moment("/status/commitTs", "start")?;
    let end = moment("/status/logCheckpointTs", "checkpoint")?;
    let start = compacted(context, &log).await?.unwrap_or(begin).max(begin);
    Ok(LogRange {
        manifest: manifest(&log, start, end),
        begin,
    })
}

fn manifest(log: &Located, start: Tso, end: Tso) -> Value {
    let spec = at(&log.object, "/spec");
    let mut fields = Map::new();
    if let Some(provider) = Provider::of_spec(spec) {
        fields.insert(provider.key().to_owned(), spec[provider.key()].clone());
    }
    if let Some(account) = spec.get("serviceAccount") {
        fields.insert("serviceAccount".to_owned(), account.clone());
    }
    let mut br = json!({"cluster": at(spec, "/br/cluster")});
    let namespace = at(spec, "/br/clusterNamespace").as_str();
    let said = namespace.filter(|namespace| !namespace.is_empty());
    // v1 never starts a compaction without clusterNamespace.
    let meant = (log.reference.operator == Operator::V1).then_some(&*log.reference.namespace);
    if let Some(namespace) = said.or(meant) {
        put(&mut br, "clusterNamespace", namespace);
    }
    fields.insert("br".to_owned(), br);
    fields.insert("startTs".to_owned(), json!(start.to_string()));
    fields.insert("endTs".to_owned(), json!(end.to_string()));
    json!({
        "apiVersion": log.reference.operator.api_version(),
        "kind": Kind::CompactBackup.name(),
        "spec": fields,
    })
}

/// The end of the last complete compaction of the same storage.
async fn compacted(context: &Context, log: &Located) -> Result<Option<Tso>> {
    let cluster = context.cluster().await?;
    let storage = |spec: &Value| StorageUrl::of_spec(spec).map(|url| url.to_string());
    let wanted = storage(at(&log.object, "/spec"));
    let resource = Resource::of(log.reference.operator, Kind::CompactBackup);
    let mut namespaces = vec![log.reference.namespace.as_str(), cluster.namespace()];
    namespaces.dedup();
    let mut last = None;
    for namespace in namespaces {
        let found = cluster
            .list_all::<Value>(resource, Some(namespace), &ListQuery::default())
            .await?;
        let ends = found
            .iter()
            .flatten()
            .filter(|object| object.pointer("/status/state") == Some(&json!("Complete")))
            .filter(|object| storage(at(object, "/spec")) == wanted)
            .filter_map(|object| object.pointer("/spec/endTs")?.as_str())
            .filter_map(Tso::parse);
        last = last.max(ends.max());
    }
    Ok(last)
}
