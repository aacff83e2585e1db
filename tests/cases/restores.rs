//! `restore create` from its arguments alone: every flag and the one field it writes, whole manifests, and what is refused.

use std::collections::BTreeSet;

use kubectl_tidb_br::manifest::flag::{FLAGS, RESTORE};

use crate::document::{differences, yaml};
use crate::flags::{BOTH, Row, Suite, V1_BOTH};
use crate::program::{self, Printed};
use crate::refusals::check_with;

const S3: &str = "--cluster c --storage s3://b/p";
const S3_TO: &str = "--cluster c --storage s3://b/p --to-host g --to-secret s";
const FULL: &str =
    "--cluster c --storage s3://b/p --storage-secret s --s3-region r --full-storage s3://b/f";
const START: &str = "--cluster c --storage s3://b/p --log-start-ts 436569119308644661";
const DUMP: &str = "--archive s3://b/d/x.tgz --to-host h --to-secret s --storage-size 1Gi";

/// Flags that only `restore create` has, for both operators.
#[rustfmt::skip]
const ONLY: &[Row] = &[
    Row("type", S3, "db", &[("/spec/backupType", "db")]),
    Row("db", S3, "d", &[("/spec/br/db", "d")]),
    Row("table", S3, "t", &[("/spec/br/table", "t")]),
    Row("filter", S3, "'a.*' --filter '!a.b'", &[("/spec/tableFilter", "['a.*', '!a.b']")]),
    Row("to", START, "436569119308644665", &[("/spec/pitrRestoredTs", "'436569119308644665'")]),
    Row("to", START, "2022-10-10T13:17:05.683+08:00", &[("/spec/pitrRestoredTs", "'436569119308644352'")]),
    Row("to", FULL, "436569119308644665", &[("/spec/pitrRestoredTs", "'436569119308644665'")]),
    Row("log-start-ts", S3, "436569119308644661", &[
        ("/spec/restoreMode", "pitr"), ("/spec/logRestoreStartTs", "'436569119308644661'")]),
    Row("full-storage", "--cluster c --storage s3://b/p --storage-secret s --s3-region r", "'s3://d/g?endpoint=http://m:9000'", &[
        ("/spec/restoreMode", "pitr"),
        ("/spec/pitrFullBackupStorageProvider/s3/bucket", "d"), ("/spec/pitrFullBackupStorageProvider/s3/prefix", "g"),
        ("/spec/pitrFullBackupStorageProvider/s3/endpoint", "http://m:9000"), ("/spec/pitrFullBackupStorageProvider/s3/provider", "aws"),
        ("/spec/pitrFullBackupStorageProvider/s3/region", "r"), ("/spec/pitrFullBackupStorageProvider/s3/secretName", "s")]),
    Row("full-storage", S3, "'gcs://d/g?project-id=x'", &[
        ("/spec/restoreMode", "pitr"),
        ("/spec/pitrFullBackupStorageProvider/gcs/bucket", "d"), ("/spec/pitrFullBackupStorageProvider/gcs/prefix", "g"),
        ("/spec/pitrFullBackupStorageProvider/gcs/projectId", "x")]),
    Row("full-storage", "--cluster c --storage azblob://b/p --storage-secret s", "'azblob://d/g?account-name=a'", &[
        ("/spec/restoreMode", "pitr"),
        ("/spec/pitrFullBackupStorageProvider/azblob/container", "d"), ("/spec/pitrFullBackupStorageProvider/azblob/prefix", "g"),
        ("/spec/pitrFullBackupStorageProvider/azblob/storageAccount", "a"), ("/spec/pitrFullBackupStorageProvider/azblob/secretName", "s")]),
    Row("full-storage", "--cluster c --storage local:///m/p --local-pvc claim", "local:///m/f", &[
        ("/spec/restoreMode", "pitr"),
        ("/spec/pitrFullBackupStorageProvider/local/volume/name", "backup"),
        ("/spec/pitrFullBackupStorageProvider/local/volume/persistentVolumeClaim/claimName", "claim"),
        ("/spec/pitrFullBackupStorageProvider/local/volumeMount/name", "backup"),
        ("/spec/pitrFullBackupStorageProvider/local/volumeMount/mountPath", "/m"),
        ("/spec/pitrFullBackupStorageProvider/local/prefix", "f")]),
    Row("full-storage-secret", FULL, "other", &[("/spec/pitrFullBackupStorageProvider/s3/secretName", "other")]),
    Row("online", S3, "", &[("/spec/br/onLine", "true")]),
    Row("online", S3, "=false", &[("/spec/br/onLine", "false")]),
    Row("backoff-limit", S3, "3", &[("/spec/backoffLimit", "3")]),
];

