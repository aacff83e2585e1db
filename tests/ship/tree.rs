//! Rules for every command of the tree, also for the ones that come later.

use std::collections::BTreeMap;

use clap::{Arg, Command, CommandFactory};
use kubectl_tidb_br::cli::{Cli, PROGRAM, help};

/// Every command and every group of commands, with the words that call it.
pub fn commands() -> Vec<(String, Command)> {
    let mut root = Cli::command();
    root.build();
    let mut found = Vec::new();
    walk(&root, PROGRAM.to_owned(), &mut found);
    found
}

fn walk(command: &Command, words: String, found: &mut Vec<(String, Command)>) {
    found.push((words.clone(), command.clone()));
    let subcommands = command.get_subcommands();
    for sub in subcommands.filter(|sub| !sub.is_hide_set()) {
        walk(sub, format!("{words} {}", sub.get_name()), found);
    }
}

/// Whether the command does something without a further verb.
pub fn runs(command: &Command) -> bool {
    !command.is_subcommand_required_set()
}

/// The examples as the help prints them.
pub fn examples(command: &Command) -> String {
    let examples = command.get_before_help().map(ToString::to_string);
    examples.unwrap_or_default()
}

#[test]
fn clap_finds_nothing_wrong() {
    Cli::command().debug_assert();
}

#[test]
fn every_command_says_in_one_line_what_it_does() {
    let mut bad = Vec::new();
    for (words, command) in commands() {
        let about = command.get_about().map(ToString::to_string);
        let limit = if words == PROGRAM { 90 } else { 60 };
        if !is_title(&about.clone().unwrap_or_default(), limit) {
            bad.push(format!("{words}: {about:?}"));
        }
        for arg in command.get_arguments() {
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            if help.is_empty() || help.ends_with('.') {
                bad.push(format!("{words} {}: {help:?}", arg.get_id()));
            }
        }
    }
    assert!(bad.is_empty(), "{bad:#?}");
}

/// As kubectl's own: short, imperative, no full stop.
fn is_title(text: &str, limit: usize) -> bool {
    text.starts_with(char::is_uppercase)
        && text.chars().count() <= limit
        && !text.ends_with('.')
        && !text.contains('\n')
}

#[test]
fn every_command_has_examples_and_ends_with_exit_codes_and_rbac() {
    let mut bad = Vec::new();
    for (words, command) in commands().into_iter().filter(|(_, command)| runs(command)) {
        let closing = help::closing(&command);
        let [codes, rbac] = closing.as_slice() else {
            bad.push(format!("{words}: ends with {closing:?}"));
            continue;
        };
        if !codes.starts_with("Exit codes: 0 done") || !rbac.starts_with("RBAC: ") {
            bad.push(format!("{words}: ends with {closing:?}"));
        }
        let text = examples(&command);
        let count = |is: &dyn Fn(&str) -> bool| text.lines().filter(|line| is(line)).count();
        let comments = count(&|line| line.starts_with("# "));
        let examples = count(&|line| line.contains(&words));
        if comments < 2 || examples < 2 {
            bad.push(format!("{words}: {comments} comments, {examples} examples"));
        }
    }
    assert!(bad.is_empty(), "{bad:#?}");
}

#[test]
fn flags_are_kebab_case_and_no_letter_means_two_things() {
    let mut letters: BTreeMap<char, (String, String)> = BTreeMap::new();
    for (words, command) in commands() {
        for arg in command.get_arguments() {
            if let Some(long) = arg.get_long() {
                let kebab = long
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                assert!(
                    kebab && !long.contains("--") && !long.starts_with('-'),
                    "{words} --{long}"
                );
            }
            if let (Some(short), Some(long)) = (arg.get_short(), meaning(arg)) {
                let known = letters
                    .entry(short)
                    .or_insert_with(|| (long.clone(), words.clone()));
                assert_eq!(known.0, long, "-{short} in {words} and in {}", known.1);
            }
        }
    }
    assert_eq!(
        letters.get(&'n').map(|(long, _)| long.as_str()),
        Some("namespace")
    );
}

/// The long name, which says what a letter stands for. `-f` is the one exception, as with kubectl: `logs -f` follows.
fn meaning(arg: &Arg) -> Option<String> {
    let long = arg.get_long()?;
    (long != "follow").then(|| long.to_owned())
}
