//! What the streams of the process are, and whether they take colour.

use std::io::{self, IsTerminal};

/// `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum ColorChoice {
    /// Where a terminal shows it and neither `NO_COLOR` nor `TERM=dumb` objects.
    #[default]
    Auto,
    /// Also into pipes.
    Always,
    /// Nowhere.
    Never,
}

/// Which of the standard streams are terminals, and whether these take control codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terminal {
    /// Somebody can answer.
    pub stdin: bool,
    /// Somebody reads the results.
    pub stdout: bool,
    /// Somebody reads along.
    pub stderr: bool,
    /// `NO_COLOR` is set and not empty.
    pub no_color: bool,
    /// `TERM=dumb`: neither colour nor a line that is redrawn.
    pub dumb: bool,
}

/// Columns of text where stdout is not a terminal.
const WIDTH: usize = 120;

impl Terminal {
    /// Looks at the streams of this process, and at the variables through `env`.
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

    /// Whether a stream that is a terminal, or is not, takes colour.
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
