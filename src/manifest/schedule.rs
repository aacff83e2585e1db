//! The templates of a schedule for its log backup and its compactions. They take the settings of the snapshot template, except where a
//! flag says otherwise.

use serde_json::{Map, Value, json};

use super::draft::Draft;
use super::given::Given;
use super::storage::{Provider, StorageUrl, UrlFlag};
use super::volume;
use crate::api::document::at;
use crate::api::{Dialect, schema};
use crate::api::{Kind, Operator};
use crate::time::Span;
use crate::{Error, NextCommand, Result};

/// Settings of the Pod and of its account, which all jobs of a schedule share.
const POD: &[&str] = &[
    "additionalVolumeMounts",
    "additionalVolumes",
    "affinity",
    "automountServiceAccountToken",
    "env",
    "imagePullSecrets",
    "podSecurityContext",
    "priorityClassName",
    "resources",
    "serviceAccount",
    "tolerations",
    "toolImage",
    "useKMS",
];

/// The fields of `br` that a log backup takes; the others belong to snapshots.
const BR: &[&str] = &["cluster", "clusterNamespace", "sendCredToTikv"];

/// Writes the templates that `--log-storage` and `--compact-interval` ask for.
///
/// # Errors
/// Usage: a flag that needs another flag, a Secret that is missing, a URL or a duration that cannot be parsed.
pub fn write_templates(
    draft: &mut Draft,
    given: &Given,
    operator: Operator,
    name: &str,
) -> Result<()> {
    let snapshot = draft.spec().clone();
    if let Some(url) = given.one("log-storage") {
        let storage = log_storage(url, given, &snapshot, name)?;
        let mut template = job(&snapshot, Kind::Backup, operator);
        template.insert("backupMode".to_owned(), json!("log"));
        template.extend(storage);
        draft.replace("spec.logBackupTemplate", Value::Object(template))?;
    } else if let Some(secret) = given.one("log-storage-secret") {
        let provider = draft
            .value("spec.logBackupTemplate")
            .and_then(Provider::of_spec)
            .ok_or_else(|| Error::usage("--log-storage-secret needs --log-storage"))?;
        let field = format!("spec.logBackupTemplate.{}.secretName", provider.key());
        draft.replace(&field, json!(secret))?;
    }
    if let Some(interval) = given.one("compact-interval") {
        write_compaction(draft, interval, operator)?;
    }
    Ok(())
}

/// Writes the template of compactions: they read the storage of the log backup.
fn write_compaction(draft: &mut Draft, interval: &str, operator: Operator) -> Result<()> {
    let log = draft
        .value("spec.logBackupTemplate")
        .cloned()
        .ok_or_else(|| {
            Error::usage("--compact-interval needs --log-storage: it is the log that is compacted")
        })?;
    let named = |why: &str| Error::usage(format!("--compact-interval {interval:?}: {why}"));
    let span: Span = interval
        .parse()
        .map_err(|error: Error| named(&error.message))?;
    if span.length().is_zero() {
        return Err(named("it must be longer than 0"));
    }
    let field = match operator {
        Operator::V1 => "spec.compactInterval",
        Operator::V2 => "spec.compactSpan",
    };
    draft.replace(field, json!(span.go_text()))?;
    let mut template = job(&log, Kind::CompactBackup, operator);
    if let Some((key, storage)) = Provider::of_spec(&log)
        .and_then(|provider| Some((provider.key(), log.get(provider.key())?)))
    {
        template.insert(key.to_owned(), storage.clone());
    }
    draft.replace("spec.compactBackupTemplate", Value::Object(template))
}

/// The settings of `pattern` for Pod, account and cluster that `kind` has as well.
fn job(pattern: &Value, kind: Kind, operator: Operator) -> Map<String, Value> {
    let fields = schema::spec(kind);
    let mut job: Map<String, Value> = POD
        .iter()
        .filter(|key| schema::find(fields, key, Dialect::newest(operator)).is_some())
        .filter_map(|key| Some(((*key).to_owned(), pattern.get(*key)?.clone())))
        .collect();
    let br: Map<String, Value> = BR
        .iter()
        .filter_map(|key| Some(((*key).to_owned(), at(pattern, "/br").get(*key)?.clone())))
        .collect();
    if !br.is_empty() {
        job.insert("br".to_owned(), Value::Object(br));
    }
    job
}

