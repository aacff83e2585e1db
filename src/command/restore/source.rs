//! What is restored: a Backup, a schedule or a cluster that was named, read from the API server.

use serde_json::Value;

use crate::api::document::stamp;
use crate::api::{Kind, ObjectRef, Operator};
use crate::cli::RestoreFrom;
use crate::cluster::{ListQuery, Page, Resource};
use crate::context::Context;
use crate::log_backup::LogBackup;
use crate::lookup::everywhere;
use crate::lookup::generation;
use crate::lookup::locate;
use crate::lookup::locate::Located;
use crate::manifest::Given;
use crate::manifest::Method;
use crate::manifest::Times;
use crate::manifest::storage::Storage;
use crate::recovery::pick::{RestoreQuery, RestoreSource};
use crate::recovery::{History, ReplayableLog, Snapshot, TidbCluster};
use crate::schedule::SCHEDULE_LABEL;
use crate::{Error, ErrorKind, Result};

/// What the source says about the Restore.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// What is read.
    pub picked: RestoreSource,
    /// The method that fits, where the source says one.
    pub method: Option<Method>,
    /// What is wrong with the source already.
    pub doubts: Vec<String>,
}

/// Which one of the sources was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named<'a> {
    /// `--from-backup`
    Backup(&'a str),
    /// `--from-schedule`
    Schedule(&'a str),
    /// `--cluster-from`
    Cluster(&'a str),
}

/// The source that is an object, if one was named.
///
/// # Errors
/// Usage when there are two, or one beside `--storage` or `--archive`.
pub fn named<'a>(from: &'a RestoreFrom, given: &Given) -> Result<Option<Named<'a>>> {
    let objects = [
        (
            "from-backup",
            from.from_backup.as_deref().map(Named::Backup),
        ),
        (
            "from-schedule",
            from.from_schedule.as_deref().map(Named::Schedule),
        ),
        (
            "cluster-from",
            from.cluster_from.as_deref().map(Named::Cluster),
        ),
    ];
    let flags = ["storage", "archive"]
        .into_iter()
        .filter(|flag| given.one(flag).is_some());
    let said: Vec<String> = objects
        .iter()
        .filter(|(_, named)| named.is_some())
        .map(|(flag, _)| *flag)
        .chain(flags)
        .map(|flag| format!("--{flag}"))
        .collect();
    if said.len() > 1 {
        return Err(Error::usage(format!(
            "{} exclude each other: each says where the data is",
            said.join(" and ")
        )));
    }
    Ok(objects.into_iter().find_map(|(_, named)| named))
}

/// `[NS/]NAME`. A dot before the slash makes it a resource with its group, since namespaces have none.
fn split(text: &str) -> (Option<&str>, &str) {
    match text.split_once('/') {
        Some((namespace, name)) if !namespace.contains('.') => (Some(namespace), name),
        _ => (None, text),
    }
}

impl Named<'_> {
    fn told(self) -> String {
        match self {
            Named::Backup(name) => format!("--from-backup {name}"),
            Named::Schedule(name) => format!("--from-schedule {name}"),
            Named::Cluster(name) => format!("--cluster-from {name}"),
        }
    }

    /// Reads the source and picks what is restored.
    pub async fn resolve(self, context: &Context, given: &Given, times: &Times) -> Result<Source> {
        let told = self.told();
        let moment = |flag: &str| given.one(flag).and_then(|text| times.get(text).copied());
        let wish = RestoreQuery {
            source: &told,
            to: moment("to"),
            log_start: moment("log-start-ts"),
            full_given: given.one("full-storage").is_some(),
            now: context.now(),
            zone: context.zone(),
        };
        match self {
            Named::Backup(text) => from_backup(context, text, &wish).await,
            Named::Schedule(text) => from_schedule(context, text, &wish).await,
            Named::Cluster(text) => from_cluster(context, text, &wish).await,
        }
    }
}

