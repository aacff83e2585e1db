//! One untyped request to an API server, for tests, for the stand-in operator and for the sandbox program.

use http::header::CONTENT_TYPE;
use http_body_util::BodyExt;
use kube::Client;
use serde_json::Value;

/// Sends a request and returns the code and the body of the answer. `Null` stands for a missing body, in both directions, and
/// for an answer that is not JSON. A PATCH is a JSON merge patch.
pub async fn send(
    client: &Client,
    method: &str,
    path: &str,
    body: &Value,
) -> Result<(u16, Value), kube::Error> {
    send_as(client, None, method, path, body).await
}

/// The same, as another user (`--as`).
pub async fn send_as(
    client: &Client,
    user: Option<&str>,
    method: &str,
    path: &str,
    body: &Value,
) -> Result<(u16, Value), kube::Error> {
    let content_type = match method {
        "PATCH" => "application/merge-patch+json",
        _ => "application/json",
    };
    let bytes = match body {
        Value::Null => Vec::new(),
        body => body.to_string().into_bytes(),
    };
    let mut request = http::Request::builder()
        .method(method)
        .uri(path)
        .header(CONTENT_TYPE, content_type);
    if let Some(user) = user {
        request = request.header("impersonate-user", user);
    }
    let request = request.body(bytes.into()).map_err(kube::Error::HttpError)?;
    let answer = client.send(request).await?;
    let code = answer.status().as_u16();
    let bytes = answer.into_body().collect().await?.to_bytes();
    Ok((code, serde_json::from_slice(&bytes).unwrap_or_default()))
}
