//! Values of flags, files and the kubeconfig that no header, URL or file name can take: one error line, and never a panic.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::Parser;
use serde_json::{Value, json};

use super::super::Resource;
use super::server::{Reply, Server};
use super::{Heard, Line, connect};

/// A kubeconfig with one context, whose cluster and user have these fields more.
fn kubeconfig(server: &str, cluster: &Value, user: &Value) -> Value {
    let mut named = json!({"server": server});
    for (key, value) in cluster.as_object().unwrap() {
        named[key] = value.clone();
    }
    json!({
        "apiVersion": "v1", "kind": "Config", "current-context": "c",
        "contexts": [{"name": "c", "context": {"cluster": "k", "user": "u"}}],
        "clusters": [{"name": "k", "cluster": named}],
        "users": [{"name": "u", "user": user}],
    })
}

/// Asks for a Pod, and returns the failure as it is printed.
async fn ask(kubeconfig: &Value, arguments: &[&str]) -> Result<(), String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config");
    std::fs::write(&file, kubeconfig.to_string()).unwrap();
    let mut line = vec![
        "--kubeconfig",
        file.to_str().unwrap(),
        "--request-timeout",
        "2s",
    ];
    line.extend(arguments);
    let flags = Line::try_parse_from(line)
        .map_err(|error| error.to_string())?
        .kube;
    let asked = async {
        let cluster = connect(&flags, &|_| None, Heard::default().notices()).await?;
        cluster.get(Resource::PODS, cluster.namespace(), "p").await
    };
    asked.await.map(drop).map_err(|error| {
        assert!(!error.message.contains(['\n', '\r']), "{error}");
        format!("{error} {}", error.hint_lines())
    })
}

