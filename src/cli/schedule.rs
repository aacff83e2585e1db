//! `schedule …`

use clap::{Args, Subcommand, ValueEnum};

use super::lazy::Lazy;
use super::look::name;
use super::write::{assignment, lifting, never_waits, waits};
use super::{
    AllowFlags, BackupMethod, Base, EditFile, EditTarget, Interactive, ListFlags, Preflight,
    ScheduleFlags, Selector, ShowArgs, WaitFlags, WriteFlags,
};
use crate::error::Rule;
use crate::manifest::path::FieldPath;

/// The verbs of `schedule`.
#[derive(Debug, Subcommand)]
pub enum ScheduleCommand {
    /// Create a schedule of snapshots, log backup and compaction
    ///
    /// Builds a BackupSchedule and says when it runs next. The operator reads its times in the operator's own time zone, which is UTC unless
    /// somebody changed it. TiDB Operator v1 only: v2 accepts the object and never acts on it.
    #[command(
        before_help = r"# Ask for everything that is missing
kubectl tidb-br schedule create -i

# A snapshot every night, kept for a week, data and all
kubectl tidb-br schedule create nightly -n tidb --cluster basic --schedule '0 2 * * *' --max-reserved-time 7d \
  --storage 's3://my-bucket/{cluster}/snapshot?region=us-west-2' --storage-secret s3-secret --clean-policy Delete

# With a log backup and compactions, for point-in-time recovery
kubectl tidb-br schedule create pitr -n tidb --cluster orders --schedule '0 2 * * *' --max-reserved-time 7d \
  --storage s3://my-bucket/snapshot --log-storage s3://my-bucket/log --compact-interval 8h --storage-secret s3-secret",
        after_help = "Exit codes: 0 1 2 5 8 130\nRBAC: create backupschedules; those of `check` for the checks beforehand. With -i also list tidbclusters, secrets, serviceaccounts: what you may not list is not offered."
    )]
    Create(Lazy<CreateSchedule>),

    /// List schedules: last and next run, and what they keep
    #[command(
        visible_alias = "ls",
        before_help = r"# The schedules of this namespace
kubectl tidb-br schedule list

# All schedules, with times in UTC
kubectl tidb-br schedule list -A --utc",
        after_help = "Exit codes: 0 1 2 8\nRBAC: list backupschedules and backups (watch with -w). An empty list also lists clusters and tidbclusters, to tell a mistyped --cluster."
    )]
    List(Lazy<ListFlags>),

    /// Show next runs, and what retention deletes and keeps
    #[command(
        visible_alias = "describe",
        before_help = r"# When does it run, and what does the next run delete?
kubectl tidb-br schedule show nightly -n tidb

# The object as the API server has it
kubectl tidb-br schedule show nightly -n tidb -o yaml",
        after_help = "Exit codes: 0 1 2 8\nRBAC: get backupschedules (list with -l); list backups."
    )]
    Show(Lazy<ShowArgs>),

    /// Change a schedule, and list the backups that this deletes
    #[command(
        before_help = r"# Keep two weeks
kubectl tidb-br schedule set nightly -n tidb --max-reserved-time 14d

# Look first
kubectl tidb-br schedule set nightly -n tidb --max-reserved-time 2d --diff

# Edit a manifest for GitOps, without a cluster
kubectl tidb-br schedule set -f nightly.yaml --max-reserved-time 14d --dry-run=client -o yaml",
        after_help = "Exit codes: 0 1 2 5 8 9\nRBAC: get, patch backupschedules; list backups."
    )]
    Set(Lazy<SetSchedule>),

    /// Pause schedules; retention and log backup go on
    ///
    /// Writes spec.pause: true.
    #[command(
        before_help = r"# Pause
kubectl tidb-br schedule pause nightly -n tidb

# All schedules of a team
kubectl tidb-br schedule pause -l team=a -n tidb

# Edit a manifest for GitOps, without a cluster
kubectl tidb-br schedule pause -f nightly.yaml --dry-run=client -o yaml",
        after_help = "Exit codes: 0 1 2 5 8 9\nRBAC: get, patch backupschedules (list with -l); list backups."
    )]
    Pause(Lazy<PauseSchedule>),

    /// Resume schedules, and say which missed run starts at once
    ///
    /// Removes spec.pause.
    #[command(
        before_help = r"# Resume
