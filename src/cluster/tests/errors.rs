//! What the API server and the network say, and what the user reads.

use std::io::{self, ErrorKind};
use std::sync::Arc;

use http::StatusCode;
use rustls::{AlertDescription, CertificateError, OtherError};
use serde_json::{Value, json};

use super::super::call::Subject;
use super::super::error::explain;
use super::super::fault::Fault;
use super::super::{
    AccessQuestion, DeleteOptions, Found, ListQuery, Patch, Resource, ServerTarget, WriteOptions,
};
use super::server::{Reply, Server};
use crate::api::Operator;
use crate::error::{Error, ErrorKind as Kind, Result};

pub const BACKUPS: Resource = Resource::of(Operator::V2, crate::api::Kind::Backup);

pub fn target() -> ServerTarget {
    ServerTarget {
        context: Some("prod".to_owned()),
        server: "https://api:6443".to_owned(),
        proxy: None,
        namespace: "ns".to_owned(),
        files: Vec::new(),
    }
}

pub fn of(verb: &'static str) -> Subject {
    Subject::new(verb, BACKUPS, Some("ns"), Some("x"))
}

pub fn refused_with(code: u16, status: &Value) -> Fault {
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
        assert_eq!(error.kind, Kind::Unreachable);
        assert!(
            error.hint_lines().contains(hint),
            "{hint:?} not in {:?}",
            error.hints
        );
    }
}

/// Whether a failed write may have been carried out decides what is said and done next, so each fault has its kind here.
#[test]
fn the_kind_of_a_failure_without_a_usable_answer() {
    let broken = |kind: ErrorKind| move || broken(io::Error::from(kind));
    let code = |code: u16| {
        move || Fault::Refused {
            code: StatusCode::from_u16(code).unwrap(),
            status: None,
            text: "<html>".to_owned(),
        }
    };
    let silent = || Fault::Silent(std::time::Duration::from_secs(60));
    let (reset, refused) = (ErrorKind::ConnectionReset, ErrorKind::ConnectionRefused);
    let untrusted = || tls(rustls::Error::InvalidCertificate(CertificateError::Expired));
    // The kinds for a read and for a write.
    type Row = (&'static str, Box<dyn Fn() -> Fault>, Kind, Kind);
    let rows: [Row; 12] = [
        (
            "reset",
            Box::new(broken(reset)),
            Kind::Unreachable,
            Kind::Unknown,
        ),
        (
            "refused",
            Box::new(broken(refused)),
            Kind::Unreachable,
            Kind::Unreachable,
        ),
        (
            "other",
            Box::new(broken(ErrorKind::Other)),
            Kind::Unreachable,
            Kind::Unknown,
        ),
        (
            "untrusted",
            Box::new(untrusted),
            Kind::Unreachable,
            Kind::Unreachable,
        ),
        ("silent", Box::new(silent), Kind::Unreachable, Kind::Unknown),
        (
            "malformed",
            Box::new(|| Fault::Malformed("x".into())),
            Kind::Failed,
            Kind::Unknown,
        ),
        ("302", Box::new(code(302)), Kind::Failed, Kind::Failed),
        ("403", Box::new(code(403)), Kind::Forbidden, Kind::Forbidden),
        ("408", Box::new(code(408)), Kind::Failed, Kind::Unknown),
        ("413", Box::new(code(413)), Kind::Failed, Kind::Failed),
        ("502", Box::new(code(502)), Kind::Failed, Kind::Unknown),
        ("504", Box::new(code(504)), Kind::Failed, Kind::Unknown),
    ];
    for (name, fault, read, write) in rows {
        let writing = Subject {
            writes: true,
            ..of("patch")
        };
        for (subject, kind) in [(of("get"), read), (writing, write)] {
            let error = explain(fault(), &subject, &target());
            assert_eq!(error.kind, kind, "{name}, {}: {error}", subject.verb);
            let told = error.message.contains("may have been carried out");
            assert_eq!(told, kind == Kind::Unknown, "{name}: {error}");
        }
    }
    let timeout = json!({"reason": "Timeout", "message": "the server was unable to return a response in time"});
    let writing = Subject {
        writes: true,
        ..of("create")
    };
    let error = explain(refused_with(504, &timeout), &writing, &target());
    assert_eq!(error.kind, Kind::Unknown, "{error}");
}

#[tokio::test]
async fn an_answer_of_another_form_is_not_quoted() {
    let server = Server::start(|_, _| {
        Reply::json(
            200,
            &json!({"apiVersion": "v1", "kind": "PodList", "metadata": {}, "items": ["SECRET"]}),
        )
    })
    .await;
    let cluster = super::to(&server, "").await;
    let list = cluster
        .list_all::<u32>(Resource::PODS, None, &ListQuery::default())
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
    for (code, text, kind, part) in [
        (502, html, Kind::Failed, "answered 502"),
        (
            400,
            "Client sent an HTTP request to an HTTPS server.\n",
            Kind::Failed,
            "HTTP request to an HTTPS server",
        ),
        (200, html, Kind::Failed, "cannot be read"),
        (200, "", Kind::Failed, "cannot be read"),
        (403, html, Kind::Forbidden, "answered 403"),
        (401, "Unauthorized", Kind::Unauthorized, "unauthorized"),
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
            (error.kind, error.hints.len()),
            (kind, 1),
            "{code} {text:?}"
        );
    }
}

