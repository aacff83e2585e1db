//! The object changes between the read and the write.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sandbox::fault_proxy::{Fault, Request};
use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::log::situations::{Moments, status, sub, sub_because};
use crate::support::{Output, Place};

fn is_patch(request: &Request) -> bool {
    request.method == "PATCH" && request.uri.contains("/backups/")
}

/// A healthy log backup that nobody moves.
fn running(dialect: Dialect) -> Place {
    let place = Place::new(dialect);
    let status = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
    let api = place.api();
    api.create_log("l1", &json!({"logSubcommand": "log-start"}), &status);
    place
}

/// Somebody makes `change` (once a try, as often as `times`) right before the plugin's patch arrives.
fn with_somebody(place: &Place, times: usize, change: Value) -> Output {
    beside("log pause l1", place, times, change)
}

fn beside(line: &str, place: &Place, times: usize, change: Value) -> Output {
    let api = place.api();
    let tries = Arc::new(AtomicUsize::new(0));
    let (plugin, _proxy) = place.plugin_behind(move |request| {
        if is_patch(request) {
            let before = tries.fetch_add(1, Ordering::Relaxed);
            if before < times {
                let text = change.to_string().replace("TRY", &before.to_string());
                api.patch("l1", &serde_json::from_str(&text).unwrap());
            }
        }
        None
    });
    plugin.line(&format!("{line} --wait=false"))
}

fn codes(place: &Place) -> Vec<u16> {
    place.written().iter().map(|write| write.code).collect()
}

#[test]
fn a_change_that_does_not_matter_is_tried_once_more() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let annotation = json!({"metadata": {"annotations": {"by": "somebody TRY"}}});
        let place = running(dialect);
        let output = with_somebody(&place, 1, annotation).exits(0);
        output.prints(&format!("{} patched", place.named("l1")));
        assert_eq!(codes(&place), [409, 200]);
        let object = place.api().get("l1");
        assert_eq!(object["spec"]["logSubcommand"], "log-pause");
        assert_eq!(object["metadata"]["annotations"]["by"], "somebody 0");
    }
}

/// It moves while the question stands, too, and `--keep` counts from the moment of the decision.
#[test]
fn a_checkpoint_that_moves_does_not_matter() {
    let until = format!("log truncate l1 --until {} --yes", Moments::now().cut);
    for line in ["log pause l1", "log truncate l1 --keep 1h --yes", &until] {
        let place = running(Dialect::V1);
        let checkpoint = (Moments::now().checkpoint + (30_000 << 18)).to_string();
        let moved = json!({"status": {"logCheckpointTs": checkpoint}});
        beside(line, &place, 1, moved).exits(0);
        assert_eq!(codes(&place), [409, 200], "{line}");
    }
}

#[test]
fn a_change_of_what_the_decision_rested_on_ends_with_9() {
    let rows = [
        json!({"spec": {"logSubcommand": "log-stop"}}),
        json!({"spec": {"logSubcommand": "log-pause"}}),
        json!({"spec": {"logTruncateUntil": Moments::now().cut.to_string()}}),
    ];
    for change in rows {
        let place = running(Dialect::V2);
        let output = with_somebody(&place, 1, change.clone())
            .exits(9)
            .one_error();
        assert!(
            output.error().contains("nothing was written"),
            "{change}: {output}"
        );
        assert_eq!(codes(&place), [409], "{change}");
        let spec = &place.api().get("l1")["spec"];
        for (key, value) in change["spec"].as_object().unwrap() {
            assert_eq!(&spec[key], value);
        }
    }
}

#[test]
fn a_change_before_every_try_ends_with_9_after_the_second() {
    let place = running(Dialect::V2);
    let annotation = json!({"metadata": {"annotations": {"by": "somebody TRY"}}});
    with_somebody(&place, usize::MAX, annotation)
        .exits(9)
        .one_error();
    assert_eq!(codes(&place), [409, 409]);
    assert_eq!(place.api().get("l1")["spec"]["logSubcommand"], "log-start");
}

