//! Secrets are never printed: not in output, errors or the most detailed log. Other users of the machine cannot see them either.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sandbox::control_plane::Identity;
use sandbox::operator::Dialect;
use serde_json::json;

use crate::support::{Output, Place, Plugin};

const TOKEN: &str = "tok-Zx81SpectrumQL";
const PASSWORD: &str = "pw-CommodoreC64";
const KEY: &str = "AKIAWHATASECRET99";
const SAS: &str = "sv=2022&sig=SasSignatureBBB";

#[track_caller]
fn is_silent(output: &Output) {
    for secret in [TOKEN, PASSWORD, KEY, SAS, "SasSignatureBBB"] {
        for shape in [secret.to_owned(), STANDARD.encode(secret)] {
            let said = format!("{}{}", output.stdout, output.stderr);
            assert!(!said.contains(&shape), "{shape}: {output}");
        }
    }
}

#[test]
fn credentials_of_the_kubeconfig() {
    let place = Place::new(Dialect::V2);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config");
    for user in [
        json!({"token": TOKEN}),
        json!({"username": "u", "password": PASSWORD}),
    ] {
        let kubeconfig = json!({
            "apiVersion": "v1", "kind": "Config", "current-context": "c",
            "clusters": [{"name": "k", "cluster": {"server": place.server.url(), "insecure-skip-tls-verify": true}}],
            "users": [{"name": "u", "user": user}],
            "contexts": [{"name": "c", "context": {"cluster": "k", "user": "u"}}],
        });
        std::fs::write(&path, kubeconfig.to_string()).unwrap();
        for line in ["backup list -v 9", "log pause l1 -v 9", "version -v 9"] {
            let output = Plugin::with(&path).line(line).exits(1);
            is_silent(&output);
        }
    }
    let flag = place
        .plugin()
        .line(&format!("backup list -v 9 --token {TOKEN}"));
    is_silent(&flag);
    // kubectl takes the user name and the password of the URL, and so does the plugin; neither may be printed.
    let with_password = place
        .server
        .url()
        .replace("https://", &format!("https://u:{PASSWORD}@"));
    let dead = format!("https://u:{PASSWORD}@127.0.0.1:9");
    let cut = format!("https://u:{PASSWORD}/x@127.0.0.1:9");
    for server in [&with_password, &dead, &cut] {
        for line in [
            "backup list -v 9",
            "log pause l1",
            "backup show x --operator v1",
        ] {
            let line = format!("{line} -s {server} --insecure-skip-tls-verify");
            is_silent(&Plugin::with(&path).line(&line));
        }
        let kubeconfig = json!({
            "apiVersion": "v1", "kind": "Config", "current-context": "c",
            "clusters": [{"name": "k", "cluster": {"server": server, "insecure-skip-tls-verify": true}}],
            "contexts": [{"name": "c", "context": {"cluster": "k"}}],
        });
        let file = folder.path().join("with-password");
        std::fs::write(&file, kubeconfig.to_string()).unwrap();
        for line in ["backup list -v 9", "log pause l1 --context c"] {
            is_silent(&Plugin::with(&file).line(line));
        }
    }
    let proxied = format!(
        "backup list -v 9 --proxy-url http://u:{PASSWORD}@127.0.0.1:9 --request-timeout 2s"
    );
    is_silent(&Plugin::with(&path).line(&proxied));
}

