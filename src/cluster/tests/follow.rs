//! Following through everything that happens to connections.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::super::follow::Pace;
use super::super::{Event, Follower, ListQuery, Resource};
use super::server::{End, Reply, Request, Server};
use super::{Heard, with_flags};
use crate::error::Result;

const FAST: Pace = Pace {
    stream: Duration::from_secs(1),
    idle: Duration::from_millis(150),
    answer: Duration::from_millis(400),
    first_pause: Duration::from_millis(10),
    longest_pause: Duration::from_millis(40),
    poll: Duration::from_millis(20),
    first_read: Duration::from_secs(60),
    longest_read: Duration::from_secs(60),
};

fn pod(version: u32) -> Value {
    json!({"apiVersion": "v1", "kind": "Pod", "metadata": {"namespace": "n", "name": "p", "uid": "u", "resourceVersion": version.to_string()}})
}

fn list(pods: &[Value], version: u32) -> Reply {
    Reply::json(
        200,
        &json!({"apiVersion": "v1", "kind": "PodList", "items": pods, "metadata": {"resourceVersion": version.to_string()}}),
    )
}

fn refused(code: u16) -> Value {
    json!({"kind": "Status", "status": "Failure", "message": "no", "code": code, "details": {"name": "p"}})
}

fn line(kind: &str, object: &Value) -> Value {
    json!({"type": kind, "object": object})
}

fn is_watch(request: &Request) -> bool {
    request.line.contains("watch=true")
}

async fn follow_one(server: &Server, heard: &Heard) -> Follower {
    let cluster = with_flags(&format!("--server {}", server.url), heard)
        .await
        .unwrap();
    cluster.follow_at(
        FAST,
        Resource::PODS,
        Some("n"),
        &ListQuery::name("p"),
        Some("p"),
    )
}

/// The next event in short: `+version`, `-`, `=`, or the error.
async fn next(follower: &mut Follower) -> String {
    let event: Result<Event> = tokio::time::timeout(Duration::from_secs(10), follower.next())
        .await
        .expect("an event within 10 s");
    match event {
        Ok(Event::Current(object)) => format!(
            "+{}",
            object["metadata"]["resourceVersion"].as_str().unwrap()
        ),
        Ok(Event::Deleted(_)) => "-".to_owned(),
        Ok(Event::Synced) => "=".to_owned(),
        Err(error) => error.to_string(),
    }
}

async fn expect(follower: &mut Follower, expected: &[&str]) {
    for wanted in expected {
        assert_eq!(&next(follower).await, wanted);
    }
}

#[tokio::test]
async fn a_watch_goes_on_from_the_last_version_when_the_server_ends_it() {
    let server = Server::start(|number, request| match number {
        0 => list(&[pod(5)], 7),
        1 => Reply::lines(
            &[line("MODIFIED", &pod(8)), line("BOOKMARK", &pod(9))],
            End::Well,
        ),
        _ if request.line.contains("resourceVersion=9&") => {
            Reply::lines(&[line("DELETED", &pod(10))], End::Never)
        }
        _ => Reply::Never,
    })
    .await;
    let mut follower = follow_one(&server, &Heard::default()).await;
    expect(&mut follower, &["+5", "=", "+8", "-"]).await;
    let lines = server.lines();
    assert!(
        lines[0].ends_with("?fieldSelector=metadata.name%3Dp&limit=2000"),
        "{lines:?}"
    );
    assert!(
        is_watch(&server.requests()[1]) && lines[1].contains("resourceVersion=7&"),
        "{lines:?}"
    );
    assert!(
        lines[1].contains("timeoutSeconds=1") && lines[1].contains("allowWatchBookmarks=true"),
        "{lines:?}"
    );
}

#[tokio::test]
async fn every_way_to_lose_a_stream_leads_to_the_current_object() {
    type Break = fn() -> Reply;
    let ways: [(&str, Break, bool); 7] = [
        (
            "410 as the answer",
            || Reply::json(410, &refused(410)),
            true,
        ),
        (
            "410 in the stream",
            || Reply::lines(&[line("ERROR", &refused(410))], End::Never),
            true,
        ),
        (
            "500 in the stream",
            || Reply::lines(&[line("ERROR", &refused(500))], End::Never),
            true,
        ),
        (
            "garbage",
            || Reply::Stream(vec![(Duration::ZERO, "{\"type\"\n".to_owned())], End::Never),
            true,
        ),
        ("frozen", || Reply::Stream(Vec::new(), End::Never), true),
        (
            "cut",
            || Reply::Stream(vec![(Duration::ZERO, "{\"ty".to_owned())], End::Cut),
            false,
        ),
        ("no head", || Reply::Never, false),
    ];
    for (way, lose, looks_again) in ways {
        let server = Server::start(move |number, request| match number {
            0 => list(&[pod(5)], 7),
            1 => lose(),
            _ if is_watch(request) => Reply::lines(&[line("MODIFIED", &pod(9))], End::Never),
            _ => list(&[pod(9)], 9),
        })
        .await;
        let mut follower = follow_one(&server, &Heard::default()).await;
        let tail: &[&str] = if looks_again { &["+9", "="] } else { &["+9"] };
        expect(&mut follower, &["+5", "="]).await;
        for wanted in tail {
            assert_eq!(&next(&mut follower).await, wanted, "{way}");
        }
    }
}

