//! The README's command lines exist, and its tables are those of the program.

use std::fmt::Write;

use clap::{CommandFactory, ValueEnum};
use kubectl_tidb_br::cli::{Cli, PROGRAM};
use kubectl_tidb_br::error::EXIT_CODES;
use kubectl_tidb_br::error::Rule;

use super::tree;
use crate::support::golden;

/// The words behind `kubectl tidb-br` in every command line of the text: those of code blocks, and of `code` in a sentence.
fn command_lines(markdown: &str) -> Vec<Vec<String>> {
    let joined = markdown.replace("\\\n", " ");
    let mut lines = Vec::new();
    let mut in_block = false;
    for line in joined.lines() {
        if line.trim_start().starts_with("```") {
            in_block = !in_block;
        } else if in_block {
            let starts = line
                .trim_start()
                .trim_start_matches("$ ")
                .trim_start_matches("if ");
            lines.extend(starts.strip_prefix(PROGRAM).map(str::to_owned));
        } else {
            let code = line.split('`').skip(1).step_by(2);
            lines.extend(
                code.filter_map(|code| code.strip_prefix(PROGRAM))
                    .map(str::to_owned),
            );
        }
    }
    lines
        .iter()
        .map(|line| words(line))
        .filter(|words| !words.is_empty())
        .collect()
}

/// One command as a shell splits it, up to a comment, a pipe or a redirection.
fn words(line: &str) -> Vec<String> {
    let words = shlex::split(line).unwrap_or_else(|| panic!("no shell reads {line:?}"));
    let ends = |word: &String| ["|", ">", "&&", "||", ";", ">>"].contains(&word.as_str());
    words.into_iter().take_while(|word| !ends(word)).collect()
}

/// Parses a command line with the tree of the program.
fn check(words: &[String], place: &str) {
    let line = std::iter::once("kubectl-tidb_br".to_owned()).chain(words.iter().cloned());
    if let Err(error) = Cli::command().try_get_matches_from(line) {
        let help = [clap::error::ErrorKind::DisplayHelp];
        assert!(help.contains(&error.kind()), "{place}: {words:?}\n{error}");
    }
}

#[test]
fn every_command_line_of_the_readme_parses() {
    let lines = command_lines(&golden::text_of("README.md"));
    assert!(lines.len() >= 10, "{lines:?}");
    for words in lines
        .iter()
        .filter(|words| !words.contains(&"…".to_owned()))
    {
        check(words, "README.md");
    }
}

#[test]
fn every_example_of_the_help_parses() {
    for (place, command) in tree::commands() {
        let examples = tree::examples(&command).replace("<(kubectl", "kubectl");
        for words in command_lines(&format!("```\n{examples}\n```")) {
            check(&words, &place);
        }
    }
}

/// Both parts in one test: each rewrites the whole file.
#[test]
fn the_readme_has_the_commands_and_exit_codes_of_the_program() {
    let root = Cli::command();
    let mut commands = "| command | does |\n| --- | --- |\n".to_owned();
    for noun in root.get_subcommands().filter(|noun| !noun.is_hide_set()) {
        let verbs: Vec<_> = noun.get_subcommands().map(|verb| verb.get_name()).collect();
        let optional = !noun.is_subcommand_required_set() && !verbs.is_empty();
        let words = match verbs.is_empty() {
            true => noun.get_name().to_owned(),
            false => format!("{} {}", noun.get_name(), verbs.join("\\|")),
        };
        let about = noun.get_about().unwrap();
        let and = if optional { " (or without a verb)" } else { "" };
        writeln!(commands, "| `{words}`{and} | {about} |").unwrap();
    }
    golden::compare_part("README.md", "commands", &commands);
    let mut codes = "| code | meaning |\n| --- | --- |\n".to_owned();
    for (exit, meaning) in EXIT_CODES {
        writeln!(codes, "| {} | {meaning} |", exit.code()).unwrap();
    }
    golden::compare_part("README.md", "exit codes", &codes);
}

#[test]
fn the_readme_names_every_rule_that_can_be_lifted() {
    let readme = golden::text_of("README.md");
    for rule in Rule::value_variants() {
        let row = format!("| `{}` |", rule.word());
        assert!(readme.contains(&row), "{row}");
    }
}