/// The storage of the log: where the provider is the same, the settings and the Secret of the snapshot, except for what the URL says.
fn log_storage(
    text: &str,
    given: &Given,
    snapshot: &Value,
    name: &str,
) -> Result<Map<String, Value>> {
    let flag = UrlFlag::LogStorage;
    let cluster = snapshot
        .pointer("/br/cluster")
        .and_then(Value::as_str)
        .ok_or_else(|| {
            Error::usage("--log-storage needs --cluster: only BR backs up logs, and not Dumpling")
        })?;
    let url = StorageUrl::parse(flag, text)?.fill(flag, name, cluster)?;
    let provider = url.provider;
    let pattern = Provider::of_spec(snapshot);
    let mut storage = match snapshot.get(provider.key()) {
        Some(Value::Object(settings)) if pattern == Some(provider) => settings.clone(),
        _ => Map::new(),
    };
    storage.remove("prefix");
    if provider == Provider::Local {
        check_on_volume(&url.path, &storage)?;
        volume::write(&mut storage, Some((flag, &url.path)), given)?;
    }
    storage.extend(url.fields());
    if provider == Provider::S3 && !storage.contains_key("provider") {
        storage.insert("provider".to_owned(), json!("aws"));
    }
    match (given.one("log-storage-secret"), provider) {
        (Some(_), Provider::Local) => {
            return Err(Error::usage(
                "--log-storage-secret does not fit local storage, which needs no credentials",
            ));
        }
        (Some(secret), _) => {
            storage.insert("secretName".to_owned(), json!(secret));
        }
        (None, _) => check_secret(snapshot, pattern, provider)?,
    }
    if provider == Provider::Gcs && !storage.contains_key("projectId") {
        return Err(Error::usage(
            "--log-storage: project-id= is missing in the URL",
        ));
    }
    if provider == Provider::Local && !storage.contains_key("volume") {
        return Err(
            Error::usage("missing: --local-pvc or --local-nfs, for --log-storage").hint(
                NextCommand::plugin("setup tikv --help")
                    .local()
                    .after("TiKV must mount the same volume"),
            ),
        );
    }
    Ok(Map::from_iter([(
        provider.key().to_owned(),
        Value::Object(storage),
    )]))
}

/// Storage of another provider is not opened by the snapshot's credentials.
fn check_secret(snapshot: &Value, pattern: Option<Provider>, provider: Provider) -> Result<()> {
    let secret = pattern.and_then(|pattern| snapshot[pattern.key()].get("secretName"));
    let other = pattern != Some(provider) && provider != Provider::Local;
    if !other || (secret.is_none() && provider != Provider::Azblob) {
        return Ok(());
    }
    let error = Error::usage(format!(
        "missing: --log-storage-secret; the snapshots' Secret does not open {} storage",
        provider.key()
    ));
    Err(provider
        .make_secret("NAME")
        .into_iter()
        .fold(error, Error::hint))
}

/// The log lies on the volume of the snapshots, because a Pod mounts one volume only.
fn check_on_volume(path: &str, snapshot: &Map<String, Value>) -> Result<()> {
    let mount = snapshot
        .get("volumeMount")
        .and_then(|mount| at(mount, "/mountPath").as_str())
        .map(|mount| mount.trim_matches('/'));
    let outside = |mount: &str| {
        !path
            .strip_prefix(mount)
            .is_some_and(|rest| rest.starts_with('/'))
    };
    match mount {
        Some(mount) if outside(mount) => Err(Error::usage(format!(
            "--log-storage: /{path} does not lie on the snapshots' volume, which is mounted at /{mount}"
        ))),
        _ => Ok(()),
    }
}

/// A compaction of v1 never starts without the namespace of its cluster (docs/operators.md, "A compaction needs
/// both ends and its cluster's namespace").
pub fn default_cluster_namespace(
    draft: &mut Draft,
    place: &str,
    namespace: Option<&str>,
) -> Result<()> {
    let has_cluster = draft
        .value(place)
        .is_some_and(|spec| !at(spec, "/br/cluster").is_null());
    match namespace {
        Some(namespace) if has_cluster => {
            draft.default(&format!("{place}.br.clusterNamespace"), json!(namespace))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A field that the schema does not have would never be copied, without an error.
    #[test]
    fn the_shared_fields_are_those_of_the_schema() {
        for key in POD {
            let known = schema::find(schema::spec(Kind::Backup), key, Dialect::V1);
            assert!(known.is_some(), "{key}");
        }
    }
}
