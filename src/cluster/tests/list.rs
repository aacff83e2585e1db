//! Lists in pages.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde::de::{Error as _, IgnoredAny};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use super::super::{ListQuery, Listing, NextPage, Page, Resource};
use super::server::{Reply, Request, Server};
use super::to;
use crate::error::{Error, ErrorKind};

#[derive(Debug, Deserialize)]
struct Item {
    name: u32,
}

/// Custom resources come with their metadata at the end.
fn page(items: &[u32], next: &str) -> Reply {
    let items: Vec<Value> = items.iter().map(|name| json!({"name": name})).collect();
    Reply::Whole(
        200,
        String::new(),
        format!(
            r#"{{"apiVersion":"v1","kind":"PodList","items":{},"metadata":{{"continue":"{next}","resourceVersion":"77"}}}}"#,
            json!(items)
        ),
    )
}

fn token(request: &Request) -> Option<&str> {
    request.line.split_once("continue=").map(|(_, token)| token)
}

#[tokio::test]
async fn pages_come_in_order() {
    let server = Server::start(|_, request| match token(request) {
        None => page(&[1, 2], "t1"),
        Some("t1") => page(&[3], "t%3D2"),
        Some(_) => page(&[], ""),
    })
    .await;
    let cluster = to(&server, "").await;
    let query = ListQuery {
        labels: Some("a=b,c".to_owned()),
        limit: Some(2),
        fields: None,
    };
    let mut names = Vec::new();
    let listing = cluster
        .list(Resource::PODS, None, &query, |page: Page<Item>| {
            names.push((
                page.first,
                page.items.iter().map(|item| item.name).collect::<Vec<_>>(),
            ));
            Ok(())
        })
        .await
        .unwrap();
    assert_eq!(
        listing,
        Listing::Complete {
            resource_version: "77".to_owned()
        }
    );
    assert_eq!(
        names,
        [(true, vec![1, 2]), (false, vec![3]), (false, vec![])]
    );
    assert_eq!(
        server.lines(),
        [
            "GET /api/v1/pods?labelSelector=a%3Db%2Cc&limit=2",
            "GET /api/v1/pods?labelSelector=a%3Db%2Cc&limit=2&continue=t1",
            "GET /api/v1/pods?labelSelector=a%3Db%2Cc&limit=2&continue=t%253D2",
        ]
    );
}

/// How many requests the server of the next test has seen.
static SEEN: AtomicUsize = AtomicUsize::new(0);

/// An object that cannot be read before the server has seen two requests.
struct AfterSecondRequest;

impl<'de> Deserialize<'de> for AfterSecondRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer)?;
        let started = Instant::now();
        while SEEN.load(Ordering::SeqCst) < 2 {
            if started.elapsed() > Duration::from_secs(5) {
                return Err(D::Error::custom("the next page was not asked for"));
            }
            std::thread::yield_now();
        }
        Ok(Self)
    }
}

#[tokio::test]
async fn the_next_page_is_asked_for_while_this_one_is_read() {
    let server = Server::start(|number, _| {
        SEEN.store(number + 1, Ordering::SeqCst);
        if number == 0 {
            page(&[1], "t")
        } else {
            page(&[2], "")
        }
    })
    .await;
    let cluster = to(&server, "").await;
    let query = ListQuery::default();
    let all = cluster.list_all::<AfterSecondRequest>(Resource::PODS, None, &query);
    assert_eq!(all.await.unwrap().unwrap().len(), 2);
}

