//! Worlds: the objects of a namespace as files, and what the program says about them. Each folder is a situation that a user met.
//!
//! `world.yaml` begins with a document that has the command and the operator; the other documents are the objects. `{{ago 40m}}` and
//! `{{tso 40m}}` stand for a time that long ago, NAMESPACE for the namespace, and FILE in a command
//! for `file.yaml`. `expected` is what the program prints:
//! `UPDATE_GOLDEN=1` writes it.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use clap::Parser;
use kubectl_tidb_br::cli::Cli;
use sandbox::control_plane::Identity;
use sandbox::operator::Dialect;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::{Output, Place, golden};

/// The first document of a world.
#[derive(Deserialize)]
struct Header {
    /// What is typed after `kubectl tidb-br`.
    commands: Vec<String>,
    /// `v1` or `v2`.
    operator: String,
}

/// All worlds, some at a time: each has a namespace of its own, and the user has rights in that namespace only, so that one world does
/// not see another.
#[test]
fn every_world_is_seen_as_it_is() {
    let mut folders: Vec<PathBuf> = fs::read_dir(golden::path("tests/worlds"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    assert!(!folders.is_empty());
    let failures: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..4)
            .map(|worker| {
                let own: Vec<PathBuf> = folders.iter().skip(worker).step_by(4).cloned().collect();
                scope.spawn(move || {
                    let run = |path: &PathBuf| std::panic::catch_unwind(|| world(path)).err();
                    let failed = own.iter().filter(|path| run(path).is_some());
                    failed.map(|path| name_of(path)).collect::<Vec<_>>()
                })
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    });
    assert_eq!(failures, [""; 0]);
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

fn world(path: &Path) {
    let text = with_times(
        &fs::read_to_string(path.join("world.yaml")).unwrap(),
        Utc::now(),
    );
    let (header, objects) = text.split_once("\n---\n").unwrap_or((&text, ""));
    let header: Header = serde_yaml::from_str(header).unwrap();
    let dialect = match header.operator.as_str() {
        "v1" => Dialect::V1,
        _ => Dialect::V2,
    };
    let place = Place::deserted(dialect);
    let objects = objects.replace("NAMESPACE", &place.namespace);
    for document in serde_yaml::Deserializer::from_str(&objects) {
        let object = Value::deserialize(document).unwrap();
        if !object.is_null() {
            add(&place, &object);
        }
    }
    let plugin = place.plugin_with_rights_here(Identity::Nobody);
    let mut said = String::new();
    let file = path.join("file.yaml");
    let file = file.to_str().unwrap();
    for command in &header.commands {
        let output = plugin.line(&command.replace("FILE", file));
        check_hints(&place, &output);
        said.push_str(&shown(command, &output, &place.namespace).replace(file, "FILE"));
    }
    golden::compare(&format!("tests/worlds/{}/expected", name_of(path)), &said);
}

/// Creates an object as somebody else would, and gives it its status.
fn add(place: &Place, object: &Value) {
    let version = object["apiVersion"].as_str().unwrap();
    let root = if version == "v1" { "api" } else { "apis" };
    let kind = object["kind"].as_str().unwrap().to_lowercase();
    let path = format!("/{root}/{version}/namespaces/{}/{kind}s", place.namespace);
    place.api().ask("POST", &path, object);
    let name = object["metadata"]["name"].as_str().unwrap();
    let own_status = version != "pingcap.com/v1alpha1";
    if own_status && object.get("status").is_some() {
        let status = json!({"status": object["status"]});
        place
            .api()
            .ask("PATCH", &format!("{path}/{name}/status"), &status);
    }
    if object["metadata"].get("deletionTimestamp").is_some() {
        place
            .api()
            .ask("DELETE", &format!("{path}/{name}"), &Value::Null);
    }
}

/// Puts times into the text of a world.
fn with_times(text: &str, now: DateTime<Utc>) -> String {
    let mut parts = text.split("{{");
    let mut filled = parts.next().unwrap().to_owned();
    for part in parts {
        let (term, rest) = part.split_once("}}").unwrap();
        let (form, length) = term.split_once(' ').unwrap();
        let length: i64 = match length.split_at(length.len() - 1) {
            (number, "m") => number.parse::<i64>().unwrap() * 60,
            (number, "h") => number.parse::<i64>().unwrap() * 3600,
            (number, _) => number.parse().unwrap(),
        };
        let moment = now - TimeDelta::seconds(length);
        match form {
            "ago" => filled.push_str(&moment.format("%Y-%m-%dT%H:%M:%SZ").to_string()),
            _ => filled.push_str(&(moment.timestamp_millis() << 18).to_string()),
        }
        filled.push_str(rest);
    }
    filled
}

/// A command that is suggested must be one: the program's own are parsed, and those that only read are run.
fn check_hints(place: &Place, output: &Output) {
    let text = format!("{}\n{}", output.stdout, output.stderr);
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('"'));
    for line in lines {
        let Some(at) = line.find("kubectl ") else {
            continue;
        };
        let command = line[at..].split("; ").next().unwrap_or_default();
        let command = command.split(", then ").next().unwrap_or_default();
        let words = shlex::split(command).unwrap_or_else(|| panic!("not for a shell: {command}"));
        if words.get(1).map(String::as_str) == Some("tidb-br") {
            let words = words.iter().skip(1).filter(|word| *word != "…");
            if let Err(error) = Cli::try_parse_from(words) {
                let whole = error.kind() == clap::error::ErrorKind::MissingRequiredArgument;
                assert!(whole, "{command}: {error}");
            }
        } else if matches!(words.get(1).map(String::as_str), Some("get" | "describe")) {
            let arguments: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
            let ran = place.plugin().kubectl(&arguments);
            assert_eq!(ran.code, Some(0), "{command}: {ran}");
        }
    }
}

/// What a run left, without what differs from run to run.
fn shown(command: &str, output: &Output, namespace: &str) -> String {
    let mut text = format!("$ kubectl tidb-br {command}\n{}", output.stdout);
    for line in output.stderr.lines() {
        text.push_str(&format!("stderr: {line}\n"));
    }
    let code = output.code.unwrap();
    let text = text.replace(namespace, "NAMESPACE");
    format!("{}(exit code {code})\n\n", without_times(&text))
}

/// Absolute times become TIME.
fn without_times(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("20") {
        let (before, from) = rest.split_at(at);
        shown.push_str(before);
        let end = from
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, '-' | ':' | 'T' | 'Z' | '+' | '.'))
            .unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        match DateTime::parse_from_rfc3339(word) {
            Ok(_) => shown.push_str("TIME"),
            Err(_) => shown.push_str(word),
        }
        rest = after;
    }
    shown.push_str(rest);
    shown
}
