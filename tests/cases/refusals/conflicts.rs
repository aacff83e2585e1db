//! Flags that are missing, exclude each other, or belong to another operator.

use super::{Row, check};

#[rustfmt::skip]
const MISSING: &[Row] = &[
    ("backup create", "missing: --storage, --cluster", 2),
    ("backup create --dry-run=client", "missing: --storage, --cluster", 2),
    ("backup create n", "missing: --storage, --cluster", 2),
    ("backup create n --cluster c", "missing: --storage", 2),
    ("backup create n --cluster c --storage s3://b/p --from-port 4000", "missing: --from-host, --from-secret", 2),
    ("backup create n --storage s3://b/p", "missing: --cluster", 2),
    ("backup create n --operator v1", "missing: --storage, --cluster", 2),
    ("backup create n --method dumpling", "missing: --storage, --from-host, --from-secret, --storage-size", 2),
    ("backup create n --method dumpling --from-host h --storage s3://b", "missing: --from-secret, --storage-size", 2),
    ("backup create n --method volume-snapshot", "missing: --storage, --cluster", 2),
    ("backup create n --storage gcs://b", "missing: --cluster, --gcs-project-id", 2),
    ("log start l --dry-run=client", "missing: --storage, --cluster", 2),
    ("log start", "missing: NAME", 2),
    ("log truncate l", "--until TIME or --keep DURATION or --to-oldest-snapshot", 2),
    ("log truncate --keep 7d", "NAME", 2),
    ("log pause", "NAME", 2),
    ("log resume", "NAME", 2),
    ("log stop", "NAME", 2),
    ("backup show", "NAME", 2),
    ("log show", "NAME", 2),
    ("completion", "SHELL", 2),
];

#[rustfmt::skip]
const CONFLICTING: &[Row] = &[
    ("backup create --like a -f b.yaml", "'--like BACKUP' cannot be used with '--filename FILE'", 2),
    ("log truncate l --keep 7d --until now", "cannot be used with", 2),
    ("log truncate l --keep 7d --to-oldest-snapshot", "cannot be used with", 2),
    ("log pause l -l a=b", "cannot be used with '--selector SELECTOR'", 2),
    ("log status l -A", "cannot be used with", 2),
    ("log status l -l a=b", "cannot be used with", 2),
    ("backup show l -l a=b", "cannot be used with", 2),
    ("backup create n --method dumpling --from-host h --from-secret s --storage-size 1Gi --storage s3://b --cluster c", "--cluster belongs to BR and conflicts with --method dumpling", 2),
    ("backup create n --method dumpling --from-host h --from-secret s --storage-size 1Gi --storage s3://b --concurrency 4", "--concurrency belongs to BR", 2),
    ("backup create n --method dumpling --from-host h --from-secret s --storage-size 1Gi --storage s3://b --br-option=--x", "--br-option belongs to BR", 2),
    ("backup create n --method dumpling --from-host h --from-secret s --storage-size 1Gi --storage s3://b --last-backup-ts now", "--last-backup-ts belongs to BR", 2),
    ("backup create n --method dumpling --from-host h --from-secret s --storage-size 1Gi --storage s3://b --db d", "--db belongs to BR", 2),
    ("backup create n --method dumpling --from-host h --from-secret s --storage-size 1Gi --storage s3://b --type db", "--type: a dump knows only full", 2),
    ("backup create n --cluster c --storage s3://b --dumpling-option=--threads=1", "--dumpling-option needs --method dumpling", 2),
    ("backup create n --cluster c --storage s3://b --method volume-snapshot --type db --db d", "--type: --method volume-snapshot knows only full", 2),
    ("backup create n --method br --from-host h --from-secret s --storage-size 1Gi --storage s3://b", "--method br contradicts --from-host", 2),
    ("backup create n --method br --from-host h --from-secret s --cluster c --storage s3://b", "--method br contradicts --from-host", 2),
    ("schedule create n --method br --from-host h --from-secret s --storage-size 1Gi --schedule @daily --storage s3://b", "--method br contradicts --from-host", 2),
    ("log start l --cluster c --storage s3://b --type full", "unexpected argument '--type'", 2),
    ("log start l --cluster c --storage s3://b --filter 'a.*'", "unexpected argument '--filter'", 2),
    ("log start l --cluster c --storage s3://b --last-backup-ts now", "unexpected argument '--last-backup-ts'", 2),
    ("log start l --cluster c --storage s3://b --from-host h", "unexpected argument '--from-host'", 2),
    ("tso -o name", "name", 2),
    ("version --client -o name", "name", 2),
    ("log status -o name", "name", 2),
];

#[rustfmt::skip]
const V1_ONLY: &[Row] = &[
    ("backup create n --operator v2 --method dumpling --from-host h --from-secret s --storage-size 1Gi --storage s3://b", "--method dumpling needs TiDB Operator v1", 8),
    ("backup create n --operator v2 --method volume-snapshot --cluster c --storage s3://b", "--method volume-snapshot needs TiDB Operator v1", 8),
    ("backup create n --operator v2 --cluster c --storage s3://b --from-host h", "--from-host needs TiDB Operator v1", 8),
    ("backup create n --operator v2 --cluster c --storage s3://b --from-port 4000", "--from-port needs TiDB Operator v1", 8),
    ("backup create n --operator v2 --cluster c --storage s3://b --from-user u", "--from-user needs TiDB Operator v1", 8),
    ("backup create n --operator v2 --cluster c --storage s3://b --from-secret s", "--from-secret needs TiDB Operator v1", 8),
    ("backup create n --operator v2 --cluster c --storage s3://b --from-tls-secret s", "--from-tls-secret needs TiDB Operator v1", 8),
    ("backup create n --operator v2 --cluster c --storage s3://b --gc-life-time 72h", "--gc-life-time needs TiDB Operator v1", 8),
    ("backup create n --operator v2 --cluster c --storage s3://b --storage-size 1Gi", "--storage-size needs TiDB Operator v1", 8),
    ("backup create n --operator v2 --cluster c --storage s3://b --storage-class-name x", "--storage-class-name needs TiDB Operator v1", 8),
    ("backup create n --operator v2 -n a --cluster c --cluster-namespace b --storage s3://b", "--cluster-namespace b: v2 knows only clusters in the namespace of", 8),
    ("log start l --operator v2 -n a --cluster c --cluster-namespace b --storage s3://b", "--cluster-namespace b: v2", 8),
    ("log start l --operator v2 --cluster c --storage s3://b --s3-force-path-style --dry-run=client", "--s3-force-path-style needs TiDB Operator v1", 8),
    ("backup create n --cluster c --cluster-namespace b -n a --storage s3://b --dry-run=client", "--cluster-namespace b: v2", 8),
];

#[test]
fn everything_that_is_missing_in_one_message() {
    check(MISSING);
}

#[test]
fn flags_that_exclude_each_other() {
    check(CONFLICTING);
}

#[test]
fn flags_that_only_v1_has() {
    check(V1_ONLY);
}
