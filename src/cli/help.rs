//! The help of a command, in kubectl's order: description, examples, the command's own flags, usage.
//!
//! clap's tree holds the texts: `before_help` are the examples, and `after_help` are two lines, the exit codes and the RBAC verbs.
//! Examples are never wrapped, so that people can paste them.

use clap::{Arg, Command, CommandFactory};

use super::manifest::Writes;
use super::{Cli, PROGRAM};
use crate::error::EXIT_CODES;

/// Longest list of words that stands in the place of a value's name, as in `--type full|db|table`.
const WORDS_SHOWN: usize = 52;

/// Widest column of flags. The text of a longer flag begins further to the right.
const FLAG_COLUMN: usize = 26;

/// What may stand where the help says TIME.
pub const TIME_FORMS: &str = "a TSO, RFC 3339, 'YYYY-MM-DD HH:MM:SS+08:00', 90m or 7d for that long ago, now, backup/NAME, log/NAME";

/// The groups of commands in the help of the program. Commands that are missing here come last.
const SECTIONS: &[(&str, &[&str])] = &[
    ("Backups", &["backup", "log", "schedule", "compact"]),
    ("Recovery", &["restore", "status", "window", "report"]),
    ("Preparation", &["setup", "check", "diagnose", "convert"]),
];

/// Headings that come after those of the command's own subject.
const LAST_HEADINGS: &[&str] = &["Manifest", "Writing", "Waiting", "Output"];

/// The help of the command that these words name, such as `["log", "pause"]`.
pub fn page(path: &[String], width: usize) -> String {
    let mut command = Cli::command();
    command.build();
    let mut found = &command;
    let mut words = PROGRAM.to_owned();
    for name in path {
        let Some(below) = found.find_subcommand(name) else {
            break;
        };
        found = below;
        words.push_str(&format!(" {}", found.get_name()));
    }
    Page::new(width).command(found, &words)
}

/// The flags that every command has: what `options` prints.
pub fn options(width: usize) -> String {
    let mut page = Page::new(width);
    page.text = "Every command has these flags:\n".to_owned();
    let command = Cli::command();
    let flags = command.get_arguments().filter(|arg| !arg.is_hide_set());
    page.flags(flags, true);
    page.text
}

/// The exit codes that a command can end with, each with its meaning.
fn exit_codes(codes: &str) -> String {
    let named = EXIT_CODES.iter().filter_map(|(exit, meaning)| {
        let code = exit.code().to_string();
        let meaning = meaning.split([';', ':', '(']).next().unwrap_or_default();
        let listed = codes.split_whitespace().any(|listed| listed == code);
        listed.then(|| format!("{code} {}", meaning.trim()))
    });
    named.collect::<Vec<_>>().join("; ")
}

/// The two closing lines of a command: exit codes with their meaning, and RBAC verbs.
pub fn closing(command: &Command) -> Vec<String> {
    let closing = command.get_after_help().map(ToString::to_string);
    let closing = closing.unwrap_or_default();
    let lines = closing.lines().filter(|line| !line.is_empty());
    lines
        .map(|line| match line.strip_prefix("Exit codes: ") {
            Some(codes) => format!("Exit codes: {}.", exit_codes(codes)),
            None => line.to_owned(),
        })
        .collect()
}

/// What the help says about one flag or argument.
pub fn text_of(arg: &Arg) -> String {
    let mut text = arg.get_help().map(ToString::to_string).unwrap_or_default();
    if value_name(arg) == "TIME" {
        text.push_str(&format!(": {TIME_FORMS}"));
    }
    let mut defaults = arg.get_default_values().iter();
    if let Some(default) = defaults.next().filter(|_| !is_switch(arg)) {
        text.push_str(&format!(" (default: {})", default.to_string_lossy()));
    }
    if let Some(writes) = arg.get::<Writes>() {
        text.push_str(&format!(" [{}]", writes.field()));
    }
    text
}

/// Whether the flag is off unless it is given: it is typed without a value.
fn is_switch(arg: &Arg) -> bool {
    !arg.get_action().takes_values()
        || arg
            .get_default_values()
            .iter()
            .any(|default| default == "false")
}

/// The name of the value, or the words that it can be.
fn value_name(arg: &Arg) -> String {
    let words: Vec<String> = arg
        .get_possible_values()
        .iter()
        .filter(|value| !value.is_hide_set())
        .map(|value| value.get_name().to_owned())
        .collect();
    let words = words.join("|");
    if !words.is_empty() && words.len() <= WORDS_SHOWN {
        return words;
    }
    let names = arg.get_value_names().unwrap_or_default();
    match names.first() {
        Some(name) => name.to_string(),
        None => arg.get_id().to_string().to_uppercase(),
    }
}

