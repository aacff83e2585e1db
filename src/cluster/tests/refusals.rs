//! What the API server refuses, and what the user reads.

use serde_json::json;

use super::super::call::Subject;
use super::super::error::explain;
use super::errors::{BACKUPS, details, of, refused_with, target};
use crate::error::ErrorKind;

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
            ErrorKind::Forbidden,
            "forbidden: cannot get backups.br.pingcap.com \"x\" in namespace \"ns\" (user \"system:serviceaccount:a:b\")",
            "kubectl auth can-i get backups.br.pingcap.com -n ns",
        ),
        (
            Subject::new("list", BACKUPS, None, None),
            403,
            json!({"reason": "Forbidden", "message": forbidden("at the cluster scope: RBAC: role \"r\" not found")}),
            ErrorKind::Forbidden,
            "forbidden: cannot list backups.br.pingcap.com in all namespaces (user \"system:serviceaccount:a:b\"): RBAC: role \"r\" not found",
            "kubectl auth can-i list backups.br.pingcap.com -A",
        ),
        (
            of("create"),
            403,
            json!({"reason": "Forbidden", "message": "exceeded quota: q"}),
            ErrorKind::Forbidden,
            "forbidden: exceeded quota: q",
            "",
        ),
        (
            of("patch"),
            404,
            json!({"reason": "NotFound", "message": "backups \"x\" not found", "details": details(&json!([]))}),
            ErrorKind::NotFound,
            "backup.br.pingcap.com/x not found in namespace \"ns\"",
            "kubectl get backups.br.pingcap.com -n ns",
        ),
        (
            of("create"),
            404,
            json!({"reason": "NotFound", "message": "namespaces \"ns\" not found", "details": {"name": "ns", "kind": "namespaces"}}),
            ErrorKind::NotFound,
            "namespace \"ns\" does not exist",
            "kubectl create namespace ns",
        ),
        (
            of("create"),
            404,
            json!({"reason": "NotFound", "message": "the server could not find the requested resource", "details": {}}),
            ErrorKind::NotServed,
            "https://api:6443 does not serve backups.br.pingcap.com: its CRD is not installed",
            "kubectl api-resources --api-group=br.pingcap.com",
        ),
        (
            of("create"),
            409,
            json!({"reason": "AlreadyExists", "message": "object is being deleted: backups \"x\" already exists"}),
            ErrorKind::AlreadyExists,
            "backup.br.pingcap.com/x already exists in namespace \"ns\" and is being deleted",
            "choose another NAME, or look at that one: kubectl get backups.br.pingcap.com x -n ns -o yaml",
        ),
        (
            of("patch"),
            409,
            json!({"reason": "Conflict", "message": "Operation cannot be fulfilled on backups \"x\": the object has been modified"}),
            ErrorKind::Conflict,
            "backup.br.pingcap.com/x changed meanwhile; nothing was written",
            "run the command again",
        ),
        (
            of("delete"),
            409,
            json!({"reason": "Conflict", "message": "Precondition failed: UID in precondition: 1, UID in object meta: 2"}),
            ErrorKind::Conflict,
            "backup.br.pingcap.com/x changed meanwhile; nothing was deleted",
            "run the command again",
        ),
        (
            of("patch"),
            409,
            json!({"reason": "Conflict", "message": "Apply failed with 1 conflict", "details": details(&json!([
                {"reason": "FieldManagerConflict", "message": "conflict with \"kubectl\" using v1", "field": ".spec.x"}]))}),
            ErrorKind::FieldConflict,
            "backup.br.pingcap.com/x: field manager conflict: .spec.x belongs to \"kubectl\" using v1; nothing was written",
            "managed-fields",
        ),
        (
            of("create"),
            422,
            json!({"reason": "Invalid", "message": "long", "details": details(&json!([
                {"reason": "FieldValueRequired", "message": "Required value", "field": "spec.br"},
                {"reason": "FieldValueInvalid", "message": "Invalid value: null: some validation rules were not checked because …", "field": "<nil>"}]))}),
            ErrorKind::Invalid,
            "backup.br.pingcap.com/x is invalid: spec.br: Required value",
            "",
        ),
        (
            of("create"),
            400,
            json!({"reason": "BadRequest", "message": "Backup in version \"v1alpha1\" cannot be handled as a Backup: strict decoding error: unknown field \"spec.a\", unknown field \"spec.b\""}),
            ErrorKind::Invalid,
            "backup.br.pingcap.com/x: unknown field spec.a, unknown field spec.b",
            "",
        ),
        (
            of("patch"),
            422,
            json!({"reason": "Invalid", "message": " \"\" is invalid: patch: Invalid value: \"{\\\"sasToken\\\":\\\"SECRET\\\"}\": strict decoding error: unknown field \"spec.a\""}),
            ErrorKind::Invalid,
            "backup.br.pingcap.com/x: unknown field spec.a",
            "",
        ),
        (
            of("patch"),
            500,
            json!({"message": "failed to create typed patch object (ns/x; br.pingcap.com/v1alpha1, Kind=Backup): .spec.a: field not declared in schema"}),
            ErrorKind::Invalid,
            "backup.br.pingcap.com/x: unknown field spec.a",
            "",
        ),
        (
            of("create"),
            400,
            json!({"message": "admission webhook \"w\" denied the request: no"}),
            ErrorKind::Failed,
            "cannot create backup.br.pingcap.com/x: admission webhook \"w\" denied the request: no",
            "",
        ),
        (
            of("get"),
            429,
            json!({"message": "too many requests, please try again later."}),
            ErrorKind::Failed,
            "https://api:6443 is overloaded: too many requests, please try again later.",
            "try again",
        ),
        (
            of("get"),
            500,
            json!({"message": "etcdserver: request timed out"}),
            ErrorKind::Failed,
            "https://api:6443 failed (500 Internal Server Error): etcdserver: request timed out",
            "kubectl get --raw /readyz",
        ),
        (
            of("get"),
            401,
            json!({"reason": "Unauthorized", "message": "Unauthorized"}),
            ErrorKind::Unauthorized,
            "unauthorized: https://api:6443 does not accept the credentials of context \"prod\", or they have expired",
            "kubectl auth whoami",
        ),
    ];
    for (subject, code, status, kind, message, hint) in rows {
        let error = explain(refused_with(code, &status), &subject, &target());
        assert_eq!(error.message, message);
        assert_eq!(error.kind, kind, "{message}");
        assert!(
            error.hint_lines().contains(hint),
            "{hint:?} not in {:?}",
            error.hints
        );
        assert!(!format!("{error:?}").contains("SECRET"), "{error:?}");
    }
}