#[test]
fn secrets_and_signatures_in_the_cluster() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        place.api().ask(
            "POST",
            &format!("/api/v1/namespaces/{}/secrets", place.namespace),
            &json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s3"},
                    "stringData": {"access_key": KEY, "secret_key": PASSWORD}}),
        );
        let spec = json!({"br": {"cluster": "basic"}, "azblob": {"container": "c", "prefix": "p", "sasToken": SAS}});
        place.api().create("b1", &spec, &json!(null));
        let create = "backup create s1 --cluster basic --storage s3://b/p --storage-secret s3";
        let lines = [
            format!("{create} --dry-run=server -v 9"),
            format!("{create} --preflight=enforce -v 9 --dry-run=server"),
            "backup show b1 -v 9".into(),
            "backup show b1 -o yaml".into(),
            "backup show b1 -o json -v 9".into(),
            "backup list -o json -v 9".into(),
            "backup list -o wide -v 9".into(),
            "backup list -o jsonpath={.items[*].spec}".into(),
            "backup list -o custom-columns=A:.spec.azblob".into(),
            "backup create --like b1 --diff".into(),
            "backup create --like b1 --dry-run=server -o yaml -v 9".into(),
        ];
        for line in lines {
            is_silent(&place.plugin().line(&line));
        }
        let shown = place
            .plugin()
            .line("backup show b1 -o json --show-secrets")
            .exits(0)
            .json();
        assert_eq!(shown["spec"]["azblob"]["sasToken"], SAS);
        let hidden = place
            .plugin()
            .line("backup show b1 -o json")
            .exits(0)
            .json();
        assert_eq!(hidden["spec"]["azblob"]["sasToken"], "<redacted>");
        // What is printed to be applied says that it cannot be.
        let like = "backup create --like b1 --storage-secret x --dry-run=client --preflight=off -o";
        for (rest, told) in [
            ("yaml", true),
            ("yaml --show-secrets", false),
            ("name", false),
        ] {
            let output = place.plugin().line(&format!("{like} {rest}")).exits(0);
            let hint = output.stderr.contains("--show-secrets prints them");
            assert_eq!(hint, told, "{output}");
        }
    }
}

#[test]
fn urls_with_credentials_are_refused_without_repeating_them() {
    for url in [
        format!("s3://b/p?access-key={KEY}&secret-access-key={PASSWORD}"),
        format!("s3://{KEY}:{PASSWORD}@b/p"),
        format!("azblob://c/p?account-name=a&sas-token={TOKEN}"),
        format!("gcs://b/p?project-id=p&credentials-file={PASSWORD}"),
    ] {
        for line in [
            "backup create s1 --cluster basic --dry-run=client --storage",
            "log start l1 --cluster basic --dry-run=client --storage",
        ] {
            let mut arguments: Vec<&str> = line.split(' ').collect();
            arguments.push(&url);
            let output = Plugin::alone().run(&arguments).exits(2);
            is_silent(&output);
        }
    }
}

/// A login command gets and returns its secrets through pipes and the environment; nobody's argument list holds one.
#[test]
fn no_argument_list_holds_a_secret() {
    let place = Place::new(Dialect::V2);
    let folder = tempfile::tempdir().unwrap();
    let seen = folder.path().join("seen");
    let login = folder.path().join("login");
    let credential = json!({"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential", "status": {"token": TOKEN}});
    let script = format!(
        "#!/bin/sh\ncat /proc/*/cmdline 2>/dev/null | tr '\\0' ' ' > {}\necho '{credential}'\n",
        seen.display()
    );
    std::fs::write(&login, script).unwrap();
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(&login, std::fs::Permissions::from_mode(0o755)).unwrap();
    let admin = place
        .server
        .kubeconfig(Identity::Admin, &place.namespace)
        .unwrap();
    let mut config: serde_json::Value =
        serde_yaml::from_str(&std::fs::read_to_string(admin).unwrap()).unwrap();
    config["users"][0]["user"] = json!({"exec": {"apiVersion": "client.authentication.k8s.io/v1", "command": login, "interactiveMode": "Never",
        "env": [{"name": "LOGIN_PASSWORD", "value": PASSWORD}]}});
    let path = folder.path().join("config");
    std::fs::write(&path, config.to_string()).unwrap();
    let output = Plugin::with(&path).line("backup list -v 9").exits(1);
    is_silent(&output);
    let seen = std::fs::read_to_string(seen).unwrap();
    assert!(
        seen.contains("backup list -v 9"),
        "it looked while the plugin ran"
    );
    for secret in [PASSWORD, TOKEN] {
        assert!(!seen.contains(secret));
    }
}
