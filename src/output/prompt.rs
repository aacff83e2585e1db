//! Questions with more answers than yes and no: lists to choose from and lines to fill in. The crate dialoguer draws them on stderr.

use console::Term;
use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};
use dialoguer::{Confirm, Input, Select};

use super::Ui;
use super::clean::{message, visible};
use crate::{Error, ErrorKind, Result};

/// How many rows of a list are shown at once.
const ROWS: usize = 12;

impl Ui {
    /// Whether questions can be asked and answered.
    pub fn can_ask(&self) -> bool {
        self.terminal().stdin && self.terminal().stderr
    }

    /// Lets the user choose one of `items`; the first item is preselected. Returns its position.
    ///
    /// # Errors
    /// Refused on Esc, Interrupted on Ctrl-C.
    pub fn choose(&self, question: &str, items: &[String]) -> Result<usize> {
        let items: Vec<String> = items.iter().map(|item| visible(item)).collect();
        let theme = self.theme();
        let answer = Select::with_theme(theme.as_ref())
            .with_prompt(visible(question))
            .items(&items)
            .default(0)
            .max_length(ROWS)
            .interact_opt();
        answer_of(answer)
    }

    /// Asks for a line until `check` accepts it. The user can edit `suggested` or take it as it is.
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
            .with_prompt(visible(question))
            .allow_empty(true)
            .validate_with(|answer: &String| {
                check(answer.trim()).map_err(|error| message(&error.message))
            });
        if let Some(suggested) = suggested {
            input = input.with_initial_text(suggested);
        }
        let answer = answer_of(input.interact_text().map(Some))?;
        Ok(answer.trim().to_owned())
    }

    /// Asks a yes-or-no question that looks like the other questions.
    ///
    /// # Errors
    /// Refused on anything else, Interrupted on Ctrl-C.
    pub fn agree(&self, question: &str) -> Result<()> {
        let theme = self.theme();
        let answer = Confirm::with_theme(theme.as_ref())
            .with_prompt(visible(question))
            .default(false)
            .interact_opt();
        match answer_of(answer)? {
            true => Ok(()),
            false => Err(cancelled()),
        }
    }

    fn theme(&self) -> Box<dyn Theme> {
        match self.color_on_stderr() {
            true => Box::new(ColorfulTheme::default()),
            false => Box::new(SimpleTheme),
        }
    }
}

fn cancelled() -> Error {
    Error::refused("cancelled; nothing was written")
}

/// Turns the end of a question into a result, and shows the cursor again: dialoguer hides it, and leaves it hidden when a question is
/// cancelled.
fn answer_of<T>(answer: dialoguer::Result<Option<T>>) -> Result<T> {
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
            cancelled()
        })
}
