//! Secrets: their keys, where values come from, who owns them, and that nobody sees them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sandbox::operator::Dialect;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{secret_path, values};
use crate::support::{Output, Place, Plugin, skipped};

const ACCESS: &str = "AKIAZX81SPECTRUM";
const SECRET: &str = "wJalrCommodore64Key";

/// Files with these contents, and their folder.
fn files(contents: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in contents {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn with_keys(place: &Place) -> Plugin {
    place
        .plugin()
        .env("AWS_ACCESS_KEY_ID", ACCESS)
        .env("AWS_SECRET_ACCESS_KEY", SECRET)
}

#[track_caller]
fn is_silent(output: &Output) {
    for secret in [ACCESS, SECRET, "AnotherSecretKey"] {
        for shape in [secret.to_owned(), STANDARD.encode(secret)] {
            let said = format!("{}{}", output.stdout, output.stderr);
            assert!(!said.contains(&shape), "{shape}: {output}");
        }
    }
}

/// Every purpose, from every source, with the keys as operators read them.
#[test]
fn keys_and_sources() {
    let place = Place::new(Dialect::V2);
    let key = r#"{"type": "service_account", "project_id": "p"}"#;
    let folder = files(&[
        ("word", "from-file\n"),
        ("gcs.json", key),
        ("tls.crt", "contents of tls.crt"),
        ("tls.key", "contents of tls.key"),
        ("ca.crt", "contents of ca.crt"),
    ]);
    let path = |name: &str| folder.path().join(name).display().to_string();
    let plugin = with_keys(&place)
        .env("GOOGLE_APPLICATION_CREDENTIALS", path("gcs.json"))
        .env("MYSQL_PWD", "two words");
    let azure_key = plugin
        .clone()
        .env("AZURE_STORAGE_ACCOUNT", "acc")
        .env("AZURE_STORAGE_KEY", "key");
    let azure_ad = plugin
        .clone()
        .env("AZURE_CLIENT_ID", "id")
        .env("AZURE_TENANT_ID", "tenant")
        .env("AZURE_CLIENT_SECRET", "secret");
    let word = path("word");
    let rows = [
        (
            &plugin,
            "s3 a1 --from-env".to_owned(),
            json!({"access_key": ACCESS, "secret_key": SECRET}),
        ),
        (
            &plugin,
            format!("s3 a2 --from-env --from-file access_key={word}"),
            json!({"access_key": "from-file", "secret_key": SECRET}),
        ),
        (
            &plugin,
            "gcs a3 --from-env".to_owned(),
            json!({"credentials": key}),
        ),
        (
            &plugin,
            format!("gcs a4 --from-file credentials={}", path("gcs.json")),
            json!({"credentials": key}),
        ),
        (
            &azure_key,
            "azblob a5 --from-env".to_owned(),
            json!({"AZURE_STORAGE_ACCOUNT": "acc", "AZURE_STORAGE_KEY": "key"}),
        ),
        (
            &azure_key,
            format!("azblob a6 --account other --from-file AZURE_STORAGE_KEY={word}"),
            json!({"AZURE_STORAGE_ACCOUNT": "other", "AZURE_STORAGE_KEY": "from-file"}),
        ),
        (
            &azure_ad,
            "azblob a7 --account acc --from-env".to_owned(),
            json!({"AZURE_STORAGE_ACCOUNT": "acc", "AZURE_CLIENT_ID": "id", "AZURE_TENANT_ID": "tenant", "AZURE_CLIENT_SECRET": "secret"}),
        ),
        (
            &plugin,
            format!(
                "azblob a8 --account acc --client-id i --tenant-id t --from-file AZURE_CLIENT_SECRET={word}"
            ),
            json!({"AZURE_STORAGE_ACCOUNT": "acc", "AZURE_CLIENT_ID": "i", "AZURE_TENANT_ID": "t", "AZURE_CLIENT_SECRET": "from-file"}),
        ),
        (
            &plugin,
            "tidb a9 --from-env".to_owned(),
            json!({"password": "two words"}),
        ),
        (
            &plugin,
            format!("tidb b1 --db-user root --from-file password={word}"),
            json!({"user": "root", "password": "from-file"}),
        ),
        (
            &plugin,
            format!(
                "tls b2 --cert {} --key {} --ca {}",
                path("tls.crt"),
                path("tls.key"),
                path("ca.crt")
            ),
            json!({"tls.crt": "contents of tls.crt", "tls.key": "contents of tls.key", "ca.crt": "contents of ca.crt"}),
        ),
    ];
    for (plugin, line, expected) in rows {
        let name = line.split(' ').nth(1).unwrap();
        let output = plugin.line(&format!("setup secret {line}")).exits(0);
        output.clone().prints(&format!("secret/{name} created"));
        assert_eq!(values(&place, name), expected, "{line}");
        is_silent(&output);
    }
    let piped = plugin.clone().input("from-stdin\n");
    piped
        .line("setup secret tidb b3 --from-file password=-")
        .exits(0);
    assert_eq!(values(&place, "b3"), json!({"password": "from-stdin"}));
}

#[test]
fn created_configured_unchanged() {
    let place = Place::new(Dialect::V2);
    let line = "setup secret s3 s --from-env";
    let other = with_keys(&place).env("AWS_SECRET_ACCESS_KEY", "AnotherSecretKey");
    let steps = [
        (
            with_keys(&place),
            "--dry-run=server",
            "created (server dry run)",
        ),
        (with_keys(&place), "--dry-run=client", "created (dry run)"),
        (with_keys(&place), "", "created"),
        (with_keys(&place), "", "unchanged"),
        (
            with_keys(&place),
            "--dry-run=server",
            "unchanged (server dry run)",
        ),
        (with_keys(&place), "--dry-run=client", "unchanged (dry run)"),
        (
            other.clone(),
            "--dry-run=server",
            "configured (server dry run)",
        ),
        (other.clone(), "--dry-run=client", "configured (dry run)"),
        (other.clone(), "", "configured"),
        (other, "", "unchanged"),
    ];
    for (plugin, flag, word) in steps {
        let output = plugin.line(&format!("{line} {flag}")).exits(0);
        is_silent(&output);
        output.prints(&format!("secret/s {word}"));
    }
    assert_eq!(values(&place, "s")["secret_key"], "AnotherSecretKey");
    let secret = place
        .api()
        .ask("GET", &secret_path(&place, "s"), &Value::Null);
    let managers = &secret["metadata"]["managedFields"];
    assert_eq!(managers[0]["manager"], "kubectl-tidb-br");
    assert_eq!(managers[0]["operation"], "Apply");
    // Dry runs and applies that change nothing leave no trace of a write.
    let written = place.written().into_iter().map(|write| write.verb);
    assert_eq!(written.collect::<Vec<_>>(), ["patch"; 4]);
}

/// What another manager owns is never taken by surprise, and taken when asked.
#[test]
fn fields_of_another_manager() {
    let place = Place::new(Dialect::V2);
    let by_hand = json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s"},
        "data": {"access_key": STANDARD.encode("old"), "secret_key": STANDARD.encode(SECRET), "more": STANDARD.encode("kept")}});
    let path = format!(
        "/api/v1/namespaces/{}/secrets?fieldManager=kubectl-create",
        place.namespace
    );
    place.api().ask("POST", &path, &by_hand);
    let line = "setup secret s3 s --from-env";
    for flag in ["", "--dry-run=server", "--diff"] {
        let output = with_keys(&place)
            .line(&format!("{line} {flag}"))
            .exits(9)
            .one_error();
        is_silent(&output);
        let error = output.error();
        for part in [
            "secret/s",
            ".data.access_key",
            "kubectl-create",
            "nothing was written",
        ] {
            assert!(error.contains(part), "{part}: {output}");
        }
        assert!(
            !error.contains(".data.secret_key"),
            "its value is the same: {output}"
        );
        assert!(
            output
                .hints()
                .iter()
                .any(|hint| hint.contains("--force-conflicts")),
            "{output}"
        );
    }
    assert_eq!(values(&place, "s")["access_key"], "old");
    let forced = with_keys(&place)
        .line(&format!("{line} --force-conflicts"))
        .exits(0);
    forced.prints("secret/s configured");
    assert_eq!(
        values(&place, "s"),
        json!({"access_key": ACCESS, "secret_key": SECRET, "more": "kept"})
    );
}

