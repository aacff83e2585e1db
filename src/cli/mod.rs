//! The command line: clap types and nothing else.

mod backup;
pub mod kube;
mod log;
mod look;
mod manifest;
mod write;

use clap::{Parser, Subcommand, ValueEnum};

use crate::output::ColorChoice;

pub use backup::{BackupCommand, BackupMethod, CreateBackup, ListBackups};
pub use kube::KubeFlags;
pub use log::{LogCommand, LogStatusArgs, StartLog, TransitLog, TruncateLog};
pub use look::{ListFlags, OutputFlags, Selector, ShowArgs};
pub use manifest::{BackupFlags, Base, LogFlags, Offered};
pub use write::{DryRun, Preflight, WaitFlags, WriteFlags};

/// What the program calls itself in help and hints.
pub const PROGRAM: &str = "kubectl tidb-br";

/// Back up, restore and look after TiDB clusters that run on Kubernetes with TiDB Operator
#[derive(Debug, Parser)]
#[command(
    name = "kubectl-tidb_br",
    bin_name = PROGRAM,
    disable_version_flag = true,
    disable_help_subcommand = true,
    arg_required_else_help = true,
    subcommand_required = true,
    infer_subcommands = false,
    max_term_width = 100,
    after_help = "Exit codes: 0 done, 1 the cluster failed the request, 2 usage, 3 the operation failed, 4 timed out, 5 refused,\n6/7 a check found a warning / something critical, 8 this operator does not do that, 9 the object changed meanwhile,\n10 not restorable, 130 interrupted."
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,

    #[command(flatten)]
    pub global: GlobalFlags,

    #[command(flatten)]
    pub kube: KubeFlags,
}

/// Flags that every command has.
#[derive(Debug, Clone, clap::Args)]
pub struct GlobalFlags {
    /// Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server
    #[arg(
        long,
        global = true,
        value_enum,
        default_value_t,
        env = "KUBECTL_TIDB_BR_OPERATOR",
        help_heading = "Global options"
    )]
    pub operator: OperatorChoice,

    /// When to colour
    #[arg(
        long,
        global = true,
        value_enum,
        default_value_t,
        help_heading = "Global options"
    )]
    pub color: ColorChoice,

    /// Show times in UTC instead of local time
    #[arg(long, global = true, help_heading = "Global options")]
    pub utc: bool,
}

/// `--operator`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum OperatorChoice {
    /// Ask the API server
    #[default]
    Auto,
    /// pingcap.com/v1alpha1
    V1,
    /// br.pingcap.com/v1alpha1
    V2,
}

/// The nouns and verbs.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Take and look at backups
    #[command(subcommand, visible_alias = "backups")]
    Backup(BackupCommand),

    /// Drive log backup: start, pause, resume, stop, truncate, status
    #[command(subcommand)]
    Log(LogCommand),

    /// Turn TSOs into times and back
    ///
    /// Reads decimal TSOs, RFC 3339, 'YYYY-MM-DD HH:MM:SS+08:00', durations ago and `now`. Without a value, shows now.
    #[command(
        after_help = "Examples:\n  # When was this?\n  kubectl tidb-br tso 436569119308644661\n\n  # The TSO of a time\n  kubectl tidb-br tso 2022-10-10T13:17:05+08:00\n\nRBAC: none, it never connects."
    )]
    Tso(TsoArgs),

    /// Print a shell completion script
    ///
    /// For completion behind `kubectl tidb-br`, put completions/kubectl_complete-tidb_br on PATH as well.
    #[command(
        after_help = "Examples:\n  # Load completion into this bash\n  source <(kubectl tidb-br completion bash)\n\n  # Install it for fish\n  kubectl tidb-br completion fish > ~/.config/fish/completions/kubectl-tidb_br.fish\n\nRBAC: none, it never connects."
    )]
    Completion(CompletionArgs),

    /// Show the versions of the plugin, the API server and the operators' APIs
    #[command(
        after_help = "Examples:\n  # All versions\n  kubectl tidb-br version\n\n  # Without a cluster\n  kubectl tidb-br version --client\n\nRBAC: none beyond what every authenticated user has."
    )]
    Version(VersionArgs),
}

/// `tso`
#[derive(Debug, clap::Args)]
pub struct TsoArgs {
    /// TSOs or times
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    pub values: Vec<String>,

    #[command(flatten)]
    pub output: OutputFlags,
}

/// `completion`
#[derive(Debug, clap::Args)]
pub struct CompletionArgs {
    /// bash, zsh, fish or powershell
    #[arg(value_enum)]
    pub shell: Shell,
}

/// The shells that a script is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// GNU Bash
    Bash,
    /// Z shell
    Zsh,
    /// fish
    Fish,
    /// PowerShell
    Powershell,
}

/// `version`
#[derive(Debug, clap::Args)]
pub struct VersionArgs {
    /// Only the plugin's own version; never connects
    #[arg(long)]
    pub client: bool,

    #[command(flatten)]
    pub output: OutputFlags,
}
