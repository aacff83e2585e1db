//! The audit log of the real server proves how many requests a command sends, and that nothing is written.

use sandbox::control_plane::{AuditEvent, ControlPlane, Identity, Mark, World};
use sandbox::operator::Dialect;
use serde_json::json;

use crate::log::situations::{Moments, status, sub, sub_because};
use crate::support::{Place, tso_ago};

/// A server of its own, so that every request of the administrator is one of these tests.
fn alone(dialect: Dialect) -> Place {
    let world = match dialect {
        Dialect::V2 => World::V2,
        _ => World::V1,
    };
    let server = ControlPlane::shared().unwrap().world(world).unwrap();
    let place = Place::on(std::sync::Arc::new(server.replica().unwrap()), dialect);
    let running = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
    let api = place.api();
    api.create_log("l1", &json!({"logSubcommand": "log-start"}), &running);
    let failed = sub_because("log-pause", "Failed", "PauseLogBackupFailed", "x");
    let sticky = status(
        "Running",
        Moments::now(),
        &[sub("log-start", "Complete"), failed],
    );
    api.create_log("sticky", &json!({"logSubcommand": "log-pause"}), &sticky);
    let stopped = status("Stopped", Moments::now(), &[sub("log-stop", "Complete")]);
    api.create_log("stopped", &json!({"logSubcommand": "log-stop"}), &stopped);
    place
}

fn asked(place: &Place, mark: Mark) -> Vec<AuditEvent> {
    let all = |event: &AuditEvent| event.is_by(Identity::Admin);
    place.server.audit(mark, all).unwrap()
}

/// Discovery asks `/api` and `/apis` (or every group); one group's own document is enough for us.
fn is_full_discovery(event: &AuditEvent) -> bool {
    let path = event.uri.split('?').next().unwrap_or_default();
    matches!(
        path.trim_end_matches('/'),
        "/api" | "/apis" | "/openapi/v2" | "/openapi/v3"
    )
}

#[test]
fn requests_writes_and_discovery() {
    std::thread::scope(|scope| {
        for dialect in [Dialect::V2, Dialect::V1] {
            scope.spawn(move || {
                let place = alone(dialect);
                few_requests(&place);
                nothing_is_written(&place);
                declined(&place);
                let all = asked(&place, Mark::default());
                assert!(all.len() > 30, "the log shows what the plugin asked");
                let discovery: Vec<&AuditEvent> = all
                    .iter()
                    .filter(|event| is_full_discovery(event))
                    .collect();
                assert!(discovery.is_empty(), "{discovery:?}");
            });
        }
    });
}

/// The most that a command may ask, with no cache on disk.
fn few_requests(place: &Place) {
    let rows = [
        ("log pause l1 --wait=false", 3),
        ("log resume l1 --wait=false", 3),
        ("log status", 2),
        ("log status l1", 2),
        ("log show l1", 2),
        ("restore list", 2),
        ("backup list", 2),
        ("backup show l1", 2),
        ("version --client", 0),
        ("tso 436569119308644661", 0),
        ("completion bash", 0),
        ("log pause -f FILE --dry-run=client", 0),
        (
            "backup create s1 --cluster basic --storage s3://b/p --dry-run=client",
            0,
        ),
    ];
    let named =
        "--cluster basic --storage s3://b/p --preflight=off --dry-run=server --operator OPERATOR";
    let creates = [
        (format!("backup create s1 {named}"), 2),
        (format!("restore create r1 {named}"), 2),
    ];
    let rows = rows.map(|(line, most)| (line.to_owned(), most));
    let operator = place.dialect.operator().to_string();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("log.yaml");
    let manifest = place.plugin().line("log show l1 -o yaml").exits(0).stdout;
    std::fs::write(&file, manifest).unwrap();
    for (line, most) in rows.into_iter().chain(creates) {
        let mark = place.server.mark().unwrap();
        let plugin = place.plugin();
        plugin
            .line(
                &line
                    .replace("FILE", file.to_str().unwrap())
                    .replace("OPERATOR", &operator),
            )
            .exits(0);
        let requests: Vec<String> = asked(place, mark)
            .iter()
            .map(|event| format!("{} {}", event.verb, event.uri))
            .collect();
        assert!(requests.len() <= most, "{line}: {requests:#?}");
        assert!(plugin.left_behind().is_empty(), "no cache on disk");
    }
}