/// Operators prefer Azure AD: keys that somebody else left in the Secret would win over the new account key.
#[test]
fn leftovers_that_win() {
    let place = Place::new(Dialect::V2);
    let left = json!({"AZURE_CLIENT_ID": "aQ==", "AZURE_TENANT_ID": "dA==", "AZURE_CLIENT_SECRET": "cw=="});
    let path = format!("/api/v1/namespaces/{}/secrets", place.namespace);
    place.api().ask(
        "POST",
        &path,
        &json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s"}, "data": left}),
    );
    let plugin = place.plugin().env("AZURE_STORAGE_KEY", "key");
    let output = plugin
        .line("setup secret azblob s --account a --from-env")
        .exits(0);
    output.says("AZURE_CLIENT_SECRET");
    let fresh = plugin
        .line("setup secret azblob t --account a --from-env")
        .exits(0);
    assert_eq!(fresh.stderr, "");
}

/// Whatever is printed, at whatever level: no value, plain or encoded, but with --show-secrets.
#[test]
fn values_are_never_shown() {
    let place = Place::new(Dialect::V2);
    let line = "setup secret s3 s --from-env";
    let flags = [
        "--dry-run=client -o yaml",
        "--dry-run=server -o json -v 9",
        "--diff",
        "-o yaml -v 9",
        "-o json --show-managed-fields",
        "-o jsonpath={.data}",
        "-o custom-columns=A:.data.secret_key",
        "-o name",
        "--diff -v 9",
    ];
    for flag in flags {
        is_silent(&with_keys(&place).line(&format!("{line} {flag}")).exits(0));
    }
    let other = with_keys(&place).env("AWS_SECRET_ACCESS_KEY", "AnotherSecretKey");
    let difference = other.line(&format!("{line} --diff")).exits(0);
    is_silent(&difference);
    assert!(
        difference
            .stdout
            .contains("+  secret_key: <redacted> (after)"),
        "{difference}"
    );
    assert_eq!(values(&place, "s")["secret_key"], SECRET);
    let shown = other
        .line(&format!("{line} --dry-run=client -o json --show-secrets"))
        .exits(0)
        .json();
    assert_eq!(
        shown["data"]["secret_key"],
        STANDARD.encode("AnotherSecretKey")
    );
}

