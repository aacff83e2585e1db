//! The one place that turns what the client library and the API server say into the errors of this program: one line that names
//! the object, the server or the file, and the next command.

mod connection;
mod status;

use http::StatusCode;
use kube::Error as KubeError;
use kube::client::AuthError;
use kube::config::{KubeconfigError, LoadDataError};

pub(super) use connection::{is_broken as is_broken_connection, root_cause};
pub(super) use status::{Missing, missing};

use super::Target;
use super::call::Subject;
use super::fault::Fault;
use crate::error::{Error, ErrorKind, Hint, NextCommand};
use crate::redact;

/// Explains why a request has no answer.
pub(super) fn explain(fault: Fault, subject: &Subject, target: &Target) -> Error {
    match fault {
        Fault::Refused {
            code,
            status: Some(status),
            ..
        } => status::explain(code, &status, subject, target),
        Fault::Refused {
            code,
            status: None,
            text,
        } => not_kubernetes(code, &text, subject, target),
        Fault::Silent(limit) => Error::new(
            ErrorKind::Unreachable,
            format!(
                "{} did not answer within {limit:?}{}",
                target.server,
                in_doubt(subject)
            ),
        )
        .hint(Hint::from(probe()).and("; a longer limit: --request-timeout=5m")),
        Fault::Connection(error) if is_broken_connection(&error) => {
            let mut explained = connection::explain(&error, target);
            explained.message.push_str(in_doubt(subject));
            explained
        }
        Fault::Connection(error) => connection::explain(&error, target),
        Fault::Malformed(why) => Error::failed(format!(
            "{} answered with something that cannot be read: {why}",
            target.server
        ))
        .hint(probe()),
        Fault::Unsent(error) => error,
    }
}

/// A write without an answer may have been done all the same.
fn in_doubt(subject: &Subject) -> &'static str {
    match subject.verb {
        "create" | "patch" | "delete" => "; the request may have been carried out all the same",
        _ => "",
    }
}

/// Explains why there can be no connection, before anything was sent.
pub(super) fn setup(error: &KubeError, target: &Target) -> Error {
    let message = match error {
        KubeError::InferKubeconfig(
            KubeconfigError::LoadClientCertificate(LoadDataError::ReadFile(cause, file))
            | KubeconfigError::LoadClientKey(LoadDataError::ReadFile(cause, file)),
        ) => format!("cannot read {}: {cause}", file.display()),
        KubeError::InferKubeconfig(error) => error.to_string(),
        KubeError::RustlsTls(_) => {
            format!(
                "the client certificate or its key cannot be used: {}",
                root_cause(error)
            )
        }
        KubeError::Auth(AuthError::AuthExecRun { out, .. }) => {
            format!(
                "the login command of the auth-provider failed ({})",
                out.status
            )
        }
        KubeError::HttpError(_) => {
            "a name to impersonate holds characters that a header cannot".to_owned()
        }
        other => root_cause(other),
    };
    let context = target
        .context
        .as_deref()
        .map(|name| format!("context {}: ", quoted(name)));
    Error::failed(format!(
        "{}{}",
        context.unwrap_or_default(),
        redact::text(&message)
    ))
    .hint(NextCommand::kubectl("config view --minify"))
}

/// An answer without a Kubernetes status: a proxy, a load balancer, or not an API server at all.
fn not_kubernetes(code: StatusCode, text: &str, subject: &Subject, target: &Target) -> Error {
    if code == StatusCode::NOT_FOUND
        && let Some(resource) = subject.resource
    {
        return status::not_served(resource, target);
    }
    if code == StatusCode::UNAUTHORIZED {
        return status::unauthorized(target);
    }
    let first_line = text.lines().next().unwrap_or_default().trim();
    let said = match first_line {
        "" => String::new(),
        html if html.starts_with('<') => String::new(),
        line => format!(": {}", line.chars().take(200).collect::<String>()),
    };
    let error = Error::failed(format!(
        "{} answered {code}{}",
        target.server,
        redact::text(&said)
    ));
    if text.contains("HTTP request to an HTTPS server") {
        return error.hint(format!(
            "--server {}",
            target.server.replacen("http://", "https://", 1)
        ));
    }
    error.hint(probe())
}

/// The resource of `subject` is not served.
pub(super) fn not_served(subject: &Subject, target: &Target) -> Error {
    match subject.resource {
        Some(resource) => status::not_served(resource, target),
        None => Error::unsupported(format!("{} does not serve it", target.server)),
    }
}

/// The command that shows whether kubectl reaches the same server.
fn probe() -> NextCommand {
    NextCommand::kubectl("get --raw /readyz")
}

/// A name in double quotes.
pub(super) fn quoted(name: &str) -> impl std::fmt::Display {
    format!("{name:?}")
}
