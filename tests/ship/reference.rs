//! The reference of all commands: their help, one after the other.

use std::collections::BTreeSet;
use std::fmt::Write;

use kubectl_tidb_br::cli::help;
use kubectl_tidb_br::error::EXIT_CODES;
use kubectl_tidb_br::manifest::flag::FLAGS;

use super::tree::commands;
use crate::support::golden;

const WIDTH: usize = 120;

#[test]
fn the_reference_is_the_help_of_every_command() {
    golden::compare("tests/golden/reference.md", &reference());
}

fn reference() -> String {
    let mut text = "# Commands of `kubectl tidb-br`\n\n\
        Written by the tests from the help of the program; do not edit.\n"
        .to_owned();
    for (words, _) in commands() {
        let path: Vec<String> = words.split(' ').skip(2).map(str::to_owned).collect();
        let page = help::page(&path, WIDTH);
        write!(text, "\n## {words}\n\n```text\n{}\n```\n", page.trim_end()).unwrap();
    }
    let options = help::options(WIDTH);
    write!(
        text,
        "\n## Flags of every command\n\n```text\n{}\n```\n",
        options.trim_end()
    )
    .unwrap();
    text.push_str("\n## Exit codes\n\n| code | meaning |\n| --- | --- |\n");
    for (exit, meaning) in EXIT_CODES {
        writeln!(text, "| {} | {meaning} |", exit.code()).unwrap();
    }
    text
}

/// A flag of the table whose field the help does not name would be a flag with an unknown effect.
#[test]
fn the_help_names_the_field_of_every_flag_of_the_table() {
    let text = reference();
    let missing: BTreeSet<_> = FLAGS
        .iter()
        .filter(|flag| {
            !text.contains(&format!(".{}", flag.field))
                && !text.contains(&format!("[{}", flag.field))
        })
        .map(|flag| flag.name)
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
