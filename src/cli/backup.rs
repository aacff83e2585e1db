//! `backup …`

use clap::{Args, Subcommand, ValueEnum};

use super::lazy::Lazy;
use super::write::lifting;
use super::{
    AllowFlags, BackupFlags, Base, Interactive, ListFlags, OutputFlags, Preflight, Selector,
    ShowArgs, WaitFlags, WriteFlags,
};
use crate::error::Rule;
use crate::manifest::Method;
use crate::manifest::check_selector;
use crate::manifest::name::check_subdomain;
use crate::time::Span;

/// The verbs of `backup`.
#[derive(Debug, Subcommand)]
pub enum BackupCommand {
    /// Create a backup from flags
    ///
    /// Builds a snapshot (BR), a logical dump (Dumpling, v1) or a volume-snapshot Backup (v1) and creates the object. Without NAME, the
    /// backup is named after the cluster and the time.
    #[command(
        before_help = r"# A snapshot of cluster basic to S3; waits until it is complete
kubectl tidb-br backup create -n tidb --cluster basic \
  --storage 's3://my-bucket/{cluster}/{name}?region=us-west-2' --storage-secret s3-secret --wait

# Ask for everything that is missing
kubectl tidb-br backup create -i

# Only look at the manifest
kubectl tidb-br backup create nightly --cluster basic --storage s3://b/p --dry-run=client -o yaml

# The same backup again, under a new name and prefix
kubectl tidb-br backup create --like nightly -n tidb",
        after_help = "Exit codes: 0 1 2 3 4 5 8 130\nRBAC: create backups; those of `check` for the checks beforehand; get, watch backups with --wait. With -i also list clusters, tidbclusters, secrets, serviceaccounts, persistentvolumeclaims: what you may not list is not offered."
    )]
    Create(Lazy<CreateBackup>),

    /// List backups, log backups too
    #[command(
        visible_alias = "ls",
        before_help = r"# The backups of this namespace
kubectl tidb-br backup list

# All backups, with paths and commit times
kubectl tidb-br backup list -A -o wide",
        after_help = "Exit codes: 0 1 2 8\nRBAC: list backups (watch with -w). An empty list also lists clusters and tidbclusters, to tell a mistyped --cluster, and gets backupschedules, to tell a mistyped --from-schedule."
    )]
    List(Lazy<ListBackups>),

    /// Show backups in detail
    #[command(
        visible_alias = "describe",
        before_help = r"# What happened to the backup?
kubectl tidb-br backup show nightly -n tidb

# The object as the API server has it
kubectl tidb-br backup show nightly -n tidb -o yaml",
        after_help = "Exit codes: 0 1 2 8\nRBAC: get backups (list with -l)."
    )]
    Show(Lazy<ShowArgs>),

    /// Wait until backups are complete, log backups until they run
    #[command(
        before_help = r"# Wait until it is complete; exit code 3 when it failed
kubectl tidb-br backup wait nightly -n tidb --timeout 2h

# Look once at every backup of a schedule
kubectl tidb-br backup wait -n tidb -l tidb.pingcap.com/backup-schedule=nightly --timeout 0",
        after_help = "Exit codes: 0 1 2 3 4 8 130\nRBAC: get, watch backups (list with -l)."
    )]
    Wait(Lazy<WaitBackup>),
}

/// `backup wait` and `log wait`
#[derive(Debug, Clone, Args)]
pub struct WaitBackup {
    #[command(flatten)]
    pub which: Selector,

    /// State to wait for (default: complete, for a log backup running)
    #[arg(
        long = "for",
        value_enum,
        value_name = "STATE",
        help_heading = "Waiting"
    )]
    pub until: Option<State>,

    /// Stop waiting for an object after this time, such as 2h; 0 looks once (default: no limit)
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
    /// The Pod works; a log backup has started
    Running,
    /// The log backup is paused
    Paused,
    /// The log backup is stopped
    Stopped,
    /// The log backup is truncated as far as its spec asks
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
    /// List only backups that this schedule made
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
#[command(mut_arg("rules", lifting(&[Rule::NestedStorage])))]
pub struct CreateBackup {
    /// Name of the Backup (default: CLUSTER-YYYYMMDD-HHMMSS)
    pub name: Option<String>,

    /// Tool that makes the backup (default: br)
    #[arg(long, value_enum, help_heading = "What to back up")]
    pub method: Option<BackupMethod>,

    /// Take the spec of this backup, under a new name and prefix
    #[arg(
        long,
        value_name = "BACKUP",
        value_parser = super::look::name,
        conflicts_with = "file",
        help_heading = "Manifest"
    )]
    pub like: Option<String>,

    /// Checks beforehand; enforce refuses when a finding is critical
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
    pub allow: AllowFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}

/// The name of a schedule, which becomes a part of a label selector.
fn schedule_name(text: &str) -> Result<String, String> {
    check_subdomain("name", text).map_err(|error| error.message)?;
    check_selector(&format!("label={text}"))?;
    Ok(text.to_owned())
}
