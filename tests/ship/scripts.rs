//! The completion scripts kept in `completions/`.

use std::os::unix::fs::PermissionsExt;

use kubectl_tidb_br::cli::Shell;
use kubectl_tidb_br::command::completion::{SHIM, script};

use super::files;

#[test]
fn the_scripts_are_those_of_the_present_tree() {
    for (name, shell) in [
        ("kubectl-tidb_br.bash", Shell::Bash),
        ("_kubectl-tidb_br", Shell::Zsh),
        ("kubectl-tidb_br.fish", Shell::Fish),
        ("_kubectl-tidb_br.ps1", Shell::Powershell),
    ] {
        files::generated(&format!("completions/{name}"), &script(shell));
    }
}

#[test]
fn the_completer_is_executable() {
    let file = files::path("completions/kubectl_complete-tidb_br");
    let mode = file.metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o111, 0o111, "kubectl skips a file that is not");
    assert_eq!(files::read("completions/kubectl_complete-tidb_br"), SHIM);
}
