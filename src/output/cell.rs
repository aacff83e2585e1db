//! One value in a table.

use super::Tone;
use super::clean::{LONGEST_VALUE, cut, visible};

/// One value in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    text: String,
    tone: Option<Tone>,
}

impl Cell {
    /// A value. Only its first line is shown, followed by `...` when there are more lines, and at most 300 characters of it.
    pub fn new(text: impl AsRef<str>) -> Self {
        let cell = Self::whole(text);
        Self {
            text: cut(cell.text, LONGEST_VALUE),
            ..cell
        }
    }

    /// A value of which the whole first line is shown, however long it is.
    pub fn whole(text: impl AsRef<str>) -> Self {
        let text = text.as_ref().trim();
        let shown = match text.split_once(['\n', '\r', '\u{c}']) {
            Some((first, _)) => format!("{}...", first.trim_end()),
            None => text.to_owned(),
        };
        Self {
            text: visible(&shown.replace('\t', " ")),
            tone: None,
        }
    }

    /// A value, or `<none>` for a missing or empty value.
    pub fn optional(text: Option<impl AsRef<str>>) -> Self {
        match text {
            Some(text) if !text.as_ref().is_empty() => Self::new(text),
            _ => Self::none(),
        }
    }

    /// `<none>`: there is no value.
    pub fn none() -> Self {
        Self::new("<none>")
    }

    /// `<unknown>`: there may be a value, but it is not known.
    pub fn unknown() -> Self {
        Self::new("<unknown>")
    }

    /// The text without colour.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The text in its colour, where there is colour.
    pub(super) fn paint(&self, color: bool) -> String {
        match self.tone {
            Some(tone) => tone.paint(&self.text, color),
            None => self.text.clone(),
        }
    }

    /// The same value in a colour.
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = Some(tone);
        self
    }
}

impl<T: AsRef<str>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}
