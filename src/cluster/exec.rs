//! Login commands (exec plugins), by the protocol of client-go: the request is in `KUBERNETES_EXEC_INFO`, the answer is an
//! `ExecCredential` on stdout. The command inherits stderr and, where it is a terminal, stdin.

use std::io::IsTerminal;
use std::process::{Command, Stdio};

use chrono::{DateTime, Utc};
use kube::config::{ExecConfig, ExecInteractiveMode};
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::json;

use super::error::{quoted, show_kubeconfig};
use crate::error::{Error, Hint, Result};

/// The credentials that a login command printed.
#[derive(Debug, Default)]
pub(super) struct Login {
    pub token: Option<SecretString>,
    /// Certificate and key in PEM.
    pub identity: Option<(String, SecretString)>,
    pub expires: Option<DateTime<Utc>>,
}

#[derive(Deserialize)]
struct ExecCredential {
    status: Option<Status>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Status {
    token: Option<String>,
    client_certificate_data: Option<String>,
    client_key_data: Option<String>,
    expiration_timestamp: Option<String>,
}

/// Runs the login command of `user` on a blocking thread, because it may wait for a person.
///
/// # Errors
/// There is no command, or it is missing, fails, or prints no credential. Its arguments are not shown, because they may be secrets.
pub(super) async fn login(config: &ExecConfig, user: &str) -> Result<Login> {
    let owned = (config.clone(), user.to_owned());
    tokio::task::spawn_blocking(move || run(&owned.0, &owned.1))
        .await
        .unwrap_or_else(|error| {
            Err(Error::failed(format!(
                "the login command was aborted: {error}"
            )))
        })
}

fn run(config: &ExecConfig, user: &str) -> Result<Login> {
    let name = config.command.as_deref().unwrap_or_default();
    let described = format!(
        "the login command {} of user {}",
        quoted(name),
        quoted(user)
    );
    let interactive = interactive(config, &described)?;
    let mut command = Command::new(name);
    command
        .args(config.args.iter().flatten())
        .stdin(if interactive {
            Stdio::inherit()
        } else {
            Stdio::null()
        })
        .stderr(Stdio::inherit())
        .env(
            "KUBERNETES_EXEC_INFO",
            exec_info(config, interactive).to_string(),
        );
    for variable in config.env.iter().flatten() {
        if let (Some(name), Some(value)) = (variable.get("name"), variable.get("value")) {
            command.env(name, value);
        }
    }
    let output = command
        .output()
        .map_err(|error| missing(config, name, &described, &error))?;
    if !output.status.success() {
        return Err(
            Error::failed(format!("{described} failed ({})", output.status)).hint(format!(
                "log in with {name} again; its own message is above"
            )),
        );
    }
    parse(&output.stdout).ok_or_else(|| {
        Error::failed(format!(
            "{described} printed no ExecCredential with a token or a certificate"
        ))
        .hint(Hint::from(show_kubeconfig()).and(" shows the command and its arguments"))
    })
}

fn interactive(config: &ExecConfig, described: &str) -> Result<bool> {
    let terminal = std::io::stdin().is_terminal();
    match config.interactive_mode {
        Some(ExecInteractiveMode::Never) => Ok(false),
        Some(ExecInteractiveMode::Always) if !terminal => Err(Error::failed(format!(
            "{described} asks questions, and stdin is not a terminal"
        ))
        .hint("run this once in a terminal, or use a user that needs no questions: --user NAME")),
        _ => Ok(terminal),
    }
}

fn exec_info(config: &ExecConfig, interactive: bool) -> serde_json::Value {
    let spec = match &config.cluster {
        Some(cluster) => json!({"interactive": interactive, "cluster": cluster}),
        None => json!({"interactive": interactive}),
    };
    json!({"kind": "ExecCredential", "apiVersion": config.api_version, "spec": spec})
}

fn missing(config: &ExecConfig, name: &str, described: &str, error: &std::io::Error) -> Error {
    let mut failure = Error::failed(format!("{described} cannot be run: {error}"));
    let hint = config.install_hint.iter().flat_map(|text| text.lines());
    for line in hint.map(str::trim).filter(|line| !line.is_empty()) {
        failure = failure.hint(line);
    }
    if failure.hints.is_empty() {
        failure = failure.hint(format!("install {name}, or add its folder to PATH"));
    }
    failure
}

/// Parses JSON or YAML, as client-go does.
fn parse(stdout: &[u8]) -> Option<Login> {
    let credential: ExecCredential = serde_yaml::from_slice(stdout).ok()?;
    let status = credential.status?;
    let key = status.client_key_data.map(SecretString::from);
    let identity = status.client_certificate_data.zip(key);
    let token = status.token.map(SecretString::from);
    if token.is_none() && identity.is_none() {
        return None;
    }
    let expires = match status.expiration_timestamp {
        Some(text) => Some(DateTime::parse_from_rfc3339(&text).ok()?.to_utc()),
        None => None,
    };
    Some(Login {
        token,
        identity,
        expires,
    })
}
