//! Answers one request: with the answer of the server, with a spoiled one, or not at all.

use std::io;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use futures::{Stream, StreamExt, stream};
use http::{Response, StatusCode, header};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full, StreamBody};
use hyper::body::{Bytes, Frame, Incoming};
use serde_json::{Value, json};
use tokio::time::sleep;

use super::fault::{Fault, Part};
use super::request::{Request, Shared};

pub(super) type Error = Box<dyn std::error::Error + Send + Sync>;
type AnswerBody = UnsyncBoxBody<Bytes, Error>;
type Answer = Result<Response<AnswerBody>, Error>;

/// Long enough for bytes that were written before to leave this process.
const FLUSH: Duration = Duration::from_millis(20);

/// An error makes hyper close the connection.
pub(super) async fn answer(shared: Arc<Shared>, request: http::Request<Incoming>) -> Answer {
    let (parts, body) = request.into_parts();
    let body = body.collect().await?.to_bytes();
    let seen = Request {
        method: parts.method.to_string(),
        uri: parts.uri.to_string(),
        headers: parts.headers.clone(),
        body: serde_json::from_slice(&body).unwrap_or(Value::Null),
    };
    let fault = decide(shared.clone(), seen).await?;
    let forwarded = http::Request::from_parts(parts, body);
    let Some(fault) = fault else {
        return forward(&shared, forwarded).await;
    };
    match fault {
        Fault::AnswerLost => {
            carry_out(&shared, forwarded).await?;
            Err(cut())
        }
        Fault::DoneThen(fault) => {
            carry_out(&shared, forwarded).await?;
            instead(&fault).await
        }
        Fault::HeldBack => {
            let (head, body) = forward(&shared, forwarded).await?.into_parts();
            let body = body.collect().await?.to_bytes();
            Ok(Response::from_parts(
                head,
                Full::from(body)
                    .map_err(|never| match never {})
                    .boxed_unsync(),
            ))
        }
        Fault::CutAfter(_) | Fault::FrozenAfter(_) | Fault::Slow { .. } => {
            let answer = forward(&shared, forwarded).await?;
            Ok(answer.map(|body| spoiled(body, fault)))
        }
        fault => instead(&fault).await,
    }
}

/// An answer without asking the server.
async fn instead(fault: &Fault) -> Answer {
    match fault {
        Fault::Status(code) => status(*code, None),
        Fault::RetryAfter(code, seconds) => status(*code, Some(*seconds)),
        Fault::Html(code) => html(*code),
        Fault::Json(text) => json_text((*text).to_owned()),
        Fault::WatchExpired => json_text(format!(
            "{}\n",
            json!({"type": "ERROR", "object": status_object(410)})
        )),
        Fault::WatchEnded => json_text(String::new()),
        Fault::NeverAnswer => std::future::pending().await,
        // The others need an answer of the server.
        _ => Err(cut()),
    }
}

/// Lets the server do what was asked, and drops its answer.
async fn carry_out(shared: &Shared, request: http::Request<Bytes>) -> Result<(), Error> {
    let answer = forward(shared, request).await?;
    answer.into_body().collect().await?;
    Ok(())
}

/// The body of a real answer, as far and as fast as the fault lets it through.
fn spoiled(body: AnswerBody, fault: Fault) -> AnswerBody {
    match fault {
        Fault::CutAfter(part) => {
            let end = stream::once(async {
                sleep(FLUSH).await;
                Err(cut())
            });
            streamed(beginning(body, part).chain(end))
        }
        Fault::FrozenAfter(part) => streamed(beginning(body, part).chain(stream::pending())),
        Fault::Slow { bytes, every } => {
            streamed(pieces(body, bytes).then(move |piece| async move {
                sleep(every).await;
                piece
            }))
        }
        _ => body,
    }
}

/// Notes the request and asks the test about it, on a thread that may block.
async fn decide(shared: Arc<Shared>, request: Request) -> Result<Option<Fault>, Error> {
    let decided = tokio::task::spawn_blocking(move || {
        shared
            .requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(request.clone());
        let mut decide = shared.decide.lock().unwrap_or_else(PoisonError::into_inner);
        decide(&request)
    });
    Ok(decided.await?)
}