/// Fields of a cluster or user, and a part of the error.
type Row = (Value, &'static str);

#[tokio::test]
async fn a_value_that_no_header_can_hold_is_one_error_line() {
    let pod = json!({"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}});
    let server = Server::start(move |_, _| Reply::json(200, &pod)).await;
    let none = json!({});
    let folder = tempfile::tempdir().unwrap();
    let two_lines = folder.path().join("token");
    std::fs::write(&two_lines, "SECRET\nSECRET\n").unwrap();
    let exec = |command: &str, args: Value, env: Value| {
        json!({"exec": {"apiVersion": "client.authentication.k8s.io/v1", "command": command, "args": args, "env": env,
                        "interactiveMode": "Never"}})
    };
    let printed = |credential: Value| exec("echo", json!([credential.to_string()]), json!([]));
    let credential = |status: Value| json!({"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential", "status": status});
    let (clusters, users): (Vec<Row>, Vec<Row>) = (
        vec![
            (json!({"proxy-url": "http://p\n.test"}), "proxy-url"),
            (
                json!({"tls-server-name": "a\nb", "server": "https://127.0.0.1:1"}),
                "server name",
            ),
            (json!({"server": "http://h\n:1"}), "is not a URL"),
            (json!({"server": "http://[::1"}), "is not a URL"),
            (json!({"server": "http://h:99999"}), "is not a URL"),
            (json!({"server": "http://u:SEC/RET@"}), "is not a URL"),
            (
                json!({"certificate-authority-data": "!"}),
                "certificate-authority-data",
            ),
            (
                json!({"certificate-authority": "/no\n/file"}),
                "certificate-authority",
            ),
        ],
        vec![
            (json!({"token": "SECRET\n"}), "one line"),
            (json!({"token": "SEC\u{0}RET"}), "one line"),
            (json!({"tokenFile": two_lines}), "one line"),
            (json!({"tokenFile": "/no\n/file"}), "token file"),
            (json!({"tokenFile": folder.path()}), "token file"),
            (
                printed(credential(json!({"token": "SECRET\r\nx"}))),
                "one line",
            ),
            (
                printed(credential(
                    json!({"token": "t", "expirationTimestamp": "soon"}),
                )),
                "printed no",
            ),
            (
                printed(credential(
                    json!({"clientCertificateData": "x", "clientKeyData": "SECRET"}),
                )),
                "client certificate",
            ),
            (exec("", json!([]), json!([])), "login command"),
            (exec("ec\u{0}ho", json!([]), json!([])), "login command"),
            (exec("echo", json!(["a\u{0}b"]), json!([])), "login command"),
            (
                exec(
                    "echo",
                    json!([]),
                    json!([{"name": "A=B\u{0}", "value": "x\u{0}"}]),
                ),
                "login command",
            ),
            (json!({"as": "a\nb"}), "impersonate"),
            (json!({"as": "a", "as-uid": "1\n"}), "impersonate"),
            (json!({"as": "a", "as-groups": ["g\n"]}), "impersonate"),
            (
                json!({"as": "a", "as-user-extra": {"k\n\u{0}": ["v\n"]}}),
                "impersonate",
            ),
            (
                json!({"client-certificate-data": "!", "client-key-data": "!"}),
                "context \"c\"",
            ),
            (
                json!({"client-certificate-data": STANDARD.encode("x"), "client-key-data": STANDARD.encode("SECRET")}),
                "context \"c\"",
            ),
            (
                json!({"auth-provider": {"name": "oidc", "config": {"id-token": "SEC\nRET", "idp-issuer-url": "http://127.0.0.1:1"}}}),
                "JWT",
            ),
            (
                json!({"auth-provider": {"name": "gcp", "config": {"cmd-path": "ec\u{0}ho", "access-token": "SEC\nRET"}}}),
                "context \"c\"",
            ),
        ],
    );
    let flags: Vec<(Vec<&str>, &str)> = vec![
        (vec!["--token", "SEC\nRET"], "one line"),
        (vec!["--as", "a\nb"], "impersonate"),
        (vec!["--as", "a", "--as-group", "\u{7}"], "impersonate"),
        (vec!["--as", "a", "--as-user-extra", "k=v\n"], "impersonate"),
        (vec!["-s", "http://a b"], "is not a URL"),
        (vec!["-s", "http://u:SECRET@h:x"], "is not a URL"),
        (vec!["-n", "a\n/b"], "not a valid namespace"),
        (vec!["--context", "a\nb"], "is not in"),
    ];
    let mut rows: Vec<(Value, Vec<&str>, &str)> = Vec::new();
    rows.extend(
        clusters
            .into_iter()
            .map(|(cluster, part)| (kubeconfig(&server.url, &cluster, &none), vec![], part)),
    );
    rows.extend(
        users
            .into_iter()
            .map(|(user, part)| (kubeconfig(&server.url, &none, &user), vec![], part)),
    );
    rows.extend(
        flags
            .into_iter()
            .map(|(line, part)| (kubeconfig(&server.url, &none, &none), line, part)),
    );
    let mut wrong = Vec::new();
    for (document, arguments, part) in rows {
        let shown = format!("{document} {arguments:?}");
        // A task of its own, so that a panic is one row of the result.
        let asked = tokio::spawn(async move { ask(&document, &arguments).await });
        match asked.await {
            Ok(Err(error)) if error.contains(part) && !error.contains("SECRET") => {}
            Ok(outcome) => wrong.push(format!("{part:?}, not {outcome:?}: {shown}")),
            Err(panic) => wrong.push(format!("{panic}: {shown}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Made with `openssl x509 -req` without an extension, as many guides show it.
const VERSION_1: (&str, &str) = (
    "-----BEGIN CERTIFICATE-----\n\
MIIBGTCBvwIUZbdXwvDcKrbIfeuFcXuxRgA09NAwCgYIKoZIzj0EAwIwDjEMMAoG\n\
A1UEAwwDb2xkMCAXDTI2MTEzMDEwMDIzNFoYDzIxMjYxMTA2MTAwMjM0WjAOMQww\n\
CgYDVQQDDANvbGQwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQM6VcQW97VKwQ0\n\
WOfJvepBaBw6GmL22q6nYel49PynVxfAzYndvyvBrYTQhbp37FeebWt6jszU/Il2\n\
mx7aeQptMAoGCCqGSM49BAMCA0kAMEYCIQC0DEAshlTxHZGnILIW3eUp/7fv3laK\n\
IHY8l+LN4gYd1QIhAJwjR4V7AecKVug9wrH5Vt7o3SPa6cZeqv9KT6NyONFF\n\
-----END CERTIFICATE-----\n\
",
    "-----BEGIN PRIVATE KEY-----\n\
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgCjZzv1knru+3qMKq\n\
omjwP2E7WVPHCvl9Y0qLDCqjVIehRANCAAQM6VcQW97VKwQ0WOfJvepBaBw6GmL2\n\
2q6nYel49PynVxfAzYndvyvBrYTQhbp37FeebWt6jszU/Il2mx7aeQpt\n\
-----END PRIVATE KEY-----\n\
",
);

#[tokio::test]
async fn a_client_certificate_of_version_1_is_named() {
    let user = json!({"client-certificate-data": STANDARD.encode(VERSION_1.0), "client-key-data": STANDARD.encode(VERSION_1.1)});
    let error = ask(&kubeconfig("https://127.0.0.1:1", &json!({}), &user), &[])
        .await
        .unwrap_err();
    assert!(
        error.contains("X.509 version 1") && error.contains("-extfile"),
        "{error}"
    );
}
