//! `convert`: files in, files out, and the results on an API server with the operators' own definitions.

use sandbox::control_plane::{CrdSource, World};
use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::support::{Output, Place, Plugin, skipped};

const DUMP: &str = "apiVersion: pingcap.com/v1alpha1\nkind: Backup\nmetadata: {name: d}\nspec: {from: {host: h, secretName: s}, s3: {provider: aws}, storageSize: 1Gi}\n";

fn backup(name: &str, more: Value) -> Value {
    let mut spec = json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b", "forcePathStyle": true}});
    spec.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    json!({"apiVersion": "pingcap.com/v1alpha1", "kind": "Backup", "metadata": {"name": name, "namespace": "tidb"}, "spec": spec})
}

fn convert(text: &str, flags: &str) -> Output {
    Plugin::alone()
        .input(text)
        .line(&format!("convert -f - {flags}"))
}

fn documents(output: &Output) -> Vec<Value> {
    let deserializer = serde_yaml::Deserializer::from_str(&output.stdout);
    deserializer
        .map(|document| serde::Deserialize::deserialize(document).unwrap())
        .collect()
}

#[test]
fn formats() {
    let one = backup("x", json!({})).to_string();
    let yaml = convert(&one, "")
        .exits(0)
        .says("Warning: backup.pingcap.com/x: spec.s3.forcePathStyle dropped");
    assert_eq!(
        yaml.yaml()["spec"]["s3"],
        json!({"provider": "aws", "bucket": "b"})
    );
    assert_eq!(convert(&one, "-o yaml").stdout, yaml.stdout);
    assert_eq!(convert(&one, "-o json").exits(0).json(), yaml.yaml());
    convert(&one, "-o name")
        .exits(0)
        .prints("backup.br.pingcap.com/x");

    let two = format!("{one}\n---\n{}", backup("y", json!({"backupMode": "log"})));
    let list = json!({"apiVersion": "v1", "kind": "List", "items": [backup("x", json!({})), backup("y", json!({"backupMode": "log"}))]});
    for text in [two, list.to_string()] {
        let stream = documents(&convert(&text, "").exits(0));
        assert_eq!(stream.len(), 2, "{text}");
        assert_eq!(stream[1]["metadata"]["name"], "y");
        assert_eq!(convert(&text, "-o json").json()["kind"], "List");
    }
    let token = backup(
        "x",
        json!({"azblob": {"container": "c", "storageAccount": "a", "sasToken": "sig=Zx81"}}),
    );
    let hidden = convert(&token.to_string(), "")
        .exits(0)
        .says("--show-secrets");
    assert!(!hidden.stdout.contains("Zx81"), "{hidden}");
    assert!(
        convert(&token.to_string(), "--show-secrets")
            .stdout
            .contains("Zx81")
    );
}

