//! Every flag of `backup create` and `log start`, alone: what it changes in a manifest, and that it changes nothing else. The
//! fields stand here a second time on purpose: the program's own table cannot vouch for itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{changes, expected};
use crate::program::{self, Printed};
use kubectl_tidb_br::manifest::flag::{BACKUP, FLAGS, Group, LOG};

const S3: &str = "--cluster c --storage s3://b/p";
const S3_FROM: &str = "--cluster c --storage s3://b/p --from-host h --from-secret s";
const GCS: &str = "--cluster c --storage gcs://b/p --gcs-project-id x";
const AZBLOB: &str = "--cluster c --storage azblob://b/p --storage-secret s";
const LOCAL: &str = "--cluster c --storage local:///m/p/q --local-pvc claim";
const NFS: &str = "--cluster c --storage local:///m/p/q --local-nfs host:/old";

const DUMP: &str =
    "--method dumpling --from-host h --from-secret s --storage-size 1Gi --storage s3://b/p";

/// A flag, what it is added to (where the same flag stands there, it takes its place), what is typed, and every field that
/// changes: a JSON pointer and the value as YAML; `-` for a field that goes.
#[derive(Clone, Copy)]
pub struct Row(
    pub &'static str,
    pub &'static str,
    pub &'static str,
    pub &'static [(&'static str, &'static str)],
);

