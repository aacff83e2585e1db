//! The plugin itself: built by cargo, and put on a PATH beside kubectl, where kubectl finds it.

use std::env;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use sandbox::{Failure, Result};

/// The name under which kubectl looks the plugin up.
const EXECUTABLE: &str = "kubectl-tidb_br";

/// The built plugin.
pub struct Program {
    executable: PathBuf,
}

/// Builds the plugin in the profile of this program and returns where it is.
pub fn build() -> Result<Program> {
    let this = env::current_exe()
        .map_err(|error| Failure::new(format!("cannot find this program: {error}")))?;
    let folder = this.parent().map(Path::to_owned).unwrap_or_default();
    let executable = folder.join(EXECUTABLE);
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build
        .args([
            "build",
            "--quiet",
            "--package",
            "kubectl-tidb-br",
            "--bin",
            EXECUTABLE,
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    if folder.ends_with("release") {
        build.arg("--release");
    }
    let built = build
        .status()
        .map_err(|error| Failure::new(format!("cannot run cargo: {error}")))?;
    if !built.success() || !executable.exists() {
        return Err(Failure::new(format!("cargo did not build {EXECUTABLE}")));
    }
    Ok(Program { executable })
}

impl Program {
    /// A folder with `kubectl` and the plugin in it, for PATH.
    pub fn on_path(&self, kubectl: &Path) -> Result<PathBuf> {
        let target = self
            .executable
            .parent()
            .and_then(Path::parent)
            .unwrap_or(Path::new("."));
        let folder = target.join("sandbox-path");
        let trouble = |error| Failure::new(format!("cannot fill {}: {error}", folder.display()));
        fs::create_dir_all(&folder).map_err(trouble)?;
        for (name, target) in [("kubectl", kubectl), (EXECUTABLE, &self.executable)] {
            let link = folder.join(name);
            let _ = fs::remove_file(&link);
            symlink(target, &link).map_err(trouble)?;
        }
        Ok(folder)
    }
}
