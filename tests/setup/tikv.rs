//! What TiKV and TiFlash get, in clusters of both generations.

use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::support::{Output, Place};

/// A cluster `basic` with TiKV, and TiFlash where the sandbox has it; a Secret and an account.
fn place(dialect: Dialect) -> Place {
    let place = Place::new(dialect);
    let core = format!("/api/v1/namespaces/{}", place.namespace);
    let data = json!({"access_key": "YQ==", "secret_key": "Yg=="});
    let objects = [
        (
            "secrets",
            json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s3-secret"}, "data": data}),
        ),
        (
            "secrets",
            json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "other"}, "data": {"AWS_ACCESS_KEY_ID": "YQ=="}}),
        ),
        (
            "serviceaccounts",
            json!({"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "app"}}),
        ),
    ];
    for (plural, object) in objects {
        place
            .api()
            .ask("POST", &format!("{core}/{plural}"), &object);
    }
    if dialect.operator().status_subresource() {
        return place;
    }
    let env = json!([{"name": "TZ", "value": "UTC"}, {"name": "OLD_SECRET_KEY", "value": "PlainInTheSpec"}]);
    let spec = json!({"spec": {"tikv": {"replicas": 3, "env": env}, "tiflash": {"replicas": 1}}});
    place.api().ask("PATCH", &path(&place), &spec);
    place
}

fn path(place: &Place) -> String {
    let namespace = &place.namespace;
    match place.dialect.operator().status_subresource() {
        true => {
            format!("/apis/core.pingcap.com/v1alpha1/namespaces/{namespace}/tikvgroups/basic-tikv")
        }
        false => format!("/apis/pingcap.com/v1alpha1/namespaces/{namespace}/tidbclusters/basic"),
    }
}

fn name(place: &Place) -> &'static str {
    match place.dialect.operator().status_subresource() {
        true => "tikvgroup.core.pingcap.com/basic-tikv",
        false => "tidbcluster.pingcap.com/basic",
    }
}

fn spec(place: &Place) -> Value {
    place.api().ask("GET", &path(place), &Value::Null)["spec"].clone()
}

fn from_secret(variable: &str, key: &str) -> Value {
    json!({"name": variable, "valueFrom": {"secretKeyRef": {"name": "s3-secret", "key": key}}})
}

#[track_caller]
fn is_silent(output: &Output) {
    let said = format!("{}{}", output.stdout, output.stderr);
    assert!(!said.contains("PlainInTheSpec"), "{output}");
}

/// Shown, asked for, done once, and then nothing is left to do.
#[test]
fn the_keys_of_a_secret() {
    let aws = [
        from_secret("AWS_ACCESS_KEY_ID", "access_key"),
        from_secret("AWS_SECRET_ACCESS_KEY", "secret_key"),
    ];
    for dialect in [Dialect::V1, Dialect::V2] {
        let place = place(dialect);
        let before = spec(&place);
        let line = "setup tikv basic --secret s3-secret";
        let refused = place.plugin().line(line).exits(5).one_error();
        assert!(
            refused.stderr.contains("+") && refused.stderr.contains("AWS_ACCESS_KEY_ID"),
            "{refused}"
        );
        is_silent(&refused);
        let typed = place
            .plugin()
            .typed(&line.split(' ').collect::<Vec<_>>(), "n\n")
            .exits(5);
        assert!(typed.stdout.contains("restart"), "{typed}");
        let reads = [
            ("--diff", String::new()),
            (
                "--dry-run=client",
                format!("{} configured (dry run)", name(&place)),
            ),
            (
                "--dry-run=server",
                format!("{} configured (server dry run)", name(&place)),
            ),
        ];
        for (flag, expected) in reads {
            let output = place.plugin().line(&format!("{line} {flag}")).exits(0);
            is_silent(&output);
            match flag {
                "--diff" => assert!(output.stdout.contains("AWS_SECRET_ACCESS_KEY"), "{output}"),
                _ => drop(output.prints(&expected)),
            }
        }
        assert_eq!(spec(&place), before);
        assert!(place.written().is_empty());

        place
            .plugin()
            .line(&format!("{line} --yes"))
            .exits(0)
            .prints(&format!("{} configured", name(&place)));
        let after = spec(&place);
        match dialect {
            Dialect::V2 => {
                let containers = &after["template"]["spec"]["overlay"]["pod"]["spec"]["containers"];
                assert_eq!(containers, &json!([{"name": "tikv", "env": aws}]));
                assert_eq!(after["template"]["spec"]["version"], "v8.5.2");
            }
            _ => {
                let mut env = before["tikv"]["env"].as_array().unwrap().clone();
                env.extend(aws.clone());
                assert_eq!(after["tikv"]["env"], json!(env));
                assert_eq!(after["tikv"]["replicas"], 3);
                assert_eq!(after["tiflash"]["env"], json!(aws));
            }
        }
        // No question without a change: there is nobody to answer it.
        place
            .plugin()
            .line(line)
            .exits(0)
            .prints(&format!("{} unchanged", name(&place)));
        assert_eq!(place.written().len(), 1);
    }
}