#[test]
fn a_server_that_always_says_conflict() {
    let place = running(Dialect::V2);
    let (plugin, proxy) =
        place.plugin_behind(|request| is_patch(request).then_some(Fault::Status(409)));
    plugin.line("log stop l1 --yes").exits(9).one_error();
    let tries = proxy
        .requests()
        .iter()
        .filter(|request| is_patch(request))
        .count();
    assert_eq!(tries, 2);
    assert!(place.written().is_empty());
}

#[test]
fn deleted_before_the_write() {
    let place = running(Dialect::V2);
    let api = place.api();
    let (plugin, _proxy) = place.plugin_behind(move |request| {
        if is_patch(request) {
            api.delete("l1");
        }
        None
    });
    plugin.line("log pause l1").exits(1).one_error();
}

/// The retry of a sticky failure is two patches in v2; the second rests on the first, not on the object before it.
#[test]
fn somebody_changes_the_object_between_the_two_patches_of_a_retry() {
    let place = Place::new(Dialect::V2);
    let failed = status(
        "Running",
        Moments::now(),
        &[
            sub("log-start", "Complete"),
            sub_because("log-pause", "Failed", "PauseLogBackupFailed", "x"),
        ],
    );
    place
        .api()
        .create_log("l1", &json!({"logSubcommand": "log-start"}), &failed);
    let api = place.api();
    let mut patches = 0;
    let (plugin, _proxy) = place.plugin_behind(move |request| {
        if is_patch(request) {
            patches += 1;
            if patches == 2 {
                api.patch("l1", &json!({"spec": {"logSubcommand": "log-stop"}}));
            }
        }
        None
    });
    let output = plugin
        .line("log pause l1 --retry-failed --wait=false")
        .exits(9)
        .one_error();
    assert_eq!(place.api().get("l1")["spec"]["logSubcommand"], "log-stop");
    // The failure was cleared, so that "nothing was written" would be false.
    let error = output.error();
    let done = format!("{} was patched once before", place.named("l1"));
    assert!(error.contains(&done), "{output}");
    assert!(!error.contains("nothing was written"), "{output}");
}

/// The second patch of a retry meets a change that makes no difference: only that patch is sent again.
#[test]
fn a_change_between_the_two_patches_that_does_not_matter() {
    let place = Place::new(Dialect::V2);
    let failed = status(
        "Running",
        Moments::now(),
        &[
            sub("log-start", "Complete"),
            sub_because("log-pause", "Failed", "PauseLogBackupFailed", "x"),
        ],
    );
    let api = place.api();
    api.create_log("l1", &json!({"logSubcommand": "log-start"}), &failed);
    let mut patches = 0;
    let (plugin, _proxy) = place.plugin_behind(move |request| {
        if is_patch(request) {
            patches += 1;
            if patches == 2 {
                api.patch("l1", &json!({"metadata": {"annotations": {"a": "b"}}}));
            }
        }
        None
    });
    plugin
        .line("log pause l1 --retry-failed --wait=false")
        .exits(0)
        .prints(&format!("{} patched", place.named("l1")));
    assert_eq!(codes(&place), [200, 409, 200]);
    assert_eq!(place.api().get("l1")["spec"]["logSubcommand"], "log-pause");
}

/// An object that was deleted and created again under its name is another object, however alike the two are.
#[test]
fn another_object_under_the_same_name() {
    let place = running(Dialect::V2);
    let api = place.api();
    let mut first = true;
    let (plugin, _proxy) = place.plugin_behind(move |request| {
        if is_patch(request) && std::mem::take(&mut first) {
            api.delete("l1");
            let status = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
            api.create_log("l1", &json!({"logSubcommand": "log-start"}), &status);
        }
        None
    });
    plugin.line("log stop l1 --yes").exits(9).one_error();
    assert_eq!(place.api().get("l1")["spec"]["logSubcommand"], "log-start");
}
