//! Every command in a hint repeats the flags that chose the cluster and the namespace, and reaches the same cluster when it is pasted.

use std::path::Path;
use std::process::Command;

use sandbox::control_plane::{ControlPlane, Identity};
use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::log::situations::{Moments, condition, status, sub, sub_because};
use crate::support::{Output, Place, Plugin};

/// A kubeconfig whose current context leads nowhere, and whose context `other` leads to the place.
fn two_contexts(place: &Place, file: &Path) {
    let admin = place.server.kubeconfig(Identity::Admin, "default").unwrap();
    let text = std::fs::read_to_string(admin).unwrap();
    let mut config: Value = serde_yaml::from_str(&text).unwrap();
    let real = config["contexts"][0].clone();
    let other = json!({"name": "other", "context": real["context"]});
    let nowhere = json!({"name": "here", "context": {"cluster": "nowhere", "user": "nobody"}});
    config["contexts"] = json!([nowhere, other]);
    config["current-context"] = json!("here");
    let list = |list: &mut Value, entry: Value| list.as_array_mut().unwrap().push(entry);
    list(
        &mut config["clusters"],
        json!({"name": "nowhere", "cluster": {"server": "http://127.0.0.1:1"}}),
    );
    list(&mut config["users"], json!({"name": "nobody", "user": {}}));
    std::fs::write(file, config.to_string()).unwrap();
}

/// Objects at which verbs fail.
fn furnish(place: &Place) {
    let api = place.api();
    let moments = Moments::now();
    let log = |name: &str, command: &str, status: &Value| {
        api.create_log(name, &json!({"logSubcommand": command}), status);
    };
    let started = sub("log-start", "Complete");
    log(
        "l1",
        "log-start",
        &status("Running", moments, std::slice::from_ref(&started)),
    );
    let failed = sub_because("log-pause", "Failed", "PauseLogBackupFailed", "x");
    log(
        "sticky",
        "log-pause",
        &status("Running", moments, &[started.clone(), failed]),
    );
    let stopped = sub("log-stop", "Complete");
    log(
        "stopped",
        "log-stop",
        &status("Stopped", moments, &[started, stopped]),
    );
    let spec = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b", "prefix": "s1"}});
    api.create(
        "s1",
        &spec,
        &json!({"phase": "Running", "conditions": [condition("Running", "Running", "")]}),
    );
}

/// The commands in what was printed: from `kubectl` to the end of the line, or to the words that follow.
fn commands(output: &Output) -> Vec<String> {
    let lines = output.stderr.lines().chain(output.stdout.lines());
    let starts = lines.flat_map(|line| {
        line.match_indices("kubectl ")
            .map(move |(at, _)| &line[at..])
    });
    starts
        .map(|text| {
            let ends = [
                "; ", ", ", " shows ", " goes ", " makes ", " (", " and ", " or ",
            ];
            let end = ends.iter().filter_map(|end| text.find(end)).min();
            text[..end.unwrap_or(text.len())].to_owned()
        })
        .collect()
}

/// Runs a command line as a shell does, with kubectl and the plugin on PATH and without any kubeconfig. A command that waits is ended.
fn paste(line: &str, folder: &Path) -> (Option<i32>, String) {
    let output = Command::new("timeout")
        .args(["5", "/bin/sh", "-c", line])
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", folder.display()))
        .env("HOME", folder)
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(text).unwrap())
}

#[test]
fn every_command_in_a_hint_reaches_the_cluster_of_the_run() {
    let mut wrong = Vec::new();
    for (dialect, lines) in [(Dialect::V2, V2), (Dialect::V1, V1)] {
        let place = Place::new(dialect);
        furnish(&place);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("the config");
        two_contexts(&place, &file);
        for (name, program) in [
            ("kubectl", ControlPlane::shared().unwrap().kubectl()),
            (
                "kubectl-tidb_br",
                env!("CARGO_BIN_EXE_kubectl-tidb_br").into(),
            ),
        ] {
            std::os::unix::fs::symlink(program, folder.path().join(name)).unwrap();
        }
        let file = file.to_str().unwrap();
        let flags = [
            "--context",
            "other",
            "--kubeconfig",
            file,
            "-n",
            &place.namespace,
        ];
        let run = |line: &str| {
            let words: Vec<&str> = line.split(' ').chain(flags).collect();
            Plugin::alone().run(&words)
        };
        // All of them first, because a pasted command may change the cluster.
        let outputs: Vec<Output> = lines.iter().map(|line| run(line)).collect();
        for output in outputs {
            let found = commands(&output);
            if found.is_empty() {
                wrong.push(format!("no command in: {output}"));
            }
            for command in found {
                let why = judge(&command, &place, file, folder.path());
                wrong.extend(why.map(|why| format!("{why}: {command}{output}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with one command.
fn judge(command: &str, place: &Place, file: &str, folder: &Path) -> Option<String> {
    if command.ends_with("--help") {
        return None;
    }
    let flags = [
        format!("--kubeconfig '{file}'"),
        "--context other".to_owned(),
    ];
    if let Some(missing) = flags.iter().find(|flag| !command.contains(*flag)) {
        return Some(format!("{missing} is missing"));
    }
    let namespaced =
        !command.contains(" -A") && !command.contains("version") && !command.contains("readyz");
    if namespaced && !command.contains(&format!("-n {}", place.namespace)) {
        return Some("-n is missing".to_owned());
    }
    // What would wait or write is only checked up to its flags.
    if command.contains("…") || command.contains("NAME") || command.contains("CLUSTER") {
        return None;
    }
    let (code, text) = paste(&format!("{command} </dev/null"), folder);
    let reached = !text.contains("connection refused")
        && !text.contains("no kubeconfig")
        && !text.contains("unknown");
    (!reached || code == Some(2)).then(|| format!("pasted, it ends with {code:?}: {text}"))
}

const V2: &[&str] = &[
    "log pause nope",
    "log pause nope --operator v2",
    "log show nope -o json",
    "backup show l1 nope",
    "log pause sticky",
    "log pause sticky stopped nope",
    "log resume stopped",
    "log start stopped",
    "log truncate l1 --keep 1s --yes",
    "log status",
    "backup wait s1 --timeout 0",
    "backup wait s1 --timeout 7s",
    "backup create s2 --cluster gone --storage s3://b/s2",
    "backup create s2 --cluster basic --storage s3://b/s2 --storage-secret none --preflight enforce",
    "log start l2 --cluster basic --storage s3://b/l2",
    "schedule list",
    "schedule create x --cluster basic --storage s3://b/x --schedule @daily",
    "compact create c1 --from-log l1",
    "restore create r1 --cluster basic --from-backup nope",
    "restore create r1 --cluster basic --from-backup s1",
];

const V1: &[&str] = &[
    "log pause nope",
    "log pause sticky",
    "schedule show nope",
    "schedule create x --cluster gone --storage s3://b/x --schedule @daily --max-reserved-time 7d --storage-secret none",
    "compact create c1 --from-log nope",
    "setup tikv gone --secret s3",
    "setup rbac --role-arn arn:aws:iam::123456789012:role/x",
];
