//! The one place that turns what the client library and the API server report into errors of this program: one line that names the
//! object, the server or the file, and the next command.

mod refusal;
mod unreachable;
mod words;

use http::StatusCode;
use kube::Error as KubeError;
use kube::client::{AuthError, RustlsTlsError};
use kube::config::{KubeconfigError, LoadDataError};

pub(super) use words::{quoted, show_kubeconfig};

use super::call::Subject;
use super::cause;
use super::fault::Fault;
use super::target::ServerTarget;
use crate::error::{Error, ErrorKind, Hint};
use crate::redact;
use words::probe;

/// How the message ends for a write that the server may have carried out.
pub const IN_DOUBT: &str = "; the request may have been carried out";

/// Explains why a request has no answer. The kind is `Unknown` for a write that the server may have carried out.
pub(super) fn explain(fault: Fault, subject: &Subject, target: &ServerTarget) -> Error {
    let is_in_doubt = subject.writes && fault.leaves_outcome_open();
    let error = explain_cause(fault, subject, target);
    match error.kind {
        // The API server reports an unknown field of an apply as 500, and then has written nothing.
        ErrorKind::Invalid => error,
        _ if is_in_doubt => Error {
            kind: ErrorKind::Unknown,
            message: format!("{}{IN_DOUBT}", error.message),
            ..error
        },
        _ => error,
    }
}

fn explain_cause(fault: Fault, subject: &Subject, target: &ServerTarget) -> Error {
    match fault {
        Fault::Refused {
            code,
            status: Some(status),
            ..
        } => refusal::explain(code, &status, subject, target),
        Fault::Refused {
            code,
            status: None,
            text,
        } => not_kubernetes(code, &text, subject, target),
        Fault::Silent(limit) => Error::new(
            ErrorKind::Unreachable,
            format!("{} did not answer within {limit:?}", target.server),
        )
        .hint(Hint::from(probe()).and("; a longer limit: --request-timeout=5m")),
        Fault::Connection(error) => unreachable::explain(&error, target),
        Fault::Malformed(why) => Error::failed(format!(
            "{} answered with something that cannot be read: {why}",
            target.server
        ))
        .hint(probe()),
        Fault::Expired(times) => Error::failed(format!(
            "{} forgot its list of {} {times} times while the list was read",
            target.server,
            refusal::object(subject)
        ))
        .hint("try again when the API server is less busy"),
        Fault::Unsent(error) => error,
    }
}

/// Explains why there can be no connection, before anything was sent.
pub(super) fn setup(error: &KubeError, target: &ServerTarget) -> Error {
    let message = match error {
        KubeError::InferKubeconfig(
            KubeconfigError::LoadClientCertificate(LoadDataError::ReadFile(cause, file))
            | KubeconfigError::LoadClientKey(LoadDataError::ReadFile(cause, file)),
        ) => format!("cannot read {}: {cause}", file.display()),
        KubeError::InferKubeconfig(error) => error.to_string(),
        KubeError::RustlsTls(RustlsTlsError::InvalidServerName(_)) => {
            "the server name of TLS (tls-server-name) is neither a DNS name nor an address"
                .to_owned()
        }
        KubeError::RustlsTls(RustlsTlsError::AddRootCertificate(_)) => {
            format!(
                "a certificate authority cannot be used: {}",
                cause::root_cause(error)
            )
        }
        KubeError::RustlsTls(_) if cause::mentions(error, "UnsupportedCertVersion") => {
            return client_certificate_of_version_1(target);
        }
        KubeError::RustlsTls(_) => {
            format!(
                "the client certificate or its key cannot be used: {}",
                cause::root_cause(error)
            )
        }
        KubeError::Auth(AuthError::AuthExecRun { out, .. }) => {
            format!(
                "the login command of the auth-provider failed ({})",
                out.status
            )
        }
        KubeError::HttpError(_) => {
            "a name to impersonate contains characters that a header cannot contain".to_owned()
        }
        other => cause::root_cause(other),
    };
    setup_failure(&message, target).hint(show_kubeconfig())
}

fn setup_failure(message: &str, target: &ServerTarget) -> Error {
    let context = target.context.as_deref();
    let context = context.map(|name| format!("context {}: ", quoted(name)));
    let context = context.unwrap_or_default();
    Error::failed(format!("{context}{}", redact::text(message)))
}

/// kubectl accepts such a certificate; the TLS library of this program does not.
fn client_certificate_of_version_1(target: &ServerTarget) -> Error {
    let message = "the client certificate is of X.509 version 1, which kubectl accepts and this program does not; use one of version 3";
    setup_failure(message, target).hint(
        "sign the same request again with an extension: openssl x509 -req -in USER.csr -CA ca.crt -CAkey ca.key -days 365 -extfile <(echo extendedKeyUsage=clientAuth) -out USER.crt",
    )
}

/// An answer without a Kubernetes status: a proxy, a load balancer, or not an API server at all.
fn not_kubernetes(code: StatusCode, text: &str, subject: &Subject, target: &ServerTarget) -> Error {
    if code == StatusCode::NOT_FOUND
        && let Some(resource) = subject.resource
    {
        return refusal::not_served(resource, target);
    }
    if code == StatusCode::UNAUTHORIZED {
        return refusal::unauthorized(target);
    }
    let first_line = text.lines().next().unwrap_or_default().trim();
    let quote = match first_line {
        "" => String::new(),
        html if html.starts_with('<') => String::new(),
        line => format!(": {}", line.chars().take(200).collect::<String>()),
    };
    let kind = match code {
        StatusCode::FORBIDDEN => ErrorKind::Forbidden,
        _ => ErrorKind::Failed,
    };
    let message = format!("{} answered {code}{}", target.server, redact::text(&quote));
    let error = Error::new(kind, message);
    if text.contains("HTTP request to an HTTPS server") {
        return error.hint(format!(
            "--server {}",
            target.server.replacen("http://", "https://", 1)
        ));
    }
    error.hint(probe())
}

/// The resource of `subject` is not served.
pub(super) fn not_served(subject: &Subject, target: &ServerTarget) -> Error {
    match subject.resource {
        Some(resource) => refusal::not_served(resource, target),
        None => Error::new(
            ErrorKind::NotServed,
            format!("{} does not serve what was asked for", target.server),
        ),
    }
}
