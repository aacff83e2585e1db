//! Explains what the API server refuses, in one line.

use http::StatusCode;
use kube::core::Status;
use kube::core::response::{StatusCause, StatusDetails};

use super::super::call::Subject;
use super::super::resource::Resource;
use super::super::target::ServerTarget;
use super::words::{probe, quoted};
use crate::error::{Error, ErrorKind, Hint, NextCommand};
use crate::redact;

/// Explains a refusal that carries a Kubernetes status.
pub(super) fn explain(
    code: StatusCode,
    status: &Status,
    subject: &Subject,
    target: &ServerTarget,
) -> Error {
    let reason = redact::text(&status.message);
    if let Some(fields) = unknown_fields(&status.message) {
        let message = format!("{}: {fields}", object(subject));
        return Error::new(ErrorKind::Invalid, message);
    }
    match code.as_u16() {
        401 => unauthorized(target),
        403 => forbidden(&reason, subject),
        404 => not_found(status, subject, target),
        409 if status.is_already_exists() => already_exists(&reason, subject),
        409 => conflict(status, subject),
        422 => Error::new(
            ErrorKind::Invalid,
            format!(
                "{} is invalid: {}",
                object(subject),
                causes(status, &reason)
            ),
        ),
        429 => Error::failed(format!("{} is overloaded: {reason}", target.server))
            .hint("try again in a minute"),
        500.. => {
            Error::failed(format!("{} failed ({code}): {reason}", target.server)).hint(probe())
        }
        _ => Error::failed(format!(
            "cannot {} {}: {reason}",
            subject.verb,
            object(subject)
        )),
    }
}

/// The object as messages name it, or its resource where no name is known.
pub(super) fn object(subject: &Subject) -> String {
    match (subject.resource, &subject.name) {
        (Some(resource), Some(name)) => resource.reference(name),
        (Some(resource), None) => resource.to_string(),
        _ => "the request".to_owned(),
    }
}

fn in_namespace(subject: &Subject) -> String {
    match &subject.namespace {
        Some(namespace) => format!(" in namespace {}", quoted(namespace)),
        None if subject.resource.is_some_and(|resource| resource.namespaced) => {
            " in all namespaces".to_owned()
        }
        None => String::new(),
    }
}

pub(super) fn unauthorized(target: &ServerTarget) -> Error {
    let context = target.context.as_deref();
    let whose = context
        .map(|name| format!(" of context {}", quoted(name)))
        .unwrap_or_default();
    let message = format!(
        "unauthorized: {} does not accept the credentials{whose}, or they have expired",
        target.server
    );
    Error::new(ErrorKind::Unauthorized, message)
        .hint(NextCommand::kubectl("auth whoami").after("log in again, then"))
}

/// The message of RBAC is `… is forbidden: User "u" cannot list resource "backups" in API group "g" in the namespace "n": reason`.
/// The messages of quotas and admission have other forms and are shown unchanged.
fn forbidden(text: &str, subject: &Subject) -> Error {
    let Some((resource, (user, rest))) = subject.resource.zip(user_in(text)) else {
        return Error::new(ErrorKind::Forbidden, format!("forbidden: {text}"));
    };
    let named = subject.name.as_deref().filter(|_| subject.verb != "create");
    let of = named
        .map(|name| format!(" {}", quoted(name)))
        .unwrap_or_default();
    let reason = rest
        .split_once("\": ")
        .or_else(|| rest.split_once("scope: "));
    let reason = reason
        .map(|(_, reason)| format!(": {reason}"))
        .unwrap_or_default();
    let verb = subject.verb;
    // `auth can-i` takes the subresource as a flag.
    let part = subresource_in(text);
    let slash = part.map(|part| format!("/{part}")).unwrap_or_default();
    let mut ask = NextCommand::kubectl("auth can-i")
        .arg(verb)
        .arg(resource.to_string());
    if let Some(part) = part {
        ask = ask.arg(format!("--subresource={part}"));
    }
    ask = match &subject.namespace {
        Some(namespace) => ask.namespace(namespace),
        None if resource.namespaced => ask.arg("-A"),
        None => ask,
    };
    let message = format!(
        "forbidden: cannot {verb} {resource}{slash}{of}{} (user {}){reason}",
        in_namespace(subject),
        quoted(user)
    );
    Error::new(ErrorKind::Forbidden, message).hint(ask)
}

/// The subresource in an RBAC message: `cannot patch resource "backups/status" in API group`.
fn subresource_in(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("resource \"")?;
    let (resource, _) = rest.split_once('"')?;
    resource.split_once('/').map(|(_, part)| part)
}

/// The user in an RBAC message and what follows.
fn user_in(text: &str) -> Option<(&str, &str)> {
    let (_, rest) = text.split_once("User \"")?;
    rest.split_once("\" cannot ")
}

