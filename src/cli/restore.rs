//! `restore …`

use clap::{Args, Subcommand, ValueEnum};

use super::lazy::Lazy;
use super::look::name;
use super::write::WaitFlags;
use super::{
    Base, Interactive, ListFlags, OutputFlags, Preflight, RestoreFlags, Selector, ShowArgs,
    WriteFlags,
};
use crate::manifest::Method;
use crate::time::Span;

/// The verbs of `restore`.
#[derive(Debug, Subcommand)]
pub enum RestoreCommand {
    /// Restore from a backup, an archive, or to a point in time
    ///
    /// A Backup, a schedule, the cluster that was backed up, or a URL says where the data is; --cluster says which cluster it goes into. With
    /// --to, picks the snapshot and the log backup, and refuses a moment that cannot be restored.
    #[command(
        before_help = r"# Ask for everything that is missing
kubectl tidb-br restore create -i

# A snapshot into the empty cluster fresh; waits until it is complete
kubectl tidb-br restore create r1 -n tidb --from-backup nightly --cluster fresh --wait

# Cluster basic as it was at a moment, into cluster fresh
kubectl tidb-br restore create r2 -n tidb --cluster-from basic --cluster fresh --to 2026-01-01T10:00:00+08:00

# From storage alone, where no cluster knows the backups
kubectl tidb-br restore create r3 --cluster fresh --storage s3://b/log --full-storage s3://b/full \
  --storage-secret s3-secret --to 436569119308644661 --dry-run=client -o yaml",
        after_help = "Exit codes: 0 1 2 3 4 5 8 10 130\nRBAC: create restores; get, list backups and get backupschedules for what is named; those of `check` for the checks beforehand; get, watch restores and get jobs with --wait. With -i also list clusters, tidbclusters, secrets, serviceaccounts: what you may not list is not offered."
    )]
    Create(Lazy<CreateRestore>),

    /// List restores
    #[command(
        visible_alias = "ls",
        before_help = r"# The restores of this namespace
kubectl tidb-br restore list

# All restores into clusters called fresh, with storage and time taken
kubectl tidb-br restore list -A --cluster fresh -o wide",
        after_help = "Exit codes: 0 1 2 8\nRBAC: list restores (watch with -w). An empty list also lists clusters, tidbclusters and backups, to tell a mistyped --cluster."
    )]
    List(Lazy<ListFlags>),

    /// Show restores in detail
    #[command(
        visible_alias = "describe",
        before_help = r"# How far is the restore?
kubectl tidb-br restore show r1 -n tidb

# The object as the API server has it
kubectl tidb-br restore show r1 -n tidb -o yaml",
        after_help = "Exit codes: 0 1 2 8\nRBAC: get restores (list with -l)."
    )]
    Show(Lazy<ShowArgs>),

    /// Wait until restores are complete
    #[command(
        before_help = r"# Wait until it is complete; exit code 3 when it failed
kubectl tidb-br restore wait r1 -n tidb --timeout 2h

# Look once
kubectl tidb-br restore wait r1 -n tidb --timeout 0",
        after_help = "Exit codes: 0 1 2 3 4 8 130\nRBAC: get, watch restores (list with -l); get jobs where a backoffLimit lets a Pod follow a failed one."
    )]
    Wait(Lazy<WaitRestore>),
}

/// `--method`
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RestoreMethod {
    /// A snapshot, or a point in time, by BR
    Br,
    /// A dump by Lightning (v1)
    Lightning,
    /// Volume snapshots (v1)
    VolumeSnapshot,
}

impl From<RestoreMethod> for Method {
    fn from(method: RestoreMethod) -> Self {
        match method {
            RestoreMethod::Br => Method::Br,
            RestoreMethod::Lightning => Method::Lightning,
            RestoreMethod::VolumeSnapshot => Method::VolumeSnapshot,
        }
    }
}

/// `restore create`
#[derive(Debug, Clone, Args)]
pub struct CreateRestore {
    /// Name of the Restore
    pub name: Option<String>,

    #[command(flatten)]
    pub from: RestoreFrom,

    /// Tool that restores (default: br, lightning for a dump)
    #[arg(long, value_enum, help_heading = "How to restore")]
    pub method: Option<RestoreMethod>,

    /// Checks beforehand; enforce refuses when a finding is critical
    #[arg(long, value_enum, default_value_t, help_heading = "Writing")]
    pub preflight: Preflight,

    #[command(flatten)]
    pub ask: Interactive,

    #[command(flatten)]
    pub flags: RestoreFlags,

    #[command(flatten)]
    pub base: Base,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}

/// The object that says where the data is.
#[derive(Debug, Clone, Default, Args)]
pub struct RestoreFrom {
    /// Restore this Backup; the Restore gets its storage
    #[arg(long, value_name = "[NS/]BACKUP", value_parser = name, help_heading = "What to restore")]
    pub from_backup: Option<String>,

    /// Restore the newest complete snapshot of this schedule; with --to, the snapshot that leads there
    #[arg(long, value_name = "[NS/]SCHEDULE", value_parser = name, help_heading = "What to restore")]
    pub from_schedule: Option<String>,

    /// Restore the newest complete snapshot of this TiDB cluster; with --to, the snapshot that leads there
    #[arg(long, value_name = "[NS/]CLUSTER", value_parser = name, help_heading = "What to restore")]
    pub cluster_from: Option<String>,
}

/// `restore wait`
#[derive(Debug, Clone, Args)]
pub struct WaitRestore {
    #[command(flatten)]
    pub which: Selector,

    /// State to wait for
    #[arg(
        long = "for",
        value_enum,
        default_value_t,
        value_name = "STATE",
        help_heading = "Waiting"
    )]
    pub until: Until,

    /// Stop waiting after this time, such as 2h; 0 looks once (default: no limit)
    #[arg(long, value_name = "DURATION", help_heading = "Waiting")]
    pub timeout: Option<Span>,

    #[command(flatten)]
    pub output: OutputFlags,
}

/// `--for`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Until {
    /// The restore is complete
    #[default]
    Complete,
    /// The Pod works
    Running,
    /// The object is gone
    Deleted,
}
