//! Why a request has no usable answer, and whether it may be sent again.

use std::time::Duration;

use http::{Method, StatusCode};
use kube::core::Status;
use serde_json::error::Category;

use super::cause;
use crate::error::Error;

/// The longest pause before a retry, also where the server asks for more.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

/// Why a request has no usable answer.
#[derive(Debug)]
pub(super) enum Fault {
    /// The server, or something in front of it, answered with an HTTP status that is not a success.
    Refused {
        /// The HTTP status.
        code: StatusCode,
        /// The explanation of the API server; `None` where something else answered.
        status: Option<Box<Status>>,
        /// The body as text.
        text: String,
    },
    /// No answer came within this time limit.
    Silent(Duration),
    /// No connection was made, or the connection broke.
    Connection(kube::Error),
    /// The answer is not what was asked for. Holds the reason.
    Malformed(String),
    /// The server forgot its list while the list was read, this often in a row.
    Expired(u32),
    /// The request was never sent. Holds the error for the user.
    Unsent(Error),
}

/// What a 404 says is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    /// The object.
    Object,
    /// The resource: its group or kind is not served.
    Resource,
}

impl Fault {
    /// An answer that does not parse. Only the place is told, because the text around it may be a secret.
    pub fn malformed(error: &serde_json::Error) -> Self {
        let what = match error.classify() {
            Category::Eof => "it is cut off",
            Category::Data => "it is not of the expected form",
            Category::Syntax | Category::Io => "it is not JSON",
        };
        let (line, column) = (error.line(), error.column());
        Self::Malformed(format!("{what} (line {line}, column {column})"))
    }

    /// The HTTP status, if the server answered.
    pub fn code(&self) -> Option<u16> {
        match self {
            Self::Refused { code, .. } => Some(code.as_u16()),
            _ => None,
        }
    }

    /// What a 404 says is missing; `None` for any other fault.
    ///
    /// The API server answers for a group that is not served in plain text, for a kind that is not served with a Status that names no
    /// object, and for a missing object with a Status that names the object.
    pub fn missing(&self) -> Option<Missing> {
        let Self::Refused {
            code: StatusCode::NOT_FOUND,
            status,
            ..
        } = self
        else {
            return None;
        };
        let details = status.as_ref().and_then(|status| status.details.as_ref());
        match details {
            Some(details) if !details.name.is_empty() => Some(Missing::Object),
            _ => Some(Missing::Resource),
        }
    }

    /// Whether the same request may succeed later.
    pub fn is_temporary(&self) -> bool {
        match self {
            Self::Refused { code, .. } => {
                code.is_server_error() || *code == StatusCode::TOO_MANY_REQUESTS
            }
            Self::Silent(_) | Self::Connection(_) | Self::Malformed(_) | Self::Expired(_) => true,
            Self::Unsent(_) => false,
        }
    }

    /// Whether the server may have carried the request out although no usable answer came.
    pub fn leaves_outcome_open(&self) -> bool {
        match self {
            Self::Refused { code, .. } => {
                code.is_server_error() || *code == StatusCode::REQUEST_TIMEOUT
            }
            Self::Silent(_) | Self::Malformed(_) => true,
            Self::Connection(error) => !cause::was_never_sent(error),
            Self::Expired(_) | Self::Unsent(_) => false,
        }
    }
}

/// A fault, and how long the server asks to wait before the next attempt.
pub(super) struct Unanswered {
    pub fault: Fault,
    pub retry_after: Option<Duration>,
}

impl Unanswered {
    /// How long to wait before the request is sent again; `None` when it must not be sent again.
    ///
    /// A write is sent again only after a 429, with which the API server says that it did nothing. A 5xx may come after the write was
    /// carried out, even with `Retry-After`.
    pub fn pause(&self, method: &Method, attempt: u32) -> Option<Duration> {
        let is_read = *method == Method::GET;
        let may_repeat = match &self.fault {
            Fault::Refused { code, .. } => match code.as_u16() {
                429 => true,
                503 | 504 => is_read,
                500..=599 => is_read && self.retry_after.is_some(),
                _ => false,
            },
            Fault::Connection(error) => is_read && cause::is_broken(error),
            _ => false,
        };
        let growing = Duration::from_millis(250) * 2_u32.pow(attempt);
        may_repeat.then(|| self.retry_after.unwrap_or(growing).min(LONGEST_PAUSE))
    }
}

impl From<Fault> for Unanswered {
    fn from(fault: Fault) -> Self {
        Self {
            fault,
            retry_after: None,
        }
    }
}
