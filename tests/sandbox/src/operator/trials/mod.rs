//! What was seen of the real controllers, played against the stand-in: documents in, documents out, no server and no
//! sleeping. Each play names the rule of `docs/operators.md` that it shows.
//!
//! A status is written in one line: `phase | conditions | sub-commands`. A condition is its type, with `/Reason` when the reason
//! differs from the type, and `=False` when the condition is False.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod chaos;
mod deletions;
mod jobs_and_pods;
mod kept;
mod memory;
mod restore_stage;
mod restores;
mod trial;
mod v1_compactions;
mod v1_kernel;
mod v1_log;
mod v1_log_jobs;
mod v1_log_stop;
mod v1_rest;
mod v1_restores;
mod v1_schedule_care;
mod v1_schedules;
mod v2_delete;
mod v2_failures;
mod v2_log;
mod v2_log_jobs;
mod v2_refusals;
mod v2_restores;
mod v2_schedules;
mod v2_snapshot;
mod v2_truncate;

use super::dialect::Dialect;
use super::document::ObjectKey;
use super::rules::{RuleEvidence, rules};
use trial::Trial;

/// One play: the rules of `docs/operators.md` that it shows, with `; ` between them, what was seen, and the play itself.
type Row = (&'static str, &'static str, fn(&mut Trial));

/// Rules that were seen and that no play shows, and why.
const NOT_PLAYED: &[(&str, &str)] = &[
    (
        "Short names prefer v2",
        "the API server decides what a short name means",
    ),
    (
        "v2 has a status subresource",
        "tests/operator shows it on a real API server",
    ),
    (
        "v1 has no status subresource",
        "tests/operator shows it on a real API server",
    ),
];

/// All plays by generation.
const PLAYS: [(&str, &[&[Row]]); 2] = [
    (
        "v2",
        &[
            v2_log::START_TO_STOP,
            v2_log_jobs::ROWS,
            v2_truncate::TRUNCATE,
            v2_failures::FAILURES,
            v2_refusals::REFUSALS,
            v2_refusals::NAMES_AND_CHECKPOINT,
            v2_schedules::ROWS,
            v2_delete::ROWS,
            v2_snapshot::ROWS,
            deletions::ROWS,
            jobs_and_pods::PODS,
            restores::BOTH,
            v2_restores::ROWS,
        ],
    ),
    (
        "v1",
        &[
            v1_log::START_TO_TRUNCATE,
            v1_log::FAILURES,
            v1_log_jobs::ROWS,
            v1_log_jobs::ERROR_PAUSES,
            v1_kernel::KERNEL_SYNC,
            v1_rest::REFUSALS,
            v1_rest::DELETION,
            v1_rest::RETRY_AND_NAMES,
            v1_schedules::ROWS,
            v1_schedule_care::ROWS,
            v1_compactions::ROWS,
            deletions::ROWS,
            jobs_and_pods::PODS,
            restores::BOTH,
            v1_restores::ROWS,
            v1_restores::PRUNE,
        ],
    ),
];

/// Two things are not played: what was seen only in an operator's log, and what depends on the speed of a machine, such as the exact
/// seconds of a back-off.
#[test]
fn every_rule_that_was_seen_is_played() {
    let mut missing = Vec::new();
    for (heading, rule) in rules() {
        let named = NOT_PLAYED.iter().any(|(named, _)| named == heading);
        for (generation, plays) in PLAYS {
            let evidence = match generation {
                "v1" => rule.v1,
                _ => rule.v2,
            };
            let mut shown = plays
                .iter()
                .copied()
                .flatten()
                .flat_map(|row| row.0.split("; "));
            let played = shown.any(|shown| shown == *heading);
            if evidence == Some(RuleEvidence::Seen) && !named && !played {
                missing.push(format!("{generation}: {heading}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_play_shows_a_rule() {
    let rules = rules();
    let plays = PLAYS
        .iter()
        .flat_map(|(_, plays)| plays.iter().copied().flatten());
    for (headings, observed, _) in plays {
        for heading in headings.split("; ") {
            assert!(rules.contains_key(heading), "{heading:?}: {observed}");
        }
    }
}

/// Plays rows, each on a fresh cluster, and says which play went wrong.
fn play(dialect: Dialect, rows: &[Row]) {
    for (rule, observed, play) in rows {
        let outcome = std::panic::catch_unwind(|| play(&mut Trial::new(dialect)));
        if let Err(panic) = outcome {
            let text = panic
                .downcast_ref::<String>()
                .cloned()
                .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            panic!("{rule}\nseen: {observed}\n{}", text.unwrap_or_default());
        }
    }
}

/// The key of an object in the namespace of the plays.
fn key(name: &str) -> ObjectKey {
    ObjectKey::new("t1", name)
}
