//! What is special about Restores: the storage of a backup copied as it is, two storages for a point in time, the archive of a
//! dump, and what the operators do with a manifest that is complete by its schema and still cannot work.

use serde_json::{Map, Value, json};

use super::draft::Draft;
use super::effect;
use super::intent::{Expected, Intent};
use super::method::Method;
use super::missing;
use super::name::{self, JobNaming};
use super::storage::{Provider, Storage, StorageUrl, UrlFlag};
use super::volume;
use crate::api::document::at;
use crate::api::{Kind, Operator};
use crate::error::Rule;
use crate::{Error, Result};

/// The field of the snapshot's storage in a point-in-time Restore.
pub const FULL: &str = "pitrFullBackupStorageProvider";

/// Fields of a provider that say which data is meant, as opposed to how it is reached.
const PLACE: &[&str] = &["bucket", "container", "prefix", "path"];

/// Starts a manifest from what is restored: the storage of the backup takes the place of FILE's.
pub fn from_storage(base: Option<Value>, main: &Storage, full: Option<&Storage>) -> Value {
    let mut document = base.unwrap_or_else(|| json!({}));
    if let Some(spec) = spec_of(&mut document) {
        for provider in Provider::ALL {
            spec.remove(provider.key());
        }
        spec.insert(main.provider.key().to_owned(), main.fields.clone());
        if let Some(full) = full {
            let mut providers = Map::new();
            providers.insert(full.provider.key().to_owned(), full.fields.clone());
            spec.insert(FULL.to_owned(), Value::Object(providers));
        }
    }
    document
}

/// Starts a manifest from the archive of a dump: `path` is the URL without its query, letter by letter, and the query writes
/// the same settings as that of `--storage`. Settings of the same provider in FILE stay.
///
/// # Errors
/// Usage: not `s3://BUCKET/KEY` or `gcs://BUCKET/KEY`, an unknown parameter, credentials.
pub fn from_archive(base: Option<Value>, archive: &str) -> Result<Value> {
    let url = archive_url(archive)?;
    let path = archive.split_once('?').map_or(archive, |(path, _)| path);
    let mut document = base.unwrap_or_else(|| json!({}));
    if let Some(spec) = spec_of(&mut document) {
        let key = url.provider.key();
        let mut fields = match spec.get(key) {
            Some(Value::Object(fields)) => fields.clone(),
            _ => Map::new(),
        };
        for other in Provider::ALL {
            spec.remove(other.key());
        }
        fields.insert("path".to_owned(), json!(path));
        for (field, value) in url.settings() {
            fields.insert(field.to_owned(), value);
        }
        spec.insert(key.to_owned(), Value::Object(fields));
    }
    Ok(document)
}

fn spec_of(document: &mut Value) -> Option<&mut Map<String, Value>> {
    if !document["spec"].is_object() {
        document["spec"] = json!({});
    }
    document["spec"].as_object_mut()
}

fn archive_url(archive: &str) -> Result<StorageUrl> {
    let bad = |why: &str| {
        Error::usage(format!("--archive: {why}"))
            .hint("--archive s3://BUCKET/PATH/NAME.tgz, or gcs://BUCKET/PATH/NAME.tgz")
    };
    let (scheme, _) = archive.split_once("://").ok_or_else(|| bad("not a URL"))?;
    if !matches!(scheme, "s3" | "gcs") {
        return Err(bad("Lightning imports from s3:// and gcs:// only"));
    }
    let url = StorageUrl::parse(UrlFlag::Archive, archive)?;
    match url.path.is_empty() {
        true => Err(bad("it needs a bucket and the path of the archive")),
        false => Ok(url),
    }
}

/// Writes what flags with a field of their own cannot: the snapshot's storage, the mode, and the defaults.
pub fn write(intent: &Intent<'_>, draft: &mut Draft, name: &str) -> Result<()> {
    write_full_storage(intent, draft, name)?;
    let pitr = ["to", "log-start-ts", "full-storage"]
        .into_iter()
        .find(|flag| intent.given.one(flag).is_some());
    match (intent.method, pitr) {
        (Method::Br, Some(_)) => draft.replace("restoreMode", json!("pitr"))?,
        (_, Some(flag)) => {
            return Err(Error::usage(format!(
                "--{flag}: a point in time is restored by BR; leave out --method and --archive"
            )));
        }
        (Method::VolumeSnapshot, None) => {
            draft.replace("restoreMode", json!("volume-snapshot"))?;
        }
        (_, None) => {}
    }
    write_defaults(intent, draft)
}

