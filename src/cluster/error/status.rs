//! What the API server refuses, told in one line.

use http::StatusCode;
use kube::core::Status;
use kube::core::response::{StatusCause, StatusDetails};

use super::super::call::Subject;
use super::super::fault::Fault;
use super::super::resource::Resource;
use super::super::{Target, redact};
use super::{probe, quoted};
use crate::error::{Error, Exit};

/// What a 404 says is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cluster) enum Missing {
    /// The object.
    Object,
    /// The resource: its group or kind is not served.
    Resource,
}

/// Reads a 404. A group that is not served is answered in plain text, a kind that is not served with a Status that names no
/// object, and a missing object with a Status that names it.
pub(in crate::cluster) fn missing(fault: &Fault) -> Option<Missing> {
    let Fault::Refused {
        code: StatusCode::NOT_FOUND,
        status,
        ..
    } = fault
    else {
        return None;
    };
    let details = status.as_ref().and_then(|status| status.details.as_ref());
    match details {
        Some(details) if !details.name.is_empty() => Some(Missing::Object),
        _ => Some(Missing::Resource),
    }
}

pub(super) fn explain(
    code: StatusCode,
    status: &Status,
    subject: &Subject,
    target: &Target,
) -> Error {
    let said = redact::text(&status.message);
    if let Some(fields) = unknown_fields(&status.message) {
        return Error::failed(format!("{}: {fields}", object(subject)));
    }
    match code.as_u16() {
        401 => unauthorized(target),
        403 => forbidden(&said, subject, target),
        404 => not_found(status, subject, target),
        409 if status.is_already_exists() => already_exists(&said, subject, target),
        409 => conflict(status, subject, target),
        422 => Error::failed(format!(
            "{} is invalid: {}",
            object(subject),
            causes(status, &said)
        )),
        429 => Error::failed(format!("{} is overloaded: {said}", target.server))
            .hint("try again in a minute"),
        500.. => {
            Error::failed(format!("{} failed ({code}): {said}", target.server)).hint(probe(target))
        }
        _ => Error::failed(format!(
            "cannot {} {}: {said}",
            subject.verb,
            object(subject)
        )),
    }
}

