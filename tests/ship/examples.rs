//! Every example of every help, pasted into bash as it stands, with the pinned kubectl on PATH.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sandbox::control_plane::{self, Identity};
use sandbox::operator::{Dialect, Options, StandIn};
use serde_json::{Value, json};

use super::program::{EXECUTABLE, streams};
use super::tree::{commands, examples};
use crate::support::Place;

/// A home directory with everything that the examples name: files, variables, other programs.
struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = Self { folder };
        for folder in ["bin", ".local/bin", ".config/fish/completions"] {
            fs::create_dir_all(home.path(folder)).unwrap();
        }
        symlink(EXECUTABLE, home.path("bin/kubectl-tidb_br")).unwrap();
        symlink(control_plane::kubectl().unwrap(), home.path("bin/kubectl")).unwrap();
        home.program("pass", "echo hunter2");
        home.program("mysql", "exec cat >/dev/null");
        let certificate = rcgen::generate_simple_self_signed(["tidb".to_owned()]).unwrap();
        for (name, text) in [
            ("log.yaml", log().to_string()),
            ("nightly.yaml", schedule().to_string()),
            ("backup-v1.yaml", backup_v1().to_string()),
            ("backup.yaml", log().to_string()),
            ("key-id.txt", "AKIA".to_owned()),
            ("key.json", r#"{"type": "service_account"}"#.to_owned()),
            ("secret.txt", "hunter2".to_owned()),
            ("tls.crt", certificate.cert.pem()),
            ("ca.crt", certificate.cert.pem()),
            ("tls.key", certificate.signing_key.serialize_pem()),
        ] {
            fs::write(home.path(name), text).unwrap();
        }
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn program(&self, name: &str, script: &str) {
        let file = self.path("bin").join(name);
        fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Pastes an example. Returns the exit code of its last command, and what was printed.
    fn paste(&self, example: &str, kubeconfig: &Path) -> (i32, String) {
        // An example that waits for ever fails the test instead of holding it up.
        let output = Command::new("timeout")
            .args(["100", "bash", "-o", "pipefail", "-c", example])
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", self.folder.path())
            .env(
                "PATH",
                format!("{}:/usr/bin:/bin", self.path("bin").display()),
            )
            .env("KUBECONFIG", kubeconfig)
            .env("AWS_ACCESS_KEY_ID", "AKIA")
            .env("AWS_SECRET_ACCESS_KEY", "hunter2")
            .env("GOOGLE_APPLICATION_CREDENTIALS", self.path("key.json"))
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let (stdout, stderr) = streams(&output);
        (output.status.code().unwrap(), format!("{stdout}{stderr}"))
    }
}

fn log() -> Value {
    json!({"apiVersion": "br.pingcap.com/v1alpha1", "kind": "Backup", "metadata": {"name": "basic-log"},
        "spec": {"backupMode": "log", "logSubcommand": "log-start", "br": {"cluster": "basic"},
            "s3": {"provider": "aws", "bucket": "b", "prefix": "log"}},
        "status": {"phase": "Running", "commitTs": "436569119308644661"}})
}

fn schedule() -> Value {
    json!({"apiVersion": "pingcap.com/v1alpha1", "kind": "BackupSchedule", "metadata": {"name": "nightly"},
        "spec": {"schedule": "0 2 * * *", "maxReservedTime": "168h",
            "backupTemplate": {"backupType": "full", "br": {"cluster": "basic"},
                "s3": {"provider": "aws", "bucket": "b", "prefix": "nightly"}}}})
}

fn backup_v1() -> Value {
    json!({"apiVersion": "pingcap.com/v1alpha1", "kind": "Backup", "metadata": {"name": "nightly"},
        "spec": {"backupType": "full", "br": {"cluster": "basic"},
            "s3": {"provider": "aws", "bucket": "b", "prefix": "nightly"}}})
}

/// The examples of a command, each as one text to paste.
fn pasted(examples: &str) -> Vec<String> {
    examples.split("\n\n").map(str::to_owned).collect()
}

/// Examples that end with another code than 0 where nobody sits at a terminal.
const ASKS: &[(&str, i32)] = &[
    ("backup create -i", 2),
    ("restore create -i", 2),
    ("schedule create -i", 2),
    ("completion install\n", 5),
    ("log stop basic-log -n tidb\n", 5),
    ("schedule delete", 5),
    ("setup tikv", 5),
    (
        "secret azblob azblob-secret -n tidb --account mybackups\n",
        5,
    ),
    ("secret tidb backup-demo1-tidb-secret -n tidb\n", 5),
    ("--from-file access_key=key-id.txt\n", 5),
];

/// The code that an example must end with.
fn code(example: &str, table: &[(&str, i32)]) -> Option<i32> {
    let line = format!("{example}\n");
    let found = table.iter().find(|(part, _)| line.contains(part));
    found.map(|(_, code)| *code)
}

/// Without a cluster: whatever needs none succeeds, whatever needs one says so, and nothing is refused as a mistake of typing.
#[test]
fn every_example_parses() {
    let home = Home::new();
    let mut wrong = Vec::new();
    let mut count = 0;
    for (words, command) in commands() {
        for example in pasted(&examples(&command))
            .iter()
            .filter(|example| !example.is_empty())
        {
            let (code_found, printed) = home.paste(example, Path::new("/does/not/exist"));
            // `--check` ends with 6 for what it could not read.
            let cut_off = [1, 6].contains(&code_found)
                && printed.contains("no kubeconfig: /does/not/exist does not exist");
            let piped = printed.contains("The connection to the server localhost:8080 was refused");
            let asks = code(example, ASKS).is_some_and(|code| code == code_found);
            count += 1;
            if !(code_found == 0 || cut_off || piped || asks) {
                wrong.push(format!("{words}: exit {code_found}\n{example}\n{printed}"));
            }
        }
    }
    assert!(count > 80, "{count} examples");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The order in which the examples build on each other.
const STORY: &[&str] = &[
    "setup rbac",
    "setup secret s3",
    "setup secret gcs",
    "setup secret azblob",
    "setup secret tidb",
    "setup secret tls",
    "setup tikv",
    "setup sql",
    "log start",
    "",
    "backup create",
    "backup list",
    "backup show",
    "schedule create",
    "schedule trigger",
    "backup wait",
    "check",
    "log status",
    "log show",
    "log pause",
    "log resume",
    "log truncate",
    "log stop",
    "log wait",
    "restore create",
    "restore list",
    "restore show",
    "restore wait",
    "schedule list",
    "schedule show",
    "schedule set",
    "schedule pause",
    "schedule resume",
    "schedule delete",
    "compact create",
    "compact list",
    "compact show",
    "compact wait",
    "convert",
    "tso",
    "completion",
    "completion install",
    "version",
    "options",
];

/// Examples that end with another code than 0 in the story.
const IN_THE_STORY: &[(&str, i32)] = &[
    // The log backup is stopped by then.
    ("log wait basic-log -n tidb --timeout 10m", 3),
    // The log backup is younger than a week, so there is nothing to ask about.
    ("--keep 7d\n", 0),
    // Nothing is that old here.
    ("--to 2026-01-01T10:00:00+08:00\n", 10),
];

/// A namespace with what the examples name, after what the operator has done so far.
fn furnished(dialect: Dialect) -> (Place, StandIn) {
    let place = Place::new(dialect);
    for cluster in ["fresh", "orders"] {
        place.add_cluster(dialect, cluster);
    }
    let client = place.server.client(Identity::Operator).unwrap();
    let options = Options {
        schedules: dialect == Dialect::V1,
        ..Options::quick_in(&place.namespace)
    };
    let operator = StandIn::automatic(client, dialect, options);
    let spec = json!({"backupType": "full", "br": {"cluster": "basic"},
        "s3": {"provider": "aws", "bucket": "my-bucket", "prefix": "nightly"}});
    place.api().create("nightly", &spec, &Value::Null);
    place.api().until_phase("nightly", "Complete");
    (place, operator)
}

/// Whether the code is one of those that an example may end with, depending on how far the operator is at that moment: a check finds
/// what the examples before it left behind, and a checkpoint may not have passed the oldest snapshot yet.
fn depends_on_the_moment(example: &str, code: i32) -> bool {
    let rows: [(&str, &[i32]); 2] = [("tidb-br check ", &[6, 7]), ("--to-oldest-snapshot", &[5])];
    rows.iter()
        .any(|(part, codes)| example.contains(part) && codes.contains(&code))
}

/// Pastes the whole story, but for the commands that are left out.
fn play(dialect: Dialect, left_out: &[&str], other: &[(&str, i32)]) {
    let home = Home::new();
    let (place, _operator) = furnished(dialect);
    let kubeconfig = place
        .server
        .kubeconfig(Identity::Admin, &place.namespace)
        .unwrap();
    let tree = commands();
    let mut wrong = Vec::new();
    for words in STORY
        .iter()
        .filter(|words| !left_out.iter().any(|out| words.starts_with(out)))
    {
        let called = format!("kubectl tidb-br {words}");
        let (_, command) = tree
            .iter()
            .find(|(known, _)| known == called.trim_end())
            .unwrap();
        for example in pasted(&examples(command)) {
            let here = example.replace("-n tidb", &format!("-n {}", place.namespace));
            let (code_found, printed) = home.paste(&here, &kubeconfig);
            let table = [other, IN_THE_STORY, ASKS].concat();
            let expected = code(&example, &table).unwrap_or(0);
            if code_found != expected && !depends_on_the_moment(&example, code_found) {
                wrong.push(format!(
                    "exit {code_found}, not {expected}\n{here}\n{printed}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_examples_run_on_v1() {
    // The examples put backups into one another's directories, and one of them deletes its data.
    let other = [
        ("check basic -n tidb", 7),
        ("check -f backup.yaml -n tidb", 7),
    ];
    play(Dialect::V1, &[], &other);
}

#[test]
fn the_examples_run_on_v2() {
    // No schedule has made a backup, because v2 has no schedules.
    let other = [("-l tidb.pingcap.com/backup-schedule=nightly", 1)];
    play(Dialect::V2, &["schedule", "compact", "convert"], &other);
}

/// A new command gets its place in the story.
#[test]
fn every_command_with_examples_is_in_the_story() {
    let with_examples = commands()
        .into_iter()
        .filter(|(_, command)| !examples(command).is_empty())
        .map(|(words, _)| {
            words
                .trim_start_matches("kubectl tidb-br")
                .trim()
                .to_owned()
        });
    let story = STORY.iter().map(|words| (*words).to_owned());
    assert_eq!(with_examples.collect::<BTreeSet<_>>(), story.collect());
}