/// v1 prepares TiKV for a point-in-time restore only where `clusterNamespace` names the namespace of the cluster; without it the
/// Restore waits for ever and has no status (docs/operators.md, "PITR waits for TiKV's configuration on v1").
fn write_defaults(intent: &Intent<'_>, draft: &mut Draft) -> Result<()> {
    let full = format!("{FULL}.{}", Provider::S3.key());
    if draft.spec().pointer(&format!("/{FULL}/s3")).is_some() {
        draft.default(&format!("{full}.provider"), json!("aws"))?;
    }
    let namespace = draft.text("metadata.namespace").map(str::to_owned);
    let gated = intent.operator == Operator::V1 && is_pitr(draft.spec());
    match namespace {
        Some(namespace) if gated => draft.default("br.clusterNamespace", json!(namespace)),
        _ => Ok(()),
    }
}

fn write_full_storage(intent: &Intent<'_>, draft: &mut Draft, name: &str) -> Result<()> {
    let flag = UrlFlag::FullStorage;
    if let Some(text) = intent.given.one("full-storage") {
        let cluster = intent.given.one("cluster").or(draft.text("br.cluster"));
        let url = StorageUrl::parse(flag, text)?.fill(flag, name, cluster.unwrap_or_default())?;
        let key = url.provider.key();
        let mut fields = match draft.spec().get(key) {
            Some(Value::Object(main)) => main.clone(),
            _ => Map::new(),
        };
        fields.retain(|field, _| !PLACE.contains(&field.as_str()));
        match url.provider {
            Provider::Local => {
                volume::write(&mut fields, Some((flag, &url.path)), intent.given)?;
            }
            Provider::S3 | Provider::Gcs | Provider::Azblob => fields.extend(url.fields()),
        }
        draft.replace(FULL, json!({ key: fields }))?;
    }
    let Some(secret) = intent.given.one("full-storage-secret") else {
        return Ok(());
    };
    match draft.spec().get(FULL).and_then(Provider::of_spec) {
        None => Err(Error::usage(
            "--full-storage-secret needs --full-storage (or a snapshot that is picked)",
        )),
        Some(Provider::Local) => Err(Error::usage(
            "--full-storage-secret does not fit local storage, which needs no credentials",
        )),
        Some(provider) => draft.replace(
            &format!("{FULL}.{}.secretName", provider.key()),
            json!(secret),
        ),
    }
}

/// Whether a spec asks for a point in time.
pub fn is_pitr(spec: &Value) -> bool {
    spec.get("restoreMode").and_then(Value::as_str) == Some("pitr")
}

/// Looks for what is missing in the finished manifest, and for what the operators mark Invalid for good.
///
/// # Errors
/// Usage, with all that is missing in one message.
pub fn check(
    document: &Value,
    spec: &Value,
    intent: &Intent<'_>,
    expected: Expected,
) -> Result<()> {
    let text = |pointer: &str| {
        let text = spec.pointer(pointer).and_then(Value::as_str);
        text.unwrap_or_default()
    };
    let absent = |pointer: &str| text(pointer).is_empty();
    let import = intent.method == Method::Lightning
        || (spec.get("br").is_none() && spec.get("to").is_some());
    let provider = Provider::of_spec(spec);
    let path = provider.map(|provider| format!("/{}/path", provider.key()));
    let no_archive = path.is_none_or(|path| absent(&path));
    let full = spec.get(FULL).and_then(Provider::of_spec);
    let has_start = !absent("/logRestoreStartTs");
    let pitr = is_pitr(spec) && !import;
    if pitr && full.is_some() && has_start {
        return Err(Error::usage(
            "--full-storage and --log-start-ts exclude each other: the operator marks a Restore with both spec.pitrFullBackupStorageProvider and spec.logRestoreStartTs Invalid",
        ));
    }
    let named = intent.name.is_some()
        || intent
            .base
            .as_ref()
            .is_some_and(|base| base.pointer("/metadata/name").is_some());
    let stored = expected == Expected::Whole;
    if stored && intent.given.one("storage").is_some() {
        effect::check_restored_moment(spec, intent.now)?;
    }
    // The backup that is restored may turn out to be a dump.
    let dump = !stored && spec.get("to").is_some();
    let rules = [
        (!named, "NAME"),
        (stored && import && no_archive, "--archive"),
        (
            stored && !import && provider.is_none(),
            "--from-backup, --from-schedule, --cluster-from or --storage",
        ),
        (!import && !dump && absent("/br/cluster"), "--cluster"),
        (import && absent("/to/host"), "--to-host"),
        (import && absent("/to/secretName"), "--to-secret"),
        (import && absent("/storageSize"), "--storage-size"),
        (
            stored && pitr && full.is_none() && !has_start,
            "--full-storage or --log-start-ts",
        ),
    ];
    missing::report(intent, document, &rules)
}

