//! Why a connection failed: searches the chain of causes behind an error of the client library.

use std::error::Error as StdError;
use std::io::{self, ErrorKind};

use hyper_util::client::legacy;

use crate::redact;

/// Finds a cause of this type, however deep it lies.
pub(super) fn find<E: StdError + 'static>(error: &kube::Error) -> Option<&E> {
    chain(error).find_map(|cause| cause.downcast_ref())
}

/// Whether the text of any cause contains `text`, for causes whose type is private to a library.
pub(super) fn mentions(error: &kube::Error, text: &str) -> bool {
    chain(error).any(|cause| cause.to_string().contains(text))
}

/// The innermost cause, in one line and without secrets.
pub(super) fn root_cause(error: &kube::Error) -> String {
    let text = chain(error)
        .last()
        .map(ToString::to_string)
        .unwrap_or_default();
    redact::text(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether the connection broke after it was made, so that a read can simply be repeated.
pub(super) fn is_broken(error: &kube::Error) -> bool {
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

/// Whether the server cannot have seen the request, because no connection was made. Where this is not certain, returns false.
pub(super) fn was_never_sent(error: &kube::Error) -> bool {
    let refused = [ErrorKind::ConnectionRefused, ErrorKind::TimedOut];
    find::<rustls::Error>(error).is_some()
        || find::<legacy::Error>(error).is_some_and(legacy::Error::is_connect)
        || find::<io::Error>(error).is_some_and(|error| refused.contains(&error.kind()))
}

/// The error and its causes, from the outermost to the innermost.
fn chain(error: &kube::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    let first: &(dyn StdError + 'static) = error;
    std::iter::successors(Some(first), |cause| cause_of(*cause))
}

/// An `io::Error` hides the error that it was made from behind `get_ref`.
fn cause_of<'a>(error: &'a (dyn StdError + 'static)) -> Option<&'a (dyn StdError + 'static)> {
    match error
        .downcast_ref::<io::Error>()
        .and_then(io::Error::get_ref)
    {
        Some(inner) => Some(inner),
        None => error.source(),
    }
}
