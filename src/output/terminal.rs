//! Which streams of the process are a terminal, and whether a stream gets colour.

use std::io::{self, IsTerminal};

/// `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`.
    #[default]
    Auto,
    /// Everywhere, also in a pipe.
    Always,
    /// Nowhere.
    Never,
}

/// Which of the standard streams are a terminal, and whether the terminal understands control codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terminal {
    /// Whether stdin is a terminal: somebody can answer.
    pub stdin: bool,
    /// Whether stdout is a terminal: somebody reads the results.
    pub stdout: bool,
    /// Whether stderr is a terminal: somebody reads messages and progress.
    pub stderr: bool,
    /// Whether `NO_COLOR` is set and not empty.
    pub no_color: bool,
    /// Whether `TERM` is `dumb`: there is no colour, and no line is redrawn.
    pub dumb: bool,
}

/// Columns of text where stdout is not a terminal.
const WIDTH: usize = 120;

impl Terminal {
    /// Inspects the streams of this process; `env` reads a variable of its environment.
    pub fn detect(env: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            stdin: io::stdin().is_terminal(),
            stdout: io::stdout().is_terminal(),
            stderr: io::stderr().is_terminal(),
            no_color: env("NO_COLOR").is_some_and(|value| !value.is_empty()),
            dumb: env("TERM").is_some_and(|value| value == "dumb"),
        }
    }

    /// Columns that text on stdout may use.
    pub fn width(self) -> usize {
        let size = console::Term::stdout().size_checked();
        match size.filter(|_| self.stdout) {
            Some((_, columns)) => columns.into(),
            None => WIDTH,
        }
    }

    /// Whether a stream gets colour.
    pub(super) fn color(self, choice: ColorChoice, is_terminal: bool) -> bool {
        match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => is_terminal && !self.no_color && !self.dumb,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flag_wins_over_the_terminal() {
        use ColorChoice::{Always, Auto, Never};
        let plain = Terminal::default();
        let no_color = Terminal {
            no_color: true,
            ..plain
        };
        let dumb = Terminal {
            dumb: true,
            ..plain
        };
        let rows = [
            (plain, Auto, true, true),
            (plain, Auto, false, false),
            (plain, Always, false, true),
            (plain, Never, true, false),
            (no_color, Auto, true, false),
            (no_color, Always, true, true),
            (dumb, Auto, true, false),
            (dumb, Always, true, true),
        ];
        for (terminal, choice, is_terminal, color) in rows {
            assert_eq!(
                terminal.color(choice, is_terminal),
                color,
                "{terminal:?} {choice:?} {is_terminal}"
            );
        }
    }

    #[test]
    fn variables_of_the_terminal() {
        let rows = [
            (None, None, false, false),
            (Some(""), Some("xterm"), false, false),
            (Some("1"), Some("dumb"), true, true),
        ];
        for (no_color, term, expect_no_color, expect_dumb) in rows {
            let terminal = Terminal::detect(|name| {
                let value = if name == "NO_COLOR" { no_color } else { term };
                value.map(str::to_owned)
            });
            assert_eq!(
                (terminal.no_color, terminal.dumb),
                (expect_no_color, expect_dumb)
            );
        }
    }
}
