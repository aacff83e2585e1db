//! Flag by shape of kubeconfig, and the request that comes of it.

use super::super::Resource;
use super::server::{Reply, Server};
use super::{Heard, a_pod, connect, flags};

/// A kubeconfig with contexts of several shapes. `SERVER` is replaced.
pub const KUBECONFIG: &str = r#"
apiVersion: v1
kind: Config
current-context: full
clusters:
- {name: here, cluster: {server: SERVER, tls-server-name: ""}}
- {name: pathed, cluster: {server: SERVER/k8s/clusters/c1/}}
- {name: gone, cluster: {server: "http://127.0.0.1:1"}}
users:
- {name: tok, user: {token: tok-1}}
- {name: basic, user: {username: u, password: p}}
- {name: both, user: {token: tok-2, tokenFile: token}}
- {name: file, user: {tokenFile: token, token: ""}}
- {name: acting, user: {token: tok-1, as: robot, as-uid: "7", as-groups: [g1, g2], as-user-extra: {reason: [audit]}}}
contexts:
- {name: full, context: {cluster: here, user: tok, namespace: team}}
- {name: bare, context: {cluster: here, user: ""}}
- {name: empty-namespace, context: {cluster: here, user: tok, namespace: ""}}
- {name: acting, context: {cluster: here, user: acting}}
- {name: away, context: {cluster: gone, user: tok, namespace: far}}
"#;

