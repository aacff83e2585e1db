//! The program under test, started in an environment of its own.

use std::path::Path;
use std::process::{Command, Output, Stdio};

/// The executable that was built with the tests.
pub const EXECUTABLE: &str = env!("CARGO_BIN_EXE_kubectl-tidb_br");

/// A command that sees `path` as PATH, no kubeconfig, and no terminal.
pub fn command(program: impl AsRef<Path>, path: &Path) -> Command {
    let mut command = Command::new(program.as_ref());
    // The shim is a script, and its interpreter lies outside PATH; nothing else of the machine may be found.
    command
        .env_clear()
        .env("PATH", path)
        .env("HOME", path)
        .stdin(Stdio::null());
    command
}

/// What a finished process wrote, as text.
pub fn streams(output: &Output) -> (String, String) {
    (
        String::from_utf8(output.stdout.clone()).unwrap(),
        String::from_utf8(output.stderr.clone()).unwrap(),
    )
}