/// Flags that v1 alone has.
#[rustfmt::skip]
const V1_ONLY: &[Row] = &[
    Row("archive", DUMP, "s3://c/y.tgz", &[("/spec/s3/path", "s3://c/y.tgz")]),
    Row("archive", DUMP, "'s3://c/y%20z.tgz?region=r&endpoint=http://m:9000&provider=ceph&force-path-style=true'", &[
        ("/spec/s3/path", "s3://c/y%20z.tgz"), ("/spec/s3/region", "r"), ("/spec/s3/endpoint", "http://m:9000"),
        ("/spec/s3/provider", "ceph"), ("/spec/s3/forcePathStyle", "true")]),
    Row("archive", DUMP, "gcs://c/y.tgz?project-id=x", &[
        ("/spec/gcs/path", "gcs://c/y.tgz"), ("/spec/gcs/projectId", "x"), ("/spec/s3/path", "-"), ("/spec/s3/provider", "-")]),
    Row("archive", DUMP, "gcs://c/y.tgz --gcs-project-id x", &[
        ("/spec/gcs/path", "gcs://c/y.tgz"), ("/spec/gcs/projectId", "x"), ("/spec/s3/path", "-"), ("/spec/s3/provider", "-")]),
    Row("storage-secret", DUMP, "q", &[("/spec/s3/secretName", "q")]),
    Row("s3-region", DUMP, "r", &[("/spec/s3/region", "r")]),
    Row("filter", DUMP, "'a.*'", &[("/spec/tableFilter", "['a.*']")]),
    Row("type", DUMP, "full", &[("/spec/backupType", "full")]),
    Row("to-host", DUMP, "other", &[("/spec/to/host", "other")]),
    Row("to-port", DUMP, "4001", &[("/spec/to/port", "4001")]),
    Row("to-user", DUMP, "u", &[("/spec/to/user", "u")]),
    Row("to-secret", DUMP, "t", &[("/spec/to/secretName", "t")]),
    Row("to-tls-secret", DUMP, "tls", &[("/spec/to/tlsClientSecretName", "tls")]),
    Row("to-host", S3_TO, "h", &[("/spec/to/host", "h")]),
    Row("storage-size", DUMP, "10Gi", &[("/spec/storageSize", "10Gi")]),
    Row("storage-class-name", DUMP, "fast", &[("/spec/storageClassName", "fast")]),
    Row("gc-life-time", S3, "3d", &[("/spec/tikvGCLifeTime", "72h")]),
    Row("prune", S3, "afterFailed", &[("/spec/prune", "afterFailed")]),
];

/// Rows of `backup create` and `log start` whose flag a restore has too, and means the same.
fn common(rows: &[Row]) -> Vec<Row> {
    let offered = offered();
    let mut rows = rows.to_vec();
    rows.retain(|row| offered.contains(row.0));
    rows
}

fn offered() -> BTreeSet<&'static str> {
    FLAGS
        .iter()
        .filter(|flag| RESTORE.contains(&flag.group))
        .map(|flag| flag.name)
        .collect()
}

