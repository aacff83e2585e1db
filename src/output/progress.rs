//! What a wait sees right now, on stderr.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Ui;
use super::clean::message;

/// How often the spinner turns.
const TICK: Duration = Duration::from_millis(120);

/// On a terminal a spinner with the newest text, else one plain line for each change. Dropping this value removes the spinner.
#[derive(Debug)]
pub struct Progress {
    ui: Ui,
    spinner: Option<ProgressBar>,
    reported: String,
}

impl Ui {
    /// Starts to report progress. There is one spinner at a time: a second spinner replaces the first.
    pub fn progress(&self) -> Progress {
        let terminal = self.terminal();
        let spinner = (terminal.stderr && !terminal.dumb).then(|| {
            let spinner = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            // The text is cut to the width of the terminal, because only one line can be taken back.
            if let Ok(style) = ProgressStyle::with_template("{spinner} {wide_msg}") {
                spinner.set_style(style);
            }
            spinner.enable_steady_tick(TICK);
            spinner
        });
        self.set_spinner(spinner.clone());
        Progress {
            ui: self.clone(),
            spinner,
            reported: String::new(),
        }
    }
}

impl Progress {
    /// Reports what is going on. The same text again changes nothing.
    pub fn say(&mut self, text: &str) {
        if self.reported == text {
            return;
        }
        text.clone_into(&mut self.reported);
        match &self.spinner {
            Some(spinner) => spinner.set_message(message(text)),
            None => self.ui.note(&message(text)),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(spinner) = &self.spinner {
            self.ui.set_spinner(None);
            spinner.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Terminal;
    use super::super::capture::captured;

    #[test]
    fn without_a_terminal_each_change_is_a_line() {
        let dumb = Terminal {
            stderr: true,
            dumb: true,
            ..Terminal::default()
        };
        for terminal in [Terminal::default(), dumb] {
            let (ui, capture) = captured(terminal, "");
            let mut progress = ui.progress();
            for text in ["Scheduled", "Scheduled", "Running", "Running", "Scheduled"] {
                progress.say(text);
            }
            ui.line("backup.br.pingcap.com/x complete");
            drop(progress);
            assert_eq!(capture.stderr(), "Scheduled\nRunning\nScheduled\n");
            assert_eq!(capture.stdout(), "backup.br.pingcap.com/x complete\n");
        }
    }

    #[test]
    fn lines_go_through_while_a_spinner_turns() {
        let terminal = Terminal {
            stderr: true,
            ..Terminal::default()
        };
        let (ui, capture) = captured(terminal, "");
        let mut progress = ui.progress();
        progress.say("Running");
        ui.note("note");
        ui.line("line");
        drop(progress);
        ui.note("after");
        assert_eq!(capture.stderr(), "note\nafter\n");
        assert_eq!(capture.stdout(), "line\n");
    }
}
