//! What can come next on a command line, from the tree of commands.

use std::ffi::{OsStr, OsString};
use std::sync::{Arc, Mutex, PoisonError};

use clap::builder::StyledStr;
use clap::error::ErrorKind;
use clap::{ArgMatches, Command, CommandFactory};
use clap_complete::engine::{self, ArgValueCompleter, CompletionCandidate};

use super::source::{Candidate, CandidateSource};
use crate::cli::Cli;

/// Bits of the directive of cobra, kubectl's library for commands.
const NO_SPACE: u8 = 2;
const NO_FILES: u8 = 4;
const FOLDERS: u8 = 16;

/// What kubectl wants to know.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    /// The words that can come next.
    pub candidates: Vec<Candidate>,
    /// What the shell does besides offering the words.
    pub directive: u8,
}

impl Answer {
    fn nothing(directive: u8) -> Self {
        Self {
            candidates: Vec::new(),
            directive,
        }
    }
}

/// Finds what can stand in the place of the last of `words`. `look_up` finds the values of a source and gets the flags typed so far.
pub fn answer(
    words: &[String],
    look_up: &dyn Fn(CandidateSource, &ArgMatches) -> Vec<Candidate>,
) -> Answer {
    let (current, before) = words
        .split_last()
        .map_or(("", words), |(last, before)| (last.as_str(), before));
    let root = Cli::command();
    let mut whole = root.clone();
    whole.build();
    let line = |words: &[String]| {
        let program = std::iter::once(root.get_name().to_owned());
        program.chain(words.iter().cloned()).collect::<Vec<_>>()
    };
    let unknown = |error: clap::Error| error.kind() == ErrorKind::InvalidSubcommand;
    let strict = root.clone().try_get_matches_from(line(before));
    if strict.is_err_and(unknown) {
        return Answer::nothing(NO_FILES);
    }
    let wanted = Wanted::default();
    let mut command = marked(whole.clone(), "", &wanted);
    let mut typed = line(&settled(&whole, before));
    // For a single dash the engine offers the short form of a flag in place of the long one.
    typed.push(if current == "-" { "--" } else { current }.to_owned());
    let last = typed.len() - 1;
    let arguments = typed.into_iter().map(OsString::from).collect();
    let found = engine::complete(&mut command, arguments, last, None).unwrap_or_default();
    let mut candidates: Vec<Candidate> = found
        .iter()
        .filter_map(|found| Some((own_name(found, current)?, found.get_help())))
        .filter(|(value, _)| current.starts_with('-') || !value.starts_with('-'))
        .map(|(value, help)| Candidate {
            value: only_value(current, value).to_owned(),
            description: help.map(first_line).unwrap_or_default(),
        })
        .collect();
    let mut directive = NO_FILES;
    if let Some((source, prefix)) = wanted.take() {
        match source {
            CandidateSource::Files => return Answer::nothing(0),
            CandidateSource::Folders => return Answer::nothing(FOLDERS),
            _ => {}
        }
        let typed = root
            .clone()
            .ignore_errors(true)
            .try_get_matches_from(line(before))
            .unwrap_or_default();
        let mut names = look_up(source, &typed);
        names.retain(|name| name.value.starts_with(&prefix));
        candidates.extend(names);
    }
    if candidates.iter().any(|found| found.value.ends_with('=')) {
        directive |= NO_SPACE;
    }
    Answer {
        candidates,
        directive,
    }
}

/// What the argument at the cursor takes, and the part of its value that is typed already. The engine asks a completer for values at once;
/// our completers only note the question, so that it is answered once, when all flags are known.
#[derive(Clone, Default)]
struct Wanted(Arc<Mutex<Option<(CandidateSource, String)>>>);

impl Wanted {
    fn note(&self, source: CandidateSource, current: &OsStr) {
        // The engine also offers a half-typed flag to the positional argument.
        if let Some(current) = current.to_str().filter(|text| !text.starts_with('-')) {
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) =
                Some((source, current.to_owned()));
        }
    }

    fn take(&self) -> Option<(CandidateSource, String)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// The tree of commands below `noun`, with our completers on the arguments whose values the tree does not know itself.
fn marked(command: Command, noun: &str, wanted: &Wanted) -> Command {
    let verb = command.get_name().to_owned();
    command
        .mut_args(|arg| {
            let Some(source) = CandidateSource::of_argument(noun, &verb, &arg) else {
                return arg;
            };
            let wanted = wanted.clone();
            arg.add(ArgValueCompleter::new(move |current: &OsStr| {
                wanted.note(source, current);
                Vec::new()
            }))
        })
        .mut_subcommands(|below| {
            // The commands below the program are the nouns.
            let noun = match noun.is_empty() {
                true => below.get_name().to_owned(),
                false => noun.to_owned(),
            };
            marked(below, &noun, wanted)
        })
}

/// The words before the cursor in a form that the engine understands. The engine takes the value of a flag for a command of the same name
/// (`-n backup`), and it expects a value behind a flag that only takes a value after `=`.
fn settled(root: &Command, words: &[String]) -> Vec<String> {
    let mut settled = Vec::new();
    let mut words = words.iter().peekable();
    let mut command = root;
    let mut options_end = false;
    while let Some(word) = words.next() {
        options_end |= word == "--";
        if let Some(next) = command.find_subcommand(word) {
            command = next;
        }
        let flag = command
            .get_arguments()
            .chain(root.get_arguments())
            .find(|arg| {
                let long = arg.get_long().map(|long| format!("--{long}"));
                let short = arg.get_short().map(|short| format!("-{short}"));
                !options_end && (long.as_ref() == Some(word) || short.as_ref() == Some(word))
            });
        match flag {
            Some(flag) if flag.is_require_equals_set() => {}
            Some(flag) if flag.get_action().takes_values() => {
                match (flag.get_long(), words.peek()) {
                    (Some(long), Some(_)) => {
                        let value = words.next().cloned().unwrap_or_default();
                        settled.push(format!("--{long}={value}"));
                    }
                    _ => settled.push(word.clone()),
                }
            }
            _ => settled.push(word.clone()),
        }
    }
    settled
}

/// The command's own name: the engine offers the first of all its names in the alphabet, such as `describe` for `show`.
fn own_name<'a>(found: &'a CompletionCandidate, current: &str) -> Option<&'a str> {
    let name = found.get_id().and_then(|id| id.strip_prefix("command::"));
    match name.filter(|name| name.starts_with(current)) {
        Some(name) => Some(name),
        None => found.get_value().to_str(),
    }
}

/// The value without `--flag=`, which cobra's scripts put in front of it.
fn only_value<'a>(current: &str, candidate: &'a str) -> &'a str {
    match current.split_once('=') {
        Some((flag, _)) if flag.starts_with("--") => candidate
            .strip_prefix(flag)
            .and_then(|rest| rest.strip_prefix('='))
            .unwrap_or(candidate),
        _ => candidate,
    }
}

fn first_line(help: &StyledStr) -> String {
    let text = help.to_string();
    let line = text.lines().next().unwrap_or_default();
    line.replace('\t', " ").trim().to_owned()
}