/// On a terminal both keys are asked for, and what is typed is not repeated; without one nothing is written.
#[test]
fn hidden_prompt() {
    let place = Place::new(Dialect::V2);
    let refused = place
        .plugin()
        .line("setup secret s3 s")
        .exits(5)
        .one_error();
    assert!(refused.error().contains("access_key"), "{refused}");
    assert!(
        refused
            .hints()
            .iter()
            .any(|hint| hint.contains("AWS_ACCESS_KEY_ID")),
        "{refused}"
    );
    let piped = place.plugin().input("typed\ntyped\n");
    piped.line("setup secret s3 s").exits(5);
    assert!(place.written().is_empty());

    let turns = [("access_key", ACCESS), ("secret_key", SECRET)];
    let output = place
        .plugin()
        .in_secret(&["setup", "secret", "s3", "s"], &turns)
        .exits(0);
    assert_eq!(
        values(&place, "s"),
        json!({"access_key": ACCESS, "secret_key": SECRET})
    );
    assert!(output.stdout.contains("secret/s created"), "{output}");
    is_silent(&output);
}

/// The documented Secrets come out of files and flags; the only difference is that the API keeps `data` where people write
/// `stringData`.
#[test]
fn the_documented_secrets() {
    let cases = std::path::Path::new("../shared/cases/seeds");
    if !cases.is_dir() {
        skipped("the documented manifests are not here");
        return;
    }
    for (case, purpose) in [
        ("001-secret-backup-demo1-tidb-secret.yaml", "tidb"),
        ("008-secret-backup-demo1-tls-secret.yaml", "tls"),
    ] {
        let text = std::fs::read_to_string(cases.join(case)).unwrap();
        let mut wanted: Value = serde_yaml::from_str(&text).unwrap();
        let name = wanted["metadata"]["name"].as_str().unwrap().to_owned();
        let mut line = format!(
            "setup secret {purpose} {name} -n test1 --dry-run=client -o json --show-secrets"
        );
        let folder = tempfile::tempdir().unwrap();
        let mut data = json!({});
        for (key, value) in wanted["stringData"].as_object().unwrap() {
            let path = folder.path().join(key);
            std::fs::write(&path, value.as_str().unwrap()).unwrap();
            line.push_str(&format!(" --from-file {key}={}", path.display()));
            data[key] = json!(STANDARD.encode(value.as_str().unwrap()));
        }
        wanted.as_object_mut().unwrap().remove("stringData");
        wanted["data"] = data;
        assert_eq!(
            Plugin::alone().line(&line).exits(0).json(),
            wanted,
            "{case}"
        );
    }
}
