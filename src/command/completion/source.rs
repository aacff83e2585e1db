//! Where the values of an argument come from: the cluster, the kubeconfig, or a fixed list.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use clap::{Arg, ArgMatches, FromArgMatches, ValueHint};
use futures::future::join_all;
use serde::Deserialize;

use super::candidates::Candidate;
use crate::api::{Kind, Operator};
use crate::cli::KubeFlags;
use crate::cluster::{self, Cluster, ListQuery, Resource};

/// The longest that a press of the Tab key waits for the cluster.
const DEADLINE: Duration = Duration::from_millis(800);

const FORMATS: &[&str] = &[
    "table",
    "wide",
    "json",
    "yaml",
    "name",
    "jsonpath=",
    "custom-columns=",
];
const DRY_RUNS: &[&str] = &["none", "client", "server"];
const BOOLEANS: &[&str] = &["true", "false"];

/// What the names behind a noun are names of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    kind: Kind,
    /// Only log backups.
    log: bool,
}

impl Noun {
    /// The noun that a command is called by.
    pub fn of(command: &str) -> Option<Self> {
        let (kind, log) = match command {
            "backup" => (Kind::Backup, false),
            "log" => (Kind::Backup, true),
            "schedule" => (Kind::BackupSchedule, false),
            "compact" => (Kind::CompactBackup, false),
            "restore" => (Kind::Restore, false),
            _ => return None,
        };
        Some(Self { kind, log })
    }
}

/// Where values come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Objects of the namespace.
    Objects(Noun),
    /// TiDB clusters of the namespace, of both generations.
    TidbClusters,
    /// Namespaces.
    Namespaces,
    /// Contexts of the kubeconfig.
    Contexts,
    /// Clusters of the kubeconfig.
    KubeClusters,
    /// Users of the kubeconfig.
    Users,
    /// These words.
    Words(&'static [&'static str]),
    /// The shell knows files better than we do.
    Files,
    /// And folders.
    Folders,
}

/// Where the values of an argument of the command `verb` come from, if the tree does not know them itself.
pub fn of_argument(noun: Option<Noun>, verb: &str, arg: &Arg) -> Option<Source> {
    const BACKUP: Noun = Noun {
        kind: Kind::Backup,
        log: false,
    };
    const LOG: Noun = Noun {
        kind: Kind::Backup,
        log: true,
    };
    const SCHEDULE: Noun = Noun {
        kind: Kind::BackupSchedule,
        log: false,
    };
    match arg.get_value_hint() {
        ValueHint::FilePath => return Some(Source::Files),
        ValueHint::DirPath => return Some(Source::Folders),
        _ => {}
    }
    if arg.is_positional() {
        // `create` makes a new name; `start` may mean an existing log backup.
        let named = matches!(arg.get_id().as_str(), "name" | "names") && verb != "create";
        return match arg.get_id().as_str() {
            "cluster" => Some(Source::TidbClusters),
            _ => noun.filter(|_| named).map(Source::Objects),
        };
    }
    match arg.get_long()? {
        "namespace" | "cluster-namespace" => Some(Source::Namespaces),
        "context" => Some(Source::Contexts),
        "kube-cluster" => Some(Source::KubeClusters),
        "user" => Some(Source::Users),
        "cluster" | "cluster-from" => Some(Source::TidbClusters),
        "like" | "from-backup" => Some(Source::Objects(BACKUP)),
        "from-log" => Some(Source::Objects(LOG)),
        "from-schedule" => Some(Source::Objects(SCHEDULE)),
        "output" => Some(Source::Words(FORMATS)),
        "dry-run" => Some(Source::Words(DRY_RUNS)),
        "filename" => Some(Source::Files),
        _ if is_boolean(arg) => Some(Source::Words(BOOLEANS)),
        _ => None,
    }
}

fn is_boolean(arg: &Arg) -> bool {
    let names = arg.get_value_names().unwrap_or_default();
    names.iter().any(|name| name == "BOOL") && arg.get_possible_values().is_empty()
}

/// The values of a source, in order. Whatever goes wrong, and whatever is not there in time, is left out: half a list helps,
/// a message in the middle of a command line does not.
pub fn look_up(source: Source, typed: &ArgMatches) -> Vec<Candidate> {
    let mut flags = KubeFlags::from_arg_matches(typed).unwrap_or_default();
    flags.verbosity = 0;
    let env = |name: &str| std::env::var(name).ok();
    let entries = || cluster::entries(&flags, &env).unwrap_or_default();
    match source {
        Source::Words(words) => plain(words),
        Source::Contexts => plain(&entries().contexts),
        Source::KubeClusters => plain(&entries().clusters),
        Source::Users => plain(&entries().users),
        Source::Files | Source::Folders => Vec::new(),
        Source::Objects(noun) => {
            let resources = Operator::ALL.map(|operator| Resource::of(operator, noun.kind));
            names(&flags, &resources, noun.log)
        }
        Source::TidbClusters => {
            let resources = [Resource::CLUSTERS, Resource::TIDB_CLUSTERS];
            names(&flags, &resources, false)
        }
        Source::Namespaces => names(&flags, &[Resource::NAMESPACES], false),
    }
}

fn plain<T: ToString>(words: &[T]) -> Vec<Candidate> {
    let candidate = |word: &T| Candidate {
        value: word.to_string(),
        description: String::new(),
    };
    words.iter().map(candidate).collect()
}

/// What is read of an object.
#[derive(Debug, Deserialize)]
struct Object {
    metadata: Metadata,
    #[serde(default)]
    spec: Spec,
    #[serde(default)]
    status: Status,
}

#[derive(Debug, Deserialize)]
struct Metadata {
    name: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Spec {
    backup_mode: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Status {
    phase: Option<String>,
}

fn names(flags: &KubeFlags, resources: &[Resource], log: bool) -> Vec<Candidate> {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    else {
        return Vec::new();
    };
    let found = Arc::new(Mutex::new(Vec::new()));
    let _ = runtime.block_on(async {
        tokio::time::timeout(DEADLINE, read(flags, resources, log, &found)).await
    });
    // A name that does not resolve occupies a thread for longer than anyone waits.
    runtime.shutdown_background();
    let mut names = std::mem::take(&mut *found.lock().unwrap_or_else(PoisonError::into_inner));
    names.sort();
    names.dedup_by(|a, b| a.value == b.value);
    names
}

async fn read(flags: &KubeFlags, resources: &[Resource], log: bool, found: &Mutex<Vec<Candidate>>) {
    let env = |name: &str| std::env::var(name).ok();
    if let Ok(cluster) = cluster::connect(flags, &env, Arc::new(|_| {})).await {
        join_all(
            resources
                .iter()
                .map(|resource| read_one(&cluster, *resource, log, found)),
        )
        .await;
    }
}

async fn read_one(cluster: &Cluster, resource: Resource, log: bool, found: &Mutex<Vec<Candidate>>) {
    let namespace = resource.namespaced.then(|| cluster.namespace());
    let keep = |object: &Object| !log || object.spec.backup_mode.as_deref() == Some("log");
    let candidate = |object: Object| Candidate {
        value: object.metadata.name,
        description: object.status.phase.unwrap_or_default(),
    };
    let query = ListQuery::default();
    let _ = cluster
        .list::<Object>(resource, namespace, &query, |page| {
            let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
            found.extend(page.items.into_iter().filter(keep).map(candidate));
            Ok(())
        })
        .await;
}
