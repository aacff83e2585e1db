//! What `setup` prints, kubectl takes under strict validation, compares, applies, and then finds nothing left to change.

use sandbox::operator::Dialect;

use crate::support::Place;

/// What is printed, and the objects in it.
const LINES: &[(&str, usize)] = &[
    ("rbac", 3),
    (
        "rbac --service-account other --role-arn arn:aws:iam::123456789012:role/r",
        3,
    ),
    ("rbac --create-namespace -n NAMESPACE", 4),
    (
        "secret s3 s --from-file access_key=FILE --from-file secret_key=FILE",
        1,
    ),
    ("secret gcs g --from-file credentials=FILE", 1),
    (
        "secret azblob a --account acc --from-file AZURE_STORAGE_KEY=FILE",
        1,
    ),
    (
        "secret azblob aad --account acc --client-id c --tenant-id t --from-file AZURE_CLIENT_SECRET=FILE",
        1,
    ),
    ("secret tidb t --from-file password=FILE", 1),
    ("secret tls tls --cert FILE --key FILE --ca FILE", 1),
];

#[test]
fn by_kubectl() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        let folder = tempfile::tempdir().unwrap();
        let value = folder.path().join("value");
        std::fs::write(&value, r#"{"type":"service_account","project_id":"p"}"#).unwrap();
        for (line, objects) in LINES {
            let line = line
                .replace("FILE", &value.display().to_string())
                .replace("NAMESPACE", &place.namespace);
            let printed = place
                .plugin()
                .line(&format!(
                    "setup {line} --dry-run=client -o yaml --show-secrets"
                ))
                .exits(0);
            let file = folder.path().join("printed.yaml");
            std::fs::write(&file, &printed.stdout).unwrap();
            let kubectl = |verb: &str| place.kubectl(&format!("{verb} -f {}", file.display()));
            let taken = kubectl("apply --validate=strict --dry-run=server").exits(0);
            assert_eq!(taken.stdout.lines().count(), *objects, "{taken}");
            kubectl("apply --validate=strict").exits(0);
            kubectl("diff").exits(0);
        }
    }
}
