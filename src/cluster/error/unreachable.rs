//! Explains a connection that was not made, or that broke, by the innermost cause.

use std::io;

use rustls::{AlertDescription, CertificateError};

use super::super::cause;
use super::super::target::ServerTarget;
use super::words::{probe, show_kubeconfig};
use crate::error::{Error, ErrorKind, Hint};

/// Explains a failed connection.
pub(super) fn explain(error: &kube::Error, target: &ServerTarget) -> Error {
    let server = &target.server;
    if let Some(tls) = cause::find::<rustls::Error>(error) {
        return explain_tls(tls, target);
    }
    let via = target
        .proxy
        .as_ref()
        .map(|proxy| format!(" through the proxy {proxy}"))
        .unwrap_or_default();
    let message = match cause::find::<io::Error>(error).map(io::Error::kind) {
        Some(io::ErrorKind::ConnectionRefused) => {
            format!(
                "cannot connect to {server}{via}: connection refused; is the address right and the API server running?"
            )
        }
        Some(io::ErrorKind::TimedOut) => {
            format!("cannot connect to {server}{via}: no answer within 10 s")
        }
        _ if cause::mentions(error, "dns error") => {
            format!(
                "cannot connect to {server}{via}: the host name is not known ({})",
                cause::root_cause(error)
            )
        }
        _ if cause::is_broken(error) => format!(
            "the connection to {server}{via} broke: {}",
            cause::root_cause(error)
        ),
        _ => format!("cannot talk to {server}{via}: {}", cause::root_cause(error)),
    };
    unreachable(message).hint(probe())
}

fn unreachable(message: impl AsRef<str>) -> Error {
    Error::new(ErrorKind::Unreachable, message)
}

fn explain_tls(error: &rustls::Error, target: &ServerTarget) -> Error {
    let server = &target.server;
    let untrusted =
        |why: &str| unreachable(format!("cannot trust the certificate of {server}: {why}"));
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
            unreachable(format!("cannot connect to {server}: {why}")).hint(Hint::from(show_kubeconfig()).and(" shows the credentials in use"))
        }
        rustls::Error::InvalidMessage(_) => unreachable(format!("cannot connect to {server}: it does not speak TLS"))
            .hint(format!("--server {}", server.replacen("https://", "http://", 1))),
        other => unreachable(format!("cannot connect to {server}: {other}")).hint(probe()),
    }
}
