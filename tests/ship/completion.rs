//! What kubectl is told when somebody presses Tab.

use std::fmt::Write;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use sandbox::control_plane::{ControlPlane, Identity, World};
use serde_json::{Value, json};

use super::program::{EXECUTABLE, command, streams};
use crate::support::golden;

/// The words after `kubectl tidb-br`, of which the last is the one at the cursor; none of these needs a cluster.
const LINES: &[&[&str]] = &[
    // Nothing typed yet.
    &[""],
    &["log", ""],
    &["completion", ""],
    // Half a command.
    &["ver"],
    &["log", "st"],
    // An alias is offered only where the command's own name does not fit.
    &["backup", "s"],
    &["backup", "desc"],
    // Names of flags.
    &["version", "-"],
    &["version", "--c"],
    &["backup", "create", "x", "--s3-"],
    // Values of flags, in both notations; only the value after `=`.
    &["--operator", ""],
    &["--operator=v"],
    &["log", "pause", "x", "--dry-run="],
    &["backup", "list", "-o", ""],
    &["backup", "list", "--output=j"],
    &["backup", "create", "--clean-policy", ""],
    &["backup", "create", "--checksum="],
    // A flag that only takes a value after `=` does not swallow the next word.
    &["log", "truncate", "x", "--wait", "--unt"],
    // The value of a flag is no command, whatever it reads.
    &["-n", "backup", "log", "pau"],
    &["--context", "log", "backup", "cr"],
    // After `--` there are no flags.
    &["version", "--", "--c"],
    // Files and folders are the shell's business.
    &["backup", "create", "-f", ""],
    &["--kubeconfig="],
    &["completion", "install", "--dir", ""],
    // Nobody knows what this is.
    &["nosuch", ""],
    &["backup", "nosuch", ""],
    &["version", "--nosuch", "x", ""],
];

#[test]
fn every_kind_of_word_is_completed() {
    let nowhere = tempfile::tempdir().unwrap();
    let mut text = String::new();
    for words in LINES {
        let output = command(EXECUTABLE, nowhere.path())
            .arg("__complete")
            .args(*words)
            .output()
            .unwrap();
        let (stdout, stderr) = streams(&output);
        assert_eq!(
            (output.status.code(), stderr.as_str()),
            (Some(0), ""),
            "{words:?}"
        );
        writeln!(text, "$ kubectl tidb-br {}⇥\n{stdout}", words.join(" ")).unwrap();
    }
    golden::compare("tests/golden/completion.txt", &text);
}

#[test]
fn a_copy_under_the_name_of_the_completer_completes() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("kubectl_complete-tidb_br");
    std::os::unix::fs::symlink(EXECUTABLE, &copy).unwrap();
    let run = |command: &mut Command| streams(&command.output().unwrap());
    assert_eq!(
        run(command(&copy, folder.path()).args(["log", ""])),
        run(command(EXECUTABLE, folder.path()).args(["__complete", "log", ""])),
    );
}

/// A PATH with the program and the completer, as after an installation.
fn installed() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("kubectl-tidb_br");
    std::os::unix::fs::symlink(EXECUTABLE, link).unwrap();
    let completer = "kubectl_complete-tidb_br";
    fs::copy(
        golden::path("completions").join(completer),
        folder.path().join(completer),
    )
    .unwrap();
    folder
}

struct Cluster {
    kubectl: PathBuf,
    path: tempfile::TempDir,
    kubeconfig: PathBuf,
}

impl Cluster {
    /// What `kubectl tidb-br` followed by the words is completed to, without cobra's closing lines.
    fn complete(&self, words: &[&str]) -> String {
        let output = command(&self.kubectl, self.path.path())
            .env("KUBECONFIG", &self.kubeconfig)
            .args(["__complete", "tidb-br"])
            .args(words)
            .output()
            .unwrap();
        streams(&output).0
    }

    fn admin(&self, arguments: &[&str], input: &str) {
        let mut child = command(&self.kubectl, self.path.path())
            .env("KUBECONFIG", &self.kubeconfig)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes()).unwrap();
        assert!(child.wait().unwrap().success(), "{arguments:?}");
    }
}

fn backup(namespace: &str, name: &str, mode: &str) -> String {
    json!({
        "apiVersion": "br.pingcap.com/v1alpha1",
        "kind": "Backup",
        "metadata": {"name": name, "namespace": namespace},
        "spec": {"backupMode": mode, "br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b"}},
    })
    .to_string()
}