/// Flags of both commands. All mean the same for both operators.
#[rustfmt::skip]
pub const BOTH: &[Row] = &[
    Row("cluster", S3, "d", &[("/spec/br/cluster", "d")]),
    Row("storage", S3, "s3://c", &[("/spec/s3/bucket", "c"), ("/spec/s3/prefix", "-")]),
    Row("storage", S3, "'s3://b/p?region=r&endpoint=http%3A%2F%2Fm%3A9000&provider=ceph&storage-class=GLACIER&acl=private&sse=aws:kms'", &[
        ("/spec/s3/region", "r"), ("/spec/s3/endpoint", "http://m:9000"), ("/spec/s3/provider", "ceph"),
        ("/spec/s3/storageClass", "GLACIER"), ("/spec/s3/acl", "private"), ("/spec/s3/sse", "aws:kms")]),
    Row("storage", GCS, "'gs://c/q?location=l&storage-class=NEARLINE&object-acl=private&bucket-acl=publicRead'", &[
        ("/spec/gcs/bucket", "c"), ("/spec/gcs/prefix", "q"), ("/spec/gcs/location", "l"), ("/spec/gcs/storageClass", "NEARLINE"),
        ("/spec/gcs/objectAcl", "private"), ("/spec/gcs/bucketAcl", "publicRead")]),
    Row("storage", AZBLOB, "'azure://c/q?access-tier=Cool&account-name=a'", &[
        ("/spec/azblob/container", "c"), ("/spec/azblob/prefix", "q"), ("/spec/azblob/accessTier", "Cool"),
        ("/spec/azblob/storageAccount", "a")]),
    Row("storage", LOCAL, "local:///n/r", &[("/spec/local/volumeMount/mountPath", "/n"), ("/spec/local/prefix", "r")]),
    Row("storage-secret", S3, "s", &[("/spec/s3/secretName", "s")]),
    Row("storage-secret", GCS, "s", &[("/spec/gcs/secretName", "s")]),
    Row("storage-secret", AZBLOB, "t", &[("/spec/azblob/secretName", "t")]),
    Row("s3-provider", S3, "minio", &[("/spec/s3/provider", "minio")]),
    Row("s3-region", S3, "eu-west-1", &[("/spec/s3/region", "eu-west-1")]),
    Row("s3-endpoint", S3, "http://m:9000", &[("/spec/s3/endpoint", "http://m:9000")]),
    Row("s3-storage-class", S3, "STANDARD_IA", &[("/spec/s3/storageClass", "STANDARD_IA")]),
    Row("s3-acl", S3, "private", &[("/spec/s3/acl", "private")]),
    Row("s3-sse", S3, "AES256", &[("/spec/s3/sse", "AES256")]),
    Row("s3-option", S3, "--a=1 --s3-option --b", &[("/spec/s3/options", "[--a=1, --b]")]),
    Row("gcs-project-id", GCS, "y", &[("/spec/gcs/projectId", "y")]),
    Row("gcs-location", GCS, "us", &[("/spec/gcs/location", "us")]),
    Row("gcs-storage-class", GCS, "COLDLINE", &[("/spec/gcs/storageClass", "COLDLINE")]),
    Row("gcs-object-acl", GCS, "private", &[("/spec/gcs/objectAcl", "private")]),
    Row("gcs-bucket-acl", GCS, "private", &[("/spec/gcs/bucketAcl", "private")]),
    Row("azblob-access-tier", AZBLOB, "Hot", &[("/spec/azblob/accessTier", "Hot")]),
    Row("azblob-storage-account", AZBLOB, "account", &[("/spec/azblob/storageAccount", "account")]),
    Row("local-pvc", LOCAL, "other", &[("/spec/local/volume/persistentVolumeClaim/claimName", "other")]),
    Row("local-nfs", NFS, "10.0.0.1:/srv/x", &[("/spec/local/volume/nfs/server", "10.0.0.1"), ("/spec/local/volume/nfs/path", "/srv/x")]),
    Row("local-read-only", LOCAL, "", &[("/spec/local/volumeMount/readOnly", "true")]),
    Row("local-read-only", LOCAL, "=false", &[("/spec/local/volumeMount/readOnly", "false")]),
    Row("local-mount-path", LOCAL, "/m/p", &[("/spec/local/volumeMount/mountPath", "/m/p"), ("/spec/local/prefix", "q")]),
    Row("local-volume-name", LOCAL, "data", &[("/spec/local/volumeMount/name", "data"), ("/spec/local/volume/name", "data")]),

    Row("commit-ts", S3, "436569119308644661", &[("/spec/commitTs", "'436569119308644661'")]),
    Row("commit-ts", S3, "2022-10-10T13:17:05.683+08:00", &[("/spec/commitTs", "'436569119308644352'")]),

    Row("log-level", S3, "debug", &[("/spec/br/logLevel", "debug")]),
    Row("status-addr", S3, "0.0.0.0:8080", &[("/spec/br/statusAddr", "0.0.0.0:8080")]),
    Row("concurrency", S3, "4294967295", &[("/spec/br/concurrency", "4294967295")]),
    Row("rate-limit", S3, "0", &[("/spec/br/rateLimit", "0")]),
    Row("time-ago", S3, "1.5h", &[("/spec/br/timeAgo", "1.5h")]),
    Row("time-ago", S3, "1d12h", &[("/spec/br/timeAgo", "36h")]),
    Row("checksum", S3, "", &[("/spec/br/checksum", "true")]),
    Row("checksum", S3, "=false", &[("/spec/br/checksum", "false")]),
    Row("check-requirements", S3, "=false", &[("/spec/br/checkRequirements", "false")]),
    Row("send-cred-to-tikv", S3, "=false", &[("/spec/br/sendCredToTikv", "false")]),
    Row("br-option", S3, "--a=1 --br-option --b", &[("/spec/br/options", "[--a=1, --b]")]),

    Row("clean-policy", S3, "OnFailure", &[("/spec/cleanPolicy", "OnFailure")]),
    Row("clean-option", S3, "pageSize=1000 --clean-option disableBatchConcurrency=true", &[
        ("/spec/cleanOption/pageSize", "1000"), ("/spec/cleanOption/disableBatchConcurrency", "true")]),

    Row("service-account", S3, "a", &[("/spec/serviceAccount", "a")]),
    Row("tool-image", S3, "pingcap/br:v8.5.2", &[("/spec/toolImage", "pingcap/br:v8.5.2")]),
    Row("image-pull-secret", S3, "a --image-pull-secret b", &[("/spec/imagePullSecrets", "[{name: a}, {name: b}]")]),
    Row("priority-class", S3, "high", &[("/spec/priorityClassName", "high")]),
    Row("env", S3, "A=1 --env B=", &[("/spec/env", "[{name: A, value: '1'}, {name: B, value: ''}]")]),
    Row("env-from-secret", S3, "A=s:k", &[("/spec/env", "[{name: A, valueFrom: {secretKeyRef: {name: s, key: k}}}]")]),
    Row("use-kms", S3, "", &[("/spec/useKMS", "true")]),
    Row("run-as-user", S3, "1000", &[("/spec/podSecurityContext/runAsUser", "1000")]),
    Row("run-as-group", S3, "2000", &[("/spec/podSecurityContext/runAsGroup", "2000")]),
    Row("fs-group", S3, "3000", &[("/spec/podSecurityContext/fsGroup", "3000")]),
    Row("request", S3, "cpu=1,memory=2Gi", &[("/spec/resources/requests/cpu", "'1'"), ("/spec/resources/requests/memory", "2Gi")]),
    Row("limit", S3, "cpu=500m", &[("/spec/resources/limits/cpu", "500m")]),
    Row("toleration", S3, "a=b:NoSchedule --toleration c:NoExecute", &[
        ("/spec/tolerations", "[{key: a, operator: Equal, value: b, effect: NoSchedule}, {key: c, operator: Exists, effect: NoExecute}]")]),

    Row("iam-role", S3, "arn:aws:iam::1:role/r", &[("/metadata/annotations/iam.amazonaws.com~1role", "'arn:aws:iam::1:role/r'")]),
    Row("label", S3, "a=1 --label b=2", &[("/metadata/labels/a", "'1'"), ("/metadata/labels/b", "'2'")]),
    Row("annotation", S3, "x.y/z=1", &[("/metadata/annotations/x.y~1z", "'1'")]),
];