#[test]
fn bad_inputs() {
    let good = backup("x", json!({})).to_string();
    let rows = [
        (String::new(), 2, "no manifest"),
        ("---\n---\n".to_owned(), 2, "no manifest"),
        ("\0".to_owned(), 2, "not a text file"),
        ("a: [".to_owned(), 2, "line"),
        ("just text".to_owned(), 2, "kind"),
        ("[1, 2]".to_owned(), 2, "kind"),
        ("kind: List\nitems: []\n".to_owned(), 2, "no manifest"),
        ("apiVersion: v1\nkind: Pod\n".to_owned(), 2, "\"Pod\""),
        ("apiVersion: federation.pingcap.com/v1alpha1\nkind: VolumeBackup\nspec: {}\n".to_owned(), 2, "VolumeBackup"),
        ("apiVersion: velero.io/v1\nkind: Backup\nspec: {}\n".to_owned(), 2, "velero.io/v1"),
        ("apiVersion: br.pingcap.com/v1alpha1\nkind: Backup\nmetadata: {name: x}\nspec: {}\n".to_owned(), 2, "v2 already"),
        ("apiVersion: pingcap.com/v1alpha1\nkind: Backup\n".to_owned(), 2, "no spec"),
        ("apiVersion: pingcap.com/v1alpha1\nkind: Backup\nspec: [1]\n".to_owned(), 2, "no spec"),
        (backup("x", json!({"bakupType": "full"})).to_string(), 2, "did you mean backupType"),
        (backup("x", json!({"br": {"concurrency": 4}})).to_string().replace(":4", ":\"4\""), 2, "spec.br.concurrency"),
        (backup("x", json!({"backupMode": "volume-snapshot"})).to_string(), 8, "volume-snapshot"),
        (DUMP.to_owned(), 8, "Dumpling"),
        (DUMP.replace("Backup", "Restore").replace("from", "to"), 8, "TiDB Lightning"),
        ("apiVersion: pingcap.com/v1alpha1\nkind: CompactBackup\nmetadata: {name: c}\nspec: {startTs: '1'}\n".to_owned(), 2, "spec.br is missing"),
        (format!("{good}\n---\n{DUMP}"), 8, "backup.pingcap.com/d"),
        (format!("{good}\n---\n# {}", "x".repeat(3 << 20)), 2, "too large"),
    ];
    for (text, code, part) in rows {
        let output = convert(&text, "").exits(code).one_error();
        assert!(output.error().contains(part), "{part}: {output}");
        assert_eq!(output.stdout, "", "all or nothing: {output}");
    }
    let alone = Plugin::alone();
    for (line, part) in [
        ("convert", "--filename"),
        ("convert -f", "--filename"),
        (
            "convert -f no-such-file.yaml",
            "cannot read no-such-file.yaml",
        ),
        ("convert -f /", "cannot read /"),
        ("convert -f x -o yml", "yaml"),
    ] {
        let output = alone.line(line).exits(2).one_error();
        assert!(output.error().contains(part), "{output}");
    }
}

/// The four kinds with what v1 has more, and every documented v1 manifest: the operators' own schema takes the result as it is.
#[test]
fn v2_accepts_every_result() {
    if !CrdSource::Operators.is_available() {
        skipped("the operators' definitions are not here");
        return;
    }
    let place = Place::within(World::V2, CrdSource::Operators, Dialect::V2);
    let job = backup(
        "x",
        json!({"tikvGCLifeTime": "72h", "from": {"host": "h", "secretName": "s"}}),
    )["spec"]
        .clone();
    let kind = |kind: &str, spec: Value| {
        json!({"apiVersion": "pingcap.com/v1alpha1", "kind": kind, "metadata": {"name": "own", "namespace": "tidb"}, "spec": spec}).to_string()
    };
    let plain = backup("x", json!({}))["spec"].clone();
    let mut texts = vec![
        kind("Backup", job.clone()),
        kind(
            "Restore",
            backup(
                "x",
                json!({"prune": "afterFailed", "restoreMode": "pitr", "pitrRestoredTs": "1"}),
            )["spec"]
                .clone(),
        ),
        kind(
            "CompactBackup",
            backup(
                "x",
                json!({"startTs": "1", "mode": "sharded", "tikvImage": "i"}),
            )["spec"]
                .clone(),
        ),
        kind(
            "BackupSchedule",
            json!({
                "schedule": "@daily", "maxReservedTime": "72h", "compactInterval": "1h", "backupTemplate": job,
                "logBackupTemplate": backup("x", json!({"backupMode": "log"}))["spec"], "compactBackupTemplate": plain,
            }),
        ),
    ];
    let folder = std::path::Path::new("../shared/cases/seeds");
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        if path.extension().is_some_and(|end| end == "yaml")
            && text.contains("apiVersion: pingcap.com")
        {
            texts.push(text);
        }
    }
    let mut accepted = 0;
    for text in &texts {
        let output = convert(text, "-o json");
        if output.code == Some(8) {
            assert!(
                text.contains("dumpling") || !text.contains("br:"),
                "{output}"
            );
            continue;
        }
        let mut manifest = output.exits(0).json();
        manifest["metadata"]["namespace"] = json!(place.namespace);
        let plural = format!("{}s", manifest["kind"].as_str().unwrap().to_lowercase());
        let path = format!(
            "/apis/br.pingcap.com/v1alpha1/namespaces/{}/{plural}?fieldValidation=Strict&dryRun=All",
            place.namespace
        );
        place.api().ask("POST", &path, &manifest);
        accepted += 1;
    }
    assert!(accepted >= 4, "{accepted}");
}
