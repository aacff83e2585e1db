//! The Tab key in real shells: for the program itself, and for `kubectl tidb-br` through kubectl's own completion.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use sandbox::control_plane;
use serde_json::json;

use super::program::EXECUTABLE;
use crate::support::{golden, skipped};

const PATIENCE: Duration = Duration::from_secs(30);
const POLL: Duration = Duration::from_millis(10);

/// bash-completion, which kubectl's script for bash needs.
const BASH_COMPLETION: &str = "/usr/share/bash-completion/bash_completion";

/// What is typed before Tab, and the line afterwards. `PROGRAM` is the plugin, called one way or the other.
const ROWS: &[(&str, &str)] = &[
    ("PROGRAM log pau", "PROGRAM log pause "),
    ("PROGRAM -n log backup cre", "PROGRAM -n log backup create "),
    ("PROGRAM version --no-h", "PROGRAM version --no-headers "),
    ("PROGRAM backup list -o ya", "PROGRAM backup list -o yaml "),
    (
        "PROGRAM log pause x --dry-run=cl",
        "PROGRAM log pause x --dry-run=client ",
    ),
    (
        "PROGRAM version --context the-",
        "PROGRAM version --context the-context ",
    ),
    (
        "PROGRAM backup create -f mani",
        "PROGRAM backup create -f manifest.yaml ",
    ),
    ("PROGRAM nosuch mani", "PROGRAM nosuch mani"),
];

/// A home with the program, the completer and kubectl on PATH, a kubeconfig, and a file to complete.
struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let bin = folder.path().join("bin");
        fs::create_dir(&bin).unwrap();
        symlink(EXECUTABLE, bin.join("kubectl-tidb_br")).unwrap();
        symlink(control_plane::kubectl().unwrap(), bin.join("kubectl")).unwrap();
        let completer = "kubectl_complete-tidb_br";
        symlink(
            golden::path("completions").join(completer),
            bin.join(completer),
        )
        .unwrap();
        fs::write(folder.path().join("manifest.yaml"), "").unwrap();
        let kubeconfig = json!({"apiVersion": "v1", "kind": "Config",
            "contexts": [{"name": "the-context", "context": {"cluster": "c"}}]});
        fs::write(folder.path().join("config"), kubeconfig.to_string()).unwrap();
        Self { folder }
    }

    fn environment(&self) -> Vec<(&str, String)> {
        let home = self.folder.path().display();
        vec![
            ("HOME", home.to_string()),
            ("PATH", format!("{home}/bin:/usr/bin:/bin")),
            ("KUBECONFIG", format!("{home}/config")),
            ("TERM", "xterm".to_owned()),
        ]
    }
}

/// An interactive shell on a terminal. Ctrl-T writes the line that is being edited to a file.
struct Shell {
    _master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    line: PathBuf,
}

impl Shell {
    fn start(home: &Home, program: &str, arguments: &[&str], setup: &[String]) -> Self {
        let size = PtySize {
            rows: 50,
            cols: 200,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        command.cwd(home.folder.path());
        for (name, value) in home.environment() {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let mut output = pair.master.try_clone_reader().unwrap();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while matches!(output.read(&mut bytes), Ok(1..)) {}
        });
        let line = home.folder.path().join("line");
        let mut shell = Self {
            keys: pair.master.take_writer().unwrap(),
            _master: pair.master,
            child,
            line,
        };
        for command in setup {
            shell.press(&format!("{command}\r"));
        }
        shell
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Types, presses Tab, and returns the line; then empties it.
    fn complete(&mut self, typed: &str) -> String {
        let _ = fs::remove_file(&self.line);
        self.press(&format!("{typed}\t\u{14}"));
        let begun = Instant::now();
        loop {
            if let Ok(line) = fs::read_to_string(&self.line)
                && let Some(line) = line.strip_suffix(";\n")
            {
                self.press("\u{15}");
                return line.to_owned();
            }
            assert!(begun.elapsed() < PATIENCE, "{typed}: no line");
            std::thread::sleep(POLL);
        }
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn bash(home: &Home, load: &str) -> Shell {
    let show = r#"bind -x '"\C-t": printf "%s;\n" "$READLINE_LINE" > ~/line'"#;
    let setup = [load.to_owned(), show.to_owned()];
    Shell::start(home, "bash", &["--noprofile", "--norc", "-i"], &setup)
}

fn zsh(home: &Home, load: &str) -> Shell {
    let setup = [
        "autoload -U compinit && compinit -D -u".to_owned(),
        load.to_owned(),
        r#"show() { print -r -- "$BUFFER;" > ~/line }; zle -N show; bindkey '^T' show"#.to_owned(),
    ];
    Shell::start(home, "zsh", &["-f", "-i"], &setup)
}

fn check(mut shell: Shell, program: &str) {
    for (typed, expected) in ROWS {
        let line = shell.complete(&typed.replace("PROGRAM", program));
        assert_eq!(line, expected.replace("PROGRAM", program), "{typed}");
    }
}

/// fish says what Tab would offer: each candidate replaces the last word.
fn check_fish(home: &Home, load: &str, program: &str) {
    for (typed, expected) in ROWS {
        let (typed, expected) = (
            typed.replace("PROGRAM", program),
            expected.replace("PROGRAM", program),
        );
        let script = format!("{load}; complete -C '{typed}'");
        let output = Command::new("fish")
            .args(["--no-config", "-c", &script])
            .env_clear()
            .envs(home.environment())
            .current_dir(home.folder.path())
            .output()
            .unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(stderr, "", "{typed}");
        let offered = String::from_utf8(output.stdout).unwrap();
        let words: Vec<_> = offered
            .lines()
            .map(|line| line.split('\t').next().unwrap())
            .collect();
        let (before, _) = typed.rsplit_once(' ').unwrap();
        match expected == typed {
            true => assert!(words.is_empty(), "{typed}: {words:?}"),
            false => assert_eq!(format!("{before} {} ", words.join(" ")), expected),
        }
    }
}

fn is_installed(shell: &str) -> bool {
    let there = ["/usr/bin", "/bin", "/usr/local/bin"]
        .iter()
        .any(|folder| Path::new(folder).join(shell).exists());
    if !there {
        skipped(&format!("{shell} is not installed"));
    }
    there
}

#[test]
fn bash_completes_the_program() {
    let home = Home::new();
    let load = "source <(kubectl-tidb_br completion bash)";
    check(bash(&home, load), "kubectl-tidb_br");
}

#[test]
fn bash_completes_the_plugin_through_kubectl() {
    if !Path::new(BASH_COMPLETION).exists() {
        return skipped("bash-completion is not installed");
    }
    let home = Home::new();
    let load = format!("source {BASH_COMPLETION}; source <(kubectl completion bash)");
    check(bash(&home, &load), "kubectl tidb-br");
}

#[test]
fn zsh_completes_the_program_and_the_plugin() {
    if !is_installed("zsh") {
        return;
    }
    for (load, program) in [
        (
            "source <(kubectl-tidb_br completion zsh)",
            "kubectl-tidb_br",
        ),
        ("source <(kubectl completion zsh)", "kubectl tidb-br"),
    ] {
        let home = Home::new();
        check(zsh(&home, load), program);
    }
}

#[test]
fn fish_completes_the_program_and_the_plugin() {
    if !is_installed("fish") {
        return;
    }
    for (load, program) in [
        (
            "kubectl-tidb_br completion fish | source",
            "kubectl-tidb_br",
        ),
        ("kubectl completion fish | source", "kubectl tidb-br"),
    ] {
        check_fish(&Home::new(), load, program);
    }
}
