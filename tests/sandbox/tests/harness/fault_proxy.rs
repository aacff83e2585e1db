//! Each fault as a client sees it.

use std::path::Path;
use std::time::{Duration, Instant};

use http_body_util::BodyExt;
use kube::config::{KubeConfigOptions, Kubeconfig};
use kube::{Client, Config};
use sandbox::block_on;
use sandbox::control_plane::{ControlPlane, Identity};
use sandbox::fault_proxy::{Fault, FaultProxy, Part, Rule};
use serde_json::{Value, json};

use super::{ask, backup, backups, server, try_ask};

/// A client from the proxy's kubeconfig, as the program under test has, but without retries.
fn client(kubeconfig: &Path) -> Client {
    block_on(async {
        let kubeconfig = Kubeconfig::read_from(kubeconfig).unwrap();
        let mut config = Config::from_custom_kubeconfig(kubeconfig, &KubeConfigOptions::default())
            .await
            .unwrap();
        config.default_retry = false;
        Client::try_from(config).unwrap()
    })
}

struct Setup {
    namespace: String,
    proxy: FaultProxy,
    client: Client,
}

fn before(rules: Vec<Rule>) -> Setup {
    let server = server();
    let namespace = server.namespace("proxy").unwrap();
    let proxy = FaultProxy::start(&server, Identity::User, rules).unwrap();
    let client = client(&proxy.kubeconfig(&namespace).unwrap());
    Setup {
        namespace,
        proxy,
        client,
    }
}

#[test]
fn without_rules_it_is_the_server() {
    let setup = before(Vec::new());
    let path = backups(&setup.namespace);
    assert_eq!(ask(&setup.client, "POST", &path, &backup("x")).0, 201);
    assert_eq!(
        ask(&setup.client, "PUT", &format!("{path}/x"), &backup("x")).0,
        403,
        "as the user"
    );
    let (code, list) = ask(&setup.client, "GET", &path, &Value::Null);
    assert_eq!((code, list["items"].as_array().unwrap().len()), (200, 1));

    let seen = setup.proxy.requests();
    let methods: Vec<&str> = seen.iter().map(|request| request.method.as_str()).collect();
    assert_eq!(methods, ["POST", "PUT", "GET"]);
    assert_eq!(seen[0].uri, path);
    assert_eq!(seen[0].body["metadata"]["name"], "x");
}

#[test]
fn kubectl_works_through_it() {
    let setup = before(vec![Rule::new(Fault::Status(503)).uri("/backups?")]);
    let output = std::process::Command::new(ControlPlane::shared().unwrap().kubectl())
        .env(
            "KUBECONFIG",
            setup.proxy.kubeconfig(&setup.namespace).unwrap(),
        )
        .args(["get", "backups.br.pingcap.com"])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("unable to handle the request"), "{said}");
}

#[test]
fn an_error_once_and_an_error_for_ever() {
    let conflict = |rule: Rule| vec![rule.method("PATCH").uri("/backups/")];
    let rows = [
        (
            conflict(Rule::new(Fault::Status(409)).nth(1)),
            [409, 200, 200],
        ),
        (
            conflict(Rule::new(Fault::Status(409)).nth(2)),
            [200, 409, 200],
        ),
        (
            conflict(Rule::new(Fault::Status(409)).since(2)),
            [200, 409, 409],
        ),
        (conflict(Rule::new(Fault::Status(500))), [500, 500, 500]),
        (conflict(Rule::new(Fault::Html(502))), [502, 502, 502]),
    ];
    for (rules, expected) in rows {
        let shown = format!("{rules:?}");
        let setup = before(rules);
        let path = backups(&setup.namespace);
        assert_eq!(
            ask(&setup.client, "POST", &path, &backup("x")).0,
            201,
            "{shown}"
        );
        let codes = [1, 2, 3].map(|round| {
            let patch = json!({"metadata": {"labels": {"round": round.to_string()}}});
            ask(&setup.client, "PATCH", &format!("{path}/x"), &patch).0
        });
        assert_eq!(codes, expected, "{shown}");
    }
}