/// Flags, the namespace in the path, and headers that must be there; those with an empty value must not.
type Row = (&'static str, &'static str, Vec<(&'static str, String)>);

#[tokio::test]
async fn the_request_that_flags_and_kubeconfig_make() {
    let server = Server::start(|_, _| Reply::json(200, &a_pod())).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config");
    std::fs::write(&file, KUBECONFIG.replace("SERVER", &server.url)).unwrap();
    std::fs::write(folder.path().join("token"), "tok-of-file\n").unwrap();
    let kubeconfig = file.to_str().unwrap();

    let bearer = |token: &'static str| vec![("authorization", format!("Bearer {token}"))];
    let acting = |user: &str, uid: &str, groups: &str| {
        vec![
            ("impersonate-user", user.to_owned()),
            ("impersonate-uid", uid.to_owned()),
            ("impersonate-group", groups.to_owned()),
        ]
    };
    let rows: Vec<Row> = vec![
        ("", "team", bearer("tok-1")),
        ("-n other", "other", bearer("tok-1")),
        (
            "--context bare",
            "default",
            vec![("authorization", String::new())],
        ),
        ("--context bare --token t", "default", bearer("t")),
        ("--context empty-namespace", "default", bearer("tok-1")),
        ("--context away --kube-cluster here", "far", bearer("tok-1")),
        ("--context away --server SERVER", "far", bearer("tok-1")),
        (
            "--context away --kube-cluster here --user file -n x",
            "x",
            bearer("tok-of-file"),
        ),
        ("--user file", "team", bearer("tok-of-file")),
        ("--user both", "team", bearer("tok-of-file")),
        ("--user both --token t", "team", bearer("t")),
        (
            "--user basic",
            "team",
            vec![("authorization", "Basic dTpw".to_owned())],
        ),
        (
            "--user basic --password q",
            "team",
            vec![("authorization", "Basic dTpx".to_owned())],
        ),
        // kubectl takes the user name and the password of the URL where there are no other credentials.
        (
            "--context bare --server http://u:p%40w@HOST",
            "default",
            vec![("authorization", "Basic dTpwQHc=".to_owned())],
        ),
        ("--server http://u:p@HOST --token t", "team", bearer("t")),
        ("--context acting", "default", acting("robot", "7", "g1,g2")),
        (
            "--context acting",
            "default",
            vec![("impersonate-extra-reason", "audit".to_owned())],
        ),
        (
            "--context acting --as-group g3",
            "default",
            acting("robot", "7", "g3"),
        ),
        (
            "--as me --as-group a --as-group b --as-uid 9",
            "team",
            acting("me", "9", "a,b"),
        ),
        (
            "--as me --as-user-extra example.com/why=x --as-user-extra example.com/why=y",
            "team",
            vec![("impersonate-extra-example.com%2fwhy", "x,y".to_owned())],
        ),
        (
            "",
            "team",
            vec![(
                "user-agent",
                concat!("kubectl-tidb-br/", env!("CARGO_PKG_VERSION")).to_owned(),
            )],
        ),
        (
            "--cache-dir /nowhere --disable-compression",
            "team",
            bearer("tok-1"),
        ),
    ];
    for (line, namespace, headers) in rows {
        let host = server.url.trim_start_matches("http://");
        let line = line.replace("SERVER", &server.url).replace("HOST", host);
        let line = format!("--kubeconfig {kubeconfig} {line}");
        let cluster = connect(&flags(&line), &|_| None, Heard::default().notices())
            .await
            .expect(&line);
        let asked = cluster.namespace().to_owned();
        cluster.get(Resource::PODS, &asked, "p").await.expect(&line);
        let request = server.requests().pop().unwrap();
        assert_eq!(
            request.line,
            format!("GET /api/v1/namespaces/{namespace}/pods/p"),
            "{line}"
        );
        for (name, value) in headers {
            assert_eq!(
                request.header(name).unwrap_or_default(),
                value,
                "{line}: {name}"
            );
        }
    }

    let line = format!("--kubeconfig {kubeconfig} --kube-cluster pathed");
    let cluster = connect(&flags(&line), &|_| None, Heard::default().notices())
        .await
        .unwrap();
    cluster.get(Resource::PODS, "n", "p").await.unwrap();
    assert_eq!(
        server.lines().pop().unwrap(),
        "GET /k8s/clusters/c1/api/v1/namespaces/n/pods/p"
    );
}

#[tokio::test]
async fn the_files_of_kubeconfig_are_merged_and_the_first_one_wins() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(
        path("a"),
        "current-context: \"\"\nclusters:\n- {name: c, cluster: {server: 'http://first'}}\n",
    )
    .unwrap();
    std::fs::write(
        path("b"),
        "current-context: x\nclusters:\n- {name: c, cluster: {server: 'http://second'}}\ncontexts:\n- {name: x, context: {cluster: c, namespace: nb}}\n",
    )
    .unwrap();
    let list =
        std::env::join_paths([path("missing"), path("a"), String::new(), path("b")]).unwrap();
    let list = list.into_string().unwrap();
    let env = |name: &str| (name == "KUBECONFIG").then(|| list.clone());
    let cluster = connect(&flags(""), &env, Heard::default().notices())
        .await
        .unwrap();
    let target = cluster.target();
    assert_eq!(
        (target.server.as_str(), target.namespace.as_str()),
        ("http://first", "nb")
    );
    assert_eq!(target.context.as_deref(), Some("x"));
    assert_eq!(target.files.len(), 2, "the missing one is skipped");
}

#[tokio::test]
async fn the_home_folder_has_the_kubeconfig_when_nothing_else_says_so() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join(".kube")).unwrap();
    std::fs::write(
        home.path().join(".kube/config"),
        KUBECONFIG.replace("SERVER", "https://h"),
    )
    .unwrap();
    let env = |name: &str| match name {
        "HOME" => home.path().to_str().map(str::to_owned),
        "KUBECONFIG" => Some(String::new()),
        _ => None,
    };
    let cluster = connect(&flags(""), &env, Heard::default().notices())
        .await
        .unwrap();
    assert_eq!(cluster.target().server, "https://h");
}