/// A gateway that answers 200 with JSON of its own must not pass for an empty list, a write that was done, or a right that is missing.
#[tokio::test]
async fn json_that_is_not_of_kubernetes_is_never_a_result() {
    let failure =
        json!({"apiVersion": "v1", "kind": "Status", "status": "Failure", "message": "no"});
    let others = [
        json!({"error": "log in"}),
        json!({}),
        json!([]),
        json!("ok"),
        failure,
    ];
    for answer in others {
        let reply = answer.clone();
        let server = Server::start(move |_, _| Reply::json(200, &reply)).await;
        let cluster = super::to(&server, "").await;
        let (pods, query) = (Resource::PODS, ListQuery::default());
        let pod = super::a_pod();
        let merge = Patch::Merge(&pod);
        let question = AccessQuestion {
            verb: "get",
            resource: pods,
            subresource: None,
            namespace: None,
            name: None,
        };
        let dry = WriteOptions {
            dry_run: true,
            ..WriteOptions::default()
        };
        let (write, delete) = (WriteOptions::default(), DeleteOptions::default());
        let outcomes: [(&str, Kind, Result<()>); 9] = [
            (
                "get",
                Kind::Failed,
                cluster.get(pods, "n", "p").await.map(drop),
            ),
            (
                "list",
                Kind::Failed,
                cluster
                    .list_all::<Value>(pods, None, &query)
                    .await
                    .map(drop),
            ),
            (
                "served",
                Kind::Failed,
                cluster.served(Operator::V2).await.map(drop),
            ),
            (
                "schemas",
                Kind::Failed,
                cluster.schemas(Operator::V2).await.map(drop),
            ),
            (
                "rights",
                Kind::Failed,
                cluster.may(question).await.map(drop),
            ),
            (
                "dry run",
                Kind::Failed,
                cluster.create(&pod, dry).await.map(drop),
            ),
            (
                "create",
                Kind::Unknown,
                cluster.create(&pod, write).await.map(drop),
            ),
            (
                "patch",
                Kind::Unknown,
                cluster
                    .patch(pods, "n", "p", merge, None, write)
                    .await
                    .map(drop),
            ),
            (
                "delete",
                Kind::Unknown,
                cluster.delete(pods, "n", "p", &delete).await.map(drop),
            ),
        ];
        for (what, kind, outcome) in outcomes {
            let error = outcome
                .err()
                .unwrap_or_else(|| panic!("{what}: {answer} is no result"));
            assert_eq!(error.kind, kind, "{what} {answer}: {error}");
            assert!(
                error.message.contains("cannot be read"),
                "{what} {answer}: {error}"
            );
        }
        assert_eq!(server.lines().len(), 9, "none is sent twice");
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
