//! Child processes that cannot outlive this process, however this process ends.
//!
//! Each child runs under a small `sh` that waits on a pipe from this process. When the pipe closes (this process ended, panicked,
//! was killed, or dropped the handle), the shell kills the child with SIGKILL. That needs no unsafe code and works wherever there
//! is a `sh`.

use std::ffi::OsStr;
use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

use crate::failure::{Context, Result};

/// Runs `"$@"`. The watcher reads the pipe with a builtin of the shell, so that no other process is left over.
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

/// Waits for the end of the pipe and removes the folder `$1`. It tries several times, because processes that die at the same moment
/// may still write into the folder.
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
    /// Starts `program` with `arguments`; its output goes to `log`.
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

/// A shell in a process group of its own. Ctrl-C in the terminal must reach only this process, or nobody would clean up.
fn sh(script: &str) -> Command {
    let mut command = Command::new("/bin/sh");
    command
        .args(["-c", script, "sh"])
        .stdin(Stdio::piped())
        .process_group(0);
    command
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use std::fs;
    use std::time::{Duration, Instant};

    use super::*;

    fn runs(pid: &str) -> bool {
        let probe = Command::new("kill").args(["-0", pid]).output();
        probe.unwrap().status.success()
    }

    /// The pid that the child printed first.
    fn pid(log: &Path) -> String {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(10) {
            let text = fs::read_to_string(log).unwrap();
            if let Some(pid) = text.strip_suffix('\n') {
                return pid.to_owned();
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the child did not start");
    }

    #[test]
    fn the_child_ends_with_the_guard_even_when_it_ignores_signals() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("log");
        let script = "trap '' TERM INT HUP; echo $$; exec sleep 60";
        let mut guard = Guard::run(Path::new("/bin/sh"), ["-c", script], &log).unwrap();
        let pid = pid(&log);
        assert!(runs(&pid) && guard.ended().is_none());
        let begun = Instant::now();
        drop(guard);
        assert!(!runs(&pid));
        assert!(begun.elapsed() < Duration::from_secs(30), "ended by itself");
    }

    #[test]
    fn a_child_that_ends_by_itself_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("log");
        let mut guard = Guard::run(Path::new("/bin/sh"), ["-c", "echo why; exit 3"], &log).unwrap();
        let begun = Instant::now();
        let ended = loop {
            match guard.ended() {
                Some(status) => break status,
                None => assert!(begun.elapsed() < Duration::from_secs(10)),
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        assert_eq!(ended.code(), Some(3));
        assert_eq!(fs::read_to_string(&log).unwrap(), "why\n");
    }

    #[test]
    fn a_folder_goes_with_its_guard() {
        let folder = tempfile::tempdir().unwrap().keep();
        fs::write(folder.join("file"), "").unwrap();
        let guard = Guard::remove(&folder).unwrap();
        assert!(folder.exists());
        drop(guard);
        assert!(!folder.exists());
    }
}
