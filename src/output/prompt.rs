//! Questions that take more than a yes: lists to choose from and lines to fill in, on stderr, by dialoguer.

use console::Term;
use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};
use dialoguer::{Confirm, Input, Select};

use super::Ui;
use super::tone::harmless;
use crate::{Error, ErrorKind, Result};

/// Rows of a list that are shown at once.
const ROWS: usize = 12;

impl Ui {
    /// Whether questions can be asked and answered.
    pub fn can_ask(&self) -> bool {
        self.terminal().stdin && self.terminal().stderr
    }

    /// Lets one of `items` be chosen; the first is chosen beforehand.
    ///
    /// # Errors
    /// Refused on Esc, Interrupted on Ctrl-C.
    pub fn choose(&self, question: &str, items: &[String]) -> Result<usize> {
        let items: Vec<String> = items.iter().map(|item| harmless(item)).collect();
        let theme = self.theme();
        let answer = Select::with_theme(theme.as_ref())
            .with_prompt(harmless(question))
            .items(&items)
            .default(0)
            .max_length(ROWS)
            .interact_opt();
        settle(answer)
    }

    /// Asks for a line until `check` has nothing against it. `suggested` stands there already and can be changed.
    ///
    /// # Errors
    /// Interrupted on Ctrl-C.
    pub fn fill_in(
        &self,
        question: &str,
        suggested: Option<&str>,
        check: impl Fn(&str) -> Result<()>,
    ) -> Result<String> {
        let theme = self.theme();
        let mut input = Input::<String>::with_theme(theme.as_ref())
            .with_prompt(harmless(question))
            .allow_empty(true)
            .validate_with(|answer: &String| {
                check(answer.trim()).map_err(|error| harmless(&error.message))
            });
        if let Some(suggested) = suggested {
            input = input.with_initial_text(suggested);
        }
        let answer = settle(input.interact_text().map(Some))?;
        Ok(answer.trim().to_owned())
    }

    /// Asks for a yes in the manner of the other questions.
    ///
    /// # Errors
    /// Refused on anything else, Interrupted on Ctrl-C.
    pub fn agree(&self, question: &str) -> Result<()> {
        let theme = self.theme();
        let answer = Confirm::with_theme(theme.as_ref())
            .with_prompt(harmless(question))
            .default(false)
            .interact_opt();
        match settle(answer)? {
            true => Ok(()),
            false => Err(left()),
        }
    }

    fn theme(&self) -> Box<dyn Theme> {
        match self.color_on_stderr() {
            true => Box::new(ColorfulTheme::default()),
            false => Box::new(SimpleTheme),
        }
    }
}

fn left() -> Error {
    Error::refused("cancelled; nothing was written")
}

/// Questions hide the cursor, and do not bring it back when they are left.
fn settle<T>(answer: dialoguer::Result<Option<T>>) -> Result<T> {
    answer
        .map_err(|dialoguer::Error::IO(error)| {
            let _ = Term::stderr().show_cursor();
            let _ = Term::stderr().write_line("");
            match error.kind() {
                std::io::ErrorKind::Interrupted => {
                    Error::new(ErrorKind::Interrupted, "interrupted; nothing was written")
                }
                _ => Error::refused(format!("no answer ({error}); nothing was written")),
            }
        })?
        .ok_or_else(|| {
            let _ = Term::stderr().show_cursor();
            left()
        })
}
