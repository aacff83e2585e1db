//! Children that cannot outlive this process, whichever way it ends.
//!
//! Each child runs under a small `sh` that waits on a pipe from us. When the pipe closes (we ended, panicked, were killed,
//! or dropped the handle) it kills the child with SIGKILL. That needs no unsafe code and works wherever there is a `sh`.

use std::ffi::OsStr;
use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

use crate::failure::{Context, Result};

/// Runs `"$@"`. The watcher reads the pipe with a builtin, so that no process of its own is left over.
const RUN: &str = r#"
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
( while read -r _; do :; done <&3; kill -9 "$child" ) 2>/dev/null &
watcher=$!
wait "$child"
code=$?
kill "$watcher" 2>/dev/null
exit "$code"
"#;

/// Waits for the end of the pipe and removes `$1`. Tries again, because others that die at the same moment may still write there.
const REMOVE: &str = r#"
while read -r _; do :; done
for _ in 1 2 3 4 5 6 7 8 9 10; do
  rm -rf -- "$1" && [ ! -e "$1" ] && exit 0
  sleep 0.5
done
"#;

/// A child process, or a folder, that goes when this value is dropped or this process ends.
pub(super) struct Guard {
    sh: Child,
}

impl Guard {
    /// Starts `program` with `arguments`; what it prints goes to `log`.
    pub(super) fn run<A: AsRef<OsStr>>(
        program: &Path,
        arguments: impl IntoIterator<Item = A>,
        log: &Path,
    ) -> Result<Self> {
        let out = File::create(log).context(format_args!("cannot write {}", log.display()))?;
        let err = out
            .try_clone()
            .context(format_args!("cannot write {}", log.display()))?;
        let mut command = sh(RUN);
        command.arg(program).args(arguments).stdout(out).stderr(err);
        Self::start(command)
    }

    /// Removes `folder` and everything in it at the end.
    pub(super) fn remove(folder: &Path) -> Result<Self> {
        let mut command = sh(REMOVE);
        command
            .arg(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        Self::start(command)
    }

    fn start(mut command: Command) -> Result<Self> {
        let sh = command.spawn().context("cannot start sh")?;
        Ok(Self { sh })
    }

    /// How the child ended, if it has ended by itself.
    pub(super) fn ended(&mut self) -> Option<ExitStatus> {
        self.sh.try_wait().ok().flatten()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        drop(self.sh.stdin.take());
        let _ = self.sh.wait();
    }
}

/// A shell in a process group of its own: Ctrl-C in the terminal must reach us alone, or nobody would clean up.
fn sh(script: &str) -> Command {
    let mut command = Command::new("/bin/sh");
    command
        .args(["-c", script, "sh"])
        .stdin(Stdio::piped())
        .process_group(0);
    command
}
