//! Users who do anything in any order: what must hold in every case.

use serde_json::{Value, json};

use super::super::dialect::Dialect;
use super::super::document::{ObjectKey, list, text};
use super::super::mode::{Mode, Modes};
use super::super::observe::{Change, ObjectKind};
use super::trial::Trial;

/// Small numbers in a fixed order for each seed, so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len() as u64) as usize]
    }
}

fn act(t: &mut Trial, dice: &mut Dice) {
    match dice.roll(12) {
        0..=3 => {
            let orders = ["log-start", "log-pause", "log-stop"];
            let order = dice.pick(&orders);
            // The rule about `logStop` refuses some of these patches.
            let _refused = t.try_patch("l1", json!({"logSubcommand": order}));
        }
        4 => {
            let _refused = t.try_patch("l1", json!({"logSubcommand": null}));
        }
        5 => {
            let _refused = t.try_patch("l1", json!({"logSubcommand": null, "logStop": true}));
        }
        6 | 7 => {
            let seconds = dice.roll(120) as i64 - 100;
            let until = t.tso(seconds);
            t.patch("l1", json!({"logTruncateUntil": until}));
        }
        8 => t.next(Mode::BrFail("chaos".into())),
        9 => t.next(Mode::Die),
        10 => {
            let command = dice.pick(&[
                "log-start",
                "log-pause",
                "log-resume",
                "log-stop",
                "log-truncate",
            ]);
            t.forget("l1", command);
        }
        _ => t.wait(dice.roll(90)),
    }
}

/// The types of the conditions of the whole status.
fn kinds(backup: &Value) -> Vec<String> {
    let conditions = list(backup, "/status/conditions").iter();
    conditions
        .map(|condition| text(condition, "/type").to_owned())
        .collect()
}

fn check(t: &Trial, before: &Value) {
    let backup = t.get("l1");
    for kind in kinds(before) {
        assert!(
            kinds(&backup).contains(&kind),
            "condition {kind} is gone: {backup:#}"
        );
    }
    let commit = text(before, "/status/commitTs");
    if !commit.is_empty() {
        assert_eq!(
            text(&backup, "/status/commitTs"),
            commit,
            "commitTs never changes"
        );
    }
    let phase = text(&backup, "/status/phase");
    let tasks = t.engine.cache.pd.tasks().count();
    assert!(tasks <= 1, "one task a cluster");
    if phase == "Stopped" && t.memory.jobs.is_empty() {
        assert_eq!(tasks, 0, "{backup:#}");
    }
}

#[test]
fn whatever_users_do() {
    for dialect in [Dialect::V2, Dialect::V1, Dialect::V1LogStop] {
        for seed in 0..25 {
            let mut dice = Dice(seed);
            let mut t = Trial::new(dialect);
            t.log("l1", json!({}));
            for turn in 0..25 {
                let before = t.get("l1");
                act(&mut t, &mut dice);
                let quiet = t.settled();
                assert!(quiet, "{dialect:?} seed {seed} turn {turn} never settles");
                check(&t, &before);
            }
            t.delete("l1");
            t.wait(600);
            let left = t.get("l1");
            // Only a stop Job that died keeps the Backup; deleting that Job frees it (docs/operators.md, "A stop Job that died holds the
            // log backup").
            if !t.is_gone("l1") {
                assert!(
                    t.jobs().contains(&"stop-l1".to_owned()),
                    "{dialect:?} seed {seed} {left:#}"
                );
                t.engine.modes = Modes::default();
                t.delete_job("stop-l1");
                assert!(t.is_gone("l1"), "{dialect:?} seed {seed} {left:#}");
            }
            assert!(t.jobs().is_empty(), "{:?}", t.jobs());
        }
    }
}

/// A watch reports later than the answers to the stand-in's own requests: what it still says about a Job that is gone is stale.
#[test]
fn a_watch_that_lags_changes_nothing() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let mut t = Trial::new(dialect);
        t.log("l1", json!({}));
        t.next(Mode::Hang);
        t.patch("l1", json!({"logSubcommand": "log-pause"}));
        let job = t.memory.jobs.values().next().unwrap().clone();
        t.delete_job(text(&job, "/metadata/name"));
        t.next(Mode::Die);
        let jobs = t.jobs();
        t.observe(Change::Seen(ObjectKind::Job, job.clone()));
        t.observe(Change::Deleted(ObjectKind::Job, job.clone()));
        assert_eq!(t.jobs(), jobs, "{dialect:?}");
        let left = t.engine.modes.take(&ObjectKey::from_object(&job));
        assert_eq!(
            left,
            Mode::Die,
            "{dialect:?}: a pod started for a Job that is gone"
        );
    }
}
