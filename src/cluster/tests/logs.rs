//! Logs that are followed.

use std::time::Duration;

use serde_json::json;

use super::super::LogQuery;
use super::server::{End, Reply, Request, Server};
use super::to;

fn log(text: &str, end: End) -> Reply {
    Reply::Stream(vec![(Duration::ZERO, text.to_owned())], end)
}

fn is_pod(request: &Request) -> bool {
    request.line.ends_with("/pods/p")
}

fn pod(state: &str) -> Reply {
    Reply::json(
        200,
        &json!({"apiVersion": "v1", "kind": "Pod", "status": {"containerStatuses": [
        {"name": "other", "state": {"running": {}}},
        {"name": "main", "state": {state: {}}}]}}),
    )
}

async fn lines(server: &Server, query: LogQuery) -> Vec<String> {
    let mut logs = to(server, "").await.logs("n", "p", &query).await.unwrap();
    (logs.idle, logs.first_pause) = (Duration::from_millis(100), Duration::from_millis(5));
    let mut lines = Vec::new();
    while let Some(line) = tokio::time::timeout(Duration::from_secs(10), logs.next())
        .await
        .unwrap()
        .unwrap()
    {
        lines.push(line);
    }
    lines
}

#[tokio::test]
async fn the_query_of_a_log() {
    let server = Server::start(|_, _| {
        log(
            "2026-11-21T01:00:00.5Z a b\n2026-11-21T01:00:00.6Z \n",
            End::Well,
        )
    })
    .await;
    assert_eq!(lines(&server, LogQuery::default()).await, ["a b", ""]);
    let query = LogQuery {
        container: Some("main".to_owned()),
        tail: Some(9),
        since: Some(Duration::from_secs(60)),
        timestamps: true,
        follow: false,
    };
    assert_eq!(lines(&server, query).await[0], "2026-11-21T01:00:00.5Z a b");
    assert_eq!(
        server.lines(),
        [
            "GET /api/v1/namespaces/n/pods/p/log?timestamps=true",
            "GET /api/v1/namespaces/n/pods/p/log?timestamps=true&container=main&tailLines=9&sinceSeconds=60",
        ]
    );
}

#[tokio::test]
async fn lines_may_come_in_any_pieces() {
    const PIECES: [&str; 5] = [
        "2026-11-21T01:00:01Z o, at length, and longer than what comes next, ",
        "ne\n2026-11-21T01:00:02Z two\n2026",
        "-11-21T01:00:03Z three",
        "\n",
        "2026-11-21T01:00:04Z cut",
    ];
    let server = Server::start(|_, _| {
        let pieces = PIECES.map(|piece| (Duration::from_millis(5), piece.to_owned()));
        Reply::Stream(pieces.into(), End::Well)
    })
    .await;
    assert_eq!(
        lines(&server, LogQuery::default()).await,
        [
            "o, at length, and longer than what comes next, ne",
            "two",
            "three",
            "cut"
        ]
    );
}

#[tokio::test]
async fn a_followed_log_goes_on_after_every_break_without_gaps_and_repeats() {
    const FIRST: &str = "2026-11-21T01:00:00.5Z one\n2026-11-21T01:00:00.51Z two\n";
    let server = Server::start(|number, request| match number {
        0 => log(FIRST, End::Cut),
        // The server takes whole seconds only, so that lines come a second time.
        1 => log(
            &format!("{FIRST}2026-11-21T01:00:00.513Z three\n"),
            End::Never,
        ),
        2 => Reply::Cut,
        3 => log("2026-11-21T01:00:00.513Z three\n", End::Well),
        4 => pod("running"),
        5 => log("2026-11-21T01:00:02Z four\n", End::Well),
        _ if is_pod(request) => pod("terminated"),
        _ => Reply::Never,
    })
    .await;
    let query = LogQuery {
        container: Some("main".to_owned()),
        follow: true,
        tail: Some(2),
        ..LogQuery::default()
    };
    assert_eq!(lines(&server, query).await, ["one", "two", "three", "four"]);
    let asked = server.lines();
    assert!(asked[0].ends_with("&follow=true&tailLines=2"), "{asked:?}");
    assert!(
        asked[1].ends_with("&follow=true&sinceTime=2026-11-21T01%3A00%3A00.51Z"),
        "{asked:?}"
    );
}

#[tokio::test]
async fn a_log_that_is_not_there() {
    let waiting = json!({"kind": "Status", "code": 400, "reason": "BadRequest",
        "message": "container \"main\" in pod \"p\" is waiting to start: ContainerCreating"});
    let server = Server::start(move |_, _| Reply::json(400, &waiting)).await;
    let query = LogQuery {
        follow: true,
        ..LogQuery::default()
    };
    let error = to(&server, "")
        .await
        .logs("n", "p", &query)
        .await
        .err()
        .unwrap();
    assert!(error.message.contains("waiting to start"), "{error}");
}
