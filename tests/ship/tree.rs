//! Rules for every command of the tree, also for the ones that come later.

use std::collections::BTreeMap;

use clap::{Arg, Command, CommandFactory};
use kubectl_tidb_br::cli::{Cli, PROGRAM};

/// Every command that can be run, and every group of commands, with the words that call it.
pub fn commands() -> Vec<(String, Command)> {
    let mut root = Cli::command();
    root.build();
    let mut found = Vec::new();
    walk(&root, PROGRAM.to_owned(), &mut found);
    found
}

fn walk(command: &Command, words: String, found: &mut Vec<(String, Command)>) {
    found.push((words.clone(), command.clone()));
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        walk(sub, format!("{words} {}", sub.get_name()), found);
    }
}

/// Whether it does something by itself.
pub fn runs(command: &Command) -> bool {
    !command.is_subcommand_required_set()
}

/// The examples and the RBAC line at the end of the help.
pub fn after_help(command: &Command) -> String {
    command
        .get_after_help()
        .map(ToString::to_string)
        .unwrap_or_default()
}

#[test]
fn clap_finds_nothing_wrong() {
    Cli::command().debug_assert();
}

#[test]
fn every_command_says_in_one_line_what_it_does() {
    for (words, command) in commands() {
        let about = command
            .get_about()
            .map(ToString::to_string)
            .unwrap_or_default();
        let limit = if words == PROGRAM { 90 } else { 60 };
        assert!(
            !about.is_empty() && about.len() <= limit,
            "{words}: {about:?}"
        );
        assert!(
            !about.ends_with('.') && !about.contains('\n'),
            "{words}: {about:?}"
        );
        assert!(about.starts_with(char::is_uppercase), "{words}: {about:?}");
        for arg in command.get_arguments() {
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(!help.is_empty(), "{words} {} has no help", arg.get_id());
            assert!(
                !help.ends_with('.') || help.ends_with('…'),
                "{words} {}: {help:?}",
                arg.get_id()
            );
        }
    }
}

#[test]
fn every_command_has_examples_and_ends_with_its_rbac() {
    for (words, command) in commands().into_iter().filter(|(_, command)| runs(command)) {
        let help = after_help(&command);
        let last = help.lines().last().unwrap_or_default();
        assert!(
            last.starts_with("RBAC: ") && last.ends_with('.'),
            "{words}: the last line is {last:?}"
        );
        let comments = help.lines().filter(|line| line.starts_with("  # ")).count();
        let examples = help
            .lines()
            .filter(|line| line.trim_start().contains(&words))
            .count();
        assert!(
            comments >= 2 && examples >= 2,
            "{words}: {comments} comments, {examples} examples\n{help}"
        );
    }
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