/// Flags of `backup create` only.
#[rustfmt::skip]
pub const BACKUP_ONLY: &[Row] = &[
    Row("type", S3, "db", &[("/spec/backupType", "db")]),
    Row("type", DUMP, "full", &[("/spec/backupType", "full")]),
    Row("db", S3, "d", &[("/spec/br/db", "d")]),
    Row("table", S3, "t", &[("/spec/br/table", "t")]),
    Row("filter", S3, "'a.*' --filter '!a.b'", &[("/spec/tableFilter", "['a.*', '!a.b']")]),
    Row("filter", DUMP, "'a.*'", &[("/spec/dumpling/tableFilter", "['a.*']")]),
    Row("last-backup-ts", S3, "436569119308644661", &[("/spec/br/options", "[--lastbackupts=436569119308644661]")]),
    Row("retry-max", S3, "3", &[("/spec/backoffRetryPolicy/maxRetryTimes", "3")]),
    Row("retry-min-interval", S3, "10s", &[("/spec/backoffRetryPolicy/minRetryDuration", "10s")]),
    Row("retry-timeout", S3, "1d", &[("/spec/backoffRetryPolicy/retryTimeout", "24h")]),
];

/// Flags that only v1 has; the base says so, or the flag does.
#[rustfmt::skip]
pub const V1_BOTH: &[Row] = &[
    Row("cluster-namespace", S3, "other", &[("/spec/br/clusterNamespace", "other")]),
    Row("s3-force-path-style", S3, "=false", &[("/spec/s3/forcePathStyle", "false")]),
    Row("storage", S3, "'s3://b/p?force-path-style=true'", &[("/spec/s3/forcePathStyle", "true")]),
];

#[rustfmt::skip]
pub const V1_BACKUP_ONLY: &[Row] = &[
    Row("dumpling-option", DUMP, "--threads=16 --dumpling-option --rows=1", &[("/spec/dumpling/options", "[--threads=16, --rows=1]")]),
    Row("storage-size", DUMP, "10Gi", &[("/spec/storageSize", "10Gi")]),
    Row("storage-class-name", DUMP, "fast", &[("/spec/storageClassName", "fast")]),
    Row("from-host", DUMP, "other", &[("/spec/from/host", "other")]),
    Row("from-port", DUMP, "4001", &[("/spec/from/port", "4001")]),
    Row("from-port", S3_FROM, "4001", &[("/spec/from/port", "4001")]),
    Row("from-user", DUMP, "u", &[("/spec/from/user", "u")]),
    Row("from-secret", DUMP, "t", &[("/spec/from/secretName", "t")]),
    Row("from-tls-secret", DUMP, "tls", &[("/spec/from/tlsClientSecretName", "tls")]),
    Row("gc-life-time", S3, "3d", &[("/spec/tikvGCLifeTime", "72h")]),
];

/// A command, what says for which operator it is (and what it needs besides), and the rows of its flags.
pub struct Suite {
    pub command: &'static str,
    pub operator: String,
    /// Where the rows' `/spec` lies.
    pub place: &'static str,
    pub rows: Vec<Row>,
}

impl Suite {
    pub fn new(command: &'static str, operator: &str, rows: &[&[Row]]) -> Self {
        Self {
            command,
            operator: operator.to_owned(),
            place: "/spec",
            rows: rows.concat(),
        }
    }

    /// The same for a command that writes the fields of `/spec` elsewhere.
    pub fn below(mut self, place: &'static str) -> Self {
        self.place = place;
        self
    }

    fn expected(&self, row: &Row) -> BTreeMap<String, String> {
        let expected = expected(row.3).into_iter();
        expected
            .map(|(pointer, value)| match pointer.strip_prefix("/spec") {
                Some(rest) => (format!("{}{rest}", self.place), value),
                None => (pointer, value),
            })
            .collect()
    }

