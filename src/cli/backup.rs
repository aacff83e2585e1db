//! `backup …`

use clap::{Args, Subcommand, ValueEnum};

use super::lazy::Lazy;
use super::{
    BackupFlags, Base, Interactive, ListFlags, OutputFlags, Preflight, Selector, ShowArgs,
    WaitFlags, WriteFlags,
};
use crate::manifest::Method;
use crate::manifest::check_selector;
use crate::manifest::name::check_subdomain;
use crate::time::Span;

/// The verbs of `backup`.
#[derive(Debug, Subcommand)]
pub enum BackupCommand {
    /// Create a backup from flags
    ///
    /// Builds a snapshot (BR), a logical dump (Dumpling, v1) or a volume-snapshot Backup and creates it. Without NAME it is
    /// called after the cluster and the time.
    #[command(
        after_help = "Examples:\n  # A snapshot of cluster basic to S3, waited for\n  kubectl tidb-br backup create -n tidb --cluster basic \\\n    --storage 's3://my-bucket/{cluster}/{name}?region=us-west-2' --storage-secret s3-secret --wait\n\n  # Asks for everything that is missing\n  kubectl tidb-br backup create -i\n\n  # Only look at the manifest\n  kubectl tidb-br backup create nightly --cluster basic --storage s3://b/p --dry-run=client -o yaml\n\n  # The same again, under a new name and prefix\n  kubectl tidb-br backup create --like nightly -n tidb\n\nRBAC: create backups; get clusters, secrets, serviceaccounts and list backups for the checks beforehand; get, watch backups with --wait. With -i also list clusters, tidbclusters, secrets, serviceaccounts, persistentvolumeclaims: what may not be listed is not offered."
    )]
    Create(Lazy<CreateBackup>),

    /// List backups, log backups too
    #[command(
        visible_alias = "ls",
        after_help = "Examples:\n  # In this namespace\n  kubectl tidb-br backup list\n\n  # Everywhere, with paths and commit times\n  kubectl tidb-br backup list -A -o wide\n\nRBAC: list backups (watch with -w)."
    )]
    List(Lazy<ListBackups>),

    /// Show backups in detail
    #[command(
        visible_alias = "describe",
        after_help = "Examples:\n  # What happened to it?\n  kubectl tidb-br backup show nightly -n tidb\n\n  # The object as the API server has it\n  kubectl tidb-br backup show nightly -o yaml\n\nRBAC: get backups (list with -l)."
    )]
    Show(Lazy<ShowArgs>),

    /// Wait until backups are complete, log backups until they run
    #[command(
        after_help = "Examples:\n  # Until it is complete; exit code 3 when it failed\n  kubectl tidb-br backup wait nightly -n tidb --timeout 2h\n\n  # Look once at every backup of a schedule\n  kubectl tidb-br backup wait -l tidb.pingcap.com/backup-schedule=nightly --timeout 0\n\nRBAC: get, watch backups (list with -l)."
    )]
    Wait(Lazy<WaitBackup>),
}

/// `backup wait` and `log wait`
#[derive(Debug, Clone, Args)]
pub struct WaitBackup {
    #[command(flatten)]
    pub which: Selector,

    /// What to wait for; default: complete, for a log backup running
    #[arg(
        long = "for",
        value_enum,
        value_name = "STATE",
        help_heading = "Waiting"
    )]
    pub until: Option<State>,

    /// Give up waiting for an object after this long; 0 looks once
    #[arg(long, value_name = "DURATION", help_heading = "Waiting")]
    pub timeout: Option<Span>,

    #[command(flatten)]
    pub output: OutputFlags,
}

/// `--for`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum State {
    /// The snapshot or dump is complete
    Complete,
    /// The Pod works; for a log backup: it has a start
    Running,
    /// The log backup is paused
    Paused,
    /// The log backup is stopped
    Stopped,
    /// The log backup is truncated as far as was asked for
    Truncated,
    /// The object is gone
    Deleted,
}

impl State {
    /// The word after `--for`, and of the result line.
    pub fn word(self) -> &'static str {
        match self {
            State::Complete => "complete",
            State::Running => "running",
            State::Paused => "paused",
            State::Stopped => "stopped",
            State::Truncated => "truncated",
            State::Deleted => "deleted",
        }
    }
}

/// `backup list`
#[derive(Debug, Clone, Args)]
pub struct ListBackups {
    /// Only backups that this schedule made
    #[arg(long, value_name = "SCHEDULE", value_parser = schedule_name)]
    pub from_schedule: Option<String>,

    #[command(flatten)]
    pub list: ListFlags,
}

/// `--method`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BackupMethod {
    /// A snapshot by BR
    Br,
    /// A logical dump by Dumpling (v1)
    Dumpling,
    /// Volume snapshots (v1)
    VolumeSnapshot,
}

impl From<BackupMethod> for Method {
    fn from(method: BackupMethod) -> Self {
        match method {
            BackupMethod::Br => Method::Br,
            BackupMethod::Dumpling => Method::Dumpling,
            BackupMethod::VolumeSnapshot => Method::VolumeSnapshot,
        }
    }
}

/// `backup create`
#[derive(Debug, Clone, Args)]
pub struct CreateBackup {
    /// Name of the Backup; default: CLUSTER-YYYYMMDD-HHMMSS
    pub name: Option<String>,

    /// What makes the backup (default: br)
    #[arg(long, value_enum, help_heading = "What to back up")]
    pub method: Option<BackupMethod>,

    /// Take the spec of this backup, under a new name and prefix
    #[arg(
        long,
        value_name = "BACKUP",
        conflicts_with = "file",
        help_heading = "Manifest"
    )]
    pub like: Option<String>,

    /// Checks beforehand: off, warn, or enforce (refuse on a critical finding)
    #[arg(long, value_enum, default_value_t, help_heading = "Writing")]
    pub preflight: Preflight,

    #[command(flatten)]
    pub ask: Interactive,

    #[command(flatten)]
    pub flags: BackupFlags,

    #[command(flatten)]
    pub base: Base,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}

/// It becomes a part of a label selector.
fn schedule_name(text: &str) -> Result<String, String> {
    check_subdomain("name", text).map_err(|error| error.message)?;
    check_selector(&format!("label={text}"))?;
    Ok(text.to_owned())
}
