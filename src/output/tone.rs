//! Colour, by meaning.

/// What a word says about the state of things. Colour only repeats what the word says already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As it should be: green.
    Good,
    /// Worth a look: yellow.
    Warn,
    /// Broken: red.
    Bad,
    /// Of no interest: dim.
    Dim,
}

impl Tone {
    /// The text in the colour of this tone, or as it is where there is no colour.
    pub fn paint(self, text: &str, color: bool) -> String {
        if !color || text.is_empty() {
            return text.to_owned();
        }
        // SGR codes (ECMA-48) of the eight basic colours, which every theme maps to something readable
        let code = match self {
            Tone::Good => "32",
            Tone::Warn => "33",
            Tone::Bad => "31",
            Tone::Dim => "2",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}

/// Text of others (status messages, API errors) with what a terminal would act on made visible, as kubectl does. Line breaks and tabs stay.
pub(super) fn harmless(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\t' => safe.push(c),
            '\u{1b}' => safe.push_str("^["),
            _ if c.is_control() => safe.extend(c.escape_default()),
            _ => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_only_where_asked_for() {
        assert_eq!(Tone::Bad.paint("Failed", true), "\u{1b}[31mFailed\u{1b}[0m");
        assert_eq!(Tone::Bad.paint("Failed", false), "Failed");
        assert_eq!(Tone::Bad.paint("", true), "");
    }

    #[test]
    fn control_characters_become_visible() {
        let rows = [
            ("plain \u{5907}\u{4efd}", "plain \u{5907}\u{4efd}"),
            ("\u{1b}[2Jgone", "^[[2Jgone"),
            ("a\rb", "a\\rb"),
            ("bell\u{7}", "bell\\u{7}"),
            ("csi\u{9b}2J", "csi\\u{9b}2J"),
            ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ];
        for (text, safe) in rows {
            assert_eq!(harmless(text), safe);
        }
    }
}