/// Refused, not confirmed, or a dry run: every write carries `dryRun=All`, and client dry runs send none at all.
fn nothing_is_written(place: &Place) {
    let mark = place.server.mark().unwrap();
    let create = "backup create s1 --cluster basic --storage s3://b/p";
    let start = "log start l9 --cluster other --storage s3://b/l9";
    let second = "log start l8 --cluster basic --storage s3://b/l8";
    let future = tso_ago(-3600);
    let rows: Vec<(String, i32, bool)> = vec![
        ("log stop l1".into(), 5, false),
        ("log truncate l1 --keep 1h".into(), 5, false),
        (format!("log truncate l1 --until {future} -y"), 5, false),
        ("log pause sticky".into(), 5, false),
        ("log pause stopped".into(), 5, false),
        ("log start stopped".into(), 5, false),
        ("log start stopped --dry-run=client".into(), 5, false),
        ("log start l1 --dry-run=client".into(), 0, false),
        ("log start nope --dry-run=client".into(), 2, false),
        (
            "log start sticky --retry-failed --dry-run=client -o yaml".into(),
            0,
            false,
        ),
        (second.into(), 5, false),
        (format!("{create} --dry-run=client"), 0, false),
        (format!("{create} --diff"), 0, false),
        (format!("{start} --dry-run=client"), 0, false),
        ("log pause l1 --dry-run=client".into(), 0, false),
        ("log pause l1 --diff".into(), 0, false),
        ("log stop l1 --dry-run=client -o yaml".into(), 0, false),
        ("log stop stopped --dry-run=client".into(), 0, false),
        ("log pause stopped --dry-run=client".into(), 5, false),
        ("log pause stopped --dry-run=server".into(), 5, false),
        (
            "log pause sticky --retry-failed --dry-run=client".into(),
            0,
            false,
        ),
        (format!("{create} --dry-run=server"), 0, true),
        (format!("{start} --dry-run=server"), 0, true),
        ("log pause l1 --dry-run=server".into(), 0, true),
        ("log stop l1 --dry-run=server".into(), 0, true),
        ("log truncate l1 --keep 1h --dry-run=server".into(), 0, true),
        (
            "log pause sticky --retry-failed --dry-run=server".into(),
            0,
            true,
        ),
        ("backup create --set nonsense".into(), 2, false),
    ];
    for (line, code, tries) in rows {
        let before = place.server.mark().unwrap();
        place.plugin().line(&line).exits(code);
        let changing = asked(place, before);
        let changing: Vec<&AuditEvent> = changing
            .iter()
            .filter(|event| {
                matches!(
                    event.verb.as_str(),
                    "create" | "patch" | "update" | "delete"
                )
            })
            // Reviews are questions that happen to be asked with POST.
            .filter(|event| !event.resource().ends_with("accessreviews"))
            .collect();
        assert_eq!(!changing.is_empty(), tries, "{line}: {changing:?}");
        for event in changing {
            assert!(event.uri.contains("dryRun=All"), "{line}: {}", event.uri);
        }
    }
    assert!(asked(place, mark).iter().all(|event| !event.is_write()));
}

/// Somebody at a terminal who does not say yes.
fn declined(place: &Place) {
    let mark = place.server.mark().unwrap();
    for (line, typed) in [
        ("log stop l1", "n\n"),
        ("log stop l1", "\n"),
        ("log stop l1", "perhaps\n"),
        ("log truncate l1 --keep 1h", "no\n"),
        ("log stop l1", "\u{4}"),
    ] {
        let arguments: Vec<&str> = line.split(' ').collect();
        let mut asking = place.plugin().on_terminal(&arguments);
        asking.until_said("(y/N)");
        asking.type_in(typed);
        let output = asking.finish().exits(5);
        assert!(output.stdout.contains("(y/N)"), "{output}");
        assert!(output.stdout.contains("nothing was written"), "{output}");
    }
    assert!(asked(place, mark).iter().all(|event| !event.is_write()));
    let mut interrupted = place.plugin().on_terminal(&["log", "stop", "l1"]);
    interrupted.until_said("(y/N)");
    interrupted.type_in("\u{3}");
    interrupted.finish().exits(130);
    assert!(asked(place, mark).iter().all(|event| !event.is_write()));

    let mut agreed = place
        .plugin()
        .on_terminal(&["log", "stop", "l1", "--wait=false"]);
    agreed.until_said("(y/N)");
    agreed.type_in("y\n");
    agreed.finish().exits(0);
    assert!(asked(place, mark).iter().any(AuditEvent::is_write));
}