#[test]
fn account_role_and_volume() {
    let arn = "arn:aws:iam::123456789012:role/backup";
    let nfs = json!({"name": "backup", "nfs": {"server": "nfs.example.com", "path": "/b"}});
    let claim = json!({"name": "data", "persistentVolumeClaim": {"claimName": "c"}});
    let rows = [
        (
            "--service-account app".to_owned(),
            json!({"serviceAccount": "app"}),
            json!({"spec": {"serviceAccountName": "app"}}),
        ),
        (
            format!("--iam-role {arn}"),
            json!({"annotations": {"iam.amazonaws.com/role": arn}}),
            json!({"metadata": {"annotations": {"iam.amazonaws.com/role": arn}}}),
        ),
        (
            "--local-nfs nfs.example.com:/b --local-mount-path /nfs".to_owned(),
            json!({"additionalVolumes": [nfs], "additionalVolumeMounts": [{"name": "backup", "mountPath": "/nfs"}]}),
            json!({"spec": {"volumes": [nfs], "containers": [{"name": "tikv", "volumeMounts": [{"name": "backup", "mountPath": "/nfs"}]}]}}),
        ),
        (
            "--local-pvc c --local-mount-path /mnt/backup --local-volume-name data --local-read-only".to_owned(),
            json!({"additionalVolumes": [claim], "additionalVolumeMounts": [{"name": "data", "mountPath": "/mnt/backup", "readOnly": true}]}),
            json!({"spec": {"volumes": [claim], "containers": [{"name": "tikv", "volumeMounts": [{"name": "data", "mountPath": "/mnt/backup", "readOnly": true}]}]}}),
        ),
    ];
    for (flags, v1, v2) in rows {
        for dialect in [Dialect::V1, Dialect::V2] {
            let place = place(dialect);
            place
                .plugin()
                .line(&format!("setup tikv basic {flags} --yes"))
                .exits(0);
            let after = spec(&place);
            match dialect {
                Dialect::V2 => {
                    assert_eq!(after["template"]["spec"]["overlay"]["pod"], v2, "{flags}")
                }
                _ => {
                    for component in ["tikv", "tiflash"] {
                        for (key, value) in v1.as_object().unwrap() {
                            assert_eq!(&after[component][key], value, "{component} {flags}");
                        }
                    }
                }
            }
        }
    }
}

/// A v2 group changes annotations in place; everything else restarts its Pods, and the question says so.
#[test]
fn the_question_says_what_happens() {
    let rows = [
        (
            Dialect::V2,
            "--iam-role=arn:aws:iam::123456789012:role/b",
            "They are not restarted.",
        ),
        (
            Dialect::V1,
            "--iam-role=arn:aws:iam::123456789012:role/b",
            "They restart one after another.",
        ),
        (
            Dialect::V2,
            "--service-account=app",
            "They restart one after another.",
        ),
    ];
    for (dialect, flag, text) in rows {
        let place = place(dialect);
        let output = place
            .plugin()
            .typed(&["setup", "tikv", "basic", flag], "y\n")
            .exits(0);
        assert!(output.stdout.contains(text), "{output}");
        assert_eq!(place.written().len(), 1);
    }
}

/// Where nothing is asked, it is said.
#[test]
fn restarts_are_said_without_a_question() {
    let place = place(Dialect::V1);
    let line = "setup tikv basic --service-account=app";
    for (flag, exit) in [("", 5), ("--dry-run=client", 0), ("--yes", 0)] {
        place
            .plugin()
            .line(&format!("{line} {flag}"))
            .exits(exit)
            .says("They restart one after another.");
    }
}

#[test]
fn what_is_missing() {
    let place = place(Dialect::V2);
    let rows = [
        (
            "setup tikv nobody --secret s3-secret",
            1,
            "cluster nobody not found",
        ),
        (
            "setup tikv basic --secret nobody",
            1,
            "secret/nobody not found",
        ),
        (
            "setup tikv basic --secret other",
            1,
            "it holds AWS_ACCESS_KEY_ID",
        ),
        (
            "setup tikv basic --service-account nobody",
            1,
            "serviceaccount/nobody not found",
        ),
        (
            "setup tikv basic --iam-role role/b",
            2,
            "not the ARN of an IAM role",
        ),
        (
            "setup tikv basic --local-nfs nfs --local-mount-path /x",
            2,
            "not SERVER:/PATH",
        ),
        (
            "setup tikv basic --local-pvc c",
            2,
            "missing: --local-mount-path",
        ),
        (
            "setup tikv basic --local-pvc c --local-mount-path x",
            2,
            "not an absolute path",
        ),
        (
            "setup tikv basic --secret s3-secret --local-mount-path /x",
            2,
            "needs --local-pvc or --local-nfs",
        ),
        (
            "setup tikv basic --secret s3-secret --operator v1",
            8,
            "TiDB Operator is not installed here",
        ),
    ];
    for (line, code, text) in rows {
        let output = place
            .plugin()
            .line(&format!("{line} --yes"))
            .exits(code)
            .one_error();
        assert!(output.error().contains(text), "{line}: {output}");
        assert_eq!(output.stdout, "");
    }
    assert!(place.written().is_empty());
}
