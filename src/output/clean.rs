//! Text of others (names, phases, messages of BR, answers of servers), made fit for a terminal. Everything printed for people passes
//! through here: a terminal would act on control characters, and a bidi override shows a text that is not there.

use super::Tone;

/// The longest word of a message. A value without blanks that is longer is cut.
const LONGEST_WORD: usize = 300;

/// The longest message. Commands in hints are never cut.
const LONGEST_MESSAGE: usize = 1_000;

/// The longest value in a table cell or in the middle of a sentence.
pub(super) const LONGEST_VALUE: usize = 300;

/// The text with everything made visible that a terminal would act on, as kubectl does. Line breaks and tabs stay.
pub(super) fn visible(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        push_visible(&mut safe, c);
    }
    safe
}

/// The same, but the colours that [`Tone::paint`] sets stay colours.
pub(super) fn visible_in_colour(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let code = Tone::CODES.iter().find(|code| rest.starts_with(**code));
        let length = match code {
            Some(code) => {
                safe.push_str(code);
                code.len()
            }
            None => {
                push_visible(&mut safe, c);
                c.len_utf8()
            }
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    safe
}

/// Whether a text for people holds nothing that a terminal would act on but line breaks and the colours of [`Tone::paint`].
#[cfg(test)]
pub(crate) fn is_clean(text: &str) -> bool {
    visible_in_colour(text) == text && !text.contains('\t')
}

fn push_visible(safe: &mut String, c: char) {
    match c {
        '\n' | '\t' => safe.push(c),
        '\u{1b}' => safe.push_str("^["),
        _ if c.is_control() || reorders(c) => safe.extend(c.escape_default()),
        _ => safe.push(c),
    }
}

/// Whether a character changes the order in which the ones around it are shown (Unicode UAX #9), or ends a line without being a line
/// break to `lines()`.
fn reorders(c: char) -> bool {
    matches!(
        c,
        '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
    )
}

/// The text on one line: line breaks, tabs and runs of blanks become one blank.
pub fn one_line(text: &str) -> String {
    visible(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A value on one line and at most 300 characters long, for a table cell or the middle of a sentence.
pub fn brief(text: &str) -> String {
    cut(one_line(text), LONGEST_VALUE)
}

/// A message on one line. Values in it that are longer than any name are cut, and so is the message: its beginning says what failed, its end
/// why.
pub(super) fn message(text: &str) -> String {
    let words = text
        .split_whitespace()
        .map(|word| cut(visible(word), LONGEST_WORD));
    let line = words.collect::<Vec<_>>().join(" ");
    let length = line.chars().count();
    if length <= LONGEST_MESSAGE {
        return line;
    }
    let half = LONGEST_MESSAGE / 2;
    let start: String = line.chars().take(half).collect();
    let end: String = line.chars().skip(length - half).collect();
    format!("{start} ... {end}")
}

/// The words of a hint between its commands, as in [`message`]; blanks at both ends stay.
pub(super) fn words_of_hint(text: &str) -> String {
    let end = |blank: bool| if blank { " " } else { "" };
    let starts = text.starts_with(char::is_whitespace);
    let ends = text.len() > 1 && text.ends_with(char::is_whitespace);
    format!("{}{}{}", end(starts), message(text), end(ends))
}

/// The first `longest` characters of a text, and `...` where there are more.
pub(super) fn cut(text: String, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        None => text,
        Some((end, _)) => format!("{}...", text.get(..end).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_act_on_becomes_visible() {
        let rows = [
            ("plain \u{5907}\u{4efd}", "plain \u{5907}\u{4efd}"),
            ("\u{1b}[2Jgone", "^[[2Jgone"),
            ("\u{1b}]52;c;cm0gLXJm\u{7}", "^[]52;c;cm0gLXJm\\u{7}"),
            ("a\rb", "a\\rb"),
            ("csi\u{9b}2J", "csi\\u{9b}2J"),
            ("\u{202e}gpj.exe", "\\u{202e}gpj.exe"),
            ("line\u{2028}separator", "line\\u{2028}separator"),
            ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ];
        for (text, safe) in rows {
            assert_eq!(visible(text), safe);
            assert_eq!(visible_in_colour(text), safe);
        }
        for tone in [Tone::Good, Tone::Warn, Tone::Bad, Tone::Dim] {
            let painted = tone.paint("x", true);
            assert_eq!(visible_in_colour(&painted), painted);
            assert!(!visible(&painted).contains('\u{1b}'));
        }
        assert_eq!(visible_in_colour("\u{1b}[5mblink"), "^[[5mblink");
    }

    #[test]
    fn values_and_messages_are_cut() {
        let long = "x".repeat(20_000);
        assert_eq!(brief("one\n\ttwo"), "one two");
        assert_eq!(brief(&long), format!("{}...", "x".repeat(LONGEST_VALUE)));
        let told = message(&format!("name {long:?} is too long"));
        assert!(told.starts_with("name \"xxx") && told.ends_with("is too long"));
        assert!(told.len() < 350, "{}", told.len());
        let told = message(&format!("started: {} and ended", "why ".repeat(9_000)));
        assert!(told.starts_with("started: why") && told.ends_with("and ended"));
        assert!(told.len() < LONGEST_MESSAGE + 10, "{}", told.len());
        assert_eq!(message("two\nlines"), "two lines");
    }
}
