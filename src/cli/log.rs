//! `log …`

use clap::{Args, Subcommand};

use super::lazy::Lazy;
use super::look::name;
use super::write::{lifting, waits, waits_ten_minutes};
use super::{
    AllowFlags, Base, EditFile, EditTarget, ListFlags, LogFlags, Preflight, ShowArgs, WaitBackup,
    WaitFlags, WriteFlags,
};
use crate::error::Rule;
use crate::time::{Span, TimeArg};

/// The verbs of `log`.
#[derive(Debug, Subcommand)]
pub enum LogCommand {
    /// Start a log backup, or resume a paused one
    ///
    /// Creates a log Backup from flags (spec.backupMode: log, spec.logSubcommand: log-start). Resumes the log backup where it exists already
    /// and is paused. BR runs one log task for each TiDB cluster.
    #[command(
        before_help = r"# Start copying the changes of cluster basic
kubectl tidb-br log start basic-log -n tidb --cluster basic \
  --storage 's3://my-bucket/{cluster}/log?region=us-west-2' --storage-secret s3-secret

# Try again after the cause of a failed start is fixed
kubectl tidb-br log start basic-log -n tidb --retry-failed",
        after_help = "Exit codes: 0 1 2 3 4 5 8 9 130\nRBAC: get, list, create, patch, watch backups; get jobs while a sub-command is in flight; those of `check` for the checks beforehand; patch backups/status with --retry-failed (v2)."
    )]
    Start(Lazy<StartLog>),

    /// Pause a log backup, and say until when it can be resumed
    ///
    /// Writes spec.logSubcommand: log-pause. A log backup that stays paused for longer than TiDB keeps its history cannot be resumed.
    #[command(
        before_help = r"# Pause, and wait until the log backup is paused
kubectl tidb-br log pause basic-log -n tidb

# Edit a manifest for GitOps, without a cluster
kubectl tidb-br log pause -f log.yaml --dry-run=client -o yaml",
        after_help = "Exit codes: 0 1 2 3 4 5 8 9 130\nRBAC: get, patch, watch backups (list with -l); get jobs while a sub-command is in flight; patch backups/status with --retry-failed (v2)."
    )]
    Pause(Lazy<TransitLog>),

    /// Resume a paused log backup
    ///
    /// Writes spec.logSubcommand: log-start.
    #[command(
        before_help = r"# Resume, and wait until the log backup runs
kubectl tidb-br log resume basic-log -n tidb

# Try again after a resume that failed
kubectl tidb-br log resume basic-log -n tidb --retry-failed",
        after_help = "Exit codes: 0 1 2 3 4 5 8 9 130\nRBAC: get, patch, watch backups (list with -l); get jobs while a sub-command is in flight; patch backups/status with --retry-failed (v2)."
    )]
    Resume(Lazy<ResumeLog>),

    /// Stop a log backup for good
    ///
    /// Writes spec.logSubcommand: log-stop. The data stays; a stopped log backup cannot be started again.
    #[command(
        before_help = r"# Stop; asks first
kubectl tidb-br log stop basic-log -n tidb

# Stop in a script
kubectl tidb-br log stop basic-log -n tidb --yes --timeout 5m",
        after_help = "Exit codes: 0 1 2 3 4 5 8 9 130\nRBAC: get, patch, watch backups (list with -l); get jobs while a sub-command is in flight; patch backups/status with --retry-failed (v2)."
    )]
    Stop(Lazy<TransitLog>),

    /// Delete log data that is older than a time
    ///
    /// Writes spec.logTruncateUntil. Snapshots from before that time can still be restored, but not to a later point in time.
    #[command(
        before_help = r"# Keep a week; asks first
kubectl tidb-br log truncate basic-log -n tidb --keep 7d

# Delete what no snapshot needs for point-in-time recovery
kubectl tidb-br log truncate basic-log -n tidb --to-oldest-snapshot --yes",
        after_help = "Exit codes: 0 1 2 3 4 5 8 9 130\nRBAC: get, list, patch, watch backups; get jobs while a sub-command is in flight; patch backups/status with --retry-failed (v2)."
    )]
    Truncate(Lazy<TruncateLog>),

    /// Show state, checkpoint, lag and deadline
    #[command(
        visible_alias = "list",
        before_help = r"# All log backups of this namespace
kubectl tidb-br log status

# For monitoring: exit code 6 or 7 when something is wrong
kubectl tidb-br log status -A --check --max-lag 10m,30m",
        after_help = "Exit codes: 0 1 2 6 7 8\nRBAC: list backups (get with NAME, watch with -w); list jobs while a sub-command is in flight. An empty list also lists clusters and tidbclusters, to tell a mistyped --cluster."
    )]
    Status(Lazy<LogStatusArgs>),

    /// Show log backups in detail
    #[command(
        visible_alias = "describe",
        before_help = r"# Every sub-command and condition
kubectl tidb-br log show basic-log -n tidb