#[tokio::test]
async fn a_list_that_the_server_forgot_starts_again_and_says_so() {
    let gone = json!({"kind": "Status", "status": "Failure", "reason": "Expired", "message": "too old", "code": 410});
    let server = Server::start(move |number, request| match (number, token(request)) {
        (_, None) => page(&[1], "t"),
        (1, _) => Reply::json(410, &gone),
        _ => page(&[2], ""),
    })
    .await;
    let cluster = to(&server, "").await;
    let all: Vec<Item> = cluster
        .list_all(Resource::PODS, Some("n"), &ListQuery::default())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(all.iter().map(|item| item.name).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(server.lines().len(), 4);
}

/// A server, or a gateway, that forgets every list must not be asked without a pause and without an end.
#[tokio::test]
async fn a_list_that_is_always_forgotten_ends() {
    let gone = json!({"kind": "Status", "status": "Failure", "reason": "Expired", "message": "too old", "code": 410});
    let server = Server::start(move |_, request| match token(request) {
        None => page(&[1], "t"),
        Some(_) => Reply::json(410, &gone),
    })
    .await;
    let cluster = to(&server, "").await;
    let begun = Instant::now();
    let query = ListQuery::default();
    let list = cluster.list_all::<Item>(Resource::PODS, Some("n"), &query);
    let error = list.await.unwrap_err();
    assert_eq!(error.kind, ErrorKind::Failed);
    assert!(
        error.message.contains("forgot its list of pods 4 times"),
        "{error}"
    );
    assert_eq!(server.lines().len(), 8, "four lists of two pages");
    assert!(begun.elapsed() >= Duration::from_millis(250 + 500 + 1000));
}

#[tokio::test]
async fn nothing_more_is_asked_once_the_caller_has_enough() {
    let server = Server::start(|_, _| page(&[1], "more")).await;
    let cluster = to(&server, "").await;
    let query = ListQuery::default();
    let enough = cluster.list(Resource::PODS, None, &query, |_: Page<Item>| {
        Err(Error::failed("enough"))
    });
    assert_eq!(enough.await.unwrap_err().message, "enough");
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(server.lines().len() <= 2, "{:?}", server.lines());
}

/// One object that is not of the expected form fails a list, unless the caller has a place for it.
#[tokio::test]
async fn malformed_objects() {
    let reply = json!({"kind": "PodList", "items": [{"name": 1}, {"name": "two"}, {"name": 3}], "metadata": {}});
    let server = Server::start(move |_, _| Reply::json(200, &reply)).await;
    let cluster = to(&server, "").await;
    let query = ListQuery::default();
    let error = cluster
        .list_all::<Item>(Resource::PODS, None, &query)
        .await
        .unwrap_err();
    assert!(error.message.contains("cannot be read"), "{error}");
    let pages = cluster.pages::<Item>(Resource::PODS, None, &query).unwrap();
    let NextPage::Page(page) = pages.tolerant().next().await.unwrap() else {
        panic!("it has a page");
    };
    assert_eq!(page.items.iter().map(|item| item.name).sum::<u32>(), 4);
    assert_eq!(page.malformed, [json!({"name": "two"})]);
}

/// A 200 answer of something that is no API server is not an empty list.
#[tokio::test]
async fn answers_that_are_no_list() {
    for reply in [json!({}), json!({"error": "log in"}), json!({"items": []})] {
        let text = reply.to_string();
        let server = Server::start(move |_, _| Reply::json(200, &reply)).await;
        let cluster = to(&server, "").await;
        let query = ListQuery::default();
        let all = cluster.list_all::<Value>(Resource::PODS, None, &query);
        let error = all.await.unwrap_err();
        assert!(error.message.contains("cannot be read"), "{text}: {error}");
    }
}

#[tokio::test]
async fn empty_and_unserved_collections() {
    for (reply, expected) in [
        (
            json!({"apiVersion": "v1", "kind": "PodList", "items": null, "metadata": {}}),
            Some(0),
        ),
        (
            json!({"apiVersion": "v1", "kind": "PodList", "metadata": {"resourceVersion": "1"}}),
            Some(0),
        ),
        (
            json!({"kind": "Status", "message": "the server could not find the requested resource", "details": {}}),
            None,
        ),
    ] {
        let code = if expected.is_some() { 200 } else { 404 };
        let server = Server::start(move |_, _| Reply::json(code, &reply)).await;
        let all = to(&server, "")
            .await
            .list_all::<Value>(Resource::PODS, None, &ListQuery::default())
            .await;
        assert_eq!(all.unwrap().map(|all| all.len()), expected);
    }
}