fn suites() -> [Suite; 2] {
    let both = common(BOTH);
    let v1 = common(V1_BOTH);
    let v1_rows: &[&[Row]] = &[&both, ONLY, &v1, V1_ONLY];
    [
        Suite::new("restore create", "--operator v2", &[&both, ONLY]),
        Suite::new("restore create", "--operator v1", v1_rows),
    ]
}

/// The manifest of each row of both tables.
pub fn manifests() -> Vec<Printed> {
    let whole = MANIFESTS.iter().map(|(line, _)| whole(line));
    let flags = suites();
    let flags = flags.iter().flat_map(Suite::manifests);
    flags.chain(whole).collect()
}

fn whole(line: &str) -> Printed {
    program::print(&format!("restore create {line}"))
}

#[test]
fn each_flag_writes_its_field_and_no_other() {
    for suite in suites() {
        suite.check();
    }
}

#[test]
fn no_flag_is_without_a_row() {
    let rows = [common(BOTH), common(V1_BOTH), common(ONLY), common(V1_ONLY)];
    let covered: BTreeSet<&str> = rows.iter().flatten().map(|row| row.0).collect();
    assert_eq!(offered(), covered);
}

/// Whole manifests: what is there, and that nothing else is.
#[rustfmt::skip]
const MANIFESTS: &[(&str, &str)] = &[
        ("r -n ns --operator v1 --cluster c --storage s3://b/log --storage-secret s --full-storage s3://b/full --to 436569119308644661",
         "{apiVersion: pingcap.com/v1alpha1, kind: Restore, metadata: {name: r, namespace: ns}, spec: {
           br: {cluster: c, clusterNamespace: ns}, restoreMode: pitr, pitrRestoredTs: '436569119308644661',
           s3: {provider: aws, bucket: b, prefix: log, secretName: s},
           pitrFullBackupStorageProvider: {s3: {provider: aws, bucket: b, prefix: full, secretName: s}}}}"),
        ("r -n ns --operator v1 --cluster c --cluster-namespace other --storage s3://b/log --log-start-ts 436569119308644661",
         "{apiVersion: pingcap.com/v1alpha1, kind: Restore, metadata: {name: r, namespace: ns}, spec: {
           br: {cluster: c, clusterNamespace: other}, restoreMode: pitr, logRestoreStartTs: '436569119308644661',
           s3: {provider: aws, bucket: b, prefix: log}}}"),
        ("r -n ns --operator v1 --cluster c --storage s3://b/p",
         "{apiVersion: pingcap.com/v1alpha1, kind: Restore, metadata: {name: r, namespace: ns}, spec: {
           br: {cluster: c}, s3: {provider: aws, bucket: b, prefix: p}}}"),
        ("r -n ns --cluster c --cluster-namespace ns --storage s3://b/{cluster}/{name}",
         "{apiVersion: br.pingcap.com/v1alpha1, kind: Restore, metadata: {name: r, namespace: ns}, spec: {
           br: {cluster: c, clusterNamespace: ns}, s3: {provider: aws, bucket: b, prefix: c/r}}}"),
        ("r --method volume-snapshot --cluster c --storage s3://b/p",
         "{apiVersion: pingcap.com/v1alpha1, kind: Restore, metadata: {name: r}, spec: {
           restoreMode: volume-snapshot, br: {cluster: c}, s3: {provider: aws, bucket: b, prefix: p}}}"),
        ("r --method lightning --archive gcs://b/x.tgz --gcs-project-id p --to-host h --to-secret s --storage-size 1Gi",
         "{apiVersion: pingcap.com/v1alpha1, kind: Restore, metadata: {name: r}, spec: {
           gcs: {path: 'gcs://b/x.tgz', projectId: p}, to: {host: h, secretName: s}, storageSize: 1Gi}}"),
        ("r --cluster c --storage s3://b/p --set spec.br.options=[--a] --set spec.s3.provider=ceph",
         "{apiVersion: br.pingcap.com/v1alpha1, kind: Restore, metadata: {name: r}, spec: {
           br: {cluster: c, options: [--a]}, s3: {provider: ceph, bucket: b, prefix: p}}}"),
];