async fn from_backup(context: &Context, text: &str, wish: &RestoreQuery<'_>) -> Result<Source> {
    let (namespace, name) = split(text);
    let found = locate::find_in(context, Kind::Backup, namespace, name).await?;
    let object = &found.object;
    let pitr = wish.to.is_some() || wish.log_start.is_some() || wish.full_given;
    if LogBackup::is_log(object) {
        return from_log(context, &found, wish).await;
    }
    if !pitr {
        return as_it_is(&found, wish);
    }
    let snapshot = Snapshot::read(object).ok_or_else(|| {
        Error::new(
            ErrorKind::NotRestorable,
            format!(
                "{}: it is no complete snapshot of a whole cluster, so no log can be replayed on it",
                found.reference
            ),
        )
        .hint(show(&found.reference))
    })?;
    let mut history = read(context, &snapshot.cluster).await?;
    history.snapshots = vec![snapshot];
    Ok(plain(wish.pick(&history)?))
}

/// A log backup alone says what is replayed; the snapshot is picked, or named by the user.
async fn from_log(context: &Context, found: &Located, wish: &RestoreQuery<'_>) -> Result<Source> {
    let reference = &found.reference;
    if wish.to.is_none() && wish.log_start.is_none() && !wish.full_given {
        return Err(Error::usage(format!(
            "{reference} is a log backup: say up to when it is replayed, with --to"
        ))
        .hint(format!(
            "--to log/{} is its checkpoint, the latest moment",
            reference.name
        )));
    }
    let log = ReplayableLog::read(&found.object).ok_or_else(|| {
        Error::new(
            ErrorKind::NotRestorable,
            format!("{reference}: it was not started, or is being deleted, so there is nothing to replay"),
        )
        .hint(format!(
            "kubectl tidb-br log show {} -n {}",
            reference.name, reference.namespace
        ))
    })?;
    let mut history = read(context, &log.cluster).await?;
    history.logs = vec![log];
    Ok(plain(wish.pick(&history)?))
}

/// A snapshot, a dump or a volume snapshot without a moment: its storage, whatever its state; doubts are said.
fn as_it_is(found: &Located, wish: &RestoreQuery<'_>) -> Result<Source> {
    let object = &found.object;
    let reference = &found.reference;
    let mut main = Storage::of_spec(&object["spec"]).ok_or_else(|| {
        Error::failed(format!("{reference} names no storage")).hint(show(reference))
    })?;
    let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
    let dump = object.pointer("/spec/br").is_none();
    let mut doubts = Vec::new();
    if !crate::api::Conditions::of_object(object).is_true("Complete") {
        let phase = text("/status/phase").unwrap_or("no phase yet");
        doubts.push(format!(
            "{reference} is not complete ({phase}): restoring from it will fail"
        ));
    }
    if dump
        && let (Some(path), Value::Object(fields)) = (text("/status/backupPath"), &mut main.fields)
    {
        fields.insert("path".to_owned(), path.into());
    }
    let method = match text("/spec/backupMode") {
        Some("volume-snapshot") => Some(Method::VolumeSnapshot),
        _ if dump => Some(Method::Lightning),
        _ => None,
    };
    let picked = match Snapshot::read(object) {
        Some(snapshot) => wish.snapshot(&snapshot)?,
        None => RestoreSource {
            main,
            full: None,
            object: reference.clone(),
            snapshot_only: true,
            note: format!("restores {}/{}", reference.namespace, reference.name),
        },
    };
    Ok(Source {
        picked,
        method,
        doubts,
    })
}

async fn from_schedule(context: &Context, text: &str, wish: &RestoreQuery<'_>) -> Result<Source> {
    let (namespace, name) = split(text);
    let found = locate::find_in(context, Kind::BackupSchedule, namespace, name).await?;
    let reference = &found.reference;
    if reference.operator == Operator::V2 {
        return Err(Error::unsupported(format!(
            "{reference}: v2 has no controller for schedules, so it made no backups"
        ))
        .hint("--cluster-from CLUSTER takes the backups of a cluster"));
    }
    let query = ListQuery {
        labels: Some(format!("{SCHEDULE_LABEL}={}", reference.name)),
        ..ListQuery::default()
    };
    let children = collect(
        context,
        reference.operator,
        Some(&reference.namespace),
        &query,
        |_| true,
    )
    .await?;
    let pitr = wish.to.is_some() || wish.log_start.is_some() || wish.full_given;
    let Some(newest) = children.parts.last().filter(|_| !pitr) else {
        let cluster = children
            .whole
            .snapshots
            .last()
            .map(|snapshot| snapshot.cluster.clone())
            .or_else(|| cluster_of_schedule(&found));
        let cluster = cluster.ok_or_else(|| {
            Error::failed(format!("{reference}: it has no complete snapshot")).hint(format!(
                "kubectl tidb-br backup list --from-schedule {name}"
            ))
        })?;
        let mut history = read(context, &cluster).await?;
        history.snapshots = children.whole.snapshots;
        return Ok(plain(wish.pick(&history)?));
    };
    Ok(plain(wish.snapshot(newest)?))
}

