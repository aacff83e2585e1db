//! `compact …`

use clap::{Args, Subcommand, ValueEnum};

use super::lazy::Lazy;
use super::{Base, CompactFlags, ListFlags, Preflight, Selector, ShowArgs, WaitFlags, WriteFlags};
use crate::time::Span;

/// The verbs of `compact`.
#[derive(Debug, Subcommand)]
pub enum CompactCommand {
    /// Compact a range of log backup data
    ///
    /// Builds a CompactBackup, so that restoring to a point in time is faster. TiDB Operator v1 only: v2 accepts the object and never acts
    /// on it.
    #[command(
        after_help = "Examples:\n  # What a log backup has written since the last compaction\n  kubectl tidb-br compact create basic-1 -n tidb --from-log basic-log --wait\n\n  # A range of one's own\n  kubectl tidb-br compact create basic-2 -n tidb --cluster basic --start-ts 2d --end-ts 1d \\\n    --storage 's3://my-bucket/basic/log?region=us-west-2' --storage-secret s3-secret\n\nRBAC: create compactbackups; get backups and list compactbackups with --from-log; get tidbclusters, secrets, serviceaccounts and list backups for the checks beforehand; get, watch compactbackups with --wait."
    )]
    Create(Lazy<CreateCompact>),

    /// List compactions
    #[command(
        visible_alias = "ls",
        after_help = "Examples:\n  # In this namespace\n  kubectl tidb-br compact list\n\n  # Everywhere, with storage and TSOs\n  kubectl tidb-br compact list -A -o wide\n\nRBAC: list compactbackups (watch with -w)."
    )]
    List(Lazy<ListFlags>),

    /// Show compactions in detail
    #[command(
        visible_alias = "describe",
        after_help = "Examples:\n  # How far is it?\n  kubectl tidb-br compact show basic-1 -n tidb\n\n  # The object as the API server has it\n  kubectl tidb-br compact show basic-1 -o yaml\n\nRBAC: get compactbackups (list with -l)."
    )]
    Show(Lazy<ShowArgs>),

    /// Wait until compactions are complete
    #[command(
        after_help = "Examples:\n  # Until it is complete or has failed\n  kubectl tidb-br compact wait basic-1 -n tidb\n\n  # At most half an hour\n  kubectl tidb-br compact wait basic-1 -n tidb --timeout 30m\n\nRBAC: get, watch compactbackups (list with -l)."
    )]
    Wait(Lazy<WaitCompact>),
}

/// `compact create`
#[derive(Debug, Clone, Args)]
pub struct CreateCompact {
    /// Name of the CompactBackup
    #[arg(required_unless_present = "file")]
    pub name: Option<String>,

    /// Storage, account, cluster and range of this log backup
    #[arg(
        long,
        value_name = "[NS/]LOG",
        conflicts_with = "file",
        help_heading = "Compaction"
    )]
    pub from_log: Option<String>,

    /// Checks beforehand: off, warn, or enforce (refuse on a critical finding)
    #[arg(long, value_enum, default_value_t, help_heading = "Writing")]
    pub preflight: Preflight,

    #[command(flatten)]
    pub flags: CompactFlags,

    #[command(flatten)]
    pub base: Base,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}

/// `compact wait --for`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum CompactGoal {
    /// Complete.
    #[default]
    Complete,
    /// Gone.
    Deleted,
}

/// `compact wait`
#[derive(Debug, Clone, Args)]
pub struct WaitCompact {
    #[command(flatten)]
    pub which: Selector,

    /// What to wait for
    #[arg(long = "for", value_enum, default_value_t, help_heading = "Waiting")]
    pub goal: CompactGoal,

    /// Give up waiting after this long; 0 looks once
    #[arg(long, value_name = "DURATION", help_heading = "Waiting")]
    pub timeout: Option<Span>,

    #[command(flatten)]
    pub output: super::OutputFlags,
}
