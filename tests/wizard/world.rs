//! What a cluster holds before somebody comes and asks.

use std::path::PathBuf;

use sandbox::control_plane::Identity;
use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::support::Place;
use crate::terminal::Session;

/// A namespace with cluster `basic`, Secrets of several kinds, an account, and a backup that was taken before.
pub fn furnished(dialect: Dialect) -> Place {
    let place = Place::new(dialect);
    let api = place.api();
    let at = |resource: &str| format!("/api/v1/namespaces/{}/{resource}", place.namespace);
    let secret = |name: &str, data: Value| {
        let body = json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": name}, "stringData": data});
        api.ask("POST", &at("secrets"), &body);
    };
    secret(
        "s3-keys",
        json!({"access_key": "AKIA", "secret_key": "hunter2"}),
    );
    secret("azure", json!({"AZURE_STORAGE_KEY": "hunter2"}));
    secret("database", json!({"password": "hunter2"}));
    secret("half", json!({"access_key": "AKIA"}));
    for name in ["tidb-backup-manager", "with-role"] {
        let body =
            json!({"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": name}});
        api.ask("POST", &at("serviceaccounts"), &body);
    }
    let spec = json!({"backupType": "full", "br": {"cluster": "basic"},
        "s3": {"provider": "aws", "region": "r", "bucket": "used", "prefix": "basic/before", "secretName": "s3-keys"}});
    api.create("before", &spec, &Value::Null);
    place
}

/// A kubeconfig for `identity` in the namespace.
pub fn kubeconfig(place: &Place, identity: Identity) -> PathBuf {
    place.server.kubeconfig(identity, &place.namespace).unwrap()
}

/// The plugin on a terminal, with all rights.
pub fn session(place: &Place, arguments: &[&str]) -> Session {
    Session::start(&kubeconfig(place, Identity::Admin), arguments)
}

/// Runs the command line that was printed in a shell, through kubectl, as somebody would who pasted it, with more behind it.
pub fn paste(place: &Place, line: &str, more: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let link = |name: &str, program: &std::path::Path| {
        std::os::unix::fs::symlink(program, folder.path().join(name)).unwrap();
    };
    let plane = sandbox::control_plane::ControlPlane::shared().unwrap();
    link("kubectl", &plane.kubectl());
    link(
        "kubectl-tidb_br",
        std::path::Path::new(env!("CARGO_BIN_EXE_kubectl-tidb_br")),
    );
    let output = std::process::Command::new("/bin/sh")
        .args(["-c", &format!("{line} {more}")])
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", folder.path().display()))
        .env("HOME", folder.path())
        .env("KUBECONFIG", kubeconfig(place, Identity::Admin))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{line}: {said}");
    serde_yaml::from_slice(&output.stdout).unwrap()
}
