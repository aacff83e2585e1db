//! A Job that died says nothing in the status (docs/operators.md, "A dead log Job hangs for ever on v1" and "A dead log Job is made
//! again on v2"): only the Job shows that the sub-command can never end.

use sandbox::control_plane::Identity;
use sandbox::operator::{Dialect, Mode};
use serde_json::{Value, json};

use super::life::{START, started};
use super::situations::{JobEnd, Moments, put_job, status, sub};
use crate::support::{Output, Place, tso_ago};

fn item(output: &Output) -> Value {
    output.json()["items"][0].clone()
}

/// State, health and reasons of `l1`, by `log status --check` with this exit code.
#[track_caller]
fn judged(place: &Place, code: i32) -> (Value, Value, Value) {
    let output = place
        .plugin()
        .line("log status l1 --check -o json --max-lag 3h,4h");
    let item = item(&output.exits(code));
    (
        item["state"].clone(),
        item["health"].clone(),
        item["reasons"].clone(),
    )
}

#[test]
fn a_pause_whose_pod_died() {
    let place = Place::new(Dialect::V1);
    let operator = place.operator();
    let plugin = place.plugin();
    started(&place);
    operator.next_job_of("*-log-pause", Mode::Die);
    let failed = plugin.line("log pause l1").exits(3).one_error();
    assert!(failed.error().contains("backup-l1-log-pause"), "{failed}");
    assert!(failed.hints()[0].ends_with("--retry-failed"), "{failed}");
    let critical = (json!("Failed"), json!("critical"), json!(["StickyFailure"]));
    assert_eq!(judged(&place, 7), critical);

    let before = place.written().len();
    let refused = plugin.line("log pause l1").exits(5).one_error();
    assert!(refused.error().contains("stays failed"), "{refused}");
    assert_eq!(place.written().len(), before);

    // The spec asks for a running task again: the task runs, and the dead pause is not under way.
    let running = format!("{} running", place.named("l1"));
    plugin.line("log resume l1").exits(0).prints(&running);
    let warning = (json!("Running"), json!("warning"), json!(["StickyFailure"]));
    assert_eq!(judged(&place, 6), warning);
    plugin.line("log pause l1").exits(5).one_error();
    let retried = plugin.line("log pause l1 --retry-failed").exits(0);
    retried.prints(&format!("{} paused", place.named("l1")));
}

#[test]
fn a_start_whose_pod_never_ran() {
    let place = Place::new(Dialect::V1);
    let operator = place.operator();
    let plugin = place.plugin();
    operator.next_job_of("*-log-start", Mode::Early);
    let failed = plugin.line(START).exits(3).one_error();
    assert!(failed.error().contains("backup-l1-log-start"), "{failed}");
    let (state, health, _) = judged(&place, 7);
    assert_eq!((state, health), (json!("Failed"), json!("critical")));
    plugin.line("log start l1").exits(5).one_error();
    let retried = plugin.line("log start l1 --retry-failed").exits(0);
    retried.prints(&format!("{} running", place.named("l1")));
}

/// For a truncation another target is a way out as well.
#[test]
fn a_truncation_whose_pod_died() {
    let place = Place::new(Dialect::V1);
    let operator = place.operator();
    let plugin = place.plugin();
    started(&place);
    let target = tso_ago(3600);
    let until = |target: u64| format!("log truncate l1 --until {target} --yes");
    for way_out in [
        until(target + 1),
        format!("{} --retry-failed", until(target + 2)),
    ] {
        operator.next_job_of("*-log-truncate", Mode::Die);
        let died = match way_out.contains("--retry-failed") {
            true => until(target + 2),
            false => until(target),
        };
        plugin.line(&died).exits(3).one_error();
        assert_eq!(judged(&place, 7).0, json!("Failed"));
        plugin.line(&died).exits(5).one_error();
        let output = plugin.line(&way_out).exits(0);
        output.prints(&format!("{} truncated", place.named("l1")));
        let (state, health, _) = judged(&place, 0);
        assert_eq!((state, health), (json!("Running"), json!("ok")));
    }
}

