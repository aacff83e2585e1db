//! The tour: the main commands, run with the real program behind the real kubectl, as one would type them.

use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use sandbox::{Failure, Result};

const STEPS: &[(&str, &[&str])] = &[
    (
        "A snapshot of cluster basic, waited for",
        &[
            "backup",
            "create",
            "basic-full",
            "--cluster",
            "basic",
            "--storage",
            "s3://my-bucket/{cluster}/{name}?region=us-west-2",
            "--storage-secret",
            "s3-secret",
            "--wait",
        ],
    ),
    (
        "Backups of both operators; log backups are among them",
        &["backup", "list"],
    ),
    (
        "Start a log backup",
        &[
            "log",
            "start",
            "basic-log",
            "--cluster",
            "basic",
            "--storage",
            "s3://my-bucket/{cluster}/log?region=us-west-2",
            "--storage-secret",
            "s3-secret",
        ],
    ),
    (
        "A snapshot that the log can roll forward",
        &[
            "backup",
            "create",
            "basic-next",
            "--like",
            "basic-full",
            "--wait",
        ],
    ),
    (
        "Pause it: the output names the deadline for resuming",
        &["log", "pause", "basic-log"],
    ),
    ("State, checkpoint, lag and deadline", &["log", "status"]),
    ("Resume it", &["log", "resume", "basic-log"]),
    (
        "A truncation above the checkpoint is refused: nothing restorable would be left",
        &["log", "truncate", "basic-log", "--until", "now", "--yes"],
    ),
    (
        "Truncate as far as no snapshot loses anything",
        &[
            "log",
            "truncate",
            "basic-log",
            "--to-oldest-snapshot",
            "--yes",
        ],
    ),
    (
        "Stop it, which is final",
        &["log", "stop", "basic-log", "--yes"],
    ),
    ("The log backup at the end", &["log", "show", "basic-log"]),
];

/// Runs the steps. Refusals are part of the tour: an exit code other than 0 is shown, and the tour goes on.
pub fn run(path: &Path, kubeconfig: &Path) -> Result<()> {
    let kubectl = path.join("kubectl");
    for (title, arguments) in STEPS {
        show(&format!(
            "\n# {title}\n$ kubectl tidb-br {}",
            typed(arguments)
        ));
        let status = Command::new(&kubectl)
            .arg("tidb-br")
            .args(*arguments)
            .env("PATH", path)
            .env("KUBECONFIG", kubeconfig)
            .status()
            .map_err(|error| Failure::new(format!("cannot run {}: {error}", kubectl.display())))?;
        match status.code() {
            Some(0) => {}
            code => show(&format!("(exit code {})", code.unwrap_or(-1))),
        }
    }
    show("");
    Ok(())
}

/// The arguments as they would be typed into a shell.
fn typed(arguments: &[&str]) -> String {
    let quoted = |word: &&str| match word.contains(['{', '?', '*', ' ']) {
        true => format!("'{word}'"),
        false => (*word).to_owned(),
    };
    arguments.iter().map(quoted).collect::<Vec<_>>().join(" ")
}

/// Prints to stdout, where the commands print too, so that the order stays right.
fn show(text: &str) {
    let _ = writeln!(io::stdout(), "{text}");
}