# The object as the API server has it
kubectl tidb-br log show basic-log -n tidb -o yaml",
        after_help = "Exit codes: 0 1 2 8\nRBAC: get backups (list with -l)."
    )]
    Show(Lazy<ShowArgs>),

    /// Wait for log backups to reach a state
    #[command(
        before_help = r"# Wait until it runs; exit code 3 when the start failed
kubectl tidb-br log wait basic-log -n tidb --timeout 10m

# Wait for the end of log stop --wait=false
kubectl tidb-br log wait basic-log -n tidb --for stopped",
        after_help = "Exit codes: 0 1 2 3 4 8 130\nRBAC: get, watch backups (list with -l); get jobs while a sub-command is in flight."
    )]
    Wait(Lazy<WaitBackup>),
}

/// `log start`
#[derive(Debug, Clone, Args)]
#[command(
    mut_arg("rules", lifting(&[Rule::SecondTask, Rule::ExpiredResume, Rule::NestedStorage])),
    mut_args = waits_ten_minutes
)]
pub struct StartLog {
    /// Name of the Backup, which is also the name of BR's task
    pub name: Option<String>,

    /// Clear the failure of the sub-command first
    #[arg(long, help_heading = "Writing")]
    pub retry_failed: bool,

    /// Checks beforehand; enforce refuses when a finding is critical
    #[arg(long, value_enum, default_value_t, help_heading = "Writing")]
    pub preflight: Preflight,

    #[command(flatten)]
    pub flags: LogFlags,

    #[command(flatten)]
    pub base: Base,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub allow: AllowFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}

/// `log pause` and `log stop`
#[derive(Debug, Clone, Args)]
#[command(mut_args = waits_ten_minutes)]
pub struct TransitLog {
    #[command(flatten)]
    pub which: EditTarget,

    /// Clear the failure of the sub-command first
    #[arg(long, help_heading = "Writing")]
    pub retry_failed: bool,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}

/// `log resume`
#[derive(Debug, Clone, Args)]
#[command(mut_arg("rules", lifting(&[Rule::ExpiredResume])))]
pub struct ResumeLog {
    #[command(flatten)]
    pub transit: TransitLog,

    #[command(flatten)]
    pub allow: AllowFlags,
}

/// `log truncate`
#[derive(Debug, Clone, Args)]
#[command(
    mut_arg("rules", lifting(&[Rule::Unrestorable])),
    mut_args = waits
)]
#[group(id = "target", required = true, multiple = false, args = ["until", "keep", "to_oldest_snapshot"])]
pub struct TruncateLog {
    #[command(flatten)]
    pub which: OneLog,

    /// Delete what is older than this time
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    pub until: Option<TimeArg>,

    /// Delete what is older than this duration, such as 7d
    #[arg(long, value_name = "DURATION", allow_hyphen_values = true)]
    pub keep: Option<Span>,

    /// Delete what is older than the oldest snapshot that the log can take to a later point in time
    #[arg(long)]
    pub to_oldest_snapshot: bool,

    /// Clear the failure of the sub-command first
    #[arg(long, help_heading = "Writing")]
    pub retry_failed: bool,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub allow: AllowFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}

/// One log backup, or the manifest of one.
#[derive(Debug, Clone, Args)]
#[group(id = "object", required = true, multiple = true, args = ["name", "file"])]
pub struct OneLog {
    /// Name of the log backup; also `backup.br.pingcap.com/NAME`
    #[arg(value_parser = name)]
    pub name: Option<String>,

    #[command(flatten)]
    pub edit: EditFile,
}

/// `log status`
#[derive(Debug, Clone, Args)]
pub struct LogStatusArgs {
    /// Names of log backups; also `backup.br.pingcap.com/NAME`
    #[arg(value_name = "NAME", value_parser = name, conflicts_with_all = ["all_namespaces", "selector"])]
    pub names: Vec<String>,

    #[command(flatten)]
    pub list: ListFlags,

    /// End with exit code 6 or 7 when something is wrong
    #[arg(long, help_heading = "Checking")]
    pub check: bool,

    /// Lag of the checkpoint that is a warning, and lag that is critical
    #[arg(long, value_name = "WARNING,CRITICAL", default_value = "10m,30m", value_parser = thresholds, help_heading = "Checking")]
    pub max_lag: (Span, Span),

    /// Time paused that is a warning, and time that is critical
    #[arg(long, value_name = "WARNING,CRITICAL", default_value = "2h,12h", value_parser = thresholds, help_heading = "Checking")]
    pub max_paused: (Span, Span),
}

fn thresholds(text: &str) -> Result<(Span, Span), String> {
    let (warning, critical) = text
        .split_once(',')
        .ok_or_else(|| "expected two durations, such as 10m,30m".to_owned())?;
    let span = |text: &str| text.trim().parse::<Span>().map_err(|error| error.message);
    let (warning, critical) = (span(warning)?, span(critical)?);
    if warning.length() > critical.length() {
        return Err("the warning threshold lies above the critical one".to_owned());
    }
    Ok((warning, critical))
}
