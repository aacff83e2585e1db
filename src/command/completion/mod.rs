//! `completion`: the scripts for shells, the answers to kubectl's own completion, and its installation.

mod candidates;
mod install;
mod protocol;
mod source;
mod values;

use crate::cli::{CompletionAction, CompletionArgs, Shell};
use crate::context::Context;
use crate::{Error, Exit, Hint, NextCommand, Result};

pub use protocol::{complete, words_to_complete};

/// The name of the executable.
const EXECUTABLE: &str = "kubectl-tidb_br";

/// The name under which kubectl looks for the completer of `kubectl tidb-br`.
const COMPLETER: &str = "kubectl_complete-tidb_br";

/// The script that kubectl runs under that name. It passes the words to the program.
const SHIM: &str = include_str!("../../../completions/kubectl_complete-tidb_br");

/// `completion SHELL` and `completion install`
pub fn run(context: &Context, args: &CompletionArgs) -> Result<Exit> {
    match (&args.action, args.shell) {
        (Some(CompletionAction::Install(args)), _) => install::run(context, args),
        (None, Some(shell)) => {
            context.ui.print(script(shell));
            Ok(Exit::Done)
        }
        (None, None) => Err(Error::usage("missing: SHELL").hint(
            Hint::from(NextCommand::plugin("completion bash").local())
                .and("; also zsh, fish, powershell"),
        )),
    }
}

/// The script for a shell. It asks this program, so it stays the same when commands change.
fn script(shell: Shell) -> &'static str {
    match shell {
        Shell::Bash => include_str!("../../../completions/kubectl-tidb_br.bash"),
        Shell::Zsh => include_str!("../../../completions/_kubectl-tidb_br"),
        Shell::Fish => include_str!("../../../completions/kubectl-tidb_br.fish"),
        Shell::Powershell => include_str!("../../../completions/_kubectl-tidb_br.ps1"),
    }
}
