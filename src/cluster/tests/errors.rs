//! What the API server and the network say, and what the user reads.

use std::io::{self, ErrorKind};
use std::sync::Arc;

use http::StatusCode;
use rustls::{AlertDescription, CertificateError, OtherError};
use serde_json::{Value, json};

use super::super::call::Subject;
use super::super::error::explain;
use super::super::fault::Fault;
use super::super::read::subject;
use super::super::{Found, Resource, Target};
use super::server::{Reply, Server};
use crate::api::{Kind, Operator};
use crate::error::{Error, Exit};

pub const BACKUPS: Resource = Resource::of(Operator::V2, Kind::Backup);

pub fn target() -> Target {
    Target {
        context: Some("prod".to_owned()),
        server: "https://api:6443".to_owned(),
        proxy: None,
        namespace: "ns".to_owned(),
        files: Vec::new(),
    }
}

pub fn of(verb: &'static str) -> Subject {
    subject(verb, BACKUPS, Some("ns"), Some("x"))
}

pub fn refused(code: u16, status: &Value) -> Fault {
    let mut status = status.clone();
    status["code"] = json!(code);
    let status = serde_json::from_value(status).unwrap();
    Fault::Refused {
        code: StatusCode::from_u16(code).unwrap(),
        status: Some(Box::new(status)),
        text: String::new(),
    }
}

pub fn details(causes: &Value) -> Value {
    json!({"name": "x", "group": "br.pingcap.com", "kind": "backups", "causes": causes})
}

fn broken(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Fault {
    Fault::Connection(kube::Error::Service(cause.into()))
}

fn tls(error: rustls::Error) -> Fault {
    broken(io::Error::new(ErrorKind::InvalidData, error))
}

#[test]
fn broken_connections() {
    let certificate = |error| tls(rustls::Error::InvalidCertificate(error));
    let own_ca =
        CertificateError::Other(OtherError(Arc::new(io::Error::other("CaUsedAsEndEntity"))));
    for (fault, part, hint) in [
        (
            broken(io::Error::from(ErrorKind::ConnectionRefused)),
            "connection refused",
            "get --raw /readyz",
        ),
        (
            broken(io::Error::from(ErrorKind::TimedOut)),
            "within 10 s",
            "get --raw /readyz",
        ),
        (
            broken(io::Error::from(ErrorKind::ConnectionReset)),
            "broke",
            "get --raw /readyz",
        ),
        (
            certificate(CertificateError::UnknownIssuer),
            "authority that is not known",
            "--certificate-authority",
        ),
        (certificate(CertificateError::Expired), "expired", "renew"),
        (
            certificate(CertificateError::NotValidForName),
            "another host name",
            "--tls-server-name",
        ),
        (
            certificate(CertificateError::NotValidYet),
            "not valid yet",
            "date",
        ),
        (
            certificate(own_ca),
            "its own certificate authority",
            "signed",
        ),
        (
            tls(rustls::Error::AlertReceived(
                AlertDescription::CertificateExpired,
            )),
            "client certificate has expired",
            "kubectl",
        ),
        (
            tls(rustls::Error::AlertReceived(AlertDescription::UnknownCA)),
            "does not accept the client certificate",
            "kubectl",
        ),
        (
            tls(rustls::Error::InvalidMessage(
                rustls::InvalidMessage::InvalidContentType,
            )),
            "does not speak TLS",
            "--server http://api:6443",
        ),
    ] {
        let error = explain(fault, &of("get"), &target());
        assert!(
            error.message.contains("https://api:6443") && error.message.contains(part),
            "{part}: {error}"
        );
        assert_eq!(error.exit(), Exit::Failed);
        assert!(
            error.hint_lines().contains(hint),
            "{hint:?} not in {:?}",
            error.hints
        );
    }
}

#[test]
fn a_write_without_an_answer_may_have_been_done() {
    let reset = || broken(io::Error::from(ErrorKind::ConnectionReset));
    let silent = || Fault::Silent(std::time::Duration::from_secs(60));
    let refused = || broken(io::Error::from(ErrorKind::ConnectionRefused));
    for (fault, verb, in_doubt) in [
        (reset(), "get", false),
        (reset(), "patch", true),
        (silent(), "list", false),
        (silent(), "create", true),
        (refused(), "delete", false),
    ] {
        let error = explain(fault, &of(verb), &target());
        assert_eq!(
            error.message.contains("may have been carried out"),
            in_doubt,
            "{verb}: {error}"
        );
    }
}

#[tokio::test]
async fn an_answer_of_another_form_is_not_quoted() {
    let server =
        Server::start(|_, _| Reply::json(200, &json!({"metadata": {}, "items": ["SECRET"]}))).await;
    let cluster = super::to(&server, "").await;
    let list = cluster
        .list_all::<u32>(Resource::PODS, None, &super::super::ListQuery::default())
        .await;
    let error = list.unwrap_err();
    assert!(
        error.message.contains("not of the expected form") && !error.message.contains("SECRET"),
        "{error}"
    );
}

#[tokio::test]
async fn a_refused_connection_names_the_server() {
    let heard = super::Heard::default();
    let cluster = super::with_flags("--server http://127.0.0.1:1", &heard)
        .await
        .unwrap();
    let error: Error = cluster.get(Resource::PODS, "n", "p").await.unwrap_err();
    assert!(
        error
            .message
            .contains("http://127.0.0.1:1: connection refused"),
        "{error}"
    );
    assert_eq!(error.hint_lines(), "kubectl get --raw /readyz");
}

#[tokio::test]
async fn answers_that_are_not_of_kubernetes() {
    let html = "<html>login</html>";
    for (code, text, part) in [
        (502, html, "answered 502"),
        (
            400,
            "Client sent an HTTP request to an HTTPS server.\n",
            "HTTP request to an HTTPS server",
        ),
        (200, html, "cannot be read"),
        (200, "", "cannot be read"),
        (403, html, "answered 403"),
        (401, "Unauthorized", "unauthorized"),
    ] {
        let server =
            Server::start(move |_, _| Reply::Whole(code, String::new(), text.to_owned())).await;
        let error = super::to(&server, "")
            .await
            .get(Resource::PODS, "n", "p")
            .await
            .unwrap_err();
        assert!(
            error.message.contains(part) && error.message.contains(&server.url),
            "{code} {text:?}: {error}"
        );
        assert!(!error.message.contains("<html>"), "{error}");
        assert_eq!(
            (error.exit(), error.hints.len()),
            (Exit::Failed, 1),
            "{code} {text:?}"
        );
    }
}

#[tokio::test]
async fn a_404_says_whether_the_object_or_the_resource_is_missing() {
    for (body, expected) in [
        ("404 page not found\n".to_owned(), Found::NotServed),
        (json!({"kind": "Status", "message": "the server could not find the requested resource", "details": {}}).to_string(), Found::NotServed),
        (json!({"kind": "Status", "message": "the server could not find the requested resource"}).to_string(), Found::NotServed),
        (json!({"kind": "Status", "message": "backups \"x\" not found", "details": details(&json!([]))}).to_string(), Found::NotFound),
    ] {
        let server = Server::start(move |_, _| Reply::Whole(404, String::new(), body.clone())).await;
        let found = super::to(&server, "").await.get(BACKUPS, "ns", "x").await.unwrap();
        assert_eq!(found, expected);
        assert_eq!(server.lines().len(), 1);
    }
}
