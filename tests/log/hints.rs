//! Every hint that is a command works when it is pasted in the situation that produced it.
//!
//! In each situation of the transition tables each verb, `log status` and `log wait` are run, and every command of this program in
//! their hints is run in that situation, with the stand-in operator at work. The commands of one hint are steps, in order.

use std::collections::BTreeSet;
use std::sync::Mutex;

use sandbox::operator::{Dialect, StandIn};

use super::situations::{self, JobEnd, Moments, Situation};
use crate::support::{Output, Place};

const PLUGIN: &str = "kubectl tidb-br ";

#[test]
fn of_v2() {
    every_hint_runs(Dialect::V2, 30);
}

#[test]
fn of_v1() {
    every_hint_runs(Dialect::V1, 30);
}

#[test]
fn of_v1_that_only_knows_log_stop() {
    every_hint_runs(Dialect::V1LogStop, 5);
}

/// `at_least` guards against a test that finds no hints any more.
#[track_caller]
fn every_hint_runs(dialect: Dialect, at_least: usize) {
    // An operator that finds a spec invalid says so in the status of the start as well; without it the stand-in takes the object
    // for a new one.
    let mut situations = situations::all(dialect, Moments::now());
    situations.retain(|situation| situation.name != "invalid");
    let hints = gather(dialect, &situations);
    assert!(hints.len() >= at_least, "only {} hints", hints.len());

    let place = Place::new(dialect);
    let objects: Vec<Object> = (0..hints.len()).map(Object::numbered).collect();
    let steps: Vec<_> = hints.iter().zip(&objects).collect();
    in_parallel(&steps, |((situation, _), object)| {
        place.add_cluster(dialect, &object.cluster);
        situation.put_on(&place, &object.name, &object.cluster);
    });
    let operator = place.operator();
    let failures = Mutex::new(Vec::new());
    in_parallel(&steps, |((situation, hint), object)| {
        prepare(&place, &operator, situation, hint, object);
        if let Some(output) = follow(&place, hint, object) {
            let failure = format!("{}: {hint}{output}", situation.name);
            failures.lock().unwrap().push(failure);
        }
    });
    let failures = failures.into_inner().unwrap();
    assert!(
        failures.is_empty(),
        "{} of {} hints do not run:\n{}",
        failures.len(),
        hints.len(),
        failures.join("\n")
    );
}

fn in_parallel<T: Sync>(items: &[T], work: impl Fn(&T) + Sync) {
    let next = Mutex::new(items.iter());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let Some(item) = next.lock().unwrap().next() else {
                        break;
                    };
                    work(item);
                }
            });
        }
    });
}

/// The hints with a command of this program, each once in its situation: NAME is the log backup, CLUSTER its cluster, NS the
/// namespace.
fn gather(dialect: Dialect, situations: &[Situation]) -> BTreeSet<(&Situation, String)> {
    let place = Place::new(dialect);
    let cut = Moments::now().cut.to_string();
    let lines = [
        "start --wait=false".to_owned(),
        "pause --wait=false".to_owned(),
        "resume --wait=false".to_owned(),
        "stop --wait=false --yes".to_owned(),
        format!("truncate --until {cut} --wait=false --yes"),
        "status".to_owned(),
        "wait --timeout 0".to_owned(),
        "wait --for paused --timeout 0".to_owned(),
        "wait --for stopped --timeout 0".to_owned(),
        "wait --for truncated --timeout 0".to_owned(),
    ];
    let mut calls = Vec::new();
    for situation in situations {
        for (number, line) in lines.iter().enumerate() {
            calls.push((situation, format!("{}-{number}", situation.name), line));
        }
    }
    let hints = Mutex::new(BTreeSet::new());
    in_parallel(&calls, |(situation, name, line)| {
        // A verb that is carried out changes the situation, so each call has an object of its own.
        situation.put(&place, name);
        let (verb, flags) = line.split_once(' ').unwrap_or((line, ""));
        let output = place.plugin().line(&format!("log {verb} {name} {flags}"));
        for hint in output.hints() {
            if hint.contains(PLUGIN) {
                let hint = hint
                    .replace("--cluster basic", "--cluster CLUSTER")
                    .replace(name.as_str(), "NAME")
                    .replace(&place.namespace, "NS");
                hints.lock().unwrap().insert((*situation, hint));
            }
        }
    });
    hints.into_inner().unwrap()
}

/// A log backup for one hint, alone on its TiDB cluster.
struct Object {
    name: String,
    cluster: String,
}

impl Object {
    fn numbered(number: usize) -> Self {
        Self {
            name: format!("h{number:03}"),
            cluster: format!("c{number:03}"),
        }
    }
}

/// What a hint says has to be done, or has to be so, before its commands.
fn prepare(place: &Place, operator: &StandIn, situation: &Situation, hint: &str, object: &Object) {
    let (name, cluster) = (&object.name, &object.cluster);
    let task_runs = hint.contains("resume the task outside the operator")
        || hint.contains("still finds the task");
    if task_runs {
        let start = situation.status["commitTs"].as_str().unwrap();
        let start = start.parse().unwrap();
        let pd = operator.pd();
        pd.start_outside(&place.namespace, cluster, name, start)
            .unwrap();
    }
    // The stand-in goes on with the Jobs that it finds.
    for (command, end) in &situation.jobs {
        if matches!(end, JobEnd::AtWork) {
            place.api().until(name, |object| {
                let status = &object["status"]["logSubCommandStatuses"][command]["phase"];
                !["Scheduled", "Prepare", "Running"].contains(&status.as_str().unwrap())
            });
        }
    }
}

/// Runs the commands of a hint, one after the other. Returns what the first one said that failed.
fn follow(place: &Place, hint: &str, object: &Object) -> Option<Output> {
    let hint = hint
        .replace("NAME", &object.name)
        .replace("CLUSTER", &object.cluster)
        .replace("NS", &place.namespace);
    let mut outputs = commands(&hint).map(|command| run(place, &command));
    outputs.find(|output| output.code != Some(0))
}

/// The commands of this program in a hint: from its name to the words that follow.
fn commands(hint: &str) -> impl Iterator<Item = String> {
    hint.split(PLUGIN).skip(1).map(|rest| {
        let ends = [", then", "; "]
            .into_iter()
            .filter_map(|end| rest.find(end));
        let end = ends.min().unwrap_or(rest.len());
        rest[..end].trim().to_owned()
    })
}

/// A command as a shell splits it; whoever follows a hint answers its question with yes.
fn run(place: &Place, command: &str) -> Output {
    let mut words = shlex::split(command).unwrap();
    if ["stop", "truncate"].contains(&words[1].as_str()) {
        words.push("--yes".to_owned());
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    place.plugin().run(&words)
}
