//! Sends one request and receives its answer: credentials, time limit, bounded retries, warnings of the server, and the log of `-v`.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use http::header::{AUTHORIZATION, RETRY_AFTER, WARNING};
use http::{HeaderMap, Response};
use kube::client::Body;
use kube::core::Status;

use super::call::Call;
use super::cause;
use super::credential::Credential;
use super::fault::{Fault, Unanswered};
use super::notice::{Notice, Notices};
use super::warning;
use crate::error::Error;
use crate::redact;

/// How long an answer may take, unless `--request-timeout` sets another limit. The API server itself ends a request after a minute.
const DEFAULT_TIMEOUT: Duration = Duration::from_secs(60);

/// Sends requests to one API server.
pub(super) struct Transport {
    client: kube::Client,
    credential: Credential,
    timeout: Option<Duration>,
    verbosity: u8,
    server: String,
    notices: Notices,
    warned: Mutex<BTreeSet<String>>,
}

impl Transport {
    /// `timeout` is `--request-timeout`: `None` means our default, zero means no limit.
    pub fn new(
        client: kube::Client,
        credential: Credential,
        timeout: Option<Duration>,
        verbosity: u8,
        server: String,
        notices: Notices,
    ) -> Self {
        let timeout = match timeout {
            None => Some(DEFAULT_TIMEOUT),
            Some(Duration::ZERO) => None,
            given => given,
        };
        Self {
            client,
            credential,
            timeout,
            verbosity,
            server,
            notices,
            warned: Mutex::default(),
        }
    }

    /// Hands a notice to the caller.
    pub fn notify(&self, notice: Notice<'_>) {
        (self.notices)(notice);
    }

    /// Sends `call` and reads the whole answer.
    pub async fn fetch(&self, call: &Call) -> Result<Vec<u8>, Fault> {
        let limit = call.limit.or(self.timeout);
        let mut attempt = 0;
        loop {
            let outcome = within(limit, self.exchange(call)).await;
            match self
                .pause_before_retry(call, outcome.as_ref().err(), attempt)
                .await
            {
                true => attempt += 1,
                false => return outcome.map_err(|failure| failure.fault),
            }
        }
    }

    /// Sends `call` and returns the body as a stream. The time limit covers only the head of the answer.
    pub async fn stream(&self, call: &Call) -> Result<Body, Fault> {
        let limit = call.limit.or(self.timeout);
        let mut attempt = 0;
        loop {
            let outcome = within(limit, self.head(call)).await;
            match self
                .pause_before_retry(call, outcome.as_ref().err(), attempt)
                .await
            {
                true => attempt += 1,
                false => {
                    return outcome
                        .map(Response::into_body)
                        .map_err(|failure| failure.fault);
                }
            }
        }
    }

    async fn exchange(&self, call: &Call) -> Result<Vec<u8>, Unanswered> {
        let response = self.head(call).await?;
        let bytes = response
            .into_body()
            .collect_bytes()
            .await
            .map_err(Fault::Connection)?;
        if self.verbosity >= 8 {
            self.trace(&format!("response body: {}", redact::body(&bytes)));
        }
        Ok(bytes.into())
    }

    /// The head of a successful answer.
    async fn head(&self, call: &Call) -> Result<Response<Body>, Unanswered> {
        let unsent = |error: Error| Unanswered::from(Fault::Unsent(error));
        let mut request = call.request().map_err(|error| {
            unsent(Error::usage(format!(
                "the request cannot be built: {error}"
            )))
        })?;
        if let Some(header) = self.credential.header().await.map_err(unsent)? {
            request.headers_mut().insert(AUTHORIZATION, header);
        }
        let line = format!("{} {}{}", call.method, self.server, call.target());
        self.trace_request(call, &line, request.headers());
        let started = Instant::now();
        let outcome = self.client.send(request).await;
        let took = started.elapsed().as_millis();
        match outcome {
            Ok(response) => {
                if self.verbosity >= 6 {
                    self.trace(&format!("{line} {} in {took} ms", response.status()));
                }
                self.trace_headers("response header", response.headers());
                self.warn(response.headers());
                self.accepted(response).await
            }
            Err(error) => {
                if self.verbosity >= 6 {
                    let cause = cause::root_cause(&error);
                    self.trace(&format!("{line} failed in {took} ms: {cause}"));
                }
                Err(Fault::Connection(error).into())
            }
        }
    }

