//! The account of the jobs: what it may do is what backup-manager does, and nothing else.

use sandbox::control_plane::{CrdSource, World};
use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::support::{Api, Place, skipped};

const NAME: &str = "tidb-backup-manager";
const RBAC: &str = "rbac.authorization.k8s.io";

fn lines(word: &str) -> String {
    [
        format!("serviceaccount/{NAME} {word}"),
        format!("role.{RBAC}/{NAME} {word}"),
        format!("rolebinding.{RBAC}/{NAME} {word}"),
    ]
    .join("\n")
}

fn rbac_path(place: &Place, plural: &str) -> String {
    format!(
        "/apis/{RBAC}/v1/namespaces/{}/{plural}/{NAME}",
        place.namespace
    )
}

/// Requests as the account of the jobs.
fn as_account(place: &Place) -> Api {
    let user = format!("system:serviceaccount:{}:{NAME}", place.namespace);
    place.api().as_user(user)
}

fn event(place: &Place) -> Value {
    let involved = json!({"kind": "Backup", "namespace": place.namespace, "name": "b"});
    json!({"apiVersion": "v1", "kind": "Event", "metadata": {"generateName": "b-"}, "involvedObject": involved, "reason": "Test", "type": "Normal"})
}

/// What backup-manager writes in each generation is granted, everything next to it is not.
#[test]
fn the_role_suffices_and_no_more() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        place
            .plugin()
            .line("setup rbac")
            .exits(0)
            .prints(&lines("created"));
        let spec = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b"}});
        let version = dialect.operator().api_version();
        let root = format!("/apis/{version}/namespaces/{}", place.namespace);
        let account = as_account(&place);
        let kinds = [
            ("backups", "Backup"),
            ("restores", "Restore"),
            ("compactbackups", "CompactBackup"),
        ];
        for (plural, kind) in kinds {
            let collection = format!("{root}/{plural}");
            let object = json!({"apiVersion": version, "kind": kind, "metadata": {"name": "b"}, "spec": spec});
            place.api().ask("POST", &collection, &object);
            let one = format!("{collection}/b");
            let (code, mut live) = account.send("GET", &one, &Value::Null);
            assert_eq!(code, 200, "{live}");
            let status = match dialect.operator().status_subresource() {
                true => format!("{one}/status"),
                false => one.clone(),
            };
            live["status"] = match plural {
                "compactbackups" => json!({"state": "Running"}),
                _ => json!({"phase": "Running"}),
            };
            let (code, answer) = account.send("PUT", &status, &live);
            assert_eq!(code, 200, "{plural}: {answer}");
            assert_eq!(answer["status"], live["status"], "{plural}");
            let rows = [
                ("GET", collection.clone(), 200),
                (
                    "GET",
                    format!("{collection}?watch=true&timeoutSeconds=1"),
                    200,
                ),
                ("POST", collection.clone(), 403),
                ("PATCH", one.clone(), 403),
                ("DELETE", one.clone(), 403),
                ("DELETE", collection.clone(), 403),
                ("GET", format!("/apis/{version}/{plural}"), 403),
                (
                    "GET",
                    format!("/apis/{version}/namespaces/default/{plural}"),
                    403,
                ),
            ];
            for (method, path, expected) in rows {
                let body = if method == "POST" {
                    &object
                } else {
                    &Value::Null
                };
                let body = if method == "PATCH" {
                    &json!({"spec": {}})
                } else {
                    body
                };
                let (code, answer) = account.send(method, &path, body);
                assert_eq!(code, expected, "{method} {path}: {answer}");
            }
            // Its own object, unchanged, as an update of the spec is: the operator's finalizers are set this way.
            let (_, live) = account.send("GET", &one, &Value::Null);
            assert_eq!(account.send("PUT", &one, &live).0, 200, "{plural}");
        }
        let core = format!("/api/v1/namespaces/{}", place.namespace);
        let schedules = format!("{root}/backupschedules");
        let roles = format!("/apis/{RBAC}/v1/namespaces/{}/roles", place.namespace);
        let rows = [
            ("POST", format!("{core}/events"), event(&place), 201),
            ("GET", format!("{core}/events"), Value::Null, 200),
            ("GET", format!("{core}/secrets"), Value::Null, 403),
            ("GET", format!("{core}/secrets/s3-secret"), Value::Null, 403),
            ("GET", format!("{core}/configmaps"), Value::Null, 403),
            ("GET", format!("{core}/pods"), Value::Null, 403),
            ("GET", schedules, Value::Null, 403),
            ("GET", roles, Value::Null, 403),
        ];
        for (method, path, body, expected) in rows {
            let (code, answer) = account.send(method, &path, &body);
            assert_eq!(code, expected, "{method} {path}: {answer}");
        }
    }
}

