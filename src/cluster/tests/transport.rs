//! Retries, time limits, warnings and the log.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::super::{
    DeleteOptions, Found, Patch, Preconditions, Propagation, Resource, WriteOptions,
};
use super::server::{Reply, Server};
use super::{Heard, to, with_flags};
use crate::error::ErrorKind;

fn pod() -> Value {
    json!({"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p", "namespace": "n"}})
}

fn failure(code: u16) -> Value {
    json!({"kind": "Status", "apiVersion": "v1", "status": "Failure", "message": "not now", "code": code})
}

#[tokio::test]
async fn what_is_sent_again_and_how_often() {
    const SOON: &str = "Retry-After: 0\r\n";
    // Status (0: the connection is cut), headers, requests for a read and for a write when the first answer is this one,
    // and for a read when all answers are.
    for (code, headers, read, write, always) in [
        (429, SOON, 2, 2, 4),
        (503, SOON, 2, 1, 4),
        (503, "", 2, 1, 4),
        (504, "", 2, 1, 4),
        (500, "", 1, 1, 1),
        (500, SOON, 2, 1, 4),
        (404, SOON, 1, 1, 1),
        (0, "", 2, 1, 4),
    ] {
        let refuse = move |_: usize| match code {
            0 => Reply::Cut,
            code => Reply::with_headers(code, headers, &failure(code)),
        };
        let once = move |number: usize| {
            if number == 0 {
                refuse(0)
            } else {
                Reply::json(200, &pod())
            }
        };

        let server = Server::start(move |number, _| once(number)).await;
        let _ = to(&server, "").await.get(Resource::PODS, "n", "p").await;
        assert_eq!(server.lines().len(), read, "GET, {code} {headers:?} once");

        let server = Server::start(move |number, _| once(number)).await;
        let _ = to(&server, "")
            .await
            .create(&pod(), WriteOptions::default())
            .await;
        assert_eq!(server.lines().len(), write, "POST, {code} {headers:?} once");

        if headers == SOON || always == 1 {
            let server = Server::start(move |number, _| refuse(number)).await;
            let _ = to(&server, "").await.get(Resource::PODS, "n", "p").await;
            assert_eq!(
                server.lines().len(),
                always,
                "GET, {code} {headers:?} always"
            );
        }
    }
}

#[tokio::test]
async fn retries_show_in_the_log() {
    let server = Server::start(|number, _| match number {
        0 => Reply::with_headers(429, "Retry-After: 0\r\n", &failure(429)),
        _ => Reply::json(200, &pod()),
    })
    .await;
    let heard = Heard::default();
    let cluster = with_flags(&format!("--server {} -v 1", server.url), &heard)
        .await
        .unwrap();
    cluster.get(Resource::PODS, "n", "p").await.unwrap();
    let log = heard.all().join("\n");
    assert!(log.contains("429") && log.contains("1 of 3"), "{log}");
}

#[tokio::test]
async fn a_silent_server_is_given_up_after_the_time_limit() {
    let server = Server::start(|_, _| Reply::Never).await;
    let cluster = to(&server, "--request-timeout 200ms").await;
    let started = Instant::now();
    let error = cluster.get(Resource::PODS, "n", "p").await.unwrap_err();
    assert!(started.elapsed() < Duration::from_secs(5));
    assert_eq!(error.kind, ErrorKind::Unreachable);
    assert!(
        error.message.contains(&server.url) && error.message.contains("200ms"),
        "{error}"
    );
    assert!(
        error.hint_lines().contains("--request-timeout"),
        "{:?}",
        error.hints
    );
}

#[tokio::test]
async fn warnings_of_the_server_come_once() {
    let headers = "Warning: 299 - \"a \\\"b\\\"\"\r\nWarning: 299 - \"c\"\r\n";
    let server = Server::start(move |_, _| Reply::with_headers(200, headers, &pod())).await;
    let heard = Heard::default();
    let cluster = with_flags(&format!("--server {}", server.url), &heard)
        .await
        .unwrap();
    for _ in 0..2 {
        cluster.get(Resource::PODS, "n", "p").await.unwrap();
    }
    assert_eq!(heard.all(), ["Warning: a \"b\"", "Warning: c"]);
}

