//! Whoever leaves, leaves nothing behind.

use sandbox::operator::Dialect;

use crate::terminal::{CTRL_C, ENTER, ESCAPE};
use crate::world::{furnished, session};

/// The questions with their answers.
const QUESTIONS: [(&str, &str); 6] = [
    ("something else", ENTER),
    ("something else", "\u{1b}[B\r"),
    ("Storage URL", "s3://b/p\r"),
    ("something else", ENTER),
    ("something else", ENTER),
    ("Name", ENTER),
];
const LAST: &str = "[y/N]";

fn left_at(at: usize, key: &str, code: u32) {
    let place = furnished(Dialect::V2);
    let mut session = session(&place, &["backup", "create", "-i"]);
    for (question, answer) in &QUESTIONS[..at] {
        session.answers(question, answer);
    }
    let question = QUESTIONS.get(at).map_or(LAST, |(question, _)| question);
    session.expect(question);
    match key {
        CTRL_C => session.interrupts(),
        key => drop(session.types(key)),
    }
    let ended = session.ends().with(code);
    assert!(
        ended.screen.contains("nothing was written"),
        "{}",
        ended.screen
    );
    assert_eq!(place.written(), [], "question {at}");
}

#[test]
fn ctrl_c_at_each_question() {
    for at in 0..=QUESTIONS.len() {
        left_at(at, CTRL_C, 130);
    }
}

#[test]
fn escape_leaves_and_no_is_no() {
    for (at, key) in [
        (0, ESCAPE),
        (1, ESCAPE),
        (3, ESCAPE),
        (6, ESCAPE),
        (6, "n\r"),
        (6, ENTER),
    ] {
        left_at(at, key, 5);
    }
}

#[test]
fn a_terminal_is_needed() {
    let place = furnished(Dialect::V2);
    let output = place
        .plugin()
        .line("backup create -i --cluster basic")
        .exits(2)
        .one_error();
    assert!(output.error().contains("no terminal"), "{output}");
    assert_eq!(place.asked().len(), 0);
}
