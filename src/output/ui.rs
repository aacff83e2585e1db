//! The one place that writes to stdout and stderr, asks questions, and decides about colour.

use std::fmt;
use std::io::{self, BufRead, Write};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use indicatif::ProgressBar;

use super::clean::{message, visible, visible_in_colour, words_of_hint};
use super::{ColorChoice, Format, Terminal, Tone};
use crate::error::{ClusterFlags, Hint};
use crate::{Error, Result};

/// The streams of a [`Ui`].
pub struct Streams {
    /// The answers of the user.
    pub stdin: Box<dyn BufRead + Send>,
    /// The results.
    pub stdout: Box<dyn Write + Send>,
    /// Warnings, hints, errors, progress and questions.
    pub stderr: Box<dyn Write + Send>,
}

impl Streams {
    /// The streams of this process.
    pub fn standard() -> Self {
        Self {
            stdin: Box::new(io::BufReader::new(io::stdin())),
            stdout: Box::new(io::stdout()),
            stderr: Box::new(io::stderr()),
        }
    }
}

/// Writes results to stdout and everything else to stderr. Clones share the streams.
///
/// Once nobody reads stdout any more, as in `... | head -1`, further results are dropped silently. A command that runs for long asks
/// [`Ui::closed`] whether to stop.
#[derive(Clone)]
pub struct Ui {
    shared: Arc<Shared>,
}

struct Shared {
    terminal: Terminal,
    choice: ColorChoice,
    cluster_flags: OnceLock<ClusterFlags>,
    stdin: Mutex<Box<dyn BufRead + Send>>,
    stdout: Mutex<Output>,
    stderr: Mutex<Box<dyn Write + Send>>,
    spinner: Mutex<Option<ProgressBar>>,
}

struct Output {
    stream: Box<dyn Write + Send>,
    /// The first write that failed.
    failure: Option<io::Error>,
}

impl Ui {
    /// Makes the only writer of a run.
    pub fn new(streams: Streams, terminal: Terminal, choice: ColorChoice) -> Self {
        Self {
            shared: Arc::new(Shared {
                terminal,
                choice,
                cluster_flags: OnceLock::new(),
                stdin: Mutex::new(streams.stdin),
                stdout: Mutex::new(Output {
                    stream: streams.stdout,
                    failure: None,
                }),
                stderr: Mutex::new(streams.stderr),
                spinner: Mutex::new(None),
            }),
        }
    }

    /// Which streams are a terminal.
    pub fn terminal(&self) -> Terminal {
        self.shared.terminal
    }

    /// Whether text on stdout takes colour.
    pub fn color(&self) -> bool {
        let terminal = self.shared.terminal;
        terminal.color(self.shared.choice, terminal.stdout)
    }

    /// Whether text on stderr takes colour.
    pub(super) fn color_on_stderr(&self) -> bool {
        let terminal = self.shared.terminal;
        terminal.color(self.shared.choice, terminal.stderr)
    }

    /// A result line on stdout.
    pub fn line(&self, line: &str) {
        self.print(&format!("{line}\n"));
    }

    /// Text for people on stdout: a table, a page, a difference. Nothing in it can drive the terminal.
    pub fn print(&self, text: &str) {
        self.to_stdout(&visible_in_colour(text));
    }

    /// A document for programs on stdout, as it is. On a terminal people read it, so that it is made visible there as well.
    pub fn document(&self, text: &str) {
        match self.shared.terminal.stdout {
            true => self.to_stdout(&visible(text)),
            false => self.to_stdout(text),
        }
    }

    /// What a command shows in the format that was asked for: a document, or text for people.
    pub fn print_as(&self, format: &Format, text: &str) {
        match format {
            Format::Table | Format::Wide => self.print(text),
            Format::Name | Format::Data(_) => self.document(text),
        }
    }

