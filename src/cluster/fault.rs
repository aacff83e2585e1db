//! Why a request has no answer, and whether it is worth sending it again.

use std::time::Duration;

use http::{Method, StatusCode};
use kube::core::Status;
use serde_json::error::Category;

use super::error;
use crate::error::Error;

/// A server may ask for more patience than this; it gets this much.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

/// Why a request has no usable answer.
#[derive(Debug)]
pub(super) enum Fault {
    /// The server refused it.
    Refused {
        code: StatusCode,
        status: Option<Box<Status>>,
        text: String,
    },
    /// No answer within the time limit.
    Silent(Duration),
    /// No connection, or one that broke.
    Connection(kube::Error),
    /// An answer that is not what was asked for.
    Malformed(String),
    /// Ready for the user: the request was never sent.
    Unsent(Error),
}

impl Fault {
    /// An answer that does not parse. The parser quotes what it found, which may be a secret: only the place is told.
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

    /// Whether the same request may well succeed a little later.
    pub fn passes(&self) -> bool {
        match self {
            Self::Refused { code, .. } => {
                code.is_server_error() || *code == StatusCode::TOO_MANY_REQUESTS
            }
            Self::Silent(_) | Self::Connection(_) | Self::Malformed(_) => true,
            Self::Unsent(_) => false,
        }
    }
}

/// A fault, and what the server said about trying again.
pub(super) struct Unanswered {
    pub fault: Fault,
    pub retry_after: Option<Duration>,
}

impl Unanswered {
    pub fn new(fault: Fault) -> Self {
        Self {
            fault,
            retry_after: None,
        }
    }

    pub fn into_fault(self) -> Fault {
        self.fault
    }

    /// How long to wait before the request is sent again; `None` when it must not be. A write is repeated only when the
    /// server says that it did nothing: 429, or any other refusal with `Retry-After`, as client-go does.
    pub fn pause(&self, method: &Method, attempt: u32) -> Option<Duration> {
        let read = *method == Method::GET;
        let again = match &self.fault {
            Fault::Refused { code, .. } => match code.as_u16() {
                429 => true,
                503 | 504 => read || self.retry_after.is_some(),
                500..=599 => self.retry_after.is_some(),
                _ => false,
            },
            Fault::Connection(error) => read && error::is_broken_connection(error),
            _ => false,
        };
        let growing = Duration::from_millis(250) * 2_u32.pow(attempt);
        again.then(|| self.retry_after.unwrap_or(growing).min(LONGEST_PAUSE))
    }
}

pub(super) fn connection(error: kube::Error) -> Unanswered {
    Unanswered::new(Fault::Connection(error))
}
