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
use super::flags;
use super::server::{Reply, Server};
use crate::api::{Kind, Operator};
use crate::error::{Error, Exit};

const BACKUPS: Resource = Resource::of(Operator::V2, Kind::Backup);

fn target() -> Target {
    Target {
        context: Some("prod".to_owned()),
        server: "https://api:6443".to_owned(),
        proxy: None,
        namespace: "ns".to_owned(),
        files: Vec::new(),
        given: super::super::target::given(&flags("--context prod")),
    }
}

fn of(verb: &'static str) -> Subject {
    subject(verb, BACKUPS, Some("ns"), Some("x"))
}

fn refused(code: u16, status: &Value) -> Fault {
    let mut status = status.clone();
    status["code"] = json!(code);
    let status = serde_json::from_value(status).unwrap();
    Fault::Refused {
        code: StatusCode::from_u16(code).unwrap(),
        status: Some(Box::new(status)),
        text: String::new(),
    }
}

fn details(causes: &Value) -> Value {
    json!({"name": "x", "group": "br.pingcap.com", "kind": "backups", "causes": causes})
}

#[test]
fn refusals_of_the_api_server() {
    let forbidden = |scope: &str| {
        format!(
            "backups.br.pingcap.com \"x\" is forbidden: User \"system:serviceaccount:a:b\" cannot VERB resource \"backups\" in API group \"br.pingcap.com\" {scope}"
        )
    };
    let rows = [
        (
            of("get"),
            403,
            json!({"reason": "Forbidden", "message": forbidden("in the namespace \"ns\"")}),
            Exit::Failed,
            "forbidden: cannot get backups.br.pingcap.com \"x\" in namespace \"ns\" (user \"system:serviceaccount:a:b\")",
            "kubectl --context prod auth can-i get backups.br.pingcap.com -n ns",
        ),
        (
            subject("list", BACKUPS, None, None),
            403,
            json!({"reason": "Forbidden", "message": forbidden("at the cluster scope: RBAC: role \"r\" not found")}),
            Exit::Failed,
            "forbidden: cannot list backups.br.pingcap.com in all namespaces (user \"system:serviceaccount:a:b\"): RBAC: role \"r\" not found",
            "kubectl --context prod auth can-i list backups.br.pingcap.com -A",
        ),
        (
            of("create"),
            403,
            json!({"reason": "Forbidden", "message": "exceeded quota: q"}),
            Exit::Failed,
            "forbidden: exceeded quota: q",
            "",
        ),
        (
            of("patch"),
            404,
            json!({"reason": "NotFound", "message": "backups \"x\" not found", "details": details(&json!([]))}),
            Exit::Failed,
            "backup.br.pingcap.com/x not found in namespace \"ns\"",
            "kubectl --context prod get backups.br.pingcap.com -n ns",
        ),
        (
            of("create"),
            404,
            json!({"reason": "NotFound", "message": "namespaces \"ns\" not found", "details": {"name": "ns", "kind": "namespaces"}}),
            Exit::Failed,
            "namespace \"ns\" does not exist",
            "kubectl --context prod create namespace ns",
        ),
        (
            of("create"),
            404,
            json!({"reason": "NotFound", "message": "the server could not find the requested resource", "details": {}}),
            Exit::Unsupported,
            "https://api:6443 does not serve backups.br.pingcap.com: its CRD is not installed",
            "kubectl --context prod api-resources --api-group=br.pingcap.com",
        ),
        (
            of("create"),
            409,
            json!({"reason": "AlreadyExists", "message": "object is being deleted: backups \"x\" already exists"}),
            Exit::Failed,
            "backup.br.pingcap.com/x already exists in namespace \"ns\" and is being deleted",
            "",
        ),
        (
            of("patch"),
            409,
            json!({"reason": "Conflict", "message": "Operation cannot be fulfilled on backups \"x\": the object has been modified"}),
            Exit::Conflict,
            "backup.br.pingcap.com/x changed meanwhile; nothing was written",
            "run the command again",
        ),
        (
            of("delete"),
            409,
            json!({"reason": "Conflict", "message": "Precondition failed: UID in precondition: 1, UID in object meta: 2"}),
            Exit::Conflict,
            "backup.br.pingcap.com/x changed meanwhile; nothing was deleted",
            "run the command again",
        ),
        (
            of("patch"),
            409,
            json!({"reason": "Conflict", "message": "Apply failed with 1 conflict", "details": details(&json!([
                {"reason": "FieldManagerConflict", "message": "conflict with \"kubectl\" using v1", "field": ".spec.x"}]))}),
            Exit::Conflict,
            "backup.br.pingcap.com/x: field manager conflict: .spec.x belongs to \"kubectl\" using v1; nothing was written",
            "managed-fields",
        ),
        (
            of("create"),
            422,
            json!({"reason": "Invalid", "message": "long", "details": details(&json!([
                {"reason": "FieldValueRequired", "message": "Required value", "field": "spec.br"},
                {"reason": "FieldValueInvalid", "message": "Invalid value: null: some validation rules were not checked because …", "field": "<nil>"}]))}),
            Exit::Failed,
            "backup.br.pingcap.com/x is invalid: spec.br: Required value",
            "",
        ),
        (
            of("create"),
            400,
            json!({"reason": "BadRequest", "message": "Backup in version \"v1alpha1\" cannot be handled as a Backup: strict decoding error: unknown field \"spec.a\", unknown field \"spec.b\""}),
            Exit::Failed,
            "backup.br.pingcap.com/x: unknown field spec.a, unknown field spec.b",
            "",
        ),
        (
            of("patch"),
            422,
            json!({"reason": "Invalid", "message": " \"\" is invalid: patch: Invalid value: \"{\\\"sasToken\\\":\\\"SECRET\\\"}\": strict decoding error: unknown field \"spec.a\""}),
            Exit::Failed,
            "backup.br.pingcap.com/x: unknown field spec.a",
            "",
        ),
        (
            of("patch"),
            500,
            json!({"message": "failed to create typed patch object (ns/x; br.pingcap.com/v1alpha1, Kind=Backup): .spec.a: field not declared in schema"}),
            Exit::Failed,
            "backup.br.pingcap.com/x: unknown field spec.a",
            "",
        ),
        (
            of("create"),
            400,
            json!({"message": "admission webhook \"w\" denied the request: no"}),
            Exit::Failed,
            "cannot create backup.br.pingcap.com/x: admission webhook \"w\" denied the request: no",
            "",
        ),
        (
            of("get"),
            429,
            json!({"message": "too many requests, please try again later."}),
            Exit::Failed,
            "https://api:6443 is overloaded: too many requests, please try again later.",
            "try again",
        ),
        (
            of("get"),
            500,
            json!({"message": "etcdserver: request timed out"}),
            Exit::Failed,
            "https://api:6443 failed (500 Internal Server Error): etcdserver: request timed out",
            "kubectl --context prod get --raw /readyz",
        ),
        (
            of("get"),
            401,
            json!({"reason": "Unauthorized", "message": "Unauthorized"}),
            Exit::Failed,
            "unauthorized: https://api:6443 does not accept the credentials of context \"prod\", or they have expired",
            "kubectl --context prod auth whoami",
        ),
    ];
    for (subject, code, status, exit, message, hint) in rows {
        let error = explain(refused(code, &status), &subject, &target());
        assert_eq!(error.message, message);
        assert_eq!(error.exit, exit, "{message}");
        assert!(
            error.hints.join("\n").contains(hint),
            "{hint:?} not in {:?}",
            error.hints
        );
        assert!(!format!("{error:?}").contains("SECRET"), "{error:?}");
    }
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
        assert_eq!(error.exit, Exit::Failed);
        assert!(
            error.hints.join("\n").contains(hint),
            "{hint:?} not in {:?}",
            error.hints
        );
    }
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
    assert_eq!(
        error.hints,
        ["kubectl --server http://127.0.0.1:1 get --raw /readyz"]
    );
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
            (error.exit, error.hints.len()),
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
