//! Bad inputs: what is typed, a part of the message, and the exit code. Each is told in one line that says what, where and why,
//! at once, and before anything is connected to.

mod command_line;
mod conflicts;
mod effects;
mod files;
mod names;
mod storage;
mod times;
mod values;

use std::time::Duration;

use crate::program::{self, Outcome};

/// The command line, a part of the message, the exit code.
pub type Row = (&'static str, &'static str, i32);

/// Far above what a start takes, also on a busy machine, and far below any timeout of a connection.
const AT_ONCE: Duration = Duration::from_secs(20);

/// Runs every row, and tells of all that are wrong.
pub fn check(rows: &[Row]) {
    check_with(
        rows.iter()
            .map(|(line, part, code)| (*line, &b""[..], *part, *code)),
    );
}

/// The same with something on stdin.
pub fn check_with<'a>(rows: impl Iterator<Item = (&'a str, &'a [u8], &'a str, i32)>) {
    let mut wrong = Vec::new();
    for (line, stdin, part, code) in rows {
        let outcome = program::run_with(line, stdin);
        if let Some(problem) = problem(&outcome, part, code) {
            let Outcome {
                code,
                stdout,
                stderr,
                ..
            } = outcome;
            let line = line.get(..300).unwrap_or(line);
            wrong.push(format!(
                "{line}\n  {problem}\n  exit {code}\n  out {stdout:?}\n  {}",
                stderr.trim().replace('\n', "\n  ")
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// What is wrong with a refusal.
fn problem(outcome: &Outcome, part: &str, code: i32) -> Option<String> {
    let errors: Vec<&str> = outcome
        .stderr
        .lines()
        .filter(|line| line.starts_with("error: "))
        .collect();
    let told = |line: &&str| {
        ["error: ", "hint: ", "Warning: "]
            .iter()
            .any(|begin| line.starts_with(begin))
    };
    let rules = [
        (outcome.code == code, format!("expected exit {code}")),
        (errors.len() == 1, "not one error line".to_owned()),
        (
            errors.first().is_some_and(|line| line.contains(part)),
            format!("the error does not say {part:?}"),
        ),
        (
            errors.first().is_some_and(|line| line.len() < 700),
            "the error is too long to read".to_owned(),
        ),
        (
            outcome.stderr.lines().all(|line| told(&line)),
            "a line that is neither error, hint nor warning".to_owned(),
        ),
        (outcome.stdout.is_empty(), "something on stdout".to_owned()),
        (
            !outcome.stderr.contains("hunter2"),
            "a secret in the output".to_owned(),
        ),
        (
            !outcome.stderr.contains('\u{1b}'),
            "an escape sequence".to_owned(),
        ),
        (outcome.took < AT_ONCE, format!("took {:?}", outcome.took)),
    ];
    rules
        .into_iter()
        .find(|(holds, _)| !holds)
        .map(|(_, problem)| problem)
}
