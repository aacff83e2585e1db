//! The real binary, started as a shell would start it, but with an environment that holds nothing else.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, Instant};

use sandbox::control_plane::ControlPlane;
use serde_json::Value;
use tempfile::TempDir;

/// A program that is still running by then hangs.
const PATIENCE: Duration = Duration::from_secs(90);
const POLL: Duration = Duration::from_millis(5);

/// How the plugin is called: environment and flags that come with every call.
#[derive(Clone)]
pub struct Plugin {
    home: Arc<TempDir>,
    environment: Vec<(String, OsString)>,
    through_kubectl: bool,
    input: Option<String>,
}

impl Plugin {
    /// Without any cluster.
    pub fn alone() -> Self {
        Self {
            home: Arc::new(tempfile::tempdir().unwrap()),
            environment: Vec::new(),
            through_kubectl: false,
            input: None,
        }
    }

    /// With this kubeconfig.
    pub fn with(kubeconfig: &Path) -> Self {
        Self::alone().env("KUBECONFIG", kubeconfig)
    }

    /// One more variable.
    pub fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.environment.push((name.to_owned(), value.into()));
        self
    }

    /// As `kubectl tidb-br`, found on PATH under the name that kubectl looks for.
    pub fn through_kubectl(mut self) -> Self {
        self.through_kubectl = true;
        self
    }

    /// With this text as standard input, which is not a terminal.
    pub fn input(mut self, text: &str) -> Self {
        self.input = Some(text.to_owned());
        self
    }

    /// The files that calls left in the home directory: there must be none.
    pub fn left_behind(&self) -> Vec<PathBuf> {
        std::fs::read_dir(self.home.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect()
    }

    /// Runs it to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.start(arguments).finish()
    }

    /// Runs the pinned kubectl itself in the same environment.
    pub fn kubectl(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(ControlPlane::shared().unwrap().kubectl());
        command.args(arguments);
        self.launch(command, arguments).finish()
    }

    /// Runs a command line, split at spaces.
    pub fn line(&self, line: &str) -> Output {
        self.run(&line.split_whitespace().collect::<Vec<_>>())
    }

    /// Starts it.
    pub fn start(&self, arguments: &[&str]) -> Running {
        let mut command = match self.through_kubectl {
            false => Command::new(env!("CARGO_BIN_EXE_kubectl-tidb_br")),
            true => {
                let mut kubectl = Command::new(ControlPlane::shared().unwrap().kubectl());
                kubectl.arg("tidb-br").env("PATH", links());
                kubectl
            }
        };
        command.args(arguments);
        self.launch(command, arguments)
    }

    /// Runs it on a terminal where somebody types `typed`; both output streams come as `stdout`.
    pub fn typed(&self, arguments: &[&str], typed: &str) -> Output {
        let mut typing = self.on_terminal(arguments);
        typing.send(typed);
        typing.finish()
    }

    /// Runs it on a terminal where somebody answers hidden prompts: waits for each text, and for the echo to go off, and types.
    pub fn in_secret(&self, arguments: &[&str], turns: &[(&str, &str)]) -> Output {
        let mut typing = self.on_terminal(arguments);
        let mut stdin = typing.stdin.take().unwrap();
        for (asked, typed) in turns {
            typing.until_said(asked);
            typing.until_echo_is_off();
            stdin.write_all(format!("{typed}\n").as_bytes()).unwrap();
            stdin.flush().unwrap();
        }
        typing.finish()
    }

    /// Starts it on a terminal where somebody sits; both output streams come as `stdout`.
    pub fn on_terminal(&self, arguments: &[&str]) -> Running {
        // A runner in the background may have the interrupt ignored, and would hand that on.
        let mut line = vec!["env".to_owned(), "--default-signal=INT".to_owned()];
        line.push(env!("CARGO_BIN_EXE_kubectl-tidb_br").to_owned());
        line.extend(arguments.iter().map(|argument| format!("'{argument}'")));
        let mut command = Command::new("script");
        command.args(["-qec", &line.join(" "), "/dev/null"]);
        let terminal = self.clone().env("SHELL", "/bin/sh").env("TERM", "xterm");
        terminal.launch_with(command, arguments, Stdio::piped())
    }

    fn launch(&self, command: Command, arguments: &[&str]) -> Running {
        let stdin = match self.input {
            Some(_) => Stdio::piped(),
            None => Stdio::null(),
        };
        let mut running = self.launch_with(command, arguments, stdin);
        if let Some(text) = &self.input {
            running.send(text);
        }
        running
    }

    fn launch_with(&self, mut command: Command, arguments: &[&str], stdin: Stdio) -> Running {
        // A clean environment, but where the machine's own programs are (`script`, `sh`).
        let through = self.through_kubectl;
        let path = match through {
            true => links(),
            false => OsString::from("/usr/bin:/bin"),
        };
        command
            .env_clear()
            .env("PATH", path)
            .env("HOME", self.home.path())
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stdin(stdin)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        Running {
            stdin: child.stdin.take(),
            stdout: collect(child.stdout.take().unwrap()),
            stderr: collect(child.stderr.take().unwrap()),
            child,
            line: arguments.join(" "),
        }
    }
}

