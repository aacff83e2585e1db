//! From the arguments of the process to its exit code.

mod refusal;

use std::ffi::OsString;
use std::process::ExitCode;

use chrono::Utc;
use clap::{ArgMatches, CommandFactory};

use crate::cli::{Cli, help};
use crate::command::{self, completion, wizard};
use crate::context::Context;
use crate::output::{ColorChoice, Streams, Terminal, Ui};
use crate::wizard::Line;
use crate::{Error, ErrorKind, Exit, Result};

/// Runs the program with the arguments, streams, clock and environment of the process.
pub fn main() -> ExitCode {
    let terminal = Terminal::detect(|name| std::env::var(name).ok());
    let ui = |color| Ui::new(Streams::standard(), terminal, color);
    let arguments: Vec<OsString> = std::env::args_os().collect();
    if let Some(words) = completion::words_to_complete(&arguments) {
        completion::complete(&ui(ColorChoice::Never), &words);
        return ExitCode::SUCCESS;
    }
    let exit = match parse(arguments) {
        Ok(Parsed::Run(cli, line)) => {
            let ui = ui(cli.global.color);
            ui.set_cluster_flags(cli.cluster_flags());
            run(ui, *cli, line)
        }
        Ok(Parsed::Help(path)) => {
            let ui = ui(ColorChoice::Never);
            ui.print(&help::page(&path, terminal.width()));
            ended(&ui, Exit::Done)
        }
        Err(error) => {
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
        });
    match outcome {
        Ok(exit) => ended(&ui, exit),
        Err(error) => {
            ui.error(&error);
            error.exit()
        }
    }
}

/// The exit code of a run that went well, unless its output could not be written.
fn ended(ui: &Ui, exit: Exit) -> Exit {
    match ui.finish() {
        Ok(()) => exit,
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

/// Asks questions, runs the command line that the answers make as if somebody had typed it, and prints that line at the end.
async fn interactive(asking: &Context, cli: &Cli, line: Line) -> Result<Exit> {
    let questions = wizard::complete(asking, &cli.command, line);
    let line = wizard::unless_interrupted("interrupted; nothing was written", questions).await?;
    let Parsed::Run(cli, _) = parse(line.arguments())? else {
        return Ok(Exit::Done);
    };
    let mut context = context(asking.ui.clone(), &cli);
    context.review = true;
    let outcome =
        wizard::unless_interrupted("interrupted", command::run(&context, &cli.command)).await;
    let line = line.shell(&cli.cluster_flags());
    match outcome {
        Err(error) if error.kind == ErrorKind::Interrupted => Err(error),
        Err(error) => Err(error.hint(format!("the same without questions: {line}"))),
        Ok(exit) => {
            asking
                .ui
                .note(&format!("\nThe same without questions:\n{line}"));
            Ok(exit)
        }
    }
}

/// What a command line asks for.
enum Parsed {
    /// Run this command; the line is there when it asks for questions.
    Run(Box<Cli>, Option<Line>),
    /// Print the help of the command that these words name.
    Help(Vec<String>),
}

fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Parsed> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let matches = match Cli::command().try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => return refusal::of_error(&error, &arguments).map(Parsed::Help),
    };
    if asks_for_help(&matches) {
        return Ok(Parsed::Help(path(&matches)));
    }
    let line = Line::interactive(Cli::command, &matches);
    match Cli::of_matches(&matches) {
        Ok(cli) => Ok(Parsed::Run(Box::new(cli), line)),
        Err(error) => refusal::of_error(&error, &arguments).map(Parsed::Help),
    }
}

/// The words that name the command.
fn path(matches: &ArgMatches) -> Vec<String> {
    let mut words = Vec::new();
    let mut deepest = matches;
    while let Some((name, below)) = deepest.subcommand() {
        words.push(name.to_owned());
        deepest = below;
    }
    words
}

/// Whether `-h` or `--help` stands anywhere on the line.
fn asks_for_help(matches: &ArgMatches) -> bool {
    let here = matches.try_get_one::<bool>("help").ok().flatten();
    let below = matches.subcommand();
    here == Some(&true) || below.is_some_and(|(_, below)| asks_for_help(below))
}