#[test]
fn errors_look_like_those_of_the_server() {
    let setup = before(vec![
        Rule::new(Fault::RetryAfter(429, 7)).uri("/retry"),
        Rule::new(Fault::WatchExpired).uri("watch=true"),
    ]);
    let request = http::Request::get("/retry")
        .body(Vec::new().into())
        .unwrap();
    let answer = block_on(setup.client.send(request)).unwrap();
    assert_eq!(answer.status(), 429);
    assert_eq!(answer.headers()["retry-after"], "7");

    let path = format!("{}?watch=true", backups(&setup.namespace));
    let (code, event) = ask(&setup.client, "GET", &path, &Value::Null);
    assert_eq!(
        (code, &event["type"], &event["object"]["code"]),
        (200, &json!("ERROR"), &json!(410))
    );
}

#[test]
fn a_lost_answer_is_a_write_that_happened_and_a_cut_is_none() {
    let html = Fault::DoneThen(Box::new(Fault::Cut));
    for (fault, expected) in [(Fault::AnswerLost, 1), (html, 1), (Fault::Cut, 0)] {
        let setup = before(vec![Rule::new(fault.clone()).method("POST")]);
        let path = backups(&setup.namespace);
        assert!(
            try_ask(&setup.client, "POST", &path, &backup("x")).is_err(),
            "{fault:?}"
        );
        let (_, list) = ask(&setup.client, "GET", &path, &Value::Null);
        assert_eq!(
            list["items"].as_array().unwrap().len(),
            expected,
            "{fault:?}"
        );
    }
}

#[test]
fn the_body_of_an_answer_can_break_off_stall_and_trickle() {
    let setup = before(vec![
        Rule::new(Fault::CutAfter(Part::Bytes(10))).uri("labelSelector=cut"),
        Rule::new(Fault::FrozenAfter(Part::Bytes(10))).uri("labelSelector=frozen"),
        Rule::new(Fault::Slow {
            bytes: 50,
            every: Duration::from_millis(40),
        })
        .uri("labelSelector=slow"),
        Rule::new(Fault::NeverAnswer).uri("labelSelector=silent"),
    ]);
    let path = backups(&setup.namespace);
    let get = async |label: &str| {
        let request = http::Request::get(format!("{path}?labelSelector={label}"))
            .body(Vec::new().into())
            .unwrap();
        setup.client.send(request).await.unwrap().into_body()
    };
    let patience = Duration::from_millis(300);
    block_on(async {
        let mut body = get("cut").await;
        assert_eq!(received(&mut body, 10).await, 10);
        assert!(
            body.frame().await.unwrap().is_err(),
            "the connection was cut"
        );

        let mut body = get("frozen").await;
        assert_eq!(received(&mut body, 10).await, 10);
        let more = tokio::time::timeout(patience, body.frame()).await;
        assert!(more.is_err(), "no byte and no end");

        let begun = Instant::now();
        let body = get("slow").await.collect().await.unwrap().to_bytes();
        let list: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(list["items"], json!([]), "complete in the end");
        let pieces = u32::try_from(body.len().div_ceil(50)).unwrap();
        assert!(
            begun.elapsed() >= Duration::from_millis(40) * pieces,
            "{:?}",
            begun.elapsed()
        );

        let silent = tokio::time::timeout(patience, get("silent")).await;
        assert!(silent.is_err(), "no answer");
    });
}

#[test]
fn an_answer_can_be_another_although_the_server_did_what_was_asked() {
    let done = |fault: Fault| Fault::DoneThen(Box::new(fault));
    let rows = [
        (Fault::Json("{\"error\": \"log in\"}"), 200, 0),
        (done(Fault::Json("{}")), 200, 1),
        (done(Fault::RetryAfter(503, 1)), 503, 1),
        (done(Fault::Html(502)), 502, 1),
    ];
    for (fault, code, expected) in rows {
        let setup = before(vec![Rule::new(fault.clone()).method("POST")]);
        let path = backups(&setup.namespace);
        let (answered, answer) = ask(&setup.client, "POST", &path, &backup("x"));
        assert_eq!(answered, code, "{fault:?}");
        assert!(answer["metadata"]["name"].is_null(), "{fault:?}: {answer}");
        let (_, list) = ask(&setup.client, "GET", &path, &Value::Null);
        assert_eq!(
            list["items"].as_array().unwrap().len(),
            expected,
            "{fault:?}"
        );
    }
}