/// A folder with the link that makes the binary a plugin of kubectl, before the machine's own folders.
fn links() -> OsString {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let program = env!("CARGO_BIN_EXE_kubectl-tidb_br");
        std::os::unix::fs::symlink(program, folder.path().join("kubectl-tidb_br")).unwrap();
        folder
    });
    let mut path = folder.path().as_os_str().to_owned();
    path.push(":/usr/bin:/bin");
    path
}

type Collected = (Arc<Mutex<String>>, std::thread::JoinHandle<()>);

fn collect(mut stream: impl Read + Send + 'static) -> Collected {
    let text = Arc::new(Mutex::new(String::new()));
    let sink = text.clone();
    let reader = std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(length @ 1..) = stream.read(&mut bytes) {
            let piece = String::from_utf8_lossy(&bytes[..length]).into_owned();
            sink.lock().unwrap().push_str(&piece);
        }
    });
    (text, reader)
}

/// The plugin at work.
pub struct Running {
    child: Child,
    stdin: Option<ChildStdin>,
    stdout: Collected,
    stderr: Collected,
    line: String,
}

impl Running {
    /// Sends all of standard input.
    fn send(&mut self, text: &str) {
        let mut stdin = self.stdin.take().unwrap();
        let text = text.to_owned();
        // The program may end without reading it.
        std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    }

    /// Waits until stdout and stderr together hold `text`.
    pub fn until_said(&mut self, text: &str) {
        let begun = Instant::now();
        loop {
            let said = format!(
                "{}{}",
                self.stdout.0.lock().unwrap(),
                self.stderr.0.lock().unwrap()
            );
            if said.contains(text) {
                return;
            }
            assert!(
                begun.elapsed() < PATIENCE,
                "{}: never said {text:?}: {said}",
                self.line
            );
            std::thread::sleep(POLL);
        }
    }

    /// Types on the terminal.
    pub fn type_in(&mut self, text: &str) {
        let stdin = self.stdin.as_mut().unwrap();
        stdin.write_all(text.as_bytes()).unwrap();
        stdin.flush().unwrap();
    }

    /// Waits until the terminal does not repeat what is typed. Asked of the terminal itself, since a program that sets it after
    /// its prompt throws away what came before.
    fn until_echo_is_off(&self) {
        let pid = self.child.id();
        let children = format!("/proc/{pid}/task/{pid}/children");
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let inner = std::fs::read_to_string(&children).unwrap_or_default();
            let inner = inner.split_whitespace().next().unwrap_or_default();
            if let Ok(terminal) = std::fs::read_link(format!("/proc/{inner}/fd/0")) {
                let asked = Command::new("stty").arg("-aF").arg(terminal).output();
                let modes = String::from_utf8(asked.unwrap().stdout).unwrap();
                if modes.split_whitespace().any(|mode| mode == "-echo") {
                    return;
                }
            }
            std::thread::sleep(POLL);
        }
        panic!("{}: the terminal repeats what is typed", self.line);
    }

    /// Presses Ctrl-C.
    pub fn interrupt(&self) {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &pid]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits for its end.
    pub fn finish(mut self) -> Output {
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            if begun.elapsed() > PATIENCE {
                self.child.kill().unwrap();
                let stderr = self.stderr.0.lock().unwrap().clone();
                panic!("{}: does not end; stderr: {stderr}", self.line);
            }
            std::thread::sleep(POLL);
        };
        let text = |(text, reader): Collected| {
            reader.join().unwrap();
            text.lock().unwrap().clone()
        };
        Output {
            code: status.code(),
            stdout: text(self.stdout),
            stderr: text(self.stderr),
            line: self.line,
        }
    }
}

/// What a call left.
#[derive(Debug, Clone)]
pub struct Output {
    /// The exit code; `None` when a signal ended it.
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
    line: String,
}

impl Output {
    /// Ends the test unless the exit code is this one.
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self}");
        self
    }

    /// Ends the test unless stdout is this one line.
    #[track_caller]
    pub fn prints(self, line: &str) -> Self {
        assert_eq!(self.stdout.trim_end(), line, "{self}");
        self
    }

    /// Ends the test unless stderr holds this text.
    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(self.stderr.contains(text), "no {text:?} in: {self}");
        self
    }

    /// Ends the test unless it failed as every failure must: one `error:` line, then hints, and nothing on stdout.
    #[track_caller]
    pub fn one_error(self) -> Self {
        let errors = self
            .stderr
            .lines()
            .filter(|line| line.starts_with("error: "))
            .count();
        assert_eq!(errors, 1, "{self}");
        self
    }

    /// The error line without its label; empty when there is none.
    pub fn error(&self) -> &str {
        let mut lines = self.stderr.lines();
        lines
            .find_map(|line| line.strip_prefix("error: "))
            .unwrap_or_default()
    }

    /// The hints without their label.
    pub fn hints(&self) -> Vec<&str> {
        let lines = self.stderr.lines();
        lines
            .filter_map(|line| line.strip_prefix("hint: "))
            .collect()
    }

    /// stdout as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self}"))
    }

    /// stdout as YAML.
    #[track_caller]
    pub fn yaml(&self) -> Value {
        serde_yaml::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self}"))
    }
}

impl std::fmt::Display for Output {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "\n$ kubectl tidb-br {}\n--- exit {:?}\n--- stdout\n{}--- stderr\n{}",
            self.line, self.code, self.stdout, self.stderr
        )
    }
}
