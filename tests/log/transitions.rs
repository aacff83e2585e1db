//! Every verb in every situation: one golden table an operator line, read from what the real API server was asked.
//!
//! A row has the verb, the exit code, what was sent (`-` for nothing), the switches of the spec afterwards, and the line that
//! the user saw with its hints. `UPDATE_GOLDEN=1` writes the tables anew.

use std::fmt::Write as _;
use std::sync::Mutex;

use sandbox::operator::Dialect;
use serde_json::Value;

use super::situations::{self, Moments, Situation};
use crate::support::{Output, Place, Write, golden};

const VERBS: [&str; 5] = ["start", "pause", "resume", "stop", "truncate"];

#[test]
fn v2() {
    compare("v2", Dialect::V2);
}

#[test]
fn v1() {
    compare("v1", Dialect::V1);
}

#[test]
fn v1_that_only_knows_log_stop() {
    compare("v1.5.4", Dialect::V1LogStop);
}

fn compare(golden: &str, dialect: Dialect) {
    let place = Place::new(dialect);
    let moments = Moments::now();
    let situations = situations::all(dialect, moments);
    let mut jobs = Vec::new();
    for situation in &situations {
        for verb in VERBS {
            jobs.push((situation, verb, false));
        }
        // A second column of the same situation where something stays failed.
        if let Some(verb) = situation.retry {
            jobs.push((situation, verb, true));
        }
    }
    let rows = Mutex::new(Vec::new());
    let next = Mutex::new(jobs.iter().enumerate());
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                loop {
                    let Some((position, job)) = next.lock().unwrap().next() else {
                        break;
                    };
                    let row = row(&place, moments, job);
                    rows.lock().unwrap().push((position, job.0.name, row));
                }
            });
        }
    });
    let mut rows = rows.into_inner().unwrap();
    rows.sort_by_key(|row| row.0);
    let written = place.written();
    let mut table = String::new();
    let mut heading = "";
    for (_, situation, row) in rows {
        if situation != heading {
            heading = situation;
            writeln!(
                table,
                "{}{heading}",
                if table.is_empty() { "" } else { "\n" }
            )
            .unwrap();
        }
        let sent: Vec<&Write> = written
            .iter()
            .filter(|sent| sent.name == row.name)
            .collect();
        table.push_str(&row.text(&place, moments, &sent));
    }
    golden::compare(&format!("tests/log/transitions/{golden}.txt"), &table);
}

/// One call and what it left.
struct Row {
    name: String,
    verb: String,
    output: Output,
    after: Value,
}

fn row(place: &Place, moments: Moments, job: &(&Situation, &str, bool)) -> Row {
    let (situation, verb, retry) = *job;
    let suffix = if retry { "-retry" } else { "" };
    let name = format!("{}-{verb}{suffix}", situation.name);
    let api = place.api();
    situation.put(place, &name);
    let cut = moments.cut.to_string();
    let mut arguments = vec!["log", verb, &name, "--wait=false", "--yes", "--utc"];
    if verb == "truncate" {
        arguments.extend(["--until", &cut]);
    }
    if retry {
        arguments.push("--retry-failed");
    }
    let output = place.plugin().run(&arguments);
    Row {
        after: api.get(&name)["spec"].clone(),
        verb: format!("{verb}{}", if retry { " --retry-failed" } else { "" }),
        name,
        output,
    }
}

impl Row {
    fn text(&self, place: &Place, moments: Moments, sent: &[&Write]) -> String {
        let sent: Vec<String> = sent.iter().map(|write| sent_text(write)).collect();
        let sent = match sent.is_empty() {
            true => "-".to_owned(),
            false => sent.join("; "),
        };
        let code = self.output.code.unwrap();
        let mut text = format!(
            "  {:8}  {code}  sent: {sent}  after: {}\n",
            self.verb,
            switches(&self.after)
        );
        let lines = self.output.stdout.lines().chain(self.output.stderr.lines());
        for line in lines {
            writeln!(text, "              {line}").unwrap();
        }
        let zone = kubectl_tidb_br::time::Zone::Utc;
        let mut replaced = text
            .replace(&place.named(&self.name), "REF")
            .replace(&self.name, "NAME")
            .replace(&place.namespace, "NS");
        for (value, word) in [
            (moments.start, "START"),
            (moments.cut, "CUT"),
            (moments.earlier_cut, "EARLIER"),
            (moments.checkpoint, "CHECKPOINT"),
        ] {
            let tso: kubectl_tidb_br::time::Tso =
                kubectl_tidb_br::time::Tso::parse(&value.to_string()).unwrap();
            replaced = replaced
                .replace(&value.to_string(), &format!("{word}-TSO"))
                .replace(&zone.show(tso.time().unwrap()), word);
        }
        replaced
    }
}

/// `logSubcommand=log-pause`, `status.log-pause=null`; every patch must test the resourceVersion.
fn sent_text(write: &Write) -> String {
    assert_eq!(write.verb, "patch");
    assert!(write.tests.is_some(), "{write:?}");
    let mut parts = Vec::new();
    for (key, value) in write.body["spec"].as_object().into_iter().flatten() {
        parts.push(format!("{key}={}", value.to_string().trim_matches('"')));
    }
    let subs = &write.body["status"]["logSubCommandStatuses"];
    for (key, value) in subs.as_object().into_iter().flatten() {
        let status = if write.status { "/status " } else { "" };
        parts.push(format!("{status}status.{key}={value}"));
    }
    format!("{} ({})", parts.join(" "), write.code)
}

fn switches(spec: &Value) -> String {
    let set: Vec<String> = ["logSubcommand", "logStop", "logTruncateUntil"]
        .iter()
        .filter_map(|key| Some((key, spec.get(key)?)))
        .map(|(key, value)| format!("{key}={}", value.to_string().trim_matches('"')))
        .collect();
    match set.is_empty() {
        true => "-".to_owned(),
        false => set.join(" "),
    }
}
