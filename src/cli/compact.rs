//! `compact …`

use clap::{Args, Subcommand, ValueEnum};

use super::lazy::Lazy;
use super::look::name;
use super::{Base, CompactFlags, ListFlags, Preflight, Selector, ShowArgs, WaitFlags, WriteFlags};
use crate::time::Span;

/// The verbs of `compact`.
#[derive(Debug, Subcommand)]
pub enum CompactCommand {
    /// Compact a range of log backup data
    ///
    /// Builds a CompactBackup, so that a restore to a point in time is faster. TiDB Operator v1 only: v2 accepts the object and never acts
    /// on it.
    #[command(
        before_help = r"# What a log backup has written since the last compaction
kubectl tidb-br compact create basic-1 -n tidb --from-log basic-log --wait

# A range of your own
kubectl tidb-br compact create basic-2 -n tidb --cluster basic --start-ts 2d --end-ts 1d \
  --storage 's3://my-bucket/basic/log?region=us-west-2' --storage-secret s3-secret",
        after_help = "Exit codes: 0 1 2 3 4 5 8 130\nRBAC: create compactbackups; get backups and list compactbackups with --from-log; those of `check` for the checks beforehand; get, watch compactbackups with --wait."
    )]
    Create(Lazy<CreateCompact>),

    /// List compactions
    #[command(
        visible_alias = "ls",
        before_help = r"# The compactions of this namespace
kubectl tidb-br compact list

# All compactions, with storage and TSOs
kubectl tidb-br compact list -A -o wide",
        after_help = "Exit codes: 0 1 2 8\nRBAC: list compactbackups (watch with -w). An empty list also lists clusters, tidbclusters and backups, to tell a mistyped --cluster."
    )]
    List(Lazy<ListFlags>),

    /// Show compactions in detail
    #[command(
        visible_alias = "describe",
        before_help = r"# How far is the compaction?
kubectl tidb-br compact show basic-1 -n tidb

# The object as the API server has it
kubectl tidb-br compact show basic-1 -n tidb -o yaml",
        after_help = "Exit codes: 0 1 2 8\nRBAC: get compactbackups (list with -l)."
    )]
    Show(Lazy<ShowArgs>),

    /// Wait until compactions are complete
    #[command(
        before_help = r"# Wait until the compaction is complete or has failed
kubectl tidb-br compact wait basic-1 -n tidb

# Wait for at most half an hour
kubectl tidb-br compact wait basic-1 -n tidb --timeout 30m",
        after_help = "Exit codes: 0 1 2 3 4 8 130\nRBAC: get, watch compactbackups (list with -l)."
    )]
    Wait(Lazy<WaitCompact>),
}

/// `compact create`
#[derive(Debug, Clone, Args)]
#[group(id = "object", required = true, multiple = true, args = ["name", "file"])]
pub struct CreateCompact {
    /// Name of the CompactBackup
    pub name: Option<String>,

    /// Take storage, account, cluster and range from this log backup
    #[arg(
        long,
        value_name = "[NS/]LOG",
        value_parser = name,
        conflicts_with = "file",
        help_heading = "Compaction"
    )]
    pub from_log: Option<String>,

    /// Checks beforehand; enforce refuses when a finding is critical
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
    /// The compaction is complete.
    #[default]
    Complete,
    /// The object is gone.
    Deleted,
}

/// `compact wait`
#[derive(Debug, Clone, Args)]
pub struct WaitCompact {
    #[command(flatten)]
    pub which: Selector,

    /// State to wait for
    #[arg(long = "for", value_enum, default_value_t, help_heading = "Waiting")]
    pub goal: CompactGoal,

    /// Stop waiting after this time, such as 30m; 0 looks once (default: no limit)
    #[arg(long, value_name = "DURATION", help_heading = "Waiting")]
    pub timeout: Option<Span>,

    #[command(flatten)]
    pub output: super::OutputFlags,
}
