//! The completion scripts in `completions/`.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::program::{EXECUTABLE, command, streams};
use crate::support::golden;

/// The scripts ask the program; a longer file would know commands by itself again, and go stale.
const MOST_LINES: usize = 60;

#[test]
fn every_script_is_short() {
    let folder = fs::read_dir(golden::path("completions")).unwrap();
    let names: Vec<String> = folder
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names.len(), 5, "{names:?}");
    for name in names {
        let lines = golden::text_of(&format!("completions/{name}"))
            .lines()
            .count();
        assert!(lines < MOST_LINES, "{name} has {lines} lines");
    }
}

#[test]
fn the_program_prints_the_scripts() {
    let nowhere = tempfile::tempdir().unwrap();
    for (shell, name) in [
        ("bash", "kubectl-tidb_br.bash"),
        ("zsh", "_kubectl-tidb_br"),
        ("fish", "kubectl-tidb_br.fish"),
        ("powershell", "_kubectl-tidb_br.ps1"),
    ] {
        let output = command(EXECUTABLE, nowhere.path())
            .args(["completion", shell])
            .output()
            .unwrap();
        let script = golden::text_of(&format!("completions/{name}"));
        assert_eq!(streams(&output), (script, String::new()), "{shell}");
    }
}

#[test]
fn the_completer_is_executable() {
    let file = golden::path("completions/kubectl_complete-tidb_br");
    let mode = file.metadata().unwrap().permissions().mode();
    assert_eq!(
        mode & 0o111,
        0o111,
        "kubectl ignores a file that is not executable"
    );
}
