//! `backup create` on a real server: what is sent, what is printed, what is refused.

use sandbox::control_plane::Identity;
use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::log::situations::{Moments, status, sub};
use crate::support::{Place, Plugin, log_spec};

const CREATE: &str =
    "backup create s1 --cluster basic --storage s3://bkt/dir/{name}?region=us-west-2";

#[test]
fn what_is_sent_and_printed() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        let (plugin, proxy) = place.plugin_behind(|_| None);
        let created = format!("{} created", place.named("s1"));
        plugin.line(CREATE).exits(0).prints(&created);
        let mut spec = json!({
            "backupType": "full",
            "br": {"cluster": "basic"},
            "s3": {"provider": "aws", "bucket": "bkt", "prefix": "dir/s1", "region": "us-west-2"},
        });
        if dialect == Dialect::V2 {
            spec["backoffRetryPolicy"] = json!({});
        }
        let requests = proxy.requests();
        let sent: Vec<_> = requests
            .iter()
            .filter(|request| request.method == "POST" && request.uri.contains("/backups?"))
            .collect();
        assert_eq!(sent.len(), 1);
        assert!(
            sent[0].uri.contains("fieldValidation=Strict"),
            "{}",
            sent[0].uri
        );
        let body = &sent[0].body;
        assert_eq!((&body["kind"], &body["spec"]), (&json!("Backup"), &spec));
        assert_eq!(body["apiVersion"], dialect.operator().api_version());
        assert_eq!(body["metadata"]["name"], "s1");
        assert!(body.get("status").is_none());

        let exists = place.plugin().line(CREATE).exits(1).one_error();
        let message = format!(
            "{} already exists in namespace {:?}",
            place.named("s1"),
            place.namespace
        );
        assert_eq!(exists.error(), message);
    }
}

#[test]
fn every_format_prints_the_object() {
    let place = Place::new(Dialect::V2);
    let plugin = place.plugin();
    let suffixes = [("client", " (dry run)"), ("server", " (server dry run)")];
    for (mode, suffix) in suffixes {
        let line = format!("{CREATE} --dry-run={mode}");
        plugin
            .line(&line)
            .exits(0)
            .prints(&format!("{} created{suffix}", place.named("s1")));
        plugin
            .line(&format!("{line} -o name"))
            .exits(0)
            .prints(&place.named("s1"));
        let yaml = plugin.line(&format!("{line} -o yaml")).exits(0).yaml();
        let json = plugin.line(&format!("{line} -o json")).exits(0).json();
        for object in [&yaml, &json] {
            assert_eq!(
                (&object["kind"], &object["spec"]["s3"]["bucket"]),
                (&json!("Backup"), &json!("bkt"))
            );
        }
        let server = mode == "server";
        assert_eq!(
            yaml["metadata"].get("uid").is_some(),
            server,
            "the server fills in what is its own"
        );
        assert_eq!(
            json["metadata"].get("namespace").is_some(),
            server,
            "offline only what was said"
        );
    }
    plugin
        .line(&format!(
            "{CREATE} --dry-run=none -o jsonpath={{.spec.br.cluster}}"
        ))
        .exits(0)
        .prints("basic");
    assert_eq!(place.written().len(), 1);
    plugin
        .line("backup create --dry-run --cluster basic --storage s3://b/p")
        .exits(2)
        .one_error();
}

#[test]
fn a_client_dry_run_needs_no_cluster() {
    let yaml = Plugin::alone()
        .line(&format!("{CREATE} --dry-run=client -o yaml"))
        .exits(0)
        .yaml();
    assert_eq!(yaml["apiVersion"], "br.pingcap.com/v1alpha1");
    assert!(yaml["metadata"].get("namespace").is_none());
    let named = Plugin::alone()
        .line(&format!(
            "{CREATE} -n tidb --operator v1 --dry-run=client -o yaml"
        ))
        .exits(0)
        .yaml();
    assert_eq!(
        (&named["apiVersion"], &named["metadata"]["namespace"]),
        (&json!("pingcap.com/v1alpha1"), &json!("tidb"))
    );
}

