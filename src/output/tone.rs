//! Colour, by meaning.

/// What a word says about the state of things. Colour only repeats what the word says already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As it should be: green.
    Good,
    /// Needs attention: yellow.
    Warn,
    /// Broken: red.
    Bad,
    /// Of no interest: dim.
    Dim,
}

/// The code that ends a colour.
const END: &str = "\u{1b}[0m";

impl Tone {
    /// All codes that [`Tone::paint`] writes: SGR codes (ECMA-48) of the basic colours, which every theme maps to something readable.
    pub(super) const CODES: [&'static str; 5] =
        ["\u{1b}[32m", "\u{1b}[33m", "\u{1b}[31m", "\u{1b}[2m", END];

    /// The text in the colour of this tone, or as it is where there is no colour.
    pub fn paint(self, text: &str, color: bool) -> String {
        if !color || text.is_empty() {
            return text.to_owned();
        }
        let [good, warn, bad, dim, _] = Self::CODES;
        let code = match self {
            Tone::Good => good,
            Tone::Warn => warn,
            Tone::Bad => bad,
            Tone::Dim => dim,
        };
        format!("{code}{text}{END}")
    }
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
}
