//! Streams for tests, which keep what is written.

#![allow(clippy::unwrap_used)]

use std::io::{self, Cursor, Write};
use std::sync::{Arc, Mutex};

use super::{ColorChoice, Streams, Terminal, Ui};

/// No stream is a terminal.
pub(crate) const PIPES: Terminal = Terminal {
    stdin: false,
    stdout: false,
    stderr: false,
    no_color: false,
    dumb: false,
};

/// Every stream is a terminal.
pub(crate) const SCREEN: Terminal = Terminal {
    stdin: true,
    stdout: true,
    stderr: true,
    ..PIPES
};

/// The text written so far. Clones share it.
#[derive(Clone, Default)]
pub(crate) struct Capture {
    stdout: Buffer,
    stderr: Buffer,
}

/// A [`Ui`] on such a terminal, where the user types `stdin`, and the text that it writes.
pub(crate) fn captured(terminal: Terminal, stdin: &str) -> (Ui, Capture) {
    let capture = Capture::default();
    let ui = Ui::new(capture.streams(stdin), terminal, ColorChoice::Never);
    (ui, capture)
}

impl Capture {
    pub(crate) fn streams(&self, stdin: &str) -> Streams {
        Streams {
            stdin: Box::new(Cursor::new(stdin.as_bytes().to_vec())),
            stdout: Box::new(self.stdout.clone()),
            stderr: Box::new(self.stderr.clone()),
        }
    }

    pub(crate) fn stdout(&self) -> String {
        self.stdout.text()
    }

    pub(crate) fn stderr(&self) -> String {
        self.stderr.text()
    }
}

#[derive(Clone, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl Buffer {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
