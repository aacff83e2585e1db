//! The reference of all commands, generated from the tree.

use std::collections::BTreeSet;
use std::fmt::Write;

use clap::{Arg, Command};
use kubectl_tidb_br::api::Operator;
use kubectl_tidb_br::error::EXIT_CODES;
use kubectl_tidb_br::manifest::flag::FLAGS;

use super::tree::{after_help, commands};
use crate::support::golden;

#[test]
fn the_reference_is_that_of_the_present_tree() {
    golden::compare("tests/golden/reference.md", &reference());
}

fn reference() -> String {
    let mut text =
        "# Commands of `kubectl tidb-br`\n\nGenerated from the program; do not edit.\n".to_owned();
    for (index, (words, command)) in commands().iter().enumerate() {
        describe(&mut text, words, command, index == 0);
    }
    text.push_str("\n## Exit codes\n\n| code | meaning |\n| --- | --- |\n");
    for (exit, meaning) in EXIT_CODES {
        writeln!(text, "| {} | {meaning} |", exit.code()).unwrap();
    }
    text
}

fn describe(text: &mut String, words: &str, command: &Command, root: bool) {
    let about = command.get_long_about().or(command.get_about());
    write!(
        text,
        "\n## {words}\n\n{}\n",
        about.map(ToString::to_string).unwrap_or_default().trim()
    )
    .unwrap();
    let aliases: Vec<_> = command.get_visible_aliases().collect();
    if !aliases.is_empty() {
        writeln!(text, "\nAlso: {}", aliases.join(", ")).unwrap();
    }
    let usage = command.clone().render_usage().to_string();
    writeln!(text, "\n    {}", usage.trim_start_matches("Usage: ")).unwrap();
    // Flags that every command has stand at the first one only.
    let own: Vec<&Arg> = command
        .get_arguments()
        .filter(|arg| root || !arg.is_global_set())
        .filter(|arg| !arg.is_hide_set() && arg.get_id() != "help")
        .collect();
    if !own.is_empty() {
        text.push_str("\n| argument | | writes |\n| --- | --- | --- |\n");
        for arg in own {
            row(text, arg);
        }
    }
    let after = after_help(command);
    if !after.is_empty() {
        let mut parts = after.rsplitn(2, "\n\n");
        let rbac = parts.next().unwrap();
        if let Some(examples) = parts.next() {
            writeln!(
                text,
                "\n```sh\n{}\n```",
                unindented(examples.trim_start_matches("Examples:\n"))
            )
            .unwrap();
        }
        writeln!(text, "\n{rbac}").unwrap();
    }
}

fn unindented(examples: &str) -> String {
    let lines: Vec<_> = examples
        .lines()
        .map(|line| line.strip_prefix("  ").unwrap_or(line))
        .collect();
    lines.join("\n")
}

fn row(text: &mut String, arg: &Arg) {
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let mut notes = help.replace('|', "\\|");
    let values: Vec<_> = arg
        .get_possible_values()
        .iter()
        .map(|value| value.get_name().to_owned())
        .collect();
    let takes_values = arg.get_action().takes_values();
    if takes_values && !values.is_empty() && values != ["true", "false"] {
        write!(notes, " ({})", values.join(", ")).unwrap();
    }
    let mut defaults = arg
        .get_default_values()
        .iter()
        .filter_map(|value| value.to_str());
    if let Some(default) = defaults.next().filter(|_| takes_values) {
        write!(notes, "; default `{default}`").unwrap();
    }
    let field = field(arg, &help).unwrap_or_default();
    writeln!(
        text,
        "| `{}` | {notes} | {field} |",
        signature(arg).replace('|', "\\|")
    )
    .unwrap();
}

/// `-n, --namespace NAMESPACE`
fn signature(arg: &Arg) -> String {
    let names = arg
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .map(ToString::to_string);
    let value = names.collect::<Vec<_>>().join(" ");
    if arg.is_positional() {
        let many = arg
            .get_num_args()
            .is_some_and(|range| range.max_values() > 1);
        return if many { format!("{value}…") } else { value };
    }
    let short = arg
        .get_short()
        .map_or_else(String::new, |short| format!("-{short}, "));
    let long = arg.get_long().unwrap_or_default();
    match (arg.get_action().takes_values(), arg.is_require_equals_set()) {
        (false, _) => format!("{short}--{long}"),
        (true, true) => format!("{short}--{long}[={value}]"),
        (true, false) => format!("{short}--{long} {value}"),
    }
}

/// The field that the table of flags says, where the argument is the one of the table.
fn field(arg: &Arg, help: &str) -> Option<String> {
    let long = arg.get_long()?;
    let row = FLAGS
        .iter()
        .find(|flag| flag.name == long && flag.help == help)?;
    let only = match row.only {
        Some(Operator::V1) => " (v1)",
        Some(Operator::V2) => " (v2)",
        None => "",
    };
    let root = match row.field {
        "" => return Some("depends on the provider".to_owned()),
        field if field.starts_with("metadata.") || field.starts_with("spec.") => "",
        _ => "spec.",
    };
    Some(format!("`{root}{}`{only}", row.field))
}

/// Without this the column of fields could go empty when the wording of a help text changes in one place only.
#[test]
fn the_reference_names_the_field_of_every_flag_of_the_table() {
    let text = reference();
    let missing: BTreeSet<_> = FLAGS
        .iter()
        .filter(|flag| !flag.field.is_empty())
        .filter(|flag| !text.contains(&format!("{}`", flag.field)))
        .map(|flag| flag.name)
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
