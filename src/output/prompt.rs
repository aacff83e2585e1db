//! Questions, all on stderr. Lists to choose from and lines to edit are drawn by the crate dialoguer.

use console::Term;
use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};
use dialoguer::{Confirm, Input, Select};

use super::Ui;
use super::clean::{message, visible};
use crate::{Error, ErrorKind, Result};

/// How many rows of a list are shown at once.
const ROWS: usize = 12;

/// The answer to a question that has to be confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmation {
    /// `y` or `yes`.
    Yes,
    /// Anything else.
    No,
    /// Nobody can answer: there is no terminal, or the input has ended.
    NoTerminal,
}

impl Ui {
    /// Asks a yes-or-no question on stderr and reads the answer from stdin, which blocks the thread.
    pub fn confirm(&self, question: &str) -> Confirmation {
        if !self.terminal().stdin {
            return Confirmation::NoTerminal;
        }
        self.to_stderr(&format!("{} (y/N): ", visible(question)));
        match self.read_line() {
            None => Confirmation::NoTerminal,
            Some(answer) if matches!(answer.to_lowercase().as_str(), "y" | "yes") => {
                Confirmation::Yes
            }
            Some(_) => Confirmation::No,
        }
    }

    /// Asks for a value on stderr. An empty answer means the default. `None` when nobody answers, or when an empty answer has no default.
    pub fn ask(&self, question: &str, default: Option<&str>) -> Option<String> {
        if !self.terminal().stdin {
            return None;
        }
        let offer = default.map_or_else(String::new, |default| format!(" [{default}]"));
        self.to_stderr(&format!("{}{offer}: ", visible(question)));
        let answer = self.read_line()?;
        if answer.is_empty() {
            default.map(str::to_owned)
        } else {
            Some(answer)
        }
    }

    /// Asks for a secret on the terminal and does not show what is typed.
    ///
    /// # Errors
    /// Refused when there is no terminal, Failed when the terminal cannot be read.
    pub fn secret(&self, prompt: &str) -> Result<String> {
        let terminal = self.terminal();
        if !terminal.stdin || !terminal.stderr {
            return Err(Error::refused(format!(
                "cannot ask for {prompt}: there is no terminal"
            )));
        }
        dialoguer::Password::new()
            .with_prompt(prompt)
            .report(false)
            .interact()
            .map_err(|error| Error::failed(format!("cannot read {prompt}: {error}")))
    }

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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::capture::{PIPES, SCREEN, captured};
    use super::*;

    #[test]
    fn only_a_clear_yes_goes_on() {
        use Confirmation::{No, NoTerminal, Yes};
        let rows = [
            ("y\n", Yes),
            ("yes\n", Yes),
            ("YES \r\n", Yes),
            ("Y", Yes),
            ("n\n", No),
            ("\n", No),
            ("yep\n", No),
            ("\ny\n", No),
            ("", NoTerminal),
        ];
        for (typed, expected) in rows {
            let (ui, capture) = captured(SCREEN, typed);
            assert_eq!(ui.confirm("Delete it?"), expected, "{typed:?}");
            assert!(capture.stderr().starts_with("Delete it? (y/N): "));
            assert_eq!(capture.stdout(), "");
        }
        let (ui, capture) = captured(PIPES, "y\n");
        assert_eq!(ui.confirm("Delete it?"), NoTerminal);
        assert_eq!(capture.stderr(), "");
    }

    #[test]
    fn questions_with_defaults() {
        let rows = [
            ("prod\n", Some("dev"), Some("prod")),
            ("\n", Some("dev"), Some("dev")),
            ("\n", None, None),
            ("", Some("dev"), None),
        ];
        for (typed, default, expected) in rows {
            let (ui, _) = captured(SCREEN, typed);
            assert_eq!(ui.ask("Cluster", default).as_deref(), expected, "{typed:?}");
        }
        let (ui, _) = captured(PIPES, "prod\n");
        assert_eq!(ui.ask("Cluster", None), None);
        assert_eq!(
            ui.secret("the password").unwrap_err().exit(),
            crate::Exit::Refused
        );
    }
}
