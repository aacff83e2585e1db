//! The programs of the control plane: found through `KUBEBUILDER_ASSETS`, or built once from the versions that
//! `tests/control-plane` pins.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::failure::{Context, Failure, Result};

const NAMES: [&str; 3] = ["kube-apiserver", "etcd", "kubectl"];

/// The Go packages of the programs. The slowest comes last, so that a problem of the toolchain shows early.
const PACKAGES: [(&str, &str); 3] = [
    ("etcd", "go.etcd.io/etcd/server/v3"),
    ("kubectl", "k8s.io/kubernetes/cmd/kubectl"),
    ("kube-apiserver", "k8s.io/kubernetes/cmd/kube-apiserver"),
];

/// A folder that holds `kube-apiserver`, `etcd` and `kubectl`.
#[derive(Debug, Clone)]
pub(super) struct Binaries {
    folder: PathBuf,
}

impl Binaries {
    /// The folder that `KUBEBUILDER_ASSETS` names, or the folder under `target`, whose programs are built when they are missing.
    pub(super) fn find() -> Result<Self> {
        match std::env::var_os("KUBEBUILDER_ASSETS").filter(|value| !value.is_empty()) {
            Some(folder) => Self::given(PathBuf::from(folder)),
            None => Build::of_workspace()?.run(),
        }
    }

    fn given(folder: PathBuf) -> Result<Self> {
        match NAMES.iter().find(|name| !folder.join(name).is_file()) {
            None => Ok(Self { folder }),
            Some(missing) => Err(Failure::new(format!(
                "KUBEBUILDER_ASSETS={} has no {missing}: it must hold {}; or unset it to build them with Go",
                folder.display(),
                NAMES.join(", ")
            ))),
        }
    }

    pub(super) fn program(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// One build into a folder that all test processes of this workspace share.
struct Build {
    module: PathBuf,
    home: PathBuf,
    go: OsString,
    /// Receives each line of progress.
    say: fn(&str),
}

impl Build {
    fn of_workspace() -> Result<Self> {
        Ok(Self {
            module: super::workspace().join("tests/control-plane"),
            home: target_folder()?.join("control-plane"),
            go: "go".into(),
            say,
        })
    }

    fn run(&self) -> Result<Binaries> {
        let binaries = Binaries {
            folder: self.home.join("bin"),
        };
        let wanted = self.recipe()?;
        if self.is_built(&binaries, &wanted) {
            return Ok(binaries);
        }
        fs::create_dir_all(&binaries.folder)
            .context(format_args!("cannot create {}", binaries.folder.display()))?;
        let _lock = self.lock()?;
        if !self.is_built(&binaries, &wanted) {
            let _ = fs::remove_file(self.stamp());
            for (name, package) in PACKAGES {
                self.compile(name, package, &binaries.program(name))?;
            }
            fs::write(self.stamp(), wanted)
                .context(format_args!("cannot write {}", self.stamp().display()))?;
        }
        Ok(binaries)
    }

    /// Everything that the programs depend on. This text is kept beside the programs, so that a changed pin builds them again.
    fn recipe(&self) -> Result<String> {
        let read = |name: &str| {
            let path = self.module.join(name);
            fs::read_to_string(&path).context(format_args!("cannot read {}", path.display()))
        };
        let go_mod = read("go.mod")?;
        let flags = flags(&go_mod)?.join(" ");
        Ok(format!("{flags}\n{go_mod}\n{}", read("go.sum")?))
    }

    fn is_built(&self, binaries: &Binaries, wanted: &str) -> bool {
        fs::read_to_string(self.stamp()).is_ok_and(|built| built == wanted)
            && NAMES.iter().all(|name| binaries.program(name).is_file())
    }

    fn stamp(&self) -> PathBuf {
        self.home.join("built-from")
    }

    /// Takes a lock that is held until the returned file is closed, also by a crash.
    fn lock(&self) -> Result<File> {
        let path = self.home.join("lock");
        let doing = format!("cannot lock {}", path.display());
        let lock = File::create(path).context(&doing)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                (self.say)("control plane: another process builds it, waiting");
                lock.lock().context(&doing)?;
            }
            Err(TryLockError::Error(error)) => return Err(error).context(&doing),
        }
        Ok(lock)
    }

    /// Builds one program under another name and renames it, so that nobody starts a half-written program.
    fn compile(&self, name: &str, package: &str, program: &Path) -> Result<()> {
        (self.say)(&format!(
            "control plane: building {name} with Go (all three take about five minutes, once)"
        ));
        let begun = Instant::now();
        let unfinished = program.with_extension("unfinished");
        let go_mod =
            fs::read_to_string(self.module.join("go.mod")).context("cannot read go.mod")?;
        let output = Command::new(&self.go)
            .current_dir(&self.module)
            .env("CGO_ENABLED", "0")
            .env("GOWORK", "off")
            .args(flags(&go_mod)?)
            .arg("-o")
            .arg(&unfinished)
            .arg(package)
            .output()
            .map_err(|error| self.cannot_start(&error))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(Failure::new(format!(
                "go build {package} failed: {}",
                said.trim()
            )));
        }
        fs::rename(&unfinished, program)
            .context(format_args!("cannot write {}", program.display()))?;
        (self.say)(&format!(
            "control plane: built {name} in {} s",
            begun.elapsed().as_secs()
        ));
        Ok(())
    }

    fn cannot_start(&self, error: &io::Error) -> Failure {
        Failure::new(match error.kind() {
            io::ErrorKind::NotFound => format!(
                "the control plane of the tests needs {}: install Go (https://go.dev/dl), or set KUBEBUILDER_ASSETS to a folder that holds them",
                NAMES.join(", ")
            ),
            _ => format!("cannot start go: {error}"),
        })
    }
}

