//! A pseudo-terminal with the plugin on it, and somebody who reads and types.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const PATIENCE: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(5);

pub const ENTER: &str = "\r";
pub const DOWN: &str = "\u{1b}[B";
pub const ESCAPE: &str = "\u{1b}";
pub const CTRL_C: &str = "\u{3}";

/// The plugin on a terminal.
pub struct Session {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    typing: Box<dyn Write + Send>,
    screen: Arc<Mutex<String>>,
    reader: JoinHandle<()>,
    read: usize,
    line: String,
}

/// How it ended.
pub struct Ended {
    pub code: u32,
    /// Everything that was written to the terminal.
    pub screen: String,
    /// Whether the terminal is as it was: lines, echo and signals by the kernel.
    pub restored: bool,
}

impl Session {
    /// Starts `kubectl-tidb_br` with these arguments on a terminal of 200 columns.
    pub fn start(kubeconfig: &Path, arguments: &[&str]) -> Self {
        let size = PtySize {
            rows: 50,
            cols: 200,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_kubectl-tidb_br"));
        command.args(arguments);
        command.env_clear();
        command.env("KUBECONFIG", kubeconfig);
        command.env("TERM", "xterm");
        command.env("NO_COLOR", "1");
        let child = pair.slave.spawn_command(command).unwrap();
        let mut output = pair.master.try_clone_reader().unwrap();
        let screen = Arc::new(Mutex::new(String::new()));
        let sink = screen.clone();
        let reader = std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = output.read(&mut bytes) {
                let text = String::from_utf8_lossy(&bytes[..length]).into_owned();
                sink.lock().unwrap().push_str(&text);
            }
        });
        Self {
            typing: pair.master.take_writer().unwrap(),
            master: pair.master,
            child,
            screen,
            reader,
            read: 0,
            line: arguments.join(" "),
        }
    }

    /// Waits until this text comes, and goes on behind it.
    #[track_caller]
    pub fn expect(&mut self, text: &str) -> &mut Self {
        let begun = Instant::now();
        loop {
            let over = self.reader.is_finished();
            let screen = self.screen.lock().unwrap().clone();
            if let Some(at) = screen[self.read..].find(text) {
                self.read += at + text.len();
                return self;
            }
            assert!(
                !over && begun.elapsed() < PATIENCE,
                "{}: no {text:?} after {:?}\nwhole screen:\n{screen}",
                self.line,
                &screen[self.read..],
            );
            std::thread::sleep(POLL);
        }
    }

    /// Types.
    pub fn types(&mut self, keys: &str) -> &mut Self {
        self.typing.write_all(keys.as_bytes()).unwrap();
        self.typing.flush().unwrap();
        self
    }

    /// Waits for a question, then types the answer.
    #[track_caller]
    pub fn answers(&mut self, question: &str, keys: &str) -> &mut Self {
        self.expect(question).types(keys)
    }

    /// Presses Ctrl-C until it ends: between two questions a single one can come before anybody listens.
    pub fn interrupts(&mut self) {
        for _ in 0..20 {
            self.types(CTRL_C);
            let begun = Instant::now();
            while begun.elapsed() < Duration::from_secs(2) {
                if self.child.try_wait().unwrap().is_some() {
                    return;
                }
                std::thread::sleep(POLL);
            }
        }
    }

    /// Waits for its end.
    #[track_caller]
    pub fn ends(mut self) -> Ended {
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            if begun.elapsed() > PATIENCE {
                self.child.kill().unwrap();
                let screen = self.screen.lock().unwrap().clone();
                panic!("{}: does not end:\n{screen}", self.line);
            }
            std::thread::sleep(POLL);
        };
        let restored = self.master.get_termios().is_some_and(|termios| {
            let flags = format!("{:?}", termios.local_flags);
            ["ICANON", "ECHO", "ISIG"]
                .iter()
                .all(|flag| flags.contains(flag))
        });
        // It ends with the last words, when nobody has the other side of the terminal open.
        self.reader.join().unwrap();
        let screen = self.screen.lock().unwrap().clone();
        Ended {
            code: status.exit_code(),
            screen,
            restored,
        }
    }
}

impl Ended {
    /// Ends the test unless the exit code is this one and the terminal is as it was.
    #[track_caller]
    pub fn with(self, code: u32) -> Self {
        assert_eq!(self.code, code, "{}", self.screen);
        assert!(
            self.restored,
            "the terminal is not restored: {}",
            self.screen
        );
        let hidden = self.screen.rfind("\u{1b}[?25l");
        let shown = self.screen.rfind("\u{1b}[?25h");
        assert!(hidden <= shown, "the cursor is hidden: {:?}", self.screen);
        self
    }

    /// The plain command line that is printed.
    #[track_caller]
    pub fn line(&self) -> String {
        let lines = self.screen.lines();
        let line = lines
            .filter_map(|line| line.find("kubectl tidb-br ").map(|at| &line[at..]))
            .next_back();
        line.unwrap_or_else(|| panic!("no command line: {}", self.screen))
            .trim()
            .to_owned()
    }
}