#[test]
fn a_job_that_somebody_deleted() {
    let place = Place::new(Dialect::V1);
    let operator = place.operator();
    let plugin = place.plugin();
    started(&place);
    operator.next_job_of("*-log-pause", Mode::Hang);
    plugin.line("log pause l1 --wait=false").exits(0);
    place.api().until("l1", |object| {
        object["status"]["logSubCommandStatuses"]["log-pause"]["phase"] == "Running"
    });
    assert_eq!(judged(&place, 0).0, json!("Pausing"));
    place.kubectl("delete job backup-l1-log-pause");
    assert_eq!(judged(&place, 7).0, json!("Failed"));
    let failed = plugin.line("log wait l1 --for paused").exits(3).one_error();
    assert!(failed.error().contains("is gone"), "{failed}");
    plugin.line("log pause l1 --retry-failed").exits(0);
}

/// v2 makes a dead Job again without a pause; a wait says so, and goes on.
#[test]
fn a_job_that_is_made_again_and_again() {
    let place = Place::new(Dialect::V2);
    let operator = place.operator();
    let plugin = place.plugin();
    started(&place);
    operator.set_mode("*-log-pause", Mode::Die);
    let mut waiting = plugin.start(&["log", "pause", "l1"]);
    waiting.until_said("created again and again");
    operator.set_mode("*-log-pause", Mode::Ok);
    let output = waiting.finish().exits(0);
    output.prints(&format!("{} paused", place.named("l1")));
}

/// What is not known is not healthy.
#[test]
fn without_the_right_to_read_jobs() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        let pausing = status(
            "Running",
            Moments::now(),
            &[sub("log-start", "Complete"), sub("log-pause", "Running")],
        );
        let wanted = json!({"logSubcommand": "log-pause"});
        place.api().create_log("l1", &wanted, &pausing);
        put_job(&place, "backup-l1-log-pause", "l1", JobEnd::AtWork);
        let line = "log status --check -o json";
        let seen = place.plugin().line(line).exits(0);
        assert_eq!(item(&seen)["health"], "ok");
        only_backups(&place);
        let blind = place.plugin_as(Identity::Nobody);
        let unknown = blind.line(line).exits(6);
        assert_eq!(item(&unknown)["health"], "unknown");
        assert_eq!(item(&unknown)["state"], "Pausing");
        let table = blind.line("log status").exits(0);
        table.says("cannot be read");
    }
}

/// Grants [`Identity::Nobody`] the Backups of the namespace, and nothing else.
fn only_backups(place: &Place) {
    let rbac = format!(
        "/apis/rbac.authorization.k8s.io/v1/namespaces/{}",
        place.namespace
    );
    let role = json!({
        "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role", "metadata": {"name": "backups"},
        "rules": [{"apiGroups": [place.dialect.operator().group()], "resources": ["backups"],
                   "verbs": ["get", "list", "watch", "patch"]}],
    });
    let binding = json!({
        "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "RoleBinding", "metadata": {"name": "backups"},
        "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "backups"},
        "subjects": [{"apiGroup": "rbac.authorization.k8s.io", "kind": "User", "name": Identity::Nobody.user()}],
    });
    place.api().ask("POST", &format!("{rbac}/roles"), &role);
    place
        .api()
        .ask("POST", &format!("{rbac}/rolebindings"), &binding);
}

/// One list of Jobs for all log backups, and none where nothing is in flight.
#[test]
fn how_often_jobs_are_asked_for() {
    let place = Place::new(Dialect::V1);
    let moments = Moments::now();
    let running = status("Running", moments, &[sub("log-start", "Complete")]);
    let wanted = json!({"logSubcommand": "log-start"});
    place.api().create_log("idle", &wanted, &running);
    let jobs_asked = || {
        let asked = place.asked();
        asked
            .iter()
            .filter(|event| event.uri.contains("/jobs"))
            .count()
    };
    place.plugin().line("log status").exits(0);
    assert_eq!(jobs_asked(), 0);
    let pausing = status(
        "Running",
        moments,
        &[sub("log-start", "Complete"), sub("log-pause", "Running")],
    );
    let wanted = json!({"logSubcommand": "log-pause"});
    for name in ["a", "b", "c"] {
        place.api().create_log(name, &wanted, &pausing);
        put_job(
            &place,
            &format!("backup-{name}-log-pause"),
            name,
            JobEnd::AtWork,
        );
    }
    place.plugin().line("log status").exits(0);
    assert_eq!(jobs_asked(), 1);
}
