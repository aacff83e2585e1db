//! Token files and login commands.

use serde_json::json;

use super::super::Resource;
use super::server::{Reply, Server};
use super::{Heard, a_pod, connect, flags};
use crate::cluster::Cluster;
use crate::error::{Error, Result};

/// A folder with a kubeconfig whose user has `exec`, and a login command `login` that counts its runs.
struct Login {
    folder: tempfile::TempDir,
}

impl Login {
    fn new(server: &str, exec: &str, script: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let kubeconfig = format!(
            "current-context: c\ncontexts:\n- {{name: c, context: {{cluster: c, user: robot}}}}\nclusters:\n- {{name: c, cluster: {{server: '{server}'}}}}\nusers:\n- name: robot\n  user:\n    exec: {exec}\n"
        );
        // A link to the shell: a script that was just written may be busy when another thread forks.
        std::os::unix::fs::symlink("/bin/sh", folder.path().join("login")).unwrap();
        let counter = folder.path().join("runs").display().to_string();
        let counting = format!("echo run >> {counter}\nRUNS=$(wc -l < {counter} | tr -d ' ')");
        let file = folder.path().join("script");
        std::fs::write(&file, format!("{counting}\n{script}\n")).unwrap();
        let kubeconfig = kubeconfig.replace("SCRIPT", file.to_str().unwrap());
        std::fs::write(folder.path().join("config"), kubeconfig).unwrap();
        Self { folder }
    }

    async fn connect(&self) -> Result<Cluster> {
        let line = format!(
            "--kubeconfig {}",
            self.folder.path().join("config").display()
        );
        connect(&flags(&line), &|_| None, Heard::default().notices()).await
    }

    fn runs(&self) -> usize {
        std::fs::read_to_string(self.folder.path().join("runs"))
            .unwrap_or_default()
            .lines()
            .count()
    }
}

const EXEC: &str = "{apiVersion: client.authentication.k8s.io/v1, command: ./login, args: [SCRIPT, --secret, SECRET], interactiveMode: IfAvailable, env: [{name: WHO, value: me}]}";

fn prints(status: &str) -> String {
    format!(
        "printf '%s' '{{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{status}}}' | sed \"s/RUNS/$RUNS/; s/WHO/$WHO/\""
    )
}

async fn get(cluster: &Cluster) -> Result<()> {
    cluster.get(Resource::PODS, "n", "p").await.map(|_| ())
}