    pub fn check(&self) {
        let mut wrong = Vec::new();
        for row in &self.rows {
            let [before, after] = self.lines(row).map(|line| program::print(&line));
            let found = changes(&before.document(), &after.document());
            let expected = self.expected(row);
            if found != expected {
                wrong.push(format!(
                    "{}\n  expected {expected:?}\n  found    {found:?}",
                    after.line,
                ));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// The manifest of each row.
    pub fn manifests(&self) -> Vec<Printed> {
        let lines = self.rows.iter().map(|row| self.lines(row));
        lines.map(|[_, after]| program::print(&after)).collect()
    }

    /// The command lines without and with the flag.
    fn lines(&self, Row(flag, base, typed, _): &Row) -> [String; 2] {
        let begin = format!("{} n {}", self.command, self.operator);
        let dashed = format!("--{flag}");
        let mut words = base.split(' ').collect::<Vec<_>>();
        if let Some(at) = words.iter().position(|word| *word == dashed) {
            words.drain(at..at + 2);
        }
        let separator = match typed.is_empty() || typed.starts_with('=') {
            true => "",
            false => "=",
        };
        let after = format!("{begin} {} {dashed}{separator}{typed}", words.join(" "));
        [format!("{begin} {base}"), after]
    }
}

fn of_backup_create_for_v2() -> Suite {
    let mut snapshots = BACKUP_ONLY.to_vec();
    snapshots.retain(|row| row.1 != DUMP);
    Suite::new("backup create", "--operator v2", &[BOTH, &snapshots])
}

fn of_backup_create_for_v1() -> Suite {
    let rows = &[BOTH, BACKUP_ONLY, V1_BOTH, V1_BACKUP_ONLY];
    Suite::new("backup create", "--operator=v1", rows)
}

fn of_log_start() -> [Suite; 2] {
    [
        Suite::new("log start", "", &[BOTH]),
        Suite::new("log start", "--operator v1", &[BOTH, V1_BOTH]),
    ]
}

/// The manifest of each row.
pub fn manifests() -> Vec<Printed> {
    let backups = [of_backup_create_for_v2(), of_backup_create_for_v1()];
    let suites = backups.into_iter().chain(of_log_start());
    suites.flat_map(|suite| suite.manifests()).collect()
}

#[test]
fn each_flag_of_backup_create_writes_its_field_and_no_other_for_v2() {
    of_backup_create_for_v2().check();
}

#[test]
fn each_flag_of_backup_create_writes_its_field_and_no_other_for_v1() {
    of_backup_create_for_v1().check();
}

#[test]
fn each_flag_of_log_start_writes_its_field_and_no_other() {
    for suite in of_log_start() {
        suite.check();
    }
}

#[test]
fn no_flag_is_without_a_row() {
    let offered = |groups: &[Group]| -> BTreeSet<&str> {
        let flags = FLAGS.iter().filter(|flag| groups.contains(&flag.group));
        flags.map(|flag| flag.name).collect()
    };
    let covered = |tables: &[&[Row]]| -> BTreeSet<&str> {
        tables.iter().copied().flatten().map(|row| row.0).collect()
    };
    assert_eq!(
        offered(BACKUP),
        covered(&[BOTH, BACKUP_ONLY, V1_BOTH, V1_BACKUP_ONLY])
    );
    assert_eq!(offered(LOG), covered(&[BOTH, V1_BOTH]));
    let only_v1 = |flag: &&str| {
        kubectl_tidb_br::manifest::flag::find(flag).is_some_and(|flag| flag.only.is_some())
    };
    let marked: BTreeSet<&str> = offered(BACKUP).into_iter().filter(only_v1).collect();
    assert!(marked.is_disjoint(&covered(&[BOTH])), "{marked:?}");
}

/// A flag that wrote the field of another one would not go unseen: no two flags are expected to change the same fields in the
/// same way.
#[test]
fn no_row_would_pass_with_the_flag_of_another() {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for row in [BOTH, BACKUP_ONLY, V1_BOTH, V1_BACKUP_ONLY]
        .into_iter()
        .flatten()
    {
        assert!(!row.3.is_empty(), "{}", row.0);
        for (pointer, value) in row.3 {
            let shared = [
                "storage",
                "br-option",
                "last-backup-ts",
                "env",
                "env-from-secret",
            ];
            let Some(other) = seen.insert(format!("{pointer} {value}"), row.0) else {
                continue;
            };
            let allowed = other == row.0 || shared.contains(&other) || shared.contains(&row.0);
            assert!(
                allowed,
                "--{} and --{other} both expect {pointer} {value}",
                row.0
            );
        }
    }
}
