//! The command line: clap types and nothing else.

mod backup;
mod compact;
mod convert;
mod edit;
pub mod kube;
mod lazy;
mod log;
mod look;
mod manifest;
mod restore;
mod schedule;
mod setup;
mod write;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::error::ClusterFlags;
use crate::output::ColorChoice;
use lazy::Lazy;

pub use backup::{BackupCommand, BackupMethod, CreateBackup, ListBackups, State, WaitBackup};
pub use compact::{CompactCommand, CompactGoal, CreateCompact, WaitCompact};
pub use convert::ConvertArgs;
pub use edit::{EditFile, Target};
pub use kube::KubeFlags;
pub use log::{LogCommand, LogStatusArgs, StartLog, TransitLog, TruncateLog};
pub use look::{ListFlags, OutputFlags, Selector, ShowArgs};
pub use manifest::{
    BackupFlags, Base, CompactFlags, LogFlags, Offered, RestoreFlags, ScheduleFlags,
};
pub use restore::{CreateRestore, RestoreCommand, RestoreFrom, RestoreMethod, Until, WaitRestore};
pub use schedule::{
    Cascade, ChangeSchedule, CreateSchedule, DeleteSchedule, PauseSchedule, ScheduleCommand,
    SetSchedule,
};
pub use setup::{
    ApplyFlags, AzblobSecret, GrantFlags, SecretArgs, SecretCommand, SetupCommand, SetupRbac,
    SetupSql, SetupTikv, SqlTool, TidbSecret, TlsSecret,
};
pub use write::{DryRun, Interactive, Preflight, WaitFlags, WriteFlags};

/// What the program calls itself in help and hints.
pub const PROGRAM: &str = "kubectl tidb-br";

/// Says which operator where `--operator` does not.
pub const OPERATOR_VARIABLE: &str = "KUBECTL_TIDB_BR_OPERATOR";

/// Back up, restore and look after TiDB clusters that run on Kubernetes with TiDB Operator
#[derive(Debug, Parser)]
#[command(
    name = "kubectl-tidb_br",
    bin_name = PROGRAM,
    disable_version_flag = true,
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

impl Cli {
    /// The flags of this run that chose the cluster and the namespace; hints repeat them.
    pub fn cluster_flags(&self) -> ClusterFlags {
        let operator = match self.global.operator {
            OperatorChoice::Auto => None,
            OperatorChoice::V1 => Some("v1".to_owned()),
            OperatorChoice::V2 => Some("v2".to_owned()),
        };
        ClusterFlags {
            connection: self.kube.connection(),
            namespace: self.kube.namespace.clone(),
            operator,
        }
    }
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
        env = OPERATOR_VARIABLE,
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
    // A variable that is set to nothing is as good as none.
    #[default]
    #[value(alias = "")]
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

    /// Drive log backup: start, pause, resume, stop, truncate
    #[command(subcommand)]
    Log(LogCommand),

    /// Restore clusters: snapshots, archives, points in time
    #[command(subcommand, visible_alias = "restores")]
    Restore(RestoreCommand),

    /// Run backups on a schedule, and say what is kept
    #[command(subcommand, visible_alias = "schedules")]
    Schedule(ScheduleCommand),

    /// Compact log backup data, so that restores are faster
    #[command(subcommand)]
    Compact(CompactCommand),

    /// Prepare a namespace for its first backup
    #[command(subcommand)]
    Setup(SetupCommand),

    /// Turn manifests for v1 into their v2 equivalents
    ///
    /// Prints the v2 manifest; what is dropped or renamed on the way is said as a Warning. What v2 cannot do at all, such as
    /// dumps, is refused.
    #[command(
        after_help = "Examples:\n  # One file\n  kubectl tidb-br convert -f backup-v1.yaml > backup-v2.yaml\n\n  # Everything of one kind in a namespace\n  kubectl get backups.pingcap.com -n tidb -o yaml | kubectl tidb-br convert -f -\n\nRBAC: none, it never connects."
    )]
    Convert(Lazy<ConvertArgs>),

    /// Turn TSOs into times and back
    ///
    /// Reads decimal TSOs, RFC 3339, 'YYYY-MM-DD HH:MM:SS+08:00', durations ago and `now`. Without a value, shows now.
    #[command(
        after_help = "Examples:\n  # When was this?\n  kubectl tidb-br tso 436569119308644661\n\n  # The TSO of a time\n  kubectl tidb-br tso 2022-10-10T13:17:05+08:00\n\nRBAC: none, it never connects."
    )]
    Tso(TsoArgs),

    /// Print a completion script, or set up kubectl's completion
    ///
    /// The scripts complete `kubectl-tidb_br`. Behind `kubectl tidb-br` kubectl completes, and asks a second executable on PATH,
    /// which `completion install` puts there.
    #[command(
        after_help = "Examples:\n  # Let kubectl complete `kubectl tidb-br`, with the names of your backups\n  kubectl tidb-br completion install\n\n  # Load completion of kubectl-tidb_br into this bash\n  source <(kubectl tidb-br completion bash)\n\n  # Install it for fish\n  kubectl tidb-br completion fish > ~/.config/fish/completions/kubectl-tidb_br.fish\n\nRBAC: none, it never connects."
    )]
    Completion(CompletionArgs),

    /// Show the versions of plugin, API server and operators
    #[command(
        after_help = "Examples:\n  # All versions\n  kubectl tidb-br version\n\n  # Without a cluster\n  kubectl tidb-br version --client\n\nRBAC: none beyond what every authenticated user has."
    )]
    Version(Lazy<VersionArgs>),
}

/// `tso`
#[derive(Debug, clap::Args)]
pub struct TsoArgs {
    /// TSOs or times
    #[arg(value_name = "VALUE", allow_negative_numbers = true)]
    pub values: Vec<String>,

    #[command(flatten)]
    pub output: OutputFlags,
}

/// `completion`
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct CompletionArgs {
    /// bash, zsh, fish or powershell
    #[arg(value_enum, required = true)]
    pub shell: Option<Shell>,

    #[command(subcommand)]
    pub action: Option<CompletionAction>,
}

/// What `completion` does beside printing scripts.
#[derive(Debug, Subcommand)]
pub enum CompletionAction {
    /// Put the completer of `kubectl tidb-br` on PATH
    ///
    /// Writes kubectl_complete-tidb_br beside kubectl-tidb_br where that can be written to, else into the first folder of PATH that
    /// can. Asks first.
    #[command(
        after_help = "Examples:\n  # Asks, and shows where it goes\n  kubectl tidb-br completion install\n\n  # In a script, into a folder of your own\n  kubectl tidb-br completion install --dir ~/.local/bin --yes\n\nRBAC: none, it never connects. Completion itself lists what it names: backups, schedules, restores, compactbackups, clusters, tidbclusters, namespaces."
    )]
    Install(InstallCompletion),
}

/// `completion install`
#[derive(Debug, clap::Args)]
pub struct InstallCompletion {
    /// Folder to write to; default: one of PATH
    #[arg(long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub dir: Option<PathBuf>,

    /// Answer the question with yes
    #[arg(short, long)]
    pub yes: bool,
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