async fn forward(shared: &Shared, mut request: http::Request<Bytes>) -> Answer {
    // These headers belong to the connection with the program, not to that with the server.
    for header in [header::HOST, header::CONNECTION] {
        request.headers_mut().remove(header);
    }
    let answer = shared.upstream.send(request.map(Into::into)).await?;
    let mut answer = answer.map(|body| body.map_err(Into::into).boxed_unsync());
    for header in [header::TRANSFER_ENCODING, header::CONNECTION] {
        answer.headers_mut().remove(header);
    }
    Ok(answer)
}

fn status(code: u16, retry_after: Option<u32>) -> Answer {
    let mut response = Response::builder()
        .status(code)
        .header(header::CONTENT_TYPE, "application/json");
    if let Some(seconds) = retry_after {
        response = response.header(header::RETRY_AFTER, seconds);
    }
    Ok(response.body(whole(status_object(code).to_string()))?)
}

/// A Status with the reason that the API server gives, because clients decide by the reason rather than by the number.
fn status_object(code: u16) -> Value {
    let (reason, message) = match code {
        401 => ("Unauthorized", "Unauthorized"),
        403 => ("Forbidden", "forbidden by the fault proxy"),
        404 => ("NotFound", "not found"),
        409 => (
            "Conflict",
            "the object has been modified; please apply your changes to the latest version and try again",
        ),
        410 => ("Expired", "too old resource version"),
        429 => (
            "TooManyRequests",
            "the server has received too many requests and has asked us to try again later",
        ),
        503 => (
            "ServiceUnavailable",
            "the server is currently unable to handle the request",
        ),
        504 => (
            "Timeout",
            "the server was unable to return a response in time",
        ),
        _ => ("InternalError", "an error on the server"),
    };
    json!({
        "kind": "Status",
        "apiVersion": "v1",
        "metadata": {},
        "status": "Failure",
        "message": message,
        "reason": reason,
        "code": code,
    })
}

fn html(code: u16) -> Answer {
    let code = StatusCode::from_u16(code)?;
    let page = format!("<html><body><h1>{code}</h1></body></html>\n");
    Ok(Response::builder()
        .status(code)
        .header(header::CONTENT_TYPE, "text/html")
        .body(whole(page))?)
}

fn json_text(text: String) -> Answer {
    Ok(Response::builder()
        .header(header::CONTENT_TYPE, "application/json")
        .body(whole(text))?)
}

fn cut() -> Error {
    io::Error::from(io::ErrorKind::ConnectionReset).into()
}

fn whole(text: String) -> AnswerBody {
    Full::from(text)
        .map_err(|never| match never {})
        .boxed_unsync()
}

fn streamed(pieces: impl Stream<Item = Result<Bytes, Error>> + Send + 'static) -> AnswerBody {
    StreamBody::new(pieces.map(|piece| piece.map(Frame::data))).boxed_unsync()
}

/// The first part of `body`, byte by byte.
fn beginning(body: AnswerBody, part: Part) -> impl Stream<Item = Result<Bytes, Error>> + Send {
    let bytes = pieces(body, 1).boxed();
    // The end comes with the last byte wanted, not with the first one after it: on a watch that can be minutes later.
    stream::unfold((bytes, part), async |(mut bytes, part)| {
        if part.is_empty() {
            return None;
        }
        let byte = bytes.next().await?;
        let is_line_end = matches!(&byte, Ok(byte) if byte.as_ref() == b"\n");
        Some((byte, (bytes, part.after_byte(is_line_end))))
    })
}

/// The data of `body` in pieces of at most `size` bytes.
fn pieces(body: AnswerBody, size: usize) -> impl Stream<Item = Result<Bytes, Error>> + Send {
    body.into_data_stream().flat_map(move |chunk| {
        let pieces: Vec<Result<Bytes, Error>> = match chunk {
            Ok(chunk) => chunk
                .chunks(size.max(1))
                .map(|piece| Ok(chunk.slice_ref(piece)))
                .collect(),
            Err(error) => vec![Err(error)],
        };
        stream::iter(pieces)
    })
}