#[test]
fn a_watch_can_be_held_back_and_ended_at_once() {
    for (fault, has_event) in [(Fault::HeldBack, true), (Fault::WatchEnded, false)] {
        let setup = before(vec![Rule::new(fault.clone()).uri("watch=true")]);
        let path = backups(&setup.namespace);
        assert_eq!(ask(&setup.client, "POST", &path, &backup("x")).0, 201);
        let begun = Instant::now();
        let watch = format!("{path}?watch=true&resourceVersion=0&timeoutSeconds=2");
        let request = http::Request::get(watch).body(Vec::new().into()).unwrap();
        let (head_after, body) = block_on(async {
            let answer = setup.client.send(request).await.unwrap();
            let head_after = begun.elapsed();
            (
                head_after,
                answer.into_body().collect().await.unwrap().to_bytes(),
            )
        });
        let is_held = head_after >= Duration::from_millis(1900);
        assert_eq!(
            (is_held, !body.is_empty()),
            (has_event, has_event),
            "{fault:?}: {head_after:?}"
        );
    }
}

#[test]
fn a_watch_can_be_cut_and_frozen_after_its_first_event() {
    let lines = Part::Lines(1);
    let rows = [
        (Fault::CutAfter(lines), true),
        (Fault::FrozenAfter(lines), false),
    ];
    for (fault, is_cut) in rows {
        let setup = before(vec![Rule::new(fault.clone()).uri("watch=true")]);
        let path = backups(&setup.namespace);
        for name in ["first", "second"] {
            assert_eq!(ask(&setup.client, "POST", &path, &backup(name)).0, 201);
        }
        let request = http::Request::get(format!("{path}?watch=true&resourceVersion=0"))
            .body(Vec::new().into())
            .unwrap();
        let (text, ended) = block_on(async {
            let mut body = setup.client.send(request).await.unwrap().into_body();
            let mut text = String::new();
            while !text.ends_with('\n') {
                let frame = body.frame().await.unwrap().unwrap();
                text.push_str(std::str::from_utf8(frame.data_ref().unwrap()).unwrap());
            }
            let patience = Duration::from_millis(if is_cut { 10_000 } else { 300 });
            (text, tokio::time::timeout(patience, body.frame()).await)
        });
        let event: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(event["type"], "ADDED", "{fault:?}");
        match ended {
            Ok(frame) => assert!(is_cut && frame.unwrap().is_err(), "{fault:?}"),
            Err(_) => assert!(!is_cut, "{fault:?}"),
        }
    }
}

/// Reads until `wanted` bytes have arrived, and returns how many have.
async fn received(body: &mut kube::client::Body, wanted: usize) -> usize {
    let mut bytes = 0;
    while bytes < wanted {
        let frame = body.frame().await.unwrap().unwrap();
        bytes += frame.data_ref().map_or(0, |data| data.len());
    }
    bytes
}

#[test]
fn a_closure_may_change_the_cluster_between_two_requests() {
    let server = server();
    let namespace = server.namespace("closure").unwrap();
    let path = format!("{}/x", backups(&namespace));
    let other = server.client(Identity::Operator).unwrap();
    assert_eq!(
        ask(&other, "POST", &backups(&namespace), &backup("x")).0,
        201
    );
    let proxy = FaultProxy::start_with(&server, Identity::User, {
        let path = path.clone();
        move |request| {
            if request.method == "PATCH" {
                let label = json!({"metadata": {"labels": {"by": "another"}}});
                assert_eq!(ask(&other, "PATCH", &path, &label).0, 200);
            }
            None
        }
    })
    .unwrap();
    let client = client(&proxy.kubeconfig(&namespace).unwrap());
    let (_, object) = ask(&client, "GET", &path, &Value::Null);
    let patch = json!({"metadata": {"resourceVersion": object["metadata"]["resourceVersion"], "labels": {"by": "me"}}});
    assert_eq!(
        ask(&client, "PATCH", &path, &patch).0,
        409,
        "the server's own conflict"
    );
}
