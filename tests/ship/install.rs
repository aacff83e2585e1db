//! `completion install`: where the completer goes, and that nothing is written without a yes.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use super::program::{EXECUTABLE, command, streams};
use crate::support::golden;

const COMPLETER: &str = "kubectl_complete-tidb_br";

fn install(path: &Path) -> Command {
    let mut install = command(EXECUTABLE, path);
    install.args(["completion", "install"]);
    install
}

#[test]
fn it_goes_beside_the_program_and_is_executable() {
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    symlink(EXECUTABLE, second.path().join("kubectl-tidb_br")).unwrap();
    let path = std::env::join_paths([first.path(), second.path()]).unwrap();
    let file = second.path().join(COMPLETER);
    let run = || {
        streams(
            &install(first.path())
                .env("PATH", &path)
                .arg("-y")
                .output()
                .unwrap(),
        )
        .0
    };
    assert_eq!(run(), format!("{} created\n", file.display()));
    let kept = golden::text_of("completions/kubectl_complete-tidb_br");
    assert_eq!(fs::read_to_string(&file).unwrap(), kept);
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o755);
    assert_eq!(run(), format!("{} unchanged\n", file.display()));
    fs::write(&file, "old").unwrap();
    assert_eq!(run(), format!("{} configured\n", file.display()));
    assert_eq!(fs::read_to_string(&file).unwrap(), kept);
    assert_eq!(fs::read_dir(first.path()).unwrap().count(), 0);
}

#[test]
fn without_a_yes_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let output = install(folder.path()).output().unwrap();
    let (stdout, stderr) = streams(&output);
    assert_eq!(output.status.code(), Some(5), "{stderr}");
    let file = folder.path().join(COMPLETER);
    assert!(
        stdout.is_empty() && stderr.contains(&*file.to_string_lossy()),
        "{stderr}"
    );
    assert!(
        stderr.ends_with("hint: kubectl tidb-br completion install --yes\n"),
        "{stderr}"
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_folder_that_kubectl_does_not_search_is_warned_of() {
    let (path, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut install = install(path.path());
    let output = install
        .arg("--yes")
        .arg("--dir")
        .arg(folder.path())
        .output()
        .unwrap();
    let (_, stderr) = streams(&output);
    assert!(
        output.status.success() && stderr.contains("is not on PATH"),
        "{stderr}"
    );
    assert!(folder.path().join(COMPLETER).is_file());
    let missing = folder.path().join("missing");
    let output = super::install::install(path.path())
        .arg("--yes")
        .arg("--dir")
        .arg(&missing)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(!missing.exists());
}
