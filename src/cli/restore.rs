//! `restore …`

use clap::{Args, Subcommand, ValueEnum};

use super::lazy::Lazy;
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
    /// Says where the data is by naming a Backup, a schedule, the cluster it was taken of, or a URL; into which cluster, by
    /// --cluster. With --to, picks the snapshot and the log backup, and refuses moments that cannot be restored.
    #[command(
        after_help = "Examples:\n  # Asks for everything that is missing\n  kubectl tidb-br restore create -i\n\n  # A snapshot into an empty cluster, waited for\n  kubectl tidb-br restore create r1 -n tidb --from-backup nightly --cluster fresh --wait\n\n  # Cluster basic as it was, into cluster fresh\n  kubectl tidb-br restore create r2 -n tidb --cluster-from basic --cluster fresh --to 2026-01-01T10:00:00+08:00\n\n  # From storage alone, without a cluster that knows the backups\n  kubectl tidb-br restore create r3 --cluster fresh --storage s3://b/log --full-storage s3://b/full \\\n    --storage-secret s3-secret --to 436569119308644661 --dry-run=client -o yaml\n\nRBAC: create restores; get, list backups and get backupschedules for what is named; get clusters, secrets, serviceaccounts and list backups, restores for the checks beforehand; get, watch restores and get jobs with --wait. With -i also list clusters, tidbclusters, secrets, serviceaccounts: what may not be listed is not offered."
    )]
    Create(Lazy<CreateRestore>),

    /// List restores
    #[command(
        visible_alias = "ls",
        after_help = "Examples:\n  # In this namespace\n  kubectl tidb-br restore list\n\n  # Into cluster fresh, everywhere, with storage and times taken\n  kubectl tidb-br restore list -A --cluster fresh -o wide\n\nRBAC: list restores (watch with -w)."
    )]
    List(Lazy<ListFlags>),

    /// Show restores in detail
    #[command(
        visible_alias = "describe",
        after_help = "Examples:\n  # How far is it?\n  kubectl tidb-br restore show r1 -n tidb\n\n  # The object as the API server has it\n  kubectl tidb-br restore show r1 -o yaml\n\nRBAC: get restores (list with -l)."
    )]
    Show(Lazy<ShowArgs>),

    /// Wait until restores are complete
    #[command(
        after_help = "Examples:\n  # Until it is complete; exit code 3 when it failed\n  kubectl tidb-br restore wait r1 -n tidb --timeout 2h\n\n  # Look once\n  kubectl tidb-br restore wait r1 -n tidb --timeout 0\n\nRBAC: get, watch restores (list with -l); get jobs where a backoffLimit lets a Pod follow a failed one."
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

    /// What restores; default: br, or lightning for a dump
    #[arg(long, value_enum, help_heading = "How to restore")]
    pub method: Option<RestoreMethod>,

    /// Checks beforehand: off, warn, or enforce (refuse on a critical finding)
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

/// Where the data is, when an object says it.
#[derive(Debug, Clone, Default, Args)]
pub struct RestoreFrom {
    /// Restore this Backup; its storage is copied
    #[arg(long, value_name = "[NS/]BACKUP", help_heading = "What to restore")]
    pub from_backup: Option<String>,

    /// Restore the newest complete snapshot of this schedule; with --to, the one that leads there
    #[arg(long, value_name = "[NS/]SCHEDULE", help_heading = "What to restore")]
    pub from_schedule: Option<String>,

    /// Restore the newest complete snapshot of this TiDB cluster; with --to, the one that leads there
    #[arg(long, value_name = "[NS/]CLUSTER", help_heading = "What to restore")]
    pub cluster_from: Option<String>,
}

/// `restore wait`
#[derive(Debug, Clone, Args)]
pub struct WaitRestore {
    #[command(flatten)]
    pub which: Selector,

    /// What to wait for
    #[arg(
        long = "for",
        value_enum,
        default_value_t,
        value_name = "STATE",
        help_heading = "Waiting"
    )]
    pub until: Until,

    /// Give up waiting after this long; 0 looks once
    #[arg(long, value_name = "DURATION", help_heading = "Waiting")]
    pub timeout: Option<Span>,

    #[command(flatten)]
    pub output: OutputFlags,
}

/// `--for`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Until {
    /// It is complete
    #[default]
    Complete,
    /// Its Pod works
    Running,
    /// The object is gone
    Deleted,
}