/// The object as messages name it, or what is known of it.
fn object(subject: &Subject) -> String {
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

pub(super) fn unauthorized(target: &Target) -> Error {
    let context = target.context.as_deref();
    let whose = context
        .map(|name| format!(" of context {}", quoted(name)))
        .unwrap_or_default();
    Error::failed(format!(
        "unauthorized: {} does not accept the credentials{whose}, or they have expired",
        target.server
    ))
    .hint(format!(
        "log in again, then: {} auth whoami",
        target.kubectl()
    ))
}

/// RBAC says `… is forbidden: User "u" cannot list resource "backups" in API group "g" in the namespace "n": reason`. Quotas and
/// admission say something else, which is shown as it is.
fn forbidden(said: &str, subject: &Subject, target: &Target) -> Error {
    let Some((resource, (user, rest))) = subject.resource.zip(user_in(said)) else {
        return Error::failed(format!("forbidden: {said}"));
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
    let flag = match &subject.namespace {
        Some(namespace) => format!(" -n {namespace}"),
        None if resource.namespaced => " -A".to_owned(),
        None => String::new(),
    };
    let verb = subject.verb;
    // `auth can-i` takes the subresource as a flag.
    let part = subresource_in(said);
    let slash = part.map(|part| format!("/{part}")).unwrap_or_default();
    let flag = match part {
        Some(part) => format!(" --subresource={part}{flag}"),
        None => flag,
    };
    Error::failed(format!(
        "forbidden: cannot {verb} {resource}{slash}{of}{} (user {}){reason}",
        in_namespace(subject),
        quoted(user)
    ))
    .hint(format!(
        "{} auth can-i {verb} {resource}{flag}",
        target.kubectl()
    ))
}

/// The subresource in an RBAC message: `cannot patch resource "backups/status" in API group`.
fn subresource_in(said: &str) -> Option<&str> {
    let (_, rest) = said.split_once("resource \"")?;
    let (resource, _) = rest.split_once('"')?;
    resource.split_once('/').map(|(_, part)| part)
}

/// The user in an RBAC message and what follows.
fn user_in(said: &str) -> Option<(&str, &str)> {
    let (_, rest) = said.split_once("User \"")?;
    rest.split_once("\" cannot ")
}

fn not_found(status: &Status, subject: &Subject, target: &Target) -> Error {
    let details = status.details.as_ref();
    let Some(resource) = subject.resource else {
        return Error::failed(redact::text(&status.message)).hint(probe(target));
    };
    match details.filter(|details| !details.name.is_empty()) {
        None => not_served(resource, target),
        Some(StatusDetails { kind, name, .. })
            if kind == "namespaces" && resource != Resource::NAMESPACES =>
        {
            Error::failed(format!("namespace {} does not exist", quoted(name)))
                .hint(format!("{} create namespace {name}", target.kubectl()))
        }
        Some(_) => {
            let flag = subject
                .namespace
                .as_ref()
                .map(|name| format!(" -n {name}"))
                .unwrap_or_default();
            Error::failed(format!(
                "{} not found{}",
                object(subject),
                in_namespace(subject)
            ))
            .hint(format!("{} get {resource}{flag}", target.kubectl()))
        }
    }
}

pub(super) fn not_served(resource: Resource, target: &Target) -> Error {
    Error::unsupported(format!(
        "{} does not serve {resource}: its CRD is not installed",
        target.server
    ))
    .hint(format!(
        "{} api-resources --api-group={}",
        target.kubectl(),
        resource.group
    ))
}

fn already_exists(said: &str, subject: &Subject, target: &Target) -> Error {
    let deleting = if said.contains("object is being deleted") {
        " and is being deleted"
    } else {
        ""
    };
    let error = Error::failed(format!(
        "{} already exists{}{deleting}",
        object(subject),
        in_namespace(subject)
    ));
    let (Some(resource), Some(name)) = (subject.resource, &subject.name) else {
        return error;
    };
    let flag = subject.namespace.as_ref();
    let flag = flag.map_or_else(String::new, |namespace| format!(" -n {namespace}"));
    error.hint(format!(
        "choose another NAME, or look at that one: {} get {resource} {name}{flag} -o yaml",
        target.kubectl()
    ))
}

fn conflict(status: &Status, subject: &Subject, target: &Target) -> Error {
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
    let nothing = if subject.verb == "delete" {
        "nothing was deleted"
    } else {
        "nothing was written"
    };
    if owned.is_empty() {
        return Error::new(
            Exit::Conflict,
            format!("{object} changed meanwhile; {nothing}"),
        )
        .hint("look at it and run the command again");
    }
    Error::new(
        Exit::Conflict,
        format!(
            "{object}: field manager conflict: {}; nothing was written",
            owned.join(", ")
        ),
    )
    .hint(owners(subject, target))
}

/// The command that shows who owns which field.
fn owners(subject: &Subject, target: &Target) -> String {
    let resource = subject.resource.map(|resource| resource.to_string());
    let name = subject.name.as_deref().unwrap_or_default();
    let flag = subject
        .namespace
        .as_ref()
        .map(|name| format!(" -n {name}"))
        .unwrap_or_default();
    format!(
        "{} get {} {name}{flag} -o yaml --show-managed-fields",
        target.kubectl(),
        resource.unwrap_or_default()
    )
}

fn causes_of(status: &Status) -> impl Iterator<Item = &StatusCause> {
    status.details.iter().flat_map(|details| &details.causes)
}

fn causes(status: &Status, said: &str) -> String {
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
        said.to_owned()
    } else {
        causes.join("; ")
    }
}

/// Strict decoding names the fields inside a text, in which a patch also quotes the whole object.
fn unknown_fields(message: &str) -> Option<String> {
    const UNDECLARED: &str = ": field not declared in schema";
    if let Some((_, strict)) = message.split_once("strict decoding error: ") {
        return Some(
            strict
                .replace("unknown field \"", "unknown field ")
                .replace('"', ""),
        );
    }
    // Server-side apply has its own words: `.spec.x: field not declared in schema`.
    let fields: Vec<_> = message
        .split(UNDECLARED)
        .filter_map(|before| before.rsplit(char::is_whitespace).next()?.strip_prefix('.'))
        .map(|field| format!("unknown field {field}"))
        .collect();
    (message.contains(UNDECLARED) && !fields.is_empty()).then(|| fields.join(", "))
}
