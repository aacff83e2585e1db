//! The server cannot be reached or does not answer: exit code 1, one error line, and a hint.

use std::net::TcpListener;

use sandbox::control_plane::{ControlPlane, Identity, World};
use sandbox::fault_proxy::{Fault, FaultProxy, Rule};
use sandbox::operator::Dialect;

use crate::support::{Output, Place, Plugin};

#[track_caller]
fn fails(output: Output, error: &str) {
    let output = output.exits(1).one_error();
    assert!(output.error().contains(error), "{error:?}: {output}");
    assert!(!output.hints().is_empty(), "{output}");
    assert_eq!(output.stdout, "", "{output}");
}

const LINES: [&str; 3] = [
    "log pause l1",
    "backup list",
    "backup create s1 --cluster basic --storage s3://b/p",
];

#[test]
fn no_kubeconfig() {
    let plugin = Plugin::alone();
    for line in LINES {
        fails(plugin.line(line), "kubeconfig");
    }
    fails(
        plugin.line("log pause l1 --kubeconfig /nowhere/config"),
        "/nowhere/config",
    );
}

#[test]
fn an_unknown_context_and_an_unknown_kubeconfig_entry() {
    let place = Place::new(Dialect::V2);
    fails(place.plugin().line("log pause l1 --context nope"), "nope");
    fails(
        place.plugin().line("log pause l1 --kube-cluster nope"),
        "nope",
    );
    fails(place.plugin().line("log pause l1 --user nope"), "nope");
}

#[test]
fn credentials_that_expired() {
    let place = Place::new(Dialect::V2);
    for line in LINES {
        let output = place.plugin_as(Identity::Expired).line(line);
        fails(output, "expired");
    }
    let wrong = place
        .plugin()
        .line("log pause l1 --token wrong --client-certificate= --client-key=");
    assert_eq!(wrong.code, Some(1), "{wrong}");
}

#[test]
fn nobody_listens() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let server = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    for line in LINES {
        fails(
            Plugin::alone().line(&format!("{line} --server {server}")),
            "connection refused",
        );
    }
}

#[test]
fn a_server_that_takes_the_request_and_never_answers() {
    let plane = ControlPlane::shared().unwrap();
    let server = plane.world(World::V2).unwrap();
    let namespace = server.namespace("ns").unwrap();
    let rules = vec![Rule::new(Fault::NeverAnswer)];
    let proxy = FaultProxy::start(&server, Identity::Admin, rules).unwrap();
    let plugin = Plugin::with(&proxy.kubeconfig(&namespace).unwrap());
    for line in LINES {
        let output = plugin.line(&format!("{line} --request-timeout 1s"));
        fails(output, "did not answer within 1");
    }
}

#[test]
fn neither_operator_is_served() {
    let plane = ControlPlane::shared().unwrap();
    let place = Place::empty(plane.world(World::Bare).unwrap(), Dialect::V2);
    let lines = LINES.into_iter().chain([
        "log status",
        "backup list -o json",
        "backup show s1",
        "log start l1 --cluster basic --storage s3://b/p",
        "backup create s1 --cluster basic --storage s3://b/p --dry-run=server",
    ]);
    for line in lines {
        let output = place.plugin().line(line).exits(8).one_error();
        assert_eq!(output.stdout, "");
        assert!(!output.hints().is_empty(), "{output}");
    }
    place.plugin().line("version").exits(0);
    assert!(place.written().is_empty());
}