/// `-n, --namespace NAMESPACE`, or `NAME...`.
fn signature(arg: &Arg) -> String {
    let value = value_name(arg);
    if arg.is_positional() {
        let many = arg.get_num_args().is_some_and(|n| n.max_values() > 1);
        return if many { format!("{value}...") } else { value };
    }
    let short = match arg.get_short() {
        Some(short) => format!("-{short}, "),
        None => "    ".to_owned(),
    };
    let flag = format!("{short}--{}", arg.get_long().unwrap_or_default());
    match (is_switch(arg), arg.is_require_equals_set()) {
        (true, _) => flag,
        (false, true) if value == "BOOL" => format!("{flag}[=BOOL]"),
        (false, true) => format!("{flag}={value}"),
        (false, false) => format!("{flag} {value}"),
    }
}

/// How usage names an argument that must be given: `NAME...`, `-l SELECTOR`, `--keep DURATION`.
fn in_usage(arg: &Arg) -> String {
    if arg.is_positional() {
        return signature(arg);
    }
    let flag = match arg.get_short() {
        Some(short) => format!("-{short}"),
        None => format!("--{}", arg.get_long().unwrap_or_default()),
    };
    match is_switch(arg) {
        true => flag,
        false => format!("{flag} {}", value_name(arg)),
    }
}

/// The usage of a command: required arguments stand bare, alternatives in parentheses, optional ones in brackets; names come before flags.
pub fn usage(command: &Command, words: &str) -> String {
    let argument = |id| command.get_arguments().find(|arg| arg.get_id() == id);
    let required = command.get_groups().filter(|group| group.is_required_set());
    let groups: Vec<Vec<&Arg>> = required
        .map(|group| group.get_args().filter_map(argument).collect())
        .collect();
    let alternatives = groups.iter().map(|group| {
        let members: Vec<String> = group.iter().map(|arg| in_usage(arg)).collect();
        let named = group.iter().any(|arg| arg.is_positional());
        (named, format!("({})", members.join(" | ")))
    });
    let is_alternative = |arg: &Arg| groups.iter().flatten().any(|member| *member == arg);
    let single = own_arguments(command)
        .filter(|arg| !is_alternative(arg))
        .filter_map(|arg| match (arg.is_required_set(), arg.is_positional()) {
            (true, named) => Some((named, in_usage(arg))),
            (false, true) => Some((true, format!("[{}]", in_usage(arg)))),
            (false, false) => None,
        });
    let (names, flags): (Vec<_>, Vec<_>) =
        alternatives.chain(single).partition(|(named, _)| *named);
    let mut parts = vec![words.to_owned()];
    parts.extend(names.into_iter().chain(flags).map(|(_, part)| part));
    if command.is_subcommand_required_set() {
        parts.push("COMMAND".to_owned());
    }
    parts.push("[flags]".to_owned());
    parts.join(" ")
}

/// The arguments that only this command has.
fn own_arguments(command: &Command) -> impl Iterator<Item = &Arg> {
    command
        .get_arguments()
        .filter(|arg| !arg.is_global_set() && !arg.is_hide_set())
}

/// A page of help as it grows.
struct Page {
    width: usize,
    text: String,
}

impl Page {
    fn new(width: usize) -> Self {
        Self {
            width: width.clamp(60, 120),
            text: String::new(),
        }
    }

    fn command(mut self, command: &Command, words: &str) -> String {
        let about = command.get_long_about().or(command.get_about());
        let about = about.map(ToString::to_string).unwrap_or_default();
        for paragraph in about.split("\n\n") {
            self.paragraph(paragraph.trim());
        }
        if let Some(aliases) = aliases(command) {
            self.paragraph(&aliases);
        }
        if let Some(examples) = command.get_before_help() {
            self.heading("Examples");
            for line in examples.to_string().lines() {
                let indent = if line.is_empty() { "" } else { "  " };
                self.text.push_str(&format!("{indent}{line}\n"));
            }
        }
        self.subcommands(command, words);
        self.flags(own_arguments(command), false);
        self.heading("Usage");
        self.text
            .push_str(&format!("  {}\n", usage(command, words)));
        if command.has_subcommands() && !command.is_subcommand_required_set() {
            self.text.push_str(&format!("  {words} COMMAND [flags]\n"));
        }
        self.text.push('\n');
        if command.has_subcommands() {
            let more = format!("Use \"{words} COMMAND --help\" for more about a command.");
            self.lines(&more, 0);
        }
        let brackets = match own_arguments(command).any(|arg| arg.get::<Writes>().is_some()) {
            true => "A flag writes the field in [brackets]. ",
            false => "",
        };
        let options = "options\" for the flags that every command has.";
        self.lines(&format!("{brackets}Use \"{PROGRAM} {options}"), 0);
        let closing = closing(command);
        if !closing.is_empty() {
            self.text.push('\n');
        }
        for line in closing {
            self.lines(&line, 2);
        }
        self.text
    }

