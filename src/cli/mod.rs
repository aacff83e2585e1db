//! The command line: clap types and nothing else.

mod backup;
mod check;
mod compact;
mod completion;
mod convert;
mod edit;
pub mod help;
pub mod kube;
mod lazy;
mod log;
mod look;
mod manifest;
mod restore;
mod schedule;
mod setup;
mod switch;
mod write;

use clap::{ArgMatches, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::error::ClusterFlags;
use crate::output::ColorChoice;
use lazy::Lazy;

pub use backup::{BackupCommand, BackupMethod, CreateBackup, ListBackups, State, WaitBackup};
pub use check::CheckArgs;
pub use compact::{CompactCommand, CompactGoal, CreateCompact, WaitCompact};
pub use completion::{CompletionAction, CompletionArgs, InstallCompletion, Shell};
pub use convert::ConvertArgs;
pub use edit::{EditFile, EditTarget};
pub use kube::KubeFlags;
pub use log::{LogCommand, LogStatusArgs, ResumeLog, StartLog, TransitLog, TruncateLog};
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
pub use write::{AllowFlags, DryRun, Interactive, Preflight, WaitFlags, WriteFlags};

/// What the program calls itself in help and hints.
pub const PROGRAM: &str = "kubectl tidb-br";

/// Says which operator where `--operator` does not.
pub const OPERATOR_VARIABLE: &str = "KUBECTL_TIDB_BR_OPERATOR";

/// Back up, restore and look after TiDB clusters that run on Kubernetes with TiDB Operator
#[derive(Debug, Parser)]
#[command(
    name = "kubectl-tidb_br",
    bin_name = PROGRAM,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true,
    subcommand_required = true,
    args_override_self = true,
    mut_args = switch::with_value,
    before_help = r"# A first backup: the account of the job, the credentials, the backup
kubectl tidb-br setup rbac -n tidb
kubectl tidb-br setup secret s3 s3-secret -n tidb --from-env
kubectl tidb-br backup create -n tidb --cluster basic --storage s3://my-bucket/basic --storage-secret s3-secret --wait

# Is everything that is backed up still going well?
kubectl tidb-br log status -A",
    after_help = "Exit codes: 0 1 2 3 4 5 6 7 8 9 10 130"
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
    /// The command line that clap parsed.
    ///
    /// # Errors
    /// Where a value does not fit its flag.
    pub fn of_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let cli = Self::from_arg_matches(matches)?;
        Ok(Self {
            kube: cli.kube.without_empty(),
            ..cli
        })
    }

    /// The flags of this run that chose the cluster and the namespace. Hints repeat them.
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
    /// Which operator: v1 is pingcap.com, v2 is br.pingcap.com; auto asks the API server. The variable KUBECTL_TIDB_BR_OPERATOR says the same
    #[arg(
        long,
        global = true,
        value_enum,
        default_value_t,
        env = OPERATOR_VARIABLE,
        help_heading = "Global options"
    )]
    pub operator: OperatorChoice,

    /// When the output has colours
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

    /// Show the help of the command
    #[arg(short, long, global = true, help_heading = "Global options")]
    pub help: bool,
}

/// `--operator`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum OperatorChoice {
    /// Ask the API server
    // A variable that is set to an empty text means the same as no variable.
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

    /// Drive log backups: start, pause, resume, stop, truncate
    #[command(subcommand)]
    Log(LogCommand),

    /// Restore clusters: snapshots, archives, points in time
    #[command(subcommand, visible_alias = "restores")]
    Restore(RestoreCommand),

    /// Run backups on a schedule, and say which of them are kept
    #[command(subcommand, visible_alias = "schedules")]
    Schedule(ScheduleCommand),

    /// Compact log backup data, so that restores are faster
    #[command(subcommand)]
    Compact(CompactCommand),

    /// Prepare a namespace for its first backup
    #[command(subcommand)]
    Setup(SetupCommand),

    /// Find what would make a backup fail later
    ///
    /// Checks a TiDB cluster, the objects that work for its backups, and the account and Secrets that they need; with -f, the manifests of
    /// a file. `create` commands make the same checks (--preflight).
    #[command(
        before_help = r"# A cluster, before its next backup
