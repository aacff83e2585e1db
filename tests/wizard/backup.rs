//! Answers become the manifest that flags make.

use sandbox::control_plane::Identity;
use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::support::Place;
use crate::terminal::{DOWN, ENTER, Session};
use crate::world::{furnished, kubeconfig, paste, session};

/// What was created, without what the server adds.
fn created(place: &Place, name: &str) -> Value {
    let written = place.written();
    let create = written.iter().find(|write| write.verb == "create");
    let create = create.unwrap_or_else(|| panic!("nothing created: {written:?}"));
    assert_eq!(create.body["metadata"]["name"], name);
    assert_eq!(create.code, 201);
    create.body.clone()
}

/// All of `sent` is in what the API server took, which adds its defaults.
#[track_caller]
pub fn assert_within(sent: &Value, taken: &Value) {
    match sent {
        Value::Object(fields) => {
            for (key, value) in fields {
                assert_within(value, &taken[key]);
            }
        }
        sent => assert_eq!(sent, taken),
    }
}

#[test]
fn everything_is_asked_and_the_line_does_the_same() {
    let place = furnished(Dialect::V2);
    let mut session = session(&place, &["backup", "create", "-i"]);
    session
        .answers("basic (v2)", ENTER)
        .expect("s3://used/basic/{name}?region=r (Secret s3-keys)")
        .answers("something else", &format!("{DOWN}{ENTER}"))
        .answers(
            "Storage URL",
            &format!("s3://b/{{cluster}}/it's {{name}}?region=r{ENTER}"),
        )
        .expect("s3-keys")
        .answers("something else", ENTER)
        .expect("tidb-backup-manager, the operator's default")
        .answers("with-role", &format!("{DOWN}{ENTER}"))
        .answers("basic-", &format!("-x{ENTER}"))
        .expect("secretName: s3-keys")
        .answers("[y/N]", &format!("y{ENTER}"));
    let ended = session.ends().with(0);
    let line = ended.line();
    let name = line.split_whitespace().nth(4).unwrap();
    let manifest = created(&place, name);
    assert!(name.ends_with("-x"), "{line}");
    let pasted = paste(&place, &line, "--dry-run=client -o yaml");
    assert_eq!(
        pasted["spec"],
        json!({
            "backoffRetryPolicy": {},
            "backupType": "full",
            "br": {"cluster": "basic"},
            "s3": {"provider": "aws", "bucket": "b", "prefix": format!("basic/it's {name}"), "region": "r",
                "secretName": "s3-keys"},
            "serviceAccount": "with-role",
        })
    );
    assert!(
        ended
            .screen
            .contains(&format!("{} created", place.named(name)))
    );
    assert_within(&pasted, &manifest);
    assert!(!ended.screen.contains("hunter2"), "{}", ended.screen);
    // Secrets without the right keys are not offered.
    for wrong in ["azure", "database", "half"] {
        assert!(!ended.screen.contains(wrong), "{wrong}: {}", ended.screen);
    }
}

#[test]
fn storage_used_before_comes_with_its_secret() {
    let place = furnished(Dialect::V1);
    let mut session = session(&place, &["backup", "create", "again", "-i"]);
    session
        .answers("basic (v1)", ENTER)
        .answers("s3://used/basic/{name}", ENTER)
        .answers("[y/N]", &format!("y{ENTER}"));
    let ended = session.ends().with(0);
    let manifest = created(&place, "again");
    assert_eq!(
        manifest["spec"]["s3"],
        json!({"provider": "aws", "region": "r", "bucket": "used", "prefix": "basic/again", "secretName": "s3-keys"})
    );
    let line = ended.line();
    assert!(line.contains("--operator v1"), "{line}");
    assert_within(&paste(&place, &line, "--dry-run=client -o yaml"), &manifest);
}

#[test]
fn what_is_given_is_not_asked() {
    let place = furnished(Dialect::V2);
    let given = "backup create n --cluster basic --storage s3://b/p --storage-secret s3-keys -i";
    let arguments: Vec<&str> = given.split(' ').collect();
    let mut session = session(&place, &arguments);
    session.answers("[y/N]", "y");
    let ended = session.ends().with(0);
    for question in [
        "TiDB cluster",
        "Storage URL",
        "Secret with",
        "ServiceAccount of",
        "Name: basic",
    ] {
        assert!(
            !ended.screen.contains(question),
            "{question}: {}",
            ended.screen
        );
    }
    assert_eq!(created(&place, "n")["spec"]["s3"]["prefix"], "p");
}

#[test]
fn a_file_answers_too() {
    let place = furnished(Dialect::V2);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a file.yaml");
    let manifest = json!({"apiVersion": "br.pingcap.com/v1alpha1", "kind": "Backup", "metadata": {"name": "filed"},
        "spec": {"br": {"cluster": "basic"}, "s3": {"bucket": "b", "prefix": "p", "secretName": "s3-keys"}}});
    std::fs::write(&file, manifest.to_string()).unwrap();
    let arguments = [
        "backup",
        "create",
        "-if",
        file.to_str().unwrap(),
        "--set",
        "spec.br.concurrency=4",
        "-y",
    ];
    let session = session(&place, &arguments);
    let ended = session.ends().with(0);
    let made = created(&place, "filed");
    assert_eq!(
        made["spec"]["br"],
        json!({"cluster": "basic", "concurrency": 4})
    );
    assert_within(
        &paste(&place, &ended.line(), "--dry-run=client -o yaml"),
        &made,
    );
}

/// Nothing may be listed: everything can still be typed.
#[test]
fn without_the_right_to_look_it_is_typed() {
    let place = furnished(Dialect::V2);
    let arguments = ["backup", "create", "-i", "--dry-run=client", "-o", "yaml"];
    let mut session = Session::start(&kubeconfig(&place, Identity::Nobody), &arguments);
    session
        .answers("TiDB cluster", &format!("Basic{ENTER}"))
        .answers("only lower-case letters", &format!("basic{ENTER}"))
        .answers("Storage URL", &format!("s3://b/p?regoin=x{ENTER}"))
        .answers("unknown parameter", &format!("s3://b/p{ENTER}"))
        .answers("empty for none", ENTER)
        .answers("Name: basic-", ENTER)
        .expect("bucket: b");
    let ended = session.ends().with(0);
    let line = ended.line();
    assert!(line.contains("--dry-run=client"), "{line}");
    assert!(!line.contains("-secret"), "{line}");
}

/// What needs no cluster is asked without one.
#[test]
fn without_a_cluster_it_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let line = "backup create n -i --dry-run=client --method dumpling --from-host tidb";
    let arguments: Vec<&str> = line.split(' ').collect();
    let mut session = Session::start(&folder.path().join("none"), &arguments);
    session
        .answers("database password", &format!("db{ENTER}"))
        .answers("scratch volume", &format!("many{ENTER}"))
        .answers("not a quantity", &format!("1Gi{ENTER}"))
        .answers("Storage URL", &format!("gcs://b/p{ENTER}"))
        .answers("Google Cloud project", &format!("proj{ENTER}"))
        .answers("empty for none", &format!("gcs-key{ENTER}"));
    let ended = session.ends().with(0);
    assert_eq!(
        ended.line(),
        "kubectl tidb-br backup create n --method dumpling --from-host tidb --dry-run=client --from-secret db \
         --storage-size 1Gi --storage gcs://b/p --gcs-project-id proj --storage-secret gcs-key"
    );
}