/// The rule `prune-with-retries`, and the name that the Job of `--prune` needs (docs/operators.md, "Prune runs beside a retry", "A long
/// name with prune fails late"). Returns the warning where the rule is lifted.
///
/// # Errors
/// Refused.
pub fn check_prune(manifest: &Value, allowed: &[Rule]) -> Result<Option<String>> {
    let spec = at(manifest, "/spec");
    if at(spec, "/prune").as_str().is_none_or(str::is_empty) {
        return Ok(None);
    }
    let name = at(manifest, "/metadata/name").as_str().unwrap_or_default();
    name::check(name, JobNaming::PrunedRestore)?;
    match at(spec, "/backoffLimit").as_u64().unwrap_or_default() {
        0 => Ok(None),
        limit => Rule::PruneWithRetries
            .enforce(
                allowed,
                format!(
                    "--prune afterFailed with --backoff-limit {limit}: after the first failure the prune Job aborts the restore while the Job starts its next Pod"
                ),
                "leave out --backoff-limit, or prune by hand after the last attempt",
            )
            .map(Some),
    }
}

/// What is legal and still goes wrong later, one sentence each.
pub fn doubts(operator: Operator, manifest: &Value) -> Vec<String> {
    let spec = &manifest["spec"];
    let text = |pointer: &str| spec.pointer(pointer).and_then(Value::as_str);
    let mut doubts = Vec::new();
    if !is_pitr(spec) {
        return doubts;
    }
    if operator == Operator::V1 && text("/br/clusterNamespace").is_none_or(str::is_empty) {
        doubts.push(
            "without br.clusterNamespace a point-in-time Restore of v1 waits for ever and says nothing; add -n or --cluster-namespace"
                .to_owned(),
        );
    }
    if let (Some(main), Some(full)) = (
        Storage::of_spec(spec),
        spec.get(FULL).and_then(Storage::of_spec),
    ) {
        doubts.extend(unlike(&main, &full));
    }
    doubts
}

/// Credentials and settings come from the main storage, which is the log's: of the snapshot's only the URL is passed on.
fn unlike(main: &Storage, full: &Storage) -> Vec<String> {
    let only =
        "the operator hands the Pod the credentials and settings of the log backup's storage only";
    if main.provider != full.provider {
        return vec![format!(
            "the snapshot lies in {} storage and the log backup in {}: {only}",
            full.provider.key(),
            main.provider.key()
        )];
    }
    let field = |storage: &Storage, key: &str| storage.fields.get(key).cloned().unwrap_or_default();
    if main.provider == Provider::Local {
        let same = field(main, "volume") == field(full, "volume")
            && field(main, "volumeMount") == field(full, "volumeMount");
        let told = "the volume of the snapshot is not that of the log backup, and only the latter is mounted; add the former with --set spec.additionalVolumes and spec.additionalVolumeMounts";
        return (!same).then(|| told.to_owned()).into_iter().collect();
    }
    let mut doubts = Vec::new();
    let (of_main, of_full) = (main.secret_name(), full.secret_name());
    if of_main != of_full {
        let show = |name: Option<&str>| {
            name.map_or("no Secret".to_owned(), |name| format!("Secret {name}"))
        };
        doubts.push(format!(
            "the snapshot's storage uses {} and the log backup's {}: {only}; they must open both",
            show(of_full),
            show(of_main)
        ));
    }
    let keys = [
        "provider",
        "region",
        "endpoint",
        "forcePathStyle",
        "projectId",
    ];
    let differing: Vec<&str> = keys
        .into_iter()
        .filter(|key| field(main, key) != field(full, key))
        .collect();
    if !differing.is_empty() {
        doubts.push(format!(
            "the storages of the snapshot and the log backup differ in {}: {only}",
            differing.join(", ")
        ));
    }
    doubts
}

/// Drops what the generation of the Restore does not have from a storage that was made for the other one; says what.
pub fn fit(operator: Operator, storage: &mut Storage) -> Option<String> {
    let fields = storage.fields.as_object_mut()?;
    if operator == Operator::V1 {
        return None;
    }
    fields.remove("forcePathStyle")?;
    Some(format!(
        "s3.forcePathStyle is left out: {} does not have it",
        Kind::Restore.name().to_lowercase() + "s." + operator.group()
    ))
}