/// What is printed can be applied: kubectl and the server take it, and kubectl's diff finds nothing.
#[test]
fn kubectl_takes_what_is_printed() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        let operator = dialect.operator();
        let output = place
            .plugin()
            .line(&format!(
                "{CREATE} --operator {operator} --dry-run=client -o yaml"
            ))
            .exits(0);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("s1.yaml");
        std::fs::write(&file, &output.stdout).unwrap();
        place
            .kubectl(&format!(
                "apply --validate=strict --dry-run=server -f {}",
                file.display()
            ))
            .exits(0);
        place
            .kubectl(&format!("apply --validate=strict -f {}", file.display()))
            .exits(0);
        place
            .kubectl(&format!("diff -f {}", file.display()))
            .exits(0);
        place
            .plugin()
            .line(&format!(
                "backup create -f {} --diff --preflight=off",
                file.display()
            ))
            .exits(0);
    }
}

#[test]
fn diff_shows_what_would_change_and_writes_nothing() {
    let place = Place::new(Dialect::V2);
    let plugin = place.plugin();
    let new = plugin.line(&format!("{CREATE} --diff")).exits(0);
    assert!(
        new.stdout
            .lines()
            .any(|line| line.starts_with('+') && line.contains("bucket: bkt")),
        "{new}"
    );
    plugin.line(CREATE).exits(0);
    let same = plugin.line(&format!("{CREATE} --diff")).exits(0);
    assert!(
        !same
            .stdout
            .lines()
            .any(|line| line.starts_with('-') && line.contains("bucket")),
        "{same}"
    );
    let other = plugin
        .line(&format!("{CREATE} --concurrency 4 --diff"))
        .exits(0);
    assert!(other.stdout.contains("+    concurrency: 4"), "{other}");
    assert_eq!(place.written().len(), 1);
}

#[test]
fn a_name_of_cluster_and_time() {
    let place = Place::new(Dialect::V2);
    let output = place
        .plugin()
        .line("backup create --cluster basic --storage s3://b/{cluster}/{name}")
        .exits(0);
    let reference = output.stdout.trim().trim_end_matches(" created").to_owned();
    let name = reference
        .strip_prefix("backup.br.pingcap.com/basic-")
        .unwrap();
    chrono::NaiveDateTime::parse_from_str(name, "%Y%m%d-%H%M%S").unwrap();
    assert_eq!(
        place.written()[0].body["spec"]["s3"]["prefix"],
        format!("basic/basic-{name}")
    );
}

/// Names carry the second, so that commands of the same second meet under one name: each takes the next free one, and the prefix
/// that carries the name follows.
#[test]
fn many_without_a_name_in_one_second() {
    let place = Place::new(Dialect::V2);
    let plugin = place.plugin();
    let words = "backup create --cluster basic --storage s3://b/{name} --storage-secret s --preflight=off -o name";
    let words: Vec<&str> = words.split(' ').collect();
    let started: Vec<_> = (0..30).map(|_| plugin.start(&words)).collect();
    let mut names: Vec<String> = started
        .into_iter()
        .map(|run| run.finish().exits(0).stdout.trim().to_owned())
        .collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 30, "{names:?}");
    for name in names {
        let name = name.split('/').next_back().unwrap().to_owned();
        assert_eq!(
            place.api().get(&name)["spec"]["s3"]["prefix"],
            name.as_str()
        );
    }
}

/// A name that the user gave is never changed.
#[test]
fn a_given_name_that_is_taken() {
    let place = Place::new(Dialect::V2);
    let line = "backup create x --cluster basic --storage s3://b/{name} --storage-secret s --preflight=off";
    place.plugin().line(line).exits(0);
    let taken = place.plugin().line(line).exits(1).one_error();
    assert!(taken.error().contains("already exists"), "{taken}");
}

#[test]
fn like_another_one() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        let spec = json!({
            "backupType": "full", "br": {"cluster": "basic", "concurrency": 8}, "cleanPolicy": "Delete",
            "s3": {"provider": "aws", "bucket": "b", "prefix": "p/one", "secretName": "s3"},
        });
        let status = json!({"phase": "Complete", "commitTs": "436569119308644661", "backupPath": "s3://b/p/one"});
        let metadata =
            json!({"name": "one", "labels": {"team": "a"}, "finalizers": ["example.com/held"]});
        place.api().create_with(metadata, &spec, &status);
        let output = place.plugin().line("backup create two --like one").exits(0);
        output.prints(&format!("{} created", place.named("two")));
        let body = place.written()[0].body.clone();
        assert_eq!(body["spec"]["br"], spec["br"]);
        assert_eq!(body["spec"]["s3"]["secretName"], "s3");
        let prefix = body["spec"]["s3"]["prefix"].as_str().unwrap();
        chrono::NaiveDateTime::parse_from_str(
            prefix.strip_prefix("p/one-").unwrap(),
            "%Y%m%d-%H%M%S",
        )
        .unwrap();
        assert!(body.get("status").is_none() && body["metadata"].get("finalizers").is_none());

        place
            .plugin()
            .line("backup create --like nope")
            .exits(1)
            .one_error();
        let log = status_of_log();
        place.api().create_log("l1", &json!({}), &log);
        place
            .plugin()
            .line("backup create --like l1")
            .exits(2)
            .one_error();
    }
}