/// The Role follows what is served; a name asks for one of them.
#[test]
fn rules_follow_the_operators() {
    let rows: [(World, &str, &[&str]); 4] = [
        (World::Both, "", &["", "br.pingcap.com", "pingcap.com"]),
        (World::Both, "--operator v1", &["", "pingcap.com"]),
        (World::V1, "", &["", "pingcap.com"]),
        (World::Bare, "--operator v2", &["", "br.pingcap.com"]),
    ];
    for (world, flag, groups) in rows {
        let plane = sandbox::control_plane::ControlPlane::shared().unwrap();
        let place = Place::empty(plane.world(world).unwrap(), Dialect::V2);
        place.plugin().line(&format!("setup rbac {flag}")).exits(0);
        let role = place
            .api()
            .ask("GET", &rbac_path(&place, "roles"), &Value::Null);
        let found: Vec<&str> = role["rules"]
            .as_array()
            .unwrap()
            .iter()
            .map(|rule| rule["apiGroups"][0].as_str().unwrap())
            .collect();
        assert_eq!(found, groups, "{world:?} {flag}");
    }
    let plane = sandbox::control_plane::ControlPlane::shared().unwrap();
    let place = Place::empty(plane.world(World::Bare).unwrap(), Dialect::V2);
    place.plugin().line("setup rbac").exits(8).one_error();
    place
        .plugin()
        .line("setup rbac --dry-run=client")
        .exits(8)
        .one_error();
    assert!(place.written().is_empty());
}

