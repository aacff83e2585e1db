//! The real binary, cut off from the world.

use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::document::yaml;

/// What a run of the program left.
#[derive(Debug)]
pub struct Outcome {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
    #[allow(dead_code)]
    pub took: Duration,
}

/// Runs the program with a command line written as in a shell.
pub fn run(line: &str) -> Outcome {
    run_with(line, b"")
}

/// The same with something on stdin.
pub fn run_with(line: &str, stdin: &[u8]) -> Outcome {
    let arguments = shlex::split(line).unwrap_or_else(|| panic!("unbalanced quotes: {line}"));
    run_arguments(&arguments, stdin)
}

/// The same with arguments that are split already. The environment is empty but for a kubeconfig that does not exist: a
/// command that tried to connect would say so, and end with 1.
pub fn run_arguments(arguments: &[String], stdin: &[u8]) -> Outcome {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_kubectl-tidb_br"))
        .args(arguments)
        .env_clear()
        .env("KUBECONFIG", "/does/not/exist")
        .env("TZ", "UTC")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut pipe = child.stdin.take().expect("stdin is piped");
    let bytes = stdin.to_vec();
    // A program that refuses its arguments does not read stdin: a broken pipe is no failure.
    let writer = thread::spawn(move || {
        let _ = pipe.write_all(&bytes);
    });
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the writer ends");
    Outcome {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).expect("stdout is text"),
        stderr: String::from_utf8(output.stderr).expect("stderr is text"),
        took: start.elapsed(),
    }
}

/// A manifest as it is printed, and the command line that prints it.
pub struct Printed {
    pub line: String,
    pub text: String,
}

/// The manifest that a command line makes.
pub fn print(line: &str) -> Printed {
    let line = format!("{line} --dry-run=client -o yaml");
    let text = run(&line).printed(&line);
    Printed { line, text }
}

impl Printed {
    /// What a further command makes of it.
    pub fn then(self, command: &str) -> Self {
        let line = format!("{command} -f - --dry-run=client -o yaml");
        let text = run_with(&line, self.text.as_bytes()).printed(&line);
        let line = format!("{} | {line}", self.line);
        Self { line, text }
    }

    /// The document in it.
    pub fn document(&self) -> Value {
        yaml(&self.text)
    }
}

impl Outcome {
    /// What was printed by a command that has to succeed.
    pub fn printed(self, line: &str) -> String {
        assert_eq!(self.code, 0, "{line}\n{}", self.stderr);
        self.stdout
    }
}
