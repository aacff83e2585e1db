//! From the arguments of the process to its exit code.

use std::ffi::OsString;
use std::process::ExitCode;

use chrono::Utc;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches};

use crate::cli::{Cli, OPERATOR_VARIABLE, PROGRAM};
use crate::command::{self, completion, wizard};
use crate::context::Context;
use crate::output::{ColorChoice, Streams, Terminal, Ui};
use crate::wizard::Line;
use crate::{Error, Exit, Result};

/// Runs the program with the arguments, streams, clock and environment of the process.
pub fn main() -> ExitCode {
    let terminal = Terminal::detect(|name| std::env::var(name).ok());
    let ui = |color| Ui::new(Streams::standard(), terminal, color);
    let arguments: Vec<OsString> = std::env::args_os().collect();
    if let Some(words) = completion::asked(&arguments) {
        completion::complete(&ui(ColorChoice::Never), &words);
        return ExitCode::SUCCESS;
    }
    let exit = match parse(arguments) {
        Ok((cli, line)) => {
            let ui = ui(cli.global.color);
            ui.set_cluster_flags(cli.cluster_flags());
            run(ui, cli, line)
        }
        Err(Stop::Help(text)) => {
            ui(ColorChoice::Never).print(&text);
            Exit::Done
        }
        Err(Stop::Usage(error)) => {
            ui(ColorChoice::Auto).error(&error);
            error.exit()
        }
    };
    ExitCode::from(exit.code())
}

fn run(ui: Ui, cli: Cli, line: Option<Line>) -> Exit {
    let context = context(ui.clone(), &cli);
    let outcome = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Error::failed(format!("cannot start: {error}")))
        .and_then(|runtime| {
            runtime.block_on(async {
                match line {
                    None => command::run(&context, &cli.command).await,
                    Some(line) => interactive(&context, &cli, line).await,
                }
            })
        })
        .and_then(|exit| ui.finish().map(|()| exit));
    match outcome {
        Ok(exit) => exit,
        Err(error) => {
            ui.error(&error);
            error.exit()
        }
    }
}

fn context(ui: Ui, cli: &Cli) -> Context {
    let environment = Box::new(|name: &str| std::env::var(name).ok());
    let (global, kube) = (cli.global.clone(), cli.kube.clone());
    Context::new(ui, global, kube, Utc::now, environment)
}

/// Asks, then parses and runs the line that the answers make as if it had been typed, and ends with that line.
async fn interactive(asking: &Context, cli: &Cli, line: Line) -> Result<Exit> {
    let questions = wizard::complete(asking, &cli.command, line);
    let line = wizard::unless_interrupted("interrupted; nothing was written", questions).await?;
    let (cli, _) = parse(line.arguments()).map_err(|stop| match stop {
        Stop::Usage(error) => error,
        Stop::Help(text) => Error::usage(text),
    })?;
    let mut context = context(asking.ui.clone(), &cli);
    context.review = true;
    let outcome =
        wizard::unless_interrupted("interrupted", command::run(&context, &cli.command)).await;
    let line = line.shell(&cli.cluster_flags());
    match outcome {
        Err(error) if error.kind == crate::ErrorKind::Interrupted => Err(error),
        Err(error) => Err(error.hint(format!("the same without questions: {line}"))),
        Ok(exit) => {
            asking
                .ui
                .note(&format!("\nThe same without questions:\n{line}"));
            Ok(exit)
        }
    }
}

/// From how much of it on a word is taken for another one.
const ALIKE: f64 = 0.5;

/// Why no command is run.
enum Stop {
    /// Help was asked for.
    Help(String),
    /// The arguments are wrong.
    Usage(Error),
}

/// The command, and its line where it asks for questions.
fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<(Cli, Option<Line>), Stop> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let command = Cli::command();
    let meant = meant(&command, &arguments);
    let stop = |error| stop(error, &meant);
    let matches = command.try_get_matches_from(arguments).map_err(stop)?;
    let line = Line::interactive(Cli::command, &matches);
    let cli = Cli::from_arg_matches(&matches).map_err(stop)?;
    Ok((cli, line))
}

/// The command that the words name, as far as they name one.
fn meant(root: &clap::Command, arguments: &[OsString]) -> String {
    let mut command = root;
    let mut path = vec![PROGRAM];
    for word in arguments.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(found) = command.find_subcommand(word) {
            path.push(found.get_name());
            command = found;
        }
    }
    path.join(" ")
}

/// Turns clap's error of several paragraphs into one line and hints.
fn stop(error: clap::Error, meant: &str) -> Stop {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return Stop::Help(error.render().to_string());
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return Stop::Usage(Error::usage("a command is missing").hint(help(meant)));
        }
        _ => {}
    }
    let text = error.render().to_string();
    let mut paragraphs = text.split("\n\n");
    let message = paragraphs.next().unwrap_or_default();
    let message = message.trim_start_matches("error: ");
    let mut usage = Error::usage(message);
    // Nobody means a flag that is not there as a value.
    let tips = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("tip: "))
        .filter(|tip| !tip.starts_with("to pass ") && !is_far_fetched(tip, &error));
    for tip in tips {
        usage = usage.hint(tip);
    }
    if let (true, Some(similar)) = (usage.hints.is_empty(), similar(&error, meant)) {
        usage = usage.hint(format!("a similar subcommand exists: '{similar}'"));
    }
    if error
        .get(ContextKind::InvalidArg)
        .is_some_and(|arg| arg.to_string() == "--version")
    {
        return Stop::Usage(Error::usage(message).hint(format!("{PROGRAM} version")));
    }
    if let Some(hint) = from_environment(&error) {
        usage = usage.hint(hint);
    }
    Stop::Usage(usage.hint(help(meant)))
}

/// Whether a flag that clap finds similar is not: `--as` for `--access-key`.
fn is_far_fetched(tip: &str, error: &clap::Error) -> bool {
    let typed = error.get(ContextKind::InvalidArg).map(ToString::to_string);
    let meant = tip.split('\'').nth(1).filter(|word| word.starts_with("--"));
    match (typed, meant) {
        (Some(typed), Some(meant)) => strsim::normalized_levenshtein(&typed, meant) < ALIKE,
        _ => false,
    }
}

/// Where a value came from that nobody typed on this line.
fn from_environment(error: &clap::Error) -> Option<String> {
    let Some(ContextValue::String(value)) = error.get(ContextKind::InvalidValue) else {
        return None;
    };
    let of_operator = error
        .get(ContextKind::InvalidArg)?
        .to_string()
        .starts_with("--operator");
    let set = std::env::var(OPERATOR_VARIABLE).is_ok_and(|set| set == *value);
    (of_operator && set).then(|| format!("{OPERATOR_VARIABLE} is set to {value:?}"))
}

/// The command nearest to an unknown one: clap says it for commands, and not for the words behind `help`.
fn similar(error: &clap::Error, meant: &str) -> Option<String> {
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand) else {
        return None;
    };
    let root = Cli::command();
    let mut words = meant.trim_start_matches(PROGRAM).split_whitespace();
    let command = words.try_fold(&root, |command, word| command.find_subcommand(word))?;
    let names = command
        .get_subcommands()
        .flat_map(clap::Command::get_name_and_visible_aliases);
    let distance = |name: &&str| strsim::damerau_levenshtein(name, word);
    let nearest = names.min_by_key(distance);
    nearest
        .filter(|name| distance(name) <= 2)
        .map(str::to_owned)
}

fn help(command: &str) -> String {
    format!("{command} --help")
}