/// Arguments of `go` up to the output. Without the version the programs would call themselves `v0.0.0-master`.
fn flags(go_mod: &str) -> Result<Vec<String>> {
    let version = go_mod
        .lines()
        .find_map(|line| line.trim().strip_prefix("k8s.io/kubernetes "))
        .and_then(|rest| rest.split_whitespace().next())
        .ok_or_else(|| Failure::new("tests/control-plane/go.mod does not pin k8s.io/kubernetes"))?;
    let mut flags = ["build", "-mod=readonly", "-buildvcs=false", "-trimpath"]
        .map(str::to_owned)
        .to_vec();
    flags.push("-ldflags".to_owned());
    flags.push(format!(
        "-s -w -X k8s.io/component-base/version.gitVersion={version}"
    ));
    Ok(flags)
}

/// Cargo's target folder, wherever it is: the folder above this program that has Cargo's tag.
fn target_folder() -> Result<PathBuf> {
    let program = std::env::current_exe().context("cannot find the running program")?;
    Ok(program
        .ancestors()
        .find(|folder| folder.join("CACHEDIR.TAG").is_file())
        .map_or_else(|| super::workspace().join("target"), Path::to_owned))
}

/// Prints one line to stderr in a way that the test runner does not capture: a silent wait of minutes looks like a hang.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::os::unix::fs::PermissionsExt;

    use super::*;

    /// A `go` that writes `built with $VERSION` to its output and a line into a diary.
    fn world(folder: &Path) -> Build {
        let go = folder.join("go");
        let script = "#!/bin/sh\necho \"$*\" >> \"$(dirname \"$0\")/diary\"\nwhile [ \"$1\" != -o ]; do shift; done\necho program > \"$2\"\n";
        fs::write(&go, script).unwrap();
        fs::set_permissions(&go, fs::Permissions::from_mode(0o755)).unwrap();
        fs::write(
            folder.join("go.mod"),
            "require (\n\tk8s.io/kubernetes v1.2.3 // indirect\n)",
        )
        .unwrap();
        fs::write(folder.join("go.sum"), "sums").unwrap();
        Build {
            module: folder.to_owned(),
            home: folder.join("target"),
            go: go.into(),
            say: |_| {},
        }
    }

    fn builds(folder: &Path) -> usize {
        fs::read_to_string(folder.join("diary")).map_or(0, |diary| diary.lines().count())
    }

    #[test]
    fn builds_once_and_again_after_a_changed_pin_or_a_lost_program() {
        let folder = tempfile::tempdir().unwrap();
        let build = world(folder.path());
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| build.run().unwrap());
            }
        });
        assert_eq!(builds(folder.path()), 3, "four at the same time");
        let diary = fs::read_to_string(folder.path().join("diary")).unwrap();
        assert!(diary.contains("version.gitVersion=v1.2.3"), "{diary}");

        fs::write(folder.path().join("go.sum"), "other sums").unwrap();
        let binaries = build.run().unwrap();
        assert_eq!(builds(folder.path()), 6, "after a changed pin");

        fs::remove_file(binaries.program("etcd")).unwrap();
        build.run().unwrap();
        assert_eq!(builds(folder.path()), 9, "after a lost program");
    }

    #[test]
    fn a_missing_toolchain_is_one_line_with_both_ways_out() {
        let folder = tempfile::tempdir().unwrap();
        let mut build = world(folder.path());
        build.go = folder.path().join("no-such-go").into();
        let said = build.run().unwrap_err().to_string();
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(
            said.contains("install Go") && said.contains("set KUBEBUILDER_ASSETS"),
            "{said}"
        );
    }

    #[test]
    fn a_failed_build_says_why_and_leaves_no_stamp() {
        let folder = tempfile::tempdir().unwrap();
        let build = world(folder.path());
        fs::write(&build.go, "#!/bin/sh\necho no such module >&2; exit 1").unwrap();
        let said = build.run().unwrap_err().to_string();
        assert!(said.contains("no such module"), "{said}");
        assert!(!build.stamp().exists());
    }

    #[test]
    fn given_assets_must_be_complete() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["kube-apiserver", "etcd"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let said = Binaries::given(folder.path().to_owned())
            .unwrap_err()
            .to_string();
        assert!(said.contains("has no kubectl"), "{said}");
        fs::write(folder.path().join("kubectl"), "").unwrap();
        assert!(Binaries::given(folder.path().to_owned()).is_ok());
    }
}
