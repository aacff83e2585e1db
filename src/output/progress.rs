//! What a wait is doing right now.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Ui;
use super::tone::harmless;

/// How often the spinner turns.
const TICK: Duration = Duration::from_millis(120);

/// A spinner on stderr where somebody watches, else one plain line for each change. The spinner is gone when this is dropped.
#[derive(Debug)]
pub struct Progress {
    ui: Ui,
    spinner: Option<ProgressBar>,
    said: String,
}

impl Ui {
    /// Starts to report. There is one spinner at a time: a second one takes the place of the first.
    pub fn progress(&self) -> Progress {
        let terminal = self.terminal();
        let spinner = (terminal.stderr && !terminal.dumb).then(|| {
            let spinner = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            // cut to the width of the terminal, since only one line is taken back
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
            said: String::new(),
        }
    }
}

impl Progress {
    /// Says what is going on. The same text again changes nothing.
    pub fn say(&mut self, text: &str) {
        if self.said == text {
            return;
        }
        text.clone_into(&mut self.said);
        match &self.spinner {
            Some(spinner) => spinner.set_message(harmless(text)),
            None => self.ui.note(text),
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
