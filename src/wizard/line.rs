//! A command line: as somebody typed it, completed by answers, and written for a shell.

use std::ffi::OsString;

use clap::parser::ValueSource;
use clap::{ArgMatches, Command};

use crate::cli::PROGRAM;
use crate::error::ClusterFlags;
use crate::shell;

/// Flags whose values must not be shown.
const CREDENTIALS: [&str; 2] = ["token", "password"];
/// The flag that asks for questions. The line leaves it out.
const INTERACTIVE: &str = "interactive";

/// One flag with its values, or a positional argument.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    /// Long name without dashes; empty for a positional argument.
    flag: String,
    /// Empty for a flag that stands alone.
    values: Vec<String>,
    /// Whether `=` must stand between the flag and its value.
    equals: bool,
}

/// A command line, without the flag that asks for questions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    path: Vec<String>,
    words: Vec<Word>,
}

impl Line {
    /// The line that was parsed to `matches`, where it asks for questions.
    pub fn interactive(command: impl Fn() -> Command, matches: &ArgMatches) -> Option<Self> {
        let mut deepest = matches;
        let mut path = Vec::new();
        while let Some((name, below)) = deepest.subcommand() {
            path.push(name.to_owned());
            deepest = below;
        }
        let asked = deepest.try_get_one::<bool>(INTERACTIVE).ok().flatten();
        if asked != Some(&true) {
            return None;
        }
        let mut command = command();
        command.build();
        let mut leaf = &command;
        for name in &path {
            leaf = leaf.find_subcommand(name)?;
        }
        let mut words = Vec::new();
        for argument in leaf.get_arguments() {
            let id = argument.get_id().as_str();
            let source = deepest.value_source(id);
            let said = matches!(
                source,
                Some(ValueSource::CommandLine | ValueSource::EnvVariable)
            );
            if !said || id == INTERACTIVE {
                continue;
            }
            let flag = argument.get_long().unwrap_or_default().to_owned();
            let equals = argument.is_require_equals_set();
            for occurrence in deepest.get_raw_occurrences(id).into_iter().flatten() {
                let mut values: Vec<String> = occurrence
                    .map(|value| value.to_string_lossy().into_owned())
                    .collect();
                if equals && values == ["true"] {
                    values.clear();
                }
                // An empty value of a flag that every command has is a flag that is not given.
                if argument.is_global_set() && values == [""] {
                    continue;
                }
                words.push(Word {
                    flag: flag.clone(),
                    values,
                    equals,
                });
            }
        }
        Some(Self { path, words })
    }

    /// The last value of a flag; of the positional argument for an empty name.
    pub fn value(&self, flag: &str) -> Option<&str> {
        let word = self.words.iter().rfind(|word| word.flag == flag)?;
        Some(word.values.last().map_or("", String::as_str))
    }

    /// Adds a flag, or the positional argument for an empty name.
    pub fn add(&mut self, flag: &str, value: &str) {
        self.words.push(Word {
            flag: flag.to_owned(),
            values: vec![value.to_owned()],
            equals: false,
        });
    }

    /// Puts another value into every occurrence of a flag.
    pub fn replace(&mut self, flag: &str, value: impl Fn(&str) -> Option<String>) {
        for word in self.words.iter_mut().filter(|word| word.flag == flag) {
            for old in &mut word.values {
                if let Some(new) = value(old) {
                    *old = new;
                }
            }
        }
    }

    /// The arguments of a process that runs the line.
    pub fn arguments(&self) -> Vec<OsString> {
        let program = PROGRAM.to_owned();
        let path = self.path.iter().cloned();
        let words = self.words.iter().flat_map(|word| match word.flag.as_str() {
            "" => word.values.clone(),
            flag if word.values.is_empty() => vec![format!("--{flag}")],
            flag => vec![format!("--{flag}={}", word.values.join(","))],
        });
        std::iter::once(program)
            .chain(path)
            .chain(words)
            .map(OsString::from)
            .collect()
    }

