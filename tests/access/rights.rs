//! Users with too few rights, and with exactly those that help promises to need.

use sandbox::control_plane::{CrdSource, Identity, World};
use sandbox::operator::Dialect;
use serde_json::json;

use crate::log::situations::{Moments, status, sub, sub_because};
use crate::support::Place;

fn with_log(dialect: Dialect) -> Place {
    let place = Place::new(dialect);
    let running = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
    place
        .api()
        .create_log("l1", &json!({"logSubcommand": "log-start"}), &running);
    place
}

/// One line that names verb, resource and namespace, and the command that shows who may.
#[test]
fn without_rights() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = with_log(dialect);
        let backups = format!("backups.{}", dialect.operator().group());
        let ns = &place.namespace;
        let create = "backup create s1 --cluster basic --storage s3://b/p";
        let start = "log start l2 --cluster other --storage s3://b/p";
        let rows = [
            (Identity::Reader, "log pause l1", "patch", Some("l1")),
            (Identity::Reader, "log stop l1 --yes", "patch", Some("l1")),
            (
                Identity::Reader,
                "log truncate l1 --keep 1h -y",
                "patch",
                Some("l1"),
            ),
            (Identity::Reader, create, "create", None),
            (Identity::Reader, start, "create", None),
            (Identity::Nobody, "log pause l1", "get", Some("l1")),
            (Identity::Nobody, "log status", "list", None),
            (Identity::Nobody, "backup list", "list", None),
            (Identity::Nobody, "backup list -o json", "list", None),
            (Identity::Nobody, "log show l1", "get", Some("l1")),
        ];
        for (who, line, verb, name) in rows {
            let name = name.map(|name| format!(" {name:?}")).unwrap_or_default();
            let output = place.plugin_as(who).line(line).exits(1).one_error();
            let expected = format!(
                "forbidden: cannot {verb} {backups}{name} in namespace {ns:?} (user {:?})",
                who.user()
            );
            assert!(
                output.error().starts_with(&expected),
                "{expected}: {output}"
            );
            let hint = output.hints().last().unwrap().to_string();
            assert!(hint.contains("auth can-i"), "{output}");
            assert_eq!(output.stdout, "");
        }
        assert!(place.written().iter().all(|write| write.code == 403));
    }
}

/// What the help's RBAC lines list is enough, and does not need rights on Secrets of others, discovery or CRDs.
#[test]
fn with_the_documented_rights() {
    for dialect in [Dialect::V2, Dialect::V1, Dialect::V1LogStop] {
        let place = Place::new(dialect);
        let _operator = place.operator();
        let plugin = place.plugin_as(Identity::User);
        let start =
            "log start l1 --cluster basic --storage s3://b/l1 --storage-secret s3 --commit-ts 2h";
        let lines = [
            "backup create s1 --cluster basic --storage s3://b/s1 --wait",
            "backup create --like s1 --dry-run=server",
            "log status --check --max-lag 3h,4h",
            "backup list",
            "backup list -o wide",
            "backup show s1",
            "version",
        ];
        place.api().ask(
            "POST",
            &format!("/api/v1/namespaces/{}/secrets", place.namespace),
            &json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s3"},
                    "stringData": {"access_key": "a", "secret_key": "b"}}),
        );
        plugin.line(start).exits(0);
        for line in lines {
            plugin.line(line).exits(0);
        }
        if dialect != Dialect::V1LogStop {
            plugin.line("log pause l1").exits(0);
            plugin.line("log resume l1").exits(0);
        }
        plugin.line("log stop l1 --yes").exits(0);
        let forbidden: Vec<_> = place
            .asked()
            .iter()
            .filter(|event| event.code() == 403)
            .map(|event| event.uri.clone())
            .collect();
        assert_eq!(forbidden, [""; 0], "{dialect:?}");
    }
}

/// The right to clear a sticky failure is a right of its own in v2, and its lack is named.
#[test]
fn retry_failed_needs_the_status_subresource() {
    let place = Place::new(Dialect::V2);
    let failed = sub_because("log-pause", "Failed", "PauseLogBackupFailed", "x");
    let status = status(
        "Running",
        Moments::now(),
        &[sub("log-start", "Complete"), failed],
    );
    place
        .api()
        .create_log("l1", &json!({"logSubcommand": "log-pause"}), &status);
    let plugin = place.plugin_as(Identity::User);
    let output = plugin
        .line("log pause l1 --retry-failed")
        .exits(1)
        .one_error();
    assert!(
        output
            .error()
            .contains("patch backups.br.pingcap.com/status \"l1\""),
        "{output}"
    );
    assert!(
        output.hints()[0].contains("--subresource=status"),
        "{output}"
    );
}

/// Where both operators are served, the TiDB cluster decides; a user who may not read clusters is told the way out, and it works.
#[test]
fn without_the_right_to_read_clusters() {
    let place = Place::within(World::Both, CrdSource::Own, Dialect::V2);
    place.grant(
        Identity::Nobody,
        &[json!({"apiGroups": ["pingcap.com", "br.pingcap.com"], "resources": ["backups"], "verbs": ["get", "list", "create"]})],
    );
    let plugin = place.plugin_as(Identity::Nobody);
    let create = "backup create s1 --cluster basic --storage s3://b/p --preflight=off";
    let output = plugin.line(create).exits(1).one_error();
    assert!(output.error().contains("forbidden: cannot get"), "{output}");
    assert!(
        output.stderr.contains("--operator v1 or --operator v2"),
        "{output}"
    );
    assert!(place.written().is_empty());
    plugin.line(&format!("{create} --operator v2")).exits(0);
}

/// RBAC answers 403 for the other operator's group, served or not; that must not hide the object that may be read.
#[test]
fn rights_on_one_operators_group_are_enough() {
    for world in [World::V1, World::Both] {
        let place = Place::within(world, CrdSource::Own, Dialect::V1);
        place.grant(
            Identity::Nobody,
            &[json!({"apiGroups": ["pingcap.com"], "resources": ["backups"], "verbs": ["get", "list", "watch", "patch", "create"]})],
        );
        let running = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
        let wanted = json!({"logSubcommand": "log-start"});
        place.api().create_log("l1", &wanted, &running);
        let plugin = place.plugin_as(Identity::Nobody);
        plugin.line("log status l1").exits(0);
        plugin.line("log show l1").exits(0);
        let paused = plugin.line("log pause l1 --wait=false").exits(0);
        paused.prints("backup.pingcap.com/l1 patched");
        plugin
            .line("log truncate l1 --keep 1h -y --wait=false")
            .exits(0);
        let lists = [
            "backup list",
            "backup list -o name",
            "log status",
            "backup show -l a=b -o json",
        ];
        for line in lists {
            // Where both are served, half a list would look whole.
            let code = if world == World::Both { 1 } else { 0 };
            plugin.line(line).exits(code);
        }
        plugin.line("backup list --operator v1").exits(0);
    }
}
