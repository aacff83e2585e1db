//! Flags of commands that write.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, Args, ValueEnum};

use super::OutputFlags;
use super::switch::boolean;
use crate::error::Rule;
use crate::manifest::path::FieldPath;
use crate::time::Span;

/// `--dry-run`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum DryRun {
    /// Write.
    #[default]
    None,
    /// Print what would be sent, and send nothing.
    Client,
    /// Let the API server run admission and validation, and store nothing.
    Server,
}

/// `--preflight`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Preflight {
    /// Check nothing.
    Off,
    /// Print the findings.
    #[default]
    Warn,
    /// Print the findings, and refuse to write when one of them is critical.
    Enforce,
}

/// The flags of every command that writes.
#[derive(Debug, Clone, Default, Args)]
pub struct WriteFlags {
    /// client only prints, server lets the API server validate; neither stores anything
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

    /// Answer every question with yes; lifts no rule
    #[arg(short, long, help_heading = "Writing")]
    pub yes: bool,

    #[command(flatten)]
    pub output: OutputFlags,
}

impl WriteFlags {
    /// The mode; `none` where the flag is not given.
    pub fn mode(&self) -> DryRun {
        self.dry_run.unwrap_or_default()
    }

    /// How the written objects are printed; `None` where differences are printed instead.
    pub fn documents(&self) -> Option<&OutputFlags> {
        (!self.diff).then_some(&self.output)
    }
}

/// `--allow`, for commands that a safety rule can refuse. [`lifting`] says which rules those are.
#[derive(Debug, Clone, Default, Args)]
pub struct AllowFlags {
    /// Go on in spite of this safety rule (repeatable)
    #[arg(
        long = "allow",
        value_enum,
        value_name = "RULE",
        help_heading = "Writing"
    )]
    pub rules: Vec<Rule>,
}

/// Limits `--allow` to the rules that the command knows.
pub fn lifting(rules: &'static [Rule]) -> impl FnOnce(Arg) -> Arg {
    |arg| {
        let words = rules.iter().map(|rule| rule.word());
        arg.value_parser(
            PossibleValuesParser::new(words).try_map(|word| Rule::from_str(&word, false)),
        )
    }
}

/// `create -i`
#[derive(Debug, Clone, Copy, Default, Args)]
pub struct Interactive {
    /// Ask for what is missing, ask before writing, and print the command without questions
    #[arg(short, long, help_heading = "Writing")]
    pub interactive: bool,
}

/// Waiting for the end of the work. The texts are those of most commands; [`waits`] and [`waits_ten_minutes`] change them.
#[derive(Debug, Clone, Default, Args)]
pub struct WaitFlags {
    /// Wait until the work is done or has failed (default: false)
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = boolean, help_heading = "Waiting")]
    pub wait: Option<bool>,

    /// Stop waiting after this time, such as 2h; 0 looks once (default: no limit)
    #[arg(long, value_name = "DURATION", help_heading = "Waiting")]
    pub timeout: Option<Span>,
}

/// Flags of a command that waits unless it is told not to.
pub fn waits(arg: Arg) -> Arg {
    match arg.get_id().as_str() {
        "wait" => arg.help("Wait until the work is done or has failed (default: true)"),
        _ => arg,
    }
}

/// Flags of a command that waits for ten minutes unless it is told something else.
pub fn waits_ten_minutes(arg: Arg) -> Arg {
    match arg.get_id().as_str() {
        "timeout" => {
            arg.help("Stop waiting after this time, such as 30m; 0 looks once (default: 10m)")
        }
        _ => waits(arg),
    }
}

/// Flags of a command that has nothing to wait for. It accepts the flags, as every command that writes does.
pub fn never_waits(arg: Arg) -> Arg {
    match arg.get_id().as_str() {
        "wait" | "timeout" => arg.hide(true),
        _ => arg,
    }
}

/// kubectl deprecated a bare `--dry-run`, because people cannot tell which of the two it means.
fn dry_run(text: &str) -> Result<DryRun, String> {
    DryRun::from_str(text, false).map_err(|_| {
        "say --dry-run=client (print only) or --dry-run=server (validate only); none writes"
            .to_owned()
    })
}

/// `--set PATH=YAML`. The parser of FILE parses the value later.
pub fn assignment(text: &str) -> Result<(FieldPath, String), String> {
    let (path, value) = text
        .split_once('=')
        .ok_or_else(|| "expected PATH=YAML, such as spec.br.concurrency=4".to_owned())?;
    let path = path.parse().map_err(|error: crate::Error| error.message)?;
    Ok((path, value.to_owned()))
}
