//! How kubectl asks a plugin which words can come next, and the form of the answer (since kubectl 1.26).
//!
//! kubectl runs `kubectl_complete-tidb_br` with the words typed so far. The last of them is the word at the cursor, and is empty when nothing
//! is typed yet. The answer has one candidate on each line, with a description behind a tab, and a last line `:<bits>` in cobra's notation.
//! kubectl ignores the answer when the exit code is not 0, and stderr would appear in the middle of the user's command line.

use std::ffi::OsString;
use std::path::Path;

use super::candidates::{Answer, answer};
use super::source::Candidate;
use super::{COMPLETER, values};
use crate::output::Ui;

/// The subcommand that [`super::SHIM`] calls. The tree of commands does not have it: it must not show in help, nor parse a half-typed line.
const SUBCOMMAND: &str = "__complete";

/// The words to complete, where this process was started to complete: under the name of the completer, or by the script of that name.
pub fn words_to_complete(arguments: &[OsString]) -> Option<Vec<String>> {
    let (program, rest) = arguments.split_first()?;
    let words = |rest: &[OsString]| {
        rest.iter()
            .map(|word| word.to_string_lossy().into_owned())
            .collect()
    };
    if Path::new(program)
        .file_stem()
        .is_some_and(|name| name == COMPLETER)
    {
        return Some(words(rest));
    }
    match rest.split_first() {
        Some((first, rest)) if first == SUBCOMMAND => Some(words(rest)),
        _ => None,
    }
}

/// Answers kubectl. A failure of any kind is an empty answer.
pub fn complete(ui: &Ui, words: &[String]) {
    let answer = answer(words, &values::look_up);
    ui.print(&text(&answer));
}

fn text(answer: &Answer) -> String {
    let mut text = String::new();
    for Candidate { value, description } in &answer.candidates {
        text.push_str(value);
        if !description.is_empty() {
            text.push('\t');
            text.push_str(description);
        }
        text.push('\n');
    }
    text.push_str(&format!(":{}\n", answer.directive));
    text
}