kubectl tidb-br schedule resume nightly -n tidb

# Only see which run would start
kubectl tidb-br schedule resume nightly -n tidb --dry-run=client",
        after_help = "Exit codes: 0 1 2 5 8 9\nRBAC: get, patch backupschedules (list with -l); list backups."
    )]
    Resume(Lazy<PauseSchedule>),

    /// Make one backup now, which retention never deletes
    #[command(
        before_help = r"# Make one backup as the schedule does, and wait for it
kubectl tidb-br schedule trigger nightly -n tidb --wait

# Only look at the manifest
kubectl tidb-br schedule trigger nightly -n tidb --dry-run=client -o yaml",
        after_help = "Exit codes: 0 1 2 3 4 5 8 130\nRBAC: get backupschedules (list with -l); list, create backups; watch backups with --wait."
    )]
    Trigger(Lazy<ChangeSchedule>),

    /// Delete schedules, and keep or delete their backups
    #[command(
        before_help = r"# Delete only the schedule; its backups and its log backup stay
kubectl tidb-br schedule delete nightly -n tidb

# Delete every backup that it made as well
kubectl tidb-br schedule delete nightly -n tidb --cascade=background",
        after_help = "Exit codes: 0 1 2 3 4 5 8 9 130\nRBAC: get, delete, watch backupschedules (list with -l); list backups, and compactbackups where the schedule made some."
    )]
    Delete(Lazy<DeleteSchedule>),
}

/// `schedule create`
#[derive(Debug, Clone, Args)]
#[command(
    mut_arg("rules", lifting(&[Rule::SecondTask, Rule::LogMaxBackups, Rule::NestedStorage])),
    mut_args = never_waits
)]
#[group(id = "object", required = true, multiple = true, args = ["name", "file", "interactive"])]
pub struct CreateSchedule {
    /// Name of the BackupSchedule
    pub name: Option<String>,

    /// Tool that makes the backups (default: br)
    #[arg(long, value_enum, help_heading = "What to back up")]
    pub method: Option<BackupMethod>,

    /// Checks beforehand; enforce refuses when a finding is critical
    #[arg(long, value_enum, default_value_t, help_heading = "Writing")]
    pub preflight: Preflight,

    #[command(flatten)]
    pub ask: Interactive,

    #[command(flatten)]
    pub flags: ScheduleFlags,

    #[command(flatten)]
    pub base: Base,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub allow: AllowFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}

/// `schedule set`
#[derive(Debug, Clone, Args)]
#[command(
    mut_arg("rules", lifting(&[Rule::SecondTask, Rule::LogMaxBackups, Rule::NestedStorage])),
    mut_args = never_waits
)]
#[group(id = "object", required = true, multiple = true, args = ["name", "file"])]
pub struct SetSchedule {
    /// Name of the schedule; also `backupschedule.pingcap.com/NAME`
    #[arg(value_parser = name)]
    pub name: Option<String>,

    #[command(flatten)]
    pub edit: EditFile,

    #[command(flatten)]
    pub flags: ScheduleFlags,

    /// Set any field: its path from the root and a YAML value; null removes the field (repeatable)
    #[arg(long, value_name = "PATH=YAML", value_parser = assignment, help_heading = "Manifest")]
    pub set: Vec<(FieldPath, String)>,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub allow: AllowFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}

/// `schedule pause` and `schedule resume`
#[derive(Debug, Clone, Args)]
#[command(mut_args = never_waits)]
pub struct PauseSchedule {
    #[command(flatten)]
    pub which: EditTarget,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}

/// `schedule trigger`
#[derive(Debug, Clone, Args)]
pub struct ChangeSchedule {
    #[command(flatten)]
    pub which: Selector,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}

/// `--cascade`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Cascade {
    /// The backups stay.
    #[default]
    Orphan,
    /// Kubernetes deletes the backups afterwards, each by its own clean policy.
    Background,
}

/// `schedule delete`
#[derive(Debug, Clone, Args)]
#[command(mut_args = waits)]
pub struct DeleteSchedule {
    #[command(flatten)]
    pub which: Selector,

    /// What happens to the schedule's backups: orphan keeps them, background deletes them too
    #[arg(long, value_enum, default_value_t, help_heading = "Data and retries")]
    pub cascade: Cascade,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}