    async fn accepted(&self, response: Response<Body>) -> Result<Response<Body>, Unanswered> {
        if response.status().is_success() {
            return Ok(response);
        }
        let code = response.status();
        let retry_after = response
            .headers()
            .get(RETRY_AFTER)
            .and_then(|value| value.to_str().ok()?.parse().ok())
            .map(Duration::from_secs);
        let bytes = response
            .into_body()
            .collect_bytes()
            .await
            .map_err(Fault::Connection)?;
        if self.verbosity >= 8 {
            self.trace(&format!("response body: {}", redact::body(&bytes)));
        }
        let status = serde_json::from_slice::<Status>(&bytes)
            .ok()
            .filter(|status| !status.message.is_empty());
        let text = String::from_utf8_lossy(&bytes).trim().to_owned();
        let fault = Fault::Refused {
            code,
            status: status.map(Box::new),
            text,
        };
        Err(Unanswered { fault, retry_after })
    }

    /// Waits and returns true when the request must be sent again.
    async fn pause_before_retry(
        &self,
        call: &Call,
        failure: Option<&Unanswered>,
        attempt: u32,
    ) -> bool {
        let Some(failure) = failure else {
            return false;
        };
        if failure.fault.code() == Some(401) && attempt == 0 {
            return self.credential.reject().await;
        }
        let Some(pause) = failure
            .pause(&call.method, attempt)
            .filter(|_| attempt < call.retries)
        else {
            return false;
        };
        if self.verbosity >= 1 {
            let why = failure
                .fault
                .code()
                .map_or_else(|| "broken connection".to_owned(), |code| code.to_string());
            let (seconds, next) = (pause.as_secs_f32(), attempt + 1);
            self.trace(&format!(
                "{} {}{}: {why}, again in {seconds:.1} s ({next} of {})",
                call.method,
                self.server,
                call.target(),
                call.retries
            ));
        }
        tokio::time::sleep(pause).await;
        true
    }

    fn warn(&self, headers: &HeaderMap) {
        for value in headers.get_all(WARNING) {
            for text in warning::texts(&String::from_utf8_lossy(value.as_bytes())) {
                let new = self
                    .warned
                    .lock()
                    .is_ok_and(|mut warned| warned.insert(text.clone()));
                if new {
                    self.notify(Notice::Warning(&redact::text(&text)));
                }
            }
        }
    }

    fn trace(&self, line: &str) {
        self.notify(Notice::Trace(line));
    }

    fn trace_request(&self, call: &Call, line: &str, headers: &HeaderMap) {
        if self.verbosity >= 7 {
            self.trace(line);
            self.trace_headers("request header", headers);
        }
        if self.verbosity >= 8 && !call.body_bytes().is_empty() {
            self.trace(&format!(
                "request body: {}",
                redact::body(call.body_bytes())
            ));
        }
    }

    fn trace_headers(&self, what: &str, headers: &HeaderMap) {
        if self.verbosity < 7 {
            return;
        }
        for (name, value) in headers {
            let secret =
                value.is_sensitive() || name == AUTHORIZATION || name.as_str().contains("cookie");
            let value = if secret {
                redact::REDACTED
            } else {
                value.to_str().unwrap_or("(not text)")
            };
            self.trace(&format!("{what}: {name}: {value}"));
        }
    }
}

async fn within<T>(
    limit: Option<Duration>,
    work: impl Future<Output = Result<T, Unanswered>>,
) -> Result<T, Unanswered> {
    match limit {
        None => work.await,
        Some(limit) => match tokio::time::timeout(limit, work).await {
            Ok(outcome) => outcome,
            Err(_) => Err(Fault::Silent(limit).into()),
        },
    }
}
