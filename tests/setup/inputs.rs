//! Bad inputs: refused before anything is sent, in one line, without a word of a secret.

use sandbox::operator::Dialect;

use crate::support::{Place, Plugin};

/// Typed in the place of a file, or in one.
const VALUE: &str = "hunter2-PlainSecret";

#[test]
fn bad_inputs() {
    let place = Place::new(Dialect::V2);
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let good = file("good", VALUE);
    let empty = file("empty", "\n");
    let lines = file("lines", &format!("{VALUE}\n{VALUE}\n"));
    let blanks = file("blanks", &format!("{VALUE} {VALUE}"));
    let large = file("large", &VALUE.repeat(60_000));
    let here = folder.path().display().to_string();
    let rows = [
        ("secret ftp s".to_owned(), 2, "unknown command \"ftp\""),
        ("secret s3".to_owned(), 2, "missing: NAME"),
        ("secret s3 Bad_Name --from-env".to_owned(), 2, "Bad_Name"),
        (
            "secret s3 s --from-env".to_owned(),
            2,
            "not set: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY",
        ),
        (
            format!("secret s3 s --from-env --from-file access_key={good}"),
            2,
            "not set: AWS_SECRET_ACCESS_KEY",
        ),
        (
            "secret gcs s --from-env".to_owned(),
            2,
            "GOOGLE_APPLICATION_CREDENTIALS",
        ),
        ("secret tls s --from-env".to_owned(), 2, "no variables"),
        ("secret tls s".to_owned(), 2, "missing: --cert, --key, --ca"),
        (
            format!("secret tls s --cert {good}"),
            2,
            "missing: --key, --ca",
        ),
        (
            format!("secret s3 s --access-key={VALUE}"),
            2,
            "--access-key",
        ),
        (
            format!("secret s3 s --from-literal=access_key={VALUE}"),
            2,
            "--from-literal",
        ),
        (
            format!("secret s3 s --from-file {VALUE}"),
            2,
            "expected KEY=PATH",
        ),
        (
            format!("secret s3 s --from-file access_key={VALUE}"),
            2,
            "access_key: cannot read its file",
        ),
        (
            format!("secret s3 s --from-file access_key={here}"),
            2,
            "access_key: cannot read its file",
        ),
        (
            format!("secret s3 s --from-file AWS_ACCESS_KEY_ID={good}"),
            2,
            "they read access_key, secret_key",
        ),
        (
            format!("secret s3 s --from-file access_key={good} --from-file access_key={good}"),
            2,
            "access_key is given twice",
        ),
        (
            "secret s3 s --from-file access_key=- --from-file secret_key=-".to_owned(),
            2,
            "stdin",
        ),
        (
            format!("secret s3 s --from-file access_key={empty}"),
            2,
            "access_key: the value is empty",
        ),
        (
            format!("secret s3 s --from-file access_key={lines}"),
            2,
            "several lines",
        ),
        (
            format!("secret s3 s --from-file access_key={blanks}"),
            2,
            "blanks",
        ),
        (
            format!("secret s3 s --from-file access_key={large}"),
            2,
            "1 MiB",
        ),
        (
            format!("secret gcs s --from-file credentials={good}"),
            2,
            "not the JSON file",
        ),
        (
            format!("secret azblob s --client-id i --from-file AZURE_CLIENT_SECRET={good}"),
            2,
            "missing: --tenant-id",
        ),
        (
            format!("secret azblob s --client-id i --from-file AZURE_STORAGE_KEY={good}"),
            2,
            "exclude each other",
        ),
        (
            format!(
                "secret azblob s --account a --from-file AZURE_STORAGE_ACCOUNT={good} --from-file AZURE_STORAGE_KEY={good}"
            ),
            2,
            "given twice",
        ),
        (
            "secret azblob s --account a".to_owned(),
            5,
            "AZURE_STORAGE_KEY",
        ),
        ("secret tidb s".to_owned(), 5, "password"),
        ("secret s3 s".to_owned(), 5, "there is no terminal"),
        (
            format!("secret s3 s --from-file access_key={good}"),
            5,
            "secret_key",
        ),
        ("secret s3 s --dry-run".to_owned(), 2, "--dry-run=client"),
        (
            format!("secret tidb s --from-file password={good} -o yml"),
            2,
            "yaml",
        ),
        (
            "rbac --role-arn role/b".to_owned(),
            2,
            "not the ARN of an IAM role",
        ),
        ("rbac --service-account a/b".to_owned(), 2, "a/b"),
        ("rbac -n Bad_Namespace".to_owned(), 2, "Bad_Namespace"),
        ("rbac extra".to_owned(), 2, "extra"),
        ("rbac --operator v3".to_owned(), 2, "v3"),
        ("tikv".to_owned(), 2, "CLUSTER"),
        ("tikv basic".to_owned(), 2, "--secret"),
        (
            "tikv basic --secret a --service-account b".to_owned(),
            2,
            "cannot be used with",
        ),
        ("sql".to_owned(), 2, "TOOL"),
        (
            "sql mysql".to_owned(),
            2,
            "[possible values: dumpling, br, lightning]",
        ),
        ("sql br --db-user=".to_owned(), 2, "--db-user"),
    ];
    for (line, code, text) in rows {
        let output = place
            .plugin()
            .line(&format!("setup {line}"))
            .exits(code)
            .one_error();
        assert!(output.error().contains(text), "{text:?}: {output}");
        assert_eq!(output.stdout, "", "{output}");
        assert!(!output.stderr.contains("hunter2"), "{output}");
    }
    assert!(place.written().is_empty());
}

/// Without a cluster: SQL always, dry runs as far as they go.
#[test]
fn without_a_cluster() {
    let plugin = Plugin::alone();
    let sql = plugin
        .line("setup sql lightning --db-user o'neil --db-host 10.0.0.%")
        .exits(0);
    assert!(
        sql.stdout.ends_with("ON *.* TO 'o''neil'@'10.0.0.%';\n"),
        "{sql}"
    );
    let v1 = plugin
        .line("setup rbac -n tidb --operator v1 --dry-run=client -o json")
        .exits(0);
    assert_eq!(v1.stderr, "");
    assert_eq!(
        v1.json()["items"][1]["rules"][1]["apiGroups"][0],
        "pingcap.com"
    );
    let auto = plugin
        .line("setup rbac --dry-run=client -o json")
        .exits(0)
        .says("for v2");
    assert_eq!(
        auto.json()["items"][1]["rules"][1]["apiGroups"][0],
        "br.pingcap.com"
    );
    assert_eq!(auto.json()["items"][0]["metadata"].get("namespace"), None);
    let secret = plugin
        .env("MYSQL_PWD", "p")
        .line("setup secret tidb s --from-env --dry-run=client");
    secret
        .exits(0)
        .says("the objects in the cluster cannot be read")
        .prints("secret/s created (dry run)");
}
