//! Time and peak memory of a finished process.
//!
//! The system reports the peak memory of all children of a process together. So each measured command gets a parent of its own: this
//! program again, which runs that command and prints its cost.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};
use sandbox::{Failure, Result};

/// The first argument of that parent.
pub const SUBCOMMAND: &str = "measure";

/// The cost of one run of a command.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    seconds: f64,
    megabytes: f64,
}

/// A command that is run many times.
pub struct Run {
    arguments: Vec<OsString>,
    environment: Vec<(&'static str, OsString)>,
}

impl Run {
    /// `program` with `arguments`.
    pub fn new(program: &Path, arguments: &[&str]) -> Self {
        let program = std::iter::once(program.into());
        Self {
            arguments: program
                .chain(arguments.iter().map(OsString::from))
                .collect(),
            environment: Vec::new(),
        }
    }

    /// Sets a variable.
    pub fn env(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.environment.push((name, value.into()));
        self
    }
}

/// Runs a command. Its stdout is thrown away; its stderr becomes part of the error when it fails.
///
/// # Errors
/// It cannot be started, or fails.
pub fn measured(run: &Run) -> Result<Cost> {
    let doing =
        |cause: String| Failure::new(format!("cannot measure {:?}: {cause}", run.arguments));
    let this = std::env::current_exe().map_err(|error| doing(error.to_string()))?;
    let output = Command::new(this)
        .arg(SUBCOMMAND)
        .args(&run.arguments)
        .envs(run.environment.iter().map(|(name, value)| (name, value)))
        .output()
        .map_err(|error| doing(error.to_string()))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut numbers = text.split_whitespace().map(str::parse::<f64>);
    match (output.status.success(), numbers.next(), numbers.next()) {
        (true, Some(Ok(seconds)), Some(Ok(megabytes))) => Ok(Cost { seconds, megabytes }),
        _ => Err(doing(String::from_utf8_lossy(&output.stderr).into_owned())),
    }
}

/// The parent of one measured command: prints its seconds and megabytes.
pub fn child(command: &[String]) -> ExitCode {
    let Some((program, arguments)) = command.split_first() else {
        return ExitCode::FAILURE;
    };
    let begun = Instant::now();
    let status = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status();
    let seconds = begun.elapsed().as_secs_f64();
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN);
    match (status, usage) {
        (Ok(status), Ok(usage)) if status.success() => {
            // Linux counts kilobytes here, macOS bytes.
            let unit = if cfg!(target_os = "macos") {
                1e6
            } else {
                1024.0
            };
            let _ = writeln!(io::stdout(), "{seconds} {}", usage.max_rss() as f64 / unit);
            ExitCode::SUCCESS
        }
        _ => ExitCode::FAILURE,
    }
}

/// The median of the times.
pub fn seconds(costs: &[Cost]) -> f64 {
    median(costs.iter().map(|cost| cost.seconds))
}

/// The median of the peaks.
pub fn megabytes(costs: &[Cost]) -> f64 {
    median(costs.iter().map(|cost| cost.megabytes))
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
