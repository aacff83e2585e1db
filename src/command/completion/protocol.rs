//! How kubectl asks a plugin what could come next, and how it wants to be answered (since kubectl 1.26).
//!
//! It runs `kubectl_complete-tidb_br` with the words typed so far; the last one is the word at the cursor, empty when there is
//! none yet. The answer is one candidate a line, a description behind a tab, and a last line `:<bits>` in cobra's notation. An
//! exit code other than 0 throws the answer away, and stderr would land in the middle of the user's command line.

use std::ffi::OsString;
use std::path::Path;

use super::candidates::{Answer, Candidate, answer};
use super::{COMPLETER, source};
use crate::output::Ui;

/// The subcommand that [`super::SHIM`] calls. It is none of the tree: it must not show in help, nor parse what is half typed.
const SUBCOMMAND: &str = "__complete";

/// The words to complete, if this process was started to complete: under the completer's name, or by the script of that name.
pub fn asked(arguments: &[OsString]) -> Option<Vec<String>> {
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

/// Answers kubectl. Whatever goes wrong is an empty answer.
pub fn complete(ui: &Ui, words: &[String]) {
    let answer = answer(words, &source::look_up);
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