#[test]
fn whole_manifests() {
    for (line, expected) in MANIFESTS {
        let found = whole(line).document();
        assert_eq!(differences(&yaml(expected), &found), [""; 0], "{line}");
    }
}

/// FILE is where a manifest starts from: flags and URLs win over it, a storage of another provider takes its place.
#[test]
fn files() {
    let file = "{apiVersion: pingcap.com/v1alpha1, kind: Restore, metadata: {name: f, namespace: ns}, spec: {
        br: {cluster: c, concurrency: 4}, restoreMode: pitr, pitrRestoredTs: '1', gcs: {projectId: x, bucket: g},
        pitrFullBackupStorageProvider: {gcs: {projectId: x, bucket: f}}}}";
    let line = "restore create r -f - --to 436569119308644661 --storage s3://b/p --concurrency 8 --dry-run=client -o yaml";
    let found = yaml(&program::run_with(line, file.as_bytes()).printed(line));
    let expected = "{apiVersion: pingcap.com/v1alpha1, kind: Restore, metadata: {name: r, namespace: ns}, spec: {
        br: {cluster: c, concurrency: 8, clusterNamespace: ns}, restoreMode: pitr, pitrRestoredTs: '436569119308644661',
        s3: {provider: aws, bucket: b, prefix: p}, pitrFullBackupStorageProvider: {gcs: {projectId: x, bucket: f}}}}";
    assert_eq!(differences(&yaml(expected), &found), [""; 0]);
}

/// What goes wrong later is said, and written all the same.
#[test]
fn doubts_are_said() {
    let rows = [
        (
            "--storage s3://b/l --storage-secret a --full-storage s3://b/f --full-storage-secret z --to now",
            "Secret z",
        ),
        (
            "--storage s3://b/l --storage-secret a --full-storage s3://b/f?region=x --to now",
            "differ in region",
        ),
        (
            "--storage s3://b/l --full-storage gcs://b/f?project-id=x --to now",
            "lies in gcs storage",
        ),
        (
            "--storage local:///m/l --local-pvc p --full-storage local:///n/f --to now",
            "volume of the snapshot",
        ),
        (
            "--operator v1 --storage s3://b/l --full-storage s3://b/f --to now",
            "br.clusterNamespace",
        ),
    ];
    for (line, doubt) in rows {
        let line = format!("restore create r --cluster c {line} --dry-run=client -o yaml");
        let run = program::run(&line);
        assert_eq!(run.code, 0, "{line}: {}", run.stderr);
        assert!(
            run.stderr.starts_with("Warning: ") && run.stderr.contains(doubt),
            "{line}: {}",
            run.stderr
        );
    }
    let quiet = program::run(
        "restore create r --operator v1 -n ns --cluster c --storage s3://b/l --full-storage s3://b/f --to now --dry-run=client",
    );
    assert_eq!((quiet.code, quiet.stderr.as_str()), (0, ""));
}

