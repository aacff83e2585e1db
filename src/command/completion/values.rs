//! The values of a source, read from the cluster or the kubeconfig that the flags on the line choose. Whatever goes wrong or takes too long
//! is left out: a part of the values helps, and a message in the middle of a command line does not.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use clap::{ArgMatches, FromArgMatches};
use futures::future::join_all;
use serde_json::Value;

use super::source::{Candidate, CandidateSource, Objects, SecretPurpose};
use crate::api::document::put;
use crate::api::{Conditions, Dialect, Operator};
use crate::check;
use crate::cli::KubeFlags;
use crate::cluster::{self, Cluster, ListQuery, Page, Resource};
use crate::command::wizard::ListedSecret;
use crate::log_backup::{LogBackup, Outcome, decide};
use crate::manifest::storage::{Provider, StorageUrl};
use crate::wizard::{Choice, storages};

/// The longest that a press of the Tab key waits for the cluster. With the start of the program it stays below 300 ms.
const DEADLINE: Duration = Duration::from_millis(200);

/// The values of `source`, in order. `typed` are the words before the cursor.
pub fn look_up(source: CandidateSource, typed: &ArgMatches) -> Vec<Candidate> {
    let flags = KubeFlags::from_arg_matches(typed).unwrap_or_default();
    let mut flags = flags.without_empty();
    flags.verbosity = 0;
    let env = |name: &str| std::env::var(name).ok();
    let entries = || cluster::entries(&flags, &env).unwrap_or_default();
    let line = TypedLine::new(typed);
    match source {
        CandidateSource::Words(words) => plain(words),
        CandidateSource::Contexts => plain(&entries().contexts),
        CandidateSource::KubeClusters => plain(&entries().clusters),
        CandidateSource::Users => plain(&entries().users),
        CandidateSource::Files | CandidateSource::Folders => Vec::new(),
        CandidateSource::Objects(objects) => {
            let resources = Operator::ALL.map(|operator| Resource::of(operator, objects.kind()));
            let found = in_cluster(&flags, &resources);
            let named = found
                .iter()
                .filter_map(|object| line.object(objects, object));
            in_order(named.collect())
        }
        CandidateSource::TidbClusters => {
            names(&flags, &[Resource::CLUSTERS, Resource::TIDB_CLUSTERS])
        }
        CandidateSource::Namespaces => names(&flags, &[Resource::NAMESPACES]),
        CandidateSource::Accounts => names(&flags, &[Resource::SERVICE_ACCOUNTS]),
        CandidateSource::Claims => names(&flags, &[Resource::CLAIMS]),
        CandidateSource::Secrets(purpose) => {
            let found = in_cluster(&flags, &[Resource::SECRETS]);
            let fitting = found.iter().filter(|secret| line.fits(secret, purpose));
            in_order(fitting.filter_map(named).collect())
        }
        CandidateSource::NewStorage => storages(&backups(&flags)).iter().map(described).collect(),
        CandidateSource::UsedStorage => {
            let found = backups(&flags);
            let urls = found.iter().filter_map(used_storage);
            in_order(plain(&urls.collect::<Vec<_>>()))
        }
    }
}

fn plain<T: ToString>(words: &[T]) -> Vec<Candidate> {
    let candidate = |word: &T| Candidate {
        value: word.to_string(),
        description: String::new(),
    };
    words.iter().map(candidate).collect()
}

/// Sorted, each value once.
fn in_order(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort();
    candidates.dedup_by(|left, right| left.value == right.value);
    candidates
}

fn text<'a>(object: &'a Value, pointer: &str) -> &'a str {
    let found = object.pointer(pointer).and_then(Value::as_str);
    found.unwrap_or_default()
}

/// The name of an object, with its phase.
fn named(object: &Value) -> Option<Candidate> {
    let name = text(object, "/metadata/name");
    (!name.is_empty()).then(|| Candidate {
        value: name.to_owned(),
        description: text(object, "/status/phase").to_owned(),
    })
}

/// A storage URL, with the Secret that goes with it.
fn described(choice: &Choice) -> Candidate {
    let flag = |name: &str| choice.flags.iter().find(|(flag, _)| *flag == name);
    let value = |name| flag(name).map(|(_, value)| value.clone());
    Candidate {
        value: value("storage").unwrap_or_default(),
        description: value("storage-secret")
            .map(|secret| format!("Secret {secret}"))
            .unwrap_or_default(),
    }
}

/// The storage of a backup, without the setting that is the default.
fn used_storage(backup: &Value) -> Option<StorageUrl> {
    let mut url = StorageUrl::in_full(&backup["spec"])?;
    let is_default = |field: &str, value: &str| (field, value) == ("provider", "aws");
    url.parameters
        .retain(|(field, value)| !is_default(field, value));
    Some(url)
}

fn names(flags: &KubeFlags, resources: &[Resource]) -> Vec<Candidate> {
    let found = in_cluster(flags, resources);
    in_order(found.iter().filter_map(named).collect())
}

fn backups(flags: &KubeFlags) -> Vec<Value> {
    let resources = Operator::ALL.map(|operator| Resource::of(operator, Objects::Snapshots.kind()));
    in_cluster(flags, &resources)
}

