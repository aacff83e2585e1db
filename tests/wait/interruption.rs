//! A wait that does not go as it should.

use sandbox::control_plane::Identity;
use sandbox::fault_proxy::{Fault, Part};
use sandbox::operator::Dialect;
use serde_json::json;

use crate::log::situations::{Moments, status, sub};
use crate::support::{Place, Plugin};

/// A healthy log backup that nobody moves.
fn running() -> Place {
    let place = Place::new(Dialect::V2);
    let status = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
    place
        .api()
        .create_log("l1", &json!({"logSubcommand": "log-start"}), &status);
    place
}

fn until_asked(place: &Place) {
    place.api().until("l1", |object| {
        object["spec"]["logSubcommand"] == "log-pause"
    });
}

/// What the operator writes when the pause is done.
fn pause(place: &Place) {
    let paused = status(
        "Paused",
        Moments::now(),
        &[sub("log-start", "Complete"), sub("log-pause", "Complete")],
    );
    place.api().patch_status("l1", &paused);
}

#[test]
fn the_object_is_deleted() {
    let place = running();
    let waiting = place.plugin().start(&["log", "pause", "l1", "-o", "json"]);
    until_asked(&place);
    place.api().delete("l1");
    let output = waiting.finish().exits(3).one_error();
    assert!(output.error().contains("deleted while waiting"), "{output}");
    assert_eq!(
        output.json()["metadata"]["name"],
        "l1",
        "printed once, also then"
    );
}

#[test]
fn ctrl_c_undoes_nothing() {
    let place = running();
    let waiting = place.plugin().start(&["log", "pause", "l1"]);
    until_asked(&place);
    // The patch is sent before the signal is listened for.
    let mut waiting = waiting;
    waiting.until_said("Running");
    waiting.interrupt();
    let output = waiting.finish().exits(130).one_error().prints("");
    assert!(output.error().contains("nothing was undone"), "{output}");
    assert_eq!(place.api().get("l1")["spec"]["logSubcommand"], "log-pause");
    assert_eq!(place.written().len(), 1);
}

#[test]
fn the_time_runs_out() {
    let place = running();
    let rows = ["log pause l1 --timeout 0", "log pause l1 --timeout 1s"];
    for line in rows {
        let output = place.plugin().line(line).exits(4).one_error();
        assert!(output.error().contains("last seen: Running"), "{output}");
    }
}

#[test]
fn the_server_goes_away_and_comes_back() {
    let place = running();
    let replica = place.server.replica().unwrap();
    let plugin = Plugin::with(
        &replica
            .kubeconfig(Identity::Admin, &place.namespace)
            .unwrap(),
    );
    let mut waiting = plugin.start(&["log", "pause", "l1"]);
    until_asked(&place);
    waiting.until_said("Running");
    replica.stop();
    pause(&place);
    replica.start().unwrap();
    let output = waiting.finish().exits(0);
    output.prints(&format!("{} paused", place.named("l1")));
}

/// Each fault meets the first watch; the wait must find its end nevertheless.
#[test]
fn a_watch_that_breaks_or_expires() {
    let faults = [
        Fault::WatchExpired,
        Fault::CutAfter(Part::Lines(1)),
        Fault::Cut,
        Fault::Status(410),
        Fault::Status(500),
        Fault::RetryAfter(429, 1),
        Fault::Html(502),
    ];
    std::thread::scope(|scope| {
        for fault in faults {
            scope.spawn(move || {
                let place = running();
                let mut rule = Some(fault.clone());
                let (plugin, _proxy) =
                    place.plugin_behind(move |request| match request.uri.contains("watch=") {
                        true => rule.take(),
                        false => None,
                    });
                let waiting = plugin.start(&["log", "pause", "l1"]);
                until_asked(&place);
                pause(&place);
                let output = waiting.finish();
                assert_eq!(output.code, Some(0), "{fault:?}: {output}");
            });
        }
    });
}

/// An answer that is lost leaves open whether the write happened: the plugin looks at the object and says what is so.
#[test]
fn the_answer_to_the_patch_is_lost() {
    let rows = [
        // The fault of the patch, whether the object can be looked at afterwards, exit code, words, whether it was patched.
        (
            Fault::AnswerLost,
            true,
            0,
            "log1 was patched all the same",
            true,
        ),
        (
            Fault::AnswerLost,
            false,
            1,
            "may have been carried out",
            true,
        ),
        (
            Fault::Cut,
            true,
            1,
            "log1 was unchanged when looked at",
            false,
        ),
        (
            Fault::Html(502),
            true,
            1,
            "log1 was unchanged when looked at",
            false,
        ),
        (
            Fault::Status(504),
            false,
            1,
            "may have been carried out",
            false,
        ),
    ];
    for (fault, readable, code, words, patched) in rows {
        let place = running();
        let mut lost = false;
        let what = format!("{fault:?} {readable}");
        let (plugin, _proxy) = place.plugin_behind(move |request| {
            let is_patch = request.method == "PATCH";
            if lost && !is_patch && !readable {
                return Some(Fault::Status(403));
            }
            lost |= is_patch;
            is_patch.then(|| fault.clone())
        });
        let output = plugin.line("log pause l1 --wait=false").exits(code);
        let words = words.replace("log1", &place.named("l1"));
        assert!(output.stderr.contains(&words), "{what}: {output}");
        assert_eq!(output.stdout.is_empty(), code != 0, "{what}: {output}");
        let asked = &place.api().get("l1")["spec"]["logSubcommand"];
        assert_eq!(asked == "log-pause", patched, "{what}");
    }
}

#[test]
fn retry_failed_is_not_an_end() {
    let place = running();
    let mut waiting = place.plugin().start(&["log", "pause", "l1"]);
    until_asked(&place);
    let failing = crate::log::situations::sub_because(
        "log-pause",
        "RetryFailed",
        "CreateBackupJobFailed",
        "quota exceeded",
    );
    let retried = status(
        "Running",
        Moments::now(),
        &[sub("log-start", "Complete"), failing],
    );
    place.api().patch_status("l1", &retried);
    waiting.until_said("quota exceeded");
    pause(&place);
    waiting.finish().exits(0);
}