#[tokio::test]
async fn writes_are_strict_and_name_their_manager() {
    let server = Server::start(|_, _| Reply::json(201, &pod())).await;
    let cluster = to(&server, "").await;
    let dry = WriteOptions {
        dry_run: true,
        ..WriteOptions::default()
    };
    cluster
        .create(&pod(), WriteOptions::default())
        .await
        .unwrap();
    cluster.create(&pod(), dry).await.unwrap();
    cluster
        .patch(
            Resource::PODS,
            "n",
            "p",
            Patch::Merge(&json!({})),
            Some("status"),
            dry,
        )
        .await
        .unwrap();
    let apply = Patch::Apply {
        manifest: &pod(),
        force: true,
    };
    cluster
        .patch(
            Resource::PODS,
            "n",
            "p",
            apply,
            None,
            WriteOptions::default(),
        )
        .await
        .unwrap();
    let strict = "fieldManager=kubectl-tidb-br&fieldValidation=Strict";
    assert_eq!(
        server.lines(),
        [
            format!("POST /api/v1/namespaces/n/pods?{strict}"),
            format!("POST /api/v1/namespaces/n/pods?{strict}&dryRun=All"),
            format!("PATCH /api/v1/namespaces/n/pods/p/status?{strict}&dryRun=All"),
            format!("PATCH /api/v1/namespaces/n/pods/p?force=true&{strict}"),
        ]
    );
    let types: Vec<_> = server
        .requests()
        .iter()
        .map(|request| request.header("content-type").unwrap())
        .collect();
    assert_eq!(
        types,
        [
            "application/json",
            "application/json",
            "application/merge-patch+json",
            "application/apply-patch+yaml"
        ]
    );
}

#[tokio::test]
async fn no_secret_reaches_the_log() {
    let secret = json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s", "namespace": "n"},
        "stringData": {"access_key": "SECRET1"}, "data": {"k": "SECRET2"},
        "note": "http://me:SECRET7@storage:9000"});
    let stored = secret.clone();
    let server =
        Server::start(move |_, _| Reply::with_headers(201, "Set-Cookie: SECRET5\r\n", &stored))
            .await;
    let heard = Heard::default();
    let with_password = server.url.replace("http://", "http://me:SECRET6@");
    let line = format!("--server {with_password} -v 9 --token SECRET3");
    let cluster = with_flags(&line, &heard).await.unwrap();
    cluster
        .create(&secret, WriteOptions::default())
        .await
        .unwrap();
    assert!(matches!(
        cluster.get(Resource::SECRETS, "n", "s").await,
        Ok(Found::Object(_))
    ));
    assert_eq!(
        server.requests()[0].header("authorization").as_deref(),
        Some("Bearer SECRET3")
    );
    let log = heard.all().join("\n");
    assert!(!log.contains("SECRET"), "{log}");
    for part in [
        "POST",
        "/namespaces/n/secrets",
        "201",
        " ms",
        "request body: ",
        "access_key",
        "response body: ",
    ] {
        assert!(log.contains(part), "{part:?} not in {log}");
    }
}

#[tokio::test]
async fn delete_options() {
    let server = Server::start(|_, _| Reply::json(200, &pod())).await;
    let cluster = to(&server, "").await;
    let conditions = Preconditions {
        uid: Some("u".to_owned()),
        resource_version: None,
    };
    let full = DeleteOptions {
        propagation: Some(Propagation::Orphan),
        preconditions: Some(conditions),
        dry_run: true,
    };
    for (options, body) in [
        (DeleteOptions::default(), json!({})),
        (
            full,
            json!({"propagationPolicy": "Orphan", "preconditions": {"uid": "u"}, "dryRun": ["All"]}),
        ),
    ] {
        cluster
            .delete(Resource::PODS, "n", "p", &options)
            .await
            .unwrap();
        let request = server.requests().pop().unwrap();
        assert_eq!(request.line, "DELETE /api/v1/namespaces/n/pods/p");
        assert_eq!(serde_json::from_str::<Value>(&request.body).unwrap(), body);
    }
}
