//! What the API server serves, to whom, and what the audit log says about it.

use std::process::Command;

use sandbox::control_plane::{ControlPlane, CrdSource, Identity, Mark, World};
use serde_json::{Value, json};

use super::{ask, backup, backups, server, try_ask};

#[test]
fn kubectl_sees_the_resources_of_both_operators_and_none_in_a_bare_world() {
    let plane = ControlPlane::shared().unwrap();
    let rows: [(World, &[&str]); 2] = [
        (
            World::Both,
            &[
                "backups.br.pingcap.com",
                "backups.pingcap.com",
                "backupschedules.br.pingcap.com",
                "backupschedules.pingcap.com",
                "clusters.core.pingcap.com",
                "compactbackups.br.pingcap.com",
                "compactbackups.pingcap.com",
                "pdgroups.core.pingcap.com",
                "restores.br.pingcap.com",
                "restores.pingcap.com",
                "tidbclusters.pingcap.com",
                "tikvgroups.core.pingcap.com",
            ],
        ),
        (World::Bare, &[]),
    ];
    for (world, expected) in rows {
        let server = plane.world(world).unwrap();
        let output = Command::new(plane.kubectl())
            .env(
                "KUBECONFIG",
                server.kubeconfig(Identity::Admin, "default").unwrap(),
            )
            .args(["api-resources", "-o", "name", "--cached=false"])
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        let mut served: Vec<&str> = text
            .lines()
            .filter(|name| name.ends_with("pingcap.com"))
            .collect();
        served.sort_unstable();
        assert_eq!(served, expected, "{world:?}");
    }
}

#[test]
fn the_operators_own_definitions_are_served_where_they_are_at_hand() {
    if !CrdSource::Operators.is_available() {
        super::skipped("the operators' definitions are not here");
        return;
    }
    let plane = ControlPlane::shared().unwrap();
    let server = plane
        .world_from(World::V1LogStop, CrdSource::Operators)
        .unwrap();
    let namespace = server.namespace("v154").unwrap();
    let client = server.client(Identity::Admin).unwrap();
    let strict =
        format!("/apis/pingcap.com/v1alpha1/namespaces/{namespace}/backups?fieldValidation=Strict");
    let object = |spec: Value| json!({"apiVersion": "pingcap.com/v1alpha1", "kind": "Backup", "metadata": {"name": "x"}, "spec": spec});
    let (code, answer) = ask(
        &client,
        "POST",
        &strict,
        &object(json!({"logSubcommand": "log-pause"})),
    );
    assert_eq!(code, 400, "1.5.4 knows no logSubcommand: {answer}");
    let (code, answer) = ask(&client, "POST", &strict, &object(json!({"logStop": true})));
    assert_eq!(code, 201, "{answer}");
}

#[test]
fn every_identity_may_do_what_it_may_and_no_more() {
    let server = server();
    let namespace = server.namespace("rbac").unwrap();
    let backups = backups(&namespace);
    let one = format!("{backups}/shared");
    let admin = server.client(Identity::Admin).unwrap();
    let (code, answer) = ask(&admin, "POST", &backups, &backup("shared"));
    assert_eq!(code, 201, "{answer}");

    let core = format!("/api/v1/namespaces/{namespace}");
    let label = json!({"metadata": {"labels": {"seen": "yes"}}});
    let crd = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/backups.br.pingcap.com";
    let rows = [
        (Identity::Reader, "GET", backups.clone(), Value::Null, 200),
        (
            Identity::Reader,
            "GET",
            format!("{core}/pods"),
            Value::Null,
            200,
        ),
        (
            Identity::Reader,
            "POST",
            backups.clone(),
            backup("reader"),
            403,
        ),
        (Identity::Reader, "PATCH", one.clone(), label.clone(), 403),
        (Identity::User, "POST", backups.clone(), backup("user"), 201),
        (Identity::User, "PATCH", one.clone(), label.clone(), 200),
        (
            Identity::User,
            "DELETE",
            format!("{backups}/user"),
            Value::Null,
            200,
        ),
        (
            Identity::User,
            "PATCH",
            format!("{one}/status"),
            json!({"status": {}}),
            403,
        ),
        (Identity::User, "PUT", one.clone(), backup("shared"), 403),
        (Identity::User, "GET", crd.to_owned(), Value::Null, 200),
        (
            Identity::User,
            "GET",
            format!("{core}/secrets"),
            Value::Null,
            403,
        ),
        (
            Identity::User,
            "GET",
            format!("{core}/secrets/none"),
            Value::Null,
            404,
        ),
        (Identity::User, "GET", core.clone(), Value::Null, 403),
        (Identity::Nobody, "GET", one.clone(), Value::Null, 403),
        (Identity::Expired, "GET", one, Value::Null, 401),
    ];
    for (identity, method, path, body, expected) in rows {
        let client = server.client(identity).unwrap();
        let (code, answer) = ask(&client, method, &path, &body);
        assert_eq!(code, expected, "{identity:?} {method} {path}: {answer}");
    }
}