    fn to_stdout(&self, text: &str) {
        self.around_spinner(|| {
            let mut stdout = lock(&self.shared.stdout);
            if stdout.failure.is_some() {
                return;
            }
            let written = stdout.stream.write_all(text.as_bytes());
            if let Err(error) = written.and_then(|()| stdout.stream.flush()) {
                stdout.failure = Some(error);
            }
        });
    }

    /// Whether nobody reads stdout any more.
    pub fn closed(&self) -> bool {
        lock(&self.shared.stdout).failure.is_some()
    }

    /// Fails when a write to stdout failed, for example on a full disk. A reader that left is no failure.
    pub fn finish(&self) -> Result<()> {
        match &lock(&self.shared.stdout).failure {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Error::failed(format!("cannot write to stdout: {error}")))
            }
            _ => Ok(()),
        }
    }

    /// `Warning: ...` on stderr.
    pub fn warning(&self, text: &str) {
        self.labelled(Tone::Warn, "Warning:", text);
    }

    /// Makes the commands in hints repeat these flags. Only the first call has an effect.
    pub fn set_cluster_flags(&self, flags: ClusterFlags) {
        let _ = self.shared.cluster_flags.set(flags);
    }

    /// The text of a hint, on one line. Its commands choose the cluster of this run.
    pub fn render(&self, hint: &Hint) -> String {
        let flags = self.shared.cluster_flags.get();
        let hint = hint.map_text(&words_of_hint);
        hint.render(flags.unwrap_or(&ClusterFlags::default()))
    }

    /// `hint: ...` on stderr: the next command to type. Commands are never cut, because people paste them.
    pub fn hint(&self, hint: impl Into<Hint>) {
        let hint = self.render(&hint.into());
        self.to_stderr(&format!("hint: {}\n", visible(&hint)));
    }

    /// Text on stderr that is no result, as it is but for what would drive the terminal: a line, a manifest, a trace.
    pub fn note(&self, text: &str) {
        self.to_stderr(&format!("{}\n", visible(text)));
    }

    /// `error: ...` and its hints on stderr.
    pub fn error(&self, error: &Error) {
        self.labelled(Tone::Bad, "error:", &error.message);
        for hint in &error.hints {
            self.hint(hint);
        }
    }

    /// Reads a line of stdin; `None` at its end.
    pub(super) fn read_line(&self) -> Option<String> {
        let mut line = String::new();
        match lock(&self.shared.stdin).read_line(&mut line) {
            Ok(length) if length > 0 => Some(line.trim().to_owned()),
            // The prompt has no line end yet.
            _ => {
                self.to_stderr("\n");
                None
            }
        }
    }

    fn labelled(&self, tone: Tone, label: &str, text: &str) {
        let color = self.color_on_stderr();
        self.to_stderr(&format!("{} {}\n", tone.paint(label, color), message(text)));
    }

    /// Writes to stderr. A failure is ignored: there is no other place to report it.
    pub(super) fn to_stderr(&self, text: &str) {
        self.around_spinner(|| {
            let mut stderr = lock(&self.shared.stderr);
            let _ = stderr
                .write_all(text.as_bytes())
                .and_then(|()| stderr.flush());
        });
    }

    /// Takes the spinner off the screen during a write.
    fn around_spinner(&self, write: impl FnOnce()) {
        match lock(&self.shared.spinner).as_ref() {
            Some(spinner) => spinner.suspend(write),
            None => write(),
        }
    }

    /// Gives the bottom line of the terminal to `spinner`, or takes it back.
    pub(super) fn set_spinner(&self, spinner: Option<ProgressBar>) {
        *lock(&self.shared.spinner) = spinner;
    }
}

