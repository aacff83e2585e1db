//! What can go wrong, and with which request.

use std::time::Duration;

use super::request::Request;

/// What the proxy does instead of passing a request on and its answer back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Answers with this HTTP status and a `Status` object, as the API server would (409, 410, 429, 500, 503, 504).
    Status(u16),
    /// The same with a `Retry-After` header, in seconds.
    RetryAfter(u16, u32),
    /// Answers with this HTTP status and a page of HTML, as a load balancer does.
    Html(u16),
    /// Answers 200 with this text as JSON, as a login page or another service does.
    Json(&'static str),
    /// Answers a watch with one `ERROR` event that carries status 410, as the API server does when history is gone.
    WatchExpired,
    /// Answers a watch with a stream that ends at once.
    WatchEnded,
    /// Passes the real answer on only when its body is complete, as a gateway does that buffers: of a watch, when the watch ends.
    HeldBack,
    /// Closes the connection instead of answering; the server never sees the request.
    Cut,
    /// Lets the server do what was asked, then closes the connection instead of answering.
    AnswerLost,
    /// Lets the server do what was asked, then answers with this fault instead.
    DoneThen(Box<Fault>),
    /// Closes the connection after this much of the real answer's body.
    CutAfter(Part),
    /// Sends nothing more after this much of the real answer's body, and keeps the connection open.
    FrozenAfter(Part),
    /// Passes the real answer's body on in pieces.
    Slow {
        /// Bytes in a piece, at least 1.
        bytes: usize,
        /// Time before each piece.
        every: Duration,
    },
    /// Takes the request and never answers; the server never sees the request.
    NeverAnswer,
}

/// The beginning of a body. The head of the answer always comes before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// This many bytes.
    Bytes(usize),
    /// This many whole lines: in the answer to a watch, events.
    Lines(usize),
}

impl Part {
    pub(super) fn is_empty(self) -> bool {
        matches!(self, Part::Bytes(0) | Part::Lines(0))
    }

    /// The rest of a part that is not empty, after one more byte.
    pub(super) fn after_byte(self, is_line_end: bool) -> Self {
        match self {
            Part::Bytes(left) => Part::Bytes(left.saturating_sub(1)),
            Part::Lines(left) => Part::Lines(left.saturating_sub(usize::from(is_line_end))),
        }
    }
}

/// A fault for some requests. Without any condition it meets every request.
#[derive(Debug, Clone)]
pub struct Rule {
    fault: Fault,
    method: Option<&'static str>,
    uri: Option<String>,
    first: usize,
    last: usize,
    seen: usize,
}

impl Rule {
    /// A rule for every request.
    pub fn new(fault: Fault) -> Self {
        Self {
            fault,
            method: None,
            uri: None,
            first: 1,
            last: usize::MAX,
            seen: 0,
        }
    }

    /// Only for this method, in upper case.
    #[must_use]
    pub fn method(mut self, method: &'static str) -> Self {
        self.method = Some(method);
        self
    }

    /// Only when path and query contain this text.
    #[must_use]
    pub fn uri(mut self, part: impl Into<String>) -> Self {
        self.uri = Some(part.into());
        self
    }

    /// Only for the `n`th request that meets the other conditions, counted from 1.
    #[must_use]
    pub fn nth(mut self, n: usize) -> Self {
        (self.first, self.last) = (n, n);
        self
    }

    /// From the `n`th request that meets the other conditions on, counted from 1.
    #[must_use]
    pub fn since(mut self, n: usize) -> Self {
        (self.first, self.last) = (n, usize::MAX);
        self
    }

    pub(super) fn apply(&mut self, request: &Request) -> Option<Fault> {
        let meets = self.method.is_none_or(|method| request.method == method)
            && self
                .uri
                .as_ref()
                .is_none_or(|part| request.uri.contains(part));
        if !meets {
            return None;
        }
        self.seen += 1;
        (self.first..=self.last)
            .contains(&self.seen)
            .then(|| self.fault.clone())
    }
}