#[test]
fn the_audit_log_tells_who_asked_what_since_a_mark() {
    let server = server();
    let namespace = server.namespace("audit").unwrap();
    let user = server.client(Identity::User).unwrap();
    let backups = backups(&namespace);
    ask(&user, "GET", &backups, &Value::Null);
    let mark = server.mark().unwrap();
    for round in 0..20 {
        ask(&user, "POST", &backups, &backup(&format!("b{round}")));
    }
    ask(
        &user,
        "POST",
        &format!("{backups}?dryRun=All"),
        &backup("dry"),
    );
    ask(
        &user,
        "GET",
        &format!("{backups}?watch=true&timeoutSeconds=1"),
        &Value::Null,
    );
    ask(
        &server.client(Identity::Nobody).unwrap(),
        "GET",
        &backups,
        &Value::Null,
    );

    let here = |event: &sandbox::control_plane::AuditEvent| event.namespace() == namespace;
    let events = server.audit(mark, here).unwrap();
    let by_user: Vec<&str> = events
        .iter()
        .filter(|event| event.is_by(Identity::User))
        .map(|event| event.verb.as_str())
        .collect();
    let mut expected = vec!["create"; 21];
    expected.push("watch");
    assert_eq!(by_user, expected, "each once, nothing from before the mark");
    assert_eq!(events.iter().filter(|event| event.is_write()).count(), 20);
    assert_eq!(events[0].body["metadata"]["name"], "b0");
    assert_eq!((events[0].resource(), events[0].code()), ("backups", 201));
    let last = events.last().unwrap();
    assert!(
        last.is_by(Identity::Nobody) && last.code() == 403,
        "{last:?}"
    );

    let all = server.audit(Mark::default(), here).unwrap();
    assert_eq!(all.len(), events.len() + 1, "with the list before the mark");
}

#[test]
fn an_open_watch_is_in_the_audit_log() {
    let server = server();
    let namespace = server.namespace("watch").unwrap();
    let client = server.client(Identity::Reader).unwrap();
    let path = format!("{}?watch=true", backups(&namespace));
    let request = http::Request::get(path).body(Vec::new().into()).unwrap();
    let _open = sandbox::block_on(client.send(request)).unwrap();
    let events = server
        .audit(Mark::default(), |event| event.namespace() == namespace)
        .unwrap();
    let verbs: Vec<&str> = events.iter().map(|event| event.verb.as_str()).collect();
    assert_eq!(verbs, ["watch"]);
}

#[test]
fn a_replica_can_be_stopped_and_started_while_the_first_server_goes_on() {
    let first = server();
    let namespace = first.namespace("replica").unwrap();
    let replica = first.replica().unwrap();
    let client = replica.client(Identity::Admin).unwrap();
    let (code, answer) = ask(&client, "POST", &backups(&namespace), &backup("kept"));
    assert_eq!(code, 201, "{answer}");

    replica.stop();
    let path = format!("{}/kept", backups(&namespace));
    assert!(
        try_ask(&client, "GET", &path, &Value::Null).is_err(),
        "nobody is there"
    );
    let other = first.client(Identity::Admin).unwrap();
    assert_eq!(
        ask(&other, "GET", &path, &Value::Null).0,
        200,
        "the first one is"
    );

    replica.start().unwrap();
    assert_eq!(
        ask(&client, "GET", &path, &Value::Null).0,
        200,
        "same port, same objects"
    );
    let mine = replica
        .audit(Mark::default(), |event| event.namespace() == namespace)
        .unwrap();
    let verbs: Vec<&str> = mine.iter().map(|event| event.verb.as_str()).collect();
    assert_eq!(
        verbs,
        ["create", "get"],
        "an audit log of its own, kept over the restart"
    );
}

#[tokio::test]
async fn all_of_it_can_be_used_inside_a_runtime() {
    let server = server();
    let namespace = server.namespace("async").unwrap();
    let client = server.client(Identity::Admin).unwrap();
    let path = backups(&namespace);
    let request = http::Request::get(path).body(Vec::new()).unwrap();
    let list: Value = client.request(request).await.unwrap();
    assert_eq!(list["items"], json!([]));
}
