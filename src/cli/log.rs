//! `log …`

use clap::{Args, Subcommand};

use super::lazy::Lazy;
use super::{
    Base, EditFile, ListFlags, LogFlags, Preflight, ShowArgs, Target, WaitBackup, WaitFlags,
    WriteFlags,
};
use crate::time::{Span, TimeArg};

/// The verbs of `log`.
#[derive(Debug, Subcommand)]
pub enum LogCommand {
    /// Start a log backup, or one that is paused
    ///
    /// Creates a log Backup from flags; where it exists already and is paused, resumes it. BR runs one log task a cluster.
    #[command(
        after_help = "Examples:\n  # Start copying the changes of cluster basic\n  kubectl tidb-br log start basic-log -n tidb --cluster basic \\\n    --storage 's3://my-bucket/{cluster}/log?region=us-west-2' --storage-secret s3-secret\n\n  # Once the cause of a failed start is mended\n  kubectl tidb-br log start basic-log -n tidb --retry-failed\n\nRBAC: get, list, create, patch, watch backups; get clusters, secrets, serviceaccounts for the checks beforehand; patch backups/status with --retry-failed (v2)."
    )]
    Start(Lazy<StartLog>),

    /// Pause a log backup, and say until when it can be resumed
    #[command(
        after_help = "Examples:\n  # Pause, and wait until it is paused\n  kubectl tidb-br log pause basic-log -n tidb\n\n  # Edit a manifest for GitOps, without a cluster\n  kubectl tidb-br log pause -f log.yaml --dry-run=client -o yaml\n\nRBAC: get, patch, watch backups; patch backups/status with --retry-failed (v2)."
    )]
    Pause(Lazy<TransitLog>),

    /// Resume a paused log backup
    #[command(
        after_help = "Examples:\n  # Resume\n  kubectl tidb-br log resume basic-log -n tidb\n\n  # After a resume that failed\n  kubectl tidb-br log resume basic-log -n tidb --retry-failed\n\nRBAC: get, patch, watch backups; patch backups/status with --retry-failed (v2)."
    )]
    Resume(Lazy<TransitLog>),

    /// Stop a log backup for good
    #[command(
        after_help = "Examples:\n  # Stop; asks first\n  kubectl tidb-br log stop basic-log -n tidb\n\n  # In a script\n  kubectl tidb-br log stop basic-log -n tidb --yes --timeout 5m\n\nRBAC: get, patch, watch backups; patch backups/status with --retry-failed (v2)."
    )]
    Stop(Lazy<TransitLog>),

    /// Delete log data that is older than a time
    ///
    /// Snapshots from before that time can still be restored, but not rolled forward.
    #[command(
        after_help = "Examples:\n  # Keep a week\n  kubectl tidb-br log truncate basic-log -n tidb --keep 7d\n\n  # As far as no snapshot loses point-in-time recovery\n  kubectl tidb-br log truncate basic-log -n tidb --to-oldest-snapshot --yes\n\nRBAC: get, list, patch, watch backups; patch backups/status with --retry-failed (v2)."
    )]
    Truncate(Lazy<TruncateLog>),

    /// Show state, checkpoint, lag and deadline
    #[command(
        visible_alias = "list",
        after_help = "Examples:\n  # All log backups of this namespace\n  kubectl tidb-br log status\n\n  # For monitoring: exit code 6 or 7 when something is wrong\n  kubectl tidb-br log status -A --check --max-lag 10m,30m\n\nRBAC: list backups (get with NAME, watch with -w)."
    )]
    Status(Lazy<LogStatusArgs>),

    /// Show log backups in detail
    #[command(
        visible_alias = "describe",
        after_help = "Examples:\n  # Every sub-command and condition\n  kubectl tidb-br log show basic-log -n tidb\n\n  # The object as the API server has it\n  kubectl tidb-br log show basic-log -o yaml\n\nRBAC: get backups (list with -l)."
    )]
    Show(Lazy<ShowArgs>),

    /// Wait for log backups to reach a state
    #[command(
        after_help = "Examples:\n  # Until it has a start; exit code 3 when the start failed\n  kubectl tidb-br log wait basic-log -n tidb --timeout 10m\n\n  # After log stop --wait=false\n  kubectl tidb-br log wait basic-log -n tidb --for stopped\n\nRBAC: get, watch backups (list with -l)."
    )]
    Wait(Lazy<WaitBackup>),
}

/// `log start`
#[derive(Debug, Clone, Args)]
pub struct StartLog {
    /// Name of the Backup, which is also BR's task name
    pub name: Option<String>,

    /// Clear the failure of the sub-command first
    #[arg(long, help_heading = "Writing")]
    pub retry_failed: bool,

    /// Checks beforehand: off, warn, or enforce (refuse on a critical finding)
    #[arg(long, value_enum, default_value_t, help_heading = "Writing")]
    pub preflight: Preflight,

    #[command(flatten)]
    pub flags: LogFlags,

    #[command(flatten)]
    pub base: Base,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}

/// `log pause`, `resume` and `stop`
#[derive(Debug, Clone, Args)]
pub struct TransitLog {
    #[command(flatten)]
    pub which: Target,

    /// Clear the failure of the sub-command first
    #[arg(long, help_heading = "Writing")]
    pub retry_failed: bool,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}

/// `log truncate`
#[derive(Debug, Clone, Args)]
#[group(id = "target", required = true, multiple = false, args = ["until", "keep", "to_oldest_snapshot"])]
pub struct TruncateLog {
    /// Name; also `backup.br.pingcap.com/NAME`
    #[arg(required_unless_present = "file")]
    pub name: Option<String>,

    #[command(flatten)]
    pub edit: EditFile,

    /// Delete what is older than this time
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    pub until: Option<TimeArg>,

    /// Delete what is older than this long ago
    #[arg(long, value_name = "DURATION", allow_hyphen_values = true)]
    pub keep: Option<Span>,

    /// Delete what is older than the oldest snapshot that the log can roll forward
    #[arg(long)]
    pub to_oldest_snapshot: bool,

    /// Clear the failure of the sub-command first
    #[arg(long, help_heading = "Writing")]
    pub retry_failed: bool,

    #[command(flatten)]
    pub write: WriteFlags,

    #[command(flatten)]
    pub wait: WaitFlags,
}

/// `log status`
#[derive(Debug, Clone, Args)]
pub struct LogStatusArgs {
    /// Names; also `backup.br.pingcap.com/NAME`
    #[arg(value_name = "NAME", conflicts_with_all = ["all_namespaces", "selector"])]
    pub names: Vec<String>,

    #[command(flatten)]
    pub list: ListFlags,

    /// Exit with 6 or 7 when something is wrong
    #[arg(long, help_heading = "Checking")]
    pub check: bool,

    /// Lag of the checkpoint that is a warning, and critical
    #[arg(long, value_name = "WARNING,CRITICAL", default_value = "10m,30m", value_parser = thresholds, help_heading = "Checking")]
    pub max_lag: (Span, Span),

    /// Time paused that is a warning, and critical
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