fn not_found(status: &Status, subject: &Subject, target: &ServerTarget) -> Error {
    let details = status.details.as_ref();
    let Some(resource) = subject.resource else {
        return Error::failed(redact::text(&status.message)).hint(probe());
    };
    match details.filter(|details| !details.name.is_empty()) {
        None => not_served(resource, target),
        Some(StatusDetails { kind, name, .. })
            if kind == "namespaces" && resource != Resource::NAMESPACES =>
        {
            let message = format!("namespace {} does not exist", quoted(name));
            Error::new(ErrorKind::NotFound, message)
                .hint(NextCommand::kubectl("create namespace").arg(name))
        }
        Some(_) => {
            let message = format!("{} not found{}", object(subject), in_namespace(subject));
            Error::new(ErrorKind::NotFound, message).hint(get(resource, subject))
        }
    }
}

/// `kubectl get` for a resource in the namespace of the request.
fn get(resource: Resource, subject: &Subject) -> NextCommand {
    NextCommand::kubectl("get")
        .arg(resource.to_string())
        .namespace(subject.namespace.clone().unwrap_or_default())
}

pub(super) fn not_served(resource: Resource, target: &ServerTarget) -> Error {
    let message = format!(
        "{} does not serve {resource}: its CRD is not installed",
        target.server
    );
    Error::new(ErrorKind::NotServed, message)
        .hint(NextCommand::kubectl("api-resources").arg(format!("--api-group={}", resource.group)))
}

fn already_exists(reason: &str, subject: &Subject) -> Error {
    let deleting = if reason.contains("object is being deleted") {
        " and is being deleted"
    } else {
        ""
    };
    let message = format!(
        "{} already exists{}{deleting}",
        object(subject),
        in_namespace(subject)
    );
    let error = Error::new(ErrorKind::AlreadyExists, message);
    let (Some(resource), Some(name)) = (subject.resource, &subject.name) else {
        return error;
    };
    let show = get(resource, subject).arg(name).flag("-o", "yaml");
    error.hint(show.after("choose another NAME, or look at that one"))
}

fn conflict(status: &Status, subject: &Subject) -> Error {
    let owned: Vec<_> = causes_of(status)
        .filter(|cause| cause.reason == "FieldManagerConflict")
        .map(|cause| {
            let manager = cause
                .message
                .strip_prefix("conflict with ")
                .unwrap_or(&cause.message);
            format!("{} belongs to {manager}", cause.field)
        })
        .collect();
    let object = object(subject);
    let unchanged = if subject.verb == "delete" {
        "nothing was deleted"
    } else {
        "nothing was written"
    };
    if owned.is_empty() {
        return Error::new(
            ErrorKind::Conflict,
            format!("{object} changed meanwhile; {unchanged}"),
        )
        .hint(look_again(subject));
    }
    Error::new(
        ErrorKind::FieldConflict,
        format!(
            "{object}: field manager conflict: {}; nothing was written",
            owned.join(", ")
        ),
    )
    .hint(owners(subject))
}

/// The command that shows the object as it is now.
fn look_again(subject: &Subject) -> Hint {
    let (Some(resource), Some(name)) = (subject.resource, &subject.name) else {
        return Hint::text("look at the object and run the command again");
    };
    get(resource, subject)
        .arg(name)
        .flag("-o", "yaml")
        .after("look at the object and run the command again")
}

/// The command that shows who owns which field.
fn owners(subject: &Subject) -> Hint {
    let Some(resource) = subject.resource else {
        return Hint::default();
    };
    get(resource, subject)
        .arg(subject.name.clone().unwrap_or_default())
        .flag("-o", "yaml")
        .arg("--show-managed-fields")
        .into()
}

fn causes_of(status: &Status) -> impl Iterator<Item = &StatusCause> {
    status.details.iter().flat_map(|details| &details.causes)
}

fn causes(status: &Status, otherwise: &str) -> String {
    let causes: Vec<_> = causes_of(status)
        // The API server adds this to every failed enum.
        .filter(|cause| {
            !cause
                .message
                .contains("some validation rules were not checked")
        })
        .map(|cause| match cause.field.as_str() {
            "" | "<nil>" => redact::text(&cause.message),
            field => format!("{field}: {}", redact::text(&cause.message)),
        })
        .collect();
    if causes.is_empty() {
        otherwise.to_owned()
    } else {
        causes.join("; ")
    }
}

/// The fields that strict decoding does not know, which it names inside its message. The message is not shown, because that of a patch
/// quotes the whole object.
fn unknown_fields(message: &str) -> Option<String> {
    const UNDECLARED: &str = ": field not declared in schema";
    if let Some((_, strict)) = message.split_once("strict decoding error: ") {
        return Some(
            strict
                .replace("unknown field \"", "unknown field ")
                .replace('"', ""),
        );
    }
    // Server-side apply has its own wording: `.spec.x: field not declared in schema`.
    let fields: Vec<_> = message
        .split(UNDECLARED)
        .filter_map(|before| before.rsplit(char::is_whitespace).next()?.strip_prefix('.'))
        .map(|field| format!("unknown field {field}"))
        .collect();
    (message.contains(UNDECLARED) && !fields.is_empty()).then(|| fields.join(", "))
}