/// A gateway that does not pass watches on must not hide what reads show, and must not be asked without a pause.
#[tokio::test]
async fn reads_back_up_a_watch_that_never_works() {
    const SLOWER: Pace = Pace {
        longest_pause: Duration::from_millis(160),
        idle: Duration::from_secs(60),
        first_read: Duration::from_millis(20),
        longest_read: Duration::from_millis(160),
        ..FAST
    };
    type Watch = fn() -> Reply;
    let html = || Reply::Whole(502, String::new(), "<html>".to_owned());
    let ways: [(&str, Watch); 11] = [
        ("502", html),
        ("500", || Reply::json(500, &refused(500))),
        ("429", || Reply::json(429, &refused(429))),
        ("closed", || Reply::Cut),
        ("cut", || Reply::lines(&[], End::Cut)),
        ("ended at once", || Reply::lines(&[], End::Well)),
        ("no head", || Reply::Never),
        ("silent", || Reply::lines(&[], End::Never)),
        ("410", || Reply::json(410, &refused(410))),
        ("410 in the stream", || {
            Reply::lines(&[line("ERROR", &refused(410))], End::Well)
        }),
        ("another page", || {
            Reply::json(200, &json!({"error": "log in"}))
        }),
    ];
    for (way, watch) in ways {
        let begun = Instant::now();
        let changes = Duration::from_millis(300);
        let server = Server::start(move |_, request| match begun.elapsed() < changes {
            _ if is_watch(request) => watch(),
            true => list(&[pod(5)], 7),
            false => list(&[pod(9)], 9),
        })
        .await;
        let cluster = with_flags(&format!("--server {}", server.url), &Heard::default())
            .await
            .unwrap();
        let query = ListQuery::name("p");
        let mut follower = cluster.follow_at(SLOWER, Resource::PODS, Some("n"), &query, Some("p"));
        let mut events = Vec::new();
        while events.last().is_none_or(|event| event != "+9") {
            events.push(next(&mut follower).await);
        }
        events.retain(|event| event != "=");
        assert_eq!(events, ["+5", "+9"], "{way}");
        assert!(
            begun.elapsed() < changes + Duration::from_millis(700),
            "{way}: {:?}",
            begun.elapsed()
        );
        tokio::time::sleep(Duration::from_secs(1)).await;
        // Pauses of 10, 20, 40, 80 and then 160 ms, two requests each.
        let (asked, seconds) = (server.lines().len(), begun.elapsed().as_secs_f64());
        assert!(
            asked < 12 + (seconds * 2.0 / 0.16) as usize,
            "{way}: {asked} in {seconds} s"
        );
        assert!(asked > 8, "{way}: {asked}");
    }
}

/// A list that was read beside a watch is newer than the events that the watch then brings.
#[tokio::test]
async fn an_event_that_a_read_overtook_is_not_reported() {
    const PACE: Pace = Pace {
        idle: Duration::from_secs(60),
        first_read: Duration::from_millis(30),
        ..FAST
    };
    let server = Server::start(move |number, request| match number {
        0 => list(&[pod(5)], 7),
        _ if is_watch(request) => {
            let piece = |ms, version| {
                (
                    Duration::from_millis(ms),
                    format!("{}\n", line("MODIFIED", &pod(version))),
                )
            };
            Reply::Stream(vec![piece(300, 8), piece(0, 10)], End::Never)
        }
        _ => list(&[pod(9)], 9),
    })
    .await;
    let cluster = with_flags(&format!("--server {}", server.url), &Heard::default())
        .await
        .unwrap();
    let query = ListQuery::name("p");
    let mut follower = cluster.follow_at(PACE, Resource::PODS, Some("n"), &query, Some("p"));
    expect(&mut follower, &["+5", "=", "+9", "=", "+10"]).await;
}