fn status_of_log() -> Value {
    status("Running", Moments::now(), &[sub("log-start", "Complete")])
}

#[test]
fn moments_of_other_backups() {
    let place = Place::new(Dialect::V2);
    let complete = json!({"phase": "Complete", "commitTs": "436569119308644661"});
    let spec = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b"}});
    place.api().create("full", &spec, &complete);
    place.api().create("young", &spec, &Value::Null);
    place
        .api()
        .create("l1", &log_spec(&json!({})), &status_of_log());
    let line = "backup create inc --cluster basic --storage s3://b/inc --dry-run=server -o json --last-backup-ts";
    let made = place
        .plugin()
        .line(&format!("{line} backup/full"))
        .exits(0)
        .json();
    assert_eq!(
        made["spec"]["br"]["options"],
        json!(["--lastbackupts=436569119308644661"])
    );
    let log = place
        .plugin()
        .line(&format!("{line} log/l1"))
        .exits(0)
        .json();
    assert!(
        log["spec"]["br"]["options"][0]
            .as_str()
            .unwrap()
            .starts_with("--lastbackupts=4")
    );
    place
        .plugin()
        .line(&format!("{line} backup/young"))
        .exits(1)
        .one_error();
    place
        .plugin()
        .line(&format!("{line} backup/nope"))
        .exits(1)
        .one_error();
}

/// Every fault that the API server can show before anything is written: a warning with the way out, refused with
/// `--preflight=enforce`, and not looked for with `--preflight=off`.
#[test]
fn what_is_found_beforehand() {
    let place = Place::new(Dialect::V2);
    place.equip();
    place.add_secret("nameless", &["AZURE_STORAGE_KEY"]);
    let plugin = place.plugin();
    // A directory of its own: the plugin also sees what other namespaces hold.
    let server = |rest: &str| {
        let rest = rest.replace("S3", "--storage s3://NS/p --storage-secret s3-secret");
        let rest = rest.replace("NS", &place.namespace);
        format!("backup create s1 --cluster {rest} --dry-run=server")
    };
    let rows = [
        ("nope S3", "TiDB cluster nope does not exist"),
        (
            "basic --storage s3://NS/p --storage-secret nope",
            "Secret nope does not exist",
        ),
        (
            "basic --storage s3://NS/p --storage-secret nope",
            "hint: kubectl tidb-br setup secret s3 nope -n ",
        ),
        (
            "basic --storage azblob://NS/p --storage-secret nameless",
            "lacks AZURE_STORAGE_ACCOUNT",
        ),
        (
            "basic S3 --service-account nope",
            "ServiceAccount nope does not exist",
        ),
        ("basic S3 --service-account nope", " --service-account nope"),
        ("basic S3 --s3-endpoint minio:9000", "no scheme"),
        (
            "basic --storage s3://NS/p",
            "neither a Secret nor an IAM role",
        ),
        (
            "basic S3 --iam-role arn:aws:iam::123456789012:role/r",
            "are both given",
        ),
        (
            "basic S3 --image-pull-secret nope",
            "Secret nope does not exist",
        ),
        (
            "basic S3 --image-pull-secret nope",
            "hint: kubectl create secret docker-registry nope -n ",
        ),
        (
            "basic S3 --env-from-secret A=s3-secret:nope",
            "Secret s3-secret lacks nope",
        ),
        (
            "basic --storage local:///nfs/NS --local-nfs s:/e",
            "TiKV does not mount the volume",
        ),
        (
            "basic --storage local:///nfs/NS --local-nfs s:/e",
            "hint: kubectl tidb-br setup tikv basic -n ",
        ),
    ];
    for (rest, finding) in rows {
        plugin.line(&server(rest)).exits(0).says(finding);
        let enforced = plugin
            .line(&format!("{} --preflight=enforce", server(rest)))
            .exits(5)
            .one_error();
        assert!(enforced.stderr.contains(finding), "{enforced}");
        let off = plugin
            .line(&format!("{} --preflight=off", server(rest)))
            .exits(0);
        assert!(off.stderr.is_empty(), "{off}");
    }
    let quiet = plugin
        .line(&format!("{} --preflight=enforce", server("basic S3")))
        .exits(0);
    assert_eq!(quiet.stderr, "");
    assert!(place.written().is_empty());
}