/// Locks a stream, also after a panic in another thread: at worst a line is half written.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for Ui {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ui")
            .field("terminal", &self.shared.terminal)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::capture::{Capture, PIPES, SCREEN, captured};
    use super::*;
    use crate::NextCommand;

    #[test]
    fn each_stream_gets_what_is_its_own() {
        let (ui, capture) = captured(PIPES, "");
        ui.line("backup.br.pingcap.com/x created");
        ui.warning("careful");
        ui.print("text ");
        ui.document("document");
        ui.note("next run: tomorrow");
        ui.error(&Error::failed("it broke").hint("kubectl tidb-br check"));
        assert_eq!(
            capture.stdout(),
            "backup.br.pingcap.com/x created\ntext document"
        );
        assert_eq!(
            capture.stderr(),
            "Warning: careful\nnext run: tomorrow\nerror: it broke\nhint: kubectl tidb-br check\n"
        );
        assert_eq!(ui.finish(), Ok(()));
    }

    #[test]
    fn each_stream_has_its_own_colour() {
        let only_stderr = Terminal {
            stdout: false,
            ..SCREEN
        };
        let rows = [
            (SCREEN, ColorChoice::Auto, true, true),
            (SCREEN, ColorChoice::Never, false, false),
            (PIPES, ColorChoice::Auto, false, false),
            (PIPES, ColorChoice::Always, true, true),
            (only_stderr, ColorChoice::Auto, false, true),
        ];
        for (terminal, choice, stdout, stderr) in rows {
            let capture = Capture::default();
            let ui = Ui::new(capture.streams(""), terminal, choice);
            assert_eq!(ui.color(), stdout, "{terminal:?} {choice:?}");
            ui.warning("w");
            let plain = capture.stderr() == "Warning: w\n";
            assert_eq!(!plain, stderr, "{terminal:?} {choice:?}");
        }
    }

    /// What a document holds is only as it is where a program reads it; a message is one line, however long its values are.
    #[test]
    fn text_of_others_cannot_drive_the_terminal() {
        let hostile = "\u{1b}]52;c;x\u{7}\u{9b}2J\u{202e}";
        let (pipe, raw) = captured(PIPES, "");
        pipe.document(hostile);
        assert_eq!(raw.stdout(), hostile);
        for terminal in [PIPES, SCREEN] {
            let (ui, capture) = captured(terminal, "");
            ui.print(hostile);
            ui.line(hostile);
            ui.warning(hostile);
            ui.note(hostile);
            ui.error(&Error::failed(hostile).hint(format!("{hostile}\nmore")));
            if terminal == SCREEN {
                ui.document(hostile);
            }
            let all = capture.stdout() + &capture.stderr();
            assert!(!all.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}']));
            assert_eq!(capture.stderr().lines().count(), 4);
        }
        let (ui, capture) = captured(PIPES, "");
        ui.warning(&"x".repeat(20_000));
        ui.error(&Error::failed("why ".repeat(5_000)));
        assert!(capture.stderr().len() < 1_500);
        let command = NextCommand::plugin("backup show").arg("y".repeat(2_000));
        let hint = Hint::text(format!("because {}\n of: ", "x".repeat(20_000)));
        let (ui, capture) = captured(PIPES, "");
        ui.hint(hint.command(command.clone()).and(", or wait"));
        let told = capture.stderr();
        assert!(
            told.ends_with(&format!(" of: {command}, or wait\n")),
            "{told}"
        );
        assert!(told.len() < 2_500 && told.lines().count() == 1);
    }

    /// Fails as a pipe without a reader or a full disk does.
    struct Failing(io::ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_left_is_no_error() {
        let rows = [
            (io::ErrorKind::BrokenPipe, true),
            (io::ErrorKind::StorageFull, false),
        ];
        for (kind, quiet) in rows {
            let capture = Capture::default();
            let streams = Streams {
                stdout: Box::new(Failing(kind)),
                ..capture.streams("")
            };
            let ui = Ui::new(streams, PIPES, ColorChoice::Auto);
            assert!(!ui.closed());
            ui.line("one");
            ui.line("two");
            assert!(ui.closed());
            assert_eq!(ui.finish().is_ok(), quiet, "{kind}");
            assert_eq!(capture.stderr(), "");
        }
    }
}
