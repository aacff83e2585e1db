//! No connection, or one that broke: told apart by the innermost cause.

use std::error::Error as StdError;
use std::io::{self, ErrorKind};

use rustls::{AlertDescription, CertificateError};

use super::super::Target;
use super::probe;
use crate::error::{Error, Hint, NextCommand};
use crate::redact;

/// Explains a failed connection.
pub(super) fn explain(error: &kube::Error, target: &Target) -> Error {
    let server = &target.server;
    if let Some(tls) = find::<rustls::Error>(error) {
        return explain_tls(tls, target);
    }
    let via = target
        .proxy
        .as_ref()
        .map(|proxy| format!(" through the proxy {proxy}"))
        .unwrap_or_default();
    let message = match find::<io::Error>(error).map(io::Error::kind) {
        Some(ErrorKind::ConnectionRefused) => {
            format!(
                "cannot connect to {server}{via}: connection refused; is the address right and the API server running?"
            )
        }
        Some(ErrorKind::TimedOut) => {
            format!("cannot connect to {server}{via}: no answer within 10 s")
        }
        _ if text_in_chain(error, "dns error") => {
            format!(
                "cannot connect to {server}{via}: the host name is not known ({})",
                root_cause(error)
            )
        }
        _ if is_broken(error) => format!(
            "the connection to {server}{via} broke: {}",
            root_cause(error)
        ),
        _ => format!("cannot talk to {server}{via}: {}", root_cause(error)),
    };
    Error::new(crate::ErrorKind::Unreachable, message).hint(probe())
}

fn explain_tls(error: &rustls::Error, target: &Target) -> Error {
    let server = &target.server;
    let untrusted =
        |why: &str| Error::failed(format!("cannot trust the certificate of {server}: {why}"));
    match error {
        rustls::Error::InvalidCertificate(cause) => match cause {
            CertificateError::UnknownIssuer => untrusted("it is signed by an authority that is not known here")
                .hint("give the authority: --certificate-authority FILE, or certificate-authority in the kubeconfig"),
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                untrusted("it has expired").hint("renew the API server's certificate (kubeadm certs check-expiration)")
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                untrusted("it is not valid yet").hint("date -u shows the clock of this machine")
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                untrusted("it is for another host name").hint("give a name that stands in it: --tls-server-name NAME")
            }
            other if other.to_string().contains("CaUsedAsEndEntity") => {
                untrusted("it is its own certificate authority, which is not accepted as a server certificate")
                    .hint("have the server's certificate signed by the authority instead of being the authority")
            }
            other => untrusted(&other.to_string()).hint(probe()),
        },
        rustls::Error::AlertReceived(alert) => {
            let why = match alert {
                AlertDescription::CertificateExpired => "the client certificate has expired".to_owned(),
                AlertDescription::CertificateRequired => "it asks for a client certificate".to_owned(),
                AlertDescription::BadCertificate | AlertDescription::UnknownCA | AlertDescription::CertificateUnknown => {
                    "it does not accept the client certificate".to_owned()
                }
                other => format!("it ended the TLS handshake with {other:?}"),
            };
            Error::failed(format!("cannot connect to {server}: {why}")).hint(Hint::from(NextCommand::kubectl("config view --minify")).and(" shows the credentials in use"))
        }
        rustls::Error::InvalidMessage(_) => Error::failed(format!("cannot connect to {server}: it does not speak TLS"))
            .hint(format!("--server {}", server.replacen("https://", "http://", 1))),
        other => Error::failed(format!("cannot connect to {server}: {other}")).hint(probe()),
    }
}

/// Whether the connection broke after it stood, so that a read may simply be repeated.
pub(in crate::cluster) fn is_broken(error: &kube::Error) -> bool {
    let broken = |kind| {
        matches!(
            kind,
            ErrorKind::ConnectionReset
                | ErrorKind::ConnectionAborted
                | ErrorKind::BrokenPipe
                | ErrorKind::UnexpectedEof
        )
    };
    if find::<rustls::Error>(error).is_some() {
        return false;
    }
    find::<io::Error>(error).is_some_and(|error| broken(error.kind()))
        || find::<hyper::Error>(error).is_some_and(hyper::Error::is_incomplete_message)
}

/// The innermost cause, in one line.
pub(in crate::cluster) fn root_cause(error: &kube::Error) -> String {
    let text = chain(error)
        .last()
        .map(ToString::to_string)
        .unwrap_or_default();
    redact::text(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn find<E: StdError + 'static>(error: &kube::Error) -> Option<&E> {
    chain(error).find_map(|cause| cause.downcast_ref())
}

fn text_in_chain(error: &kube::Error, text: &str) -> bool {
    chain(error).any(|cause| cause.to_string().contains(text))
}

/// The error and its causes. An `io::Error` hides the error it was made from behind `get_ref`.
fn chain(error: &kube::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    let first: &(dyn StdError + 'static) = error;
    std::iter::successors(Some(first), |cause| within(*cause))
}

fn within<'a>(cause: &'a (dyn StdError + 'static)) -> Option<&'a (dyn StdError + 'static)> {
    match cause
        .downcast_ref::<io::Error>()
        .and_then(io::Error::get_ref)
    {
        Some(inner) => Some(inner),
        None => cause.source(),
    }
}
