//! The Backup, schedule or cluster that `restore create` names: read from the API server, and handed to the choice in `recovery`.

use crate::api::{Kind, Operator};
use crate::cli::RestoreFrom;
use crate::cluster::{Found, Resource};
use crate::context::Context;
use crate::log_backup::LogBackup;
use crate::lookup::locate::{self, Located};
use crate::lookup::{generation, history};
use crate::manifest::{Given, Times};
use crate::recovery::{History, ReplayableLog, RestoreQuery, RestoreSource, Snapshot, TidbCluster};
use crate::{Error, ErrorKind, NextCommand, Result};

/// The flag that names what is restored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceFlag<'a> {
    /// `--from-backup`
    Backup(&'a str),
    /// `--from-schedule`
    Schedule(&'a str),
    /// `--cluster-from`
    Cluster(&'a str),
}

/// The flag that names an object as the source, if one was given.
///
/// # Errors
/// Usage when there are two, or one beside `--storage` or `--archive`.
pub fn source_flag<'a>(from: &'a RestoreFrom, given: &Given) -> Result<Option<SourceFlag<'a>>> {
    let objects: Vec<SourceFlag<'a>> = [
        from.from_backup.as_deref().map(SourceFlag::Backup),
        from.from_schedule.as_deref().map(SourceFlag::Schedule),
        from.cluster_from.as_deref().map(SourceFlag::Cluster),
    ]
    .into_iter()
    .flatten()
    .collect();
    let urls = ["storage", "archive"]
        .into_iter()
        .filter(|flag| given.one(flag).is_some())
        .map(|flag| format!("--{flag}"));
    let names: Vec<String> = objects
        .iter()
        .map(|object| object.flag().to_owned())
        .chain(urls)
        .collect();
    match names.len() {
        0 | 1 => Ok(objects.into_iter().next()),
        _ => Err(Error::usage(format!(
            "{} exclude each other: each says where the data is",
            names.join(" and ")
        ))),
    }
}

/// Splits `[NS/]NAME`. A dot before the slash makes it a resource with its group, since namespaces have none.
fn split(text: &str) -> (Option<&str>, &str) {
    match text.split_once('/') {
        Some((namespace, name)) if !namespace.contains('.') => (Some(namespace), name),
        _ => (None, text),
    }
}

impl SourceFlag<'_> {
    fn flag(self) -> &'static str {
        match self {
            SourceFlag::Backup(_) => "--from-backup",
            SourceFlag::Schedule(_) => "--from-schedule",
            SourceFlag::Cluster(_) => "--cluster-from",
        }
    }

    fn value(&self) -> &str {
        match self {
            SourceFlag::Backup(text) | SourceFlag::Schedule(text) | SourceFlag::Cluster(text) => {
                text
            }
        }
    }

    /// Reads the source and chooses what is restored. `name` is the name of the new Restore.
    ///
    /// # Errors
    /// NotRestorable for a moment that is out of reach; NotFound for a source that does not exist.
    pub async fn resolve(
        self,
        context: &Context,
        name: Option<&str>,
        given: &Given,
        times: &Times,
    ) -> Result<RestoreSource> {
        let source = format!("{} {}", self.flag(), self.value());
        let moment = |flag: &str| given.one(flag).and_then(|text| times.get(text).copied());
        let query = RestoreQuery {
            source: &source,
            to: moment("to"),
            log_start: moment("log-start-ts"),
            full_given: given.one("full-storage").is_some(),
            command: NextCommand::plugin("restore create")
                .arg(name.unwrap_or("NAME"))
                .flag(self.flag(), self.value())
                .flag("--cluster", given.one("cluster").unwrap_or("CLUSTER")),
            now: context.now(),
            zone: context.zone(),
        };
        match self {
            SourceFlag::Backup(text) => from_backup(context, text, &query).await,
            SourceFlag::Schedule(text) => from_schedule(context, text, &query).await,
            SourceFlag::Cluster(text) => from_cluster(context, text, &query).await,
        }
    }
}

async fn from_backup(
    context: &Context,
    text: &str,
    query: &RestoreQuery<'_>,
) -> Result<RestoreSource> {
    let (namespace, name) = split(text);
    let found = locate::find_in(context, Kind::Backup, namespace, name).await?;
    let backup = &found.object;
    if LogBackup::is_log(backup) {
        return from_log(context, &found, query).await;
    }
    if !query.is_pitr() {
        return query.backup_as_it_is(&found.reference, backup);
    }
    let snapshot = Snapshot::from_backup(backup).filter(|snapshot| snapshot.whole);
    let snapshot = snapshot.ok_or_else(|| {
        let reference = &found.reference;
        Error::new(
            ErrorKind::NotRestorable,
            format!(
                "{reference}: only a complete snapshot of the whole cluster can be rolled forward"
            ),
        )
        .hint(
            NextCommand::plugin("backup show")
                .arg(&reference.name)
                .namespace(&reference.namespace),
        )
    })?;
    let history = history::of_cluster(context, &snapshot.cluster).await?;
    query.choose(&History {
        snapshots: vec![snapshot],
        ..history
    })
}

