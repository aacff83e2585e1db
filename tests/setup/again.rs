//! `setup` a second time: what an earlier run wrote and this run does not mention stays, and an empty value removes it.

use sandbox::control_plane::World;
use sandbox::operator::Dialect;
use serde_json::{Value, json};

use super::{secret_path, values};
use crate::support::Place;

const NAME: &str = "tidb-backup-manager";
const ARN: &str = "arn:aws:iam::123456789012:role/backup";

fn role_arn(place: &Place) -> Value {
    let path = format!(
        "/api/v1/namespaces/{}/serviceaccounts/{NAME}",
        place.namespace
    );
    let account = place.api().ask("GET", &path, &Value::Null);
    account["metadata"]["annotations"]["eks.amazonaws.com/role-arn"].clone()
}

#[test]
fn the_role_of_an_account() {
    let place = Place::new(Dialect::V2);
    let plugin = place.plugin();
    let rows = [
        (format!("--role-arn {ARN}"), json!(ARN), ""),
        (
            String::new(),
            json!(ARN),
            "keeps what an earlier run wrote: metadata.annotations.eks.amazonaws.com/role-arn",
        ),
        ("--dry-run=server".to_owned(), json!(ARN), "keeps what"),
        ("--service-account other".to_owned(), json!(ARN), ""),
        ("--role-arn=".to_owned(), Value::Null, ""),
        (String::new(), Value::Null, ""),
    ];
    for (flags, expected, note) in rows {
        let output = plugin.line(&format!("setup rbac {flags}")).exits(0);
        assert_eq!(role_arn(&place), expected, "{flags}: {output}");
        assert!(output.stderr.contains(note), "{flags}: {output}");
        assert_eq!(output.stderr.contains("keeps"), !note.is_empty(), "{flags}");
    }
}

/// A Role that was made for both operators keeps the rights of one when the other is named.
#[test]
fn the_rights_for_the_other_operator() {
    let plane = sandbox::control_plane::ControlPlane::shared().unwrap();
    let place = Place::empty(plane.world(World::Both).unwrap(), Dialect::V2);
    let path = format!(
        "/apis/rbac.authorization.k8s.io/v1/namespaces/{}/roles/{NAME}",
        place.namespace
    );
    for flags in ["--operator v1", "--operator v2", ""] {
        place.plugin().line(&format!("setup rbac {flags}")).exits(0);
    }
    let line = "setup rbac --operator v1";
    let output = place.plugin().line(line).exits(0);
    output.says("keeps what an earlier run wrote: rules for br.pingcap.com");
    let role = place.api().ask("GET", &path, &Value::Null);
    let rules = role["rules"].as_array().unwrap();
    let groups: Vec<&Value> = rules.iter().map(|rule| &rule["apiGroups"][0]).collect();
    assert_eq!(groups, ["", "pingcap.com", "br.pingcap.com"]);
}

#[test]
fn the_keys_of_a_secret() {
    let place = Place::new(Dialect::V2);
    let plugin = place.plugin().env("MYSQL_PWD", "pw");
    let rows = [
        ("--db-user u", json!({"user": "u", "password": "pw"})),
        ("", json!({"user": "u", "password": "pw"})),
        ("--db-user=", json!({"password": "pw"})),
        ("", json!({"password": "pw"})),
    ];
    for (flags, expected) in rows {
        let line = format!("setup secret tidb s --from-env {flags}");
        let output = plugin.line(line.trim()).exits(0);
        assert_eq!(values(&place, "s"), expected, "{flags}: {output}");
    }
    // From Azure AD to the key of the account: the keys that operators would prefer go only when they are named.
    let ad = "setup secret azblob z --account a --client-id c --tenant-id t --from-file AZURE_CLIENT_SECRET=-";
    let ad: Vec<&str> = ad.split(' ').collect();
    place.plugin().input("cs").run(&ad).exits(0);
    let key = place.plugin().env("AZURE_STORAGE_KEY", "key");
    key.line("setup secret azblob z --from-env")
        .exits(0)
        .says("operators take those, not the account key");
    let all = json!({"AZURE_STORAGE_ACCOUNT": "a", "AZURE_STORAGE_KEY": "key", "AZURE_CLIENT_ID": "c", "AZURE_TENANT_ID": "t", "AZURE_CLIENT_SECRET": "cs"});
    assert_eq!(values(&place, "z"), all);
    key.line("setup secret azblob z --from-env --client-id= --tenant-id= --from-file AZURE_CLIENT_SECRET=")
        .exits(0);
    let left = json!({"AZURE_STORAGE_ACCOUNT": "a", "AZURE_STORAGE_KEY": "key"});
    assert_eq!(values(&place, "z"), left);
    let stored = place
        .api()
        .ask("GET", &secret_path(&place, "z"), &Value::Null);
    assert_eq!(stored["type"], "Opaque");
}

#[test]
fn what_tikv_has() {
    let place = Place::new(Dialect::V2);
    let namespace = &place.namespace;
    let group =
        format!("/apis/core.pingcap.com/v1alpha1/namespaces/{namespace}/tikvgroups/basic-tikv");
    let account =
        json!({"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "app"}});
    let accounts = format!("/api/v1/namespaces/{namespace}/serviceaccounts");
    place.api().ask("POST", &accounts, &account);
    let pod = || {
        let group = place.api().ask("GET", &group, &Value::Null);
        group["spec"]["template"]["spec"]["overlay"]["pod"].clone()
    };
    let rows = [
        ("--service-account app", json!("app"), Value::Null),
        (&format!("--iam-role {ARN}"), json!("app"), json!(ARN)),
        ("--service-account=", Value::Null, json!(ARN)),
        ("--iam-role=", Value::Null, Value::Null),
    ];
    for (flags, account, role) in rows {
        let line = format!("setup tikv basic {flags} --yes");
        place.plugin().line(&line).exits(0);
        let pod = pod();
        assert_eq!(pod["spec"]["serviceAccountName"], account, "{flags}");
        let found = &pod["metadata"]["annotations"]["iam.amazonaws.com/role"];
        assert_eq!(*found, role, "{flags}");
    }
}
