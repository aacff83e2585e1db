//! `completion`

use clap::CommandFactory;
use clap_complete::{Shell as Known, generate};

use super::Context;
use crate::cli::{Cli, CompletionArgs, Shell};
use crate::{Exit, Result};

/// The name of the executable, which the scripts are for.
const EXECUTABLE: &str = "kubectl-tidb_br";

/// `completion SHELL`
pub fn run(context: &Context, args: &CompletionArgs) -> Result<Exit> {
    context.ui.print(&script(args.shell));
    Ok(Exit::Done)
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