#[tokio::test]
async fn what_is_wrong_with_flags_and_kubeconfig_is_said_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let good = write("good", &KUBECONFIG.replace("SERVER", "https://h"));
    let broken = write(
        "broken",
        "users:\n- {name: x, user: {token: SECRET, client-key-data: [SECRET\n",
    );
    let odd = write("odd", "users:\n- {name: x, user: SECRET}\n");
    let empty = write("empty", "");
    let dangling = write(
        "dangling",
        "current-context: c\ncontexts:\n- {name: c, context: {cluster: nope}}\n",
    );
    let bad_ca = write(
        "bad-ca",
        "current-context: c\ncontexts:\n- {name: c, context: {cluster: c}}\nclusters:\n- {name: c, cluster: {server: 'https://h', certificate-authority-data: SECRET}}\n",
    );
    for (line, exit, parts) in [
        (
            "--context nope".to_owned(),
            1,
            vec!["context \"nope\"", "GOOD", "full, bare"],
        ),
        (
            "--kube-cluster nope".to_owned(),
            1,
            vec!["cluster \"nope\"", "GOOD", "here, pathed, gone"],
        ),
        ("--user nope".to_owned(), 1, vec!["user \"nope\"", "GOOD"]),
        (
            "--kubeconfig /no/such/file".to_owned(),
            1,
            vec!["/no/such/file does not exist"],
        ),
        (format!("--kubeconfig {broken}"), 1, vec![&broken, "line 2"]),
        (format!("--kubeconfig {odd}"), 1, vec![&odd, "line 2"]),
        (
            format!("--kubeconfig {empty}"),
            1,
            vec![&empty, "no current context"],
        ),
        (
            format!("--kubeconfig {dangling}"),
            1,
            vec!["cluster \"nope\"", "context \"c\"", &dangling],
        ),
        (
            format!("--kubeconfig {bad_ca}"),
            1,
            vec!["certificate-authority-data"],
        ),
        (
            "--certificate-authority /no/ca.crt".to_owned(),
            1,
            vec!["/no/ca.crt"],
        ),
        (
            "--client-certificate /no/c.crt --client-key /no/c.key".to_owned(),
            1,
            vec!["/no/c."],
        ),
        (
            "--server ftp://h".to_owned(),
            2,
            vec!["\"ftp://h\"", "neither http nor https"],
        ),
        ("--server https://me:SECRET@:1".to_owned(), 2, vec!["host"]),
        ("--server https://h:port".to_owned(), 2, vec!["port"]),
        ("--as-uid 1".to_owned(), 2, vec!["--as USER"]),
        (
            "--user file".to_owned(),
            1,
            vec!["token file", "token: No such file"],
        ),
    ] {
        let line = if line.contains("--kubeconfig") {
            line
        } else {
            format!("--kubeconfig {good} {line}")
        };
        let outcome = connect(&flags(&line), &|_| None, Heard::default().notices()).await;
        let error = outcome.err().unwrap_or_else(|| panic!("{line} is fine"));
        for part in parts {
            let part = part.replace("GOOD", &good);
            assert!(
                error.message.contains(&part),
                "{line}: {part:?} not in {error}"
            );
        }
        assert_eq!(error.exit().code(), exit, "{line}");
        assert!(!error.hints.is_empty() || exit == 2, "{line}: no hint");
        let all = format!("{error} {}", error.hint_lines());
        assert!(!all.contains("SECRET") && !all.contains('\n'), "{all}");
    }
}

#[tokio::test]
async fn no_kubeconfig_at_all() {
    for (vars, said) in [
        (vec![], "neither KUBECONFIG nor HOME"),
        (vec![("HOME", "/no/home")], "/no/home/.kube/config"),
        (
            vec![("KUBECONFIG", "/no/a:/no/b"), ("HOME", "/no/home")],
            "none of /no/a, /no/b exists",
        ),
    ] {
        let env = |name: &str| {
            vars.iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        };
        let error = connect(&flags(""), &env, Heard::default().notices())
            .await
            .err()
            .unwrap();
        assert!(
            error.message.contains("no kubeconfig") && error.message.contains(said),
            "{error}"
        );
        assert!(
            error.hint_lines().contains("--kubeconfig"),
            "{:?}",
            error.hints
        );
    }
}

#[tokio::test]
async fn a_server_without_scheme_is_https_only_where_something_is_about_tls() {
    for (line, expected) in [
        ("--server h:1", "http://h:1"),
        ("--server h:1 --insecure-skip-tls-verify", "https://h:1"),
        ("--server https://h/", "https://h"),
    ] {
        let cluster = connect(&flags(line), &|_| None, Heard::default().notices())
            .await
            .unwrap();
        assert_eq!(cluster.target().server, expected, "{line}");
    }
}