#[test]
fn kubectl_completes_names_of_the_namespace_and_context_on_the_line() {
    let plane = ControlPlane::shared().unwrap();
    let server = plane.world(World::V2).unwrap();
    let (here, there) = (
        server.namespace("tab").unwrap(),
        server.namespace("tab").unwrap(),
    );
    let cluster = Cluster {
        kubectl: plane.kubectl(),
        path: installed(),
        kubeconfig: server.kubeconfig(Identity::Admin, &here).unwrap(),
    };
    for (namespace, name, mode) in [
        (&here, "nightly", "snapshot"),
        (&here, "basic-log", "log"),
        (&there, "night-there", "snapshot"),
        (&there, "log-there", "log"),
    ] {
        cluster.admin(&["create", "-f", "-"], &backup(namespace, name, mode));
    }
    let status = r#"{"status":{"phase":"Running","commitTs":"436569119308644661"}}"#;
    let patch = [
        "patch",
        "backups.br.pingcap.com/basic-log",
        "--subresource=status",
        "--type=merge",
        "-p",
        status,
    ];
    cluster.admin(&patch, "");

    let reader = server.kubeconfig(Identity::Reader, &there).unwrap();
    let reader = reader.to_str().unwrap();
    let equals = format!("--namespace={there}");
    for (words, expected) in [
        (
            &["backup", "show", ""][..],
            "basic-log\tRunning\nnightly\n:4\n",
        ),
        (&["backup", "show", "nig"], "nightly\n:4\n"),
        (
            &["backup", "show", "nightly", ""],
            "basic-log\tRunning\n:4\n",
        ),
        (&["backup", "show", "--", "n"], "nightly\n:4\n"),
        (&["log", "pause", ""], "basic-log\tRunning\n:4\n"),
        (&["log", "pause", "--wait", ""], "basic-log\tRunning\n:4\n"),
        (&["backup", "create", ""], ":4\n"),
        (&["backup", "create", "--like", "n"], "nightly\n:4\n"),
        (&["backup", "create", "--like=n"], "nightly\n:4\n"),
        (&["log", "show", "-n", &there, ""], "log-there\n:4\n"),
        (&["-n", &there, "log", "show", ""], "log-there\n:4\n"),
        (&["log", "show", &equals, ""], "log-there\n:4\n"),
        (
            &["log", "show", "--kubeconfig", reader, ""],
            "log-there\n:4\n",
        ),
        (&["log", "show", "-n", "", ""], "basic-log\tRunning\n:4\n"),
        (&["log", "stop", "--context", "nosuch", ""], ":4\n"),
        (&["log", "stop", "-n", "empty", ""], ":4\n"),
        (&["--context", ""], "admin\n:4\n"),
        (&["--user", "adm"], "admin\n:4\n"),
        (&["log", "stop", "--as", "nobody", ""], ":4\n"),
    ] {
        assert_eq!(cluster.complete(words), expected, "{words:?}");
    }
    let namespaces = cluster.complete(&["log", "stop", "-n", "tab"]);
    assert!(
        namespaces.contains(&here) && namespaces.contains(&there),
        "{namespaces}"
    );
}

/// An object in the namespace of a [`Cluster`].
fn object(kind: &str, name: &str, spec: &Value, status: &Value) -> String {
    json!({"apiVersion": "pingcap.com/v1alpha1", "kind": kind, "metadata": {"name": name}, "spec": spec, "status": status})
        .to_string()
}

fn secret(name: &str, keys: &[&str]) -> String {
    let data: serde_json::Map<String, Value> = keys
        .iter()
        .map(|key| ((*key).to_owned(), json!("hunter2")))
        .collect();
    json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": name}, "stringData": data})
        .to_string()
}

