//! `completion`

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::lazy::Lazy;

/// `completion`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct CompletionArgs {
    /// The shell that the script is for
    #[arg(value_enum, required = true)]
    pub shell: Option<Shell>,

    #[command(subcommand)]
    pub action: Option<CompletionAction>,
}

/// What `completion` does besides printing scripts.
#[derive(Debug, Subcommand)]
pub enum CompletionAction {
    /// Put the completer of `kubectl tidb-br` on PATH
    ///
    /// Writes kubectl_complete-tidb_br into the folder of kubectl-tidb_br, or, where you may not write there, into the first folder of PATH
    /// that you may write to. Asks first.
    #[command(
        before_help = r"# Show where the completer goes, and ask
kubectl tidb-br completion install

# Write into a folder of your own, in a script
kubectl tidb-br completion install --dir ~/.local/bin --yes",
        after_help = "Exit codes: 0 1 2 5\nRBAC: none, it never connects. Completion itself lists what it offers: backups, schedules, restores, compactbackups, clusters, tidbclusters, namespaces."
    )]
    Install(Lazy<InstallCompletion>),
}

/// `completion install`
#[derive(Debug, Clone, Args)]
pub struct InstallCompletion {
    /// Folder to write to (default: a folder of PATH)
    #[arg(long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub dir: Option<PathBuf>,

    /// Answer the question with yes
    #[arg(short, long)]
    pub yes: bool,
}

/// The shells that there is a script for.
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