#[tokio::test]
async fn a_watch_that_never_works_is_told_once() {
    let server = Server::start(|_, request| match is_watch(request) {
        true => Reply::json(500, &refused(500)),
        false => list(&[pod(5)], 7),
    })
    .await;
    let heard = Heard::default();
    let mut follower = follow_one(&server, &heard).await;
    for _ in 0..6 {
        next(&mut follower).await;
    }
    let told = heard.all();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("the watch fails, so the objects are read instead: ")
            && told[0].contains("500"),
        "{told:?}"
    );
}

#[tokio::test]
async fn an_object_that_went_away_unseen_is_told() {
    let server = Server::start(|number, request| match number {
        0 => list(&[pod(5)], 7),
        1 => Reply::json(410, &refused(410)),
        _ if is_watch(request) => Reply::Never,
        _ => list(&[], 9),
    })
    .await;
    let mut follower = follow_one(&server, &Heard::default()).await;
    expect(&mut follower, &["+5", "=", "-", "="]).await;
}

#[tokio::test]
async fn an_outage_is_told_once_and_survived() {
    let server = Server::start(|number, request| match number {
        0 => list(&[pod(5)], 7),
        1..4 => Reply::Cut,
        _ if is_watch(request) => Reply::lines(&[line("MODIFIED", &pod(9))], End::Never),
        _ => list(&[pod(9)], 9),
    })
    .await;
    let heard = Heard::default();
    let mut follower = follow_one(&server, &heard).await;
    expect(&mut follower, &["+5", "=", "+9"]).await;
    let told = heard.all();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("waiting for the server: ") && told[0].contains(&server.url),
        "{told:?}"
    );
}

#[tokio::test]
async fn without_the_right_to_watch_or_list_the_object_is_read_again_and_again() {
    // Which requests are refused: watches, or lists as well.
    for (lists_too, second) in [(false, "?fieldSelector"), (true, "/pods/p")] {
        let server = Server::start(move |number, request| {
            let one = request.line.ends_with("/pods/p");
            let version = if number < 6 { 5 } else { 6 };
            match () {
                () if is_watch(request) || (lists_too && !one) => Reply::json(403, &refused(403)),
                () if one && number > 10 => Reply::json(404, &refused(404)),
                () if one => Reply::json(200, &pod(version)),
                () if number > 10 => list(&[], 12),
                () => list(&[pod(version)], version),
            }
        })
        .await;
        let mut follower = follow_one(&server, &Heard::default()).await;
        let mut events = Vec::new();
        while events.last().is_none_or(|event| event != "-") {
            let event = next(&mut follower).await;
            if event != "=" {
                events.push(event);
            }
        }
        assert_eq!(events, ["+5", "+6", "-"], "lists refused: {lists_too}");
        assert!(server.lines()[4].contains(second), "{:?}", server.lines());
    }
}

#[tokio::test]
async fn what_waiting_does_not_cure_ends_the_follower() {
    for (code, said) in [(401, "unauthorized"), (403, "forbidden")] {
        let server = Server::start(move |_, _| Reply::json(code, &refused(code))).await;
        let mut follower = follow_one(&server, &Heard::default()).await;
        assert!(next(&mut follower).await.contains(said));
    }
    let server =
        Server::start(|_, _| Reply::Whole(404, String::new(), "404 page not found".to_owned()))
            .await;
    let mut follower = follow_one(&server, &Heard::default()).await;
    assert!(next(&mut follower).await.contains("does not serve pods"));
}

#[tokio::test]
async fn dropping_the_future_loses_nothing_and_dropping_the_follower_ends_it() {
    let server = Server::start(|number, _| match number {
        0 => list(&[pod(5)], 7),
        1 => {
            let pause = Duration::from_millis(60);
            let piece = |version| (pause, format!("{}\n", line("MODIFIED", &pod(version))));
            Reply::Stream(vec![piece(8), piece(9)], End::Never)
        }
        _ => Reply::Never,
    })
    .await;
    let mut follower = follow_one(&server, &Heard::default()).await;
    let mut events = Vec::new();
    while events.len() < 4 {
        if let Ok(event) = tokio::time::timeout(Duration::from_millis(7), next(&mut follower)).await
        {
            events.push(event);
        }
    }
    assert_eq!(events, ["+5", "=", "+8", "+9"]);
    drop(follower);
    tokio::time::sleep(2 * FAST.idle).await;
    assert_eq!(server.lines().len(), 2, "nobody looks again");
}