/// Command line, exit code, and a word of the one line that says why. None of them connects: that would end with 1.
#[rustfmt::skip]
const REFUSED: &[(&str, i32, &str)] = &[
    ("", 2, "NAME, --from-backup"),
    ("r", 2, "--from-backup, --from-schedule, --cluster-from or --storage, --cluster"),
    ("--cluster c --storage s3://b/p", 2, "NAME"),
    ("r --cluster c", 2, "--storage"),
    ("r --storage s3://b/p", 2, "missing: --cluster"),
    ("r --cluster c --storage s3://b/p --to now", 2, "--full-storage or --log-start-ts"),
    ("r --cluster c --storage s3://b/p --to now --full-storage s3://b/f --log-start-ts now", 2, "exclude each other"),
    ("r --cluster c --storage s3://b/p --to 2026-01-01T10:00:00", 2, "zone"),
    ("r --cluster c --storage s3://b/p --to '2026-01-01 10:00:00'", 2, "zone"),
    ("r --cluster c --storage s3://b/p --to 1767225600", 2, "--to"),
    ("r --cluster c --storage s3://b/p --to 0", 2, "--to"),
    ("r --cluster c --storage s3://b/p --to yesterday", 2, "--to"),
    ("r --cluster c --storage s3://b/p --to ''", 2, "--to"),
    ("r --cluster c --storage s3://b/p --log-start-ts x", 2, "--log-start-ts"),
    ("r --cluster c --storage s3://b/p --full-storage b/f --to now", 2, "--full-storage"),
    ("r --cluster c --storage s3://b/p --full-storage s3://b/f?access-key=x --to now", 2, "credentials"),
    ("r --cluster c --storage s3://b/p --full-storage s3://k:s@b/f --to now", 2, "credentials"),
    ("r --cluster c --storage s3://b/p --full-storage s3://b/f?regoin=x --to now", 2, "unknown parameter"),
    ("r --cluster c --storage s3://b/p --full-storage gcs://b/f --to now", 2, "project-id="),
    ("r --cluster c --storage s3://b/p --full-storage-secret s --to now", 2, "needs --full-storage"),
    ("r --cluster c --storage local:///m/p --local-pvc c --full-storage local:///m/f --full-storage-secret s --to now", 2, "local storage"),
    ("r --operator v2 --cluster c --storage s3://b/p --full-storage s3://b/f?force-path-style=true --to now", 8, "force-path-style"),
    ("r --cluster c --storage s3://b/p --archive s3://b/x.tgz", 2, "exclude each other"),
    ("r --cluster c --storage s3://b/p --from-backup x", 2, "exclude each other"),
    ("r --cluster c --from-schedule s --from-backup x", 2, "exclude each other"),
    ("r --cluster c --from-schedule s --cluster-from x", 2, "exclude each other"),
    ("r --cluster-from x --archive s3://b/x.tgz", 2, "exclude each other"),
    ("r --operator v1 --cluster c --storage s3://b/p --to-host h", 2, "missing: --to-secret"),
    ("r --archive s3://b/x.tgz", 2, "--to-host, --to-secret, --storage-size"),
    ("r --method lightning --to-host h --to-secret s --storage-size 1Gi", 2, "--archive"),
    ("r --archive x.tgz --to-host h --to-secret s --storage-size 1Gi", 2, "not a URL"),
    ("r --archive azblob://b/x.tgz --to-host h --to-secret s --storage-size 1Gi", 2, "s3:// and gcs://"),
    ("r --archive s3://b --to-host h --to-secret s --storage-size 1Gi", 2, "path of the archive"),
    ("r --archive s3://b/x.tgz?regoin=r --to-host h --to-secret s --storage-size 1Gi", 2, "unknown parameter \"regoin\""),
    ("r --archive s3://b/x.tgz?access-key=hunter2 --to-host h --to-secret s --storage-size 1Gi", 2, "--archive: credentials do not belong into a URL"),
    ("r --method volume-snapshot --type db --db d --cluster c --storage s3://b/p", 2, "--type: --method volume-snapshot knows only full"),
    ("r --archive s3://k:s@b/x.tgz --to-host h --to-secret s --storage-size 1Gi", 2, "credentials"),
    ("r --archive gcs://b/x.tgz --to-host h --to-secret s --storage-size 1Gi", 2, "--gcs-project-id"),
    ("r --archive s3://b/x.tgz --to-host h --to-secret s --storage-size much", 2, "quantity"),
    ("r --archive s3://b/x.tgz --to-host h --to-secret s --storage-size 1Gi --to-port 70000", 2, "65535"),
    ("r --archive s3://b/x.tgz --method br --cluster c", 2, "--method lightning only"),
    ("r --archive s3://b/x.tgz --to-host h --to-secret s --storage-size 1Gi --cluster c", 2, "--cluster belongs to BR"),
    ("r --archive s3://b/x.tgz --to-host h --to-secret s --storage-size 1Gi --online", 2, "--online belongs to BR"),
    ("r --archive s3://b/x.tgz --to-host h --to-secret s --storage-size 1Gi --type db", 2, "--type"),
    ("r --archive s3://b/x.tgz --to-host h --to-secret s --storage-size 1Gi --to now", 2, "point in time"),
    ("r --method volume-snapshot --cluster c --storage s3://b/p --to now", 2, "point in time"),
    ("r --operator v2 --archive s3://b/x.tgz --to-host h --to-secret s --storage-size 1Gi", 8, "v1"),
    ("r --operator v2 --method volume-snapshot --cluster c --storage s3://b/p", 8, "v1"),
    ("r --operator v2 --cluster c --storage s3://b/p --prune afterFailed", 8, "--prune"),
    ("r --operator v2 --cluster c --storage s3://b/p --to-host h", 8, "--to-host"),
    ("r --operator v2 --cluster c --storage s3://b/p --gc-life-time 3d", 8, "--gc-life-time"),
    ("r -n a --operator v2 --cluster c --cluster-namespace other --storage s3://b/p", 8, "namespace of the Restore"),
    ("r --cluster c --storage s3://b/p --prune always", 2, "afterFailed"),
    ("r --cluster c --storage s3://b/p --backoff-limit=-1", 2, "--backoff-limit"),
    ("r --cluster c --storage s3://b/p --online=maybe", 2, "--online"),
    ("r --cluster c --storage s3://b/p --method magic", 2, "magic"),
    ("r --cluster c --storage azblob://b/p", 5, "--storage-secret"),
    ("r --cluster c --storage gcs://b/p", 2, "--gcs-project-id"),
    ("r --cluster c --storage local:///m/p", 2, "--local-pvc or --local-nfs"),
    ("r --cluster c --storage s3://b/p --gcs-location us", 2, "does not fit s3"),
    ("r --cluster c --storage s3://b/p --commit-ts now", 2, "--commit-ts"),
    ("r --cluster c --storage s3://b/p --clean-policy Delete", 2, "--clean-policy"),
    ("r --cluster c --storage s3://b/p --set spec.nope=1", 2, "unknown field"),
    ("r --cluster c --storage s3://b/p --dry-run", 2, "--dry-run=client"),
    ("R --cluster c --storage s3://b/p", 2, "lower-case"),
    ("a_b --cluster c --storage s3://b/p", 2, "lower-case"),
    ("rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr --cluster c --storage s3://b/p", 5, "55"),
];

#[test]
fn what_is_refused() {
    let lines: Vec<String> = REFUSED
        .iter()
        .map(|(line, ..)| format!("restore create {line}"))
        .collect();
    let rows = lines.iter().zip(REFUSED);
    check_with(rows.map(|(line, (_, code, why))| (line.as_str(), &b""[..], *why, *code)));
    let longest = format!(
        "restore create {} --cluster c --storage s3://b/p --dry-run=client",
        "r".repeat(55)
    );
    assert_eq!(program::run(&longest).code, 0);
}

/// A FILE of another kind is refused as everywhere.
#[test]
fn files_of_other_kinds() {
    for (file, why) in [
        (
            "{apiVersion: br.pingcap.com/v1alpha1, kind: Backup, metadata: {name: x}, spec: {}}",
            "expected a Restore",
        ),
        (
            "{apiVersion: v1, kind: Restore, metadata: {name: x}, spec: {}}",
            "apiVersion",
        ),
        ("", "no manifest"),
    ] {
        let run = program::run_with("restore create -f - --dry-run=client", file.as_bytes());
        assert_eq!(run.code, 2, "{file}: {}", run.stderr);
        assert!(run.stderr.contains(why), "{file}: {}", run.stderr);
    }
}
