//! Every hint that is a command works when it is pasted in the situation that produced it.
//!
//! For each situation of the transition tables, each verb and `log status` are run, and every command of this program in their hints
//! is run again in a place of its own, with the stand-in operator at work. The commands of one hint are steps, in order.

use std::collections::BTreeSet;
use std::sync::Mutex;

use sandbox::operator::{Dialect, StandIn};

use super::situations::{self, Moments, Situation};
use crate::support::{Output, Place};

const PLUGIN: &str = "kubectl tidb-br ";

#[test]
fn of_v2() {
    every_hint_runs(Dialect::V2, 20);
}

#[test]
fn of_v1() {
    every_hint_runs(Dialect::V1, 20);
}

#[test]
fn of_v1_that_only_knows_log_stop() {
    every_hint_runs(Dialect::V1LogStop, 5);
}

/// `at_least` guards against a test that finds no hints any more.
#[track_caller]
fn every_hint_runs(dialect: Dialect, at_least: usize) {
    let moments = Moments::now();
    let situations = situations::all(dialect, moments);
    let hints: Vec<(&Situation, String)> = situations
        .iter()
        .flat_map(|situation| {
            let hints = hints_in(dialect, moments, situation);
            hints.into_iter().map(move |hint| (situation, hint))
        })
        .collect();
    assert!(
        hints.len() >= at_least,
        "{} hints: {hints:?}",
        hints.len(),
        hints = names(&hints)
    );
    let next = Mutex::new(hints.iter());
    let failures = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                loop {
                    let Some((situation, hint)) = next.lock().unwrap().next() else {
                        break;
                    };
                    if let Err(failure) = follow(dialect, situation, hint) {
                        let failure = format!("{}: {hint}\n{failure}", situation.name);
                        failures.lock().unwrap().push(failure);
                    }
                }
            });
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

fn names(hints: &[(&Situation, String)]) -> Vec<String> {
    let names = hints.iter();
    names
        .map(|(situation, hint)| format!("{}: {hint}", situation.name))
        .collect()
}

/// The hints of all verbs and of `log status` in one situation that hold a command of this program, for a log backup `l1`.
fn hints_in(dialect: Dialect, moments: Moments, situation: &Situation) -> BTreeSet<String> {
    let cut = moments.cut.to_string();
    let lines = [
        "log start l1 --wait=false".to_owned(),
        "log pause l1 --wait=false".to_owned(),
        "log resume l1 --wait=false".to_owned(),
        "log stop l1 --wait=false --yes".to_owned(),
        format!("log truncate l1 --until {cut} --wait=false --yes"),
        "log status l1".to_owned(),
        "log wait l1 --timeout 0".to_owned(),
        "log wait l1 --for paused --timeout 0".to_owned(),
    ];
    let mut hints = BTreeSet::new();
    for line in lines {
        // A verb that is carried out changes the situation, so each has a place of its own.
        let place = Place::new(dialect);
        situation.put(&place, "l1");
        let output = place.plugin().line(&line);
        let with_commands = output
            .hints()
            .into_iter()
            .filter(|hint| hint.contains(PLUGIN));
        hints.extend(with_commands.map(|hint| hint.replace(&place.namespace, "NS")));
    }
    hints
}

/// Runs the commands of a hint, one after the other, where the situation is and the operator works.
fn follow(dialect: Dialect, situation: &Situation, hint: &str) -> Result<(), String> {
    let place = Place::new(dialect);
    situation.put(&place, "l1");
    let operator = place.operator();
    prepare(&place, &operator, situation, hint);
    for command in commands(&hint.replace("NS", &place.namespace)) {
        let output = run(&place, &command);
        if output.code != Some(0) {
            return Err(output.to_string());
        }
    }
    Ok(())
}

/// What the hint says has to be done or to be so before its commands.
fn prepare(place: &Place, operator: &StandIn, situation: &Situation, hint: &str) {
    let task_runs = hint.contains("`br log resume --task-name=l1`")
        || hint.contains("if `br log status --task-name=l1` still finds the task");
    if task_runs {
        let start = situation.status["commitTs"].as_str().unwrap();
        let start = start.parse().unwrap();
        let pd = operator.pd();
        // The stand-in takes over what is on track only once it has seen it.
        place.api().until("l1", |_| {
            pd.tasks().iter().any(|(name, _)| name == "l1")
                || pd
                    .start_outside(&place.namespace, "basic", "l1", start)
                    .is_ok()
        });
    }
    for (command, _) in &situation.jobs {
        operator.let_finish(&place.namespace, &format!("backup-l1-{command}"));
    }
}

/// The commands of this program in a hint: from its name to the words that follow.
fn commands(hint: &str) -> Vec<String> {
    let after_the_first = hint.split(PLUGIN).skip(1);
    after_the_first
        .map(|rest| {
            let ends = [", then", "; "]
                .into_iter()
                .filter_map(|end| rest.find(end));
            let end = ends.min().unwrap_or(rest.len());
            rest[..end].trim().to_owned()
        })
        .collect()
}

/// A command as a shell splits it; who follows a hint answers its question with yes.
fn run(place: &Place, command: &str) -> Output {
    let mut words = shlex::split(command).unwrap();
    let asks = ["stop", "truncate"].contains(&words[1].as_str());
    if asks {
        words.push("--yes".to_owned());
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    place.plugin().run(&words)
}