/// A log backup that was named is the only one that is replayed.
async fn from_log(
    context: &Context,
    found: &Located,
    query: &RestoreQuery<'_>,
) -> Result<RestoreSource> {
    let reference = &found.reference;
    let log_command = |verb: &str| {
        NextCommand::plugin(verb)
            .arg(&reference.name)
            .namespace(&reference.namespace)
    };
    if !query.is_pitr() {
        let checkpoint = format!("log/{}/{}", reference.namespace, reference.name);
        return Err(Error::usage(format!(
            "{reference} is a log backup: say with --to up to which moment it is replayed"
        ))
        .hint(
            query
                .command
                .clone()
                .flag("--to", checkpoint)
                .after("up to its checkpoint, the latest moment"),
        ));
    }
    let log = ReplayableLog::from_backup(&found.object).ok_or_else(|| {
        Error::new(
            ErrorKind::NotRestorable,
            format!("{reference}: it was never started, so there is nothing to replay"),
        )
        .hint(log_command("log show"))
    })?;
    let mut history = history::of_cluster(context, &log.cluster).await?;
    history.logs.retain(|other| other.object == log.object);
    history
        .doubtful_logs
        .retain(|other| other.object == log.object);
    query.choose(&history)
}

async fn from_schedule(
    context: &Context,
    text: &str,
    query: &RestoreQuery<'_>,
) -> Result<RestoreSource> {
    let (namespace, name) = split(text);
    let found = locate::find_in(context, Kind::BackupSchedule, namespace, name).await?;
    let reference = &found.reference;
    if reference.operator == Operator::V2 {
        return Err(Error::unsupported(format!(
            "{reference}: v2 has no controller for schedules, so it made no backups"
        ))
        .hint("--cluster-from CLUSTER takes the backups of a cluster"));
    }
    let children = history::of_schedule(context, reference).await?;
    if !query.is_pitr()
        && let Some(newest) = children.newest()
    {
        return query.snapshot(newest);
    }
    let cluster = children.snapshots.last().map(|found| found.cluster.clone());
    let cluster = cluster.or_else(|| TidbCluster::of_schedule(&found.object));
    let cluster = cluster.ok_or_else(|| {
        Error::failed(format!("{reference}: it has no complete snapshot")).hint(
            NextCommand::plugin("backup list")
                .flag("--from-schedule", &reference.name)
                .namespace(&reference.namespace),
        )
    })?;
    let history = history::of_cluster(context, &cluster).await?;
    query.choose(&History {
        snapshots: children.snapshots,
        ..history
    })
}

async fn from_cluster(
    context: &Context,
    text: &str,
    query: &RestoreQuery<'_>,
) -> Result<RestoreSource> {
    let (namespace, name) = split(text);
    let namespace = match namespace {
        Some(namespace) => namespace,
        None => context.cluster().await?.namespace(),
    };
    let served = generation::served(context, Kind::Backup).await?;
    let mut found = Vec::new();
    for operator in &served {
        let cluster = TidbCluster {
            operator: *operator,
            namespace: namespace.to_owned(),
            name: name.to_owned(),
        };
        let history = history::of_cluster(context, &cluster).await?;
        if !history.is_empty() {
            found.push(history);
        }
    }
    if found.len() > 1 {
        return Err(Error::usage(format!(
            "cluster {name} in namespace {namespace:?} has backups of both operators"
        ))
        .hint("say which: --operator v1 or --operator v2"));
    }
    let Some(history) = found.pop() else {
        check_exists(context, &served, namespace, name).await?;
        return query.choose(&History::default());
    };
    query.choose(&history)
}

/// A cluster without any backup may be a typing error. Where clusters may not be read, that stays open.
async fn check_exists(
    context: &Context,
    served: &[Operator],
    namespace: &str,
    name: &str,
) -> Result<()> {
    let cluster = context.cluster().await?;
    for operator in served {
        let resource = match operator {
            Operator::V1 => Resource::TIDB_CLUSTERS,
            Operator::V2 => Resource::CLUSTERS,
        };
        match cluster.get(resource, namespace, name).await {
            Ok(Found::Object(_)) => return Ok(()),
            Ok(Found::NotFound | Found::NotServed) => {}
            Err(error) if error.kind == ErrorKind::Forbidden => return Ok(()),
            Err(error) => return Err(error),
        }
    }
    Err(Error::new(
        ErrorKind::NotFound,
        format!(
            "--cluster-from {name}: there is no cluster of that name in namespace {namespace:?}, and no backup of one"
        ),
    )
    .hint(NextCommand::plugin("backup list").arg("-A")))
}