#[test]
fn again_with_a_role_and_another_account() {
    let place = Place::new(Dialect::V2);
    place
        .plugin()
        .line("setup rbac")
        .exits(0)
        .prints(&lines("created"));
    place
        .plugin()
        .line("setup rbac")
        .exits(0)
        .prints(&lines("unchanged"));
    place
        .plugin()
        .line("setup rbac --dry-run=client")
        .exits(0)
        .prints(&lines("unchanged (dry run)"));
    let arn = "arn:aws:iam::123456789012:role/backup";
    let output = place
        .plugin()
        .line(&format!("setup rbac --role-arn {arn}"))
        .exits(0);
    assert!(
        output
            .stdout
            .starts_with(&format!("serviceaccount/{NAME} configured\n")),
        "{output}"
    );
    assert!(
        output
            .hints()
            .iter()
            .any(|hint| hint.contains("setup tikv")),
        "{output}"
    );
    let path = format!(
        "/api/v1/namespaces/{}/serviceaccounts/{NAME}",
        place.namespace
    );
    let account = place.api().ask("GET", &path, &Value::Null);
    assert_eq!(
        account["metadata"]["annotations"]["eks.amazonaws.com/role-arn"],
        arn
    );

    place
        .plugin()
        .line("setup rbac --service-account app")
        .exits(0);
    let binding = place
        .api()
        .ask("GET", &rbac_path(&place, "rolebindings"), &Value::Null);
    let names: Vec<&str> = binding["subjects"]
        .as_array()
        .unwrap()
        .iter()
        .map(|subject| subject["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, [NAME, "app"], "the first account keeps its rights");
    let (code, _) = as_account(&place).send(
        "GET",
        &format!(
            "/apis/br.pingcap.com/v1alpha1/namespaces/{}/backups",
            place.namespace
        ),
        &Value::Null,
    );
    assert_eq!(code, 200);
}

#[test]
fn namespaces() {
    let place = Place::new(Dialect::V2);
    let name = format!("{}-new", place.namespace);
    let missing = place
        .plugin()
        .line(&format!("setup rbac -n {name}"))
        .exits(1)
        .one_error();
    assert!(
        missing
            .error()
            .contains(&format!("namespace \"{name}\" does not exist")),
        "{missing}"
    );
    let line = format!("setup rbac -n {name} --create-namespace");
    let dry = place
        .plugin()
        .line(&format!("{line} --dry-run=server"))
        .exits(0);
    dry.says("does not exist yet")
        .prints(&format!("namespace/{name} created (server dry run)"));
    let created = format!("namespace/{name} created\n{}", lines("created"));
    place.plugin().line(&line).exits(0).prints(&created);
    place
        .plugin()
        .line(&line)
        .exits(0)
        .prints(&lines("unchanged"));
}

/// A Role that somebody else applied is not silently replaced.
#[test]
fn a_role_of_another_manager() {
    let place = Place::new(Dialect::V2);
    let path = format!(
        "{}?fieldManager=gitops&force=true",
        rbac_path(&place, "roles")
    );
    let role = json!({"apiVersion": format!("{RBAC}/v1"), "kind": "Role", "metadata": {"name": NAME}, "rules": []});
    let created = format!(
        "/apis/{RBAC}/v1/namespaces/{}/roles?fieldManager=gitops",
        place.namespace
    );
    place.api().ask("POST", &created, &role);
    place.api().ask(
        "PATCH",
        &path.replace("&force=true", ""),
        &json!({"rules": [{"apiGroups": [""], "resources": ["events"], "verbs": ["get"]}]}),
    );
    let output = place.plugin().line("setup rbac").exits(9).one_error();
    for part in [".rules", "gitops"] {
        assert!(output.error().contains(part), "{part}: {output}");
    }
    place
        .plugin()
        .line("setup rbac --force-conflicts")
        .exits(0)
        .says("");
    let role = place
        .api()
        .ask("GET", &rbac_path(&place, "roles"), &Value::Null);
    assert_eq!(role["rules"].as_array().unwrap().len(), 2);
}

/// What the documentation has users apply. Differences on purpose: the label stands on the ServiceAccount too, the namespace is
/// written, and the rules name the resources one by one (`*` would cover what nobody works on), with the status subresources that
/// backup-manager of v2 writes to.
#[test]
fn the_documented_manifests() {
    let folder = std::path::Path::new("../shared/cases/seeds");
    if !folder.is_dir() {
        skipped("the documented manifests are not here");
        return;
    }
    let place = Place::within(World::V2, CrdSource::Own, Dialect::V2);
    let ours = place
        .plugin()
        .line("setup rbac --dry-run=client -n test1 -o json")
        .exits(0)
        .json();
    for case in ["031-rbac-v2-backups-restores.yaml", "058-rbac-v2-all.yaml"] {
        let text = std::fs::read_to_string(folder.join(case)).unwrap();
        for document in serde_yaml::Deserializer::from_str(&text) {
            let wanted: Value = serde::Deserialize::deserialize(document).unwrap();
            let items = ours["items"].as_array().unwrap();
            let item = items
                .iter()
                .find(|item| item["kind"] == wanted["kind"])
                .unwrap();
            assert_eq!(item["metadata"]["name"], wanted["metadata"]["name"]);
            assert_eq!(
                item["metadata"]["labels"]["app.kubernetes.io/component"],
                NAME
            );
            assert_eq!(
                (&item["roleRef"], &item["subjects"]),
                (&wanted["roleRef"], &wanted["subjects"]),
                "{case}"
            );
            for rule in wanted["rules"].as_array().into_iter().flatten() {
                assert!(covers(&item["rules"], rule), "{case}: {rule}");
            }
        }
    }
}

/// Whether `rules` grant what `wanted` does on the kinds that have a job.
fn covers(rules: &Value, wanted: &Value) -> bool {
    let list = |rule: &Value, key: &str| -> Vec<String> {
        rule[key]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item.as_str().unwrap().to_owned())
            .collect()
    };
    let mut resources = list(wanted, "resources");
    if resources == ["*"] {
        resources = ["backups", "restores", "compactbackups"]
            .map(str::to_owned)
            .to_vec();
    }
    rules.as_array().unwrap().iter().any(|rule| {
        list(rule, "apiGroups") == list(wanted, "apiGroups")
            && list(wanted, "verbs")
                .iter()
                .all(|verb| list(rule, "verbs").contains(verb))
            && resources
                .iter()
                .all(|resource| list(rule, "resources").contains(resource))
    })
}