/// v1 dumps read the password and the certificate of Secrets.
#[test]
fn the_secrets_of_a_database() {
    let place = Place::new(Dialect::V1);
    place.equip();
    place.add_secret("db", &["password"]);
    place.add_secret("half", &["tls.crt", "tls.key"]);
    let dump = |rest: &str| {
        place.plugin().line(&format!(
            "backup create d --method dumpling --from-host h --storage-size 1Gi --storage s3://{}/p --storage-secret s3-secret --preflight=enforce --dry-run=server {rest}",
            place.namespace
        ))
    };
    let rows = [
        (
            "--from-secret nope",
            "Secret nope does not exist",
            "setup secret tidb nope -n ",
        ),
        (
            "--from-secret s3-secret",
            "Secret s3-secret lacks password",
            "setup secret tidb s3-secret -n ",
        ),
        (
            "--from-secret db --from-tls-secret nope",
            "Secret nope does not exist",
            "setup secret tls nope -n ",
        ),
        (
            "--from-secret db --from-tls-secret half",
            "Secret half lacks ca.crt",
            "setup secret tls half -n ",
        ),
    ];
    for (rest, finding, hint) in rows {
        let refused = dump(rest).exits(5).one_error().says(finding);
        assert!(
            refused.hints().iter().any(|line| line.contains(hint)),
            "{refused}"
        );
    }
    dump("--from-secret db").exits(0);
}

/// The Pods' account exists, but its rights are not enough: a Role for the other operator, one without `update`, and none.
#[test]
fn rights_of_the_account_are_asked() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        place.equip();
        let line = format!(
            "backup create s1 --cluster basic --storage s3://{}/p --storage-secret s3-secret --dry-run=server --preflight=enforce",
            place.namespace
        );
        let enforce = || place.plugin().line(&line);
        enforce().exits(0);
        let group = dialect.operator().group();
        let roles = format!(
            "/apis/rbac.authorization.k8s.io/v1/namespaces/{}/roles/tidb-backup-manager",
            place.namespace
        );
        let rows = [
            (
                json!([{"apiGroups": ["other"], "resources": ["*"], "verbs": ["*"]}]),
                "get, list, watch, update",
            ),
            (
                json!([{"apiGroups": [group], "resources": ["*"], "verbs": ["get", "list", "watch"]}]),
                "update",
            ),
        ];
        for (rules, verbs) in rows {
            place.api().ask("PATCH", &roles, &json!({"rules": rules}));
            enforce()
                .exits(5)
                .says(&format!("may not {verbs} backups.{group}"))
                .says("hint: kubectl tidb-br setup rbac -n ");
        }
        let whole = json!([{"apiGroups": [group], "resources": ["*"], "verbs": ["*"]}]);
        place.api().ask("PATCH", &roles, &json!({"rules": whole}));
        enforce().exits(0);
        place.api().ask(
            "DELETE",
            &roles.replace("/roles/", "/rolebindings/"),
            &Value::Null,
        );
        enforce().exits(5).says("may not get, list, watch, update");
    }
}

/// A user who may not look is told what was not checked; `enforce` does not create then.
#[test]
fn what_may_not_be_read_is_named() {
    let place = Place::new(Dialect::V2);
    place.equip();
    let plugin = place.plugin_as(Identity::User);
    let line = format!(
        "backup create s1 --cluster basic --storage s3://{}/p --storage-secret s3-secret",
        place.namespace
    );
    plugin
        .line(&format!("{line} --preflight=enforce"))
        .exits(5)
        .one_error()
        .says("not checked: service-account-rights (you may not create localsubjectaccessreviews")
        .says("service-account-rights could not be checked; nothing was written");
    assert!(place.written().is_empty());
    plugin
        .line(&line)
        .exits(0)
        .says("not checked: service-account-rights");
    let reader = place.plugin_as(Identity::Reader);
    reader
        .line(&format!("{line} --preflight=enforce"))
        .exits(5)
        .says("storage-secret");
}
