//! A Job at work does not say what the spec asks for by now (docs/operators.md, "A later sub-command follows by itself").

use sandbox::operator::{Dialect, Mode, StandIn};
use serde_json::json;

use super::life::started;
use crate::support::Place;

const WITH_SUBCOMMANDS: [Dialect; 2] = [Dialect::V2, Dialect::V1];

fn until_running(place: &Place, command: &str) {
    place.api().until("l1", |object| {
        object["status"]["logSubCommandStatuses"][command]["phase"] == "Running"
    });
}

fn until_asked(place: &Place, command: &str) {
    place
        .api()
        .until("l1", |object| object["spec"]["logSubcommand"] == command);
}

fn patched(place: &Place, line: &str) {
    let output = place.plugin().line(line).exits(0);
    output.prints(&format!("{} patched", place.named("l1")));
}

fn let_finish(operator: &StandIn, place: &Place, job: &str) {
    assert!(operator.let_finish(&place.namespace, job), "{job}");
}

/// The Job of the first pause is still at work, but nobody asks for a pause any more: it has to be asked for again.
#[test]
fn a_pause_that_was_taken_back_is_written_again() {
    for dialect in WITH_SUBCOMMANDS {
        let place = Place::new(dialect);
        let operator = place.operator();
        started(&place);
        operator.next_job_of("*-log-pause", Mode::Hang);
        patched(&place, "log pause l1 --wait=false");
        until_running(&place, "log-pause");
        patched(&place, "log resume l1 --wait=false");
        let pausing = place.plugin().start(&["log", "pause", "l1"]);
        until_asked(&place, "log-pause");
        let_finish(&operator, &place, "backup-l1-log-pause");
        let output = pausing.finish().exits(0);
        output.prints(&format!("{} paused", place.named("l1")));
        // It stays so: nothing is left that would resume it.
        let object = place.api().until_phase("l1", "Paused");
        assert_eq!(object["spec"]["logSubcommand"], "log-pause", "{object}");
    }
}

#[test]
fn a_resume_that_was_taken_back_is_written_again() {
    for dialect in WITH_SUBCOMMANDS {
        let place = Place::new(dialect);
        let operator = place.operator();
        started(&place);
        place.plugin().line("log pause l1").exits(0);
        operator.next_job_of("*-log-resume", Mode::Hang);
        patched(&place, "log resume l1 --wait=false");
        until_running(&place, "log-resume");
        patched(&place, "log pause l1 --wait=false");
        let resuming = place.plugin().start(&["log", "resume", "l1"]);
        until_asked(&place, "log-start");
        let_finish(&operator, &place, "backup-l1-log-resume");
        let output = resuming.finish().exits(0);
        output.prints(&format!("{} running", place.named("l1")));
        let object = place.api().until_phase("l1", "Running");
        assert_eq!(object["spec"]["logSubcommand"], "log-start", "{object}");
    }
}

/// Whoever takes a pause back waits until the task runs again, and not only until the pause has ended.
#[test]
fn taking_a_pause_back_waits_for_the_resume_that_follows() {
    for dialect in WITH_SUBCOMMANDS {
        let place = Place::new(dialect);
        let operator = place.operator();
        started(&place);
        operator.next_job_of("*-log-pause", Mode::Hang);
        patched(&place, "log pause l1 --wait=false");
        until_running(&place, "log-pause");
        let resuming = place.plugin().start(&["log", "resume", "l1"]);
        until_asked(&place, "log-start");
        operator.hold("*-log-resume");
        let_finish(&operator, &place, "backup-l1-log-pause");
        place.api().until_phase("l1", "Paused");
        let item = place.plugin().line("log status l1 -o json").exits(0).json();
        assert_eq!(item["items"][0]["state"], json!("Resuming"), "{item}");
        place.api().until("l1", |object| {
            object["status"]["logSubCommandStatuses"]["log-resume"]["phase"] == "Scheduled"
        });
        let_finish(&operator, &place, "backup-l1-log-resume");
        let output = resuming.finish().exits(0);
        output.prints(&format!("{} running", place.named("l1")));
        assert_eq!(place.api().get("l1")["status"]["phase"], "Running");
    }
}