kubectl tidb-br check basic -n tidb

# A manifest, before it is applied
kubectl tidb-br check -f backup.yaml -n tidb

# In a pipeline without a cluster
kubectl tidb-br check -f backup.yaml --offline",
        after_help = "Exit codes: 0 1 2 6 7 8\nRBAC: get, list backups, backupschedules, restores; get, list clusters, tidbclusters; list pdgroups, tikvgroups, deployments; get secrets, serviceaccounts; create localsubjectaccessreviews. What you may not read is reported as unknown."
    )]
    Check(Lazy<CheckArgs>),

    /// Convert manifests for v1 into their v2 equivalents
    ///
    /// Prints the v2 manifest, and a Warning for everything that is dropped or renamed. Refuses what v2 cannot do at all, such as dumps.
    #[command(
        before_help = r"# One file
kubectl tidb-br convert -f backup-v1.yaml > backup-v2.yaml

# Everything of one kind in a namespace
kubectl get backups.pingcap.com -n tidb -o yaml | kubectl tidb-br convert -f -",
        after_help = "Exit codes: 0 2 8\nRBAC: none, it never connects."
    )]
    Convert(Lazy<ConvertArgs>),

    /// Convert TSOs into times and back
    ///
    /// Understands decimal TSOs, RFC 3339, 'YYYY-MM-DD HH:MM:SS+08:00', a duration that means that long ago, and `now`. Without a value,
    /// shows the present.
    #[command(
        before_help = r"# When was this?
kubectl tidb-br tso 436569119308644661

# The TSO of a time
kubectl tidb-br tso 2022-10-10T13:17:05+08:00",
        after_help = "Exit codes: 0 2\nRBAC: none, it never connects."
    )]
    Tso(Lazy<TsoArgs>),

    /// Print a completion script, or set up kubectl's completion
    ///
    /// The scripts complete `kubectl-tidb_br`. kubectl itself completes `kubectl tidb-br`: it asks a second executable on PATH, which
    /// `completion install` writes.
    #[command(
        before_help = r"# Let kubectl complete `kubectl tidb-br`, with the names of your backups
kubectl tidb-br completion install

# Load completion of kubectl-tidb_br into this bash
source <(kubectl tidb-br completion bash)

# Store it for fish
kubectl tidb-br completion fish > ~/.config/fish/completions/kubectl-tidb_br.fish",
        after_help = "Exit codes: 0 2\nRBAC: none, it never connects."
    )]
    Completion(CompletionArgs),

    /// Show the versions of plugin, API server and operators
    #[command(
        before_help = r"# The versions of everything
kubectl tidb-br version

# Without a cluster
kubectl tidb-br version --client",
        after_help = "Exit codes: 0 1 2\nRBAC: none beyond what every authenticated user has."
    )]
    Version(Lazy<VersionArgs>),

    /// List the flags that every command has
    #[command(
        before_help = r"# Flags that choose the cluster, the namespace and the user
kubectl tidb-br options

# Which flag is for the certificate authority?
kubectl tidb-br options | grep certificate",
        after_help = "Exit codes: 0 2\nRBAC: none, it never connects."
    )]
    Options,
}

/// `tso`
#[derive(Debug, Clone, clap::Args)]
pub struct TsoArgs {
    /// TSOs or times
    #[arg(value_name = "VALUE", allow_negative_numbers = true)]
    pub values: Vec<String>,

    #[command(flatten)]
    pub output: OutputFlags,
}

/// `version`
#[derive(Debug, Clone, clap::Args)]
pub struct VersionArgs {
    /// Show only the version of the plugin; never connects
    #[arg(long)]
    pub client: bool,

    #[command(flatten)]
    pub output: OutputFlags,
}
