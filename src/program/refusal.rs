//! Command lines that cannot be run: clap's error of several paragraphs becomes one line and hints, or the help that was meant.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory};

use super::{asks_for_help, path};
use crate::cli::{Cli, OPERATOR_VARIABLE, PROGRAM};
use crate::{Error, Hint, NextCommand, Result};

/// Similarity from which an unknown word counts as a typo of a known one, from 0 to 1.
const ALIKE: f64 = 0.6;

/// Letters from which the beginning of a known word counts as that word.
const BEGINNING: usize = 3;

/// The error of a command line that clap refused, or the words of the command whose help it asks for.
pub fn of_error(error: &clap::Error, arguments: &[OsString]) -> Result<Vec<String>> {
    let lenient = Cli::command()
        .ignore_errors(true)
        .try_get_matches_from(arguments)
        .unwrap_or_default();
    let meant = path(&lenient);
    if asks_for_help(&lenient) {
        return Ok(meant);
    }
    match error.kind() {
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Ok(meant)
        }
        ErrorKind::InvalidSubcommand => unknown_command(error, &meant, arguments),
        ErrorKind::MissingRequiredArgument => Err(missing(error).hint(help(&meant))),
        _ => Err(unusable(error, &meant)),
    }
}

/// `help`, or a word that is not a command.
fn unknown_command(
    error: &clap::Error,
    meant: &[String],
    arguments: &[OsString],
) -> Result<Vec<String>> {
    let word = text_of(error, ContextKind::InvalidSubcommand);
    if word != "help" {
        return Err(unknown(&word, meant));
    }
    // `help log pause` and `log help pause` ask for the help of `log pause`.
    let words = arguments.iter().skip(1).filter_map(|word| word.to_str());
    let asked = words.skip_while(|word| *word != "help").skip(1);
    let mut found = meant.to_vec();
    for word in asked.filter(|word| !word.starts_with('-')) {
        let Some(name) = subcommand(&found, word) else {
            return Err(unknown(word, &found));
        };
        found.push(name);
    }
    Ok(found)
}

/// The command at `path`.
fn command(path: &[String]) -> Command {
    let mut command = Cli::command();
    for name in path {
        let below = command.find_subcommand(name).cloned();
        command = below.unwrap_or_default();
    }
    command
}

/// The own name of a command below `path`, which `word` names or is an alias of.
fn subcommand(path: &[String], word: &str) -> Option<String> {
    let command = command(path);
    let below = command.find_subcommand(word)?;
    Some(below.get_name().to_owned())
}

fn unknown(word: &str, meant: &[String]) -> Error {
    let parent = command(meant);
    let names = parent
        .get_subcommands()
        .filter(|below| !below.is_hide_set())
        .map(Command::get_name);
    let error = Error::usage(format!("unknown command {word:?} for \"{}\"", words(meant)));
    let error = match nearest(word, names) {
        Some(name) => {
            let mut line = meant.to_vec();
            line.push(name.to_owned());
            error.hint(next(&line).local().after("did you mean"))
        }
        None => error,
    };
    error.hint(help(meant))
}

/// The name that a mistyped word means: the name that the word is most like or the beginning of.
fn nearest<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // Of several words with this beginning, the shortest one is the nearest.
    let likeness = |name: &str| match word.len() >= BEGINNING && name.starts_with(word) {
        true => 1.0 + 1.0 / (1.0 + f64::from(u16::try_from(name.len()).unwrap_or(u16::MAX))),
        false => strsim::normalized_damerau_levenshtein(name, word),
    };
    names
        .map(|name| (likeness(name), name))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|(left, _), (right, _)| left.total_cmp(right))
        .map(|(_, name)| name)
}

/// The arguments that must be given.
fn missing(error: &clap::Error) -> Error {
    let listed = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::Strings(listed)) => listed.clone(),
        _ => Vec::new(),
    };
    let listed: Vec<String> = listed
        .iter()
        .map(|argument| plain(argument).replace('|', " or "))
        .collect();
    Error::usage(format!("missing: {}", listed.join(", ")))
}

/// An argument without the brackets that clap puts around names: `--keep DURATION`, `NAME`.
fn plain(argument: &str) -> String {
    let argument = argument.replace(['<', '>'], "").replace("[=BOOL]", "");
    match argument.strip_prefix('[') {
        Some(name) => name
            .trim_end_matches("...")
            .trim_end_matches(']')
            .to_owned(),
        None => argument,
    }
}

/// A flag or a value that does not exist.
fn unusable(error: &clap::Error, meant: &[String]) -> Error {
    let text = error.render().to_string();
    let message = text.split("\n\n").next().unwrap_or_default();
    let message = message.trim_start_matches("error: ");
    let flag = text_of(error, ContextKind::InvalidArg);
    let other = text_of(error, ContextKind::PriorArg);
    let quoted = |message: &str, flag: &str| {
        let (bracketed, plain) = (format!("'{flag}'"), format!("'{}'", plain(flag)));
        message.replace(&bracketed, &plain)
    };
    let usage = Error::usage(quoted(&quoted(message, &flag), &other));
    if flag == "--version" {
        return usage.hint(NextCommand::plugin("version").local());
    }
    let command = built(meant);
    let flags = command
        .get_arguments()
        .filter(|arg| !arg.is_hide_set())
        .filter_map(|arg| arg.get_long());
    let similar = match (error.kind(), flag.strip_prefix("--")) {
        (ErrorKind::UnknownArgument, Some(typed)) => nearest(typed, flags),
        _ => None,
    };
    let usage = match (similar, from_environment(error)) {
        (Some(name), _) => usage.hint(format!("did you mean --{name}?")),
        (None, Some(hint)) => usage.hint(hint),
        (None, None) => usage,
    };
    usage.hint(help(meant))
}

/// The command at `path` with all of its flags, those of every command too.
fn built(path: &[String]) -> Command {
    let mut root = Cli::command();
    root.build();
    let mut command = &root;
    for name in path {
        command = command.find_subcommand(name).unwrap_or(command);
    }
    command.clone()
}

/// Says that a value comes from the environment, which nobody typed on this line.
fn from_environment(error: &clap::Error) -> Option<String> {
    let value = text_of(error, ContextKind::InvalidValue);
    let is_operator = text_of(error, ContextKind::InvalidArg).starts_with("--operator");
    let set = std::env::var(OPERATOR_VARIABLE).is_ok_and(|set| set == value);
    (is_operator && set).then(|| format!("{OPERATOR_VARIABLE} is set to {value:?}"))
}

fn text_of(error: &clap::Error, kind: ContextKind) -> String {
    error.get(kind).map(ToString::to_string).unwrap_or_default()
}

fn words(path: &[String]) -> String {
    let mut words = PROGRAM.to_owned();
    for word in path {
        words.push(' ');
        words.push_str(word);
    }
    words
}

fn next(path: &[String]) -> NextCommand {
    NextCommand::plugin(&path.join(" "))
}

fn help(meant: &[String]) -> Hint {
    next(meant).arg("--help").local().into()
}