/// What is offered fits the verb and the flags: a paused log backup can be resumed, an S3 storage needs the keys of S3.
#[test]
fn values_fit_what_is_typed() {
    let plane = ControlPlane::shared().unwrap();
    let server = plane.world(World::V1).unwrap();
    let namespace = server.namespace("tab").unwrap();
    let cluster = Cluster {
        kubectl: plane.kubectl(),
        path: installed(),
        kubeconfig: server.kubeconfig(Identity::Admin, &namespace).unwrap(),
    };
    let log = |command: &str| {
        json!({"backupMode": "log", "logSubcommand": command, "br": {"cluster": "basic"},
            "s3": {"provider": "aws", "bucket": "b", "prefix": "log"}})
    };
    let started = |phase: &str| json!({"phase": phase, "commitTs": "436569119308644661"});
    let snapshot = |name: &str| {
        json!({"br": {"cluster": "basic"},
            "s3": {"provider": "aws", "bucket": "b", "prefix": format!("data/{name}"), "secretName": "s3-keys"}})
    };
    let complete =
        json!({"phase": "Complete", "conditions": [{"type": "Complete", "status": "True"}]});
    let schedule = |paused: bool| json!({"schedule": "0 2 * * *", "pause": paused, "backupTemplate": snapshot("x")});
    for document in [
        object("Backup", "running", &log("log-start"), &started("Running")),
        object("Backup", "paused", &log("log-pause"), &started("Paused")),
        object("Backup", "stopped", &log("log-stop"), &started("Stopped")),
        object("Backup", "night", &snapshot("night"), &complete),
        object(
            "Backup",
            "failed",
            &snapshot("failed"),
            &json!({"phase": "Failed"}),
        ),
        object("BackupSchedule", "asleep", &schedule(true), &json!({})),
        object("BackupSchedule", "awake", &schedule(false), &json!({})),
        secret("s3-keys", &["access_key", "secret_key"]),
        secret("gcs-keys", &["credentials"]),
        secret("db", &["password"]),
        secret("client", &["tls.crt", "tls.key", "ca.crt"]),
        secret("other", &["something"]),
        json!({"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "worker"}})
            .to_string(),
    ] {
        cluster.admin(&["create", "-f", "-"], &document);
    }
    for (words, expected) in [
        (&["log", "pause", ""][..], "running"),
        (&["log", "resume", ""], "paused"),
        (&["log", "stop", ""], "paused running"),
        (&["log", "stop", "paused", ""], "running"),
        (&["log", "truncate", ""], "paused running stopped"),
        (&["log", "start", ""], "paused"),
        (
            &["log", "pause", "--retry-failed", ""],
            "paused running stopped",
        ),
        (&["log", "show", ""], "paused running stopped"),
        (&["schedule", "pause", ""], "awake"),
        (&["schedule", "resume", ""], "asleep"),
        (&["schedule", "trigger", ""], "asleep awake"),
        (&["restore", "create", "r", "--from-backup", ""], "night"),
        (&["backup", "create", "--like", ""], "failed night"),
        (&["backup", "create", "--storage", ""], "s3://b/data/{name}"),
        (
            &["restore", "create", "r", "--storage", "s3://b/data/n"],
            "s3://b/data/night",
        ),
        (
            &[
                "backup",
                "create",
                "--storage",
                "s3://x/y",
                "--storage-secret",
                "",
            ],
            "s3-keys",
        ),
        (
            &[
                "backup",
                "create",
                "--storage",
                "gcs://x/y",
                "--storage-secret",
                "",
            ],
            "gcs-keys",
        ),
        (
            &["backup", "create", "--storage-secret", ""],
            "gcs-keys s3-keys",
        ),
        (&["backup", "create", "--from-secret", ""], "db"),
        (&["backup", "create", "--from-tls-secret", ""], "client"),
        (
            &["setup", "tikv", "basic", "--secret", ""],
            "gcs-keys s3-keys",
        ),
        (&["backup", "create", "--service-account", ""], "worker"),
    ] {
        let answer = cluster.complete(words);
        let offered: Vec<&str> = answer
            .lines()
            .filter(|line| !line.starts_with(':'))
            .map(|line| line.split('\t').next().unwrap())
            .collect();
        assert_eq!(offered.join(" "), expected, "{words:?}");
    }
    // The values of Secrets never come near the answer.
    assert!(
        !cluster
            .complete(&["backup", "create", "--storage-secret", ""])
            .contains("hunter2")
    );
}

#[test]
fn a_server_that_cannot_be_reached_is_an_empty_answer_in_time() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let open = silent.local_addr().unwrap();
    let path = installed();
    for (what, server) in [
        ("nobody listens", "https://127.0.0.1:1".to_owned()),
        ("nobody answers", format!("https://{open}")),
    ] {
        let kubeconfig = path.path().join("config");
        fs::write(&kubeconfig, kubeconfig_for(&server)).unwrap();
        // Other tests may take the processor away: one of several tries must be fast enough.
        let took = (0..10).map(|_| {
            let begun = Instant::now();
            let output = completer(path.path())
                .env("KUBECONFIG", &kubeconfig)
                .args(["log", "pause", ""])
                .output()
                .unwrap();
            let took = begun.elapsed();
            assert_eq!(output.status.code(), Some(0), "{what}");
            assert_eq!(
                streams(&output),
                (":4\n".to_owned(), String::new()),
                "{what}"
            );
            took
        });
        let fastest = took.min().unwrap();
        assert!(fastest < Duration::from_millis(300), "{what}: {fastest:?}");
    }
    let broken = path.path().join("broken");
    fs::write(&broken, "{").unwrap();
    let output = completer(path.path())
        .env("KUBECONFIG", broken)
        .args(["log", "pause", ""])
        .output()
        .unwrap();
    assert_eq!(streams(&output), (":4\n".to_owned(), String::new()));
}

fn completer(path: &Path) -> Command {
    command(path.join("kubectl_complete-tidb_br"), path)
}

fn kubeconfig_for(server: &str) -> String {
    json!({
        "apiVersion": "v1",
        "kind": "Config",
        "clusters": [{"name": "c", "cluster": {"server": server, "insecure-skip-tls-verify": true}}],
        "users": [{"name": "u", "user": {"token": "t"}}],
        "contexts": [{"name": "x", "context": {"cluster": "c", "user": "u"}}],
        "current-context": "x",
    })
    .to_string()
}