    /// The line for a shell, every word quoted where it must be. `chosen` are the flags that choose the cluster, which come first, as
    /// in hints. Credentials are left out.
    pub fn shell(&self, chosen: &ClusterFlags) -> String {
        let first = |flag: &str| chosen.connection.iter().any(|(chosen, _)| *chosen == flag);
        let mut line = PROGRAM.to_owned();
        for (flag, value) in &chosen.connection {
            line.push_str(&format!(" {flag} {}", shell::word(value)));
        }
        let mut say = |text: &str| {
            line.push(' ');
            line.push_str(text);
        };
        self.path.iter().for_each(|noun| say(noun));
        let (positional, flags): (Vec<&Word>, Vec<&Word>) =
            self.words.iter().partition(|word| word.flag.is_empty());
        for value in positional.iter().flat_map(|word| &word.values) {
            say(&shell::word(value));
        }
        for word in flags {
            let flag = format!("--{}", word.flag);
            if first(&flag) {
                continue;
            }
            let secret = CREDENTIALS.contains(&word.flag.as_str());
            let value = match secret {
                true => crate::redact::REDACTED.to_owned(),
                false => word.values.join(","),
            };
            match word.values.is_empty() {
                true => say(&flag),
                false if word.equals || value.starts_with('-') => {
                    say(&format!("{flag}={}", shell::word(&value)));
                }
                false => say(&format!("{flag} {}", shell::word(&value))),
            }
        }
        line
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::cli::Cli;
    use clap::CommandFactory;

    fn line(typed: &[&str]) -> Option<Line> {
        let words = std::iter::once(&"x").chain(typed);
        let matches = Cli::command().try_get_matches_from(words).unwrap();
        Line::interactive(Cli::command, &matches)
    }

    #[test]
    fn a_line_is_what_was_typed_without_the_questions() {
        let rows: [(&[&str], &str); 6] = [
            (&["backup", "create", "-i"], "backup create"),
            (
                &[
                    "backup",
                    "create",
                    "n",
                    "-iy",
                    "-n",
                    "ns",
                    "--cluster=basic",
                ],
                "backup create n --cluster basic --yes --namespace ns",
            ),
            (
                &[
                    "backup",
                    "create",
                    "-i",
                    "--checksum",
                    "--wait",
                    "--dry-run=client",
                ],
                "backup create --checksum --dry-run=client --wait",
            ),
            (
                &[
                    "backup", "create", "-i", "--filter", "!a.b", "--filter", "it's *",
                ],
                r"backup create --filter '!a.b' --filter 'it'\''s *'",
            ),
            (
                &[
                    "backup",
                    "create",
                    "-i",
                    "--br-option=--x=1",
                    "--set",
                    "spec.a=[1, 2]",
                ],
                "backup create --br-option=--x=1 --set 'spec.a=[1, 2]'",
            ),
            (
                &[
                    "restore",
                    "create",
                    "-i",
                    "--token",
                    "secret",
                    "--kubeconfig",
                    "f",
                ],
                "restore create --token '<redacted>'",
            ),
        ];
        for (typed, expected) in rows {
            let mut flags = ClusterFlags::default();
            let mut chosen = "";
            if typed.contains(&"--kubeconfig") {
                flags.connection = vec![("--kubeconfig", "f".to_owned())];
                chosen = " --kubeconfig f";
            }
            let line = line(typed).unwrap();
            assert_eq!(
                line.shell(&flags),
                format!("{PROGRAM}{chosen} {expected}"),
                "{typed:?}"
            );
            // What is run is what was typed, but for the questions.
            let again = Cli::command().try_get_matches_from(line.arguments());
            assert!(Line::interactive(Cli::command, &again.unwrap()).is_none());
        }
        assert_eq!(line(&["backup", "create"]), None);
        assert_eq!(line(&["backup", "list"]), None);
    }

    #[test]
    fn answers_come_last() {
        let mut line = line(&["backup", "create", "-i", "--commit-ts", "1h"]).unwrap();
        line.add("", "name");
        line.add("storage", "s3://b/{name}");
        line.replace("commit-ts", |old| {
            (old == "1h").then(|| "436569119308644661".to_owned())
        });
        assert_eq!(line.value(""), Some("name"));
        assert_eq!(
            line.shell(&ClusterFlags::default()),
            "kubectl tidb-br backup create name --commit-ts 436569119308644661 --storage 's3://b/{name}'"
        );
        let command = Cli::command().try_get_matches_from(line.arguments());
        assert!(command.is_ok());
    }
}