fn cluster_of_schedule(found: &Located) -> Option<TidbCluster> {
    let br = found.object.pointer("/spec/backupTemplate/br")?;
    let text = |key: &str| br.get(key).and_then(Value::as_str);
    Some(TidbCluster {
        operator: found.reference.operator,
        namespace: text("clusterNamespace")
            .filter(|namespace| !namespace.is_empty())
            .unwrap_or(&found.reference.namespace)
            .to_owned(),
        name: text("cluster")?.to_owned(),
    })
}

async fn from_cluster(context: &Context, text: &str, wish: &RestoreQuery<'_>) -> Result<Source> {
    let (namespace, name) = split(text);
    let namespace = match namespace {
        Some(namespace) => namespace,
        None => context.cluster().await?.namespace(),
    };
    let mut found = Vec::new();
    for operator in generation::served(context, Kind::Backup).await? {
        let cluster = TidbCluster {
            operator,
            namespace: namespace.to_owned(),
            name: name.to_owned(),
        };
        let history = read(context, &cluster).await?;
        if !history.snapshots.is_empty() || !history.logs.is_empty() {
            found.push(history);
        }
    }
    if found.len() > 1 {
        return Err(Error::usage(format!(
            "cluster {name} in namespace {namespace:?} has backups of both operators"
        ))
        .hint("say which: --operator v1 or --operator v2"));
    }
    Ok(plain(wish.pick(&found.pop().unwrap_or_default())?))
}

fn plain(picked: RestoreSource) -> Source {
    Source {
        picked,
        method: None,
        doubts: Vec::new(),
    }
}

fn show(reference: &ObjectRef) -> String {
    format!(
        "kubectl tidb-br backup show {} -n {}",
        reference.name, reference.namespace
    )
}

/// The usable backups of a cluster, in all namespaces where that may be listed, else in the cluster's own.
async fn read(context: &Context, cluster: &TidbCluster) -> Result<History> {
    let query = ListQuery::default();
    let ours = |found: &TidbCluster| found == cluster;
    let collected = everywhere::or_only(&cluster.namespace, async |namespace| {
        collect(context, cluster.operator, namespace, &query, ours).await
    });
    Ok(collected.await?.whole)
}

/// What was listed.
#[derive(Debug, Default)]
struct Collected {
    /// Whole snapshots, and logs.
    whole: History,
    /// Complete snapshots, also of a part of the data; the oldest first.
    parts: Vec<Snapshot>,
}

/// Reads page by page and keeps what is usable only.
async fn collect(
    context: &Context,
    operator: Operator,
    namespace: Option<&str>,
    query: &ListQuery,
    ours: impl Fn(&TidbCluster) -> bool,
) -> Result<Collected> {
    let cluster = context.cluster().await?;
    let mut found = Collected::default();
    let keep = |page: Page<Value>| {
        if page.first {
            found = Collected::default();
        }
        for mut object in page.items {
            stamp(&mut object, operator, Kind::Backup);
            if TidbCluster::of(&object).as_ref().is_some_and(&ours) {
                found.whole.snapshots.extend(Snapshot::read(&object));
                found.whole.logs.extend(ReplayableLog::read(&object));
                found.parts.extend(Snapshot::read_part(&object));
            }
        }
        Ok(())
    };
    let resource = Resource::of(operator, Kind::Backup);
    cluster.list(resource, namespace, query, keep).await?;
    found.whole.sort();
    found.parts.sort_by_key(|snapshot| snapshot.commit);
    Ok(found)
}
