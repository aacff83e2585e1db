//! What kind of values an argument takes: words, files, or something that the cluster or the kubeconfig knows.

use clap::{Arg, ValueHint};

use crate::api::Kind;
use crate::log_backup::Verb;
use crate::manifest::storage::UrlFlag;

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

/// One way to go on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// The whole word; only the value where the word at the cursor is `--flag=value`.
    pub value: String,
    /// One line, or nothing.
    pub description: String,
}

/// Objects whose names are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objects {
    /// All objects of a kind.
    All(Kind),
    /// Backups that are not log backups.
    Snapshots,
    /// Backups that are complete.
    Complete,
    /// Log backups.
    Logs,
    /// Log backups that this verb would change.
    LogsFor(Verb),
    /// Schedules that run.
    Active,
    /// Schedules that are paused.
    Paused,
}

impl Objects {
    /// The kind of the objects.
    pub fn kind(self) -> Kind {
        match self {
            Objects::All(kind) => kind,
            Objects::Snapshots | Objects::Complete | Objects::Logs | Objects::LogsFor(_) => {
                Kind::Backup
            }
            Objects::Active | Objects::Paused => Kind::BackupSchedule,
        }
    }

    /// The objects that the names behind `NOUN VERB` are names of; `create` makes a new name.
    fn of_verb(noun: &str, verb: &str) -> Option<Self> {
        let objects = match (noun, verb) {
            (_, "create") => return None,
            ("backup", _) => Objects::All(Kind::Backup),
            ("log", "start") => Objects::LogsFor(Verb::Start),
            ("log", "pause") => Objects::LogsFor(Verb::Pause),
            ("log", "resume") => Objects::LogsFor(Verb::Resume),
            ("log", "stop") => Objects::LogsFor(Verb::Stop),
            ("log", "truncate") => Objects::LogsFor(Verb::Truncate),
            ("log", _) => Objects::Logs,
            ("schedule", "pause") => Objects::Active,
            ("schedule", "resume") => Objects::Paused,
            ("schedule", _) => Objects::All(Kind::BackupSchedule),
            ("compact", _) => Objects::All(Kind::CompactBackup),
            ("restore", _) => Objects::All(Kind::Restore),
            _ => return None,
        };
        Some(objects)
    }
}

/// What a Secret is for, which says the keys that it must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretPurpose {
    /// The storage that this flag says; any storage where the flag is not given.
    Storage(UrlFlag),
    /// The password of a database user.
    Password,
    /// A client certificate.
    Certificate,
}

/// Where values come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CandidateSource {
    /// Objects of the namespace.
    Objects(Objects),
    /// TiDB clusters of the namespace, of both generations.
    TidbClusters,
    /// Secrets of the namespace.
    Secrets(SecretPurpose),
    /// ServiceAccounts of the namespace.
    Accounts,
    /// PersistentVolumeClaims of the namespace.
    Claims,
    /// URLs beside the storage that backups use, for new data.
    NewStorage,
    /// URLs of the storage that backups use.
    UsedStorage,
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
    /// Files, which the shell completes.
    Files,
    /// Folders, which the shell completes.
    Folders,
}

impl CandidateSource {
    /// Where the values of an argument of the command `NOUN VERB` come from; `None` where the tree of commands knows them itself.
    pub fn of_argument(noun: &str, verb: &str, arg: &Arg) -> Option<Self> {
        match arg.get_value_hint() {
            ValueHint::FilePath => return Some(CandidateSource::Files),
            ValueHint::DirPath => return Some(CandidateSource::Folders),
            _ => {}
        }
        match arg.get_long() {
            Some(long) => Self::of_flag(noun, long, arg),
            None => match arg.get_id().as_str() {
                "cluster" => Some(CandidateSource::TidbClusters),
                "name" | "names" => Objects::of_verb(noun, verb).map(CandidateSource::Objects),
                _ => None,
            },
        }
    }

    fn of_flag(noun: &str, long: &str, arg: &Arg) -> Option<Self> {
        let source = match (noun, long) {
            (_, "namespace" | "cluster-namespace") => CandidateSource::Namespaces,
            (_, "context") => CandidateSource::Contexts,
            (_, "kube-cluster") => CandidateSource::KubeClusters,
            (_, "user") => CandidateSource::Users,
            (_, "cluster" | "cluster-from") => CandidateSource::TidbClusters,
            (_, "like") => CandidateSource::Objects(Objects::Snapshots),
            (_, "from-backup") => CandidateSource::Objects(Objects::Complete),
            (_, "from-log") => CandidateSource::Objects(Objects::Logs),
            (_, "from-schedule") => CandidateSource::Objects(Objects::All(Kind::BackupSchedule)),
            ("restore" | "compact", "storage") | (_, "full-storage") => {
                CandidateSource::UsedStorage
            }
            (_, "storage" | "log-storage") => CandidateSource::NewStorage,
            (_, "storage-secret" | "secret") => {
                CandidateSource::Secrets(SecretPurpose::Storage(UrlFlag::Storage))
            }
            (_, "log-storage-secret") => {
                CandidateSource::Secrets(SecretPurpose::Storage(UrlFlag::LogStorage))
            }
            (_, "full-storage-secret") => {
                CandidateSource::Secrets(SecretPurpose::Storage(UrlFlag::FullStorage))
            }
            (_, "from-secret" | "to-secret") => CandidateSource::Secrets(SecretPurpose::Password),
            (_, "from-tls-secret" | "to-tls-secret") => {
                CandidateSource::Secrets(SecretPurpose::Certificate)
            }
            (_, "service-account") => CandidateSource::Accounts,
            (_, "local-pvc") => CandidateSource::Claims,
            (_, "output") => CandidateSource::Words(FORMATS),
            (_, "dry-run") => CandidateSource::Words(DRY_RUNS),
            (_, "filename") => CandidateSource::Files,
            _ if is_boolean(arg) => CandidateSource::Words(BOOLEANS),
            _ => return None,
        };
        Some(source)
    }
}

fn is_boolean(arg: &Arg) -> bool {
    let names = arg.get_value_names().unwrap_or_default();
    names.iter().any(|name| name == "BOOL") && arg.get_possible_values().is_empty()
}