/// The words before the cursor.
struct TypedLine<'a> {
    /// The matches of the command that the words name.
    command: &'a ArgMatches,
}

impl<'a> TypedLine<'a> {
    fn new(typed: &'a ArgMatches) -> Self {
        let mut command = typed;
        while let Some((_, below)) = command.subcommand() {
            command = below;
        }
        Self { command }
    }

    /// The values of an argument, as they were typed.
    fn values(&self, id: &str) -> Vec<&'a str> {
        let values = self.command.try_get_raw(id).ok().flatten();
        values
            .into_iter()
            .flatten()
            .filter_map(|value| value.to_str())
            .collect()
    }

    /// The name of an object, where it is one of `objects` and not on the line already.
    fn object(&self, objects: Objects, object: &Value) -> Option<Candidate> {
        let candidate = named(object)?;
        let typed = self.values("names").contains(&candidate.value.as_str());
        (!typed && self.is_one_of(objects, object)).then_some(candidate)
    }

    fn is_one_of(&self, objects: Objects, object: &Value) -> bool {
        let is_log = LogBackup::is_log(object);
        let is_paused = object.pointer("/spec/pause") == Some(&Value::Bool(true));
        match objects {
            Objects::All(_) => true,
            Objects::Snapshots => !is_log,
            Objects::Complete => !is_log && Conditions::of_object(object).is_true("Complete"),
            Objects::Logs => is_log,
            Objects::LogsFor(verb) => {
                let dialect = match text(object, "/apiVersion").starts_with("br.") {
                    true => Dialect::V2,
                    false => Dialect::V1,
                };
                // A failed sub-command is cleared first, whatever the table says.
                let retried = self.values("retry_failed").last() == Some(&"true");
                let log = LogBackup::parse(object, dialect).filter(|_| is_log);
                log.is_some_and(|log| retried || decide(log.situation(), verb) == Outcome::Send)
            }
            Objects::Active => !is_paused,
            Objects::Paused => is_paused,
        }
    }

    /// Whether a Secret has the keys that its purpose needs.
    fn fits(&self, secret: &Value, purpose: SecretPurpose) -> bool {
        let has = |key: &str| {
            secret
                .pointer(&format!("/data/{}", key.replace('/', "~1")))
                .is_some()
        };
        match purpose {
            SecretPurpose::Password => has("password"),
            SecretPurpose::Certificate => has("tls.crt") && has("tls.key"),
            SecretPurpose::Storage(flag) => {
                let id = flag.to_string();
                let typed = self.values(id.trim_start_matches('-'));
                let url = typed
                    .last()
                    .and_then(|url| StorageUrl::parse(flag, url).ok());
                let providers = match url {
                    Some(url) => vec![url.provider],
                    None => vec![Provider::S3, Provider::Gcs, Provider::Azblob],
                };
                let mut providers = providers.into_iter();
                providers.any(|provider| check::missing_keys(provider, true, has).is_none())
            }
        }
    }
}

/// What the namespace holds of these resources, as far as it comes in time.
fn in_cluster(flags: &KubeFlags, resources: &[Resource]) -> Vec<Value> {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    else {
        return Vec::new();
    };
    let found = Arc::new(Mutex::new(Vec::new()));
    let _ = runtime
        .block_on(async { tokio::time::timeout(DEADLINE, list(flags, resources, &found)).await });
    // A name that does not resolve occupies a thread for longer than anyone waits.
    runtime.shutdown_background();
    std::mem::take(&mut *found.lock().unwrap_or_else(PoisonError::into_inner))
}

async fn list(flags: &KubeFlags, resources: &[Resource], found: &Mutex<Vec<Value>>) {
    let env = |name: &str| std::env::var(name).ok();
    if let Ok(cluster) = cluster::connect(flags, &env, Arc::new(|_| {})).await {
        let lists = resources
            .iter()
            .map(|resource| list_one(&cluster, *resource, found));
        join_all(lists).await;
    }
}

async fn list_one(cluster: &Cluster, resource: Resource, found: &Mutex<Vec<Value>>) {
    let namespace = resource.namespaced.then(|| cluster.namespace());
    let query = ListQuery::default();
    let keep = |objects: Vec<Value>| {
        let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
        found.extend(objects.into_iter().map(|mut object| {
            // The objects of a list have no version of their own.
            put(
                &mut object,
                "apiVersion",
                Value::String(resource.api_version()),
            );
            put(&mut object, "kind", Value::String(resource.kind.to_owned()));
            object
        }));
    };
    // The values of Secrets are dropped as they are read.
    let _ = match resource == Resource::SECRETS {
        true => {
            cluster
                .list(resource, namespace, &query, |page: Page<ListedSecret>| {
                    keep(page.items.into_iter().map(ListedSecret::document).collect());
                    Ok(())
                })
                .await
        }
        false => {
            cluster
                .list(resource, namespace, &query, |page: Page<Value>| {
                    keep(page.items);
                    Ok(())
                })
                .await
        }
    };
}
