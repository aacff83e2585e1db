//! `schedule …`

use clap::{Args, Subcommand, ValueEnum};

use super::lazy::Lazy;
use super::write::assignment;
use super::{
    BackupMethod, Base, EditFile, Interactive, ListFlags, Preflight, ScheduleFlags, Selector,
    ShowArgs, Target, WaitFlags, WriteFlags,
};
use crate::manifest::path::FieldPath;

/// The verbs of `schedule`.
#[derive(Debug, Subcommand)]
pub enum ScheduleCommand {
    /// Create a schedule of snapshots, log backup and compaction
    ///
    /// Builds a BackupSchedule and says when it will run. Its times are read in the operator's time zone, which is UTC unless it was
    /// changed. TiDB Operator v1 only: v2 accepts the object and never acts on it.
    #[command(
        after_help = "Examples:\n  # Asks for everything that is missing\n  kubectl tidb-br schedule create -i\n\n  # A snapshot every night, kept for a week, data and all\n  kubectl tidb-br schedule create nightly -n tidb --cluster basic --schedule '0 2 * * *' --max-reserved-time 7d \\\n    --storage 's3://my-bucket/{cluster}/snapshot?region=us-west-2' --storage-secret s3-secret --clean-policy Delete\n\n  # With a log backup and compactions, for point-in-time recovery\n  kubectl tidb-br schedule create pitr -n tidb --cluster basic --schedule '0 2 * * *' --max-reserved-time 7d \\\n    --storage s3://my-bucket/snapshot --log-storage s3://my-bucket/log --compact-interval 8h --storage-secret s3-secret\n\nRBAC: create backupschedules; get tidbclusters, secrets, serviceaccounts and list backups for the checks beforehand. With -i also list tidbclusters, secrets, serviceaccounts: what may not be listed is not offered."
    )]
    Create(Lazy<CreateSchedule>),

    /// List schedules: last and next run, and what they keep
    #[command(
        visible_alias = "ls",
        after_help = "Examples:\n  # In this namespace\n  kubectl tidb-br schedule list\n\n  # Everywhere, times in UTC\n  kubectl tidb-br schedule list -A --utc\n\nRBAC: list backupschedules and backups (watch with -w)."
    )]
    List(Lazy<ListFlags>),

    /// Show next runs, and what retention deletes and keeps
    #[command(
        visible_alias = "describe",
        after_help = "Examples:\n  # When does it run, and what does the next run delete?\n  kubectl tidb-br schedule show nightly -n tidb\n\n  # The object as the API server has it\n  kubectl tidb-br schedule show nightly -o yaml\n\nRBAC: get backupschedules (list with -l); list backups."
    )]
    Show(Lazy<ShowArgs>),

    /// Change a schedule, and list the backups that this deletes
    #[command(
        after_help = "Examples:\n  # Keep two weeks\n  kubectl tidb-br schedule set nightly -n tidb --max-reserved-time 14d\n\n  # Look first\n  kubectl tidb-br schedule set nightly -n tidb --max-reserved-time 2d --diff\n\n  # Edit a manifest for GitOps, without a cluster\n  kubectl tidb-br schedule set -f nightly.yaml --max-reserved-time 14d --dry-run=client -o yaml\n\nRBAC: get, patch backupschedules; list backups."
    )]
    Set(Lazy<SetSchedule>),

    /// Pause schedules; retention and log backup go on
    #[command(
        after_help = "Examples:\n  # Pause\n  kubectl tidb-br schedule pause nightly -n tidb\n\n  # All schedules of a team\n  kubectl tidb-br schedule pause -l team=a -n tidb\n\n  # Edit a manifest for GitOps, without a cluster\n  kubectl tidb-br schedule pause -f nightly.yaml --dry-run=client -o yaml\n\nRBAC: get, patch backupschedules (list with -l); list backups."
    )]
    Pause(Lazy<PauseSchedule>),

    /// Resume, and say which missed run fires at once
    #[command(
        after_help = "Examples:\n  # Resume\n  kubectl tidb-br schedule resume nightly -n tidb\n\n  # Only see what would fire\n  kubectl tidb-br schedule resume nightly -n tidb --dry-run=client\n\nRBAC: get, patch backupschedules (list with -l); list backups."
    )]
    Resume(Lazy<PauseSchedule>),

    /// Make one backup now, which retention never takes
    #[command(
        after_help = "Examples:\n  # One backup as the schedule makes them, and wait for it\n  kubectl tidb-br schedule trigger nightly -n tidb --wait\n\n  # Look at the manifest\n  kubectl tidb-br schedule trigger nightly -n tidb --dry-run=client -o yaml\n\nRBAC: get backupschedules (list with -l); list, create backups; watch backups with --wait."
    )]
    Trigger(Lazy<ChangeSchedule>),

    /// Delete schedules, and keep or delete their backups
    #[command(
        after_help = "Examples:\n  # Only the schedule; backups and log backup stay\n  kubectl tidb-br schedule delete nightly -n tidb\n\n  # With every backup that it made\n  kubectl tidb-br schedule delete nightly -n tidb --cascade=background\n\nRBAC: get, delete, watch backupschedules (list with -l); list backups, and compactbackups where the schedule made some."
    )]
    Delete(Lazy<DeleteSchedule>),
}

/// `schedule create`
#[derive(Debug, Clone, Args)]
pub struct CreateSchedule {
    /// Name of the BackupSchedule
    #[arg(required_unless_present_any = ["file", "interactive"])]
    pub name: Option<String>,

    /// What makes the backups (default: br)
    #[arg(long, value_enum, help_heading = "What to back up")]
    pub method: Option<BackupMethod>,

    /// Checks beforehand: off, warn, or enforce (refuse on a critical finding)
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
    pub wait: WaitFlags,
}

/// `schedule set`
#[derive(Debug, Clone, Args)]
pub struct SetSchedule {
    /// Name; also `backupschedule.pingcap.com/NAME`
    #[arg(required_unless_present = "file")]
    pub name: Option<String>,

    #[command(flatten)]
    pub edit: EditFile,

    #[command(flatten)]
    pub flags: ScheduleFlags,

    /// Set any field: a path from the root and a YAML value; null removes (repeatable)
    #[arg(long, value_name = "PATH=YAML", value_parser = assignment, help_heading = "Manifest")]
    pub set: Vec<(FieldPath, String)>,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}

/// `schedule pause` and `schedule resume`
#[derive(Debug, Clone, Args)]
pub struct PauseSchedule {
    #[command(flatten)]
    pub which: Target,

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
    /// The backups go afterwards, each by its own clean policy.
    Background,
}

/// `schedule delete`
#[derive(Debug, Clone, Args)]
pub struct DeleteSchedule {
    #[command(flatten)]
    pub which: Selector,

    /// What becomes of the schedule's backups: orphan keeps them, background deletes them too
    #[arg(long, value_enum, default_value_t, help_heading = "Data and retries")]
    pub cascade: Cascade,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}