#[tokio::test]
async fn a_login_command_runs_once_for_all_requests() {
    let server = Server::start(|_, _| Reply::json(200, &a_pod())).await;
    let login = Login::new(&server.url, EXEC, &prints(r#"{"token":"t-WHO-RUNS"}"#));
    let cluster = login.connect().await.unwrap();
    for _ in 0..3 {
        get(&cluster).await.unwrap();
    }
    assert_eq!(login.runs(), 1);
    for request in server.requests() {
        assert_eq!(
            request.header("authorization").as_deref(),
            Some("Bearer t-me-1")
        );
    }
}

#[tokio::test]
async fn a_token_is_renewed_when_it_expires_and_when_it_is_not_accepted() {
    let server = Server::start(|number, _| match number {
        2 => Reply::json(
            401,
            &json!({"kind": "Status", "message": "Unauthorized", "code": 401}),
        ),
        _ => Reply::json(200, &a_pod()),
    })
    .await;
    // The first token has expired when it comes; the others never do.
    let script = format!(
        "if [ $RUNS = 1 ]; then {}; else {}; fi",
        prints(r#"{"token":"t-RUNS","expirationTimestamp":"2020-01-01T00:00:00Z"}"#),
        prints(r#"{"token":"t-RUNS"}"#)
    );
    let login = Login::new(&server.url, EXEC, &script);
    let cluster = login.connect().await.unwrap();
    for _ in 0..3 {
        get(&cluster).await.unwrap();
    }
    let tokens: Vec<_> = server
        .requests()
        .iter()
        .map(|request| request.header("authorization").unwrap())
        .collect();
    assert_eq!(
        tokens,
        ["Bearer t-2", "Bearer t-2", "Bearer t-2", "Bearer t-3"]
    );
}

#[tokio::test]
async fn a_token_that_is_never_accepted_is_tried_twice() {
    let unauthorized = json!({"kind": "Status", "message": "Unauthorized", "code": 401});
    let server = Server::start(move |_, _| Reply::json(401, &unauthorized)).await;
    let login = Login::new(&server.url, EXEC, &prints(r#"{"token":"t"}"#));
    let error = get(&login.connect().await.unwrap()).await.unwrap_err();
    assert!(
        error.message.contains("unauthorized") && error.message.contains("context \"c\""),
        "{error}"
    );
    assert_eq!((server.lines().len(), login.runs()), (2, 2));
}

#[tokio::test]
async fn a_login_command_is_told_who_asks() {
    let exec = EXEC.replace("env:", "provideClusterInfo: true, env:");
    let login = Login::new(
        "https://api.test",
        &exec,
        &format!(
            "echo \"$KUBERNETES_EXEC_INFO $@\" > \"$0.info\"\n{}",
            prints(r#"{"token":"t"}"#)
        ),
    );
    login.connect().await.unwrap();
    let info = std::fs::read_to_string(login.folder.path().join("script.info")).unwrap();
    for part in [
        "\"kind\":\"ExecCredential\"",
        "client.authentication.k8s.io/v1",
        "\"interactive\":",
        "https://api.test",
        "--secret SECRET",
    ] {
        assert!(info.contains(part), "{part} not in {info}");
    }
}

#[tokio::test]
async fn what_goes_wrong_with_a_login_command() {
    let never = EXEC.replace("IfAvailable", "Never");
    let missing = never.replace("./login", "no-such-login-command");
    let with_hint = missing.replace(
        "env:",
        "installHint: \"get it from\\nhttps://login.test\", env:",
    );
    for (exec, script, parts, hint) in [
        (
            missing.as_str(),
            "",
            vec!["\"no-such-login-command\"", "\"robot\"", "No such file"],
            "PATH",
        ),
        (
            &with_hint,
            "",
            vec!["\"no-such-login-command\""],
            "https://login.test",
        ),
        (
            &never,
            "echo SECRET; exit 3",
            vec!["login\"", "\"robot\"", "exit status: 3"],
            "log in",
        ),
        (
            &never,
            "echo SECRET",
            vec!["printed no ExecCredential"],
            "kubectl config view",
        ),
        (
            &never,
            &prints("{}"),
            vec!["printed no ExecCredential"],
            "kubectl config view",
        ),
        (
            &never,
            &prints(r#"{"token":"a\nb"}"#),
            vec!["character"],
            "",
        ),
    ] {
        let error: Error = Login::new("https://api.test", exec, script)
            .connect()
            .await
            .err()
            .unwrap();
        for part in parts {
            assert!(error.message.contains(part), "{part:?} not in {error}");
        }
        let hints = error.hint_lines();
        assert!(hints.contains(hint), "{hint:?} not in {hints:?}");
        assert!(
            !format!("{error}{hints}").contains("SECRET"),
            "{error} {hints}"
        );
    }
}

#[tokio::test]
async fn a_token_file_is_read_again_when_its_token_is_not_accepted() {
    let server = Server::start(
        |_, request| match request.header("authorization").as_deref() {
            Some("Bearer new") => Reply::json(200, &a_pod()),
            _ => Reply::json(
                401,
                &json!({"kind": "Status", "message": "Unauthorized", "code": 401}),
            ),
        },
    )
    .await;
    let login = Login::new(&server.url, "{}", "");
    let token = login.folder.path().join("token");
    let config = login.folder.path().join("config");
    let text = std::fs::read_to_string(&config)
        .unwrap()
        .replace("exec: {}", "tokenFile: token");
    std::fs::write(&config, text).unwrap();
    std::fs::write(&token, "old\n").unwrap();
    let cluster = login.connect().await.unwrap();
    assert!(get(&cluster).await.is_err());
    std::fs::write(&token, "new\n").unwrap();
    get(&cluster).await.unwrap();
}