    fn heading(&mut self, heading: &str) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self.text.push_str(&format!("{heading}:\n"));
    }

    fn paragraph(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.lines(text, 0);
    }

    /// Wrapped text; lines after the first one are indented.
    fn lines(&mut self, text: &str, indent: usize) {
        let mut first = true;
        for line in wrap(text, self.width - indent, 0) {
            let indent = if first { 0 } else { indent };
            self.text.push_str(&format!("{:indent$}{line}\n", ""));
            first = false;
        }
    }

    fn subcommands(&mut self, command: &Command, words: &str) {
        let below: Vec<&Command> = command
            .get_subcommands()
            .filter(|below| !below.is_hide_set())
            .collect();
        let row = |below: &&&Command| {
            let about = below.get_about().map(ToString::to_string);
            (below.get_name().to_owned(), about.unwrap_or_default())
        };
        if words != PROGRAM {
            let rows: Vec<_> = below.iter().map(|below| row(&below)).collect();
            return self.section("Commands", &rows);
        }
        for (heading, names) in SECTIONS {
            let found = names.iter().filter_map(|name| {
                let mut below = below.iter();
                below.find(|below| below.get_name() == *name)
            });
            let rows: Vec<_> = found.map(|below| row(&below)).collect();
            self.section(&format!("{heading} commands"), &rows);
        }
        let listed = |name: &str| SECTIONS.iter().any(|(_, names)| names.contains(&name));
        let others = below.iter().filter(|below| !listed(below.get_name()));
        let rows: Vec<_> = others.map(|below| row(&below)).collect();
        self.section("Other commands", &rows);
    }

    /// Flags under their headings, in the order of the tree.
    fn flags<'a>(&mut self, flags: impl Iterator<Item = &'a Arg>, global: bool) {
        let mut sections: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for arg in flags {
            let heading = match (arg.get_help_heading(), arg.is_positional()) {
                (_, true) => "Arguments",
                (Some(heading), _) => heading,
                (None, _) if global => "Options",
                (None, _) => "Flags",
            };
            let row = (signature(arg), text_of(arg));
            match sections.iter_mut().find(|(known, _)| known == heading) {
                Some((_, rows)) => rows.push(row),
                None => sections.push((heading.to_owned(), vec![row])),
            }
        }
        let rank = |heading: &str| LAST_HEADINGS.iter().position(|last| *last == heading);
        sections.sort_by_key(|(heading, _)| rank(heading).map_or(0, |rank| rank + 1));
        for (heading, rows) in &sections {
            self.section(heading, rows);
        }
    }

    /// A heading, and rows of two columns.
    fn section(&mut self, heading: &str, rows: &[(String, String)]) {
        if rows.is_empty() {
            return;
        }
        self.heading(heading);
        let lengths = rows.iter().map(|(left, _)| left.chars().count());
        let widest = lengths.filter(|length| *length <= FLAG_COLUMN).max();
        let column = widest.unwrap_or(FLAG_COLUMN) + 4;
        for (left, right) in rows {
            let line = format!("  {left}");
            // The text behind a long flag begins further to the right.
            let begin = column.max(line.chars().count() + 2);
            let parts = wrap(right, self.width - column, begin - column);
            let mut parts = parts.iter();
            let first = parts.next().map_or("", String::as_str);
            self.text
                .push_str(format!("{line:begin$}{first}").trim_end());
            self.text.push('\n');
            for part in parts {
                self.text.push_str(&format!("{:column$}{part}\n", ""));
            }
        }
    }
}

fn aliases(command: &Command) -> Option<String> {
    let aliases: Vec<&str> = command.get_visible_aliases().collect();
    (!aliases.is_empty()).then(|| format!("Also called: {}", aliases.join(", ")))
}

/// Breaks a text at blanks into lines of at most `width` characters, of which the first line has `used` less. A longer word stays whole, and
/// a number stays with the word behind it. An empty text is one empty line.
fn wrap(text: &str, width: usize, used: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut number = String::new();
    for word in text.split_whitespace() {
        if word.chars().all(|letter| letter.is_ascii_digit()) {
            number = format!("{number}{word} ");
            continue;
        }
        let word = &format!("{}{word}", std::mem::take(&mut number));
        let room = match lines.len() {
            1 => width.saturating_sub(used),
            _ => width,
        };
        let Some(line) = lines.last_mut() else {
            continue;
        };
        let fits = line.chars().count() + word.chars().count() < room;
        match (line.is_empty(), fits) {
            (true, _) => line.push_str(word),
            (false, true) => line.push_str(&format!(" {word}")),
            (false, false) => lines.push(word.to_owned()),
        }
    }
    if let (Some(line), false) = (lines.last_mut(), number.is_empty()) {
        line.push_str(&format!(" {}", number.trim_end()));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_broken_at_blanks() {
        assert_eq!(wrap("one two three", 8, 0), ["one two", "three"]);
        assert_eq!(wrap("averylongword a", 4, 0), ["averylongword", "a"]);
        assert_eq!(wrap("ends; 12 with", 9, 0), ["ends;", "12 with"]);
        assert_eq!(wrap("ends with 12", 20, 0), ["ends with 12"]);
        assert_eq!(wrap("one two three", 8, 4), ["one", "two", "three"]);
        assert_eq!(wrap("", 4, 0), [""]);
    }
}
