//! Flags of commands that write.

use clap::{Args, ValueEnum};

use super::OutputFlags;
use crate::error::Rule;
use crate::manifest::path::FieldPath;
use crate::time::Span;

/// `--dry-run`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum DryRun {
    /// Write.
    #[default]
    None,
    /// Print what would be sent, send nothing.
    Client,
    /// Let the API server run admission and validation, store nothing.
    Server,
}

/// `--preflight`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Preflight {
    /// Look at nothing.
    Off,
    /// Say what was found.
    #[default]
    Warn,
    /// Refuse when something critical was found.
    Enforce,
}

/// What every writing command has.
#[derive(Debug, Clone, Default, Args)]
pub struct WriteFlags {
    /// none, client (print, send nothing) or server (validate, store nothing)
    #[arg(
        long,
        value_name = "none|client|server",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "",
        value_parser = dry_run,
        help_heading = "Writing"
    )]
    pub dry_run: Option<DryRun>,

    /// Show the difference to the live object and write nothing
    #[arg(long, help_heading = "Writing")]
    pub diff: bool,

    /// Answer questions with yes; lifts no rule
    #[arg(short, long, help_heading = "Writing")]
    pub yes: bool,

    /// Lift a safety rule (repeatable)
    #[arg(long, value_enum, value_name = "RULE", help_heading = "Writing")]
    pub allow: Vec<Rule>,

    #[command(flatten)]
    pub output: OutputFlags,
}

impl WriteFlags {
    /// The mode; absent is `none`.
    pub fn mode(&self) -> DryRun {
        self.dry_run.unwrap_or_default()
    }

    /// How the objects are printed that were written; `None` where differences are printed instead.
    pub fn documents(&self) -> Option<&OutputFlags> {
        (!self.diff).then_some(&self.output)
    }
}

/// `create -i`
#[derive(Debug, Clone, Copy, Default, Args)]
pub struct Interactive {
    /// Ask for what is missing, show the manifest, ask again before it is written, and print the command line that does the same
    #[arg(short, long, help_heading = "Writing")]
    pub interactive: bool,
}

/// Waiting for the end of what was asked for.
#[derive(Debug, Clone, Default, Args)]
pub struct WaitFlags {
    /// Wait until it is done or failed
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", help_heading = "Waiting")]
    pub wait: Option<bool>,

    /// Give up waiting after this long; 0 looks once
    #[arg(long, value_name = "DURATION", help_heading = "Waiting")]
    pub timeout: Option<Span>,
}

/// Bare `--dry-run` was deprecated by kubectl because it is not clear which of the two it means.
fn dry_run(text: &str) -> Result<DryRun, String> {
    DryRun::from_str(text, false).map_err(|_| {
        "say --dry-run=client (print only) or --dry-run=server (validate only); none writes"
            .to_owned()
    })
}

/// `--set PATH=YAML`: the value is parsed later, with the file's parser.
pub fn assignment(text: &str) -> Result<(FieldPath, String), String> {
    let separator = text
        .find('=')
        .ok_or_else(|| "expected PATH=YAML, such as spec.br.concurrency=4".to_owned())?;
    let (path, value) = text.split_at(separator);
    let path = path.parse().map_err(|error: crate::Error| error.message)?;
    Ok((path, value.trim_start_matches('=').to_owned()))
}
