//! `completion`: scripts for shells, the bridge to kubectl's own completion, and its installation.

mod candidates;
mod install;
mod protocol;
mod source;

use clap::CommandFactory;
use clap_complete::{Shell as Known, generate};

use crate::cli::{Cli, CompletionAction, CompletionArgs, Shell};
use crate::context::Context;
use crate::{Error, Exit, Result};

pub use protocol::{asked, complete};

/// The name of the executable, which the scripts are for.
const EXECUTABLE: &str = "kubectl-tidb_br";

/// The name under which kubectl looks for the completion of `kubectl tidb-br`.
pub const COMPLETER: &str = "kubectl_complete-tidb_br";

/// What kubectl runs under that name: it passes the words on to the program.
pub const SHIM: &str = include_str!("../../../completions/kubectl_complete-tidb_br");

/// `completion SHELL` and `completion install`
pub fn run(context: &Context, args: &CompletionArgs) -> Result<Exit> {
    match (&args.action, args.shell) {
        (Some(CompletionAction::Install(args)), _) => install::run(context, args),
        (None, Some(shell)) => {
            context.ui.print(&script(shell));
            Ok(Exit::Done)
        }
        (None, None) => Err(Error::usage("a shell is missing")
            .hint("kubectl tidb-br completion bash, zsh, fish or powershell")),
    }
}

/// The script for a shell, as it is kept in `completions/`.
pub fn script(shell: Shell) -> String {
    let known = match shell {
        Shell::Bash => Known::Bash,
        Shell::Zsh => Known::Zsh,
        Shell::Fish => Known::Fish,
        Shell::Powershell => Known::PowerShell,
    };
    let mut command = Cli::command().bin_name(EXECUTABLE);
    let mut script = Vec::new();
    generate(known, &mut command, EXECUTABLE, &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
